// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "article/article.h"
#include "format/report.h"

namespace demarche {

/// Appends the blocks of a page as a person reads them, in page order: what became of each, how
/// sure the labeller is of its part of the page, and how it begins. What was kept stands out; long
/// runs of one fate are folded, but for blocks that are unsure, and for long ones that were cut.
/// Below stands what the blocks do not tell: text that was taken from the page's own data, text
/// over a limit, and the page's notes.
void append_trace(std::string& out, const std::vector<BlockTrace>& blocks, const Article& article,
                  const ReportOptions& options);

}  // namespace demarche
