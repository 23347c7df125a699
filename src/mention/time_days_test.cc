// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/time_days.h"

#include <gtest/gtest.h>

#include <vector>

#include "mention/time_holiday.h"

namespace demarche {
namespace {

constexpr int kHolidays = static_cast<int>(Holiday::kThanksgiving);

std::string days_of(const ResolvedTime& time) {
  return time.value + " " + (time.days.from ? format_date(*time.days.from) : "-") + " " +
         (time.days.to ? format_date(*time.days.to) : "-");
}

TEST(TimeDays, CountYearsThroughTheEra) {
  EXPECT_EQ(format_year(1), "0001");
  EXPECT_EQ(format_year(0), "BC0001");
  EXPECT_EQ(format_year(-479), "BC0480");
  EXPECT_EQ(days_of(at_year(0)), "BC0001 BC0001-01-01 BC0001-12-31");
  EXPECT_EQ(days_of(at_month(-479, 7)), "BC0480-08 BC0480-08-01 BC0480-08-31");
  EXPECT_EQ(days_of(at_decade(-474)), "BC047 BC0479-01-01 BC0470-12-31");
  EXPECT_EQ(at_century(-350).value, "BC03");
}

TEST(TimeDays, GiveStretchesTheirFirstAndLastDay) {
  EXPECT_EQ(days_of(at_month(2031, 12)), "2032-01 2032-01-01 2032-01-31");
  EXPECT_EQ(days_of(at_month(2032, -1)), "2031-12 2031-12-01 2031-12-31");
  EXPECT_EQ(days_of(at_month(2032, 1)), "2032-02 2032-02-01 2032-02-29");
  EXPECT_EQ(days_of(at_quarter(2031, -1)), "2030-Q4 2030-10-01 2030-12-31");
  EXPECT_EQ(days_of(at_half(2031, 2)), "2031-H2 2031-07-01 2031-12-31");
  EXPECT_EQ(days_of(at_season(2031, 4)), "2031-WI 2031-12-01 2032-02-29");
  EXPECT_EQ(days_of(at_decade(1995)), "199 1990-01-01 1999-12-31");
  EXPECT_EQ(days_of(at_century(1850)), "18 1800-01-01 1899-12-31");
  EXPECT_EQ(at_year(10'000).value, "XXXX");
}

TEST(TimeDays, KeepOpenWhatTheTextDidNotTell) {
  const auto month = at_month(1998, 9);
  const ToldTime told{month.days, month.unit, 0};
  EXPECT_EQ(somewhere_in(told, TimeUnit::kDay).value, "1998-10-XX");
  const auto year = at_year(1998);
  EXPECT_EQ(somewhere_in({year.days, year.unit, 0}, TimeUnit::kDay).value, "1998-XX-XX");
  EXPECT_EQ(somewhere_in({year.days, year.unit, 0}, TimeUnit::kWeek).value, "1998-WXX");
  EXPECT_EQ(somewhere_in({year.days, year.unit, 0}, TimeUnit::kMonth).value, "1998-XX");
}

// Every day of some years at either end of the calendar and around leap days.
TEST(TimeDays, WeeksHoldTheirDayAndBeginOnMondays) {
  for (const int year : {-480, 1, 1900, 2000, 2031, 2032, 9998}) {
    for (Day day = *day_in(year, 1, 1); day <= *day_in(year, 12, 31); day += std::chrono::days{1}) {
      const auto week = at_week(day);
      ASSERT_EQ(iso_weekday(*week.days.from), 1u);
      ASSERT_EQ(days_between(*week.days.to, *week.days.from), 6);
      ASSERT_TRUE(*week.days.from <= day && day <= *week.days.to);
    }
  }
}

TEST(TimeDays, AddMonthsWithinTheMonth) {
  const Day last = *day_in(2031, 1, 31);
  EXPECT_EQ(format_date(*add_units(last, TimeUnit::kMonth, 1)), "2031-02-28");
  EXPECT_EQ(format_date(*add_units(last, TimeUnit::kMonth, 13)), "2032-02-29");
  EXPECT_EQ(format_date(*add_units(*day_in(2032, 2, 29), TimeUnit::kYear, 1)), "2033-02-28");
  EXPECT_EQ(format_date(*add_units(*day_in(1, 1, 1), TimeUnit::kYear, -1)), "BC0001-01-01");
  EXPECT_EQ(add_units(last, TimeUnit::kCentury, 90), std::nullopt);
  for (int months = -600; months <= 600; ++months) {
    const auto day = add_units(*day_in(2031, 5, 15), TimeUnit::kMonth, months);
    ASSERT_TRUE(day);
    ASSERT_EQ(add_units(*day, TimeUnit::kMonth, -months), day_in(2031, 5, 15));
  }
}

TEST(Holidays, FallInTheirYear) {
  for (int holiday = 1; holiday <= kHolidays; ++holiday) {
    for (int year = 1583; year <= 9999; year += 7) {
      const auto day = holiday_in(static_cast<Holiday>(holiday), year);
      ASSERT_TRUE(day) << holiday << " " << year;
      ASSERT_EQ(year_of(*day), year);
    }
  }
}

TEST(Holidays, KnowEaster) {
  const std::vector<std::pair<int, const char*>> rows = {{1818, "1818-03-22"},
                                                         {1961, "1961-04-02"},
                                                         {2000, "2000-04-23"},
                                                         {2031, "2031-04-13"},
                                                         {2038, "2038-04-25"}};
  for (const auto& [year, day] : rows) {
    EXPECT_EQ(format_date(*holiday_in(Holiday::kEaster, year)), day);
    EXPECT_EQ(iso_weekday(*holiday_in(Holiday::kGoodFriday, year)), 5u);
  }
}

}  // namespace
}  // namespace demarche
