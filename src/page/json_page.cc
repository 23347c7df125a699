// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "page/json_page.h"

#include <simdjson.h>

#include <utility>

#include "base/strings.h"

namespace demarche {
namespace {

namespace dom = simdjson::dom;

bool has_field(const dom::object& object, std::string_view name) {
  return object[name].error() == simdjson::SUCCESS;
}

bool is_record(const dom::object& object) {
  return has_field(object, "html") || has_field(object, "html_base64") ||
         has_field(object, "page") || has_field(object, "prose");
}

// The object that the page is, or the first of its list. `parser` owns it.
bool parse_page(std::string_view utf8, dom::parser& parser, dom::object& object) {
  if (utf8.starts_with("\xEF\xBB\xBF")) utf8.remove_prefix(3);
  utf8 = trim(utf8);
  // Nearly all pages end here; the others are parsed.
  if (utf8.empty() || (utf8.front() != '{' && utf8.front() != '[')) return false;
  dom::element root;
  const simdjson::padded_string padded(utf8);
  if (parser.parse(padded).get(root) != simdjson::SUCCESS) return false;
  dom::array list;
  if (root.get(list) == simdjson::SUCCESS && list.size() > 0) root = list.at(0);
  return root.get(object) == simdjson::SUCCESS && object.size() > 0;
}

}  // namespace

bool is_json_page(std::string_view utf8) {
  dom::parser parser;
  dom::object object;
  return parse_page(utf8, parser, object) && !is_record(object);
}

void read_json_page(std::string utf8, Page& page) {
  dom::parser parser;
  dom::object object;
  if (!parse_page(utf8, parser, object)) return;
  for (const std::string_view name : {"headline", "title"}) {
    std::string_view title;
    if (object[name].get(title) != simdjson::SUCCESS || trim(title).empty()) continue;
    page.meta.push_back({.name = "<title>", .content = fold_space(title)});
    break;
  }
  page.notes.push_back({"page", "json",
                        "the page is JSON, without markup; a line of JSON Lines has html, "
                        "html_base64, page or prose"});
  page.json_ld.push_back(utf8);
  page.states.push_back(std::move(utf8));
}

}  // namespace demarche
