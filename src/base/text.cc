// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <algorithm>

namespace demarche {
namespace {

constexpr uint32_t kStep = 64;

// A code point begins at every byte that is no continuation byte.
constexpr bool is_start(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

}  // namespace

OffsetMap::OffsetMap(std::string_view utf8) : utf8_(utf8) {
  every_.reserve(utf8.size() / kStep + 1);
  for (size_t i = 0; i < utf8.size(); ++i) {
    if (i % kStep == 0) every_.push_back(total_);
    total_ += is_start(utf8[i]) ? 1 : 0;
  }
  if (utf8.size() % kStep == 0) every_.push_back(total_);
}

uint32_t OffsetMap::code_point(uint32_t byte) const {
  byte = std::min(byte, static_cast<uint32_t>(utf8_.size()));
  uint32_t count = every_[byte / kStep];
  for (uint32_t i = byte / kStep * kStep; i < byte; ++i) count += is_start(utf8_[i]) ? 1 : 0;
  return count;
}

uint32_t OffsetMap::byte(uint32_t code_point) const {
  if (code_point >= total_) return static_cast<uint32_t>(utf8_.size());
  const auto after = std::upper_bound(every_.begin(), every_.end(), code_point);
  auto step = static_cast<uint32_t>(after - every_.begin() - 1);
  uint32_t count = every_[step];
  uint32_t at = step * kStep;
  while (at < utf8_.size()) {
    if (is_start(utf8_[at])) {
      if (count == code_point) return at;
      ++count;
    }
    ++at;
  }
  return at;
}

}  // namespace demarche
