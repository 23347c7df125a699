// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "mention/scene.h"

// Internal to src/mention; the door is mention.h.
namespace demarche::mention {

/// One of the places that a name may mean, and what speaks for it.
struct Option {
  uint32_t number = 0;
  Place place;
  double prior = 0;    // by itself
  double written = 0;  // by what is written beside it
  double fixed = 0;    // with both, and by the countries of the page
  double score = 0;
  double x = 0, y = 0, z = 0;  // on the unit sphere
  uint32_t country = 0;        // three letters in one number, 0: none
  const char* area = nullptr;  // the code of its unit: one text for all of a unit
};

/// A name with all that may be meant by it.
struct Name {
  std::string key;
  std::vector<Option> options;
  size_t best = 0;
  double sure = 0;      // 0: two are alike, 1: one is far ahead
  double weight = 1;    // as a witness for others
  double state = -1;    // score of the state of this name, -1: there is none
  std::string country;  // of that state
};

bool is_town(const Place& place);
bool is_unit(const Place& place);  ///< of the first order, or a land of our own tables

/// By itself: how many live there, and its rank.
Option make_option(const Gazetteer& gazetteer, uint32_t number);

/// Kilometres through the earth: near enough for places beside each other.
double chord(const Option& a, const Option& b);

}  // namespace demarche::mention
