// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "store/store.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "store/codec.h"

namespace demarche {
namespace {

namespace fs = std::filesystem;

class StoreTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("demarche_store_" + std::to_string(getpid()));
    fs::create_directories(folder_);
    path_ = (folder_ / "a.store").string();
  }
  void TearDown() override { fs::remove_all(folder_); }
  fs::path folder_;
  std::string path_;
};

Point said(const std::string& document, const std::string& row, const std::string& words) {
  Point point;
  point.ref = {document, row, 3, 9};
  point.side = "NOV";
  point.speaker = "NOV.FM";
  point.counterparts = {"OSV", "KAR"};
  point.from = parse_day("2031-04-02");
  point.plus = .25;
  point.polarity = -2;
  point.text = words;
  return point;
}

StoredDocument told(const std::string& id, const std::string& words) {
  StoredDocument document;
  document.id = id;
  document.bytes_hash = "hash of " + words;
  document.coder = "1";
  document.day = "2031-04-02";
  document.text = words;
  StoredRow row{.table = "statement", .row = "s1", .side = "NOV", .type = "reject"};
  row.actors = {"NOV.FM"};
  row.from = "2031-04-02";
  row.text = words;
  row.json = "{}";
  document.rows = {row};
  document.readings = {{"s1", "cue", "speaker Ostravia", "lies after the cue"}};
  document.points = {said(id, "s1", words)};
  return document;
}

// Joins each point to the first: enough to see what the store hands over and keeps.
SignalReport pair_up(const std::vector<Point>& points) {
  SignalReport report;
  if (points.empty()) return report;
  report.issues.push_back({.id = "talks", .label = "Talks", .side = "NOV", .topic = "talks"});
  for (const Point& point : points) {
    report.issues[0].rows.push_back(point.ref.document + '#' + point.ref.row);
  }
  for (size_t i = 1; i < points.size(); ++i) {
    if (points[i].utterance == points[0].utterance) continue;
    Signal signal;
    signal.id = points[0].ref.document + points[i].ref.document;
    signal.side = "NOV";
    signal.issue = "talks";
    signal.a = points[0].ref;
    signal.b = points[i].ref;
    signal.score = .5;
    report.signals.push_back(signal);
  }
  return report;
}

/// All rows of an answer.
std::vector<StoredRow> rows_of(const Store& store, const RowFilter& filter) {
  std::vector<StoredRow> rows;
  const auto asked = store.each_row(filter, [&](const StoredRow& row) {
    rows.push_back(row);
    return true;
  });
  EXPECT_TRUE(asked) << asked.error().message;
  return rows;
}

TEST_F(StoreTest, KeepsRowsAndFindsThemByEveryFilter) {
  auto store = Store::open(path_, true);
  ASSERT_TRUE(store) << store.error().message;
  auto added = store->add({told("a", "The harbour talks failed utterly")}, 1, pair_up);
  ASSERT_TRUE(added) << added.error().message;
  auto count = [&](RowFilter filter) {
    filter.table = "statement";
    return rows_of(*store, filter).size();
  };
  EXPECT_EQ(count({}), 1);
  EXPECT_EQ(count({.side = "NOV", .type = "reject", .actors = {{"", "NOV.FM"}}}), 1);
  EXPECT_EQ(count({.side = "OSV"}), 0);
  EXPECT_EQ(count({.actors = {{"", "NOV"}}}), 0);
  EXPECT_EQ(count({.from = "2031-04-02", .to = "2031-04-02"}), 1);
  EXPECT_EQ(count({.from = "2031-04-03"}), 0);
  EXPECT_EQ(count({.to = "2031-04-01"}), 0);
  EXPECT_EQ(count({.words = "failed harbour"}), 1);
  EXPECT_EQ(count({.words = "failed ferry"}), 0);
  EXPECT_EQ(count({.limit = 0}), 0);
}

