// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/metadata.h"

#include <gtest/gtest.h>

#include <string>

#include "article/article.h"
#include "article/dates.h"
#include "article/json_ld.h"
#include "article/months.h"
#include "article/state.h"

namespace demarche {
namespace {

constexpr std::string_view kText =
    "<p>The ferries on the Lenn have stopped, the harbour master said, and will not sail before "
    "Sunday at noon.</p><p>Traders in Velmark, who wait for grain, asked both states for help with "
    "the ice on the river.</p>";

Article read(std::string_view html) {
  const Result<Page> page = read_page(html, {.kind = PageKind::kHtml});
  EXPECT_TRUE(page.has_value());
  return page ? make_article(*page, {}) : Article{};
}

std::string names(const std::vector<Author>& authors) {
  std::string all;
  for (const Author& author : authors)
    all += author.name + "/" + std::string(name_of(author.kind)) + " ";
  return all;
}

bool has_note(const std::vector<Note>& notes, std::string_view code) {
  for (const Note& note : notes) {
    if (note.code == code) return true;
  }
  return false;
}

LinkedData linked(const std::vector<std::string>& scripts, bool broken = false) {
  std::vector<Note> notes;
  LinkedData data = read_json_ld(scripts, notes);
  EXPECT_EQ(has_note(notes, "broken_json_ld"), broken) << scripts.front();
  return data;
}

TEST(Dates, AreReadInManyLanguages) {
  const struct {
    std::string_view text, value;
  } kRows[] = {
      {"2031年3月14日 星期五 23:52", "2031-03-14"},
      {"2031年03月14日23:52 | 来源", "2031-03-14"},
      {"2031년 3월 14일 (금) 오전 9:30", "2031-03-14"},
      {"입력 2031.03.14 18:40", "2031-03-14"},
      {"14 مارس 2031", "2031-03-14"},
      {"١٤ مارس ٢٠٣١", "2031-03-14"},
      {"الجمعة 14 آذار / مارس 2031 09:22 مساءً", "2031-03-14"},
      {"14 मार्च 2031", "2031-03-14"},
      {"১৪ মার্চ ২০৩১", "2031-03-14"},
      {"14 במרץ 2031", "2031-03-14"},
      {"14 Μαρτίου 2031", "2031-03-14"},
      {"14 березня 2031, 10:20", "2031-03-14"},
      {"14 марта 2031", "2031-03-14"},
      {"14. března 2031", "2031-03-14"},
      {"14 marca 2031", "2031-03-14"},
      {"14 martie 2031", "2031-03-14"},
      {"2031. március 14.", "2031-03-14"},
      {"14 Mart 2031", "2031-03-14"},
      {"14. maaliskuuta 2031", "2031-03-14"},
      {"14. mars 2031", "2031-03-14"},
      {"14 Maret 2031", "2031-03-14"},
      {"Datum 14.03.2031", "2031-03-14"},
      {"2031-03-14T09:30Z", "2031-03-14T09:30:00Z"},
      {"2031年13月14日", ""},
      {"2031年3月32日", ""},
      {"12345678901234", ""},
  };
  for (const auto& row : kRows) {
    const auto found = find_date(row.text);
    EXPECT_EQ(found ? found->value : "", row.value) << row.text;
  }
  EXPECT_EQ(month_of_word("Sept"), 9);
  EXPECT_EQ(month_of_word("market"), 0);
  EXPECT_EQ(month_of_word("mayor"), 0);
}

TEST(Dates, AreFoundUnderAnyName) {
  const struct {
    std::string html, value;
    DateSource from;
  } kRows[] = {
      {"<meta name=publishdate content=2031-03-14>", "2031-03-14", DateSource::kMeta},
      {"<meta name=published-date content=2031-03-14>", "2031-03-14", DateSource::kMeta},
      {"<meta name=article:published_time content='1931289600'>", "2031-03-14T21:20:00Z",
       DateSource::kMeta},
      {"<meta name=date content='2031-03-14T09:00:00+02:00'>", "2031-03-14T09:00:00+02:00",
       DateSource::kMeta},
      {"<script "
       "type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":1931289600000}"
       "</script>",
       "2031-03-14T21:20:00Z", DateSource::kJsonLd},
      {"<h1>The ferries have stopped</h1><time datetime=2031-03-14>today</time>", "2031-03-14",
       DateSource::kMicrodata},
      {"<script type=application/json>{\"a\":{\"publishedAt\":\"2031-03-14T09:00:00Z\"}}</script>",
       "2031-03-14T09:00:00Z", DateSource::kMeta},
      {"<title>The ferries | World | 14.03.2031</title>", "2031-03-14", DateSource::kText},
  };
  for (const auto& row : kRows) {
    const Article article = read(row.html + std::string(kText));
    ASSERT_TRUE(article.published.has_value()) << row.html;
    EXPECT_EQ(article.published->value, row.value) << row.html;
    EXPECT_EQ(article.published->from, row.from) << row.html;
  }
  const Article after = read("<h1>The ferries have stopped</h1>" + std::string(kText) +
                             "<ul><li><strong>Datum</strong> 14.03.2031</li></ul>");
  ASSERT_TRUE(after.published.has_value());
  EXPECT_EQ(after.published->value, "2031-03-14");
  EXPECT_FALSE(read("<h1>The ferries have stopped</h1>" + std::string(kText)).published);
}

TEST(JsonLd, IsReadInAllItsForms) {
  const std::string_view kRows[] = {
      // A plain object, a list, a graph, and references into it.
      R"({"@type":"NewsArticle","headline":"Ice","author":{"@type":"Person","name":"Ada Venn"}})",
      R"([{"@type":"WebSite","name":"V"},{"@type":["Thing","NewsArticle"],"headline":"Ice","author":"Ada Venn"}])",
      R"({"@graph":[{"@type":"http://schema.org/NewsArticle","headline":"Ice","author":[{"@id":"#a"}]},{"@type":"Person","@id":"#a","name":"Ada Venn"}]})",
      R"({"@type":"WebPage","mainEntity":{"@type":"Article","headline":"Ice","author":{"name":["Ada Venn"]}}})",
      // Not quite JSON.
      "<!-- {\"@type\":\"Article\",\"headline\":\"Ice\",\"author\":\"Ada Venn\",} -->",
      "//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"Ice\",\"author\":[\"Ada "
      "Venn\",],}\n//]]>",
      "{\"@type\":\"Article\",\"headline\":\"Ice\",\"description\":\"two\nlines\",\"author\":\"Ada "
      "Venn\"};",
      "{\"@type\":\"Article\",\"headline\":\"Ice\",\"description\":\"a \"wide\" "
      "river\",\"author\":\"Ada Venn\"}",
      "{\"@type\":\"Article\",\"headline\":\"Ice\" /* so */ ,\"author\":\"Ada Venn\"}}",
      "{\"@type\":\"Article\" // so\n,\"headline\":\"Ice\"\n\"author\":\"Ada Venn\"}",
      "{\"@type\":\"WebSite\"}\n{\"@type\":\"Article\",\"headline\":\"Ice\",\"author\":\"Ada "
      "Venn\"}",
      "{\"@type\":\"Article\",\"headline\":\"Ice\",\"author\":{\"name\":\"Ada Venn\"",
      "{\"@type\":\"Article\",\"headline\":\"Ice\",\"author\":\"Ada Venn\",\"url\":\"http",
      "{\"@type\":\"Article\",\"headline\":\"Ice\",\"author\":\"Ada Venn\",\"url\":",
      "window.data = {\"@type\":\"Article\",\"headline\":\"I\\ce\",,\"author\":\"Ada Venn\"}",
  };
  for (const std::string_view row : kRows) {
    const LinkedData data = linked({std::string(row)});
    EXPECT_EQ(data.headline, "Ice") << row;
    ASSERT_EQ(data.authors.size(), 1U) << row;
    EXPECT_EQ(data.authors[0].name, "Ada Venn") << row;
  }
  for (const std::string_view row : {"<>", "nothing", "}{"}) linked({std::string(row)}, true);
  linked({""});
  linked({std::string(100000, '[')});
}

TEST(JsonLd, GivesTheRestOfTheData) {
  const LinkedData data =
      linked({R"({"@type":"NewsArticle","headline":"Ice &amp; snow",)"
              R"("datePublished":"2031-03-14","dateModified":"2031-03-15",)"
              R"("publisher":{"@id":"#p"},"articleSection":["World","Ice"],)"
              R"("keywords":"ice, river","inLanguage":"en","description":"Cold"})",
              R"({"@id":"#p","name":"Velmark Daily"})"});
  EXPECT_EQ(data.headline, "Ice & snow");
  EXPECT_EQ(data.site, "Velmark Daily");
  EXPECT_EQ(data.section, "World");
  EXPECT_EQ(data.language, "en");
  EXPECT_EQ(data.description, "Cold");
  EXPECT_EQ(data.modified, "2031-03-15");
  EXPECT_EQ(data.tags, (std::vector<std::string>{"ice", "river"}));
}

TEST(JsonLd, SaysWhatIsBehindAWall) {
  const struct {
    std::string_view fields;
    std::optional<bool> wall;
  } kRows[] = {
      {R"("isAccessibleForFree":true)", false},
      {R"("isAccessibleForFree":"False")", true},
      {R"("isAccessibleForFree":"http://schema.org/True")", false},
      {R"("hasPart":{"isAccessibleForFree":"false","cssSelector":".wall"})", true},
      {R"("hasPart":[{"isAccessibleForFree":true},{"isAccessibleForFree":false}])", true},
      {R"("hasPart":[{"isAccessibleForFree":true},7])", false},
      {R"("hasPart":[])", std::nullopt},
      {R"("isAccessibleForFree":"perhaps")", std::nullopt},
  };
  for (const auto& row : kRows) {
    const LinkedData data = linked({R"({"@type":"Article",)" + std::string(row.fields) + "}"});
    EXPECT_EQ(data.paywalled, row.wall) << row.fields;
  }
}

TEST(Metadata, SeesAWallInThePageItself) {
  const std::string text(kText);
  EXPECT_EQ(read(text).paywalled, std::nullopt);
  EXPECT_EQ(read(text + "<div>Subscribe to continue reading.</div>").paywalled, true);
  EXPECT_EQ(read(text + "<div>Um weiterzulesen, melden Sie sich an.</div>").paywalled, true);
  EXPECT_EQ(read("<meta property=article:content_tier content=locked>" + text).paywalled, true);
  EXPECT_EQ(read("<meta property=article:content_tier content=free>" + text).paywalled, false);
}

TEST(Metadata, TellsAuthorsByTheirKinds) {
  const struct {
    std::string_view names, authors;
  } kRows[] = {
      {"By Ada Venn and Bo Lind", "Ada Venn/person Bo Lind/person "},
      {"Von Ada Venn und Bo Lind", "Ada Venn/person Bo Lind/person "},
      {"Ada Venn og Bo Lind", "Ada Venn/person Bo Lind/person "},
      {"Ada Venn/Bo Lind", "Ada Venn/person Bo Lind/person "},
      {"Ada Venn, Senior Writer", "Ada Venn/person "},
      {"Ada Venn Senior Writer", "Ada Venn/person "},
      {"Ada VennRedakteurin", "Ada Venn/person "},
      {"Ada Venn (text), Bo Lind", "Ada Venn/person "},
      {"牛大、岳小", "牛大/person 岳小/person "},
      {"신현주 기자", "신현주/person "},
      {"AFP", "AFP/agency "},
      {"Reuters", "Reuters/agency "},
      {"Velmark Daily", "Velmark Daily/outlet "},
      {"VD", "VD/outlet "},
      {"Velmark Daily BrandRoom", "Velmark Daily BrandRoom/outlet "},
      {"Staff reporter", "Staff reporter/desk "},
      {"Foto: Ada Venn", ""},
      {"https://v.example/ada", ""},
      {"ada@v.example", ""},
      {"", ""},
  };
  for (const auto& row : kRows)
    EXPECT_EQ(names(split_authors(row.names, "Velmark Daily")), row.authors) << row.names;
}

TEST(Metadata, PutsPersonsBeforeTheOutlet) {
  const std::string outlet =
      "<meta property=og:site_name content='Velmark Daily'><script type=application/ld+json>"
      "{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Organization\",\"name\":\"Velmark "
      "Daily\"}}"
      "</script>";
  const std::string title = "<h1>The ferries have stopped</h1>";
  const struct {
    std::string_view name;
    std::string html, authors;
  } kRows[] = {
      {"outlet alone", outlet + title, "Velmark Daily/outlet "},
      {"meta", outlet + "<meta name=cXenseParse:author content='Ada Venn'>" + title,
       "Ada Venn/person "},
      {"several items", "<meta name=author content='Ada Venn'><meta name=author content='Bo Lind'>",
       "Ada Venn/person Bo Lind/person "},
      {"path of a link", outlet + title + "<div>By <a href=/authors/ada>Ada Venn</a></div>",
       "Ada Venn/person "},
      {"class",
       outlet + title + "<div>Fr 14.03.31 | Von <span class=authorname>Ada Venn</span></div>",
       "Ada Venn/person "},
      {"rel", outlet + title + "<a rel=author href=x>Ada Venn</a> <a rel=author href=y>Bo Lind</a>",
       "Ada Venn/person Bo Lind/person "},
      {"microdata",
       title + "<div itemprop=author itemscope><a rel=author href=x><h4 itemprop=name>Ada Venn</h4>"
               "<h5 itemprop=jobTitle>Redakteurin</h5></a></div>",
       "Ada Venn/person "},
      {"line with a date", outlet + title + "<div>14 March 2031 by Ada Venn</div>",
       "Ada Venn/person "},
      {"label", outlet + title + std::string(kText) + "<li><b>Autorin/Autor</b> Ada Venn</li>",
       "Ada Venn/person "},
      {"a line of its own", outlet + title + "<p><b>Ada Venn/Bo Lind</b></p>",
       "Ada Venn/person Bo Lind/person "},
      {"author of a teaser far below",
       outlet + title + std::string(kText) +
           [] {
             std::string lines;
             for (int i = 0; i < 30; ++i) lines += "<li>A line of the page</li>";
             return lines;
           }() +
           "<div class=author>Cal Orre</div>",
       "Velmark Daily/outlet "},
      {"picture", "<meta name=author content='Foto: Cal Orre'>" + title, ""},
  };
  for (const auto& row : kRows)
    EXPECT_EQ(names(read(row.html + std::string(kText)).authors), row.authors) << row.name;
}

TEST(Metadata, FindsTheTitleWithoutTheSite) {
  const struct {
    std::string_view site, title;
  } kRows[] = {
      {"Velmark Daily", "The ferries on the Lenn have stopped - Velmark Daily"},
      {"Velmark Daily", "Velmark Daily | The ferries on the Lenn have stopped"},
      {"Velmark Daily", "The ferries on the Lenn have stopped | World | Velmark Daily"},
      {"日报", "The ferries on the Lenn have stopped_日报"},
      {"新聞", "The ferries on the Lenn have stopped｜新聞"},
      {"Velmark Daily", "The fer\xC2\xADries on the Lenn have stop\xE2\x80\x8Bped"},
  };
  for (const auto& row : kRows) {
    const Article article =
        read("<meta property=og:site_name content='" + std::string(row.site) + "'><title>" +
             std::string(row.title) + "</title>" + std::string(kText));
    EXPECT_EQ(article.title, "The ferries on the Lenn have stopped") << row.title;
  }
}

TEST(Metadata, ReadsTheHead) {
  const Article article = read(
      "<html lang=de-AT><head><link rel=canonical href=https://v.example/eis>"
      "<meta property=og:description content='Kalt &amp; still'><meta property=article:section "
      "content=Welt><meta property=article:tag content=Eis><meta property=article:tag "
      "content=Fluss>"
      "<meta property=article:modified_time content=2031-03-15T10:00:00+01:00></head>" +
      std::string(kText));
  EXPECT_EQ(article.language, "de-AT");
  EXPECT_EQ(article.canonical_url, "https://v.example/eis");
  EXPECT_EQ(article.description, "Kalt & still");
  EXPECT_EQ(article.section, "Welt");
  EXPECT_EQ(article.tags, (std::vector<std::string>{"Eis", "Fluss"}));
  ASSERT_TRUE(article.modified.has_value());
  EXPECT_EQ(article.modified->value, "2031-03-15T10:00:00+01:00");
}

std::string long_text(std::string_view open, std::string_view close) {
  std::string all;
  for (int i = 0; i < 6; ++i) {
    all += std::string(open) +
           "The ferries on the Lenn have stopped, the harbour master said. They will not sail "
           "before Sunday." +
           std::string(close);
  }
  return all;
}

TEST(Metadata, ReadsAPageThatIsOneObject) {
  const std::string text = long_text("", "\\n");
  const std::string date = R"(,"datePublished":"2031-03-14T09:30:00+01:00")";
  // As JSON-LD has it, in a list, of an interface; a short one where it says that it is an article.
  const struct {
    std::string json;
    size_t blocks;
  } kRows[] = {
      {R"({"@type":"NewsArticle","headline":"Ice","articleBody":")" + text + "\"" + date + "}", 7},
      {R"([{"@type":"NewsArticle","headline":"Ice","articleBody":")" + text + "\"" + date + "}]",
       7},
      {R"({"id":7,"title":"Ice","body":")" + long_text("<p>", "<\\/p>") + "\"" + date + "}", 7},
      {R"({"@type":"NewsArticle","headline":"Ice","articleBody":"The ferries stopped.")" + date +
           "}",
       2},
      {R"({"id":7,"title":"Ice","body":"The ferries stopped.")" + date + "}", 0},
  };
  for (const auto& row : kRows) {
    const Article article = read(row.json);
    EXPECT_EQ(article.title, "Ice") << row.json;
    EXPECT_EQ(article.blocks.size(), row.blocks) << row.json;
    ASSERT_TRUE(article.published.has_value()) << row.json;
    EXPECT_EQ(article.published->value, "2031-03-14T09:30:00+01:00");
    EXPECT_TRUE(has_note(article.notes, "json"));
    EXPECT_EQ(has_note(article.notes, "no_article"), row.blocks == 0);
    EXPECT_EQ(guess_page_kind(row.json), PageKind::kHtml);
  }
  const Result<Page> page = read_page(kRows[0].json, {.kind = PageKind::kText});
  ASSERT_TRUE(page.has_value());
  EXPECT_FALSE(make_article(*page, {}).published.has_value());
}

// The text that a page gives in its JSON-LD may have tags.
TEST(JsonLd, GivesTextWithoutTags) {
  const Article article = read(
      R"(<h1>Ice</h1><script type="application/ld+json">{"@type":"NewsArticle","articleBody":")" +
      long_text("<p>", "<br \\/>a &lt; b<\\/p>") + "\"}</script><p>Loading</p>");
  EXPECT_TRUE(has_note(article.notes, "linked_body"));
  EXPECT_EQ(article.blocks.size(), 13U);
  EXPECT_EQ(article.text.view().find("<p>"), std::string_view::npos);
  EXPECT_NE(article.text.view().find("a < b"), std::string_view::npos);
}

