// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/live.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "article/article.h"
#include "article/text_index.h"

namespace demarche {
namespace {

Article read(std::string_view bytes) {
  static const ArticleModels models =
      *load_article_models(std::string(DEMARCHE_SOURCE_DIR) + "/models/article");
  const auto page = read_page(bytes, {.kind = PageKind::kHtml});
  return page ? make_article(*page, {}, &models) : Article{};
}

// "time words of the block" a line, the first four words of each.
std::string times(const Article& article) {
  std::string all;
  for (const Block& block : article.blocks) {
    const std::string_view text = article.text.of(block.span);
    size_t end = 0;
    for (int words = 0; words < 4 && end != std::string_view::npos; ++words)
      end = text.find(' ', end + 1);
    all.append(block.time.empty() ? "-" : block.time).append(" ");
    all.append(text.substr(0, end)).append("\n");
  }
  return all;
}

constexpr std::string_view kIntro =
    "<p>Norvenia and Ostravia meet in Lenna today to talk about the crossing at Skarv. We report "
    "from the harbour as the delegations arrive, and from the hall.</p>";
constexpr std::string_view kFirst =
    "<p>The delegation of Norvenia has reached the hall. Its foreign minister waved, and said "
    "nothing to those who waited in the rain.</p>";
constexpr std::string_view kSecond =
    "<p>The ferry with the delegation of Ostravia is late. The harbour office says that it will "
    "not arrive before noon, since the sea is high.</p>";
constexpr std::string_view kMore =
    "<p>Ships of the coast guard have gone out to meet it, the office added an hour later.</p>";
constexpr std::string_view kThird =
    "<p>Good morning from Lenna. The square before the hall was closed at six, and the bakers have "
    "put their tables on the other side of the bridge.</p>";

constexpr std::string_view kWanted =
    "- Talks in Lenna, as\n"
    "- Norvenia and Ostravia meet\n"
    "2031-03-14T11:05:00+01:00 The delegation of Norvenia\n"
    "2031-03-14T10:40:00+01:00 The ferry with the\n"
    "2031-03-14T10:40:00+01:00 Ships of the coast\n"
    "2031-03-14T07:15:00+01:00 Good morning from Lenna.\n";

std::string page(std::string_view head, std::string_view entries) {
  std::string html = "<html><head><title>Talks in Lenna, as they happen</title>";
  html.append(head).append("</head><body><article><h1>Talks in Lenna, as they happen</h1>");
  html.append("<p class=meta><time datetime=\"2031-03-14T06:00:00+01:00\">14 March 2031</time>");
  html.append("</p>").append(kIntro);
  return html.append(entries).append("</article></body></html>");
}

std::string join(std::initializer_list<std::string_view> parts) {
  std::string all;
  for (const std::string_view part : parts) all += part;
  return all;
}

TEST(Live, TakesTheTimesOfBoxes) {
  for (const std::string_view tag : {"section", "div", "li", "article"}) {
    const std::string open = "<" + std::string(tag) + " class=entry>";
    const std::string close = "</" + std::string(tag) + ">";
    const auto at = [](std::string_view clock) {
      return "<div class=clock><time datetime=\"2031-03-14T" + std::string(clock) + "+01:00\">" +
             std::string(clock) + "</time></div>";
    };
    const std::string entries =
        join({"<div class=entries>", open, at("11:05:00"), kFirst, close, open, at("10:40:00"),
              kSecond, kMore, close, open, at("07:15:00"), kThird, close, "</div>"});
    EXPECT_EQ(times(read(page("", entries))), kWanted) << tag;
    // The time below the text, and one more for the last change.
    const std::string below = join({"<div class=entries>", open, kFirst, at("11:05:00"), close,
                                    open, kSecond, kMore, at("10:40:00"), at("10:55:00"), close,
                                    open, kThird, at("07:15:00"), close, "</div>"});
    EXPECT_EQ(times(read(page("", below))), kWanted) << tag;
  }
}

TEST(Live, TakesTheTimesOfMicrodata) {
  const auto entry = [](std::string_view time, std::string_view text, bool first) {
    const std::string date = "<meta itemprop=datePublished content=\"" + std::string(time) + "\">";
    return "<div itemprop=liveBlogUpdate itemscope "
           "itemtype=\"https://schema.org/BlogPosting\">" +
           (first ? date : "") + "<div itemprop=articleBody>" + std::string(text) + "</div>" +
           (first ? "" : date) + "</div>";
  };
  for (const bool first : {true, false}) {
    const std::string entries = entry("2031-03-14T11:05:00+01:00", kFirst, first) +
                                entry("2031-03-14T10:40:00+01:00", join({kSecond, kMore}), first) +
                                entry("2031-03-14T07:15:00+01:00", kThird, first);
    EXPECT_EQ(times(read(page("", entries))), kWanted) << first;
  }
}

TEST(Live, TakesTheTimesOfHeadingsInARow) {
  const auto at = [](std::string_view clock) {
    return "<h4><time datetime=\"2031-03-14T" + std::string(clock) + "+01:00\">" +
           std::string(clock) + "</time></h4>";
  };
  const std::string entries = join({"<div class=body>", at("11:05:00"), kFirst, at("10:40:00"),
                                    kSecond, kMore, at("07:15:00"), kThird, "</div>"});
  const Article article = read(page("", entries));
  EXPECT_NE(times(article).find("10:40:00+01:00 Ships of the coast"), std::string::npos)
      << times(article);
  EXPECT_NE(times(article).find("- Norvenia and Ostravia meet"), std::string::npos);
}

TEST(Live, TakesTheTimesOfLinkedData) {
  const std::string data =
      R"(<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Talks in Lenna, )"
      R"(as they happen","liveBlogUpdate":[)"
      R"({"@type":"BlogPosting","headline":"Norvenia arrives","datePublished":)"
      R"("2031-03-14T11:05:00+01:00","articleBody":"<p>The delegation of Norvenia has reached the )"
      R"(hall. Its foreign minister waved, and said nothing to those who waited in the rain.</p>"},)"
      R"({"@type":"BlogPosting","headline":"The ferry is late","datePublished":)"
      R"("2031-03-14T10:40:00+01:00","articleBody":"The ferry with the delegation of Ostravia is )"
      R"(late. The harbour office says that it will not arrive before noon, since the sea is high. )"
      R"(Ships of the coast guard have gone out to meet it, the office added an hour later."},)"
      R"({"@type":"BlogPosting","headline":"Good morning","datePublished":)"
      R"("2031-03-14T07:15:00+01:00","articleBody":"Good morning from Lenna. The square before the )"
      R"(hall was closed at six, and the bakers have put their tables on the other side of the )"
      R"(bridge."}]}</script>)";
  const std::string flat = join({kFirst, kSecond, kMore, kThird});
  EXPECT_EQ(times(read(page(data, flat))), kWanted);
  const std::string boxes =
      join({"<div><h3>Norvenia arrives</h3>", kFirst, "</div><div><h3>The ferry is late</h3>",
            kSecond, kMore, "</div><div><h3>Good morning</h3>", kThird, "</div>"});
  const std::string found = times(read(page(data, boxes)));
  EXPECT_NE(found.find("2031-03-14T10:40:00+01:00 The ferry is late"), std::string::npos) << found;
  EXPECT_NE(found.find("- Norvenia and Ostravia meet"), std::string::npos) << found;
  // Entries that a script would put in.
  const Article none = read("<html><head>" + data +
                            "</head><body><h1>Talks in Lenna, as they happen</h1><div id=app>"
                            "</div></body></html>");
  const std::string own = times(none);
  EXPECT_NE(own.find("2031-03-14T07:15:00+01:00 Good morning from Lenna."), std::string::npos)
      << own;
}

