// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is parse.h.

#include <vector>

#include "parse/parse.h"

namespace demarche {

/// A clause without a verb most often hides one among its nouns: "The ministry claims that",
/// "The strikes on Karsonia continue." Reads such a noun again as the verb that it can be. One
/// sentence, tokens [first, last).
void find_missing_verbs(const Tokens& tokens, const Language& language, uint32_t first,
                        uint32_t last, std::vector<Word>& words);

}  // namespace demarche
