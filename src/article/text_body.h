// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <string>
#include <string_view>
#include <vector>

#include "article/draft.h"
#include "page/page.h"

namespace demarche {

/// What the lines of a text page are, in page order.
struct TextBody {
  Draft draft;
  std::string title;
  std::vector<std::string> date_lines, bylines;
};
TextBody find_text_body(const Page& page, std::string_view known_title);

}  // namespace demarche
