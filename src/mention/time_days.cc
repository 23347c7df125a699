// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/time_days.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

namespace demarche {
namespace {

namespace chr = std::chrono;
using Days = chr::days;

constexpr int kLastYear = 9999;
constexpr int kFirstYear = -kLastYear + 1;

DayRange months_range(int year, unsigned from, unsigned to) {
  const auto first = day_in(year, from, 1);
  if (!first) return {};
  return {first, last_of_month(year, to)};
}

DayRange years_range(int from, int to) { return {day_in(from, 1, 1), day_in(to, 12, 31)}; }

Day monday_of(Day day) { return day - Days{static_cast<int>(iso_weekday(day)) - 1}; }

/// The year and the number, from 0, of a part of it that may lie outside.
struct Part {
  int year = 0;
  int number = 0;
};
Part wrap(int year, int number, int parts) {
  year += number >= 0 ? number / parts : -((parts - 1 - number) / parts);
  return {year, ((number % parts) + parts) % parts};
}

}  // namespace

std::optional<Day> day_in(int year, unsigned month, unsigned day) {
  const chr::year_month_day date{chr::year{year}, chr::month{month}, chr::day{day}};
  if (year < kFirstYear || year > kLastYear || !date.ok()) return std::nullopt;
  return chr::sys_days{date};
}

std::string format_year(int year) {
  return year > 0 ? fmt::format("{:04}", year) : fmt::format("BC{:04}", 1 - year);
}

std::string format_date(Day day) {
  return fmt::format("{}-{:02}-{:02}", format_year(year_of(day)), month_of(day), day_of_month(day));
}

std::string clock_suffix(const TimeForm& form) {
  if (form.hour < 0) return std::string(part_suffix(form.part));
  return fmt::format("T{:02}:{:02}", form.hour, form.minute < 0 ? 0 : form.minute);
}

int quarter_of(Day day) { return static_cast<int>(month_of(day) - 1) / 3; }

int days_between(Day later, Day earlier) { return static_cast<int>((later - earlier).count()); }

ResolvedTime at_day(Day day, const TimeForm& form) {
  return {format_date(day) + clock_suffix(form), {day, day}, TimeUnit::kDay, {}};
}

ResolvedTime at_week(Day day) {
  const Day monday = monday_of(day);
  return {format_week(iso_week(day)), {monday, monday + Days{6}}, TimeUnit::kWeek, {}};
}

ResolvedTime at_weekend(Day day) {
  const Day monday = monday_of(day);
  return {
      format_week(iso_week(day)) + "-WE", {monday + Days{5}, monday + Days{6}}, TimeUnit::kDay, {}};
}

ResolvedTime at_month(int year, int month) {
  const Part at = wrap(year, month, 12);
  const auto number = static_cast<unsigned>(at.number + 1);
  return {fmt::format("{}-{:02}", format_year(at.year), number),
          months_range(at.year, number, number),
          TimeUnit::kMonth,
          {}};
}

ResolvedTime at_quarter(int year, int quarter) {
  const Part at = wrap(year, quarter, 4);
  const auto first = static_cast<unsigned>(at.number * 3 + 1);
  return {fmt::format("{}-Q{}", format_year(at.year), at.number + 1),
          months_range(at.year, first, first + 2),
          TimeUnit::kQuarter,
          {}};
}

ResolvedTime at_half(int year, int half) {
  const auto first = static_cast<unsigned>((half - 1) * 6 + 1);
  return {fmt::format("{}-H{}", format_year(year), half),
          months_range(year, first, first + 5),
          TimeUnit::kQuarter,
          {}};
}

// Seasons of the northern year in whole months; a winter begins in the December of its year.
ResolvedTime at_season(int year, int season) {
  const auto first = static_cast<unsigned>(season * 3);
  DayRange days = season == 4 ? DayRange{day_in(year, 12, 1), std::nullopt}
                              : months_range(year, first, first + 2);
  if (season == 4 && year < kLastYear) days.to = last_of_month(year + 1, 2);
  return {
      fmt::format("{}-{}", format_year(year), season_name(season)), days, TimeUnit::kQuarter, {}};
}

ResolvedTime at_year(int year) {
  if (year < kFirstYear || year > kLastYear) return {"XXXX", {}, TimeUnit::kNone, {}};
  return {format_year(year), years_range(year, year), TimeUnit::kYear, {}};
}

// Before the era a decade has the years of one tens, 489 to 480; after it 480 to 489.
ResolvedTime at_decade(int year) {
  if (year < kFirstYear || year > kLastYear) return {"XXX", {}, TimeUnit::kNone, {}};
  if (year > 0) {
    const int tens = year / 10;
    return {fmt::format("{:03}", tens),
            years_range(std::max(tens * 10, 1), tens * 10 + 9),
            TimeUnit::kDecade,
            {}};
  }
  const int tens = (1 - year) / 10;
  return {fmt::format("BC{:03}", tens),
          years_range(1 - (tens * 10 + 9), tens > 0 ? 1 - tens * 10 : 0),
          TimeUnit::kDecade,
          {}};
}

// As its value and common usage have it: the 19th century, "18", has the years 1800 to 1899.
ResolvedTime at_century(int year) {
  if (year < kFirstYear || year > kLastYear) return {"XX", {}, TimeUnit::kNone, {}};
  if (year > 0) {
    const int hundreds = year / 100;
    return {fmt::format("{:02}", hundreds),
            years_range(std::max(hundreds * 100, 1), hundreds * 100 + 99),
            TimeUnit::kCentury,
            {}};
  }
  const int hundreds = -year / 100;
  return {fmt::format("BC{:02}", hundreds),
          years_range(std::max(-hundreds * 100 - 99, kFirstYear), -hundreds * 100),
          TimeUnit::kCentury,
          {}};
}

ResolvedTime somewhere_in(const ToldTime& told, TimeUnit unit) {
  ResolvedTime out;
  out.days = told.days;
  if (!told.days.from) return out;
  const std::string year = format_year(year_of(*told.days.from));
  const bool month = told.unit == TimeUnit::kMonth;
  const std::string month_value =
      month ? fmt::format("{}-{:02}", year, month_of(*told.days.from)) : year + "-XX";
  if (unit == TimeUnit::kQuarter) {
    out.value = year + "-QX";
  } else if (unit == TimeUnit::kMonth) {
    out.value = year + "-XX";
  } else if (unit == TimeUnit::kWeek || unit == TimeUnit::kWeekend) {
    out.value = month ? month_value : year + "-WXX";
  } else {
    out.value = month_value + "-XX";
  }
  return out;
}

std::optional<Day> add_units(Day day, TimeUnit unit, int count) {
  if (std::abs(count) > kLongestTimeShift) return std::nullopt;
  const auto months_on = [&](int months) -> std::optional<Day> {
    const Part at = wrap(year_of(day), static_cast<int>(month_of(day)) - 1 + months, 12);
    const auto number = static_cast<unsigned>(at.number + 1);
    const auto first = day_in(at.year, number, 1);
    if (!first) return std::nullopt;
    const Day wanted = *first + Days{static_cast<int>(day_of_month(day)) - 1};
    return std::min(wanted, last_of_month(at.year, number));
  };
  switch (unit) {
    case TimeUnit::kSecond:
    case TimeUnit::kMinute:
    case TimeUnit::kHour:
      return day;
    case TimeUnit::kDay:
      return day + Days{count};
    case TimeUnit::kWeek:
    case TimeUnit::kWeekend:
      return day + Days{7 * count};
    case TimeUnit::kFortnight:
      return day + Days{14 * count};
    case TimeUnit::kMonth:
      return months_on(count);
    case TimeUnit::kQuarter:
      return months_on(3 * count);
    case TimeUnit::kYear:
      return months_on(12 * count);
    case TimeUnit::kDecade:
      return months_on(120 * count);
    case TimeUnit::kCentury:
      return months_on(1200 * count);
    case TimeUnit::kNone:
      break;
  }
  return std::nullopt;
}

}  // namespace demarche
