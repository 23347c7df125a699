// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the event stage; the door is event.h.

#include <cstdint>

#include "event/match.h"

namespace demarche {

/// What the sentence around a deed leaves of its status: a question, a rumour, a clause under "it
/// is not true that", "almost". At most a sentence's length of steps.
EventStatus status_in_frame(const EventContext& context, const EventMatch& match,
                            EventStatus status);

/// Is the deed told of a film or a novel? Then it is none.
bool is_fiction(const EventContext& context, uint32_t anchor);

/// "holds a drill every spring": what is done again and again, at a time that is no day.
bool is_habit(const EventContext& context, uint32_t anchor, const TimeMention& time);

}  // namespace demarche
