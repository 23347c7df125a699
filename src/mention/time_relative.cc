// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/time_form.h"

// Expressions that count from the day of publication or from the day told last.

namespace demarche {
namespace {

using enum TimeWord;

// "last", "this past", "the following": how far, from where, and where the noun begins.
struct Selector {
  uint32_t last = 0;
  int shift = 0;
  TimeAnchor anchor = TimeAnchor::kToday;
  bool counts = false;  ///< takes a number: "the past two years"
  bool names = false;   ///< takes a weekday, month or season: "last Friday"
  bool latest = false;  ///< "the latest": the last that is over
};

std::optional<Selector> read_selector(const Scan& scan, uint32_t at) {
  const bool the = scan.is(at, kThe);
  const uint32_t i = the ? at + 1 : at;
  const TimeWord next = scan.at(i + 1).word;
  switch (scan.at(i).word) {
    case kLast:
    case kPast:
      return Selector{i + 1, -1, TimeAnchor::kToday, true, !the, false};
    case kNext:
      // "next week" counts from today, "the next day" from what was told.
      return Selector{i + 1, 1,    the ? TimeAnchor::kReference : TimeAnchor::kToday,
                      true,  !the, false};
    case kThis:
      if (the) return std::nullopt;
      if (next == kPast) return Selector{i + 2, -1, TimeAnchor::kToday, true, true, false};
      if (next == kComing) return Selector{i + 2, 1, TimeAnchor::kToday, true, true, false};
      if (next == kSame) return Selector{i + 2, 0, TimeAnchor::kReference, false, false, false};
      return Selector{i + 1, 0, TimeAnchor::kToday, false, true, false};
    case kComing:
      return Selector{i + 1, 1, TimeAnchor::kToday, true, false, false};
    case kCurrent:
      return Selector{i + 1, 0, TimeAnchor::kToday, false, false, false};
    case kLatest:
      return Selector{i + 1, -1, TimeAnchor::kToday, true, false, true};
    case kPrevious:
      return Selector{i + 1, -1, TimeAnchor::kReference, true, true, false};
    case kFollowing:
      if (!the) return std::nullopt;  // "following" is a preposition elsewhere
      return Selector{i + 1, 1, TimeAnchor::kReference, true, true, false};
    case kSame:
      return Selector{i + 1, 0, TimeAnchor::kReference, false, false, false};
    case kThat:
      if (the) return std::nullopt;
      return Selector{
          next == kSame ? i + 2 : i + 1, 0, TimeAnchor::kReference, false, false, false};
    default:
      return std::nullopt;
  }
}

TimeUnit unit_of(const Scan& scan, uint32_t at) { return static_cast<TimeUnit>(scan.at(at).value); }

// "this year's third quarter": past the unit.
uint32_t read_quarter_after(const Scan& scan, uint32_t at, TimeForm& form) {
  if (!scan.is_mark(at, '\'') || !scan.is(at + 1, kS)) return at;
  uint32_t next = at + 2;
  if (scan.is(next, kUnit) && unit_of(scan, next) == TimeUnit::kQuarter) {
    form.rule = "time.quarter_year_ago";  // "last year's quarter"
    form.shape = TimeShape::kOffset;
    form.unit = TimeUnit::kYear;
    return next + 1;
  }
  const auto ordinal = read_ordinal(scan, next);
  if (!ordinal || ordinal->value > 4) return at;
  next = ordinal->last;
  const bool quarter = scan.is(next, kUnit) && unit_of(scan, next) == TimeUnit::kQuarter;
  if (!quarter && !(scan.is(next, kHalf) && ordinal->value <= 2)) return at;
  form.shape = TimeShape::kDate;
  form.rule = "time.quarter";
  form.year_shift = form.shift;
  form.year_anchor = form.anchor;
  (quarter ? form.quarter : form.half) = ordinal->value;
  return next + 1;
}

std::optional<TimeForm> match_selected_unit(const Scan& scan, const Selector& selector,
                                            uint32_t at) {
  TimeForm form{.last = at + 1, .shape = TimeShape::kOffset, .rule = "time.relative_unit"};
  form.anchor = selector.anchor;
  form.shift = selector.shift;
  form.unit = unit_of(scan, at);
  if (selector.latest && form.unit != TimeUnit::kQuarter && form.unit != TimeUnit::kYear &&
      form.unit != TimeUnit::kWeek && form.unit != TimeUnit::kMonth) {
    return std::nullopt;
  }
  if (form.unit == TimeUnit::kFortnight && form.shift != 0) {
    form.shape = TimeShape::kAmount;  // "the last fortnight" is no day
    form.side = form.shift < 0 ? TimeSide::kBackward : TimeSide::kForward;
    form.kind = TimeKind::kDuration;
    form.rule = "time.range";
    return form;
  }
  if (form.unit <= TimeUnit::kHour) {
    form.shape = TimeShape::kAmount;  // "the next hour", "the last minute"
    form.side = form.shift < 0 ? TimeSide::kBackward : TimeSide::kForward;
    form.kind = TimeKind::kDuration;
    if (form.unit != TimeUnit::kHour || form.shift == 0) return std::nullopt;
    return form;
  }
  if (scan.joins(at + 1, '-')) return std::nullopt;  // "that week-long"
  if (form.unit == TimeUnit::kYear) form.last = read_quarter_after(scan, at + 1, form);
  return form;
}

// "the past two years", "the next few days", "the first nine months", "the nine months".
std::optional<TimeForm> match_counted(const Scan& scan, uint32_t at, TimeSide side,
                                      std::string_view rule) {
  const auto count = read_count(scan, at);
  if (!count || count->article) return std::nullopt;
  uint32_t next = count->last;
  if (scan.is(next, kFull) || scan.is(next, kConsecutive) || scan.is(next, kFiscal)) ++next;
  if (!scan.is(next, kUnits) && !(count->count == 1 && scan.is(next, kUnit))) return std::nullopt;
  TimeForm form{
      .last = next + 1, .shape = TimeShape::kAmount, .kind = TimeKind::kDuration, .rule = rule};
  form.unit = unit_of(scan, next);
  form.count = count->count;
  form.tenths = count->tenths;
  form.vague_count = count->vague;
  form.side = side;
  return form;
}

// "the last week of August" is a part of it; "the first week of the war".
std::optional<TimeForm> match_unit_of(const Scan& scan, uint32_t noun) {
  if (!scan.is(noun + 1, kOf) || scan.is(noun + 2, kThis) || scan.at(noun).value < 3) {
    return std::nullopt;
  }
  const TimePiece& whole = scan.at(scan.is(noun + 2, kThe) ? noun + 3 : noun + 2);
  const bool stretch = (whole.word == kMonth && whole.capital) || whole.word == kUnit ||
                       whole.kind == PieceKind::kNumber;
  if (!stretch) return std::nullopt;
  TimeForm form{.last = noun + 1,
                .shape = TimeShape::kAmount,
                .kind = TimeKind::kDuration,
                .rule = "time.unit_of"};
  form.unit = unit_of(scan, noun);
  return form;
}

std::optional<TimeForm> match_selected(const Scan& scan, uint32_t at) {
  const auto selector = read_selector(scan, at);
  if (!selector) return std::nullopt;
  uint32_t next = selector->last;
  if (selector->counts) {
    const TimeSide side = selector->shift < 0 ? TimeSide::kBackward : TimeSide::kForward;
    if (auto form = match_counted(scan, next, side, "time.range")) return form;
    const bool long_past =
        scan.is(selector->last - 1, kPast) &&
        (is_unit(scan, next, TimeUnit::kDecade) || is_unit(scan, next, TimeUnit::kCentury)) &&
        scan.is(next, kUnit);
    if (long_past) {  // "the past decade": ten years up to now
      TimeForm form{.last = next + 1,
                    .shape = TimeShape::kAmount,
                    .kind = TimeKind::kDuration,
                    .rule = "time.range"};
      form.unit = unit_of(scan, next);
      form.side = TimeSide::kBackward;
      return form;
    }
    if (scan.is(next, kUnits) && selector->anchor == TimeAnchor::kReference &&
        unit_of(scan, next) >= TimeUnit::kDay) {  // "the following days"
      TimeForm form{.last = next + 1,
                    .shape = TimeShape::kOffset,
                    .kind = TimeKind::kDuration,
                    .rule = "time.range"};
      form.unit = unit_of(scan, next);
      form.vague_count = true;
      form.shift = selector->shift;
      form.anchor = TimeAnchor::kReference;
      return form;
    }
    if (scan.is(next, kUnits) && selector->anchor == TimeAnchor::kToday) {
      TimeForm form{.last = next + 1,
                    .shape = TimeShape::kAmount,
                    .kind = TimeKind::kDuration,
                    .rule = "time.range"};  // "coming weeks", "past years"
      form.unit = unit_of(scan, next);
      form.vague_count = true;
      form.side = side;
      return form;
    }
  }
  if (scan.is(next, kFiscal) || scan.is(next, kFull)) ++next;
  TimeForm form{.last = next + 1, .shape = TimeShape::kDate, .rule = "time.relative_name"};
  form.select = selector->shift;
  form.anchor = selector->anchor;
  const TimePiece& noun = scan.at(next);
  switch (noun.word) {
    case kUnit:
      if (auto part = match_unit_of(scan, next)) return part;
      return match_selected_unit(scan, *selector, next);
    case kWeekday:
      if (!selector->names || !noun.capital) return std::nullopt;
      form.weekday = noun.value;
      break;
    case kMonth:
      if (!selector->names || !noun.capital) return std::nullopt;
      form.month = noun.value;
      return form;
    case kSeason:
      if (!selector->names && selector->shift != 0) return std::nullopt;
      form.season = noun.value;
      return form;
    case kHoliday:
      if (!selector->names || !noun.capital) return std::nullopt;
      form.holiday = static_cast<Holiday>(noun.value);
      return form;
    case kPart:
      form.shape = TimeShape::kOffset;
      form.kind = TimeKind::kTime;
      form.unit = TimeUnit::kDay;
      form.shift = selector->shift;
      form.part = static_cast<DayPart>(noun.value);
      form.rule = "time.relative_part";
      if (selector->shift > 0) form.anchor = TimeAnchor::kReference;  // "next morning"
      return form;
    case kPeriod:
      if (!selector->latest) return std::nullopt;
      form.shape = TimeShape::kOffset;
      form.unit = TimeUnit::kQuarter;
      form.shift = -1;
      form.rule = "time.relative_unit";
      return form;
    default:
      return std::nullopt;
  }
  if (scan.is(form.last, kPart)) {
    form.part = static_cast<DayPart>(scan.at(form.last).value);
    form.kind = TimeKind::kTime;
    ++form.last;
  }
  return form;
}

std::optional<TimeForm> match_day_word(const Scan& scan, uint32_t at) {
  TimeForm form{.last = at + 1, .shape = TimeShape::kOffset, .rule = "time.day_word"};
  form.unit = TimeUnit::kDay;
  switch (scan.at(at).word) {
    case kYesterday:
      form.shift = -1;
      break;
    case kTomorrow:
      form.shift = 1;
      break;
    case kTonight:
    case kOvernight:
      form.part = DayPart::kNight;
      form.kind = TimeKind::kTime;
      return form;
    default:
      break;
  }
  if (scan.is(form.last, kPart)) {
    form.part = static_cast<DayPart>(scan.at(form.last).value);
    form.kind = TimeKind::kTime;
    ++form.last;
  }
  return form;
}

// "the day before yesterday", "the day after tomorrow".
std::optional<TimeForm> match_day_beside(const Scan& scan, uint32_t at) {
  if (unit_of(scan, at) != TimeUnit::kDay) return std::nullopt;
  const bool before = scan.is(at + 1, kBefore) && scan.is(at + 2, kYesterday);
  const bool after = scan.is(at + 1, kAfter) && scan.is(at + 2, kTomorrow);
  if (!before && !after) return std::nullopt;
  TimeForm form{.last = at + 3, .shape = TimeShape::kOffset, .rule = "time.day_word"};
  form.unit = TimeUnit::kDay;
  form.shift = before ? -2 : 2;
  return form;
}

// "the day before", "the year after", "the day following": beside what was told; "the day after the
// vote": a time where the text told when that was.
std::optional<TimeForm> match_unit_beside(const Scan& scan, uint32_t at) {
  const bool before = scan.is(at + 1, kBefore);
  const bool following = scan.is(at + 1, kFollowing);
  if ((!before && !following && !scan.is(at + 1, kAfter)) || unit_of(scan, at) < TimeUnit::kDay) {
    return std::nullopt;
  }
  TimeForm form{.last = at + 2, .shape = TimeShape::kOffset, .rule = "time.unit_beside"};
  form.unit = unit_of(scan, at);
  form.shift = before ? -1 : 1;
  form.anchor = TimeAnchor::kReference;
  if (ends_clause(scan, at + 2) || following) return form;
  form.last = at + 1;
  form.rule = "time.beside_event";
  form.side = before ? TimeSide::kBeforeEvent : TimeSide::kAfterEvent;
  return form;
}

// "year-ago", "the year-earlier quarter", "year-ago period", "year-end", "year's end".
std::optional<TimeForm> match_unit_compound(const Scan& scan, uint32_t at) {
  const uint32_t next = scan.joins(at + 1, '-') ? at + 2 : at + 1;
  const bool hyphen = next == at + 2;
  TimeForm form{.last = next + 1, .shape = TimeShape::kOffset, .rule = "time.unit_ago"};
  form.unit = unit_of(scan, at);
  if (hyphen && (scan.is(next, kAgo) || scan.is(next, kEarlier))) {
    form.shift = -1;
    form.anchor = scan.is(next, kAgo) ? TimeAnchor::kToday : TimeAnchor::kReference;
    const bool quarter =
        scan.is(form.last, kUnit) && unit_of(scan, form.last) == TimeUnit::kQuarter;
    if (scan.is(form.last, kPeriod) || quarter) {
      ++form.last;
      form.rule = "time.quarter_year_ago";
    } else if (const auto ordinal = read_ordinal(scan, form.last);
               ordinal && ordinal->value <= 4 && scan.is(ordinal->last, kUnit) &&
               unit_of(scan, ordinal->last) == TimeUnit::kQuarter) {
      form.shape = TimeShape::kDate;
      form.rule = "time.quarter";
      form.quarter = ordinal->value;
      form.year_shift = -1;
      form.last = ordinal->last + 1;
    }
    return form;
  }
  if (form.unit == TimeUnit::kYear && scan.is(next, kEnd) && !scan.is(next + 1, kOf)) return form;
  if (form.unit >= TimeUnit::kWeek && scan.is_mark(at + 1, '\'') && scan.is(at + 2, kS) &&
      scan.is(at + 3, kEnd)) {
    form.last = at + 4;
    return form;
  }
  return std::nullopt;
}

// "the quarter", "the weekend": the stretch told last, or the one just over; "the year ended June
// 30" is a length, "for the year" this one.
std::optional<TimeForm> match_the_year(const Scan& scan, uint32_t at, uint32_t noun) {
  const TimeUnit unit = unit_of(scan, noun);
  if (unit != TimeUnit::kYear && unit != TimeUnit::kWeek && unit != TimeUnit::kMonth) {
    return std::nullopt;
  }
  const std::string_view next = scan.of(noun + 1);
  TimeForm form{.last = noun + 1, .shape = TimeShape::kOffset, .rule = "time.the_unit"};
  form.unit = unit;
  if (next == "ended" || next == "ending") {
    form.shape = TimeShape::kAmount;
    form.kind = TimeKind::kDuration;
    return form;
  }
  const bool full = noun > at + 1;
  const bool owner = scan.is_mark(noun + 1, '\'') && scan.is(noun + 2, kS);  // "the week's talks"
  if (owner && scan.is(noun + 3, kEnd)) return std::nullopt;
  const bool whole = at > 0 && (scan.is(at - 1, kFor) || scan.is(at - 1, kOf));
  const TimePiece& after = scan.at(noun + 1);
  const bool ends = noun + 1 >= scan.size() ||
                    (after.kind == PieceKind::kMark && after.mark != '-' && after.mark != '\'');
  return full || owner || (whole && ends) ? std::optional(form) : std::nullopt;
}

std::optional<TimeForm> match_the_unit(const Scan& scan, uint32_t at) {
  const TimeUnit unit = unit_of(scan, at + 1);
  if (scan.joins(at + 2, '-')) return std::nullopt;
  TimeForm form{.last = at + 2, .shape = TimeShape::kOffset, .rule = "time.the_unit"};
  form.unit = unit;
  if (unit == TimeUnit::kQuarter) {
    form.anchor = TimeAnchor::kReference;
    return form;
  }
  if (unit == TimeUnit::kWeekend) {
    form.shift = -1;
    return form;
  }
  return match_the_year(scan, at, at + 1);
}

}  // namespace

std::optional<TimeForm> match_relative(const Scan& scan, uint32_t at) {
  switch (scan.at(at).word) {
    case kToday:
    case kYesterday:
    case kTomorrow:
    case kTonight:
    case kOvernight:
      return match_day_word(scan, at);
    case kThe:
      if (auto form = match_selected(scan, at)) return form;
      if (scan.is(at + 1, kUnit)) {
        if (auto form = match_day_beside(scan, at + 1)) return form;
        if (auto form = match_unit_beside(scan, at + 1)) return form;
        if (auto form = match_unit_compound(scan, at + 1)) {
          // "the year-ago results": the article is the noun's
          const bool alone = form->rule == "time.unit_ago" && scan.joins(at + 2, '-');
          return alone ? std::nullopt : form;
        }
        return match_the_unit(scan, at);
      }
      if ((scan.is(at + 1, kFull) || scan.is(at + 1, kFiscal)) && scan.is(at + 2, kUnit)) {
        return match_the_year(scan, at, at + 2);
      }
      if (const auto ordinal = read_ordinal(scan, at + 1); ordinal && ordinal->value == 1) {
        return match_counted(scan, ordinal->last, TimeSide::kNone, "time.first_count");
      }
      return match_counted(scan, at + 1, TimeSide::kNone, "time.the_count");
    case kOrdinal:
      return scan.at(at).value == 1
                 ? match_counted(scan, at + 1, TimeSide::kNone, "time.first_count")
                 : std::nullopt;
    case kUnit:
      if (auto form = match_day_beside(scan, at)) return form;
      return match_unit_compound(scan, at);
    default:
      return match_selected(scan, at);
  }
}

}  // namespace demarche
