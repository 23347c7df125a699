// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "format/trace.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/strings.h"
#include "format/layout.h"

namespace demarche {
namespace {

std::vector<std::string> show(const std::vector<BlockTrace>& blocks, const Article& article = {},
                              uint32_t width = 80) {
  std::string out;
  append_trace(out, blocks, article, {.width = width});
  std::vector<std::string> lines;
  for (const std::string_view line : split(trim(out), '\n')) lines.emplace_back(line);
  return lines;
}

// The lines of the table, without its head and what stands below.
std::vector<std::string> show_rows(const std::vector<BlockTrace>& blocks,
                                   const Article& article = {}) {
  auto lines = show(blocks, article);
  lines.erase(lines.begin());
  lines.erase(std::ranges::find(lines, ""), lines.end());
  return lines;
}

bool has_line(const std::vector<std::string>& lines, std::string_view part) {
  return std::ranges::any_of(
      lines, [&](const auto& line) { return line.find(part) != std::string::npos; });
}

BlockTrace make_block(PagePart part, std::string text, float sure = 1) {
  return {.text = std::move(text),
          .path = "body p",
          .label = {part, sure},
          .kept = part == PagePart::kBody};
}

// An article of these paragraphs.
Article make_article_of(const std::vector<std::pair<BlockKind, std::string>>& pieces) {
  Article article;
  std::string text;
  for (const auto& [kind, piece] : pieces) {
    if (!text.empty()) text += "\n\n";
    const auto begin = static_cast<uint32_t>(text.size());
    text += piece;
    article.blocks.push_back({.span = {begin, static_cast<uint32_t>(text.size())}, .kind = kind});
  }
  article.text = Text(std::move(text));
  return article;
}

TEST(Trace, FoldsALongRunOfFurniture) {
  for (const size_t links : {0, 1, 12, 13, 14, 40}) {
    std::vector<BlockTrace> trace;
    for (size_t i = 0; i < links; ++i) trace.push_back(make_block(PagePart::kBefore, "a link"));
    trace.push_back(make_block(PagePart::kBody, "The ferry sails again."));
    const auto lines = show_rows(trace);
    const bool fold = links > 13;
    EXPECT_EQ(lines.size(), 1 + (fold ? 13 : links)) << links;
    EXPECT_TRUE(lines.back().starts_with("body ")) << links;
    if (fold) {
      EXPECT_EQ(lines[6], "... " + std::to_string(links - 12) + " more, all cut");
    }
  }
}

TEST(Trace, FoldsALongBody) {
  std::vector<BlockTrace> trace(300, make_block(PagePart::kBody, "The ferry sails again."));
  EXPECT_EQ(show_rows(trace).size(), 13U);
  EXPECT_EQ(show_rows(trace)[6], "... 288 more, all kept as body");
  trace[100].block = BlockKind::kHeading;
  EXPECT_EQ(show_rows(trace).size(), 27U);
}

TEST(Trace, ShowsWhatAPersonMayMiss) {
  std::vector<BlockTrace> trace(100, make_block(PagePart::kAfter, "a link"));
  trace[40] = make_block(PagePart::kAfter, "The crew is unsure.", 0.6F);
  std::string paragraph = "The mast";
  for (int i = 0; i < 40; ++i) paragraph += " broke";
  trace[70] = make_block(PagePart::kAfter, paragraph);
  const auto lines = show_rows(trace);
  EXPECT_TRUE(has_line(lines, "The crew is unsure."));
  EXPECT_TRUE(has_line(lines, "The mast broke"));
  EXPECT_EQ(lines.size(), 3 * 13 + 2U);
}

TEST(Trace, KeepsWithinTheWidth) {
  const std::string wide = "\xE8\x88\xB9";  // takes two columns
  std::string ferry;
  for (int i = 0; i < 90; ++i) ferry += wide;
  for (const std::string& text : {std::string(300, 'x'), ferry, std::string("A\x1b[31m red line."),
                                  std::string(), std::string("one two ") + std::string(90, 'y')}) {
    for (const uint32_t width : {30U, 40U, 50U, 60U, 80U}) {
      Article article = make_article_of({{BlockKind::kBody, text + " "}});
      article.notes.push_back({"article", "linked_body", ""});
      for (const std::string& line : show({make_block(PagePart::kBody, text)}, article, width)) {
        EXPECT_LE(columns_of(line), width) << line;
        EXPECT_EQ(line.find('\x1b'), std::string::npos);
      }
    }
  }
}

TEST(Trace, WritesTagsOut) {
  auto caption = make_block(PagePart::kBody, "The mast.");
  caption.path = "body figure figcaption";
  EXPECT_TRUE(has_line(show({caption}), " figcaption The mast."));
  caption.path = "";  // a text page has no tags
  EXPECT_FALSE(has_line(show({caption}), "tag"));
}

TEST(Trace, SaysWhatWasTakenFromThePagesData) {
  const std::vector<BlockTrace> trace = {make_block(PagePart::kBefore, "Home"),
                                         make_block(PagePart::kBody, "Please turn on scripts.")};
  Article article = make_article_of({{BlockKind::kTitle, "Ferry sails again"},
                                     {BlockKind::kBody, "The mast is new."},
                                     {BlockKind::kBody, "The crew is rested."}});
  article.notes.push_back({"article", "linked_body", "text taken from the page's JSON-LD"});
  const auto lines = show(trace, article);
  EXPECT_TRUE(has_line(lines, "- replaced     body       1.00 p   Please turn on scripts."));
  EXPECT_TRUE(has_line(lines, "The blocks hold too little of the article."));
  EXPECT_TRUE(has_line(lines, "body           The mast is new."));
  EXPECT_TRUE(has_line(lines, "2 blocks of the page: 0 kept, 2 cut; the text has 11 words"));
  EXPECT_FALSE(has_line(lines, "Note"));
}

TEST(Trace, SaysWhereTheLimitCut) {
  const std::vector<BlockTrace> trace = {make_block(PagePart::kBody, "The mast is new. (Reuters)"),
                                         make_block(PagePart::kBefore, "a link"),
                                         make_block(PagePart::kBody, "The crew is rested.")};
  Article article =
      make_article_of({{BlockKind::kBody, "The mast is new."}, {BlockKind::kCredit, "(Reuters)"}});
  EXPECT_FALSE(has_line(show(trace, article), "over limit"));
  article.notes.push_back({"article", "limit_text_bytes", "1 blocks dropped"});
  const auto lines = show(trace, article);
  EXPECT_TRUE(has_line(lines, "- over limit   body       1.00 p   The crew is rested."));
  EXPECT_TRUE(lines[1].starts_with("body "));
  EXPECT_TRUE(has_line(lines, "as long as a text may be"));
  const std::vector<BlockTrace> more(20, make_block(PagePart::kBody, "The crew is rested."));
  EXPECT_TRUE(has_line(show(more, article), "... 7 more, all over limit"));
}

TEST(Trace, SaysWhyThereIsNoTable) {
  EXPECT_EQ(show({}), std::vector<std::string>{"The page has no text."});
  const Article prose = make_article_of({{BlockKind::kBody, "One."}, {BlockKind::kBody, "Two."}});
  EXPECT_EQ(show({}, prose).front(), "Clean text is kept as it is: 2 paragraphs, nothing is cut.");
}

TEST(Trace, SaysWhatWasReadBesideTheText) {
  Article article = make_article_of({{BlockKind::kBody, "The road is open."}});
  article.title = "Road opens";
  article.published = PageDate{.value = "2031-03-14", .day = {}, .from = DateSource::kMeta};
  article.authors = {{"Ana Brok", AuthorKind::kPerson}, {"News desk", AuthorKind::kDesk}};
  article.lead_image = "https://example.org/road.jpg";
  const auto lines = show({make_block(PagePart::kBody, "The road is open.")}, article);
  EXPECT_TRUE(has_line(lines, "title      Road opens"));
  EXPECT_TRUE(has_line(lines, "published  2031-03-14 (meta)"));
  EXPECT_TRUE(has_line(lines, "authors    Ana Brok (person), News desk (desk)"));
  EXPECT_TRUE(has_line(lines, "image      https://example.org/road.jpg"));
  EXPECT_FALSE(has_line(lines, "modified"));
}

TEST(Trace, GivesTheNotes) {
  Article article;
  article.notes.push_back({"article", "no_article", "no article found on the page"});
  EXPECT_TRUE(has_line(show({make_block(PagePart::kBefore, "Home")}, article),
                       "Note no_article: no article found on the page"));
}

}  // namespace
}  // namespace demarche
