// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "format/listing.h"

#include "format/layout.h"

namespace demarche {

void append_listing(std::string& out, std::string_view head, std::string_view words,
                    std::string_view name, const ReportOptions& options) {
  append_wrapped(out, head, 0, Paint::kBold, options);
  append_wrapped(out, words, 4, Paint::kPlain, options);
  append_wrapped(out, name, 4, Paint::kQuiet, options);
}

}  // namespace demarche
