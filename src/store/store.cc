// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "store/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/errors.h"
#include "base/strings.h"
#include "signal/reprints.h"
#include "store/codec.h"
#include "store/schema.h"
#include "store/views.h"
#include "store/wordless.h"

namespace demarche {
Status Store::check_version(bool create) {
  auto ask = [&](const char* sql) -> Result<int64_t> {
    Sql query = database_.prepare(sql);
    auto row = query.step();
    if (!row) return fail(row.error());
    return query.number(0);
  };
  auto tables = ask("SELECT count(*) FROM sqlite_master");
  if (!tables) return fail(tables.error());
  if (*tables == 0) {
    if (create) return database_.run((kSchema + make_views()).c_str());
    return fail(errors::store_failed(database_.path(), "cannot be opened as a store", "is empty"));
  }
  auto application = ask("PRAGMA application_id");
  auto version = ask("PRAGMA user_version");
  if (!application) return fail(application.error());
  if (!version) return fail(version.error());
  if (*application != kApplication) {
    return fail(errors::store_failed(database_.path(), "cannot be opened as a store",
                                     "is the database of another program"));
  }
  if (*version == kVersion) return {};
  return fail(
      Error{"store_version", fmt::format("{}: store of version {}: this program reads version {}",
                                         database_.path(), *version, kVersion)});
}

Result<Store> Store::open(const std::string& path, bool create, bool keep_text) {
  auto database = Database::open(path, create);
  if (!database) return fail(database.error());
  Store store(std::move(*database));
  store.keep_text_ = keep_text;
  if (create) {  // two processes may make one store at the same time
    Transaction transaction(store.database_);
    if (auto begun = transaction.begin(); !begun) return fail(begun.error());
    if (auto good = store.check_version(true); !good) return fail(good.error());
    if (auto done = transaction.commit(); !done) return fail(done.error());
  } else if (auto good = store.check_version(false); !good) {
    return fail(good.error());
  }
  return store;
}

Result<int64_t> Store::begin_run(const StoredRun& run) {
  Sql insert = database_.prepare(
      "INSERT INTO runs (binary, model, data, config, started) VALUES (?, ?, ?, ?, ?)");
  insert.bind(run.binary).bind(run.model).bind(run.data).bind(run.config).bind(run.started);
  if (auto done = insert.run(); !done) return fail(done.error());
  return database_.last_id();
}

Status Store::finish_run(int64_t run) {
  if (auto counted = keep_decoys(); !counted) return counted;
  Sql update = database_.prepare("UPDATE runs SET state = 'done' WHERE id = ?");
  return update.bind(run).run();
}

Result<std::vector<Added>> Store::add(const std::vector<StoredDocument>& batch, int64_t run,
                                      const SignalFinder& find) {
  Transaction transaction(database_);
  if (auto begun = transaction.begin(); !begun) return fail(begun.error());
  std::vector<Added> added;
  std::set<Field> fields;
  for (const auto& document : batch) {
    auto one = add_document(keep_text_ ? document : without_words(document), run, fields);
    if (!one) return fail(one.error());
    added.push_back(*one);
  }
  for (const Field& field : fields) {
    if (auto done = refresh(field, find); !done) return fail(done.error());
  }
  if (auto done = forget_decoys(fields); !done) return fail(done.error());
  Sql count = database_.prepare("UPDATE runs SET documents = documents + ? WHERE id = ?");
  count.bind(static_cast<int64_t>(batch.size())).bind(run);
  if (auto done = count.run(); !done) return fail(done.error());
  if (auto done = transaction.commit(); !done) return fail(done.error());
  return added;
}

Result<Added> Store::add_document(const StoredDocument& document, int64_t run,
                                  std::set<Field>& fields) {
  Sql last = database_.prepare(
      "SELECT number, revision, bytes_hash, coder FROM documents WHERE id = ? AND superseded = 0");
  auto found = last.bind(document.id).step();
  if (!found) return fail(found.error());
  int64_t revision = 1;
  if (*found) {
    if (last.text(2) == document.bytes_hash && last.text(3) == document.coder) return Added::kAgain;
    revision = last.number(1) + 1;
    Sql old = database_.prepare("SELECT DISTINCT side, topic FROM points WHERE document = ?");
    old.bind(last.number(0));
    auto row = old.step();
    for (; row && *row; row = old.step()) fields.emplace(old.text(0), old.text(1));
    if (!row) return fail(row.error());
    Sql supersede = database_.prepare("UPDATE documents SET superseded = 1 WHERE number = ?");
    if (auto done = supersede.bind(last.number(0)).run(); !done) return fail(done.error());
  }
  Sql insert = database_.prepare(
      "INSERT INTO documents (id, revision, run, bytes_hash, coder, path, url, title, outlet, day, "
      "language, text, text_hash, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(document.id).bind(revision).bind(run).bind(document.bytes_hash).bind(document.coder);
  insert.bind(document.path).bind(document.url).bind(document.title).bind(document.outlet);
  insert.bind(document.day).bind(document.language);
  insert.bind(document.text).bind(document.text_hash).bind(document.json);
  if (auto done = insert.run(); !done) return fail(done.error());
  const int64_t number = database_.last_id();
  if (auto done = add_rows(document, number); !done) return fail(done.error());
  if (auto done = add_points(document, number); !done) return fail(done.error());
  for (const auto& point : document.points) fields.emplace(point.side, point.topic);
  return *found ? Added::kRevision : Added::kNew;
}

Status Store::add_rows(const StoredDocument& document, int64_t number) {
  Sql insert = database_.prepare(
      "INSERT INTO stored_rows (document, kind, row, side, type, rule, actors, first, last, "
      "text, json, place, lat, lon) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Sql index = database_.prepare("INSERT INTO words (rowid, text) VALUES (?, ?)");
  Sql part = database_.prepare("INSERT OR IGNORE INTO parts (actor, row) VALUES (?, ?)");
  Sql known = database_.prepare(
      "INSERT INTO known_actors (id, name, side) VALUES (?, ?, ?) "
      "ON CONFLICT (id) DO UPDATE SET name = excluded.name, side = excluded.side "
      "WHERE name <> excluded.name OR side <> excluded.side");
  for (const auto& row : document.rows) {
    insert.bind(number).bind(row.table).bind(row.row).bind(row.side).bind(row.type);
    insert.bind(row.rule).bind('|' + join(row.actors, "|") + '|');
    insert.bind(row.from).bind(row.to).bind(row.text).bind(row.json).bind(row.place);
    for (const auto& degrees : {row.lat, row.lon})
      degrees ? insert.bind(*degrees) : insert.bind_null();
    if (auto done = insert.run(); !done) return done;
    const int64_t row_number = database_.last_id();
    for (const auto& actor : row.actors) {
      if (actor.starts_with('?')) continue;  // of this document alone
      if (auto done = part.bind(actor).bind(row_number).run(); !done) return done;
    }
    if (row.table == "actor" && !row.row.starts_with('?')) {
      if (auto done = known.bind(row.row).bind(row.text).bind(row.side).run(); !done) return done;
    }
    if (row.text.empty()) continue;
    if (auto done = index.bind(row_number).bind(row.text).run(); !done) return done;
  }
  Sql reading = database_.prepare(
      "INSERT INTO readings (document, row, rule, reading, why) VALUES (?, ?, ?, ?, ?)");
  for (const auto& lost : document.readings) {
    reading.bind(number).bind(lost.row).bind(lost.rule).bind(lost.reading).bind(lost.why);
    if (auto done = reading.run(); !done) return done;
  }
  return {};
}

// Anchors and wordings are compared, never read: a store holds their hashes.
Status Store::add_points(const StoredDocument& document, int64_t number) {
  Sql add = database_.prepare(
      "INSERT INTO points (document, row, side, topic, value) VALUES (?, ?, ?, ?, ?)");
  for (Point point : document.points) {
    point.wording = hashed(wording_of(point));
    point.anchor = hashed(point.anchor);
    std::ranges::sort(point.anchor);
    add.bind(number).bind(point.ref.row).bind(point.side).bind(point.topic);
    if (auto done = add.bind_blob(encode_point(point)).run(); !done) return done;
  }
  return {};
}

Result<std::vector<Point>> Store::points_of_field(const Field& field) const {
  Sql select = database_.prepare(
      "SELECT value FROM points JOIN documents ON documents.number = points.document "
      "WHERE side = ? AND topic = ? AND superseded = 0 ORDER BY points.rowid");
  select.bind(field.first).bind(field.second);
  std::vector<Point> points;
  auto row = select.step();
  for (; row && *row; row = select.step()) {
    auto point = decode_point(select.text(0));
    if (!point) return fail(errors::store_failed(database_.path(), "points", "are damaged"));
    points.push_back(std::move(*point));
  }
  if (!row) return fail(row.error());
  return fold_reprints(std::move(points));
}

Status Store::refresh(const Field& field, const SignalFinder& find) {
  const auto read = points_of_field(field);
  if (!read) return fail(read.error());
  const std::vector<Point>& points = *read;
  const SignalReport report = find(points);
  if (auto done = replace_utterances(field, points); !done) return done;
  if (auto done = replace_signals(field, report); !done) return done;
  return update_points(field, points, report);
}

Status Store::replace_utterances(const Field& field, const std::vector<Point>& points) {
  Sql old = database_.prepare("DELETE FROM utterances WHERE side = ? AND topic = ?");
  if (auto done = old.bind(field.first).bind(field.second).run(); !done) return done;
  std::map<std::string, StoredUtterance> utterances;
  std::set<std::pair<std::string, std::string>> seen;  // the two poles of a row are one telling
  for (const Point& point : points) {
    if (point.deed || !seen.emplace(point.ref.document, point.ref.row).second) continue;
    StoredUtterance& row = utterances[point.utterance];
    const std::string from = point.from ? format_day(*point.from) : "";
    const std::string to = point.to ? format_day(*point.to) : from;
    if (row.tellings++ == 0) {  // points come in order of time
      row.speaker = point.speaker;
      row.name = point.speaker_name;
      row.first = from;
    }
    row.last = std::max(row.last, to);
  }
  Sql insert = database_.prepare(
      "INSERT INTO utterances (id, side, topic, speaker, name, first, last, tellings) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  for (const auto& [id, row] : utterances) {
    insert.bind(id).bind(field.first).bind(field.second).bind(row.speaker).bind(row.name);
    insert.bind(row.first).bind(row.last).bind(row.tellings);
    if (auto done = insert.run(); !done) return done;
  }
  return {};
}

Status Store::replace_signals(const Field& field, const SignalReport& report) {
  for (const char* sql : {"DELETE FROM issues WHERE side = ? AND topic = ?",
                          "DELETE FROM signals WHERE side = ? AND topic = ?"}) {
    Sql old = database_.prepare(sql);
    if (auto done = old.bind(field.first).bind(field.second).run(); !done) return done;
  }
  Sql issue_row = database_.prepare(
      "INSERT INTO issues (id, side, topic, label, value) VALUES (?, ?, ?, ?, ?)");
  for (const auto& issue : report.issues) {
    issue_row.bind(issue.id).bind(field.first).bind(field.second).bind(issue.label);
    if (auto done = issue_row.bind_blob(encode_issue(issue)).run(); !done) return done;
  }
  Sql signal_row = database_.prepare(
      "INSERT INTO signals (id, side, topic, issue, kind, status, score, value) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  for (const auto& signal : report.signals) {
    signal_row.bind(signal.id).bind(field.first).bind(field.second).bind(signal.issue);
    signal_row.bind(static_cast<int64_t>(signal.kind)).bind(static_cast<int64_t>(signal.status));
    signal.score ? signal_row.bind(*signal.score) : signal_row.bind_null();
    if (auto done = signal_row.bind_blob(encode_signal(signal)).run(); !done) return done;
  }
  return {};
}

// Writes only what changed: most rows of a field stay as they were.
Status Store::update_points(const Field& field, const std::vector<Point>& points,
                            const SignalReport& report) {
  std::map<std::string, std::pair<std::string, std::string>> wanted;  // DOCUMENT#ROW
  for (const Point& point : points) {
    wanted[point.ref.document + '#' + point.ref.row].first = point.deed ? "" : point.utterance;
  }
  for (const Issue& issue : report.issues) {
    for (const auto& row : issue.rows) wanted[row].second = issue.id;
  }
  std::vector<std::pair<int64_t, std::string>> changed;
  {
    Sql select = database_.prepare(
        "SELECT points.rowid, documents.id || '#' || row, utterance, issue FROM points "
        "JOIN documents ON documents.number = points.document "
        "WHERE side = ? AND topic = ? AND superseded = 0");
    select.bind(field.first).bind(field.second);
    auto row = select.step();
    for (; row && *row; row = select.step()) {
      std::string name = select.text(1);
      const auto& [utterance, issue] = wanted[name];
      if (select.text(2) == utterance && select.text(3) == issue) continue;
      changed.emplace_back(select.number(0), std::move(name));
    }
    if (!row) return fail(row.error());
  }
  Sql update = database_.prepare("UPDATE points SET utterance = ?, issue = ? WHERE rowid = ?");
  for (const auto& [number, name] : changed) {
    const auto& [utterance, issue] = wanted[name];
    utterance.empty() ? update.bind_null() : update.bind(utterance);
    issue.empty() ? update.bind_null() : update.bind(issue);
    if (auto done = update.bind(number).run(); !done) return done;
  }
  return {};
}

void Store::limit_time(std::chrono::milliseconds most) { database_.limit_time(most); }

Status Store::add_override(const Override& made) {
  Sql insert = database_.prepare(
      "INSERT INTO overrides (target, field, value, author, made, why) VALUES (?, ?, ?, ?, ?, ?)");
  insert.bind(made.target).bind(made.field).bind(made.value);
  return insert.bind(made.author).bind(made.made).bind(made.why).run();
}

}  // namespace demarche
