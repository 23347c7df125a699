// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is token.h.

#include <cstdint>
#include <string_view>
#include <vector>

#include "token/characters.h"
#include "token/scan.h"

namespace demarche {

/// Reads a span from left to right and cuts one piece after the other. Words: scan.cc; marks:
/// scan_marks.cc.
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
  [[nodiscard]] uint32_t slash_end(uint32_t begin, uint32_t at) const;
  [[nodiscard]] uint32_t stars_end(uint32_t at) const;
  [[nodiscard]] bool is_cut_off(uint32_t begin, uint32_t at) const;
  [[nodiscard]] bool is_its(uint32_t last) const;
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
  bool scan_drawing();
  [[nodiscard]] bool starts_number(Character c) const;
  void scan_stop(Character c);
  [[nodiscard]] uint32_t run_end(uint32_t at, Kind a, Kind b) const;
  [[nodiscard]] uint32_t picture_end(uint32_t at) const;

  std::string_view text_;  // ends where the span ends
  uint32_t at_;
  uint32_t begin_;
  const Language* language_;
  std::vector<Piece>& pieces_;
};

}  // namespace demarche