TEST(State, HoldsTheTextOfAPageThatAScriptPutsTogether) {
  const std::string kRows[] = {
      R"(<script type=application/json>{"props":{"story":{"articleBody":")" +
          long_text("<p>", "<\\/p>") + R"(","title":"x"}}}</script>)",
      R"(<script id=__NEXT_DATA__ type=application/json>{"props":{"blocks":[)" +
          long_text(R"({"type":"p","text":")", "\"},") + R"({"type":"end"}]}}</script>)",
      R"(<script>window.__INITIAL_STATE__={"a":{"content":")" + long_text("<p>", "<\\/p>") +
          R"("}};</script>)",
      R"(<script>self.__next_f.push([1,"23:T400,)" +
          long_text("\\u003cp\\u003e", "\\u003c/p\\u003e") + R"("])</script>)",
  };
  for (const std::string& row : kRows) {
    const Article article = read("<h1>The ferries have stopped</h1><p>Loading</p>" + row);
    EXPECT_TRUE(has_note(article.notes, "linked_body")) << row;
    EXPECT_GE(article.blocks.size(), 6U) << row;
  }
  // The page's own text goes before it; broken or small states are nothing.
  EXPECT_EQ(read(long_text("<p>", "</p>") + long_text("<p>", "</p>") + kRows[0])
                .text.view()
                .find("Loading"),
            std::string_view::npos);
  for (const std::string_view state :
       {"{", "[1,", "{\"body\":5}", "null", "{\"body\":\"short\"}"}) {
    const Article article =
        read("<p>Loading</p><script type=application/json>" + std::string(state) + "</script>");
    EXPECT_FALSE(has_note(article.notes, "linked_body")) << state;
  }
  std::string menu = "<script type=application/json>{\"body\":\"" + long_text("<p>", "<\\/p>");
  for (int i = 0; i < 20; ++i) menu += "<li>World</li>";
  EXPECT_FALSE(has_note(read("<p>Loading</p>" + menu + "\"}</script>").notes, "linked_body"));
  EXPECT_TRUE(is_published_key("article:published_time"));
  EXPECT_TRUE(is_published_key("publishDate"));
  EXPECT_FALSE(is_published_key("modified"));
  EXPECT_FALSE(is_published_key(""));
}

}  // namespace
}  // namespace demarche
