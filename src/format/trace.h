// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "article/article.h"
#include "format/report.h"

namespace demarche {

/// Appends the blocks of a page as a person reads them, in page order: what became of each, how
/// sure the labeller is of its part of the page, and how it begins. What was kept stands out;
/// long runs of furniture before and after the article are folded.
void append_trace(std::string& out, const std::vector<BlockTrace>& trace,
                  const ReportOptions& options);

}  // namespace demarche
