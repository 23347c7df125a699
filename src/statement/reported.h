// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the statement stage; the door is statement.h.

#include <string>
#include <vector>

#include "mention/mention.h"
#include "statement/clause.h"
#include "statement/cues.h"
#include "statement/quotes.h"

namespace demarche {

/// A cue with its source and content as token ranges, before anything is resolved.
struct Reported {
  struct Range {
    uint32_t first = 0, last = 0;
    [[nodiscard]] bool empty() const { return first >= last; }
  };
  const Cue* cue = nullptr;
  Frame frame = Frame::kClause;
  Range cue_words;
  std::vector<Range> sources;  ///< noun phrases of the source, the first is the speaker's
  Range addressee;             ///< of "told X", or empty
  Range content;
  Range rest;              ///< of content that the cue cuts in two, or empty
  Range adjuncts;          ///< when, where and how it was said: "on Monday in a speech", or empty
  bool inherited = false;  ///< the source is the subject of an earlier verb
  bool relative = false;   ///< of a relative clause: "X, who said ..., left"
  bool negated = false;    ///< "did not rule out"
  bool perfect = false;    ///< "has said": no last time is known
  std::string rule;
};

/// Everything that the stage reads, passed as one.
struct StatementContext {
  const Article& article;
  const Tokens& tokens;
  const Parse& parse;
  const Mentions& mentions;
  const CueTable& cues;
  const Quotes& quotes;
  const std::vector<TimeMention>& times;
};

/// The cues of one sentence with their sources and contents, in order of the cue.
std::vector<Reported> find_reported(const StatementContext& context, uint32_t sentence);

}  // namespace demarche
