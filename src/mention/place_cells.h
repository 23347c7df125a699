// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "mention/place_option.h"

// Internal to src/mention; the door is mention.h.
namespace demarche::mention {

/// Where the names of a page may lie, by squares of a degree: so that names that all have a bearer
/// in one county find each other, whatever larger towns are called so.
class Cells {
 public:
  void clear();
  /// `share`: 1 for the place that a name means by now, less for others. The option must outlive
  /// the cells.
  void add(uint32_t name, const Option& option, double share);

  /// What the towns of a unit that the page may mean add to the score of the unit.
  [[nodiscard]] double towns_in(const Option& unit, uint32_t name) const;
  /// What the names near a place add to its score.
  [[nodiscard]] double near(const Option& here, uint32_t name) const;

 private:
  struct Entry {
    uint32_t name;
    const Option* option;
    double share;
  };

  std::unordered_map<int, std::vector<Entry>> cells_;
  std::unordered_map<std::string_view, std::vector<Entry>> towns_;  // by unit
};

}  // namespace demarche::mention
