// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "format/report.h"

namespace demarche::cli {

/// How a person's text is laid out: in colour and as wide as the window (at most 100 columns) on a
/// terminal, else 80 columns without colour.
ReportOptions report_options();
/// Text that cannot steer a terminal: control characters become spaces, white space is folded.
std::string printable(std::string_view text);
/// "1 document", "2 documents".
std::string counted(size_t count, std::string_view what);
/// A field of a CSV line (RFC 4180).
std::string csv_field(const std::string& text);

}  // namespace demarche::cli
