// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "signal/signal.h"

/// Two checks of signals against chance (design.md section 6). Both count what there is and draw
/// nothing at random: the same points give the same figures. No name of a side plays a part.
namespace demarche {

/// How many pairs were weighed, and how many of them came out at each hundredth of the score. Below
/// the score of a watch nothing is counted.
struct PairTally {
  static constexpr size_t kSteps = 101;
  int64_t pairs = 0;
  std::array<int64_t, kSteps> scores{};  ///< by score, whole hundredths
  std::array<int64_t, kSteps> flags{};   ///< of those the flags

  /// Share of pairs with at least this score; 0 where there is no pair.
  [[nodiscard]] double share(double least, bool flags_only) const;
  [[nodiscard]] int64_t above(double least, bool flags_only) const;
  PairTally& operator+=(const PairTally& other);
  bool operator==(const PairTally&) const = default;
};

/// Real pairs, and decoys: pairs that cannot be a signal. Each decoy stands in the place of a real
/// pair (its kind, likeness and time) and gets its second reading from elsewhere.
struct DecoyTally {
  PairTally real;
  PairTally swapped;  ///< from another side that spoke on the topic, near in time
  PairTally crossed;  ///< from another issue of the side, near in time
  PairTally apart;    ///< from the same issue, out of the window

  [[nodiscard]] PairTally decoys() const;
  DecoyTally& operator+=(const DecoyTally& other);
  bool operator==(const DecoyTally&) const = default;
};

/// Counts over the points of one topic, of all sides. The order of the points does not matter.
DecoyTally count_decoys(const std::vector<Point>& points);

/// With fewer decoys than this a rate says nothing.
inline constexpr int64_t kLeastDecoys = 50;

/// The decoy rate at a threshold: the share of decoys with at least this score, divided by the
/// share of real pairs; at most 1, and never more than at a lower threshold (a q-value). Nothing
/// where no real pair comes so high, or there are too few decoys.
std::optional<double> decoy_rate(const DecoyTally& tally, double least, bool flags_only);

/// For a store: one line of text.
std::string write_tally(const DecoyTally& tally);
std::optional<DecoyTally> read_tally(std::string_view text);

/// Is a split new to a side, or its habit? If the readings of the side's own history on the issue
/// were dealt out anew, every two of them would be as likely to lie where the signal's two rows do:
/// so all pairs of them are scored there, and this is what comes out.
struct NullDistribution {
  static constexpr size_t kBins = 20;
  int64_t readings = 0;                 ///< positions in the history
  int64_t pairs = 0;                    ///< of them that were scored
  double share = 0;                     ///< of pairs that score at least as high as the signal
  std::array<int64_t, kBins> counts{};  ///< pairs by score, each bin .05 wide
};

inline constexpr size_t kLeastReadings = 5;   ///< with fewer a history says nothing
inline constexpr size_t kMostReadings = 500;  ///< the nearest in time to the signal's two rows

/// `history`: the points of the signal's issue. Nothing where the signal has no score, its rows are
/// not among them, or they are too few.
std::optional<NullDistribution> find_null(const Signal& signal, const std::vector<Point>& history);

}  // namespace demarche
