// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "statement/quotes.h"

#include <gtest/gtest.h>

#include <random>

#include "base/utf8.h"

namespace demarche {
namespace {

Article make_article_of(const std::vector<std::string>& paragraphs) {
  Article article;
  std::string text;
  for (const auto& paragraph : paragraphs) {
    if (!text.empty()) text += "\n\n";
    const auto begin = static_cast<uint32_t>(text.size());
    text += paragraph;
    article.blocks.push_back(
        {{begin, static_cast<uint32_t>(text.size())}, BlockKind::kBody, {}, ""});
  }
  article.text = Text(std::move(text));
  return article;
}

std::vector<std::string> quotes_in(const std::vector<std::string>& paragraphs) {
  const Article article = make_article_of(paragraphs);
  std::vector<std::string> found;
  for (const Quote& quote : find_quotes(article).quotes) {
    found.emplace_back(article.text.of(quote.span));
  }
  return found;
}

TEST(Quotes, PairsMarksOfEveryShape) {
  using Rows = std::vector<std::string>;
  const std::pair<const char*, Rows> cases[] = {
      {R"(He said "we wait" and left.)", {R"("we wait")"}},
      {"He said “we wait” and left.", {"“we wait”"}},
      {"He said «we wait» and left.", {"«we wait»"}},
      {"He said „we wait“ and left.", {"„we wait“"}},
      {"“They told us ‘never’,” she said.", {"“They told us ‘never’,”", "‘never’"}},
      {R"("They told us 'never'," she said.)", {R"("They told us 'never',")", "'never'"}},
      {"Norvenia’s envoy didn’t stay; the ’30s are over.", {}},
      {R"("One," he said. "Two.")", {R"("One,")", R"("Two.")"}},
      {"He paid 5\" of pipe.", {}},
      {"", {}},
      {"\"", {}},
  };
  for (const auto& [text, wanted] : cases) EXPECT_EQ(quotes_in({text}), wanted) << text;
}

TEST(Quotes, RunOverParagraphsThatOpenAnew) {
  const Article article = make_article_of({"She said: “First.", "“Second.", "“Third.”"});
  const Quotes found = find_quotes(article);
  ASSERT_EQ(found.quotes.size(), 3U);
  EXPECT_FALSE(found.quotes[0].continues);
  EXPECT_TRUE(found.quotes[1].continues);
  EXPECT_TRUE(found.quotes[2].continues);
  EXPECT_EQ(found.unpaired, 0U);
}

TEST(Quotes, CountMarksWithoutAPartner) {
  const Article article = make_article_of({"She said “we wait and left.", "Nothing more."});
  const Quotes found = find_quotes(article);
  EXPECT_TRUE(found.quotes.empty());
  EXPECT_EQ(found.unpaired, 1U);
}

TEST(Quotes, KeepTheLawsOnAnyText) {
  std::mt19937 random(7);
  const char* parts[] = {"\"", "'", "“", "”", "‘", "’", "«", "»",
                         "„",  " ", "a", "é", ".", "1", "界"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += parts[random() % std::size(parts)];
    const Article article = make_article_of({text.substr(0), "“b” c"});
    uint32_t before = 0;
    const Quotes found = find_quotes(article);
    for (const Quote& quote : found.quotes) {
      ASSERT_LT(quote.span.begin, quote.span.end);
      ASSERT_LE(quote.span.end, article.text.size());
      ASSERT_GE(quote.span.begin, before);
      ASSERT_TRUE(decode_utf8(article.text.view(), quote.span.begin).valid);
      before = quote.span.begin;
    }
    const auto begin = static_cast<uint32_t>(random() % text.size());
    const Span span{begin, begin + 1 + static_cast<uint32_t>(random() % 12)};
    std::vector<Span> wanted;
    for (const Quote& quote : found.quotes) {
      if (quote.span.overlaps(span)) wanted.push_back(quote.span);
    }
    std::vector<Span> overlapping;
    for (const Quote& quote : found.overlapping(span)) overlapping.push_back(quote.span);
    ASSERT_EQ(overlapping, wanted) << text;
  }
}

}  // namespace
}  // namespace demarche
