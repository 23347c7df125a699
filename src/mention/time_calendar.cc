// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "mention/time_form.h"

// Days, months, years and other stretches that the calendar names.

namespace demarche {
namespace {

using enum TimeWord;

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

// "3-7", "3 to 7", "3 and 7", "the 3rd to the 7th": past what links two days, or `at`.
uint32_t skip_day_link(const Scan& scan, uint32_t at, bool comma) {
  const bool link = scan.is_mark(at, '-') || scan.is(at, kTo) || scan.is(at, kAnd) ||
                    scan.is(at, kOr) || (comma && scan.is_mark(at, ','));
  if (!link) return at;
  return scan.is(at + 1, kThe) ? at + 2 : at + 1;
}

// Does the word before say that a month follows? "in March", "early May", "mid-May".
bool is_placed(const Scan& scan, uint32_t at) {
  if (at > 1 && scan.joins(at - 1, '-')) return true;
  switch (at > 0 ? scan.at(at - 1).word : kNone) {
    case kIn:
    case kOf:
    case kSince:
    case kUntil:
    case kBy:
    case kLast:
    case kNext:
    case kThis:
    case kEarly:
    case kLate:
    case kMid:
    case kThrough:
    case kFrom:
    case kTo:
    case kBetween:
    case kBefore:
    case kAfter:
    case kDuring:
    case kFor:
    case kAnd:
      return true;
    default:
      return false;
  }
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
      // "January 3-7, 2022" are two days: the year stands behind the second.
      const uint32_t second = skip_day_link(scan, form.last, false);
      const auto to = second != form.last ? read_day(scan, second) : std::nullopt;
      if (to && to->value > day->value && scan.joins(form.last, '-')) {
        read_year_after(scan, to->last, form, true);
        return form;
      }
      form.last = read_year_after(scan, form.last, form, true);
      return form;
    }
  }
  form.last = read_year_after(scan, next, form, false);
  if (form.last != next) return form;
  // A month alone: "Jan" may be a person, "May" and "March" may be anything at a sentence's start.
  if (scan.is(at, kMonthShort) && (next == at + 1 || month == 3)) return std::nullopt;
  // "March-May 2030"
  const bool leads = scan.joins(next, '-') && is_month(scan, next + 1);
  const bool placed = is_placed(scan, at) || leads;
  if ((month == 5 || month == 3) && !placed) return std::nullopt;
  const TimePiece& behind = scan.at(next);
  const bool the = at > 0 && scan.is(at - 1, kThe);  // "the February Revolution"
  if (!placed && !the && behind.kind == PieceKind::kWord && behind.capital &&
      behind.word == kNone) {
    return std::nullopt;  // "April Stone spoke"
  }
  form.last = next;
  if (scan.is(at, kMonthShort) && next == at + 2 && next >= scan.size()) form.last = at + 1;
  return form;
}

// The month and year behind a day, which may be the first of several: "14 January 2022",
// "6, 7 and 8 May". Past the month, or 0.
uint32_t read_month_behind(const Scan& scan, uint32_t at, uint32_t first_last, TimeForm& form) {
  constexpr int kMostDays = 5;
  uint32_t next = first_last;
  int value = form.day;
  for (int step = 0; step < kMostDays; ++step) {
    const uint32_t link = skip_day_link(scan, next, true);
    const auto day = link != next ? read_day(scan, link) : std::nullopt;
    if (!day || day->value <= value) break;
    value = day->value;
    next = day->last;
  }
  if (scan.is(next, kOf)) ++next;
  if (!is_month(scan, next) || scan.is_mark(at > 0 ? at - 1 : scan.size(), '$')) return 0;
  form.month = scan.at(next).value;
  return after_month(scan, next);
}

