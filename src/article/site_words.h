// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <cstddef>
#include <string>
#include <string_view>

#include "article/page_kind.h"

namespace demarche {

/// A site that speaks of itself says "you", "we" and "please", and names its own things: this page,
/// the address you typed, your password, our cookies. News tells of such things too, but of others'
/// ones, and leaves "you" to those whom it quotes.
struct SiteTalk {
  bool to_reader = false;                     ///< "you", "our", "please"
  PageVerdict thing = PageVerdict::kArticle;  ///< what kind of page is made of such things
};
SiteTalk find_site_talk(std::string_view sentence);

/// The text without what stands in quote marks that are closed.
std::string without_quotes(std::string_view text);

/// All words that are looked for, one language after the other; for tests.
std::string_view reader_words();

}  // namespace demarche
