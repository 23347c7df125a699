// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "format/report.h"
#include "record/record.h"

namespace demarche {

/// Appends why a row exists: its words, the rule, the readings that were turned down.
void append_explanation(std::string& out, std::string_view document, const ExplainRow& row,
                        const ReportOptions& options);

}  // namespace demarche
