// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mention/scene.h"

// Internal to src/mention; the door is mention.h.
namespace demarche::mention {

/// The noun of a title: "minister" of "minister for trade", "father" of "father-in-law".
uint32_t noun_of(const Scene& scene, const Hit& hit);  // roles.cc

/// "the country", "the island state": before roles, for they own ("the country's president").
void find_nominals(const Scene& scene, Candidates& out);

/// Is this a person or his office: whose aides and lawyers are his own, not holders of a post?
bool is_personal(const Scene& scene, const Candidate& owner);

}  // namespace demarche::mention
