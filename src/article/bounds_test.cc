// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "article/article.h"
#include "article/dates.h"
#include "article/text_index.h"
#include "base/utf8.h"

namespace demarche {
namespace {

Article read(std::string_view bytes, PageKind kind, const ArticleHints& hints = {}) {
  const Result<Page> page = read_page(bytes, {.kind = kind});
  EXPECT_TRUE(page.has_value());
  return page ? make_article(*page, hints) : Article{};
}

bool has_note(const Article& article, std::string_view code) {
  return std::ranges::count(article.notes, code, &Note::code) > 0;
}

constexpr std::string_view kParagraph =
    "The ferry between Dalby and Skarv left the quay on Monday morning for the first time in five "
    "weeks, the harbour office said.";

std::string repeat(std::string_view part, size_t times) {
  std::string all;
  for (size_t i = 0; i < times; ++i) all += part;
  return all;
}

TEST(Bounds, CutATitleBetweenCodePoints) {
  constexpr size_t kMost = 2000;
  // One byte, then two a sign: the bound lies within one.
  const std::string odd = "x" + repeat("å", 1500);
  const std::string fits(kMost, 'a');
  for (const PageKind kind : {PageKind::kHtml, PageKind::kText, PageKind::kProse}) {
    const std::string text(kParagraph);
    const std::string_view bytes = text;
    EXPECT_FALSE(has_note(read(bytes, kind, {.title = fits}), "limit_title"));
    const Article article = read(bytes, kind, {.title = odd});
    EXPECT_EQ(has_note(article, "limit_title"), !article.title.empty());
    EXPECT_LE(article.title.size(), kMost);
    EXPECT_EQ(repair_utf8(article.title).replaced, 0U);
  }
  const Article article =
      read("<title>" + odd + "</title><h1>" + odd + "</h1><p>" + std::string(kParagraph),
           PageKind::kHtml);
  EXPECT_EQ(article.title, odd.substr(0, kMost - 1));
  EXPECT_TRUE(has_note(article, "limit_title"));
}

// A paragraph that has no room is dropped whole, and what has room after it is kept.
TEST(Bounds, DropAParagraphThatIsLongerThanAText) {
  const std::string longest = repeat(kParagraph, 20);
  const std::string html = "<article><h1>Ferry runs again</h1><p>" + std::string(kParagraph) +
                           "</p><p>" + longest + "</p><p>It carried forty passengers, and the " +
                           "office was glad of it.</p></article>";
  const Article article = read(html, PageKind::kHtml, {.limits = {.text_bytes = 400}});
  EXPECT_TRUE(has_note(article, "limit_text_bytes"));
  EXPECT_LE(article.text.size(), 400U);
  EXPECT_NE(article.text.view().find("five weeks"), std::string_view::npos);
  EXPECT_NE(article.text.view().find("forty passengers"), std::string_view::npos);
  EXPECT_FALSE(has_note(read(html, PageKind::kHtml), "limit_text_bytes"));
  const Article none = read(html, PageKind::kHtml, {.limits = {.text_bytes = 1}});
  EXPECT_EQ(none.text.size(), 0U);
  EXPECT_TRUE(has_note(none, "no_article"));
}

TEST(Bounds, TakeNoYearBeforeChrist) {
  for (const std::string_view text :
       {"-0044-03-15", "-2022-03-15", "\u22122022-03-15", "0044-03-15", "-0044-03-15T09:30:00Z",
        "0000-00-00", "0000-01-01T00:00:00Z", "-1", "-62135596800"}) {
    EXPECT_FALSE(find_date(text).has_value()) << text;
    const std::string html = "<article><h1>The Ides</h1><time datetime=\"" + std::string(text) +
                             "\">long ago</time><p>" + std::string(kParagraph) + "</p></article>";
    EXPECT_FALSE(read(html, PageKind::kHtml).published.has_value()) << text;
  }
  EXPECT_TRUE(find_date("Lenna -2022-03-15").has_value());
}

// The index compares whole texts: what begins alike, or has a word more or less, is told apart.
TEST(TextIndex, ComparesAPartToItsEnd) {
  const std::string one = squeeze_text(kParagraph);
  const std::string other = squeeze_text(
      "Grain prices fell for the third month in a row, as traders had said they would in spring.");
  TextIndex index;
  index.add(one, 7);
  index.add(other, 8);
  EXPECT_EQ(index.find(one), 7U);
  EXPECT_EQ(index.find(one.substr(3)), 7U);
  // A word that differs, at either end or in the middle.
  EXPECT_EQ(index.find(one + "atlast"), 7U);
  EXPECT_EQ(index.find("Today" + one), 7U);
  // A part that goes over into another text, or on to what no text has.
  EXPECT_EQ(index.find(one + other), TextIndex::kNone);
  EXPECT_EQ(index.find(one + repeat("somethingelse", 10)), TextIndex::kNone);
  EXPECT_EQ(index.find(repeat("somethingelse", 10) + one), TextIndex::kNone);
  // What two texts have decides nothing.
  index.add(one, 9);
  EXPECT_EQ(index.find(one), TextIndex::kNone);
  index.add(one + other, 10);
  EXPECT_EQ(index.find(other), TextIndex::kNone);
}

TEST(Shingles, HoldWhatBeginsAndEndsInTheText) {
  const std::string text = squeeze_text(kParagraph);
  const Shingles shingles(text);
  EXPECT_TRUE(shingles.holds(text));
  EXPECT_TRUE(shingles.holds(text.substr(5, 40)));
  EXPECT_FALSE(shingles.holds(text.substr(5, 10)));  // too short to tell
  EXPECT_FALSE(shingles.holds(text + "x"));
  EXPECT_FALSE(shingles.holds("x" + text));
  EXPECT_FALSE(shingles.holds(""));
  EXPECT_FALSE(Shingles("").holds(text));
  EXPECT_FALSE(Shingles("short").holds("short"));
}

}  // namespace
}  // namespace demarche
