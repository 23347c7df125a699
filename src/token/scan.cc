// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "token/scan.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/strings.h"
#include "token/addresses.h"
#include "token/characters.h"
#include "token/contractions.h"

namespace demarche {
namespace {

// Before a hyphen these make one word ("non-aligned"); all other compounds fall into their parts.
constexpr auto kPrefixes = std::to_array<std::string_view>(
    {"anti",  "arch",  "bi",     "co",    "counter", "cross", "de",    "e",     "ex",
     "extra", "hyper", "inter",  "intra", "macro",   "mega",  "meta",  "micro", "mid",
     "mini",  "mis",   "multi",  "neo",   "non",     "pan",   "para",  "post",  "pre",
     "pro",   "proto", "pseudo", "quasi", "re",      "semi",  "socio", "sub",   "super",
     "trans", "ultra", "un",     "uni",   "geo"});

// A number before one of these is a word of its own: "3pm", "$5bn".
constexpr auto kUnits = std::to_array<std::string_view>(
    {"am", "bn",  "cm",  "ft", "g",  "gb",  "gw", "ha",  "hr", "hrs", "k",  "kb",
     "kg", "km",  "kph", "kw", "lb", "lbs", "m",  "mb",  "mg", "min", "ml", "mm",
     "mn", "mph", "mw",  "oz", "pm", "sq",  "tn", "trn", "x",  "yrs"});

constexpr size_t kLongestPrefix = 7;
constexpr size_t kLongestUnit = 3;

bool is_listed(const auto& list, std::string_view word, size_t longest) {
  if (word.empty() || word.size() > longest) return false;
  std::array<char, 8> folded{};
  for (size_t i = 0; i < word.size(); ++i) {
    folded[i] = is_ascii_upper(word[i]) ? static_cast<char>(word[i] - 'A' + 'a') : word[i];
  }
  return std::ranges::find(list, std::string_view(folded.data(), word.size())) != list.end();
}

class Scanner {
 public:
  Scanner(std::string_view text, Span span, const Language* language, std::vector<Piece>& pieces)
      : text_(text.substr(0, span.end)),
        at_(span.begin),
        begin_(span.begin),
        language_(language),
        pieces_(pieces) {}

  void scan() {
    while (at_ < end()) {
      const Character c = character_at(text_, at_);
      if (c.kind == Kind::kSpace) {
        at_ += c.length;
        continue;
      }
      const size_t before = pieces_.size();
      if (is_word(c.kind)) {
        scan_word();
      } else {
        scan_mark(c);
      }
      if (pieces_.size() > before) extend();
    }
  }

 private:
  [[nodiscard]] uint32_t end() const { return static_cast<uint32_t>(text_.size()); }
  [[nodiscard]] Character peek(uint32_t at) const {
    return at < end() ? character_at(text_, at) : Character{Kind::kSpace, 0, ' '};
  }
  [[nodiscard]] std::string_view view(uint32_t first, uint32_t last) const {
    return text_.substr(first, last - first);
  }
  [[nodiscard]] bool after_space() const {
    return at_ == begin_ || pieces_.empty() || pieces_.back().span.end != at_;
  }

  void emit(uint32_t last, Shape shape, bool clitic = false) {
    pieces_.push_back({{at_, last}, shape, clitic});
    at_ = last;
  }

  /// What joins the character before (variation selectors and so on) goes into its piece.
  void extend() {
    for (Character c = peek(at_); c.kind == Kind::kExtend; c = peek(at_)) {
      at_ += c.length;
      pieces_.back().span.end = at_;
    }
  }

  // Words.

  void scan_word();
  [[nodiscard]] uint32_t letters_end(uint32_t at) const;
  [[nodiscard]] uint32_t connector_end(uint32_t begin, uint32_t part, uint32_t at) const;
  [[nodiscard]] uint32_t dot_end(uint32_t begin, uint32_t part, uint32_t at) const;
  [[nodiscard]] uint32_t number_end(uint32_t at) const;
  void emit_number(uint32_t last);
  void emit_word(uint32_t last);
  bool emit_with_stop(uint32_t last);
  [[nodiscard]] Shape shape_with_stop(std::string_view word, uint32_t after) const;

  // Marks.

