// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the event stage; the door is event.h. Which noun phrases can act or be acted on.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "event/match.h"

namespace demarche {

/// Is the word in the list?
bool has_word(const std::vector<std::string>& words, std::string_view word);

/// The actor whose mention carries the phrase, else one inside it: "Norvenian troops".
Id<Actor> actor_of_phrase(const EventContext& context, uint32_t phrase);

/// May the phrase act or be acted on? One with an actor, a name, "they", or a noun of the class
/// `party` of classes.tsv: "the court", "a former judge". Such a one need not be known by name.
bool is_party(const EventContext& context, uint32_t phrase);

/// "today", "Monday": a time is no subject.
bool is_time_phrase(const EventContext& context, uint32_t phrase);

/// The phrase under a preposition that follows this one directly ("the appeal of the student",
/// "thousands of people in Norvenia"), or kNone.
uint32_t next_attached(const EventContext& context, uint32_t phrase, uint32_t end);

}  // namespace demarche
