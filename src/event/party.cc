// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "event/party.h"

#include <algorithm>

namespace demarche {
namespace {

constexpr uint32_t kNone = Parse::kNone;

bool is_attaching(std::string_view word) {
  return word == "of" || word == "from" || word == "by" || word == "in" || word == "for" ||
         word == "against" || word == "with" || word == "on" || word == "at" || word == "to";
}

bool is_acronym(const EventContext& context, uint32_t token) {
  const auto word = context.article.text.of(context.tokens.tokens[token].span);
  constexpr size_t kShortest = 2;
  return word.size() >= kShortest &&
         std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

bool has_word(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

Id<Actor> actor_of_phrase(const EventContext& context, uint32_t phrase) {
  const auto& np = context.parse.phrases[phrase];
  if (context.actor_at[np.head]) return context.actor_at[np.head];
  for (uint32_t i = np.head; i-- > np.first;) {
    if (context.actor_at[i]) return context.actor_at[i];
  }
  return {};
}

bool is_party(const EventContext& context, uint32_t phrase) {
  if (actor_of_phrase(context, phrase)) return true;
  const auto& np = context.parse.phrases[phrase];
  const auto& head = context.parse.words[np.head];
  if (is_time_phrase(context, phrase)) return false;
  if (context.patterns.parties.contains(head.lemma)) return true;
  if (head.upos == Upos::kPron) {
    return head.lemma == "they" || head.lemma == "he" || head.lemma == "she" || head.lemma == "we";
  }
  // A bare name; with an article it is as often a thing: "the Harbour Festival", and a single word
  // at the start of a sentence has its capital from there.
  if (head.upos != Upos::kPropn || context.parse.words[np.first].upos == Upos::kDet) return false;
  const auto& sentence = context.tokens.sentences[context.tokens.sentence_of[np.first]];
  return np.first > sentence.first || np.last > np.first + 1 || is_acronym(context, np.head);
}

bool is_time_phrase(const EventContext& context, uint32_t phrase) {
  const auto& np = context.parse.phrases[phrase];
  return context.patterns.times.contains(context.parse.words[np.head].lemma);
}

uint32_t next_attached(const EventContext& context, uint32_t phrase, uint32_t end) {
  const auto last = context.parse.phrases[phrase].last;
  if (last + 1 >= end || !is_attaching(context.parse.words[last].lemma)) return kNone;
  uint32_t at = last + 1;
  while (at + 1 < end && context.parse.phrase_of[at] == kNone &&
         (context.parse.words[at].upos == Upos::kAdv || context.tokens.lower[at] == "\"")) {
    ++at;
  }
  return context.parse.phrase_of[at];
}

}  // namespace demarche
