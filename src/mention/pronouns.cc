// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "mention/scene.h"

namespace demarche::mention {
namespace {

struct Pronoun {
  std::string_view word;
  PronounKind kind;
};

constexpr std::array kPronouns = std::to_array<Pronoun>({
    {"he", PronounKind::kHe},        {"him", PronounKind::kHe},
    {"himself", PronounKind::kHe},   {"his", PronounKind::kHe},
    {"she", PronounKind::kShe},      {"her", PronounKind::kShe},
    {"hers", PronounKind::kShe},     {"herself", PronounKind::kShe},
    {"they", PronounKind::kThey},    {"them", PronounKind::kThey},
    {"their", PronounKind::kThey},   {"themselves", PronounKind::kThey},
    {"it", PronounKind::kIt},        {"its", PronounKind::kIt},
    {"itself", PronounKind::kIt},    {"we", PronounKind::kWe},
    {"us", PronounKind::kWe},        {"our", PronounKind::kWe},
    {"ours", PronounKind::kWe},      {"ourselves", PronounKind::kWe},
    {"i", PronounKind::kI},          {"me", PronounKind::kI},
    {"my", PronounKind::kI},         {"myself", PronounKind::kI},
    {"mine", PronounKind::kI},       {"you", PronounKind::kYou},
    {"your", PronounKind::kYou},     {"yours", PronounKind::kYou},
    {"yourself", PronounKind::kYou},
});

/// "it is clear", "it all depends", "it seems", "make it possible": nobody.
bool is_empty_it(const Scene& scene, uint32_t t) {
  static constexpr std::array<std::string_view, 14> kEmptyVerbs = {
      "appear", "depend", "emerge", "follow", "happen", "matter", "rain",
      "remain", "seem",   "snow",   "sound",  "take",   "turn",   "look"};
  static constexpr std::array<std::string_view, 9> kJudgements = {
      "clear",  "difficult",  "easier",    "easy",    "hard",
      "harder", "impossible", "necessary", "possible"};
  const uint32_t end = scene.sentence(t).last;
  uint32_t next = t + 1;
  for (const std::string_view judgement : kJudgements)
    if (next < end && scene.is(next, judgement)) return true;
  if (next < end && scene.is(next, "all")) return true;
  while (next < end && scene.upos(next) == Upos::kAdv && scene.parse.verb_of[next] == kNone) ++next;
  const uint32_t number = next < end ? scene.parse.verb_of[next] : kNone;
  if (number == kNone) return next < end && scene.upos(next) == Upos::kAdj;  // "make it possible"
  const VerbGroup& verb = scene.parse.verbs[number];
  const std::string& lemma = scene.lemma(verb.head);
  if (verb.infinitive) return false;
  for (const std::string_view empty : kEmptyVerbs)
    if (lemma == empty) return true;
  if (lemma == "be" || scene.is(verb.head, "'s")) return true;
  // "it was reported that", "it has been agreed to"
  return verb.passive && verb.last < end &&
         (scene.is(verb.last, "that") || is_in(WordList::kSay, lemma));
}

}  // namespace

PronounKind pronoun_kind(std::string_view word) {
  if (word.empty() || word.size() > 10) return PronounKind::kOther;
  for (const Pronoun& pronoun : kPronouns)
    if (pronoun.word == word) return pronoun.kind;
  return PronounKind::kOther;
}

void find_pronouns(const Scene& scene, Candidates& out) {
  for (uint32_t t = 0; t < scene.size(); ++t) {
    const PronounKind kind = pronoun_kind(scene.lower(t));
    if (kind == PronounKind::kOther || kind == PronounKind::kYou || scene.names.at[t] != kNone)
      continue;
    const bool first_person = kind == PronounKind::kWe || kind == PronounKind::kI;
    if (first_person && (!scene.quoted[t] || scene.text(t) == "US")) continue;
    if (scene.is(t, "it") && is_empty_it(scene, t)) continue;
    Candidate candidate;
    candidate.shape = Shape::kPronoun;
    candidate.pronoun = kind;
    candidate.first = candidate.head = candidate.core_first = t;
    candidate.last = candidate.core_last = t + 1;
    candidate.plural = kind == PronounKind::kThey || kind == PronounKind::kWe;
    candidate.possessor = scene.in(t, WordList::kPossessive);
    out.add(candidate);
  }
}

}  // namespace demarche::mention
