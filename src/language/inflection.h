// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is language.h.

#include <string>
#include <string_view>

namespace demarche {

/// Regular English forms of a lower-case base form: "stop" -> "stops", "stopped", "stopping".
std::string s_form(std::string_view base);  ///< also the plural of a noun
std::string ed_form(std::string_view base, bool doubled);
std::string ing_form(std::string_view base, bool doubled);
std::string comparative(std::string_view base);  ///< "big" -> "bigger"
std::string superlative(std::string_view base);

/// Whether the last consonant of a verb doubles by rule: one syllable, ending in one vowel and one
/// consonant other than w, x, y. Longer verbs ("refer") say so in their table.
bool is_doubling(std::string_view base);

}  // namespace demarche
