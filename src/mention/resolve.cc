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
    if (const Id<Actor> taken = antecedents_.choose(number, found.actor))
      settle(found, taken, "noun.antecedent");
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

// ---------------------------------------------------------------- names
void Resolver::resolve_name(Candidate& found) {
  const Alias& alias = scene_.table.aliases[found.value];
  if (alias.kind == AliasKind::kPeople && !found.adjective && speaks_for_nobody(found)) {
    const Id<Actor> state = draft_.known(alias.actor);
    Actor people;
    people.name = std::string(scene_.text(found.core_first, found.core_last));
    people.kind = ActorKind::kGroup;
    people.country = draft_.actor(state).country;
    people.authority = Authority::kPrivate;
    people.sector = "CVL";
    people.plural = true;
    const std::string key = "people:" + fold_case(people.name);
    const Id<Actor> there = draft_.find(key);
    return settle(found, there ? there : draft_.make(people, key), "name.people");
  }
  const Id<Actor> id = draft_.known(alias.actor);
  const KnownActor& row = scene_.table.actors[alias.actor];
  if (row.kind == ActorKind::kPerson) {
    const std::string& surname = surname_in(scene_, found.core_first, found.core_last, row);
    if (alias.kind == AliasKind::kSurname) {
      // Whom the page has named in full before comes before whom the table knows.
      if (const Id<Actor> there = bearer_of(surname, found)) {
        observe_title(found, there);
        return settle(found, there, "name.surname");
      }
    } else {
      bearers_[surname].push_back(id);
    }
    if (!draft_.find("surname:" + surname)) draft_.name(id, "surname:" + surname);
    observe_title(found, id);
    return settle(found, id, alias.kind == AliasKind::kSurname ? "name.surname" : "name.table");
  }
  switch (alias.kind) {
    case AliasKind::kAdjective:
      return settle(found, id, "name.adjective");
    case AliasKind::kCapital:
      return settle(found, id, "name.capital");
    case AliasKind::kMetonym:
      return settle(found, id, "name.metonym");
    default:
      if (row.kind == ActorKind::kOrganization || row.kind == ActorKind::kGroup) {
        settle(found, id, "name.table");
        return teach_initials(found);
      }
      return settle(found, id, "name.table");
  }
}

/// "Norvenians marched" are people; "the Norvenians rejected" is the state.
bool Resolver::speaks_for_nobody(const Candidate& found) {
  const uint32_t verb = verb_of_subject(scene_, found.first, found.last);
  return !(scene_.is(found.first, "the") && verb != kNone && is_say(scene_, verb));
}

/// "Norvenian violinist Ana Brok": where a person belongs, although nobody says for whom he speaks.
std::string Resolver::country_before(const Candidate& found) const {
  constexpr uint32_t kFar = 4;
  const uint32_t begin = scene_.sentence(found.first).first;
  for (uint32_t t = found.first, steps = 0; t > begin && steps < kFar; ++steps) {
    --t;
    const Hit* hit = scene_.names.covering(t);
    if (hit != nullptr) {
      const bool state = scene_.known(*hit).kind == ActorKind::kState;
      return state && scene_.alias(*hit).kind == AliasKind::kAdjective ? scene_.known(*hit).country
                                                                       : std::string();
    }
    const Upos upos = scene_.upos(t);
    if (upos != Upos::kNoun && upos != Upos::kAdj) break;
  }
  return {};
}

bool Resolver::suits_title(const Candidate& found, Id<Actor> id) {
  const char gender = draft_.actor(id).gender;
  if (found.first == found.core_first) return true;
  if (scene_.in(found.first, WordList::kMaleTitle)) return gender != 'f';
  if (scene_.in(found.first, WordList::kFemaleTitle)) return gender != 'm';
  return true;
}

/// Of those whom the page has named in full with this surname: the first, but with "Ms" before it
/// the first who may be a woman, one who is known to be before one of whom nothing is known.
Id<Actor> Resolver::bearer_of(const std::string& surname, const Candidate& found) {
  const auto at = bearers_.find(surname);
  if (at == bearers_.end()) return {};
  const bool titled = found.first < found.core_first;
  const bool he = titled && scene_.in(found.first, WordList::kMaleTitle);
  const bool she = titled && scene_.in(found.first, WordList::kFemaleTitle);
  Id<Actor> open;
  for (const Id<Actor> id : at->second) {
    const char gender = draft_.actor(id).gender;
    if (!he && !she) return id;
    if (gender == (he ? 'm' : 'f')) return id;
    if (gender != (he ? 'f' : 'm') && !open) open = id;
  }
  return open;
}

