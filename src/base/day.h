// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace demarche {

/// A calendar day of the proleptic Gregorian calendar. No clock is read anywhere in src/.
using Day = std::chrono::sys_days;

/// "2022-01-14" to a day; nothing for anything else, an impossible day included.
std::optional<Day> parse_day(std::string_view text);
std::string format_day(Day day);

std::optional<Day> make_day(int year, unsigned month, unsigned day);
int year_of(Day day);
unsigned month_of(Day day);      ///< 1..12
unsigned day_of_month(Day day);  ///< 1..31
unsigned iso_weekday(Day day);   ///< 1 Monday .. 7 Sunday
Day last_of_month(int year, unsigned month);

/// ISO 8601 week: "2022-W02" holds the Monday 2022-01-10.
struct IsoWeek {
  int year;
  unsigned week;
};
IsoWeek iso_week(Day day);
std::string format_week(IsoWeek week);

/// First and last day, either of them open.
struct DayRange {
  std::optional<Day> from;
  std::optional<Day> to;
  bool operator==(const DayRange&) const = default;
};

}  // namespace demarche
