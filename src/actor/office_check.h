// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "actor/actor_table.h"
#include "base/result.h"

namespace demarche {

/// What the tables answer to questions "who held this office of this state on that day".
struct OfficeAnswers {
  uint32_t asked = 0;
  uint32_t answered = 0;                 ///< at least one holder is known
  uint32_t right = 0;                    ///< all holders that are named are among the answers
  std::vector<std::string> wrong, open;  ///< PATH:LINE: what was said; PATH:LINE: what was asked
};

/// Reads a table with the columns of, office, day, answers (names parted by `|`; where several held
/// the office, all of them) and asks the tables. Of an office that many hold at once, spokesperson
/// or ambassador, one of the answers is enough. Names are compared without accents, case and marks.
Result<OfficeAnswers> ask_offices(const std::string& path, const ActorTable& table);

}  // namespace demarche
