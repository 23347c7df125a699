// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include "base/strings.h"
#include "mention/resolver.h"

// Roles, organs, forces and peoples: actors that a noun names by what they are.
namespace demarche::mention {

Office Resolver::office_of(const Candidate& found, Id<Actor> party) {
  const Role& role = scene_.table.roles[found.value];
  Office office;
  office.role = role.phrase;
  office.key = role.office;
  office.sector = role.sector;
  office.authority = role.authority;
  office.rank = rank_of_office(role.office);
  if (office.rank == 0 && role.authority == Authority::kOfficial)
    office.rank = role.phrase.ends_with("minister") ? 2 : 5;
  office.speaks = role.speaks;
  if (found.elect) {
    office.role = fold_case(scene_.text(found.core_first, found.core_last));
    office.key.clear();
  }
  if (found.deputy && !role.phrase.starts_with("deputy")) {
    office.role = "deputy " + office.role;
    if (!office.key.empty()) office.key = "deputy_" + office.key;
    if (office.rank > 0 && office.rank < 3) office.rank = 3;
  }
  if (party) {
    const Actor& owner = draft_.actor(party);
    office.country = owner.country;
    office.side = owner.side;
  } else if (const Actor* owner = owner_of(found)) {
    office.country = owner->country;
    office.side = owner->side;
  }
  return office;
}

/// "he and other officials": of the side of those he is named with.
Id<Actor> Resolver::joined_with(const Candidate& found) {
  const uint32_t join = scene_.before(found.first);
  if (join == kNone || !scene_.is(join, "and")) return {};
  const uint32_t other = by_last_[join];
  if (other == kNone || !all_[other].actor) return {};
  return party_of(all_[other].actor);
}

namespace {

/// Does an actor with this role answer to that title? "The minister" may be a deputy minister, but
/// "the foreign minister" is not his deputy.
bool answers_to(const Actor& actor, const Office& office) {
  if (actor.role == office.role) return true;
  if (!actor.role.ends_with(" " + office.role)) return false;
  const std::string_view rest =
      std::string_view(actor.role).substr(0, actor.role.size() - office.role.size());
  const bool lower = rest.find("deputy") != std::string_view::npos ||
                     rest.find("vice") != std::string_view::npos ||
                     rest.find("assistant") != std::string_view::npos;
  return !lower || office.key.empty();
}

/// Of the same state or, of organisations, which have no country, of the same side.
bool is_of_office(const Actor& actor, const Office& office) {
  if (actor.country != office.country) return false;
  if (actor.side == office.side) return true;
  return !office.country.empty() && (actor.side.empty() || office.side.empty());
}

}  // namespace

/// The side of the officials that the page has named nearby, where they are all of one: whose
/// "deputy foreign minister Ivo Tal" is, if nobody says so.
std::string Resolver::only_side_before(const Candidate& found) const {
  constexpr uint32_t kSentences = 6;
  std::string side;
  bool several = false;
  (void)history_.newest(found.first, kSentences, [&](const Trace&, const Actor& actor) {
    const bool official =
        actor.authority == Authority::kOfficial || actor.authority == Authority::kAnonymous;
    const bool voice = actor.kind == ActorKind::kPerson || !actor.role.empty();
    if (!official || !voice || actor.side.empty()) return false;
    several = several || (!side.empty() && side != actor.side);
    side = actor.side;
    return false;
  });
  return several ? std::string() : side;
}

void Resolver::resolve_role(Candidate& found) {
  Id<Actor> party = party_of(found);
  if (!party && found.owner == kNone && (found.other || found.plural)) party = joined_with(found);
  Office office = office_of(found, party);
  if (found.name != kNone) {
    const Id<Actor> person = all_[found.name].actor;
    if (!person) return;
    if (office.side.empty() && office.speaks && draft_.actor(person).country.empty()) {
      office.side = office.country = only_side_before(found);
    }
    draft_.appoint(person, office, found.former);
    return settle(found, person, "role.name");
  }
  if (found.plural) return resolve_officials(found, office, party);
  if (found.former) office.authority = Authority::kFormer;
  if (!found.indefinite && !found.former && resolve_holder(found, office, party)) return;
  if (!found.indefinite && !party && resolve_title(found, office)) return;
  // The commander of a guard is not the commander of the state that it serves.
  const Actor* house = owner_of(found);
  const bool housed = house != nullptr && house->kind == ActorKind::kOrganization && house->known &&
                      house->id != office.side;
  const Id<Actor> home = housed ? all_[found.owner].actor : party;
  const bool fresh = found.indefinite || found.former;
  const std::string key = fresh ? std::string()
                                : "role:" + office.country + ":" + office.side + ":" + office.role +
                                      (housed ? ":" + house->id : "");
  if (const Id<Actor> there = key.empty() ? Id<Actor>{} : draft_.find(key))
    return settle(found, there, "role.again");
  Actor person;
  person.kind = ActorKind::kPerson;
  const uint32_t first = found.owner != kNone && scene_.in(found.first, WordList::kDeterminer)
                             ? found.first + 1
                             : found.first;
  const bool adjective = found.owner != kNone && all_[found.owner].adjective;
  if (adjective || !party) {
    uint32_t begin = first;
    while (begin < found.core_first &&
           (scene_.in(begin, WordList::kDeterminer) || scene_.in(begin, WordList::kPossessive)))
      ++begin;
    person.name = std::string(scene_.text(begin, found.core_last));
  } else {
    person.name = draft_.possessed(home, office.role);
  }
  person.country = office.country;
  person.sector = office.sector;
  person.role = office.role;
  person.rank = office.rank;
  person.authority = office.authority;
  if (person.authority == Authority::kOfficial && !found.definite)
    person.authority = Authority::kAnonymous;
  if (office.speaks && !found.former) person.side = office.side;
  settle(found, draft_.make(person, key), found.indefinite ? "role.unnamed" : "role.office");
}

/// The one who holds the office: named on the page, or by the table on the day.
bool Resolver::resolve_holder(Candidate& found, const Office& office, Id<Actor> party) {
  if (!party) return false;
  const auto suits = [&](const Trace& trace, const Actor& actor) {
    return actor.kind == ActorKind::kPerson && !actor.plural && answers_to(actor, office) &&
           is_of_office(actor, office) && actor.authority != Authority::kFormer &&
           actor.authority != Authority::kAnonymous && !trace.adjective;
  };
  const Trace* back = history_.newest(found.first, 12, suits);
  if (back != nullptr) {
    settle(found, back->actor, "role.named");
    return true;
  }
  if (office.key.empty() || !scene_.today) return false;
  const std::string state = draft_.actor(party).id;
  const std::vector<uint32_t> held = scene_.table.holders(state, office.key, *scene_.today);
  if (held.size() != 1) return false;
  settle(found, draft_.known(scene_.table.tenures[held.front()].person), "role.holder");
  return true;
}

/// "the minister": the newest person whose office ends with these words.
bool Resolver::resolve_title(Candidate& found, const Office& office) {
  if (found.owner != kNone) return false;
  const auto suits = [&](const Trace&, const Actor& actor) {
    return actor.kind == ActorKind::kPerson && !actor.plural && answers_to(actor, office);
  };
  // Of two presidents the one who acts is meant before one who is only spoken of.
  const Trace* back = nullptr;
  if (found.definite) {
    back = history_.newest(found.first, 3, [&](const Trace& trace, const Actor& actor) {
      return trace.verb != kNone && suits(trace, actor);
    });
    if (back == nullptr) back = history_.newest(found.first, 12, suits);
  }
  if (back != nullptr) {
    settle(found, back->actor, "role.title");
    return true;
  }
  if (!found.definite || office.key.empty()) return false;
  const Trace* state = history_.state(found.first, 3);
  return state != nullptr && resolve_holder(found, office, state->actor);
}

/// "US officials" as the page has it, else with the owner's adjective or name.
std::string Resolver::name_with_owner(const Candidate& found, Id<Actor> party,
                                      std::string_view noun) {
  if (!party) return std::string(noun);
  if (found.owner == kNone || !all_[found.owner].adjective ||
      draft_.root(all_[found.owner].actor) != draft_.root(party))
    return draft_.possessed(party, noun);
  const Candidate& owner = all_[found.owner];
  return std::string(scene_.text(owner.core_first, owner.core_last)) + " " + std::string(noun);
}

void Resolver::resolve_officials(Candidate& found, const Office& office, Id<Actor> party) {
  Actor group;
  group.kind = ActorKind::kGroup;
  group.plural = true;
  const std::string_view noun = scene_.text(found.core_first, found.core_last);
  if (found.definite && !party && found.owner == kNone) {
    const Trace* same = history_.newest(found.first, 6, [&](const Trace&, const Actor& actor) {
      return actor.kind == ActorKind::kGroup && actor.role == office.role;
    });
    if (same != nullptr) return settle(found, same->actor, "role.again");
  }
  group.name = (found.former ? "former " : "") + name_with_owner(found, party, noun);
  group.country = office.country;
  group.sector = office.sector;
  group.role = office.role;
  group.rank = office.rank;
  group.authority = found.former                               ? Authority::kFormer
                    : office.authority == Authority::kOfficial ? Authority::kAnonymous
                                                               : office.authority;
  if (office.speaks && !found.former) group.side = office.side;
  const std::string key = "group:" + office.country + ":" + office.side + ":" + office.role +
                          (found.former ? ":former" : "");
  const Id<Actor> there = draft_.find(key);
  settle(found, there ? there : draft_.make(group, key), "role.group");
}

// ---------------------------------------------------------------- organs, forces, peoples
void Resolver::resolve_organ(Candidate& found) {
  const Role& role = scene_.table.roles[found.value];
  Id<Actor> party = party_of(found);
  const std::string phrase = fold_case(scene_.text(found.core_first, found.core_last));
  if (!party) {
    const Trace* same = history_.newest(found.first, 12, [&](const Trace&, const Actor& actor) {
      return actor.role == role.phrase && actor.kind == ActorKind::kOrganization;
    });
    if (same != nullptr) return settle(found, same->actor, "organ.again");
    if (found.owner != kNone || !found.definite) return;
    const Trace* state = history_.state(found.first, 1);
    if (state != nullptr) party = state->actor;
  }
  Actor organ;
  organ.kind = ActorKind::kOrganization;
  organ.role = role.phrase;
  organ.sector = role.sector;
  organ.authority = role.speaks ? Authority::kOfficial : role.authority;
  const bool written = found.owner != kNone && all_[found.owner].adjective;
  if (party) {
    if (const std::optional<uint32_t> row =
            look_up(scene_.table, draft_.possessed(party, role.phrase)))
      return settle(found, draft_.known(*row), "organ.table");
    organ.country = draft_.actor(party).country;
    if (role.speaks) organ.side = draft_.actor(party).side;
    organ.name = written && all_[found.owner].actor == party
                     ? std::string(scene_.text(all_[found.owner].first, found.core_last))
                     : draft_.possessed(party, phrase);
  } else {
    organ.name = phrase;
  }
  const std::string key = "organ:" + organ.country + ":" + organ.side + ":" + role.phrase;
  const Id<Actor> there = draft_.find(key);
  settle(found, there ? there : draft_.make(organ, key), "organ.office");
}

void Resolver::resolve_force(Candidate& found) {
  Id<Actor> party = party_of(found);
  const char* rule = "force.owner";
  if (!party) {
    if (found.owner != kNone || found.bound) return;
    const bool back = found.definite || found.core_first == found.first;
    const Trace* same =
        history_.newest(found.first, back ? 6 : 0, [&](const Trace& trace, const Actor& actor) {
          return actor.sector == "MIL" && actor.plural && !trace.adjective;
        });
    if (same != nullptr && found.definite) return settle(found, same->actor, "force.again");
    const Trace* doer = history_.doer(found.first);
    if (doer != nullptr) party = party_of(doer->actor), rule = "force.doer";
    if (!party && same != nullptr) return settle(found, same->actor, "force.again");
  }
  const Role& role = scene_.table.roles[found.value];
  Actor force;
  force.kind = ActorKind::kGroup;
  force.plural = true;
  force.sector = role.sector.empty() ? "MIL" : role.sector;
  force.role = role.phrase;
  const bool police = role.sector == "COP";
  const std::string noun = police ? role.phrase : "armed forces";
  if (party) {
    const Actor& owner = draft_.actor(party);
    force.country = owner.country;
    if (role.speaks || role.authority != Authority::kPrivate) force.side = owner.side;
    force.authority = Authority::kOfficial;
    force.name =
        owner.kind == ActorKind::kState ? draft_.possessed(party, noun) : "forces of " + owner.name;
  } else {
    force.name = fold_case(scene_.text(found.core_first, found.core_last));
  }
  const std::string key =
      "force:" + force.country + ":" + force.side + ":" + noun + (party ? "" : force.name);
  const Id<Actor> there = draft_.find(key);
  settle(found, there ? there : draft_.make(force, key), party ? rule : "force.unknown");
}

void Resolver::resolve_people(Candidate& found) {
  const Role& role = scene_.table.roles[found.value];
  Id<Actor> party = party_of(found);
  const char* rule = "people.owner";
  if (!party && found.owner == kNone) {
    const Trace* place =
        history_.newest(found.first, 2, [](const Trace& trace, const Actor& actor) {
          return trace.located && !trace.adjective && actor.kind == ActorKind::kState;
        });
    if (place != nullptr) party = place->actor, rule = "people.place";
  }
  Actor people;
  people.kind = ActorKind::kGroup;
  people.plural = true;
  people.sector = role.sector.empty() ? "CVL" : role.sector;
  people.role = role.phrase;
  people.authority = Authority::kPrivate;
  const std::string_view noun = scene_.text(found.core_first, found.core_last);
  if (party) people.country = draft_.actor(party).country;
  people.name = party ? draft_.possessed(party, noun) : std::string(noun);
  const std::string key = "people:" + people.country + ":" + role.phrase;
  const Id<Actor> there = draft_.find(key);
  settle(found, there ? there : draft_.make(people, key), party ? rule : "people.unknown");
}

/// The alliance that a state leads: of the table where exactly one is described by these words.
void Resolver::resolve_led(Candidate& found) {
  const std::string leader = scene_.table.actors[found.value].id;
  // "Norvenia-led security alliance": what stands behind "led".
  std::string noun = fold_case(scene_.text(found.core_first, found.core_last));
  const size_t led = noun.find("led ");
  noun = led == std::string::npos ? std::string() : noun.substr(led + 4);
  uint32_t match = kNone;
  int matches = 0;
  for (uint32_t i = 0; i < scene_.table.actors.size(); ++i) {
    const KnownActor& row = scene_.table.actors[i];
    if (row.leader != leader || std::ranges::find(row.nouns, noun) == row.nouns.end()) continue;
    match = i;
    ++matches;
  }
  if (matches == 1) return settle(found, draft_.known(match), "led.table");
  const std::string name(scene_.text(found.core_first, found.core_last));
  const std::string key = "led:" + fold_case(name);
  const Id<Actor> there = draft_.find(key);
  if (there) return settle(found, there, "led.words");
  Actor organ;
  organ.kind = ActorKind::kOrganization;
  organ.name = name;
  settle(found, draft_.make(organ, key), "led.words");
}

// ---------------------------------------------------------------- relations
void Resolver::resolve_relation(Candidate& found) {
  const std::string& kind = scene_.table.relations[found.value].kind;
  if (found.name != kNone && all_[found.name].actor) {
    share_side(found);
    return settle(found, all_[found.name].actor, "relation.name");
  }
  if (kind == "counterpart") return resolve_counterpart(found);
  if (kind == "superior") return resolve_superior(found);
  const Actor* owner = owner_of(found);
  if (owner == nullptr) return;
  Actor other;
  other.plural = found.plural;
  other.kind = found.plural ? ActorKind::kGroup : ActorKind::kUnknown;
  const std::string noun(scene_.text(found.core_first, found.core_last));
  const bool written = all_[found.owner].shape != Shape::kPronoun && !all_[found.owner].possessor;
  other.name = written && owner->kind != ActorKind::kState ? owner->name + " " + noun
                                                           : noun + " of " + owner->name;
  if (kind == "deputy" || kind == "predecessor") {
    other.kind = found.plural ? ActorKind::kGroup : ActorKind::kPerson;
    other.country = owner->country;
    other.authority = kind == "deputy" ? Authority::kAnonymous : Authority::kFormer;
    if (kind == "deputy") other.side = owner->side;
  }
  const std::string key = "relation:" + fold_case(other.name);
  const Id<Actor> there = draft_.find(key);
  settle(found, there ? there : draft_.make(other, key), "relation.owner");
}

void Resolver::share_sides() {
  for (const Candidate& candidate : all_)
    if (candidate.shape == Shape::kRelation && candidate.name != kNone) share_side(candidate);
}

/// A superior and his deputy serve one state: what is known of one holds for the other.
void Resolver::share_side(const Candidate& found) {
  const std::string& kind = scene_.table.relations[found.value].kind;
  if (kind != "superior" && kind != "deputy") return;
  if (found.owner == kNone) return;
  const Id<Actor> one = all_[found.owner].actor, other = all_[found.name].actor;
  if (!one || !other) return;
  const auto lend = [](const Actor& from, Actor& to) {
    if (to.kind != ActorKind::kPerson || to.authority != Authority::kOfficial) return;
    if (!to.country.empty() || !to.side.empty()) return;
    to.country = from.country;
    to.side = from.side;
  };
  lend(draft_.actor(one), draft_.actor(other));
  lend(draft_.actor(other), draft_.actor(one));
}

/// "our Norvenian counterparts" are Norvenia; "his Norvenian counterpart" holds the same office.
void Resolver::resolve_counterpart(Candidate& found) {
  const Id<Actor> party = party_of(found);
  if (!party || all_[found.owner].shape == Shape::kPronoun) return;
  if (found.plural) return settle(found, party, "relation.counterparts");
  const Trace* self = history_.newest(found.first, 2, [&](const Trace&, const Actor& actor) {
    return actor.kind == ActorKind::kPerson && !actor.role.empty() &&
           actor.country != draft_.actor(party).country;
  });
  Actor person;
  person.kind = ActorKind::kPerson;
  person.country = draft_.actor(party).country;
  person.side = draft_.actor(party).side;
  person.authority = Authority::kAnonymous;
  if (self != nullptr) {
    person.role = draft_.actor(self->actor).role;
    person.rank = draft_.actor(self->actor).rank;
    const uint32_t number = draft_.number_of(self->actor);
    std::string key;
    if (number != kNone && scene_.today) {
      const std::vector<uint32_t> held = scene_.table.offices_of(number, *scene_.today);
      if (!held.empty()) key = scene_.table.tenures[held.front()].office;
    }
    if (key.empty()) {
      for (const Role& role : scene_.table.roles)
        if (role.phrase == person.role) key = role.office;
    }
    Office office;
    office.role = person.role;
    office.key = key;
    office.country = person.country;
    if (resolve_holder(found, office, party)) {
      found.rule = "relation.counterpart";
      return;
    }
  }
  person.name = draft_.possessed(party, person.role.empty() ? "counterpart" : person.role);
  const std::string key = "counterpart:" + fold_case(person.name);
  const Id<Actor> there = draft_.find(key);
  settle(found, there ? there : draft_.make(person, key), "relation.counterpart");
}

/// "his boss": whoever holds the office that he is the deputy of.
void Resolver::resolve_superior(Candidate& found) {
  const Actor* owner = owner_of(found);
  if (owner == nullptr || found.plural) return;
  const std::string side = owner->side, country = owner->country, name = owner->name;
  std::string_view role = owner->role;
  constexpr std::string_view kDeputy = "deputy ";
  if (role.starts_with(kDeputy)) {
    Office office;
    office.role = role.substr(kDeputy.size());
    office.country = country;
    for (const Role& row : scene_.table.roles)
      if (row.phrase == office.role) office.key = row.office;
    const Id<Actor> party = draft_.party(side);
    if (party && resolve_holder(found, office, party)) {
      found.rule = "relation.superior";
      return;
    }
  }
  Actor boss;
  boss.kind = ActorKind::kPerson;
  boss.name = "superior of " + name;
  boss.country = country;
  boss.side = side;
  boss.authority = Authority::kAnonymous;
  const std::string key = "superior:" + fold_case(name);
  const Id<Actor> there = draft_.find(key);
  settle(found, there ? there : draft_.make(boss, key), "relation.superior");
}

void Resolver::resolve_allies(Candidate& found) {
  const Actor* owner = owner_of(found);
  if (owner == nullptr) return;
  Actor group;
  group.kind = ActorKind::kGroup;
  group.plural = true;
  group.name = owner->name + " and its allies";
  const std::string key = "allies:" + fold_case(group.name);
  const Id<Actor> there = draft_.find(key);
  settle(found, there ? there : draft_.make(group, key), "group.allies");
}

}  // namespace demarche::mention
