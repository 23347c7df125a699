// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is token.h.

#include <cstdint>
#include <string_view>

namespace demarche {

/// Where a word form falls apart: "don't" 2, "Russia's" 6, "cannot" 3, "gonna" 3; 0: it does not.
/// Takes straight and curly apostrophes and any capitals; looks at the last clitic only, so that
/// "couldn't've" is asked twice.
uint32_t clitic_at(std::string_view word);

}  // namespace demarche
