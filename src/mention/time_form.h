// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "mention/mention.h"
#include "mention/time_scan.h"

namespace demarche {

// Internal to find_times: see mention.h for the door.

/// From where a relative expression counts.
enum class TimeAnchor : uint8_t {
  kToday,      ///< the day of publication: "ago", "last", "next"
  kReference,  ///< the day told last: "later", "the following day"
};

/// What the words of an expression say before it is known when they were said.
enum class TimeShape : uint8_t {
  kDate,    ///< fields of the calendar, some of them missing
  kOffset,  ///< `shift` units from the anchor: "yesterday", "last week", "two days ago"
  kAmount,  ///< a length: "three hours", "the past two years"
  kSet,     ///< repeated: "every Monday"
  kVague,   ///< "now", "soon"
};

/// On which side of the anchor a length lies.
enum class TimeSide : uint8_t { kNone, kBackward, kForward, kAfterEvent, kBeforeEvent };

struct TimeForm {
  uint32_t last = 0;  ///< pieces [at, last)
  TimeShape shape = TimeShape::kDate;
  TimeKind kind = TimeKind::kDate;
  std::string_view rule;

  // kDate: 0 where not said
  int year = 0;
  bool before_era = false;
  bool two_digits = false;    ///< "'98": the century is not said
  int year_shift = kNoShift;  ///< "June last year": -1
  TimeAnchor year_anchor = TimeAnchor::kToday;
  int century = 0, decade = 0, half = 0, quarter = 0, season = 0, month = 0, day = 0;
  int weekday = 0;
  Holiday holiday = Holiday::kNone;
  int select = kNoShift;  ///< "last Friday", "this summer", "next January": -1, 0, 1

  bool week_of = false;  ///< "the week of March 6"

  // any: part of the day or time of the clock
  DayPart part = DayPart::kNone;
  int hour = -1, minute = -1;

  // kOffset, kAmount, kSet
  TimeAnchor anchor = TimeAnchor::kToday;
  TimeSide side = TimeSide::kNone;
  TimeUnit unit = TimeUnit::kNone;
  int shift = 0;
  int count = 1, tenths = 0;
  bool vague_count = false;  ///< "a few", "several"

  std::string_view vague;  ///< kVague: the value

  static constexpr int kNoShift = 99;
};

/// The longest expression that begins at this piece, or none; one function a family.
std::optional<TimeForm> match_time(const Scan& scan, uint32_t at);
std::optional<TimeForm> match_calendar(const Scan& scan, uint32_t at);
std::optional<TimeForm> match_years(const Scan& scan, uint32_t at);
std::optional<TimeForm> match_holiday(const Scan& scan, uint32_t at);
std::optional<TimeForm> match_clock(const Scan& scan, uint32_t at);
std::optional<TimeForm> match_relative(const Scan& scan, uint32_t at);
std::optional<TimeForm> match_amount(const Scan& scan, uint32_t at);
std::optional<TimeForm> match_set(const Scan& scan, uint32_t at);
std::optional<TimeForm> match_vague(const Scan& scan, uint32_t at);

/// A further time that leans on the one just read: "April 6-7", "1915-17".
std::optional<TimeForm> match_more_days(const Scan& scan, const TimeForm& form);
std::optional<TimeForm> match_more_years(const Scan& scan, const TimeForm& form);

bool ends_clause(const Scan& scan, uint32_t at);  ///< a mark that closes, or the sentence's end
bool is_unit(const Scan& scan, uint32_t at, TimeUnit unit);

/// The year behind a date: " 1998", ", 1998", " of 480 BC", " last year"; past it, or `at`.
/// `loose`: not before a unit, as in "May 3, 1500 years".
uint32_t read_year_after(const Scan& scan, uint32_t at, TimeForm& form, bool loose);

/// A count in figures or words: "14", "2.5", "5 1/2", "twenty four", "two thousand", "a few".
struct TimeCount {
  uint32_t last = 0;
  int count = 0, tenths = 0;
  bool vague = false;
  bool article = false;  ///< "a", "an", "another"
};
std::optional<TimeCount> read_count(const Scan& scan, uint32_t at);

/// A year: "1998", "'98", "nineteen ninety-six", "two thousand".
struct TimeYear {
  uint32_t last = 0;
  int year = 0;
};
std::optional<TimeYear> read_year(const Scan& scan, uint32_t at);

/// An ordinal: "3rd", "third", "twenty-first", "21st".
struct TimeOrdinal {
  uint32_t last = 0;
  int value = 0;
};
std::optional<TimeOrdinal> read_ordinal(const Scan& scan, uint32_t at);

}  // namespace demarche
