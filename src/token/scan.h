// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is token.h.

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "language/language.h"

namespace demarche {

/// What a token looks like, as far as the ends of sentences need to know.
enum class Shape : uint8_t {
  kWord,
  kNumber,
  kTitle,         ///< "Gen.": a name must follow
  kInitial,       ///< "J."
  kAbbreviation,  ///< "etc.", "U.S."
  kStop,          ///< "." and its foreign kin
  kEllipsis,
  kAsk,    ///< "?", "!", "?!"
  kOpen,   ///< "(", an opening curly quote
  kClose,  ///< ")", a closing curly quote
  kQuote,  ///< a straight quote: opens or closes
  kMark,   ///< all else
};

struct Piece {
  Span span;
  Shape shape = Shape::kWord;
  bool clitic = false;  ///< "n't", "'s": goes on the word of the piece before
};

/// Cuts the bytes of `span` into pieces; white space is in none of them, everything else is in
/// exactly one. `language` may be null: then a stop after a word belongs to it, as in the phrases
/// of a table, which hold no ends of sentences.
void scan_pieces(std::string_view text, Span span, const Language* language,
                 std::vector<Piece>& pieces);

}  // namespace demarche
