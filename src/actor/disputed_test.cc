// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "actor/disputed.h"

#include <gtest/gtest.h>

#include "actor/actor_table.h"
#include "actor/small_tables.h"

namespace demarche {
namespace {

constexpr const char* kHeader =
    "id;name;aliases;by_side;country;kind;status;claimants;administered_by;border;words;source\n";
constexpr const char* kCoast =
    "COAST;Velmark coast;Velmark Bay;NOV=Ana Coast|OSV=Ivo Coast;;claim;open;NOV|OSV;OSV;dashed;"
    "coast that both claim;invented\n";

/// The small world with a coast of Ostravia and a bay in it.
class Disputed : public ::testing::Test {
 protected:
  Disputed() : folder_("disputed"), overlay_("disputed_overlay") {
    put_world(folder_);
    folder_.put("places/regions.tsv",
                "id;name;aliases;kind;country;geonames;lat;lon;source\n"
                "Velmark Bay;Velmark Bay;;sea;OSV;;51;31;invented\n"
                "Velmark coast;Velmark coast;;region;OSV;;51;30;invented\n");
  }

  [[nodiscard]] Result<ActorTable> load(const std::string& rows) {
    folder_.put("places/disputed.tsv", kHeader + rows);
    return load_actor_table(folder_.path(), {});
  }

