// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "signal/reprints.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

Point said(std::string document, std::string row, std::string words, int polarity,
           std::string_view day = "2031-04-02") {
  Point point;
  point.ref = {std::move(document), std::move(row), 0, 9};
  point.side = "NOV";
  point.speaker = "NOV.FM";
  point.text = std::move(words);
  point.polarity = polarity;
  point.from = parse_day(day);
  return point;
}

std::vector<std::string> utterances_of(std::vector<Point> points) {
  std::vector<std::string> found;
  for (const Point& point : fold_reprints(std::move(points))) found.push_back(point.utterance);
  return found;
}

TEST(Reprints, AreOneUtteranceInAnyOrder) {
  const Point first = said("a", "s1", "The harbour talks failed utterly", -1, "2031-04-01");
  const Point again = said("b", "s4", "the harbour talks failed utterly, he said", -1);
  EXPECT_EQ(utterances_of({first, again}), (std::vector<std::string>{"a#s1", "a#s1"}));
  EXPECT_EQ(utterances_of({again, first}), (std::vector<std::string>{"a#s1", "a#s1"}));
}

TEST(Reprints, AreNotWordsThatANegationParts) {
  EXPECT_EQ(utterances_of({said("a", "s1", "The talks will go on in the spring", 1),
                           said("a", "s2", "The talks will not go on in the spring", -1)}),
            (std::vector<std::string>{"a#s1", "a#s2"}));
}

TEST(Reprints, KeepThePolesOfOneRowTogether) {
  // Both poles of a row, told again by an outlet that gives one of them only.
  EXPECT_EQ(utterances_of({said("a", "s1", "The talks are pointless, yet they will go on", 1),
                           said("b", "s1", "The talks are pointless, yet they will go on", -1),
                           said("b", "s1", "The talks are pointless, yet they will go on", 1)}),
            (std::vector<std::string>{"a#s1", "b#s1", "b#s1"}));
}

TEST(Reprints, KeepWhatTheDocumentJoins) {
  Point joined = said("a", "s2", "Quite other words about the ferry", -1);
  joined.utterance = "a#s1";
  EXPECT_EQ(utterances_of({said("a", "s1", "The harbour talks failed utterly", -1), joined}),
            (std::vector<std::string>{"a#s1", "a#s1"}));
}

TEST(Reprints, LeaveDeedsAlone) {
  Point deed = said("a", "e1", "moved tanks", -1);
  deed.deed = true;
  deed.utterance = "a#e1";
  EXPECT_EQ(utterances_of({deed, said("b", "s1", "moved tanks", -1)}),
            (std::vector<std::string>{"a#e1", "b#s1"}));
}

}  // namespace
}  // namespace demarche
