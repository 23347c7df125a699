// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "actor/place_key.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"

namespace demarche {
namespace {

// Letters of their own, which have no form with a mark.
constexpr std::array<std::pair<UChar32, std::string_view>, 9> kLetters = {{{0xF8, "o"},
                                                                           {0x142, "l"},
                                                                           {0x111, "d"},
                                                                           {0x131, "i"},
                                                                           {0xF0, "d"},
                                                                           {0xDF, "ss"},
                                                                           {0xE6, "ae"},
                                                                           {0x153, "oe"},
                                                                           {0xFE, "th"}}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kShort = {
    {{"saint", "st"}, {"sainte", "ste"}, {"mount", "mt"}, {"fort", "ft"}}};

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 128; });
}

std::string fold_ascii(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  for (const char c : word) {
    if (is_ascii_upper(c)) out += static_cast<char>(c - 'A' + 'a');
    if (is_ascii_lower(c) || is_ascii_digit(c)) out += c;
  }
  return out;
}

bool is_kept(UChar32 c) {
  const int8_t type = u_charType(c);
  return type == U_UPPERCASE_LETTER || type == U_LOWERCASE_LETTER || type == U_TITLECASE_LETTER ||
         type == U_OTHER_LETTER || type == U_DECIMAL_DIGIT_NUMBER || type == U_LETTER_NUMBER ||
         type == U_OTHER_NUMBER;
}

std::string fold_wide(std::string_view word) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* apart = icu::Normalizer2::getNFDInstance(error);
  if (U_FAILURE(error)) return fold_ascii(word);
  const icu::UnicodeString parts =
      apart->normalize(icu::UnicodeString::fromUTF8(
                           icu::StringPiece(word.data(), static_cast<int32_t>(word.size()))),
                       error);
  std::string out;
  for (int32_t i = 0; U_SUCCESS(error) && i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 c = u_tolower(parts.char32At(i));
    if (!is_kept(c)) continue;
    const auto* const letter =
        std::ranges::find(kLetters, c, &std::pair<UChar32, std::string_view>::first);
    if (letter != kLetters.end()) {
      out += letter->second;
    } else {
      icu::UnicodeString(c).toUTF8String(out);
    }
  }
  return out;
}

/// Length of the white space, hyphen or slash at `at`, 0 where there is none.
size_t gap_at(std::string_view name, size_t at) {
  const char c = name[at];
  if (is_ascii_space(c) || c == '-' || c == '/') return 1;
  static constexpr std::array<std::string_view, 5> kWide = {"\u2010", "\u2011", "\u2013", "\u2014",
                                                            "\u00a0"};
  for (const std::string_view gap : kWide)
    if (name.substr(at).starts_with(gap)) return gap.size();
  return 0;
}

}  // namespace

std::string fold_place_word(std::string_view word) {
  std::string out = is_ascii(word) ? fold_ascii(word) : fold_wide(word);
  for (const auto& [full, brief] : kShort)
    if (out == full) return std::string(brief);
  return out;
}

std::string fold_place_name(std::string_view name) {
  std::string out;
  size_t first = 0;
  const auto add = [&](size_t end) {
    const std::string word = fold_place_word(name.substr(first, end - first));
    if (!word.empty()) out += (out.empty() ? "" : " ") + word;
  };
  for (size_t at = 0; at < name.size();) {
    const size_t gap = gap_at(name, at);
    if (gap == 0) {
      ++at;
      continue;
    }
    add(at);
    first = at += gap;
  }
  add(name.size());
  return out;
}

}  // namespace demarche
