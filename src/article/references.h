// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <string>
#include <string_view>

namespace demarche {

/// The text with character references ("&amp;", "&#39;") resolved, once.
std::string decode_references(std::string_view text);

}  // namespace demarche
