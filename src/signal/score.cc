// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "signal/score.h"

#include <algorithm>
#include <cmath>

namespace demarche {

double pole_probability(const Point& point) {
  constexpr double kLeast = .02;
  constexpr double kMost = .98;
  const double sum = point.plus + point.minus;
  return sum <= 0 ? .5 : std::clamp(point.plus / sum, kLeast, kMost);
}

double likelihood_ratio(const Point& a, const Point& b) {
  if (a.says_differ && b.says_differ) return kCueDiffer;
  const bool same_document = a.ref.document == b.ref.document;
  if (same_document && (a.contrast_with == b.ref.row || b.contrast_with == a.ref.row)) {
    return kCueContrast;
  }
  return kCueNone;
}

double hours_between(const Point& a, const Point& b, double window) {
  constexpr double kHours = 24;
  const bool a_first = a.to && b.from && *a.to < *b.from;
  const bool b_first = b.to && a.from && *b.to < *a.from;
  if (a_first) return kHours * static_cast<double>((*b.from - *a.to).count());
  if (b_first) return kHours * static_cast<double>((*a.from - *b.to).count());
  // A standing deed holds through its interval; an undated row may lie anywhere before.
  const bool undated = (!a.from && !a.to) || (!b.from && !b.to);
  return undated && !a.standing && !b.standing ? window : 0;
}

PairScore score_readings(const Point& a, const Point& b, const SignalTerms& place, double sim,
                         double tau_hours) {
  const double p1 = pole_probability(a);
  const double p2 = pole_probability(b);
  const double differ = p1 * (1 - p2) + (1 - p1) * p2;
  const double odds = kPrior / (1 - kPrior) * differ / (1 - differ) * place.cue;
  const double v = std::sqrt(std::abs((2 * p1 - 1) * (2 * p2 - 1)));
  const auto firm = [](const Point& p) {
    return p.deed ? 1.0 : std::abs(static_cast<double>(p.commitment)) / 3;
  };
  PairScore out;
  out.score = odds / (1 + odds);
  out.strength = sim * v * std::sqrt(firm(a) * firm(b)) * a.confidence * b.confidence *
                 std::exp(-place.window / tau_hours);
  out.terms = {kPrior, differ, place.cue, out.strength, place.window};
  return out;
}

PairScore score_pair(const Point& a, const Point& b, double sim, double tau_hours,
                     double window_hours) {
  SignalTerms place;
  place.cue = likelihood_ratio(a, b);
  place.window = hours_between(a, b, window_hours);
  return score_readings(a, b, place, sim, tau_hours);
}

bool is_flag(SignalKind kind, const PairScore& score) {
  // Both poles in one utterance are a flag by their cue alone.
  const bool joined = kind != SignalKind::kTwoHanded || score.terms.cue > 1;
  return joined && score.score >= kFlagScore && score.strength >= kFlagStrength;
}

}  // namespace demarche
