// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "actor/surname.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace demarche {
namespace {

constexpr std::array<std::string_view, 23> kParticles = {
    "abu", "al",  "ap", "ben", "bin", "da", "dal", "de",  "del", "den", "der", "di",
    "do",  "dos", "du", "el",  "ibn", "la", "le",  "ter", "van", "von", "zu"};
constexpr std::array<std::string_view, 9> kSuffixes = {"jr",  "jr.", "sr", "sr.", "ii",
                                                       "iii", "iv",  "v",  "xiv"};

template <size_t N>
bool holds(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, to_lower_ascii(word)) != words.end();
}

}  // namespace

std::string surname_of(std::string_view name) {
  std::vector<std::string_view> words;
  for (const auto word : split(name, ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  while (words.size() > 1 && holds(kSuffixes, words.back())) words.pop_back();
  if (words.size() < 2) return {};
  size_t first = words.size() - 1;
  while (first > 1 && holds(kParticles, words[first - 1])) --first;
  std::string surname;
  for (size_t i = first; i < words.size(); ++i) {
    if (!surname.empty()) surname += ' ';
    surname += words[i];
  }
  return surname;
}

std::string without_article(std::string_view surname) {
  if (surname.size() < 5) return {};
  const std::string start = to_lower_ascii(surname.substr(0, 3));
  return start == "al-" || start == "el-" ? std::string(surname.substr(3)) : std::string();
}

}  // namespace demarche
