// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the statement stage; the door is statement.h.

#include <string>
#include <vector>

#include "mention/mention.h"
#include "statement/cues.h"
#include "token/token.h"

namespace demarche {

/// The longest words of one kind (differ or connective) at token `at` that end by `last`, or null.
const Contrast* find_contrast_at(const Tokens& tokens, const CueTable& cues, uint32_t at,
                                 uint32_t last, bool differ);

/// Words by which the outlet says that the positions of a side differ.
struct Differing {
  uint32_t sentence = 0;
  bool title = false;  ///< the headline says it of the whole page
  Span words;
  std::string side;  ///< the first that the sentence names
};

/// All of them in page order; words of a sentence that names no side are left out.
std::vector<Differing> find_differing(const Article& article, const Tokens& tokens,
                                      const Mentions& mentions, const CueTable& cues);

}  // namespace demarche
