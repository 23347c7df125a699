// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/time_form.h"

// Words that name no stretch of the calendar: "now", "recently", "in the near future".

namespace demarche {
namespace {

using enum TimeWord;

TimeUnit unit_of(const Scan& scan, uint32_t at) { return static_cast<TimeUnit>(scan.at(at).value); }
bool is_unit_word(const Scan& scan, uint32_t at) {
  return scan.is(at, kUnit) || scan.is(at, kUnits);
}

constexpr std::string_view kPresentRef = "PRESENT_REF";
constexpr std::string_view kPastRef = "PAST_REF";
constexpr std::string_view kFutureRef = "FUTURE_REF";

TimeForm vague(uint32_t last, std::string_view value) {
  TimeForm form{.last = last, .shape = TimeShape::kVague, .rule = "time.vague"};
  form.vague = value;
  return form;
}

// "now-famous", "Now, who is that?": part of a word or an opening is no time.
bool is_present_now(const Scan& scan, uint32_t at) {
  if (scan.joins(at + 1, '-')) return false;
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
  const std::string_view next = scan.of(at);
  const bool subject = next == "it" || next == "he" || next == "she" || next == "they" ||
                       next == "we" || next == "I" || next == "is" || next == "was";
  return subject || ends_clause(scan, at) ||
         (scan.at(at).kind == PieceKind::kWord && scan.at(at).word != kNone &&
          !is_unit_word(scan, at) && scan.at(at).word != kTerm);
}

}  // namespace

std::optional<TimeForm> match_vague(const Scan& scan, uint32_t at) {
  if (scan.is(at, kAs) && scan.is(at + 1, kSoon) && scan.is(at + 2, kAs) &&
      scan.is(at + 3, kPossible)) {
    return vague(at + 4, kFutureRef);
  }
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
    case kThis:  // "to this day"
      return before == kTo && scan.is(at + 1, kUnit) && unit_of(scan, at + 1) == TimeUnit::kDay
                 ? std::optional(vague(at + 2, kPresentRef))
                 : std::nullopt;
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
      if (scan.is(at + 1, kAs) || scan.is(at + 1, kAfter) || scan.is(at + 1, kBefore) ||
          before == kSo) {
        return std::nullopt;
      }
      return vague(at + 1, kFutureRef);
    case kFuture:
      if (scan.is(noun + 1, kUnits)) return vague(noun + 2, kFutureRef);
      if (noun > at && at > 0 && scan.of(at - 1) == "into") return vague(noun + 1, kFutureRef);
      if (noun > at || before == kIn || before == kNear) {
        return is_noun_end(scan, noun + 1) && (noun > at ? !scan.is(noun + 1, kOf) : true)
                   ? std::optional(vague(noun + 1, kFutureRef))
                   : std::nullopt;
      }
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
