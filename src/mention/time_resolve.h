// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "mention/time_form.h"
#include "mention/time_tense.h"

namespace demarche {

// Internal to find_times: see mention.h for the door.

/// A stretch of the calendar that the text told, and where.
struct ToldTime {
  DayRange days;
  TimeUnit unit = TimeUnit::kNone;
  uint32_t sentence = 0;
};

/// From what a time was counted, for the name of its rule.
enum class TimeBase : uint8_t { kNone, kPublished, kDateline, kTold, kEvent };
std::string_view name_of(TimeBase base);  ///< "published"; none: ""

/// What is known when an expression is resolved.
struct TimeContext {
  std::optional<Day> today;
  TimeBase today_from = TimeBase::kPublished;
  std::optional<ToldTime> told;     ///< last day, week, month or year
  std::optional<ToldTime> aside;    ///< the same, where it lies out of the order of a history
  std::optional<ToldTime> quarter;  ///< last quarter of a year
  std::array<int16_t, 13 * 32> years_of_days = {};  ///< day -> the year it was told with, or 0
  bool history = false;  ///< the document tells what is long past, in order
  uint32_t sentence = 0;
  TimeOutlook outlook = TimeOutlook::kUnknown;
  TimeWord before = TimeWord::kNone;  ///< the word before the expression
};

struct ResolvedTime {
  std::string value;
  DayRange days;
  TimeUnit unit = TimeUnit::kNone;  ///< granularity of `days`
  std::vector<Reading> rejected;
  TimeBase base = TimeBase::kNone;
  bool no_such_day = false;  ///< "30 February": `days` are those of the month
};

ResolvedTime resolve_time(const TimeForm& form, const TimeContext& context);
ResolvedTime resolve_offset(const TimeForm& form, const TimeContext& context);

/// The two shapes that are no place on the calendar.
ResolvedTime resolve_amount(const TimeForm& form, const TimeContext& context);
ResolvedTime resolve_set(const TimeForm& form);

/// Keeps what was told, for the expressions that count from it.
void remember_time(const TimeForm& form, const ResolvedTime& time, TimeContext& context);
void remember_aside(const ResolvedTime& time, TimeContext& context);

/// The day from which the expression counts, and where it is one that was told, the stretch that
/// it is the first day of.
struct AnchorDay {
  std::optional<Day> day;
  TimeBase base = TimeBase::kNone;
  ToldTime told = {};
};
AnchorDay anchor_day(TimeAnchor anchor, const TimeContext& context);

/// Which year a month, or a day of it, belongs to where none is said.
struct YearChoice {
  int year = 0;
  int other = 0;  ///< the year turned down
  TimeBase base = TimeBase::kPublished;
};
std::optional<YearChoice> choose_year(const TimeForm& form, unsigned month, unsigned day,
                                      const TimeContext& context);

/// Was it told at most `within` sentences before?
bool told_recently(const std::optional<ToldTime>& told, uint32_t sentence, uint32_t within);
std::string_view part_suffix(DayPart part);  ///< "TMO" ...; none: ""
std::string_view season_name(int season);    ///< 1 "SP" .. 4 "WI"

/// Shifts beyond this many units are left open.
inline constexpr int kLongestTimeShift = 9000;

/// TIMEX3 length: "P3D", "PT2H", "P2Y6M", "PXW".
std::string format_length(const TimeForm& form);

}  // namespace demarche
