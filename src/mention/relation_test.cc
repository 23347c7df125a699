// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "mention/invented_world.h"

// Who somebody's wife, aide or ally is, and for whom he speaks.
namespace demarche::mention {
namespace {

/// The words of a relation, and what is known of the one meant.
struct Row {
  std::string_view text, words;
  ActorKind kind;
  std::string_view country, side;
  Authority authority;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const ReadPage page = read_page_of({std::string(row.text)});
    SCOPED_TRACE(std::string(row.words) + " in: " + std::string(row.text));
    const Actor* actor = page.actor(row.words);
    ASSERT_NE(actor, nullptr);
    EXPECT_EQ(name_of(actor->kind), name_of(row.kind));
    EXPECT_EQ(actor->country, row.country);
    EXPECT_EQ(actor->side, row.side);
    EXPECT_EQ(name_of(actor->authority), name_of(row.authority));
  }
}

constexpr auto kPerson = ActorKind::kPerson;
constexpr auto kGroup = ActorKind::kGroup;

TEST(Relation, ServesTheSideOfAnOfficial) {
  check({
      {"Ana Brok said no. Her aide left.", "Her aide", kPerson, "NOV", "NOV",
       Authority::kAnonymous},
      {"Aides to Ana Brok left.", "Aides to Ana Brok", kGroup, "NOV", "NOV", Authority::kAnonymous},
      {"Ana Brok said no. Her colleagues left.", "Her colleagues", kGroup, "NOV", "NOV",
       Authority::kAnonymous},
      {"Ana Brok said no. Her deputy left.", "Her deputy", kPerson, "NOV", "NOV",
       Authority::kAnonymous},
  });
}

TEST(Relation, OfWhoHoldsNoOfficeServesNobody) {
  check({
      {"Juno Maas said no. Her aide left.", "Her aide", kPerson, "KAR", "", Authority::kPrivate},
      {"Juno Maas said no. Her colleagues left.", "Her colleagues", kGroup, "KAR", "",
       Authority::kPrivate},
  });
}

TEST(Relation, ThatIsPrivateHasACountryAndNoSide) {
  check({
      {"Ivo Stanev said no. His wife left.", "His wife", kPerson, "OSV", "", Authority::kPrivate},
      {"Ana Brok said no. Her lawyer left.", "Her lawyer", kPerson, "NOV", "", Authority::kPrivate},
      {"Supporters of Ana Brok left.", "Supporters of Ana Brok", kGroup, "NOV", "",
       Authority::kPrivate},
      {"Ana Brok said no. Her compatriots left.", "Her compatriots", kGroup, "NOV", "",
       Authority::kPrivate},
  });
}

TEST(Relation, OfRivalsSaysNoCountryUnlessAnAdjectiveDoes) {
  check({
      {"Norvenia and Ostravia met. Ana Brok greeted her Karsonian rival.", "her Karsonian rival",
       ActorKind::kUnknown, "KAR", "", Authority::kNone},
      {"Ana Brok greeted Ostravia. Its rival left.", "Its rival", ActorKind::kUnknown, "", "",
       Authority::kNone},
  });
}

TEST(Relation, OfPredecessorsIsNamedByTheTable) {
  const auto who = [](std::string_view text, std::string_view words) {
    const ReadPage page = read_page_of({std::string(text)});
    const Actor* actor = page.actor(words);
    return actor == nullptr ? std::string("-") : actor->known ? actor->id : actor->name;
  };
  EXPECT_EQ(who("Tomas Ilar said no. His predecessor left.", "His predecessor"), "KAR.2");
  EXPECT_EQ(who("Tomas Ilar said no. His predecessor as president left.", "His predecessor"),
            "KAR.2");
  EXPECT_EQ(who("Tomas Ilar said no. His predecessor as foreign minister left.", "His predecessor"),
            "predecessor of Tomas Ilar");
  // Deputies have no line; nobody came after him; nobody has the office today.
  EXPECT_EQ(who("Pavel Rusk said no. His predecessor left.", "His predecessor"),
            "predecessor of Pavel Rusk");
  EXPECT_EQ(who("Tomas Ilar said no. His successor left.", "His successor"),
            "successor of Tomas Ilar");
  EXPECT_EQ(who("Juno Maas said no. Her successor left.", "Her successor"),
            "successor of Juno Maas");
}

TEST(Relation, MakesAnotherOfEachUnnamedOne) {
  const ReadPage page =
      read_page_of({"An aide to Ana Brok said no. Another aide to Ana Brok said yes."});
  const Mention *one = page.mention("An aide to Ana Brok"),
                *other = page.mention("Another aide to Ana Brok");
  ASSERT_NE(one, nullptr);
  ASSERT_NE(other, nullptr);
  EXPECT_NE(one->actor.value, other->actor.value);
}

TEST(Relation, LeavesOutWhatIsNoRelation) {
  for (const std::string_view text :
       {"Norvenia greeted its rival factions.", "A wife slept.", "The rival left."}) {
    const ReadPage page = read_page_of({std::string(text)});
    for (const Mention& mention : page.mentions.mentions)
      EXPECT_NE(mention.evidence.rule, "relation.owner") << text;
  }
}

TEST(Title, ToComeOrOfThePastIsNotTheHolders) {
  check({
      {"The would-be president of Norvenia left.", "The would-be president of Norvenia", kPerson,
       "NOV", "", Authority::kPrivate},
      {"The next foreign minister of Norvenia left.", "The next foreign minister of Norvenia",
       kPerson, "NOV", "", Authority::kPrivate},
      {"The incoming president of Norvenia left.", "The incoming president of Norvenia", kPerson,
       "NOV", "NOV", Authority::kOfficial},
      {"The ousted president of Norvenia left.", "The ousted president of Norvenia", kPerson, "NOV",
       "", Authority::kFormer},
      {"The acting president of Norvenia left.", "The acting president of Norvenia", kPerson, "NOV",
       "NOV", Authority::kOfficial},
  });
  const ReadPage page = read_page_of({"The would-be president of Norvenia left."});
  EXPECT_FALSE(page.actor("The would-be president of Norvenia")->known);
  EXPECT_TRUE(read_page_of({"The acting president of Norvenia left."})
                  .actor("The acting president of Norvenia")
                  ->known);
}

TEST(Title, ThatHeWillHaveMakesNoOneAnOfficial) {
  check({{"Juno Maas said no.", "Juno Maas", kPerson, "KAR", "", Authority::kFormer}});
}

}  // namespace
}  // namespace demarche::mention
