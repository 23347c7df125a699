// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "token/scan.h"

#include <array>
#include <string>

#include "base/strings.h"
#include "token/addresses.h"
#include "token/contractions.h"
#include "token/scanner.h"
#include "token/word_list.h"

namespace demarche {
namespace {

// Before a hyphen these make one word ("non-aligned"); all other compounds fall into their parts.
constexpr auto kPrefixes = std::to_array<std::string_view>(
    {"anti",  "arch",  "bi",    "co",     "counter", "cross", "de",   "e",     "ex",
     "extra", "hyper", "inter", "intra",  "macro",   "mega",  "meta", "micro", "mid",
     "mini",  "mis",   "multi", "neo",    "non",     "over",  "pan",  "para",  "post",
     "pre",   "pro",   "proto", "pseudo", "psycho",  "quasi", "re",   "semi",  "socio",
     "sub",   "super", "trans", "ultra",  "un",      "uni",   "geo"});

// A number before one of these is a word of its own: "3pm", "$5bn".
constexpr auto kUnits = std::to_array<std::string_view>(
    {"am",     "bn",      "cm",   "days", "ft", "g",       "gb", "gw",     "ha",    "hours", "hr",
     "hrs",    "k",       "kb",   "kg",   "km", "kph",     "kw", "lb",     "lbs",   "m",     "mb",
     "mg",     "min",     "mins", "ml",   "mm", "minutes", "mn", "months", "mph",   "mw",    "oz",
     "people", "persons", "pm",   "sq",   "tn", "trn",     "x",  "weeks",  "years", "yrs"});

// Written with a slash, and yet one word.
constexpr auto kSlashed = std::to_array<std::string_view>({"n/a", "s/he", "w/o"});

// "its" before one of these is "it 's" without its apostrophe.
constexpr auto kAfterIts = std::to_array<std::string_view>(
    {"a",  "an",  "at",     "because", "been", "from",  "her",   "his",  "in", "my",  "not",
     "on", "our", "really", "that",    "the",  "their", "there", "this", "to", "your"});

constexpr size_t kLongestPrefix = 7;
constexpr size_t kLongestUnit = 7;

}  // namespace

uint32_t Scanner::letters_end(uint32_t at) const {
  while (at < end()) {
    const Character c = character_at(text_, at);
    const bool inside = is_word(c.kind) || c.kind == Kind::kExtend || c.value == '_';
    if (!inside) break;
    at += c.length;
  }
  return at;
}

/// Digits with their commas, points, colons and slashes: "1,000.5", "10:30", "9/11", "2021-03-04".
uint32_t Scanner::number_end(uint32_t at) const {
  const auto digits = [&](uint32_t from) {
    while (from < end() && is_ascii_digit(text_[from])) ++from;
    return from;
  };
  // Hyphens join the parts of a day or a telephone number, not the ends of a range.
  uint32_t last = digits(at);
  uint32_t groups = 1;
  uint32_t hyphened = last;
  while (hyphened + 1 < end() && text_[hyphened] == '-' && is_ascii_digit(text_[hyphened + 1])) {
    hyphened = digits(hyphened + 1);
    ++groups;
  }
  constexpr uint32_t kPrefix = 3;
  constexpr uint32_t kPostcode = 5;
  constexpr uint32_t kSubscriber = 4;
  const bool subscriber = groups == 2 && hyphened - last == kSubscriber + 1;
  if (groups > 2 || (subscriber && (last - at == kPrefix || last - at == kPostcode)))
    return hyphened;
  uint32_t part = at;
  while (last + 1 < end() && is_ascii_digit(text_[last + 1])) {
    const char c = text_[last];
    const bool area = c == '-' && part > at && last - part == kPrefix && text_[part - 1] == '/' &&
                      digits(last + 1) == last + 1 + kSubscriber;
    if (c != '.' && c != ',' && c != ':' && c != '/' && !area) break;
    part = last + 1;
    last = digits(part);
  }
  return last;
}

/// The end of a word that goes on after a dot at `at`, else `at`: "U.S.A", "e.g", "site.org".
uint32_t Scanner::dot_end(uint32_t begin, uint32_t part, uint32_t at) const {
  // No name of a host is longer; keeps "com.com.com" without end from taking square time.
  constexpr uint32_t kLongestName = 256;
  if (at - begin > kLongestName) return at;
  if (!is_word(peek(at + 1).kind)) return at;
  const uint32_t next = letters_end(at + 1);
  const bool single = next - (at + 1) == peek(at + 1).length;
  const bool initial = at - part == character_at(text_, part).length;
  constexpr uint32_t kLongestDegree = 3;
  // "PM2.5"; "M.Sc."
  if (is_ascii_digit(text_[at - 1]) && is_ascii_digit(text_[at + 1])) return next;
  if (initial && is_ascii_upper(text_[part]) && is_ascii_upper(text_[at + 1]) &&
      next - at <= kLongestDegree && peek(next).value == '.') {
    return next;
  }
  // "U.S", "Ph.D"; but "end.A new" is the end of a sentence without its space.
  if (single && (initial || (at - part <= 3 && peek(next).kind == Kind::kStop))) return next;
  if (is_domain_dot(view(begin, at), view(at + 1, next))) return next;
  // "comp.sources.misc": two dots between small letters are in no sentence.
  const auto is_small = [&](uint32_t i) { return i < end() && text_[i] >= 'a' && text_[i] <= 'z'; };
  const bool second = part > begin && text_[part - 1] == '.' && is_small(part);
  const bool third = peek(next).value == '.' && is_small(next + 1);
  return is_small(begin) && is_small(at - 1) && is_small(at + 1) && (second || third) ? next : at;
}

/// "I/O", "w/o": a slash between two letters; `at` where it parts two words.
uint32_t Scanner::slash_end(uint32_t begin, uint32_t at) const {
  const uint32_t next = letters_end(at + 1);
  const bool capitals = at == begin + 1 && next == at + 2 && is_ascii_upper(text_[begin]) &&
                        is_ascii_upper(text_[at + 1]);
  constexpr size_t kLongest = 4;
  return capitals || is_listed(kSlashed, view(begin, next), kLongest) ? next : at;
}

/// "f**k", "b****": letters that are not to be read.
uint32_t Scanner::stars_end(uint32_t at) const {
  uint32_t last = at;
  while (last < end() && text_[last] == '*') ++last;
  if (peek(last).kind == Kind::kLetter) return letters_end(last);
  return last - at > 2 ? last : at;
}

/// The end of the part of a word after a joining mark at `at`; `at` if the word ends here.
/// `part` is where the last part began.
uint32_t Scanner::connector_end(uint32_t begin, uint32_t part, uint32_t at) const {
  const Character c = peek(at);
  switch (c.kind) {
    case Kind::kApostrophe:
      return is_word(peek(at + c.length).kind) ? letters_end(at + c.length) : at;
    case Kind::kHyphen:
      if (is_cut_off(begin, at)) return at + c.length;
      if (part != begin || !is_listed(kPrefixes, view(part, at), kLongestPrefix) ||
          !is_word(peek(at + c.length).kind)) {
        return at;
      }
      return letters_end(at + c.length);
    case Kind::kStop:
      return c.value == '.' ? dot_end(begin, part, at) : at;
    case Kind::kOther:
      if (c.value == '&' && is_ascii_upper(text_[at - 1]) && at + 1 < end() &&
          is_ascii_upper(text_[at + 1])) {
        return letters_end(at + 1);
      }
      if (c.value == '&' && at == begin + 1 && letters_end(at + 1) == at + 2) return at + 2;
      if (c.value == '`')
        return clitic_at(view(begin, letters_end(at + 1))) > 0 ? letters_end(at + 1) : at;
      if (c.value == '/') return slash_end(begin, at);
      if (c.value == '*') return stars_end(at);
      return at;
    default:
      return at;
  }
}

void Scanner::scan_word() {
  // Most words are followed by a space.
  uint32_t plain = at_;
  while (plain < end() && is_ascii_alpha(text_[plain])) ++plain;
  if (plain > at_ && plain < end() && (text_[plain] == ' ' || text_[plain] == ',')) {
    return emit_word(plain);
  }
  if (const uint32_t last = address_end(text_, at_); last > at_) return emit(last, Shape::kWord);
  if (is_ascii_digit(text_[at_])) return emit_number(number_end(at_));
  const uint32_t begin = at_;
  uint32_t part = at_;
  uint32_t last = letters_end(at_);
  while (last < end()) {
    const uint32_t next = connector_end(begin, part, last);
    if (next == last) break;
    part = last + peek(last).length;
    last = next;
  }
  // "US$5": the sign of a currency belongs to the letters before it.
  constexpr uint32_t kLongestCurrency = 3;
  if (last < end() && text_[last] == '$' && last - begin <= kLongestCurrency &&
      is_ascii_upper(text_[begin])) {
    return emit(last + 1, Shape::kWord);
  }
  emit_word(last);
}

void Scanner::emit_number(uint32_t last) {
  // "the 1990's"; but "2003's comedy"
  const Character mark = peek(last);
  const uint32_t s = last + mark.length;
  if (mark.kind == Kind::kApostrophe && s < end() && text_[s] == 's' && letters_end(s) == s + 1) {
    if (text_[last - 1] == '0') return emit(s + 1, Shape::kNumber);
    emit(last, Shape::kNumber);
    return emit(s + 1, Shape::kWord, true);
  }
  const uint32_t word = letters_end(last);
  const uint32_t after = peek(word).length + word;
  if (word == last) return emit(last, Shape::kNumber);
  if (is_listed(kUnits, view(last, word), kLongestUnit)) {
    emit(last, Shape::kNumber);
    return emit_word(word);
  }
  // "5p.m."
  if (word - last == 1 && peek(word).kind == Kind::kStop && is_word(peek(after).kind)) {
    return emit(last, Shape::kNumber);
  }
  // "1990s", "3D", "80's"
  emit_word(word);
}

void Scanner::emit_word(uint32_t last) {
  if (emit_with_stop(last)) return;
  if (is_its(last)) {
    emit(last - 1, Shape::kWord);
    return emit(last, Shape::kWord, true);
  }
  std::array<uint32_t, 3> cuts{};
  size_t count = 0;
  uint32_t right = last;
  // A run of a hundred thousand letters is no contraction.
  constexpr uint32_t kLongestContraction = 64;
  while (count < cuts.size() && right - at_ <= kLongestContraction) {
    const uint32_t cut = clitic_at(view(at_, right));
    if (cut == 0) break;
    right = at_ + cut;
    cuts[count++] = right;
  }
  const Shape shape = is_ascii_digit(text_[at_]) ? Shape::kNumber : Shape::kWord;
  emit(right, shape);
  while (count > 0) {
    --count;
    emit(count == 0 ? last : cuts[count - 1], Shape::kWord, true);
  }
}

/// "its not": "it 's" without its apostrophe.
bool Scanner::is_its(uint32_t last) const {
  constexpr size_t kLongest = 7;
  if (last - at_ != 3 || (text_[at_] | 0x20) != 'i' || view(at_ + 1, last) != "ts") return false;
  if (last >= end() || peek(last).value != ' ') return false;
  return is_listed(kAfterIts, view(last + 1, letters_end(last + 1)), kLongest);
}

/// "th- the": a word that was broken off, of two letters at most.
bool Scanner::is_cut_off(uint32_t begin, uint32_t at) const {
  constexpr uint32_t kLongest = 2;
  const Character next = peek(at + 1);
  return at - begin <= kLongest && text_[at] == '-' && text_[at - 1] >= 'a' &&
         text_[at - 1] <= 'z' && next.kind == Kind::kSpace && next.length > 0 &&
         (begin == begin_ || text_[begin - 1] == ' ');
}

/// A word with the full stop that belongs to it.
bool Scanner::emit_with_stop(uint32_t last) {
  if (last >= end() || text_[last] != '.') return false;
  const Kind next = peek(last + 1).kind;
  if (next == Kind::kEllipsis) return false;
  // "in the U.S..": the second stop is the end.
  if (next == Kind::kStop && peek(last + 2).kind == Kind::kStop) return false;
  if (next == Kind::kStop && view(at_, last).find('.') == std::string_view::npos) return false;
  const Shape shape = shape_with_stop(view(at_, last), last + 1);
  if (shape == Shape::kWord) return false;
  emit(last + 1, shape);
  return true;
}

/// What a word is with the stop after it; kWord if the stop is none of its own. `after` is the
/// place behind the stop.
Shape Scanner::shape_with_stop(std::string_view word, uint32_t after) const {
  constexpr size_t kLongestAbbreviation = 12;
  if (word.size() > kLongestAbbreviation) return Shape::kWord;
  uint32_t next = after;
  Character follows = peek(next);
  while (next < end() && follows.kind == Kind::kSpace) {
    next += follows.length;
    follows = peek(next);
  }
  const bool capital = is_ascii_upper(word.front());
  if (language_ == nullptr) return Shape::kAbbreviation;
  // "U.S.", "p.m", "Ph.D."
  if (const size_t dot = word.find('.'); dot != std::string_view::npos) {
    const size_t part = word.size() - dot - 1;
    const bool degree = dot == 1 && capital && part == 2 && is_ascii_upper(word[2]);
    return word.size() - word.rfind('.') == 2 || degree ? Shape::kAbbreviation : Shape::kWord;
  }
  // No sentence ends before a comma: "in Austin, Tex., and"
  if (text_[next - 1] == '.' && (follows.value == ',' || follows.value == ';')) {
    return word.size() == 1 && capital ? Shape::kInitial : Shape::kAbbreviation;
  }
  if (word.size() == 1 && capital && word != "I") {
    return next < end() && is_word(follows.kind) ? Shape::kInitial : Shape::kWord;
  }
  const auto found = language_->abbreviation_kinds.find(to_lower_ascii(word) + ".");
  if (found == language_->abbreviation_kinds.end()) return Shape::kWord;
  switch (found->second) {
    case AbbreviationKind::kTitle:
      return capital && next < end() && is_word(follows.kind) ? Shape::kTitle : Shape::kWord;
    case AbbreviationKind::kNumber:
      return follows.kind == Kind::kDigit ? Shape::kTitle : Shape::kWord;
    case AbbreviationKind::kMonth:
      return capital ? Shape::kAbbreviation : Shape::kWord;
    case AbbreviationKind::kOther:
      return Shape::kAbbreviation;
  }
  return Shape::kWord;
}

void scan_pieces(std::string_view text, Span span, const Language* language,
                 std::vector<Piece>& pieces) {
  Scanner(text, span, language, pieces).scan();
}

}  // namespace demarche
