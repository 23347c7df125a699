// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "signal/signal.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include "base/sha256.h"
#include "signal/score.h"

namespace demarche {
namespace {

constexpr double kDay = 24;
constexpr double kCrossWindow = 72, kCrossTau = 24;
constexpr double kShiftWindow = 14 * kDay, kShiftTau = 14 * kDay;
constexpr double kDeedWindow = 30 * kDay, kDeedTau = 7 * kDay;
constexpr double kSameIssue = .6;    // below this likeness two rows are two issues
constexpr size_t kMostPairs = 2000;  // points of one side and topic that are compared at a time

std::string row_id(const Ref& ref) { return ref.document + "#" + ref.row; }

bool overlap(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::ranges::any_of(a, [&](const auto& x) { return std::ranges::binary_search(b, x); });
}

double jaccard(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  const size_t all = a.size() + b.size() - both.size();
  return all == 0 ? 0 : static_cast<double>(both.size()) / static_cast<double>(all);
}

/// How much two points of one side are about one thing, 0..1. Topics must agree. Counterparts must
/// overlap; a point that names none belongs to what stands next to it in its document.
double likeness(const Point& a, const Point& b) {
  constexpr double kBase = .75, kWords = .25, kUnnamed = .8;
  constexpr int kNextTo = 60;  // tokens
  if (a.topic != b.topic || a.topic == "general") return 0;
  const double near = kBase + kWords * std::min(1.0, 4 * jaccard(a.anchor, b.anchor));
  if (overlap(a.counterparts, b.counterparts)) return near;
  const bool one_unnamed = a.counterparts.empty() || b.counterparts.empty();
  const bool next_to = a.ref.document == b.ref.document && std::abs(a.order - b.order) <= kNextTo;
  return one_unnamed && next_to ? kUnnamed * near : 0;
}

/// The issues of one set of points: chains of points that are alike.
class IssueMaker {
 public:
  explicit IssueMaker(const std::vector<Point>& points) : points_(points), root_(points.size()) {
    std::iota(root_.begin(), root_.end(), size_t{0});
  }

