// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <fmt/format.h>

#include "mention/time_days.h"
#include "mention/time_resolve.h"

// Lengths of time and repeated times.

namespace demarche {

std::string_view part_suffix(DayPart part) {
  switch (part) {
    case DayPart::kMorning:
      return "TMO";
    case DayPart::kAfternoon:
      return "TAF";
    case DayPart::kEvening:
      return "TEV";
    case DayPart::kNight:
      return "TNI";
    case DayPart::kNone:
      break;
  }
  return "";
}

std::string_view season_name(int season) {
  constexpr std::array<std::string_view, 5> kNames = {"", "SP", "SU", "FA", "WI"};
  return season >= 0 && season < 5 ? kNames[static_cast<size_t>(season)] : "";
}

ResolvedTime resolve_amount(const TimeForm& form, const TimeContext& context) {
  ResolvedTime out;
  out.value = format_length(form);
  if (form.side == TimeSide::kNone || form.unit == TimeUnit::kNone) return out;
  if (form.side == TimeSide::kAfterEvent || form.side == TimeSide::kBeforeEvent) {
    // "only two days after the landing": counts back from the event just told.
    const bool only = context.before == TimeWord::kOnly;
    const bool told = told_recently(context.told, context.sentence, 1) &&
                      context.told->unit == TimeUnit::kDay && context.told->days.from;
    if (!only || !told || form.vague_count) {
      out.rejected.push_back(
          {std::string(form.rule), "a day", "the day of the event it counts from is not known"});
      return out;
    }
    const int sign = form.side == TimeSide::kAfterEvent ? -1 : 1;
    const auto day = add_units(*context.told->days.from, form.unit, sign * form.count);
    out.days = {day, day};
    out.unit = TimeUnit::kNone;  // the length is no day that later words count from
    return out;
  }
  if (!context.today) return out;
  const bool back = form.side == TimeSide::kBackward;
  if (form.vague_count) {
    out.days = back ? DayRange{std::nullopt, context.today} : DayRange{context.today, std::nullopt};
    return out;
  }
  const int whole = form.count + (form.tenths > 0 ? 1 : 0);
  const auto end = add_units(*context.today, form.unit, back ? -whole : whole);
  out.days = back ? DayRange{end, context.today} : DayRange{context.today, end};
  return out;
}

ResolvedTime resolve_set(const TimeForm& form) {
  ResolvedTime out;
  const auto part = part_suffix(form.part);
  if (form.weekday > 0)
    out.value = fmt::format("XXXX-WXX-{}{}", form.weekday, part);
  else if (form.month > 0)
    out.value = fmt::format("XXXX-{:02}", form.month);
  else if (form.season > 0)
    out.value = fmt::format("XXXX-{}", season_name(form.season));
  else if (form.unit == TimeUnit::kNone)
    out.value = fmt::format("XXXX-XX-XX{}", part);
  else if (form.unit == TimeUnit::kWeekend)
    out.value = "XXXX-WXX-WE";
  else
    out.value = format_length(form);
  return out;
}

std::string format_length(const TimeForm& form) {
  struct Sign {
    std::string_view prefix;
    char letter;
    int factor;
    std::string_view smaller;  ///< unit of a fraction
    int parts;                 ///< of it in one
  };
  Sign sign{"P", 'D', 1, "", 0};
  switch (form.unit) {
    case TimeUnit::kSecond:
      sign = {"PT", 'S', 1, "", 0};
      break;
    case TimeUnit::kMinute:
      sign = {"PT", 'M', 1, "S", 60};
      break;
    case TimeUnit::kHour:
      sign = {"PT", 'H', 1, "M", 60};
      break;
    case TimeUnit::kDay:
      sign = {"P", 'D', 1, "", 0};
      break;
    case TimeUnit::kWeek:
      sign = {"P", 'W', 1, "", 0};
      break;
    case TimeUnit::kWeekend:
      sign = {"P", 'D', 2, "", 0};
      break;
    case TimeUnit::kFortnight:
      sign = {"P", 'W', 2, "", 0};
      break;
    case TimeUnit::kMonth:
      sign = {"P", 'M', 1, "", 0};
      break;
    case TimeUnit::kQuarter:
      sign = {"P", 'Q', 1, "", 0};
      break;
    case TimeUnit::kYear:
      sign = {"P", 'Y', 1, "M", 12};
      break;
    case TimeUnit::kDecade:
      sign = {"P", 'Y', 10, "", 0};
      break;
    case TimeUnit::kCentury:
      sign = {"P", 'Y', 100, "", 0};
      break;
    case TimeUnit::kNone:
      break;
  }
  if (form.vague_count) return fmt::format("{}X{}", sign.prefix, sign.letter);
  if (form.tenths == 0)
    return fmt::format("{}{}{}", sign.prefix, form.count * sign.factor, sign.letter);
  if (sign.parts == 0)
    return fmt::format("{}{}.{}{}", sign.prefix, form.count, form.tenths, sign.letter);
  const int rest = form.tenths * sign.parts / 10;
  if (form.count == 0) return fmt::format("{}{}{}", sign.prefix, rest, sign.smaller);
  return fmt::format("{}{}{}{}{}", sign.prefix, form.count, sign.letter, rest, sign.smaller);
}

}  // namespace demarche
