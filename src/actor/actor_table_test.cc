// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "actor/actor_table.h"

#include <gtest/gtest.h>

#include <map>

#include "actor/small_tables.h"

namespace demarche {
namespace {

const std::string kData = std::string(DEMARCHE_SOURCE_DIR) + "/data";

// ---------------------------------------------------------------- the shipped data
TEST(ActorTable, LoadsTheShippedData) {
  const auto table = load_actor_table(kData, {});
  ASSERT_TRUE(table);
  std::map<std::string, size_t> counts;
  for (const auto& actor : table->actors) {
    ++counts[std::string(name_of(actor.kind)) + " " +
             (actor.kind == ActorKind::kState || actor.kind == ActorKind::kPerson ? ""
                                                                                  : actor.sector)];
    if (actor.kind == ActorKind::kState) {
      EXPECT_TRUE(actor.has_spot) << actor.id;
    }
  }
  EXPECT_GE(counts["state "], 260U);
  EXPECT_GE(counts["organization IGO"], 250U);
  EXPECT_GE(counts["organization MED"], 120U);
  EXPECT_GE(counts["group REB"], 200U);
  EXPECT_GE(counts["group PTY"], 350U);
  EXPECT_GE(counts["group "], 10U);
  EXPECT_GE(counts["person "], 6000U);
  EXPECT_GE(table->roles.size(), 250U);
  EXPECT_EQ(joined(lint_actor_table(kData, {})), "");
}

TEST(ActorTable, KnowsWhoHeldWhichOfficeWhen) {
  const auto table = load_actor_table(kData, {});
  ASSERT_TRUE(table);
  struct Row {
    const char *state, *office, *day, *person;
  };
  const Row rows[] = {{"FRA", "head_of_state", "2020-01-01", "P.FRA.MACRON"},
                      {"FRA", "head_of_state", "2010-01-01", "P.FRA.SARKOZY"},
                      {"FRA", "head_of_state", "1900-01-01", ""},
                      {"DEU", "head_of_government", "2021-12-01", "P.DEU.MERKEL"},
                      {"DEU", "head_of_government", "2022-01-01", "P.DEU.SCHOLZ"},
                      {"DEU", "head_of_government", "2025-06-01", "P.DEU.MERZ"},
                      {"USA", "head_of_state", "2019-06-01", "P.USA.TRUMP"},
                      {"USA", "head_of_state", "2023-06-01", "P.USA.BIDEN"},
                      {"USA", "head_of_state", "2025-06-01", "P.USA.TRUMP"},
                      {"EU", "foreign_minister", "2025-06-01", "P.EST.KALLAS"},
                      {"NATO", "head", "2023-01-01", "P.NATO.STOLTENBERG"}};
  for (const Row& row : rows) {
    const auto held = table->holders(row.state, row.office, day(row.day));
    ASSERT_EQ(held.size(), *row.person == '\0' ? 0U : 1U) << row.state << " " << row.day;
    if (!held.empty()) {
      EXPECT_EQ(table->actors[table->tenures[held[0]].person].id, row.person) << row.state;
    }
  }
}

TEST(ActorTable, FailsOnAMissingFolder) { EXPECT_FALSE(load_actor_table(kData + "/none", {})); }

// ---------------------------------------------------------------- reading
TEST(ActorTable, ReadsNamesOfEveryKind) {
  Folder folder("names");
  put_world(folder);
  const auto table = load_actor_table(folder.path(), {});
  ASSERT_TRUE(table) << table.error().message;
  const std::pair<const char*, Ids> rows[] = {{"Norvenia", {"NOV"}},
                                              {"Norvenian", {"NOV"}},
                                              {"Norvenians", {"NOV"}},
                                              {"Norvik", {"NOV"}},
                                              {"LOV", {"LOV"}},
                                              {"lov", {}},
                                              {"the Hill House", {"NOV.HILL"}},
                                              {"Ana van der Brok", {"P.NOV.BROK"}},
                                              {"van der Brok", {"P.NOV.BROK"}},
                                              {"Ivo Holt", {"P.NOV.HOLT"}},
                                              {"Holt", {}},
                                              {"Sun Wei-lin", {"P.OSV.SUN"}},
                                              {"Sun", {"P.OSV.SUN"}},
                                              {"Ostrel", {}}};
  for (const auto& [name, ids] : rows) EXPECT_EQ(owners(*table, name), ids) << name;
  EXPECT_EQ(table->actors[*table->find("P.OSV.SUN")].surname, "Sun");
  EXPECT_EQ(table->actors[*table->find("P.NOV.HOLT")].surname, "Holt");
  EXPECT_EQ(table->actors[*table->find("LOV")].leader, "NOV");
  ASSERT_EQ(table->gazetteer.size(), 2U);  // a state without a capital makes no place
  EXPECT_EQ(table->gazetteer.at(0).name, "Norvik");
  EXPECT_EQ(joined(lint_actor_table(folder.path(), {})), "");
}

TEST(ActorTable, LetsNoOpenOfficeOutliveItsTable) {
  Folder folder("as_of");
  put_world(folder);
  folder.put("actors/tenures.tsv",
             "# as of: 2025-03-01\n"
             "person;state;office;title;from;to;source\n"
             "P.NOV.HOLT;NOV;foreign_minister;foreign minister;2024-05-14;;invented\n");
  Folder overlay("as_of_overlay");
  overlay.put("tenures.tsv",
              "person;state;office;title;from;to;source\n"
              "P.OSV.SUN;OSV;head_of_state;president;2019;;invented\n");
  const auto table = load_actor_table(folder.path(), {overlay.path()});
  ASSERT_TRUE(table);
  const auto count = [&](const char* state, const char* office, const char* when) {
    return table->holders(state, office, day(when)).size();
  };
  EXPECT_EQ(count("NOV", "foreign_minister", "2026-03-01"), 1U);
  EXPECT_EQ(count("NOV", "foreign_minister", "2026-03-02"), 0U);
  EXPECT_EQ(count("OSV", "head_of_state", "2031-01-01"), 1U);  // a table that says no day
  EXPECT_TRUE(table->offices_of(*table->find("P.NOV.HOLT"), day("2031-01-01")).empty());
}

TEST(ActorTable, TakesMonthsAndYearsToTheirEdges) {
  Folder folder("edges");
  put_world(folder);
  const auto table = load_actor_table(folder.path(), {});
  ASSERT_TRUE(table);
  const auto count = [&](const char* state, const char* office, const char* when) {
    return table->holders(state, office, day(when)).size();
  };
  EXPECT_EQ(count("NOV", "foreign_minister", "2020-02-29"), 0U);
  EXPECT_EQ(count("NOV", "foreign_minister", "2020-03-01"), 1U);
  EXPECT_EQ(count("NOV", "foreign_minister", "2024-05-20"), 2U);  // either may be meant
  EXPECT_EQ(count("NOV", "foreign_minister", "2024-06-01"), 1U);
  EXPECT_EQ(count("OSV", "head_of_state", "2018-12-31"), 0U);
  EXPECT_EQ(count("OSV", "head_of_state", "2019-01-01"), 1U);
}

TEST(ActorTable, FailsOnRowsThatLeadNowhere) {
  const std::pair<const char*, const char*> rows[] = {
      {"actors/tenures.tsv",
       "person;state;office;title;from;to;source\nP.NOV.NOBODY;NOV;head;head;;;invented\n"},
      {"actors/tenures.tsv",
       "person;state;office;title;from;to;source\nP.NOV.BROK;XXX;head;head;;;invented\n"},
      {"actors/tenures.tsv",
       "person;state;office;title;from;to;source\nP.NOV.BROK;NOV;head;head;May;;invented\n"},
      {"actors/tenures.tsv",
       "person;state;office;title;from;to;source\nP.NOV.BROK;NOV;head;head;2020-13;;invented\n"},
      {"actors/descriptions.tsv", "actor;leader;nouns;source\nXXX;NOV;pact;invented\n"},
      {"actors/organisations.tsv", "id;name;kind;source\nLOV;League of Velmark;club;invented\n"},
      {"en/roles.tsv", "phrase;plural;authority;source\nenvoy;envoys;royal;invented\n"},
      {"actors/states.tsv", "id;name;source\nNOV;Norvenia\n"}};
  for (const auto& [file, text] : rows) {
    Folder folder("broken");
    put_world(folder);
    folder.put(file, text);
    EXPECT_FALSE(load_actor_table(folder.path(), {})) << file << "\n" << text;
    EXPECT_FALSE(lint_actor_table(folder.path(), {}).empty()) << file;
  }
}

// ---------------------------------------------------------------- overlays
TEST(ActorTable, ReplacesRowsByIdWithAllTheirNames) {
  Folder folder("base"), overlay("overlay");
  put_world(folder);
  overlay
      .put("states.tsv",
           "id;name;adjectives;capital;source\n"
           "KAR;Karsonia;Karsonian;Karsa;invented\n"
           "NOV;New Norvenia;Norvan;;invented\n")
      .put("tenures.tsv",
           "person;state;office;title;from;to;source\n"
           "P.NOV.HOLT;NOV;foreign_minister;foreign minister;2024-05-14;2025-01-31;invented\n")
      .put("roles.tsv",
           "phrase;plural;office;sector;kind;authority;speaks;rank;source\n"
           "envoy;envoys;;CIV;person;private;no;1;invented\n");
  const auto table = load_actor_table(folder.path(), {overlay.path()});
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ(owners(*table, "New Norvenia"), Ids{"NOV"});
  EXPECT_EQ(owners(*table, "Norvan"), Ids{"NOV"});
  EXPECT_EQ(owners(*table, "Norvenian"), Ids{});
  EXPECT_EQ(owners(*table, "Norvik"), Ids{});
  EXPECT_EQ(owners(*table, "Karsonian"), Ids{"KAR"});
  EXPECT_EQ(table->actors.size(), 8U);
  EXPECT_EQ(table->tenures.size(), 3U);
  EXPECT_TRUE(table->holders("NOV", "foreign_minister", day("2025-02-01")).empty());
  ASSERT_EQ(table->roles.size(), 1U);
  EXPECT_FALSE(table->roles[0].speaks);
  EXPECT_EQ(joined(lint_actor_table(folder.path(), {overlay.path()})), "");
  const auto plain = load_actor_table(folder.path(), {});
  EXPECT_NE(plain->hash, table->hash);
}

TEST(ActorTable, FailsOnAnEmptyOverlay) {
  Folder folder("base"), overlay("empty");
  put_world(folder);
  EXPECT_FALSE(load_actor_table(folder.path(), {overlay.path()}));
}

// ---------------------------------------------------------------- lookups
TEST(ActorTable, FindsTheSameWithAndWithoutAnIndex) {
  const auto loaded = load_actor_table(kData, {});
  ASSERT_TRUE(loaded);
  ActorTable plain;
  plain.actors = loaded->actors;
  plain.tenures = loaded->tenures;
  for (const auto& actor : plain.actors) EXPECT_EQ(loaded->find(actor.id), plain.find(actor.id));
  EXPECT_EQ(loaded->find("no such id"), plain.find("no such id"));
  for (const char* when : {"2019-05-01", "2022-01-14", "2025-10-21"}) {
    for (const auto& held : plain.tenures) {
      EXPECT_EQ(loaded->holders(held.state, held.office, day(when)),
                plain.holders(held.state, held.office, day(when)));
      EXPECT_EQ(loaded->offices_of(held.person, day(when)),
                plain.offices_of(held.person, day(when)));
    }
  }
  EXPECT_TRUE(loaded->offices_of(4000000000U, day("2022-01-14")).empty());
}

TEST(ActorTable, FindsRowsThatWereAddedAfterTheIndex) {
  Folder folder("late");
  put_world(folder);
  auto table = load_actor_table(folder.path(), {});
  ASSERT_TRUE(table);
  KnownActor late;
  late.id = "VEL";
  table->actors.push_back(late);
  EXPECT_EQ(table->find("VEL"), std::optional<uint32_t>(7U));
  table->index();
  EXPECT_EQ(table->find("VEL"), std::optional<uint32_t>(7U));
}

// ---------------------------------------------------------------- lint
/// One file of the small world is exchanged; these words are then to be found.
struct Fault {
  const char *file, *text, *wanted;
};

TEST(ActorLint, FindsWhatIsWrong) {
  const char* kStates = "actors/states.tsv";
  const char* kPeople = "actors/people.tsv";
  const char* kTenures = "actors/tenures.tsv";
  const Fault faults[] = {
      {kStates,
       "id;name;source\nNOV;Norvenia;invented\nNOV;Norvania;invented\nOSV;Ostravia;invented\n",
       "states.tsv:3: id 'NOV' is taken by "},
      {kStates, "id;name;source\nOSV;Ostravia;invented\nNOV;Norvenia;invented\n",
       "states.tsv:3: is out of order"},
      {kStates, "id;name;source\nNOV;Norvenia;\nOSV;Ostravia;invented\n",
       "states.tsv:2: has no source"},
      {kStates, "id;name;lat;lon;source\nNOV;Norvenia;95;20;invented\nOSV;Ostravia;;;invented\n",
       "states.tsv:2: '95, 20' is no point"},
      {kStates, "id;name;lat;lon;source\nNOV;Norvenia;55;;invented\nOSV;Ostravia;;;invented\n",
       "states.tsv:2: '55, ' is no point"},
      {kStates,
       "id;name;adjectives;source\nNOV;Norvenia;Coastal;invented\nOSV;Ostravia;Coastal;invented\n",
       "states.tsv:3: name 'Coastal' of OSV is also of NOV"},
      {"actors/organisations.tsv",
       "id;name;kind;sector;side;source\nLOV;League of Velmark;organization;IGO;VEL;invented\n",
       "organisations.tsv:2: side 'VEL' is no actor"},
      {"actors/organisations.tsv",
       "id;name;kind;sector;side;country;source\nLOV;Velmark;group;CLUB;LOV;XXX;invented\n",
       "organisations.tsv:2: unknown sector 'CLUB'"},
      {"actors/organisations.tsv",
       "id;name;kind;sector;side;country;source\nLOV;Velmark;group;REB;LOV;XXX;invented\n",
       "organisations.tsv:2: country 'XXX' is no state"},
      {kPeople,
       "id;name;aliases;surname;alone;gender;source\nP.NOV.BROK;Ana Brok;;;;w;invented\n"
       "P.NOV.HOLT;Ivo Holt;;;no;m;invented\nP.OSV.SUN;Sun Wei-lin;;Sun;;f;invented\n",
       "people.tsv:2: unknown gender 'w'"},
      {kPeople,
       "id;name;aliases;surname;alone;gender;source\nP.NOV.BROK;Ana Holt;;;;f;invented\n"
       "P.NOV.HOLT;Ivo Holt;;;;m;invented\nP.OSV.SUN;Sun Wei-lin;;Sun;;f;invented\n",
       "people.tsv:3: name 'Holt' of P.NOV.HOLT is also of P.NOV.BROK"},
      {kTenures,
       "person;state;office;title;from;to;source\n"
       "P.NOV.BROK;NOV;head_of_state;president;2020-01-01;2024-01-01;invented\n"
       "P.NOV.HOLT;NOV;head_of_state;president;2023-01-01;;invented\n",
       "tenures.tsv:3: office 'NOV head_of_state' of P.NOV.HOLT overlaps row 2 of P.NOV.BROK"},
      {kTenures,
       "person;state;office;title;from;to;source\n"
       "P.NOV.BROK;NOV;head_of_state;president;2024-01-01;2020-01-01;invented\n",
       "tenures.tsv:2: ends before it begins"},
      {kTenures,
       "person;state;office;title;from;to;source\n"
       "P.NOV.BROK;NOV;head;head;2020;;invented\nP.NOV.BROK;NOV;head;head;2020;2021;invented\n",
       "tenures.tsv:3: is there twice"},
      {"en/roles.tsv",
       "phrase;plural;office;sector;kind;authority;speaks;rank;source\n"
       "envoy;envoys;;GOV;persons;official;perhaps;5;invented\n",
       "roles.tsv:2: unknown speaks 'perhaps'"},
      {"en/relations.tsv", "phrase;plural;kind;source\nboss;bosses;chief;invented\n",
       "relations.tsv:2: unknown kind 'chief'"},
      {"actors/descriptions.tsv", "actor;leader;nouns;source\nLOV;XXX;pact;invented\n",
       "descriptions.tsv:2: no actor 'XXX'"},
      {"actors/names.tsv",
       "actor;name;kind;from;to;source\nNOV;Old Norvenia;name;1990;1980-05;invented\n",
       "names.tsv:2: ends before it begins: 1990 to 1980-05"},
      {"actors/names.tsv", "actor;name;kind;from;to;source\nNOV;;name;;;invented\n",
       "names.tsv:2: has no name"},
      {"actors/members.tsv", "org;member;from;to;source\nLOV;NOV;May 1990;;invented\n",
       "members.tsv:2: 'May 1990' is no date"},
      {"actors/phrases.tsv", "phrase;actor;source\nsaid;NOV;invented\n",
       "phrases.tsv:2: 'said' is one word"},
      {"places/cities.tsv",
       "id;name;aliases;kind;country;geonames;lat;lon;source\n"
       "Ostrel;Ostrel;;hamlet;OSV;;50;30;invented\n",
       "cities.tsv:2: unknown kind 'hamlet'"},
      {"places/cities.tsv",
       "id;name;aliases;kind;country;geonames;lat;lon;source\n"
       "Ostrel;Ostrel;;city;XXX;;50;30;invented\n",
       "cities.tsv:2: country 'XXX' is no state"}};
  for (const Fault& fault : faults) {
    Folder folder("fault");
    put_world(folder);
    folder.put(fault.file, fault.text);
    const std::string found = joined(lint_actor_table(folder.path(), {}));
    EXPECT_NE(found.find(fault.wanted), std::string::npos) << fault.wanted << "\nfound:\n" << found;
  }
}

TEST(ActorLint, LeavesAloneWhatIsAllowed) {
  Folder folder("allowed");
  put_world(folder);
  folder
      .put("actors/states.tsv",
           "id;name;adjectives;source\nNOV;Norvenia;Coastal;invented\n"
           "OSV;Ostravia;Coastal;invented\n")
      .put("actors/ambiguous.tsv", "name;actors;source\nCoastal;NOV|OSV;invented\n")
      // The day of the change is shared; of May 2024 nobody knows the day; envoys are many.
      .put("actors/tenures.tsv",
           "person;state;office;title;from;to;source\n"
           "P.NOV.BROK;NOV;envoy;envoy;2020;;invented\n"
           "P.NOV.BROK;NOV;foreign_minister;foreign minister;2020-01-01;2024-05;invented\n"
           "P.NOV.BROK;NOV;head_of_state;president;2020-01-01;2024-01-01;invented\n"
           "P.NOV.HOLT;NOV;envoy;envoy;2021;;invented\n"
           "P.NOV.HOLT;NOV;foreign_minister;foreign minister;2024-05-14;;invented\n"
           "P.NOV.HOLT;NOV;head_of_state;president;2024-01-01;;invented\n");
  EXPECT_EQ(joined(lint_actor_table(folder.path(), {})), "");
}

}  // namespace
}  // namespace demarche