TEST_F(StoreTest, CountsDecoysWhenARunEndsAndForgetsThemWhenItsTopicGrows) {
  auto store = Store::open(path_, true);
  ASSERT_TRUE(store) << store.error().message;
  EXPECT_FALSE(store->decoys()->has_value());  // as in a store of a version that did not count
  ASSERT_TRUE(store->add({told("a", "The harbour talks failed utterly")}, 1, pair_up));
  EXPECT_FALSE(store->decoys()->has_value());
  ASSERT_TRUE(store->finish_run(1));
  ASSERT_TRUE(store->decoys()->has_value());
  EXPECT_EQ(**store->decoys(), *store->counted_decoys());
  ASSERT_TRUE(store->add({told("b", "The ferry talks failed as well")}, 2, pair_up));
  EXPECT_FALSE(store->decoys()->has_value());  // that run was killed
  ASSERT_TRUE(store->finish_run(3));
  EXPECT_TRUE(store->decoys()->has_value());
}

TEST_F(StoreTest, TakesWordsAsWordsNeverAsCommands) {
  auto store = Store::open(path_, true);
  ASSERT_TRUE(store);
  ASSERT_TRUE(store->add({told("a'); DROP TABLE documents;--", "An \"odd\" line")}, 1, pair_up));
  for (const char* words : {"\"", "a OR", "NEAR(", "*", "text:odd", "'; DROP TABLE words", "   "}) {
    const auto rows = rows_of(*store, {.table = "statement", .words = words});
    EXPECT_LE(rows.size(), 1U) << words;
  }
  EXPECT_EQ(rows_of(*store, {.table = "statement", .words = "\"odd\""}).size(), 1U);
  EXPECT_EQ(store->counts()->documents, 1);
}

TEST_F(StoreTest, GivesManyRowsInTheirOrderUpToTheLimit) {
  constexpr int kMany = 25000;
  auto store = Store::open(path_, true);
  ASSERT_TRUE(store);
  StoredDocument document = told("a", "The road is open");
  for (int i = 1; i < kMany; ++i) {
    document.rows.push_back(document.rows.front());
    document.rows.back().row = "s" + std::to_string(i + 1);
  }
  ASSERT_TRUE(store->add({document}, 1, pair_up));
  std::string last;
  int count = 0;
  const auto take = [&](const StoredRow& row) {
    if (row.row == "s" + std::to_string(count + 1)) ++count;
    last = row.row;
    return count < 20500;
  };
  ASSERT_TRUE(store->each_row({.table = "statement"}, take));
  EXPECT_EQ(last, "s20500");  // nobody took more
  EXPECT_EQ(count, 20500);
  EXPECT_EQ(rows_of(*store, {.table = "statement"}).size(), kMany);
  for (const int limit : {0, 1, 9999, 10000, 10001, 20000, 24999, 25001}) {
    EXPECT_EQ(rows_of(*store, {.table = "statement", .limit = limit}).size(),
              std::min(limit, kMany));
  }
}

