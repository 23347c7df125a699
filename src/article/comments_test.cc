// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/comments.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "article/article.h"
#include "article/text_index.h"

namespace demarche {
namespace {

std::string read(std::string_view bytes, PageKind kind) {
  static const ArticleModels models =
      *load_article_models(std::string(DEMARCHE_SOURCE_DIR) + "/models/article");
  const auto page = read_page(bytes, {.kind = kind});
  return page ? std::string(make_article(*page, {}, &models).text.view()) : "no page";
}

constexpr std::string_view kHeadline = "Ferry to Skarv runs again";
constexpr std::array<std::string_view, 4> kText = {
    "The ferry between Dalby and Skarv left the quay on Monday for the first time in five weeks, "
    "the harbour office said.",
    "“The engine is new and the crew is rested,” said Ane Torvik, who runs the line with her "
    "brother and two other families.",
    "The boat carries sixty passengers and eight cars. It had been out of use since a storm broke "
    "its mast in early spring.",
    "Children from the island had been taken to school by fishing boats, which the council paid "
    "for. The last of them sailed on Friday."};
constexpr std::array<std::string_view, 4> kComments = {
    "I was on the first ferry yesterday and the coffee was cold, but the crew could not have been "
    "nicer to us.",
    "Five weeks for a mast is a scandal. When I was young they would have done it in four days, "
    "and in the rain.",
    "Does anybody know whether bicycles are allowed again? The office does not answer its phone "
    "before ten.",
    "Thank you for the report. My grandmother lives in Skarv and had not been to a doctor since "
    "the winter."};
constexpr std::array<std::string_view, 4> kReaders = {"Bo L.", "kestrel77", "Ida", "old_sailor"};

// Each comment in the shape that a site gives it: % is the reader, $ the words.
std::string thread(std::string_view shape) {
  std::string all;
  for (size_t i = 0; i < kComments.size(); ++i) {
    for (const char c : shape) {
      if (c == '%') {
        all += kReaders[i];
      } else if (c == '$') {
        all += kComments[i];
      } else {
        all += c;
      }
    }
  }
  return all;
}

void expect_article_alone(const std::string& text, std::string_view what) {
  for (const std::string_view part : kText)
    EXPECT_NE(text.find(part), std::string::npos) << what << "\n" << part;
  for (const std::string_view part : kComments)
    EXPECT_EQ(text.find(part), std::string::npos) << what << "\n" << part;
}

TEST(Comments, AreNoPartOfAnArticle) {
  const std::string threads[] = {
      "<div id=disqus_thread><ul>" +
          thread("<li class=post><header>%</header><div class=post-message><p>$</p></div></li>") +
          "</ul></div>",
      "<section id=comments><h2>12 Comments</h2>" + thread("<div><b>%</b><p>$</p></div>") +
          "</section>",
      "<div class=comments-area><h3>4 thoughts on “Ferry to Skarv runs again”</h3><ol>" +
          thread("<li><article class=comment-body><cite>%</cite><p>$</p></article></li>") +
          "</ol></div>",
      "<div class=x7>" +
          thread("<div itemprop=comment itemscope itemtype=\"https://schema.org/Comment\">"
                 "<span itemprop=author>%</span><div itemprop=text><p>$</p></div></div>") +
          "</div>",
      "<div class=x7>" +
          thread("<div class=q itemscope itemtype=\"http://schema.org/Comment\"><p>$</p></div>") +
          "</div>",
      "<div class=x7><h3>Comments (4)</h3>" + thread("<div><b>%</b><p>$</p></div>") + "</div>",
      "<div class=x7><h3>4 Kommentare</h3>" + thread("<div><b>%</b><p>$</p></div>") + "</div>",
      "<div class=leserkommentare><h3>Leserbriefe</h3>" + thread("<div><p>$</p></div>") + "</div>",
      R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry to Skarv )"
      R"(runs again","comment":[{"@type":"Comment","text":")" +
          std::string(kComments[0]) + R"("},{"@type":"Comment","text":"<p>)" +
          std::string(kComments[1]) + R"(</p>"},{"@type":"Comment","text":")" +
          std::string(kComments[2]) + R"("},{"@type":"Comment","text":")" +
          std::string(kComments[3]) + R"("}]}</script><div class=x7>)" +
          thread("<div><b>%</b><p>$</p></div>") + "</div>",
  };
  std::string text = "<h1>" + std::string(kHeadline) + "</h1>";
  for (const std::string_view part : kText) text.append("<p>").append(part).append("</p>");
  const std::string head = "<html><head><title>" + std::string(kHeadline) + "</title></head><body>";
  for (const std::string& comments : threads) {
    expect_article_alone(read(head + "<article>" + text + "</article>" + comments, PageKind::kHtml),
                         comments);
    expect_article_alone(read(head + "<article>" + text + comments + "</article>", PageKind::kHtml),
                         comments);
  }
}

