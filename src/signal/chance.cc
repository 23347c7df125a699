// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "signal/chance.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <map>
#include <utility>

#include "base/strings.h"
#include "signal/pairs.h"
#include "signal/score.h"

namespace demarche {
namespace {

// With so many points after it a point is paired: enough for a rate, and time stays in proportion
// to the number of points.
constexpr size_t kPartners = 50;
// So far in its list a second reading is looked for, on either side.
constexpr size_t kSearch = 200;

size_t step_of(double score) {
  constexpr double kRounding = 1e-9;  // .6 is sixty hundredths
  const double hundredths = std::clamp(score, 0.0, 1.0) * 100 + kRounding;
  return std::min(static_cast<size_t>(hundredths), PairTally::kSteps - 1);
}

void add(PairTally& tally, SignalKind kind, const PairScore& score) {
  ++tally.pairs;
  if (score.score < kWatchScore) return;
  ++tally.scores[step_of(score.score)];
  tally.flags[step_of(score.score)] += is_flag(kind, score) ? 1 : 0;
}

class DecoyCounter {
 public:
  explicit DecoyCounter(const std::vector<Point>& points) : points_(points), likeness_(points) {
    const SignalReport report = find_signals(points);
    std::map<std::string, size_t> issue_of_row;
    for (size_t i = 0; i < report.issues.size(); ++i) {
      for (const auto& row : report.issues[i].rows) issue_of_row[row] = i;
    }
    std::map<std::string, size_t> side_number;
    issues_.resize(report.issues.size());
    for (size_t i = 0; i < points.size(); ++i) {
      const Point& point = points[i];
      side_.push_back(side_number.try_emplace(point.side, side_number.size()).first->second);
      issue_.push_back(issue_of_row[point.ref.document + '#' + point.ref.row]);
      issues_[issue_[i]].push_back(i);
      // Only what could be the second row of a pair may be lent to one.
      if (!point.attributed || point.conditional) continue;
      const std::string axis = point.deed ? "deed" : point.axis;
      of_topic_[axis].push_back(i);
      of_side_[{side_[i], axis}].push_back(i);
      if (point.from) of_issue_[{issue_[i], axis}].push_back(i);
    }
    for (auto& [key, list] : of_issue_) {
      std::ranges::stable_sort(list, {}, [&](size_t i) { return *points[i].from; });
    }
  }

  DecoyTally run() {
    for (const auto& issue : issues_) {
      for (size_t i = 0; i < issue.size(); ++i) {
        const size_t last = std::min(issue.size(), i + 1 + kPartners);
        for (size_t j = i + 1; j < last; ++j) weigh(issue[i], issue[j]);
      }
    }
    return tally_;
  }

 private:
  void weigh(size_t first, size_t second) {
    if (points_[first].deed) std::swap(first, second);  // the statement first
    const auto kind = comparable(points_, likeness_, first, second);
    if (!kind) return;
    const Point& a = points_[first];
    const double sim = std::max(likeness_.of(first, second), kSameIssue);
    const PairScore real = score_pair(a, points_[second], sim, kind->tau, kind->window);
    add(tally_.real, kind->kind, real);
    SignalTerms place = real.terms;
    place.cue = kCueNone;  // a cue counts for pairs of its own side and issue alone
    const auto lend = [&](PairTally& tally, const Point* other) {
      if (other == nullptr) return;
      add(tally, kind->kind, score_readings(a, *other, place, sim, kind->tau));
    };
    const std::string axis = points_[second].deed ? "deed" : points_[second].axis;
    const size_t side = side_[first];
    const size_t issue = issue_[first];
    lend(tally_.swapped,
         nearest(of_topic_.at(axis), second, [&](size_t other) { return side_[other] != side; }));
    lend(tally_.crossed, nearest(of_side_.at({side, axis}), second,
                                 [&](size_t other) { return issue_[other] != issue; }));
    if (a.from) lend(tally_.apart, far_from(a, {issue, axis}, kind->window));
  }

  /// The one in an ascending list nearest to this point, of those that `may` be taken; the later of
  /// two. Points are in order of time.
  template <class May>
  const Point* nearest(const std::vector<size_t>& list, size_t point, May may) const {
    const auto at = std::ranges::lower_bound(list, point);
    const auto place = static_cast<size_t>(at - list.begin());
    for (size_t off = 1; off <= kSearch; ++off) {
      const bool behind = place + off < list.size();
      const bool before = off <= place;
      if (behind && may(list[place + off])) return &points_[list[place + off]];
      if (before && may(list[place - off])) return &points_[list[place - off]];
      if (!behind && !before) break;
    }
    return nullptr;
  }