TEST_F(StoreTest, FindsDocumentsByWordsAndByName) {
  auto store = Store::open(path_, true);
  ASSERT_TRUE(store);
  const std::string hash(64, 'a');
  StoredDocument one = told("sha256:" + hash, "The cease-fire held; Zoltán Órszag left.");
  one.path = "pages/one.html";
  StoredDocument two = told("two", "The road is open");
  two.path = "pages/more/one.html";
  two.title = "A ceasefire";
  StoredDocument empty = told("three", "Nobody came");
  empty.text.clear();
  empty.text_hash = "of other words";
  ASSERT_TRUE(store->add({one, two, empty}, 1, pair_up));
  const auto count = [&](const RowFilter& filter) {
    int found = 0;
    const auto take = [&](const StoredDocument& row) { return row.text.empty() && ++found > 0; };
    return store->each_document(filter, take) ? found : -1;
  };
  EXPECT_EQ(count({.words = "CEASE-FIRE zoltan orszag"}), 1);
  EXPECT_EQ(count({.words = "ceasefire"}), 1);  // a title has words too
  EXPECT_EQ(count({.words = "ease"}), 0);
  EXPECT_EQ(count({.words = "the", .limit = 1}), 1);
  EXPECT_EQ(count({.words = "the"}), 2);
  EXPECT_EQ(count({.words = "?!"}), 0);
  EXPECT_EQ(count({}), 3);
  EXPECT_EQ(store->documents_without_text().value_or(-1), 1);
  const auto named = [&](const std::string& name) {
    return store->documents_named(name).value_or(std::vector<std::string>{"failed"});
  };
  const std::vector<std::string> first = {one.id};
  for (const std::string& name :
       {one.id, std::string("sha256:aaaa"), std::string("aaaa"), std::string("pages/one.html")}) {
    EXPECT_EQ(named(name), first) << name;
  }
  EXPECT_EQ(named("one.html").size(), 2U);
  EXPECT_EQ(named("ne.html").size(), 0U);
  EXPECT_EQ(named("").size(), 0U);
  EXPECT_EQ(named("t").size(), 2U);
  EXPECT_EQ(named("two").size(), 1U);
}

TEST_F(StoreTest, TellsEachActorOnce) {
  auto store = Store::open(path_, true);
  ASSERT_TRUE(store);
  std::vector<StoredDocument> batch = {told("a", "One line"), told("b", "Another line")};
  for (auto& document : batch) {
    for (const char* id : {"NOV", "?1"}) {
      document.rows.push_back({.table = "actor", .row = id, .side = "NOV", .text = "Somebody"});
      document.rows.back().actors = {id};
      document.rows.back().json = "{}";
    }
  }
  ASSERT_TRUE(store->add(batch, 1, pair_up));
  const auto names = store->actor_names();
  ASSERT_TRUE(names);
  std::vector<ActorKey> keys;
  for (const auto& name : *names) keys.push_back(name.key);
  EXPECT_EQ(keys, (std::vector<ActorKey>{{"", "NOV"}, {"a", "?1"}, {"b", "?1"}}));
  EXPECT_EQ(store->actors_of("b")->size(), 2U);
  const auto of_a = rows_of(*store, {.table = "actor", .actors = {{"a", "?1"}}});
  ASSERT_EQ(of_a.size(), 1U);
  EXPECT_EQ(of_a[0].document, "a");
  EXPECT_EQ(rows_of(*store, {.table = "actor", .actors = {{"a", "?1"}, {"", "NOV"}}}).size(), 3U);
}

TEST_F(StoreTest, SkipsTheSameDocumentAndKeepsRevisionsOfAnother) {
  auto store = Store::open(path_, true);
  ASSERT_TRUE(store);
  auto added = store->add({told("a", "one"), told("a", "one"), told("a", "two")}, 1, pair_up);
  ASSERT_TRUE(added) << added.error().message;
  EXPECT_EQ(*added, (std::vector<Added>{Added::kNew, Added::kAgain, Added::kRevision}));
  const auto rows = rows_of(*store, {.table = "statement"});
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].text, "two");
  EXPECT_EQ(store->counts()->documents, 1);
}

TEST_F(StoreTest, FindsTheSignalsOfASideAgainAndFoldsReprints) {
  auto store = Store::open(path_, true);
  ASSERT_TRUE(store);
  ASSERT_TRUE(store->add({told("a", "The harbour talks failed utterly today")}, 1, pair_up));
  EXPECT_EQ(store->counts()->signals, 0);
  ASSERT_TRUE(store->add({told("b", "The harbour talks failed utterly")}, 1, pair_up));
  EXPECT_EQ(store->counts()->signals, 0);  // a reprint
  ASSERT_TRUE(store->add({told("c", "Ferries will return before summer")}, 1, pair_up));
  auto signals = store->signals({});
  ASSERT_EQ(signals->size(), 1U);
  EXPECT_EQ((*signals)[0].id, "ac");
  EXPECT_EQ((*signals)[0].b->document, "c");
  EXPECT_EQ(store->signals({.kind = SignalKind::kAmbiguity})->size(), 0U);
  EXPECT_TRUE(store->signal("ac")->has_value());
  EXPECT_FALSE(store->signal("none")->has_value());
  EXPECT_EQ(store->issues("NOV", -1)->size(), 1U);
  // Its revision withdraws what made the signal.
  ASSERT_TRUE(store->add({told("c", "The harbour talks failed utterly today")}, 1, pair_up));
  EXPECT_EQ(store->signals({})->size(), 0U);
}

