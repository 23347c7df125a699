// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/relabel.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "article/article.h"

namespace demarche {
namespace {

Article read(std::string_view bytes, PageKind kind) {
  static const ArticleModels models =
      *load_article_models(std::string(DEMARCHE_SOURCE_DIR) + "/models/article");
  const auto page = read_page(bytes, {.kind = kind});
  return page ? make_article(*page, {}, &models) : Article{};
}

bool has_no_article(const Article& article) {
  return article.text.size() == 0 && article.blocks.empty() &&
         std::ranges::any_of(article.notes, [](const Note& n) { return n.code == "no_article"; });
}

// The labeller always finds a body, so that it alone would take furniture for one.
TEST(Relabel, LeavesAPageWithoutAnArticleAsItIs) {
  const std::string nav = "<nav><a href=/>Home</a><a href=/w>World</a></nav>";
  const std::string foot = "<footer><p>© The Kestrel Courier. All rights reserved.</p></footer>";
  std::string links = "<h1>World</h1><ul>";
  for (int i = 0; i < 25; ++i)
    links += "<li><a href=/n>Ferry " + std::to_string(i) + " stands still in Lenna</a></li>";
  const std::string login =
      "<h1>Sign in</h1><p>Forgot your password? <a href=/r>Reset it</a>.</p><p>No account yet?</p>";
  for (const std::string& middle :
       {links + "</ul>", login, std::string("<h1>Search</h1><p>No results for “ferry”.</p>"),
        std::string("<h1>About us</h1><ul><li>Newsroom</li><li>Advertising</li></ul>")}) {
    std::string html = "<html><body>";
    html.append(nav).append(middle).append(foot).append("</body></html>");
    EXPECT_TRUE(has_no_article(read(html, PageKind::kHtml))) << middle;
  }
  EXPECT_TRUE(
      has_no_article(read("Home\nWorld\nSport\n\nSign in\nEmail\nPassword\n"
                          "Forgot your password?\nPrivacy\nTerms\n",
                          PageKind::kText)));
}

TEST(Relabel, KeepsAParagraphOnce) {
  const std::string first =
      "<p>The ferry between Dalby and Skarv left the quay on Monday morning for the first time in "
      "five weeks, the harbour office said.</p>";
  const std::string second =
      "<p>“The engine is new and the crew is rested,” said Ane Torvik, who runs the line with her "
      "brother and two other families.</p>";
  const std::string third =
      "<p>The boat carries sixty passengers and eight cars. It had been out of use since a storm "
      "broke its mast in early spring.</p>";
  const std::string all = first + second + third;
  std::string html = "<html><body><article><h1>Ferry to Skarv runs again</h1>";
  html.append("<div class=desktop>").append(all).append("</div><div class=mobile>").append(all);
  const Article article = read(html + "</div></article></body></html>", PageKind::kHtml);
  const std::string_view text = article.text.view();
  for (const std::string_view words : {"first time in", "engine is new"}) {
    EXPECT_NE(text.find(words), std::string_view::npos) << words;
    EXPECT_EQ(text.find(words), text.rfind(words)) << words;
  }
}

TEST(Relabel, LetsAHeadingComeAgain) {
  const std::string text = "Why the ferry between Dalby and Skarv was out of use for five weeks";
  TextBody body;
  for (const BlockKind kind : {BlockKind::kList, BlockKind::kHeading, BlockKind::kBody,
                               BlockKind::kBody, BlockKind::kHeading})
    body.draft.push_back({.kept = true, .block = kind, .text = text});
  relabel(std::vector<BlockLabel>(body.draft.size(), {.part = PagePart::kBody}), body);
  std::vector<bool> kept;
  for (const DraftItem& item : body.draft) kept.push_back(item.kept);
  EXPECT_EQ(kept, (std::vector<bool>{true, true, true, false, true}));
}

}  // namespace
}  // namespace demarche
