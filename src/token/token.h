// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "base/span.h"
#include "language/language.h"

namespace demarche {

class BoundaryModel;

/// A word or mark after the Universal Dependencies convention for English: "didn't" is "did" +
/// "n't", "Russia's" is the name + "'s"; compounds fall apart at hyphens ("state - run") but for
/// prefixes ("non-aligned"); marks stand alone; an abbreviation keeps its full stop.
struct Token {
  Span span;
  bool space_after = true;
  bool clitic = false;  ///< "n't", "'s", "not" of "cannot": one written word with the token before
};

/// A run of tokens, [first, last), that lies in one block.
struct Sentence {
  Span span;
  uint32_t first = 0, last = 0;
  uint32_t block = 0;
};

/// Tokens ascend and do not overlap; sentences cover all tokens in order.
struct Tokens {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<std::string> lower;     ///< fold_case of each token
  std::vector<uint32_t> sentence_of;  ///< number of each token's sentence
  std::vector<Note> notes;

  [[nodiscard]] size_t size() const { return tokens.size(); }
  /// Span from the first to the last of the tokens [first, last).
  [[nodiscard]] Span span_of(uint32_t first, uint32_t last) const {
    return {tokens[first].span.begin, tokens[last - 1].span.end};
  }
  /// The first token that ends after byte `at`; size() if there is none.
  [[nodiscard]] uint32_t at_byte(uint32_t at) const;
};

/// Cuts the blocks of an article into sentences and tokens. Without a model (boundaries.h) the
/// rules alone end the sentences, as for examples of one sentence. Pure and thread-safe.
Tokens find_tokens(const Article& article, const Language& language, const Limits& limits,
                   const BoundaryModel* boundaries = nullptr);

}  // namespace demarche
