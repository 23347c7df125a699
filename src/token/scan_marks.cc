// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "base/strings.h"
#include "token/scanner.h"
#include "token/word_list.h"

namespace demarche {

uint32_t Scanner::run_end(uint32_t at, Kind a, Kind b) const {
  while (at < end()) {
    const Character c = character_at(text_, at);
    if (c.kind != a && c.kind != b) break;
    at += c.length;
  }
  return at;
}

/// One emoji: pictures that U+200D joins, or the two letters of a flag.
uint32_t Scanner::picture_end(uint32_t at) const {
  const auto is_flag = [](Character c) { return c.value >= 0x1F1E6 && c.value <= 0x1F1FF; };
  Character c = peek(at);
  const bool flag = is_flag(c);
  at += c.length;
  c = peek(at);
  if (flag && is_flag(c)) return at + c.length;
  while (c.kind == Kind::kExtend) {
    at += c.length;
    const bool joined = c.value == 0x200D;
    c = peek(at);
    if (joined && c.kind == Kind::kPicture) {
      at += c.length;
      c = peek(at);
    }
  }
  return at;
}

bool Scanner::scan_smiley() {
  static constexpr auto kSmileys = std::to_array<std::string_view>(
      {":-))", ":-)", ":-(", ";-)", ":-D", ":-P", ":-p", ":-/", ":-|", ":'(", ":')",
       ":))",  ":((", ":)",  ":(",  ";)",  ":D",  ";D",  ":P",  ";P",  ":p",  "=))",
       "=)",   "=(",  "=D",  "=]",  ":]",  "^_^", "^^",  "<3",  "(:",  "(;"});
  for (const auto smiley : kSmileys) {
    if (!text_.substr(at_).starts_with(smiley)) continue;
    const auto last = at_ + static_cast<uint32_t>(smiley.size());
    if (is_word(peek(last).kind)) return false;
    emit(last, Shape::kMark);
    return true;
  }
  return false;
}

/// "the voters' choice": behind an s, before a word, and no single quote is open. `after` is the
/// place behind the apostrophe.
bool Scanner::is_possessive(uint32_t after) const {
  if (after_space() || (text_[at_ - 1] | 0x20) != 's') return false;
  const Character next = peek(after);
  if (next.kind != Kind::kSpace || next.length == 0) return false;
  if (peek(after + next.length).kind != Kind::kLetter) return false;
  // A bounded look back for the mark that this one would close.
  constexpr size_t kFar = 60;
  const size_t first = pieces_.size() > kFar ? pieces_.size() - kFar : 0;
  for (size_t i = pieces_.size(); i > first; --i) {
    const Piece& piece = pieces_[i - 1];
    const Character mark = character_at(text_, piece.span.begin);
    const bool opens = i < 2 || pieces_[i - 2].span.end < piece.span.begin;
    if (mark.value == 0x2018 || (mark.value == '\'' && opens && piece.span.size() == 1))
      return false;
    if (mark.kind == Kind::kApostrophe && !piece.clitic && !opens) return true;
  }
  return true;
}

void Scanner::scan_apostrophe(Character c) {
  static constexpr auto kCut =
      std::to_array<std::string_view>({"em", "til", "cause", "n", "tis", "twas"});
  const uint32_t word = at_ + c.length;
  const uint32_t last = letters_end(word);
  // "'90s", "'98", "'em"
  constexpr uint32_t kYear = 2;
  if (after_space() && last > word && is_ascii_digit(text_[word]) &&
      (text_[last - 1] == 's' || (last - word == kYear && is_ascii_digit(text_[word + 1]) &&
                                  peek(last).kind != Kind::kApostrophe))) {
    return emit(last, Shape::kNumber);
  }
  if (after_space() && is_listed(kCut, view(word, last), 5)) return emit(last, Shape::kWord);
  // Two single marks make a double one.
  if (c.value == '\'' && peek(word).value == '\'') return emit(word + 1, Shape::kQuote);
  if (c.value == 0x2019 && peek(word).value == 0x2019) {
    return emit(word + c.length, Shape::kClose);
  }
  const bool possessive = is_possessive(word);
  emit(word, c.value == '\'' ? Shape::kQuote : Shape::kClose, possessive);
}

/// ".265", "+44": a sign in front of digits, behind a space or another sign.
bool Scanner::starts_number(Character c) const {
  if ((c.value != '.' && c.value != '+') || at_ + 1 >= end()) return false;
  if (!is_ascii_digit(text_[at_ + 1])) return false;
  return after_space() || (c.value == '.' && pieces_.back().shape == Shape::kMark);
}

/// A full stop or an ellipsis, or both with marks of asking: "...", "?" behind a stop.
void Scanner::scan_stop(Character c) {
  const uint32_t last = run_end(at_, Kind::kStop, Kind::kEllipsis);
  // ".org": an ending without its name.
  if (c.value == '.' && last == at_ + 1 && after_space() && peek(last).kind == Kind::kLetter) {
    return emit(letters_end(last), Shape::kWord);
  }
  if (c.value == '.' && last == at_ + 1 && peek(last).kind == Kind::kAsk) {
    return emit(run_end(last, Kind::kAsk, Kind::kAsk), Shape::kAsk);
  }
  const bool one = last == at_ + c.length && c.kind == Kind::kStop;
  emit(last, one ? Shape::kStop : Shape::kEllipsis);
}

/// Lines and boxes drawn with marks: "|-----+--->".
bool Scanner::scan_drawing() {
  constexpr std::string_view kStrokes = "-=+*~_|<>#{}^";
  constexpr uint32_t kShortest = 5;
  uint32_t last = at_;
  while (last < end() && kStrokes.find(text_[last]) != std::string_view::npos) ++last;
  if (last - at_ < kShortest) return false;
  emit(last, Shape::kMark);
  return true;
}

void Scanner::scan_mark(Character c) {
  const uint32_t after = at_ + c.length;
  switch (c.kind) {
    case Kind::kApostrophe:
      return scan_apostrophe(c);
    case Kind::kStop:
      if (starts_number(c)) return emit_number(number_end(after));
      return scan_stop(c);
    case Kind::kEllipsis:
      return scan_stop(c);
    case Kind::kAsk:
      return emit(run_end(at_, Kind::kAsk, Kind::kAsk), Shape::kAsk);
    case Kind::kOpen:
      if (c.value == '(' && after_space() && scan_smiley()) return;
      if (c.value == 0x2018 && (peek(after).value == 0x2018 || peek(after).value == 0x2019)) {
        return emit(after + peek(after).length, Shape::kOpen);
      }
      return emit(after, Shape::kOpen);
    case Kind::kClose:
      return emit(after, Shape::kClose);
    case Kind::kQuote:
      return emit(after, Shape::kQuote);
    case Kind::kHyphen:
      return emit(run_end(at_, Kind::kHyphen, Kind::kHyphen), Shape::kMark);
    case Kind::kPicture:
      return emit(picture_end(at_), Shape::kMark);
    case Kind::kOther:
      break;
    default:
      return emit(after, Shape::kMark);
  }
  if (c.value < 128 && scan_smiley()) return;
  if (starts_number(c)) return emit_number(number_end(after));
  if (scan_drawing()) return;
  if ((c.value == '@' || c.value == '#') && after_space() && peek(after).kind == Kind::kLetter) {
    return emit(letters_end(after), Shape::kWord);
  }
  uint32_t last = after;
  if (std::string_view("=*_~`<>+").find(static_cast<char>(c.value)) != std::string_view::npos &&
      c.value < 128) {
    while (last < end() && text_[last] == text_[at_]) ++last;
  }
  emit(last, c.value == '`' ? Shape::kOpen : Shape::kMark);
}

}  // namespace demarche