  /// The first reading of an issue that lies behind the window of a point, else the last before it.
  [[nodiscard]] const Point* far_from(const Point& point, const std::pair<size_t, std::string>& key,
                                      double window) const {
    const auto found = of_issue_.find(key);
    if (found == of_issue_.end()) return nullptr;
    const auto& list = found->second;
    const auto day_of = [&](size_t i) { return *points_[i].from; };
    const auto days = std::chrono::days(static_cast<int>(window / 24));
    const auto behind =
        std::ranges::upper_bound(list, point.to.value_or(*point.from) + days, {}, day_of);
    if (behind != list.end()) return &points_[*behind];
    const auto before = std::ranges::lower_bound(list, *point.from - days, {}, day_of);
    if (before == list.begin()) return nullptr;
    const Point& last = points_[*std::prev(before)];
    return hours_between(point, last, window) > window ? &last : nullptr;
  }

  const std::vector<Point>& points_;
  Likeness likeness_;
  std::vector<size_t> side_, issue_;
  std::vector<std::vector<size_t>> issues_;
  std::map<std::string, std::vector<size_t>> of_topic_;  // by axis; these two ascend
  std::map<std::pair<size_t, std::string>, std::vector<size_t>> of_side_, of_issue_;
  DecoyTally tally_;
};

std::optional<double> raw_rate(const PairTally& real, const PairTally& decoys, size_t step,
                               bool flags_only) {
  const double least = static_cast<double>(step) / 100;
  const double share = real.share(least, flags_only);
  if (share <= 0) return std::nullopt;
  return decoys.share(least, flags_only) / share;
}

}  // namespace

int64_t PairTally::above(double least, bool flags_only) const {
  const auto& counts = flags_only ? flags : scores;
  int64_t sum = 0;
  for (size_t step = step_of(least); step < kSteps; ++step) sum += counts[step];
  return sum;
}

double PairTally::share(double least, bool flags_only) const {
  if (pairs == 0) return 0;
  return static_cast<double>(above(least, flags_only)) / static_cast<double>(pairs);
}

PairTally& PairTally::operator+=(const PairTally& other) {
  pairs += other.pairs;
  for (size_t step = 0; step < kSteps; ++step) {
    scores[step] += other.scores[step];
    flags[step] += other.flags[step];
  }
  return *this;
}

PairTally DecoyTally::decoys() const {
  PairTally all = swapped;
  all += crossed;
  all += apart;
  return all;
}

DecoyTally& DecoyTally::operator+=(const DecoyTally& other) {
  real += other.real;
  swapped += other.swapped;
  crossed += other.crossed;
  apart += other.apart;
  return *this;
}

DecoyTally count_decoys(const std::vector<Point>& points) {
  const std::vector<Point> sorted = in_order(points);
  return DecoyCounter(sorted).run();
}

std::optional<double> decoy_rate(const DecoyTally& tally, double least, bool flags_only) {
  const PairTally decoys = tally.decoys();
  if (decoys.pairs < kLeastDecoys) return std::nullopt;
  const size_t step = step_of(least);
  auto rate = raw_rate(tally.real, decoys, step, flags_only);
  if (!rate) return std::nullopt;
  // A pair that passes a threshold passes all below it, so the best rate of those is its own.
  for (size_t lower = step_of(kWatchScore); lower < step; ++lower) {
    if (const auto other = raw_rate(tally.real, decoys, lower, flags_only)) {
      rate = std::min(*rate, *other);
    }
  }
  return std::min(*rate, 1.0);
}

std::string write_tally(const DecoyTally& tally) {
  std::string out;
  for (const PairTally* one : {&tally.real, &tally.swapped, &tally.crossed, &tally.apart}) {
    if (!out.empty()) out += ';';
    out += fmt::format("{}", one->pairs);
    for (size_t step = 0; step < PairTally::kSteps; ++step) {
      if (one->scores[step] == 0) continue;
      out += fmt::format(",{},{},{}", step, one->scores[step], one->flags[step]);
    }
  }
  return out;
}

std::optional<DecoyTally> read_tally(std::string_view text) {
  DecoyTally tally;
  PairTally* const parts[] = {&tally.real, &tally.swapped, &tally.crossed, &tally.apart};
  const auto lines = split(text, ';');
  if (lines.size() != std::size(parts)) return std::nullopt;
  for (size_t i = 0; i < lines.size(); ++i) {
    std::vector<int64_t> numbers;
    for (const auto& word : split(lines[i], ',')) {
      const auto number = parse_int(word);
      if (!number || *number < 0) return std::nullopt;
      numbers.push_back(*number);
    }
    if (numbers.size() % 3 != 1) return std::nullopt;
    parts[i]->pairs = numbers[0];
    for (size_t at = 1; at < numbers.size(); at += 3) {
      if (numbers[at] >= static_cast<int64_t>(PairTally::kSteps)) return std::nullopt;
      parts[i]->scores[static_cast<size_t>(numbers[at])] = numbers[at + 1];
      parts[i]->flags[static_cast<size_t>(numbers[at])] = numbers[at + 2];
    }
  }
  return tally;
}

}  // namespace demarche
