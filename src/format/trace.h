// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "article/article.h"
#include "format/report.h"

namespace demarche {

/// Appends what the columns of append_trace say: once, above the first page.
void append_trace_legend(std::string& out, const ReportOptions& options);

/// Appends the blocks of a page as a person reads them, in page order: what became of each, how
/// sure the labeller is of its part of the page, and how it begins. What was kept stands out; long
/// runs of labels ("Home", "Sport") of one fate are folded, but nothing that reads like a sentence,
/// a headline or a caption, and no block that is unsure. Below stands what the blocks do not tell:
/// text that was taken from the page's own data, text over a limit, what was read of the page
/// beside its text, and the page's notes.
void append_trace(std::string& out, const std::vector<BlockTrace>& blocks, const Article& article,
                  const ReportOptions& options);

}  // namespace demarche