TEST_F(StoreTest, ExplainsARowByItsRejectedReadings) {
  auto store = Store::open(path_, true);
  ASSERT_TRUE(store);
  ASSERT_TRUE(store->add({told("a", "one"), told("b", "two")}, 1, pair_up));
  EXPECT_EQ(store->row("", "s1")->size(), 2U);
  EXPECT_EQ(store->row("a", "s1")->size(), 1U);
  auto lost = store->readings("a", "s1");
  ASSERT_EQ(lost->size(), 1U);
  EXPECT_EQ((*lost)[0].why, "lies after the cue");
  EXPECT_EQ(store->points("a", "s1")->at(0).counterparts.size(), 2U);
  EXPECT_EQ((*store->document("b"))->text, "two");
  EXPECT_FALSE(store->document("c")->has_value());
}

TEST_F(StoreTest, TellsTheUtterancesAndIssuesOfTheWholeStore) {
  auto store = Store::open(path_, true);
  ASSERT_TRUE(store);
  ASSERT_TRUE(store->add({told("a", "The harbour talks failed utterly today")}, 1, pair_up));
  StoredDocument again = told("b", "The harbour talks failed utterly");
  again.rows[0].json = R"({"id":"s1","utterance":"s1","issue":"local","axis":"outlook"})";
  ASSERT_TRUE(store->add({again}, 1, pair_up));
  auto utterances = store->utterances("NOV", -1);
  ASSERT_EQ(utterances->size(), 1U);
  EXPECT_EQ((*utterances)[0].id, "a#s1");
  EXPECT_EQ((*utterances)[0].tellings, 2);
  EXPECT_EQ((*utterances)[0].last, "2031-04-02");
  EXPECT_EQ(rows_of(*store, {.table = "statement", .issues = {"talks"}}).size(), 2U);
  EXPECT_EQ(store->row("b", "s1")->at(0).json,
            R"({"id":"s1","utterance":"a#s1","issue":"talks","axis":"outlook"})");
  auto database = Database::open(path_, false);
  Sql view = database->prepare(
      "SELECT id, utterance, issue, axis, text, speaker FROM statements "
      "WHERE document = 'b'");
  ASSERT_TRUE(view.step().value());
  EXPECT_EQ(view.text(1), "a#s1");
  EXPECT_EQ(view.text(2), "talks");
  EXPECT_EQ(view.text(3), "outlook");
  EXPECT_EQ(view.text(4), "The harbour talks failed utterly");
}

TEST_F(StoreTest, KeepsNoTextWhereToldSo) {
  {
    auto store = Store::open(path_, true, false);
    ASSERT_TRUE(store);
    ASSERT_TRUE(store->add({told("a", "unforgettable harbour wording")}, 1, pair_up));
  }
  std::ifstream file(path_, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(file)), {});
  EXPECT_GT(bytes.size(), 1000U);
  // The hash of the bytes in this test holds the words once; the text would hold them again.
  const size_t first = bytes.find("harbour wording");
  EXPECT_EQ(bytes.find("harbour wording", first + 1), std::string::npos);
}

TEST_F(StoreTest, RefusesAStoreOfAnotherVersion) {
  ASSERT_TRUE(Store::open(path_, true));
  sqlite3* raw = nullptr;
  ASSERT_EQ(sqlite3_open(path_.c_str(), &raw), SQLITE_OK);
  sqlite3_exec(raw, "PRAGMA user_version = 7", nullptr, nullptr, nullptr);
  sqlite3_close(raw);
  auto store = Store::open(path_, false);
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().message, path_ + ": store of version 7: this program reads version 3");
}

