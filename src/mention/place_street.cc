// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/place_street.h"

#include <algorithm>
#include <array>

namespace demarche::mention {

bool is_street_word(std::string_view word) {
  static constexpr std::array<std::string_view, 27> kStreets = {
      "street", "st",      "st.",   "avenue",  "ave", "ave.", "road",   "rd",      "rd.",
      "drive",  "dr",      "dr.",   "lane",    "ln",  "ln.",  "court",  "ct.",     "boulevard",
      "blvd",   "parkway", "blvd.", "highway", "hwy", "hwy.", "circle", "terrace", "turnpike"};
  return std::ranges::find(kStreets, word) != kStreets.end();
}

bool ends_in_street(const Scene& scene, uint32_t last) {
  constexpr uint32_t kFar = 3;
  const uint32_t end = std::min(scene.sentence(last - 1).last, last + kFar);
  for (uint32_t t = last; t < end && scene.is_capital(t); ++t)
    if (is_street_word(scene.lower(t)))
      // "Harrow Crown Court" is one of law.
      return !scene.is(t, "court") || t == last;
  return false;
}

}  // namespace demarche::mention
