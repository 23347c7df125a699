// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "parse/lemmas.h"
#include "parse/span_path.h"

namespace demarche {
namespace {

const std::vector<std::string> kLabels = {"O",     "B-PER", "I-PER", "E-PER",
                                          "S-PER", "B-LOC", "E-LOC"};

std::vector<uint16_t> path_of(const std::vector<std::vector<float>>& rows) {
  SpanPath path;
  EXPECT_TRUE(path.make(kLabels));
  std::vector<float> scores;
  for (const auto& row : rows) scores.insert(scores.end(), row.begin(), row.end());
  std::vector<uint16_t> found;
  path.find(scores.data(), rows.size(), kLabels.size(), found);
  return found;
}

TEST(SpanPath, TakesTheBestLabelsThatFitTogether) {
  // The second row likes E-LOC best, which cannot follow B-PER.
  EXPECT_EQ(path_of({{0, 5, 0, 0, 0, 4, 0}, {0, 0, 0, 3, 0, 0, 3.5F}}),
            (std::vector<uint16_t>{1, 3}));
  EXPECT_EQ(path_of({{0, 5, 0, 0, 0, 4, 0}, {0, 0, 0, 3, 0, 0, 4.5F}}),
            (std::vector<uint16_t>{5, 6}));
}

TEST(SpanPath, NeitherBeginsNorEndsWithinASpan) {
  EXPECT_EQ(path_of({{0, 9, 9, 9, 1, 9, 9}}), (std::vector<uint16_t>{4}));
  EXPECT_TRUE(path_of({}).empty());
}

TEST(SpanPath, RefusesLabelsOfAnotherScheme) {
  SpanPath path;
  EXPECT_FALSE(path.make({"O", "X-PER"}));
  EXPECT_FALSE(path.make({"O", "PER"}));
  EXPECT_FALSE(path.make({"B-PER", "I-PER"}));
  EXPECT_FALSE(path.make({}));
}

std::string apply(std::string_view script, std::string_view form) {
  LemmaScript parsed;
  EXPECT_TRUE(LemmaScript::parse(script, parsed)) << script;
  return parsed.apply(form);
}

TEST(LemmaScript, MakesLemmas) {
  EXPECT_EQ(apply("l|3|y", "Cities"), "city");
  EXPECT_EQ(apply("k|0|", "Norvenia"), "Norvenia");
  EXPECT_EQ(apply("k|1|", "cafés"), "café");
  EXPECT_EQ(apply("k|2|", "ééé"), "é");
  EXPECT_EQ(apply("k|9|x", "éa"), "éx");  // the first letter stays
  EXPECT_EQ(apply("=be", "was"), "be");
  EXPECT_EQ(apply("l|0||", "A"), "a|");
  EXPECT_EQ(apply("k|1|", ""), "");
}

TEST(LemmaScript, RefusesWhatIsNone) {
  LemmaScript script;
  for (const char* line : {"", "=", "l", "l|1", "x|1|a", "l|-1|a", "l|101|a", "l|a|b"})
    EXPECT_FALSE(LemmaScript::parse(line, script)) << line;
}

TEST(LemmaTable, KnowsFormsByTheirTag) {
  LemmaTable table;
  ASSERT_TRUE(table.make({"left\tVERB\tleave", "left\tADJ\tleft"}));
  EXPECT_EQ(table.find("left", "VERB"), "leave");
  EXPECT_EQ(table.find("left", "ADJ"), "left");
  EXPECT_EQ(table.find("left", "NOUN"), "");
  EXPECT_FALSE(table.make({"left\tVERB"}));
  EXPECT_FALSE(table.make({"left\tVERB\t"}));
}

}  // namespace
}  // namespace demarche
