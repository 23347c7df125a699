// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the page stage; the door is page.h.

#include <cstdint>
#include <string_view>

namespace demarche {

/// What a tag does to the text around it.
enum class TagRole : uint8_t {
  kInline,  ///< nothing
  kBlock,   ///< begins and ends a block
  kBreak,   ///< <br>: two of them in a row part paragraphs
  kRule,    ///< void, and parts blocks: <hr>, <img> does not
  kSkip     ///< neither it nor what it holds is shown as text
};

/// The role of an element by its name in lower case. Names with a hyphen are blocks: pages build
/// their boxes from them; other unknown names are inline, as in browsers.
TagRole role_of(std::string_view tag);

/// True for the tags that end a picture of SVG or a formula of MathML around them, closed or not
/// (HTML standard, 13.2.6.5).
bool ends_foreign(std::string_view tag);

/// True for the elements of SVG that hold HTML of their own, which does not end it.
bool holds_html(std::string_view tag);

}  // namespace demarche
