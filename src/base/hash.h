// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace demarche {

inline constexpr uint32_t kHashStart = 2166136261U;

/// One byte more of an FNV-1a hash (Fowler, Noll, Vo): the same on every machine.
constexpr uint32_t hash_byte(uint32_t hash, unsigned char byte) {
  return (hash ^ byte) * 16777619U;
}

/// FNV-1a of a text, or going on from the hash of what stands before it.
constexpr uint32_t hash_text(std::string_view text, uint32_t hash = kHashStart) {
  for (const char c : text) hash = hash_byte(hash, static_cast<unsigned char>(c));
  return hash;
}

}  // namespace demarche
