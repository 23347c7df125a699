// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event/patterns.h"
#include "mention/mention.h"
#include "statement/statement.h"

namespace demarche {

enum class EventStatus : uint8_t {
  kActual,
  kOngoing,
  kPlanned,
  kThreatened,
  kDemanded,
  kDenied,
  kHypothetical,
  kHistorical
};
std::string_view name_of(EventStatus);
std::optional<EventStatus> event_status_of(std::string_view name);

struct EventSize {
  std::string kind;  ///< people, troops, dead, injured, arrested
  int64_t low = 0, high = 0;
  Span span;
};

/// Who did what to whom (contract.md, "Events"; types, modes and contexts after the PLOVER
/// codebook).
struct Event {
  EventType type = EventType::kConsult;
  std::string mode;                   ///< PLOVER mode, or empty
  std::vector<std::string> contexts;  ///< PLOVER contexts
  std::vector<Id<Actor>> actors, recipients;
  /// The words of those who act and of what is acted on, also where they are nobody that the page
  /// makes known: "a court", "the appeal".
  std::vector<Span> source_words, target_words;
  Span trigger;
  uint32_t trigger_token = 0;
  std::vector<Span> evidence_spans;
  EventStatus status = EventStatus::kActual;
  Id<Actor> claimed_by;
  Id<Statement> said_in;
  Id<TimeMention> time_mention;
  std::string time_value;  ///< or empty
  DayRange days;
  Id<PlaceMention> place;
  std::vector<EventSize> size;
  Id<Event> duplicate_of;
  double confidence = 0;
  Evidence evidence;
};

/// Finds events by patterns over the parse. In order of their trigger. Pure and thread-safe.
std::vector<Event> find_events(const Article& article, const Tokens& tokens, const Parse& parse,
                               const Mentions& mentions, const std::vector<TimeMention>& times,
                               const std::vector<Statement>& statements,
                               const EventPatterns& patterns, std::optional<Day> today,
                               const Limits& limits);

}  // namespace demarche
