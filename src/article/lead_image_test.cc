// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/lead_image.h"

#include <gtest/gtest.h>

#include "article/article.h"

namespace demarche {
namespace {

std::string image_of(std::string_view head, const ArticleHints& hints = {}) {
  const auto page = read_page("<html><head>" + std::string(head) +
                                  "</head><body><h1>Ferry to Skarv runs again</h1><p>The ferry "
                                  "between Dalby and Skarv left on Monday.</p></body></html>",
                              {.kind = PageKind::kHtml});
  return page ? make_article(*page, hints).lead_image : "no page";
}

std::string linked(std::string_view image) {
  return R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry","image":)" +
         std::string(image) + "}</script>";
}

TEST(LeadImage, TakesAllFormsOfLinkedData) {
  const std::string_view want = "https://i.example/a.jpg";
  for (const std::string_view form :
       {R"("https://i.example/a.jpg")", R"(["https://i.example/a.jpg","https://i.example/b.jpg"])",
        R"({"@type":"ImageObject","url":"https://i.example/a.jpg"})",
        R"({"@type":"ImageObject","contentUrl":"https://i.example/a.jpg"})",
        R"([{"@type":"ImageObject","url":["https://i.example/a.jpg"]}])",
        R"({"@id":"https://i.example/a.jpg"})"})
    EXPECT_EQ(image_of(linked(form)), want) << form;
  EXPECT_EQ(image_of(R"(<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle",)"
                     R"("image":{"@id":"#main"}},{"@type":"ImageObject","@id":"#main",)"
                     R"("url":"https://i.example/a.jpg"}]}</script>)"),
            want);
  for (const std::string_view none : {"null", "[]", "{}", "7", R"("")", R"([[[[[["a"]]]]]])"})
    EXPECT_EQ(image_of(linked(none)), "") << none;
}

TEST(LeadImage, TakesTheHeadInItsOrder) {
  const std::string og = R"(<meta property="og:image" content="https://i.example/og.jpg">)";
  const std::string twitter = R"(<meta name="twitter:image" content="https://i.example/tw.jpg">)";
  const std::string src = R"(<link rel="image_src" href="https://i.example/src.jpg">)";
  const std::string item = R"(<img itemprop="image" src="https://i.example/item.jpg">)";
  EXPECT_EQ(image_of(src + item + twitter + og + linked(R"("https://i.example/ld.jpg")")),
            "https://i.example/ld.jpg");
  EXPECT_EQ(image_of(src + twitter + og), "https://i.example/og.jpg");
  EXPECT_EQ(image_of(src + twitter), "https://i.example/tw.jpg");
  EXPECT_EQ(image_of(src + item), "https://i.example/item.jpg");
  EXPECT_EQ(image_of(src), "https://i.example/src.jpg");
  EXPECT_EQ(image_of(R"(<div itemprop="image" itemscope><meta itemprop="width" content="7"><meta )"
                     R"(itemprop="url" content="https://i.example/o.jpg"></div><a itemprop="url" )"
                     R"(href="https://v.example/">x</a>)"),
            "https://i.example/o.jpg");
  EXPECT_EQ(image_of(R"(<meta property="og:image" content="data:image/png;base64,AA">)" + twitter),
            "https://i.example/tw.jpg");
  EXPECT_EQ(image_of(""), "");
}

TEST(LeadImage, IsAbsoluteWhereThePageIsKnown) {
  const std::string og = R"(<meta property="og:image" content="/img/a b.jpg?w=1&amp;h=2">)";
  EXPECT_EQ(image_of(og), "/img/a%20b.jpg?w=1&h=2");
  EXPECT_EQ(image_of(og, {.url = "https://v.example/news/x.html"}),
            "https://v.example/img/a%20b.jpg?w=1&h=2");
  EXPECT_EQ(image_of(og + "<link rel=canonical href=https://c.example/y>"),
            "https://c.example/img/a%20b.jpg?w=1&h=2");
}

TEST(LeadImage, LeadsSomewhereOrIsNone) {
  for (const std::string_view none : {"https://", "https:///i.jpg", "//", "///i.jpg", "https://?a"})
    EXPECT_EQ(image_of(linked("\"" + std::string(none) + "\"")), "") << none;
  // The next one is taken.
  EXPECT_EQ(image_of(linked(R"("https://")") +
                     R"(<meta property="og:image" content="https://i.example/og.jpg">)"),
            "https://i.example/og.jpg");
  EXPECT_EQ(image_of(linked(R"("https://i.example/a\u0001 \u00e5\"<b>.jpg")")),
            "https://i.example/a%01%20å%22%3Cb%3E.jpg");
  EXPECT_EQ(image_of(linked(R"("i.jpg")"), {.url = "https://"}), "");
}

TEST(LeadImage, ResolvesAddresses) {
  constexpr std::string_view kBase = "https://v.example/a/b/c.html?q=/x#y";
  struct Row {
    std::string_view address, want;
  };
  constexpr Row kRows[] = {
      {"http://o.example/i.jpg", "http://o.example/i.jpg"},
      {"//o.example/i.jpg", "https://o.example/i.jpg"},
      {"/i.jpg", "https://v.example/i.jpg"},
      {"i.jpg", "https://v.example/a/b/i.jpg"},
      {"./i.jpg", "https://v.example/a/b/i.jpg"},
      {"../i.jpg", "https://v.example/a/i.jpg"},
      {"../../../../i.jpg", "https://v.example/i.jpg"},
      {"?w=1", "https://v.example/a/b/c.html?w=1"},
      {"i.jpg?u=../x", "https://v.example/a/b/i.jpg?u=../x"},
      {"", "https://v.example/a/b/c.html?q=/x#y"},
  };
  for (const Row& row : kRows) EXPECT_EQ(resolve_address(row.address, kBase), row.want);
  EXPECT_EQ(resolve_address("i.jpg", "https://v.example"), "https://v.example/i.jpg");
  EXPECT_EQ(resolve_address("i.jpg", "not an address"), "i.jpg");
  EXPECT_EQ(resolve_address("i.jpg", ""), "i.jpg");
}

}  // namespace
}  // namespace demarche
