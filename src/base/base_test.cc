// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "base/day.h"
#include "base/sha256.h"
#include "base/strings.h"
#include "base/text.h"
#include "base/tsv.h"
#include "base/utf8.h"

namespace demarche {
namespace {

TEST(OffsetMap, GoesBothWays) {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "aé界😀";
  const OffsetMap map(text);
  EXPECT_EQ(map.size(), 200U);
  uint32_t count = 0;
  for (uint32_t at = 0; at < text.size(); at += decode_utf8(text, at).length, ++count) {
    EXPECT_EQ(map.code_point(at), count);
    EXPECT_EQ(map.byte(count), at);
  }
  EXPECT_EQ(map.code_point(static_cast<uint32_t>(text.size())), 200U);
  EXPECT_EQ(map.byte(200), text.size());
  EXPECT_EQ(OffsetMap("").size(), 0U);
  EXPECT_EQ(OffsetMap("").byte(0), 0U);
}

TEST(Utf8, ReplacesEachInvalidByte) {
  const std::pair<std::string, size_t> cases[] = {{"plain", 0},
                                                  {"\xC3\xA9", 0},
                                                  {"\xC3", 1},
                                                  {"\xC0\x80", 2},
                                                  {"\xED\xA0\x80", 3},
                                                  {"\xF4\x90\x80\x80", 4},
                                                  {"a\xFF"
                                                   "b",
                                                   1},
                                                  {"", 0}};
  for (const auto& [bytes, wanted] : cases) EXPECT_EQ(repair_utf8(bytes).replaced, wanted);
}

TEST(Day, KnowsTheCalendar) {
  EXPECT_EQ(format_day(*parse_day("2024-02-29")), "2024-02-29");
  for (const char* bad : {"2023-02-29", "2022-13-01", "2022-1-1", "", "2022-01-1x", "-022-01-01"}) {
    EXPECT_FALSE(parse_day(bad)) << bad;
  }
  EXPECT_EQ(iso_weekday(*parse_day("2024-02-29")), 4U);
  EXPECT_EQ(format_week(iso_week(*parse_day("2021-01-03"))), "2020-W53");
  EXPECT_EQ(format_week(iso_week(*parse_day("2024-12-30"))), "2025-W01");
  EXPECT_EQ(format_day(last_of_month(2024, 2)), "2024-02-29");
}

TEST(Strings, FoldAndSplit) {
  EXPECT_EQ(fold_space("  a \t\n b\u00A0c "), "a b c");
  EXPECT_EQ(fold_case("Élan “X”—Y’s"), "élan \"x\"-y's");
  EXPECT_EQ(split("a||b", '|').size(), 3U);
  EXPECT_EQ(nearest_name("raed", {"read", "work"}), "read");
  EXPECT_EQ(nearest_name("zzzzzz", {"read", "work"}), "");
  EXPECT_FALSE(parse_int("12x"));
}

TEST(Strings, LoseTheMarksOfLatinLetters) {
  const std::pair<const char*, const char*> cases[] = {
      {"", ""},
      {"Norvenia", "Norvenia"},
      {"Łódź", "Lodz"},
      {"Łucja Brøk", "Lucja Brok"},
      {"İğdır", "Igdir"},
      {"Đorđe Šćepan", "Dorde Scepan"},
      {"Weiß, Æsir, œuvre", "Weiss, Aesir, oeuvre"},
      {"Þór", "Thor"},
      {"Nguyễn", "Nguyen"},
      {"e\u0301te", "ete"},  // two code points
      {"한국 東京", "한국 東京"},
      {"“É” – 5 €", "“E” – 5 €"},
      {"a😀é", "a😀e"}};
  for (const auto& [text, plain] : cases) {
    EXPECT_EQ(without_accents(text), plain);
    EXPECT_EQ(without_accents(plain), plain);
  }
}

TEST(Sha256, MatchesTheStandard) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Tsv, SaysWhichLineIsWrong) {
  const auto good = parse_tsv("t", "# c\nid\tname\n\na\tb\r\n", {"id"});
  ASSERT_TRUE(good);
  EXPECT_EQ(good->rows.at(0).fields, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(good->rows.at(0).line, 4U);
  const auto short_row = parse_tsv("t", "id\tname\na\n", {"id"});
  ASSERT_FALSE(short_row);
  EXPECT_EQ(short_row.error().message, "t:2: 1 fields, the header has 2");
  EXPECT_FALSE(parse_tsv("t", "id\n", {"name"}));
  EXPECT_FALSE(load_tsv("/does/not/exist", {}));
}

}  // namespace
}  // namespace demarche