  Folder folder_, overlay_;
};

Place place_named(const ActorTable& table, std::string_view name) {
  const auto found = table.gazetteer.named(name);
  return found.empty() ? Place{} : table.gazetteer.at(found.front());
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_F(Disputed, OpenCountryOfThePolicyReplacesTheTables) {
  const auto table = load(kCoast);
  ASSERT_TRUE(table) << table.error().message;
  const Place coast = place_named(*table, "Velmark coast");
  EXPECT_EQ(coast.country, "");
  EXPECT_EQ(coast.dispute, 0U);
  EXPECT_EQ(coast.lat, 51);
  EXPECT_EQ(table->disputed.front().parties(), (Ids{"NOV", "OSV"}));
  EXPECT_TRUE(table->disputed.front().dashed);
}

TEST_F(Disputed, NamesOfSidesShowTheNameOfThePolicy) {
  const auto table = load(kCoast);
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ(place_named(*table, "Ana Coast").name, "Velmark coast");
  EXPECT_EQ(place_named(*table, "Ivo Coast").name, "Velmark coast");
}

TEST_F(Disputed, APartKeepsItsName) {
  const auto table = load(kCoast);
  ASSERT_TRUE(table) << table.error().message;
  const Place bay = place_named(*table, "Velmark Bay");
  EXPECT_EQ(bay.name, "Velmark Bay");
  EXPECT_EQ(bay.country, "");
  EXPECT_EQ(bay.dispute, 0U);
}

TEST_F(Disputed, ANameThatAnotherPlaceHasIsNotGiven) {
  const auto table =
      load("COAST;Velmark coast;;NOV=Ostrel;;claim;open;NOV;;;coast that both claim;invented\n");
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ(place_named(*table, "Ostrel").name, "Ostrel");
  EXPECT_FALSE(place_named(*table, "Ostrel").dispute);
}

TEST_F(Disputed, APlaceThatNoTableHasIsFoundWithoutASpot) {
  const auto table =
      load("ROCK;Anker Rock;;OSV=Holt Rock;NOV;line;settled;NOV|OSV;;;rock;invented\n");
  ASSERT_TRUE(table) << table.error().message;
  const Place rock = place_named(*table, "Holt Rock");
  EXPECT_EQ(rock.name, "Anker Rock");
  EXPECT_EQ(rock.country, "NOV");
  EXPECT_FALSE(rock.has_spot);
}

TEST_F(Disputed, AStateShowsTheNameOfThePolicyAndHasTheOthers) {
  const auto table =
      load("OSV;Ostravian Land;;NOV=Hill Land|OSV=Ostravia;OSV;name;open;OSV;;;state;invented\n");
  ASSERT_TRUE(table) << table.error().message;
  const auto state = table->find("OSV");
  ASSERT_TRUE(state);
  EXPECT_EQ(table->actors[*state].name, "Ostravian Land");
  EXPECT_EQ(table->actors[*state].dispute, 0U);
  EXPECT_EQ(owners(*table, "Hill Land"), (Ids{"OSV"}));
  EXPECT_EQ(owners(*table, "Ostravia"), (Ids{"OSV"}));
}

TEST_F(Disputed, ARowOfTheUserReplacesTheOneWithItsId) {
  overlay_.put("disputed.tsv",
               std::string(kHeader) +
                   "COAST;Ana Coast;;;NOV;claim;open;NOV|OSV;OSV;;as the user has it;invented\n");
  folder_.put("places/disputed.tsv", std::string(kHeader) + kCoast);
  const auto table = load_actor_table(folder_.path(), {overlay_.path()});
  ASSERT_TRUE(table) << table.error().message;
  ASSERT_EQ(table->disputed.size(), 1U);
  EXPECT_EQ(table->disputed.front().words, "as the user has it");
  EXPECT_EQ(place_named(*table, "Ana Coast").country, "NOV");
  EXPECT_EQ(place_named(*table, "Velmark coast").country, "OSV");
}

TEST_F(Disputed, ThePolicyAloneIsTheSame) {
  overlay_.put("places/disputed.tsv",
               std::string(kHeader) +
                   "COAST;Ana Coast;;;NOV;claim;open;NOV|OSV;OSV;;as the user has it;invented\n"
                   "ROCK;Anker Rock;;;;line;settled;NOV;;;rock;invented\n");
  folder_.put("places/disputed.tsv", std::string(kHeader) + kCoast);
  const auto rows = load_disputed(folder_.path(), {overlay_.path()});
  ASSERT_TRUE(rows) << rows.error().message;
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ(rows->front().words, "as the user has it");
  EXPECT_EQ(rows->back().id, "ROCK");
  EXPECT_EQ(load_disputed(folder_.path() + "/none", {})->size(), 0U);
}

TEST_F(Disputed, WordsOfClaims) {
  const auto table = load(kCoast);
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ(table->disputed.front().claims_in_words(),
            "claimed by NOV, OSV; held by OSV; called Ana Coast by NOV; called Ivo Coast by OSV");
}

TEST_F(Disputed, BrokenRowsAreRefusedWithTheirLine) {
  const struct {
    const char *row, *why;
  } broken[] = {
      {"X;Rock;;NOV;;claim;open;NOV;;;w;invented\n", "by_side is ACTOR=name, not 'NOV'"},
      {"X;Rock;;=Rock;;claim;open;NOV;;;w;invented\n", "by_side is ACTOR=name"},
      {"X;Rock;;;;quarrel;open;NOV;;;w;invented\n", "unknown kind 'quarrel'; one of claim"},
      {"X;Rock;;;;claim;over;NOV;;;w;invented\n", "unknown status 'over'; one of open"},
      {"X;Rock;;;;claim;open;NOV;;firm;w;invented\n", "border is 'dashed' or empty, not 'firm'"},
      {"X;;;;;claim;open;NOV;;;w;invented\n", "has no name"},
  };
  for (const auto& [row, why] : broken) {
    const auto table = load(row);
    ASSERT_FALSE(table) << row;
    EXPECT_TRUE(has(table.error().message, why)) << table.error().message;
    EXPECT_TRUE(has(table.error().message, "disputed.tsv:2")) << table.error().message;
  }
}

TEST_F(Disputed, LintNamesUnknownPartiesAndMissingWords) {
  folder_.put("places/disputed.tsv",
              std::string(kHeader) + "X;Rock;;ABC=Stone;DEF;claim;open;NOV|GHI;;;;invented\n");
  const std::string found = joined(lint_actor_table(folder_.path(), {}));
  EXPECT_TRUE(has(found, "'ABC' is no actor")) << found;
  EXPECT_TRUE(has(found, "'GHI' is no actor")) << found;
  EXPECT_TRUE(has(found, "country 'DEF' is no state")) << found;
  EXPECT_TRUE(has(found, "has no words")) << found;
}

TEST_F(Disputed, TheShippedPolicyIsRead) {
  const auto table = load_actor_table(DEMARCHE_SOURCE_DIR "/data", {});
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_GT(table->disputed.size(), 100U);
  // Every row is about a state or place by which a text can call it.
  std::vector<std::string> lost;
  for (const DisputedPlace& row : table->disputed) {
    bool found = false;
    for (const std::string& name : row.all_names())
      found = found || !table->gazetteer.named(name).empty() || !owners(*table, name).empty();
    if (!found) lost.push_back(row.id);
  }
  EXPECT_EQ(lost, Ids{});
}

}  // namespace
}  // namespace demarche
