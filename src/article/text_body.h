// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/draft.h"
#include "page/page.h"

namespace demarche {

/// What the rules see in one line of a page.
struct LineFacts {
  std::string text;
  bool gap = false;  ///< an empty line stands before it
  size_t words = 0;
  bool sentence = false;              ///< ends as a sentence does
  bool ends = false;                  ///< other stories follow
  bool repeated = false;              ///< a paragraph that the page has had before
  bool caption = false;               ///< words under a picture
  bool credit = false;                ///< carries a credit at its end
  std::optional<FurnitureKind> kind;  ///< furniture by its words
  float value = 0;                    ///< for the article, or against it
};

/// What the lines of a text page are, in page order.
struct TextBody {
  Draft draft;
  std::vector<LineFacts> lines;  ///< one an item of the draft
  size_t title_line = SIZE_MAX;  ///< none
  std::string title;
  std::vector<std::string> date_lines, bylines;
};
TextBody find_text_body(const Page& page, std::string_view known_title);

}  // namespace demarche
