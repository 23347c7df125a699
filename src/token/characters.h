// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is token.h.

#include <cstdint>
#include <string_view>

namespace demarche {

enum class Kind : uint8_t {
  kSpace,
  kLetter,
  kDigit,
  kApostrophe,  ///< ' and the curly one (which also closes a quote)
  kOpen,
  kClose,
  kQuote,   ///< "
  kHyphen,  ///< - and U+2010, U+2011
  kDash,
  kStop,
  kAsk,
  kEllipsis,
  kExtend,   ///< joins what is before it: U+200D, variation selectors, tags, skin tones
  kPicture,  ///< emoji
  kOther,
};

struct Character {
  Kind kind = Kind::kOther;
  uint32_t length = 1;  ///< bytes
  uint32_t value = 0;
};

/// The character that begins at byte `at` (< text.size()).
Character character_at(std::string_view text, uint32_t at);

inline bool is_word(Kind kind) { return kind == Kind::kLetter || kind == Kind::kDigit; }

}  // namespace demarche
