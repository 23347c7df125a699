// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string_view>

#include "mention/time_form.h"

// Years and the parts of years that are counted: decades, centuries, quarters, halves.

namespace demarche {

bool is_unit(const Scan& scan, uint32_t at, TimeUnit unit) {
  return (scan.is(at, TimeWord::kUnit) || scan.is(at, TimeWord::kUnits)) &&
         scan.at(at).value == static_cast<int>(unit);
}

namespace {

using enum TimeWord;

// "480 BC", "71 AD", "AD 71": a year with its era, of any length.
uint32_t read_era_year(const Scan& scan, uint32_t at, TimeForm& form) {
  const uint32_t number = scan.is(at, kCommonEra) ? at + 1 : at;
  const TimePiece& piece = scan.at(number);
  if (!scan.is_number(number) || piece.grouped || piece.value < 1 || piece.value > 9999) return at;
  const bool before = scan.is(number + 1, kBeforeEra);
  if (number == at && !before && !scan.is(number + 1, kCommonEra)) return at;
  form.year = piece.value;
  form.before_era = before && number == at;
  return number == at ? number + 2 : number + 1;
}

// "c. 347", "in the year 71": a year of fewer than four figures, marked as one.
uint32_t read_marked_year(const Scan& scan, uint32_t at, TimeForm& form) {
  const TimePiece& piece = scan.at(at);
  if (!scan.is_number(at) || piece.grouped || piece.digits > 3 || piece.value < 1) return at;
  const bool circa = at > 1 && scan.is_mark(at - 1, '.') &&
                     (scan.of(at - 2) == "c" || scan.of(at - 2) == "ca") && piece.digits == 3;
  const bool year = at > 1 && scan.is(at - 2, kThe) && is_unit(scan, at - 1, TimeUnit::kYear);
  if (!circa && !year) return at;
  form.year = piece.value;
  return at + 1;
}

// "499-493 BC", "264 to 241 BC", "496 and 495 BC": the first of both.
bool is_before_era_range(const Scan& scan, uint32_t at) {
  if (!scan.is_number(at) || scan.at(at).grouped || scan.at(at).value > 9999) return false;
  const bool link = scan.is_mark(at + 1, '-') || scan.is(at + 1, kTo) || scan.is(at + 1, kAnd);
  return link && scan.is_number(at + 2) && scan.is(at + 3, kBeforeEra) && scan.at(at).value > 0;
}

}  // namespace

// " 1998", ", 1998", " of 1998", " '98", " last year", " of this year", ", the same year".
uint32_t read_year_after(const Scan& scan, uint32_t at, TimeForm& form, bool loose) {
  uint32_t next = at;
  if (scan.is_mark(next, ',')) ++next;
  if (scan.is(next, kOf)) ++next;
  if (const uint32_t last = read_era_year(scan, next, form); last != next) return last;
  const bool in = !loose && form.month > 0 && scan.is(at, kIn);  // "March in 1998"
  if (in) next = at + 1;
  if (const auto year = read_year(scan, next)) {
    // "May 3, 1,500 people", "March 2000 troops": a year closes the date or meets a mark.
    if (!(loose && is_unit(scan, year->last, TimeUnit::kYear))) {
      form.year = year->year;
      return year->last;
    }
  }
  if (in) return at;
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

namespace {

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
  if (scan.is(form.last, kBeforeEra)) {  // "the 470s BC"
    form.decade = piece.value / 10;
    form.before_era = true;
    ++form.last;
    return form;
  }
  if (piece.digits == 4 && piece.value >= 1000 && piece.value <= 2100) {
    if (end != number + 1 && piece.value % 100 == 0) return std::nullopt;
    if (piece.value % 100 == 0 && piece.value < 2000) {  // "the 1600s": a century
      form.century = piece.value / 100 + 1;
      form.rule = "time.century";
      return form;
    }
    form.decade = piece.value / 10;
    return form;
  }
  const bool marked = number != at || scan.is(at > 0 ? at - 1 : scan.size(), kThe);
  if (piece.digits == 2 && marked && !scan.is_mark(form.last, '~')) {  // no degrees
    form.decade = (piece.value < 30 ? 2000 + piece.value : 1900 + piece.value) / 10;
    return form;
  }
  return std::nullopt;
}

// "third quarter", "third-quarter", "first half", "19th century".
std::optional<TimeForm> match_ordinal(const Scan& scan, uint32_t at) {
  uint32_t start = scan.is(at, kFiscal) ? at + 1 : at;
  if (start != at && scan.joins(start, '-')) ++start;
  auto ordinal = read_ordinal(scan, start);
  if ((scan.is(start, kLast) || scan.is(start, kLatter)) && scan.is(start + 1, kHalf)) {
    ordinal = TimeOrdinal{start + 1, 2};  // "the latter half of 2008"
  }
  if ((scan.is(start, kLast) || scan.is(start, kLatter)) && scan.is(start + 1, kUnit) &&
      is_unit(scan, start + 1, TimeUnit::kQuarter)) {
    TimeForm probe;  // "the last quarter of 2004", not "last quarter"
    if (read_year_after(scan, start + 2, probe, false) != start + 2) {
      ordinal = TimeOrdinal{start + 1, 4};
    }
  }
  if (!ordinal || ordinal->value < 1) return std::nullopt;
  uint32_t next = scan.is_mark(ordinal->last, '-') ? ordinal->last + 1 : ordinal->last;
  if (scan.is(next, kFiscal)) ++next;
  TimeForm form;
  // "from the 15th to the 19th century": the first of both
  if (scan.is(next, kTo) || scan.is(next, kAnd) || scan.is(next, kOr) ||
      scan.is_mark(ordinal->last, '-')) {
    uint32_t second = scan.is_mark(ordinal->last, '-') ? next : next + 1;
    if (scan.is(second, kThe)) ++second;
    const auto other = read_ordinal(scan, second);
    if (other && ordinal->value < other->value && other->value <= 21 &&
        is_unit(scan, other->last, TimeUnit::kCentury)) {
      form.century = ordinal->value;
      form.before_era = false;
      form.rule = "time.century";
      form.last = ordinal->last;
      return form;
    }
  }
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

// "Flight 1990", "Resolution 1483": a number of a thing.
bool numbers_a_thing(const Scan& scan, uint32_t at) {
  constexpr auto kNumbered = std::to_array<std::string_view>(
      {"Article",    "Boeing",     "Channel", "Chapter", "Figure",     "Flight",
       "Highway",    "Model",      "No",      "Number",  "Order",      "Page",
       "Regulation", "Resolution", "Room",    "Route",   "Rule",       "Section",
       "Table",      "flight",     "number",  "page",    "resolution", "room"});
  return at > 0 && std::ranges::binary_search(kNumbered, scan.of(at - 1));
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

// "2031-13-05": written as a date, and none.
bool is_broken_date(const Scan& scan, uint32_t at) {
  return scan.joins(at + 1, '-') && scan.is_number(at + 2) && scan.at(at + 2).digits == 2 &&
         scan.joins(at + 3, '-') && scan.is_number(at + 4) && scan.at(at + 4).digits == 2;
}

// "1998", "fiscal 1989", "264 BC", "1989 third quarter".
std::optional<TimeForm> match_year(const Scan& scan, uint32_t at) {
  uint32_t start = at;
  TimeForm form{.rule = "time.year"};
  if (scan.is(start, kFiscal)) {
    ++start;
    if (is_unit(scan, start, TimeUnit::kYear)) ++start;
  }
  const uint32_t era = read_era_year(scan, start, form);
  if (era != start) {
    form.last = era;
    return form;
  }
  if (const uint32_t small = read_marked_year(scan, start, form); small != start) {
    form.last = small;
    return form;
  }
  if (is_before_era_range(scan, start)) {
    form.year = scan.at(start).value;
    form.before_era = true;
    form.last = start + 1;
    return form;
  }
  const auto year = read_year(scan, start);
  if (!year) return std::nullopt;
  form.year = year->year;
  form.last = year->last;
  form.two_digits = scan.is_mark(start, '\'');
  if (start != at) return form;
  if (scan.is_number(at)) {
    const TimePiece& before = at > 0 ? scan.at(at - 1) : scan.at(scan.size());
    if (before.mark == '$' || before.mark == '#' || before.mark == '~' || before.mark == '+') {
      return std::nullopt;
    }
    if (scan.is_glued(at) && before.kind != PieceKind::kMark) return std::nullopt;
    if (scan.is_glued(at) && before.mark == '/' && at > 1 && !scan.is_number(at - 2)) {
      return std::nullopt;  // an address
    }
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
    if (counts_things(scan, at) || numbers_a_thing(scan, at)) return std::nullopt;
    if (is_broken_date(scan, at)) return std::nullopt;
    if (scan.is(at + 1, kCommonEra)) ++form.last;
  } else if (scan.is(at, kCardinal) && scan.at(at).value == 2 &&
             !(at > 0 && is_unit(scan, at - 1, TimeUnit::kYear))) {
    return std::nullopt;  // "two thousand" of anything
  } else if (scan.is_mark(at, '\'') && scan.is_glued(at)) {
    return std::nullopt;
  }
  if (scan.is(form.last, kPeriod)) ++form.last;  // "the 1988 period"
  if (is_unit(scan, form.last, TimeUnit::kQuarter) && scan.is(form.last, kUnit)) {
    form.unit = TimeUnit::kQuarter;  // "the 1988 quarter": the same one of that year
    form.rule = "time.quarter_of_year";
    ++form.last;
    return form;
  }
  if (scan.is(form.last, kSeason) && !scan.at(form.last).capital) {  // "1982 summer"
    form.season = scan.at(form.last).value;
    ++form.last;
    form.rule = "time.season";
    return form;
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

}  // namespace

std::optional<TimeForm> match_years(const Scan& scan, uint32_t at) {
  const TimePiece& piece = scan.at(at);
  if (piece.kind == PieceKind::kNumber || piece.mark == '\'') {
    if (auto form = match_decade(scan, at)) return form;
    if (auto form = match_ordinal(scan, at)) return form;
    return match_year(scan, at);
  }
  switch (piece.word) {
    case kQuarterSign:
    case kHalfSign:
      return match_quarter_sign(scan, at);
    case kDecadeWord: {  // "the nineties", not "in his nineties"
      const TimeWord before = at > 0 ? scan.at(at - 1).word : kNone;
      if (before != kThe && before != kEarly && before != kLate && before != kMid) {
        return std::nullopt;
      }
      TimeForm form{.last = at + 1, .rule = "time.decade"};
      form.decade = piece.value;
      return form;
    }
    case kLast:
    case kLatter:
      return match_ordinal(scan, at);
    case kOrdinal:
    case kFiscal:
    case kCardinal:
    case kCommonEra: {
      if (auto form = match_ordinal(scan, at)) return form;
      return match_year(scan, at);
    }
    default:
      return std::nullopt;
  }
}

// "1915-17", "1990/91": the second year in two figures.
std::optional<TimeForm> match_more_years(const Scan& scan, const TimeForm& form) {
  const uint32_t at = form.last + 1;
  if (form.rule != "time.year" || form.before_era || form.year < 1000) return std::nullopt;
  if (!scan.is_mark(form.last, '-') && !scan.joins(form.last, '/')) return std::nullopt;
  const TimePiece& piece = scan.at(at);
  if (!scan.is_number(at) || piece.digits != 2 || piece.grouped) return std::nullopt;
  const bool more = scan.is_glued(at + 1) && (scan.is_number(at + 2) || scan.is(at + 1, kS));
  if (more || piece.value <= form.year % 100) return std::nullopt;
  TimeForm out{.last = at + 1, .rule = "time.year"};
  out.year = form.year - form.year % 100 + piece.value;
  return out;
}

}  // namespace demarche
