// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/text_index.h"

#include "base/strings.h"

namespace demarche {
namespace {

constexpr uint64_t kBase = 0x9E3779B97F4A7C15ULL;

uint64_t hash_of(std::string_view text) {
  uint64_t hash = 0;
  for (const char c : text) hash = hash * kBase + static_cast<unsigned char>(c);
  return hash;
}

}  // namespace

std::string squeeze_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const auto u = static_cast<unsigned char>(c);
    if (u >= 128 || is_ascii_alpha(c) || is_ascii_digit(c)) out += c;
  }
  return out;
}

void TextIndex::add(std::string_view text, uint32_t number) {
  if (text.size() < kSize) return;
  uint64_t top = 1;
  for (size_t i = 1; i < kSize; ++i) top *= kBase;
  uint64_t hash = hash_of(text.substr(0, kSize));
  numbers_.emplace(hash, number);
  for (size_t i = kSize; i < text.size(); ++i) {
    hash = (hash - top * static_cast<unsigned char>(text[i - kSize])) * kBase +
           static_cast<unsigned char>(text[i]);
    numbers_.emplace(hash, number);
  }
}

uint32_t TextIndex::find(std::string_view part) const {
  if (part.size() < kSize) return kNone;
  const auto first = numbers_.find(hash_of(part.substr(0, kSize)));
  const auto last = numbers_.find(hash_of(part.substr(part.size() - kSize)));
  const bool found = first != numbers_.end() && last != numbers_.end();
  return found && first->second == last->second ? first->second : kNone;
}

}  // namespace demarche
