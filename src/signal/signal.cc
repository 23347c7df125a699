// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "signal/signal.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>

#include "base/sha256.h"
#include "signal/pairs.h"
#include "signal/score.h"

namespace demarche {
namespace {

// With so many points after it, in order of time, a point is compared: what lies further apart is
// out of every window, or the page is no news.
constexpr size_t kReach = 1000;

std::string row_id(const Ref& ref) { return ref.document + "#" + ref.row; }

/// The issues of one set of points: chains of points that are alike.
class IssueMaker {
 public:
  IssueMaker(const std::vector<Point>& points, const Likeness& likeness)
      : points_(points), likeness_(likeness), root_(points.size()) {
    std::iota(root_.begin(), root_.end(), size_t{0});
  }

  std::vector<Issue> run() {
    std::map<std::pair<std::string, std::string>, std::vector<size_t>> groups;
    for (size_t i = 0; i < points_.size(); ++i) {
      groups[{points_[i].side, points_[i].topic}].push_back(i);
    }
    for (const auto& [key, group] : groups) {
      for (size_t i = 0; i < group.size(); ++i) {
        const size_t last = std::min(group.size(), i + 1 + kReach);
        for (size_t j = i + 1; j < last; ++j) {
          if (find(group[i]) == find(group[j])) continue;
          if (likeness_.of(group[i], group[j]) >= kSameIssue) join(group[i], group[j]);
        }
      }
    }
    return collect();
  }

  [[nodiscard]] size_t issue_of(size_t point) const { return issue_of_[point]; }

 private:
  size_t find(size_t i) {
    while (root_[i] != i) i = root_[i] = root_[root_[i]];
    return i;
  }
  void join(size_t i, size_t j) { root_[std::max(find(i), find(j))] = std::min(find(i), find(j)); }

  std::vector<Issue> collect() {
    std::map<size_t, size_t> number;
    std::vector<Issue> issues;
    issue_of_.resize(points_.size());
    for (size_t i = 0; i < points_.size(); ++i) {
      const auto [at, fresh] = number.try_emplace(find(i), issues.size());
      if (fresh) issues.push_back({"", "", points_[i].side, points_[i].topic, {}, {}});
      Issue& issue = issues[at->second];
      issue_of_[i] = at->second;
      std::string row = row_id(points_[i].ref);
      // Both poles of one statement stand side by side.
      if (issue.rows.empty() || issue.rows.back() != row) issue.rows.push_back(std::move(row));
      for (const auto& other : points_[i].counterparts) issue.counterparts.push_back(other);
    }
    for (Issue& issue : issues) {
      std::ranges::sort(issue.counterparts);
      const auto last = std::ranges::unique(issue.counterparts);
      issue.counterparts.erase(last.begin(), last.end());
      issue.id =
          "i" + sha256_hex(issue.side + "|" + issue.topic + "|" + issue.rows.front()).substr(0, 12);
      issue.label = issue.counterparts.empty()
                        ? fmt::format("{}: {}", issue.side, issue.topic)
                        : fmt::format("{}: {} with {}", issue.side, issue.topic,
                                      fmt::join(issue.counterparts, ", "));
    }
    return issues;
  }

  const std::vector<Point>& points_;
  const Likeness& likeness_;
  std::vector<size_t> root_;
  std::vector<size_t> issue_of_;
};

std::string signal_id(SignalKind kind, const std::string& side, const Ref& a, const Ref* b) {
  std::string key = fmt::format("{}|{}|{}|{}-{}", name_of(kind), side, a.document, a.start, a.end);
  if (b != nullptr) key += fmt::format("|{}|{}-{}", b->document, b->start, b->end);
  return sha256_hex(key).substr(0, 16);
}

std::string words_of_pair(SignalKind kind, const Point& a, const Point& b, bool outlet) {
  const char* told = outlet ? "the outlet says that the positions differ" : "found by the program";
  switch (kind) {
    case SignalKind::kCrossVoice:
      return fmt::format("officials of {} gave different positions: {} and {} ({})", a.side,
                         a.speaker_name, b.speaker_name, told);
    case SignalKind::kSelfShift:
      return fmt::format("{} took different positions in two statements ({})", a.speaker_name,
                         told);
    case SignalKind::kWordsDeeds:
      return fmt::format("a statement of {} stands beside a reported deed of {} ({})", a.side,
                         b.side, told);
    case SignalKind::kTwoHanded:
      return fmt::format("{} took both positions in one statement ({})", a.speaker_name, told);
    case SignalKind::kAmbiguity:
      break;
  }
  return {};
}

class SignalFinder {
 public:
  explicit SignalFinder(const std::vector<Point>& points)
      : points_(points), likeness_(points), issues_(points, likeness_) {}

  SignalReport run() {
    SignalReport report;
    report.issues = issues_.run();
    std::vector<std::vector<size_t>> of(report.issues.size());
    for (size_t i = 0; i < points_.size(); ++i) of[issues_.issue_of(i)].push_back(i);
    for (size_t issue = 0; issue < of.size(); ++issue) {
      pairs_.clear();
      find_pairs(of[issue]);
      for (const auto& [key, pair] : pairs_) {
        report.signals.push_back(signal_of(report.issues[issue], pair));
      }
      find_ambiguity(report.issues[issue], of[issue], report.signals);
    }
    std::ranges::sort(report.signals, [](const Signal& a, const Signal& b) {
      if (a.status != b.status) return a.status < b.status;
      if (a.score != b.score) return a.score.value_or(0) > b.score.value_or(0);
      return a.id < b.id;
    });
    return report;
  }

