// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/time_form.h"

// Lengths of time, repeated times, times of the clock and vague words.

namespace demarche {
namespace {

using enum TimeWord;

TimeUnit unit_of(const Scan& scan, uint32_t at) { return static_cast<TimeUnit>(scan.at(at).value); }
bool is_unit_word(const Scan& scan, uint32_t at) {
  return scan.is(at, kUnit) || scan.is(at, kUnits);
}

bool ends_clause(const Scan& scan, uint32_t at) {
  if (at >= scan.size()) return true;
  const TimePiece& piece = scan.at(at);
  return piece.kind == PieceKind::kMark && piece.mark != '-' && piece.mark != '(' &&
         piece.mark != '\'' && piece.mark != '"';
}

TimeForm offset(TimeForm form, int sign, TimeAnchor anchor, uint32_t last, std::string_view rule) {
  form.shape = TimeShape::kOffset;
  const bool open = form.vague_count || form.unit <= TimeUnit::kHour;  // "days later"
  form.kind = open ? TimeKind::kDuration : TimeKind::kDate;
  form.shift = form.vague_count ? sign : sign * form.count;
  form.anchor = anchor;
  form.last = last;
  form.rule = rule;
  return form;
}

// What follows a length: "ago", "later", "from now", "after the vote".
std::optional<TimeForm> read_direction(const Scan& scan, TimeForm form) {
  uint32_t next = form.last;
  if (scan.is(next, kOr) && scan.is(next + 1, kSo)) next += 2;  // "a week or so ago"
  switch (scan.at(next).word) {
    case kAgo:
      return offset(form, -1, TimeAnchor::kToday, next + 1, "time.ago");
    case kEarlier:
    case kPrior:
    case kPreviously:
      if (scan.is(next + 1, kTo) || scan.is(next + 1, kThan)) break;
      return offset(form, -1, TimeAnchor::kReference, next + 1, "time.earlier");
    case kLater:
      return offset(form, 1, TimeAnchor::kReference, next + 1, "time.later");
    case kHence:
      return offset(form, 1, TimeAnchor::kToday, next + 1, "time.from_now");
    case kFrom:
      if (scan.is(next + 1, kNow) || scan.is(next + 1, kToday)) {
        return offset(form, 1, TimeAnchor::kToday, next + 2, "time.from_now");
      }
      break;
    case kBefore:
      if (ends_clause(scan, next + 1)) {
        return offset(form, -1, TimeAnchor::kReference, next + 1, "time.earlier");
      }
      form.side = TimeSide::kBeforeEvent;
      form.rule = "time.before_event";
      return form;
    case kAfter:
      if (ends_clause(scan, next + 1)) {
        return offset(form, 1, TimeAnchor::kReference, next + 1, "time.later");
      }
      form.side = TimeSide::kAfterEvent;
      form.rule = "time.after_event";
      return form;
    default:
      break;
  }
  return std::nullopt;
}

// "a year", "an hour" are lengths only where the words before say so.
bool article_counts(const Scan& scan, uint32_t at) {
  if (at == 0) return false;
  switch (scan.at(at - 1).word) {
    case kFor:
    case kIn:
    case kWithin:
    case kThan:
    case kOver:
    case kNearly:
    case kAlmost:
    case kAbout:
    case kAfter:
    case kHalf:
    case kLeast:
    case kAround:
    case kUp:
    case kUntil:
    case kOnly:
    case kOf:
      return true;
    default:
      return false;
  }
}

// "$5 million a year", "three flights a week".
bool follows_quantity(const Scan& scan, uint32_t at) {
  if (at == 0) return false;
  const TimePiece& before = scan.at(at - 1);
  if (before.word == kTimes || before.kind == PieceKind::kNumber || before.word == kCardinal ||
      before.mark == '%') {
    return true;
  }
  const std::string_view word = scan.of(at - 1);
  return word == "million" || word == "billion" || word == "percent" || word == "cents" ||
         word == "dollars" || word == "euros" || word == "tonnes" || word == "barrels";
}

// Bare plurals: "for years", "within hours", "days before".
std::optional<TimeForm> match_bare_units(const Scan& scan, uint32_t at) {
  TimeForm form{.last = at + 1,
                .shape = TimeShape::kAmount,
                .kind = TimeKind::kDuration,
                .rule = "time.units"};
  form.unit = unit_of(scan, at);
  form.vague_count = true;
  if (auto turned = read_direction(scan, form)) {
    if (turned->shape == TimeShape::kOffset || form.unit >= TimeUnit::kHour) return turned;
  }
  if (at == 0 || form.unit == TimeUnit::kSecond || scan.is(at + 1, kOf)) return std::nullopt;
  switch (scan.at(at - 1).word) {
    case kFor:
    case kIn:
    case kWithin:
      return form;
    case kOf:
      return at > 1 && scan.of(at - 2) == "matter" ? std::optional(form) : std::nullopt;
    default:
      return std::nullopt;
  }
}

bool is_read_length(const Scan& scan, uint32_t at) {
  return scan.is(at, kRead) && (scan.is(at - 1, kUnit) || scan.is(at - 1, kUnits));
}

std::optional<TimeForm> match_zone(const Scan& scan, TimeForm form) {
  if (scan.is(form.last, kZone))
    ++form.last;
  else if ((scan.of(form.last) == "local" || scan.at(form.last).capital) &&
           scan.is(form.last + 1, kTime))
    form.last += 2;  // "local time", "Velm time"
  return form;
}

// "10:35 a.m.", "3 p.m. EST", "14:30", "9.30am", "0735 GMT", "9 in the morning".
std::optional<TimeForm> match_figures_clock(const Scan& scan, uint32_t at) {
  const TimePiece& hour = scan.at(at);
  if (hour.grouped || hour.value > 2400) return std::nullopt;
  TimeForm form{.last = at + 1, .kind = TimeKind::kTime, .rule = "time.clock"};
  form.hour = hour.value;
  if (at > 0 && scan.is_glued(at) && scan.at(at - 1).mark != '(' && scan.at(at - 1).mark != '"') {
    return std::nullopt;
  }
  const bool colon = scan.joins(at + 1, ':') || scan.joins(at + 1, '.');
  if (colon && scan.is_number(at + 2) && scan.at(at + 2).digits == 2 && hour.digits <= 2 &&
      scan.at(at + 2).value < 60 && !scan.at(at + 2).grouped) {
    form.minute = scan.at(at + 2).value;
    form.last = at + 3;
    if (scan.joins(at + 3, ':') && scan.is_number(at + 4)) form.last = at + 5;
  } else if (hour.digits == 4 && hour.value % 100 < 60 &&
             (scan.is(at + 1, kZone) || scan.of(at + 1) == "hrs")) {
    form.hour = hour.value / 100;
    form.minute = hour.value % 100;
  } else if (hour.digits > 2) {
    return std::nullopt;
  }
  const bool has_half = scan.is(form.last, kAmPm) && form.hour >= 1 && form.hour <= 12;
  if (has_half) {
    form.hour = form.hour % 12 + scan.at(form.last).value;
    ++form.last;
  } else if (scan.is(form.last, kIn) && scan.is(form.last + 1, kThe) &&
             scan.is(form.last + 2, kPart) && form.hour <= 12) {
    const bool late = static_cast<DayPart>(scan.at(form.last + 2).value) != DayPart::kMorning;
    if (late && form.hour < 12) form.hour += 12;
    form.last += 3;
  } else if (form.minute < 0 || scan.is_mark(at + 1, '.')) {
    return std::nullopt;
  }
  if (form.hour > 24 || (form.hour == 24 && form.minute > 0)) return std::nullopt;
  const bool hours = is_unit_word(scan, form.last) && unit_of(scan, form.last) == TimeUnit::kHour;
  if (hours && !has_half) ++form.last;  // "05:30hrs"
  return match_zone(scan, form);
}

}  // namespace

std::optional<TimeForm> match_clock(const Scan& scan, uint32_t at) {
  std::optional<TimeForm> form;
  if (scan.is_number(at)) {
    form = match_figures_clock(scan, at);
  } else if (scan.is(at, kClockWord)) {
    form = TimeForm{.last = at + 1, .kind = TimeKind::kTime, .rule = "time.clock"};
    form->hour = scan.at(at).value;
    form->minute = 0;
    form = match_zone(scan, *form);
  }
  if (!form) return std::nullopt;
  // The day beside the clock: "3 p.m. EST, Nov. 9", "noon on Saturday", "9 a.m. tomorrow".
  uint32_t next = form->last;
  if (scan.is_mark(next, ',')) ++next;
  if (scan.is(next, kOn)) ++next;
  std::optional<TimeForm> day = match_calendar(scan, next);
  if (day && day->day == 0 && day->weekday == 0) day.reset();
  const TimeWord word = scan.at(next).word;
  if (!day && (word == kToday || word == kYesterday || word == kTomorrow)) {
    day = match_relative(scan, next);
  }
  if (!day || day->part != DayPart::kNone) return form;
  day->hour = form->hour;
  day->minute = form->minute;
  // "midnight Friday" ends the day, "midnight on 1 January" may begin it.
  if (scan.is(at, kClockWord) && form->hour == 0 && day->month == 0) day->hour = 24;
  day->kind = TimeKind::kTime;
  day->rule = "time.clock_day";
  return day;
}

std::optional<TimeForm> match_amount(const Scan& scan, uint32_t at) {
  if ((scan.is(at, kUnits) || scan.is(at, kUnit)) && scan.joins(at + 1, '-') &&
      scan.is(at + 2, kLong)) {  // "month-long", "decades-long"
    TimeForm form{.last = at + 3,
                  .shape = TimeShape::kAmount,
                  .kind = TimeKind::kDuration,
                  .rule = "time.length"};
    form.unit = unit_of(scan, at);
    form.vague_count = scan.is(at, kUnits);
    return form;
  }
  if (scan.is(at, kUnits)) return match_bare_units(scan, at);
  if (scan.is(at, kWeeklong)) {
    TimeForm form{.last = at + 1,
                  .shape = TimeShape::kAmount,
                  .kind = TimeKind::kDuration,
                  .rule = "time.length"};
    form.unit = unit_of(scan, at);
    return form;
  }
  const auto count = read_count(scan, at);
  if (!count) return std::nullopt;
  uint32_t next = count->last;
  const bool hyphen = scan.joins(next, '-');
  if (hyphen) ++next;
  for (int step = 0; step < 2 && !hyphen; ++step) {
    const TimeWord word = scan.at(next).word;
    if (word != kMore && word != kAdditional && word != kConsecutive && word != kFull &&
        word != kFiscal) {
      break;
    }
    ++next;
  }
  if (!is_unit_word(scan, next)) return std::nullopt;
  TimeForm form{.last = next + 1,
                .shape = TimeShape::kAmount,
                .kind = TimeKind::kDuration,
                .rule = "time.length"};
  form.unit = unit_of(scan, next);
  form.count = count->count;
  form.tenths = count->tenths;
  form.vague_count = count->vague;
  if (at > 0 && (scan.is_mark(at - 1, '$') || (scan.is_glued(at) && scan.is_mark(at - 1, '.')))) {
    return std::nullopt;
  }
  if (form.unit == TimeUnit::kQuarter &&
      (count->article || (hyphen && scan.is(next, kUnits)) || scan.is(form.last, kOf))) {
    return std::nullopt;  // a share: "three-quarters"
  }
  // "a minute and a half"
  if (scan.is(form.last, kAnd) && scan.is(form.last + 1, kArticle) &&
      scan.is(form.last + 2, kHalf)) {
    form.tenths = 5;
    form.last += 3;
  }
  // Ages and reading times are no times of the story.
  if (scan.is(form.last, kOld) || (scan.is_mark(form.last, '-') && scan.is(form.last + 1, kOld)) ||
      is_read_length(scan, form.last)) {
    return std::nullopt;
  }
  if (scan.is_mark(form.last, '\'') && scan.is(form.last + 1, kTime)) form.last += 2;
  if (!hyphen) {
    if (auto turned = read_direction(scan, form)) return turned;
    if (count->article) {
      if (scan.is_mark(form.last, '\'') || scan.is_mark(form.last, '-')) return std::nullopt;
      if (article_counts(scan, at)) return form;
      if (!follows_quantity(scan, at)) return std::nullopt;
      form.shape = TimeShape::kSet;
      form.kind = TimeKind::kSet;
      form.rule = "time.per_unit";
    }
  }
  return form;
}

std::optional<TimeForm> match_set(const Scan& scan, uint32_t at) {
  const TimePiece& piece = scan.at(at);
  TimeForm form{
      .last = at + 1, .shape = TimeShape::kSet, .kind = TimeKind::kSet, .rule = "time.set"};
  switch (piece.word) {
    case kDaily:
      if (piece.capital && at > 0) return std::nullopt;  // a newspaper's name
      form.unit = unit_of(scan, at);
      // "a quarterly dividend" says of what kind it is
      if (form.unit == TimeUnit::kQuarter && !ends_clause(scan, at + 1)) return std::nullopt;
      return form;
    case kWeekdays:
      if (!piece.capital) return std::nullopt;
      form.weekday = piece.value;
      return form;
    case kWeekday:
      if (!piece.capital || !scan.is(at + 1, kParts)) return std::nullopt;
      form.weekday = piece.value;
      form.part = static_cast<DayPart>(scan.at(at + 1).value);
      form.last = at + 2;
      return form;
    case kPer:  // "10,000 per day"
      if (!scan.is(at + 1, kUnit) || unit_of(scan, at + 1) <= TimeUnit::kHour) {
        return std::nullopt;  // a speed
      }
      form.unit = unit_of(scan, at + 1);
      form.rule = "time.per_unit";
      form.last = at + 2;
      return form;
    case kTimes:
      if (!scan.is(at + 1, kArticle) || !scan.is(at + 2, kUnit)) return std::nullopt;
      form.unit = unit_of(scan, at + 2);
      form.last = at + 3;
      return form;
    case kEvery:
    case kEach:
      break;
    default:
      return std::nullopt;
  }
  uint32_t next = at + 1;
  if (scan.is(next, kOther)) {
    form.count = 2;
    ++next;
  } else if (const auto count = read_count(scan, next); count && !count->article) {
    form.count = count->count;
    form.vague_count = count->vague;
    next = count->last;
  }
  form.last = next + 1;
  const TimePiece& noun = scan.at(next);
  if (noun.word == kUnit || noun.word == kUnits) {
    form.unit = unit_of(scan, next);
    return form;
  }
  if (noun.word == kWeekday && noun.capital) {
    form.weekday = noun.value;
    return form;
  }
  if (noun.word == kMonth && noun.capital) {
    form.month = noun.value;
    return form;
  }
  if (noun.word == kSeason) {
    form.season = noun.value;
    return form;
  }
  if (noun.word == kPart) {
    form.part = static_cast<DayPart>(noun.value);
    return form;
  }
  return std::nullopt;
}

namespace {

constexpr std::string_view kPresentRef = "PRESENT_REF";
constexpr std::string_view kPastRef = "PAST_REF";
constexpr std::string_view kFutureRef = "FUTURE_REF";

TimeForm vague(uint32_t last, std::string_view value) {
  TimeForm form{.last = last, .shape = TimeShape::kVague, .rule = "time.vague"};
  form.vague = value;
  return form;
}

// "now that", "now-famous", "by now": a connective or part of a word is no time.
bool is_present_now(const Scan& scan, uint32_t at) {
  if (scan.is(at + 1, kThat) || scan.joins(at + 1, '-')) return false;
  if (at == 0 && scan.is_mark(at + 1, ',')) return false;
  return true;
}

// "so far": up to the page; "so far away" measures space.
bool is_so_far(const Scan& scan, uint32_t at) {
  if (!scan.is(at + 1, kFar)) return false;
  const std::string_view next = scan.of(at + 2);
  return !scan.is(at + 2, kAs) && next != "away" && next != "apart" && next != "off" &&
         next != "beyond" && next != "south" && next != "north" && next != "east" &&
         next != "west" && !scan.is(at + 2, kFrom);
}

bool is_noun_end(const Scan& scan, uint32_t at) {
  return ends_clause(scan, at) ||
         (scan.at(at).kind == PieceKind::kWord && scan.at(at).word != kNone &&
          !is_unit_word(scan, at) && scan.at(at).word != kTerm);
}

}  // namespace

std::optional<TimeForm> match_vague(const Scan& scan, uint32_t at) {
  const uint32_t noun = scan.is(at, kThe) ? at + 1 : at;
  const TimeWord before = at > 0 ? scan.at(at - 1).word : kNone;
  const TimeWord word = scan.at(noun).word;
  const bool noun_like = word == kPresent || word == kMoment || word == kRecent ||
                         word == kFuture || word == kNear || word == kPast;
  if (noun > at && !noun_like) return std::nullopt;  // "the recently passed law"
  switch (word) {
    case kNow:
      return is_present_now(scan, at) ? std::optional(vague(at + 1, kPresentRef)) : std::nullopt;
    case kCurrent:
      return noun == at && scan.at(at + 1).kind == PieceKind::kWord && !scan.at(at + 1).capital &&
                     scan.at(at + 1).word == kNone
                 ? std::optional(vague(at + 1, kPresentRef))
                 : std::nullopt;
    case kRight:
      return scan.is(at + 1, kNow) ? std::optional(vague(at + 2, kPresentRef)) : std::nullopt;
    case kCurrently:
      return vague(at + 1, kPresentRef);
    case kThese:
      return scan.is(at + 1, kUnits) && unit_of(scan, at + 1) == TimeUnit::kDay
                 ? std::optional(vague(at + 2, kPresentRef))
                 : std::nullopt;
    case kPresent:
      return before == kAt && ends_clause(scan, noun + 1)
                 ? std::optional(vague(noun + 1, kPresentRef))
                 : std::nullopt;
    case kMoment:
      return before == kAt && noun > at ? std::optional(vague(noun + 1, kPresentRef))
                                        : std::nullopt;
    case kSo:
      return is_so_far(scan, at) ? std::optional(vague(at + 2, kPastRef)) : std::nullopt;
    case kDate:
      return before == kTo && ends_clause(scan, at + 1) ? std::optional(vague(at + 1, kPresentRef))
                                                        : std::nullopt;
    case kRecently:
      return vague(at + 1, kPastRef);
    case kMore:
      return scan.is(at + 1, kRecently) ? std::optional(vague(at + 2, kPastRef)) : std::nullopt;
    case kRecent:
      if (scan.is(noun + 1, kUnits)) {
        TimeForm form{.last = noun + 2,
                      .shape = TimeShape::kAmount,
                      .kind = TimeKind::kDuration,
                      .rule = "time.range"};
        form.unit = unit_of(scan, noun + 1);
        form.vague_count = true;
        form.side = TimeSide::kBackward;
        return form;
      }
      return std::nullopt;
    case kSoon:
      if (before == kAs && scan.is(at + 1, kAs)) {
        return scan.is(at + 2, kPossible) ? std::optional(vague(at + 3, kFutureRef)) : std::nullopt;
      }
      if (scan.is(at + 1, kAs) || scan.is(at + 1, kAfter) || scan.is(at + 1, kBefore) ||
          before == kSo) {
        return std::nullopt;
      }
      return vague(at + 1, kFutureRef);
    case kFuture:
      if (noun > at || before == kIn || before == kNear) {
        return is_noun_end(scan, noun + 1) && (noun > at ? !scan.is(noun + 1, kOf) : true)
                   ? std::optional(vague(noun + 1, kFutureRef))
                   : std::nullopt;
      }
      if (scan.is(noun + 1, kUnits)) return vague(noun + 2, kFutureRef);
      return std::nullopt;
    case kNear:
      return (scan.is(noun + 1, kFuture) || scan.is(noun + 1, kTerm)) && !scan.joins(noun + 1, '-')
                 ? std::optional(vague(noun + 2, kFutureRef))
                 : std::nullopt;
    case kPast:
      return noun > at && is_noun_end(scan, noun + 1) && before == kIn
                 ? std::optional(vague(noun + 1, kPastRef))
                 : std::nullopt;
    default:
      return std::nullopt;
  }
}

}  // namespace demarche
