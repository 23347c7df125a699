// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "format/board.h"
#include "format/report.h"
#include "record/record.h"

namespace demarche {

/// Appends why a row exists: its words, the rule, the readings that were turned down. For a row
/// whose record is not at hand.
void append_explanation(std::string& out, std::string_view document, const ExplainRow& row,
                        const ReportOptions& options);

/// The same with the record: the words stand in [brackets] in their sentence, and it is told how a
/// statement or an event was read.
void append_explanation(std::string& out, const RecordRow& record, const ExplainRow& row,
                        const ReportOptions& options);

/// Appends why a signal exists: both rows face to face, then the score line by line, as
/// design.md makes it: prior, reading, cue, odds, score, strength.
void append_explanation(std::string& out, const BoardItem& item, const ReportOptions& options);

}  // namespace demarche
