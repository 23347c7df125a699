// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace demarche {

// Internal to find_times: see mention.h for the door.

/// What a word may be in an expression of time.
enum class TimeWord : uint8_t {
  kNone,
  kMonth,
  kMonthShort,  ///< value 1..12
  kWeekday,
  kWeekdayShort,  ///< value 1..7, Monday first
  kWeekdays,      ///< "Mondays"
  kUnit,
  kUnits,       ///< value: TimeUnit
  kDecadeWord,  ///< "nineties": value 199
  kCardinal,    ///< "two": value
  kScale,       ///< "hundred", "thousand": value
  kVagueCount,  ///< "few", "several", "many"
  kCouple,
  kDozen,
  kHalf,
  kArticle,  ///< "a", "an"
  kThe,
  kOrdinal,     ///< "third": value
  kOrdinalEnd,  ///< "st", "nd", "rd", "th"
  kSeason,      ///< value 1 spring .. 4 winter
  kPart,
  kParts,      ///< value: DayPart
  kClockWord,  ///< "noon", "midnight", "midday": value is the hour
  kAmPm,       ///< value 0 or 12
  kZone,
  kToday,
  kYesterday,
  kTomorrow,
  kTonight,
  kOvernight,
  kLast,
  kNext,
  kThis,
  kPast,
  kComing,
  kPrevious,
  kFollowing,
  kSame,
  kThat,
  kCurrent,
  kLatest,
  kLatter,
  kEvery,
  kEach,
  kOther,
  kPer,
  kEarly,
  kLate,
  kMid,
  kMiddle,
  kStart,
  kEnd,
  kSometime,
  kEarlier,
  kLater,
  kAgo,
  kBefore,
  kAfter,
  kFrom,
  kPrior,
  kNow,
  kHence,
  kSince,
  kTime,
  kCurrently,
  kRecently,
  kRecent,
  kSoon,
  kPreviously,
  kFuture,
  kSo,
  kFar,
  kNear,
  kTerm,
  kPresent,
  kMoment,
  kRight,
  kThese,
  kDate,
  kPossible,
  kOf,
  kIn,
  kOn,
  kAt,
  kTo,
  kAnd,
  kOr,
  kFor,
  kThan,
  kBy,
  kAs,
  kUntil,
  kWithin,
  kDuring,
  kThrough,
  kBetween,
  kOver,
  kMore,
  kLess,
  kLeast,
  kMost,
  kAbout,
  kNearly,
  kAlmost,
  kAround,
  kRoughly,
  kSome,
  kUp,
  kAdditional,
  kConsecutive,
  kFull,
  kFiscal,
  kOld,
  kOnly,
  kRead,
  kLong,
  kDaily,         ///< an adverb of repetition: value TimeUnit
  kTimes,         ///< "times", "twice", "once"
  kHoliday,       ///< value: Holiday
  kHolidayFirst,  ///< the first word of one: "Good" as in "Good Friday"
  kYearWord,      ///< "New" as in "New Year"
  kEve,
  kCommonEra,
  kBeforeEra,
  kPeriod,
  kQuarterSign,
  kHalfSign,
  kS,
  kT,
  kWeeklong
};

enum class TimeUnit : uint8_t {
  kSecond,
  kMinute,
  kHour,
  kDay,
  kWeek,
  kWeekend,
  kFortnight,
  kMonth,
  kQuarter,
  kYear,
  kDecade,
  kCentury,
  kNone
};

enum class DayPart : uint8_t { kNone, kMorning, kAfternoon, kEvening, kNight };

enum class Holiday : uint8_t {
  kNone,
  kChristmas,
  kChristmasEve,
  kBoxingDay,
  kNewYear,
  kNewYearEve,
  kValentine,
  kMayDay,
  kHalloween,
  kGoodFriday,
  kEaster,
  kEasterMonday,
  kMemorialDay,
  kLaborDay,
  kThanksgiving
};

struct TimeReading {
  TimeWord word = TimeWord::kNone;
  int16_t value = 0;
};

/// What this word may be; letters only, any case. Every other word is kNone.
TimeReading read_time_word(std::string_view word);

}  // namespace demarche
