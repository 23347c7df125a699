// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is parse.h.

#include "parse/parse.h"

namespace demarche {

/// Adds the verb groups of the tokens [first, last), which are one sentence, to parse.verbs. The
/// noun phrases must be there: participles inside them are no groups.
void find_verb_groups(const Tokens& tokens, uint32_t first, uint32_t last, Parse& parse);

}  // namespace demarche
