// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "event/doer.h"

#include <algorithm>

#include "event/party.h"
#include "statement/clause.h"

namespace demarche {
namespace {

constexpr uint32_t kNone = Parse::kNone;
constexpr int kHops = 4;  // over prepositions and commas

// The phrase before a time: "The court, yesterday, began".
uint32_t before_time(const EventContext& context, uint32_t phrase) {
  const auto& parse = context.parse;
  const auto at = parse.phrases[phrase].first;
  const auto begin = context.tokens.sentences[context.tokens.sentence_of[at]].first;
  uint32_t i = at;
  for (int hop = 0; hop < kHops && i > begin; ++hop) {
    --i;
    if (context.tokens.lower[i] == "," || parse.words[i].upos == Upos::kAdv) continue;
    const auto found = parse.phrase_of[i];
    if (found == kNone) return kNone;
    if (!is_under_preposition(context.tokens, parse, found)) return found;
    i = parse.phrases[found].first - 1;
  }
  return kNone;
}

bool is_reduced_passive(const EventContext& context, uint32_t verb) {
  const auto& group = context.parse.verbs[verb];
  return group.participle && !group.passive &&
         context.parse.words[group.head].form == VerbForm::kParticiple;
}

}  // namespace

bool is_passive(const EventContext& context, uint32_t verb) {
  return context.parse.verbs[verb].passive || is_reduced_passive(context, verb);
}

namespace {

// "The man accused of attacking Irena Kovar met": the object of a participle acts not; who hangs
// before it does.
uint32_t before_participles(const EventContext& context, uint32_t phrase) {
  const auto& parse = context.parse;
  const auto first = parse.phrases[phrase].first;
  const auto begin = context.tokens.sentences[context.tokens.sentence_of[first]].first;
  if (first == begin) return phrase;
  const auto gerund = parse.verb_of[first - 1];
  if (gerund == kNone || !parse.verbs[gerund].participle) return phrase;
  if (parse.words[parse.verbs[gerund].head].form != VerbForm::kGerund) return phrase;
  const auto at = parse.verbs[gerund].first;
  if (at < begin + 3 || parse.phrase_of[at - 1] != kNone) return phrase;
  const auto outer = parse.verb_of[at - 2];
  // Without an object of its own it is passive.
  if (outer == kNone || parse.words[at - 1].upos == Upos::kPunct) return phrase;
  const auto& group = parse.verbs[outer];
  const bool bare = group.first == group.head && group.last == at - 1 && group.first > begin;
  const auto before = bare ? parse.phrase_of[group.first - 1] : kNone;
  return before == kNone ? phrase : before;
}

// "On Monday Norvenia moved": the parse joins the day to the name behind it.
uint32_t behind_day(const EventContext& context, uint32_t verb) {
  const auto& parse = context.parse;
  const auto at = parse.verbs[verb].first;
  const auto begin = context.tokens.sentences[context.tokens.sentence_of[at]].first;
  const auto phrase = at > begin ? parse.phrase_of[at - 1] : kNone;
  if (phrase == kNone || is_time_phrase(context, phrase)) return kNone;
  const auto& np = parse.phrases[phrase];
  const bool joined = np.last == at && np.head > np.first && np.first > begin &&
                      context.patterns.times.contains(parse.words[np.first].lemma) &&
                      parse.words[np.head].upos == Upos::kPropn;
  return joined ? phrase : kNone;
}

}  // namespace

std::vector<uint32_t> subject_phrases(const EventContext& context, uint32_t verb) {
  const auto& parse = context.parse;
  const auto& group = parse.verbs[verb];
  const auto begin = context.tokens.sentences[context.tokens.sentence_of[group.head]].first;
  if (is_reduced_passive(context, verb) && group.first > begin) {
    const auto before = parse.phrase_of[group.first - 1];
    if (before != kNone && !is_time_phrase(context, before)) return {before};
  }
  auto subject = find_subject(context.tokens, parse, verb);
  std::vector<uint32_t> phrases;
  for (const auto phrase : subject.phrases) {
    if (is_time_phrase(context, phrase)) continue;
    phrases.push_back(before_participles(context, phrase));
  }
  if (phrases.empty() && subject.phrases.empty()) {
    const auto joined = behind_day(context, verb);
    if (joined != kNone) phrases.push_back(joined);
  }
  if (phrases.empty() && !subject.phrases.empty()) {
    const auto found = before_time(context, subject.phrases.front());
    if (found != kNone) phrases.push_back(found);
  }
  return phrases;
}

std::vector<uint32_t> light_subject(const EventContext& context, uint32_t phrase) {
  const auto& parse = context.parse;
  const auto first = parse.phrases[phrase].first;
  const auto begin = context.tokens.sentences[context.tokens.sentence_of[first]].first;
  uint32_t at = first;
  for (int hop = 0; hop < kHops && at > begin; ++hop) {
    --at;
    const auto verb = parse.verb_of[at];
    if (verb != kNone) {
      if (!context.patterns.light.contains(parse.words[parse.verbs[verb].head].lemma)) return {};
      if (is_passive(context, verb)) return {};
      return subject_phrases(context, verb);
    }
    const auto upos = parse.words[at].upos;
    const auto& lower = context.tokens.lower[at];
    // "carried out air and ground assaults", "issued a series of threats"
    const bool stepped = upos == Upos::kAdv || upos == Upos::kPart || upos == Upos::kCconj ||
                         lower == "out" || lower == "up" || lower == "of" ||
                         parse.phrase_of[at] != kNone;
    if (!stepped) return {};
    if (parse.phrase_of[at] != kNone) at = parse.phrases[parse.phrase_of[at]].first;
  }
  return {};
}

}  // namespace demarche
