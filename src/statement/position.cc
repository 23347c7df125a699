// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "statement/position.h"

#include <algorithm>

namespace demarche {
namespace {

constexpr uint32_t kGap = 9;
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

/// The words that a row names, gaps left out: of two that match as far the one with more is closer.
size_t solid(const Position& position) {
  const auto gaps = std::ranges::count(position.elements, true, &Position::Element::gap);
  return position.elements.size() - static_cast<size_t>(gaps);
}

/// Does the row itself speak of a negation? Then those around it are its own.
bool has_negation(const Position& position) {
  return std::ranges::any_of(position.elements, [](const auto& element) {
    return std::ranges::any_of(
        element.words, [](const std::string& word) { return word == kNot || is_negation(word); });
  });
}

bool negates_at(const Tokens& tokens, uint32_t at, uint32_t last) {
  if (!is_negation(tokens.lower[at])) return false;
  const bool more = at + 1 < last && (tokens.lower[at + 1] == "only" ||
                                      tokens.lower[at + 1] == "just");  // "not only ready"
  return !more;
}

/// Does the match stand in a question that is left open: "whether the talks will go on"?
bool is_open(const FoundPosition& found, const Tokens& tokens, uint32_t first) {
  constexpr uint32_t kBack = 6;
  for (uint32_t back = 1; back <= kBack && found.first >= first + back; ++back) {
    const std::string& word = tokens.lower[found.first - back];
    if (ends_gap(word)) return false;
    if (word == "whether") return true;
  }
  return false;
}

/// Is the match denied, by a negation inside a gap or up to three words before it in its clause?
bool is_negated(const FoundPosition& found, const Tokens& tokens, uint32_t first, uint32_t last) {
  constexpr uint32_t kBack = 3;
  if (has_negation(*found.position)) return false;
  bool negated = false;
  for (uint32_t at = found.first; at < found.last; ++at) {
    if (negates_at(tokens, at, last)) negated = !negated;
  }
  for (uint32_t back = 1; back <= kBack && found.first >= first + back; ++back) {
    const uint32_t at = found.first - back;
    const std::string& word = tokens.lower[at];
    if (ends_gap(word) || word == "and" || word == "that" || word == "whether" || word == "if") {
      break;
    }
    if (!negates_at(tokens, at, last)) continue;
    negated = !negated;
    break;
  }
  return negated;
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
        const Position& position = cues.positions[row];
        const bool closer =
            best.position != nullptr && end == best.last && solid(position) > solid(*best.position);
        if (end > best.last || closer) best = {&position, at, end};
      }
    };
    weigh(tokens.lower[at]);
    if (parse.words[at].lemma != tokens.lower[at]) weigh(parse.words[at].lemma);
    if (is_negation(tokens.lower[at])) weigh(std::string(kNot));
    if (best.position != nullptr) {
      best.negated = is_negated(best, tokens, first, last);
      if (!is_open(best, tokens, first)) found.push_back(best);
    }
    at = best.position != nullptr ? best.last : at + 1;
  }
  return found;
}

}  // namespace demarche
