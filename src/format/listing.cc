// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "format/listing.h"

#include "format/layout.h"

namespace demarche {

void append_listing(std::string& out, const Listed& row, const ReportOptions& options) {
  append_wrapped(out, row.head, 0, Paint::kBold, options);
  append_wrapped(out, row.words, 4, Paint::kPlain, options);
  if (!row.facts.empty()) append_wrapped(out, "[" + row.facts + "]", 6, Paint::kQuiet, options);
  append_wrapped(out, row.name, 4, Paint::kQuiet, options);
}

}  // namespace demarche
