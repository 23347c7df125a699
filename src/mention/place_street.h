// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mention/scene.h"

// Internal to src/mention; the door is mention.h.
namespace demarche::mention {

/// Is this folded word one for a street: "avenue", "rd."?
bool is_street_word(std::string_view word);

/// "Harrow Hill Road": does the name that ends before `last` go on as a street, which is called
/// after somebody or something far off?
bool ends_in_street(const Scene& scene, uint32_t last);

}  // namespace demarche::mention
