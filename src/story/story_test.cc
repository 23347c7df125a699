// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "story/story.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/strings.h"

namespace demarche {
namespace {

Telling told(std::string document, std::string speaker, std::string_view words,
             std::string_view day = "2031-04-02") {
  Telling telling{.document = std::move(document),
                  .row = "s1",
                  .side = "NOV",
                  .speaker = std::move(speaker),
                  .day = parse_day(day)};
  for (auto word : split(words, ' ')) telling.words.emplace_back(word);
  return telling;
}

TEST(Story, FoldsAReprintIntoTheFirstTelling) {
  auto utterances = find_utterances({told("a", "vel", "talks velmark harbour failed utterly today"),
                                     told("b", "vel", "talks velmark harbour failed utterly")});
  EXPECT_EQ(utterances, (std::vector<std::string>{"a#s1", "a#s1"}));
}

TEST(Story, KeepsTwoSpeakersApart) {
  auto utterances = find_utterances({told("a", "vel", "talks velmark harbour failed"),
                                     told("b", "dor", "talks velmark harbour failed")});
  EXPECT_EQ(utterances, (std::vector<std::string>{"a#s1", "b#s1"}));
}

TEST(Story, KeepsTheSameWordsOfAnotherMonthApart) {
  auto utterances =
      find_utterances({told("a", "vel", "talks velmark harbour failed"),
                       told("b", "vel", "talks velmark harbour failed", "2031-06-02")});
  EXPECT_EQ(utterances[1], "b#s1");
}

TEST(Story, KeepsOtherWordsApart) {
  auto utterances = find_utterances({told("a", "vel", "talks velmark harbour failed"),
                                     told("b", "vel", "ferries return ostravia monday")});
  EXPECT_EQ(utterances[1], "b#s1");
}

TEST(Story, KeepsOppositePolesApart) {
  std::vector<Telling> tellings = {told("a", "vel", "the talks in velmark will now go on"),
                                   told("b", "vel", "the talks in velmark will now go on"),
                                   told("c", "vel", "the talks in velmark will now not go on")};
  tellings[0].pole = 1;
  tellings[2].pole = -1;
  EXPECT_EQ(find_utterances(tellings), (std::vector<std::string>{"a#s1", "b#s1", "c#s1"}));
  tellings[1].pole = 2;
  EXPECT_EQ(find_utterances(tellings), (std::vector<std::string>{"a#s1", "a#s1", "c#s1"}));
}

TEST(Story, FoldsAnUndatedTellingOnlyInItsOwnDocument) {
  auto utterances = find_utterances({told("a", "vel", "talks velmark harbour failed", ""),
                                     told("a", "vel", "talks velmark harbour failed", ""),
                                     told("b", "vel", "talks velmark harbour failed", "")});
  EXPECT_EQ(utterances, (std::vector<std::string>{"a#s1", "a#s1", "b#s1"}));
}

TEST(Story, EmptyWordsAreNeverOne) {
  Telling first{.document = "a", .row = "s1", .side = "NOV", .speaker = "vel"};
  Telling second{.document = "a", .row = "s2", .side = "NOV", .speaker = "vel"};
  EXPECT_EQ(find_utterances({first, second}), (std::vector<std::string>{"a#s1", "a#s2"}));
}

TEST(Story, StaysNearLinearOnManyEqualTellings) {
  std::vector<Telling> tellings;
  for (int i = 0; i < 5000; ++i) {
    tellings.push_back(told(std::to_string(i), "vel", "talks velmark harbour failed"));
  }
  EXPECT_EQ(find_utterances(tellings).back(), "0#s1");
}

}  // namespace
}  // namespace demarche
