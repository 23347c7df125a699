// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the statement stage; the door is statement.h.

#include "statement/sentence_view.h"

namespace demarche {

/// A cue in a sentence, up to the token `end`; null where there is none.
struct CueMatch {
  const Cue* cue = nullptr;
  uint32_t end = 0;
};

/// The longest cue whose first word is the verb or noun at this token.
CueMatch find_cue(const SentenceView& s, uint32_t at);

}  // namespace demarche
