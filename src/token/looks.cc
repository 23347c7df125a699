// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "token/looks.h"

#include "base/utf8.h"
#include "token/characters.h"

namespace demarche {
namespace {

/// "9:9" of a time, "9/9" of a day; "9" of a plain number.
std::string_view look_of_number(std::string_view number) {
  for (const char c : number) {
    switch (c) {
      case ':':
        return "9:9";
      case '/':
        return "9/9";
      case '-':
        return "9-9";
      case '.':
        return "9.9";
      default:
        break;
    }
  }
  constexpr size_t kYear = 4;
  return number.size() == kYear ? "99" : "9";
}

bool is_address(std::string_view word) {
  return word.find('@') != std::string_view::npos || word.find("://") != std::string_view::npos ||
         word.starts_with("www.");
}

std::string_view look_of_word(std::string_view word) {
  constexpr size_t kFar = 16;
  bool small = false, capital = false, digit = false, first = false, second = false;
  size_t letters = 0;
  for (size_t at = 0; at < word.size() && letters < kFar; ++letters) {
    const Character c = character_at(word, static_cast<uint32_t>(at));
    const bool upper = is_upper(c.value);
    if (letters == 0) first = upper;
    if (letters == 1) second = upper;
    capital |= upper;
    small |= c.kind == Kind::kLetter && !upper;
    digit |= c.kind == Kind::kDigit;
    at += c.length;
  }
  if (digit) return small || capital ? "a9" : "9";
  if (first) return small ? (second ? "AAa" : "Aa") : letters == 1 ? "A" : "AA";
  return small ? (capital ? "aA" : "a") : "o";
}

/// ",", "--", a face such as ":)", an arrow; "o" for all else.
std::string_view look_of_mark(std::string_view mark) {
  constexpr std::string_view kKnown = ",;:-/&%$#@<>*_=|~+";
  if (kKnown.find(mark.front()) == std::string_view::npos) return "o";
  if (mark.size() == 1) return mark;
  if (mark[0] == mark[1]) return mark.substr(0, 2);
  return mark[0] == ':' || mark[0] == ';' ? ":)" : "<--";
}

}  // namespace

std::string_view look_of(std::string_view word, const Piece& piece, std::string_view lower) {
  if (lower.empty()) return "o";
  switch (piece.shape) {
    case Shape::kWord:
      if (piece.clitic) return "'s";
      if (is_address(lower)) return "@";
      return look_of_word(word);
    case Shape::kNumber:
      return look_of_number(lower);
    case Shape::kTitle:
      return "Dr.";
    case Shape::kInitial:
      return "A.";
    case Shape::kAbbreviation:
      return lower.find('.') + 1 == lower.size() ? "etc." : "u.s.";
    case Shape::kStop:
      return ".";
    case Shape::kEllipsis:
      return "...";
    case Shape::kAsk:
      return lower.front() == '!' ? (lower.size() > 1 ? "!!" : "!") : "?";
    case Shape::kOpen:
      return lower.front() == '(' || lower.front() == '[' ? "(" : "``";
    case Shape::kClose:
      return lower.front() == ')' || lower.front() == ']' ? ")" : "''";
    case Shape::kQuote:
      return "\"";
    case Shape::kMark:
      break;
  }
  return look_of_mark(lower);
}

}  // namespace demarche
