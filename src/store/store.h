// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "signal/chance.h"
#include "signal/signal.h"
#include "store/database.h"

namespace demarche {

/// One reading of a row that lost, as `explain` shows it.
struct StoredReading {
  std::string row;  ///< id within its document
  std::string rule, reading, why;
};

/// One row of a document's record as the store keeps it: what filters need, and the row in JSON.
struct StoredRow {
  std::string table;  ///< "statement", "event", "actor"
  std::string row;    ///< id within its document
  std::string side, type, issue, rule;
  std::vector<std::string> actors;
  std::string from, to;  ///< days; empty: not known
  std::string text;      ///< its words
  std::string json;
  std::string place;               ///< name of where an event was, or empty
  std::optional<double> lat, lon;  ///< of the place; WGS 84 degrees
  std::string document;            ///< filled by the store's questions
  int64_t number = 0;  ///< of the row in the store, likewise: rows are given in this order
};

struct StoredDocument {
  std::string id, bytes_hash, coder;  ///< coder: hashes of what made the record
  std::string path, url, title, outlet, day, language;
  std::string text, text_hash, json;  ///< json: the whole record
  std::vector<StoredRow> rows;
  std::vector<StoredReading> readings;
  std::vector<Point> points;
  int64_t number = 0;  ///< filled by the store's questions: documents are given in this order
};

/// One act of speaking, told once or many times.
struct StoredUtterance {
  std::string id;  ///< DOCUMENT#ROW of its first telling
  std::string side, topic, speaker, name;
  std::string first, last;  ///< days when it was said; empty: not known
  int64_t tellings = 0;
};

/// What a run of the program puts into a store; the caller reads the clock.
struct StoredRun {
  std::string binary, model, data, config, started;
  int64_t id = 0, documents = 0;
  bool done = false;
};

struct StoreCounts {
  int64_t documents = 0, signals = 0;
};

/// What `add` did with each document, in their order.
enum class Added : uint8_t { kNew, kAgain, kRevision };

/// An actor of a store: one of the actor table, the same in all documents (`document` is empty), or
/// one that a single document knows ("?1" of that document).
struct ActorKey {
  std::string document, id;
  auto operator<=>(const ActorKey&) const = default;
};
struct ActorName {
  ActorKey key;
  std::string name, side;
};

struct RowFilter {
  std::string table;  ///< "statement", "event", "actor"
  std::string side, type, from, to;
  std::vector<ActorKey> actors;     ///< one of them takes part; empty: anybody
  std::vector<std::string> issues;  ///< of one of them; empty: of any
  std::string words;                ///< all of them must stand in the row's text
  bool placed = false;              ///< with a place whose coordinates are known
  int64_t limit = -1;
  int64_t after = -1;  ///< rows behind the one of this number
};

/// A signal's place in the order of the board.
struct SignalPlace {
  int64_t status = 0;
  double score = 0;  ///< -1 for none
  std::string id;
};

/// A correction of a person: kept beside what it is of, which stays as it was read.
struct Override {
  std::string target;  ///< id of a signal, or DOCUMENT#ROW
  std::string field;   ///< "verdict" of a signal: "accepted" or "rejected"; else a key of the row
  std::string value, author, why;
  std::string made;  ///< ISO instant; the caller reads the clock
  int64_t id = 0;    ///< filled by the store
};

struct SignalFilter {
  std::string side, topic;
  std::vector<std::string> issues;  ///< of one of them; empty: of any
  std::optional<SignalKind> kind;
  std::optional<SignalStatus> status;
  double least = -1;  ///< score
  int64_t limit = -1;
  std::optional<SignalPlace> after;
};

using SignalFinder = std::function<SignalReport(const std::vector<Point>&)>;

/// A store: one SQLite file, append-only. A document that comes again with other bytes or another
/// coder is a new revision; questions see the last one. A process that is killed leaves what its
/// last batch had committed, and the run that wrote it not done.
class Store {
 public:
  static constexpr int64_t kVersion = 3;

  /// Opens a store; where `create` is set, makes it if it is not there, and may write.
  static Result<Store> open(const std::string& path, bool create, bool keep_text = true);

  Result<int64_t> begin_run(const StoredRun& run);
  /// Marks a run done and counts the decoys of each topic that it touched.
  Status finish_run(int64_t run);
  /// Adds a batch in one transaction; finds the utterances, issues and signals of each side and
  /// topic that it touches again.
  Result<std::vector<Added>> add(const std::vector<StoredDocument>& batch, int64_t run,
                                 const SignalFinder& find);

  /// From now on a question that takes longer fails with the code "too_long".
  void limit_time(std::chrono::milliseconds most);

