// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/strings.h"
#include "mention/history.h"
#include "mention/resolver.h"

namespace demarche::mention {

Resolver::Resolver(const Scene& scene, Candidates& candidates, Draft& draft,
                   const AntecedentModel* model)
    : scene_(scene),
      all_(candidates.all),
      by_last_(candidates.by_last),
      draft_(draft),
      history_(scene, draft),
      antecedents_(scene, candidates.all, draft, model),
      speakers_(scene.tokens.sentences.size()) {}

/// "Mrs Brok" tells of Ana Brok, wherever on the page it stands.
void Resolver::read_titles() {
  for (const Candidate& candidate : all_) {
    if (candidate.first == candidate.core_first || !is_person_name(scene_, candidate)) continue;
    char gender = '?';
    if (scene_.in(candidate.first, WordList::kMaleTitle)) gender = 'm';
    if (scene_.in(candidate.first, WordList::kFemaleTitle)) gender = 'f';
    if (gender == '?') continue;
    const auto [at, fresh] = titles_.try_emplace(scene_.lower(candidate.core_last - 1), gender);
    if (!fresh && at->second != gender) at->second = '?';  // husband and wife
  }
}

void Resolver::run() {
  read_titles();
  std::vector<uint32_t> order(all_.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::sort(order, [&](uint32_t a, uint32_t b) {
    const Candidate &x = all_[a], &y = all_[b];
    if (x.first != y.first) return x.first < y.first;
    if (x.last != y.last) return x.last > y.last;
    return a < b;
  });
  for (const uint32_t number : order) resolve(number, 0);
}

void Resolver::run_first_person() {
  for (Candidate& candidate : all_) resolve_first_person(candidate);
}

Id<Actor> Resolver::resolve(uint32_t number, int depth) {
  constexpr int kDeepest = 6;  // owners of owners; nested in the text, so never a circle
  Candidate& found = all_[number];
  if (found.done || depth > kDeepest) return found.actor;
  found.done = true;
  if (found.owner != kNone) resolve(found.owner, depth + 1);
  if (found.name != kNone && all_[found.name].first < found.first) resolve(found.name, depth + 1);
  if (found.name != kNone && all_[found.name].first >= found.first) resolve(found.name, depth + 1);
  switch (found.shape) {
    case Shape::kName:
      resolve_name(found);
      break;
    case Shape::kPerson:
      resolve_person(found);
      break;
    case Shape::kOrganization:
      resolve_organization(found);
      break;
    case Shape::kMedia:
      resolve_media(found);
      break;
    case Shape::kRole:
      resolve_role(found);
      break;
    case Shape::kOrgan:
      resolve_organ(found);
      break;
    case Shape::kForce:
      resolve_force(found);
      break;
    case Shape::kPeople:
      resolve_people(found);
      break;
    case Shape::kLed:
      resolve_led(found);
      break;
    case Shape::kRelation:
      resolve_relation(found);
      break;
    case Shape::kAllies:
      resolve_allies(found);
      break;
    case Shape::kNominal:
      resolve_nominal(found);
      break;
    case Shape::kOrganNoun:
      resolve_organ_noun(found);
      break;
    case Shape::kPronoun:
      resolve_pronoun(found);
      break;
    case Shape::kPhrase:
      resolve_phrase(found);
      break;
    case Shape::kSpot:
      resolve_spot(found);
      break;
  }
  if (antecedents_.is_usable() && found.shape != Shape::kPronoun && found.shape != Shape::kPhrase &&
      looks_back(found)) {
    if (const Id<Actor> taken = antecedents_.choose(number, found.actor)) {
      settle(found, taken, "noun.antecedent");
      note_others(found);
    }
  }
  if (found.actor) trace(number);
  antecedents_.push(number);
  return found.actor;
}

bool Resolver::looks_back(const Candidate& found) {
  switch (found.shape) {
    case Shape::kPronoun:
    case Shape::kPhrase:
      return true;
    case Shape::kRole:
    case Shape::kOrgan:
    case Shape::kForce:
    case Shape::kPeople:
    case Shape::kNominal:
    case Shape::kRelation:
      break;
    default:
      return false;
  }
  // "the secretary general of the United Nations" says whose he is.
  if (found.name != kNone || found.owner != kNone || found.adjective) return false;
  if (!found.actor) return true;
  const Actor& actor = draft_.actor(found.actor);
  return !actor.known && actor.side.empty();
}

void Resolver::trace(uint32_t number) {
  const Candidate& found = all_[number];
  Trace trace;
  trace.candidate = number;
  trace.actor = found.actor;
  trace.token = found.head;
  trace.sentence = scene_.tokens.sentence_of[found.first];
  trace.adjective = found.adjective;
  if (!found.adjective && !found.possessor) {
    trace.verb = verb_of_subject(scene_, found.first, found.last);
    trace.says = trace.verb != kNone && is_say(scene_, trace.verb);
    const uint32_t before = scene_.before(found.first);
    if (before != kNone) {
      trace.located = is_in(WordList::kPlacePrep, scene_.lower(before)) ||
                      is_in(WordList::kCompass, scene_.lower(before)) || scene_.is(before, "of") ||
                      scene_.is(before, "to");
      const uint32_t verb = scene_.parse.verb_of[before];
      const bool inverted =
          trace.verb == kNone && verb != kNone && is_say(scene_, verb) && !scene_.quoted[before] &&
          !scene_.parse.verbs[verb].infinitive &&
          (scene_.is(before, "said") || scene_.is(before, "says") || scene_.is(before, "added"));
      if (inverted) trace.verb = verb, trace.says = true;
    }
  }
  history_.push(trace);
  if (trace.says && !scene_.quoted[found.head]) note_speaker(trace);
}

/// Of several who speak in a sentence a person comes first, then whoever came first.
void Resolver::note_speaker(const Trace& trace) {
  Speaker& speaker = speakers_[trace.sentence];
  const bool person = draft_.actor(trace.actor).kind == ActorKind::kPerson;
  if (speaker.actor && (speaker.person || !person)) return;
  if (draft_.actor(trace.actor).authority == Authority::kMedia) return;
  speaker = {trace.actor, trace.candidate, person};
}

void Resolver::settle(Candidate& found, Id<Actor> actor, const char* rule) {
  found.actor = actor;
  found.rule = rule;
}

Actor* Resolver::owner_of(const Candidate& found) {
  if (found.owner == kNone || !all_[found.owner].actor) return nullptr;
  return &draft_.actor(all_[found.owner].actor);
}

Id<Actor> Resolver::party_of(const Candidate& found) {
  if (found.owner == kNone || !all_[found.owner].actor) return {};
  return party_of(all_[found.owner].actor);
}

Id<Actor> Resolver::party_of(Id<Actor> id) {
  const Actor& actor = draft_.actor(id);
  if (actor.kind == ActorKind::kState) return id;
  const std::string side = actor.side, country = actor.country;
  if (actor.kind == ActorKind::kOrganization && actor.known && side == actor.id) return id;
  // An organisation that only this page knows stands for itself; a ministry for its state.
  const bool own = actor.kind == ActorKind::kOrganization && actor.role.empty() && country.empty();
  if (const Id<Actor> party = draft_.party(side)) return party;
  if (own) return id;
  return draft_.party(country);
}

}  // namespace demarche::mention
