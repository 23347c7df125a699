// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the page stage; the door is page.h. What the tag of an element says of it.

#include <string>
#include <string_view>

namespace demarche {

/// The bytes of libxml2, whose headers are not for those who include ours.
using XmlChar = unsigned char;

/// A string of the parser; empty for null.
inline std::string_view view(const XmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// The value of an attribute, empty where there is none. `attributes` is as the parser gives them:
/// names and values by turns up to a null, or null.
std::string_view attribute(const XmlChar** attributes, std::string_view name);

/// PageElement::marks.
std::string make_marks(const XmlChar** attributes);

/// "comment" of "https://schema.org/Comment".
std::string make_type(std::string_view itemtype);

/// Whether its attributes hide it and what it holds.
bool is_hidden(const XmlChar** attributes, std::string_view marks);

/// Class words of a byline: "byline", "author-name", "article__autor"; not of what hangs about one.
bool is_author_mark(std::string_view marks);

/// A link to the page of an author, by its path.
bool is_author_link(std::string_view href);

}  // namespace demarche
