// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <optional>
#include <string_view>

#include "article/article.h"

namespace demarche {

/// The furniture that a line is by its own words ("2 mins read", "ALSO READ: ...", "Share"), in
/// the words that news pages use everywhere; nothing for a line that may be of the article.
std::optional<FurnitureKind> find_furniture_kind(std::string_view line);

/// True for a line after which a page has other stories and no more of this one ("Latest from",
/// "You may also like", "Don't miss", "Previous story").
bool is_end_sign(std::string_view line);

/// True for the words under a picture: they end in whose picture it is ("Getty Images", "Photo:").
bool is_caption_line(std::string_view line);

/// "By Ada Venn and Bo Lind", "Von ...": the names after the word, or empty.
std::string_view names_of_byline(std::string_view line);

size_t count_words(std::string_view text);
bool ends_sentence(std::string_view text);      ///< . ! ? and their kin, closing quotes passed over
bool has_sentence_mark(std::string_view text);  ///< a mark of a sentence or a clause inside

}  // namespace demarche
