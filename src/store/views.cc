// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "store/views.h"

#include <fmt/format.h>

#include <vector>

#include "record/json.h"

namespace demarche {
namespace {

std::string make_view(const char* kind, const std::vector<Column>& columns) {
  std::string sql = fmt::format("CREATE VIEW {}s AS SELECT documents.id AS document", kind);
  for (const Column& column : columns) {
    std::string value = fmt::format("json_extract(stored_rows.json, '$.{}')", column.name);
    if (column.name == "issue") value = fmt::format("coalesce({}, {})", kIssueOfRow, value);
    if (column.name == "utterance") {
      value = fmt::format("coalesce({}, documents.id || '#' || {})", kUtteranceOfRow, value);
    }
    sql += fmt::format(", {} AS \"{}\"", value, column.name);
  }
  return sql + fmt::format(
                   ", stored_rows.text AS text FROM stored_rows "
                   "JOIN documents ON documents.number = stored_rows.document "
                   "WHERE kind = '{}' AND superseded = 0;\n",
                   kind);
}

}  // namespace

std::string make_views() {
  return make_view("statement", statement_columns()) + make_view("event", event_columns()) +
         make_view("actor", actor_columns());
}

}  // namespace demarche
