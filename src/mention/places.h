// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "mention/draft.h"

// Internal to src/mention; the door is mention.h.
namespace demarche::mention {

/// A place of the page, and the candidate that it is, or kNone.
struct PlaceFound {
  PlaceMention place;
  uint32_t candidate = kNone;
};

/// Finds places: of the table of places, states and capitals by how they are used, borders, and
/// "the island state" where it stands for a state of before. In the order of the text.
std::vector<PlaceFound> find_places(const Scene& scene, const Candidates& candidates, Draft& draft);

}  // namespace demarche::mention
