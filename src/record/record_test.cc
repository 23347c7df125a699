// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "record/record.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "record/json.h"

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

Span span_of(const Document& document, std::string_view words) {
  const auto at = static_cast<uint32_t>(document.article.text.view().find(words));
  return {at, at + static_cast<uint32_t>(words.size())};
}

// "Ána" and the dash have letters of two and three bytes.
Document norvenia() {
  Document d;
  d.id = "nov-1";
  d.path = "nov.jsonl";
  d.kind = PageKind::kProse;
  d.language = "en";
  d.article.text =
      Text("Ána Brok of Norvenia said \xE2\x80\x94 \"we will leave Velmark\" on Friday.");
  d.article.title = "A \"quoted\" title\n\x01";
  d.article.blocks = {{{0, d.article.text.size()}, BlockKind::kBody, {}, ""}};
  d.article.published = PageDate{"2022-01-14", *parse_day("2022-01-14"), DateSource::kUrl};
  Actor brok;
  brok.id = "?1";
  brok.name = "Ána Brok";
  brok.kind = ActorKind::kPerson;
  brok.side = brok.country = "NOV";
  brok.authority = Authority::kOfficial;
  Actor state;
  state.id = state.name = state.side = "OSV";
  state.kind = ActorKind::kState;
  state.known = true;
  d.mentions.actors = {brok, state};
  Mention mention;
  mention.span = span_of(d, "Ána Brok");
  mention.kind = MentionKind::kPerson;
  mention.actor = {0};
  mention.evidence = {"name", mention.span, {{"place", "a place", "first name"}}};
  Mention other = mention;
  other.span = span_of(d, "Velmark");
  other.kind = MentionKind::kPlace;
  other.actor = {1};
  other.place = {0};
  d.mentions.mentions = {mention, other};
  PlaceMention place;
  place.span = other.span;
  place.name = "Velmark";
  place.lat = 12.34567;
  place.relation = PlaceRelation::kNone;
  d.mentions.places = {place};
  TimeMention time;
  time.span = span_of(d, "Friday");
  time.value = "2022-01-14";
  time.days = {parse_day("2022-01-14"), {}};
  d.times = {time};
  Statement s;
  s.speakers = {{0}};
  s.content = s.quoted = {span_of(d, "\"we will leave Velmark\"")};
  s.form = Form::kDirect;
  s.pole = Pole{0.5704, 1};
  s.confidence = 0.9;
  d.statements = {s};
  Event e;
  e.type = EventType::kRetreat;
  e.actors = {{0}};
  e.recipients = {{1}};
  e.trigger = span_of(d, "leave");
  e.said_in = {0};
  e.confidence = 0.75;
  d.events = {e};
  d.pairs = {{0, 8, 42, 49}, {42, 49, 0, 8}};
  d.notes = {{"article", "no_outlet", "no outlet found"}};
  return d;
}

SignalReport mixed() {
  SignalReport report;
  report.issues = {{"i1", "Velmark", "NOV", "general", {"OSV"}, {"nov-1#s1", "nov-1#s99"}}};
  Signal signal;
  signal.id = "abc";
  signal.side = "NOV";
  signal.issue = "i1";
  signal.a = {"nov-1", "s1", 28, 50};
  signal.score = 0.571;
  report.signals = {signal};
  return report;
}

const Coder kCoder{"0.1", "", "d", "c"};

TEST(Record, CountsCodePoints) {
  const auto row = make_record(norvenia(), mixed(), kCoder);
  EXPECT_EQ(row.mentions[0].start, 0);
  EXPECT_EQ(row.mentions[0].end, 8);
  EXPECT_EQ(row.mentions[1].start, 43);
  EXPECT_EQ(row.mentions[1].place, "p1");
  EXPECT_EQ(row.statements[0].content, (Spans{{28, 51}}));
  EXPECT_EQ(row.statements[0].speaker, "?1");
  EXPECT_EQ(row.statements[0].issue, "i1");
  EXPECT_EQ(row.events[0].said_in, "s1");
  EXPECT_EQ(row.places[0].relation, std::nullopt);
  EXPECT_EQ(row.times[0].to, std::nullopt);
}

TEST(Record, AnswersPairs) {
  const auto row = make_record(norvenia(), mixed(), kCoder);
  ASSERT_EQ(row.relations.size(), 2U);
  EXPECT_EQ(row.relations[0].type, "RETREAT");
  EXPECT_EQ(row.relations[0].confidence, 0.75);
  EXPECT_EQ(row.relations[1].type, std::nullopt);
}

// The only sentence is one of the whole text: its events are near every pair in it.
Document one_sentence() {
  Document d = norvenia();
  d.tokens.tokens = {{d.events[0].trigger, true}};
  d.tokens.sentence_of = {0};
  d.tokens.sentences = {{{0, d.article.text.size()}, 0, 1, 0}};
  d.pairs = {{0, 8, 42, 49}};
  return d;
}

TEST(Record, AnswersPairsThatNoTableKnows) {
  Document d = one_sentence();
  d.events[0].actors = {};
  d.events[0].recipients = {};
  const auto near = make_record(d, mixed(), kCoder);
  EXPECT_EQ(near.relations[0].type, "RETREAT");
  // Another event of the sentence whose words are those asked for comes first.
  Event e = d.events[0];
  e.type = EventType::kAccuse;
  e.source_words = {span_of(d, "Brok")};
  d.events.push_back(e);
  EXPECT_EQ(make_record(d, mixed(), kCoder).relations[0].type, "ACCUSE");
}

