// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is parse.h.

#include "parse/readings.h"

namespace demarche {

/// What an unknown word may be by its ending: "-tion" a noun, "-ous" an adjective.
void add_by_ending(const std::string& lower, Candidates& out);

/// Whether the ending is that of a common word, so that a capital at the start of a sentence is
/// no sign of a name: "Protesters", "Notably".
bool has_common_ending(const std::string& lower);

/// Base forms by rule: "tariffs" to "tariff", "reshuffled" to "reshuffle".
std::string singular_by_rule(const std::string& lower);
std::string verb_base_by_rule(const std::string& lower, const Language& language);

}  // namespace demarche
