// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>
#include <optional>

#include "actor/actor_table.h"
#include "actor/small_tables.h"

// What is asked of a table: names of other times, descriptions, members, who came before and after,
// rival claims, spellings.
namespace demarche {
namespace {

const std::string kTenures = "person;state;office;title;from;to;claim;source\n";

/// The small world with one file exchanged or added.
Result<ActorTable> load_with(Folder& folder, const std::string& file, const std::string& text) {
  put_world(folder);
  folder.put(file, text);
  return load_actor_table(folder.path(), {});
}

/// The same rows without their index.
ActorTable without_index(const ActorTable& table) {
  ActorTable plain;
  plain.actors = table.actors;
  plain.tenures = table.tenures;
  plain.memberships = table.memberships;
  return plain;
}

// ---------------------------------------------------------------- names
TEST(ActorNames, OfFormerTimesMeanTheSameState) {
  Folder folder("former");
  const auto table = load_with(folder, "actors/names.tsv",
                               "actor;name;kind;from;to;source\n"
                               "NOV;Coast Commune;name;1950;1990-05;invented\n"
                               "NOV;Communard;adjective;1950;1990-05;invented\n"
                               "NOV;Communards;people;1950;1990-05;invented\n"
                               "NOV;norvenia;name;;;invented\n"
                               "OSV;Duchy of Ostre;name;;1811-03-02;invented\n");
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ(owners(*table, "Coast Commune"), Ids{"NOV"});
  EXPECT_EQ(kind_of_name(*table, "Coast Commune"), AliasKind::kName);
  EXPECT_EQ(owners(*table, "Communard"), Ids{"NOV"});
  EXPECT_EQ(kind_of_name(*table, "Communard"), AliasKind::kAdjective);
  EXPECT_EQ(kind_of_name(*table, "Communards"), AliasKind::kPeople);
  EXPECT_EQ(owners(*table, "Duchy of Ostre"), Ids{"OSV"});
  EXPECT_EQ(owners(*table, "Norvenia"), Ids{"NOV"});  // a name that it has already, said again
  EXPECT_EQ(joined(lint_actor_table(folder.path(), {})), "");
}

TEST(ActorNames, InDescriptionsNeedNoCapital) {
  Folder folder("phrases");
  const auto table = load_with(folder, "actors/phrases.tsv",
                               "phrase;actor;source\n"
                               "the river alliance;LOV;invented\n"
                               "world's coldest republic;OSV;invented\n");
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ(owners(*table, "the river alliance"), Ids{"LOV"});
  EXPECT_EQ(kind_of_name(*table, "the river alliance"), AliasKind::kPhrase);
  EXPECT_EQ(owners(*table, "world's coldest republic"), Ids{"OSV"});
  EXPECT_EQ(owners(*table, "coldest republic"), Ids{});
  EXPECT_EQ(joined(lint_actor_table(folder.path(), {})), "");
}

TEST(ActorNames, AreFoundWithoutTheMarksOfLetters) {
  Folder folder("accents");
  const auto table = load_with(folder, "actors/people.tsv",
                               "id;name;aliases;surname;alone;gender;source\n"
                               "P.NOV.BROK;Łucja Brøk;Lucija Bröck;;;f;invented\n"
                               "P.NOV.HOLT;Ivo Holt;;;no;m;invented\n"
                               "P.OSV.SUN;Şun Wéi-lin;;Şun;;f;invented\n");
  ASSERT_TRUE(table) << table.error().message;
  for (const char* name : {"Łucja Brøk", "Lucja Brok", "Lucija Bröck", "Lucija Brock", "Brøk",
                           "Brok", "Bröck", "Brock", "łucja brøk"})
    EXPECT_EQ(owners(*table, name), Ids{"P.NOV.BROK"}) << name;
  for (const char* name : {"Şun Wéi-lin", "Sun Wei-lin", "Şun", "Sun"})
    EXPECT_EQ(owners(*table, name), Ids{"P.OSV.SUN"}) << name;
  EXPECT_EQ(table->actors[*table->find("P.NOV.BROK")].name, "Łucja Brøk");
}

TEST(ActorNames, OfRowsThatLeadNowhereFail) {
  const std::pair<const char*, const char*> rows[] = {
      {"actors/names.tsv", "actor;name;kind;from;to;source\nXXX;Old Norvenia;name;;;invented\n"},
      {"actors/names.tsv", "actor;name;kind;from;to;source\nNOV;Old Norvenia;name;May;;invented\n"},
      {"actors/phrases.tsv", "phrase;actor;source\nthe river alliance;XXX;invented\n"},
      {"actors/members.tsv", "org;member;from;to;source\nXXX;NOV;;;invented\n"},
      {"actors/members.tsv", "org;member;from;to;source\nLOV;XXX;;;invented\n"},
      {"actors/members.tsv", "org;member;from;to;source\nLOV;NOV;;2020-13;invented\n"}};
  for (const auto& [file, text] : rows) {
    Folder folder("nowhere");
    EXPECT_FALSE(load_with(folder, file, text)) << text;
  }
}

TEST(ActorNames, ThatStandTwiceAreFound) {
  const std::pair<const char*, const char*> rows[] = {
      {"actors/names.tsv",
       "actor;name;kind;from;to;source\nNOV;Old Norvenia;name;;;invented\n"
       "NOV;Old Norvenia;name;;;invented\n"},
      {"actors/phrases.tsv",
       "phrase;actor;source\nthe river alliance;LOV;invented\nthe river alliance;NOV;invented\n"},
      {"actors/members.tsv",
       "org;member;from;to;source\nLOV;NOV;2001;;invented\nLOV;NOV;2001;2002;invented\n"}};
  for (const auto& [file, text] : rows) {
    Folder folder("twice");
    put_world(folder);
    folder.put(file, text);
    const std::string found = joined(lint_actor_table(folder.path(), {}));
    EXPECT_NE(found.find(":3: is there twice"), std::string::npos) << file << "\n" << found;
  }
}

// ---------------------------------------------------------------- members
TEST(ActorTable, KnowsTheMembersOfADay) {
  Folder folder("members");
  const auto table = load_with(folder, "actors/members.tsv",
                               "org;member;from;to;source\n"
                               "LOV;NOV;2001-05-04;2010-06-30;invented\n"
                               "LOV;NOV;2020;;invented\n"
                               "LOV;OSV;;2015-02;invented\n");
  ASSERT_TRUE(table) << table.error().message;
  const auto members = [&](const ActorTable& of, const char* when) {
    Ids found;
    for (const uint32_t member : of.members_of(*table->find("LOV"), day(when)))
      found.push_back(table->actors[member].id);
    return found;
  };
  const ActorTable plain = without_index(*table);
  const std::pair<const char*, Ids> rows[] = {{"1990-01-01", {"OSV"}},
                                              {"2001-05-03", {"OSV"}},
                                              {"2001-05-04", {"NOV", "OSV"}},
                                              {"2010-07-01", {"OSV"}},
                                              {"2010-06-30", {"NOV", "OSV"}},
                                              {"2015-02-28", {"OSV"}},
                                              {"2015-03-01", {}},
                                              {"2019-12-31", {}},
                                              {"2020-01-01", {"NOV"}},
                                              {"2099-01-01", {"NOV"}}};
  for (const auto& [when, wanted] : rows) {
    EXPECT_EQ(members(*table, when), wanted) << when;
    EXPECT_EQ(members(plain, when), wanted) << when;
  }
  EXPECT_TRUE(table->members_of(*table->find("NOV"), day("2005-01-01")).empty());
}

// ---------------------------------------------------------------- offices
/// Brok, Brok again, Holt, Brok once more; Sun in another state.
ActorTable make_succession() {
  Folder folder("succession");
  auto table = load_with(folder, "actors/tenures.tsv",
                         kTenures +
                             "P.NOV.BROK;NOV;head_of_state;president;2010;2013;;invented\n"
                             "P.NOV.BROK;NOV;head_of_state;president;2014;2017;;invented\n"
                             "P.NOV.BROK;NOV;head_of_state;president;2022;;;invented\n"
                             "P.NOV.HOLT;NOV;head_of_state;president;2018;2021;;invented\n"
                             "P.OSV.SUN;NOV;foreign_minister;foreign minister;2016;;;invented\n"
                             "P.OSV.SUN;OSV;head_of_state;president;2016;;;invented\n");
  return table ? std::move(*table) : ActorTable();
}

TEST(ActorTable, KnowsWhoCameBeforeAndAfter) {
  const ActorTable table = make_succession();
  ASSERT_EQ(table.tenures.size(), 6U);
  using Found = std::optional<uint32_t>;
  const std::array<std::pair<Found, Found>, 6> wanted = {
      {{{}, 3U}, {{}, 3U}, {3U, {}}, {1U, 2U}, {{}, {}}, {{}, {}}}};
  const ActorTable plain = without_index(table);
  for (uint32_t i = 0; i < wanted.size(); ++i) {
    EXPECT_EQ(table.before(i), wanted[i].first) << i;
    EXPECT_EQ(table.after(i), wanted[i].second) << i;
    EXPECT_EQ(plain.before(i), wanted[i].first) << i;
    EXPECT_EQ(plain.after(i), wanted[i].second) << i;
  }
}

TEST(ActorTable, KnowsNobodyBeforeATenureWithoutABeginning) {
  Folder folder("open");
  const auto table = load_with(folder, "actors/tenures.tsv",
                               kTenures +
                                   "P.NOV.BROK;NOV;envoy;envoy;;2013;;invented\n"
                                   "P.NOV.HOLT;NOV;envoy;envoy;2014;;;invented\n");
  ASSERT_TRUE(table);
  for (const uint32_t i : {0U, 1U}) {
    EXPECT_FALSE(table->before(i)) << i;
    EXPECT_FALSE(table->after(i)) << i;
  }
}

TEST(ActorTable, ListsTheOfficesOfAPerson) {
  const ActorTable table = make_succession();
  const ActorTable plain = without_index(table);
  const std::pair<const char*, std::vector<uint32_t>> rows[] = {
      {"P.NOV.BROK", {0, 1, 2}}, {"P.NOV.HOLT", {3}}, {"P.OSV.SUN", {4, 5}}, {"NOV", {}}};
  for (const auto& [id, wanted] : rows) {
    EXPECT_EQ(table.tenures_of(*table.find(id)), wanted) << id;
    EXPECT_EQ(plain.tenures_of(*table.find(id)), wanted) << id;
  }
  EXPECT_TRUE(table.tenures_of(4000000000U).empty());
}

TEST(ActorTable, LetsTwoClaimOneOffice) {
  const std::string both =
      kTenures +
      "P.NOV.BROK;NOV;head_of_government;prime minister;2020;2024;disputed;invented\n"
      "P.NOV.HOLT;NOV;head_of_government;prime minister;2022-03-01;;disputed;invented\n";
  Folder folder("claims");
  const auto table = load_with(folder, "actors/tenures.tsv", both);
  ASSERT_TRUE(table);
  const auto holders = [&](const char* when) {
    return people_of(*table, table->holders("NOV", "head_of_government", day(when)));
  };
  EXPECT_EQ(holders("2021-05-01"), Ids{"P.NOV.BROK"});
  EXPECT_EQ(holders("2022-03-01"), (Ids{"P.NOV.BROK", "P.NOV.HOLT"}));
  EXPECT_EQ(holders("2024-12-31"), (Ids{"P.NOV.BROK", "P.NOV.HOLT"}));
  EXPECT_EQ(holders("2025-01-01"), Ids{"P.NOV.HOLT"});
  for (const Tenure& tenure : table->tenures) EXPECT_TRUE(tenure.disputed);
  EXPECT_EQ(joined(lint_actor_table(folder.path(), {})), "");
}

TEST(ActorLint, WantsBothClaimsMarked) {
  for (const char* row : {"disputed;;", ";disputed;", "contested;disputed;"}) {
    const auto claims = std::string(row);
    const size_t part = claims.find(';');
    const std::string text =
        kTenures + "P.NOV.BROK;NOV;head_of_government;prime minister;2020;2024;" +
        claims.substr(0, part) +
        ";invented\nP.NOV.HOLT;NOV;head_of_government;prime minister;2022-03-01;;" +
        claims.substr(part + 1) + "invented\n";
    Folder folder("claim");
    put_world(folder);
    folder.put("actors/tenures.tsv", text);
    const std::string found = joined(lint_actor_table(folder.path(), {}));
    EXPECT_NE(found.find("tenures.tsv:3: office 'NOV head_of_government' of P.NOV.HOLT overlaps"),
              std::string::npos)
        << row << "\n"
        << found;
    const bool unknown = found.find("unknown claim 'contested'") != std::string::npos;
    EXPECT_EQ(unknown, claims.starts_with("contested")) << found;
  }
}

// ---------------------------------------------------------------- first names
TEST(ActorTable, KnowsTheGenderOfAFirstName) {
  Folder folder("first");
  const auto table = load_with(folder, "actors/people.tsv",
                               "id;name;aliases;surname;alone;gender;source\n"
                               "P.NOV.BROK;Ana Brok;;;;f;invented\n"
                               "P.NOV.HOLT;Ivo Holt;;;;m;invented\n"
                               "P.NOV.LIND;Robin Lind;;;;f;invented\n"
                               "P.NOV.MOSS;Robin Moss;;;;m;invented\n"
                               "P.NOV.PIKE;Ana Pike;;;;f;invented\n"
                               "P.NOV.QUIL;Quil;;;;m;invented\n"
                               "P.NOV.VALE;Sascha Vale;;;;;invented\n"
                               "P.OSV.SUN;Robin Sun;;;;f;invented\n");
  ASSERT_TRUE(table) << table.error().message;
  const ActorTable plain = without_index(*table);
  const std::pair<const char*, char> rows[] = {{"ana", 'f'},    {"ivo", 'm'},     {"robin", '?'},
                                               {"sascha", '?'}, {"quil", '\0'},   {"Ana", '\0'},
                                               {"brok", '\0'},  {"nobody", '\0'}, {"an", '\0'}};
  for (const auto& [name, gender] : rows) {
    EXPECT_EQ(table->gender_of_first_name(name), gender) << name;
    EXPECT_EQ(plain.gender_of_first_name(name), gender) << name;
  }
}

// ---------------------------------------------------------------- overlays
TEST(ActorTable, ReplacesAPersonAndEverySpelling) {
  Folder folder("base"), overlay("overlay");
  put_world(folder);
  folder.put("actors/people.tsv",
             "id;name;aliases;surname;alone;gender;source\n"
             "P.NOV.BROK;Ána Brøk;Anna Broek|Broek;;;f;invented\n"
             "P.NOV.HOLT;Ivo Holt;;;no;m;invented\n"
             "P.OSV.SUN;Sun Wei-lin;;Sun;;f;invented\n");
  overlay.put("people.tsv",
              "id;name;aliases;surname;alone;gender;source\n"
              "P.NOV.BROK;Mara Quist;;;;f;invented\n");
  const auto table = load_actor_table(folder.path(), {overlay.path()});
  ASSERT_TRUE(table) << table.error().message;
  for (const char* name : {"Ána Brøk", "Ana Brok", "Brøk", "Brok", "Anna Broek", "Broek"})
    EXPECT_EQ(owners(*table, name), Ids{}) << name;
  EXPECT_EQ(owners(*table, "Mara Quist"), Ids{"P.NOV.BROK"});
  EXPECT_EQ(owners(*table, "Quist"), Ids{"P.NOV.BROK"});
  EXPECT_EQ(table->actors.size(), 7U);
  EXPECT_EQ(table->tenures_of(*table->find("P.NOV.BROK")).size(), 1U);  // her office stays
}

TEST(ActorTable, AddsNamesMembersAndDescriptionsOfAnOverlay) {
  Folder folder("base"), overlay("more");
  put_world(folder);
  overlay.put("names.tsv", "actor;name;kind;from;to;source\nNOV;Coast Commune;name;;;invented\n")
      .put("phrases.tsv", "phrase;actor;source\nthe river alliance;LOV;invented\n")
      .put("members.tsv", "org;member;from;to;source\nLOV;OSV;2001;;invented\n");
  const auto table = load_actor_table(folder.path(), {overlay.path()});
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ(owners(*table, "Coast Commune"), Ids{"NOV"});
  EXPECT_EQ(owners(*table, "the river alliance"), Ids{"LOV"});
  EXPECT_EQ(table->members_of(*table->find("LOV"), day("2005-01-01")).size(), 1U);
  EXPECT_EQ(joined(lint_actor_table(folder.path(), {overlay.path()})), "");
}

}  // namespace
}  // namespace demarche
