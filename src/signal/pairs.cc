// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "signal/pairs.h"

#include <cstdlib>
#include <tuple>

#include "signal/score.h"

namespace demarche {
namespace {

constexpr double kDay = 24;
constexpr double kCrossWindow = 72, kCrossTau = 24;
constexpr double kShiftWindow = 14 * kDay, kShiftTau = 14 * kDay;
constexpr double kDeedWindow = 30 * kDay, kDeedTau = 7 * kDay;

size_t shared(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  size_t count = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    const bool same = *x == *y;
    const bool next_x = *x <= *y;
    const bool next_y = *y <= *x;
    count += same ? 1 : 0;
    x += next_x ? 1 : 0;
    y += next_y ? 1 : 0;
  }
  return count;
}

double jaccard(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  const size_t both = shared(a, b);
  const size_t all = a.size() + b.size() - both;
  return all == 0 ? 0 : static_cast<double>(both) / static_cast<double>(all);
}

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

}  // namespace

Likeness::Likeness(const std::vector<Point>& points) : points_(points) {
  for (const Point& point : points) {
    anchors_.push_back(numbers_of(point.anchor));
    counterparts_.push_back(numbers_of(point.counterparts));
  }
}

double Likeness::of(size_t first, size_t second) const {
  constexpr double kBase = .75, kWords = .25, kUnnamed = .8;
  constexpr int kNextTo = 60;  // tokens
  const Point& a = points_[first];
  const Point& b = points_[second];
  if (a.ref.start == b.ref.start && a.ref == b.ref) return 1;  // both poles of one statement
  if (a.topic != b.topic || a.topic == "general") return 0;
  const bool share = shared(counterparts_[first], counterparts_[second]) > 0;
  const bool one_unnamed = a.counterparts.empty() || b.counterparts.empty();
  const bool next_to = a.ref.document == b.ref.document && std::abs(a.order - b.order) <= kNextTo;
  if (!share && !(one_unnamed && next_to)) return 0;
  const double near =
      kBase + kWords * std::min(1.0, 4 * jaccard(anchors_[first], anchors_[second]));
  return share ? near : kUnnamed * near;
}

bool Likeness::same_claim(size_t first, size_t second) const {
  constexpr double kHalf = .5;
  return jaccard(anchors_[first], anchors_[second]) >= kHalf;
}

Likeness::Numbers Likeness::numbers_of(const std::vector<std::string>& words) {
  Numbers numbers;
  for (const auto& word : words) {
    const auto fresh = static_cast<uint32_t>(number_of_.size());
    numbers.push_back(number_of_.try_emplace(word, fresh).first->second);
  }
  std::ranges::sort(numbers);
  const auto last = std::ranges::unique(numbers);
  numbers.erase(last.begin(), last.end());
  return numbers;
}

std::optional<PairKind> comparable(const std::vector<Point>& points, const Likeness& likeness,
                                   size_t first, size_t second) {
  const Point& a = points[first];
  const Point& b = points[second];
  if (!a.attributed || !b.attributed) return std::nullopt;
  const auto kind = kind_of(a, b);
  // An undated row may lie anywhere: only what stands beside it on its page is near it for sure.
  const auto undated = [](const Point& point) { return !point.from && !point.to; };
  if (a.ref.document != b.ref.document && (undated(a) || undated(b))) return std::nullopt;
  if (a.axis == "fact" && b.axis == "fact" && !likeness.same_claim(first, second)) {
    return std::nullopt;
  }
  if (!kind || hours_between(a, b, kind->window) > kind->window) return std::nullopt;
  return kind;
}

std::vector<Point> in_order(std::vector<Point> points) {
  std::ranges::sort(points, [](const Point& a, const Point& b) {
    return std::tie(a.day_text, a.ref.document, a.order, a.ref.row, a.plus) <
           std::tie(b.day_text, b.ref.document, b.order, b.ref.row, b.plus);
  });
  return points;
}

}  // namespace demarche
