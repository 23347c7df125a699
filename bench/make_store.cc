// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Makes a store of invented documents, for measuring the server: make_store FILE DOCUMENTS. The
// same number gives the same rows. Each document has ten statements, three events and six actors;
// one of ten gives a point to the signals, so that a side has some hundred on a topic.

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <random>

#include "base/day.h"
#include "base/sha256.h"
#include "record/json.h"
#include "store/store.h"

using namespace demarche;

namespace {

constexpr int kSides = 60, kTopics = 5, kVocabulary = 3000, kStatements = 10, kEvents = 3;
constexpr int kActors = 6, kWords = 14;

class Maker {
 public:
  StoredDocument make(uint32_t number) {
    StoredDocument document;
    RecordRow record;
    record.id = sha256_hex(fmt::format("page {}", number));
    document.id = record.id = "sha256:" + record.id;
    document.bytes_hash = record.id;
    document.coder = "bench";
    document.title = sentence(8);
    document.outlet = fmt::format("Outlet {}", pick(200));
    document.day = format_day(Day(std::chrono::days(20454 + number % 2000)));
    document.language = "en";
    record.title = document.title;
    record.text = document.title + "\n\n";
    for (int i = 0; i < kActors; ++i) add_actor(record, document);
    for (int i = 0; i < kStatements; ++i) add_statement(record, document, i);
    for (int i = 0; i < kEvents; ++i) add_event(record, document, i);
    document.text = record.text;
    document.text_hash = record.text_hash = sha256_hex(record.text);
    append_json(document.json, record);
    if (number % 10 == 0) add_point(document);
    return document;
  }

 private:
  std::mt19937 random_{7};

  uint32_t pick(uint32_t below) { return random_() % below; }
  std::string side() { return fmt::format("S{:02}", pick(kSides)); }
  /// Low numbers often, high ones seldom, as words are.
  std::string word() { return fmt::format("w{}", pick(1 + pick(kVocabulary))); }
  std::string sentence(int words) {
    std::string text;
    for (int i = 0; i < words; ++i) text += (i == 0 ? "" : " ") + word();
    return text;
  }
  /// Appends a sentence to the text and gives its place: letters are code points here.
  SpanRow add_words(RecordRow& record, std::string& words) {
    words = sentence(kWords);
    const auto start = static_cast<uint32_t>(record.text.size());
    record.text += words + ". ";
    const SpanRow span{start, start + static_cast<uint32_t>(words.size())};
    record.sentences.push_back({span.start, span.end + 1});
    return span;
  }

  void add_actor(RecordRow& record, StoredDocument& document) {
    ActorRow actor;
    actor.side = side();
    actor.id = fmt::format("P.{}.{}", *actor.side, pick(20));
    actor.name = "Official " + actor.id;
    actor.kind = "person";
    actor.authority = "official";
    actor.known = true;
    StoredRow row{.table = "actor", .row = actor.id, .side = *actor.side, .type = "person"};
    row.actors = {actor.id};
    row.text = actor.name;
    append_json(row.json, actor);
    document.rows.push_back(std::move(row));
    record.actors.push_back(std::move(actor));
  }

  void add_statement(RecordRow& record, StoredDocument& document, int number) {
    StatementRow statement;
    const ActorRow& speaker = record.actors[pick(kActors)];
    statement.id = fmt::format("s{}", number + 1);
    statement.speaker = speaker.id;
    statement.speakers = {speaker.id};
    statement.act = "assert";
    statement.form = "indirect";
    statement.rule = "bench";
    statement.said.from = statement.said.to = document.day;
    std::string words;
    statement.content = {add_words(record, words)};
    StoredRow row{
        .table = "statement", .row = statement.id, .side = *speaker.side, .type = statement.act};
    row.rule = "bench";
    row.actors = statement.speakers;
    row.from = row.to = document.day;
    row.text = std::move(words);
    append_json(row.json, statement);
    document.rows.push_back(std::move(row));
    record.statements.push_back(std::move(statement));
  }

