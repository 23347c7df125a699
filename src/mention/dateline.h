// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mention/scene.h"

// Internal to src/mention; the door is mention.h.
namespace demarche::mention {

/// The token behind a dateline that opens a sentence, its first token where there is none:
/// "NORVIK, 12 May (Agency) -", "Norvik, Norvenia, Monday:", "NORVIK/HARROW --", or the same words
/// as a line of their own. Needs scene.timed. "Norvenia - a land of lakes - voted" has none.
uint32_t dateline_end(const Scene& scene, uint32_t sentence);

/// Is this token in a dateline?
bool is_in_dateline(const Scene& scene, uint32_t t);

}  // namespace demarche::mention
