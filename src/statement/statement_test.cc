// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "statement/statement.h"

#include <gtest/gtest.h>

#include "statement/check.h"

namespace demarche {
namespace {

const std::string kData = std::string(DEMARCHE_SOURCE_DIR) + "/data";

/// What the stage needs, loaded once: the shipped tables and the invented states of the patterns.
struct World {
  Language language = *load_language(kData, "en");
  ActorTable actors = *load_actor_table(kData, {kData + "/en/patterns/actors"});
  CueTable cues = *load_cues(kData, "en");
};

const World& world() {
  static const World all;
  return all;
}

struct Read {
  Article article;
  Mentions mentions;
  std::vector<Statement> statements;

  [[nodiscard]] std::string content(size_t i) const {
    std::string out;
    for (const Span span : statements[i].content) {
      out += (out.empty() ? "" : " / ") + std::string(article.text.of(span));
    }
    return out;
  }
  [[nodiscard]] std::string speaker(size_t i) const {
    if (statements[i].speakers.empty()) return "-";
    return mentions.actors[statements[i].speakers.front().value].name;
  }
};

Read read_article(Article article) {
  Read read;
  read.article = std::move(article);
  const auto today = parse_day("2030-05-16");
  const Tokens tokens = find_tokens(read.article, world().language, Limits{});
  const Parse parse = find_parse(read.article, tokens, world().language);
  const auto times = find_times(read.article, tokens, parse, today, Limits{});
  read.mentions =
      find_mentions(read.article, tokens, parse, times, world().actors, today, Limits{});
  read.statements = find_statements(read.article, tokens, parse, read.mentions, times, world().cues,
                                    today, Limits{});
  return read;
}

Read read_text(const std::string& text) {
  auto page = read_page(text, {.kind = PageKind::kProse});
  return read_article(make_article(*page, {.option_date = "2030-05-16"}));
}

struct Row {
  const char* text;
  const char* speaker;
  Form form;
  Act act;
  std::optional<int> polarity;
  const char* content;
};

TEST(Statements, AreReadFromOneSentence) {
  using enum Form;
  const Row rows[] = {
      {"Norvenia said the road to the coast was open.",
       "Norvenia",
       kIndirect,
       Act::kAssert,
       {},
       "the road to the coast was open"},
      {"Norvenia said that the road was open.",
       "Norvenia",
       kIndirect,
       Act::kAssert,
       {},
       "that the road was open"},
      {"The road was open, Norvenia said.",
       "Norvenia",
       kIndirect,
       Act::kAssert,
       {},
       "The road was open"},
      {"“The road is open,” Norvenia said.",
       "Norvenia",
       kDirect,
       Act::kAssert,
       {},
       "“The road is open,”"},
      {"“The road is open,” said Norvenia.",
       "Norvenia",
       kDirect,
       Act::kAssert,
       {},
       "“The road is open,”"},
      {"The road, Norvenia said, is open.",
       "Norvenia",
       kIndirect,
       Act::kAssert,
       {},
       "The road / is open"},
      {"According to Norvenia, the road is open.",
       "Norvenia",
       kIndirect,
       Act::kAssert,
       {},
       "the road is open"},
      {"The road is open, according to Norvenia.",
       "Norvenia",
       kIndirect,
       Act::kAssert,
       {},
       "The road is open"},
      {"Norvenia told Ostravia that the road was open.",
       "Norvenia",
       kIndirect,
       Act::kAssert,
       {},
       "that the road was open"},
      {"The league will send forty observers to the coast, the envoy of Norvenia, Ana Brok, said.",
       "Ana Brok",
       kIndirect,
       Act::kAssert,
       {},
       "The league will send forty observers to the coast"},
      {"Norvenia rejected the offer of its neighbours.", "Norvenia", kNarrated, Act::kReject, -1,
       "the offer of its neighbours"},
      {"Norvenia refused to rule out an embargo.", "Norvenia", kNarrated, Act::kNoncommittal, 0,
       "an embargo"},
      {"Norvenia did not rule out a blockade.", "Norvenia", kNarrated, Act::kNoncommittal, 0,
       "a blockade"},
      {"Norvenia said it has no plan to attack.", "Norvenia", kIndirect, Act::kDenyIntent, 2,
       "it has no plan to attack"},
      {"Norvenia said the talks had ended in deadlock.", "Norvenia", kIndirect, Act::kAssert, -2,
       "the talks had ended in deadlock"},
      {"Norvenia threatened to close the border.",
       "Norvenia",
       kNarrated,
       Act::kThreaten,
       {},
       "to close the border"},
      {"Norvenia urged Ostravia to return the crew.",
       "Norvenia",
       kNarrated,
       Act::kRequest,
       {},
       "Ostravia to return the crew"},
      {"Norvenia's warning that it could take military measures came late.", "Norvenia", kNarrated,
       Act::kWarn, -1, "that it could take military measures came late"},
  };
  for (const Row& row : rows) {
    const Read read = read_text(row.text);
    ASSERT_GE(read.statements.size(), 1U) << row.text;
    const Statement& found = read.statements.front();
    EXPECT_EQ(read.speaker(0), row.speaker) << row.text;
    EXPECT_EQ(name_of(found.form), name_of(row.form)) << row.text;
    EXPECT_EQ(name_of(found.act), name_of(row.act)) << row.text;
    EXPECT_EQ(found.polarity, row.polarity) << row.text;
    EXPECT_EQ(read.content(0), row.content) << row.text;
    EXPECT_FALSE(found.evidence.rule.empty()) << row.text;
  }
}

TEST(Statements, AreNotMadeFromWhatNobodySaid) {
  for (const char* text : {
           "Norvenia did not say when the road would open.",
           "To say that the road is open would be wrong.",
           "The road to the coast is open.",
           "Norvenia could say more next week.",
           "The “road” is closed.",
       }) {
    EXPECT_TRUE(read_text(text).statements.empty()) << text;
  }
}

TEST(Statements, LeaveTheNarratorsInferenceToTheNarrator) {
  const Read read = read_text("The letters suggested that Norvenia was losing patience.");
  ASSERT_EQ(read.statements.size(), 1U);
  EXPECT_EQ(read.statements[0].voice, Voice::kAuthor);
  EXPECT_TRUE(read.statements[0].speakers.empty());
}

TEST(Statements, KeepAQuotationWhole) {
  const Read read = read_text("“The road is open,” Norvenia said. “It will stay open.”");
  ASSERT_EQ(read.statements.size(), 1U);
  EXPECT_EQ(read.content(0), "“The road is open,” / “It will stay open.”");
  EXPECT_EQ(read.statements[0].form, Form::kDirect);
}

TEST(Statements, SayWhenTheyWereSaid) {
  const Read read = read_text("Norvenia said on Monday that the road was open.");
  ASSERT_EQ(read.statements.size(), 1U);
  EXPECT_EQ(format_day(*read.statements[0].said.days.from), "2030-05-13");
  const Read undated = read_text("Norvenia said that the road was open.");
  EXPECT_EQ(format_day(*undated.statements[0].said.days.to), "2030-05-16");
}

TEST(Statements, TakeTheDayThatStandsAtTheCue) {
  const std::pair<const char*, const char*> rows[] = {
      {"Norvenia said Monday that the road was open.", "2030-05-13"},
      {"Norvenia said late on Monday that the road was open.", "2030-05-13"},
      {"Norvenia said yesterday that the road was open on Monday.", "2030-05-15"},
      {"“The road is open,” Norvenia said yesterday.", "2030-05-15"},
      {"Norvenia, which had said in March that the road was open, said on Monday it was closed.",
       "2030-03-01"},
      {"Norvenia rejected the offer on Monday.", "2030-05-13"},
      {"Norvenia said last year that the road would stay open.", "2029-01-01"},
  };
  for (const auto& [text, day] : rows) {
    const Read read = read_text(text);
    ASSERT_GE(read.statements.size(), 1U) << text;
    ASSERT_TRUE(read.statements[0].said.days.from) << text;
    EXPECT_EQ(format_day(*read.statements[0].said.days.from), day) << text;
  }
}

TEST(Statements, TakeAnOutletForAChannel) {
  const Read read = read_text("The road was open, Norvenia said, according to Reuters.");
  ASSERT_EQ(read.statements.size(), 1U);
  EXPECT_EQ(read.speaker(0), "Norvenia");
  EXPECT_TRUE(read.statements[0].medium);
  const Read alone = read_text("The road was open, according to Reuters.");
  ASSERT_EQ(alone.statements.size(), 1U);
  EXPECT_TRUE(alone.statements[0].speakers.empty());
  EXPECT_TRUE(alone.statements[0].medium);
}

TEST(Statements, AnAnswerHoldsWhatItQuotes) {
  const Read read = read_text(
      "Q: Is the road open?\n\nA: Norvenia said that the road was open.\n\nQ: Is it?\n\nA: No.");
  ASSERT_EQ(read.statements.size(), 3U);
  EXPECT_EQ(read.content(0), "Norvenia said that the road was open.");
  EXPECT_EQ(read.statements[0].form, Form::kDirect);
  EXPECT_EQ(read.statements[1].nested_in.value, 0U);
  EXPECT_EQ(read.content(2), "No.");
}

TEST(Statements, KnowWhoIsContradicted) {
  const Read own = read_text(
      "The envoy of Norvenia said the talks were over, contradicting the minister of Norvenia, who "
      "said the talks would continue.");
  ASSERT_EQ(own.statements.size(), 2U);
  EXPECT_EQ(own.article.text.of(own.statements[0].differing), "contradicting");
  EXPECT_EQ(own.article.text.of(own.statements[1].differing), "contradicting");
  const Read other = read_text(
      "The envoy of Norvenia said the talks were over, contradicting Ostravia, which said the "
      "talks "
      "would continue.");
  ASSERT_EQ(other.statements.size(), 2U);
  for (const Statement& row : other.statements) EXPECT_TRUE(row.differing.empty());
}

TEST(Statements, KeepBothPolesOfOneSentence) {
  const Read read = read_text("Norvenia said the talks are pointless but that they will continue.");
  ASSERT_EQ(read.statements.size(), 1U);
  EXPECT_EQ(read.statements[0].polarity, -2);
  EXPECT_FALSE(read.statements[0].other_pole);  // "they" are no talks for the table
  const Read both =
      read_text("Norvenia said the talks are pointless, yet the talks will continue.");
  ASSERT_EQ(both.statements.size(), 1U);
  ASSERT_TRUE(both.statements[0].other_pole);
  EXPECT_GT(both.statements[0].other_pole->plus, .5);
}

TEST(Statements, FindTheConditionAndTheAddressee) {
  const Read read = read_text("Norvenia told Ostravia that it would leave if the road was closed.");
  ASSERT_EQ(read.statements.size(), 1U);
  ASSERT_EQ(read.statements[0].conditions.size(), 1U);
  EXPECT_EQ(read.article.text.of(read.statements[0].conditions[0]), "if the road was closed");
  ASSERT_TRUE(read.statements[0].addressee);
}

TEST(Statements, KnowWhereTheOutletSaysThatPositionsDiffer) {
  const Read read = read_text(
      "Norvenia sent conflicting signals. Norvenia said the talks would continue. Ostravia said "
      "the "
      "talks were pointless.");
  ASSERT_EQ(read.statements.size(), 2U);
  EXPECT_EQ(read.article.text.of(read.statements[0].differing), "conflicting signals");
  EXPECT_TRUE(read.statements[1].differing.empty());
  // Somebody's own words about another are not the outlet's.
  const Read said = read_text(
      "Norvenia said Ostravia sent conflicting signals. Norvenia said the talks would continue.");
  for (const Statement& row : said.statements) EXPECT_TRUE(row.differing.empty());
}

TEST(Statements, RepeatedWordsNameTheFirstTelling) {
  Read read = read_text("Norvenia said the road was open.\n\nNorvenia said the road was open.");
  ASSERT_EQ(read.statements.size(), 2U);
  EXPECT_FALSE(read.statements[1].duplicate_of);
  read.article.blocks[0].repeats = read.article.blocks[1].span;
  const auto again = read_article(read.article).statements;
  ASSERT_EQ(again.size(), 2U);
  EXPECT_FALSE(again[0].duplicate_of);
  EXPECT_EQ(again[1].duplicate_of.value, 0U);
  // Told three times, the last one names the first too.
  read = read_text(
      "Norvenia said the road was open.\n\nNorvenia said the road was open.\n\n"
      "Norvenia said the road was open.");
  for (size_t i : {0U, 1U}) read.article.blocks[i].repeats = read.article.blocks[i + 1].span;
  const auto thrice = read_article(read.article).statements;
  ASSERT_EQ(thrice.size(), 3U);
  EXPECT_EQ(thrice[1].duplicate_of.value, 0U);
  EXPECT_EQ(thrice[2].duplicate_of.value, 0U);
}

TEST(Statements, AscendByWhatIsSaid) {
  const Read read = read_text(
      "The road is open, the minister said, adding that the bridge is closed. According to "
      "Ostravia, "
      "the talks, which Norvenia called pointless, will continue, Norvenia said.");
  ASSERT_GE(read.statements.size(), 3U);
  for (size_t i = 1; i < read.statements.size(); ++i) {
    EXPECT_LE(read.statements[i - 1].content.front().begin,
              read.statements[i].content.front().begin);
  }
}

/// Statements, quotations, times and mentions are looked up, not walked through: a page of the
/// largest size takes a second, not minutes.
TEST(Statements, StandManyOfEverything) {
  std::string text = "Norvenia said: \u201c";
  for (int i = 0; i < 20000; ++i) {
    text += "We said \u2018no\u2019, the minister said on Monday. ";
  }
  EXPECT_GT(read_text(text + "\u201d").statements.size(), 10000U);
}

TEST(Statements, StandOddAndEmptyText) {
  for (const char* text :
       {"", "“", "said", "said said said.", "“ ” “ ” said “", ", said , said ,", "Norvenia said",
        "Norvenia said that", "according to", "\xC2\xA0", "Premier rebuffs plan; blasts 'hollow"}) {
    const Read read = read_text(text);
    for (const Statement& row : read.statements) {
      for (const Span span : row.content) EXPECT_LE(span.end, read.article.text.size());
    }
  }
}

TEST(Cues, AreFoundInTheirExamples) {
  const auto wrong = check_cues(world().cues, world().language);
  EXPECT_TRUE(wrong.empty()) << wrong.front();
}

// What stands in an entry of a live page was said by its day, whatever the day of the page.
TEST(Statements, AreSaidByTheDayOfTheirLiveEntry) {
  const std::string text =
      "Norvenia said the road was open.\n\nNorvenia said on Monday that the road was closed.";
  auto page = read_page(text, {.kind = PageKind::kProse});
  Article article = make_article(*page, {.option_date = "2030-05-16"});
  const auto second = static_cast<uint32_t>(text.find("\n\n") + 2);
  article.blocks = {{.span = {0, second - 2}, .time = "2030-05-14T09:00:00+02:00"},
                    {.span = {second, static_cast<uint32_t>(text.size())}}};
  const Read read = read_article(std::move(article));
  ASSERT_EQ(read.statements.size(), 2U);
  EXPECT_EQ(read.statements[0].said.days.to, parse_day("2030-05-14"));
  EXPECT_EQ(read.statements[1].said.days.to, parse_day("2030-05-13"));
}

}  // namespace
}  // namespace demarche
