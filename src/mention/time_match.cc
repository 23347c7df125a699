// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/time_form.h"

// The longest of all readings at one place, with the words that lead it in: "early", "the end of",
// "more than".

namespace demarche {
namespace {

using enum TimeWord;

void keep_longer(std::optional<TimeForm>& best, std::optional<TimeForm> form) {
  if (form && (!best || form->last > best->last)) best = form;
}

std::optional<TimeForm> match_core(const Scan& scan, uint32_t at) {
  std::optional<TimeForm> best;
  if (scan.is(at, kThis)) best = match_vague(scan, at);  // "to this day" is not today
  keep_longer(best, match_clock(scan, at));
  keep_longer(best, match_calendar(scan, at));
  keep_longer(best, match_relative(scan, at));
  keep_longer(best, match_amount(scan, at));
  keep_longer(best, match_set(scan, at));
  keep_longer(best, match_vague(scan, at));
  return best;
}

// "the 1990s", "the third quarter", "the 14th of January", "the winter of 1994": the article is
// part of the expression; "the 1962 crisis" keeps it outside.
bool takes_article(const TimeForm& form, const Scan& scan, uint32_t at) {
  // "the two-week drill", "the third-quarter loss": the article is the noun's
  if (form.last >= at + 3 && scan.joins(form.last - 2, '-')) return false;
  if (form.rule == "time.season_of" || form.rule == "time.season_in_name") return false;
  if (form.shape != TimeShape::kDate)
    return form.shape == TimeShape::kAmount && !scan.is(at, kArticle);
  if (form.rule == "time.quarter_of_year") return true;
  if (form.rule == "time.year" && scan.is(form.last - 1, kPeriod)) return true;
  if (form.decade || form.century || form.quarter || form.half || form.season) return true;
  return form.day > 0 && read_ordinal(scan, at).has_value();
}

bool is_stretch(const TimeForm& form) {
  return form.shape == TimeShape::kDate || form.shape == TimeShape::kOffset;
}

// "more than", "at least", "nearly": past them, or `at`.
uint32_t skip_measure(const Scan& scan, uint32_t at) {
  switch (scan.at(at).word) {
    case kArticle:  // "another two weeks"
      return scan.of(at) == "another" && (scan.is_number(at + 1) || scan.is(at + 1, kCardinal))
                 ? at + 1
                 : at;
    case kAbout:
    case kNearly:
    case kAlmost:
    case kAround:
    case kRoughly:
    case kOver:
    case kSome:
      return at + 1;
    case kMore:
    case kLess:
      return scan.is(at + 1, kThan) ? at + 2 : at;
    case kAt:
      return scan.is(at + 1, kLeast) || scan.is(at + 1, kMost) ? at + 2 : at;
    case kUp:
      return scan.is(at + 1, kTo) ? at + 2 : at;
    default:
      return at;
  }
}

// "early", "late", "mid-", "sometime", "the end of", "earlier": past them, or `at`.
uint32_t skip_part(const Scan& scan, uint32_t at) {
  const uint32_t noun = scan.is(at, kThe) ? at + 1 : at;
  switch (scan.at(noun).word) {
    case kEarly:
    case kLate:
    case kMid:
      if (scan.is_mark(noun + 1, '-')) return noun + 2;
      // "early in 1914", "late in the year"
      return noun == at && scan.is(noun + 1, kIn) ? noun + 2 : noun + 1;
    case kSometime:
      return noun + 1;
    case kEarlier:
    case kLater: {
      // "later in the day", "earlier this month", "earlier Friday"
      if (noun != at) return at;
      return noun + 1;
    }
    case kEnd:
    case kStart:
    case kMiddle:
      return scan.is(noun + 1, kOf) ? noun + 2 : at;
    default:
      return at;
  }
}

// "the end of the year", "earlier in the week", "later in the day".
std::optional<TimeForm> match_part_of_unit(const Scan& scan, uint32_t at) {
  uint32_t next = at;
  if (scan.is(next, kIn)) ++next;
  if (!scan.is(next, kThe) || !scan.is(next + 1, kUnit) || scan.is_mark(next + 2, '-')) {
    return std::nullopt;
  }
  TimeForm form{.last = next + 2, .shape = TimeShape::kOffset, .rule = "time.part_of_unit"};
  form.unit = static_cast<TimeUnit>(scan.at(next + 1).value);
  form.anchor = form.unit == TimeUnit::kDay ? TimeAnchor::kReference : TimeAnchor::kToday;
  return form.unit >= TimeUnit::kDay ? std::optional(form) : std::nullopt;
}

// "the night of April 18", "early in the morning of 29 April", "the morning hours of 30 April".
std::optional<TimeForm> match_part_of_day(const Scan& scan, uint32_t at) {
  uint32_t next = at;
  if (scan.is(next, kThe)) ++next;
  if (scan.is(next, kEarly) || scan.is(next, kLate)) {
    ++next;
    if (scan.is(next, kIn) && scan.is(next + 1, kThe)) next += 2;
  }
  if (!scan.is(next, kPart)) return std::nullopt;
  const auto part = static_cast<DayPart>(scan.at(next).value);
  ++next;
  if (is_unit(scan, next, TimeUnit::kHour)) ++next;
  if (!scan.is(next, kOf) && !scan.is(next, kOn)) return std::nullopt;
  ++next;
  if (scan.is(next, kThe) && !scan.is_number(next + 1)) return std::nullopt;
  std::optional<TimeForm> day = match_calendar(scan, next);
  if (!day || day->kind != TimeKind::kDate || (day->day == 0 && day->weekday == 0)) {
    return std::nullopt;
  }
  day->part = part;
  day->kind = TimeKind::kTime;
  day->rule = "time.part_of_day";
  return day;
}

// "mid-afternoon yesterday", "mid afternoon".
std::optional<TimeForm> match_mid_part(const Scan& scan, uint32_t at) {
  if (!scan.is(at, kMid)) return std::nullopt;
  const uint32_t part = scan.is_mark(at + 1, '-') ? at + 2 : at + 1;
  if (!scan.is(part, kPart)) return std::nullopt;
  TimeForm form{.last = part + 1,
                .shape = TimeShape::kOffset,
                .kind = TimeKind::kTime,
                .rule = "time.relative_part"};
  form.unit = TimeUnit::kDay;
  const uint32_t day = scan.is(form.last, kOn) ? form.last + 1 : form.last;
  std::optional<TimeForm> beside = match_calendar(scan, day);
  if (!beside || (beside->weekday == 0 && beside->day == 0)) beside = match_relative(scan, day);
  if (beside && (beside->weekday > 0 || beside->day > 0 || beside->rule == "time.day_word")) {
    form = *beside;
  }
  form.kind = TimeKind::kTime;
  form.part = static_cast<DayPart>(scan.at(part).value);
  return form;
}

// "the week of March 6", "the week beginning 6 March".
std::optional<TimeForm> match_week_of(const Scan& scan, uint32_t at) {
  const uint32_t noun = scan.is(at, kThe) ? at + 1 : at;
  if (noun == at || !is_unit(scan, noun, TimeUnit::kWeek) || !scan.is(noun, kUnit)) {
    return std::nullopt;
  }
  const std::string_view word = scan.of(noun + 1);
  if (!scan.is(noun + 1, kOf) && !scan.is(noun + 1, kStart) && word != "starting" &&
      word != "ending" && word != "ended") {
    return std::nullopt;
  }
  std::optional<TimeForm> day = match_calendar(scan, noun + 2);
  if (!day || day->day == 0 || day->kind != TimeKind::kDate) return std::nullopt;
  day->week_of = true;
  day->rule = "time.week_of";
  return day;
}

std::optional<TimeForm> match_with_part(const Scan& scan, uint32_t at) {
  const uint32_t core = skip_part(scan, at);
  if (core == at) return std::nullopt;
  std::optional<TimeForm> form = match_core(scan, core);
  const TimeWord lead = scan.at(scan.is(at, kThe) ? at + 1 : at).word;
  if (!form || form->shape == TimeShape::kAmount) {
    if (auto part = match_part_of_unit(scan, core)) form = part;
  }
  if (!form && scan.is(core, kPart) && lead == kMid) return std::nullopt;
  if (!form || !is_stretch(*form)) return std::nullopt;
  if (lead == kEnd && form->rule == "time.part_of_unit" && form->unit == TimeUnit::kDay) {
    return std::nullopt;  // "at the end of the day" is a saying
  }
  if ((lead == kEarlier || lead == kLater) && form->shape == TimeShape::kDate &&
      form->weekday == 0 && form->select == TimeForm::kNoShift) {
    return std::nullopt;  // "a decade earlier 1990 was"
  }
  if (scan.joins(core - 1, '-') && form->shape == TimeShape::kOffset) return std::nullopt;
  return form;
}

}  // namespace

// "told Today", "on Radio Velm's This Morning": a capital where the words around have none.
bool is_title(const Scan& scan, uint32_t at) {
  if (at == 0 || scan.at(at - 1).kind != PieceKind::kWord) return false;
  if (!scan.at(at).capital) return false;
  if (scan.is(at, kClockWord)) return true;  // a surname, a film
  if (scan.at(at - 1).capital) return false;
  switch (scan.at(at).word) {
    case kToday:
    case kTonight:
    case kTomorrow:
    case kYesterday:
      return true;
    case kThis:
      return scan.at(at + 1).capital;
    default:
      return false;
  }
}

std::optional<TimeForm> match_time(const Scan& scan, uint32_t at) {
  if (is_title(scan, at)) return std::nullopt;
  std::optional<TimeForm> best = match_core(scan, at);
  if (auto form = match_with_part(scan, at)) keep_longer(best, form);
  keep_longer(best, match_part_of_day(scan, at));
  keep_longer(best, match_week_of(scan, at));
  keep_longer(best, match_mid_part(scan, at));
  if (const uint32_t core = skip_measure(scan, at); core != at) {
    const auto form = match_core(scan, core);
    const bool counted = form && (form->shape == TimeShape::kAmount || form->rule == "time.ago" ||
                                  form->rule == "time.earlier" || form->rule == "time.later");
    const bool range = form && form->rule == "time.range";  // "over the past two years"
    if (counted && !range && !scan.is(core, kUnits)) keep_longer(best, form);
  }
  if (scan.is(at, kThe)) {
    const auto form = match_core(scan, at + 1);
    if (form && takes_article(*form, scan, at + 1)) keep_longer(best, form);
  }
  const bool counted = best && (best->shape == TimeShape::kAmount || best->unit == TimeUnit::kYear);
  if (counted && scan.is(best->last, kOr) && scan.is(best->last + 1, kSo)) {
    best->last += 2;  // "the next two years or so"
  }
  return best;
}

}  // namespace demarche
