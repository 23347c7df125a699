// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "base/strings.h"
#include "mention/resolver.h"

// Roles, organs, forces and peoples: actors that a noun names by what they are.
namespace demarche::mention {

Office Resolver::office_of(const Candidate& found, Id<Actor> party) {
  const Role& role = scene_.table.roles[found.value];
  Office office;
  office.role = role.phrase;
  office.key = party ? key_by_title(draft_.actor(party).id, role) : role.office;
  office.sector = role.sector;
  office.authority = role.authority;
  office.rank = rank_of_office(office.key);
  if (office.rank == 0 && role.authority == Authority::kOfficial)
    office.rank = role.phrase.ends_with("minister") ? 2 : 5;
  office.speaks = role.speaks;
  if (found.elect) name_coming(found, office);
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

/// "president-elect", "would-be president": not the one who holds the office; of the second kind
/// nobody knows whether he ever speaks for it.
void Resolver::name_coming(const Candidate& found, Office& office) {
  office.key.clear();
  const std::string_view last = scene_.lower(found.core_last - 1);
  if (last == "elect" || last == "designate") {
    office.role = fold_case(scene_.text(found.core_first, found.core_last));
    return;
  }
  office.role = "future " + office.role;
  for (uint32_t t = found.first; t < found.core_first; ++t)
    if (scene_.is(t, "incoming") || scene_.is(t, "designate")) return;
  office.speaks = false;
  office.authority = Authority::kPrivate;
  office.rank = 0;
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
  if (rest.starts_with("future")) return false;
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

/// "the minister he serves": another one than he.
bool Resolver::is_of_pronoun(const Candidate& found) const {
  const uint32_t next = scene_.after(found.last - 1);
  if (next == kNone || !(scene_.is(next, "he") || scene_.is(next, "she"))) return false;
  const uint32_t verb = scene_.after(next);
  return verb != kNone && scene_.parse.verb_of[verb] != kNone;
}

void Resolver::resolve_role(Candidate& found) {
  // "The country's president" on a page that has named no country yet.
  if (found.owner != kNone && all_[found.owner].shape == Shape::kNominal &&
      !all_[found.owner].actor)
    found.owner = kNone;
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
  // "the president of Georgia", a region here: of somebody, though nobody that is known.
  const bool his = is_of_pronoun(found);
  if (!found.indefinite && !party && !found.bound && !his && resolve_title(found, office)) return;
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

namespace {

/// Offices that texts call by the words of another where a state has nobody in it.
constexpr std::pair<std::string_view, std::string_view> kInstead[] = {
    {"army_chief", "military_chief"},
    {"climate_minister", "environment_minister"},
    {"foreign_intelligence_chief", "intelligence_chief"},
    {"general_staff_chief", "military_chief"},
    {"general_staff_chief", "army_chief"},
    {"military_chief", "army_chief"},
    {"oil_minister", "energy_minister"}};

/// Offices whose titles differ most from state to state.
constexpr std::string_view kMinisters[] = {"finance_minister", "foreign_minister",
                                           "defence_minister", "interior_minister"};

}  // namespace

/// Tenures of those who hold this office of a state or house on the page's day.
/// "The chancellor" keeps the exchequer in one state and leads the government of another: as the
/// titles of the table have it on the day.
std::string Resolver::key_by_title(const std::string& state, const Role& role) const {
  if (role.office.empty() || !scene_.today) return role.office;
  const auto has_title = [&](std::string_view key, auto fits) {
    const std::vector<uint32_t> held = scene_.table.holders(state, key, *scene_.today);
    return std::ranges::any_of(
        held, [&](uint32_t number) { return fits(scene_.table.tenures[number].title); });
  };
  const auto as_usual = [&](const std::string& title) {
    return title.find(role.phrase) != std::string::npos;
  };
  if (has_title(role.office, as_usual)) return role.office;
  for (const std::string_view key : kMinisters)
    if (has_title(
            key, [&](const std::string& title) { return title.starts_with(role.phrase + " of "); }))
      return std::string(key);
  return role.office;
}

std::vector<uint32_t> Resolver::holders_of(const std::string& state, const std::string& key) const {
  if (key.empty() || !scene_.today) return {};
  std::vector<uint32_t> held = scene_.table.holders(state, key, *scene_.today);
  for (const auto& [office, other] : kInstead)
    if (held.empty() && office == key) held = scene_.table.holders(state, other, *scene_.today);
  return held;
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
  // The speaker of a house, the head of an agency: of its own before those of its state.
  const Actor* house = owner_of(found);
  std::vector<uint32_t> held;
  if (house != nullptr && house->kind == ActorKind::kOrganization && house->known)
    held = holders_of(house->id, office.key);
  if (held.empty()) held = holders_of(draft_.actor(party).id, office.key);
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
  if (state == nullptr) return false;
  Office there = office;
  there.key = key_by_title(draft_.actor(state->actor).id, scene_.table.roles[found.value]);
  return resolve_holder(found, there, state->actor);
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
    if (found.bound) return;  // of somebody: not the one before
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

}  // namespace demarche::mention
