// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "story/story.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <unordered_map>
#include <utility>

namespace demarche {
namespace {

constexpr double kSame = .6;
constexpr std::chrono::days kWindow{14};
constexpr size_t kCandidates = 64;

// Of one speaker: shingle -> the tellings that have it.
using Index = std::unordered_map<std::string, std::vector<size_t>>;

// Pairs of neighbouring words; of a single word the word itself. Sorted and unique.
std::vector<std::string> shingles_of(const std::vector<std::string>& words) {
  std::vector<std::string> shingles;
  if (words.size() == 1) shingles.push_back(words.front());
  for (size_t i = 0; i + 1 < words.size(); ++i) shingles.push_back(words[i] + ' ' + words[i + 1]);
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

// "the talks will go on", "the talks will not go on": most words agree, yet they are two.
// A hedge joins neither: it would be the bridge between them.
bool same_pole(const Telling& a, const Telling& b) {
  return (a.pole > 0) == (b.pole > 0) && (a.pole < 0) == (b.pole < 0);
}

bool near_in_time(const Telling& a, const Telling& b) {
  if (!a.day || !b.day) return a.document == b.document;
  return *a.day - *b.day <= kWindow && *b.day - *a.day <= kWindow;
}

}  // namespace

std::vector<std::string> find_utterances(const std::vector<Telling>& tellings) {
  std::vector<std::string> utterances(tellings.size());
  std::vector<size_t> sizes(tellings.size());
  std::map<std::pair<std::string, std::string>, Index> speakers;
  for (size_t i = 0; i < tellings.size(); ++i) {
    const Telling& telling = tellings[i];
    const auto shingles = shingles_of(telling.words);
    sizes[i] = shingles.size();
    auto& index = speakers[{telling.side, telling.speaker}];
    std::map<size_t, size_t> shared;  // earlier telling -> shingles in common
    for (const auto& shingle : shingles) {
      auto found = index.find(shingle);
      if (found == index.end()) continue;
      for (size_t earlier : found->second) ++shared[earlier];
    }
    double best = kSame;
    for (const auto& [earlier, count] : shared) {
      const double all = static_cast<double>(sizes[earlier] + shingles.size() - count);
      const double alike = static_cast<double>(count) / all;
      const bool better = alike > best || (alike == best && utterances[i].empty());
      if (better && near_in_time(tellings[earlier], telling) &&
          same_pole(tellings[earlier], telling)) {
        best = alike;
        utterances[i] = utterances[earlier];
      }
    }
    if (utterances[i].empty()) utterances[i] = telling.document + '#' + telling.row;
    for (const auto& shingle : shingles) {
      auto& holders = index[shingle];
      if (holders.size() >= kCandidates) holders.erase(holders.begin());  // the latest stay
      holders.push_back(i);
    }
  }
  return utterances;
}

}  // namespace demarche