void Resolver::observe_title(const Candidate& found, Id<Actor> id) {
  if (found.first == found.core_first) return;
  Actor& actor = draft_.actor(id);
  if (actor.gender != '?' && actor.gender != '\0') return;
  if (scene_.in(found.first, WordList::kMaleTitle)) actor.gender = 'm';
  if (scene_.in(found.first, WordList::kFemaleTitle)) actor.gender = 'f';
}

void Resolver::resolve_person(Candidate& found) {
  const std::string name(scene_.text(found.core_first, found.core_last));
  const std::string surname = scene_.lower(found.core_last - 1);
  const bool full = found.core_last - found.core_first >= 2;
  // "Ana K. Brok" is Ana Brok; Ivo Brok is not.
  const std::string pair = "pair:" + scene_.lower(found.core_first) + " " + surname;
  Id<Actor> id = full ? draft_.find(pair) : bearer_of(surname, found);
  if (!full && !id) id = draft_.find("surname:" + surname);
  if (!full && id && !suits_title(found, id)) id = {};
  const bool knight = scene_.is(found.first, "sir") || scene_.is(found.first, "dame");
  // "Sir Ivo", and "Ivo" where Ivo Tal was named.
  const bool bare = found.first == found.core_first;
  if (!full && !id && (knight || bare)) id = draft_.find("first:" + surname);
  if (!id && full) {
    // A surname met before its full name waits for it.
    id = draft_.find("bare:" + surname);
    if (id && !draft_.actor(id).known) draft_.actor(id).name = name;
    draft_.forget("bare:" + surname);
  }
  if (!id) {
    Actor person;
    person.name = name;
    person.kind = ActorKind::kPerson;
    person.gender = full ? draft_.gender_of(scene_.lower(found.core_first)) : '?';
    person.country = country_before(found);
    if (const auto title = titles_.find(surname); title != titles_.end() && person.gender == '?')
      person.gender = title->second;
    id = draft_.make(person, full ? std::string() : "bare:" + surname);
  }
  if (full && !draft_.find(pair)) bearers_[surname].push_back(id);
  if (full) draft_.name(id, pair);
  if (full) draft_.name(id, "first:" + scene_.lower(found.core_first));
  // Who had the surname first keeps it.
  if (!draft_.find("surname:" + surname)) draft_.name(id, "surname:" + surname);
  observe_title(found, id);
  settle(found, id, full ? "name.full" : "name.surname");
}

void Resolver::resolve_organization(Candidate& found) {
  if (found.name != kNone) return settle(found, all_[found.name].actor, "name.acronym");
  const std::string name(scene_.text(found.core_first, found.core_last));
  std::string acronym;
  if (found.last >= found.core_last + 2) acronym = scene_.text(found.last - 2);
  if (const std::optional<uint32_t> row = look_up(scene_.table, name))
    return settle(found, draft_.known(*row), "name.table");
  const std::string key = "organization:" + fold_case(name);
  if (const Id<Actor> there = draft_.find(key)) return settle(found, there, "name.organization");
  if (const Id<Actor> there = draft_.find("initials:" + name))
    return settle(found, there, "name.initials");
  Actor organ;
  organ.name = name;
  organ.kind = ActorKind::kOrganization;
  organ.country = country_in(found);
  if (!acronym.empty() && is_in(WordList::kSideHead, scene_.lower(found.head))) {
    for (const char c : acronym)
      organ.side += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    organ.authority = Authority::kOfficial;
  }
  settle(found, draft_.make(organ, key), acronym.empty() ? "name.organization" : "name.taught");
  teach_initials(found);
}

/// "the Norvik Stock Exchange": of whom or of where its name speaks.
std::string Resolver::country_in(const Candidate& found) {
  if (const Actor* owner = owner_of(found)) return owner->country;
  for (uint32_t t = found.core_first; t < found.core_last; ++t) {
    const Hit* place = scene_.places.begins(t);
    if (place != nullptr) return scene_.table.places[place->value].country;
    const Hit* name = scene_.names.begins(t);
    if (name != nullptr && scene_.known(*name).kind == ActorKind::kState)
      return scene_.known(*name).country;
  }
  return {};
}

