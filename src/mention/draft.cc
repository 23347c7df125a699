// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/draft.h"

#include <algorithm>

#include "base/strings.h"

namespace demarche::mention {

int rank_of_office(std::string_view office) {
  if (office.empty()) return 0;
  if (office.starts_with("head")) return 1;
  if (office.starts_with("deputy_")) return 3;
  if (office.ends_with("_minister")) return 2;
  return office == "spokesperson" ? 4 : 5;
}

char Draft::gender_of(const std::string& first_name) const {
  const char gender = scene_.table.gender_of_first_name(first_name);
  return gender == '\0' ? '?' : gender;
}

Id<Actor> Draft::root(Id<Actor> id) const {
  while (id && merged_[id.value] != id.value) id.value = merged_[id.value];
  return id;
}

/// Where the table leaves it open, a person belongs to the state whose office he holds or held.
void Draft::serve(const Tenure& tenure, Actor& actor, bool speaks) const {
  const std::optional<uint32_t> number = scene_.table.find(tenure.state);
  if (!number) return;
  const KnownActor& state = scene_.table.actors[*number];
  if (actor.country.empty()) actor.country = state.country;
  if (speaks && actor.side.empty()) actor.side = state.side;
  if (actor.sector.empty()) actor.sector = state.sector;
}

void Draft::read_tenure(uint32_t number, Actor& actor) const {
  const ActorTable& table = scene_.table;
  std::vector<uint32_t> held;
  if (scene_.today) held = table.offices_of(number, *scene_.today);
  if (!held.empty()) {
    const Tenure* best = nullptr;
    for (const uint32_t tenure : held) {
      const Tenure& one = table.tenures[tenure];
      if (best == nullptr || rank_of_office(one.office) < rank_of_office(best->office)) best = &one;
    }
    actor.role = best->title;
    actor.rank = rank_of_office(best->office);
    actor.authority = Authority::kOfficial;
    serve(*best, actor, true);
    return;
  }
  // No day, or no office on it: whose every office has ended before it speaks for himself.
  bool any = false, ended = true;
  for (const uint32_t i : table.tenures_of(number)) {
    const Tenure& tenure = table.tenures[i];
    if (scene_.today && tenure.from && *tenure.from > *scene_.today) {
      serve(tenure, actor, false);  // an office to come says where he belongs, no more
      continue;
    }
    any = true;
    const bool over = scene_.today && tenure.to && *tenure.to < *scene_.today;
    ended = ended && over;
    serve(tenure, actor, !scene_.today && !tenure.to);
  }
  if (any && ended) {
    actor.authority = Authority::kFormer;
    actor.side.clear();
  } else if (!actor.side.empty()) {
    actor.authority = Authority::kOfficial;
  }
}

Id<Actor> Draft::known(uint32_t number) {
  const KnownActor& row = scene_.table.actors[number];
  const std::string key = "table:" + row.id;
  if (const Id<Actor> there = find(key)) return there;
  Actor actor;
  actor.id = row.id;
  actor.name = row.name;
  actor.kind = row.kind;
  actor.country = row.country;
  actor.side = row.side;
  actor.sector = row.sector;
  actor.gender = row.gender;
  actor.known = true;
  actor.plural = row.kind == ActorKind::kGroup;
  if (row.kind == ActorKind::kPerson) {
    read_tenure(number, actor);
  } else if (row.sector == "MED") {
    actor.authority = Authority::kMedia;
  } else if (!row.side.empty()) {
    actor.authority = Authority::kOfficial;
  }
  const Id<Actor> id = make(std::move(actor), key);
  numbers_[id.value] = number;
  return id;
}

Id<Actor> Draft::known(std::string_view id) {
  const std::optional<uint32_t> number = scene_.table.find(id);
  return number ? known(*number) : Id<Actor>{};
}

Id<Actor> Draft::find(const std::string& key) const {
  const auto at = by_key_.find(key);
  return at == by_key_.end() ? Id<Actor>{} : root({at->second});
}

Id<Actor> Draft::make(Actor actor, const std::string& key) {
  const auto number = static_cast<uint32_t>(actors_.size());
  actors_.push_back(std::move(actor));
  merged_.push_back(number);
  numbers_.push_back(kNone);
  if (!key.empty()) by_key_[key] = number;
  return {number};
}

void Draft::merge(Id<Actor> from, Id<Actor> to) {
  from = root(from);
  to = root(to);
  if (from && to && from != to) merged_[from.value] = to.value;
}

void Draft::appoint(Id<Actor> id, const Office& office, bool former) {
  Actor& person = actor(id);
  if (former) {
    // Of the table and in office today: "former" speaks of another office of his.
    if (person.known && person.authority == Authority::kOfficial) return;
    person.authority = Authority::kFormer;
    person.side.clear();
    if (person.country.empty()) person.country = office.country;
    if (person.role.empty()) person.role = office.role;
    return;
  }
  if (person.known && person.authority == Authority::kFormer && office.speaks) {
    person.side = office.side.empty() ? person.country : office.side;  // the page knows better
    person.authority = Authority::kOfficial;
  }
  if (person.country.empty()) person.country = office.country;
  if (person.role.empty()) person.role = office.role;
  if (person.rank == 0) person.rank = office.rank;
  if (person.sector.empty()) person.sector = office.sector;
  if (person.authority == Authority::kNone) person.authority = office.authority;
  if (person.authority == Authority::kOfficial && person.side.empty() && office.speaks) {
    // The page names the office and leaves out whose it is: that of the table's person.
    person.side = office.side.empty() && person.known ? person.country : office.side;
  }
}

std::string Draft::adjective_of(Id<Actor> state) const {
  const uint32_t number = numbers_[root(state).value];
  const auto at = number == kNone ? scene_.adjectives.end() : scene_.adjectives.find(number);
  return at == scene_.adjectives.end() ? std::string() : at->second;
}

std::string Draft::possessed(Id<Actor> owner, std::string_view noun) const {
  const std::string adjective = adjective_of(owner);
  if (!adjective.empty()) return adjective + " " + std::string(noun);
  return std::string(noun) + " of " + actors_[root(owner).value].name;
}

}  // namespace demarche::mention
