// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "format/report.h"

namespace demarche {

/// One row of a list for a person: what it is, its words, what else is known of it, and the name by
/// which `explain` finds it. Empty parts are left out.
struct Listed {
  std::string head, words, facts, name;
};
void append_listing(std::string& out, const Listed& row, const ReportOptions& options);

}  // namespace demarche
