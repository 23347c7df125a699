// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "base/day.h"
#include "mention/time_words.h"

namespace demarche {

// Internal to find_times: see mention.h for the door.

/// The day of a named day in a year.
std::optional<Day> holiday_in(Holiday holiday, int year);

}  // namespace demarche
