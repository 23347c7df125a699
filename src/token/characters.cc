// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "token/characters.h"

#include <unicode/uchar.h>

#include <array>

#include "base/utf8.h"

namespace demarche {
namespace {

constexpr std::array<Kind, 128> make_ascii() {
  std::array<Kind, 128> kinds{};
  for (auto& kind : kinds) kind = Kind::kOther;
  for (unsigned char c = 'a'; c <= 'z'; ++c) kinds[c] = Kind::kLetter;
  for (unsigned char c = 'A'; c <= 'Z'; ++c) kinds[c] = Kind::kLetter;
  for (unsigned char c = '0'; c <= '9'; ++c) kinds[c] = Kind::kDigit;
  for (unsigned char c = 9; c <= 13; ++c) kinds[c] = Kind::kSpace;
  kinds[' '] = Kind::kSpace;
  kinds['\''] = Kind::kApostrophe;
  kinds['('] = kinds['['] = kinds['{'] = Kind::kOpen;
  kinds[')'] = kinds[']'] = kinds['}'] = Kind::kClose;
  kinds['"'] = Kind::kQuote;
  kinds['-'] = Kind::kHyphen;
  kinds['.'] = Kind::kStop;
  kinds['!'] = kinds['?'] = Kind::kAsk;
  return kinds;
}
constexpr auto kAscii = make_ascii();

Kind kind_of(uint32_t c) {
  switch (c) {
    case 0x2019:
    case 0x02BC:
      return Kind::kApostrophe;
    case 0x2018:
    case 0x201A:
    case 0x201B:
    case 0x201C:
    case 0x201E:
    case 0x201F:
    case 0x2039:
    case 0x00AB:
    case 0x300C:
    case 0x300E:
    case 0xFF08:
    case 0x00BF:
    case 0x00A1:
      return Kind::kOpen;
    case 0x201D:
    case 0x203A:
    case 0x00BB:
    case 0x300D:
    case 0x300F:
    case 0xFF09:
      return Kind::kClose;
    case 0x2010:
    case 0x2011:
      return Kind::kHyphen;
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return Kind::kDash;
    case 0x2026:
      return Kind::kEllipsis;
    case 0x3002:
    case 0xFF0E:
    case 0xFF61:
    case 0x06D4:
    case 0x0964:
      return Kind::kStop;
    case 0xFF01:
    case 0xFF1F:
    case 0x061F:
    case 0x203C:
    case 0x2047:
    case 0x2048:
    case 0x2049:
      return Kind::kAsk;
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0x00AD:
      return Kind::kExtend;
    default:
      break;
  }
  if (is_space(c)) return Kind::kSpace;
  if ((c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F3FB && c <= 0x1F3FF) ||
      (c >= 0xE0020 && c <= 0xE007F)) {
    return Kind::kExtend;
  }
  if (is_letter(c)) return Kind::kLetter;
  const auto type = U_MASK(u_charType(static_cast<UChar32>(c)));
  if ((type & U_GC_N_MASK) != 0) return (type & U_GC_ND_MASK) != 0 ? Kind::kDigit : Kind::kOther;
  if ((c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF)) return Kind::kPicture;
  return Kind::kOther;
}

}  // namespace

Character character_at(std::string_view text, uint32_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 128) return {kAscii[byte], 1, byte};
  const CodePoint c = decode_utf8(text, at);
  return {kind_of(c.value), c.length, c.value};
}

}  // namespace demarche
