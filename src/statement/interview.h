// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the statement stage; the door is statement.h.

#include <vector>

#include "mention/mention.h"
#include "token/token.h"

namespace demarche {

/// A paragraph that begins with who speaks: "Ana Brok: We will talk." or "A: We will talk."
struct InterviewLine {
  uint32_t sentence = 0;        ///< the first of the paragraph
  uint32_t first = 0;           ///< token: the label runs up to the colon
  uint32_t colon = 0, end = 0;  ///< tokens: what is said lies between them
  Id<Actor> speaker;            ///< none where the page does not name who answers
  bool named = false;           ///< by the label itself
};

/// The answers of a page that is an interview, in page order; empty where fewer than two paragraphs
/// are labelled. Questions ("Q:", an outlet's name, a line that only asks) are nobody's statements.
std::vector<InterviewLine> find_interview(const Article& article, const Tokens& tokens,
                                          const Mentions& mentions);

}  // namespace demarche
