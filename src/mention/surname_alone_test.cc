// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "mention/invented_world.h"

// Whom a surname alone means, and who holds an office on the day of the page.
namespace demarche::mention {
namespace {

/// Leaders, ministers and a spokesman; two called Brok, two called Lind, two who claim one office.
ActorTable make_namesakes() {
  WorldBuilder world;
  world.state("NOV", "Norvenia", "Norvenian", "Norvenians", "Norvik", 55, 20);
  world.state("OSV", "Ostravia", "Ostravian", "Ostravians", "Ostrel", 50, 30);
  world.state("KAR", "Karsonia", "Karsonian", "Karsonians", "Karsa", 45, 40);
  const auto person = [&](std::string_view id, std::string_view name, std::string_view state,
                          std::string_view office, std::string_view title, std::string_view from,
                          std::string_view to = "") {
    world.person(id, name, state, office, title, '?', from, to);
  };
  person("NOV.BROK", "Ana Brok", "NOV", "head_of_state", "president", "2029-01-01");
  person("NOV.HOLT", "Lena Holt", "NOV", "foreign_minister", "foreign minister", "2029-01-01");
  person("NOV.TARN", "Milo Tarn", "NOV", "spokesperson", "spokesman", "2029-01-01");
  person("OSV.BROK", "Eva Brok", "OSV", "ambassador", "ambassador", "2029-01-01");
  person("OSV.STANEV", "Ivo Stanev", "OSV", "head_of_state", "president", "2025-01-01",
         "2029-12-31");
  person("OSV.RUSK", "Pavel Rusk", "OSV", "head_of_state", "president", "2030-01-01");
  person("OSV.LIND", "Ivo Lind", "OSV", "defence_minister", "defence minister", "2029-01-01");
  person("KAR.LIND", "Mara Lind", "KAR", "defence_minister", "defence minister", "2029-01-01");
  person("KAR.ILAR", "Tomas Ilar", "KAR", "head_of_government", "prime minister", "2030-02-01");
  person("KAR.MAAS", "Juno Maas", "KAR", "head_of_government", "prime minister", "2029-01-01");
  for (Tenure& tenure : world.table.tenures)
    tenure.disputed = tenure.office == "head_of_government";
  const auto role = [&](std::string_view phrase, std::string_view plural, std::string_view office,
                        int rank) {
    world.role(phrase, plural, office, "GOV", "person", Authority::kOfficial, true, rank);
  };
  role("president", "presidents", "head_of_state", 1);
  role("prime minister", "prime ministers", "head_of_government", 1);
  role("defence minister", "defence ministers", "defence_minister", 2);
  role("foreign minister", "foreign ministers", "foreign_minister", 2);
  role("ambassador", "ambassadors", "ambassador", 5);
  role("spokesman", "spokesmen", "spokesperson", 4);
  return std::move(world.table);
}

struct Row {
  const char* text;
  const char* words;
  const char* who;  ///< id or name; "-": nobody
  const char* day = "2031-05-14";
};

void check(const std::vector<Row>& rows) {
  const ActorTable table = make_namesakes();
  for (const Row& row : rows) {
    const ReadPage page = read_page_of({row.text}, table, row.day);
    // A surname stands in the full name too: the last mention with these words.
    const Actor* actor = nullptr;
    for (int nth = 1; const Actor* next = page.actor(row.words, nth); ++nth) actor = next;
    const std::string who = actor == nullptr ? "-" : actor->known ? actor->id : actor->name;
    EXPECT_EQ(who, row.who) << row.words << " in: " << row.text << " (" << row.day << ")";
  }
}

TEST(SurnameAlone, MeansWhomThePageNamesInFull) {
  check({
      {"Milo Tarn arrived. Tarn said no.", "Tarn", "NOV.TARN"},
      {"Tarn said no. Milo Tarn arrived later.", "Tarn", "NOV.TARN"},
      {"Eva Brok arrived. Brok said no.", "Brok", "OSV.BROK"},
      {"Ana Lind, a clerk, met Mara Lind of Karsonia. Ivo Lind slept.", "Ana Lind", "Ana Lind"},
      {"The Norvenian army is led by Mr Brok.", "Mr Brok", "NOV.BROK"},
      {"Ivo Stanev arrived. Stanev said no.", "Stanev", "OSV.STANEV"},  // long out of office
  });
}

TEST(SurnameAlone, MeansNobodyWhoseStateIsNotNamed) {
  check({
      {"Tarn said no.", "Tarn", "-"},
      {"Holt said no.", "Holt", "-"},
      {"Ostravia met. Holt said no.", "Holt", "-"},
      {"Lind said no.", "Lind", "-"},
      {"Brok said no.", "Brok", "-"},  // two are called so
  });
}

TEST(SurnameAlone, MeansALeaderOrMinisterOfAStateThatIsNamed) {
  check({
      {"Norvenia rejected the plan. Holt said no.", "Holt", "NOV.HOLT"},
      {"Holt said no. The Norvenian plan failed.", "Holt", "NOV.HOLT"},
      {"Norvik was calm. Holt said no.", "Holt", "NOV.HOLT"},
      {"Norvenia rejected the plan. Tarn said no.", "Tarn", "-"},  // speaks for others
      {"Rusk said no.", "Rusk", "OSV.RUSK"},                       // leads, and the only one
      {"Norvenia rejected the plan. Brok said no.", "Brok", "NOV.BROK"},
      {"Norvenia and Ostravia met. Brok said no.", "Brok", "NOV.BROK"},
      {"Ostravia met. Brok said no.", "Brok", "-"},  // an ambassador without his title
      {"Ostravia met. Lind said no.", "Lind", "OSV.LIND"},
      {"Karsonia met. Lind said no.", "Lind", "KAR.LIND"},
  });
}

TEST(SurnameAlone, MeansTheOneOfThatTitle) {
  check({
      {"Norvenia met. Spokesman Tarn said no.", "Spokesman Tarn", "NOV.TARN"},
      {"Ostravia met. Ambassador Brok said no.", "Ambassador Brok", "OSV.BROK"},
      {"Karsonia met. Spokesman Tarn said no.", "Spokesman Tarn", "Tarn"},
      {"Norvenian foreign minister Holt said no.", "Norvenian foreign minister Holt", "NOV.HOLT"},
      {"President Rusk said no.", "President Rusk", "OSV.RUSK"},
  });
}

TEST(SurnameAlone, GoesByTheDayOfThePage) {
  check({
      {"Ostravia met. Stanev said no.", "Stanev", "OSV.STANEV", "2027-05-14"},
      {"Ostravia met. Stanev said no.", "Stanev", "-", "2031-05-14"},
      {"Ostravia met. Rusk said no.", "Rusk", "-", "2027-05-14"},
      {"Ostravia met. Rusk said no.", "Rusk", "OSV.RUSK", "2031-05-14"},
      {"Ostravia met. Rusk said no.", "Rusk", "OSV.RUSK", ""},
  });
}

TEST(Offices, AreHeldOnTheDayOfThePage) {
  check({
      {"The Ostravian president said no.", "The Ostravian president", "OSV.STANEV", "2027-05-14"},
      {"The Ostravian president said no.", "The Ostravian president", "OSV.RUSK", "2031-05-14"},
      {"The Ostravian president said no.", "The Ostravian president", "Ostravian president", ""},
      {"The president of Ostravia said no.", "The president of Ostravia", "president of Ostravia",
       "2021-05-14"},
  });
}

TEST(Offices, ThatTwoClaimNameNobody) {
  check({
      {"The Karsonian prime minister said no.", "The Karsonian prime minister",
       "Karsonian prime minister"},
      {"The Karsonian prime minister said no.", "The Karsonian prime minister", "KAR.MAAS",
       "2029-05-14"},  // before the other
      {"Karsonian prime minister Tomas Ilar said no.", "Karsonian prime minister Tomas Ilar",
       "KAR.ILAR"},
      {"Karsonian prime minister Juno Maas said no.", "Karsonian prime minister Juno Maas",
       "KAR.MAAS"},
  });
}

}  // namespace
}  // namespace demarche::mention
