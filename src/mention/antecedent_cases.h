// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "mention/antecedent_model.h"
#include "mention/mention.h"

namespace demarche {

/// A mention with the features by which antecedents are looked for: what train/mention learns from.
struct AntecedentCase {
  struct Pair {
    uint32_t before = 0;         ///< number of the earlier case
    std::vector<uint16_t> rows;  ///< of AntecedentModel
  };
  Span head;           ///< the word that carries the mention
  bool looks = false;  ///< a pronoun or a phrase: it has pairs, none where nothing stands before
  uint32_t actor = 0;  ///< what the rules take it for; as the others' numbers, else no more
  std::vector<uint16_t> as_anaphor, as_antecedent;
  std::vector<Pair> pairs;
};

/// The mentions of a text in the order in which they are resolved; as find_mentions without a
/// model.
std::vector<AntecedentCase> find_antecedent_cases(const Article& article, const Tokens& tokens,
                                                  const Parse& parse,
                                                  const std::vector<TimeMention>& times,
                                                  const ActorTable& actors,
                                                  std::optional<Day> today, const Limits& limits);

}  // namespace demarche
