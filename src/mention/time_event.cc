// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/time_event.h"

#include <algorithm>

namespace demarche {
namespace {

constexpr uint32_t kWords = 6;       // tokens of the phrase behind "after"
constexpr size_t kLongestLook = 40;  // days told, from the last back
constexpr uint32_t kReach = 40;      // tokens around a day that may tell its event
constexpr size_t kNeighbours = 8;    // days of one sentence that are compared
constexpr uint32_t kClimb = 3;       // from a time to what takes place then

}  // namespace

// Nouns, names and verbs tell one event from another: "the fall of Velmark", "she left".
std::vector<ToldEvents::Word> ToldEvents::words_of_phrase(uint32_t token) const {
  const uint32_t end = std::min(token + kWords, tokens_.sentences[tokens_.sentence_of[token]].last);
  std::vector<Word> words;
  for (uint32_t i = token; i < end; ++i) {
    const Upos upos = parse_.upos_of(i);
    if (upos == Upos::kPunct || (upos == Upos::kPron && !words.empty())) break;
    if (upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kVerb) {
      words.push_back({parse_.words[i].lemma, upos == Upos::kPropn});
    }
  }
  return words;
}

// Does the token take place at the time: its verb, that verb's subject, the noun that it is said
// of?
bool ToldEvents::carries(uint32_t token, uint32_t time) const {
  uint32_t at = time;
  for (uint32_t step = 0; step < kClimb && at < parse_.tree.size(); ++step) {
    at = parse_.tree[at].head;
    if (at == token) return true;
    if (parse_.tree[token].head == at && parse_.relation_of(token).starts_with("nsubj"))
      return true;
  }
  return false;
}

// By lemmas, so that "the fall of Velmark" is told by "Velmark fell". A name may stand anywhere.
uint32_t ToldEvents::find_word(const Told& told, const Word& word) const {
  const Sentence& at = tokens_.sentences[tokens_.sentence_of[told.token]];
  const uint32_t from = told.token > at.first + kReach ? told.token - kReach : at.first;
  const uint32_t to = std::min(told.token + kReach, at.last);
  for (uint32_t i = from; i < to; ++i) {
    if (parse_.words[i].lemma == word.lemma && (word.name || carries(i, told.token))) return i;
  }
  return Parse::kNone;
}

// "Velmark fell on 3 May and Ostrel on 5 May": the day beside the name.
Day ToldEvents::nearest_day(size_t told, uint32_t token) const {
  const uint32_t sentence = tokens_.sentence_of[told_[told].token];
  size_t best = told;
  const auto distance = [&](size_t i) {
    const uint32_t time = told_[i].token;
    return time > token ? time - token : 2 * (token - time);
  };
  const size_t from = told > kNeighbours ? told - kNeighbours : 0;
  const size_t to = std::min(told + kNeighbours, told_.size());
  for (size_t i = from; i < to; ++i) {
    const bool beside = tokens_.sentence_of[told_[i].token] == sentence;
    if (beside && distance(i) < distance(best)) best = i;
  }
  return told_[best].day;
}

std::optional<Day> ToldEvents::day_of(uint32_t token) const {
  const bool parsed = parse_.words.size() == tokens_.size() && parse_.tree.size() == tokens_.size();
  if (token >= tokens_.size() || !parsed) return std::nullopt;
  const std::vector<Word> words = words_of_phrase(token);
  // One name alone is hardly an event: "a day after London".
  if (words.empty() || (words.size() == 1 && words.front().name)) return std::nullopt;
  const size_t last = told_.size() > kLongestLook ? told_.size() - kLongestLook : 0;
  for (size_t i = told_.size(); i-- > last;) {
    const Told& told = told_[i];
    if (tokens_.sentence_of[told.token] == tokens_.sentence_of[token]) continue;
    uint32_t found = token;
    for (const Word& word : words) {
      found = find_word(told, word);
      if (found == Parse::kNone) break;
    }
    if (found != Parse::kNone) return nearest_day(i, found);
  }
  return std::nullopt;
}

}  // namespace demarche
