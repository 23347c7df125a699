// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the statement stage (the door is statement.h) and used by the event stage: who does
// what in a clause, read off the shallow parse.

#include <cstdint>
#include <vector>

#include "mention/mention.h"

namespace demarche {

/// The subject of a verb group: one or more coordinated noun phrases, by number.
struct Subject {
  std::vector<uint32_t> phrases;
  bool inherited = false;  ///< of a participle, an infinitive or a second verb of the clause
  bool inverted = false;   ///< stands after the verb: "..., said the minister"
  [[nodiscard]] bool empty() const { return phrases.empty(); }
};

/// Finds the subject of verb group `verb` inside its sentence. Steps over adverbs, what stands
/// between commas, and phrases under a preposition; "who" and "which" take the phrase before them;
/// a participle, an infinitive and a coordinated verb take the subject of the verb before.
/// With `times` it steps over those too: "who last week said". At most a sentence's length of
/// steps.
Subject find_subject(const Tokens& tokens, const Parse& parse, uint32_t verb,
                     const std::vector<TimeMention>* times = nullptr);

/// Does a noun phrase stand under a preposition?
bool is_under_preposition(const Tokens& tokens, const Parse& parse, uint32_t phrase);

}  // namespace demarche