/// "KFV" after "Karsonian Front of Velmark", although nobody has said so.
void Resolver::teach_initials(const Candidate& found) {
  std::string initials;
  for (uint32_t t = found.core_first; t < found.core_last; ++t)
    if (scene_.is_capital(t)) initials += scene_.text(t).front();
  constexpr size_t kFewest = 3;
  if (initials.size() < kFewest) return;
  if (!draft_.find("initials:" + initials)) draft_.name(found.actor, "initials:" + initials);
}

void Resolver::resolve_media(Candidate& found) {
  Id<Actor> state = party_of(found);
  const bool named = found.core_last > found.core_first;
  if (!named && !state) {
    // "told state television": of the country whose official speaks.
    const Trace* near = history_.newest(found.first, 0, [](const Trace& trace, const Actor& actor) {
      return trace.verb != kNone && !actor.country.empty();
    });
    if (near == nullptr)
      near = history_.newest(found.first, 3, [](const Trace& trace, const Actor& actor) {
        return trace.verb != kNone && !actor.country.empty();
      });
    if (near != nullptr) state = draft_.party(draft_.actor(near->actor).country);
  }
  Actor media;
  media.kind = ActorKind::kOrganization;
  media.authority = Authority::kMedia;
  media.sector = "MED";
  if (state) media.country = draft_.actor(state).country;
  std::string key;
  if (named) {
    media.name = std::string(scene_.text(found.core_first, found.core_last));
    if (const std::optional<uint32_t> row = look_up(scene_.table, media.name);
        row && scene_.table.actors[*row].sector == "MED")
      return settle(found, draft_.known(*row), "media.table");
    key = "media:" + fold_case(media.name);
    // "Press TV" is a name, "Radnor television" a name and what it is.
    if (scene_.is_capital(found.last - 1))
      media.name = std::string(scene_.text(found.core_first, found.last));
  } else {
    const uint32_t first = found.owner == kNone ? found.first : all_[found.owner].last;
    const std::string_view words = scene_.text(first, found.last);
    media.name = state ? draft_.possessed(state, words) : std::string(words);
    key = "media:" + fold_case(media.name);
  }
  if (const Id<Actor> there = draft_.find(key)) {
    if (draft_.actor(there).country.empty()) draft_.actor(there).country = media.country;
    return settle(found, there, "media.head");
  }
  settle(found, draft_.make(media, key), named ? "media.head" : "media.state");
}

// ---------------------------------------------------------------- pronouns and nominals
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
    if (const Id<Actor> taken = antecedents_.choose(number, {}))
      return settle(found, taken, "phrase.antecedent");
  }
  settle(found, make_unnamed(found), "phrase.new");
}

void Resolver::resolve_spot(Candidate& found) {
  const std::string name(scene_.text(found.core_first, found.core_last));
  const std::string key = "spot:" + fold_case(name);
  Id<Actor> there = draft_.find(key);
  if (!there) {
    Actor spot;
    spot.name = name;
    if (found.value != kNone) spot.country = scene_.table.places[found.value].country;
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

void Resolver::resolve_pronoun(Candidate& found) {
  const bool first_person = found.pronoun == PronounKind::kWe || found.pronoun == PronounKind::kI;
  // Inside a quotation "I" is its speaker, who may be named behind it: run_first_person.
  if (first_person && scene_.quoted[found.first]) return;
  const Ruling ruling = rule_pronoun(found);
  if (antecedents_.is_usable()) {
    const auto number = static_cast<uint32_t>(&found - all_.data());
    Id<Actor> taken =
        is_party(ruling.actor) ? ruling.actor : antecedents_.choose(number, ruling.actor);
    // Nor are words put into an official's mouth against the rules.
    if (taken && ruling.actor && !draft_.actor(taken).side.empty()) taken = ruling.actor;
    if (!taken) return settle(found, make_unnamed(found), "pronoun.new");
    const bool agree = ruling.actor && draft_.root(taken) == draft_.root(ruling.actor);
    settle(found, taken, agree ? ruling.rule : "pronoun.antecedent");
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