TEST(Comments, AreNoPartOfTextPages) {
  std::string text = "Home\nWorld\nSport\n\n" + std::string(kHeadline) + "\n\nBy Bo Lind\n\n";
  for (const std::string_view part : kText) text.append(part).append("\n\n");
  for (const std::string_view heading :
       {"12 Comments", "Comments (4)", "Leave a comment", "4 Kommentare", "View comments",
        "4 thoughts on “Ferry to Skarv runs again”"}) {
    for (const std::string_view shape :
         {"%\n\n14 March 2031 at 10:12\n\n$\n\nReply\n\n", "%\n$\n\n"})
      expect_article_alone(
          read(text + std::string(heading) + "\n\n" + thread(shape), PageKind::kText), heading);
  }
}

// A button in the middle of an article, and a page that is about what readers say.
TEST(Comments, LeaveTheRestOfAnArticle) {
  std::string html = "<html><body><article><h1>" + std::string(kHeadline) + "</h1>";
  for (size_t i = 0; i < kText.size(); ++i) {
    html.append("<p>").append(kText[i]).append("</p>");
    if (i == 1) html += "<p><a href=#c>12 comments</a></p>";
  }
  expect_article_alone(read(html, PageKind::kHtml), "button");
  const std::string letters = "<html><body><main class=comments><h1>Letters about the ferry</h1>" +
                              thread("<p>$</p>") + "</main></body></html>";
  EXPECT_NE(read(letters, PageKind::kHtml).find("bicycles"), std::string::npos);
}

TEST(Comments, KnowTheirHeadings) {
  for (const std::string_view line :
       {"Comments", "12 comments", "Comments (1,204)", "KOMMENTARE:", "3 Reactions",
        "Leave a reply", "1 thought on “A day on the Dal”", "댓글 12", "Комментарии"})
    EXPECT_TRUE(heads_comments(line)) << line;
  for (const std::string_view line :
       {"", "Reactions", "Discussion", "The minister declined to comment", "No comments were made",
        "12 people had thoughts on the ferry", "Comments on the budget divide the council"})
    EXPECT_FALSE(heads_comments(line)) << line;
}

TEST(TextIndex, FindsTheTextThatHoldsAPart) {
  TextIndex index;
  for (size_t i = 0; i < kText.size(); ++i)
    index.add(squeeze_text(kText[i]), static_cast<uint32_t>(i));
  for (size_t i = 0; i < kText.size(); ++i) {
    EXPECT_EQ(index.find(squeeze_text(kText[i])), i);
    EXPECT_EQ(index.find(squeeze_text(kText[i].substr(10, 60))), i);
    EXPECT_EQ(index.find(squeeze_text(kComments[i])), TextIndex::kNone);
  }
  EXPECT_EQ(index.find(""), TextIndex::kNone);
  EXPECT_EQ(index.find("The ferry"), TextIndex::kNone);
}

TEST(Comments, LeavesWhatAReaderQuotesAndSectionsOfThatName) {
  const std::string paragraph =
      "Ostravia rejected the proposal on Monday, and its spokesman told reporters that the "
      "delegation would leave the city before the end of the month.";
  const std::string other =
      "The foreign minister of Norvenia said that the talks about the river treaty would go on for "
      "another week in Lenna, after both sides failed to agree on a text.";
  const std::string data =
      R"(<script type="application/ld+json">{"@type":"NewsArticle","comment":[{"@type":"Comment",)"
      R"("text":"You write: )" +
      paragraph + R"( That is nonsense, as everyone in Lenna knows very well by now."}]})" +
      "</script>";
  const std::string html = "<html><head>" + data + "</head><body><article><h1>Talks stall</h1><p>" +
                           other + "</p><p>" + paragraph + "</p></article></body></html>";
  const auto quoted = read_page(html, {.kind = PageKind::kHtml});
  EXPECT_NE(make_article(*quoted, {}).text.view().find("rejected the proposal"),
            std::string_view::npos);
  const std::string section = "<html><body><article><h1>Why it must not fail</h1><p>" + other +
                              other + "</p><div class=ressort-kommentare><p>" + paragraph +
                              "</p><p>" + paragraph + " And " + other + "</p><p>So " + other +
                              "</p></div></article></body></html>";
  const auto opinion = read_page(section, {.kind = PageKind::kHtml});
  EXPECT_NE(make_article(*opinion, {}).text.view().find("rejected the proposal"),
            std::string_view::npos);
  EXPECT_TRUE(heads_comments("תגובות (12)"));
  EXPECT_TRUE(heads_comments("Σχόλια (12)"));
  EXPECT_TRUE(heads_comments("Diskuze (12)"));
}

}  // namespace
}  // namespace demarche
