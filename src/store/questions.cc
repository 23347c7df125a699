// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <utility>

#include "base/errors.h"
#include "base/sha256.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "record/json.h"
#include "store/codec.h"
#include "store/store.h"
#include "store/views.h"

namespace demarche {
namespace {

// The words of a person as a question to FTS5: each in quotes, so that none is an operator.
std::string words_question(std::string_view words) {
  const std::string folded = fold_space(words);
  std::string question;
  for (auto word : split(folded, ' ')) {
    if (word.empty()) continue;
    if (!question.empty()) question += ' ';
    question += '"' + replace_all(std::string(word), "\"", "\"\"") + '"';
  }
  return question;
}

// A text as its words, folded and without accents as FTS5 compares them: " the ferry s captain ".
std::string searchable(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  auto plain = icu::UnicodeString::fromUTF8(fold_case(text));
  const icu::Normalizer2* apart = icu::Normalizer2::getNFDInstance(error);
  if (U_SUCCESS(error)) plain = apart->normalize(plain, error);
  std::string result = " ";
  for (int32_t at = 0; at < plain.length(); at = plain.moveIndex32(at, 1)) {
    const UChar32 c = plain.char32At(at);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    if (u_isalnum(c) != 0) {
      append_utf8(result, static_cast<uint32_t>(c));
    } else if (result.back() != ' ') {
      result += ' ';
    }
  }
  if (result.back() != ' ') result += ' ';
  return result;
}

// Each word of a person as it stands in a searchable text: " cease fire " of "cease-fire".
std::vector<std::string> searched_words(std::string_view words) {
  std::vector<std::string> result;
  const std::string folded = fold_space(words);
  for (auto word : split(folded, ' ')) {
    std::string one = searchable(word);
    if (one != " ") result.push_back(std::move(one));
  }
  return result;
}

bool has_words(const std::string& text, const std::vector<std::string>& words) {
  return std::ranges::all_of(
      words, [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

std::string json_list(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const auto& text : texts) {
    if (out.size() > 1) out += ',';
    append_json_string(out, text);
  }
  return out + ']';
}

std::string json_list(const std::vector<ActorKey>& actors) {
  std::string out = "[";
  for (const auto& [document, id] : actors) {
    if (out.size() > 1) out += ',';
    out += json_list({document, id});
  }
  return out + ']';
}

template <class Row, class Read>
Result<std::vector<Row>> all_rows(Sql& query, Read read) {
  std::vector<Row> rows;
  auto row = query.step();
  for (; row && *row; row = query.step()) rows.push_back(read(query));
  if (!row) return fail(row.error());
  return rows;
}

StoredRow read_row(const Sql& query) {
  StoredRow row{.table = query.text(0),
                .row = query.text(1),
                .side = query.text(2),
                .type = query.text(3),
                .issue = query.text(4),
                .rule = query.text(5),
                .actors = {},
                .from = query.text(7),
                .to = query.text(8),
                .text = query.text(9),
                .json = query.text(10),
                .place = query.text(13),
                .document = query.text(11),
                .number = query.number(12)};
  if (query.number(16) != 0) row.lat = query.real(14), row.lon = query.real(15);
  const std::string actors = query.text(6);
  for (auto actor : split(actors, '|')) {
    if (!actor.empty()) row.actors.emplace_back(actor);
  }
  return row;
}

// A statement's issue and utterance in JSON are those of the store.
std::string row_columns(std::string_view from = "stored_rows") {
  return fmt::format(
      "SELECT kind, row, side, type, {0}, rule, actors, first, last, stored_rows.text, "
      "CASE WHEN kind = 'statement' AND {1} IS NOT NULL "
      "THEN json_set(stored_rows.json, '$.utterance', {1}, '$.issue', {0}) "
      "ELSE stored_rows.json END, documents.id, stored_rows.number, place, lat, lon, "
      "lat IS NOT NULL FROM {2} CROSS JOIN documents ON documents.number = stored_rows.document "
      "WHERE superseded = 0 ",
      kIssueOfRow, kUtteranceOfRow, from);
}

/// The question for rows that fit a filter: only what is asked for stands in it, and the tables in
/// the order in which they are to be gone through, so that the first rows come at once.
std::string rows_question(const RowFilter& filter, bool words) {
  std::string question = row_columns(words ? "words CROSS JOIN stored_rows ON "
                                             "stored_rows.number = words.rowid"
                                           : "stored_rows");
  const auto where = [&](bool asked, std::string_view condition) {
    if (asked) question += fmt::format("AND {} ", condition);
  };
  // Rows of a side are found by their index; of a kind alone there are too many for one.
  where(true, filter.side.empty() || words ? "+kind = ?1" : "kind = ?1");
  where(!filter.side.empty(), words ? "+side = ?2" : "side = ?2");
  const bool known = std::ranges::all_of(filter.actors, [](const ActorKey& actor) {
    return actor.document.empty() && !actor.id.starts_with('?');
  });
  if (!filter.actors.empty() && known) {
    where(true,
          "stored_rows.number IN (SELECT parts.row FROM json_each(?3) JOIN parts ON parts.actor = "
          "json_extract(json_each.value, '$[1]'))");
  } else {
    where(!filter.actors.empty(),
          "EXISTS (SELECT 1 FROM json_each(?3) "
          "WHERE json_extract(json_each.value, '$[0]') IN ('', documents.id) "
          "AND instr(actors, '|' || json_extract(json_each.value, '$[1]') || '|') > 0)");
  }
  where(!filter.issues.empty(),
        fmt::format("{} IN (SELECT value FROM json_each(?4))", kIssueOfRow));
  where(!filter.type.empty(), "type = ?5");
  where(!filter.from.empty(), "max(first, last) >= ?6");
  where(!filter.to.empty(),
        "max(first, last) <> '' AND CASE WHEN first <> '' THEN first ELSE last END <= ?7");
  where(words, "words MATCH ?8");
  where(filter.placed, "lat IS NOT NULL");
  const std::string_view number = words ? "words.rowid" : "stored_rows.number";
  return question + fmt::format("AND {0} > ?9 ORDER BY {0} LIMIT ?10", number);
}

constexpr std::string_view kOfDocument =
    "AND stored_rows.document = "
    "(SELECT number FROM documents WHERE id = ?1 AND superseded = 0) ";

constexpr int64_t kAll = 10000;  // rows of a piece

/// Gives the rows of a question in pieces, so that neither is all of an answer held nor the store
/// kept from others while the rows are taken. `ask` makes the question for at most `limit` rows
/// behind the number of the `last` one; `number` is the column of that number.
template <class Row, class Ask, class Read>
Status give_rows(int64_t last, int64_t limit, int64_t piece, int number, const Ask& ask,
                 const Read& read, const std::function<bool(const Row&)>& take) {
  while (limit != 0) {
    const int64_t wanted = limit < 0 ? piece : std::min(limit, piece);
    Sql query = ask(last, wanted);
    auto rows = all_rows<Row>(query, [&](const Sql& row) {
      last = row.number(number);
      return read(row);
    });
    if (!rows) return fail(rows.error());
    for (const Row& row : *rows) {
      if (!take(row)) return {};
    }
    if (static_cast<int64_t>(rows->size()) < wanted) return {};
    if (limit > 0) limit -= wanted;
  }
  return {};
}

std::string document_columns(std::string_view text, std::string_view json) {
  return fmt::format(
      "SELECT id, bytes_hash, coder, path, url, title, outlet, day, language, {}, text_hash, {}, "
      "number FROM documents WHERE superseded = 0 ",
      text, json);
}

StoredDocument read_document(const Sql& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3),   row.text(4),  row.text(5),
          row.text(6), row.text(7), row.text(8), row.text(9),   row.text(10), row.text(11),
          {},          {},          {},          row.number(12)};
}

}  // namespace

Result<StoreCounts> Store::counts() const {
  Sql query = database_.prepare(
      "SELECT (SELECT count(*) FROM documents WHERE superseded = 0), "
      "(SELECT count(*) FROM signals)");
  auto row = query.step();
  if (!row) return fail(row.error());
  return StoreCounts{.documents = query.number(0), .signals = query.number(1)};
}

Result<std::vector<Override>> Store::overrides(const std::string& target) const {
  Sql query = database_.prepare(
      "SELECT target, field, value, author, why, made, id FROM overrides "
      "WHERE ?1 = '' OR target = ?1 ORDER BY id");
  query.bind(target);
  return all_rows<Override>(query, [](const Sql& row) {
    return Override{row.text(0), row.text(1), row.text(2),  row.text(3),
                    row.text(4), row.text(5), row.number(6)};
  });
}

Result<std::vector<StoredRun>> Store::runs() const {
  Sql query = database_.prepare(
      "SELECT binary, model, data, config, started, id, documents, state FROM runs ORDER BY id");
  return all_rows<StoredRun>(query, [](const Sql& row) {
    return StoredRun{row.text(0), row.text(1),   row.text(2),   row.text(3),
                     row.text(4), row.number(5), row.number(6), row.text(7) == "done"};
  });
}

Result<std::vector<Signal>> Store::signals(const SignalFilter& filter) const {
  // Only what is asked for stands in the question, so that SQLite sees which index serves it.
  std::string question = "SELECT value FROM signals WHERE true ";
  const auto where = [&](bool asked, std::string_view condition) {
    if (asked) question += fmt::format("AND {} ", condition);
  };
  where(!filter.side.empty(), "side = ?1");
  where(!filter.issues.empty(), "issue IN (SELECT value FROM json_each(?2))");
  where(filter.kind.has_value(), "kind = ?3");
  where(filter.status.has_value(), "status = ?4");
  where(!filter.topic.empty(), "topic = ?6");
  where(filter.least >= 0, "score >= ?7");
  where(filter.after.has_value(),
        "(status > ?8 OR (status = ?8 AND (coalesce(score, -1) < ?9 OR "
        "(coalesce(score, -1) = ?9 AND id > ?10))))");
  // The last one keeps all numbers in use.
  question += "AND ?10 = ?10 ORDER BY status, coalesce(score, -1) DESC, id LIMIT ?5";
  Sql query = database_.prepare(question);
  query.bind(filter.side).bind(json_list(filter.issues));
  query.bind(filter.kind ? static_cast<int64_t>(*filter.kind) : int64_t{-1});
  query.bind(filter.status ? static_cast<int64_t>(*filter.status) : int64_t{-1});
  query.bind(filter.limit).bind(filter.topic).bind(filter.least);
  const SignalPlace after = filter.after.value_or(SignalPlace{.status = -1, .score = 0, .id = {}});
  query.bind(after.status).bind(after.score).bind(after.id);
  std::vector<Signal> signals;
  auto row = query.step();
  for (; row && *row; row = query.step()) {
    auto signal = decode_signal(query.text(0));
    if (!signal) return fail(errors::store_failed(database_.path(), "signals", "are damaged"));
    signals.push_back(std::move(*signal));
  }
  if (!row) return fail(row.error());
  return signals;
}

Result<std::optional<Signal>> Store::signal(const std::string& id) const {
  Sql query = database_.prepare("SELECT value FROM signals WHERE id = ?");
  auto row = query.bind(id).step();
  if (!row) return fail(row.error());
  return *row ? decode_signal(query.text(0)) : std::nullopt;
}

Result<std::vector<Issue>> Store::issues(const std::string& side, int64_t limit) const {
  Sql query = database_.prepare(
      "SELECT value FROM issues WHERE (?1 = '' OR side = ?1) ORDER BY side, id LIMIT ?2");
  query.bind(side).bind(limit);
  std::vector<Issue> issues;
  auto row = query.step();
  for (; row && *row; row = query.step()) {
    auto issue = decode_issue(query.text(0));
    if (!issue) return fail(errors::store_failed(database_.path(), "issues", "are damaged"));
    issues.push_back(std::move(*issue));
  }
  if (!row) return fail(row.error());
  return issues;
}

Result<std::optional<Issue>> Store::issue(const std::string& id) const {
  Sql query = database_.prepare("SELECT value FROM issues WHERE id = ?");
  auto row = query.bind(id).step();
  if (!row) return fail(row.error());
  return *row ? decode_issue(query.text(0)) : std::nullopt;
}

Result<std::string> Store::label_of_issue(const std::string& id) const {
  Sql query = database_.prepare("SELECT label FROM issues WHERE id = ?");
  auto row = query.bind(id).step();
  if (!row) return fail(row.error());
  return *row ? query.text(0) : std::string();
}

Result<std::vector<StoredUtterance>> Store::utterances(const std::string& side,
                                                       int64_t limit) const {
  Sql query = database_.prepare(
      "SELECT id, side, topic, speaker, name, first, last, tellings FROM utterances "
      "WHERE (?1 = '' OR side = ?1) ORDER BY side, first, id LIMIT ?2");
  query.bind(side).bind(limit);
  return all_rows<StoredUtterance>(query, [](const Sql& row) {
    return StoredUtterance{row.text(0), row.text(1), row.text(2), row.text(3),
                           row.text(4), row.text(5), row.text(6), row.number(7)};
  });
}

Status Store::each_document(const RowFilter& filter,
                            const std::function<bool(const StoredDocument&)>& take) const {
  constexpr int kNumber = 12;
  const auto wanted = searched_words(filter.words);
  if (wanted.empty() && !trim(filter.words).empty()) return {};
  const auto ask = [&](int64_t last, int64_t limit) {
    Sql query = database_.prepare(document_columns(wanted.empty() ? "''" : "text", "''") +
                                  "AND (?1 = '' OR day >= ?1) AND (?2 = '' OR (day <> '' AND "
                                  "day <= ?2)) AND number > ?3 ORDER BY number LIMIT ?4");
    query.bind(filter.from).bind(filter.to).bind(last).bind(limit);
    return query;
  };
  if (wanted.empty()) {
    return give_rows<StoredDocument>(filter.after, filter.limit, kAll, kNumber, ask, read_document,
                                     take);
  }
  int64_t left = filter.limit;
  if (left == 0) return {};
  const auto look = [&](const StoredDocument& row) {
    if (!has_words(searchable(row.title + '\n' + row.text), wanted)) return true;
    StoredDocument found = row;
    found.text.clear();
    return take(found) && (left < 0 || --left > 0);
  };
  constexpr int64_t kWithTexts = 100;  // a text may have megabytes
  return give_rows<StoredDocument>(filter.after, -1, kWithTexts, kNumber, ask, read_document, look);
}

Result<std::optional<StoredDocument>> Store::document(const std::string& id) const {
  Sql query = database_.prepare(document_columns("text", "json") + "AND id = ?");
  auto row = query.bind(id).step();
  if (!row) return fail(row.error());
  return *row ? std::optional(read_document(query)) : std::nullopt;
}

Result<std::vector<std::string>> Store::documents_named(const std::string& name) const {
  Sql query = database_.prepare(
      "SELECT id FROM documents WHERE superseded = 0 AND ?1 <> '' AND (id = ?1 OR url = ?1 "
      "OR path = ?1 OR substr(id, 1, length(?1)) = ?1 OR substr(id, 1, length(?1) + 7) = "
      "'sha256:' || ?1 OR substr(path, -length(?1) - 1) = '/' || ?1) "
      "ORDER BY id <> ?1, number LIMIT 10");
  query.bind(name);
  auto ids = all_rows<std::string>(query, [](const Sql& row) { return row.text(0); });
  if (ids && !ids->empty() && ids->front() == name) ids->resize(1);
  return ids;
}

Result<int64_t> Store::documents_without_text() const {
  Sql query = database_.prepare(
      "SELECT count(*) FROM documents WHERE superseded = 0 AND text = '' AND text_hash <> ?");
  auto row = query.bind(sha256_hex("")).step();
  if (!row) return fail(row.error());
  return query.number(0);
}

Result<std::vector<StoredRow>> Store::actors_of(const std::string& document) const {
  // The unary plus keeps SQLite from looking through the actors of all documents.
  Sql query = database_.prepare(row_columns() + std::string(kOfDocument) +
                                "AND +kind = 'actor' ORDER BY stored_rows.number");
  query.bind(document);
  return all_rows<StoredRow>(query, read_row);
}

Result<std::vector<ActorName>> Store::actor_names() const {
  Sql query = database_.prepare(
      "SELECT DISTINCT CASE WHEN substr(row, 1, 1) = '?' THEN documents.id ELSE '' END, row, "
      "stored_rows.text, side FROM stored_rows "
      "JOIN documents ON documents.number = stored_rows.document "
      "WHERE superseded = 0 AND kind = 'actor' ORDER BY stored_rows.number");
  return all_rows<ActorName>(query, [](const Sql& row) {
    return ActorName{{row.text(0), row.text(1)}, row.text(2), row.text(3)};
  });
}

Result<std::vector<ActorName>> Store::known_actors(const std::string& side,
                                                   const std::string& letters,
                                                   int64_t limit) const {
  Sql query = database_.prepare(
      "SELECT id, name, side FROM known_actors WHERE (?1 = '' OR side = ?1) "
      "AND (?2 = '' OR instr(lower(name), lower(?2)) > 0) ORDER BY id LIMIT ?3");
  query.bind(side).bind(letters).bind(limit);
  return all_rows<ActorName>(query, [](const Sql& row) {
    return ActorName{{"", row.text(0)}, row.text(1), row.text(2)};
  });
}

// A row fits a range of days where the two overlap; a row without a day fits none.
Status Store::each_row(const RowFilter& filter,
                       const std::function<bool(const StoredRow&)>& take) const {
  const std::string words = words_question(filter.words);
  if (words.empty() && !trim(filter.words).empty()) return {};
  const std::string question = rows_question(filter, !words.empty());
  constexpr int kNumber = 12;
  const auto ask = [&](int64_t last, int64_t limit) {
    Sql query = database_.prepare(question);
    query.bind(filter.table).bind(filter.side);
    query.bind(json_list(filter.actors)).bind(json_list(filter.issues));
    query.bind(filter.type).bind(filter.from).bind(filter.to);
    query.bind(words).bind(last).bind(limit);
    return query;
  };
  return give_rows<StoredRow>(filter.after, filter.limit, kAll, kNumber, ask, read_row, take);
}

Result<std::vector<StoredRow>> Store::row(const std::string& document,
                                          const std::string& row) const {
  const std::string_view where = document.empty() ? "AND ?1 = '' " : kOfDocument;
  Sql query = database_.prepare(row_columns() + std::string(where) +
                                "AND row = ?2 ORDER BY stored_rows.number LIMIT 100");
  query.bind(document).bind(row);
  return all_rows<StoredRow>(query, read_row);
}

Result<std::vector<StoredReading>> Store::readings(const std::string& document,
                                                   const std::string& row) const {
  Sql query = database_.prepare(
      "SELECT row, rule, reading, why FROM readings "
      "JOIN documents ON documents.number = readings.document "
      "WHERE superseded = 0 AND documents.id = ? AND row = ? ORDER BY readings.rowid");
  query.bind(document).bind(row);
  return all_rows<StoredReading>(query, [](const Sql& found) {
    return StoredReading{found.text(0), found.text(1), found.text(2), found.text(3)};
  });
}

Result<std::vector<Point>> Store::points(const std::string& document,
                                         const std::string& row) const {
  Sql query = database_.prepare(
      "SELECT value FROM points JOIN documents ON documents.number = points.document "
      "WHERE superseded = 0 AND documents.id = ? AND row = ? ORDER BY points.rowid");
  query.bind(document).bind(row);
  std::vector<Point> points;
  auto found = query.step();
  for (; found && *found; found = query.step()) {
    auto point = decode_point(query.text(0));
    if (!point) return fail(errors::store_failed(database_.path(), "points", "are damaged"));
    points.push_back(std::move(*point));
  }
  if (!found) return fail(found.error());
  return points;
}

}  // namespace demarche
