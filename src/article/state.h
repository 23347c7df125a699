// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <string>
#include <string_view>
#include <vector>

#include "page/page.h"

namespace demarche {

/// The longest text that reads as an article in the state that a page keeps for its scripts, one
/// paragraph a line; empty where the page's own blocks hold text enough, or where there is none.
std::string find_state_body(const Page& page);

/// The date of publication in that state, as written: the value of the first "publishedAt",
/// "datePublished" or the like. Empty if none.
std::string find_state_date(const std::vector<std::string>& states);

/// True for the name of a value that says when something was published, in any spelling:
/// "publishDate", "article:published_time".
bool is_published_key(std::string_view name);

}  // namespace demarche
