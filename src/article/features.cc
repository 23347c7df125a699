// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/features.h"

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace demarche {
namespace {

struct Rows {
  uint32_t first, count;
};
// By FeatureSet::Region; train/article knows the same borders.
constexpr std::array kRegions = {Rows{0, 4096}, Rows{4096, 2048}, Rows{6144, 256},
                                 Rows{6400, Labeller::kRows - 6400}};
constexpr size_t kShapeBytes = 400;
constexpr size_t kLongWord = 5;  // bytes

// Calls f with the hash of each longer word, case folded in ASCII.
template <class F>
void for_words(std::string_view text, F f) {
  uint32_t hash = kHashStart;
  size_t size = 0;
  for (size_t at = 0; at <= text.size(); ++at) {
    const auto u = at < text.size() ? static_cast<unsigned char>(text[at]) : ' ';
    const auto c = static_cast<char>(u);
    if (u >= 128 || is_ascii_alpha(c)) {
      hash = hash_byte(hash, static_cast<unsigned char>(u < 128 ? u | 32U : u));
      ++size;
      continue;
    }
    if (size >= kLongWord) f(hash);
    hash = kHashStart;
    size = 0;
  }
}

void add_first_words(std::string_view text, FeatureSet& set) {
  size_t cut = std::min<size_t>(text.size(), 60);
  while (cut > 0 && cut < text.size() && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80)
    --cut;
  const std::string folded = fold_case(text.substr(0, cut));
  const size_t end = std::min(folded.find(' '), folded.size());
  const std::string_view words = folded;
  if (end > 0) set.add(FeatureSet::Region::kWords, "word", words.substr(0, end));
  if (end + 1 < words.size()) {
    const size_t second = std::min(words.find(' ', end + 1), words.size());
    set.add(FeatureSet::Region::kWords, "words", words.substr(0, second));
  }
}

}  // namespace

// FNV-1a over a name and a value, mixed: the same feature has the same row wherever it is made.
uint32_t hash_feature(std::string_view name, std::string_view value) {
  uint32_t hash = hash_text(value, hash_text("=", hash_text(name)));
  hash ^= hash >> 15U;
  hash *= 2246822519U;
  return hash ^ (hash >> 13U);
}

void FeatureSet::add(Region region, std::string_view name, std::string_view value) {
  const Rows rows = kRegions[static_cast<size_t>(region)];
  rows_.push_back(static_cast<uint16_t>(rows.first + hash_feature(name, value) % rows.count));
}

void FeatureSet::add(Region region, std::string_view name, int value) {
  std::array<char, 12> digits{};
  size_t n = digits.size();
  unsigned left = static_cast<unsigned>(value < 0 ? -value : value);
  do {
    digits[--n] = static_cast<char>('0' + left % 10);
    left /= 10;
  } while (left > 0);
  if (value < 0) digits[--n] = '-';
  add(region, name, std::string_view(digits.data() + n, digits.size() - n));
}

Features FeatureSet::take() {
  Features rows = std::move(rows_);
  rows_ = {};
  std::ranges::sort(rows);
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

int bucket_of(size_t count) {
  if (count < 4) return static_cast<int>(count);
  int bits = 0;
  for (; count >= 4; count >>= 1U) ++bits;
  return 2 + bits * 2 + static_cast<int>(count & 1U);
}

int bucket_of_share(double share) {
  if (share <= 0) return 0;
  return share >= 0.999 ? 11 : 1 + static_cast<int>(share * 10);
}

int bucket_of_part(size_t part, size_t whole) {
  return whole == 0 ? -1 : bucket_of_share(static_cast<double>(part) / static_cast<double>(whole));
}

void add_shape(std::string_view text, FeatureSet& set) {
  if (text.empty()) return;
  size_t digits = 0;
  size_t capitals = 0;
  size_t letters = 0;
  for (const char c : text.substr(0, kShapeBytes)) {
    digits += is_ascii_digit(c) ? 1 : 0;
    capitals += is_ascii_upper(c) ? 1 : 0;
    letters += is_ascii_alpha(c) || static_cast<unsigned char>(c) >= 128 ? 1 : 0;
  }
  set.add("digits", bucket_of_part(digits, digits + letters) / 2);
  set.add("capitals", bucket_of_part(capitals, letters) / 2);
  const CodePoint first = decode_utf8(text, 0);
  const auto ascii = static_cast<char>(first.value < 128 ? first.value : 0);
  const bool digit = is_ascii_digit(ascii);
  const bool letter = is_letter(first.value);
  set.add("begins", is_upper(first.value) ? 1 : letter ? 2 : digit ? 3 : 4);
  if (!letter && !digit) set.add("opens", text.substr(0, first.length));
  size_t last = text.size() - 1;
  while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80) --last;
  set.add("ends", is_letter(decode_utf8(text, last).value) ? "letter" : text.substr(last));
  add_first_words(text, set);
}

void add_words(std::string_view text, FeatureSet& set) {
  constexpr size_t kShort = 120;  // bytes
  if (text.size() > kShort) return;
  const std::string folded = fold_case(text);
  size_t begin = 0;
  for (size_t at = 0; at <= folded.size(); ++at) {
    const auto u = at < folded.size() ? static_cast<unsigned char>(folded[at]) : ' ';
    if (u >= 128 || is_ascii_alpha(static_cast<char>(u))) continue;
    if (at > begin)
      set.add(FeatureSet::Region::kWords, "any",
              std::string_view(folded).substr(begin, at - begin));
    begin = at + 1;
  }
}

void Vocabulary::add(std::string_view text) {
  for_words(text, [&](uint32_t word) { ++counts_[word]; });
}

double Vocabulary::share(std::string_view text, bool own) const {
  std::vector<uint32_t> words;
  for_words(text, [&](uint32_t word) { words.push_back(word); });
  if (words.size() < 3) return -1;
  std::ranges::sort(words);
  size_t shared = 0;
  for (size_t i = 0; i < words.size();) {
    size_t end = i;
    while (end < words.size() && words[end] == words[i]) ++end;
    const auto found = counts_.find(words[i]);
    const size_t count = found == counts_.end() ? 0 : found->second;
    if (count > (own ? end - i : 0)) shared += end - i;
    i = end;
  }
  return static_cast<double>(shared) / static_cast<double>(words.size());
}

}  // namespace demarche
