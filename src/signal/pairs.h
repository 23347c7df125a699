// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "signal/signal.h"

// Internal to the folder: which pairs of points are weighed. The door is signal.h.
namespace demarche {

inline constexpr double kSameIssue = .6;  ///< below this likeness two rows are two issues

/// How much two points of one side are about one thing. Words and sides are numbered once, so that
/// a pair costs no comparing of strings.
class Likeness {
 public:
  explicit Likeness(const std::vector<Point>& points);
  /// 0..1. Topics must agree. Counterparts must overlap; a point that names none belongs to what
  /// stands next to it in its document.
  [[nodiscard]] double of(size_t first, size_t second) const;
  /// Are two statements about facts about one and the same: are their words the same by half?
  [[nodiscard]] bool same_claim(size_t first, size_t second) const;

 private:
  using Numbers = std::vector<uint32_t>;  // sorted, unique
  Numbers numbers_of(const std::vector<std::string>& words);

  const std::vector<Point>& points_;
  std::unordered_map<std::string, uint32_t> number_of_;
  std::vector<Numbers> anchors_, counterparts_;
};

/// Of which kind a pair is, and its window in hours.
struct PairKind {
  SignalKind kind;
  double window, tau;
};

/// Can two points of one issue be a signal, whatever their poles? `first` is the statement where
/// the other is a deed. Nothing where conditions, time, another claim or a source without a name
/// keep them apart.
std::optional<PairKind> comparable(const std::vector<Point>& points, const Likeness& likeness,
                                   size_t first, size_t second);

/// In order of the day of their document, then of their place in it.
std::vector<Point> in_order(std::vector<Point> points);

}  // namespace demarche
