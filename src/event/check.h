// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "actor/actor_table.h"
#include "event/patterns.h"
#include "language/language.h"

namespace demarche {

/// Runs every `+` and `-` sentence of the pattern files through the stages and returns one line
/// PATH:LINE: what for each that fails. The actors are those of data/ with the overlay
/// data/en/patterns/actors. A `+` sentence must give an event of the pattern's type with the
/// actors and recipients named; in a `-` sentence its pattern finds nothing that is not denied.
std::vector<std::string> check_patterns(const EventPatterns& patterns, const ActorTable& actors,
                                        const Language& language);

/// Patterns without a `+` or without a `-` sentence, as lines PATH:LINE: what.
std::vector<std::string> lint_patterns(const EventPatterns& patterns);

}  // namespace demarche
