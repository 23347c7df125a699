// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "event/check.h"

namespace demarche {

std::vector<std::string> lint_patterns(const EventPatterns& patterns) {
  std::vector<std::string> failures;
  for (const auto& pattern : patterns.patterns) {
    const auto plus = std::ranges::count(pattern.examples, true, &PatternExample::matches);
    const auto minus = std::ranges::count(pattern.examples, false, &PatternExample::matches);
    if (plus > 0 && minus > 0) continue;
    failures.push_back(pattern.path + ":" + std::to_string(pattern.line) + ": pattern without a " +
                       (plus > 0 ? "-" : "+") + " sentence");
  }
  return failures;
}

}  // namespace demarche