TEST_F(StoreTest, RefusesWhatIsNoStore) {
  EXPECT_FALSE(Store::open(folder_.string(), true));
  EXPECT_FALSE(Store::open((folder_ / "none.store").string(), false));
  EXPECT_FALSE(fs::exists(folder_ / "none.store"));
  std::ofstream(folder_ / "text.store") << std::string(4096, 'x');
  auto text = Store::open((folder_ / "text.store").string(), true);
  ASSERT_FALSE(text);
  EXPECT_NE(text.error().message.find("text.store: "), std::string::npos);
}

TEST_F(StoreTest, OpensAfterAKilledRunAndSaysHowFarItCame) {
  const pid_t child = fork();
  if (child == 0) {
    auto store = Store::open(path_, true);
    auto run = store->begin_run({.binary = "test", .started = "2031-04-02T10:00:00Z"});
    static_cast<void>(store->add({told("a", "one"), told("b", "two")}, *run, pair_up));
    static_cast<void>(store->add({told("c", "three")}, *run, [](const std::vector<Point>&) {
      kill(getpid(), SIGKILL);  // in the middle of a batch
      return SignalReport{};
    }));
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_TRUE(WIFSIGNALED(status));
  auto store = Store::open(path_, false);
  ASSERT_TRUE(store) << store.error().message;
  auto runs = store->runs();
  ASSERT_EQ(runs->size(), 1U);
  EXPECT_FALSE((*runs)[0].done);
  EXPECT_EQ((*runs)[0].documents, 2);
  EXPECT_EQ(store->counts()->documents, 2);
}

TEST_F(StoreTest, SaysWhyItCannotGrowAndKeepsWhatItHad) {
  {
    auto store = Store::open(path_, true);
    ASSERT_TRUE(store->add({told("a", "one")}, 1, pair_up));
  }
  const pid_t child = fork();
  if (child == 0) {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{200000, 200000};
    setrlimit(RLIMIT_FSIZE, &limit);
    auto store = Store::open(path_, true);
    auto added = store->add({told("b", std::string(1000000, 'x'))}, 1, pair_up);
    _exit(!added && added.error().message.find(path_) == 0 ? 7 : 0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 7);
  auto store = Store::open(path_, false);
  ASSERT_TRUE(store);
  EXPECT_EQ(store->counts()->documents, 1);
}

TEST_F(StoreTest, GivesRowsAndSignalsBehindAPlace) {
  auto store = Store::open(path_, true);
  ASSERT_TRUE(store);
  const std::vector<StoredDocument> pages = {told("a", "one"), told("b", "two words"),
                                             told("c", "three whole words")};
  ASSERT_TRUE(store->add(pages, 1, pair_up));
  const auto all = rows_of(*store, {.table = "statement"});
  ASSERT_EQ(all.size(), 3U);
  EXPECT_LT(all[0].number, all[1].number);
  RowFilter behind{.table = "statement"};
  behind.after = all[0].number;
  behind.limit = 1;
  const auto second = rows_of(*store, behind);
  ASSERT_EQ(second.size(), 1U);
  EXPECT_EQ(second[0].document, "b");
  behind.after = all[2].number;
  EXPECT_TRUE(rows_of(*store, behind).empty());

  const auto signals = store->signals({});
  ASSERT_TRUE(signals);
  ASSERT_EQ(signals->size(), 2U);
  SignalFilter rest;
  const Signal& first = signals->front();
  rest.after = SignalPlace{static_cast<int64_t>(first.status), *first.score, first.id};
  const auto left = store->signals(rest);
  ASSERT_TRUE(left);
  ASSERT_EQ(left->size(), 1U);
  EXPECT_EQ(left->front().id, signals->back().id);
  EXPECT_EQ(store->signals({.least = .6})->size(), 0U);
  EXPECT_EQ(store->signals({.least = .5})->size(), 2U);
}

TEST_F(StoreTest, FindsRowsWithAPoint) {
  auto store = Store::open(path_, true);
  ASSERT_TRUE(store);
  StoredDocument page = told("a", "one");
  page.rows.push_back({.table = "event", .row = "e1", .json = "{}", .place = "Norvik"});
  page.rows.push_back({.table = "event", .row = "e2", .json = "{}", .place = "Skarv"});
  page.rows[2].lat = -12.5, page.rows[2].lon = 0;
  ASSERT_TRUE(store->add({page}, 1, pair_up));
  RowFilter filter{.table = "event"};
  const auto all = rows_of(*store, filter);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].place, "Norvik");
  EXPECT_FALSE(all[0].lat);
  filter.placed = true;
  const auto placed = rows_of(*store, filter);
  ASSERT_EQ(placed.size(), 1U);
  EXPECT_EQ(placed[0].place, "Skarv");
  EXPECT_EQ(placed[0].lat, -12.5);
  EXPECT_EQ(placed[0].lon, 0);
}

