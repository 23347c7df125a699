// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "signal/chance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace demarche {
namespace {

constexpr double kWatch = .3;

Point make_point(int number, std::string side, std::string other, bool plus, int day) {
  Point point;
  const std::string row = "s" + std::to_string(number);
  const auto at = static_cast<uint32_t>(number * 20);
  point.ref = {"d" + std::to_string(day), row, at, at + 10};
  point.speaker = point.speaker_name = side + (number % 2 == 0 ? " envoy" : " minister");
  point.side = std::move(side);
  point.attributed = true;
  point.counterparts = {std::move(other)};
  point.topic = "talks";
  point.anchor = {"border", "talks"};
  point.axis = "outlook";
  point.plus = plus ? .98 : .01;
  point.minus = plus ? .01 : .98;
  point.polarity = plus ? 1 : -1;
  point.from = point.to = *parse_day("2030-05-01") + std::chrono::days(day);
  point.day_text = format_day(*point.from);
  point.order = number;
  point.utterance = point.ref.document + "#" + row;
  return point;
}

/// Two sides speak on each of many days; each holds one line, but for every tenth statement.
std::vector<Point> two_sides(int days = 60) {
  std::vector<Point> points;
  for (int day = 0; day < days; ++day) {
    const bool odd = day % 10 == 3;
    points.push_back(make_point(2 * day, "NOV", "OSV", !odd, day));
    points.push_back(make_point(2 * day + 1, "OSV", "NOV", odd, day));
  }
  return points;
}

Signal signal_between(const Point& a, const Point& b, double score) {
  Signal signal;
  signal.a = a.ref;
  signal.b = b.ref;
  signal.score = score;
  signal.terms.cue = .9;
  return signal;
}

TEST(Decoys, OfNoPointsGiveNoRate) {
  const DecoyTally tally = count_decoys({});
  EXPECT_EQ(tally.real.pairs, 0);
  EXPECT_FALSE(decoy_rate(tally, kWatch, false));
}

TEST(Decoys, WithoutSignalsTheRateIsUnknownAndNotNought) {
  auto points = two_sides();
  for (auto& point : points) {
    point.plus = .98;
    point.minus = .01;
    point.polarity = 1;
  }
  const DecoyTally tally = count_decoys(points);
  EXPECT_GE(tally.decoys().pairs, kLeastDecoys);
  EXPECT_EQ(tally.real.above(kWatch, false), 0);
  EXPECT_FALSE(decoy_rate(tally, kWatch, false));
}

TEST(Decoys, OfTooFewPointsGiveNoRate) {
  const DecoyTally tally = count_decoys(two_sides(6));
  EXPECT_GT(tally.real.above(kWatch, false), 0);
  EXPECT_LT(tally.decoys().pairs, kLeastDecoys);
  EXPECT_FALSE(decoy_rate(tally, kWatch, false));
}

TEST(Decoys, AreMadeInThreeWays) {
  auto points = two_sides();
  for (int day = 0; day < 60; ++day)
    points.push_back(make_point(500 + day, "NOV", "KRS", true, day));
  const DecoyTally tally = count_decoys(points);
  EXPECT_GT(tally.swapped.pairs, 0);
  EXPECT_GT(tally.crossed.pairs, 0);
  EXPECT_GT(tally.apart.pairs, 0);
}

TEST(Decoys, OfOppositeSidesAreAsManyAsTheirLinesDiffer) {
  // Each side holds its line: no two of its own statements differ, those of both always do.
  auto points = two_sides();
  for (auto& point : points) {
    const bool plus = point.side == "NOV";
    point.plus = plus ? .98 : .01;
    point.minus = plus ? .01 : .98;
    point.polarity = plus ? 1 : -1;
  }
  const DecoyTally tally = count_decoys(points);
  EXPECT_EQ(tally.real.share(kWatch, false), 0);
  EXPECT_EQ(tally.swapped.share(kWatch, false), 1);
  EXPECT_EQ(tally.apart.share(kWatch, false), 0);
}

TEST(Decoys, DependNeitherOnTheOrderOfPointsNorOnNames) {
  auto points = two_sides();
  const std::string one = write_tally(count_decoys(points));
  std::ranges::reverse(points);
  EXPECT_EQ(write_tally(count_decoys(points)), one);
  for (auto& point : points) {
    point.side = point.side == "NOV" ? "ZZZ" : "AAA";
    for (auto& side : point.counterparts) side = side == "NOV" ? "ZZZ" : "AAA";
  }
  EXPECT_EQ(write_tally(count_decoys(points)), one);
}

TEST(Decoys, TakeNoCueOfTheOutletWithThem) {
  auto points = two_sides();
  const DecoyTally plain = count_decoys(points);
  for (auto& point : points) point.says_differ = true;
  const DecoyTally told = count_decoys(points);
  EXPECT_EQ(told.decoys(), plain.decoys());
  EXPECT_GE(told.real.above(kWatch, false), plain.real.above(kWatch, false));
}

DecoyTally worked_example() {
  DecoyTally tally;
  tally.real.pairs = 100;
  tally.real.scores[35] = 6;
  tally.real.scores[70] = 4;
  tally.real.flags[70] = 4;
  tally.swapped.pairs = 200;
  tally.swapped.scores[35] = 3;
  tally.apart.scores[70] = 1;
  return tally;
}

TEST(DecoyRate, GivesTheWorkedExample) {
  const DecoyTally tally = worked_example();
  EXPECT_DOUBLE_EQ(*decoy_rate(tally, .3, false), (4 / 200.0) / (10 / 100.0));
  EXPECT_DOUBLE_EQ(*decoy_rate(tally, .6, false), (1 / 200.0) / (4 / 100.0));
  EXPECT_EQ(*decoy_rate(tally, .6, true), 0);  // no decoy is a flag
  EXPECT_FALSE(decoy_rate(tally, .8, false));
}

TEST(DecoyRate, NeverRisesWithTheThreshold) {
  DecoyTally tally = worked_example();
  tally.apart.scores[70] = 100;  // higher up chance alone does better
  double last = 1;
  for (int step = 30; step <= 70; ++step) {
    const auto rate = decoy_rate(tally, step / 100.0, false);
    ASSERT_TRUE(rate);
    EXPECT_LE(*rate, last);
    last = *rate;
  }
}

TEST(DecoyRate, IsNeverLoweredByMoreDecoysAboveTheThreshold) {
  DecoyTally tally = worked_example();
  double last = *decoy_rate(tally, .6, false);
  for (int i = 0; i < 50; ++i) {
    ++tally.swapped.pairs;
    ++tally.swapped.scores[70];
    const double rate = *decoy_rate(tally, .6, false);
    EXPECT_GE(rate, last);
    EXPECT_LE(rate, 1);
    last = rate;
  }
}

TEST(DecoyTally, ComesBackFromItsText) {
  const DecoyTally tally = count_decoys(two_sides());
  const auto read = read_tally(write_tally(tally));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, tally);
  for (const char* broken : {"", "1;2;3", "1;2;3;x", "1;2;3;4,5", "1;2;3;4,101,1,1", "1;2;3;-4"}) {
    EXPECT_FALSE(read_tally(broken)) << broken;
  }
}

