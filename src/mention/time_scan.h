// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "mention/time_words.h"

namespace demarche {

// Internal to find_times: see mention.h for the door.

enum class PieceKind : uint8_t { kWord, kNumber, kMark };

/// A run of letters, a run of digits or one mark. Finer than a token, so that "10-year", "1990s",
/// "3pm" and "2022-01-14" read the same however the tokenizer cuts them.
struct TimePiece {
  Span span;
  PieceKind kind = PieceKind::kMark;
  TimeWord word = TimeWord::kNone;
  char mark = 0;         ///< of a mark: its ASCII form; '-' for dashes, '\'' for apostrophes
  bool glued = false;    ///< no white space before it
  bool capital = false;  ///< begins with a capital letter
  bool grouped = false;  ///< a number written "1,500"
  uint8_t digits = 0;    ///< of a number
  int value = 0;         ///< of a number, or of the word
  int tenths = 0;        ///< of a number: "2.5" has 5
};

/// The pieces of one sentence and its text.
struct Scan {
  std::string_view text;  ///< the whole text of the article
  std::vector<TimePiece> pieces;

  [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(pieces.size()); }
  [[nodiscard]] const TimePiece& at(uint32_t i) const {
    static const TimePiece kNothing;
    return i < pieces.size() ? pieces[i] : kNothing;
  }
  [[nodiscard]] bool is(uint32_t i, TimeWord word) const { return at(i).word == word; }
  [[nodiscard]] bool is_number(uint32_t i) const {
    return i < pieces.size() && pieces[i].kind == PieceKind::kNumber;
  }
  [[nodiscard]] bool is_mark(uint32_t i, char mark) const {
    return i < pieces.size() && pieces[i].mark == mark;
  }
  [[nodiscard]] bool is_glued(uint32_t i) const { return i < pieces.size() && pieces[i].glued; }
  /// A mark without white space on either side, as in "10-year".
  [[nodiscard]] bool joins(uint32_t i, char mark) const {
    return is_mark(i, mark) && is_glued(i) && is_glued(i + 1);
  }
  [[nodiscard]] std::string_view of(uint32_t i) const {
    return i < pieces.size() ? text.substr(pieces[i].span.begin, pieces[i].span.size())
                             : std::string_view();
  }
};

/// Cuts the bytes of one sentence into pieces; `scan.pieces` is reused.
void scan_pieces(std::string_view text, Span sentence, Scan& scan);

}  // namespace demarche
