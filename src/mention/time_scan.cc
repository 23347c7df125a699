// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/time_scan.h"

#include <algorithm>

#include "base/strings.h"

namespace demarche {
namespace {

// What begins at a byte: a letter, a digit, white space or a mark, and how many bytes it takes.
struct Glyph {
  enum Kind : uint8_t { kLetter, kDigit, kSpace, kMark } kind = kMark;
  uint8_t length = 1;
  char mark = 0;
};

Glyph glyph_at(std::string_view text, size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) {
    if (is_ascii_alpha(text[at])) return {Glyph::kLetter, 1, 0};
    if (is_ascii_digit(text[at])) return {Glyph::kDigit, 1, 0};
    if (c <= ' ') return {Glyph::kSpace, 1, 0};
    return {Glyph::kMark, 1, text[at]};
  }
  const auto byte = [&](size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  if (c == 0xC2) {  // U+0080..U+00BF: no-break space, signs
    return byte(1) == 0xA0 ? Glyph{Glyph::kSpace, 2, 0} : Glyph{Glyph::kMark, 2, '~'};
  }
  if (c == 0xE2 && byte(1) == 0x80) {  // U+2000..U+203F: spaces, dashes, quote marks
    const unsigned last = byte(2);
    if (last <= 0x8B || last == 0xAF) return {Glyph::kSpace, 3, 0};
    if (last >= 0x90 && last <= 0x95) return {Glyph::kMark, 3, '-'};
    if (last == 0x98 || last == 0x99) return {Glyph::kMark, 3, '\''};
    return {Glyph::kMark, 3, last == 0x9C || last == 0x9D ? '"' : '~'};
  }
  if (c == 0xE2) return {Glyph::kMark, 3, '$'};  // currency, arrows, mathematics
  const uint8_t length = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
  return {Glyph::kLetter, length, 0};
}

// "a.m.", "p.m.", "B.C." and "A.D." are one word, "B.C.E." too; the length with its stops, or 0.
size_t stopped_length(std::string_view text, size_t at, size_t end) {
  if (at + 3 > end || text[at + 1] != '.') return 0;
  const char first = static_cast<char>(text[at] | 0x20);
  const char second = static_cast<char>(text[at + 2] | 0x20);
  const bool half = (first == 'a' || first == 'p') && second == 'm';
  const bool era = is_ascii_upper(text[at]) &&
                   ((first == 'b' && second == 'c') || (first == 'a' && second == 'd'));
  if (!half && !era) return 0;
  size_t length = 3;
  if (era && at + 4 < end && text[at + 3] == '.' && text[at + 4] == 'E') length = 5;
  if (at + length < end && is_ascii_alpha(text[at + length])) return 0;
  return at + length < end && text[at + length] == '.' ? length + 1 : length;
}

bool digit_at(std::string_view text, size_t at, size_t end) {
  return at < end && is_ascii_digit(text[at]);
}

// "1,500" and "2.5" are one number; "2022-01-14", "14.01.2022" and "10:35" are several.
size_t number_end(std::string_view text, size_t at, size_t end, TimePiece& piece) {
  const size_t begin = at;
  int64_t value = 0;
  while (digit_at(text, at, end)) {
    value = std::min<int64_t>(value * 10 + (text[at] - '0'), 1'000'000'000);
    ++at;
  }
  piece.digits = static_cast<uint8_t>(std::min<size_t>(at - begin, 255));
  while (at - begin <= 60 && at + 3 < end && text[at] == ',' && piece.digits <= 3 &&
         digit_at(text, at + 1, end) && digit_at(text, at + 2, end) &&
         digit_at(text, at + 3, end) && !digit_at(text, at + 4, end)) {
    for (size_t i = 1; i <= 3; ++i)
      value = std::min<int64_t>(value * 10 + (text[at + i] - '0'), 1'000'000'000);
    at += 4;
    piece.grouped = true;
  }
  // One or more digits after a point; a second point makes it a date or a version.
  const bool inner = begin >= 2 && text[begin - 1] == '.' && is_ascii_digit(text[begin - 2]);
  if (!inner && at < end && text[at] == '.' && digit_at(text, at + 1, end)) {
    size_t after = at + 1;
    while (digit_at(text, after, end)) ++after;
    const bool dotted = after < end && text[after] == '.' && digit_at(text, after + 1, end);
    const size_t next = after < end && text[after] == ' ' ? after + 1 : after;
    const bool clock = after - at == 3 && value <= 24 && next + 1 < end &&
                       ((text[next] | 0x20) == 'a' || (text[next] | 0x20) == 'p') &&
                       (text[next + 1] == '.' || (text[next + 1] | 0x20) == 'm');
    if (!dotted && !clock) {
      piece.grouped = true;
      piece.tenths = text[at + 1] - '0';
      at = after;
    }
  }
  piece.value = static_cast<int>(value);
  return at;
}

size_t word_end(std::string_view text, size_t at, size_t end) {
  while (at < end) {
    const Glyph glyph = glyph_at(text, at);
    if (glyph.kind != Glyph::kLetter) break;
    at += glyph.length;
  }
  return std::min(at, end);
}

}  // namespace

void scan_pieces(std::string_view text, Span sentence, Scan& scan) {
  scan.text = text;
  scan.pieces.clear();
  size_t at = sentence.begin;
  const size_t end = std::min<size_t>(sentence.end, text.size());
  bool glued = false;
  while (at < end) {
    const Glyph glyph = glyph_at(text, at);
    if (glyph.kind == Glyph::kSpace) {
      glued = false;
      at += glyph.length;
      continue;
    }
    TimePiece piece;
    piece.glued = glued;
    size_t stop = std::min<size_t>(at + glyph.length, end);
    if (glyph.kind == Glyph::kLetter) {
      piece.kind = PieceKind::kWord;
      piece.capital = is_ascii_upper(text[at]);
      if (const size_t length = stopped_length(text, at, end); length > 0) {
        stop = at + length;
        const bool half = (text[at + 2] | 0x20) == 'm';
        const bool before = text[at] == 'B';
        piece.word = half ? TimeWord::kAmPm : before ? TimeWord::kBeforeEra : TimeWord::kCommonEra;
        piece.value = half && (text[at] | 0x20) == 'p' ? 12 : 0;
      } else {
        stop = word_end(text, at, end);
        const TimeReading reading = read_time_word(text.substr(at, stop - at));
        piece.word = reading.word;
        piece.value = reading.value;
      }
    } else if (glyph.kind == Glyph::kDigit) {
      piece.kind = PieceKind::kNumber;
      stop = number_end(text, at, end, piece);
    } else {
      piece.mark = glyph.mark;
    }
    piece.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(stop)};
    scan.pieces.push_back(piece);
    glued = true;
    at = stop;
  }
}

}  // namespace demarche
