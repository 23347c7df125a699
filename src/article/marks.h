// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <optional>
#include <string_view>

#include "article/article.h"

namespace demarche {

/// The furniture that the class words of an element name ("related-posts", "newsletter").
std::optional<FurnitureKind> find_marked_kind(std::string_view marks, std::string_view tag);

/// True for class words that pages give to the lines between title and text.
bool is_standfirst_mark(std::string_view marks);

/// True for a class word that names a box of other things and nothing else.
bool is_plain_box(std::string_view marks);

/// True for h1 to h6.
bool is_heading(std::string_view tag);

/// True where `tag` is one of the tags of a path ("html body ul li").
bool has_tag(std::string_view path, std::string_view tag);

}  // namespace demarche