  void scan_mark(Character c);
  void scan_apostrophe(Character c);
  [[nodiscard]] bool is_possessive(uint32_t after) const;
  bool scan_smiley();
  [[nodiscard]] uint32_t run_end(uint32_t at, Kind a, Kind b) const;
  [[nodiscard]] uint32_t picture_end(uint32_t at) const;

  std::string_view text_;  // ends where the span ends
  uint32_t at_;
  uint32_t begin_;
  const Language* language_;
  std::vector<Piece>& pieces_;
};

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
  constexpr uint32_t kSubscriber = 4;
  const bool telephone = groups == 2 && last - at == kPrefix && hyphened - last == kSubscriber + 1;
  if (groups > 2 || telephone) return hyphened;
  while (last + 1 < end() && is_ascii_digit(text_[last + 1])) {
    const char c = text_[last];
    if (c != '.' && c != ',' && c != ':' && c != '/') break;
    last = digits(last + 1);
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
  // "U.S", "Ph.D"; but "end.A new" is the end of a sentence without its space.
  if (single && (initial || (at - part <= 3 && peek(next).kind == Kind::kStop))) return next;
  return is_domain_dot(view(begin, at), view(at + 1, next)) ? next : at;
}

/// The end of the part of a word after a joining mark at `at`; `at` if the word ends here.
/// `part` is where the last part began.
uint32_t Scanner::connector_end(uint32_t begin, uint32_t part, uint32_t at) const {
  const Character c = peek(at);
  switch (c.kind) {
    case Kind::kApostrophe:
      return is_word(peek(at + c.length).kind) ? letters_end(at + c.length) : at;
    case Kind::kHyphen:
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
  // "the 1990's"
  const Character mark = peek(last);
  const uint32_t s = last + mark.length;
  if (mark.kind == Kind::kApostrophe && s < end() && text_[s] == 's' && letters_end(s) == s + 1) {
    return emit(s + 1, Shape::kNumber);
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

/// A word with the full stop that belongs to it.
bool Scanner::emit_with_stop(uint32_t last) {
  if (last >= end() || text_[last] != '.') return false;
  const Kind next = peek(last + 1).kind;
  if (next == Kind::kStop || next == Kind::kEllipsis) return false;
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
    return word.size() - word.rfind('.') == 2 ? Shape::kAbbreviation : Shape::kWord;
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
      {":-)", ":-(", ";-)", ":-D", ":-P", ":-/", ":)", ":(", ";)", ":D", ":P", ":p", "=)"});
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
  // "'90s", "'em"
  if (after_space() && last > word && is_ascii_digit(text_[word]) && text_[last - 1] == 's') {
    return emit(last, Shape::kNumber);
  }
  if (after_space() && is_listed(kCut, view(word, last), 5)) return emit(last, Shape::kWord);
  const bool doubled = c.value == '\'' && word < end() && text_[word] == '\'';
  if (doubled) return emit(word + 1, Shape::kQuote);
  const bool possessive = is_possessive(word);
  emit(word, c.value == '\'' ? Shape::kQuote : Shape::kClose, possessive);
}

void Scanner::scan_mark(Character c) {
  const uint32_t after = at_ + c.length;
  switch (c.kind) {
    case Kind::kApostrophe:
      return scan_apostrophe(c);
    case Kind::kStop:
    case Kind::kEllipsis: {
      const uint32_t last = run_end(at_, Kind::kStop, Kind::kEllipsis);
      return emit(last,
                  last > after || c.kind == Kind::kEllipsis ? Shape::kEllipsis : Shape::kStop);
    }
    case Kind::kAsk:
      return emit(run_end(at_, Kind::kAsk, Kind::kAsk), Shape::kAsk);
    case Kind::kOpen:
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
  if ((c.value == ':' || c.value == ';' || c.value == '=') && scan_smiley()) return;
  if ((c.value == '@' || c.value == '#') && after_space() && peek(after).kind == Kind::kLetter) {
    return emit(letters_end(after), Shape::kWord);
  }
  uint32_t last = after;
  if (c.value == '=' || c.value == '*' || c.value == '_' || c.value == '~' || c.value == '`') {
    while (last < end() && text_[last] == text_[at_]) ++last;
  }
  emit(last, c.value == '`' ? Shape::kOpen : Shape::kMark);
}

}  // namespace

void scan_pieces(std::string_view text, Span span, const Language* language,
                 std::vector<Piece>& pieces) {
  Scanner(text, span, language, pieces).scan();
}

}  // namespace demarche
