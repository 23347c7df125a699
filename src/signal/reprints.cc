// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "signal/reprints.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"
#include "story/story.h"

namespace demarche {
namespace {

// Runs of three or more letters and digits: "not" counts, "the" does no harm.
std::vector<std::string> words_in(std::string_view text) {
  constexpr size_t kShortest = 3;
  const std::string folded = fold_case(text);
  std::vector<std::string> words;
  std::string word;
  size_t letters = 0;
  const auto close = [&] {
    if (letters >= kShortest) words.push_back(word);
    word.clear();
    letters = 0;
  };
  for (size_t at = 0; at < folded.size();) {
    const CodePoint point = decode_utf8(folded, at);
    const bool digit = point.value >= '0' && point.value <= '9';
    if (is_letter(point.value) || digit) {
      word.append(folded, at, point.length);
      ++letters;
    } else {
      close();
    }
    at += point.length;
  }
  close();
  return words;
}

void sort_by_time(std::vector<Point>& points) {
  std::ranges::stable_sort(points, [](const Point& a, const Point& b) {
    const auto key = [](const Point& p) {
      return std::tuple(!p.from.has_value(), p.from.value_or(Day{}),
                        std::string_view(p.ref.document), p.order, std::string_view(p.ref.row),
                        p.polarity);
    };
    return key(a) < key(b);
  });
}

}  // namespace

std::vector<std::string> wording_of(const Point& point) {
  if (!point.wording.empty()) return point.wording;
  auto words = words_in(point.text);
  return words.empty() ? point.anchor : words;
}

std::vector<Point> fold_reprints(std::vector<Point> points) {
  sort_by_time(points);
  std::vector<Telling> tellings;
  std::vector<Point*> told;
  for (Point& point : points) {
    if (point.deed) continue;
    tellings.push_back({point.ref.document, point.ref.row, point.side, point.speaker,
                        wording_of(point), point.from, point.polarity});
    told.push_back(&point);
  }
  const auto utterances = find_utterances(tellings);
  // Rows that their document joins, and the two poles of one row, stay together.
  std::map<std::string, std::string> first;
  for (size_t i = 0; i < told.size(); ++i) {
    Point& point = *told[i];
    const std::string own = point.ref.document + '#' + point.ref.row;
    const auto [at, fresh] =
        first.try_emplace(point.utterance.empty() ? own : point.utterance, utterances[i]);
    point.utterance = at->second;
  }
  return points;
}

}  // namespace demarche
