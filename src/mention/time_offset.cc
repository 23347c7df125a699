// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include "mention/time_days.h"
#include "mention/time_resolve.h"

// What lies some units before or after a day: "yesterday", "last week", "two years later".

namespace demarche {
namespace {

using Days = std::chrono::days;

constexpr uint32_t kQuarterSentences = 4;

/// "a year ago" beside figures of a quarter compares quarters.
bool counts_quarters(const TimeForm& form, const TimeContext& context) {
  return form.unit == TimeUnit::kYear && form.count == 1 &&
         (form.rule == "time.ago" || form.rule == "time.earlier" || form.rule == "time.unit_ago") &&
         told_recently(context.quarter, context.sentence, kQuarterSentences);
}

std::string_view vague_value(int sign) { return sign < 0 ? "PAST_REF" : "FUTURE_REF"; }

/// "hours later", "a few days ago": so much is known, and on which side of the anchor.
ResolvedTime resolve_vague_count(const TimeForm& form, const TimeContext& context) {
  ResolvedTime out;
  out.value = format_length(form);
  if (form.anchor != TimeAnchor::kReference) {
    out.base = context.today_from;
    out.days = form.shift > 0 ? DayRange{context.today, {}} : DayRange{{}, context.today};
    return out;
  }
  if (context.told) {
    out.base = TimeBase::kTold;
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
  const bool over = context.quarter && context.today && context.quarter->days.to &&
                    *context.quarter->days.to < *context.today;
  if (form.unit == TimeUnit::kQuarter && latest && context.quarter &&
      (over || form.anchor == TimeAnchor::kReference)) {
    const Day base = *context.quarter->days.from;
    return at_quarter(year_of(base), quarter_of(base));
  }
  return std::nullopt;
}

ResolvedTime shift_weekend(const TimeForm& form, const TimeContext& context, Day base) {
  int shift = form.shift;
  if (form.rule == "time.the_unit") {
    const bool on_it = iso_weekday(base) >= 6;
    shift = on_it || context.outlook == TimeOutlook::kAhead ? 0 : -1;
  }
  return at_weekend(base + Days{7 * shift});
}

/// The unit that lies `form.shift` units from the anchor.
ResolvedTime resolve_shift(const TimeForm& form, const TimeContext& context,
                           const AnchorDay& anchor) {
  const Day base = *anchor.day;
  const bool from_told = anchor.base == TimeBase::kTold;
  if (from_told && form.unit < TimeUnit::kYear && anchor.told.unit > form.unit &&
      anchor.told.unit != TimeUnit::kWeekend) {
    return somewhere_in(anchor.told, form.unit);
  }
  const int year = year_of(base);
  // "the following decade" is one; "two decades later" is a year.
  const bool whole = form.rule == "time.relative_unit" || form.rule == "time.part_of_unit";
  switch (form.unit) {
    case TimeUnit::kSecond:
    case TimeUnit::kMinute:
    case TimeUnit::kHour:
      return at_day(base, form);
    case TimeUnit::kDay:
      return at_day(base + Days{form.shift}, form);
    case TimeUnit::kWeek: {
      // "two weeks later" than a day is a day.
      const bool day = form.rule == "time.later" && from_told;
      return day ? at_day(base + Days{7 * form.shift}, form) : at_week(base + Days{7 * form.shift});
    }
    case TimeUnit::kWeekend:
      return shift_weekend(form, context, base);
    case TimeUnit::kFortnight:
      return at_week(base + Days{14 * form.shift});
    case TimeUnit::kMonth:
      return at_month(year, static_cast<int>(month_of(base)) - 1 + form.shift);
    case TimeUnit::kQuarter: {
      const bool over = form.rule == "time.the_unit";
      return at_quarter(year, quarter_of(base) + form.shift - (over ? 1 : 0));
    }
    case TimeUnit::kYear:
      return at_year(year + form.shift);
    case TimeUnit::kDecade:
      return whole ? at_decade(year + 10 * form.shift) : at_year(year + 10 * form.shift);
    case TimeUnit::kCentury:
      return whole ? at_century(year + 100 * form.shift) : at_year(year + 100 * form.shift);
    case TimeUnit::kNone:
      break;
  }
  return {};
}

/// "an hour later": a length; the day is that of the anchor.
ResolvedTime resolve_hours(const TimeForm& form, const AnchorDay& anchor) {
  ResolvedTime out;
  out.value = format_length(form);
  out.days = {anchor.day, anchor.day};
  out.base = anchor.base;
  return out;
}

}  // namespace

ResolvedTime resolve_offset(const TimeForm& form, const TimeContext& context) {
  if (form.vague_count) return resolve_vague_count(form, context);
  if (auto quarter = resolve_told_quarter(form, context)) {
    quarter->base = context.quarter ? TimeBase::kTold : context.today_from;
    return *std::move(quarter);
  }
  AnchorDay anchor = anchor_day(form.anchor, context);
  if (form.rule == "time.day_word") {
    // "is known today as": the day of no history
    if (context.history && form.shift == 0 && form.part == DayPart::kNone) {
      return {"PRESENT_REF", {}, TimeUnit::kNone, {}};
    }
    anchor = {context.today, context.today_from, {}};
  }
  if (form.rule == "time.relative_unit" && form.anchor == TimeAnchor::kToday) {
    anchor = {context.today, context.today_from, {}};
  }
  const bool told_year = anchor.base == TimeBase::kTold && anchor.told.unit > TimeUnit::kQuarter;
  if (form.unit == TimeUnit::kQuarter && told_year && !context.history) {
    anchor = {context.today, context.today_from, {}};  // no quarter was told
  }
  if (form.kind == TimeKind::kDuration) return resolve_hours(form, anchor);
  if (anchor.day && std::abs(form.shift) <= kLongestTimeShift) {
    ResolvedTime out = resolve_shift(form, context, anchor);
    out.base = anchor.base;
    return out;
  }
  const std::string_view value = form.shift == 0 ? "PRESENT_REF" : vague_value(form.shift);
  return {std::string(value), {}, TimeUnit::kNone, {}};
}

}  // namespace demarche
