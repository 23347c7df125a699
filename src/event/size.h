// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the event stage; the door is event.h.

#include <vector>

#include "event/event.h"

namespace demarche {

/// The amounts of people, troops, dead, injured and arrested near a trigger, in its sentence:
/// "12 soldiers", "dozens of protesters", "at least 5 dead". At most 40 tokens of steps.
std::vector<EventSize> find_sizes(const Tokens& tokens, const Parse& parse, uint32_t trigger);

}  // namespace demarche
