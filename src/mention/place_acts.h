// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mention/scene.h"

// Internal to src/mention; the door is mention.h.
namespace demarche::mention {

/// Does the name [first, last) of a town or a land stand for those who rule it? Only where the
/// words show it: it says, signs or forbids; what is told is its council, police or mayor; a deal
/// or a dispute is between it and another.
bool acts_here(const Scene& scene, uint32_t first, uint32_t last);

/// "talks between Graz and Villach", "a contract with Graz".
bool is_bound(const Scene& scene, uint32_t first);

/// May somebody rule it? Nobody acts for a river or a mountain.
bool is_landscape(std::string_view kind);

/// Is this a noun for those who rule: council, police, mayor?
bool is_rule_noun(const Scene& scene, uint32_t t);
/// Is this one for what takes place somewhere: talks, summit, fire?
bool is_happening_noun(const Scene& scene, uint32_t t);

}  // namespace demarche::mention
