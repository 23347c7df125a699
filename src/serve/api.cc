// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/api.h"

#include <fmt/format.h>

#include <algorithm>

#include "page/input.h"
#include "serve/json_out.h"
#include "serve/openapi.h"

namespace demarche::serve {
namespace {

constexpr int64_t kMostRows = 1000, kUsualRows = 50;
constexpr uint64_t kLargestPage = 2U << 20U, kLargestNote = 64U << 10U;

Parameter text(std::string_view name, std::string_view doc) {
  return {.name = name, .takes = Takes::kText, .doc = doc, .allowed = {}};
}
Parameter choice(std::string_view name, std::string_view doc, std::vector<std::string> allowed) {
  return {.name = name, .takes = Takes::kText, .doc = doc, .allowed = std::move(allowed)};
}
Parameter limit() {
  return {.name = "limit", .takes = Takes::kNumber, .doc = "At most so many rows, 1000 at most"};
}
Parameter cursor() { return text("cursor", "The `next` of the answer before"); }
Parameter from() {
  return {.name = "from", .takes = Takes::kDay, .doc = "On or after this day: YYYY-MM-DD"};
}
Parameter to() {
  return {.name = "to", .takes = Takes::kDay, .doc = "On or before this day: YYYY-MM-DD"};
}
Parameter format() {
  return choice("format", "json, or the same rows as jsonl or csv", {"json", "jsonl", "csv"});
}

std::vector<Parameter> row_parameters(std::string_view type) {
  return {text("side", "Of this side: its code"),
          text("actor", "With this actor: id"),
          text("issue", "Of this issue: id"),
          text("type", type),
          from(),
          to(),
          text("words", "With all these words"),
          limit(),
          cursor(),
          format()};
}

/// The ids of a path that a pattern "/api/signals/{id}" has; none where it does not fit.
bool fits(std::string_view pattern, const std::vector<std::string>& path,
          std::vector<std::string>& ids) {
  ids.clear();
  size_t at = 0;
  while (!pattern.empty()) {
    pattern.remove_prefix(1);  // the slash
    const std::string_view part = pattern.substr(0, pattern.find('/'));
    pattern.remove_prefix(part.size());
    if (at >= path.size()) return false;
    if (part.starts_with('{')) {
      ids.push_back(path[at]);
    } else if (part != path[at]) {
      return false;
    }
    ++at;
  }
  return at == path.size();
}

}  // namespace

Response failure(const Error& error) {
  const bool busy = error.code == "too_long" || error.message.find("locked") != std::string::npos;
  // The path of the store is the server's own affair.
  const size_t why = error.message.rfind(": ");
  const std::string told = why == std::string::npos ? error.message : error.message.substr(why + 2);
  return problem(busy ? 503 : 500, "the store cannot answer: " + told);
}

int64_t limit_of(const Asked& asked) {
  return std::min(kMostRows, asked.number("limit", kUsualRows));
}

Api::Api(ApiOptions options)
    : options_(std::move(options)),
      stores_(options_.store, options_.question_time),
      routes_(make_routes()) {}

std::vector<Api::Route> Api::make_routes() {
  const std::vector<std::string> kinds = {"cross-voice", "self-shift", "words-deeds", "ambiguity",
                                          "two-handed"};
  const std::vector<std::string> statuses = {"flag", "watch", "listed"};
  return {
      {"GET", "/api", "What there is to ask", {}, 0, false, &Api::index},
      {"GET", "/api/openapi.json", "This description", {}, 0, false, &Api::openapi},
      {"GET",
       "/api/status",
       "What the store holds, and the runs that made it",
       {},
       0,
       false,
       &Api::status},
      {"GET",
       "/api/signals",
       "Where officials of one side gave different positions, the surest first",
       {text("side", "Of this side: its code"),
        text("counterpart", "Towards this side"),
        text("topic", "Of this topic"),
        text("issue", "Of this issue: id"),
        choice("kind", "Of this kind", kinds),
        choice("status", "As sure as this", statuses),
        {.name = "least", .takes = Takes::kShare, .doc = "With at least this reader's score"},
        from(),
        to(),
        choice("verdict", "As judged by a person", {"accepted", "rejected", "open"}),
        limit(),
        cursor(),
        format()},
       0,
       false,
       &Api::signals},
      {"GET",
       "/api/signals/{id}",
       "One of them: both sentences in their context, all that was said on the issue, the score "
       "line by line",
       {},
       0,
       false,
       &Api::signal},
      {"GET",
       "/api/issues",
       "What sides speak about",
       {text("side", "Of this side: its code"), limit()},
       0,
       false,
       &Api::issues},
      {"GET",
       "/api/issues/{id}",
       "One of them, with all that was said and done",
       {},
       0,
       false,
       &Api::issue},
      {"GET",
       "/api/documents",
       "The pages that were read",
       {from(), to(), text("words", "With all these words in title or text"), limit(), cursor(),
        format()},
       0,
       false,
       &Api::documents},
      {"GET",
       "/api/documents/{id}",
       "The record of one page, as `demarche read` writes it",
       {},
       0,
       false,
       &Api::document},
      {"GET",
       "/api/documents/{id}/rows/{row}",
       "One row of a record, and the readings that were turned down",
       {},
       0,
       false,
       &Api::row},
      {"GET", "/api/statements", "Who said what", row_parameters("Of this act: deny, threaten ..."),
       0, false, &Api::statements},
      {"GET", "/api/events", "Who did what to whom", row_parameters("Of this PLOVER type"), 0,
       false, &Api::events},
      {"GET",
       "/api/map",
       "Events with the point where they were, at most 5000",
       {text("side", "Of this side: its code"), text("type", "Of this PLOVER type"), from(), to(),
        limit()},
       0,
       false,
       &Api::map},
      {"GET",
       "/api/borders/disputed",
       "Places on whose rule, border or name sides do not agree, by the policy file",
       {},
       0,
       false,
       &Api::disputed},
      {"GET",
       "/api/actors",
       "Who speaks and acts, of the actor table",
       {text("side", "Of this side: its code"), text("name", "Whose name has these letters"),
        limit()},
       0,
       false,
       &Api::actors},
      {"GET",
       "/api/actors/{id}",
       "What an official, a side or an organisation said and did; nothing for private persons",
       {},
       0,
       false,
       &Api::actor},
      {"GET",
       "/api/search",
       "Statements and events with all these words",
       {text("q", "Words, and speaker: side: issue: type: before: after: with a value each"),
        limit()},
       0,
       false,
       &Api::search},
      {"POST",
       "/api/try",
       "Reads a page, which is kept nowhere: an object as `demarche read --as jsonl` takes it, "
       "with "
       "html, page or prose, and url, date, title where they are known",
       {},
       kLargestPage,
       false,
       &Api::read_page},
      {"GET",
       "/api/overrides",
       "What persons judged or corrected",
       {text("target", "Of this signal or row")},
       0,
       false,
       &Api::overrides},
      {"POST",
       "/api/overrides",
       "Keeps a verdict or a correction beside what it is of: {\"target\", \"field\", \"value\", "
       "\"why\"}",
       {},
       kLargestNote,
       true,
       &Api::add_override},
  };
}

const Api::Route* Api::find(const Request& request, std::vector<std::string>& ids,
                            std::vector<std::string>& allowed) const {
  const std::string method = request.method == "HEAD" ? "GET" : request.method;
  for (const Route& route : routes_) {
    if (!fits(route.path, request.target.path, ids)) continue;
    if (route.method == method) return &route;
    allowed.emplace_back(route.method);
  }
  ids.clear();
  return nullptr;
}

Response Api::answer(const Request& request, const std::string& author) const {
  std::vector<std::string> ids, allowed;
  const Route* route = find(request, ids, allowed);
  if (route == nullptr && allowed.empty()) return problem(404, "there is nothing at this address");
  if (route == nullptr) {
    Response wrong = problem(405, "this address takes other methods", "method", allowed);
    wrong.headers.emplace_back("Allow", fmt::format("{}", fmt::join(allowed, ", ")));
    return wrong;
  }
  auto asked = Asked::read(request.target, route->parameters);
  if (!asked) return asked.error();
  return (this->*route->answer)(
      {.request = request, .asked = std::move(*asked), .ids = std::move(ids), .author = author});
}

Response Api::health() const {
  const auto store = stores_.lend();
  if (!store) return failure(store.error());
  Response response;
  JsonObject(response.body).text("status", "ok").text("version", options_.version);
  return response;
}

Response Api::index(const Call& /*call*/) const {
  Response response;
  append_list(response.body, routes_, [&](const Route& route) {
    JsonObject(response.body)
        .text("method", route.method)
        .text("path", route.path)
        .text("doc", route.doc);
  });
  return response;
}

Response Api::openapi(const Call& /*call*/) const {
  Response response;
  response.body = make_openapi(*this, options_.version);
  return response;
}

Response Api::status(const Call& /*call*/) const {
  const auto store = stores_.lend();
  if (!store) return failure(store.error());
  const auto counts = (*store)->counts();
  if (!counts) return failure(counts.error());
  const auto runs = (*store)->runs();
  if (!runs) return failure(runs.error());
  const auto without = (*store)->documents_without_text();
  if (!without) return failure(without.error());
  return json_answer([&](JsonObject& all, std::string& body) {
    all.text("version", options_.version)
        .number("documents", counts->documents)
        .number("signals", counts->signals)
        .number("documents_without_text", *without);
    append_list(all.open("runs"), *runs, [&](const StoredRun& run) {
      JsonObject(body)
          .number("id", run.id)
          .text("started", run.started)
          .flag("done", run.done)
          .number("documents", run.documents)
          .text("program", run.binary)
          .maybe("model", run.model)
          .text("data", run.data)
          .text("config", run.config);
    });
  });
}

Response Api::read_page(const Call& call) const {
  if (!options_.read) return problem(404, "this server reads no pages");
  if (call.request.type != "application/json")
    return problem(415, "the body must be JSON", "Content-Type", {"application/json"});
  auto page = read_json_line(call.request.body, "page", 0);
  if (!page) return problem(422, page.error().message);
  auto record = options_.read(*page);
  if (!record) return problem(record.error().code == "busy" ? 503 : 422, record.error().message);
  Response response;
  response.body = std::move(*record);
  return response;
}

}  // namespace demarche::serve
