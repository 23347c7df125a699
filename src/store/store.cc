// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "store/store.h"

#include <fmt/format.h>

#include "base/errors.h"
#include "base/strings.h"
#include "signal/reprints.h"
#include "store/codec.h"
#include "store/schema.h"

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
    if (create) return database_.run(kSchema);
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
  Sql update = database_.prepare("UPDATE runs SET state = 'done' WHERE id = ?");
  return update.bind(run).run();
}

Result<std::vector<Added>> Store::add(const std::vector<StoredDocument>& batch, int64_t run,
                                      const SignalFinder& find) {
  Transaction transaction(database_);
  if (auto begun = transaction.begin(); !begun) return fail(begun.error());
  std::vector<Added> added;
  std::map<std::string, bool> sides;
  for (const auto& document : batch) {
    auto one = add_document(document, run, sides);
    if (!one) return fail(one.error());
    added.push_back(*one);
  }
  for (const auto& [side, touched] : sides) {
    if (auto done = refresh_side(side, find); !done) return fail(done.error());
  }
  Sql count = database_.prepare("UPDATE runs SET documents = documents + ? WHERE id = ?");
  count.bind(static_cast<int64_t>(batch.size())).bind(run);
  if (auto done = count.run(); !done) return fail(done.error());
  if (auto done = transaction.commit(); !done) return fail(done.error());
  return added;
}

Result<Added> Store::add_document(const StoredDocument& document, int64_t run,
                                  std::map<std::string, bool>& sides) {
  Sql last = database_.prepare(
      "SELECT number, revision, bytes_hash, coder FROM documents WHERE id = ? AND superseded = 0");
  auto found = last.bind(document.id).step();
  if (!found) return fail(found.error());
  int64_t revision = 1;
  if (*found) {
    if (last.text(2) == document.bytes_hash && last.text(3) == document.coder) return Added::kAgain;
    revision = last.number(1) + 1;
    Sql old_sides = database_.prepare("SELECT DISTINCT side FROM points WHERE document = ?");
    old_sides.bind(last.number(0));
    auto row = old_sides.step();
    for (; row && *row; row = old_sides.step()) sides[old_sides.text(0)] = true;
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
  insert.bind(keep_text_ ? document.text : std::string()).bind(document.text_hash);
  insert.bind(keep_text_ ? document.json : std::string());
  if (auto done = insert.run(); !done) return fail(done.error());
  if (auto done = add_rows(document, database_.last_id()); !done) return fail(done.error());
  for (const auto& point : document.points) sides[point.side] = true;
  return *found ? Added::kRevision : Added::kNew;
}

Status Store::add_rows(const StoredDocument& document, int64_t number) {
  Sql insert = database_.prepare(
      "INSERT INTO stored_rows (document, kind, row, side, type, issue, rule, actors, first, last, "
      "text, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Sql index = database_.prepare("INSERT INTO words (rowid, text) VALUES (?, ?)");
  Sql reading = database_.prepare(
      "INSERT INTO readings (row_number, rule, reading, why) VALUES (?, ?, ?, ?)");
  for (const auto& row : document.rows) {
    insert.bind(number).bind(row.table).bind(row.row).bind(row.side).bind(row.type);
    insert.bind(row.issue).bind(row.rule).bind('|' + join(row.actors, "|") + '|');
    insert.bind(row.from).bind(row.to).bind(keep_text_ ? row.text : std::string()).bind(row.json);
    if (auto done = insert.run(); !done) return done;
    const int64_t row_number = database_.last_id();
    if (keep_text_) {
      if (auto done = index.bind(row_number).bind(row.text).run(); !done) return done;
    }
    for (const auto& lost : row.rejected) {
      reading.bind(row_number).bind(lost.rule).bind(lost.reading).bind(lost.why);
      if (auto done = reading.run(); !done) return done;
    }
  }
  Sql add = database_.prepare(
      "INSERT INTO points (document, row, side, utterance, value) VALUES (?, ?, ?, ?, ?)");
  for (Point point : document.points) {
    if (!keep_text_) point.text.clear();
    add.bind(number).bind(point.ref.row).bind(point.side).bind(point.utterance);
    if (auto done = add.bind_blob(encode_point(point)).run(); !done) return done;
  }
  return {};
}

Status Store::refresh_side(const std::string& side, const SignalFinder& find) {
  std::vector<Point> points;
  {
    Sql select = database_.prepare(
        "SELECT value FROM points JOIN documents ON documents.number = points.document "
        "WHERE side = ? AND superseded = 0 ORDER BY points.rowid");
    select.bind(side);
    auto row = select.step();
    for (; row && *row; row = select.step()) {
      auto point = decode_point(select.text(0));
      if (!point) return fail(errors::store_failed(database_.path(), "points", "are damaged"));
      points.push_back(std::move(*point));
    }
    if (!row) return fail(row.error());
  }
  const SignalReport report = find(fold_reprints(std::move(points)));
  Sql old_issues = database_.prepare("DELETE FROM issues WHERE side = ?");
  if (auto done = old_issues.bind(side).run(); !done) return done;
  Sql old_signals = database_.prepare("DELETE FROM signals WHERE side = ?");
  if (auto done = old_signals.bind(side).run(); !done) return done;
  Sql issue_row = database_.prepare(
      "INSERT INTO issues (id, side, topic, label, value) VALUES (?, ?, ?, ?, ?)");
  for (const auto& issue : report.issues) {
    issue_row.bind(issue.id).bind(side).bind(issue.topic).bind(issue.label);
    if (auto done = issue_row.bind_blob(encode_issue(issue)).run(); !done) return done;
  }
  Sql signal_row = database_.prepare(
      "INSERT INTO signals (id, side, issue, kind, status, score, value) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)");
  for (const auto& signal : report.signals) {
    signal_row.bind(signal.id).bind(side).bind(signal.issue);
    signal_row.bind(static_cast<int64_t>(signal.kind)).bind(static_cast<int64_t>(signal.status));
    signal.score ? signal_row.bind(*signal.score) : signal_row.bind_null();
    if (auto done = signal_row.bind_blob(encode_signal(signal)).run(); !done) return done;
  }
  return {};
}

}  // namespace demarche
