// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace demarche {

/// The tables of a new store; the views `statements`, `events` and `actors` are made from the keys
/// of the record (make_views). `overrides` is for later: corrections are rows, never edits.
inline constexpr const char* kSchema = R"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE runs (
  id INTEGER PRIMARY KEY, binary TEXT, model TEXT, data TEXT, config TEXT, started TEXT,
  state TEXT NOT NULL DEFAULT 'running', documents INTEGER NOT NULL DEFAULT 0);
CREATE TABLE documents (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL, revision INTEGER NOT NULL,
  superseded INTEGER NOT NULL DEFAULT 0, run INTEGER NOT NULL REFERENCES runs(id),
  bytes_hash TEXT, coder TEXT, path TEXT, url TEXT, title TEXT, outlet TEXT, day TEXT,
  language TEXT, text TEXT, text_hash TEXT, json TEXT, UNIQUE (id, revision));
CREATE TABLE stored_rows (
  number INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents(number),
  kind TEXT NOT NULL, row TEXT NOT NULL, side TEXT, type TEXT, rule TEXT,
  actors TEXT, first TEXT, last TEXT, text TEXT, json TEXT,
  place TEXT, lat REAL, lon REAL); -- of an event; WGS 84 degrees
CREATE INDEX stored_rows_placed ON stored_rows (kind, number) WHERE lat IS NOT NULL;
CREATE INDEX stored_rows_document ON stored_rows (document, row);
CREATE INDEX stored_rows_side ON stored_rows (kind, side);
-- Who takes part in which rows, of the actor table; and who that is.
CREATE TABLE parts (actor TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (actor, row)) WITHOUT ROWID;
CREATE TABLE known_actors (id TEXT PRIMARY KEY, name TEXT NOT NULL, side TEXT NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(text, content='stored_rows', content_rowid='number');
CREATE TABLE readings (
  document INTEGER NOT NULL REFERENCES documents(number), row TEXT NOT NULL,
  rule TEXT, reading TEXT, why TEXT);
CREATE INDEX readings_row ON readings (document, row);
-- What the signal stage needs; utterance and issue are found again when documents are added.
CREATE TABLE points (
  document INTEGER NOT NULL REFERENCES documents(number), row TEXT, side TEXT NOT NULL,
  topic TEXT NOT NULL, utterance TEXT, issue TEXT, value BLOB NOT NULL);
CREATE INDEX points_side ON points (side, topic);
CREATE INDEX points_document ON points (document, row);
CREATE TABLE utterances (
  id TEXT NOT NULL, side TEXT, topic TEXT, speaker TEXT, name TEXT, first TEXT, last TEXT,
  tellings INTEGER NOT NULL);
CREATE INDEX utterances_side ON utterances (side, topic);
CREATE TABLE issues (id TEXT, side TEXT, topic TEXT, label TEXT, value BLOB NOT NULL);
CREATE INDEX issues_side ON issues (side, topic);
CREATE INDEX issues_id ON issues (id);
CREATE TABLE signals (
  id TEXT, side TEXT, topic TEXT, issue TEXT, kind INTEGER, status INTEGER, score REAL,
  value BLOB NOT NULL);
CREATE INDEX signals_board ON signals (status, coalesce(score, -1) DESC, id);
CREATE INDEX signals_side ON signals (side, topic);
CREATE INDEX signals_id ON signals (id);
CREATE TABLE overrides (
  id INTEGER PRIMARY KEY, target TEXT, field TEXT, value TEXT, author TEXT, made TEXT, why TEXT);
CREATE INDEX overrides_target ON overrides (target);
PRAGMA application_id = 1145392449;
PRAGMA user_version = 3;
)sql";

inline constexpr long long kApplication = 1145392449;  // "DEMA"

}  // namespace demarche
