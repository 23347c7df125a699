// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is parse.h.

#include "parse/parse.h"

namespace demarche {

/// Adds the base noun phrases of the tokens [first, last), which are one sentence, to
/// parse.phrases. "dozens of soldiers" is one phrase with the head "soldiers".
void find_noun_phrases(const Tokens& tokens, uint32_t first, uint32_t last, Parse& parse);

}  // namespace demarche
