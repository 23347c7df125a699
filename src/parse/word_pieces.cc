// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "parse/word_pieces.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "base/errors.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace demarche {
namespace {

constexpr size_t kLongestPart = 100;  // code points, as in BERT: a longer run is unknown
constexpr std::string_view kUnknown = "[UNK]";

bool is_digit(uint32_t c) { return c < 128 && is_ascii_digit(static_cast<char>(c)); }

bool is_punctuation(uint32_t c) {
  if (c < 128)
    return (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) ||
           (c >= 123 && c <= 126);
  return (U_MASK(u_charType(static_cast<UChar32>(c))) & U_GC_P_MASK) != 0;
}

bool is_chinese(uint32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x20000 && c <= 0x2FA1F) || (c >= 0xF900 && c <= 0xFAFF);
}

bool is_ignored(uint32_t c) {
  const uint32_t type = U_MASK(u_charType(static_cast<UChar32>(c)));
  return (type & (U_GC_CC_MASK | U_GC_CF_MASK)) != 0 || is_space(c);
}

// Quotation marks as typewriters have them: the treebanks know few others.
UChar32 straight(UChar32 c) {
  if (c == 0x2018 || c == 0x2019) return '\'';
  return c == 0x201C || c == 0x201D ? '"' : c;
}

// Lower case without accents and with straight quotation marks.
std::string plain(std::string_view word) {
  if (std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 128; }))
    return to_lower_ascii(word);
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
  wide.toLower(icu::Locale::getRoot());
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decomposed = icu::Normalizer2::getNFDInstance(status);
  if (U_SUCCESS(status)) wide = decomposed->normalize(wide, status);
  icu::UnicodeString kept;
  for (int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1)) {
    const UChar32 c = wide.char32At(at);
    if (u_charType(c) != U_NON_SPACING_MARK) kept.append(straight(c));
  }
  std::string out;
  kept.toUTF8String(out);
  return out;
}

size_t count_code_points(std::string_view text) {
  return static_cast<size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

}  // namespace

WordShape shape_of(std::string_view word) {
  size_t letters = 0;
  size_t capitals = 0;
  bool digit = false;
  bool digit_near_start = false;
  bool first_capital = false;
  size_t number = 0;
  for (size_t at = 0; at < word.size(); ++number) {
    const CodePoint c = decode_utf8(word, at);
    at += c.length;
    if (is_digit(c.value)) {
      digit = true;
      digit_near_start = digit_near_start || number < 2;
    }
    if (u_isalpha(static_cast<UChar32>(c.value)) == 0) continue;
    const bool capital = is_upper(c.value);
    if (letters == 0) first_capital = capital;
    ++letters;
    capitals += capital ? 1 : 0;
  }
  using enum WordShape;
  if (letters == 0) return digit_near_start ? kNumber : kMark;
  if (digit) return kDigits;
  if (capitals == 0) return kLower;
  if (letters == 1) return kLetter;
  if (capitals == letters) return kUpper;
  return first_capital && capitals == 1 ? kCapital : kMixed;
}

Result<WordPieces> WordPieces::make(std::string_view vocabulary, std::string_view path) {
  WordPieces made;
  bool known = false;
  uint32_t number = 0;
  if (vocabulary.ends_with('\n')) vocabulary.remove_suffix(1);
  for (const std::string_view piece : split(vocabulary, '\n')) {
    if (piece == kUnknown) {
      known = true;
      made.unknown_ = number;
    }
    if (piece.starts_with("##") && piece.size() > 2)
      made.next_.emplace(piece.substr(2), number);
    else
      made.first_.emplace(piece, number);
    ++number;
  }
  if (!known) return fail(errors::bad_model(path, "its vocabulary has no [UNK]"));
  made.size_ = number;
  return made;
}

std::optional<uint32_t> WordPieces::find(std::string_view piece) const {
  const auto found = first_.find(piece);
  return found == first_.end() ? std::nullopt : std::optional(found->second);
}

void WordPieces::match(std::string_view part, std::vector<uint32_t>& pieces) const {
  const size_t before = pieces.size();
  if (count_code_points(part) > kLongestPart) return pieces.push_back(unknown_);
  for (size_t begin = 0; begin < part.size();) {
    const Table& table = begin == 0 ? first_ : next_;
    size_t end = part.size();
    auto found = table.find(part.substr(begin, end - begin));
    while (found == table.end() && end > begin + 1) {
      --end;
      if ((static_cast<unsigned char>(part[end]) & 0xC0U) == 0x80) continue;
      found = table.find(part.substr(begin, end - begin));
    }
    if (found == table.end()) {
      pieces.resize(before);
      return pieces.push_back(unknown_);
    }
    pieces.push_back(found->second);
    begin = end;
  }
}

void WordPieces::cut(std::string_view word, std::vector<uint32_t>& pieces) const {
  const size_t before = pieces.size();
  const std::string text = plain(word);
  const auto flush = [&](size_t begin, size_t end) {
    if (end > begin && pieces.size() - before < kMostPieces)
      match(std::string_view(text).substr(begin, end - begin), pieces);
  };
  size_t begin = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    const bool apart = is_punctuation(c.value) || is_chinese(c.value);
    if (apart || is_ignored(c.value)) {
      flush(begin, at);
      if (apart) flush(at, at + c.length);
      begin = at + c.length;
    }
    at += c.length;
  }
  flush(begin, text.size());
  if (pieces.size() - before > kMostPieces) pieces.resize(before + kMostPieces);
  if (pieces.size() == before) pieces.push_back(unknown_);
}

}  // namespace demarche
