// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "page/page.h"

namespace demarche {

/// Whether a page is one JSON object or a list of them: what a site serves to its own scripts,
/// saved in place of the page. A record of JSON Lines, which holds a page in a field, is none.
bool is_json_page(std::string_view utf8);

/// Internal to the page stage. Such a page has no blocks. It is read as the data that other pages
/// carry beside theirs: JSON-LD, the state of an application, and a title where it has one.
void read_json_page(std::string utf8, Page& page);

}  // namespace demarche