TEST(Live, GivesOrdinaryArticlesNone) {
  const auto at = [](std::string_view day) {
    return "<p class=meta><time datetime=\"2031-03-" + std::string(day) + "T10:00:00+01:00\">" +
           std::string(day) + " March</time></p>";
  };
  const std::string body = join({kFirst, kSecond, kMore, kThird});
  const std::string teaser =
      "<li><a href=/n>Grain prices fall for the third month in a row</a>" + at("12") + "</li>";
  const std::string rows[] = {
      body,
      at("14") + at("15") + body,
      at("14") + body + at("15"),
      at("14") + body + "<ul>" + teaser + teaser + teaser + "</ul>",
      "<aside><ul>" + teaser + teaser + "</ul></aside>" + body,
      // Days alone are no instants.
      "<div class=e><time datetime=2031-03-14>14 March</time>" + std::string(kFirst) +
          "</div><div class=e><time datetime=2031-03-15>15 March</time>" + std::string(kSecond) +
          "</div>",
      body + "<section id=comments><div class=comment>" + at("14") +
          "<p>I was on that ferry, and the sea was not high at all.</p></div><div class=comment>" +
          at("15") + "<p>Nor was the coast guard anywhere to be seen, I can tell you.</p></div>" +
          "</section>",
  };
  for (const std::string& row : rows) {
    const Article article = read(page("", row));
    EXPECT_FALSE(article.blocks.empty());
    for (const Block& block : article.blocks) EXPECT_EQ(block.time, "") << row;
  }
}

