// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "base/strings.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.h"

namespace demarche {

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  size_t begin = 0;
  for (size_t at = text.find(by); at != std::string_view::npos; at = text.find(by, begin)) {
    parts.push_back(text.substr(begin, at - begin));
    begin = at + 1;
  }
  parts.push_back(text.substr(begin));
  return parts;
}

std::string join(const std::vector<std::string>& parts, std::string_view by) {
  std::string out;
  for (const auto& part : parts) {
    if (&part != parts.data()) out += by;
    out += part;
  }
  return out;
}

std::string to_lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (is_ascii_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::optional<int> parse_int(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<double> parse_double(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool has_prefix_nocase(std::string_view text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  const auto lower = [](char c) { return is_ascii_upper(c) ? static_cast<char>(c | 32) : c; };
  return std::ranges::equal(text.substr(0, prefix.size()), prefix, {}, lower, lower);
}

std::string replace_all(std::string text, std::string_view what, std::string_view with) {
  for (size_t at = text.find(what); at != std::string::npos && !what.empty();
       at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

std::string fold_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    if (is_space(c.value)) {
      space = true;
    } else {
      if (space && !out.empty()) out += ' ';
      space = false;
      out += text.substr(at, c.length);
    }
    at += c.length;
  }
  return out;
}

std::string without_accents(std::string_view text) {
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 128; }))
    return std::string(text);
  // Letters of their own, which have no form with a mark.
  static constexpr std::array<std::pair<UChar32, std::string_view>, 16> kLetters = {{{0xD8, "O"},
                                                                                     {0xF8, "o"},
                                                                                     {0x141, "L"},
                                                                                     {0x142, "l"},
                                                                                     {0x110, "D"},
                                                                                     {0x111, "d"},
                                                                                     {0x131, "i"},
                                                                                     {0xD0, "D"},
                                                                                     {0xF0, "d"},
                                                                                     {0xDF, "ss"},
                                                                                     {0xC6, "Ae"},
                                                                                     {0xE6, "ae"},
                                                                                     {0x152, "Oe"},
                                                                                     {0x153, "oe"},
                                                                                     {0xDE, "Th"},
                                                                                     {0xFE, "th"}}};
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* apart = icu::Normalizer2::getNFDInstance(error);
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  if (U_FAILURE(error)) return std::string(text);
  const icu::UnicodeString parts = apart->normalize(wide, error);
  if (U_FAILURE(error)) return std::string(text);
  icu::UnicodeString out;
  bool latin = false;  // the letter before
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 c = parts.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK && latin) continue;
    if (u_charType(c) != U_NON_SPACING_MARK) latin = c < 0x250;
    const auto* const letter =
        std::ranges::find(kLetters, c, &std::pair<UChar32, std::string_view>::first);
    if (letter == kLetters.end()) {
      out.append(c);
    } else {
      out.append(icu::UnicodeString::fromUTF8(
          icu::StringPiece(letter->second.data(), static_cast<int32_t>(letter->second.size()))));
    }
  }
  // What is apart in other scripts is put together again.
  const icu::Normalizer2* together = icu::Normalizer2::getNFCInstance(error);
  std::string result;
  if (U_FAILURE(error)) return std::string(text);
  together->normalize(out, error).toUTF8String(result);
  return result;
}

std::string fold_case(std::string_view text) {
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 128; })) {
    return to_lower_ascii(text);
  }
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  for (int32_t i = 0; i < wide.length(); ++i) {
    switch (wide[i]) {
      case 0x2018:
      case 0x2019:
      case 0x201B:
      case 0x2032:
      case 0x02BC:
        wide.setCharAt(i, '\'');
        break;
      case 0x201C:
      case 0x201D:
      case 0x201E:
      case 0x201F:
      case 0x00AB:
      case 0x00BB:
        wide.setCharAt(i, '"');
        break;
      case 0x2010:
      case 0x2011:
      case 0x2012:
      case 0x2013:
      case 0x2014:
      case 0x2212:
        wide.setCharAt(i, '-');
        break;
      default:
        break;
    }
  }
  wide.foldCase();
  std::string out;
  wide.toUTF8String(out);
  return out;
}

std::string nearest_name(std::string_view word, const std::vector<std::string>& names) {
  constexpr size_t kFar = 3;
  std::string best;
  size_t least = kFar;
  for (const auto& name : names) {
    std::vector<size_t> row(name.size() + 1);
    for (size_t j = 0; j < row.size(); ++j) row[j] = j;
    for (size_t i = 1; i <= word.size(); ++i) {
      size_t corner = row[0];
      row[0] = i;
      for (size_t j = 1; j <= name.size(); ++j) {
        const size_t change = corner + (word[i - 1] == name[j - 1] ? 0 : 1);
        corner = row[j];
        row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
      }
    }
    if (row.back() < least) {
      least = row.back();
      best = name;
    }
  }
  return best;
}

}  // namespace demarche
