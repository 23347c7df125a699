// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/openapi.h"

#include <map>

#include "base/strings.h"
#include "serve/json_out.h"

namespace demarche::serve {
namespace {

void append_schema(std::string& out, const Parameter& parameter) {
  JsonObject schema(out);
  switch (parameter.takes) {
    case Takes::kText:
      schema.text("type", "string");
      break;
    case Takes::kDay:
      schema.text("type", "string").text("format", "date");
      break;
    case Takes::kNumber:
      schema.text("type", "integer").number("minimum", 0);
      break;
    case Takes::kShare:
      schema.text("type", "number").number("minimum", 0).number("maximum", 1);
      break;
  }
  if (parameter.allowed.empty()) return;
  append_list(schema.open("enum"), parameter.allowed,
              [&](const std::string& value) { append_json_string(out, value); });
}

std::string schema_of(const Parameter& parameter) {
  std::string out;
  append_schema(out, parameter);
  return out;
}

void append_parameter(std::string& out, std::string_view name, std::string_view where,
                      std::string_view doc, std::string_view schema) {
  JsonObject parameter(out);
  parameter.text("name", name).text("in", where);
  if (!doc.empty()) parameter.text("description", doc);
  if (where == "path") parameter.flag("required", true);
  parameter.json("schema", schema);
}

void append_responses(std::string& out, const Api::Route& route) {
  const auto answer = [](std::string& to, std::string_view doc, std::string_view type) {
    JsonObject one(to);
    one.text("description", doc);
    std::string content = "{\"";
    one.json("content", content.append(type).append("\":{}}"));
  };
  constexpr std::string_view kProblem = "application/problem+json";
  JsonObject responses(out);
  answer(responses.open(route.write ? "201" : "200"), "What was asked for", "application/json");
  answer(responses.open("400"), "A field is wrong: which, and what it may be", kProblem);
  answer(responses.open("401"), "A token is wanted, or is not known", kProblem);
  answer(responses.open("403"), "The token, or the page that asks, may not do this", kProblem);
  if (route.path.find('{') != std::string_view::npos)
    answer(responses.open("404"), "There is none of this id", kProblem);
  answer(responses.open("503"), "The store is busy, or the question too long", kProblem);
}

void append_operation(std::string& out, const Api::Route& route) {
  JsonObject operation(out);
  operation.text("summary", route.doc);
  std::string& list = operation.open("parameters");
  list += '[';
  for (const std::string_view part : split(route.path, '/')) {
    if (!part.starts_with('{')) continue;
    if (list.back() != '[') list += ',';
    append_parameter(list, part.substr(1, part.size() - 2), "path", "", R"({"type":"string"})");
  }
  for (const Parameter& parameter : route.parameters) {
    if (list.back() != '[') list += ',';
    append_parameter(list, parameter.name, "query", parameter.doc, schema_of(parameter));
  }
  list += ']';
  if (route.body > 0)
    operation.json(
        "requestBody",
        R"({"required":true,"content":{"application/json":{"schema":{"type":"object"}}}})");
  append_responses(operation.open("responses"), route);
  if (route.write) operation.json("security", R"([{"token":[]}])");
}

}  // namespace

std::string make_openapi(const Api& api, std::string_view version) {
  std::map<std::string_view, std::vector<const Api::Route*>> paths;
  for (const auto& route : api.routes()) paths[route.path].push_back(&route);
  std::string out;
  {
    JsonObject all(out);
    all.text("openapi", "3.1.0");
    JsonObject(all.open("info"))
        .text("title", "demarche")
        .text("version", version)
        .text("description", "What pages say, as rows that show their words, over one store.");
    all.json("components", R"({"securitySchemes":{"token":{"type":"http","scheme":"bearer"}}})");
    JsonObject listed(all.open("paths"));
    for (const auto& [path, routes] : paths) {
      JsonObject methods(listed.open(path));
      for (const auto* route : routes)
        append_operation(methods.open(to_lower_ascii(route->method)), *route);
    }
  }
  return out;
}

}  // namespace demarche::serve
