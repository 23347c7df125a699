// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/place_cells.h"

#include <algorithm>
#include <cmath>

namespace demarche::mention {
namespace {

constexpr double kNear = 6, kNearStep = 3, kNearKm = 90;  // at most; of one beside it
constexpr double kTowns = 1.2, kTownsMost = 4;            // of a unit, a town that may lie in it

int row(const Option& option) { return static_cast<int>(std::floor(option.place.lat)); }
int column(const Option& option) { return static_cast<int>(std::floor(option.place.lon)); }
int key(int row, int column) { return (row + 91) * 400 + column + 181; }

}  // namespace

void Cells::clear() {
  cells_.clear();
  towns_.clear();
}

void Cells::add(uint32_t name, const Option& option, double share) {
  if (!option.place.area.empty() && is_town(option.place)) {
    towns_[option.place.area].push_back({name, &option, share});
  }
  if (!option.place.has_spot || option.place.rank == PlaceKind::kRegion) return;
  cells_[key(row(option), column(option))].push_back({name, &option, share});
}

double Cells::near(const Option& here, uint32_t name) const {
  if (!here.place.has_spot || here.place.rank == PlaceKind::kRegion) return 0;
  std::vector<std::pair<uint32_t, double>> voices;  // of each name the loudest counts
  for (int dy = -1; dy <= 1; ++dy)
    for (int dx = -1; dx <= 1; ++dx) {
      const auto at = cells_.find(key(row(here) + dy, column(here) + dx));
      if (at == cells_.end()) continue;
      for (const Entry& entry : at->second) {
        if (entry.name == name || entry.option->number == here.number) continue;
        const double voice = entry.share * std::exp(-chord(here, *entry.option) / kNearKm);
        const auto same =
            std::ranges::find(voices, entry.name, &std::pair<uint32_t, double>::first);
        if (same == voices.end()) {
          voices.emplace_back(entry.name, voice);
        } else {
          same->second = std::max(same->second, voice);
        }
      }
    }
  double sum = 0;
  for (const auto& [other, voice] : voices) sum += kNearStep * voice;
  return std::min(kNear, sum);
}

/// Of each name the likeliest of its places there counts; one name alone proves nothing.
double Cells::towns_in(const Option& unit, uint32_t name) const {
  if (unit.place.rank != PlaceKind::kRegion) return 0;
  const auto at = towns_.find(unit.place.area);
  if (at == towns_.end()) return 0;
  double sum = 0, most = 0;
  uint32_t last = kNone;
  for (const Entry& entry : at->second) {  // of one name together, as they were added
    if (entry.name == name) continue;
    if (entry.name != last) sum += most, most = 0;
    last = entry.name;
    most = std::max(most, entry.share);
  }
  return std::min(kTownsMost, kTowns * std::max(.0, sum + most - .5));
}

}  // namespace demarche::mention
