// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "token/fold.h"

#include <algorithm>

#include "base/strings.h"

namespace demarche {

std::string fold_token(std::string_view word) {
  const bool wide =
      std::ranges::any_of(word, [](char c) { return static_cast<signed char>(c) < 0; });
  if (!wide) return to_lower_ascii(word);
  std::string out;
  for (size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (static_cast<signed char>(c) >= 0) {
      out += is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
      continue;
    }
    if (i + 2 >= word.size() || c != '\xE2' || word[i + 1] != '\x80') return fold_case(word);
    switch (word[i + 2]) {
      case '\x98':
      case '\x99':
      case '\x9B':
        out += '\'';
        break;
      case '\x9C':
      case '\x9D':
      case '\x9E':
      case '\x9F':
        out += '"';
        break;
      case '\x90':
      case '\x91':
      case '\x92':
      case '\x93':
      case '\x94':
        out += '-';
        break;
      default:
        return fold_case(word);
    }
    i += 2;
  }
  return out;
}

}  // namespace demarche
