// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/article.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>

#include "article/credit.h"
#include "article/dates.h"
#include "article/draft.h"
#include "article/lines.h"
#include "article/metadata.h"
#include "base/utf8.h"

namespace demarche {
namespace {

Article read(std::string_view bytes, PageKind kind, const ArticleHints& hints = {}) {
  const Result<Page> page = read_page(bytes, {.kind = kind});
  EXPECT_TRUE(page.has_value());
  return page ? make_article(*page, hints) : Article{};
}

std::string outline(const Article& article) {
  std::string all;
  for (const Block& block : article.blocks) {
    all +=
        std::string(name_of(block.kind)) + ": " + std::string(article.text.of(block.span)) + "\n";
  }
  return all;
}

std::string furniture(const Article& article) {
  std::string all;
  for (const Furniture& item : article.furniture)
    all += std::string(name_of(item.kind)) + ": " + item.text + "\n";
  return all;
}

bool has_note(const Article& article, std::string_view code) {
  for (const Note& note : article.notes) {
    if (note.code == code) return true;
  }
  return false;
}

// Laws of article.h, for every article however it was made.
void check_laws(const Article& article, bool prose) {
  const std::string_view text = article.text.view();
  EXPECT_EQ(repair_utf8(text).replaced, 0U);
  const auto border = [&](uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
  };
  uint32_t last = 0;
  for (const Block& block : article.blocks) {
    ASSERT_LE(last, block.span.begin);
    ASSERT_LT(block.span.begin, block.span.end);
    ASSERT_LE(block.span.end, text.size());
    EXPECT_TRUE(border(block.span.begin) && border(block.span.end));
    if (!prose) {
      EXPECT_EQ(text.substr(last, block.span.begin - last), last == 0 ? "" : "\n\n");
    }
    if (block.repeats) {
      ASSERT_LE(block.repeats->end, text.size());
      EXPECT_TRUE(border(block.repeats->begin) && border(block.repeats->end));
      EXPECT_GE(block.repeats->begin, block.span.end);
    }
    last = block.span.end;
  }
  if (!prose) {
    EXPECT_EQ(last, text.size());
  }
  uint32_t at = 0;
  for (const Furniture& item : article.furniture) {
    EXPECT_LE(at, item.at);
    EXPECT_LE(item.at, text.size());
    at = item.at;
  }
}

constexpr std::string_view kTextPage =
    "March 3, 2031\n4 mins read\n\nNorvenia and Ostravia trade hard words over the river\n\n"
    "The envoys left the hall without a word as both capitals blamed each other for the failure of "
    "the second round"
    "\xE2\x80\xA6.reports Velmark Daily News\n\n"
    "Officials of Norvenia said on Monday that the talks had reached a wall, and that they would "
    "not return.\n\n"
    "\xE2\x80\x9CWe have nothing to add,\xE2\x80\x9D minister Ada Venn told reporters in Karsonia. "
    "\xE2\x80\x9CNothing at all.\xE2\x80\x9D\n\n"
    "The envoys left the hall without a word as both capitals blamed each other for the failure of "
    "the second round. "
    "A date for a third round has not been set.\n\n"
    "Ostravia has moved two brigades to the bridge at Lenn since the winter, its ministry said.\n\n"
    "ALSO READ: Ferries halt on the Lenn\n\nPrevious Story\n\nKarsonia votes on a new "
    "harbour\n\nNext Story\n\n"
    "Rain closes the pass above Orl\n\nLatest from World\n\nA harbour for the north\n\n"
    "The council of Karsonia backed a plan for the old docks, which would bring new berths and a "
    "long pier to the\n\n"
    "Go to top\nDon't Miss\n\nThe baker of Velmark who feeds a whole street\n";

TEST(TextPage, TellsTheArticleFromTheRest) {
  const Article article = read(kTextPage, PageKind::kText);
  check_laws(article, false);
  EXPECT_EQ(article.title, "Norvenia and Ostravia trade hard words over the river");
  ASSERT_TRUE(article.published.has_value());
  EXPECT_EQ(article.published->value, "2031-03-03");
  EXPECT_EQ(article.published->from, DateSource::kText);
  ASSERT_EQ(article.blocks.size(), 7U) << outline(article);
  const BlockKind kinds[] = {BlockKind::kTitle, BlockKind::kStandfirst, BlockKind::kCredit,
                             BlockKind::kBody,  BlockKind::kBody,       BlockKind::kBody,
                             BlockKind::kBody};
  for (size_t i = 0; i < 7; ++i) EXPECT_EQ(article.blocks[i].kind, kinds[i]) << outline(article);
  EXPECT_EQ(article.text.of(article.blocks[2].span), "reports Velmark Daily News");
  ASSERT_TRUE(article.blocks[1].repeats.has_value());
  EXPECT_TRUE(article.blocks[5].span.contains(*article.blocks[1].repeats));
  EXPECT_EQ(article.text.of(*article.blocks[1].repeats).substr(0, 10), "The envoys");
  EXPECT_EQ(furniture(article),
            "date: March 3, 2031\nreading_time: 4 mins read\nrelated: ALSO READ: Ferries halt on "
            "the Lenn\n"
            "navigation: Previous Story\nteaser: Karsonia votes on a new harbour\nnavigation: Next "
            "Story\n"
            "teaser: Rain closes the pass above Orl\nrelated: Latest from World\nteaser: A harbour "
            "for the north\n"
            "teaser: The council of Karsonia backed a plan for the old docks, which would bring "
            "new berths and a long "
            "pier to the\nnavigation: Go to top\nrelated: Don't Miss\n"
            "teaser: The baker of Velmark who feeds a whole street\n");
}

TEST(TextPage, JoinsHardWrappedLines) {
  const Article article = read(
      "The bridge at Lenn reopens to traffic\n\n"
      "The bridge at Lenn was opened again on Monday after a winter in which\n"
      "ice had closed it for nine weeks, and the first carts crossed before noon\n"
      "while the guards of both banks looked on and said very little at all.\n\n"
      "Ostravia said that it would pay for the repairs, which the engineers of\n"
      "Karsonia had called urgent in a letter that was sent to both capitals\n"
      "in the autumn of the year before.\n",
      PageKind::kText);
  check_laws(article, false);
  EXPECT_EQ(article.blocks.size(), 3U) << outline(article);
}

TEST(HtmlPage, TellsTheArticleFromTheRest) {
  const Article article = read(
      "<html lang=en><head><title>Ferries halt on the Lenn | Velmark Daily</title>"
      "<meta property=og:site_name content='Velmark Daily'><meta name=keywords content='ferries, "
      "Lenn'>"
      "<script "
      "type=application/"
      "ld+json>{\"@context\":\"x\",\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"Ferries "
      "halt on the Lenn\","
      "\"datePublished\":\"2031-03-03T09:30:00+01:00\",\"author\":{\"@id\":\"#a\"},"
      "\"isAccessibleForFree\":\"False\",},"
      "{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"Ada Venn\"}]}</script></head><body>"
      "<nav><ul><li><a href=/>Home</a><li><a "
      "href=/w>World</a></ul></nav><main><article><h1>Ferries halt on the Lenn</h1>"
      "<p class=standfirst>Boats stay in port as ice closes the river for a second week</p>"
      "<div class=byline>By Ada Venn</div><div class=share>Share</div>"
      "<div class=body><p>The ferries on the Lenn have stopped, the harbour master said, and will "
      "not sail before Sunday.</p>"
      "<figure><img><figcaption>Boats in the ice at Orl.</figcaption></figure>"
      "<p>Read more: <a href=x>Karsonia votes on a new harbour</a></p>"
      "<h2>No end in sight</h2><p>Traders in Velmark, who wait for grain, asked both states for "
      "help with the ice.</p>"
      "<ul><li>Two boats are stuck near Orl.</li></ul><p>An answer is expected on Friday, the "
      "ministry said in a note. (Reuters)</p></div>"
      "<aside class=related><p>The council of Karsonia backed a plan for the old docks, which "
      "would bring new berths.</p></aside>"
      "</article></main><footer><p>© 2031 Velmark Daily. All rights "
      "reserved.</p></footer></body></html>",
      PageKind::kHtml);
  check_laws(article, false);
  EXPECT_EQ(
      outline(article),
      "title: Ferries halt on the Lenn\nstandfirst: Boats stay in port as ice closes the river for "
      "a second week\n"
      "body: The ferries on the Lenn have stopped, the harbour master said, and will not sail "
      "before Sunday.\n"
      "caption: Boats in the ice at Orl.\nheading: No end in sight\n"
      "body: Traders in Velmark, who wait for grain, asked both states for help with the ice.\n"
      "list: Two boats are stuck near Orl.\nbody: An answer is expected on Friday, the ministry "
      "said in a note.\n"
      "credit: (Reuters)\n");
  EXPECT_EQ(article.title, "Ferries halt on the Lenn");
  EXPECT_EQ(article.site, "Velmark Daily");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.tags, (std::vector<std::string>{"ferries", "Lenn"}));
  ASSERT_EQ(article.authors.size(), 1U);
  EXPECT_EQ(article.authors[0].name, "Ada Venn");
  ASSERT_TRUE(article.published.has_value());
  EXPECT_EQ(article.published->value, "2031-03-03T09:30:00+01:00");
  EXPECT_EQ(article.published->from, DateSource::kJsonLd);
  EXPECT_EQ(article.paywalled, std::optional<bool>(true));
}

constexpr std::string_view kFirst =
    "The ferries on the Lenn have stopped, the harbour master said, and will not sail before "
    "Sunday.";
constexpr std::string_view kSecond =
    "Traders in Velmark, who wait for grain, asked both states for help with the ice on the river.";
constexpr std::string_view kThird =
    "An answer is expected on Friday, the ministry said in a note that was sent to both capitals.";
constexpr std::string_view kOther =
    "The council of Karsonia backed a plan for the old docks, which would bring new berths to the "
    "town.";

std::string paragraph(std::string_view text) { return "<p>" + std::string(text) + "</p>"; }

// The body paragraphs alone, by their first words.
std::string bodies(const Article& article) {
  std::string all;
  for (const Block& block : article.blocks) {
    if (block.kind == BlockKind::kBody)
      all += std::string(article.text.of(block.span).substr(0, 8)) + "|";
  }
  return all;
}

TEST(HtmlPage, FindsTheBodyInOddBoxes) {
  const std::string first = paragraph(kFirst);
  const std::string second = paragraph(kSecond);
  const std::string third = paragraph(kThird);
  const std::string other = paragraph(kOther);
  const std::string title = "<h1>Ferries halt on the Lenn</h1>";
  const struct {
    std::string name, html;
  } kRows[] = {
      {"plain", title + first + second + third},
      {"a box each", title + "<div><div><div>" + first + "</div></div><div><div>" + second +
                         "</div></div><div><div>" + third + "</div></div></div>"},
      {"line breaks", title + "<div>" + std::string(kFirst) + "<br><br>" + std::string(kSecond) +
                          "<br><br>" + std::string(kThird) + "</div>"},
      {"a box with an odd name", title + "<div class=sidebar>" + first + second + third + "</div>"},
      {"other things beside it",
       title + "<div>" + first + second + third + "</div><div class=sidebar>" + other + "</div>"},
      {"other things in it", title + "<div>" + first + "<div class=related-posts>" + other +
                                 "</div>" + second + third + "</div>"},
      {"a tweet in it", title + "<div>" + first + second + "<blockquote class=twitter-tweet>" +
                            other + "</blockquote>" + third + "</div>"},
      {"the next story below",
       title + first + second + third + "<h1>A plan for the old docks</h1>" + other},
      {"twice, for two sizes of screen", title + "<div>" + first + second + third + "</div><div>" +
                                             first + second + third + "</div>"},
      {"a footer", title + first + second + third + "<footer>" + other + "</footer>"},
  };
  for (const auto& row : kRows) {
    const Article article =
        read("<title>Ferries halt on the Lenn</title><body>" + row.html, PageKind::kHtml);
    check_laws(article, false);
    EXPECT_EQ(bodies(article), "The ferr|Traders |An answe|") << row.name << "\n"
                                                              << outline(article);
    EXPECT_EQ(article.title, "Ferries halt on the Lenn") << row.name;
  }
}

TEST(HtmlPage, TakesTheTextOfThePagesOwnData) {
  std::string data;
  for (int i = 0; i < 2; ++i)
    data +=
        std::string(kFirst) + "\\n" + std::string(kSecond) + "\\n" + std::string(kThird) + "\\n";
  const Article article = read(
      "<h1>Ferries halt on the Lenn</h1><script "
      "type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"" +
          data + "\"}</script><p>Loading</p>",
      PageKind::kHtml);
  check_laws(article, false);
  EXPECT_EQ(bodies(article), "The ferr|Traders |An answe|The ferr|Traders |An answe|")
      << outline(article);
  EXPECT_TRUE(has_note(article, "linked_body"));
}

TEST(HtmlPage, TakesTheTitleWithoutItsKicker) {
  const Article article = read(
      "<meta property=og:title content='Ferries halt on the river Lenn'><h1>Ice in Velmark: "
      "Ferries halt on the river Lenn</h1>" +
          paragraph(kFirst) + paragraph(kSecond),
      PageKind::kHtml);
  EXPECT_EQ(article.title, "Ferries halt on the river Lenn");
  ASSERT_FALSE(article.blocks.empty());
  EXPECT_EQ(article.blocks[0].kind, BlockKind::kTitle);
}

TEST(HtmlPage, ToleratesOddData) {
  const std::string_view kScripts[] = {
      "",
      "{",
      "null",
      "[]",
      "[[[]]]",
      "{\"@type\":5}",
      "{\"@type\":[\"NewsArticle\"],\"author\":[1,null,{}]}",
      "{\"@type\":\"NewsArticle\",\"headline\":{\"a\":1},\"datePublished\":true}",
      "{\"@graph\":[{\"@id\":\"#a\",\"author\":{\"@id\":\"#a\"}}]}",
      "\xFF\xFE",
      "{\"a\":\"\\ud800\"}"};
  for (const std::string_view script : kScripts) {
    const Article article =
        read("<script type=application/ld+json>" + std::string(script) + "</script><p>x",
             PageKind::kHtml);
    check_laws(article, false);
    EXPECT_TRUE(has_note(article, "no_date")) << script;
  }
  EXPECT_TRUE(has_note(read("<script type=application/ld+json>{</script><p>x", PageKind::kHtml),
                       "broken_json_ld"));
}

TEST(Draft, FindsWhatAStandfirstRepeats) {
  constexpr std::string_view kBody =
      "It rained. The council of Lenna said on Monday that the new bridge over the Dal will not "
      "open before the spring of 2032, since two pillars must be built again. Nobody was glad.";
  struct Row {
    std::string_view words, want;  // beginning of what is found
  };
  constexpr std::string_view kFound = "The council of Lenna said";
  constexpr Row kRows[] = {
      {"The council of Lenna said on Monday that the new bridge over the Dal will not open before "
       "the spring of 2032, since two pillars must be built again",
       kFound},
      {"The council of Lenna said on Monday that the new bridge over the Dal will not open before "
       "the spri...",
       kFound},
      {"The council of Lenna said that the new bridge over the river Dal will not open before the "
       "spring of 2032, since two pillars must be built again.",
       kFound},
      // What differs in a number or a "not" says something else.
      {"The council of Lenna said on Monday that the new bridge over the Dal will open before the "
       "spring of 2032, since two pillars must be built again",
       ""},
      {"The council of Lenna said on Monday that the new bridge over the Dal will not open before "
       "the spring of 2034, since two pillars must be built again",
       ""},
      {"The council of Lenna is to meet on Monday to talk about the new bridge over the Dal", ""},
      {"It rained.", ""},
      {"", ""},
  };
  for (const Row& row : kRows) {
    const auto found = find_similar_words(kBody, 0, row.words);
    EXPECT_EQ(found.has_value(), !row.want.empty()) << row.words;
    EXPECT_TRUE(!found || kBody.substr(found->begin).starts_with(row.want)) << row.words;
  }
  // Time stays near linear where every word is the same.
  std::string same;
  for (int i = 0; i < 40000; ++i) same += "ferry ";
  const std::string other = same.substr(0, 600) + "boat boat boat boat boat";
  EXPECT_TRUE(find_similar_words(same, 0, same.substr(0, 700)).has_value());
  EXPECT_FALSE(find_similar_words(same, 0, other + other).has_value());
}

TEST(Article, GivesANoteWhereThereIsNone) {
  for (const PageKind kind : {PageKind::kHtml, PageKind::kText, PageKind::kProse}) {
    const Article article = read("", kind);
    check_laws(article, kind == PageKind::kProse);
    EXPECT_TRUE(has_note(article, "no_article"));
    EXPECT_TRUE(has_note(article, "no_date"));
    EXPECT_EQ(article.text.size(), 0U);
  }
  EXPECT_TRUE(has_note(read("Home\nSports\nLog in\n", PageKind::kText), "no_article"));
}

TEST(Article, TrustsThePageMoreThanTheHints) {
  const ArticleHints hints{
      .url = "http://v.example/2031/05/06/x", .date = "2031-01-02", .option_date = "2031-01-03"};
  EXPECT_EQ(read(kTextPage, PageKind::kText, {.date = "2031-01-02"}).published->value,
            "2031-03-03");
  EXPECT_EQ(read("x", PageKind::kProse, hints).published->from, DateSource::kUrl);
  EXPECT_EQ(read("x", PageKind::kProse, {.date = "2031-01-02", .option_date = "2031-01-03"})
                .published->from,
            DateSource::kJson);
  EXPECT_EQ(read("x", PageKind::kProse, {.date = "1956-11-04"}).published->value, "1956-11-04");
  EXPECT_EQ(read("x", PageKind::kProse, {.option_date = "2031-01-03"}).published->value,
            "2031-01-03");
}

TEST(Prose, PutsTheRestIntoTheLastBlock) {
  const std::string text = "One.\n\nTwo.\n\nThree.\n\nFour.\n";
  Result<Page> page = read_page(text, {.kind = PageKind::kProse});
  const Article article = make_article(*page, {.limits = {.blocks = 2}});
  ASSERT_EQ(article.blocks.size(), 2U);
  EXPECT_EQ(article.text.of(article.blocks[1].span), "Two.\n\nThree.\n\nFour.");
  EXPECT_EQ(article.text.view(), text);
  EXPECT_TRUE(std::ranges::count(article.notes, "limit_blocks", &Note::code) == 1);
}

TEST(Prose, KeepsEveryCodePoint) {
  const std::string_view text = "\xEF\xBB\xBFOne line.\r\n\r\n  Two\tlines\nhere. \n \n\nThree.\n";
  const Article article = read(text, PageKind::kProse);
  check_laws(article, true);
  EXPECT_EQ(article.text.view(), text);
  EXPECT_EQ(outline(article), "body: One line.\nbody: Two\tlines\nhere.\nbody: Three.\n");
  EXPECT_TRUE(article.furniture.empty());
}

TEST(Dates, AreReadInManyForms) {
  const struct {
    std::string_view text, value;
  } kRows[] = {
      {"2022-01-14T09:30:00+01:00", "2022-01-14T09:30:00+01:00"},
      {"2022-01-14T09:30:00.123Z", "2022-01-14T09:30:00Z"},
      {"2022-01-14T09:30:00+0530", "2022-01-14T09:30:00+05:30"},
      {"2022-01-14 09:30", "2022-01-14"},
      {"Fri, 14 Jan 2022 09:30:00 GMT", "2022-01-14T09:30:00+00:00"},
      {"Published January 14, 2022 at 9:30 p.m. EST", "2022-01-14T21:30:00-05:00"},
      {"Jan. 14, 2022", "2022-01-14"},
      {"14th of January, 2022", "2022-01-14"},
      {"14. Januar 2022, 09:30 Uhr", "2022-01-14"},
      {"14 de enero de 2022", "2022-01-14"},
      {"14 janvier 2022", "2022-01-14"},
      {"14.01.2022", "2022-01-14"},
      {"14/01/2022", "2022-01-14"},
      {"01/14/2022", "2022-01-14"},
      {"2022/01/14", "2022-01-14"},
      {"20220114", "2022-01-14"},
      {"31 February 2022", ""},
      {"market 14, 2022", ""},
      {"14 January", ""},
      {"1822-01-14", ""},
      {"", ""},
  };
  for (const auto& row : kRows) {
    const auto found = find_date(row.text);
    EXPECT_EQ(found ? found->value : "", row.value) << row.text;
  }
  EXPECT_EQ(find_date("03/04/2022", true)->value, "2022-03-04");
  EXPECT_EQ(find_date("03/04/2022", false)->value, "2022-04-03");
  EXPECT_TRUE(find_url_day("http://v.example/world/2022/01/14/talks").has_value());
  EXPECT_TRUE(find_url_day("http://v.example/2022/jan/14/talks").has_value());
  EXPECT_FALSE(find_url_day("http://v.example/story-2022?date=2022-01-14").has_value());
}

TEST(Credits, AreSplitFromTheEnd) {
  const struct {
    std::string_view text, credit;
  } kRows[] = {
      {"The river is closed\xE2\x80\xA6.reports Velmark Daily", "reports Velmark Daily"},
      {"The river is closed... reports Velmark Daily", "reports Velmark Daily"},
      {"It is closed. (Reuters)", "(Reuters)"},
      {"It is closed. \xE2\x80\x94 AP", "\xE2\x80\x94 AP"},
      {"It is closed. Reporting by Ada Venn; Editing by Bo Lind",
       "Reporting by Ada Venn; Editing by Bo Lind"},
      {"(Reporting by Ada Venn; editing by Bo Lind)",
       "(Reporting by Ada Venn; editing by Bo Lind)"},
      {"The minister reports Velmark Daily to the court", ""},
      {"He waited ... reports of floods came in", ""},
      {"It is closed (for now)", ""},
      {"", ""},
  };
  for (const auto& row : kRows) {
    const CreditSplit split = split_credit(row.text);
    EXPECT_EQ(split.credit, row.credit) << row.text;
    EXPECT_LE(split.body.size() + split.credit.size(), row.text.size());
  }
}

TEST(Lines, AreNamedByTheirWords) {
  const struct {
    std::string_view line;
    std::optional<FurnitureKind> kind;
  } kRows[] = {
      {"2 mins read", FurnitureKind::kReadingTime},
      {"ALSO READ: Ferries halt", FurnitureKind::kRelated},
      {"Share this article", FurnitureKind::kShare},
      {"Previous Story", FurnitureKind::kNavigation},
      {"\xC2\xA9 2031 Velmark Daily", FurnitureKind::kLegal},
      {"12 comments", FurnitureKind::kComment},
      {"By Ada Venn", FurnitureKind::kByline},
      {"Updated: 3 March 2031, 10:00 GMT", FurnitureKind::kDate},
      {"By noon the river was closed.", std::nullopt},
      {"Related costs rose in May, the ministry of trade said on Monday in a long note to all.",
       std::nullopt},
      {"Sharecroppers won the vote", std::nullopt},
  };
  for (const auto& row : kRows) EXPECT_EQ(find_furniture_kind(row.line), row.kind) << row.line;
}

TEST(Authors, AreSplitAndNamedByKind) {
  const auto authors = split_authors("By Ada Venn and Bo Lind, Reuters", "Velmark Daily");
  ASSERT_EQ(authors.size(), 3U);
  EXPECT_EQ(authors[0].name, "Ada Venn");
  EXPECT_EQ(authors[1].name, "Bo Lind");
  EXPECT_EQ(authors[2].kind, AuthorKind::kAgency);
  EXPECT_EQ(split_authors("Staff Writer", "")[0].kind, AuthorKind::kDesk);
  EXPECT_EQ(split_authors("Velmark Daily", "Velmark Daily")[0].kind, AuthorKind::kOutlet);
  EXPECT_TRUE(split_authors("https://v.example/ada", "").empty());
}

// Pages made of random pieces: the laws hold whatever they say.
TEST(Article, KeepsItsLawsOnGeneratedPages) {
  constexpr std::string_view kPieces[] = {
      "<p>",
      "</p>",
      "<div class=related>",
      "</div>",
      "<h1>",
      "</h1>",
      "<li>",
      "<br>",
      "<br><br>",
      "\n\n",
      "\n",
      " ",
      "\xC2\xA0",
      "The envoys of Norvenia said that nothing had been agreed, and went home. ",
      "\xE2\x80\xA6.reports Velmark Daily",
      "(Reuters)",
      "March 3, 2031",
      "2 mins read",
      "ALSO READ: x",
      "\xFF\xC3",
      "\xE2\x80\x9Cno\xE2\x80\x9D",
      "&#0;&#x80;&bogus;",
      "<figure>",
      "<figcaption>",
      "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"",
      "</script>",
      "\x01\x7F",
      "\xF0\x9F\x98\x80"};
  uint32_t seed = 1;
  for (int round = 0; round < 400; ++round) {
    std::string page;
    for (int i = 0; i < 40; ++i) {
      seed = seed * 1664525U + 1013904223U;
      page += kPieces[(seed >> 16U) % std::size(kPieces)];
    }
    for (const PageKind kind : {PageKind::kHtml, PageKind::kText, PageKind::kProse}) {
      const Article once = read(page, kind);
      check_laws(once, kind == PageKind::kProse);
      EXPECT_EQ(outline(once), outline(read(page, kind)));
    }
  }
}

TEST(Article, IsNearLinear) {
  // Quadratic work would take minutes; a slow machine or a sanitizer takes seconds.
  constexpr std::clock_t kNoHang = 20 * CLOCKS_PER_SEC;
  const std::clock_t begin = std::clock();
  std::string html = "<h1>The river is closed</h1>";
  std::string text;
  for (int i = 0; i < 15000; ++i) {
    html += "<p>The river is closed, said the harbour master, for the " + std::to_string(i) +
            "th time.</p>";
    text += "The river is closed, said the harbour master, for the " + std::to_string(i) +
            "th time this year.\n\n";
  }
  check_laws(read(html, PageKind::kHtml), false);
  check_laws(read(text, PageKind::kText), false);
  EXPECT_LT(std::clock() - begin, kNoHang);
}

}  // namespace
}  // namespace demarche
