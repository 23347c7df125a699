// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/time_form.h"

// Lengths of time and repeated times.

namespace demarche {

bool ends_clause(const Scan& scan, uint32_t at) {
  if (at >= scan.size()) return true;
  const TimePiece& piece = scan.at(at);
  return piece.kind == PieceKind::kMark && piece.mark != '-' && piece.mark != '(' &&
         piece.mark != '\'' && piece.mark != '"';
}

namespace {

using enum TimeWord;

TimeUnit unit_of(const Scan& scan, uint32_t at) { return static_cast<TimeUnit>(scan.at(at).value); }
bool is_unit_word(const Scan& scan, uint32_t at) {
  return scan.is(at, kUnit) || scan.is(at, kUnits);
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
  if (before.word == kTimes || before.word == kUnits || before.kind == PieceKind::kNumber ||
      before.word == kCardinal || before.mark == '%') {
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
  const bool ahead = scan.of(at + 1) == "ahead";
  const bool followed = scan.is(at + 1, kThat) && scan.of(at + 2) == "followed";
  if ((ahead || followed) && form.unit >= TimeUnit::kHour) {  // "the weeks ahead"
    form.last += ahead ? 1 : 0;
    form.side = ahead ? TimeSide::kForward : TimeSide::kNone;
    form.rule = "time.range";
    return form;
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

}  // namespace

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
  bool half = false;
  if (!hyphen && scan.is(next, kAnd)) {  // "two and a half years"
    const uint32_t noun = scan.is(next + 1, kArticle) ? next + 2 : next + 1;
    half = scan.is(noun, kHalf) && scan.is(noun + 1, kUnits);
    if (half) next = noun + 1;
  }
  for (int step = 0; step < 2 && !hyphen; ++step) {
    const TimeWord word = scan.at(next).word;
    if (word != kMore && word != kAdditional && word != kConsecutive && word != kFull &&
        word != kFiscal) {
      break;
    }
    ++next;
  }
  const TimePiece& between = scan.at(next);
  if (!hyphen && !count->article && between.kind == PieceKind::kWord && !between.capital &&
      between.word == kNone && scan.is(next + 1, kUnits) && count->count > 1) {
    ++next;  // "ten brutal months"
  }
  if (!is_unit_word(scan, next)) return std::nullopt;
  TimeForm form{.last = next + 1,
                .shape = TimeShape::kAmount,
                .kind = TimeKind::kDuration,
                .rule = "time.length"};
  form.unit = unit_of(scan, next);
  form.count = count->count;
  form.tenths = half ? 5 : count->tenths;
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
    const bool rate = count->article && at > 0 && scan.is(at - 1, kUnits);  // "six days a week"
    if (auto turned = rate ? std::nullopt : read_direction(scan, form)) return turned;
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
  if (const auto count = read_count(scan, at); count && scan.of(count->last) == "times") {
    return match_set(scan, count->last);  // "three times a month"
  }
  TimeForm form{
      .last = at + 1, .shape = TimeShape::kSet, .kind = TimeKind::kSet, .rule = "time.set"};
  switch (piece.word) {
    case kDaily:
      if ((piece.capital && at > 0) || scan.at(at + 1).capital) {
        return std::nullopt;  // a newspaper's name
      }
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
    case kPart:  // "at night"
      if (at == 0 || !scan.is(at - 1, kAt) || scan.joins(at + 1, '-') ||
          static_cast<DayPart>(piece.value) != DayPart::kNight) {
        return std::nullopt;
      }
      form.part = DayPart::kNight;
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

}  // namespace demarche
