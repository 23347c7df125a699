// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the event stage; the door is event.h.

#include <cstdint>

#include "event/match.h"

namespace demarche {

/// What the words of the deed itself say of its reality: negation, mood, the verb or noun that it
/// hangs on.
EventStatus status_of_match(const EventContext& context, const Pattern& pattern,
                            const EventMatch& match);

}  // namespace demarche