TEST(Null, TellsWhatIsNewFromWhatIsHabit) {
  std::vector<Point> one_line;
  std::vector<Point> mixed;
  for (int i = 0; i < 20; ++i) {
    one_line.push_back(make_point(i, "NOV", "OSV", i != 10, i));
    mixed.push_back(make_point(i, "NOV", "OSV", i % 2 == 0, i));
  }
  const auto rare = find_null(signal_between(one_line[9], one_line[10], .71), one_line);
  const auto usual = find_null(signal_between(mixed[9], mixed[10], .71), mixed);
  ASSERT_TRUE(rare);
  ASSERT_TRUE(usual);
  EXPECT_EQ(rare->readings, 20);
  EXPECT_EQ(rare->pairs, 20 * 19);
  EXPECT_DOUBLE_EQ(rare->share, 2 * 19 / (20 * 19.0));
  EXPECT_DOUBLE_EQ(usual->share, 2 * 10 * 10 / (20 * 19.0));
}

TEST(Null, CountsEachPairOnceInItsBins) {
  const auto points = two_sides(10);
  std::vector<Point> own;
  for (const auto& point : points) {
    if (point.side == "NOV") own.push_back(point);
  }
  auto found = find_null(signal_between(own[2], own[3], .71), own);
  ASSERT_TRUE(found);
  int64_t sum = 0;
  for (const int64_t count : found->counts) sum += count;
  EXPECT_EQ(sum, found->pairs);
  std::ranges::reverse(own);
  EXPECT_EQ(find_null(signal_between(own[7], own[6], .71), own)->counts, found->counts);
}

TEST(Null, CountsAReprintOnce) {
  std::vector<Point> points;
  for (int i = 0; i < 8; ++i) points.push_back(make_point(i, "NOV", "OSV", i != 3, i));
  const auto before = find_null(signal_between(points[2], points[3], .71), points);
  Point reprint = points[3];
  reprint.ref.document = "d90";
  points.push_back(reprint);
  const auto after = find_null(signal_between(points[2], points[3], .71), points);
  ASSERT_TRUE(before && after);
  EXPECT_EQ(before->pairs, after->pairs);
}

TEST(Null, IsNotGivenOfTooLittle) {
  std::vector<Point> points;
  for (int i = 0; i < 4; ++i) points.push_back(make_point(i, "NOV", "OSV", i != 3, i));
  EXPECT_FALSE(find_null(signal_between(points[2], points[3], .71), points));
  Signal open;  // a threat left open has no score
  open.a = points[0].ref;
  EXPECT_FALSE(find_null(open, points));
  EXPECT_FALSE(find_null(signal_between(points[2], points[3], .71), {}));
}

TEST(Null, StaysBoundedOnALongHistory) {
  std::vector<Point> points;
  for (int i = 0; i < 3000; ++i) points.push_back(make_point(i, "NOV", "OSV", i % 7 != 0, i / 9));
  const auto found = find_null(signal_between(points[7], points[8], .71), points);
  ASSERT_TRUE(found);
  EXPECT_LE(found->pairs, static_cast<int64_t>(kMostReadings * kMostReadings));
}

}  // namespace
}  // namespace demarche
