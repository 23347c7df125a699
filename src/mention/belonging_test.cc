// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/belonging.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "mention/invented_world.h"

// The country of somebody whom only the page knows: by what stands around him. Nobody speaks for a
// country for that.
namespace demarche::mention {
namespace {

struct Row {
  std::vector<std::string> paragraphs;
  std::string_view country, rule;
};

bool went_by(const Mention& mention, std::string_view rule) {
  return std::ranges::any_of(mention.evidence.rejected,
                             [&](const Reading& reading) { return reading.rule == rule; });
}

/// All rows tell of Milo Vane, an analyst.
void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const ReadPage page = read_page_of(row.paragraphs);
    SCOPED_TRACE(row.paragraphs.back());
    const Mention* mention = page.mention("Milo Vane");
    ASSERT_NE(mention, nullptr);
    const Actor& vane = page.mentions.actors[mention->actor.value];
    EXPECT_EQ(vane.country, row.country);
    EXPECT_EQ(vane.side, "");
    EXPECT_NE(vane.authority, Authority::kOfficial);
    for (const char* rule : {"country.phrase", "country.place", "country.sentence", "country.page"})
      EXPECT_EQ(went_by(*mention, rule), row.rule == rule) << rule;
  }
}

TEST(Belonging, GoesByThePlaceOfTheSentence) {
  check({
      {{"Norvenia watched as Milo Vane, an analyst, slept in Karsonia."}, "KAR", "country.place"},
      {{"In Karsonia Milo Vane, an analyst, met Ana Brok."}, "KAR", "country.place"},
      {{"Milo Vane, an analyst, slept near Karsa as Ostravia watched."}, "KAR", "country.place"},
  });
}

TEST(Belonging, GoesByTheOnlyCountryOfTheSentence) {
  check({
      {{"Ostravia is far.", "Milo Vane, an analyst, met diplomats of Norvenia."},
       "NOV",
       "country.sentence"},
      {{"Ostravia is far.", "Milo Vane, an analyst, likes Ana Brok."}, "NOV", "country.sentence"},
      {{"Ostravia is far.", "Milo Vane, an analyst, likes Norvenia and the Norvenian army."},
       "NOV",
       "country.sentence"},
  });
}

TEST(Belonging, GoesByTheOnlyCountryOfThePage) {
  check({
      {{"Norvenia is cold.", "Milo Vane, an analyst, slept."}, "NOV", "country.page"},
      {{"Milo Vane, an analyst, slept.", "Norvenian troops left."}, "NOV", "country.page"},
      {{"The League of Velmark met.", "Milo Vane, an analyst, slept in Norvik.", "He snored."},
       "NOV",
       "country.place"},
  });
}

TEST(Belonging, IsLeftOpenBetweenTwoCountries) {
  check({
      {{"Norvenia sent Milo Vane, an analyst, a letter about Ostravia."}, "", ""},
      {{"Norvenia and Ostravia met.", "Milo Vane, an analyst, slept."}, "", ""},
      {{"Milo Vane, an analyst, slept."}, "", ""},
      {{"The League of Velmark met.", "Milo Vane, an analyst, slept."}, "", ""},
  });
}

TEST(Belonging, IsNotAskedWhereWordsSayIt) {
  check({{{"Karsonia is far.", "Norvenian violinist Milo Vane said no to Ostravia."}, "NOV", ""}});
}

TEST(Belonging, OfMediaSaysNothingOfOthers) {
  WorldBuilder world;
  world.state("NOV", "Norvenia", "Norvenian", "Norvenians", "Norvik", 55, 20);
  KnownActor paper;
  paper.id = "MIRROR";
  paper.name = "Harrow Mirror";
  paper.kind = ActorKind::kOrganization;
  paper.country = "NOV";
  paper.sector = "MED";
  world.alias(paper.name, world.actor(paper), AliasKind::kName);
  world.role("analyst", "analysts", "", "CVL", "person", Authority::kPrivate, false, 0);
  const ReadPage page = read_page_of({"Milo Vane, an analyst, told the Harrow Mirror no."},
                                     world.table, "2031-05-14");
  const Actor* vane = page.actor("Milo Vane");
  ASSERT_NE(vane, nullptr);
  EXPECT_NE(page.actor("the Harrow Mirror"), nullptr);
  EXPECT_EQ(vane->country, "");
}

TEST(Belonging, ChangesNobodyOfTheTable) {
  const ReadPage page = read_page_of({"Norvenia is cold.", "Demands on the West grew."});
  const Actor* west = page.actor("the West");
  ASSERT_NE(west, nullptr);
  EXPECT_EQ(west->country, "");
}

}  // namespace
}  // namespace demarche::mention
