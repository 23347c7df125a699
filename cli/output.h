// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "record/record.h"

namespace demarche::cli {

/// A record for a person: what was said, what was done, what differs, what was odd.
std::string write_report(const RecordRow& record, bool colour);
/// Whether standard output is a terminal that wants colour.
bool wants_colour();
/// Text that cannot steer a terminal: control characters become spaces, white space is folded.
std::string printable(std::string_view text);
/// A field of a CSV line (RFC 4180).
std::string csv_field(const std::string& text);

}  // namespace demarche::cli
