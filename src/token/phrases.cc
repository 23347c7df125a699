// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "token/phrases.h"

#include <algorithm>

#include "base/strings.h"
#include "token/scan.h"

namespace demarche {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<Piece> pieces;
  scan_pieces(text, {0, static_cast<uint32_t>(text.size())}, nullptr, pieces);
  std::vector<std::string> words;
  words.reserve(pieces.size());
  for (const auto& [span, shape, clitic] : pieces) {
    words.emplace_back(text.substr(span.begin, span.size()));
  }
  return words;
}

void PhraseTable::add(std::string_view phrase, uint32_t value, bool cased) {
  std::vector<std::string> words = words_of(phrase);
  if (words.empty()) return;
  const std::string first = fold_case(words.front());
  if (!cased) {
    for (auto& word : words) word = fold_case(word);
  }
  auto& same_first = by_first_[first];
  for (const uint32_t number : same_first) {
    Entry& entry = entries_[number];
    if (entry.cased != cased || entry.words != words) continue;
    if (std::ranges::find(entry.values, value) == entry.values.end()) entry.values.push_back(value);
    return;
  }
  const size_t size = words.size();
  const auto number = static_cast<uint32_t>(entries_.size());
  entries_.push_back({std::move(words), cased, {value}});
  // Longest first; of two that are equally long, the one that asks for more (the cased one) first.
  const auto place = std::ranges::find_if(same_first, [&](uint32_t other) {
    const Entry& entry = entries_[other];
    return entry.words.size() < size || (entry.words.size() == size && cased && !entry.cased);
  });
  same_first.insert(place, number);
}

PhraseTable::Match PhraseTable::longest_at(const Article& article, const Tokens& tokens,
                                           uint32_t at) const {
  Match match{at, at, nullptr};
  if (at >= tokens.size()) return match;
  const auto found = by_first_.find(tokens.lower[at]);
  if (found == by_first_.end()) return match;
  const uint32_t end = tokens.sentences[tokens.sentence_of[at]].last;
  for (const uint32_t number : found->second) {
    const Entry& entry = entries_[number];
    if (entry.words.size() > end - at) continue;
    const auto is_same = [&](uint32_t i) {
      return entry.cased ? article.text.of(tokens.tokens[at + i].span) == entry.words[i]
                         : tokens.lower[at + i] == entry.words[i];
    };
    uint32_t i = 0;
    while (i < entry.words.size() && is_same(i)) ++i;
    if (i < entry.words.size()) continue;
    return {at, at + i, &entry.values};
  }
  return match;
}

}  // namespace demarche
