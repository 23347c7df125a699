// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analyze.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace demarche {
namespace {

const std::string kData = std::string(DEMARCHE_SOURCE_DIR) + "/data";

const Knowledge& knowledge() {
  static const Knowledge all = *load_knowledge(kData, {kData + "/en/patterns/actors"});
  return all;
}

Document read(const std::string& bytes, PageKind kind, const Limits& limits = {}) {
  Input input;
  input.bytes = bytes;
  input.kind = kind;
  return *analyze(input, knowledge(), {.date = "2030-05-16", .limits = limits});
}

long count_notes(const Document& document, const std::string& code) {
  return std::ranges::count(document.notes, code, &Note::code);
}

TEST(Analyze, SaysEveryOddityOnce) {
  const Document document = read("<p>a<p>b<p>c", PageKind::kHtml, {.blocks = 2});
  EXPECT_EQ(count_notes(document, "limit_blocks"), 1);
}

TEST(Analyze, TakesTheLanguageFromTheTagOrTheText) {
  const std::string text = "<p>Zxq vbnq wrtq zxq kvd mrr trq.</p>";
  const std::pair<const char*, const char*> rows[] = {
      {"en-GB", "en"},    {"EN_us", "en"}, {"a\xE2\x82\xAC", "und"}, {"x", "und"}, {"", "und"},
      {"english", "und"}, {"-", "und"}};
  for (const auto& [tag, wanted] : rows) {
    const std::string page = "<html lang=\"" + std::string(tag) + "\"><h1>Zxq</h1>" + text;
    EXPECT_EQ(read(page, PageKind::kHtml).language, wanted) << tag;
  }
}

TEST(Analyze, NotesWhatALimitCuts) {
  const std::string text =
      "Norvenia said the road was open on Monday. Ostravia said it was closed.";
  EXPECT_EQ(count_notes(read(text, PageKind::kProse), "limit_rows"), 0);
  const Document document = read(text, PageKind::kProse, {.rows = 1});
  EXPECT_EQ(document.statements.size(), 1U);
  EXPECT_GE(count_notes(document, "limit_rows"), 2);
}

TEST(Analyze, TracesTheArticleThatItReads) {
  Input input;
  input.kind = PageKind::kHtml;
  input.bytes = "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"";
  for (int i = 0; i < 40; ++i) input.bytes += "Norvenia said the road was open. ";
  input.bytes += "\"}</script><p>Please turn on scripts.</p>";
  const auto trace = trace_page(input, knowledge(), {});
  ASSERT_TRUE(trace);
  const Document document = *analyze(input, knowledge(), {});
  EXPECT_EQ(trace->blocks.size(), 1U);
  EXPECT_EQ(trace->article.text.view(), document.article.text.view());
  EXPECT_EQ(count_notes(document, "linked_body"), 1);
  EXPECT_EQ(trace->article.notes.size(), document.article.notes.size());
  input.bytes = "%PDF-1.4 \x01\x02";
  EXPECT_FALSE(trace_page(input, knowledge(), {}));
}

TEST(Analyze, IsTheSameTwice) {
  const std::string text = "Norvenia warned on Monday that it would send troops to Ostravia.";
  const Document one = read(text, PageKind::kProse);
  const Document two = read(text, PageKind::kProse);
  EXPECT_EQ(one.id, two.id);
  EXPECT_EQ(one.statements.size(), two.statements.size());
  EXPECT_EQ(one.events.size(), two.events.size());
}

}  // namespace
}  // namespace demarche
