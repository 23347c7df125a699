// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/place_acts.h"

#include <algorithm>
#include <array>

namespace demarche::mention {
namespace {

template <size_t N>
constexpr bool holds(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

// Besides verbs of saying. Towns are hit, wake, grow and host as places.
constexpr std::array<std::string_view, 73> kDeeds = {
    "abolish", "accept",    "adopt",     "agree",   "allocate", "allow",     "amend",   "apply",
    "appoint", "approve",   "arrest",    "back",    "ban",      "bid",       "block",   "boycott",
    "buy",     "cancel",    "charge",    "choose",  "close",    "cut",       "decide",  "decline",
    "defy",    "deploy",    "dispatch",  "dismiss", "elect",    "endorse",   "enforce", "expel",
    "extend",  "extradite", "fine",      "forbid",  "fund",     "give",      "grant",   "honour",
    "impose",  "introduce", "invest",    "invite",  "issue",    "join",      "lift",    "negotiate",
    "offer",   "oppose",    "order",     "pass",    "pay",      "permit",    "plan",    "prohibit",
    "propose", "recognise", "recognize", "reject",  "restrict", "retaliate", "scrap",   "send",
    "sign",    "spend",     "sue",       "support", "suspend",  "urge",      "veto",    "vote",
    "withdraw"};

constexpr std::array<std::string_view, 44> kRuleNouns = {
    "administration", "administrators", "assembly",     "authorities",   "authority",
    "cabinet",        "chancellor",     "commissioner", "commissioners", "congress",
    "council",        "councillors",    "councilors",   "court",         "courts",
    "delegation",     "delegates",      "diplomats",    "envoy",         "governor",
    "government",     "governments",    "judge",        "judges",        "king",
    "lawmakers",      "leader",         "leaders",      "legislature",   "legislators",
    "mayor",          "minister",       "ministers",    "ministry",      "officials",
    "parliament",     "police",         "president",    "prosecutors",   "queen",
    "regime",         "rulers",         "senate",       "sheriff"};

constexpr std::array<std::string_view, 18> kBonds = {
    "accord",    "agreement", "alliance", "conflict",     "contract", "deal",
    "dialogue",  "dispute",   "feud",     "negotiations", "pact",     "quarrel",
    "relations", "rivalry",   "row",      "talks",        "tensions", "treaty"};

constexpr std::array<std::string_view, 31> kHappenings = {
    "accident",  "attack",     "attacks",   "blast",      "blasts",   "bombing",    "bombings",
    "ceremony",  "clashes",    "concert",   "conference", "crash",    "earthquake", "election",
    "elections", "exhibition", "explosion", "fair",       "festival", "fire",       "flood",
    "floods",    "march",      "meeting",   "meetings",   "protest",  "protests",   "rally",
    "riots",     "summit",     "talks"};

constexpr std::array<std::string_view, 11> kLandscapes = {"canal",    "cape",      "desert", "lake",
                                                          "mountain", "mountains", "ocean",  "reef",
                                                          "river",    "sea",       "strait"};

bool acts_by_verb(const Scene& scene, uint32_t first, uint32_t last) {
  const uint32_t verb = verb_of_subject(scene, first, last);
  if (verb == kNone || scene.parse.verbs[verb].passive) return false;
  return is_say(scene, verb) || holds(kDeeds, scene.lemma(scene.parse.verbs[verb].head));
}

/// "fined by Graz".
bool acts_as_agent(const Scene& scene, uint32_t first) {
  const uint32_t by = scene.before(first);
  const uint32_t word = by == kNone ? kNone : scene.before(by);
  if (word == kNone || !scene.is(by, "by")) return false;
  const uint32_t verb = scene.parse.verb_of[word];
  if (verb == kNone || scene.parse.verbs[verb].head != word) return false;
  const std::string& lemma = scene.lemma(word);
  return is_in(WordList::kSay, lemma) || holds(kDeeds, lemma);
}

/// "Graz's city council", "Graz police".
bool owns_rule(const Scene& scene, uint32_t last) {
  constexpr uint32_t kFar = 3;
  const uint32_t begin = scene.after(last - 1);
  if (begin == kNone) return false;
  const uint32_t end = scene.sentence(begin).last;
  for (uint32_t t = begin; t < end && t < begin + kFar; ++t) {
    if (is_rule_noun(scene, t)) return true;
    const bool inner = (t == begin && scene.is_possessive(t)) || scene.upos(t) == Upos::kAdj ||
                       scene.upos(t) == Upos::kNoun || scene.upos(t) == Upos::kPropn;
    if (!inner) return false;
  }
  return false;
}

}  // namespace

bool is_rule_noun(const Scene& scene, uint32_t t) {
  return t < scene.size() && holds(kRuleNouns, scene.lower(t));
}

bool is_happening_noun(const Scene& scene, uint32_t t) {
  return t < scene.size() && holds(kHappenings, scene.lower(t));
}

bool is_bound(const Scene& scene, uint32_t first) {
  constexpr uint32_t kFar = 4;
  const uint32_t begin = scene.sentence(first).first;
  for (uint32_t t = first, steps = 0; t > begin && steps < kFar; ++steps) {
    --t;
    const uint32_t noun = scene.before(t);
    if (scene.is(t, "between") || scene.is(t, "with"))
      return noun != kNone && holds(kBonds, scene.lower(noun));
    if (!scene.is(t, "and") && !scene.is_capital(t)) return false;
  }
  return false;
}

bool is_landscape(std::string_view kind) { return holds(kLandscapes, kind); }

bool acts_here(const Scene& scene, uint32_t first, uint32_t last) {
  return acts_by_verb(scene, first, last) || acts_as_agent(scene, first) ||
         owns_rule(scene, last) || is_bound(scene, first);
}

}  // namespace demarche::mention
