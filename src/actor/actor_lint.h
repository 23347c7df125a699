// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "actor/actor_loader.h"

// Internal to src/actor; the door is actor_table.h.
namespace demarche {

/// What one table shows to be wrong: no source, out of order, unknown values.
void lint_rows(const Tsv& tsv, std::vector<std::string>& findings);

/// What the rows of all tables together show: offices held by two at once, names of two actors,
/// countries that are no state.
void lint_together(const ActorLoader& loader, std::vector<std::string>& findings);

}  // namespace demarche
