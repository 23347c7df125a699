// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "statement/position.h"

#include <algorithm>

namespace demarche {
namespace {

constexpr uint32_t kGap = 6;
constexpr std::string_view kNot = "@not";

bool element_fits(const Position::Element& element, const Tokens& tokens, const Parse& parse,
                  uint32_t at) {
  const std::string& word = tokens.lower[at];
  const std::string& lemma = parse.words[at].lemma;
  return std::ranges::any_of(element.words, [&](const std::string& wanted) {
    return wanted == word || wanted == lemma || (wanted == kNot && is_negation(word));
  });
}

/// A gap stays inside its clause.
bool ends_gap(const std::string& word) {
  return word == "," || word == ";" || word == "but" || word == "yet" || word == "while" ||
         word == "although";
}

/// The end of the match of elements [from ..) at token `at`, or 0. Elements are few, and a gap
/// looks at most kGap tokens ahead, so the search is small.
uint32_t match(const Position& position, size_t from, const Tokens& tokens, const Parse& parse,
               uint32_t at, uint32_t last) {
  if (from == position.elements.size()) return at;
  if (position.elements[from].gap) {
    for (uint32_t skip = 0; skip <= kGap && at + skip < last; ++skip) {
      if (const uint32_t end = match(position, from + 1, tokens, parse, at + skip, last)) {
        return end;
      }
      if (ends_gap(tokens.lower[at + skip])) break;
    }
    return 0;
  }
  if (at >= last || !element_fits(position.elements[from], tokens, parse, at)) return 0;
  return match(position, from + 1, tokens, parse, at + 1, last);
}

}  // namespace

bool is_negation(const std::string& word) {
  return word == "not" || word == "n't" || word == "no" || word == "never" || word == "neither" ||
         word == "nor" || word == "without" || word == "little";
}

std::vector<FoundPosition> find_positions(const Tokens& tokens, const Parse& parse,
                                          const CueTable& cues, uint32_t first, uint32_t last) {
  std::vector<FoundPosition> found;
  for (uint32_t at = first; at < last;) {
    FoundPosition best;
    const auto weigh = [&](const std::string& key) {
      const auto rows = cues.positions_by_first.find(key);
      if (rows == cues.positions_by_first.end()) return;
      for (const uint32_t row : rows->second) {
        const uint32_t end = match(cues.positions[row], 0, tokens, parse, at, last);
        if (end > best.last) best = {&cues.positions[row], at, end};
      }
    };
    weigh(tokens.lower[at]);
    if (parse.words[at].lemma != tokens.lower[at]) weigh(parse.words[at].lemma);
    if (is_negation(tokens.lower[at])) weigh(std::string(kNot));
    if (best.position != nullptr) found.push_back(best);
    at = best.position != nullptr ? best.last : at + 1;
  }
  return found;
}

}  // namespace demarche