TEST_F(StoreTest, KeepsWhatPersonsJudged) {
  auto store = Store::open(path_, true);
  ASSERT_TRUE(store);
  EXPECT_TRUE(store->overrides("")->empty());
  const Override first{.target = "x",
                       .field = "verdict",
                       .value = "accepted",
                       .author = "desk",
                       .why = "it's \"so\"",
                       .made = "2031-04-02T10:00:00Z"};
  ASSERT_TRUE(store->add_override(first));
  ASSERT_TRUE(store->add_override({.target = "y", .field = "verdict", .value = "rejected"}));
  const auto of_x = store->overrides("x");
  ASSERT_TRUE(of_x);
  ASSERT_EQ(of_x->size(), 1U);
  EXPECT_EQ(of_x->front().value, "accepted");
  EXPECT_EQ(of_x->front().why, first.why);
  EXPECT_EQ(of_x->front().author, "desk");
  EXPECT_EQ(of_x->front().made, first.made);
  EXPECT_EQ(store->overrides("")->size(), 2U);
}

TEST_F(StoreTest, EndsAQuestionThatTakesTooLong) {
  auto store = Store::open(path_, true);
  ASSERT_TRUE(store);
  std::vector<StoredDocument> pages;
  for (int i = 0; i < 2000; ++i) pages.push_back(told("d" + std::to_string(i), "some words"));
  ASSERT_TRUE(store->add(pages, 1, [](const auto&) { return SignalReport(); }));
  store->limit_time(std::chrono::milliseconds(0));
  const auto asked = store->each_row({.table = "statement", .type = "none"},
                                     [](const StoredRow&) { return true; });
  ASSERT_FALSE(asked);
  EXPECT_EQ(asked.error().code, "too_long");
  store->limit_time(std::chrono::minutes(1));
  EXPECT_TRUE(store->each_row({.table = "statement", .type = "none"},
                              [](const StoredRow&) { return true; }));
}

TEST(Codec, GivesBackAPointAndRefusesDamage) {
  Point point = said("a", "s1", "Words");
  point.anchor = {"ferry", "harbour"};
  point.says_differ = true;
  const std::string bytes = encode_point(point);
  auto back = decode_point(bytes);
  ASSERT_TRUE(back);
  EXPECT_EQ(encode_point(*back), bytes);
  EXPECT_EQ(back->from, point.from);
  EXPECT_EQ(back->polarity, -2);
  for (size_t cut = 0; cut < bytes.size(); ++cut) EXPECT_FALSE(decode_point(bytes.substr(0, cut)));
  EXPECT_FALSE(decode_point(bytes + "x"));
  EXPECT_FALSE(decode_signal(std::string(200, '\xFF')));
}

}  // namespace
}  // namespace demarche