 private:
  /// The best pair of one kind, issue and two voices; the rows of all of them are members.
  struct Pair {
    SignalKind kind = SignalKind::kCrossVoice;
    const Point* a = nullptr;
    const Point* b = nullptr;
    bool flag = false;
    PairScore score;
    std::set<size_t> members;

    [[nodiscard]] bool beats(const Pair& other) const {
      return std::tie(flag, score.score, score.strength) >
             std::tie(other.flag, other.score.score, other.score.strength);
    }
  };

  void find_pairs(const std::vector<size_t>& of) {
    for (size_t i = 0; i < of.size(); ++i) {
      const size_t last = std::min(of.size(), i + 1 + kReach);
      for (size_t j = i + 1; j < last; ++j) weigh(of[i], of[j]);
    }
  }

  void weigh(size_t first, size_t second) {
    if (points_[first].deed) std::swap(first, second);  // the statement first
    const Point& a = points_[first];
    const Point& b = points_[second];
    const bool opposite = a.polarity * b.polarity < 0;
    if (!opposite) return;
    const auto kind = comparable(points_, likeness_, first, second);
    if (!kind) return;
    const double sim = std::max(likeness_.of(first, second), kSameIssue);
    Pair pair{.kind = kind->kind, .a = &a, .b = &b};
    pair.score = score_pair(a, b, sim, kind->tau, kind->window);
    if (pair.score.score < kWatchScore) return;
    pair.flag = is_flag(pair.kind, pair.score);
    Pair& held =
        pairs_[{kind->kind, std::min(a.speaker, b.speaker), std::max(a.speaker, b.speaker)}];
    held.members.insert({first, second});
    if (held.a != nullptr && !pair.beats(held)) return;  // of equal pairs the earliest
    pair.members = std::move(held.members);
    held = std::move(pair);
  }

  [[nodiscard]] Signal signal_of(const Issue& issue, const Pair& pair) const {
    Signal signal;
    signal.kind = pair.kind;
    signal.side = pair.a->side;
    signal.issue = issue.id;
    signal.a = pair.a->ref;
    signal.b = pair.b->ref;
    signal.id = signal_id(signal.kind, signal.side, signal.a, &pair.b->ref);
    signal.score = pair.score.score;
    signal.terms = pair.score.terms;
    signal.by_outlet = pair.score.terms.cue == kCueDiffer;
    signal.status = pair.flag ? SignalStatus::kFlag : SignalStatus::kWatch;
    signal.why = words_of_pair(signal.kind, *pair.a, *pair.b, signal.by_outlet);
    for (const size_t point : pair.members) add_member(points_[point], signal);
    return signal;
  }

  /// Points ascend, and the two of one row stand side by side.
  static void add_member(const Point& point, Signal& signal) {
    std::string row = row_id(point.ref);
    if (signal.members.empty() || signal.members.back() != row) {
      signal.members.push_back(std::move(row));
    }
  }

  /// A threat or use of force left open is listed, one for each speaker and issue.
  void find_ambiguity(const Issue& issue, const std::vector<size_t>& of,
                      std::vector<Signal>& signals) const {
    std::map<std::string_view, Signal> open;
    for (const size_t i : of) {
      const Point& point = points_[i];
      if (point.deed || point.axis != "force" || point.act != "noncommittal") continue;
      Signal& signal = open[point.speaker];
      if (signal.members.empty()) {
        signal.kind = SignalKind::kAmbiguity;
        signal.status = SignalStatus::kListed;
        signal.side = point.side;
        signal.issue = issue.id;
        signal.a = point.ref;
        signal.id = signal_id(signal.kind, signal.side, point.ref, nullptr);
        signal.why = fmt::format("{} left the use of force open", point.speaker_name);
      }
      add_member(point, signal);
    }
    for (auto& [speaker, signal] : open) signals.push_back(std::move(signal));
  }

  const std::vector<Point>& points_;
  Likeness likeness_;
  IssueMaker issues_;
  std::map<std::tuple<SignalKind, std::string_view, std::string_view>, Pair> pairs_;
};

}  // namespace

SignalReport find_signals(const std::vector<Point>& points) {
  // The order in which they are given must not matter.
  const std::vector<Point> sorted = in_order(points);
  return SignalFinder(sorted).run();
}

std::string_view name_of(SignalKind kind) {
  constexpr std::array<std::string_view, 5> kNames = {"cross-voice", "self-shift", "words-deeds",
                                                      "ambiguity", "two-handed"};
  return kNames[static_cast<size_t>(kind)];
}

std::string_view name_of(SignalStatus status) {
  constexpr std::array<std::string_view, 3> kNames = {"flag", "watch", "listed"};
  return kNames[static_cast<size_t>(status)];
}

}  // namespace demarche
