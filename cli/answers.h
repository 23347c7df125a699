// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "store/store.h"

namespace demarche::cli {

/// A question to one table of a store, and how the answer is written: "report", "jsonl" or "csv".
struct Question {
  std::string table, format;  ///< table: statements, events, actors, issues, documents
  RowFilter filter;
};

struct Answer {
  bool written = true;  ///< all that was found
  int64_t rows = 0;
};

/// Writes the answer to standard output, each row as it comes. A report names people, says of an
/// event whether it happened, and shows once what was told many times.
Result<Answer> answer(const Store& store, const Question& question);

}  // namespace demarche::cli
