// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <string_view>

#include "article/draft.h"
#include "article/json_ld.h"
#include "article/metadata.h"
#include "page/page.h"

namespace demarche {

/// The h1 headings of a page that may be its title, the likeliest first.
std::vector<std::string> find_headings(const Page& page);

/// What a page's blocks are, in page order, and the lines near the article that may hold its date
/// and its authors. A draft that keeps nothing says that the page holds no article.
struct HtmlBody {
  Draft draft;
  std::vector<std::string> date_lines, bylines;
};
HtmlBody find_html_body(const Page& page, const LinkedData& data, std::string_view title,
                        std::string_view description);

}  // namespace demarche
