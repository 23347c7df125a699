// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "base/strings.h"
#include "base/text.h"
#include "base/utf8.h"
#include "format/board.h"
#include "format/conllu.h"
#include "format/csv.h"
#include "format/days.h"
#include "format/explain.h"
#include "format/formats.h"
#include "format/jsonl.h"
#include "format/layout.h"
#include "format/report.h"
#include "format/wording.h"

namespace demarche {
namespace {

std::string file(const std::string& name) {
  std::ifstream in(std::string(DEMARCHE_SOURCE_DIR) + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// With DEMARCHE_UPDATE=1 in the environment the file is written anew.
void expect_file(const std::string& name, const std::string& text) {
  if (std::getenv("DEMARCHE_UPDATE") != nullptr) {
    std::ofstream(std::string(DEMARCHE_SOURCE_DIR) + "/" + name, std::ios::binary) << text;
  }
  EXPECT_EQ(file(name), text) << name;
}

SpanRow span_of(const RecordRow& record, std::string_view words) {
  const OffsetMap map(record.text);
  const auto at = static_cast<uint32_t>(record.text.find(words));
  return {map.code_point(at), map.code_point(at + static_cast<uint32_t>(words.size()))};
}

RecordRow two_voices() {
  RecordRow r;
  r.id = "nov-1";
  r.url = "https://herald.example/velmark";
  r.site = "The Velmark Herald";
  r.title = "Norvenia weighs its answer to Ostravia";
  r.published = DateRow{"2022-01-14", "url"};
  r.authors = {{"Ilse Tarn", "person"}, {"Pavo Lund", "person"}};
  r.text =
      "“Our troops will stay in Velmark as long as it takes,” deputy foreign minister Ána Brok "
      "said on Thursday. Defence minister Otto Reis said the troops would be home by spring. "
      "Norvenia rejected the plan of Ostravia.";
  r.actors = {{.id = "?1",
               .name = "Ána Brok",
               .kind = "person",
               .side = "NOV",
               .authority = "official",
               .role = "deputy foreign minister",
               .rank = 3},
              {.id = "?2",
               .name = "Otto Reis",
               .kind = "person",
               .side = "NOV",
               .authority = "official",
               .role = "defence minister",
               .rank = 2},
              {.id = "NOV", .name = "Norvenia", .kind = "state", .side = "NOV"},
              {.id = "OSV", .name = "Ostravia", .kind = "state", .side = "OSV"}};
  StatementRow one;
  one.id = "s1";
  one.speaker = "?1";
  one.speakers = {"?1"};
  one.content = {span_of(r, "“Our troops will stay in Velmark as long as it takes,”")};
  one.form = "direct";
  one.voice = "actor";
  one.act = "promise";
  one.said.from = one.said.to = "2022-01-13";
  one.polarity = 1;
  one.confidence = 0.93;
  StatementRow two = one;
  two.id = "s2";
  two.speaker = "?2";
  two.speakers = {"?2"};
  two.content = {span_of(r, "the troops would be home by spring")};
  two.form = "indirect";
  two.act = "expect";
  two.said = {};
  two.polarity = -1;
  r.statements = {one, two};
  EventRow event;
  event.id = "e1";
  event.type = "REJECT";
  event.actors = {"NOV"};
  event.recipients = {"OSV"};
  event.trigger = span_of(r, "rejected");
  event.evidence = {span_of(r, "Norvenia rejected the plan of Ostravia")};
  event.status = "actual";
  r.events = {event};
  PlaceRow place;
  place.id = "p1";
  place.name = "Velmark";
  place.country = "OSV";
  r.places = {place, place};
  TimeRow time;
  time.kind = "date";
  time.value = "2022-01-13";
  time.from = time.to = "2022-01-13";
  const SpanRow thursday = span_of(r, "Thursday");
  time.start = static_cast<int>(thursday.start);
  time.end = static_cast<int>(thursday.end);
  r.times = {time};
  r.issues = {{"i1", "troops in Velmark", "NOV", {"OSV"}, "troops"}};
  SignalRow signal;
  signal.id = "4f1c";
  signal.kind = "cross-voice";
  signal.side = "NOV";
  signal.issue = "i1";
  signal.status = "flag";
  signal.a = {"nov-1", "s1", one.content[0]};
  signal.b = RefRow{"nov-1", "s2", two.content[0]};
  signal.score = 0.57;
  signal.asserted_by = "program";
  signal.why = "Two officials of NOV stand at opposite poles within one day.";
  r.signals = {signal};
  r.notes = {{"article", "no_section", "no section found"}};
  return r;
}

std::string report(const RecordRow& record, const ReportOptions& options) {
  std::string out;
  append_report(out, record, options);
  return out;
}

TEST(Report, Golden) {
  expect_file("tests/golden/report80.txt", report(two_voices(), {}));
  expect_file("tests/golden/report50.txt", report(two_voices(), {.width = 50}));
}

TEST(Report, FitsItsWidth) {
  for (uint32_t width = 40; width <= 120; width += 7) {
    const std::string text = report(two_voices(), {.width = width});
    for (const auto line : split(text, '\n')) EXPECT_LE(columns_of(line), width) << line;
  }
}

TEST(Report, ColoursOnlyWhenAsked) {
  EXPECT_EQ(report(two_voices(), {}).find('\x1b'), std::string::npos);
  EXPECT_NE(report(two_voices(), {.colour = true}).find('\x1b'), std::string::npos);
}

TEST(Report, KeepsControlCharactersOffTheTerminal) {
  RecordRow record = two_voices();
  record.title =
      "a\x1b[31mb\x07 \xC2\x9B"
      "c\xE2\x80\xAE"
      "d";
  const std::string text = report(record, {});
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_EQ(text.find("\xC2\x9B"), std::string::npos);
  EXPECT_EQ(text.find("\xE2\x80\xAE"), std::string::npos);
}

TEST(Report, FoldsLongLists) {
  RecordRow record = two_voices();
  record.statements.resize(19, record.statements[0]);
  EXPECT_NE(report(record, {}).find("and 7 more"), std::string::npos);
}

TEST(Report, EmptyAndBrokenRecords) {
  EXPECT_FALSE(report(RecordRow{}, {}).empty());
  RecordRow record = two_voices();
  record.text.clear();
  record.actors.clear();
  record.issues.clear();
  EXPECT_FALSE(report(record, {.width = 0}).empty());
}

TEST(Days, AreShortForAPerson) {
  const std::vector<std::array<std::string, 3>> rows = {
      {"2025-10-13", "2025-10-13", "13 Oct 2025"},
      {"2025-10-13", "2025-10-14", "13-14 Oct 2025"},
      {"2025-09-30", "2025-10-02", "30 Sep - 2 Oct 2025"},
      {"2025-12-30", "2026-01-02", "30 Dec 2025 - 2 Jan 2026"},
      {"2025-10-01", "2025-10-31", "Oct 2025"},
      {"2024-02-01", "2024-02-29", "Feb 2024"},
      {"2024-02-01", "2024-02-28", "1-28 Feb 2024"},
      {"2025-10-01", "2025-12-31", "Oct-Dec 2025"},
      {"2025-01-01", "2025-12-31", "2025"},
      {"2024-01-01", "2025-12-31", "2024-2025"},
      {"2025-11-01", "2026-02-28", "Nov 2025 - Feb 2026"},
      {"", "2025-10-14", "up to 14 Oct 2025"},
      {"2025-10-13", "", "from 13 Oct 2025"},
      {"", "", ""},
      {"FUTURE_REF", "PTXH", ""}};
  for (const auto& [from, to, words] : rows) EXPECT_EQ(days_in_words(from, to), words);
}

TEST(Days, KeepTheOffsetOfThePage) {
  EXPECT_EQ(date_in_words("2031-03-13"), "13 Mar 2031");
  EXPECT_EQ(date_in_words("2031-03-13T17:42:00+01:00"), "13 Mar 2031, 17:42 +01:00");
  EXPECT_EQ(date_in_words("2031-03-13T17:42:00.123Z"), "13 Mar 2031, 17:42 UTC");
  EXPECT_EQ(date_in_words("2031-03-13T17:42"), "13 Mar 2031, 17:42");
  EXPECT_EQ(date_in_words("2031-03-13T17:42-05:00"), "13 Mar 2031, 17:42 -05:00");
  EXPECT_EQ(date_in_words("2031-03-13T17"), "13 Mar 2031");
  EXPECT_EQ(date_in_words("soon"), "soon");
}

TEST(Report, ShowsNoCodesOfTimeAndEachPlaceOnce) {
  RecordRow record = two_voices();
  PlaceRow place = record.places[0];
  place.name = "VELMARK";
  record.places.insert(record.places.begin(), place);
  TimeRow time = record.times[0];
  time.start = static_cast<int>(span_of(record, "by spring").start);
  time.end = static_cast<int>(span_of(record, "by spring").end);
  time.from = time.to = std::nullopt;
  for (const char* value : {"FUTURE_REF", "PTXH", "2022-SP", "XXXX-WXX-2", "2022-01-13TNI"}) {
    time.value = value;
    record.times.push_back(time);
    record.events[0].time = {time.value, std::nullopt, std::nullopt};
    const std::string text = report(record, {});
    EXPECT_EQ(text.find(value), std::string::npos);
    EXPECT_NE(text.find("times: Thursday (13 Jan 2022), by spring\n"), std::string::npos) << text;
    EXPECT_NE(text.find("places: Velmark (OSV)\n"), std::string::npos) << text;
  }
  record.statements[0].said = {"2022-01-12", "2022-01-13", std::nullopt};
  EXPECT_NE(report(record, {}).find("[s1: promise, 12-13 Jan 2022]"), std::string::npos);
}

TEST(Report, MarksWhatIsLeftOutAndNoMore) {
  RecordRow record = two_voices();
  auto& content = record.statements[0].content;
  content = {span_of(record, "“Our troops will stay"), span_of(record, "in Velmark"),
             span_of(record, "long as it takes,”")};
  EXPECT_NE(fold_space(report(record, {}))
                .find("“Our troops will stay in Velmark ... long as it takes,”"),
            std::string::npos);
}

TEST(Wording, NoPlanOrDenialReadsLikeAFact) {
  const RecordRow record = two_voices();
  const FindActor find = [&](std::string_view id) -> const ActorRow* {
    for (const auto& row : record.actors) {
      if (row.id == id) return &row;
    }
    return nullptr;
  };
  EventRow row = record.events[0];
  const std::vector<std::array<std::string, 2>> rows = {
      {"actual", "Norvenia said no to Ostravia"},
      {"denied", "not so: Norvenia said no to Ostravia"},
      {"planned", "Norvenia is to say no to Ostravia"},
      {"hypothetical", "Norvenia might say no to Ostravia"},
      {"demanded", "Norvenia is asked to say no to Ostravia"},
      {"threatened", "Norvenia threatened to say no to Ostravia"}};
  for (const auto& [status, words] : rows) {
    row.status = status;
    EXPECT_EQ(headline_of(row, find), words);
  }
  ActorRow nameless{.id = "?3", .name = "Karsonian Defence Minister", .side = "KRS"};
  nameless.role = "defence minister";
  EXPECT_EQ(actor_in_words(&nameless), "Karsonian Defence Minister (for KRS)");
  nameless.name = "Otto Reis";
  EXPECT_EQ(actor_in_words(&nameless), "Otto Reis, defence minister (for KRS)");
  EXPECT_EQ(short_id("sha256:" + std::string(64, 'a')), "sha256:" + std::string(12, 'a'));
  EXPECT_EQ(short_id("sha256:short"), "sha256:short");
  row.claimed_by = "?2";
  EXPECT_EQ(facts_of(row, find, "Velmark"), "threatened, as told by Otto Reis, Velmark");
  row.actors = {"?9"};
  EXPECT_EQ(headline_of(row, find), "?9 threatened to say no to Ostravia");
}

TEST(Layout, CountsWideCharacters) {
  EXPECT_EQ(columns_of("abc"), 3U);
  EXPECT_EQ(columns_of("外交"), 4U);
  EXPECT_EQ(columns_of("e\xCC\x81"), 1U);
  EXPECT_EQ(wrap("外交 外交 外交", 9).size(), 2U);
  EXPECT_EQ(wrap("unbreakableword a", 5), (std::vector<std::string>{"unbreakableword", "a"}));
  EXPECT_TRUE(wrap("", 10).empty());
}

TEST(Layout, CutsALongAddressInItsMiddle) {
  const std::string address =
      "https://i.example/" + std::string(600, 'a') + "/\u5916\u4EA4/ferry.jpg?w=1200";
  EXPECT_EQ(shorten_address(address, 40), "https://i.example/a.../ferry.jpg?w=1200");
  for (uint32_t width = 0; width < 700; ++width) {
    const std::string cut = shorten_address(address, width);
    EXPECT_LE(columns_of(cut), std::max(width, 5U));
    EXPECT_EQ(repair_utf8(cut).replaced, 0U);
  }
  EXPECT_EQ(shorten_address(address, 700), address);
  EXPECT_EQ(shorten_address("", 10), "");
}

TEST(Board, ShowsBothSides) {
  const std::string board = make_board(board_items(two_voices()), {});
  expect_file("tests/golden/board.txt", board);
  EXPECT_EQ(make_board({}, {}), "no mixed signals\n");
  for (const std::string word : {"lied", "contradict"}) {
    EXPECT_EQ(board.find(word), std::string::npos);
  }
}

TEST(Board, TellsWhenOneSpeakerShifted) {
  auto items = board_items(two_voices());
  items[0].signal.kind = "self-shift";
  const auto told = [&](const std::string& a, const std::string& b, const std::string& words) {
    items[0].a.day = a;
    items[0].b->day = b;
    const std::string board = make_board(items, {});
    EXPECT_NE(board.find("one speaker gave different positions " + words), std::string::npos)
        << board;
    std::string out;
    append_explanation(out, items[0], {});
    EXPECT_EQ(fold_space(out).find("time between the two is not known") != std::string::npos,
              b.empty());
  };
  told("13 Jan 2022", "14 Jan 2022", "at different times");
  told("13 Jan 2022", "13 Jan 2022", "on the same day");
  told("13 Jan 2022", "", "in two statements");
}

TEST(Explain, NamesRuleAndRejected) {
  std::string out;
  append_explanation(out, "nov-1", {"s1", "said", {0, 4}, "said", {{"r", "x", "y"}}}, {});
  EXPECT_EQ(out,
            "nov-1#s1\n    words       said\n    at          0 to 4\n    rule        said\n\n"
            "  Readings turned down\n    x (rule r): y\n");
}

TEST(Explain, ShowsTheWordsInTheirSentence) {
  RecordRow record = two_voices();
  const auto size = static_cast<uint32_t>(OffsetMap(record.text).size());
  record.sentences = {{0, size}};
  std::string out;
  append_explanation(out, record, {"s2", "said", {0, 4}, "", {{"r", "speaker Ostravia", "y"}}}, {});
  EXPECT_NE(fold_space(out).find("said [the troops would be home by spring]"), std::string::npos);
  EXPECT_NE(out.find("Otto Reis, defence minister (for NOV)"), std::string::npos);
  EXPECT_NE(out.find("speaker Ostravia (rule r): y"), std::string::npos);
  out.clear();
  record.sentences = {{0, 4}, {2, 3000000}, {9, 5}};  // a record that is broken
  record.statements[1].content = {{5, 2}, {7, 4000000}};
  append_explanation(out, record, {"s2", "said", {9, 4}, "", {}}, {});
  EXPECT_NE(out.find("no other reading"), std::string::npos);
}

TEST(Explain, TellsTheScoreOfASignalLineByLine) {
  auto items = board_items(two_voices());
  SignalRow& signal = items[0].signal;
  signal.terms = {.prior = .1, .reading = .8, .cue = 3, .strength = .4, .window = 24};
  std::string out;
  append_explanation(out, items[0], {});
  for (const std::string line : {"prior       0.100", "reading     0.800", "cue         3.000",
                                 "odds        1.333", "score       0.570", "strength    0.400"}) {
    EXPECT_NE(out.find("    " + line), std::string::npos) << line << "\n" << out;
  }
  EXPECT_NE(out.find("“Our troops will stay"), std::string::npos);
  EXPECT_NE(out.find("the troops would be home"), std::string::npos);
  signal.score = std::nullopt;
  out.clear();
  append_explanation(out, items[0], {});
  EXPECT_NE(out.find("listed and not weighed"), std::string::npos);
}

TEST(Csv, QuotesAfterRfc4180) {
  std::string out;
  append_csv_line(out, {"a", "b,c", "d\"e", "f\ng", ""});
  EXPECT_EQ(out, "a,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n");
}

TEST(Csv, OneLineARow) {
  std::string out = csv_header();
  append_csv(out, two_voices());
  EXPECT_EQ(split(out, '\n').size(), 5U);
  EXPECT_NE(out.find("nov-1,s2,statement,expect,NOV,Otto Reis,"), std::string::npos);
  EXPECT_NE(out.find("nov-1,e1,event,REJECT,NOV,Norvenia,Ostravia,"), std::string::npos);
}

TEST(Jsonl, OneLine) {
  std::string out;
  append_jsonl(out, two_voices());
  EXPECT_EQ(out.find('\n'), out.size() - 1);
  EXPECT_TRUE(read_record(out).has_value());
}

TEST(Conllu, WritesTokensAndEntities) {
  Document d;
  d.id = "n";
  d.article.text = Text("Ána Brok left.");
  d.tokens.tokens = {{{0, 4}, true}, {{5, 9}, true}, {{10, 14}, false}, {{14, 15}, true}};
  d.tokens.sentences = {{{0, 15}, 0, 4, 0}};
  d.parse.words.resize(4);
  d.parse.words[2] = {Upos::kVerb, VerbForm::kPast, "leave"};
  Mention mention;
  mention.last = 2;
  mention.kind = MentionKind::kPerson;
  d.mentions.mentions = {mention};
  std::string out;
  append_conllu(out, d);
  expect_file("tests/golden/sample.conllu", out);
  std::string empty;
  append_conllu(empty, Document{});
  EXPECT_EQ(empty, "# newdoc id = \n");
}

TEST(Conllu, WritesTheRangeOfAWrittenWord) {
  Document d;
  d.id = "n";
  d.article.text = Text("Brok couldn't've left.");
  d.tokens.tokens = {{{0, 4}, true},         {{5, 10}, false},  {{10, 13}, false, true},
                     {{13, 16}, true, true}, {{17, 21}, false}, {{21, 22}, true}};
  d.tokens.sentences = {{{0, 22}, 0, 6, 0}};
  std::string out;
  append_conllu(out, d);
  EXPECT_EQ(out,
            "# newdoc id = n\n# sent_id = 1\n# text = Brok couldn't've left.\n"
            "1\tBrok\tBrok\t_\t_\t_\t_\t_\t_\t_\n"
            "2-4\tcouldn't've\t_\t_\t_\t_\t_\t_\t_\t_\n"
            "2\tcould\tcould\t_\t_\t_\t_\t_\t_\t_\n"
            "3\tn't\tn't\t_\t_\t_\t_\t_\t_\t_\n"
            "4\t've\t've\t_\t_\t_\t_\t_\t_\t_\n"
            "5\tleft\tleft\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
            "6\t.\t.\t_\t_\t_\t_\t_\t_\t_\n\n");
}

TEST(Formats, LaterOnesSaySo) {
  EXPECT_TRUE(find_format("csv")->available);
  EXPECT_FALSE(find_format("gdelt")->available);
  EXPECT_FALSE(find_format("xml").has_value());
}

template <class Row>
void expect_documented(const std::string& text) {
  const auto one = [&](const auto& f) {
    EXPECT_NE(text.find("`" + std::string(f.name) + "`"), std::string::npos) << f.name;
  };
  std::apply([&](const auto&... f) { (one(f), ...); }, Row::fields());
}

TEST(Docs, NameEveryKey) {
  const std::string text = file("docs/format.md");
  expect_documented<RecordRow>(text);
  expect_documented<CoderRow>(text);
  expect_documented<InputRow>(text);
  expect_documented<DateRow>(text);
  expect_documented<AuthorRow>(text);
  expect_documented<BlockRow>(text);
  expect_documented<FurnitureRow>(text);
  expect_documented<ActorRow>(text);
  expect_documented<MentionRow>(text);
  expect_documented<TimeRow>(text);
  expect_documented<PlaceRow>(text);
  expect_documented<PoleRow>(text);
  expect_documented<SaidRow>(text);
  expect_documented<StatementRow>(text);
  expect_documented<SizeRow>(text);
  expect_documented<EventTimeRow>(text);
  expect_documented<EventRow>(text);
  expect_documented<IssueRow>(text);
  expect_documented<RefRow>(text);
  expect_documented<TermsRow>(text);
  expect_documented<SignalRow>(text);
  expect_documented<RelationRow>(text);
  expect_documented<NoteRow>(text);
}

}  // namespace
}  // namespace demarche
