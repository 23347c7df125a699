// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <string_view>
#include <vector>

#include "article/article.h"
#include "article/json_ld.h"
#include "article/metadata.h"

namespace demarche {

/// Who wrote the article: persons before agencies and desks before the outlet, wherever they are
/// named: the page's data, its head, what is marked as a byline near the headline, plain lines.
/// `title_at` is the block of the headline, or the number of blocks.
std::vector<Author> find_authors(const Page& page, const LinkedData& data,
                                 const NearArticle& near_article, std::string_view site,
                                 size_t title_at);

}  // namespace demarche
