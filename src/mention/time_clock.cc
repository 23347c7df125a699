// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/time_form.h"

// Times of the clock, alone or beside their day.

namespace demarche {
namespace {

using enum TimeWord;

TimeUnit unit_of(const Scan& scan, uint32_t at) { return static_cast<TimeUnit>(scan.at(at).value); }
bool is_unit_word(const Scan& scan, uint32_t at) {
  return scan.is(at, kUnit) || scan.is(at, kUnits);
}

std::optional<TimeForm> match_zone(const Scan& scan, TimeForm form) {
  if (scan.is(form.last, kZone))
    ++form.last;
  else if ((scan.of(form.last) == "local" || scan.at(form.last).capital) &&
           scan.is(form.last + 1, kTime))
    form.last += 2;  // "local time", "Velm time"
  return form;
}

// "10:35 a.m.", "3 p.m. EST", "14:30", "9.30am", "0735 GMT", "9 in the morning".
std::optional<TimeForm> match_figures_clock(const Scan& scan, uint32_t at) {
  const TimePiece& hour = scan.at(at);
  if (hour.grouped || hour.value > 2400) return std::nullopt;
  TimeForm form{.last = at + 1, .kind = TimeKind::kTime, .rule = "time.clock"};
  form.hour = hour.value;
  if (at > 0 && scan.is_glued(at) && scan.at(at - 1).mark != '(' && scan.at(at - 1).mark != '"') {
    return std::nullopt;
  }
  const bool colon = scan.joins(at + 1, ':') || scan.joins(at + 1, '.');
  if (colon && scan.is_number(at + 2) && scan.at(at + 2).digits == 2 && hour.digits <= 2 &&
      scan.at(at + 2).value < 60 && !scan.at(at + 2).grouped) {
    form.minute = scan.at(at + 2).value;
    form.last = at + 3;
    if (scan.joins(at + 3, ':') && scan.is_number(at + 4)) form.last = at + 5;
  } else if (hour.digits == 4 && hour.value % 100 < 60 &&
             (scan.is(at + 1, kZone) || scan.of(at + 1) == "hrs")) {
    form.hour = hour.value / 100;
    form.minute = hour.value % 100;
  } else if (hour.digits > 2) {
    return std::nullopt;
  }
  const bool has_half = scan.is(form.last, kAmPm) && form.hour >= 1 && form.hour <= 12;
  if (has_half) {
    form.hour = form.hour % 12 + scan.at(form.last).value;
    ++form.last;
  } else if (scan.is(form.last, kIn) && scan.is(form.last + 1, kThe) &&
             scan.is(form.last + 2, kPart) && form.hour <= 12) {
    const bool late = static_cast<DayPart>(scan.at(form.last + 2).value) != DayPart::kMorning;
    if (late && form.hour < 12) form.hour += 12;
    form.last += 3;
  } else if (form.minute < 0 || scan.is_mark(at + 1, '.')) {
    return std::nullopt;
  }
  if (form.hour > 24 || (form.hour == 24 && form.minute > 0)) return std::nullopt;
  const bool hours = is_unit_word(scan, form.last) && unit_of(scan, form.last) == TimeUnit::kHour;
  if (hours && !has_half) ++form.last;  // "05:30hrs"
  return match_zone(scan, form);
}

}  // namespace

std::optional<TimeForm> match_clock(const Scan& scan, uint32_t at) {
  std::optional<TimeForm> form;
  if (scan.is_number(at)) {
    form = match_figures_clock(scan, at);
  } else if (scan.is(at, kClockWord)) {
    form = TimeForm{.last = at + 1, .kind = TimeKind::kTime, .rule = "time.clock"};
    form->hour = scan.at(at).value;
    form->minute = 0;
    form = match_zone(scan, *form);
  }
  if (!form) return std::nullopt;
  // The day beside the clock: "3 p.m. EST, Nov. 9", "noon on Saturday", "9 a.m. tomorrow".
  uint32_t next = form->last;
  if (scan.is_mark(next, ',')) ++next;
  if (scan.is(next, kOn) || (scan.is(at, kClockWord) && scan.is(next, kOf))) ++next;
  std::optional<TimeForm> day = match_calendar(scan, next);
  if (day && day->day == 0 && day->weekday == 0) day.reset();
  const TimeWord word = scan.at(next).word;
  if (!day && (word == kToday || word == kYesterday || word == kTomorrow)) {
    day = match_relative(scan, next);
  }
  if (!day || day->part != DayPart::kNone) return form;
  day->hour = form->hour;
  day->minute = form->minute;
  // "midnight Friday" ends the day, "midnight on 1 January" may begin it.
  if (scan.is(at, kClockWord) && form->hour == 0 && day->month == 0) day->hour = 24;
  day->kind = TimeKind::kTime;
  day->rule = "time.clock_day";
  return day;
}

}  // namespace demarche
