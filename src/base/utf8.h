// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace demarche {

struct CodePoint {
  uint32_t value = 0xFFFD;
  uint32_t length = 1;  ///< bytes; 1 for an invalid byte
  bool valid = false;
};

/// decode_utf8 of a byte above 127.
CodePoint decode_long_utf8(std::string_view text, size_t at);

/// The code point that begins at byte `at` (< text.size()). An overlong form, a surrogate or a
/// broken sequence is one invalid byte.
inline CodePoint decode_utf8(std::string_view text, size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  return first < 0x80 ? CodePoint{first, 1, true} : decode_long_utf8(text, at);
}
void append_utf8(std::string& out, uint32_t code_point);

/// The text with each invalid byte replaced by U+FFFD, and how many there were.
struct Repaired {
  std::string text;
  size_t replaced = 0;
};
Repaired repair_utf8(std::string_view bytes);

bool is_space(uint32_t code_point);        ///< white space and zero-width space, as in fold_space
bool is_long_letter(uint32_t code_point);  ///< is_letter of a code point above 127
bool is_long_upper(uint32_t code_point);

/// ICU's L* and M*.
inline bool is_letter(uint32_t c) { return c < 128 ? (c | 32U) - 'a' < 26 : is_long_letter(c); }
/// Upper or title case letter.
inline bool is_upper(uint32_t c) { return c < 128 ? c - 'A' < 26 : is_long_upper(c); }

}  // namespace demarche
