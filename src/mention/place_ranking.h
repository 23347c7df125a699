// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mention/scene.h"

// Internal to src/mention; the door is mention.h.
namespace demarche::mention {

/// Says which of the places of one name a page means, for each name in scene.places: a sum of
/// weights (how many live there, its rank, the countries and units that the page names, the places
/// beside it, the unit written behind it), see place_ranking.cc. One sense a name and page, but for
/// a name with its unit behind it. Reads all hits of scene.names; fills the senses and the values.
void rank_places(Scene& scene);

}  // namespace demarche::mention
