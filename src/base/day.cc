// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "base/day.h"

#include <fmt/format.h>

#include "base/strings.h"

namespace demarche {

namespace chr = std::chrono;

std::optional<Day> make_day(int year, unsigned month, unsigned day) {
  const chr::year_month_day date{chr::year{year}, chr::month{month}, chr::day{day}};
  if (year < 1 || year > 9999 || !date.ok()) return std::nullopt;
  return chr::sys_days{date};
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = parse_int(text.substr(0, 4));
  const auto month = parse_int(text.substr(5, 2));
  const auto day = parse_int(text.substr(8, 2));
  if (!year || !month || !day || *month < 0 || *day < 0) return std::nullopt;
  return make_day(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::string format_day(Day day) {
  return fmt::format("{:04}-{:02}-{:02}", year_of(day), month_of(day), day_of_month(day));
}

int year_of(Day day) { return static_cast<int>(chr::year_month_day{day}.year()); }
unsigned month_of(Day day) { return static_cast<unsigned>(chr::year_month_day{day}.month()); }
unsigned day_of_month(Day day) { return static_cast<unsigned>(chr::year_month_day{day}.day()); }
unsigned iso_weekday(Day day) { return chr::weekday{day}.iso_encoding(); }

Day last_of_month(int year, unsigned month) {
  return chr::sys_days{chr::year{year} / chr::month{month} / chr::last};
}

IsoWeek iso_week(Day day) {
  // The week belongs to the year of its Thursday.
  const Day thursday = day + chr::days{4 - static_cast<int>(iso_weekday(day))};
  const int year = year_of(thursday);
  const Day first = chr::sys_days{chr::year{year} / chr::January / chr::day{1}};
  return {year, static_cast<unsigned>((thursday - first).count() / 7 + 1)};
}

std::string format_week(IsoWeek week) { return fmt::format("{:04}-W{:02}", week.year, week.week); }

}  // namespace demarche
