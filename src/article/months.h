// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <string_view>

namespace demarche {

/// The month, 1 to 12, that a word names in a language of news pages, or 0: "Jan", "janvier",
/// "stycznia". "market" and "mayor" are none.
int month_of_word(std::string_view word);

}  // namespace demarche
