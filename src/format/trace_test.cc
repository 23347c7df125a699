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
  for (const size_t links : {0, 1, 6, 7, 8, 40}) {
    std::vector<BlockTrace> trace;
    for (size_t i = 0; i < links; ++i) trace.push_back(make_block(PagePart::kBefore, "a link"));
    trace.push_back(make_block(PagePart::kBody, "The ferry sails again."));
    const auto lines = show_rows(trace);
    const bool fold = links > 7;
    EXPECT_EQ(lines.size(), 1 + (fold ? 7 : links)) << links;
    EXPECT_TRUE(lines.back().starts_with("body ")) << links;
    if (fold) {
      EXPECT_EQ(lines[3], "... " + std::to_string(links - 6) + " more lines cut as other");
    }
  }
}

TEST(Trace, FoldsALongListAndSaysWhatItIs) {
  std::vector<BlockTrace> trace(50, make_block(PagePart::kBody, "Skarv 24"));
  for (BlockTrace& block : trace) block.block = BlockKind::kList;
  EXPECT_EQ(show_rows(trace).size(), 7U);
  EXPECT_EQ(show_rows(trace)[3], "... 44 more lines kept as list");
  for (BlockTrace& block : trace) block.kept = false;
  for (size_t i = 0; i < 20; ++i) trace[i].furniture = FurnitureKind::kShare;
  EXPECT_EQ(show_rows(trace)[3], "... 44 more lines cut: 27 other, 17 share");
  trace[20].label.part = PagePart::kInner;  // what stands elsewhere is another run
  EXPECT_EQ(show_rows(trace).size(), 7 + 1 + 7U);
}

// Each alone among menus: it is shown, and parts the run in two.
TEST(Trace, ShowsWhatAPersonMayMiss) {
  const auto with_tag = [](BlockTrace block, const char* tag) {
    block.path = std::string("body div ") + tag;
    return block;
  };
  const auto kept_as = [](BlockTrace block, BlockKind kind) {
    block.kept = true;
    block.block = kind;
    return block;
  };
  const std::string wide = "\xE8\x88\xB9";  // takes two columns
  std::string headline;
  for (int i = 0; i < 16; ++i) headline += wide;
  const auto after = [](std::string text, float sure = 1) {
    return make_block(PagePart::kAfter, std::move(text), sure);
  };
  const std::vector<BlockTrace> shown = {
      after("Unsure", 0.6F),
      after("The crew is rested."),
      after("“The crew is rested!”"),
      after("Harbour office says that mast broke"),
      after(headline),
      with_tag(after("Storm breaks a mast"), "h3"),
      with_tag(after("The mast in spring"), "figcaption"),
      kept_as(after("Mast"), BlockKind::kHeading),
      kept_as(after("Mast"), BlockKind::kTitle),
      kept_as(after("Mast"), BlockKind::kCaption),
      kept_as(after("The mast broke in the storm."), BlockKind::kBody),
  };
  for (const BlockTrace& block : shown) {
    std::vector<BlockTrace> trace(60, after("a link"));
    trace[30] = block;
    const auto lines = show_rows(trace);
    ASSERT_EQ(lines.size(), 7 + 1 + 7U) << block.text;
    EXPECT_NE(lines[7].find(block.text), std::string::npos) << lines[7];
  }
  const std::vector<BlockTrace> hidden = {after("Sport"), after("Terms of use."),
                                          with_tag(after("Sport"), "h3"),
                                          kept_as(after("14:20"), BlockKind::kBody)};
  for (const BlockTrace& block : hidden)
    EXPECT_EQ(show_rows(std::vector<BlockTrace>(60, block)).size(), 7U) << block.text;
}

TEST(Trace, NeverFoldsTheParagraphsOfABody) {
  std::vector<BlockTrace> trace;
  for (int i = 0; i < 300; ++i)
    trace.push_back(
        make_block(PagePart::kBody, "The ferry sails again on day " + std::to_string(i) + "."));
  EXPECT_EQ(show_rows(trace).size(), 300U);
}

TEST(Trace, ShowsALineThatComesAgainOnce) {
  std::vector<BlockTrace> trace(60, make_block(PagePart::kAfter, "Please try again later."));
  EXPECT_EQ(show_rows(trace).size(), 1 + 7U);  // the first parts itself from its likes
}

TEST(Trace, SaysHowManyWordsAreNotShown) {
  const auto shown = [](std::string text, uint32_t width) {
    return show({make_block(PagePart::kBody, std::move(text))}, {}, width)[1];
  };
  EXPECT_TRUE(shown("one two three", 40).ends_with(" one two three"));
  std::string text = "one";
  for (int i = 2; i <= 40; ++i) text += " more";
  EXPECT_TRUE(shown(text, 40).ends_with(" one more more ... +37")) << shown(text, 40);
  EXPECT_TRUE(shown(std::string(200, 'x'), 40).ends_with("xx ..."));
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
  EXPECT_TRUE(has_line(lines, "- replaced body   1.00 p   Please turn on scripts."));
  EXPECT_TRUE(has_line(lines, "The blocks hold too little of the article."));
  EXPECT_TRUE(has_line(lines, "body       The mast is new."));
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
  EXPECT_TRUE(has_line(lines, "- over limit body   1.00 p   The crew is rested."));
  EXPECT_TRUE(lines[1].starts_with("body "));
  EXPECT_TRUE(has_line(lines, "as long as a text may be"));
  const std::vector<BlockTrace> more(20, make_block(PagePart::kBody, "Skarv 24"));
  EXPECT_TRUE(has_line(show(more, article), "... 13 more lines over limit"));
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
  EXPECT_TRUE(has_line(lines, "  title      Road opens"));
  EXPECT_TRUE(has_line(lines, "  published  2031-03-14 (meta)"));
  EXPECT_TRUE(has_line(lines, "  authors    Ana Brok (person), News desk (desk)"));
  EXPECT_TRUE(has_line(lines, "  image      https://example.org/road.jpg"));
  EXPECT_FALSE(has_line(lines, "modified"));
  EXPECT_FALSE(has_line(lines, "live"));
  article.blocks.front().time = "2031-03-14T09:00:00Z";
  EXPECT_TRUE(has_line(show({}, article), "  live       1 entry, 2031-03-14T09:00:00Z to"));
}

TEST(Trace, ExplainsItsColumns) {
  for (const uint32_t width : {30U, 60U, 100U}) {
    std::string out;
    append_trace_legend(out, {.width = width});
    std::vector<std::string_view> lines = split(trim(out), '\n');
    for (const std::string_view line : lines) EXPECT_LE(columns_of(line), width) << line;
    for (const char* name : {"kept as", "part", "sure", "tag", "begins"}) {
      EXPECT_TRUE(std::ranges::any_of(lines, [&](std::string_view line) {
        return line.starts_with(std::string("  ") + name + ' ');
      })) << name;
    }
  }
}

TEST(Trace, GivesTheNotes) {
  Article article;
  article.notes.push_back({"article", "no_article", "no article found on the page"});
  EXPECT_TRUE(has_line(show({make_block(PagePart::kBefore, "Home")}, article),
                       "  no_article: no article found on the page"));
}

}  // namespace
}  // namespace demarche
