// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
#include <limits>
#include <set>
#include <string>

#include "signal/chance.h"
#include "signal/pairs.h"
#include "signal/score.h"

namespace demarche {
namespace {

/// The position that a signal's row takes; of a row with both poles its second one where asked.
const Point* point_of(const std::vector<Point>& points, const Ref& ref, bool second) {
  const Point* found = nullptr;
  for (const Point& point : points) {
    if (point.ref.document != ref.document || point.ref.row != ref.row) continue;
    if (!second || found != nullptr) return &point;
    found = &point;
  }
  return found;
}

/// Once for each utterance and pole: a reprint is no new reading. Those that could stand in the
/// place of `like`, the nearest in time to it.
std::vector<const Point*> readings_like(const std::vector<Point>& points, const Point& like) {
  std::vector<const Point*> readings;
  std::set<std::pair<std::string_view, double>> seen;
  for (const Point& point : points) {
    const bool fits = point.deed == like.deed && point.axis == like.axis && point.attributed &&
                      !point.conditional && point.polarity != 0;
    if (fits && seen.emplace(point.utterance, point.plus).second) readings.push_back(&point);
  }
  if (readings.size() <= kMostReadings) return readings;
  const auto days_off = [&](const Point* point) {
    if (!point->from || !like.from) return std::numeric_limits<int64_t>::max();
    return std::abs(static_cast<int64_t>((*point->from - *like.from).count()));
  };
  std::ranges::stable_sort(readings, {}, days_off);
  readings.resize(kMostReadings);
  return readings;
}

}  // namespace

std::optional<NullDistribution> find_null(const Signal& signal, const std::vector<Point>& history) {
  if (!signal.score || !signal.b) return std::nullopt;
  const std::vector<Point> points = in_order(history);
  const bool one_row = signal.a.document == signal.b->document && signal.a.row == signal.b->row;
  const Point* a = point_of(points, signal.a, false);
  const Point* b = point_of(points, *signal.b, one_row);
  if (a == nullptr || b == nullptr) return std::nullopt;
  const auto first = readings_like(points, *a);
  const auto second = readings_like(points, *b);
  NullDistribution out;
  std::set<const Point*> all(first.begin(), first.end());
  all.insert(second.begin(), second.end());
  out.readings = static_cast<int64_t>(all.size());
  if (all.size() < kLeastReadings) return std::nullopt;
  constexpr double kRounding = 1e-6;  // of equal scores
  int64_t as_high = 0;
  for (const Point* one : first) {
    for (const Point* other : second) {
      if (one == other) continue;
      const double score = score_readings(*one, *other, signal.terms, 1, 1).score;
      const auto bin = static_cast<size_t>(score * NullDistribution::kBins);
      ++out.counts[std::min(bin, NullDistribution::kBins - 1)];
      ++out.pairs;
      as_high += score >= *signal.score - kRounding ? 1 : 0;
    }
  }
  if (out.pairs == 0) return std::nullopt;
  out.share = static_cast<double>(as_high) / static_cast<double>(out.pairs);
  return out;
}

}  // namespace demarche
