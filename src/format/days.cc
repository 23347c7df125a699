// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "format/days.h"

#include <fmt/format.h>

#include <array>

#include "base/day.h"

namespace demarche {
namespace {

std::string_view name_of_month(Day day) {
  static constexpr std::array<std::string_view, 12> kNames = {
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return kNames[month_of(day) - 1];
}

std::string day_and_month(Day day) {
  return fmt::format("{} {}", day_of_month(day), name_of_month(day));
}

std::string in_words(Day day) { return fmt::format("{} {}", day_and_month(day), year_of(day)); }

// Whole months or years have no days: "Oct 2025", "Oct-Dec 2025", "2025", "2024-2025".
std::string whole_months(Day from, Day to) {
  if (day_of_month(from) != 1 || to != last_of_month(year_of(to), month_of(to))) return {};
  const bool one_year = year_of(from) == year_of(to);
  if (month_of(from) == 1 && month_of(to) == 12) {
    return one_year ? fmt::format("{}", year_of(to))
                    : fmt::format("{}-{}", year_of(from), year_of(to));
  }
  const std::string month(name_of_month(from));
  if (!one_year) {
    return fmt::format("{} {} - {} {}", month, year_of(from), name_of_month(to), year_of(to));
  }
  if (month_of(from) == month_of(to)) return fmt::format("{} {}", month, year_of(to));
  return fmt::format("{}-{} {}", month, name_of_month(to), year_of(to));
}

}  // namespace

std::string days_in_words(std::string_view from_text, std::string_view to_text) {
  const auto from = parse_day(from_text);
  const auto to = parse_day(to_text);
  if (!from && !to) return {};
  if (!from) return "up to " + in_words(*to);
  if (!to) return "from " + in_words(*from);
  if (*from == *to) return in_words(*from);
  if (auto months = whole_months(*from, *to); !months.empty()) return months;
  if (year_of(*from) != year_of(*to)) return in_words(*from) + " - " + in_words(*to);
  if (month_of(*from) != month_of(*to)) return day_and_month(*from) + " - " + in_words(*to);
  return fmt::format("{}-{}", day_of_month(*from), in_words(*to));
}

std::string date_in_words(std::string_view value) {
  const auto day = parse_day(value.substr(0, 10));
  if (!day) return std::string(value);
  constexpr size_t kTime = 11, kMinutes = 16, kSeconds = 19;
  std::string result = in_words(*day);
  if (value.size() < kMinutes || value[kTime - 1] != 'T') return result;
  result += ", ";
  result += value.substr(kTime, kMinutes - kTime);
  std::string_view offset = value.substr(kMinutes);
  if (offset.starts_with(':') && value.size() >= kSeconds) offset = value.substr(kSeconds);
  if (offset.starts_with('.')) {
    const size_t end = offset.find_first_not_of(".0123456789");
    offset = end == std::string_view::npos ? std::string_view() : offset.substr(end);
  }
  if (offset.empty()) return result;
  result += ' ';
  result += offset == "Z" ? std::string_view("UTC") : offset;
  return result;
}

}  // namespace demarche
