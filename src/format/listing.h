// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "format/report.h"

namespace demarche {

/// Appends one row of a list for a person: what it is, its words, and the name by which `explain`
/// finds it. Empty parts are left out.
void append_listing(std::string& out, std::string_view head, std::string_view words,
                    std::string_view name, const ReportOptions& options);

}  // namespace demarche
