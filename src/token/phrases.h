// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "token/token.h"

namespace demarche {

/// Phrases of one or more words with a number each, found in tokens by the longest match. Phrases
/// are cut by the tokenizer's own rules and compared by fold_case; a phrase added as cased matches
/// only words written with the same capitals ("US", not "us").
/// Built once, then read by any number of threads.
class PhraseTable {
 public:
  struct Match {
    uint32_t first = 0, last = 0;         ///< tokens [first, last)
    const std::vector<uint32_t>* values;  ///< all numbers of this phrase, in the order added
  };

  void add(std::string_view phrase, uint32_t value, bool cased = false);
  [[nodiscard]] bool empty() const { return entries_.empty(); }

  /// The longest phrase that begins at token `at` and stays inside its sentence; none: last = at.
  [[nodiscard]] Match longest_at(const Article& article, const Tokens& tokens, uint32_t at) const;

 private:
  struct Entry {
    std::vector<std::string> words;  // folded; cased: as written
    bool cased = false;
    std::vector<uint32_t> values;
  };
  std::vector<Entry> entries_;
  // First word, folded, to its entries, longest first.
  std::unordered_map<std::string, std::vector<uint32_t>> by_first_;
};

/// The words of a short text by the tokenizer's rules, as written.
std::vector<std::string> words_of(std::string_view text);

}  // namespace demarche
