// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/references.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "base/utf8.h"

namespace demarche {

std::string decode_references(std::string_view text) {
  if (text.find('&') == std::string_view::npos) return std::string(text);
  constexpr std::array<std::pair<std::string_view, uint32_t>, 19> kNames = {{{"amp", '&'},
                                                                             {"lt", '<'},
                                                                             {"gt", '>'},
                                                                             {"quot", '"'},
                                                                             {"apos", '\''},
                                                                             {"nbsp", 0xA0},
                                                                             {"lsquo", 0x2018},
                                                                             {"rsquo", 0x2019},
                                                                             {"ldquo", 0x201C},
                                                                             {"rdquo", 0x201D},
                                                                             {"ndash", 0x2013},
                                                                             {"mdash", 0x2014},
                                                                             {"hellip", 0x2026},
                                                                             {"auml", 0xE4},
                                                                             {"ouml", 0xF6},
                                                                             {"uuml", 0xFC},
                                                                             {"szlig", 0xDF},
                                                                             {"eacute", 0xE9},
                                                                             {"bdquo", 0x201E}}};
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t end =
        text[at] == '&' ? text.substr(0, at + 12).find(';', at) : std::string_view::npos;
    uint32_t code = 0;
    if (end != std::string_view::npos) {
      const std::string_view name = text.substr(at + 1, end - at - 1);
      for (const auto& [known, value] : kNames) {
        if (name == known) code = value;
      }
      if (name.size() > 1 && name[0] == '#') {
        const bool hex = name[1] == 'x' || name[1] == 'X';
        const std::string_view digits = name.substr(hex ? 2 : 1);
        uint32_t value = 0;
        const auto [stop, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
        const bool good = error == std::errc{} && stop == digits.data() + digits.size();
        if (good && value >= 32 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF))
          code = value;
      }
    }
    if (code != 0) {
      append_utf8(out, code);
      at = end + 1;
    } else {
      out += text[at++];
    }
  }
  return out;
}

}  // namespace demarche
