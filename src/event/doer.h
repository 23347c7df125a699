// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the event stage; the door is event.h. Who does the deed of a verb or a noun.

#include <cstdint>
#include <vector>

#include "event/match.h"

namespace demarche {

/// The phrases of the subject of a verb group, times left out; of a reduced passive ("the ship
/// seized by Norvenia") the noun before it.
std::vector<uint32_t> subject_phrases(const EventContext& context, uint32_t verb);

/// The phrases of the subject of the light verb whose object this noun phrase is: "Norvenia
/// launched an attack". Empty where the verb is no light one.
std::vector<uint32_t> light_subject(const EventContext& context, uint32_t phrase);

/// Is the group a passive, or a past participle that stands for one?
bool is_passive(const EventContext& context, uint32_t verb);

}  // namespace demarche
