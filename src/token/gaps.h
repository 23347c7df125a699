// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder and to its trainer; the door is token.h.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/language.h"
#include "token/scan.h"

namespace demarche {

/// The gaps between the pieces of one block, described for the model that says which of them end a
/// sentence. Gap i lies before piece i. All of a block's work is linear in its pieces.
class Gaps {
 public:
  /// `ends` is what the rules say (find_sentence_ends). All must outlive the object.
  Gaps(std::string_view text, std::span<const Piece> pieces, std::span<const std::string> lower,
       std::span<const uint32_t> ends, const Language& language);

  /// Whether a sentence may end at the gap: behind a mark, or at a space that no small letter
  /// follows. Most gaps are none.
  [[nodiscard]] bool may_end(uint32_t i) const;
  [[nodiscard]] bool is_rule_end(uint32_t i) const { return views_[i].rule; }

  /// Writes the features of a gap, one a line: "name=value". The trainer and the model read the
  /// same lines.
  void write_features(uint32_t i, std::string& out) const;

 private:
  /// What is known of the pieces between a gap and the next stop on one side.
  struct Part {
    uint16_t size = 0;
    bool verb = false;   ///< one of them may be a verb
    bool small = false;  ///< one of them is a word without a capital
  };
  struct View {
    std::string_view look;   ///< of the piece (looks.h)
    std::string_view known;  ///< class of the word, or its look
    Part before, after;      ///< the gap before the piece
    uint16_t capitals = 0;   ///< the run of words with capitals that begins here
    bool space = false;      ///< before the piece
    bool rule = false;       ///< the rules end a sentence before the piece
    bool quoted = false;     ///< a quotation is open before the piece
    bool bracketed = false;
  };
  /// The pieces that a gap is described by: on either side, and behind what closes and opens.
  struct Around {
    int64_t left = 0, right = 0, mark = 0, word = 0;
  };
  void look_back();
  void look_ahead();
  void look_over_block();
  void write_looks(const Around& at, std::string_view rule, std::string& out) const;
  void write_words(const Around& at, const View& view, std::string& out) const;
  void write_classes(const Around& at, std::string& out) const;
  void write_parts(const Around& at, const View& view, std::string& out) const;
  [[nodiscard]] size_t size() const { return views_.size(); }
  [[nodiscard]] Part grow(Part part, size_t i) const;
  [[nodiscard]] bool is_stop(size_t i) const;
  [[nodiscard]] std::string_view look_at(int64_t i) const;
  [[nodiscard]] std::string_view word_at(int64_t i) const;
  [[nodiscard]] std::string_view class_at(int64_t i) const;
  [[nodiscard]] std::string_view find_class(size_t i) const;
  [[nodiscard]] int64_t mark_before(uint32_t i) const;
  [[nodiscard]] int64_t word_after(uint32_t i) const;

  std::span<const Piece> pieces_;
  std::span<const std::string> lower_;
  const Language& language_;
  std::vector<View> views_;
  std::string block_;  ///< what is so of the whole block
};

}  // namespace demarche