  void add_event(RecordRow& record, StoredDocument& document, int number) {
    EventRow event;
    event.id = fmt::format("e{}", number + 1);
    event.type = "CONSULT";
    event.status = "actual";
    event.rule = "bench";
    event.actors = {record.actors[pick(kActors)].id};
    event.time.from = event.time.to = document.day;
    std::string words;
    event.evidence = {add_words(record, words)};
    StoredRow row{.table = "event", .row = event.id, .side = side(), .type = event.type};
    row.actors = event.actors;
    row.from = row.to = document.day;
    row.text = std::move(words);
    row.place = "Somewhere";
    row.lat = static_cast<double>(pick(1700)) / 10 - 85;
    row.lon = static_cast<double>(pick(3600)) / 10 - 180;
    append_json(row.json, event);
    document.rows.push_back(std::move(row));
    record.events.push_back(std::move(event));
  }

  void add_point(StoredDocument& document) {
    Point point;
    const StoredRow& row = document.rows[kActors];
    point.ref = {document.id, row.row, 0, 9};
    point.side = row.side;
    point.speaker = row.actors.front();
    point.speaker_name = "Official " + point.speaker;
    point.topic = fmt::format("topic{}", pick(kTopics));
    point.axis = "outlook";
    point.act = "assert";
    point.plus = pick(2) == 0 ? .9 : .05;
    point.minus = .95 - point.plus;
    point.polarity = point.plus > point.minus ? 1 : -1;
    point.attributed = true;
    point.counterparts = {fmt::format("S{:02}", pick(3))};
    point.utterance = point.ref.document + '#' + point.ref.row;
    point.day_text = document.day;
    point.from = point.to = parse_day(document.day);
    point.text = row.text;
    point.outlet = document.outlet;
    document.points = {std::move(point)};
  }
};

/// One issue a side and topic, a signal for neighbours that differ: what the server shows, without
/// the work of finding it.
SignalReport pair_neighbours(const std::vector<Point>& points) {
  SignalReport report;
  if (points.empty()) return report;
  const std::string name = points[0].side + '.' + points[0].topic;
  report.issues.push_back(
      {.id = name, .label = name, .side = points[0].side, .topic = points[0].topic});
  for (const Point& point : points)
    report.issues[0].rows.push_back(point.ref.document + '#' + point.ref.row);
  for (size_t i = 1; i < points.size(); ++i) {
    if ((points[i].plus > .5) == (points[i - 1].plus > .5)) continue;
    Signal signal;
    signal.id = sha256_hex(points[i].ref.document).substr(0, 16);
    signal.side = points[i].side;
    signal.issue = name;
    signal.a = points[i - 1].ref;
    signal.b = points[i].ref;
    signal.score = static_cast<double>(i % 100) / 100;
    signal.status = i % 3 == 0 ? SignalStatus::kFlag : SignalStatus::kWatch;
    report.signals.push_back(std::move(signal));
  }
  return report;
}

int complain(const std::string& what) {
  fmt::print(stderr, "make_store: {}\n", what);
  return 1;
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) return complain("usage: make_store FILE DOCUMENTS");
  auto store = Store::open(words[1], true);
  if (!store) return complain(store.error().message);
  const auto run = store->begin_run({.binary = "bench",
                                     .model = "",
                                     .data = "",
                                     .config = "",
                                     .started = "2031-01-01T00:00:00Z"});
  if (!run) return complain(run.error().message);
  const auto documents = static_cast<uint32_t>(std::strtoul(words[2], nullptr, 10));
  constexpr uint32_t kBatch = 5000;
  Maker maker;
  for (uint32_t begin = 0; begin < documents; begin += kBatch) {
    std::vector<StoredDocument> batch;
    for (uint32_t i = begin; i < std::min(begin + kBatch, documents); ++i)
      batch.push_back(maker.make(i));
    const auto added = store->add(batch, *run, pair_neighbours);
    if (!added) return complain(added.error().message);
    fmt::print(stderr, "{} of {} documents\n", std::min(begin + kBatch, documents), documents);
  }
  return store->finish_run(*run) ? 0 : complain("the run was not finished");
}
