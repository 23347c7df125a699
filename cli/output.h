// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace demarche::cli {

/// Whether standard output is a terminal that wants colour.
bool wants_colour();
/// Text that cannot steer a terminal: control characters become spaces, white space is folded.
std::string printable(std::string_view text);
/// A field of a CSV line (RFC 4180).
std::string csv_field(const std::string& text);

}  // namespace demarche::cli
