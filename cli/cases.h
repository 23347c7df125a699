// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "program.h"

namespace demarche::cli {

struct CaseResult {
  size_t cases = 0;
  std::vector<std::string> findings;  ///< "PATH:LINE: what"
};

/// Runs FOLDER/<stage>/*.case, where the stage says what is looked at: article, sentence, mention,
/// time, place, statement, event or signal. A file holds an input (its first line may be
/// "date YYYY-MM-DD"), a line "---", and what is to come out, a row a line; several cases are
/// parted by a line of "===". Lines that begin with '#' before an input are comments. With `update`
/// what came out is written in its place; you read the difference.
Result<CaseResult> run_cases(const std::string& folder, const Program& program, bool update);

}  // namespace demarche::cli
