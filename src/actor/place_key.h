// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// Internal to src/actor; the door is gazetteer.h. Names of places are compared by keys: letters and
// digits alone, small and without marks; "Saint", "Mount" and "Fort" as news shorten them.
// tools/gazetteer/table.py makes the same keys.
namespace demarche {

/// "Sana'a" and "Sanaa" to "sanaa", "St." and "Saint" to "st"; empty for a word of marks alone.
std::string fold_place_word(std::string_view word);

/// The words parted by spaces, hyphens and slashes, with one space between: "Port-au-Prince" to
/// "port au prince".
std::string fold_place_name(std::string_view name);

}  // namespace demarche
