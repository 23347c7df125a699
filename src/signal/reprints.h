// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "signal/signal.h"

namespace demarche {

/// The words by which a wording is told from another, in their order: `Point::wording`, else those
/// of its text, else its anchor.
std::vector<std::string> wording_of(const Point& point);

/// The points in order of time, the undated last, each statement with the utterance of its first
/// telling: in a standfirst and the body, or in several outlets, the same words of one speaker are
/// one. Both scales run it before `find_signals`. Pure; the order of the points does not matter.
std::vector<Point> fold_reprints(std::vector<Point> points);

}  // namespace demarche
