// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/mention.h"

#include <gtest/gtest.h>

#include "mention/invented_world.h"

namespace demarche::mention {
namespace {

/// Words of a text, and who they are: id of the table, or the name of an actor of this page.
struct Row {
  std::vector<std::string> paragraphs;
  std::string_view words;
  std::string_view who;  ///< id or name; "-": nobody
  std::string_view side;
  int nth = 1;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const ReadPage page = read_page_of(row.paragraphs);
    const Actor* actor = page.actor(row.words, row.nth);
    SCOPED_TRACE(std::string(row.words) + " in: " + row.paragraphs.back());
    if (row.who == "-") {
      EXPECT_EQ(actor, nullptr) << actor->name;
      continue;
    }
    if (actor == nullptr) {
      std::string all;
      for (const Mention& mention : page.mentions.mentions)
        all += "[" + std::string(page.article.text.of(mention.span)) + "] ";
      ADD_FAILURE() << "no such mention among " << all;
      continue;
    }
    EXPECT_EQ(actor->known ? actor->id : actor->name, row.who);
    EXPECT_EQ(actor->side, row.side);
  }
}

TEST(Names, TakesWhatTheTableKnows) {
  check({
      {{"Norvenia rejected the plan."}, "Norvenia", "NOV", "NOV"},
      {{"The Norvenian plan failed."}, "Norvenian", "NOV", "NOV"},
      {{"Norvik's demands were rejected."}, "Norvik", "NOV", "NOV"},
      {{"The Amber Palace denied it."}, "The Amber Palace", "OSV.PALACE", "OSV"},
      {{"The League of Velmark (LOV) met."}, "The League of Velmark (LOV)", "LOV", "LOV"},
      {{"Demands on the West grew."}, "the West", "RIM", ""},
      {{"Ostravia rejected western calls."}, "western", "RIM", ""},
      {{"They live in western Karsonia."}, "western", "-", ""},
      {{"Ana Brok said no."}, "Ana Brok", "NOV.1", "NOV"},
      {{"Ana Brok arrived. Brok said no."}, "Brok", "NOV.1", "NOV"},
      {{"Mr Stanev said no."}, "Mr Stanev", "OSV.1", "OSV"},
      {{"Juno Maas said no."}, "Juno Maas", "KAR.2", ""},
      {{"Norvenians marched through the town."}, "Norvenians", "Norvenians", ""},
      {{"The norvenia of old."}, "norvenia", "-", ""},
      {{"Sun Wei-lin arrived. Sun said no."}, "Sun", "OSV.4", "OSV"},
      {{"Ships crossed the Strait of Norvenia."}, "Norvenia", "-", ""},
      {{"Ships crossed the strait of Norvenia."}, "Norvenia", "NOV", "NOV"},
  });
}

TEST(Names, LearnsFromThePage) {
  check({
      {{"The Collective Force of Dravik (CFD) left. The CFD said so."},
       "The CFD",
       "Collective Force of Dravik",
       "CFD"},
      {{"Milo Tarn, an analyst, said no. Tarn left."}, "Tarn", "Milo Tarn", ""},
      {{"Norvenian defence minister Eva Lind said no. Lind left."}, "Lind", "Eva Lind", "NOV"},
      {{"The Norvenian Missile Crisis is over."}, "Norvenian", "-", ""},
      {{"The Karsonian Red Council met."},
       "The Karsonian Red Council",
       "Karsonian Red Council",
       ""},
      {{"He told Radnor television that he left."}, "Radnor television", "Radnor", ""},
      {{"He spoke to Norvenian RADNOR TV."}, "Norvenian RADNOR TV", "RADNOR TV", ""},
  });
}

TEST(Names, KeepsNamesakesApart) {
  check({
      {{"Eva Lind, an analyst, said no. Ivo Lind, an analyst, said yes."},
       "Ivo Lind",
       "Ivo Lind",
       ""},
      {{"Eva Lind, an analyst, said no. Ivo Lind, an analyst, said yes. Lind left."},
       "Lind",
       "Eva Lind",
       ""},
      {{"Eva Lind, an analyst, said no. Eva K. Lind said it again."},
       "Eva K. Lind",
       "Eva Lind",
       ""},
      {{"Sir Ivo Tarn said no. Sir Ivo left."}, "Sir Ivo", "Ivo Tarn", ""},
      {{"Mr Tarn said no. Mrs Tarn said yes."}, "Mrs Tarn", "Tarn", ""},
      {{"Senate clerk Milo Vane left. Vane smiled."}, "Milo Vane", "Milo Vane", ""},
      {{"Home Secretary Milo Vane left."}, "Milo Vane", "Milo Vane", ""},
      {{"The Culture Secretary said no."}, "Culture Secretary", "-", ""},
      {{"Coast Greens say no."}, "Coast Greens", "-", ""},
      {{"Weather Norvenia said it rains."}, "Weather Norvenia", "Weather Norvenia", ""},
      {{"The Norvik Monument fell."}, "Norvik", "-", ""},
      {{"Harbour West and the coast are calm."}, "West", "-", ""},
  });
}

TEST(Names, TakesTheCountryFromTheAdjective) {
  const ReadPage page = read_page_of({"Norvenian violinist Milo Vane said no."});
  const Actor* person = page.actor("Milo Vane");
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(person->country, "NOV");
  EXPECT_EQ(person->side, "");
}

TEST(Names, TakesAStateInAPersonsNameForNoState) {
  check({
      {{"Norvenia Pike, a bank clerk, slept."}, "Norvenia Pike", "Norvenia Pike", ""},
      {{"Norvenia Pike slept. She snored."}, "Norvenia Pike", "Norvenia Pike", ""},
      {{"Mr Norvenia Pike slept. Pike snored."}, "Pike", "Norvenia Pike", ""},
      {{"Norvenia Telecom slept."}, "Norvenia", "-", ""},
      {{"In Norvenia Eva Lind slept."}, "Norvenia", "NOV", "NOV"},
      {{"The envoy for Norvenia Eva Lind slept."}, "Norvenia", "NOV", "NOV"},
      {{"Norvenia Foreign Minister Eva Lind slept."}, "Norvenia", "NOV", "NOV"},
  });
}

TEST(Roles, NamesOfficials) {
  check({
      {{"Norvenian President Ana Brok spoke."}, "Norvenian President Ana Brok", "NOV.1", "NOV"},
      {{"The Norvenian president spoke."}, "The Norvenian president", "NOV.1", "NOV"},
      {{"Norvenia's president spoke."}, "Norvenia's president", "NOV.1", "NOV"},
      {{"The president of Norvenia spoke."}, "The president of Norvenia", "NOV.1", "NOV"},
      {{"Norvenian deputy defence minister Eva Lind spoke."},
       "Norvenian deputy defence minister Eva Lind",
       "Eva Lind",
       "NOV"},
      {{"Former Norvenian defence minister Eva Lind spoke."},
       "Former Norvenian defence minister Eva Lind",
       "Eva Lind",
       ""},
      {{"A senior Norvenian diplomat spoke."},
       "A senior Norvenian diplomat",
       "senior Norvenian diplomat",
       "NOV"},
      {{"Eva Lind, the Karsonian defence minister, spoke."},
       "the Karsonian defence minister",
       "Eva Lind",
       "KAR"},
      {{"The Karsonian defence minister, Eva Lind, spoke."},
       "The Karsonian defence minister, Eva Lind",
       "Eva Lind",
       "KAR"},
      {{"Norvenian opposition leader Eva Lind spoke."},
       "Norvenian opposition leader Eva Lind",
       "Eva Lind",
       ""},
      {{"Ostravian foreign ministry spokeswoman Mara Venn spoke."},
       "Ostravian foreign ministry spokeswoman Mara Venn",
       "Mara Venn",
       "OSV"},
      {{"Pavel Rusk spoke. The minister left."}, "The minister", "OSV.3", "OSV"},
      {{"Analysts said no."}, "Analysts", "Analysts", ""},
      {{"Norvenian President-elect Eva Lind spoke."},
       "Norvenian President-elect Eva Lind",
       "Eva Lind",
       "NOV"},
      {{"He was elected president of the club."}, "president", "-", ""},
      {{"Pavel Dresh and other officials left."},
       "other officials",
       "officials of Ostravia",
       "OSV"},
      {{"Norvenia's foreign minister Eva Lind spoke."},
       "Norvenia's foreign minister Eva Lind",
       "Eva Lind",
       "NOV"},
      {{"Norvenian officials said no."}, "Norvenian officials", "Norvenian officials", "NOV"},
      {{"Two Norvenian officials said no. One of the officials left."},
       "the officials",
       "Norvenian officials",
       "NOV"},
      {{"Former Norvenian diplomat Eva Lind, now an analyst, said no."},
       "an analyst",
       "Eva Lind",
       ""},
  });
}

TEST(Roles, NamesOrgansForcesAndPeoples) {
  check({
      {{"The Ostravian defence ministry said no."},
       "The Ostravian defence ministry",
       "Ostravian defence ministry",
       "OSV"},
      {{"Ostravia's defence ministry said no."},
       "Ostravia's defence ministry",
       "defence ministry of Ostravia",
       "OSV"},
      {{"The Ostravian defence ministry met. The defence ministry said no."},
       "The defence ministry",
       "Ostravian defence ministry",
       "OSV"},
      {{"Norvenian troops left."}, "Norvenian troops", "Norvenian armed forces", "NOV"},
      {{"Ostravia sent thousands of troops to the border."},
       "thousands of troops",
       "armed forces of Ostravia",
       "OSV"},
      {{"Ostravia said troops had come."}, "troops", "troops", ""},
      {{"Troops of the League of Velmark left."},
       "Troops of the League of Velmark",
       "forces of League of Velmark",
       "LOV"},
      {{"Troops of an Ostravia-led security alliance left."},
       "an Ostravia-led security alliance",
       "EPO",
       "EPO"},
      {{"Troops of an Ostravia-led security alliance left."},
       "Troops of an Ostravia-led security alliance",
       "forces of Eastern Pact Organisation",
       "EPO"},
      {{"Ostravia met troops of the Dust Legion."}, "troops", "-", ""},
      {{"Fights began in Karsonia, with local residents in anger."},
       "local residents",
       "residents of Karsonia",
       ""},
      {{"Ostravian troops came near. Karsonia wants those forces gone."},
       "those forces",
       "Ostravian armed forces",
       "OSV"},
  });
}

TEST(Relations, FindsTheOther) {
  check({
      {{"Pavel Rusk left. But his boss, foreign minister Pavel Dresh, seemed calm."},
       "his boss, foreign minister Pavel Dresh",
       "OSV.2",
       "OSV"},
      {{"Pavel Rusk left. But his boss, foreign minister Pavel Dresh, seemed calm."},
       "his",
       "OSV.3",
       "OSV"},
      {{"Pavel Rusk left. But his boss stayed."}, "his boss", "OSV.2", "OSV"},
      {{"Pavel Dresh met his Norvenian counterpart."}, "his Norvenian counterpart", "NOV.2", "NOV"},
      {{"\"It depends on our Norvenian counterparts,\" Pavel Dresh said."},
       "our Norvenian counterparts",
       "NOV",
       "NOV"},
      {{"Norvenia and its allies are firm."},
       "Norvenia and its allies",
       "Norvenia and its allies",
       ""},
      {{"Norvenia and its League of Velmark allies are firm."},
       "its League of Velmark allies",
       "League of Velmark allies",
       ""},
      {{"Troops left for Karsonia. They came because its president had asked."},
       "its president",
       "KAR.1",
       "KAR"},
  });
}

TEST(Roles, LetsASpokeswomanSpeakForWhomSheServes) {
  check({
      {{"A spokeswoman for President Ana Brok denied it."},
       "A spokeswoman for President Ana Brok",
       "spokeswoman of Norvenia",
       "NOV"},
      {{"A spokeswoman for Ana Brok denied it."},
       "A spokeswoman for Ana Brok",
       "spokeswoman of Norvenia",
       "NOV"},
      {{"Norvenia will not attack Ostravia, its defence ministry said."},
       "its defence ministry",
       "defence ministry of Norvenia",
       "NOV"},
  });
}

TEST(Pronouns, LookBack) {
  check({
      {{"Pavel Rusk said he left."}, "he", "OSV.3", "OSV"},
      {{"Pavel Rusk spoke. After he spoke, foreign minister Pavel Dresh said he waits."},
       "he",
       "OSV.2",
       "OSV",
       2},
      {{"Ana Brok met Ivo Stanev. She left."}, "She", "NOV.1", "NOV"},
      {{"Ana Brok spoke after he left."}, "he", "-", ""},
      {{"Ostravia rejected the calls, adding it has no fear."}, "it", "OSV", "OSV"},
      {{"\"It all depends on them,\" Pavel Rusk said."}, "It", "-", ""},
      {{"It is clear that Ostravia left."}, "It", "-", ""},
      {{"Ostravia could act if Norvenia provokes the Amber Palace and puts pressure on it."},
       "it",
       "OSV.PALACE",
       "OSV"},
      {{"Norvenian troops came. They left."}, "They", "Norvenian armed forces", "NOV"},
      {{"\"They tell us no,\" Pavel Rusk told Radnor television."}, "us", "OSV", "OSV"},
      {{"\"I left,\" Pavel Rusk said."}, "I", "OSV.3", "OSV"},
      {{"They tell us no."}, "us", "-", ""},
      {{"Karsonia fell. The island nation is poor."}, "The island nation", "KAR", "KAR"},
  });
}

TEST(OrganNouns, LookBack) {
  const std::string both = "The League of Velmark met the Eastern Pact Organisation. ";
  check({
      {{both + "The league said no."}, "The league", "LOV", "LOV"},
      {{both + "The alliance said no."}, "The alliance", "EPO", "EPO"},
      // By its kind the latest.
      {{both + "The bloc said no."}, "The bloc", "EPO", "EPO"},
      {{both + "The regional bloc said no."}, "The regional bloc", "EPO", "EPO"},
      // As many members as the table has, but one.
      {{both + "The two-nation bloc said no."}, "The two-nation bloc", "LOV", "LOV"},
      {{both + "The 3-member bloc said no."}, "The 3-member bloc", "LOV", "LOV"},
      {{both + "The 30-member bloc said no."}, "The 30-member bloc", "-", ""},
      {{both + "The Velmark bloc said no."}, "The Velmark bloc", "LOV", "LOV"},
      // Another one, or of something else.
      {{both + "The rival bloc said no."}, "The rival bloc", "-", ""},
      {{both + "A bloc said no."}, "A bloc", "-", ""},
      {{both + "The bloc of ice melted."}, "The bloc", "-", ""},
      {{"Ana Brok met Ivo Stanev. The alliance said no."}, "The alliance", "-", ""},
  });
}

TEST(Sources, TakesTheNameOnlyFromTheSameWords) {
  check({
      {{"The talks are \"a blind alley,\" a senior Ostravian diplomat said.",
        "Deputy foreign minister Pavel Rusk was firm. \"That is the blind alley,\" Pavel Rusk "
        "said."},
       "a senior Ostravian diplomat",
       "OSV.3",
       "OSV"},
      {{"The talks are \"a blind alley,\" a senior Ostravian diplomat said.",
        "\"That is the end,\" Pavel Rusk said."},
       "a senior Ostravian diplomat",
       "senior Ostravian diplomat",
       "OSV"},
      {{"The talks are \"a blind alley,\" a senior Norvenian diplomat said.",
        "\"That is the blind alley,\" Pavel Rusk said."},
       "a senior Norvenian diplomat",
       "senior Norvenian diplomat",
       "NOV"},
      {{"The talks are \"a blind alley,\" a senior Ostravian diplomat said.", "One.", "Two.",
        "Three.", "\"That is the blind alley,\" Pavel Rusk said."},
       "a senior Ostravian diplomat",
       "senior Ostravian diplomat",
       "OSV"},
  });
}

TEST(Sources, LendsItsSideWhereThePageLeavesItOpen) {
  check({
      {{"The talks are \"a blind alley,\" a senior Ostravian diplomat said.",
        "\"That is the blind alley,\" deputy foreign minister Milo Vane said."},
       "deputy foreign minister Milo Vane",
       "Milo Vane",
       "OSV"},
      {{"The talks are \"a blind alley,\" a senior Ostravian diplomat said.",
        "\"They tell us no,\" deputy foreign minister Milo Vane said. \"That is the blind "
        "alley.\""},
       "us",
       "OSV",
       "OSV"},
      {{"The talks are \"a blind alley,\" a senior Ostravian diplomat said.",
        "\"That is the blind alley,\" Ivo Stanev said. \"A blind alley,\" Pavel Dresh said."},
       "a senior Ostravian diplomat",
       "OSV.2",
       "OSV"},
  });
}

TEST(Sources, ShowsWhatWasWeighed) {
  const ReadPage page =
      read_page_of({"The talks are \"a blind alley,\" a senior Ostravian diplomat said.",
                    "\"That is the blind alley,\" Pavel Rusk said."});
  const Mention* source = page.mention("a senior Ostravian diplomat");
  ASSERT_NE(source, nullptr);
  EXPECT_EQ(source->evidence.rule, "source.same_words");
  EXPECT_FALSE(source->evidence.rejected.empty());
}

struct PlaceRow {
  std::string text;
  std::string_view words;
  std::string_view country;  ///< "-": no such place
  PlaceRelation relation = PlaceRelation::kNone;
  bool acts = false;
};

TEST(Places, TellsPlacesFromParties) {
  using enum PlaceRelation;
  const std::vector<PlaceRow> rows = {
      {"They met in Geldrun.", "Geldrun", "NOV", kIn},
      {"They met in Geldrun, Karsonia.", "Geldrun", "KAR", kIn},
      {"Troops went to Karsonia and Norvenia.", "Norvenia", "NOV", kIn},
      {"Norvenia sent a warning to Karsonia.", "Karsonia", "KAR", kNone, true},
      {"Norvenia said no.", "Norvenia", "NOV", kNone, true},
      {"Troops pulled out of Karsonia.", "Karsonia", "KAR", kFrom},
      {"The unrest began in western Karsonia.", "western Karsonia", "KAR", kPart},
      {"Troops stood on the border near Ostravia.", "the border near Ostravia", "OSV", kBorder},
      {"Troops stood on the border near Ostravia.", "Ostravia", "OSV", kNear},
      {"They met in Norvik.", "Norvik", "NOV", kIn},
      {"Norvik rejected it.", "Norvik", "NOV", kNone, true},
      {"It began in north-eastern Karsonia.", "north-eastern Karsonia", "KAR", kPart},
      {"The Geldrun Missile Crisis ended.", "Geldrun", "-"},
      {"The unrest spread in Karsonia. He was deployed to the island nation.", "the island nation",
       "KAR", kIn},
  };
  for (const PlaceRow& row : rows) {
    SCOPED_TRACE(row.text);
    const ReadPage page = read_page_of({row.text});
    const PlaceMention* place = page.place(row.words);
    if (row.country == "-") {
      EXPECT_EQ(place, nullptr);
      continue;
    }
    if (place == nullptr) {
      ADD_FAILURE() << "no place " << row.words;
      continue;
    }
    EXPECT_EQ(place->country, row.country);
    EXPECT_EQ(name_of(place->relation), name_of(row.relation));
    EXPECT_EQ(place->acts, row.acts);
  }
}

TEST(Places, ShiftsAPartOfACountry) {
  const ReadPage page = read_page_of({"The unrest began in western Karsonia."});
  const PlaceMention* place = page.place("western Karsonia");
  ASSERT_NE(place, nullptr);
  ASSERT_TRUE(place->lon.has_value());
  EXPECT_LT(*place->lon, 40);
  EXPECT_TRUE(place->radius_km.has_value());
}

TEST(Mentions, FindsByHeadAndByCover) {
  const ReadPage page = read_page_of({"The Ostravian defence ministry said no."});
  const Mention* ministry = page.mentions.headed_at(3);
  ASSERT_NE(ministry, nullptr);
  EXPECT_EQ(page.article.text.of(ministry->span), "The Ostravian defence ministry");
  const Mention* state = page.mentions.covering(1);
  ASSERT_NE(state, nullptr);
  EXPECT_EQ(page.article.text.of(state->span), "Ostravian");
  EXPECT_EQ(page.mentions.headed_at(4), nullptr);
}

TEST(Mentions, KeepsItsLaws) {
  const std::vector<std::vector<std::string>> pages = {
      {},
      {""},
      {" "},
      {"\"\"\"“”"},
      {"'s 's of the the"},
      {"Brok"},
      {", , ,"},
      {"Norvenia's Norvenia's Norvenia's president's boss's boss"},
      {"the the Norvenian Norvenian Norvenian (LOV) (LOV"},
      {std::string("\xC3\x89va d\xE2\x80\x99Orl\xC3\xA9"
                   "ans said Norvenia left Ostrel.")}};
  for (const auto& paragraphs : pages) {
    const ReadPage page = read_page_of(paragraphs);
    uint32_t begin = 0;
    for (const Mention& mention : page.mentions.mentions) {
      EXPECT_LE(begin, mention.span.begin);
      begin = mention.span.begin;
      EXPECT_LT(mention.span.begin, mention.span.end);
      EXPECT_LE(mention.span.end, page.article.text.size());
      EXPECT_FALSE(mention.evidence.rule.empty());
      EXPECT_LE(mention.first, mention.head);
      EXPECT_LT(mention.head, mention.last);
      if (mention.actor) {
        EXPECT_LT(mention.actor.value, page.mentions.actors.size());
      }
      if (mention.place) {
        EXPECT_LT(mention.place.value, page.mentions.places.size());
      }
    }
  }
}

TEST(Mentions, StaysWithinTheLimit) {
  ReadPage page = read_page_of({"Norvenia left. Ostravia left. Karsonia left. Norvik left."});
  Limits limits;
  limits.rows = 2;
  const ActorTable world = make_invented_world();
  const Mentions mentions =
      find_mentions(page.article, page.tokens, page.parse, {}, world, std::nullopt, limits);
  EXPECT_LE(mentions.mentions.size(), 2U);
  EXPECT_LE(mentions.places.size(), 2U);
}

}  // namespace
}  // namespace demarche::mention
