// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "event/claim.h"

#include <algorithm>

#include "event/party.h"
#include "statement/clause.h"

namespace demarche {
namespace {

constexpr uint32_t kNone = Parse::kNone;

// The innermost statement whose content holds the trigger. Statements ascend by their content, so
// those that begin before the trigger are looked at backwards, a bounded number of them.
void place_in_statement(const std::vector<Statement>& statements, Event& event) {
  const auto begin_of = [](const Statement& statement) {
    return statement.content.empty() ? 0 : statement.content.front().begin;
  };
  const auto behind = std::ranges::upper_bound(statements, event.trigger.begin, {}, begin_of);
  auto i = static_cast<uint32_t>(behind - statements.begin());
  uint32_t size = UINT32_MAX;
  for (int steps = 0; i-- > 0 && steps < 64; ++steps) {
    for (const auto& content : statements[i].content) {
      if (!content.contains(event.trigger) || content.size() >= size) continue;
      size = content.size();
      event.said_in.value = i;
      event.claimed_by = {};
      if (statements[i].voice == Voice::kActor && !statements[i].speakers.empty()) {
        event.claimed_by = statements[i].speakers.front();
      }
    }
  }
}

bool is_finite(const VerbGroup& group) { return !group.infinitive && !group.participle; }

// The verb by which the sentence gives the words between these quote marks to somebody: close
// behind them, else right before them.
uint32_t speech_verb(const EventContext& context, const Sentence& sentence, Span quote) {
  constexpr uint32_t kClose = 8;
  const auto& tokens = context.tokens;
  const auto begin = std::max(sentence.first, tokens.at_byte(quote.begin));
  const auto end = std::max(begin, tokens.at_byte(quote.end));
  for (uint32_t i = end; i < sentence.last && i < end + kClose; ++i) {
    const auto verb = context.parse.verb_of[i];
    if (verb != kNone) return is_finite(context.parse.verbs[verb]) ? verb : kNone;
  }
  for (uint32_t i = begin, steps = 0; i-- > sentence.first && steps < 3; ++steps) {
    const auto verb = context.parse.verb_of[i];
    if (verb != kNone) return is_finite(context.parse.verbs[verb]) ? verb : kNone;
  }
  return kNone;
}

Id<Actor> speaker_at(const EventContext& context, uint32_t verb, Span quote) {
  const auto& parse = context.parse;
  for (const auto phrase : find_subject(context.tokens, parse, verb).phrases) {
    const auto& np = parse.phrases[phrase];
    if (quote.contains(context.tokens.tokens[np.head].span)) continue;
    return actor_of_phrase(context, phrase);
  }
  // "quipped Ivar Brandt": behind the verb.
  const auto last = parse.verbs[verb].last;
  const auto& sentence = context.tokens.sentences[context.tokens.sentence_of[last - 1]];
  if (last >= sentence.last || parse.phrase_of[last] == kNone) return {};
  return actor_of_phrase(context, parse.phrase_of[last]);
}

}  // namespace

void name_claimant(const EventContext& context, const std::vector<Statement>& statements,
                   Event& event) {
  place_in_statement(statements, event);
  const auto around = context.quotes.overlapping(event.trigger);
  const auto quote = std::ranges::find_if(
      around, [&](const Quote& found) { return found.span.contains(event.trigger); });
  if (quote == around.end()) return;
  const auto& sentence = context.tokens.sentences[context.tokens.sentence_of[event.trigger_token]];
  const auto verb = speech_verb(context, sentence, quote->span);
  if (verb == kNone) return;
  const auto& word = context.parse.words[context.parse.verbs[verb].head].lemma;
  if (context.patterns.pretended.contains(word) && event.status != EventStatus::kDenied) {
    event.status = EventStatus::kHypothetical;
  }
  if (!event.said_in && !event.claimed_by) {
    event.claimed_by = speaker_at(context, verb, quote->span);
  }
}

}  // namespace demarche
