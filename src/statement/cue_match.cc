// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "statement/cue_match.h"

namespace demarche {
namespace {

// The token after the last word of the cue, or 0; adverbs and "to" may stand between.
uint32_t end_of(const SentenceView& s, const Cue& cue, uint32_t at) {
  uint32_t i = at;
  for (size_t w = 0; w < cue.words.size(); ++w) {
    if (w > 0) {
      while (s.inside(i) && s.word(i) != cue.words[w] &&
             s.context().parse.words[i].lemma != cue.words[w] && s.tag(i) == Upos::kAdv &&
             i < at + 8) {
        ++i;
      }
    }
    if (!s.inside(i) ||
        (s.word(i) != cue.words[w] && s.context().parse.words[i].lemma != cue.words[w])) {
      return 0;
    }
    ++i;
  }
  return i;
}

}  // namespace

CueMatch find_cue(const SentenceView& s, uint32_t at) {
  const StatementContext& c = s.context();
  const auto rows = c.cues.by_first.find(c.parse.words[at].lemma);
  if (rows == c.cues.by_first.end()) return {};
  CueMatch best;
  for (const uint32_t row : rows->second) {
    const Cue& cue = c.cues.cues[row];
    const bool noun = cue.frames == frame_bit(Frame::kNoun);
    if (noun != (s.tag(at) == Upos::kNoun)) continue;
    if (!noun && c.parse.verb_of[at] == Parse::kNone) continue;
    const uint32_t end = end_of(s, cue, at);
    if (end > best.end) best = {&cue, end};
  }
  return best;
}

}  // namespace demarche
