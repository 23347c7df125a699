// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "token/boundaries.h"

#include <gtest/gtest.h>

#include <ctime>
#include <string>
#include <vector>

#include "token/token.h"

namespace demarche {
namespace {

const Language& english() {
  static const Language language = *load_language(DEMARCHE_SOURCE_DIR "/data", "en");
  return language;
}

const BoundaryModel& model() {
  static const BoundaryModel boundaries =
      *load_boundary_model(DEMARCHE_SOURCE_DIR "/models/en/boundaries.model");
  return boundaries;
}

Article article_of(std::string text) {
  Article article;
  article.blocks.push_back({{0, static_cast<uint32_t>(text.size())}, BlockKind::kBody, {}, ""});
  article.text = Text(std::move(text));
  return article;
}

std::string cut(const std::string& text) {
  const Article article = article_of(text);
  std::string out;
  for (const auto& sentence : find_tokens(article, english(), {}, &model()).sentences) {
    if (!out.empty()) out += " || ";
    out += article.text.of(sentence.span);
  }
  return out;
}

// One row a text, its sentences parted by "||"; they are joined by a space to be cut again.
constexpr const char* kRows[] = {
    // Headlines, datelines.
    "Norvenia and Velmark agree on a truce",
    "Velmark Shuts Its Border After Talks in Ostrava Fail",
    "Brok: 'We will not leave the table'",
    "VELMARK (Wire) - Talks on the port of Ostrava began on Monday. || They will last a week.",
    "VELMARK, Jan. 5 -- The envoys met in the old town hall.",
    "OSTRAVA, Norvenia (NW) — Two ships left the port on Friday. || One came back.",
    // Titles, initials, abbreviations.
    "Gen. Ana M. Brok spoke to the council. || Mr. J. Hale did not.",
    "The plan of the U.S. Senate failed. || It was drawn up by Brok & Co. in March.",
    "He lives in the U.S. || He came back on Monday.",
    "The council met at 5 p.m. on Tuesday and rose at 7 p.m. || Nobody spoke afterwards.",
    "The case is known as Norvenia v. Velmark, and was heard in March.",
    "See Art. 5 of the treaty, which was signed on Jan. 3 in Velmark.",
    // Quotations.
    "\"We will stay,\" said Brok. || \"Nobody can make us go.\"",
    "\"Will you stay?\" she asked the envoy.",
    "“We are tired of this war!” the minister cried. || He then left the room.",
    "“The border is closed.” || The men went home.",
    "“They say ‘no’ to us,” Ana Brok told Velmark Radio. || “That’s the end of it.”",
    "\"They say no,\" minister Brok told Velmark Radio. || \"That is the end of it.\"",
    "He said: \"The road is open. || It will stay open.\" || Then he left.",
    "He left (nobody saw him). || They stayed.",
    "(The talks were held in secret.) || The papers were burnt.",
    // Ellipses, lists, notes.
    "The army waited... then it left the town.",
    "He waited for an answer ... || Nobody came.",
    "1. Sign the form. || 2. Send it to the ministry.",
    "The treaty has three parts: borders, ports and debts.",
    "It was signed in 1998.[6] || It was broken in 2003.",
    // Letters.
    "Please send me the papers by Friday. || Thanks, || Ana",
    "i do not know what to do. :) || Please help me",
};

TEST(Boundaries, AreFoundInManyKindsOfText) {
  for (const std::string row : kRows) {
    std::string text = row;
    for (size_t at = text.find(" || "); at != std::string::npos; at = text.find(" || "))
      text.replace(at, 4, " ");
    EXPECT_EQ(cut(text), row);
  }
}

Tensor text_array(const std::string& name, const std::string& text) {
  return {.name = name,
          .shape = {static_cast<uint32_t>(text.size())},
          .bytes = {text.begin(), text.end()}};
}

Tensor float_array(const std::string& name, std::vector<float> numbers) {
  return {.name = name, .shape = {static_cast<uint32_t>(numbers.size())}, .floats = numbers};
}

std::string error_of(const ModelFile& file) {
  const auto made = BoundaryModel::make(file, "x.model");
  return made ? "" : made.error().message;
}

TEST(Boundaries, OfAHeadlineAreThoseOfTheRules) {
  Article article = article_of("Best Envoy of the Year: Ana Brok ‘The Quiet’ Takes Her Seat");
  article.blocks[0].kind = BlockKind::kTitle;
  EXPECT_EQ(find_tokens(article, english(), {}, &model()).sentences.size(), 1U);
}

TEST(Boundaries, RefuseAFileThatIsNotTheirs) {
  const Tensor features = text_array("features", "rule=1\nrule=0");
  EXPECT_EQ(
      error_of({.kind = "boundaries", .tensors = {features, float_array("weights", {2, -2, 0})}}),
      "");
  EXPECT_NE(
      error_of({.kind = "language", .tensors = {features, float_array("weights", {2, -2, 0})}}),
      "");
  EXPECT_NE(error_of({.kind = "boundaries", .tensors = {features}}), "");
  EXPECT_NE(error_of({.kind = "boundaries", .tensors = {features, float_array("weights", {2})}}),
            "");
  EXPECT_NE(error_of({.kind = "boundaries",
                      .tensors = {text_array("features", "rule=1\nrule=1"),
                                  float_array("weights", {2, -2, 0})}}),
            "");
  EXPECT_NE(error_of({.kind = "boundaries",
                      .tensors = {features, float_array("weights", {2, -2, 0}),
                                  float_array("more", {1})}}),
            "");
}

size_t count_sentences(const std::string& text, std::vector<float> weights) {
  const auto made = BoundaryModel::make(
      {.kind = "boundaries",
       .tensors = {text_array("features", "rule=0"), float_array("weights", std::move(weights))}},
      "x.model");
  return find_tokens(article_of(text), english(), {}, &*made).sentences.size();
}

TEST(Boundaries, FollowTheWeights) {
  EXPECT_EQ(count_sentences("One went. Two Came", {0.5F, 0.5F}), 3U);
  EXPECT_EQ(count_sentences("One went. Two Came", {-0.5F, -0.5F}), 1U);
  EXPECT_EQ(count_sentences("One went. Two Came", {-1.0F, 0.5F}), 2U);
}

double seconds_for(const std::string& bit, size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += bit;
  const Article article = article_of(text);
  const std::clock_t start = std::clock();
  EXPECT_GT(find_tokens(article, english(), {}, &model()).size(), 0U);
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

TEST(Boundaries, TakeTimeThatGrowsWithTheText) {
  for (const std::string bit :
       {"word ", "a", "The End. ", "\" ", "(", "U.S. ", "x:) ", "\xF0\x9F\x98\x80", "e\xCC\x81",
        "\xE4\xBD\xA0 A", "\xD8\xA8 B", "1-", "a`s", "b*", "a/", "...> ", "$.5"}) {
    constexpr size_t kBytes = 40000;
    constexpr double kNoise = 0.05;  // of a busy machine, in seconds
    const double once = seconds_for(bit, kBytes);
    EXPECT_LT(seconds_for(bit, 2 * kBytes), 4 * once + kNoise) << bit;
    EXPECT_LT(seconds_for(bit, 4 * kBytes), 8 * once + kNoise) << bit;
  }
}

TEST(Boundaries, HoldInASentenceOfTenThousandWords) {
  std::string text;
  for (int i = 0; i < 10000; ++i) text += "and ";
  const Article article = article_of(text);
  const Tokens tokens = find_tokens(article, english(), {}, &model());
  ASSERT_EQ(tokens.size(), 10000U);
  uint32_t next = 0;
  for (const Sentence& sentence : tokens.sentences) {
    EXPECT_EQ(sentence.first, next);
    EXPECT_LE(sentence.last - sentence.first, Limits{}.sentence_tokens);
    next = sentence.last;
  }
  EXPECT_EQ(next, tokens.size());
}

}  // namespace
}  // namespace demarche
