// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "article/draft.h"
#include "article/json_ld.h"
#include "article/metadata.h"
#include "page/page.h"

namespace demarche {

/// What the rules see in one block of a page.
struct BlockFacts {
  size_t words = 0;
  float weight = 0;                     ///< as text of an article
  bool told = false;                    ///< stands in the articleBody of the page's own data
  bool inside = false;                  ///< of the container of the article
  std::optional<FurnitureKind> kind;    ///< furniture by its words
  std::optional<FurnitureKind> marked;  ///< furniture by the class words of an element above it
};

/// What a page's blocks are, in page order, and the lines near the article that may hold its date
/// and its authors. A draft that keeps nothing says that the page holds no article.
struct HtmlBody {
  Draft draft;
  std::vector<std::string> date_lines, bylines;
  std::vector<BlockFacts> facts;     ///< of each block
  std::vector<float> element_share;  ///< of the page's text, of each element
  size_t title_block = SIZE_MAX;     ///< none
};
HtmlBody find_html_body(const Page& page, const LinkedData& data, std::string_view title,
                        std::string_view description);

}  // namespace demarche
