// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/cards.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "article/article.h"

namespace demarche {
namespace {

constexpr std::string_view kTitle = "Ferry to Skarv runs again";
constexpr std::array<std::string_view, 2> kStory = {
    "The ferry between Dalby and Skarv left the quay on Monday morning for the first time in five "
    "weeks, the harbour office said.",
    "The two states have argued about the canal since the spring. A court in Lenna is to decide in "
    "the autumn."};
constexpr std::array<std::string_view, 5> kHeadlines = {
    "Grain prices fall for the third month in a row", "Lenna votes on a new bridge over the Dal",
    "Two climbers rescued from the north face", "Striking nurses return to work in Velmark",
    "Court clears the former head of the port"};
constexpr std::array<std::string_view, 5> kExcerpts = {
    "Traders said the harvest had been better than expected, and that stores were full.",
    "Opponents say that the money should go to the schools. The council will count until midnight.",
    "The helicopter reached them after eleven hours. Both are in hospital and out of danger.",
    "The union accepted an offer of four per cent. The ministry called it a fair end.",
    "The judges found no proof that the money had been promised. The prosecutor will not appeal."};

// "$" of `card` is a headline, "@" an excerpt.
std::string cards(std::string_view card, size_t count = 30) {
  std::string all;
  for (size_t i = 0; i < count; ++i) {
    const std::string number = " " + std::to_string(i + 2) + ".";
    for (const char c : card) {
      if (c == '$') {
        all.append(kHeadlines[i % kHeadlines.size()]).append(number);
      } else if (c == '@') {
        all.append(kExcerpts[i % kExcerpts.size()]).append(" Part").append(number);
      } else {
        all += c;
      }
    }
  }
  return all;
}

std::string story() {
  std::string all = "<h1>" + std::string(kTitle) + "</h1>";
  for (const std::string_view paragraph : kStory)
    all.append("<p>").append(paragraph).append("</p>");
  return all;
}

Article read(const std::string& main) {
  static const ArticleModels models =
      *load_article_models(std::string(DEMARCHE_SOURCE_DIR) + "/models/article");
  const std::string html =
      "<!doctype html><html lang=en><head><title>" + std::string(kTitle) +
      " | The Kestrel Courier</title></head><body><header><ul><li><a href=/w>World</a></li><li><a "
      "href=/s>Sport</a></li><li><a href=/c>Culture</a></li></ul></header>" +
      main +
      "<footer><p>© 2031 The Kestrel Courier. All rights reserved.</p></footer></body></html>";
  const auto page = read_page(html, {.kind = PageKind::kHtml});
  return page ? make_article(*page, {}, &models) : Article{};
}

TEST(Cards, AreNoPartOfAShortStory) {
  const std::string want =
      std::string(kTitle) + "\n\n" + std::string(kStory[0]) + "\n\n" + std::string(kStory[1]);
  for (const std::string_view card : {"<div class=card><h3><a href=/n>$</a></h3><p>@</p></div>",
                                      "<div class=card><a href=/n><h3>$</h3></a><p>@</p></div>",
                                      "<div class='card no-7'><a href=/n>$</a><p>@</p></div>"}) {
    for (const std::string_view open :
         {"<aside>", "<section><h2>More stories</h2>", "<div class=list>", "<div class=related>"}) {
      const Article article =
          read("<main><article>" + story() + "</article></main>" + std::string(open) + cards(card));
      EXPECT_EQ(article.text.view(), want) << open << card;
    }
    // One beside the other below the story, in what holds both.
    const Article article = read("<main><article>" + story() + "</article><div class=more>" +
                                 cards(card) + "</div></main>");
    EXPECT_EQ(article.text.view(), want) << card;
  }
}

// Lists that a story is made of: within it, too long for cards, too few, with times of their own.
TEST(Cards, AreLeftWhereTheyMayBeTheStory) {
  const auto draft_of = [](const std::string& main) {
    const auto page =
        read_page("<html><body>" + main + "</body></html>", {.kind = PageKind::kHtml});
    HtmlBody body = find_html_body(*page, {}, kTitle, {});
    for (DraftItem& item : body.draft) item.kept = true;
    drop_cards(*page, body);
    size_t kept = 0;
    for (const DraftItem& item : body.draft) kept += item.kept ? 1 : 0;
    return std::pair(kept, body.draft.size());
  };
  constexpr std::string_view kCard = "<div class=card><h3><a href=/n>$</a></h3><p>@</p></div>";
  const std::string article = "<article>" + story() + "</article>";
  const auto [kept, all] = draft_of(article + "<aside>" + cards(kCard) + "</aside>");
  EXPECT_EQ(kept, 3U);
  EXPECT_EQ(all, 63U);
  const std::string kRows[] = {
      "<article>" + story() + cards(kCard) + "</article>",
      "<article>" + story() + "<div>" + cards(kCard) + "</div></article>",
      article + "<aside>" + cards(kCard, 4) + "</aside>",
      article + "<aside>" + cards("<div><h3><a href=/n>$</a></h3><p>@@@@@@</p></div>") + "</aside>",
      article + "<div>" +
          cards("<div><time datetime=2031-03-14T09:30:00+01:00>9:30</time><h3><a "
                "href=/n>$</a></h3><p>@</p></div>") +
          "</div>",
      article + "<aside>" + cards("<div><h3>$</h3><p>@</p></div>") + "</aside>",
      "<h1>" + std::string(kTitle) + "</h1><aside>" + cards(kCard) + "</aside>",
      "<aside>" + cards(kCard) + "</aside>",
  };
  for (const std::string& row : kRows) {
    const auto [left, blocks] = draft_of(row);
    EXPECT_EQ(left, blocks) << row.substr(0, 600);
  }
}

}  // namespace
}  // namespace demarche
