// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/day.h"

namespace demarche {

/// One place where words of a speaker are told: in a standfirst, a body, or another outlet.
struct Telling {
  std::string document, row;
  std::string side, speaker;       ///< actor ids; tellings of two speakers are never one
  std::vector<std::string> words;  ///< folded content words, in the order of the text
  std::optional<Day> day;          ///< when said; none: not known
  int pole = 0;                    ///< of its position, by its sign: two poles are never one
};

/// The utterance of each telling, as the DOCUMENT#ROW of its first telling. Tellings come in order
/// of time. Two tellings of one side and speaker are one utterance where their shingles of two
/// words agree by .6 (Jaccard) and their days lie within a fortnight; a telling without a day
/// joins only tellings of its own document. Near-linear: a shingle offers at most 64 candidates.
std::vector<std::string> find_utterances(const std::vector<Telling>& tellings);

}  // namespace demarche
