// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/span.h"

namespace demarche {

/// What was odd about an input and what was done about it. Odd input is no error: the stage does
/// less and says so. `stage` is the folder's name, `code` a word for programs.
struct Note {
  std::string stage;
  std::string code;
  std::string message;
};

/// A reading that was weighed and turned down, kept for `demarche explain`.
struct Reading {
  std::string rule;     ///< the rule that offered it
  std::string reading;  ///< what it would have said, in words: "speaker Ostravia"
  std::string why;      ///< why it lost: "lies after the cue"
};

/// Why a row exists: the rule that fired and the words that show it. No evidence, no row.
struct Evidence {
  std::string rule;
  Span span;
  std::vector<Reading> rejected;
};

}  // namespace demarche
