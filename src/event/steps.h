// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the event stage; the door is event.h. What a pattern steps over on its way.

#include <cstdint>

#include "event/match.h"

namespace demarche {

/// Determiners, adjectives, adverbs, names, possessives, quote marks, amounts ("more than $"), and
/// a lone time ("agreed today to"): what may stand before the word that a pattern asks for.
bool is_stepped_over(const EventContext& context, uint32_t token);

/// The noun phrase that begins at `at` or behind a few of these, or kNone.
uint32_t phrase_from(const EventContext& context, uint32_t at, uint32_t end);

/// The phrase that goes on where this one ends: what an amount counts ("dozens of battalions"), or
/// the rest of a noun phrase that the parse has cut in two; else kNone.
uint32_t phrase_after(const EventContext& context, uint32_t phrase, uint32_t end);

}  // namespace demarche
