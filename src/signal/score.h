// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "signal/signal.h"

namespace demarche {

/// The score of a pair of points (design.md section 6), of one issue whose likeness is `sim`:
///   D = p1 (1 - p2) + (1 - p1) p2, odds = prior / (1 - prior) * D / (1 - D) * LR_cue,
///   score = odds / (1 + odds), strength = sim sqrt|v1 v2| sqrt(c1 c2) q1 q2 exp(-dt / tau).
struct PairScore {
  double score = 0, strength = 0;
  SignalTerms terms;
};

inline constexpr double kPrior = .1;       ///< that two rows of one issue differ; same for all
inline constexpr double kCueDiffer = 10;   ///< the outlet says that the positions differ
inline constexpr double kCueContrast = 3;  ///< a contrast connective joins the two rows
inline constexpr double kCueNone = .9;
inline constexpr double kFlagScore = .6, kFlagStrength = .3, kWatchScore = .3;

double likelihood_ratio(const Point& a, const Point& b);
/// P(+) given that the point takes a pole, clipped to [.02, .98].
double pole_probability(const Point& point);
/// Hours between two `said` intervals, 0 where they overlap, `window` where one is open on that
/// side.
double hours_between(const Point& a, const Point& b, double window);
PairScore score_pair(const Point& a, const Point& b, double sim, double tau_hours,
                     double window_hours);
/// The same of two readings in a given place: the cue, likeness and time of another pair.
PairScore score_readings(const Point& a, const Point& b, const SignalTerms& place, double sim,
                         double tau_hours);
bool is_flag(SignalKind kind, const PairScore& score);

}  // namespace demarche
