// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "mention/time_form.h"
#include "mention/time_resolve.h"

namespace demarche {

// Internal to find_times: see mention.h for the door. Stretches of the calendar and their values.
// Years count through the era as astronomers do: 1 BC is 0, 480 BC is -479. Rows show no days
// before the year 1.

std::optional<Day> day_in(int year, unsigned month, unsigned day);
std::string format_year(int year);  ///< "1998", "BC0480"
std::string format_date(Day day);   ///< "1998-08-07", "BC0480-08-15"

/// "T09:30", "TMO", or nothing.
std::string clock_suffix(const TimeForm& form);

ResolvedTime at_day(Day day, const TimeForm& form);
ResolvedTime at_week(Day day);                   ///< the week around the day
ResolvedTime at_weekend(Day day);                ///< the weekend of that week
ResolvedTime at_month(int year, int month);      ///< `month` counts from 0, may lie outside
ResolvedTime at_quarter(int year, int quarter);  ///< the same
ResolvedTime at_half(int year, int half);        ///< 1 or 2
ResolvedTime at_season(int year, int season);    ///< 1 spring .. 4 winter
ResolvedTime at_year(int year);
ResolvedTime at_decade(int year);   ///< the decade around the year
ResolvedTime at_century(int year);  ///< the century around the year

/// A stretch of which only the greater one around it is known: a day of that month, "1998-10-XX".
ResolvedTime somewhere_in(const ToldTime& told, TimeUnit unit);

/// The day `count` units from `day`; none beyond the calendar.
std::optional<Day> add_units(Day day, TimeUnit unit, int count);

int quarter_of(Day day);  ///< 0 .. 3
int days_between(Day later, Day earlier);

}  // namespace demarche