// "14 January 2022", "the 14th of January"; of "2-5 January" the first day.
std::optional<TimeForm> match_day_month(const Scan& scan, uint32_t at) {
  const auto day = read_day(scan, at);
  if (!day) return std::nullopt;
  TimeForm form{.rule = "time.day"};
  form.day = day->value;
  const uint32_t next = read_month_behind(scan, at, day->last, form);
  if (next == 0) return std::nullopt;
  form.last = read_year_after(scan, next, form, true);
  const bool first_of_many = !is_month(scan, day->last) && !scan.is(day->last, kOf);
  if (first_of_many) {
    form.last = day->last;
    return form;
  }
  // "5 May" but not "5 May Day marchers"; a short month keeps its stop inside a sentence only.
  if (form.last == next && next >= scan.size() && scan.is_mark(next - 1, '.')) --form.last;
  return form;
}

// "on the 5th he left", not "on the 5th floor".
bool is_subject(const Scan& scan, uint32_t at) {
  const std::string_view word = scan.of(at);
  return scan.is(at, kThe) || word == "he" || word == "she" || word == "they" || word == "it" ||
         word == "we";
}

// "the 20th", "the 31st of this month": a day whose month is told elsewhere.
std::optional<TimeForm> match_day_alone(const Scan& scan, uint32_t at) {
  const auto day = scan.is(at, kThe) ? read_ordinal(scan, at + 1) : std::nullopt;
  if (!day || day->value < 1 || day->value > 31 || !scan.is_number(at + 1)) return std::nullopt;
  if (const auto dated = match_day_month(scan, at + 1)) return dated;
  if (match_years(scan, at + 1)) return std::nullopt;  // "the 15th to the 19th century"
  TimeForm form{.last = day->last, .rule = "time.day_alone"};
  form.day = day->value;
  const TimeWord before = at > 0 ? scan.at(at - 1).word : kNone;
  const bool placed = before == kOn || before == kBy || before == kUntil || before == kFrom ||
                      before == kSince || before == kTo || before == kBefore || before == kAfter ||
                      before == kAnd || before == kBetween || before == kThrough;
  if (scan.is(form.last, kOf) && is_unit(scan, form.last + 2, TimeUnit::kMonth)) {
    const TimeWord which = scan.at(form.last + 1).word;
    if (which != kThe && which != kThis && which != kNext && which != kLast && which != kSame &&
        which != kThat) {
      return std::nullopt;
    }
    form.unit = TimeUnit::kMonth;
    form.shift = which == kNext ? 1 : which == kLast ? -1 : 0;
    if (which == kThe || which == kSame || which == kThat) form.anchor = TimeAnchor::kReference;
    form.last += 3;
    return form;
  }
  const TimePiece& next = scan.at(form.last);
  const bool ends = form.last >= scan.size() ||
                    (next.kind == PieceKind::kMark && next.mark != '-' && next.mark != '\'') ||
                    next.word == kTo || next.word == kAnd || next.word == kIn || next.word == kAt ||
                    next.word == kOn || next.word == kFor || is_subject(scan, form.last);
  return placed && ends ? std::optional(form) : std::nullopt;
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
  if (first.glued && at > 0 && scan.is_mark(at - 1, '/')) return std::nullopt;  // an address
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

// What armies and houses do once a season, so that the word before says when.
bool names_campaign(const Scan& scan, uint32_t at) {
  constexpr auto kCampaigns = std::to_array<std::string_view>(
      {"Campaign",         "Fighting",  "Offensive",  "Offensives", "Uprising",
       "attack",           "attacks",   "campaign",   "campaigns",  "counter",
       "counteroffensive", "fighting",  "harvest",    "invasion",   "offensive",
       "offensives",       "operation", "operations", "session",    "uprising"});
  return std::ranges::binary_search(kCampaigns, scan.of(at));
}

// "the summer of 1990", "winter 2021", "the summer"; "fall" and "spring" are other words too.
std::optional<TimeForm> match_season(const Scan& scan, uint32_t at) {
  TimeForm form{.rule = "time.season"};
  form.season = scan.at(at).value;
  form.last = read_year_after(scan, at + 1, form, false);
  if (form.last != at + 1) return form;
  const TimeWord before = at > 0 ? scan.at(at - 1).word : kNone;
  const bool placed = before == kIn || before == kDuring || before == kBy || before == kSince ||
                      before == kUntil || before == kEarly || before == kLate || before == kMid;
  const TimeWord outer = before == kThe && at > 1 ? scan.at(at - 2).word : kNone;
  const bool the = outer == kIn || outer == kDuring || outer == kBy || outer == kOver ||
                   outer == kUntil || outer == kThrough || outer == kFor ||
                   (before == kThe && scan.of(at) != "fall");
  if (names_campaign(scan, at + 1)) {  // "the spring offensive", "the Winter Offensive"
    form.rule = scan.at(at).capital ? "time.season_in_name" : "time.season_of";
    read_year_after(scan, at + 2, form, false);  // "the Spring Offensive of 1918"
    return form;
  }
  // "the fall and winter", "the spring and summer"
  const bool pair = (before == kAnd && at > 1 && scan.is(at - 2, kSeason)) ||
                    (scan.is(at + 1, kAnd) && scan.is(at + 2, kSeason));
  if (pair && !scan.at(at).capital) return form;
  if ((!placed && !the) || scan.is(at + 1, kOf)) return std::nullopt;
  const TimePiece& next = scan.at(at + 1);
  const bool ends = next.kind == PieceKind::kMark || next.word != kNone || at + 1 >= scan.size();
  if (scan.at(at).capital && !(before == kIn && ends)) return std::nullopt;  // in a name
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
  if (at > 1 && scan.of(at - 1) == "a" && scan.is(at - 2, kOn)) {  // "on a Monday": on any
    form.shape = TimeShape::kSet;
    form.kind = TimeKind::kSet;
    form.rule = "time.set";
    return form;
  }
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

// "May 4 and 5", "April 6-7": a further day of the month just read.
std::optional<TimeForm> match_more_days(const Scan& scan, const TimeForm& form) {
  if (form.month == 0 || form.day == 0 || form.kind != TimeKind::kDate) return std::nullopt;
  const uint32_t at = skip_day_link(scan, form.last, false);
  const auto day = at != form.last ? read_day(scan, at) : std::nullopt;
  if (!day || day->value <= form.day || !scan.is_number(at)) return std::nullopt;
  if (is_month(scan, day->last) || scan.is(day->last, kOf)) return std::nullopt;  // its own month
  const TimePiece& next = scan.at(day->last);
  const std::string_view word = scan.of(day->last);
  const bool ends = next.kind == PieceKind::kMark || next.word == kIn || next.word == kOn ||
                    next.word == kAt || next.word == kTo || next.word == kAnd ||
                    next.word == kFor || day->last >= scan.size() || word == "were" ||
                    word == "was" || word == "with" || word == "when";
  const bool range = scan.joins(form.last, '-');
  if (!ends && !range) return std::nullopt;  // "on May 4 and 20 people"
  TimeForm out{.last = day->last, .rule = "time.day"};
  out.month = form.month;
  out.day = day->value;
  out.year = form.year;
  out.last = read_year_after(scan, day->last, out, true);
  return out;
}

std::optional<TimeForm> match_calendar(const Scan& scan, uint32_t at) {
  const TimePiece& piece = scan.at(at);
  if (piece.kind == PieceKind::kNumber) {
    if (auto form = match_figures(scan, at)) return form;
    if (auto form = match_day_month(scan, at)) return form;
    return match_years(scan, at);
  }
  switch (piece.word) {
    case kMonth:
      if (auto form = match_holiday(scan, at)) return form;
      return is_month(scan, at) ? match_month(scan, at) : std::nullopt;
    case kMonthShort:
      return is_month(scan, at) ? match_month(scan, at) : std::nullopt;
    case kWeekday:
    case kWeekdayShort:
      return match_weekday(scan, at);
    case kSeason:
      return match_season(scan, at);
    case kHoliday:
    case kHolidayFirst:
    case kYearWord:
      return match_holiday(scan, at);
    case kThe:
      return match_day_alone(scan, at);
    case kOrdinal:
    case kCardinal:
      if (auto form = match_day_month(scan, at)) return form;
      return match_years(scan, at);
    default:
      return match_years(scan, at);
  }
}

}  // namespace demarche
