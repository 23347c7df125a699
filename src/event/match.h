// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the event stage; the door is event.h.

#include <cstdint>
#include <vector>

#include "event/event.h"

namespace demarche {

/// Everything that the stage reads, passed as one.
struct EventContext {
  const Article& article;
  const Tokens& tokens;
  const Parse& parse;
  const Mentions& mentions;
  const EventPatterns& patterns;
  Quotes quotes;
  std::vector<Id<Actor>> actor_at;  ///< token -> actor of the longest mention with this head
};
EventContext make_event_context(const Article& article, const Tokens& tokens, const Parse& parse,
                                const Mentions& mentions, const EventPatterns& patterns);

/// A pattern that fits at an anchor.
struct EventMatch {
  uint32_t pattern = 0;
  uint32_t anchor = 0;           ///< token
  uint32_t first = 0, last = 0;  ///< tokens of the anchor and what matched after it
  std::vector<Id<Actor>> actors, recipients;
  std::vector<uint32_t> source_phrases, target_phrases;  ///< that fill the slots, known or not
  uint32_t elements = 0;                                 ///< how many elements fitted
  uint32_t weight = 0;                                   ///< how much they say; more is better
};

/// The best match at this token, if a pattern has it as anchor. At most a sentence's length of
/// steps for each pattern of the word.
std::optional<EventMatch> match_at(const EventContext& context, uint32_t token);

}  // namespace demarche
