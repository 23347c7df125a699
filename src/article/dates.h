// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <optional>
#include <string>
#include <string_view>

#include "base/day.h"

namespace demarche {

/// A date as a page writes it. `value` is an ISO instant where the page gives a time and an
/// offset, else the day.
struct FoundDate {
  std::string value;
  Day day;
  size_t begin = 0, end = 0;  ///< bytes of the text it was found in
};

/// The first date in a text: "2022-01-14T09:30:00+01:00", "Fri, 14 Jan 2022 09:30:00 GMT",
/// "January 14, 2022", "14. Januar 2022", "14 de enero de 2022", "14.01.2022", "2022/01/14".
/// Only years 1990 to 2099 are taken. "03/04/2022" is read day first unless `month_first`.
std::optional<FoundDate> find_date(std::string_view text, bool month_first = false);

/// True for a line that says a date and little else: "Updated: 14 January 2022, 09:30 GMT".
bool is_date_line(std::string_view line);

/// The day in the path of a URL: ".../2022/01/14/...", "...-2022-01-14...", ".../20220114/...".
std::optional<Day> find_url_day(std::string_view url);

}  // namespace demarche
