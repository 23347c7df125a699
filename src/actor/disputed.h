// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace demarche {

/// A name that one side uses for a place that another calls otherwise.
struct NameOfSide {
  std::string actor, name;
};

/// A row of data/places/disputed.tsv, the policy for places on whose rule, border or name sides do
/// not agree: what a record and a map may say of it. It takes no side; a user may lay rows over it.
struct DisputedPlace {
  std::string id, name;
  std::vector<std::string> aliases;  ///< names that no one side owns, and of parts of it
  std::vector<NameOfSide> by_side;
  std::string country;  ///< alpha-3 that a record gives, or empty: left open
  std::string kind;     ///< "claim", "de_facto", "line", "name", "movement", "demand"
  std::string status;   ///< "open", "dormant" or "settled"
  std::vector<std::string> claimants;  ///< ids of actors
  std::vector<std::string> administered_by;
  bool dashed = false;  ///< a map must not draw a firm line on land there
  std::string words;    ///< one neutral line

  /// `name`, `aliases` and the names of `by_side`, each once.
  [[nodiscard]] std::vector<std::string> all_names() const;
  /// Those who claim, hold or name it, each once.
  [[nodiscard]] std::vector<std::string> parties() const;
  /// "claimed by NOV, OSV; held by NOV; called Velmar by OSV"; empty where the row says none of it.
  [[nodiscard]] std::string claims_in_words() const;
};

/// Reads data_dir/places/disputed.tsv, then that of each overlay that has one (below it or flat in
/// it): without states and places, for who draws a map. In the order of the files.
Result<std::vector<DisputedPlace>> load_disputed(const std::string& data_dir,
                                                 const std::vector<std::string>& overlays);

}  // namespace demarche
