// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/strings.h"
#include "format/csv.h"
#include "serve/api.h"
#include "serve/json_out.h"
#include "serve/searching.h"

namespace demarche::serve {
namespace {

/// The number of a row, as the cursor behind it; -1 for none.
std::optional<int64_t> number_of(const Asked& asked) {
  if (!asked.has("cursor")) return -1;
  const auto number = parse_int(asked.text("cursor"));
  return number && *number >= 0 ? std::optional<int64_t>(*number) : std::nullopt;
}

/// A row as the store keeps it, with the document that it stands in.
void append_row(std::string& out, const StoredRow& row) {
  JsonObject(out)
      .text("document", row.document)
      .text("row", row.document + '#' + row.row)
      .text("kind", row.table)
      .maybe("side", row.side)
      .maybe("from", row.from)
      .maybe("to", row.to)
      .text("text", row.text)
      .json("value", row.json);
}

void append_document(std::string& out, const StoredDocument& document) {
  JsonObject(out)
      .text("id", document.id)
      .maybe("url", document.url)
      .maybe("title", document.title)
      .maybe("outlet", document.outlet)
      .maybe("day", document.day)
      .maybe("language", document.language)
      .maybe("path", document.path);
}

/// One table in the form that was asked for; the lines of CSV and JSON Lines tell in X-Next where
/// the next answer begins.
class Answer {
 public:
  Answer(std::string_view format, std::vector<std::string> columns) : lines_(format == "jsonl") {
    csv_ = format == "csv";
    if (csv_) append_csv_line(body_, columns);
  }
  template <class Row, class Write>
  void add(const Row& row, Write write, const std::vector<std::string>& cells) {
    if (csv_) return append_csv_line(body_, cells);
    if (!lines_ && count_ > 0) body_ += ',';
    write(body_, row);
    if (lines_) body_ += '\n';
    ++count_;
  }
  [[nodiscard]] size_t size() const { return body_.size(); }
  [[nodiscard]] Response finish(const std::string& next) && {
    Response response;
    if (csv_ || lines_) {
      response.type = csv_ ? "text/csv; charset=utf-8" : "application/x-ndjson";
      response.body = std::move(body_);
      if (!next.empty()) response.headers.emplace_back("X-Next", next);
      return response;
    }
    JsonObject(response.body).json("items", '[' + body_ + ']').maybe("next", next);
    return response;
  }

