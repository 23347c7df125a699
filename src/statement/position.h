// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the statement stage; the door is statement.h.

#include <optional>
#include <vector>

#include "parse/parse.h"
#include "statement/cues.h"

namespace demarche {

/// A position found in a run of tokens, and the tokens [first, last) that show it.
struct FoundPosition {
  const Position* position = nullptr;
  uint32_t first = 0, last = 0;
  bool negated = false;  ///< "not optimistic", "the talks will not continue": the other pole

  /// What is denied is the other pole, mildly: "not pointless" is no high hope.
  [[nodiscard]] int polarity() const {
    if (!negated) return position->polarity;
    return position->polarity > 0 ? -1 : position->polarity < 0 ? 1 : 0;
  }
};

/// The positions in tokens [first, last): from the left, the longest at each place, ties to the
/// one that names more words. Cost: tokens times the positions that share a first word.
std::vector<FoundPosition> find_positions(const Tokens& tokens, const Parse& parse,
                                          const CueTable& cues, uint32_t first, uint32_t last);

/// "not", "n't", "no", "never", "neither", "nor", "without".
bool is_negation(const std::string& word);

}  // namespace demarche
