// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mention/mention.h"
#include "statement/cues.h"
#include "statement/quotes.h"

namespace demarche {

enum class Form : uint8_t { kDirect, kMixed, kIndirect, kNarrated };
enum class Voice : uint8_t { kActor, kAuthor };
std::string_view name_of(Form);
std::string_view name_of(Voice);

/// When it was said: first and last day; `after` is a statement that the text says came first.
struct Statement;
struct Said {
  DayRange days;
  Id<Statement> after;
};

/// P(+) and P(-) of a position on its axis; the rest is hedge or none.
struct Pole {
  double plus = 0, minus = 0;
};

/// One act of speaking: who said what, by which words, how firmly (contract.md, "Statements").
struct Statement {
  std::vector<Id<Actor>> speakers;  ///< the first is the speaker; empty: nobody is known
  bool inferred = false;            ///< the sentence itself does not name him
  std::vector<Span> source, cue, content, quoted, conditions;
  Form form = Form::kIndirect;
  Voice voice = Voice::kActor;
  Id<Actor> addressee, medium;
  Id<Statement> nested_in, utterance, duplicate_of;
  std::optional<Axis> axis;
  Act act = Act::kAssert;
  std::optional<Pole> pole;
  std::optional<Pole> other_pole;  ///< of words of the same content at the other pole
  std::optional<int> polarity;     ///< -2..2, null exactly where there is no axis or no reading
  std::optional<int> commitment;   ///< -3..3
  Said said;
  DayRange about;
  double confidence = 0;
  Evidence evidence;
  /// What the signal stage weighs: the connective that sets this statement against the one before,
  /// and the words by which the outlet says, in the title or near, that this side's positions
  /// differ. Empty where there are none.
  Span contrast, differing;
  uint32_t first = 0, last = 0;  ///< tokens of source, cue and content together
  uint32_t sentence = 0;         ///< where the cue (or a quotation without one) stands
};

/// Finds statements: quotations, reported clauses, "according to", acts told by the narrator.
/// In order of their first content byte. Pure and thread-safe.
std::vector<Statement> find_statements(const Article& article, const Tokens& tokens,
                                       const Parse& parse, const Mentions& mentions,
                                       const std::vector<TimeMention>& times, const CueTable& cues,
                                       std::optional<Day> today, const Limits& limits);

}  // namespace demarche
