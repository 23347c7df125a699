// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "language/language.h"

#include <gtest/gtest.h>

#include "language/inflection.h"

namespace demarche {
namespace {

TEST(Languages, LoadFromTheirTables) {
  const auto language = load_language(DEMARCHE_SOURCE_DIR "/data", "en");
  ASSERT_TRUE(language.has_value()) << language.error().message;
  EXPECT_TRUE(language->abbreviations.contains("gen."));
  EXPECT_EQ(language->abbreviation_kinds.at("gen."), AbbreviationKind::kTitle);
  EXPECT_TRUE(language->verbs.contains("withdraw"));
  EXPECT_EQ(language->words.at("withdrew").front().lemma, "withdraw");
  EXPECT_EQ(language->words.at("said").front().feats, "Past");
  EXPECT_EQ(language->words.at("crises").front().lemma, "crisis");
  EXPECT_TRUE(language->words.contains("cancelled"));
  EXPECT_TRUE(language->words.contains("canceled"));
  EXPECT_TRUE(language->proper_adjectives.contains("russian"));
}

TEST(Languages, FailWithTheNameOfTheFile) {
  const auto language = load_language(DEMARCHE_SOURCE_DIR "/data", "zz");
  ASSERT_FALSE(language.has_value());
  EXPECT_NE(language.error().message.find("zz/abbreviations.tsv"), std::string::npos);
}

TEST(Inflection, MakesRegularForms) {
  const struct {
    const char *base, *s, *ed, *ing;
  } rows[] = {
      {"stop", "stops", "stopped", "stopping"},    {"try", "tries", "tried", "trying"},
      {"agree", "agrees", "agreed", "agreeing"},   {"tie", "ties", "tied", "tying"},
      {"reach", "reaches", "reached", "reaching"}, {"veto", "vetoes", "vetoed", "vetoing"},
      {"delay", "delays", "delayed", "delaying"},  {"panic", "panics", "panicked", "panicking"},
      {"wait", "waits", "waited", "waiting"},      {"use", "uses", "used", "using"}};
  for (const auto& [base, s, ed, ing] : rows) {
    EXPECT_EQ(s_form(base), s);
    EXPECT_EQ(ed_form(base, is_doubling(base)), ed);
    EXPECT_EQ(ing_form(base, is_doubling(base)), ing);
  }
  EXPECT_EQ(comparative("big"), "bigger");
  EXPECT_EQ(superlative("early"), "earliest");
}

TEST(Identify, TellsLanguagesApart) {
  const struct {
    const char *text, *code;
  } rows[] = {
      {"The minister told reporters that the talks with the neighbouring state would go on.", "en"},
      {"Le ministre a déclaré aux journalistes que les négociations allaient se poursuivre.", "fr"},
      {"Der Minister sagte den Journalisten, dass die Gespräche fortgesetzt werden sollen.", "de"},
      {"Министр заявил журналистам, что переговоры с соседним государством продолжатся.", "ru"},
      {"", "und"},
      {"ok", "und"},
      {"1234 5678 9012 3456 7890 1234", "und"},
  };
  for (const auto& [text, code] : rows) EXPECT_EQ(identify_language(text).code, code) << text;
}

TEST(Identify, TakesBrokenAndHugeText) {
  EXPECT_EQ(identify_language(std::string(100, '\xE4')).code, "und");
  std::string huge;
  while (huge.size() < (1U << 20U)) huge += "The envoys met in the capital and spoke for hours. ";
  EXPECT_EQ(identify_language(huge).code, "en");
}

}  // namespace
}  // namespace demarche
