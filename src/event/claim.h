// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the event stage; the door is event.h.

#include <vector>

#include "event/match.h"

namespace demarche {

/// Fills `said_in` and `claimed_by`: the innermost statement that holds the event, else, between
/// quote marks, whoever the sentence says spoke ("she joked"). What is said in jest is not told as
/// fact.
void name_claimant(const EventContext& context, const std::vector<Statement>& statements,
                   Event& event);

}  // namespace demarche
