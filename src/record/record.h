// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyze/document.h"
#include "record/rows.h"
#include "signal/signal.h"

namespace demarche {

/// What made the records of a run.
struct Coder {
  std::string version;
  std::string model;   ///< hash, or empty: none
  std::string data;    ///< Knowledge::data_hash
  std::string config;  ///< hash of the options that change the record
};

/// The row of one document in the words of the contract: code points, ids, names. `report` is the
/// answer of the signal stage for this document alone. Pure and thread-safe.
RecordRow make_record(const Document& document, const SignalReport& report, const Coder& coder);

/// The pieces of a record that a store makes anew when it has more documents.
IssueRow make_issue(const Issue& issue);
SignalRow make_signal(const Signal& signal);

/// Row ids of a record: "m1", "t1", "p1", "s1", "e1" for the first of each vector.
std::string row_id(char kind, uint32_t index);

/// Why a row exists. Not part of the record; kept by a store and told by `demarche explain`.
struct RejectedRow {
  std::string rule;     ///< Rule that offered it.
  std::string reading;  ///< What it would have said.
  std::string why;      ///< Why it lost.
  static constexpr auto fields() {
    return std::make_tuple(field("rule", &RejectedRow::rule, "Rule that offered it"),
                           field("reading", &RejectedRow::reading, "What it would have said"),
                           field("why", &RejectedRow::why, "Why it lost"));
  }
  bool operator==(const RejectedRow&) const = default;
};
struct ExplainRow {
  std::string row;    ///< Id of the row.
  std::string rule;   ///< Rule that made it.
  SpanRow span;       ///< The words that show it.
  std::string words;  ///< The same as text.
  std::vector<RejectedRow> rejected;
  static constexpr auto fields() {
    return std::make_tuple(field("row", &ExplainRow::row, "Id of the row"),
                           field("rule", &ExplainRow::rule, "Rule that made it"),
                           field("span", &ExplainRow::span, "The words that show it"),
                           field("words", &ExplainRow::words, "The same as text"),
                           field("rejected", &ExplainRow::rejected, "Readings turned down"));
  }
  bool operator==(const ExplainRow&) const = default;
};

/// One row for each actor, mention, time, place, statement and event of the document. An actor is
/// explained by its first mention.
std::vector<ExplainRow> explain_rows(const Document& document);

}  // namespace demarche
