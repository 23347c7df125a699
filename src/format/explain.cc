// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "format/explain.h"

#include <fmt/format.h>

#include "format/layout.h"

namespace demarche {

void append_explanation(std::string& out, std::string_view document, const ExplainRow& row,
                        const ReportOptions& options) {
  append_wrapped(out, std::string(document) + "#" + row.row, 0, Paint::kBold, options);
  append_wrapped(out, "words: " + row.words, 2, Paint::kPlain, options);
  append_wrapped(out, fmt::format("at: {} to {}", row.span.start, row.span.end), 2, Paint::kPlain,
                 options);
  append_wrapped(out, "rule: " + row.rule, 2, Paint::kPlain, options);
  if (row.rejected.empty()) {
    append_wrapped(out, "no other reading was weighed", 2, Paint::kQuiet, options);
    return;
  }
  append_wrapped(out, "turned down:", 2, Paint::kPlain, options);
  for (const auto& one : row.rejected) {
    append_wrapped(out, one.reading + " (" + one.rule + "): " + one.why, 4, Paint::kPlain, options);
  }
}

}  // namespace demarche
