// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace demarche {

/// The 16 event types of PLOVER.
enum class EventType : uint8_t {
  kAgree, kConsult, kSupport, kConcede, kCooperate, kAid, kRetreat, kRequest, kAccuse, kReject,
  kThreaten, kProtest, kSanction, kMobilize, kCoerce, kAssault
};
std::string_view name_of(EventType);  ///< "AGREE"
std::optional<EventType> event_type_of(std::string_view name);
int quad_of(EventType);    ///< 1 verbal cooperation .. 4 material conflict
double score_of(EventType);///< Goldstein-like score of the type, -10..10
std::string_view cameo_of(EventType);  ///< root code of CAMEO: "01" .. "20"

/// One pattern of data/en/patterns/*.pat, and the sentences that prove it. The language of
/// patterns is described in docs/format.md.
struct PatternElement {
  enum class Kind : uint8_t { kWord, kActor, kThing, kGap } kind = Kind::kWord;
  std::vector<std::string> words;  ///< alternatives (lemmas), or a class of things
  bool optional = false;
};
struct PatternExample {
  bool matches = true;
  std::string sentence;
  std::vector<std::string> actors, recipients;  ///< ids wanted, of a `+` sentence
  uint32_t line = 0;
};
struct Pattern {
  std::string id;  ///< "AID:12": type and line
  EventType type = EventType::kConsult;
  std::string mode;
  std::vector<PatternElement> elements;
  std::vector<PatternExample> examples;
  std::string path;
  uint32_t line = 0;
};
struct EventPatterns {
  std::vector<Pattern> patterns;
};
Result<EventPatterns> load_patterns(const std::string& data_dir, std::string_view language);

}  // namespace demarche
