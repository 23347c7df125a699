// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "article/article.h"
#include "event/event.h"
#include "mention/mention.h"
#include "page/input.h"
#include "parse/parse.h"
#include "statement/statement.h"
#include "token/token.h"

namespace demarche {

/// One page, read: each part is written once, by its stage, and never edited by a later one.
struct Document {
  std::string id;  ///< as given, else "sha256:" and the hash of the bytes
  std::string path;
  uint32_t record = 0;
  PageKind kind = PageKind::kText;
  Article article;
  std::string language;  ///< ISO 639-1, "und"
  Tokens tokens;
  Parse parse;
  std::vector<TimeMention> times;
  Mentions mentions;
  std::vector<Statement> statements;
  std::vector<Event> events;
  std::vector<AskedPair> pairs;
  bool asks_pairs = false;
  std::vector<Note> notes;  ///< of all stages, in order
};

}  // namespace demarche
