// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// Internal to src/actor; the door is actor_table.h.
namespace demarche {

/// The last word of a name with the particles before it: "Brok" of "Ana Brok", "van der Brok" of
/// "Ana van der Brok", "Brok" of "Ana Brok Jr." Empty where the name is one word. Names with the
/// family name first need their own column.
std::string surname_of(std::string_view name);

/// "Brok" of "al-Brok", else empty: texts drop the article.
std::string without_article(std::string_view surname);

}  // namespace demarche
