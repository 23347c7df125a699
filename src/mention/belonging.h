// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mention/draft.h"

// Internal to src/mention; the door is mention.h.
namespace demarche::mention {

/// Gives an actor that only this page knows, and of whom nothing says where he belongs, the country
/// of his surroundings: of his own phrase ("police in Norvik"), of the one place of his sentence,
/// of the one country of his sentence or of the page; none where there are several. Never a side:
/// he speaks for nobody.
void find_countries(const Scene& scene, Candidates& candidates, Draft& draft);

}  // namespace demarche::mention
