// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/place_distance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "base/strings.h"

namespace demarche::mention {
namespace {

constexpr double kMile = 1.609344, kSeaMile = 1.852;
constexpr double kFarthest = 5000;  // a longer way is no spot any more

std::optional<double> unit_of(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, double>, 14> kUnits = {
      {{"km", 1},
       {"kms", 1},
       {"kilometer", 1},
       {"kilometers", 1},
       {"kilometre", 1},
       {"kilometres", 1},
       {"mile", kMile},
       {"miles", kMile},
       {"mi", kMile},
       {"metre", .001},
       {"metres", .001},
       {"meter", .001},
       {"meters", .001},
       {"nm", kSeaMile}}};
  const auto* const at =
      std::ranges::find(kUnits, word, &std::pair<std::string_view, double>::first);
  return at == kUnits.end() ? std::nullopt : std::optional(at->second);
}

std::optional<double> number_of(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, double>, 24> kNumbers = {
      {{"a", 1},        {"an", 1},      {"one", 1},     {"two", 2},      {"three", 3},
       {"four", 4},     {"five", 5},    {"six", 6},     {"seven", 7},    {"eight", 8},
       {"nine", 9},     {"ten", 10},    {"eleven", 11}, {"twelve", 12},  {"fifteen", 15},
       {"twenty", 20},  {"thirty", 30}, {"forty", 40},  {"fifty", 50},   {"sixty", 60},
       {"seventy", 70}, {"eighty", 80}, {"ninety", 90}, {"hundred", 100}}};
  if (word.empty()) return std::nullopt;
  if (is_ascii_digit(word.front())) return parse_double(replace_all(std::string(word), ",", ""));
  const auto* const at =
      std::ranges::find(kNumbers, word, &std::pair<std::string_view, double>::first);
  return at == kNumbers.end() ? std::nullopt : std::optional(at->second);
}

/// "200km" is one token.
std::optional<double> joined(std::string_view word) {
  const size_t end = word.find_first_not_of("0123456789.,");
  if (end == 0 || end == std::string_view::npos) return std::nullopt;
  const size_t unit = word[end] == '-' ? end + 1 : end;
  const auto factor = unit_of(word.substr(unit));
  const auto number = number_of(word.substr(0, end));
  return factor && number ? std::optional(*factor * *number) : std::nullopt;
}

uint32_t skip_bracket(const Scene& scene, uint32_t end, uint32_t begin) {
  constexpr uint32_t kLongest = 6;
  if (end <= begin || !scene.is(end - 1, ")")) return end;
  for (uint32_t t = end - 1; t > begin && t + kLongest > end; --t)
    if (scene.is(t - 1, "(")) return t - 1;
  return end;
}

}  // namespace

bool is_unit_of_way(std::string_view word) { return unit_of(word).has_value(); }

std::optional<Distance> distance_before(const Scene& scene, uint32_t end) {
  if (end == 0 || end > scene.size()) return std::nullopt;
  const uint32_t begin = scene.sentence(end - 1).first;
  while (end > begin && (scene.is(end - 1, "away") || scene.is(end - 1, "further") ||
                         scene.is(end - 1, "due") || scene.is(end - 1, "farther")))
    --end;
  end = skip_bracket(scene, end, begin);
  if (end <= begin) return std::nullopt;
  uint32_t first = end - 1;
  std::optional<double> km = joined(scene.lower(first));
  if (!km) {
    const auto unit = unit_of(scene.lower(first));
    if (!unit || first == begin) return std::nullopt;
    --first;
    double factor = *unit;
    if (scene.is(first, "nautical") && first > begin) factor = kSeaMile, --first;
    if (scene.is(first, "-") && first > begin) --first;
    auto number = number_of(scene.lower(first));
    if (!number) return std::nullopt;
    // "two hundred miles"
    if (first > begin && scene.is(first, "hundred"))
      if (const auto times = number_of(scene.lower(first - 1))) *number *= *times, --first;
    km = *number * factor;
  }
  if (!(*km > 0) || *km > kFarthest) return std::nullopt;
  return Distance{first, *km};
}

uint32_t compass_first(const Scene& scene, uint32_t last) {
  if (last == kNone || !scene.in(last, WordList::kCompass)) return kNone;
  const uint32_t hyphen = scene.before(last);
  const uint32_t half = hyphen == kNone ? kNone : scene.before(hyphen);
  return half != kNone && scene.is(hyphen, "-") && scene.in(half, WordList::kCompass) ? half : last;
}

std::optional<double> bearing_of(std::string_view compass) {
  const auto count = [&](std::string_view word) {
    int times = 0;
    for (size_t at = compass.find(word); at != std::string_view::npos;
         at = compass.find(word, at + word.size()))
      ++times;
    return times;
  };
  const int up = count("north") - count("south"), right = count("east") - count("west");
  if (up == 0 && right == 0) return std::nullopt;
  const double degrees = std::atan2(right, up) * 180 / std::numbers::pi;
  return degrees < 0 ? degrees + 360 : degrees;
}

}  // namespace demarche::mention
