// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "record/rows.h"

namespace demarche {

struct ReportOptions {
  uint32_t width = 80;  ///< columns; wide characters take two. At least 30
  bool colour = false;  ///< ANSI colours
  uint32_t most = 12;   ///< rows of one section; more are folded
};

/// Appends the report on one document that `read` prints for a person: what it is, different
/// positions of one side, who said what, what happened, where and when, notes. Sections without
/// rows are left out. Rows carry their ids, by which `explain` finds them. Control characters of
/// the page never reach the terminal.
void append_report(std::string& out, const RecordRow& record, const ReportOptions& options);

}  // namespace demarche
