// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "actor/gazetteer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "actor/actor_table.h"
#include "actor/place_key.h"
#include "actor/small_tables.h"
#include "base/strings.h"
#include "base/tsv.h"

namespace demarche {
namespace {

const std::string kTable = std::string(DEMARCHE_SOURCE_DIR) + "/data/places/gazetteer.bin";

std::string table_bytes() {
  auto bytes = read_file(kTable, 64U << 20U);
  return bytes ? *bytes : "";
}

KnownPlace town(const std::string& name, const std::string& country, double lat, double lon) {
  KnownPlace place;
  place.id = place.name = name;
  place.kind = "city";
  place.country = country;
  place.lat = lat;
  place.lon = lon;
  place.has_spot = true;
  return place;
}

/// Tokens of a text whose words are parted by single spaces, in one sentence.
Tokens tokens_of(std::string_view text) {
  Tokens tokens;
  uint32_t at = 0;
  for (const std::string_view word : split(text, ' ')) {
    const auto end = at + static_cast<uint32_t>(word.size());
    tokens.tokens.push_back({{at, end}, true});
    tokens.lower.push_back(fold_case(word));
    tokens.sentence_of.push_back(0);
    at = end + 1;
  }
  tokens.sentences.push_back({{0, at}, 0, static_cast<uint32_t>(tokens.size()), 0});
  return tokens;
}

// ---------------------------------------------------------------- keys
TEST(PlaceKey, LeavesLettersAndDigits) {
  const std::pair<const char*, const char*> rows[] = {{"Norvik", "norvik"},
                                                      {"NORVIK", "norvik"},
                                                      {"Sana'a", "sanaa"},
                                                      {"Sana’a", "sanaa"},
                                                      {"Port-au-Prince", "port au prince"},
                                                      {"Łódź", "lodz"},
                                                      {"Malmö", "malmo"},
                                                      {"Straße", "strasse"},
                                                      {"Saint Orlen", "st orlen"},
                                                      {"St. Orlen", "st orlen"},
                                                      {"Mount  Harrow", "mt harrow"},
                                                      {"Fort Harrow", "ft harrow"},
                                                      {"N.Y.", "ny"},
                                                      {"Ḩamāh", "hamah"},
                                                      {"‘Ayn al ‘Arab", "ayn al arab"},
                                                      {"", ""},
                                                      {"--", ""},
                                                      {"Aix\u00a0les Bains", "aix les bains"},
                                                      {"Köln/Bonn", "koln bonn"},
                                                      {"İzmir", "izmir"}};
  for (const auto& [name, key] : rows) EXPECT_EQ(fold_place_name(name), key) << name;
}

// ---------------------------------------------------------------- the table that ships
TEST(Gazetteer, FindsEveryPlaceByItsOwnName) {
  const auto gazetteer = load_gazetteer(kTable);
  ASSERT_TRUE(gazetteer);
  ASSERT_GE(gazetteer->size(), 120000U);
  for (uint32_t number = 0; number < gazetteer->size(); number += 7) {
    const Place place = gazetteer->at(number);
    const auto same = gazetteer->named(place.name);
    ASSERT_NE(std::ranges::find(same, number), same.end()) << place.name;
    ASSERT_TRUE(place.has_spot && std::abs(place.lat) <= 90 && std::abs(place.lon) <= 180);
    ASSERT_EQ(place.country.size(), 3U) << place.name;
  }
}

TEST(Gazetteer, KnowsTownsUnitsAndCounties) {
  const auto gazetteer = load_gazetteer(kTable);
  ASSERT_TRUE(gazetteer);
  struct Row {
    const char *name, *country, *kind, *unit;
    double lat, lon;
  };
  const Row rows[] = {{"Vienna", "AUT", "capital", "Vienna", 48.2, 16.4},
                      {"Wien", "AUT", "capital", "Vienna", 48.2, 16.4},
                      {"cologne", "DEU", "city", "North Rhine-Westphalia", 50.9, 7.0},
                      {"Köln", "DEU", "city", "North Rhine-Westphalia", 50.9, 7.0},
                      {"Alabama", "USA", "region", "Alabama", 32.8, -86.8},
                      {"Rapides Parish", "USA", "county", "Louisiana", 31.2, -92.5},
                      {"Xinjiang", "CHN", "region", "Xinjiang Uyghur Autonomous Region", 41, 85}};
  for (const Row& row : rows) {
    bool found = false;
    for (const uint32_t number : gazetteer->named(row.name)) {
      const Place place = gazetteer->at(number);
      found = found || (place.country == row.country && place.kind == row.kind &&
                        place.area_name == row.unit &&
                        kilometres(place.lat, place.lon, row.lat, row.lon) < 300);
    }
    EXPECT_TRUE(found) << row.name;
  }
  EXPECT_TRUE(gazetteer->named("Norvenia").empty());
  EXPECT_TRUE(gazetteer->named("Koeln").empty()) << "no likeness";
  EXPECT_TRUE(gazetteer->named("").empty());
}

TEST(Gazetteer, OrdersTownsOfOneNameBySize) {
  const auto gazetteer = load_gazetteer(kTable);
  ASSERT_TRUE(gazetteer);
  const auto numbers = gazetteer->named("Birmingham");
  ASSERT_GE(numbers.size(), 3U);
  for (size_t i = 1; i < numbers.size(); ++i)
    EXPECT_GE(gazetteer->at(numbers[i - 1]).population, gazetteer->at(numbers[i]).population);
}

TEST(Gazetteer, KnowsTheReachOfACountry) {
  const auto gazetteer = load_gazetteer(kTable);
  ASSERT_TRUE(gazetteer);
  const auto reach = gazetteer->reach_of("CHE");
  ASSERT_TRUE(reach);
  EXPECT_TRUE(reach->south > 45 && reach->north < 48 && reach->west > 5 && reach->east < 11);
  EXPECT_FALSE(gazetteer->reach_of("NOV"));
}

// ---------------------------------------------------------------- damaged files
TEST(Gazetteer, RefusesWhatIsNoTable) {
  const std::string good = table_bytes();
  ASSERT_FALSE(good.empty());
  std::string other = good, cut = good, longer = good + "x", changed = good, flat = "DMPLACE1";
  other[7] = '9';
  cut.resize(cut.size() - 5);
  changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
  struct Row {
    std::string bytes, why;
  };
  const Row rows[] = {{"", "is no gazetteer"},    {flat, "is no gazetteer"},
                      {other, "is no gazetteer"}, {cut, "cut short"},
                      {longer, "cut short"},      {changed, "damaged"}};
  for (const Row& row : rows) {
    const auto read = Gazetteer::read(row.bytes, "places.bin");
    ASSERT_FALSE(read) << row.why;
    EXPECT_NE(read.error().message.find(row.why), std::string::npos) << read.error().message;
    EXPECT_TRUE(read.error().message.starts_with("places.bin")) << read.error().message;
  }
}

/// A table with one wrong row and a good sum, as a faulty script would make it.
TEST(Gazetteer, RefusesAPlaceOffTheEarth) {
  std::string bytes = table_bytes();
  const auto number = [&](size_t at) {
    uint32_t value = 0;
    for (size_t i = 0; i < 4; ++i)
      value |= uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    return value;
  };
  const size_t first = 40 + size_t{number(8)} * 20 + size_t{number(12)} * 8;
  const uint32_t lat = 9'900'000;  // 99 degrees
  for (size_t i = 0; i < 4; ++i) bytes[first + 4 + i] = static_cast<char>(lat >> (8 * i));
  uint64_t sum = 0xCBF29CE484222325U;
  for (size_t at = 40; at < bytes.size(); at += 8) {
    uint64_t word = 0;
    for (size_t i = 0; i < 8 && at + i < bytes.size(); ++i)
      word |= uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    sum = (sum ^ word) * 0x100000001B3U;
  }
  for (size_t i = 0; i < 8; ++i) bytes[32 + i] = static_cast<char>(sum >> (8 * i));
  const auto read = Gazetteer::read(bytes, "places.bin");
  ASSERT_FALSE(read);
  EXPECT_NE(read.error().message.find("place 0 lies off the earth"), std::string::npos)
      << read.error().message;
}

// ---------------------------------------------------------------- rows over it
TEST(Gazetteer, PutsTheUsersPlaceFirst) {
  auto gazetteer = load_gazetteer(kTable);
  ASSERT_TRUE(gazetteer);
  KnownPlace own = town("Harrow", "VLM", 50, -38);
  own.overlay = true;
  const uint32_t number = gazetteer->add(own, {"Harrow", "Old Harrow"});
  EXPECT_EQ(gazetteer->named("Harrow").front(), number);
  EXPECT_GT(gazetteer->named("Harrow").size(), 1U);
  EXPECT_EQ(gazetteer->named("old harrow"), std::vector<uint32_t>{number});
  EXPECT_TRUE(gazetteer->at(number).overlay);
}

TEST(Gazetteer, TakesABaseRowForThePlaceThatItTellsOf) {
  auto gazetteer = load_gazetteer(kTable);
  ASSERT_TRUE(gazetteer);
  const uint32_t before = gazetteer->size();
  const uint32_t same = gazetteer->add(town("Graz", "AUT", 47.07, 15.44), {"Graz", "Gratz Town"});
  EXPECT_EQ(gazetteer->size(), before);
  EXPECT_EQ(gazetteer->at(same).name, "Graz");
  EXPECT_EQ(gazetteer->named("Gratz Town"), std::vector<uint32_t>{same});
  const uint32_t far = gazetteer->add(town("Graz", "AUT", 40, 15), {"Graz"});
  EXPECT_EQ(far, before) << "another place of that name";
}

TEST(Gazetteer, TakesFurtherNamesAndAbbreviations) {
  auto gazetteer = load_gazetteer(kTable);
  ASSERT_TRUE(gazetteer);
  EXPECT_TRUE(gazetteer->add_name("Graz", "AUT", "Gradec Town", true));
  EXPECT_EQ(gazetteer->at(gazetteer->named("Graz").front()).name, "Gradec Town");
  EXPECT_FALSE(gazetteer->add_name("Graz", "FRA", "Gradec"));
  gazetteer->add_abbreviation(gazetteer->named("Alabama").front(), "Ala.");
  ASSERT_EQ(gazetteer->abbreviated("Ala.").size(), 1U);
  EXPECT_EQ(gazetteer->at(gazetteer->abbreviated("Ala.").front()).area, "US.AL");
  EXPECT_TRUE(gazetteer->abbreviated("ala.").empty());
}

TEST(Gazetteer, RefusesRowsOffTheEarth) {
  struct Row {
    const char *row, *why;
  };
  const Row rows[] = {
      {"A;Dorn;;city;NOV;;999;30;invented", "cities.tsv:2: lat '999' is no number from -90 to 90"},
      {"A;Dorn;;city;NOV;;51;-181;invented", "cities.tsv:2: lon '-181' is no number"},
      {"A;Dorn;;city;NOV;;nan;30;invented", "cities.tsv:2: lat 'nan'"},
      {"A;Dorn;;city;NOV;;north;30;invented", "cities.tsv:2: lat 'north'"},
      {"A;Dorn;;city;NOV;;51;;invented", "one alone is no point"},
      {"A;Dorn;;city;NOV;x1;51;30;invented", "geonames 'x1'"},
      {"A;;;city;NOV;;51;30;invented", "no name"}};
  for (const Row& row : rows) {
    Folder folder("places_off");
    put_world(folder);
    folder.put(
        "places/cities.tsv",
        std::string("id;name;aliases;kind;country;geonames;lat;lon;source\n") + row.row + "\n");
    const auto table = load_actor_table(folder.path(), {});
    ASSERT_FALSE(table) << row.row;
    EXPECT_NE(table.error().message.find(row.why), std::string::npos) << table.error().message;
  }
}

TEST(Gazetteer, MatchesTheLongestNameAtAToken) {
  Gazetteer gazetteer;
  gazetteer.add(town("Port-au-Harrow", "NOV", 1, 1), {"Port-au-Harrow"});
  gazetteer.add(town("Port", "NOV", 1, 1), {"Port"});
  gazetteer.add(town("Ports", "NOV", 1, 1), {"Ports"});
  gazetteer.add(town("St. Vera's", "NOV", 1, 1), {"St. Vera's"});
  gazetteer.add(town("Queen's Harrow", "NOV", 1, 1), {"Queen's Harrow"});
  struct Row {
    const char* text;
    uint32_t at, end;
  };
  const Row rows[] = {{"in Port - au - Harrow today", 1, 6},
                      {"in Port - au today", 1, 2},
                      {"in Port today", 1, 2},
                      {"in Port , au - Harrow", 1, 2},
                      {"in Port", 0, 0},
                      {"Port", 0, 1},
                      {"- Port", 0, 0},
                      {"Port 's", 0, 1},
                      {"St. Vera 's , Norvenia", 0, 3},
                      {"Queen 's Harrow", 0, 3}};
  for (const Row& row : rows)
    EXPECT_EQ(gazetteer.longest_at(tokens_of(row.text), row.at), row.end) << row.text;
}

TEST(Kilometres, AreThoseOfTheGlobe) {
  EXPECT_NEAR(kilometres(0, 0, 0, 180), 20015, 1);
  EXPECT_NEAR(kilometres(48.21, 16.37, 50.85, 4.35), 915, 10);
  EXPECT_EQ(kilometres(10, 20, 10, 20), 0);
}

}  // namespace
}  // namespace demarche
