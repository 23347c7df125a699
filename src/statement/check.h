// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "language/language.h"
#include "statement/cues.h"

namespace demarche {

/// Runs the example of every cue and position through the tokenizer, the parser and the reader of
/// reported speech: a cue must be found in its example, a position must match in its own. One line
/// for each that fails: "cues.tsv:LINE: what". For `demarche check`.
std::vector<std::string> check_cues(const CueTable& cues, const Language& language);

}  // namespace demarche
