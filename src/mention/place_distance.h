// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "mention/scene.h"

// Internal to src/mention; the door is mention.h.
namespace demarche::mention {

/// "some 40 kilometres (25 miles)".
struct Distance {
  uint32_t first = 0;  ///< token of the number
  double km = 0;
};

/// The distance that ends before a token, or none: "a few miles" tells no number.
std::optional<Distance> distance_before(const Scene& scene, uint32_t end);

/// "miles", "km".
bool is_unit_of_way(std::string_view word);

/// The words of a compass that end with this token: the first of "north-east", which may be three
/// tokens; kNone: it is none.
uint32_t compass_first(const Scene& scene, uint32_t last);

/// Degrees from north, clockwise: 45 for "north-east" and "northeastern"; none for "central".
std::optional<double> bearing_of(std::string_view compass);

}  // namespace demarche::mention
