// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include "mention/time_days.h"
#include "mention/time_resolve.h"

// What a text told before, and what is counted from it. News counts from its own day. A history
// tells what is long past in its own order: whatever it leaves unsaid is that of the time told
// last.

namespace demarche {
namespace {

constexpr uint32_t kAside = 1;  // sentences that an aside reaches

size_t index_of(unsigned month, unsigned day) { return month * 32 + day; }

bool looks_back(const TimeForm& form) {
  return form.shape == TimeShape::kOffset && form.shift < 0 &&
         (form.rule == "time.ago" || form.rule == "time.earlier" || form.rule == "time.unit_ago");
}

bool holds(const DayRange& outer, const DayRange& inner) {
  return outer.from && outer.to && inner.from && inner.to && *outer.from <= *inner.from &&
         *inner.to <= *outer.to;
}

// A story told in order: the year that lies nearest to what was told last, rather later.
YearChoice choose_told_year(unsigned month, unsigned day, const ToldTime& told) {
  constexpr int kAnotherYear = 400;  // beside "in 1942" a month is one of that year
  constexpr int kBackwards = 60;
  const int year = year_of(*told.days.from);
  YearChoice best{year, year, TimeBase::kTold};
  int nearest = 1 << 30;
  for (const int candidate : {year, year + 1, year - 1}) {
    const auto at = day_in(candidate, month, day);
    if (!at) continue;
    int distance = std::abs(days_between(*at, *told.days.from));
    if (told.unit == TimeUnit::kYear && candidate != year) distance += kAnotherYear;
    if (candidate < year) distance += kBackwards;
    if (distance < nearest) {
      nearest = distance;
      best.year = candidate;
    }
  }
  return best;
}

YearChoice choose_news_year(const TimeForm& form, unsigned month, unsigned day,
                            const TimeContext& context) {
  const Day today = *context.today;
  const int year = year_of(today);
  const auto here = day_in(year, month, day);
  const Day start = here ? *here : *day_in(year, month, 1);
  const bool whole_month = form.day == 0;
  const Day end = whole_month ? last_of_month(year, month) : start;
  if (form.select != TimeForm::kNoShift) {
    if (form.select < 0) return {end < today ? year : year - 1, year};
    if (form.select > 0) return {start > today ? year : year + 1, year};
    return {year, year};
  }
  if (start <= today && end >= today) return {year, year - 1};
  if (start < today) {
    const int ahead = days_between(*day_in(year + 1, month, 1), today);
    // "sales through August" of an October are those of this year.
    const int reach = context.before == TimeWord::kThrough ? 270 : 330;
    const bool next = context.outlook == TimeOutlook::kAhead && ahead <= reach;
    return {next ? year + 1 : year, next ? year : year + 1};
  }
  // It lies ahead in this year: taken as such unless the clause looks back and it is far ahead.
  const int ahead = days_between(start, today);
  const bool back = context.outlook == TimeOutlook::kBehind
                        ? ahead > 45
                        : context.outlook == TimeOutlook::kUnknown && ahead > 180;
  return {back ? year - 1 : year, back ? year : year - 1};
}

}  // namespace

std::string_view name_of(TimeBase base) {
  switch (base) {
    case TimeBase::kPublished:
      return "published";
    case TimeBase::kDateline:
      return "dateline";
    case TimeBase::kTold:
      return "told";
    case TimeBase::kEvent:
      return "event";
    case TimeBase::kNone:
      break;
  }
  return "";
}

bool told_recently(const std::optional<ToldTime>& told, uint32_t sentence, uint32_t within) {
  return told && sentence - told->sentence <= within;
}

AnchorDay anchor_day(TimeAnchor anchor, const TimeContext& context) {
  const bool told = anchor == TimeAnchor::kReference || context.history;
  const uint32_t reach = anchor == TimeAnchor::kReference ? kAside : 0;  // "of that year"
  if (told && told_recently(context.aside, context.sentence, reach)) {
    return {context.aside->days.from, TimeBase::kTold, *context.aside};
  }
  if (told && context.told) return {context.told->days.from, TimeBase::kTold, *context.told};
  return {context.today, context.today ? context.today_from : TimeBase::kNone, {}};
}

std::optional<YearChoice> choose_year(const TimeForm& form, unsigned month, unsigned day,
                                      const TimeContext& context) {
  const int known = form.day > 0 ? context.years_of_days[index_of(month, day)] : 0;
  if (context.history && context.told) {
    const uint32_t reach = form.day > 0 ? 0 : kAside;
    const bool aside = told_recently(context.aside, context.sentence, reach);
    YearChoice choice = choose_told_year(month, day, aside ? *context.aside : *context.told);
    if (known != 0 && context.told->unit == TimeUnit::kYear) choice.year = known;
    return choice;
  }
  if (!context.today) return std::nullopt;
  if (known != 0 && context.outlook != TimeOutlook::kAhead && known < year_of(*context.today)) {
    return YearChoice{known, year_of(*context.today), TimeBase::kTold};
  }
  YearChoice choice = choose_news_year(form, month, day, context);
  choice.base = context.today_from;
  return choice;
}

void remember_time(const TimeForm& form, const ResolvedTime& time, TimeContext& context) {
  if (!time.days.from || time.unit == TimeUnit::kNone) return;
  const ToldTime told{time.days, time.unit, context.sentence};
  if (time.unit == TimeUnit::kQuarter && form.season == 0) {
    // Quarters a year back are told to compare, not to go on from.
    const bool own = form.shape == TimeShape::kDate && form.year_shift == TimeForm::kNoShift;
    const bool begun = !context.today || *time.days.from <= *context.today;
    if (own && begun) context.quarter = told;
    return;
  }
  if (form.year != 0 && form.day > 0) {
    context.years_of_days[index_of(static_cast<unsigned>(form.month),
                                   static_cast<unsigned>(form.day))] =
        static_cast<int16_t>(year_of(*time.days.from));
  }
  if (time.unit >= TimeUnit::kDecade) return;
  if (context.history) {
    if (looks_back(form)) return;  // an aside: "as five years earlier"
    // "In 1942" amid the months of 1942 is no step back to its January.
    if (context.told && time.unit == TimeUnit::kYear && holds(told.days, context.told->days)) {
      context.told->sentence = context.sentence;
      return;
    }
  }
  context.told = told;
  context.aside.reset();
}

void remember_aside(const ResolvedTime& time, TimeContext& context) {
  if (time.days.from && time.unit <= TimeUnit::kYear) {
    context.aside = ToldTime{time.days, time.unit, context.sentence};
  }
}

}  // namespace demarche
