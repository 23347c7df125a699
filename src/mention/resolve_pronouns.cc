// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/strings.h"
#include "mention/resolver.h"

// What has no name: nouns that look back, pronouns, the first person.
namespace demarche::mention {

void Resolver::resolve_nominal(Candidate& found) {
  const Trace* state = history_.state(found.first, 4);
  if (state != nullptr) settle(found, state->actor, "nominal.country");
}

/// Somebody or something of this page who has no name.
Id<Actor> Resolver::make_unnamed(const Candidate& found) {
  Actor actor;
  actor.name = std::string(scene_.text(found.first, found.last));
  const std::string_view kind = scene_.parse.mention_of(found.head);
  actor.plural = found.plural ||
                 scene_.parse.feats_of(found.head).find("Number=Plur") != std::string_view::npos;
  if (kind == "PER") {
    actor.kind = actor.plural ? ActorKind::kGroup : ActorKind::kPerson;
    actor.authority = Authority::kPrivate;
    actor.sector = "CVL";
  } else if (kind == "ORG") {
    actor.kind = ActorKind::kOrganization;
  }
  if (found.pronoun == PronounKind::kHe) actor.gender = 'm';
  if (found.pronoun == PronounKind::kShe) actor.gender = 'f';
  return draft_.make(std::move(actor), "");
}

void Resolver::resolve_phrase(Candidate& found) {
  const auto number = static_cast<uint32_t>(&found - all_.data());
  if (antecedents_.is_usable()) {
    if (const Id<Actor> taken = antecedents_.choose(number, {})) {
      settle(found, taken, "phrase.antecedent");
      return note_others(found);
    }
  }
  settle(found, make_unnamed(found), "phrase.new");
}

/// Whom the ranker weighed and turned down, for `explain`.
void Resolver::note_others(Candidate& found, std::string_view remark) {
  constexpr size_t kMost = 2;
  for (const Antecedents::Share& share : antecedents_.shares()) {
    const Actor& other = draft_.actor(share.actor);
    if (draft_.root(share.actor) == draft_.root(found.actor) || other.name.empty()) continue;
    if (found.rejected.size() >= kMost) break;
    found.rejected.push_back(
        {"antecedent.share", other.name,
         fmt::format("{:.0f} of 100 for this one{}", 100 * share.part, remark)});
  }
}

void Resolver::resolve_spot(Candidate& found) {
  const std::string name(scene_.text(found.core_first, found.core_last));
  const std::string key = "spot:" + fold_case(name);
  Id<Actor> there = draft_.find(key);
  if (!there) {
    Actor spot;
    spot.name = name;
    if (found.value != kNone) spot.country = scene_.table.gazetteer.at(found.value).country;
    there = draft_.make(std::move(spot), key);
  }
  settle(found, there, "name.place");
}

/// Whom a pronoun stands for by rules, and which of them says so; for all but the first person.
Resolver::Ruling Resolver::rule_pronoun(const Candidate& found) {
  switch (found.pronoun) {
    case PronounKind::kHe:
    case PronounKind::kShe: {
      const bool quoted = scene_.quoted[found.first];
      const uint32_t here = scene_.tokens.sentence_of[found.first];
      const Trace* back = history_.person(found, quoted ? speaker_near(here) : Id<Actor>{});
      if (back == nullptr) return {};
      return {back->actor, back->verb != kNone ? "pronoun.subject" : "pronoun.person",
              back->sentence == here && back->verb != kNone};
    }
    case PronounKind::kThey: {
      const Trace* back = history_.plural(found);
      return back == nullptr ? Ruling{} : Ruling{back->actor, "pronoun.plural", false};
    }
    case PronounKind::kIt: {
      const uint32_t join = scene_.before(found.first);
      if (found.possessor && join != kNone && scene_.is(join, "and")) {
        const uint32_t other = by_last_[join];  // "Norvenia and its allies"
        if (other != kNone && all_[other].actor && all_[other].shape != Shape::kPronoun)
          return {all_[other].actor, "pronoun.joined", true};
      }
      const Trace* back = history_.entity(found);
      if (back == nullptr) return {};
      return {back->actor, back->verb != kNone ? "pronoun.subject" : "pronoun.entity", false};
    }
    default:
      return {};
  }
}

/// Sides, and those who belong to one: the rules are for these, which the texts that the net has
/// learned from hardly know.
bool Resolver::is_party(Id<Actor> id) {
  if (!id) return false;
  const Actor& actor = draft_.actor(id);
  return actor.kind != ActorKind::kPerson && !actor.side.empty();
}

void Resolver::rank_pronoun(Candidate& found, Ruling ruling) {
  // "Brok's office said she would write": an office is no "she".
  const bool he = found.pronoun == PronounKind::kHe || found.pronoun == PronounKind::kShe;
  if (he && ruling.actor && draft_.actor(ruling.actor).kind == ActorKind::kOrganization)
    ruling = {};
  // Words are put into the mouth of a side by the rules alone, nor are they taken out of it.
  if (is_party(ruling.actor)) return settle(found, ruling.actor, ruling.rule);
  const Id<Actor> ranked =
      antecedents_.choose(static_cast<uint32_t>(&found - all_.data()), ruling.actor);
  const bool official = ranked && !draft_.actor(ranked).side.empty();
  const Id<Actor> taken = official && ruling.actor ? ruling.actor : ranked;
  if (!taken) {
    settle(found, make_unnamed(found), "pronoun.new");
  } else {
    const bool agree = ruling.actor && draft_.root(taken) == draft_.root(ruling.actor);
    settle(found, taken, agree ? ruling.rule : "pronoun.antecedent");
  }
  const bool overruled = taken && ranked && draft_.root(taken) != draft_.root(ranked);
  note_others(found, overruled ? "; an official speaks only where the rules say so too" : "");
}

void Resolver::resolve_pronoun(Candidate& found) {
  const bool first_person = found.pronoun == PronounKind::kWe || found.pronoun == PronounKind::kI;
  // Inside a quotation "I" is its speaker, who may be named behind it: run_first_person.
  if (first_person && scene_.quoted[found.first]) return;
  const Ruling ruling = rule_pronoun(found);
  if (antecedents_.is_usable()) {
    rank_pronoun(found, ruling);
  } else if (ruling.actor) {
    settle(found, ruling.actor, ruling.rule);
  }
  // Only what stands close shows a gender; a guess would block better ones.
  if (!found.actor || !ruling.close || draft_.root(found.actor) != draft_.root(ruling.actor))
    return;
  Actor& person = draft_.actor(found.actor);
  const bool open = person.gender == '?' || person.gender == '\0';
  if (open && found.pronoun == PronounKind::kHe) person.gender = 'm';
  if (open && found.pronoun == PronounKind::kShe) person.gender = 'f';
}

/// Inside a quotation "I" is its speaker and "we" the side he speaks for.
void Resolver::resolve_first_person(Candidate& found) {
  if (found.pronoun != PronounKind::kWe && found.pronoun != PronounKind::kI) return;
  if (!scene_.quoted[found.first]) return;  // he who writes
  const uint32_t here = scene_.tokens.sentence_of[found.first];
  const Id<Actor> speaker = speaker_near(here);
  if (!speaker) return;
  const Actor& actor = draft_.actor(speaker);
  if (found.pronoun == PronounKind::kI) {
    if (actor.kind == ActorKind::kPerson) settle(found, speaker, "pronoun.speaker");
    return;
  }
  const std::string side = actor.side;
  const bool person = actor.kind == ActorKind::kPerson;  // the row moves when `party` adds one
  if (const Id<Actor> party = draft_.party(side)) return settle(found, party, "pronoun.side");
  if (person && side.empty()) return;
  settle(found, speaker, "pronoun.side");
}

Id<Actor> Resolver::speaker_near(uint32_t sentence) const {
  const auto& sentences = scene_.tokens.sentences;
  if (speakers_[sentence].actor) return speakers_[sentence].actor;
  const uint32_t block = sentences[sentence].block;
  for (uint32_t s = sentence; s-- > 0 && s + 3 > sentence && sentences[s].block == block;)
    if (speakers_[s].actor) return speakers_[s].actor;
  for (uint32_t s = sentence + 1; s < sentences.size() && s < sentence + 3; ++s) {
    if (sentences[s].block != block) break;
    if (speakers_[s].actor) return speakers_[s].actor;
  }
  // A quotation that goes on from the paragraph before.
  if (sentence > 0 && sentences[sentence - 1].block != block) return speakers_[sentence - 1].actor;
  return {};
}

}  // namespace demarche::mention
