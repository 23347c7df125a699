// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/time_holiday.h"

#include "mention/time_days.h"
#include "mention/time_form.h"

// Named days: "Christmas Eve", "Good Friday", "Labor Day".

namespace demarche {
namespace {

using enum TimeWord;
using Days = std::chrono::days;

// Easter of the Gregorian calendar (Butcher's rule).
std::optional<Day> easter_in(int year) {
  if (year < 1583) return std::nullopt;
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int sum = h + l - 7 * m + 114;
  return day_in(year, static_cast<unsigned>(sum / 31), static_cast<unsigned>(sum % 31 + 1));
}

std::optional<Day> beside_easter(int year, int days) {
  const auto easter = easter_in(year);
  return easter ? std::optional(*easter + Days{days}) : std::nullopt;
}

// The `count`th weekday of a month; -1: the last one.
std::optional<Day> weekday_in(int year, unsigned month, int weekday, int count) {
  const auto first = day_in(year, month, 1);
  if (!first) return std::nullopt;
  if (count < 0) {
    const Day last = last_of_month(year, month);
    return last - Days{(static_cast<int>(iso_weekday(last)) - weekday + 7) % 7};
  }
  const int gap = (weekday - static_cast<int>(iso_weekday(*first)) + 7) % 7;
  return *first + Days{gap + 7 * (count - 1)};
}

bool is_day_word(const Scan& scan, uint32_t at) {
  return scan.is(at, kUnit) && scan.at(at).value == static_cast<int>(TimeUnit::kDay);
}

// The word behind the first: "Eve", "Day", "Friday"; which named day both are, and past them.
struct NamedDay {
  Holiday day = Holiday::kNone;
  uint32_t last = 0;
};

NamedDay read_easter(const Scan& scan, uint32_t at) {
  const bool weekday = scan.is(at + 1, kWeekday);
  if (weekday && scan.at(at + 1).value == 1) return {Holiday::kEasterMonday, at + 2};
  if (weekday && scan.at(at + 1).value == 7) return {Holiday::kEaster, at + 2};
  if (is_day_word(scan, at + 1)) return {Holiday::kEaster, at + 2};
  return {Holiday::kEaster, at + 1};
}

NamedDay read_new_year(const Scan& scan, uint32_t at) {
  const bool year =
      scan.is(at + 1, kUnit) && scan.at(at + 1).value == static_cast<int>(TimeUnit::kYear);
  if (!year || !scan.is_mark(at + 2, '\'') || !scan.is(at + 3, kS)) return {};
  if (scan.is(at + 4, kEve)) return {Holiday::kNewYearEve, at + 5};
  return is_day_word(scan, at + 4) ? NamedDay{Holiday::kNewYear, at + 5} : NamedDay{};
}

NamedDay read_named_day(const Scan& scan, uint32_t at) {
  const TimePiece& piece = scan.at(at);
  if (!piece.capital) return {};
  if (piece.word == kYearWord) return read_new_year(scan, at);
  if (piece.word == kMonth) {  // "May Day"
    const bool may = piece.value == 5 && is_day_word(scan, at + 1) && scan.at(at + 1).capital;
    return may ? NamedDay{Holiday::kMayDay, at + 2} : NamedDay{};
  }
  const auto day = static_cast<Holiday>(piece.value);
  if (piece.word == kHolidayFirst) {
    uint32_t next = at + 1;
    if (scan.is_mark(next, '\'') && scan.is(next + 1, kS)) next += 2;  // "Valentine's"
    const TimePiece& second = scan.at(next);
    if (!second.capital) return {};
    const bool friday = day == Holiday::kGoodFriday;
    const bool fits =
        friday ? second.word == kWeekday && second.value == 5 : is_day_word(scan, next);
    return fits ? NamedDay{day, next + 1} : NamedDay{};
  }
  if (day == Holiday::kEaster) return read_easter(scan, at);
  if (day == Holiday::kChristmas && scan.is(at + 1, kEve)) return {Holiday::kChristmasEve, at + 2};
  return {day, is_day_word(scan, at + 1) ? at + 2 : at + 1};
}

}  // namespace

std::optional<Day> holiday_in(Holiday holiday, int year) {
  switch (holiday) {
    case Holiday::kChristmas:
      return day_in(year, 12, 25);
    case Holiday::kChristmasEve:
      return day_in(year, 12, 24);
    case Holiday::kBoxingDay:
      return day_in(year, 12, 26);
    case Holiday::kNewYear:
      return day_in(year, 1, 1);
    case Holiday::kNewYearEve:
      return day_in(year, 12, 31);
    case Holiday::kValentine:
      return day_in(year, 2, 14);
    case Holiday::kMayDay:
      return day_in(year, 5, 1);
    case Holiday::kHalloween:
      return day_in(year, 10, 31);
    case Holiday::kGoodFriday:
      return beside_easter(year, -2);
    case Holiday::kEaster:
      return beside_easter(year, 0);
    case Holiday::kEasterMonday:
      return beside_easter(year, 1);
    case Holiday::kMemorialDay:
      return weekday_in(year, 5, 1, -1);
    case Holiday::kLaborDay:
      return weekday_in(year, 9, 1, 1);
    case Holiday::kThanksgiving:
      return weekday_in(year, 11, 4, 4);
    case Holiday::kNone:
      break;
  }
  return std::nullopt;
}

std::optional<TimeForm> match_holiday(const Scan& scan, uint32_t at) {
  const NamedDay named = read_named_day(scan, at);
  if (named.day == Holiday::kNone) return std::nullopt;
  TimeForm form{.last = named.last, .rule = "time.holiday"};
  form.holiday = named.day;
  if (scan.is(form.last, kPart)) {  // "Christmas night"
    form.part = static_cast<DayPart>(scan.at(form.last).value);
    form.kind = TimeKind::kTime;
    ++form.last;
  }
  form.last = read_year_after(scan, form.last, form, false);
  return form;
}

}  // namespace demarche
