// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "event/status.h"

#include <algorithm>
#include <optional>

namespace demarche {
namespace {

constexpr uint32_t kNone = Parse::kNone;

bool is_word_type(EventType type) { return quad_of(type) == 1 || quad_of(type) == 3; }

// What the words before a noun or a dependent verb say of its reality.
EventStatus status_under(const EventPatterns& patterns, const std::string& lemma) {
  if (patterns.planned.contains(lemma)) return EventStatus::kPlanned;
  if (patterns.threatened.contains(lemma)) return EventStatus::kThreatened;
  if (patterns.demanded.contains(lemma)) return EventStatus::kDemanded;
  if (patterns.denied.contains(lemma)) return EventStatus::kDenied;
  if (patterns.doubted.contains(lemma)) return EventStatus::kHypothetical;
  return EventStatus::kActual;
}

// "if" or "unless" in the clause before the trigger.
bool is_conditional(const EventContext& context, uint32_t token) {
  const auto first = context.tokens.sentences[context.tokens.sentence_of[token]].first;
  for (uint32_t i = token, steps = 0; i-- > first && steps < 15; ++steps) {
    const auto& lower = context.tokens.lower[i];
    if (lower == "if" || lower == "unless" || lower == "whether") return true;
    if (lower == "," || lower == ";") return false;
  }
  return false;
}

// "denied charges that it had helped", "rejected accusations he ran": what is told there is denied.
bool is_in_denied_charge(const EventContext& context, uint32_t token) {
  const auto& patterns = context.patterns;
  const auto& words = context.parse.words;
  const auto first = context.tokens.sentences[context.tokens.sentence_of[token]].first;
  bool charge = false;
  for (uint32_t i = token, steps = 0; i-- > first && steps < 25; ++steps) {
    // "..., and accused": a new clause.
    if (words[i].upos == Upos::kCconj && i > first && context.tokens.lower[i - 1] == ",") {
      return false;
    }
    const auto verb = context.parse.verb_of[i];
    const bool denies = words[i].upos == Upos::kVerb && patterns.deniers.contains(words[i].lemma) &&
                        (verb == kNone || !context.parse.verbs[verb].negated);
    if (denies && (charge || words[i].lemma == "deny")) return true;
    charge = charge || patterns.charges.contains(words[i].lemma);
  }
  return false;
}

// "refused to rule out": an infinitive under a denial.
bool is_turned_down(const EventContext& context, uint32_t verb) {
  const auto& group = context.parse.verbs[verb];
  if (!group.infinitive && !group.participle) return false;
  const auto first = context.tokens.sentences[context.tokens.sentence_of[group.head]].first;
  for (uint32_t i = group.first, steps = 0; i-- > first && steps < 2; ++steps) {
    if (context.patterns.denied.contains(context.parse.words[i].lemma)) return true;
    if (context.tokens.lower[i] == "without") return true;
  }
  return false;
}

// "is to meet", "was to sign": set for a day to come, or once meant to be.
std::optional<EventStatus> status_of_be_to(const EventContext& context, const VerbGroup& group) {
  if (!group.infinitive || group.first == 0) return std::nullopt;
  const auto first = context.tokens.sentences[context.tokens.sentence_of[group.head]].first;
  uint32_t be = group.first - 1;
  if (context.tokens.lower[be] == "to" && be > first) --be;
  const bool no = context.tokens.lower[be] == "not" && be > first;
  if (no) --be;
  if (be < first || context.parse.words[be].lemma != "be") return std::nullopt;
  const auto verb = context.parse.verb_of[be];
  if (verb == kNone || context.parse.verbs[verb].head != be) return std::nullopt;
  const auto& auxiliary = context.parse.verbs[verb];
  if (no || auxiliary.negated) return EventStatus::kDenied;
  return auxiliary.tense == Tense::kPast || !auxiliary.modal.empty() ? EventStatus::kHypothetical
                                                                     : EventStatus::kPlanned;
}

EventStatus status_of_verb(const EventContext& context, uint32_t verb) {
  const auto& parse = context.parse;
  const auto& group = parse.verbs[verb];
  if (const auto status = status_of_be_to(context, group)) return *status;
  if (group.infinitive || group.participle) {
    const auto first = context.tokens.sentences[context.tokens.sentence_of[group.head]].first;
    const uint32_t reach = group.infinitive ? 16 : 8;
    // The governor: the verb or noun before, over the object of "urged X to".
    for (uint32_t i = group.first, steps = 0; i-- > first && steps < reach; ++steps) {
      const auto& word = parse.words[i];
      if (word.upos != Upos::kVerb && word.upos != Upos::kNoun && word.upos != Upos::kAdj) continue;
      const auto status = status_under(context.patterns, word.lemma);
      const auto governor = parse.verb_of[i];
      const bool no = (i > first && context.tokens.lower[i - 1] == "no") ||
                      (governor != kNone && parse.verbs[governor].negated);
      if (context.patterns.excluded.contains(word.lemma) && governor != kNone) {
        return no || is_turned_down(context, governor) ? EventStatus::kHypothetical
                                                       : EventStatus::kDenied;
      }
      // "did not fail to", "does not deny": two denials are none.
      if (no && status == EventStatus::kDenied) {
        return word.lemma == "fail" ? EventStatus::kActual : EventStatus::kHypothetical;
      }
      if (no && word.lemma != "stop" && word.lemma != "cease" && word.lemma != "hesitate") {
        return EventStatus::kDenied;
      }
      if (status != EventStatus::kActual) return status;
      if (word.upos == Upos::kVerb) break;
    }
    if (is_in_denied_charge(context, group.first)) return EventStatus::kDenied;
    return EventStatus::kActual;
  }
  if (group.negated || is_in_denied_charge(context, group.first)) return EventStatus::kDenied;
  if (is_conditional(context, group.first)) return EventStatus::kHypothetical;
  if (group.tense == Tense::kFuture || group.modal == "will" || group.modal == "shall") {
    return EventStatus::kPlanned;
  }
  if (group.modal == "must") return EventStatus::kDemanded;
  if (!group.modal.empty()) return EventStatus::kHypothetical;
  if (group.progressive) return EventStatus::kOngoing;
  return EventStatus::kActual;
}

// `word` is for types whose deed is a word: a call that is rejected was made all the same.
EventStatus status_of_noun(const EventContext& context, uint32_t token, bool word) {
  const auto& parse = context.parse;
  const auto phrase = parse.phrase_of[token];
  const auto begin = phrase == kNone ? token : parse.phrases[phrase].first;
  for (uint32_t i = begin; i < token; ++i) {
    const auto& lower = context.tokens.lower[i];
    if (lower == "no") return EventStatus::kDenied;
    if (lower == "possible" || lower == "potential") return EventStatus::kHypothetical;
    if (lower == "planned") return EventStatus::kPlanned;
  }
  if (is_in_denied_charge(context, token)) return EventStatus::kDenied;
  const auto first = context.tokens.sentences[context.tokens.sentence_of[token]].first;
  if (begin > first) {
    const auto verb = parse.verb_of[begin - 1];
    // "will launch an attack": the light verb says whether it is real.
    if (verb != kNone &&
        context.patterns.light.contains(parse.words[parse.verbs[verb].head].lemma)) {
      return status_of_verb(context, verb);
    }
  }
  for (uint32_t i = begin, steps = 0; i-- > first && steps < 3; ++steps) {
    const auto upos = parse.words[i].upos;
    if (upos == Upos::kPunct) break;
    if (upos == Upos::kNoun || upos == Upos::kVerb) {
      if (word && parse.words[i].lemma != "deny") return EventStatus::kActual;
      const auto governor = parse.verb_of[i];
      const bool nor = i > first && context.tokens.lower[i - 1] == "nor";
      if (context.patterns.excluded.contains(parse.words[i].lemma) && (nor || governor != kNone)) {
        const bool open = nor || parse.verbs[governor].negated || is_turned_down(context, governor);
        return open ? EventStatus::kHypothetical : EventStatus::kDenied;
      }
      return status_under(context.patterns, parse.words[i].lemma);
    }
  }
  return is_conditional(context, token) ? EventStatus::kHypothetical : EventStatus::kActual;
}

// "offered no apology": the object is none, where the pattern itself does not ask for a "no".
bool is_emptied(const EventContext& context, const Pattern& pattern, const EventMatch& match) {
  if (match.anchor + 1 >= match.last || context.tokens.lower[match.anchor + 1] != "no")
    return false;
  return std::ranges::none_of(pattern.after, [](const PatternElement& element) {
    return std::ranges::find(element.words, "no") != element.words.end();
  });
}

}  // namespace

EventStatus status_of_match(const EventContext& context, const Pattern& pattern,
                            const EventMatch& match) {
  auto status = pattern.nominal ? status_of_noun(context, match.anchor, is_word_type(pattern.type))
                                : status_of_verb(context, context.parse.verb_of[match.anchor]);
  if (is_emptied(context, pattern, match)) status = EventStatus::kDenied;
  if (pattern.negated && status == EventStatus::kDenied) status = EventStatus::kActual;
  if (status == EventStatus::kActual && !pattern.status.empty()) {
    status = event_status_of(pattern.status).value_or(status);
  }
  return status;
}

}  // namespace demarche
