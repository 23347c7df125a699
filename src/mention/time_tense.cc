// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/time_tense.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace demarche {
namespace {

// How far a sentence is searched for a signal, in tokens.
constexpr uint32_t kReach = 40;

template <size_t N>
bool contains(const std::array<std::string_view, N>& sorted, std::string_view word) {
  return std::ranges::binary_search(sorted, word);
}

// Each list is sorted.
constexpr auto kFutureModals = std::to_array<std::string_view>(
    {"'ll", "could", "may", "might", "must", "shall", "should", "will", "wo", "would"});
constexpr auto kPlanned =
    std::to_array<std::string_view>({"coming", "due", "effective", "matures", "maturing", "payable",
                                     "planned", "scheduled", "slated", "upcoming"});
// Words whose infinitive lies ahead of them, even if they stand in the past: "agreed to meet".
constexpr auto kPlanners = std::to_array<std::string_view>(
    {"about",   "agree",    "agreed",    "agrees",   "aim",      "aims",      "ask",      "asked",
     "asks",    "call",     "called",    "calls",    "due",      "expect",    "expected", "expects",
     "going",   "hope",     "hopes",     "intend",   "intended", "intends",   "invite",   "invited",
     "invites", "ordered",  "orders",    "plan",     "planned",  "planning",  "plans",    "pledged",
     "poised",  "prepared", "preparing", "promised", "ready",    "scheduled", "set",      "slated",
     "urge",    "urged",    "urges",     "vowed",    "want",     "wants"});
constexpr auto kPastVerbs = std::to_array<std::string_view>(
    {"became", "began",  "broke", "brought", "came", "cut",  "did",   "drew", "fell",  "felt",
     "flew",   "fought", "found", "gave",    "got",  "grew", "had",   "held", "hit",   "kept",
     "killed", "knew",   "led",   "left",    "lost", "made", "meant", "met",  "paid",  "put",
     "ran",    "rose",   "said",  "sat",     "saw",  "sent", "shot",  "sold", "spent", "spoke",
     "stood",  "struck", "told",  "took",    "was",  "went", "were",  "won",  "wrote"});

bool is_past_form(const Parse& parse, std::string_view word, uint32_t token) {
  if (contains(kPastVerbs, word)) return true;
  if (token < parse.words.size()) {
    const Word& tag = parse.words[token];
    if (tag.upos == Upos::kVerb || tag.upos == Upos::kAux) return tag.form == VerbForm::kPast;
    if (tag.upos != Upos::kX) return false;
  }
  return word.size() > 4 && word.ends_with("ed") && word != "indeed" && word != "need";
}

// An infinitive after a planner: "plans to redeem", "is expected to meet".
bool is_planned_infinitive(const Tokens& tokens, uint32_t to, uint32_t begin) {
  for (uint32_t back = 1; back <= 3 && to >= begin + back; ++back) {
    if (contains(kPlanners, tokens.lower[to - back])) return true;
  }
  return false;
}

// "were preparing to leave": told as going on at a time that is over.
bool is_past_progressive(const Tokens& tokens, uint32_t to, uint32_t begin) {
  if (to < begin + 2 || !tokens.lower[to - 1].ends_with("ing")) return false;
  const std::string_view before = tokens.lower[to - 2];
  return before == "was" || before == "were";
}

TimeOutlook signal_of(const Tokens& tokens, const Parse& parse, uint32_t token, uint32_t begin) {
  const std::string_view word = tokens.lower[token];
  if (contains(kFutureModals, word)) {
    // "May" the month is no modal; "could have met" lies behind.
    const bool month = word == "may" && !tokens.lower[token].empty() &&
                       token < parse.words.size() && parse.words[token].upos == Upos::kPropn;
    const bool perfect = token + 1 < tokens.size() && tokens.lower[token + 1] == "have";
    if (!month && !perfect) return TimeOutlook::kAhead;
    return TimeOutlook::kUnknown;
  }
  if (contains(kPlanned, word)) return TimeOutlook::kAhead;
  if (word == "to" && is_planned_infinitive(tokens, token, begin)) {
    return is_past_progressive(tokens, token, begin) ? TimeOutlook::kBehind : TimeOutlook::kAhead;
  }
  if (is_past_form(parse, word, token)) return TimeOutlook::kBehind;
  return TimeOutlook::kUnknown;
}

}  // namespace

TimeOutlook outlook_at(const Tokens& tokens, const Parse& parse, uint32_t first, uint32_t last) {
  if (first >= tokens.size()) return TimeOutlook::kUnknown;
  const Sentence& sentence = tokens.sentences[tokens.sentence_of[first]];
  const uint32_t begin = first > sentence.first + kReach ? first - kReach : sentence.first;
  for (uint32_t token = first; token-- > begin;) {
    const TimeOutlook signal = signal_of(tokens, parse, token, begin);
    if (signal != TimeOutlook::kUnknown) return signal;
  }
  const uint32_t end = std::min(sentence.last, last + kReach);
  for (uint32_t token = last; token < end; ++token) {
    const TimeOutlook signal = signal_of(tokens, parse, token, last);
    if (signal != TimeOutlook::kUnknown) return signal;
  }
  return TimeOutlook::kUnknown;
}

bool is_past_perfect_at(const Tokens& tokens, const Parse& parse, uint32_t token) {
  if (token >= tokens.size()) return false;
  const Sentence& sentence = tokens.sentences[tokens.sentence_of[token]];
  const VerbGroup* nearest = nullptr;
  const uint32_t from = token > sentence.first + kReach ? token - kReach : sentence.first;
  auto verb = std::ranges::lower_bound(parse.verbs, from, {}, &VerbGroup::first);
  for (; verb != parse.verbs.end() && verb->first < sentence.last; ++verb) {
    if (verb->last > token && nearest != nullptr) break;
    nearest = &*verb;
  }
  return nearest != nullptr && nearest->tense == Tense::kPast && nearest->perfect;
}

}  // namespace demarche