// Ten entries of a few words each: whether the labeller keeps one is chance, so that they stand or
// fall together.
TEST(Live, KeepsAllEntriesOfAListOrNone) {
  std::string entries;
  for (int hour = 10; hour < 20; ++hour) {
    const std::string clock = std::to_string(hour) + ":40";
    entries += "<article class=post><header><time datetime=\"2031-03-14T" + clock + ":00+01:00\">" +
               clock + "</time><h3>Update from quay " + std::to_string(hour) +
               "</h3><span class=author>Ane Torvik</span></header><p>The envoy on ship " +
               std::to_string(hour) +
               " said that the talks went well.</p><p>Nobody else spoke.</p>" +
               "<div class=share><a href=#>Share</a></div></article>";
  }
  const Article article = read(page("", entries));
  for (int hour = 10; hour < 20; ++hour) {
    const std::string part = "The envoy on ship " + std::to_string(hour);
    const auto block = std::ranges::find_if(
        article.blocks, [&](const Block& b) { return article.text.of(b.span).starts_with(part); });
    ASSERT_NE(block, article.blocks.end()) << part;
    EXPECT_EQ(block->time.substr(0, 13), "2031-03-14T" + std::to_string(hour));
  }
  EXPECT_EQ(article.text.view().find("Share"), std::string_view::npos);
}

TEST(Live, DecidesNothingWhereTwoTextsFit) {
  const std::string begin = "OurcorrespondentinLennawritesaboutthetalks";
  const std::string end = "Followourcoverageofthetalksherealldaylong";
  TextIndex index;
  index.add(begin + "TheministersleftthecityatnoonandwentbacktoKestrel" + end, 1);
  index.add(begin + "Ashipwithfortysailorswaitsoutsideoftheportwithoutwater" + end, 2);
  EXPECT_EQ(index.find(begin + "TheministersleftthecityatnoonandwentbacktoKestrel" + end), 1U);
  EXPECT_EQ(index.find(begin + "Ashipwithfortysailorswaitsoutsideoftheportwithoutwater" + end), 2U);
  EXPECT_EQ(index.find(begin), TextIndex::kNone);
  EXPECT_EQ(index.find(begin + "Nobodyknowswhatwillbecomeofthetreatyinthewinterthatcomes" + end),
            TextIndex::kNone);
  EXPECT_EQ(instant_of("-2031-03-04T10:00Z"), "");
}

// The line of a time is cut where its entry is kept: it has no time of its own then.
TEST(Live, GivesWhatIsCutNoTime) {
  std::string html = "<h1>The day on the Dal</h1>";
  for (const char* hour : {"09", "10", "11"}) {
    html.append("<div class=entry><p><time datetime=\"2031-03-14T").append(hour);
    html.append(":00:00+01:00\">").append(hour).append(":00</time></p><p>The ferry left at ");
    html.append(hour).append(" with forty passengers and six cars, the office said.</p></div>");
  }
  const auto page = read_page(html, {.kind = PageKind::kHtml});
  HtmlBody body = find_html_body(*page, {}, "The day on the Dal", {});
  for (DraftItem& item : body.draft) item.kept = true;
  find_live_times(*page, {}, body);
  size_t timed = 0;
  for (const DraftItem& item : body.draft) {
    timed += item.time.empty() ? 0 : 1;
    EXPECT_TRUE(item.kept || item.time.empty()) << item.text;
    EXPECT_EQ(item.kept, item.text.size() > 5) << item.text;
  }
  EXPECT_EQ(timed, 3U);
}

}  // namespace
}  // namespace demarche
