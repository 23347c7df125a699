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

// Calls with the hash of each stretch of `size` bytes, until it is told to stop.
template <typename Call>
void each_stretch(std::string_view text, size_t size, const Call& call) {
  if (text.size() < size) return;
  uint64_t top = 1;
  for (size_t i = 1; i < size; ++i) top *= kBase;
  uint64_t hash = hash_of(text.substr(0, size));
  bool more = call(hash);
  for (size_t i = size; i < text.size() && more; ++i) {
    hash = (hash - top * static_cast<unsigned char>(text[i - size])) * kBase +
           static_cast<unsigned char>(text[i]);
    more = call(hash);
  }
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
  each_stretch(text, kSize, [&](uint64_t hash) {
    const auto [place, fresh] = numbers_.emplace(hash, number);
    if (!fresh && place->second != number) place->second = kSeveral;
    return true;
  });
}

uint32_t TextIndex::find(std::string_view part) const {
  if (part.size() < kSize) return kNone;
  const size_t stretches = part.size() - kSize + 1;
  size_t missing = 0;
  uint32_t best = kNone;
  bool open = true;
  each_stretch(part, kSize, [&](uint64_t hash) {
    const auto found = numbers_.find(hash);
    if (found == numbers_.end()) {
      // A word or a mark may differ.
      open = ++missing * 5 <= stretches;
    } else if (found->second != kSeveral) {
      open = best == kNone || best == found->second;
      best = found->second;
    }
    return open;
  });
  return open ? best : kNone;
}

Shingles::Shingles(std::string_view text) {
  text = text.substr(0, kMostBytes);
  hashes_.reserve(text.size());
  each_stretch(text, kSize, [&](uint64_t hash) {
    hashes_.insert(hash);
    return true;
  });
}

bool Shingles::holds(std::string_view part) const {
  return part.size() >= kSize && hashes_.contains(hash_of(part.substr(0, kSize))) &&
         hashes_.contains(hash_of(part.substr(part.size() - kSize)));
}

}  // namespace demarche
