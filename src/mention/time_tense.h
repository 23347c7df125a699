// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parse/parse.h"
#include "token/token.h"

namespace demarche {

// Internal to find_times: see mention.h for the door.

/// Where the clause around an expression of time lies: ahead of the day of publication, behind it,
/// or the words do not tell.
enum class TimeOutlook : int8_t { kBehind = -1, kUnknown = 0, kAhead = 1 };

/// By the verb that the time hangs on in the tree of a language model; unknown without one.
TimeOutlook outlook_by_tree(const Tokens& tokens, const Parse& parse, uint32_t first,
                            uint32_t last);

/// Is the verb beside the token one of what was over by a time that is over: "had filed"?
bool is_past_perfect_at(const Tokens& tokens, const Parse& parse, uint32_t token);

/// Reads the verbs and other signals next to the tokens [first, last), which lie in one sentence.
TimeOutlook outlook_at(const Tokens& tokens, const Parse& parse, uint32_t first, uint32_t last);

}  // namespace demarche
