// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/time_resolve.h"

#include <cstdlib>

#include <fmt/format.h>

namespace demarche {
namespace {

using Days = std::chrono::days;

constexpr uint32_t kToldSentences = 12;  // how long a history goes on from a day it told
constexpr uint32_t kQuarterSentences = 4;

std::string clock_suffix(const TimeForm& form) {
  if (form.hour < 0) return std::string(part_suffix(form.part));
  return fmt::format("T{:02}:{:02}", form.hour, form.minute < 0 ? 0 : form.minute);
}

DayRange month_range(int year, unsigned month) {
  const auto first = make_day(year, month, 1);
  if (!first) return {};
  return {first, last_of_month(year, month)};
}

DayRange months_range(int year, unsigned from, unsigned to) {
  const auto first = make_day(year, from, 1);
  if (!first) return {};
  return {first, last_of_month(year, to)};
}

DayRange years_range(int from, int to) { return {make_day(from, 1, 1), make_day(to, 12, 31)}; }

ResolvedTime at_day(Day day, const TimeForm& form) {
  return {format_day(day) + clock_suffix(form), {day, day}, TimeUnit::kDay, {}};
}

ResolvedTime at_week(Day day) {
  const Day monday = day - Days{static_cast<int>(iso_weekday(day)) - 1};
  return {format_week(iso_week(day)), {monday, monday + Days{6}}, TimeUnit::kWeek, {}};
}

ResolvedTime at_weekend(Day day) {
  const Day monday = day - Days{static_cast<int>(iso_weekday(day)) - 1};
  return {
      format_week(iso_week(day)) + "-WE", {monday + Days{5}, monday + Days{6}}, TimeUnit::kDay, {}};
}

// `month` counts from 0 and may lie outside the year.
ResolvedTime at_month(int year, int month) {
  year += month >= 0 ? month / 12 : -((11 - month) / 12);
  month = ((month % 12) + 12) % 12;
  const auto number = static_cast<unsigned>(month + 1);
  return {
      fmt::format("{:04}-{:02}", year, number), month_range(year, number), TimeUnit::kMonth, {}};
}

// `quarter` counts from 0 and may lie outside the year.
ResolvedTime at_quarter(int year, int quarter) {
  year += quarter >= 0 ? quarter / 4 : -((3 - quarter) / 4);
  quarter = ((quarter % 4) + 4) % 4;
  const auto first = static_cast<unsigned>(quarter * 3 + 1);
  return {fmt::format("{:04}-Q{}", year, quarter + 1),
          months_range(year, first, first + 2),
          TimeUnit::kQuarter,
          {}};
}

ResolvedTime at_year(int year) {
  if (year < 1 || year > 9999) return {"XXXX", {}, TimeUnit::kNone, {}};
  return {fmt::format("{:04}", year), years_range(year, year), TimeUnit::kYear, {}};
}

ResolvedTime at_decade(int decade) {
  return {fmt::format("{:03}", decade),
          years_range(decade * 10, decade * 10 + 9),
          TimeUnit::kDecade,
          {}};
}

ResolvedTime at_century(int century) {
  return {fmt::format("{:02}", century - 1),
          years_range(century * 100 - 99, century * 100),
          TimeUnit::kCentury,
          {}};
}

int quarter_of(Day day) { return static_cast<int>(month_of(day) - 1) / 3; }

/// The day from which "later", "the following week" count: told last, else today.
std::optional<Day> anchor_day(TimeAnchor anchor, const TimeContext& context) {
  if (anchor == TimeAnchor::kReference && context.told) return context.told->days.from;
  return context.today;
}

bool in_history(const TimeContext& context) {
  return context.history && told_recently(context.told, context.sentence, kToldSentences);
}

void reject(ResolvedTime& time, std::string_view rule, std::string reading, std::string why) {
  time.rejected.push_back({std::string(rule), std::move(reading), std::move(why)});
}

std::string_view outlook_word(TimeOutlook outlook) {
  switch (outlook) {
    case TimeOutlook::kAhead:
      return "the clause looks ahead";
    case TimeOutlook::kBehind:
      return "the clause looks back";
    case TimeOutlook::kUnknown:
      break;
  }
  return "the nearest day wins where no verb tells";
}

// --------------------------------------------------------------------------- years that are not
// said

/// Last day of the stretch in a year, to compare with today.
struct YearChoice {
  int year = 0;
  int other = 0;  ///< the year turned down
};

int days_between(Day a, Day b) { return static_cast<int>((a - b).count()); }

/// Which year a month (and day) belongs to when none is said.
std::optional<YearChoice> choose_year(const TimeForm& form, unsigned month, unsigned day,
                                      const TimeContext& context) {
  if (in_history(context) && context.told->days.from) {
    // A story told in order: the year that lies nearest to the day told last.
    const Day told = *context.told->days.from;
    const int year = year_of(told);
    YearChoice best{year, year};
    int nearest = 1 << 30;
    for (const int candidate : {year, year + 1, year - 1}) {
      const auto at = make_day(candidate, month, day);
      if (!at) continue;
      int distance = std::abs(days_between(*at, told));
      if (context.told->unit == TimeUnit::kYear && candidate != year) distance += 400;
      if (candidate < year) distance += 60;
      if (distance < nearest) {
        nearest = distance;
        best.year = candidate;
      }
    }
    return best;
  }
  if (!context.today) return std::nullopt;
  const Day today = *context.today;
  const int year = year_of(today);
  const auto here = make_day(year, month, day);
  const Day start = here ? *here : *make_day(year, month, 1);
  const bool whole_month = form.day == 0;
  const Day end = whole_month ? last_of_month(year, month) : start;
  if (form.select != TimeForm::kNoShift) {
    if (form.select < 0) return YearChoice{end < today ? year : year - 1, year};
    if (form.select > 0) return YearChoice{start > today ? year : year + 1, year};
    return YearChoice{year, year};
  }
  if (start <= today && end >= today) return YearChoice{year, year - 1};
  if (start < today) {
    const int ahead = days_between(*make_day(year + 1, month, 1), today);
    const bool next = context.outlook == TimeOutlook::kAhead && ahead <= 270;
    return YearChoice{next ? year + 1 : year, next ? year : year + 1};
  }
  // It lies ahead in this year: taken as such unless the clause looks back and it is far ahead.
  const int ahead = days_between(start, today);
  const bool back = context.outlook == TimeOutlook::kBehind
                        ? ahead > 45
                        : context.outlook == TimeOutlook::kUnknown && ahead > 180;
  return YearChoice{back ? year - 1 : year, back ? year : year - 1};
}

// --------------------------------------------------------------------------- dates of the calendar

std::optional<int> said_year(const TimeForm& form, const TimeContext& context) {
  if (form.year > 0) return form.year;
  if (form.year_shift == TimeForm::kNoShift) return std::nullopt;
  const auto anchor = anchor_day(form.year_anchor, context);
  return anchor ? std::optional(year_of(*anchor) + form.year_shift) : std::nullopt;
}

ResolvedTime resolve_weekday(const TimeForm& form, const TimeContext& context) {
  const std::string unknown = fmt::format("XXXX-WXX-{}", form.weekday) + clock_suffix(form);
  const bool told = form.anchor == TimeAnchor::kReference && context.told;
  if (!context.today && !told) return {unknown, {}, TimeUnit::kNone, {}};
  const Day anchor = told ? *context.told->days.from : *context.today;
  const int gap = form.weekday - static_cast<int>(iso_weekday(anchor));
  if (form.unit == TimeUnit::kWeek) return at_day(anchor + Days{gap + 7 * form.shift}, form);
  const Day same_week = anchor + Days{gap};
  const Day back = gap > 0 ? same_week - Days{7} : same_week;  // today included
  const Day ahead = gap < 0 ? same_week + Days{7} : same_week;
  Day day = back;
  Day other = ahead;
  switch (form.select) {
    case -1:
      day = gap >= 0 ? same_week - Days{7} : same_week;
      break;
    case 1:
      day = gap <= 0 ? same_week + Days{7} : same_week;
      other = back;
      break;
    case 0:
      day = context.outlook == TimeOutlook::kBehind ? back : ahead;
      break;
    default:
      if (context.outlook == TimeOutlook::kAhead) std::swap(day, other);
      break;
  }
  ResolvedTime out = at_day(day, form);
  if (other != day)
    reject(out, form.rule, format_day(other), std::string(outlook_word(context.outlook)));
  return out;
}

std::optional<Day> holiday_in(Holiday holiday, int year) {
  switch (holiday) {
    case Holiday::kChristmas:
      return make_day(year, 12, 25);
    case Holiday::kChristmasEve:
      return make_day(year, 12, 24);
    case Holiday::kNewYear:
      return make_day(year, 1, 1);
    case Holiday::kNewYearEve:
      return make_day(year, 12, 31);
    case Holiday::kThanksgiving: {  // the fourth Thursday of November
      const auto first = make_day(year, 11, 1);
      if (!first) return std::nullopt;
      const int gap = (4 - static_cast<int>(iso_weekday(*first)) + 7) % 7;
      return *first + Days{gap + 21};
    }
    case Holiday::kNone:
      break;
  }
  return std::nullopt;
}

ResolvedTime resolve_month(const TimeForm& form, const TimeContext& context) {
  const auto month = static_cast<unsigned>(form.month);
  const unsigned day = form.day > 0 ? static_cast<unsigned>(form.day) : 1;
  std::optional<int> year = said_year(form, context);
  ResolvedTime out;
  std::optional<YearChoice> choice;
  if (!year) {
    choice = choose_year(form, month, day, context);
    if (choice) year = choice->year;
    // A weekday beside the date decides: "Tuesday, March 3".
    if (choice && form.weekday > 0 && form.day > 0) {
      for (const int candidate : {choice->year, choice->year - 1, choice->year + 1}) {
        const auto at = make_day(candidate, month, day);
        if (at && static_cast<int>(iso_weekday(*at)) == form.weekday) {
          year = candidate;
          break;
        }
      }
    }
  }
  if (!year) {
    out.value = form.day > 0 ? fmt::format("XXXX-{:02}-{:02}", form.month, form.day)
                             : fmt::format("XXXX-{:02}", form.month);
    out.value += clock_suffix(form);
    return out;
  }
  if (form.day == 0) {
    out = at_month(*year, form.month - 1);
  } else if (const auto at = make_day(*year, month, day)) {
    out = at_day(*at, form);
    if (const auto to = form.day_to > 0 ? make_day(*year, month, static_cast<unsigned>(form.day_to))
                                        : std::nullopt) {
      out.value = format_day(*at) + "/" + format_day(*to);
      out.days.to = to;
    }
  } else {
    out.value = fmt::format("{:04}-{:02}-{:02}", *year, form.month, form.day);  // no such day
  }
  if (choice) {
    if (choice->other != *year) {
      reject(out, form.rule, fmt::format("in {:04}", choice->other),
             std::string(outlook_word(context.outlook)));
    }
  }
  return out;
}

ResolvedTime resolve_quarter(const TimeForm& form, const TimeContext& context) {
  const int size = form.quarter > 0 ? 3 : 6;
  const int number = form.quarter > 0 ? form.quarter : form.half;
  std::optional<int> year = said_year(form, context);
  if (!year && context.today) {
    year = year_of(*context.today);
    const unsigned first = static_cast<unsigned>((number - 1) * size + 1);
    const Day start = *make_day(*year, first, 1);
    const Day end = last_of_month(*year, first + static_cast<unsigned>(size) - 1);
    // The last one that has begun; over and ahead: the next.
    if (start > *context.today && context.outlook != TimeOutlook::kAhead &&
        days_between(start, *context.today) > 100) {
      --*year;
    } else if (end < *context.today && context.outlook == TimeOutlook::kAhead &&
               days_between(*context.today, end) > 150) {
      ++*year;
    }
  }
  const std::string name = fmt::format("{}{}", form.quarter > 0 ? 'Q' : 'H', number);
  if (!year) return {"XXXX-" + name, {}, TimeUnit::kNone, {}};
  const auto first = static_cast<unsigned>((number - 1) * size + 1);
  return {fmt::format("{:04}-{}", *year, name),
          months_range(*year, first, first + static_cast<unsigned>(size) - 1),
          TimeUnit::kQuarter,
          {}};
}

// Seasons of the northern year in whole months; a winter begins in the December of its year.
ResolvedTime resolve_season(const TimeForm& form, const TimeContext& context) {
  std::optional<int> year = said_year(form, context);
  const auto first = static_cast<unsigned>(form.season * 3);
  if (!year) {
    TimeForm probe = form;
    probe.day = 0;
    if (const auto choice = choose_year(probe, first, 1, context)) {
      year = choice->year;
    }
  }
  const auto name = season_name(form.season);
  if (!year) return {fmt::format("XXXX-{}", name), {}, TimeUnit::kNone, {}};
  DayRange days = form.season == 4 ? DayRange{make_day(*year, 12, 1), std::nullopt}
                                   : months_range(*year, first, first + 2);
  if (form.season == 4 && *year < 9999) days.to = last_of_month(*year + 1, 2);
  return {fmt::format("{:04}-{}", *year, name), days, TimeUnit::kQuarter, {}};
}

ResolvedTime resolve_date(const TimeForm& form, const TimeContext& context) {
  if (form.before_era) {
    if (form.century > 0)
      return {fmt::format("BC{:02}", form.century - 1), {}, TimeUnit::kNone, {}};
    return {fmt::format("BC{:04}", form.year), {}, TimeUnit::kNone, {}};
  }
  if (form.holiday != Holiday::kNone) {
    std::optional<int> year = said_year(form, context);
    if (!year && context.today) {
      const int now = year_of(*context.today);
      TimeForm probe = form;
      probe.day = 1;
      const auto at = holiday_in(form.holiday, now);
      if (!at) return at_year(now);
      const auto choice = choose_year(probe, month_of(*at), day_of_month(*at), context);
      year = choice ? choice->year : now;
    }
    const auto day = year ? holiday_in(form.holiday, *year) : std::nullopt;
    if (!day) return {"XXXX-XX-XX", {}, TimeUnit::kNone, {}};
    return at_day(*day, form);
  }
  if (form.month > 0) return resolve_month(form, context);
  if (form.weekday > 0) return resolve_weekday(form, context);
  if (form.quarter > 0 || form.half > 0) return resolve_quarter(form, context);
  if (form.season > 0) return resolve_season(form, context);
  if (form.century > 0) return at_century(form.century);
  if (form.decade > 0) return at_decade(form.decade);
  if (const auto year = said_year(form, context)) return at_year(*year);
  // A time of the clock alone: of the day told in this sentence, else of today.
  const bool told =
      told_recently(context.told, context.sentence, 0) && context.told->unit == TimeUnit::kDay;
  const auto day = told ? context.told->days.from : context.today;
  if (!day) return {"XXXX-XX-XX" + clock_suffix(form), {}, TimeUnit::kNone, {}};
  return at_day(*day, form);
}

// --------------------------------------------------------------------------- offsets

/// "a year ago" beside figures of a quarter compares quarters.
bool counts_quarters(const TimeForm& form, const TimeContext& context) {
  return form.unit == TimeUnit::kYear && form.count == 1 &&
         (form.rule == "time.ago" || form.rule == "time.earlier" || form.rule == "time.unit_ago") &&
         told_recently(context.quarter, context.sentence, kQuarterSentences);
}

std::string_view vague_value(int sign) { return sign < 0 ? "PAST_REF" : "FUTURE_REF"; }

/// "hours later", "days earlier": so much is known, and on which side of what was told.
ResolvedTime resolve_vague_count(const TimeForm& form, const TimeContext& context) {
  if (form.anchor != TimeAnchor::kReference) {
    return {std::string(vague_value(form.shift)), {}, TimeUnit::kNone, {}};
  }
  ResolvedTime out;
  out.value = format_length(form);
  if (context.told) {
    const DayRange& told = context.told->days;
    out.days = form.shift > 0 ? DayRange{told.from, context.today} : DayRange{{}, told.to};
    if (form.unit <= TimeUnit::kHour) out.days = told;
    if (out.days.to && out.days.from && *out.days.to < *out.days.from) out.days.to.reset();
  }
  return out;
}

/// What is told of quarters of a year, as companies do; nothing where none was told.
std::optional<ResolvedTime> resolve_told_quarter(const TimeForm& form, const TimeContext& context) {
  if (form.rule == "time.quarter_year_ago" || counts_quarters(form, context)) {
    const auto base = context.quarter ? context.quarter->days.from : context.today;
    if (base) return at_quarter(year_of(*base), quarter_of(*base) - 4 - (context.quarter ? 0 : 1));
  }
  // "the quarter", "the latest quarter": the one told, where one was told.
  const bool past = form.anchor == TimeAnchor::kReference || form.shift < 0;
  const bool latest = past && form.shift <= 0 && form.shift >= -1;
  if (form.unit == TimeUnit::kQuarter && latest && context.quarter) {
    const Day base = *context.quarter->days.from;
    return at_quarter(year_of(base), quarter_of(base));
  }
  return std::nullopt;
}

/// The unit that lies `form.shift` units from the day `base`.
ResolvedTime resolve_shift(const TimeForm& form, const TimeContext& context, Day base) {
  const bool from_told = form.anchor == TimeAnchor::kReference && context.told;
  const int year = year_of(base);
  ResolvedTime out;
  switch (form.unit) {
    case TimeUnit::kSecond:
    case TimeUnit::kMinute:
    case TimeUnit::kHour:
      out = at_day(base, form);
      break;
    case TimeUnit::kDay:
      out = at_day(base + Days{form.shift}, form);
      break;
    case TimeUnit::kWeek:
      // "two weeks later" than a day is a day.
      out = form.rule == "time.later" && from_told && context.told->unit == TimeUnit::kDay
                ? at_day(base + Days{7 * form.shift}, form)
                : at_week(base + Days{7 * form.shift});
      break;
    case TimeUnit::kWeekend: {
      const bool on_it = iso_weekday(base) >= 6;
      int shift = form.shift;
      if (form.rule == "time.the_unit")
        shift = on_it || context.outlook == TimeOutlook::kAhead ? 0 : -1;
      out = at_weekend(base + Days{7 * shift});
      break;
    }
    case TimeUnit::kFortnight:
      out = at_day(base + Days{14 * form.shift}, form);
      break;
    case TimeUnit::kMonth:
      out = at_month(year, static_cast<int>(month_of(base)) - 1 + form.shift);
      break;
    case TimeUnit::kQuarter: {
      const bool over = form.rule == "time.the_unit";
      out = at_quarter(year, quarter_of(base) + form.shift - (over ? 1 : 0));
      break;
    }
    case TimeUnit::kYear:
      out = at_year(year + form.shift);
      break;
    case TimeUnit::kDecade:
      out = form.rule == "time.relative_unit" ? at_decade(year / 10 + form.shift)
                                              : at_year(year + 10 * form.shift);
      break;
    case TimeUnit::kCentury:
      out = form.rule == "time.relative_unit" ? at_century((year - 1) / 100 + 1 + form.shift)
                                              : at_year(year + 100 * form.shift);
      break;
    case TimeUnit::kNone:
      break;
  }
  return out;
}

ResolvedTime resolve_offset(const TimeForm& form, const TimeContext& context) {
  if (form.vague_count) return resolve_vague_count(form, context);
  if (auto quarter = resolve_told_quarter(form, context)) return *std::move(quarter);
  const auto anchor = anchor_day(form.anchor, context);
  if (anchor && std::abs(form.shift) <= kLongestTimeShift) {
    return resolve_shift(form, context, *anchor);
  }
  const std::string_view value = form.shift == 0 ? "PRESENT_REF" : vague_value(form.shift);
  return {std::string(value), {}, TimeUnit::kNone, {}};
}

}  // namespace

ResolvedTime resolve_time(const TimeForm& form, const TimeContext& context) {
  switch (form.shape) {
    case TimeShape::kDate:
      return resolve_date(form, context);
    case TimeShape::kOffset:
      return resolve_offset(form, context);
    case TimeShape::kAmount:
      return resolve_amount(form, context);
    case TimeShape::kSet:
      return resolve_set(form);
    case TimeShape::kVague:
      break;
  }
  ResolvedTime out;
  out.value = std::string(form.vague);
  if (form.vague == "PRESENT_REF") out.days = {context.today, context.today};
  if (form.vague == "PAST_REF") out.days = {std::nullopt, context.today};
  if (form.vague == "FUTURE_REF") out.days = {context.today, std::nullopt};
  return out;
}

}  // namespace demarche
