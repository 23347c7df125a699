// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "mention/mention.h"
#include "mention/time_scan.h"

namespace demarche {
namespace {

bool is_word_char(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z' ? true : (c >= '0' && c <= '9') || byte > 127;
}

// Words and marks, a sentence a line: enough of a tokenizer for rules that read bytes and verbs.
struct Cut {
  Article article;
  Tokens tokens;
};

Cut cut(const std::string& text) {
  Cut out;
  out.article.text = Text(text);
  const std::string_view all = out.article.text.view();
  out.article.blocks.push_back({Span{0, static_cast<uint32_t>(all.size())}});
  uint32_t first = 0;
  const auto close = [&](uint32_t number) {
    const auto last = static_cast<uint32_t>(out.tokens.tokens.size());
    if (last == first) return;
    out.tokens.sentences.push_back({out.tokens.span_of(first, last), first, last, 0});
    for (uint32_t i = first; i < last; ++i) out.tokens.sentence_of.push_back(number);
    first = last;
  };
  for (uint32_t at = 0; at < all.size();) {
    if (all[at] == '\n') close(static_cast<uint32_t>(out.tokens.sentences.size()));
    if (all[at] == ' ' || all[at] == '\n') {
      ++at;
      continue;
    }
    uint32_t end = at + 1;
    while (is_word_char(all[at]) && end < all.size() && is_word_char(all[end])) ++end;
    out.tokens.tokens.push_back({Span{at, end}, true});
    std::string lower(all.substr(at, end - at));
    std::ranges::transform(lower, lower.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    out.tokens.lower.push_back(std::move(lower));
    at = end;
  }
  close(static_cast<uint32_t>(out.tokens.sentences.size()));
  return out;
}

std::vector<TimeMention> times_of(const Cut& page, const std::string& today) {
  return find_times(page.article, page.tokens, {}, parse_day(today), {});
}

// All times of a text as "words=value", joined by "; ".
std::string read(const std::string& text, const std::string& today) {
  const Cut page = cut(text);
  std::string out;
  for (const TimeMention& time : times_of(page, today)) {
    if (!out.empty()) out += "; ";
    out += std::string(page.article.text.of(time.span)) + "=" + time.value;
  }
  return out;
}

struct Row {
  const char* text;
  const char* times;
};

// The page is of Friday 2022-01-14 in every row.
constexpr const char* kToday = "2022-01-14";

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(read(row.text, kToday), row.times) << row.text;
}

TEST(Times, ReadsDaysInAllTheirForms) {
  check({
      {"The pact was signed on January 14, 2022 in Velmark.", "January 14, 2022=2022-01-14"},
      {"It was signed on 14 January 2019.", "14 January 2019=2019-01-14"},
      {"It was signed on 14 January.", "14 January=2022-01-14"},
      {"Talks began on Jan. 2 in the capital.", "Jan. 2=2022-01-02"},
      {"Talks began on Jan 2.", "Jan 2=2022-01-02"},
      {"Dated 2022-01-14 and sealed.", "2022-01-14=2022-01-14"},
      {"Dated 14/01/2022 and sealed.", "14/01/2022=2022-01-14"},
      {"Dated 01/14/2022 and sealed.", "01/14/2022=2022-01-14"},
      {"Dated 14.01.2022 and sealed.", "14.01.2022=2022-01-14"},
      {"He spoke on the 14th of January.", "the 14th of January=2022-01-14"},
      {"He spoke on March 3rd, 2021.", "March 3rd, 2021=2021-03-03"},
      {"The drill ran January 3-7 near Ostrel.", "January 3=2022-01-03; 7=2022-01-07"},
      {"The drill ran 3-7 January near Ostrel.", "3=2022-01-03; 7 January=2022-01-07"},
      {"He left on Tuesday, January 11.", "Tuesday, January 11=2022-01-11"},
      {"The court ruled on December 20.", "December 20=2021-12-20"},
      {"They will meet on March 20.", "March 20=2022-03-20"},
      {"They met on November 3.", "November 3=2021-11-03"},
      {"She was born on Christmas Eve 1970.", "Christmas Eve 1970=1970-12-24"},
      {"It was closed on New Year's Day.", "New Year's Day=2022-01-01"},
  });
}

TEST(Times, ReadsLongerStretches) {
  check({
      {"The war of 1987 ended badly.", "1987=1987"},
      {"It was founded in the 1990s.", "the 1990s=199"},
      {"The mid-1990s were quiet.", "The mid-1990s=199"},
      {"A treaty from the '90s.", "the '90s=199"},
      {"A fort of the 19th century.", "the 19th century=18"},
      {"A twentieth-century treaty.", "twentieth-century=19"},
      {"In December 2021 the border closed.", "December 2021=2021-12"},
      {"The border closed in December.", "December=2021-12"},
      {"The border will open in March.", "March=2022-03"},
      {"Exports fell in the third quarter of 2021.", "the third quarter of 2021=2021-Q3"},
      {"Exports fell in Q3 2021.", "Q3 2021=2021-Q3"},
      {"Exports fell in the fourth quarter.", "the fourth quarter=2021-Q4"},
      {"Exports fell in the first half of 2021.", "the first half of 2021=2021-H1"},
      {"It began in the summer of 2008.", "the summer of 2008=2008-SU"},
      {"It began last summer.", "last summer=2021-SU"},
      {"By the end of 2023 it will be ready.", "the end of 2023=2023"},
      {"It was built in 264 BC by sailors.", "264 BC=BC0264"},
      {"June last year was calm.", "June last year=2021-06"},
  });
}

TEST(Times, CountsFromThePage) {
  check({
      {"He left yesterday.", "yesterday=2022-01-13"},
      {"He left yesterday morning.", "yesterday morning=2022-01-13TMO"},
      {"She speaks today.", "today=2022-01-14"},
      {"Parliament sits tomorrow.", "tomorrow=2022-01-15"},
      {"They arrive tonight.", "tonight=2022-01-14TNI"},
      {"Talks this week stalled.", "this week=2022-W02"},
      {"He resigned last week.", "last week=2022-W01"},
      {"They meet next week.", "next week=2022-W03"},
      {"He resigned last month.", "last month=2021-12"},
      {"He resigned last year.", "last year=2021"},
      {"They meet next month.", "next month=2022-02"},
      {"It opened earlier this month.", "earlier this month=2022-01"},
      {"It ended late last year.", "late last year=2021"},
      {"He came two days ago.", "two days ago=2022-01-12"},
      {"He came three weeks ago.", "three weeks ago=2021-W51"},
      {"He came ten years ago.", "ten years ago=2012"},
      {"He came a few days ago.", "a few days ago=PXD"},
      {"It opens six months from now.", "six months from now=2022-07"},
      {"He flew in the day before yesterday.", "the day before yesterday=2022-01-12"},
      {"They rallied this weekend.", "this weekend=2022-W02-WE"},
  });
}

TEST(Times, TakesTheSideOfAWeekdayFromTheClause) {
  check({
      {"He led the talks on Monday.", "Monday=2022-01-10"},
      {"He left on Friday.", "Friday=2022-01-14"},
      {"They will meet on Monday.", "Monday=2022-01-17"},
      {"The envoys are due to meet on Monday.", "Monday=2022-01-17"},
      {"The vote is scheduled for Wednesday.", "Wednesday=2022-01-19"},
      {"On Monday the council will vote.", "Monday=2022-01-17"},
      {"The truce holds until Sunday.", "Sunday=2022-01-16"},
      {"An answer may come as early as Monday.", "Monday=2022-01-17"},
      {"Troops were preparing to leave on Thursday, he said.", "Thursday=2022-01-13"},
      {"He met her last Friday.", "last Friday=2022-01-07"},
      {"They meet next Monday.", "next Monday=2022-01-17"},
      {"They vowed to appeal Wednesday's ruling.", "Wednesday=2022-01-12"},
      {"She is away and not free before Monday.", "Monday=2022-01-17"},
      {"He invited both sides to a meeting on Sunday.", "Sunday=2022-01-16"},
      {"It abolished tolls from the first of June.", "the first of June=2022-06-01"},
      {"He was shot on Monday night.", "Monday night=2022-01-10TNI"},
      {"He resigned on Monday last week.", "Monday last week=2022-01-03"},
  });
}

TEST(Times, CountsFromWhatWasTold) {
  check({
      {"He fled on December 1, 2021.\nTwo days later he was back.",
       "December 1, 2021=2021-12-01; Two days later=2021-12-03"},
      {"He fled on December 1, 2021.\nThe following day he was back.",
       "December 1, 2021=2021-12-01; The following day=2021-12-02"},
      {"The war began in 1950.\nThree years later it ended.", "1950=1950; Three years later=1953"},
      {"He fled on January 3.\nHours later the port was shut.",
       "January 3=2022-01-03; Hours later=PTXH"},
      {"He fled on January 3.\nThat day the port was shut.",
       "January 3=2022-01-03; That day=2022-01-03"},
  });
}

TEST(Times, ReadsLengthsAndSets) {
  check({
      {"They spoke for three hours.", "three hours=PT3H"},
      {"He waited for a decade.", "a decade=P10Y"},
      {"It marks 75 years of peace.", "75 years=P75Y"},
      {"It was a two-week drill.", "two-week=P2W"},
      {"They fought for more than two years.", "more than two years=P2Y"},
      {"They talked for 5 1/2 hours.", "5 1/2 hours=PT5H30M"},
      {"They fought for years.", "years=PXY"},
      {"He answered within hours.", "hours=PTXH"},
      {"Trade grew in the past two years.", "the past two years=P2Y"},
      {"Trade may grow over the next three months.", "the next three months=P3M"},
      {"He left three days after the vote.", "three days=P3D"},
      {"The council meets every Monday.", "every Monday=XXXX-WXX-1"},
      {"The pact is renewed annually.", "annually=P1Y"},
      {"They report every two weeks.", "every two weeks=P2W"},
      {"Ships call twice a week.", "twice a week=P1W"},
      {"They rally on Tuesday nights.", "Tuesday nights=XXXX-WXX-2TNI"},
  });
}

TEST(Times, ReadsTheClock) {
  check({
      {"He spoke at 9:30 a.m. in Velm.", "9:30 a.m.=2022-01-14T09:30"},
      {"He spoke at 3 p.m. EST on Monday.", "3 p.m. EST on Monday=2022-01-10T15:00"},
      {"The raid began at 14:05 local time.", "14:05 local time=2022-01-14T14:05"},
      {"The raid began at 0735 GMT.", "0735 GMT=2022-01-14T07:35"},
      {"Guns fell silent at noon yesterday.", "noon yesterday=2022-01-13T12:00"},
      {"He rose at 9.30am.", "9.30am=2022-01-14T09:30"},
  });
}

TEST(Times, ReadsVagueWords) {
  check({
      {"The ministry is now silent.", "now=PRESENT_REF"},
      {"It is currently closed.", "currently=PRESENT_REF"},
      {"Velmark has so far refused.", "so far=PAST_REF"},
      {"He recently resigned.", "recently=PAST_REF"},
      {"Talks will resume soon.", "soon=FUTURE_REF"},
      {"No meeting is planned in the near future.", "the near future=FUTURE_REF"},
      {"No meeting is planned in the future.", "the future=FUTURE_REF"},
  });
}

TEST(Times, LeavesOtherWordsAlone) {
  check({
      {"2 mins read", ""},
      {"The 44-year-old envoy spoke.", ""},
      {"He is 52 years old.", ""},
      {"You may march against the second court.", ""},
      {"Some 2000 people marched.", ""},
      {"It cost $1990 and 5% more.", ""},
      {"They won 3-2 and lost 10:8.", ""},
      {"The fall of the city shook him.", ""},
      {"May I ask why? March on.", ""},
      {"Three-quarters of the fleet sank.", ""},
      {"So far away from home.", ""},
      {"Call 555-1234 or room 19.", ""},
      {"", ""},
      {"'", ""},
      {"-", ""},
  });
}

TEST(Times, CountsBackFromTheEventJustTold) {
  const Cut page = cut("They left on Thursday.\nThat was only a week after the landing.");
  const auto times = times_of(page, kToday);
  ASSERT_EQ(times.size(), 2u);
  EXPECT_EQ(times[1].value, "P1W");
  EXPECT_EQ(times[1].days.from, parse_day("2022-01-06"));
  EXPECT_EQ(times[1].days.to, parse_day("2022-01-06"));
}

TEST(Times, LeavesALengthOpenWhereItsEventHasNoDay) {
  const auto times = times_of(cut("He left three days after the vote."), kToday);
  ASSERT_EQ(times.size(), 1u);
  EXPECT_EQ(times[0].days, DayRange());
  EXPECT_EQ(times[0].evidence.rejected.size(), 1u);
}

TEST(Times, GivesFirstAndLastDay) {
  const auto range = [](const char* text) {
    const auto times = times_of(cut(text), kToday);
    return times.empty() ? DayRange{} : times[0].days;
  };
  EXPECT_EQ(range("this week"), (DayRange{parse_day("2022-01-10"), parse_day("2022-01-16")}));
  EXPECT_EQ(range("last month"), (DayRange{parse_day("2021-12-01"), parse_day("2021-12-31")}));
  EXPECT_EQ(range("the 1990s"), (DayRange{parse_day("1990-01-01"), parse_day("1999-12-31")}));
  EXPECT_EQ(range("in the past two years"),
            (DayRange{parse_day("2020-01-14"), parse_day("2022-01-14")}));
  EXPECT_EQ(range("so far"), (DayRange{std::nullopt, parse_day("2022-01-14")}));
  EXPECT_EQ(range("the near future"), (DayRange{parse_day("2022-01-14"), std::nullopt}));
}

TEST(Times, SaysWhenAYearStandsInAName) {
  const auto times = times_of(cut("He recalled the 1962 Harbour Crisis."), kToday);
  ASSERT_EQ(times.size(), 1u);
  EXPECT_EQ(times[0].value, "1962");
  EXPECT_EQ(times[0].evidence.rule, "time.year_in_name");
  const auto plain = times_of(cut("In 2004 Harbour Bank closed."), kToday);
  ASSERT_EQ(plain.size(), 1u);
  EXPECT_EQ(plain[0].evidence.rule, "time.year");
}

TEST(Times, KeepsTheOtherReadingOfAWeekday) {
  const auto times = times_of(cut("They will meet on Monday."), kToday);
  ASSERT_EQ(times.size(), 1u);
  ASSERT_EQ(times[0].evidence.rejected.size(), 1u);
  EXPECT_EQ(times[0].evidence.rejected[0].reading, "2022-01-10");
}

TEST(Times, LeavesTheYearOpenWithoutADayOfThePage) {
  EXPECT_EQ(read("He left on January 2.", ""), "January 2=XXXX-01-02");
  EXPECT_EQ(read("He left on Monday.", ""), "Monday=XXXX-WXX-1");
  EXPECT_EQ(read("He left last week.", ""), "last week=PAST_REF");
  EXPECT_EQ(read("He left at noon.", ""), "noon=XXXX-XX-XXT12:00");
}

TEST(Times, KindsHaveTheWordsOfTheContract) {
  EXPECT_EQ(name_of(TimeKind::kDate), "date");
  EXPECT_EQ(name_of(TimeKind::kTime), "time");
  EXPECT_EQ(name_of(TimeKind::kDuration), "duration");
  EXPECT_EQ(name_of(TimeKind::kSet), "set");
}

// Laws over texts glued from every kind of word: spans lie inside their sentence and ascend, each
// has a value and a rule, and the same text gives the same rows.
TEST(Times, KeepsTheLawsOnGluedWords) {
  const std::vector<std::string> parts = {"the",
                                          "last",
                                          "9999",
                                          "Monday",
                                          "of",
                                          "May",
                                          "31",
                                          "-",
                                          "/",
                                          "'",
                                          "90",
                                          "s",
                                          "a",
                                          "two",
                                          "hundred",
                                          "thousand",
                                          "quarter",
                                          "years",
                                          "ago",
                                          "until",
                                          "Feb",
                                          ".",
                                          "30",
                                          "10:35",
                                          "p.m.",
                                          "99999999999999999999",
                                          "century",
                                          "21st",
                                          "\xE2\x80\x99",
                                          "\xC3\xA9",
                                          "Q4",
                                          "later",
                                          "2022",
                                          "BC",
                                          "now",
                                          "week",
                                          "end",
                                          "\n",
                                          "fiscal",
                                          "0001",
                                          "12",
                                          ",",
                                          "every",
                                          "half",
                                          "and"};
  uint32_t state = 7;
  for (int round = 0; round < 1500; ++round) {
    std::string text;
    for (int i = 0; i < 14; ++i) {
      state = state * 1664525u + 1013904223u;
      text += parts[(state >> 8U) % parts.size()];
      if ((state >> 30U) != 0) text += ' ';
    }
    const Cut page = cut(text);
    const auto times = times_of(page, round % 7 == 0 ? "" : "2024-02-29");
    uint32_t end = 0;
    for (const TimeMention& time : times) {
      ASSERT_FALSE(time.span.empty()) << text;
      ASSERT_LE(end, time.span.begin) << text;
      ASSERT_LE(time.span.end, text.size()) << text;
      ASSERT_LT(time.first, time.last) << text;
      ASSERT_LE(time.last, page.tokens.size()) << text;
      ASSERT_FALSE(time.value.empty()) << text;
      ASSERT_FALSE(time.evidence.rule.empty()) << text;
      if (time.days.from && time.days.to) {
        ASSERT_LE(*time.days.from, *time.days.to) << text;
      }
      end = time.span.end;
    }
    ASSERT_EQ(read(text, kToday), read(text, kToday));
  }
}

TEST(TimeScan, CutsFinerThanTokens) {
  Scan scan;
  const std::string text = "10-year 3pm 1990s a.m. 1,500 2.5 14.01.2022";
  scan_pieces(text, {0, static_cast<uint32_t>(text.size())}, scan);
  std::string out;
  for (uint32_t i = 0; i < scan.size(); ++i) out += std::string(scan.of(i)) + "|";
  EXPECT_EQ(out, "10|-|year|3|pm|1990|s|a.m.|1,500|2.5|14|.|01|.|2022|");
}

// Years long past, no weekday: the text tells what was, in its own order.
constexpr const char* kHistory =
    "The war began in 1941.\nIn 1942 it spread.\nIn 1943 a plague came.\nThe king fled in 1944.\n"
    "The isles fell in March 1945.\nThe fort held out until August 1946.\n";

std::string last_time(const std::string& text, const std::string& today) {
  const std::string all = read(text, today);
  const size_t at = all.rfind("; ");
  return at == std::string::npos ? all : all.substr(at + 2);
}

TEST(Times, FollowTheOrderOfAHistory) {
  const std::string history = kHistory;
  EXPECT_EQ(last_time(history + "In October they left.", kToday), "October=1946-10");
  EXPECT_EQ(last_time(history + "In January they left.", kToday), "January=1947-01");
  EXPECT_EQ(last_time(history + "The next day they left.", kToday), "The next day=1946-08-XX");
  EXPECT_EQ(last_time(history + "On Friday they left.", kToday), "Friday=XXXX-WXX-5");
  EXPECT_EQ(last_time("They met in 1941.\nIn October they left.", kToday), "October=2021-10");
}

TEST(Times, TakeNoAsideOfAHistoryForItsOrder) {
  const std::string text = std::string(kHistory) +
                           "Papers of 2005 tell why.\nThat is all they tell.\n"
                           "In September they left.\nIn 1947 and 1948 they ruled.";
  EXPECT_NE(read(text, kToday).find("September=1946-09"), std::string::npos);
}

TEST(Times, CountFromAnEarlierDateline) {
  EXPECT_EQ(last_time("OSTREL, January 12 (Agency) - They met yesterday.", kToday),
            "yesterday=2022-01-11");
  EXPECT_EQ(last_time("OSTREL, January 16 (Agency) - They met yesterday.", kToday),
            "yesterday=2022-01-13");
  EXPECT_EQ(last_time("OSTREL, January 12, 2020 (Agency) - They met yesterday.", ""),
            "yesterday=2020-01-11");
}

TEST(Times, ShowNoDaysBeforeTheYearOne) {
  const auto times = times_of(cut("It burned in April 480 BC."), kToday);
  ASSERT_EQ(times.size(), 1u);
  EXPECT_EQ(times[0].value, "BC0480-04");
  EXPECT_EQ(times[0].days, DayRange());
}

TEST(Times, SayWhatTheyCountFrom) {
  const auto rule = [](const char* text) {
    const auto times = times_of(cut(text), kToday);
    return times.empty() ? "" : times.back().evidence.rule;
  };
  EXPECT_EQ(rule("They met on Monday."), "time.weekday.published");
  EXPECT_EQ(rule("He fled on 3 March 2020.\nThe next day he died."), "time.relative_unit.told");
  EXPECT_EQ(rule("OSTREL, January 12 (Agency) - They met yesterday."), "time.day_word.dateline");
  EXPECT_EQ(rule("He fled in 2020."), "time.year");
}

// Many times of one long sentence take time in proportion to their number.
TEST(Times, ReadLongPages) {
  std::string text;
  for (int i = 0; i < 6000; ++i) text += "on 3 May, three days after the vote, until Monday, ";
  EXPECT_EQ(times_of(cut(text), kToday).size(), 18000u);
}

// A live page: each entry counts from its own day, what stands outside of them from the page's.
TEST(Times, CountFromTheEntryThatTheyStandIn) {
  Cut page = cut("They met on Sunday.\nThey met yesterday.\nThey will meet tomorrow.");
  const std::string_view text = page.article.text.view();
  const auto second = static_cast<uint32_t>(text.find("They met yes"));
  const auto third = static_cast<uint32_t>(text.find("They will"));
  page.article.blocks = {
      {.span = {0, second - 1}},
      {.span = {second, third - 1}, .time = "2031-03-14T00:30:00+01:00"},
      {.span = {third, static_cast<uint32_t>(text.size())}, .time = "2031-03-13T23:40:00+01:00"}};
  std::string values;
  for (const TimeMention& time : times_of(page, "2031-03-12")) values += time.value + " ";
  EXPECT_EQ(values, "2031-03-09 2031-03-13 2031-03-14 ");
}

}  // namespace
}  // namespace demarche