  std::vector<Issue> run() {
    std::map<std::pair<std::string, std::string>, std::vector<size_t>> groups;
    for (size_t i = 0; i < points_.size(); ++i) {
      groups[{points_[i].side, points_[i].topic}].push_back(i);
    }
    for (const auto& [key, group] : groups) {
      const size_t count = std::min(group.size(), kMostPairs);
      for (size_t i = 0; i < count; ++i) {
        for (size_t j = i + 1; j < count; ++j) {
          if (likeness(points_[group[i]], points_[group[j]]) >= kSameIssue)
            join(group[i], group[j]);
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
      issue.rows.push_back(row_id(points_[i].ref));
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
  std::vector<size_t> root_;
  std::vector<size_t> issue_of_;
};

std::string signal_id(SignalKind kind, const std::string& side, const Ref& a, const Ref* b) {
  std::string key = fmt::format("{}|{}|{}|{}-{}", name_of(kind), side, a.document, a.start, a.end);
  if (b != nullptr) key += fmt::format("|{}|{}-{}", b->document, b->start, b->end);
  return sha256_hex(key).substr(0, 16);
}

/// Of which kind a pair is, and its window; nothing where it cannot be a signal.
struct PairKind {
  SignalKind kind;
  double window, tau;
};
std::optional<PairKind> kind_of(const Point& a, const Point& b) {
  if (a.deed && b.deed) return std::nullopt;
  if (a.deed || b.deed) {
    const Point& said = a.deed ? b : a;
    if (said.axis != "force" && said.axis != "outlook") return std::nullopt;
    return PairKind{SignalKind::kWordsDeeds, kDeedWindow, kDeedTau};
  }
  // Conditions reconcile: "if they attack we strike" does not clash with "we will not strike".
  if (a.axis != b.axis || a.conditional || b.conditional) return std::nullopt;
  if (a.utterance == b.utterance) {
    return PairKind{SignalKind::kTwoHanded, kShiftWindow, kShiftTau};
  }
  if (a.speaker == b.speaker) return PairKind{SignalKind::kSelfShift, kShiftWindow, kShiftTau};
  return PairKind{SignalKind::kCrossVoice, kCrossWindow, kCrossTau};
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
  explicit SignalFinder(const std::vector<Point>& points) : points_(points), issues_(points) {}

  SignalReport run() {
    SignalReport report;
    report.issues = issues_.run();
    std::vector<std::vector<size_t>> of(report.issues.size());
    for (size_t i = 0; i < points_.size(); ++i) of[issues_.issue_of(i)].push_back(i);
    for (size_t issue = 0; issue < of.size(); ++issue) {
      find_pairs(report.issues[issue], of[issue]);
      find_ambiguity(report.issues[issue], of[issue]);
    }
    for (auto& [key, signal] : best_) report.signals.push_back(std::move(signal));
    std::ranges::sort(report.signals, [](const Signal& a, const Signal& b) {
      if (a.status != b.status) return a.status < b.status;
      if (a.score != b.score) return a.score.value_or(0) > b.score.value_or(0);
      return a.id < b.id;
    });
    return report;
  }

 private:
  void find_pairs(const Issue& issue, const std::vector<size_t>& of) {
    const size_t count = std::min(of.size(), kMostPairs);
    for (size_t i = 0; i < count; ++i) {
      for (size_t j = i + 1; j < count; ++j) {
        const Point* a = &points_[of[i]];
        const Point* b = &points_[of[j]];
        if (a->deed) std::swap(a, b);  // the statement first
        weigh(issue, *a, *b);
      }
    }
  }

  void weigh(const Issue& issue, const Point& a, const Point& b) {
    const bool opposite = a.polarity * b.polarity < 0;
    if (!opposite || !a.attributed || !b.attributed) return;
    const auto kind = kind_of(a, b);
    if (!kind || hours_between(a, b, kind->window) > kind->window) return;
    const double sim = std::max(likeness(a, b), kSameIssue);
    const PairScore pair = score_pair(a, b, sim, kind->tau, kind->window);
    if (pair.score < kWatchScore) return;
    Signal signal;
    signal.kind = kind->kind;
    signal.side = a.side;
    signal.issue = issue.id;
    signal.a = a.ref;
    signal.b = b.ref;
    signal.id = signal_id(signal.kind, signal.side, a.ref, &b.ref);
    signal.score = pair.score;
    signal.terms = pair.terms;
    signal.by_outlet = pair.terms.cue == kCueDiffer;
    const bool flag = pair.score >= kFlagScore && pair.strength >= kFlagStrength;
    const bool joined = kind->kind != SignalKind::kTwoHanded || pair.terms.cue > 1;
    signal.status = flag && joined ? SignalStatus::kFlag : SignalStatus::kWatch;
    signal.why = words_of_pair(signal.kind, a, b, signal.by_outlet);
    signal.members = {row_id(a.ref), row_id(b.ref)};
    keep(signal, a, b);
  }

  /// One signal for each kind, issue and pair of voices: the best pair; the others are members.
  void keep(Signal signal, const Point& a, const Point& b) {
    const std::string voices =
        std::min(a.speaker, b.speaker) + "|" + std::max(a.speaker, b.speaker);
    const std::string key =
        fmt::format("{}|{}|{}", static_cast<int>(signal.kind), signal.issue, voices);
    const auto [at, fresh] = best_.try_emplace(key, signal);
    if (fresh) return;
    Signal& held = at->second;
    std::vector<std::string> members = held.members;
    for (const auto& row : signal.members) {
      if (std::ranges::find(members, row) == members.end()) members.push_back(row);
    }
    std::ranges::sort(members);
    const auto rank = [](const Signal& s) {
      return std::tuple(s.status == SignalStatus::kFlag, *s.score, s.terms.strength, s.id);
    };
    if (rank(signal) > rank(held)) held = std::move(signal);
    held.members = std::move(members);
  }

  /// A threat or use of force left open is listed, one for each speaker and issue.
  void find_ambiguity(const Issue& issue, const std::vector<size_t>& of) {
    for (const size_t i : of) {
      const Point& point = points_[i];
      if (point.deed || point.axis != "force" || point.act != "noncommittal") continue;
      const std::string key = fmt::format("ambiguity|{}|{}", issue.id, point.speaker);
      Signal signal;
      signal.kind = SignalKind::kAmbiguity;
      signal.status = SignalStatus::kListed;
      signal.side = point.side;
      signal.issue = issue.id;
      signal.a = point.ref;
      signal.id = signal_id(signal.kind, signal.side, point.ref, nullptr);
      signal.members = {row_id(point.ref)};
      signal.why = fmt::format("{} left the use of force open", point.speaker_name);
      const auto [at, fresh] = best_.try_emplace(key, signal);
      if (!fresh) at->second.members.push_back(row_id(point.ref));
    }
  }

  const std::vector<Point>& points_;
  IssueMaker issues_;
  std::map<std::string, Signal> best_;
};

}  // namespace

SignalReport find_signals(const std::vector<Point>& points) {
  // The order of the points must not matter: they are put in order of document and place.
  std::vector<Point> sorted = points;
  std::ranges::sort(sorted, [](const Point& a, const Point& b) {
    return std::tie(a.ref.document, a.order, a.ref.row) <
           std::tie(b.ref.document, b.order, b.ref.row);
  });
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
