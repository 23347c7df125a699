// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "signal/signal.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "signal/score.h"

namespace demarche {
namespace {

Point make_point(std::string row, std::string speaker, double plus, double minus, int order) {
  Point point;
  point.ref = {"d1", row, static_cast<uint32_t>(order), static_cast<uint32_t>(order) + 10};
  point.side = "NOV";
  point.speaker = speaker;
  point.speaker_name = speaker;
  point.attributed = true;
  point.counterparts = {"OSV"};
  point.topic = "talks";
  point.anchor = {"border", "talks"};
  point.axis = "outlook";
  point.plus = plus;
  point.minus = minus;
  point.polarity = plus > minus ? 1 : -1;
  point.from = parse_day("2030-05-01");
  point.to = parse_day("2030-05-02");
  point.order = order;
  point.utterance = "d1#" + row;
  return point;
}

std::vector<Point> two_voices() {
  return {make_point("s1", "Ana Brok", .04, .93, 10), make_point("s2", "Ivo Tal", .85, .04, 30)};
}

TEST(Score, GivesTheWorkedExampleOfTheDesign) {
  Point a = make_point("s1", "A", .07, .93, 1);
  Point b = make_point("s2", "B", .85, .15, 2);
  EXPECT_NEAR(score_pair(a, b, 1, 24, 72).score, .29, .005);
  b.contrast_with = "s1";
  EXPECT_NEAR(score_pair(a, b, 1, 24, 72).score, .57, .005);
  a.says_differ = b.says_differ = true;
  EXPECT_NEAR(score_pair(a, b, 1, 24, 72).score, .82, .005);
}

TEST(Score, ClipsPolesAndCountsHours) {
  EXPECT_DOUBLE_EQ(pole_probability(make_point("s", "A", 1, 0, 0)), .98);
  EXPECT_DOUBLE_EQ(pole_probability(make_point("s", "A", 0, 1, 0)), .02);
  Point a = make_point("s1", "A", .9, .1, 0);
  Point b = make_point("s2", "A", .1, .9, 0);
  EXPECT_EQ(hours_between(a, b, 72), 0);
  b.from = b.to = parse_day("2030-05-05");
  EXPECT_EQ(hours_between(a, b, 72), 72);
  b.from = b.to = std::nullopt;
  EXPECT_EQ(hours_between(a, b, 72), 72);
}

TEST(Signals, FindsTwoVoicesOfOneSide) {
  auto points = two_voices();
  points[1].contrast_with = "s1";
  const SignalReport report = find_signals(points);
  ASSERT_EQ(report.signals.size(), 1U);
  EXPECT_EQ(report.signals[0].kind, SignalKind::kCrossVoice);
  EXPECT_EQ(report.signals[0].side, "NOV");
  EXPECT_FALSE(report.signals[0].by_outlet);
  ASSERT_EQ(report.issues.size(), 1U);
  EXPECT_EQ(report.issues[0].counterparts, std::vector<std::string>{"OSV"});
}

TEST(Signals, PairTheUndatedOnOnePageOnly) {
  auto points = two_voices();
  for (auto& point : points) point.from = point.to = std::nullopt;
  EXPECT_EQ(find_signals(points).signals.size(), 1U);
  points[1].ref.document = "d2";
  EXPECT_TRUE(find_signals(points).signals.empty());
}

TEST(Signals, SetWhatIsDeniedAgainstWhatIsAdmitted) {
  auto points = two_voices();
  for (auto& point : points) {
    point.axis = "fact";
    point.anchor = {"bomb", "bridge"};
  }
  EXPECT_EQ(find_signals(points).signals.size(), 1U);
}

TEST(Signals, DoesNotDependOnTheOrderOfPoints) {
  auto points = two_voices();
  points.push_back(make_point("s3", "Ana Brok", .85, .04, 50));
  points.push_back(make_point("s4", "Ivo Tal", .04, .93, 70));
  for (auto& point : points) point.says_differ = true;
  const SignalReport one = find_signals(points);
  std::ranges::reverse(points);
  const SignalReport two = find_signals(points);
  ASSERT_EQ(one.signals.size(), two.signals.size());
  for (size_t i = 0; i < one.signals.size(); ++i) EXPECT_EQ(one.signals[i].id, two.signals[i].id);
}

TEST(Signals, RenamingTheSideChangesNoScore) {
  auto points = two_voices();
  for (auto& point : points) point.says_differ = true;
  const auto one = find_signals(points).signals;
  for (auto& point : points) {
    point.side = "OSV";
    point.counterparts = {"NOV"};
  }
  const auto two = find_signals(points).signals;
  ASSERT_EQ(one.size(), 1U);
  ASSERT_EQ(two.size(), 1U);
  EXPECT_EQ(one[0].score, two[0].score);
  EXPECT_EQ(one[0].status, two[0].status);
}

TEST(Signals, AreNotMadeFromWhatReconciles) {
  struct Case {
    const char* what;
    void (*change)(std::vector<Point>&);
  };
  const Case cases[] = {
      {"two sides",
       [](std::vector<Point>& p) {
         p[1].side = "OSV";
         p[1].counterparts = {"NOV"};
       }},
      {"two topics", [](std::vector<Point>& p) { p[1].topic = "trade"; }},
      {"two counterparts", [](std::vector<Point>& p) { p[1].counterparts = {"KRS"}; }},
      {"one pole", [](std::vector<Point>& p) { p[1] = make_point("s2", "Ivo Tal", .04, .93, 30); }},
      {"a hedge", [](std::vector<Point>& p) { p[1].polarity = 0; }},
      {"a condition", [](std::vector<Point>& p) { p[1].conditional = true; }},
      {"a source without a name", [](std::vector<Point>& p) { p[1].attributed = false; }},
      {"another page without a day",
       [](std::vector<Point>& p) {
         p[1].ref.document = "d2";
         p[1].from = p[1].to = std::nullopt;
       }},
      {"facts that are not the same",
       [](std::vector<Point>& p) {
         p[0].axis = p[1].axis = "fact";
         p[0].anchor = {"bomb", "bridge"};
         p[1].anchor = {"crew", "road", "seize"};
       }},
      {"weeks between",
       [](std::vector<Point>& p) { p[1].from = p[1].to = parse_day("2030-06-20"); }},
  };
  for (const auto& c : cases) {
    auto points = two_voices();
    for (auto& point : points) point.says_differ = true;
    c.change(points);
    EXPECT_TRUE(find_signals(points).signals.empty()) << c.what;
  }
}

TEST(Signals, ListsThreatsLeftOpenWithoutAScore) {
  Point point = make_point("s1", "Ana Brok", .25, .25, 3);
  point.axis = "force";
  point.act = "noncommittal";
  point.polarity = 0;
  const auto signals = find_signals({point}).signals;
  ASSERT_EQ(signals.size(), 1U);
  EXPECT_EQ(signals[0].kind, SignalKind::kAmbiguity);
  EXPECT_EQ(signals[0].status, SignalStatus::kListed);
  EXPECT_FALSE(signals[0].score);
  EXPECT_FALSE(signals[0].b);
}

TEST(Signals, SetsWordsBesideAStandingDeed) {
  Point words = make_point("s1", "NOV", .93, .04, 10);
  words.axis = "force";
  words.topic = "military";
  Point deed = make_point("e1", "NOV", .05, .95, 20);
  deed.deed = true;
  deed.axis = "deed";
  deed.topic = "military";
  deed.standing = true;
  const auto signals = find_signals({words, deed}).signals;
  ASSERT_EQ(signals.size(), 1U);
  EXPECT_EQ(signals[0].kind, SignalKind::kWordsDeeds);
  EXPECT_EQ(signals[0].a.row, "s1");
  EXPECT_GE(*signals[0].score, .3);
}

TEST(Signals, FindBothPolesInOneUtterance) {
  auto points = two_voices();
  points[1] = points[0];
  points[1].plus = .85;
  points[1].minus = .04;
  points[1].polarity = 1;
  points[1].contrast_with = "s1";
  const auto signals = find_signals(points).signals;
  ASSERT_EQ(signals.size(), 1U);
  EXPECT_EQ(signals[0].kind, SignalKind::kTwoHanded);
  EXPECT_EQ(find_signals(points).issues[0].rows.size(), 1U);
}

TEST(Signals, KeepBothPolesOfARowInOneIssue) {
  Point first = make_point("s1", "Ana Brok", .9, .05, 10);
  first.topic = "general";
  first.counterparts = {};
  Point second = first;
  std::swap(second.plus, second.minus);
  second.polarity = -1;
  Point other = first;
  other.ref.row = "s2";
  const SignalReport report = find_signals({first, second, other});
  ASSERT_EQ(report.issues.size(), 2U);
  EXPECT_NE(report.issues[0].id, report.issues[1].id);
}

TEST(Signals, StandAThousandRepetitions) {
  std::vector<Point> points;
  for (int i = 0; i < 20000; ++i) {
    const std::string row = "s" + std::to_string(i + 1);
    points.push_back(i % 2 == 0 ? make_point(row, "Ana Brok", .04, .93, i)
                                : make_point(row, "Ivo Tal", .85, .04, i));
    points.back().contrast_with = "s" + std::to_string(i);
  }
  const auto report = find_signals(points);
  ASSERT_EQ(report.issues.size(), 1U);
  ASSERT_EQ(report.signals.size(), 1U);
  EXPECT_EQ(report.signals[0].members.size(), points.size());
  EXPECT_EQ(report.signals[0].a.row, "s1");  // of equal pairs the first
}

TEST(Signals, PutDocumentsInOrderOfTheirDays) {
  auto points = two_voices();
  points[0].ref.document = "z";
  points[0].day_text = "2030-05-01";
  points[1].ref.document = "a";
  points[1].day_text = "2030-05-02";
  const auto signals = find_signals(points).signals;
  ASSERT_EQ(signals.size(), 1U);
  EXPECT_EQ(signals[0].a.document, "z");
}

TEST(Signals, NoPointsNoSignals) {
  EXPECT_TRUE(find_signals({}).signals.empty());
  EXPECT_TRUE(find_signals({}).issues.empty());
}

}  // namespace
}  // namespace demarche
