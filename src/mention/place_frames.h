// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mention/place_option.h"

// Internal to src/mention; the door is mention.h.
namespace demarche::mention {

/// Finds the options of a name.
using NameOf = std::unordered_map<const PlaceSense*, size_t>;

/// Reads what stands beside each place of the scene, adds to what is `written` of its options, and
/// fills the units of the hits: "Birmingham, Ala.", "the city of Norvik", "Harrow County".
void read_frames(Scene& scene, std::vector<Name>& names, const NameOf& name_of);

/// "Lisbon, Porto and Faro": a unit that has the name of a town of its own is no unit in a list.
bool names_unit(const Name& name, const Option& unit);

}  // namespace demarche::mention