 private:
  bool lines_ = false, csv_ = false;
  size_t count_ = 0;
  std::string body_;
};

constexpr size_t kMostBytes = 8U << 20U;  // of one answer

}  // namespace

Response Api::table(const Call& call, const std::string& kind) const {
  const Asked& asked = call.asked;
  const auto after = number_of(asked);
  if (!after) return problem(400, "this is no cursor of an answer before", "cursor");
  const auto lent = stores_.lend();
  if (!lent) return failure(lent.error());
  RowFilter filter{.table = kind,
                   .side = asked.text("side"),
                   .type = asked.text("type"),
                   .from = asked.text("from"),
                   .to = asked.text("to"),
                   .actors = {},
                   .issues = {},
                   .words = asked.text("words")};
  if (asked.has("actor")) filter.actors = {{"", asked.text("actor")}};
  if (asked.has("issue")) filter.issues = {asked.text("issue")};
  filter.after = *after;
  const int64_t wanted = limit_of(asked);
  filter.limit = wanted + 1;
  Answer answer(asked.text("format"),
                {"document", "row", "kind", "side", "type", "issue", "from", "to", "text"});
  std::string next, last;
  int64_t count = 0;
  const auto given = (*lent)->each_row(filter, [&](const StoredRow& row) {
    if (count == wanted || answer.size() > kMostBytes) {
      next = last;
      return false;
    }
    answer.add(row, append_row,
               {row.document, row.row, row.table, row.side, row.type, row.issue, row.from, row.to,
                row.text});
    last = std::to_string(row.number);
    ++count;
    return true;
  });
  if (!given) return failure(given.error());
  return std::move(answer).finish(next);
}

Response Api::statements(const Call& call) const { return table(call, "statement"); }
Response Api::events(const Call& call) const { return table(call, "event"); }

Response Api::map(const Call& call) const {
  const Asked& asked = call.asked;
  const auto lent = stores_.lend();
  if (!lent) return failure(lent.error());
  RowFilter filter;
  filter.table = "event";
  filter.side = asked.text("side");
  filter.type = asked.text("type");
  filter.from = asked.text("from");
  filter.to = asked.text("to");
  filter.placed = true;
  constexpr int64_t kMost = 5000;
  filter.limit = std::min(kMost, asked.number("limit", kMost));
  std::string items;
  const auto given = (*lent)->each_row(filter, [&](const StoredRow& row) {
    if (!items.empty()) items += ',';
    const auto event = read_event(row.json);
    JsonObject(items)
        .text("row", row.document + '#' + row.row)
        .text("type", row.type)
        .maybe("status", event ? event->status : "")
        .maybe("side", row.side)
        .maybe("from", row.from)
        .maybe("to", row.to)
        .text("place", row.place)
        .real("lat", row.lat)
        .real("lon", row.lon)
        .text("text", row.text);
    return items.size() < kMostBytes;
  });
  if (!given) return failure(given.error());
  return json_answer([&](JsonObject& all, std::string&) { all.json("items", '[' + items + ']'); });
}

Response Api::documents(const Call& call) const {
  const Asked& asked = call.asked;
  const auto after = number_of(asked);
  if (!after) return problem(400, "this is no cursor of an answer before", "cursor");
  const auto lent = stores_.lend();
  if (!lent) return failure(lent.error());
  RowFilter filter;
  filter.from = asked.text("from");
  filter.to = asked.text("to");
  filter.words = asked.text("words");
  filter.after = *after;
  const int64_t wanted = limit_of(asked);
  filter.limit = wanted + 1;
  Answer answer(asked.text("format"), {"id", "url", "title", "outlet", "day", "language", "path"});
  std::string next, last;
  int64_t count = 0;
  const auto given = (*lent)->each_document(filter, [&](const StoredDocument& document) {
    if (count == wanted) {
      next = last;
      return false;
    }
    answer.add(document, append_document,
               {document.id, document.url, document.title, document.outlet, document.day,
                document.language, document.path});
    last = std::to_string(document.number);
    ++count;
    return true;
  });
  if (!given) return failure(given.error());
  return std::move(answer).finish(next);
}

Response Api::document(const Call& call) const {
  const auto lent = stores_.lend();
  if (!lent) return failure(lent.error());
  auto document = (*lent)->document(call.ids[0]);
  if (!document) return failure(document.error());
  if (!*document) return problem(404, "there is no document of this id");
  Response response;
  response.body = std::move((*document)->json);
  return response;
}

Response Api::row(const Call& call) const {
  const auto lent = stores_.lend();
  if (!lent) return failure(lent.error());
  const auto rows = (*lent)->row(call.ids[0], call.ids[1]);
  if (!rows) return failure(rows.error());
  const auto readings = (*lent)->readings(call.ids[0], call.ids[1]);
  if (!readings) return failure(readings.error());
  // Mentions, times and places stand in the record alone; what was turned down is kept here.
  if (rows->empty() && readings->empty()) return problem(404, "there is no row of this id");
  return json_answer([&](JsonObject& all, std::string& body) {
    if (rows->empty()) {
      all.json("row", "null");
    } else {
      append_row(all.open("row"), rows->front());
    }
    append_list(all.open("readings"), *readings, [&](const StoredReading& one) {
      JsonObject(body).text("rule", one.rule).text("reading", one.reading).text("why", one.why);
    });
  });
}

Response Api::disputed(const Call& /*call*/) const {
  return json_answer([&](JsonObject& all, std::string& body) {
    const auto texts = [&](std::string& out, const std::vector<std::string>& list) {
      append_list(out, list, [&](const std::string& text) { append_json_string(body, text); });
    };
    append_list(all.open("items"), options_.disputed, [&](const DisputedPlace& place) {
      JsonObject row(body);
      row.text("id", place.id).text("name", place.name).maybe("country", place.country);
      row.text("kind", place.kind).text("status", place.status);
      texts(row.open("claimants"), place.claimants);
      texts(row.open("administered_by"), place.administered_by);
      append_list(row.open("names_by_side"), place.by_side, [&](const NameOfSide& side) {
        JsonObject(body).text("actor", side.actor).text("name", side.name);
      });
      row.flag("dashed", place.dashed).text("words", place.words);
    });
  });
}

Response Api::actors(const Call& call) const {
  const auto lent = stores_.lend();
  if (!lent) return failure(lent.error());
  const auto names =
      (*lent)->known_actors(call.asked.text("side"), call.asked.text("name"), limit_of(call.asked));
  if (!names) return failure(names.error());
  return json_answer([&](JsonObject& all, std::string& body) {
    append_list(all.open("items"), *names, [&](const ActorName& actor) {
      JsonObject(body).text("id", actor.key.id).text("name", actor.name).maybe("side", actor.side);
    });
  });
}

/// Of officials, sides and organisations: private persons get no page of their own.
Response Api::actor(const Call& call) const {
  const std::string& id = call.ids[0];
  const auto lent = stores_.lend();
  if (!lent) return failure(lent.error());
  RowFilter filter;
  filter.table = "actor";
  filter.actors = {{"", id}};
  filter.limit = 1;
  std::optional<ActorRow> actor;
  const auto looked = (*lent)->each_row(filter, [&](const StoredRow& row) {
    if (auto read = read_actor(row.json)) actor = std::move(*read);
    return false;
  });
  if (!looked) return failure(looked.error());
  const bool known = actor && actor->known && id == actor->id;
  const bool person = actor && actor->kind == "person";
  const std::string authority = actor ? actor->authority.value_or("") : "";
  const bool official = authority == "official" || authority == "former" || (actor && actor->side);
  if (!known || (person && !official))
    return problem(404,
                   "there is no page for this actor: officials, sides and organisations have one");
  filter.limit = limit_of(call.asked);
  std::vector<StoredRow> rows;
  for (const char* table : {"statement", "event"}) {
    filter.table = table;
    const auto given = (*lent)->each_row(filter, [&](const StoredRow& row) {
      rows.push_back(row);
      return true;
    });
    if (!given) return failure(given.error());
  }
  std::ranges::stable_sort(rows, {}, &StoredRow::from);
  return json_answer([&](JsonObject& all, std::string& body) {
    append_json(all.open("actor"), *actor);
    append_list(all.open("rows"), rows, [&](const StoredRow& row) { append_row(body, row); });
  });
}

Response Api::search(const Call& call) const {
  const auto lent = stores_.lend();
  if (!lent) return failure(lent.error());
  auto search = read_search(call.asked.text("q"));
  if (!search) return problem(400, search.error().message, "q", search_fields());
  if (const auto found = find_speakers(**lent, *search); !found) return failure(found.error());
  std::vector<StoredRow> rows;
  for (const char* table : {"statement", "event"}) {
    if (search->nobody) break;
    search->filter.table = table;
    search->filter.limit = limit_of(call.asked);
    const auto given = (*lent)->each_row(search->filter, [&](const StoredRow& row) {
      rows.push_back(row);
      return true;
    });
    if (!given) return failure(given.error());
  }
  return json_answer([&](JsonObject& all, std::string& body) {
    append_list(all.open("items"), rows, [&](const StoredRow& row) { append_row(body, row); });
  });
}

}  // namespace demarche::serve
