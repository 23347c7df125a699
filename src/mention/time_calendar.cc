// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "mention/time_form.h"

// Days, months, years and other stretches that the calendar names.

namespace demarche {
namespace {

using enum TimeWord;

bool is_unit(const Scan& scan, uint32_t at, TimeUnit unit) {
  return (scan.is(at, kUnit) || scan.is(at, kUnits)) && scan.at(at).value == static_cast<int>(unit);
}

bool is_month(const Scan& scan, uint32_t at) {
  return (scan.is(at, kMonth) || scan.is(at, kMonthShort)) && scan.at(at).capital;
}

// Past the full stop of "Nov."; a sentence that ends in a month keeps its stop.
uint32_t after_month(const Scan& scan, uint32_t at) {
  const bool stop = scan.is(at, kMonthShort) && scan.is_mark(at + 1, '.') && scan.is_glued(at + 1);
  return stop ? at + 2 : at + 1;
}

// A day of the month with or without its ending: "14", "14th", "fourteenth".
std::optional<TimeOrdinal> read_day(const Scan& scan, uint32_t at) {
  if (const auto ordinal = read_ordinal(scan, at); ordinal && ordinal->value >= 1) {
    return ordinal->value <= 31 ? ordinal : std::nullopt;
  }
  const TimePiece& piece = scan.at(at);
  if (!scan.is_number(at) || piece.grouped || piece.digits > 2) return std::nullopt;
  if (piece.value < 1 || piece.value > 31) return std::nullopt;
  // "10:30", "5%" and "$5" are no days.
  if (scan.is_mark(at + 1, '%') || (scan.is_mark(at + 1, ':') && scan.is_number(at + 2))) {
    return std::nullopt;
  }
  return TimeOrdinal{at + 1, piece.value};
}

// " 1998", ", 1998", " of 1998", " '98", " last year", " of this year", ", the same year".
uint32_t read_year_after(const Scan& scan, uint32_t at, TimeForm& form, bool loose) {
  uint32_t next = at;
  if (scan.is_mark(next, ',')) ++next;
  if (scan.is(next, kOf)) ++next;
  if (const auto year = read_year(scan, next)) {
    // "May 3, 1,500 people", "March 2000 troops": a year closes the date or meets a mark.
    if (!(loose && is_unit(scan, year->last, TimeUnit::kYear))) {
      form.year = year->year;
      return year->last;
    }
  }
  if (scan.is(next, kThe)) ++next;
  const TimePiece& selector = scan.at(next);
  if (is_unit(scan, next + 1, TimeUnit::kYear)) {
    switch (selector.word) {
      case kLast:
        form.year_shift = -1;
        break;
      case kThis:
        form.year_shift = 0;
        break;
      case kNext:
        form.year_shift = 1;
        break;
      case kSame:
      case kThat:
        form.year_shift = 0;
        form.year_anchor = TimeAnchor::kReference;
        break;
      case kPrevious:
        form.year_shift = -1;
        form.year_anchor = TimeAnchor::kReference;
        break;
      case kFollowing:
        form.year_shift = 1;
        form.year_anchor = TimeAnchor::kReference;
        break;
      default:
        return at;
    }
    return next + 2;
  }
  return at;
}

// "January 14, 2022", "Nov. 3", "January 2-5", "March 1998", "April".
std::optional<TimeForm> match_month(const Scan& scan, uint32_t at) {
  const int month = scan.at(at).value;
  const uint32_t next = after_month(scan, at);
  TimeForm form{.rule = "time.month"};
  form.month = month;
  // "March 2011" before "March 20"
  if (!read_year(scan, next) || scan.at(next).kind != PieceKind::kNumber) {
    const uint32_t start = scan.is(next, kThe) && read_ordinal(scan, next + 1) ? next + 1 : next;
    if (const auto day = read_day(scan, start)) {
      form.day = day->value;
      form.last = day->last;
      form.rule = "time.day";
      if (scan.joins(day->last, '-')) {
        const auto to = read_day(scan, day->last + 1);
        if (to && to->value > day->value) {
          form.day_to = to->value;
          form.last = to->last;
        }
      }
      form.last = read_year_after(scan, form.last, form, true);
      return form;
    }
  }
  form.last = read_year_after(scan, next, form, false);
  if (form.last != next) return form;
  // A month alone: "Jan" may be a person, "May" and "March" may be anything at a sentence's start.
  if (scan.is(at, kMonthShort) && (next == at + 1 || month == 3)) return std::nullopt;
  if (month == 5 || month == 3) {
    const TimeWord before = at > 0 ? scan.at(at - 1).word : kNone;
    const bool placed = before == kIn || before == kOf || before == kSince || before == kUntil ||
                        before == kBy || before == kLast || before == kNext || before == kThis ||
                        before == kEarly || before == kLate || before == kMid ||
                        before == kThrough || before == kFrom || before == kTo ||
                        before == kBetween || before == kBefore || before == kAfter ||
                        before == kDuring || before == kFor || before == kAnd;
    if (!placed && !(at > 1 && scan.joins(at - 1, '-'))) return std::nullopt;
  }
  form.last = next;
  if (scan.is(at, kMonthShort) && next == at + 2 && next >= scan.size()) form.last = at + 1;
  return form;
}

// "14 January 2022", "the 14th of January", "2-5 January".
std::optional<TimeForm> match_day_month(const Scan& scan, uint32_t at) {
  const auto day = read_day(scan, at);
  if (!day) return std::nullopt;
  TimeForm form{.rule = "time.day"};
  form.day = day->value;
  uint32_t next = day->last;
  if (scan.is_mark(next, '-') || scan.is(next, kTo)) {
    const auto to = read_day(scan, next + 1);
    if (to && to->value > day->value) {
      form.day_to = to->value;
      next = to->last;
    }
  }
  if (scan.is(next, kOf)) ++next;
  if (!is_month(scan, next) || scan.is_mark(at > 0 ? at - 1 : scan.size(), '$'))
    return std::nullopt;
  form.month = scan.at(next).value;
  next = after_month(scan, next);
  form.last = read_year_after(scan, next, form, true);
  // "5 May" but not "5 May Day marchers"; a short month keeps its stop inside a sentence only.
  if (form.last == next && next >= scan.size() && scan.is_mark(next - 1, '.')) --form.last;
  return form;
}

// "2022-01-14", "2022/01/14", "14/01/2022", "01/14/2022", "14.01.2022".
std::optional<TimeForm> match_figures(const Scan& scan, uint32_t at) {
  const TimePiece& first = scan.at(at);
  const char mark = scan.at(at + 1).mark;
  if ((mark != '-' && mark != '/' && mark != '.') || !scan.joins(at + 1, mark)) return std::nullopt;
  if (!scan.is_number(at + 2) || !scan.joins(at + 3, mark) || !scan.is_number(at + 4)) {
    return std::nullopt;
  }
  if (scan.joins(at + 5, mark) && scan.is_number(at + 6)) return std::nullopt;
  const int b = scan.at(at + 2).value;
  const int c = scan.at(at + 4).value;
  TimeForm form{.last = at + 5, .rule = "time.figures"};
  if (first.digits == 4 && scan.at(at + 2).digits <= 2 && scan.at(at + 4).digits <= 2) {
    form.year = first.value;
    form.month = b;
    form.day = c;
  } else if (scan.at(at + 4).digits == 4 && first.digits <= 2 && mark != '-') {
    // The day stands first but where only the American order makes sense.
    const bool american = b > 12;
    form.year = c;
    form.month = american ? first.value : b;
    form.day = american ? b : first.value;
  } else {
    return std::nullopt;
  }
  if (form.month < 1 || form.month > 12 || form.day < 1 || form.day > 31) return std::nullopt;
  return form;
}

// "1990s", "the '90s", "1990's".
std::optional<TimeForm> match_decade(const Scan& scan, uint32_t at) {
  const uint32_t number = scan.is_mark(at, '\'') ? at + 1 : at;
  const TimePiece& piece = scan.at(number);
  if (!scan.is_number(number) || piece.grouped || piece.value % 10 != 0) return std::nullopt;
  if (number != at && !scan.is_glued(number)) return std::nullopt;
  uint32_t end = number + 1;
  if (scan.is_mark(end, '\'') && scan.is_glued(end)) ++end;
  if (!scan.is(end, kS) || !scan.is_glued(end)) return std::nullopt;
  TimeForm form{.last = end + 1, .rule = "time.decade"};
  if (piece.digits == 4 && piece.value >= 1000 && piece.value <= 2100) {
    if (end != number + 1 && piece.value % 100 == 0) return std::nullopt;
    form.decade = piece.value / 10;
    return form;
  }
  const bool marked = number != at || scan.is(at > 0 ? at - 1 : scan.size(), kThe);
  if (piece.digits == 2 && marked) {
    form.decade = (piece.value < 30 ? 2000 + piece.value : 1900 + piece.value) / 10;
    return form;
  }
  return std::nullopt;
}

// "third quarter", "third-quarter", "first half", "19th century".
std::optional<TimeForm> match_ordinal(const Scan& scan, uint32_t at) {
  uint32_t start = scan.is(at, kFiscal) ? at + 1 : at;
  if (start != at && scan.joins(start, '-')) ++start;
  const auto ordinal = read_ordinal(scan, start);
  if (!ordinal) return std::nullopt;
  uint32_t next = scan.is_mark(ordinal->last, '-') ? ordinal->last + 1 : ordinal->last;
  if (scan.is(next, kFiscal)) ++next;
  TimeForm form;
  if (is_unit(scan, next, TimeUnit::kCentury) && ordinal->value <= 21) {
    form.century = ordinal->value;
    form.rule = "time.century";
    form.last = next + 1;
    if (scan.is(form.last, kBeforeEra)) {
      form.before_era = true;
      ++form.last;
    }
    return form;
  }
  if (is_unit(scan, next, TimeUnit::kQuarter) && scan.is(next, kUnit) && ordinal->value <= 4) {
    form.quarter = ordinal->value;
    form.rule = "time.quarter";
  } else if (scan.is(next, kHalf) && ordinal->value <= 2) {
    form.half = ordinal->value;
    form.rule = "time.half";
    TimeForm probe;
    const uint32_t end = read_year_after(scan, next + 1, probe, false);
    if (end == next + 1) return std::nullopt;  // of a match, a pair
  } else {
    return std::nullopt;
  }
  form.last = read_year_after(scan, next + 1, form, false);
  return form;
}

// "Q3 2021", "H1".
std::optional<TimeForm> match_quarter_sign(const Scan& scan, uint32_t at) {
  const int limit = scan.is(at, kQuarterSign) ? 4 : 2;
  const TimePiece& number = scan.at(at + 1);
  if (!scan.at(at).capital || !scan.is_number(at + 1) || !number.glued || number.digits != 1 ||
      number.value < 1 || number.value > limit) {
    return std::nullopt;
  }
  TimeForm form{.last = at + 2, .rule = "time.quarter"};
  (limit == 4 ? form.quarter : form.half) = number.value;
  form.last = read_year_after(scan, at + 2, form, false);
  if (limit == 2 && form.year == 0) return std::nullopt;
  return form;
}

bool counts_things(const Scan& scan, uint32_t at) {
  // "2000 people", "1500 km": a round number before a plain plural counts.
  const TimePiece& next = scan.at(at + 1);
  if (next.mark == '%' || scan.is(at + 1, kUnits) || scan.is(at + 1, kScale)) return true;
  if (next.word == kUnit && !scan.joins(at + 1, '-') &&
      next.value != static_cast<int>(TimeUnit::kQuarter)) {
    return true;
  }
  if (next.kind != PieceKind::kWord || next.capital || next.word != kNone) return false;
  const std::string_view word = scan.of(at + 1);
  if (word == "km" || word == "percent" || word == "metres" || word == "meters" ||
      word == "people" || word == "men" || word == "square" || word == "hectares") {
    return true;
  }
  return scan.at(at).value % 50 == 0 && word.size() > 3 && word.back() == 's';
}

// "1998", "fiscal 1989", "264 BC", "1989 third quarter".
std::optional<TimeForm> match_year(const Scan& scan, uint32_t at) {
  uint32_t start = at;
  TimeForm form{.rule = "time.year"};
  if (scan.is(start, kFiscal)) {
    ++start;
    if (is_unit(scan, start, TimeUnit::kYear)) ++start;
  }
  if (scan.is_number(start) && scan.is(start + 1, kBeforeEra) && !scan.at(start).grouped) {
    form.year = scan.at(start).value;
    form.before_era = true;
    form.last = start + 2;
    return form.year >= 1 && form.year <= 9999 ? std::optional(form) : std::nullopt;
  }
  if (scan.is_number(start) && scan.at(start).digits == 3 && scan.is(start + 1, kCommonEra)) {
    form.year = scan.at(start).value;
    form.last = start + 2;
    return form;
  }
  const auto year = read_year(scan, start);
  if (!year) return std::nullopt;
  form.year = year->year;
  form.last = year->last;
  if (start != at) return form;
  if (scan.is_number(at)) {
    const TimePiece& before = at > 0 ? scan.at(at - 1) : scan.at(scan.size());
    if (before.mark == '$' || before.mark == '#' || before.mark == '~' || before.mark == '+') {
      return std::nullopt;
    }
    if (scan.is_glued(at) && before.kind != PieceKind::kMark) return std::nullopt;
    if (scan.is_glued(at) && (before.mark == '.' || before.mark == ':' || before.mark == ',')) {
      return std::nullopt;
    }
    if (scan.is_glued(at) && before.mark == '-' && at > 1 && scan.is_number(at - 2) &&
        scan.at(at - 2).digits != 4) {
      return std::nullopt;  // a telephone number, a score
    }
    if (scan.is_glued(at + 1) && scan.at(at + 1).kind != PieceKind::kMark) return std::nullopt;
    if (year->year < 1400 && !(at > 0 && (scan.is(at - 1, kIn) || scan.is(at - 1, kSince)))) {
      return std::nullopt;
    }
    if (counts_things(scan, at)) return std::nullopt;
    if (scan.is(at + 1, kCommonEra)) ++form.last;
  } else if (scan.is(at, kCardinal) && scan.at(at).value == 2 &&
             !(at > 0 && is_unit(scan, at - 1, TimeUnit::kYear))) {
    return std::nullopt;  // "two thousand" of anything
  } else if (scan.is_mark(at, '\'') && scan.is_glued(at)) {
    return std::nullopt;
  }
  // "1989 third quarter"
  if (const auto quarter = match_ordinal(scan, form.last);
      quarter && quarter->quarter > 0 && quarter->year == 0) {
    form.quarter = quarter->quarter;
    form.last = quarter->last;
    form.rule = "time.quarter";
  }
  return form;
}

// "the summer of 1990", "winter 2021", "summer"; "fall" and "spring" are verbs too.
std::optional<TimeForm> match_season(const Scan& scan, uint32_t at) {
  TimeForm form{.rule = "time.season"};
  form.season = scan.at(at).value;
  form.last = read_year_after(scan, at + 1, form, false);
  if (form.last != at + 1) return form;
  const TimeWord before = at > 0 ? scan.at(at - 1).word : kNone;
  const bool placed = before == kIn || before == kDuring || before == kBy || before == kSince ||
                      before == kUntil || before == kEarly || before == kLate || before == kMid;
  const bool the = before == kThe && at > 1 &&
                   (scan.is(at - 2, kIn) || scan.is(at - 2, kDuring) || scan.is(at - 2, kBy) ||
                    scan.is(at - 2, kOver) || scan.is(at - 2, kUntil) ||
                    scan.is(at - 2, kThrough) || scan.is(at - 2, kFor));
  if ((!placed && !the) || scan.is(at + 1, kOf) || scan.at(at).capital) return std::nullopt;
  return form;
}

// "Christmas", "Christmas Eve", "New Year's Day", "New Year's Eve", "Thanksgiving Day".
std::optional<TimeForm> match_holiday(const Scan& scan, uint32_t at) {
  TimeForm form{.last = at + 1, .rule = "time.holiday"};
  if (scan.is(at, kYearWord)) {
    if (!scan.at(at).capital || !is_unit(scan, at + 1, TimeUnit::kYear)) return std::nullopt;
    if (!scan.is_mark(at + 2, '\'') || !scan.is(at + 3, kS)) return std::nullopt;
    form.holiday = Holiday::kNewYear;
    form.last = at + 4;
    if (scan.is(form.last, kEve))
      form.holiday = Holiday::kNewYearEve;
    else if (!is_unit(scan, form.last, TimeUnit::kDay))
      return std::nullopt;
    ++form.last;
  } else {
    if (!scan.at(at).capital) return std::nullopt;
    form.holiday = static_cast<Holiday>(scan.at(at).value);
    if (form.holiday == Holiday::kChristmas && scan.is(at + 1, kEve)) {
      form.holiday = Holiday::kChristmasEve;
      ++form.last;
    } else if (is_unit(scan, at + 1, TimeUnit::kDay) && scan.is(at + 1, kUnit)) {
      ++form.last;
    }
  }
  form.last = read_year_after(scan, form.last, form, false);
  return form;
}

// "Friday", "Friday morning", "Friday, January 14", "Monday last week", "Sat. Jan. 3".
std::optional<TimeForm> match_weekday(const Scan& scan, uint32_t at) {
  if (!scan.at(at).capital) return std::nullopt;
  const bool is_short = scan.is(at, kWeekdayShort);
  TimeForm form{.last = at + 1, .rule = "time.weekday"};
  form.weekday = scan.at(at).value;
  uint32_t next = at + 1;
  if (is_short && scan.is_mark(next, '.') && scan.is_glued(next)) ++next;
  if (scan.is_mark(next, ',')) ++next;
  std::optional<TimeForm> date;
  if (is_month(scan, next))
    date = match_month(scan, next);
  else if (scan.is(next, kThe))
    date = match_day_month(scan, next + 1);
  else if (scan.is_number(next))
    date = match_day_month(scan, next);
  if (date && date->day > 0) {
    const int weekday = form.weekday;
    form = *date;
    form.weekday = weekday;
    form.rule = "time.weekday_day";
    return form;
  }
  if (is_short) return std::nullopt;
  next = at + 1;
  if (scan.is(next, kPart)) {
    form.part = static_cast<DayPart>(scan.at(next).value);
    form.kind = TimeKind::kTime;
    form.last = next + 1;
    return form;
  }
  if (scan.is(next, kOf)) ++next;
  const TimeWord selector = scan.at(next).word;
  if ((selector == kLast || selector == kThis || selector == kNext) &&
      is_unit(scan, next + 1, TimeUnit::kWeek) && scan.is(next + 1, kUnit)) {
    form.unit = TimeUnit::kWeek;
    form.shift = selector == kLast ? -1 : selector == kNext ? 1 : 0;
    form.last = next + 2;
    form.rule = "time.weekday_week";
  }
  return form;
}

}  // namespace

std::optional<TimeForm> match_calendar(const Scan& scan, uint32_t at) {
  const TimePiece& piece = scan.at(at);
  if (piece.kind == PieceKind::kNumber) {
    if (auto form = match_figures(scan, at)) return form;
    if (auto form = match_day_month(scan, at)) return form;
    if (auto form = match_decade(scan, at)) return form;
    if (auto form = match_ordinal(scan, at)) return form;
    return match_year(scan, at);
  }
  if (piece.mark == '\'') {
    if (auto form = match_decade(scan, at)) return form;
    return match_year(scan, at);
  }
  switch (piece.word) {
    case kMonth:
    case kMonthShort:
      return is_month(scan, at) ? match_month(scan, at) : std::nullopt;
    case kWeekday:
    case kWeekdayShort:
      return match_weekday(scan, at);
    case kSeason:
      return match_season(scan, at);
    case kHoliday:
    case kYearWord:
      return match_holiday(scan, at);
    case kQuarterSign:
    case kHalfSign:
      return match_quarter_sign(scan, at);
    case kOrdinal:
    case kFiscal:
    case kCardinal: {
      if (auto form = match_day_month(scan, at)) return form;
      if (auto form = match_ordinal(scan, at)) return form;
      return match_year(scan, at);
    }
    default:
      return std::nullopt;
  }
}

}  // namespace demarche
