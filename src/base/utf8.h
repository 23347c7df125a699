// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace demarche {

struct CodePoint {
  uint32_t value = 0xFFFD;
  uint32_t length = 1;  ///< bytes; 1 for an invalid byte
  bool valid = false;
};

/// The code point that begins at byte `at` (< text.size()). An overlong form, a surrogate or a
/// broken sequence is one invalid byte.
CodePoint decode_utf8(std::string_view text, size_t at);
void append_utf8(std::string& out, uint32_t code_point);

/// The text with each invalid byte replaced by U+FFFD, and how many there were.
struct Repaired {
  std::string text;
  size_t replaced = 0;
};
Repaired repair_utf8(std::string_view bytes);

bool is_space(uint32_t code_point);   ///< white space and zero-width space, as in fold_space
bool is_letter(uint32_t code_point);  ///< ICU's L* and M*
bool is_upper(uint32_t code_point);   ///< upper or title case letter

}  // namespace demarche
