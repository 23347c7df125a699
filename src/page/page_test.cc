// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "page/page.h"

#include <gtest/gtest.h>

#include <ctime>

#include "base/utf8.h"
#include "page/encoding.h"
#include "page/input.h"

namespace demarche {
namespace {

using std::string_view_literals::operator""sv;

Page read(std::string_view bytes, PageKind kind = PageKind::kHtml, Limits limits = {}) {
  Result<Page> page = read_page(bytes, {.kind = kind, .limits = limits});
  EXPECT_TRUE(page.has_value()) << page.error().message;
  return page ? *page : Page{};
}

std::string texts(const Page& page) {
  std::string all;
  for (const PageBlock& block : page.blocks) all += "[" + block.text + "]";
  return all;
}

bool has_note(const Page& page, std::string_view code) {
  for (const Note& note : page.notes) {
    if (note.code == code) return true;
  }
  return false;
}

TEST(Page, CutsHtmlIntoBlocks) {
  const struct {
    std::string_view html, blocks;
  } kRows[] = {
      {"", ""},
      {"   \n ", ""},
      {"<p></p><p> </p>", ""},
      {"<p>one</p><p>two</p>", "[one][two]"},
      {"<p>one <b>bold</b>\n  word</p>", "[one bold word]"},
      {"<div>a<p>b</p>c</div>", "[a][b][c]"},
      {"<p>one<br>still<br><br>two<br/>&nbsp;<br/>three</p>", "[one still][two][three]"},
      {"<p>a&amp;b &#150; &ndash;</p>", "[a&b \xE2\x80\x93 \xE2\x80\x93]"},
      {"<p>soft&shy;hyphen</p>", "[softhyphen]"},
      {"<p>x</p><script>var p = '<p>no</p>';</script><style>p{}</style><p>y</p>", "[x][y]"},
      {"<noscript><p>no</p></noscript><template><p>no</p></template><svg><text>no</text></svg><p>y",
       "[y]"},
      {"<div hidden><p>no</p></div><div style='display: none'>no</div><p>y</p>", "[y]"},
      {"<div hidden id='S:0'><p>streamed</p></div>", "[streamed]"},
      {"<div class='modal' aria-hidden=true>no</div><p aria-hidden=true>yes</p>", "[yes]"},
      {"<ul><li>one<li>two</ul>", "[one][two]"},
      {"<p>unclosed <i>tag<p>next", "[unclosed tag][next]"},
      {"<p>a</b></i></div>b</p>", "[ab]"},
      {"<my-box>one</my-box><my-box>two</my-box>", "[one][two]"},
  };
  for (const auto& row : kRows) {
    const Page page = read(row.html);
    EXPECT_EQ(texts(page), row.blocks) << row.html;
    EXPECT_EQ(has_note(page, "empty"), page.blocks.empty()) << row.html;
  }
}

TEST(Page, KnowsWhereABlockStands) {
  const Page page = read(
      "<html lang=en><body class=Post>\n<article id=Main>\n<p itemprop=Text>one <a "
      "href=x>two</a></p>"
      "<p>three</p></article></body></html>");
  ASSERT_EQ(page.blocks.size(), 2U);
  EXPECT_EQ(page.blocks[0].tag, "p");
  EXPECT_EQ(page.blocks[0].path, "html body article p");
  EXPECT_EQ(page.blocks[0].marks, "text main post");
  EXPECT_EQ(page.blocks[0].line, 3U);
  EXPECT_FLOAT_EQ(page.blocks[0].link_share, 0.5F);
  ASSERT_LT(page.blocks[1].element, page.elements.size());
  EXPECT_NE(page.blocks[0].element, page.blocks[1].element);
  EXPECT_EQ(page.elements[page.blocks[0].element].parent,
            page.elements[page.blocks[1].element].parent);
}

TEST(Page, CollectsWhatTheHeadSays) {
  const Page page = read(
      "<html lang='en-GB'><head><title>A &amp; B</title><meta property='OG:Title' content='A'>"
      "<meta name=author content=' Ada  Venn '><link rel=canonical href='http://v.example/1'>"
      "<script type='application/ld+json'>{\"@type\":\"Article\"}</script></head>"
      "<body><time datetime='2031-02-03'>x</time><span itemprop=datePublished "
      "content='2031-02-04'></span>"
      "<span itemprop=author><b itemprop=name>Bo Lind</b> of Velmark</span><a rel=author href=x>Cy "
      "Orr</a>");
  std::string all;
  for (const MetaItem& item : page.meta) all += item.name + "=" + item.content + ";";
  EXPECT_EQ(
      all,
      "<html lang>=en-GB;<title>=A & B;og:title=A;author=Ada Venn;<link "
      "canonical>=http://v.example/1;"
      "<time datetime>=2031-02-03;<itemprop datepublished>=2031-02-04;<itemprop author>=Bo Lind;"
      "<rel author>=Cy Orr;");
  ASSERT_EQ(page.json_ld.size(), 1U);
  EXPECT_EQ(page.json_ld[0], "{\"@type\":\"Article\"}");
}

TEST(Page, DecodesWhatItIsGiven) {
  const struct {
    std::string_view name, bytes, blocks;
    PageKind kind = PageKind::kHtml;
  } kRows[] = {
      {"utf-8", "<p>\xC3\xA4</p>", "[\xC3\xA4]"},
      {"utf-8 mark", "\xEF\xBB\xBF<p>\xC3\xA4</p>", "[\xC3\xA4]"},
      {"utf-16le mark", "\xFF\xFE<\0p\0>\0\xE4\0"sv, "[\xC3\xA4]"},
      {"utf-16be mark", "\xFE\xFF\0<\0p\0>\0\xE4"sv, "[\xC3\xA4]"},
      {"utf-16le no mark", "<\0p\0>\0h\0i\0"sv, "[hi]"},
      {"utf-16be no mark", "\0<\0p\0>\0h\0i"sv, "[hi]"},
      {"utf-16 pair", "\xFF\xFE<\0p\0>\0\x3D\xD8\x00\xDE"sv, "[\xF0\x9F\x98\x80]"},
      {"utf-16 half a pair", "\xFF\xFE<\0p\0>\0\x3D\xD8"sv, "[\xEF\xBF\xBD]"},
      {"latin-1 is windows-1252", "<meta charset=iso-8859-1><p>\x93x\x94 \xE4",
       "[\xE2\x80\x9Cx\xE2\x80\x9D \xC3\xA4]"},
      {"gb2312 is gbk", "<meta charset=gb2312><p>\xC4\xE3\xBA\xC3", "[\xE4\xBD\xA0\xE5\xA5\xBD]"},
      {"wrong about itself", "<meta charset=iso-8859-1><p>\xC3\xA4\xC3\xB6\xC3\xBC",
       "[\xC3\xA4\xC3\xB6\xC3\xBC]"},
      {"unknown label", "<meta charset=klingon><p>\xC3\xA4", "[\xC3\xA4]"},
      {"text page", "one\r\n\r\n  two \xE2\x80\xA6\rthree\n", "[one][two \xE2\x80\xA6][three]",
       PageKind::kText},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(texts(read(row.bytes, row.kind)), row.blocks) << row.name;
  }
  const Result<Page> header =
      read_page("<p>\xE4", {.content_type = "text/html; charset=\"latin1\""});
  ASSERT_TRUE(header.has_value());
}

TEST(Page, LetsAStrayNulOfAPagePass) {
  std::string html = "<p>" + std::string(600, 'x') + "</p><p>y</p>";
  html.insert(50, 1, '\0');
  EXPECT_EQ(read(html).blocks.size(), 2U);
  EXPECT_FALSE(read_page(html, {.kind = PageKind::kText}).has_value());
}

TEST(Page, ReplacesBrokenBytes) {
  const Page page = read("<p>\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4 \xFFx");
  EXPECT_EQ(texts(page), "[\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4 \xEF\xBF\xBDx]");
  EXPECT_TRUE(has_note(page, "invalid_bytes"));
}

TEST(Page, LeavesProseAsItIs) {
  const std::string_view prose = "\xEF\xBB\xBF one\r\n\r\n\ttwo \xC3\xA4 ";
  EXPECT_EQ(read(prose, PageKind::kProse).text, prose);
  const Page broken = read("a\xFF\xC3z", PageKind::kProse);
  EXPECT_EQ(broken.text, "a\xEF\xBF\xBD\xEF\xBF\xBDz");
  EXPECT_TRUE(has_note(broken, "invalid_bytes"));
  EXPECT_TRUE(has_note(read(" \n", PageKind::kProse), "empty"));
}

TEST(Page, RefusesWhatIsNoText) {
  const std::string_view kRows[] = {"%PDF-1.7 x",
                                    "PK\x03\x04 x",
                                    "\x1F\x8B x",
                                    "\x89PNG\r\n\x1A\n",
                                    "\xFF\xD8\xFF\xE0",
                                    "\x7F"
                                    "ELF\x02",
                                    "\xFF\xFE\0\0<\0\0\0"sv,
                                    "ab\0cdef\0gh\0\0"sv,
                                    "\x01\x02\x03\x04\x05\x06"};
  for (const std::string_view bytes : kRows) {
    for (const PageKind kind : {PageKind::kHtml, PageKind::kText, PageKind::kProse}) {
      const Result<Page> page = read_page(bytes, {.kind = kind});
      ASSERT_FALSE(page.has_value()) << bytes;
      EXPECT_EQ(page.error().code, "binary");
    }
  }
  const Result<Page> large =
      read_page("<p>12345", {.kind = PageKind::kHtml, .limits = {.file_bytes = 4}});
  ASSERT_FALSE(large.has_value());
  EXPECT_EQ(large.error().code, "too_large");
}

/// Quadratic work would take minutes; a slow machine or a sanitizer takes seconds.
constexpr std::clock_t kNoHang = 20 * CLOCKS_PER_SEC;

TEST(Page, StandsDeepNesting) {
  const std::clock_t begin = std::clock();
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<div><b>";
  deep += "word";
  for (int i = 0; i < 100000; ++i) deep += "</i></div>";
  const Page page = read(deep + "<p>end");
  EXPECT_EQ(texts(page), "[word][end]");
  EXPECT_TRUE(has_note(page, "limit_depth"));
  EXPECT_LT(std::clock() - begin, kNoHang);
}

TEST(Page, StandsHugeTags) {
  const std::clock_t begin = std::clock();
  std::string tag = "<p>a</p><a";
  for (int i = 0; i < 200000; ++i) tag += " a" + std::to_string(i) + "='>\"'";
  const Page page = read(tag + ">one</a><p title='a > b' id=x>two</p>");
  EXPECT_EQ(texts(page), "[a][one][two]");
  EXPECT_TRUE(has_note(page, "limit_attributes"));
  EXPECT_LT(std::clock() - begin, kNoHang);
}

TEST(Page, StandsBadInput) {
  const std::clock_t begin = std::clock();
  const auto many = [](std::string_view part, int count) {
    std::string all;
    for (int i = 0; i < count; ++i) all += part;
    return all;
  };
  const struct {
    std::string name, html, blocks;
  } kRows[] = {
      {"nested tables",
       many("<table><tr><td>", 10000) + "word" + many("</table>", 10000) + "<p>end", "[word][end]"},
      {"unclosed comment", "<p>one</p><!-- two <p>three", "[one]"},
      {"unclosed script", "<p>one</p><script>if (a < b) {} <p>two", "[one]"},
      {"unclosed data", "<p>one</p><script type=application/ld+json>{\"a\":1 <p>two", "[one]"},
      {"unclosed style", "<p>one</p><style>p { } <p>two", "[one]"},
      {"half a tag", "<p>one</p><p class='a", "[one]"},
      {"half a reference", "<p>one &am", "[one &am]"},
      {"half a sign", "<p>one \xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4 \xE2\x80",
       "[one \xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4 \xEF\xBF\xBD\xEF\xBF\xBD]"},
      {"template in a picture", "<p>one</p><svg><template><p>x</p></template></svg><p>two",
       "[one][two]"},
      {"picture that is never closed", "<p>one</p><svg><g><div><h1>two</h1><p>three</p></div>",
       "[one][two][three]"},
      {"HTML in a picture", "<p>one</p><svg><desc><p>x</p></desc><g><text>y</text></g></svg><p>two",
       "[one][two]"},
      {"picture in hidden text", "<div hidden><svg><p>x</p></svg></div><p>one", "[one]"},
      {"NULs", "<p>o" + std::string(1, '\0') + "ne</p>" + many("<p>word</p>", 100),
       "[o ne]" + many("[word]", 100)},
      {"many captures", many("<b class=author>", 5000) + "one" + many("</b>", 5000), "[one]"},
      {"many links", many("<a href=/author/x>a</a> ", 50), "[" + many("a ", 49) + "a]"},
  };
  for (const auto& row : kRows) EXPECT_EQ(texts(read(row.html)), row.blocks) << row.name;
  const std::string line = many("word ", 400000);
  EXPECT_EQ(read("<p>" + line).blocks.size(), 1U);
  EXPECT_EQ(read(line, PageKind::kText).blocks.size(), 1U);
  EXPECT_LE(read("<p class='" + many("author ", 200000) + "'>x").blocks[0].marks.size(), 1000U);
  EXPECT_LT(std::clock() - begin, kNoHang);
}

TEST(Page, KeepsWhereMarkedAuthorsStand) {
  const Page page = read(
      "<p>one</p><div class='byline x'>By <a href=/authors/ada>Ada Venn</a></div><p>two</p>"
      "<div class=author-image>no</div><a href=/authority/>no</a><a href=/>no</a>");
  std::string all;
  for (const MetaItem& item : page.meta)
    all += item.name + "=" + item.content + "@" + std::to_string(item.block) + " ";
  EXPECT_EQ(all, "<link author>=Ada Venn@1 <class author>=By Ada Venn,@2 ");
}

TEST(Page, KeepsTheStateOfApplications) {
  const Page page = read(
      "<script type=application/json>{\"a\":1}</script><script>self.__next_f.push([1,\"x\"])"
      "</script><script>var other = 1</script><script type=text/template>no</script><p>one");
  ASSERT_EQ(page.states.size(), 2U);
  EXPECT_EQ(page.states[0], "{\"a\":1}");
  EXPECT_EQ(texts(page), "[one]");
}

TEST(Page, DropsBlocksOverTheLimit) {
  const Page page = read("<p>a<p>b<p>c", PageKind::kHtml, {.blocks = 2});
  EXPECT_EQ(texts(page), "[a][b]");
  EXPECT_TRUE(has_note(page, "limit_blocks"));
  EXPECT_TRUE(has_note(read("a\nb\nc", PageKind::kText, {.blocks = 2}), "limit_blocks"));
}

TEST(Page, GuessesTheKind) {
  const struct {
    std::string_view bytes;
    PageKind kind;
  } kRows[] = {
      {"", PageKind::kText},
      {"Plain words.", PageKind::kText},
      {"1 < 2 and 3 > 2", PageKind::kText},
      {"<3 is a heart", PageKind::kText},
      {"<!DOCTYPE html><p>", PageKind::kHtml},
      {"\xEF\xBB\xBF \n<HTML>", PageKind::kHtml},
      {"<!-- made by hand --><html>", PageKind::kHtml},
      {"<?xml version='1.0'?><html>", PageKind::kHtml},
      {"<p>fragment</p>", PageKind::kHtml},
      {"\xFF\xFE<\0h\0t\0m\0l\0>\0"sv, PageKind::kHtml},
      {"{\"@type\": \"NewsArticle\"}", PageKind::kHtml},
      {"\xEF\xBB\xBF\n[{\"title\": \"Ice\"}]\n", PageKind::kHtml},
      {"{\"id\": \"1\", \"prose\": \"Norvenia waits.\"}", PageKind::kText},
      {"{\"id\": 1}\n{\"id\": 2}", PageKind::kText},
      {"{words in brackets}", PageKind::kText},
      {"[1, 2, 3]", PageKind::kText},
      {"{}", PageKind::kText},
  };
  for (const auto& row : kRows) EXPECT_EQ(guess_page_kind(row.bytes), row.kind) << row.bytes;
}

TEST(Page, TakesJsonAsThePagesOwnData) {
  const std::string_view json = "\n[{\"id\": 7, \"title\": \" Ice  again \"}, {\"title\": \"x\"}]";
  const Page page = read(json, PageKind::kHtml);
  EXPECT_TRUE(page.blocks.empty());
  EXPECT_EQ(page.json_ld, std::vector<std::string>{std::string(json)});
  EXPECT_EQ(page.states, page.json_ld);
  ASSERT_EQ(page.meta.size(), 1U);
  EXPECT_EQ(page.meta[0].name, "<title>");
  EXPECT_EQ(page.meta[0].content, "Ice again");
  EXPECT_TRUE(has_note(page, "json"));
  EXPECT_FALSE(has_note(page, "empty"));
  // Neither what is no whole object, nor a page of another kind.
  for (const std::string_view other :
       {"{\"a\": 1", "{\"a\": 1} and more", "{\"a\": 1}<p>", "{\"a\": \"\\ud800\"}"}) {
    EXPECT_FALSE(has_note(read(other, PageKind::kHtml), "json")) << other;
  }
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "{\"a\":";
  EXPECT_FALSE(has_note(read(deep + "1" + std::string(100000, '}'), PageKind::kHtml), "json"));
  EXPECT_EQ(texts(read("{\"a\": 1}", PageKind::kText)), "[{\"a\": 1}]");
}

TEST(Input, ReadsALine) {
  const Result<Input> input = read_json_line(
      R"({"id":"a\u0000b ","url":"u","date":"2031-02-03","title":"t","prose":"\ufeffhi\r","extra":[1],)"
      R"("pairs":[{"source":[0,1],"target":[2,3]}]})",
      "f.jsonl", 7);
  ASSERT_TRUE(input.has_value()) << input.error().message;
  EXPECT_EQ(input->id, "a\0b "sv);
  EXPECT_EQ(input->record, 7U);
  EXPECT_EQ(input->bytes, "\xEF\xBB\xBFhi\r");
  EXPECT_EQ(input->kind, PageKind::kProse);
  EXPECT_TRUE(input->asks_pairs);
  ASSERT_EQ(input->pairs.size(), 1U);
  EXPECT_EQ(input->pairs[0].target_start, 2U);
  const Result<Input> coded = read_json_line(
      R"({"html_base64":"PHA+5A==","content_type":"text/html; charset=latin1"})", "f", 0);
  ASSERT_TRUE(coded.has_value()) << coded.error().message;
  EXPECT_EQ(coded->bytes, "<p>\xE4");
  EXPECT_EQ(coded->content_type, "text/html; charset=latin1");
  const Result<Input> unicode =
      read_json_line(R"({"html":"<meta charset=latin1><p>\u00e4"})", "f", 0);
  ASSERT_TRUE(unicode.has_value());
  EXPECT_EQ(texts(*read_page(unicode->bytes,
                             {.kind = unicode->kind, .content_type = unicode->content_type})),
            "[\xC3\xA4]");
  EXPECT_TRUE(read_json_line(R"({"id":null,"page":"","html":null})", "f", 0).has_value());
}

TEST(Input, SaysWhatIsWrongWithALine) {
  const struct {
    std::string_view line, part;
  } kRows[] = {
      {"", "broken JSON"},
      {"{", "broken JSON"},
      {"[1]", "not a JSON object"},
      {"{}", "line has no html, html_base64, page or prose"},
      {R"({"prose":null})", "line has no html"},
      {R"({"prose":1})", "prose: not a string"},
      {R"({"id":1,"prose":""})", "id: not a string"},
      {R"({"page":"a","prose":"b"})", "line has both page and prose"},
      {R"({"html_base64":"@@@"})", "not base64"},
      {R"({"html_base64":"A"})", "not base64"},
      {R"({"prose":"a","pairs":{}})", "pairs: not a list"},
      {R"({"prose":"a","pairs":[{"source":[2,1],"target":[0,1]}]})", "pairs: item 0"},
      {R"({"prose":"a","pairs":[3]})", "pairs: item 0"},
      {R"({"prose":"a","pairs":[{"source":[-1,1],"target":[0,1]}]})", "pairs: item 0"},
  };
  for (const auto& row : kRows) {
    const Result<Input> input = read_json_line(row.line, "f", 0);
    ASSERT_FALSE(input.has_value()) << row.line;
    EXPECT_NE(input.error().message.find(row.part), std::string::npos) << input.error().message;
  }
}

}  // namespace
}  // namespace demarche
