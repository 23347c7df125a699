// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <string>
#include <string_view>

namespace demarche {

/// The text of a fragment of HTML as data hold it, a paragraph a line; captions, scripts and the
/// like left out.
std::string text_of_fragment(std::string_view html);

/// A text with a space in place of each tag.
std::string without_tags(std::string_view html);

}  // namespace demarche
