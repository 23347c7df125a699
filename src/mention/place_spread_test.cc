// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/place_spread.h"

#include <gtest/gtest.h>

#include <cmath>

#include "mention/invented_world.h"

namespace demarche::mention {
namespace {

struct SpreadRow {
  std::string text;
  std::string_view words;
  double north = 0, east = 0;  ///< kilometres off the place named
  double radius = 0;
  std::string_view rule;
};

TEST(Spread, MovesToWhereTheWordsSay) {
  const ReadPage plain = read_page_of({"They met in Geldrun."});
  const PlaceMention* town = plain.place("Geldrun");
  ASSERT_NE(town, nullptr);
  EXPECT_FALSE(town->radius_km.has_value());
  const std::vector<SpreadRow> rows = {
      {"It fell 200 km south of Geldrun.", "south of Geldrun", -200, 0, 50, "place.distance"},
      {"It fell 60 miles north of Geldrun.", "north of Geldrun", 96.6, 0, 24.1, "place.distance"},
      {"It fell some 40 kilometres (25 miles) north-east of Geldrun.", "north-east of Geldrun",
       28.3, 28.3, 10, "place.distance"},
      {"It fell 10 km to the west of Geldrun.", "west of Geldrun", 0, -10, 5, "place.distance"},
      {"It fell a hundred miles east of Geldrun.", "east of Geldrun", 0, 160.9, 40.2,
       "place.distance"},
      {"It fell 1,200km north of Geldrun.", "north of Geldrun", 1200, 0, 300, "place.distance"},
      {"It fell 15 km from Geldrun.", "Geldrun", 0, 0, 15, "place.distance"},
      {"It fell within 40 miles of Geldrun.", "Geldrun", 0, 0, 64.4, "place.distance"},
      {"It fell 12 nautical miles off Geldrun.", "Geldrun", 0, 0, 22.2, "place.distance"},
      {"It fell a few miles from Geldrun.", "Geldrun", 0, 0, 50, "place.near"},
      {"It fell south of Geldrun.", "south of Geldrun", 0, 0, 50, "place.side"},
      {"It fell in the south of Geldrun.", "south of Geldrun", 0, 0, 15, "place.of"},
      {"It fell in southern Geldrun.", "southern Geldrun", 0, 0, 15, "place.part"},
      {"It fell outside Geldrun.", "Geldrun", 0, 0, 50, "place.near"},
      {"It fell off the coast of Geldrun.", "Geldrun", 0, 0, 50, "place.coast"},
      {"It fell 5 km off the coast of Geldrun.", "Geldrun", 0, 0, 5, "place.coast"},
  };
  constexpr double kDegree = 111.195;
  for (const SpreadRow& row : rows) {
    SCOPED_TRACE(row.text);
    const ReadPage page = read_page_of({row.text});
    const PlaceMention* place = page.place(row.words);
    if (place == nullptr) {
      ADD_FAILURE() << "no place " << row.words;
      continue;
    }
    const double wide = kDegree * std::cos(*town->lat * 3.14159 / 180);
    EXPECT_NEAR((*place->lat - *town->lat) * kDegree, row.north, 8);
    EXPECT_NEAR((*place->lon - *town->lon) * wide, row.east, 8);
    EXPECT_NEAR(place->radius_km.value_or(-1), row.radius, .1);
    EXPECT_EQ(place->evidence.rule, row.rule);
    EXPECT_FALSE(place->acts);
  }
}

TEST(Spread, TakesNoOtherNumberForAWay) {
  for (const char* text : {"Ten men came from Geldrun.", "It sold 200 cars south of Geldrun.",
                           "In 2030 he came from Geldrun.", "He came 0 km from Geldrun."}) {
    SCOPED_TRACE(text);
    const ReadPage page = read_page_of({text});
    for (const PlaceMention& place : page.mentions.places)
      EXPECT_NE(place.evidence.rule, "place.distance");
  }
}

}  // namespace
}  // namespace demarche::mention