TEST(Record, StandsMorePairsThanItAnswers) {
  Document d = one_sentence();
  d.events.assign(5000, d.events[0]);
  d.pairs.assign(20000, d.pairs[0]);
  const auto row = make_record(d, mixed(), kCoder);
  ASSERT_EQ(row.relations.size(), 20000U);
  EXPECT_EQ(row.relations.front().type, "RETREAT");
  EXPECT_EQ(row.relations.back().type, std::nullopt);
  EXPECT_EQ(row.relations.back().source, row.relations.front().source);
  ASSERT_FALSE(row.notes.empty());
  EXPECT_EQ(row.notes.back().code, "limit_pairs");
}

TEST(Record, AnswersNoPairBehindTheText) {
  Document d = one_sentence();
  d.pairs = {{0, 8, 42, 4000}};
  const auto row = make_record(d, mixed(), kCoder);
  ASSERT_EQ(row.relations.size(), 1U);
  EXPECT_EQ(row.relations[0].type, std::nullopt);
  ASSERT_FALSE(row.notes.empty());
  EXPECT_EQ(row.notes.back().code, "pair_outside_text");
}

TEST(Record, ReadsBackTheEndOfAnyPair) {
  Document d = one_sentence();
  d.pairs = {{0, 8, 42, UINT32_MAX}};
  const auto row = make_record(d, mixed(), kCoder);
  std::string json;
  append_json(json, row);
  const auto back = read_record(json);
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(back->relations[0].target.end, UINT32_MAX);
}

TEST(Record, SaysOfAPairWhatIsOnlyPromised) {
  Document d = one_sentence();
  d.events[0].status = EventStatus::kPlanned;
  EXPECT_EQ(make_record(d, mixed(), kCoder).relations[0].type, "AGREE");
  d.events[0].type = EventType::kAssault;
  EXPECT_EQ(make_record(d, mixed(), kCoder).relations[0].type, "THREATEN");
  d.events[0].type = EventType::kAid;
  d.events[0].status = EventStatus::kDenied;
  EXPECT_EQ(make_record(d, mixed(), kCoder).relations[0].type, "REJECT");
}

TEST(Record, TurnsNoDeedRound) {
  Document d = one_sentence();
  d.pairs = {{42, 49, 0, 8}};
  d.events[0].actors = {{0}};
  EXPECT_EQ(make_record(d, mixed(), kCoder).relations[0].type, std::nullopt);
}

TEST(Record, ReadsWhatItWrote) {
  const auto row = make_record(norvenia(), mixed(), kCoder);
  std::string first, second;
  append_json(first, row);
  const auto again = read_record(first);
  ASSERT_TRUE(again.has_value()) << again.error().message;
  append_json(second, *again);
  EXPECT_EQ(first, second);
  EXPECT_EQ(again->title, row.title);
  EXPECT_TRUE(
      first.starts_with(R"({"demarche":"1","id":"nov-1","coder":{"version":"0.1","model":null,)"));
  EXPECT_NE(first.find(R"("pole":{"plus":0.57,"minus":1})"), std::string::npos);
  EXPECT_NE(first.find(R"("lat":12.346,"lon":null)"), std::string::npos);
  EXPECT_NE(first.find(R"(\"quoted\" title\n\u0001)"), std::string::npos);
}

TEST(Record, RefusesBrokenJson) {
  EXPECT_FALSE(read_record("").has_value());
  EXPECT_FALSE(read_record("[]").has_value());
  EXPECT_FALSE(read_record("{\"demarche\":1}").has_value());
  std::string json;
  append_json(json, make_record(norvenia(), mixed(), kCoder));
  for (size_t cut = 0; cut < json.size(); cut += 37) {
    EXPECT_FALSE(read_record(json.substr(0, cut)).has_value());
  }
}

TEST(Record, EmptyDocument) {
  const auto row = make_record(Document{}, SignalReport{}, Coder{});
  EXPECT_EQ(row.text, "");
  std::string json;
  append_json(json, row);
  EXPECT_TRUE(read_record(json).has_value());
  EXPECT_TRUE(explain_rows(Document{}).empty());
}

TEST(Record, ExplainsRows) {
  const auto rows = explain_rows(norvenia());
  ASSERT_EQ(rows.size(), 8U);
  EXPECT_EQ(rows[0].row, "?1");
  EXPECT_EQ(rows[0].words, "Ána Brok");
  EXPECT_EQ(rows[0].rejected[0].reading, "a place");
  std::string json;
  append_json(json, rows[0]);
  EXPECT_EQ(*read_explain(json), rows[0]);
}

TEST(Record, SamplesAreFresh) {
  std::string lines;
  append_json(lines, make_record(norvenia(), mixed(), kCoder));
  lines += '\n';
  append_json(lines, make_record(Document{}, SignalReport{}, Coder{}));
  lines += '\n';
  expect_file("tests/golden/records.jsonl", lines);
}

TEST(Schema, CommittedFileIsFresh) { expect_file("docs/record.schema.json", record_schema()); }

TEST(Schema, ColumnsHaveSqlTypes) {
  const auto columns = statement_columns();
  EXPECT_EQ(columns[0].name, "id");
  EXPECT_EQ(columns[3].type, "INTEGER");
  EXPECT_EQ(event_columns().back().name, "rule");
}

}  // namespace
}  // namespace demarche
