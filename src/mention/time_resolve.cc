// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/time_resolve.h"

#include <fmt/format.h>

#include "mention/time_days.h"
#include "mention/time_holiday.h"

namespace demarche {
namespace {

using Days = std::chrono::days;

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

struct SaidYear {
  int year = 0;
  TimeBase base = TimeBase::kNone;
};

/// The year that the expression says or shows: "1998", "480 BC", "last year".
std::optional<SaidYear> said_year(const TimeForm& form, const TimeContext& context) {
  if (form.two_digits && context.history && context.told) {
    // "the class of '89" of a story that has come to 1791
    const int told = year_of(*context.told->days.from);
    const int year = told - told % 100 + form.year % 100;
    return SaidYear{year > told + 50 ? year - 100 : year, TimeBase::kTold};
  }
  if (form.year > 0) return SaidYear{form.before_era ? 1 - form.year : form.year};
  if (form.year_shift == TimeForm::kNoShift) return std::nullopt;
  const AnchorDay anchor = anchor_day(form.year_anchor, context);
  if (!anchor.day) return std::nullopt;
  return SaidYear{year_of(*anchor.day) + form.year_shift, anchor.base};
}

/// The day that weekdays count from. A history counts from a day that it told, or from none.
AnchorDay weekday_anchor(const TimeForm& form, const TimeContext& context) {
  constexpr uint32_t kNear = 2;
  const bool told = form.anchor == TimeAnchor::kReference && context.told;
  if (told) return {context.told->days.from, TimeBase::kTold, *context.told};
  if (!context.history) return {context.today, context.today_from, {}};
  const bool day =
      told_recently(context.told, context.sentence, kNear) && context.told->unit == TimeUnit::kDay;
  return day ? AnchorDay{context.told->days.from, TimeBase::kTold, *context.told} : AnchorDay{};
}

ResolvedTime resolve_weekday(const TimeForm& form, const TimeContext& context) {
  const AnchorDay anchor = weekday_anchor(form, context);
  if (!anchor.day) {
    return {fmt::format("XXXX-WXX-{}", form.weekday) + clock_suffix(form), {}, TimeUnit::kNone, {}};
  }
  const int gap = form.weekday - static_cast<int>(iso_weekday(*anchor.day));
  const Day same_week = *anchor.day + Days{gap};
  if (form.unit == TimeUnit::kWeek) {
    ResolvedTime out = at_day(same_week + Days{7 * form.shift}, form);
    out.base = anchor.base;
    return out;
  }
  const Day back = gap > 0 ? same_week - Days{7} : same_week;  // today included
  const Day ahead = gap < 0 ? same_week + Days{7} : same_week;
  const bool onwards =
      context.outlook == TimeOutlook::kAhead ||
      (context.history && anchor.base == TimeBase::kTold && form.select == TimeForm::kNoShift);
  Day day = onwards ? ahead : back;
  Day other = onwards ? back : ahead;
  if (form.select == -1) day = gap >= 0 ? same_week - Days{7} : same_week;
  if (form.select == 1) {
    day = gap <= 0 ? same_week + Days{7} : same_week;
    other = back;
  }
  if (form.select == 0) day = context.outlook == TimeOutlook::kBehind ? back : ahead;
  ResolvedTime out = at_day(day, form);
  out.base = anchor.base;
  if (other != day)
    reject(out, form.rule, format_date(other), std::string(outlook_word(context.outlook)));
  return out;
}

/// A weekday beside a date without a year decides: "Tuesday, March 3".
int year_by_weekday(const TimeForm& form, int year) {
  if (form.weekday == 0 || form.day == 0) return year;
  for (const int candidate : {year, year - 1, year + 1}) {
    const auto at =
        day_in(candidate, static_cast<unsigned>(form.month), static_cast<unsigned>(form.day));
    if (at && static_cast<int>(iso_weekday(*at)) == form.weekday) return candidate;
  }
  return year;
}

ResolvedTime month_of_year(const TimeForm& form, int year) {
  if (form.day == 0) return at_month(year, form.month - 1);
  if (const auto at =
          day_in(year, static_cast<unsigned>(form.month), static_cast<unsigned>(form.day))) {
    return at_day(*at, form);
  }
  // "30 February": the day is a slip, its month need not be.
  ResolvedTime out = at_month(year, form.month - 1);
  reject(out, form.rule, fmt::format("{}-{:02}", out.value, form.day), "no such day");
  out.value += "-XX";
  out.no_such_day = true;
  return out;
}

ResolvedTime resolve_month(const TimeForm& form, const TimeContext& context) {
  if (const auto said = said_year(form, context)) {
    ResolvedTime out = month_of_year(form, said->year);
    out.base = said->base;
    return out;
  }
  const unsigned day = form.day > 0 ? static_cast<unsigned>(form.day) : 1;
  const auto choice = choose_year(form, static_cast<unsigned>(form.month), day, context);
  if (!choice) {
    constexpr int kLeapYear = 2000;
    ResolvedTime out;
    if (form.day > 0 && !day_in(kLeapYear, static_cast<unsigned>(form.month), day)) {
      reject(out, form.rule, fmt::format("XXXX-{:02}-{:02}", form.month, form.day), "no such day");
      out.value = fmt::format("XXXX-{:02}-XX", form.month);
      out.no_such_day = true;
      return out;
    }
    out.value = form.day > 0 ? fmt::format("XXXX-{:02}-{:02}", form.month, form.day)
                             : fmt::format("XXXX-{:02}", form.month);
    out.value += clock_suffix(form);
    return out;
  }
  const int year = year_by_weekday(form, choice->year);
  ResolvedTime out = month_of_year(form, year);
  out.base = choice->base;
  if (choice->other != year) {
    const bool told = choice->base == TimeBase::kTold;
    reject(out, form.rule, "in " + format_year(choice->other),
           told ? "its year was told before" : std::string(outlook_word(context.outlook)));
  }
  return out;
}

/// A day of a month that is not said: "the 20th", of the month told last or of this one.
ResolvedTime resolve_day_alone(const TimeForm& form, const TimeContext& context) {
  const bool told = context.told && context.told->unit <= TimeUnit::kMonth &&
                    (context.history || told_recently(context.told, context.sentence, 2));
  AnchorDay anchor = told ? AnchorDay{context.told->days.from, TimeBase::kTold, *context.told}
                          : AnchorDay{context.today, context.today_from, {}};
  const bool said = form.unit == TimeUnit::kMonth;  // "of this month"
  if (said) anchor = anchor_day(form.anchor, context);
  if (!anchor.day) {
    return {fmt::format("XXXX-XX-{:02}", form.day) + clock_suffix(form), {}, TimeUnit::kNone, {}};
  }
  const ResolvedTime here =
      at_month(year_of(*anchor.day), static_cast<int>(month_of(*anchor.day)) - 1);
  int shift = form.shift;
  const int gap = form.day - static_cast<int>(day_of_month(*anchor.day));
  const bool open = !told && !said;
  if (open && gap > 0 && context.outlook == TimeOutlook::kBehind) shift = -1;
  if (open && gap < 0 && context.outlook == TimeOutlook::kAhead) shift = 1;
  const auto month_at = [&here](int months) {
    return add_units(*here.days.from, TimeUnit::kMonth, months).value_or(*here.days.from);
  };
  Day month = month_at(shift);
  const bool lacks_day = !day_in(year_of(month), month_of(month), static_cast<unsigned>(form.day));
  // Nobody says "the 31st" of a month without one.
  if (open && lacks_day) {
    month = month_at(shift + (context.outlook == TimeOutlook::kAhead ? 1 : -1));
  }
  TimeForm dated = form;
  dated.month = static_cast<int>(month_of(month));
  ResolvedTime out = month_of_year(dated, year_of(month));
  out.base = anchor.base;
  return out;
}

ResolvedTime resolve_quarter(const TimeForm& form, const TimeContext& context) {
  const int size = form.quarter > 0 ? 3 : 6;
  const int number = form.quarter > 0 ? form.quarter : form.half;
  std::optional<SaidYear> year = said_year(form, context);
  const AnchorDay anchor = anchor_day(TimeAnchor::kToday, context);
  if (!year && anchor.day) {
    year = SaidYear{year_of(*anchor.day), anchor.base};
    const auto first = static_cast<unsigned>((number - 1) * size + 1);
    const Day start = *day_in(year->year, first, 1);
    const Day end = last_of_month(year->year, first + static_cast<unsigned>(size) - 1);
    // The last one that has begun; over and ahead: the next.
    if (start > *anchor.day && context.outlook != TimeOutlook::kAhead &&
        days_between(start, *anchor.day) > 100) {
      --year->year;
    } else if (end < *anchor.day && context.outlook == TimeOutlook::kAhead &&
               days_between(*anchor.day, end) > 150) {
      ++year->year;
    }
  }
  if (!year) {
    return {
        fmt::format("XXXX-{}{}", form.quarter > 0 ? 'Q' : 'H', number), {}, TimeUnit::kNone, {}};
  }
  ResolvedTime out =
      form.quarter > 0 ? at_quarter(year->year, number - 1) : at_half(year->year, number);
  out.base = year->base;
  return out;
}

ResolvedTime resolve_season(const TimeForm& form, const TimeContext& context) {
  std::optional<SaidYear> year = said_year(form, context);
  if (!year) {
    const auto first = static_cast<unsigned>(form.season * 3);
    TimeForm probe = form;
    probe.day = 0;
    if (const auto choice = choose_year(probe, first, 1, context)) {
      year = SaidYear{choice->year, choice->base};
    }
  }
  if (!year) return {fmt::format("XXXX-{}", season_name(form.season)), {}, TimeUnit::kNone, {}};
  ResolvedTime out = at_season(year->year, form.season);
  out.base = year->base;
  return out;
}

ResolvedTime resolve_holiday(const TimeForm& form, const TimeContext& context) {
  std::optional<SaidYear> year = said_year(form, context);
  const AnchorDay anchor = anchor_day(TimeAnchor::kToday, context);
  if (!year && anchor.day) {
    const int now = year_of(*anchor.day);
    TimeForm probe = form;
    probe.day = 1;
    const auto at = holiday_in(form.holiday, now);
    if (!at) return at_year(now);
    const auto choice = choose_year(probe, month_of(*at), day_of_month(*at), context);
    year = choice ? SaidYear{choice->year, choice->base} : SaidYear{now, anchor.base};
  }
  const auto day = year ? holiday_in(form.holiday, year->year) : std::nullopt;
  if (!day) {
    const auto one = holiday_in(form.holiday, 2001);
    const bool fixed = one && *one + Days{365} == holiday_in(form.holiday, 2002);
    return {fixed ? "XXXX" + format_date(*one).substr(4) : "XXXX-XX-XX", {}, TimeUnit::kNone, {}};
  }
  ResolvedTime out = at_day(*day, form);
  out.base = year->base;
  return out;
}

/// A time of the clock alone: of the day told beside it, else of today; a history has no today.
ResolvedTime resolve_clock(const TimeForm& form, const TimeContext& context) {
  const uint32_t near = context.history ? 2 : 0;
  const bool told =
      told_recently(context.told, context.sentence, near) && context.told->unit == TimeUnit::kDay;
  AnchorDay anchor{context.told ? context.told->days.from : std::nullopt, TimeBase::kTold, {}};
  if (!told) anchor = {context.today, context.today_from, {}};
  if (!anchor.day || (!told && context.history)) {
    return {"XXXX-XX-XX" + clock_suffix(form), {}, TimeUnit::kNone, {}};
  }
  ResolvedTime out = at_day(*anchor.day, form);
  out.base = anchor.base;
  return out;
}

ResolvedTime resolve_date(const TimeForm& form, const TimeContext& context) {
  if (form.holiday != Holiday::kNone) return resolve_holiday(form, context);
  if (form.month > 0) return resolve_month(form, context);
  if (form.weekday > 0) return resolve_weekday(form, context);
  if (form.day > 0) return resolve_day_alone(form, context);
  if (form.quarter > 0 || form.half > 0) return resolve_quarter(form, context);
  if (form.season > 0) return resolve_season(form, context);
  if (form.century > 0) {
    const int within = form.century * 100 - 50;
    return at_century(form.before_era ? -within : within);
  }
  if (form.decade > 0) {
    const int within = form.decade * 10 + 5;
    return at_decade(form.before_era ? 1 - within : within);
  }
  if (const auto said = said_year(form, context)) {
    if (form.rule == "time.quarter_of_year" && context.quarter) {
      return at_quarter(said->year, quarter_of(*context.quarter->days.from));
    }
    ResolvedTime out = at_year(said->year);
    out.base = said->base;
    return out;
  }
  return resolve_clock(form, context);
}

}  // namespace

ResolvedTime resolve_time(const TimeForm& form, const TimeContext& context) {
  switch (form.shape) {
    case TimeShape::kDate: {
      ResolvedTime out = resolve_date(form, context);
      if (!form.week_of || !out.days.from) return out;
      const TimeBase base = out.base;
      out = at_week(*out.days.from);
      out.base = base;
      return out;
    }
    case TimeShape::kOffset:
      if (form.rule == "time.beside_event") return {};  // counted from its event
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
  out.base = context.today_from;
  // "now" is no day: how far it reaches is not said.
  if (form.vague == "PAST_REF") out.days = {std::nullopt, context.today};
  if (form.vague == "FUTURE_REF") out.days = {context.today, std::nullopt};
  return out;
}

}  // namespace demarche
