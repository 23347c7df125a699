// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

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

/// What is known when an expression is resolved.
struct TimeContext {
  std::optional<Day> today;
  std::optional<ToldTime> told;     ///< last day, week, month or year
  std::optional<ToldTime> quarter;  ///< last quarter of a year
  bool history = false;             ///< the document tells what is long past, in order
  uint32_t sentence = 0;
  TimeOutlook outlook = TimeOutlook::kUnknown;
  TimeWord before = TimeWord::kNone;  ///< the word before the expression
};

struct ResolvedTime {
  std::string value;
  DayRange days;
  TimeUnit unit = TimeUnit::kNone;  ///< granularity of `days`
  std::vector<Reading> rejected;
};

ResolvedTime resolve_time(const TimeForm& form, const TimeContext& context);

/// The two shapes that are no place on the calendar.
ResolvedTime resolve_amount(const TimeForm& form, const TimeContext& context);
ResolvedTime resolve_set(const TimeForm& form);

/// Was it told at most `within` sentences before?
bool told_recently(const std::optional<ToldTime>& told, uint32_t sentence, uint32_t within);
std::string_view part_suffix(DayPart part);  ///< "TMO" ...; none: ""
std::string_view season_name(int season);    ///< 1 "SP" .. 4 "WI"

/// Shifts beyond this many units are left open.
inline constexpr int kLongestTimeShift = 9000;

/// TIMEX3 length: "P3D", "PT2H", "P2Y6M", "PXW".
std::string format_length(const TimeForm& form);

}  // namespace demarche
