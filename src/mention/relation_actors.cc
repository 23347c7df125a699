// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>

#include "base/strings.h"
#include "mention/resolver.h"

// Whom a relation to somebody means: "his boss", "her predecessor", "Brok's lawyer".
namespace demarche::mention {
namespace {

/// What a relation says of the other one.
struct Bond {
  std::string_view kind;
  bool person;   ///< one is a person, several are a group; else nobody knows what it is
  bool country;  ///< belongs where the owner belongs
  bool serves;   ///< of an official: speaks for his side
};

constexpr Bond kBonds[] = {{"aide", true, true, true},         {"colleague", true, true, true},
                           {"compatriot", true, true, false},  {"deputy", true, true, true},
                           {"follower", true, true, false},    {"lawyer", true, true, false},
                           {"predecessor", true, true, false}, {"relative", true, true, false},
                           {"successor", true, true, false}};

Bond bond_of(const std::string& kind) {
  const auto* const at = std::ranges::find(kBonds, std::string_view(kind), &Bond::kind);
  return at == std::end(kBonds) ? Bond{kind, false, false, false} : *at;
}

/// Offices that one person holds at a time. Of deputies, spokespersons, envoys there are several,
/// and who came before one of them is anybody's guess.
bool is_held_by_one(std::string_view key) {
  constexpr std::string_view kOthers[] = {
      "ambassador_to_un",   "army_chief",          "central_bank_governor",
      "chief_of_staff",     "general_staff_chief", "governor_general",
      "intelligence_chief", "military_chief",      "national_security_adviser",
      "prosecutor_general", "security_chief",      "security_council_secretary"};
  if (key.starts_with("head")) return true;
  if (key.ends_with("_minister") && !key.starts_with("deputy_") && !key.starts_with("assistant_"))
    return true;
  return std::ranges::find(kOthers, key) != std::end(kOthers);
}

/// May the later of two tenures follow the earlier at once? Years between them say that the table
/// leaves somebody out.
bool touches(const Tenure& earlier, const Tenure& later) {
  constexpr std::chrono::days kLongest{366};
  return earlier.to && later.from && !earlier.disputed && !later.disputed &&
         *later.from - *earlier.to <= kLongest;
}

}  // namespace

/// The tenure by which this person of the table holds an office today that has a line of holders:
/// the highest of his, or the one that the words name ("his predecessor as foreign minister").
std::optional<uint32_t> Resolver::office_in_line(const Candidate& found, uint32_t person) const {
  const ActorTable& table = scene_.table;
  const bool named = scene_.is(found.core_last, "as");
  const Hit* role = named ? scene_.roles.begins(found.core_last + 1) : nullptr;
  std::optional<uint32_t> best;
  for (const uint32_t tenure : table.offices_of(person, *scene_.today)) {
    const std::string& key = table.tenures[tenure].office;
    if (named && (role == nullptr || table.roles[role->value].office != key)) continue;
    const auto rank = [&](uint32_t one) { return rank_of_office(table.tenures[one].office); };
    if (!best || rank(tenure) < rank(*best)) best = tenure;
  }
  if (!best || !is_held_by_one(table.tenures[*best].office)) return std::nullopt;
  const Tenure& held = table.tenures[*best];
  if (table.holders(held.state, held.office, *scene_.today).size() != 1) return std::nullopt;
  return best;
}

/// "her predecessor": who held her office before her, where the table knows.
bool Resolver::resolve_in_line(Candidate& found, bool before) {
  if (!scene_.today || found.plural || found.indefinite || owner_of(found) == nullptr) return false;
  const uint32_t person = draft_.number_of(all_[found.owner].actor);
  if (person == kNone || scene_.table.actors[person].kind != ActorKind::kPerson) return false;
  const std::optional<uint32_t> held = office_in_line(found, person);
  if (!held) return false;
  const ActorTable& table = scene_.table;
  const std::optional<uint32_t> other = before ? table.before(*held) : table.after(*held);
  if (!other) return false;
  const Tenure &mine = table.tenures[*held], &theirs = table.tenures[*other];
  if (before ? !touches(theirs, mine) : !touches(mine, theirs)) return false;
  settle(found, draft_.known(theirs.person),
         before ? "relation.predecessor" : "relation.successor");
  return true;
}

/// Is the name beside the noun that of the other one? Not of the owner himself ("Brok, his wife"),
/// nor of a man who would be a wife.
bool Resolver::suits_relation(const Candidate& found, const Relation& relation) {
  const Id<Actor> name = all_[found.name].actor;
  if (!name) return false;
  if (found.owner != kNone && all_[found.owner].actor &&
      draft_.root(all_[found.owner].actor) == draft_.root(name))
    return false;
  const char gender = draft_.actor(name).gender;
  const bool known = gender == 'm' || gender == 'f';
  return relation.gender == '?' || !known || relation.gender == gender;
}

void Resolver::resolve_relation(Candidate& found) {
  const Relation& relation = scene_.table.relations[found.value];
  if (found.name != kNone && suits_relation(found, relation)) {
    share_side(found);
    lend_country(found);
    return settle(found, all_[found.name].actor, "relation.name");
  }
  const std::string& kind = relation.kind;
  if (kind == "counterpart") return resolve_counterpart(found);
  if (kind == "superior") return resolve_superior(found);
  const bool before = kind == "predecessor";
  if ((before || kind == "successor") && resolve_in_line(found, before)) return;
  resolve_bond(found, relation);
}

/// "his Norvenian ally" is of Norvenia; "Norvenian allies" are anybody's who is its ally.
bool Resolver::is_of_adjective(const Candidate& found) const {
  const Candidate& owner = all_[found.owner];
  if (!owner.adjective) return false;
  for (uint32_t t = found.first; t < owner.first; ++t)
    if (scene_.in(t, WordList::kPossessive) || scene_.is_possessive(t)) return true;
  return false;
}

std::string Resolver::name_bond(const Candidate& found, const Actor& owner) const {
  const std::string noun(scene_.text(found.core_first, found.core_last));
  const Candidate& by = all_[found.owner];
  if (by.adjective) return std::string(scene_.text(by.core_first, by.core_last)) + " " + noun;
  const bool before = by.shape != Shape::kPronoun && !by.possessor && !found.bound;
  const bool joined = before && owner.kind != ActorKind::kState;
  return joined ? owner.name + " " + noun : noun + " of " + owner.name;
}

/// Somebody whom only his relation to another tells.
void Resolver::resolve_bond(Candidate& found, const Relation& relation) {
  const Bond bond = bond_of(relation.kind);
  const Actor* owner = owner_of(found);
  if (owner == nullptr && !bond.person) return;
  Actor other;
  other.plural = found.plural;
  other.gender = relation.gender;
  // The partner of a party is no person.
  const bool body = owner != nullptr &&
                    (owner->kind == ActorKind::kOrganization || owner->kind == ActorKind::kState);
  const bool person = bond.person && !(body && relation.kind == "colleague");
  other.kind = person ? ActorKind::kPerson : ActorKind::kUnknown;
  if (found.plural) other.kind = ActorKind::kGroup;
  other.name = owner == nullptr ? std::string(scene_.text(found.first, found.last))
                                : name_bond(found, *owner);
  if (owner != nullptr && (bond.country || is_of_adjective(found))) other.country = owner->country;
  const bool official =
      owner != nullptr && !owner->side.empty() &&
      (owner->authority == Authority::kOfficial || owner->authority == Authority::kAnonymous);
  if (relation.kind == "predecessor") {
    other.authority = Authority::kFormer;
  } else if (bond.serves && official) {
    other.side = owner->side;
    other.authority = Authority::kAnonymous;
  } else if (person && relation.kind != "successor") {
    other.authority = Authority::kPrivate;
    other.sector = "CVL";
  }
  const bool fresh = owner == nullptr || found.indefinite;
  const std::string key = fresh ? std::string() : "relation:" + fold_case(other.name);
  const Id<Actor> there = fresh ? Id<Actor>{} : draft_.find(key);
  settle(found, there ? there : draft_.make(std::move(other), key), "relation.owner");
}

/// "her husband, Ivo Tal": where he belongs, if nothing else says it.
void Resolver::lend_country(const Candidate& found) {
  const Bond bond = bond_of(scene_.table.relations[found.value].kind);
  const Actor* owner = owner_of(found);
  if (owner == nullptr || !bond.country) return;
  const std::string country = owner->country;
  Actor& named = draft_.actor(all_[found.name].actor);
  if (named.kind == ActorKind::kPerson && !named.known && named.country.empty())
    named.country = country;
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
