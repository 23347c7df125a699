// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mention/place_use.h"

// Internal to src/mention; the door is mention.h.
namespace demarche::mention {

/// Moves a place and gives it a radius, by how it is used: "northern Norvenia" lies in a quarter of
/// its towns' extent, "200 km south of Norvik" there and not in Norvik, "15 km from Norvik" round
/// it. A place in no such relation stays as it is.
void spread_place(const Scene& scene, const PlaceUse& use, PlaceMention& place);

}  // namespace demarche::mention
