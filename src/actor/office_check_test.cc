// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "actor/office_check.h"

#include <gtest/gtest.h>

#include "actor/small_tables.h"

namespace demarche {
namespace {

const std::string kHead = "of;office;day;answers\n";

/// A small world with rival claims, two spokeswomen, and a name with marks.
class Offices : public ::testing::Test {
 protected:
  void SetUp() override {
    put_world(folder_);
    folder_
        .put("actors/people.tsv",
             "id;name;aliases;surname;alone;gender;source\n"
             "P.NOV.BROK;Ána Łucja Brøk;Anna Brook;;;f;invented\n"
             "P.NOV.HOLT;Ivo Holt;;;no;m;invented\n"
             "P.OSV.SUN;Sun Wei-lin;;Sun;;f;invented\n")
        .put("actors/tenures.tsv",
             "person;state;office;title;from;to;claim;source\n"
             "P.NOV.BROK;NOV;foreign_minister;foreign minister;2020-03-01;2024-05-14;;invented\n"
             "P.NOV.BROK;OSV;head_of_government;prime minister;2020;;disputed;invented\n"
             "P.NOV.BROK;OSV;spokesperson;spokeswoman;2020;;;invented\n"
             "P.NOV.HOLT;NOV;foreign_minister;foreign minister;2024-05-14;;;invented\n"
             "P.OSV.SUN;OSV;head_of_government;prime minister;2020;;disputed;invented\n"
             "P.OSV.SUN;OSV;spokesperson;spokeswoman;2020;;;invented\n");
    auto table = load_actor_table(folder_.path(), {});
    ASSERT_TRUE(table) << table.error().message;
    table_ = std::move(*table);
  }

  Result<OfficeAnswers> ask(const std::string& text) {
    folder_.put("questions.tsv", text);
    return ask_offices(folder_.path() + "/questions.tsv", table_);
  }

  Folder folder_{"offices"};
  ActorTable table_;
};

TEST_F(Offices, CountsWhatIsAnsweredAndWhatIsRight) {
  const auto answers = ask("# a comment\n" + kHead +
                           "NOV;foreign_minister;2022-01-01;Ana Lucja Brok\n"
                           "NOV;foreign_minister;2022-01-01;Ivo Holt\n"
                           "NOV;foreign_minister;2019-01-01;Ivo Holt\n"
                           "NOV;head_of_state;2022-01-01;Ivo Holt\n"
                           "XXX;head_of_state;2022-01-01;Ivo Holt\n");
  ASSERT_TRUE(answers) << answers.error().message;
  EXPECT_EQ(answers->asked, 5U);
  EXPECT_EQ(answers->answered, 2U);
  EXPECT_EQ(answers->right, 1U);
  const std::string path = folder_.path() + "/questions.tsv";
  EXPECT_EQ(joined(answers->wrong), path +
                                        ":4: foreign_minister of NOV on 2022-01-01: the tables say "
                                        "Ána Łucja Brøk, the question Ivo Holt\n");
  EXPECT_EQ(joined(answers->open), path + ":5: foreign_minister of NOV on 2019-01-01\n" + path +
                                       ":6: head_of_state of NOV on 2022-01-01\n" + path +
                                       ":7: head_of_state of XXX on 2022-01-01\n");
}

TEST_F(Offices, TakesEverySpelling) {
  for (const char* name : {"Ána Łucja Brøk", "Ana Lucja Brok", "ANA-LUCJA BROK", "Ana Lucja Brok.",
                           "Anna Brook", "anna  brook", "Nobody|Anna Brook"}) {
    const auto answers = ask(kHead + "NOV;foreign_minister;2022-01-01;" + name + "\n");
    ASSERT_TRUE(answers);
    EXPECT_EQ(answers->right, 1U) << name;
  }
  for (const char* name : {"Brok", "Ana Brok", "Lucja Ana Brok", "", "Ana Lucja Brokk"}) {
    const auto answers = ask(kHead + "NOV;foreign_minister;2022-01-01;" + name + "\n");
    ASSERT_TRUE(answers);
    EXPECT_EQ(answers->answered, 1U) << name;
    EXPECT_EQ(answers->right, 0U) << name;
  }
}

TEST_F(Offices, WantsEveryHolderOfADay) {
  const std::pair<const char*, uint32_t> rows[] = {
      {"NOV;foreign_minister;2024-05-14;Anna Brook|Ivo Holt", 1},  // the day of the change
      {"NOV;foreign_minister;2024-05-14;Ivo Holt", 0},
      {"NOV;foreign_minister;2024-05-15;Anna Brook|Ivo Holt", 1},
      {"OSV;head_of_government;2022-01-01;Anna Brook|Sun Wei-lin", 1},  // rival claims
      {"OSV;head_of_government;2022-01-01;Sun Wei-lin", 0},
      {"OSV;spokesperson;2022-01-01;Sun Wei-lin", 1},  // of many one is enough
      {"OSV;spokesperson;2022-01-01;Ivo Holt", 0}};
  for (const auto& [row, right] : rows) {
    const auto answers = ask(kHead + row + "\n");
    ASSERT_TRUE(answers);
    EXPECT_EQ(answers->answered, 1U) << row;
    EXPECT_EQ(answers->right, right) << row;
    EXPECT_EQ(answers->wrong.size(), 1U - right) << row;
  }
}

TEST_F(Offices, TakesColumnsInAnyOrderAndMoreOfThem) {
  const auto answers =
      ask("note;answers;day;office;of\n;Ivo Holt;2025-01-01;foreign_minister;NOV\n");
  ASSERT_TRUE(answers);
  EXPECT_EQ(answers->right, 1U);
}

TEST_F(Offices, MayBeAskedNothing) {
  const auto answers = ask(kHead);
  ASSERT_TRUE(answers);
  EXPECT_EQ(answers->asked, 0U);
  EXPECT_TRUE(answers->wrong.empty() && answers->open.empty());
}

TEST_F(Offices, RefusesATableThatIsNoneOfQuestions) {
  for (const std::string day : {"2022", "2022-02-30", "", "May 2022"}) {
    const auto answers = ask(kHead + "NOV;foreign_minister;2022-01-01;Ivo Holt\n" +
                             "NOV;foreign_minister;" + day + ";Ivo Holt\n");
    ASSERT_FALSE(answers) << day;
    EXPECT_NE(answers.error().message.find("questions.tsv:3: a day is YYYY-MM-DD"),
              std::string::npos)
        << answers.error().message;
  }
  EXPECT_FALSE(ask("of;office;day\nNOV;foreign_minister;2022-01-01\n"));
  EXPECT_FALSE(ask(kHead + "NOV;foreign_minister;2022-01-01\n"));
  EXPECT_FALSE(ask(""));
  EXPECT_FALSE(ask_offices(folder_.path() + "/none.tsv", table_));
}

}  // namespace
}  // namespace demarche
