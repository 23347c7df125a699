// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is parse.h.

#include <vector>

#include "parse/parse.h"

namespace demarche {

/// Settles the words whose class hangs on more than the word before: "that", "as", "have", "'s",
/// "before", "there". One sentence, tokens [first, last).
void repair_tags(const Tokens& tokens, uint32_t first, uint32_t last, std::vector<Word>& words);

}  // namespace demarche
