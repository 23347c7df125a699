// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "record/record.h"
#include "record/rows.h"

namespace demarche {

/// Appends one row as JSON: keys in the order of the contract, no spaces, UTF-8 as it is, control
/// characters escaped, numbers with at most three decimals. No line break at the end.
void append_json(std::string& out, const RecordRow& row);
void append_json(std::string& out, const StatementRow& row);
void append_json(std::string& out, const EventRow& row);
void append_json(std::string& out, const ActorRow& row);
void append_json(std::string& out, const IssueRow& row);
void append_json(std::string& out, const SignalRow& row);
void append_json(std::string& out, const ExplainRow& row);
void append_json_string(std::string& out, std::string_view text);

/// Reads what append_json wrote. Unknown keys are passed over ("1.1: readers ignore what they do
/// not know"); a missing key or a wrong type is an error that names the key.
Result<RecordRow> read_record(std::string_view json);
Result<StatementRow> read_statement(std::string_view json);
Result<EventRow> read_event(std::string_view json);
Result<ActorRow> read_actor(std::string_view json);
Result<SignalRow> read_signal(std::string_view json);
Result<IssueRow> read_issue(std::string_view json);
Result<ExplainRow> read_explain(std::string_view json);

/// A column of a table made from a row's keys.
struct Column {
  std::string name;
  std::string type;  ///< SQL: TEXT, INTEGER or REAL; lists and nested rows are TEXT (JSON)
  bool nullable = false;
};
std::vector<Column> statement_columns();
std::vector<Column> event_columns();
std::vector<Column> actor_columns();

/// The JSON Schema (draft 2020-12) of a record, made from the same keys.
std::string record_schema();

}  // namespace demarche
