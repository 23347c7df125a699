// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/strings.h"
#include "mention/resolver.h"

// Names: of the table, of persons, of organizations, of media.
namespace demarche::mention {

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
  const std::optional<uint32_t> row = look_up(scene_.table, name);
  if (row && scene_.table.actors[*row].kind != ActorKind::kPerson)
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
    if (place != nullptr) return std::string(scene_.table.gazetteer.at(place->value).country);
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

}  // namespace demarche::mention
