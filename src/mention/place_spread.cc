// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/place_spread.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "mention/place_distance.h"

namespace demarche::mention {
namespace {

// Kilometres around the point where the text gives none.
constexpr double kNearTown = 50, kNearLand = 200;
constexpr double kPartTown = 15, kPartRegion = 150, kPartCountry = 300;
constexpr double kLeastSpread = 5, kShareOfWay = .25;

bool is_town_kind(std::string_view kind) {
  return kind == "city" || kind == "capital" || kind == "quarter" || kind == "place" ||
         kind == "county";
}

std::string compass_words(const Scene& scene, uint32_t word) {
  std::string compass = scene.lower(word);
  if (scene.is(word + 1, "-")) compass += scene.lower(word + 2);
  return compass;
}

/// Of a country, how far its towns reach; none over the date line, where its middle would lie on
/// the far side.
std::optional<Reach> reach_of(const Scene& scene, const PlaceMention& place) {
  if (place.kind != "country" || !place.lat) return std::nullopt;
  const auto reach = scene.table.gazetteer.reach_of(place.country);
  if (!reach || reach->east - reach->west > 180) return std::nullopt;
  return reach;
}

/// To the edge of the country on that side (`part` 0) or as far inside it.
void move_in(PlaceMention& place, const Reach& reach, double bearing, double part) {
  const double turn = bearing * std::numbers::pi / 180;
  const double up = std::cos(turn), right = std::sin(turn);
  constexpr double kSome = .1;
  const double high = reach.north - reach.south, wide = reach.east - reach.west;
  if (up > kSome) place.lat = reach.north - high * part;
  if (up < -kSome) place.lat = reach.south + high * part;
  if (right > kSome) place.lon = reach.east - wide * part;
  if (right < -kSome) place.lon = reach.west + wide * part;
}

void move_along(PlaceMention& place, double bearing, double km) {
  constexpr double kRadius = 6371, kDegree = std::numbers::pi / 180;
  const double way = km / kRadius, turn = bearing * kDegree;
  const double lat = *place.lat * kDegree, lon = *place.lon * kDegree;
  const double to =
      std::asin(std::sin(lat) * std::cos(way) + std::cos(lat) * std::sin(way) * std::cos(turn));
  const double along = std::atan2(std::sin(turn) * std::sin(way) * std::cos(lat),
                                  std::cos(way) - std::sin(lat) * std::sin(to));
  place.lat = to / kDegree;
  place.lon = std::remainder((lon + along) / kDegree, 360.0);
}

void spread_part(const Scene& scene, const PlaceUse& use, PlaceMention& place) {
  place.radius_km = place.kind == "country"    ? kPartCountry
                    : is_town_kind(place.kind) ? kPartTown
                                               : kPartRegion;
  const auto bearing =
      use.compass == kNone ? std::nullopt : bearing_of(compass_words(scene, use.compass));
  const auto reach = reach_of(scene, place);
  constexpr double kQuarter = .25;
  if (bearing && reach) move_in(place, *reach, *bearing, kQuarter);
}

/// "200 km south of Norvik", "south of Norvik", "15 km from Norvik", "near Norvik".
void spread_near(const Scene& scene, const PlaceUse& use, PlaceMention& place) {
  place.radius_km = is_town_kind(place.kind) ? kNearTown : kNearLand;
  const auto bearing =
      use.compass == kNone ? std::nullopt : bearing_of(compass_words(scene, use.compass));
  if (!bearing) {
    // Of a land nobody measures from the middle.
    if (use.km > 0) place.radius_km = use.km + (is_town_kind(place.kind) ? 0 : kNearLand);
    return;
  }
  if (const auto reach = reach_of(scene, place)) move_in(place, *reach, *bearing, 0);
  if (use.km <= 0 || !place.lat || !place.lon) return;
  move_along(place, *bearing, use.km);
  place.radius_km = std::max(kLeastSpread, use.km * kShareOfWay);
}

}  // namespace

void spread_place(const Scene& scene, const PlaceUse& use, PlaceMention& place) {
  if (use.relation == PlaceRelation::kNear) spread_near(scene, use, place);
  if (use.relation == PlaceRelation::kPart) spread_part(scene, use, place);
}

}  // namespace demarche::mention
