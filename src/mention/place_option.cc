// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/place_option.h"

#include <cmath>
#include <numbers>

namespace demarche::mention {
namespace {

// In powers of ten of inhabitants, as all weights of the ranking (place_ranking.cc).
constexpr double kOverlay = 100;  // the user's own rows
constexpr double kLarge = 6;  // seas, continents, regions of our own tables: nobody counts there
constexpr double kPeople = 1.3;
constexpr double kCapital = 1, kSeat = .4, kQuarter = -1;
constexpr double kCountyBase = 3.5, kRegionBase = 3.5, kRegionSlope = .5;

double prior_of(const Place& place) {
  const double people = kPeople * std::log10(place.population + 20.0);
  if (place.overlay) return kOverlay;
  switch (place.rank) {
    case PlaceKind::kRegion:
      return kRegionBase + kRegionSlope * people;
    case PlaceKind::kCounty:
      return kCountyBase;
    case PlaceKind::kCapital:
      return people + kCapital;
    case PlaceKind::kSeat:
      return people + kSeat;
    case PlaceKind::kQuarter:
      return people + kQuarter;
    case PlaceKind::kCity:
      return place.population == 0 && place.geonames == 0 ? kLarge - 1 : people;
    case PlaceKind::kOther:
      return kLarge;
  }
  return 0;
}

}  // namespace

bool is_town(const Place& place) {
  return place.rank == PlaceKind::kCapital || place.rank == PlaceKind::kSeat ||
         place.rank == PlaceKind::kCity || place.rank == PlaceKind::kQuarter;
}

bool is_unit(const Place& place) {
  return place.rank == PlaceKind::kRegion ||
         (place.rank == PlaceKind::kOther && place.kind == "region");
}

Option make_option(const Gazetteer& gazetteer, uint32_t number) {
  Option option;
  option.number = number;
  option.place = gazetteer.at(number);
  option.prior = option.fixed = prior_of(option.place);
  constexpr double kDegree = std::numbers::pi / 180;
  const double lat = option.place.lat * kDegree, lon = option.place.lon * kDegree;
  option.x = std::cos(lat) * std::cos(lon);
  option.y = std::cos(lat) * std::sin(lon);
  option.z = std::sin(lat);
  for (const char c : option.place.country)
    option.country = option.country << 8U | static_cast<unsigned char>(c);
  if (!option.place.area.empty()) option.area = option.place.area.data();
  return option;
}

double chord(const Option& a, const Option& b) {
  const double dx = a.x - b.x, dy = a.y - b.y, dz = a.z - b.z;
  return 6371 * std::sqrt(dx * dx + dy * dy + dz * dz);
}

}  // namespace demarche::mention
