// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <string>
#include <string_view>

namespace demarche {

/// JSON as pages have it, made JSON: comments of HTML and of scripts, raw control characters in
/// strings, quotes in strings, commas too many or too few, several values in a row, brackets that
/// are never closed or close nothing.
std::string repair_json(std::string_view text);

}  // namespace demarche