  [[nodiscard]] Result<StoreCounts> counts() const;
  Status add_override(const Override& made);
  /// Of a target, the oldest first; an empty one asks for all.
  [[nodiscard]] Result<std::vector<Override>> overrides(const std::string& target) const;
  [[nodiscard]] Result<std::vector<StoredRun>> runs() const;
  /// Best first: status, score, id.
  [[nodiscard]] Result<std::vector<Signal>> signals(const SignalFilter& filter) const;
  [[nodiscard]] Result<std::optional<Signal>> signal(const std::string& id) const;
  [[nodiscard]] Result<std::vector<Issue>> issues(const std::string& side, int64_t limit) const;
  [[nodiscard]] Result<std::optional<Issue>> issue(const std::string& id) const;
  [[nodiscard]] Result<std::string> label_of_issue(const std::string& id) const;  ///< or empty
  [[nodiscard]] Result<std::vector<StoredUtterance>> utterances(const std::string& side,
                                                                int64_t limit) const;
  /// Documents and rows are given one by one, so that no answer must be held as a whole; where
  /// `take` gives false it was the last. Of the filter of documents the days, the words (of title
  /// and text) and the limit count; a document comes without its text, rows and JSON.
  Status each_document(const RowFilter& filter,
                       const std::function<bool(const StoredDocument&)>& take) const;
  Status each_row(const RowFilter& filter, const std::function<bool(const StoredRow&)>& take) const;
  [[nodiscard]] Result<std::optional<StoredDocument>> document(const std::string& id) const;
  /// The ids of documents that a person may mean by this name: the id, its beginning with or
  /// without "sha256:", the path or its last part, the URL. At most 10; one where an id is exact.
  [[nodiscard]] Result<std::vector<std::string>> documents_named(const std::string& name) const;
  /// Live documents whose text is not kept.
  [[nodiscard]] Result<int64_t> documents_without_text() const;
  /// The actors of a document, and each actor of the store once for each name and side that it has.
  [[nodiscard]] Result<std::vector<StoredRow>> actors_of(const std::string& document) const;
  [[nodiscard]] Result<std::vector<ActorName>> actor_names() const;
  /// Those of the actor table alone, by id, with their last name and side; empty texts ask for any,
  /// `letters` are part of the name, case of ASCII forgiven.
  [[nodiscard]] Result<std::vector<ActorName>> known_actors(const std::string& side,
                                                            const std::string& letters,
                                                            int64_t limit) const;
  /// The rows of this name, at most 100. An empty `document` asks for those of any document.
  [[nodiscard]] Result<std::vector<StoredRow>> row(const std::string& document,
                                                   const std::string& row) const;
  /// The readings of a row that were turned down.
  [[nodiscard]] Result<std::vector<StoredReading>> readings(const std::string& document,
                                                            const std::string& row) const;
  /// The points of a row: one, or one for each pole.
  [[nodiscard]] Result<std::vector<Point>> points(const std::string& document,
                                                  const std::string& row) const;
  /// The points of an issue, in order of time; at most so many rows.
  [[nodiscard]] Result<std::vector<Point>> points_of(const Issue& issue, size_t most_rows) const;
  /// The decoys of all topics, as the last run that was finished counted them. Nothing where a run
  /// is at work, was killed, or was of a version that did not count.
  [[nodiscard]] Result<std::optional<DecoyTally>> decoys() const;
  /// The same, where nothing is kept counted now: that takes time and memory.
  [[nodiscard]] Result<DecoyTally> counted_decoys() const;

 private:
  explicit Store(Database database) : database_(std::move(database)) {}
  Status check_version(bool create);
  /// A side and a topic: what cannot share an issue with anything outside it.
  using Field = std::pair<std::string, std::string>;
  Result<Added> add_document(const StoredDocument& document, int64_t run, std::set<Field>& fields);
  Status add_rows(const StoredDocument& document, int64_t number);
  Status add_points(const StoredDocument& document, int64_t number);
  Status refresh(const Field& field, const SignalFinder& find);
  [[nodiscard]] Result<std::vector<Point>> points_of_field(const Field& field) const;
  /// Topic and tally; none where it is not counted.
  using TopicTally = std::pair<std::string, std::optional<DecoyTally>>;
  [[nodiscard]] Result<std::vector<TopicTally>> tallies() const;
  [[nodiscard]] Result<DecoyTally> count_topic(const std::string& topic) const;
  Status forget_decoys(const std::set<Field>& fields);
  Status keep_decoys();
  Status replace_utterances(const Field& field, const std::vector<Point>& points);
  Status replace_signals(const Field& field, const SignalReport& report);
  Status update_points(const Field& field, const std::vector<Point>& points,
                       const SignalReport& report);

  Database database_;
  bool keep_text_ = true;
};

}  // namespace demarche
