// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "actor/actor_table.h"

#include <algorithm>
#include <array>

#include "actor/actor_lint.h"
#include "actor/actor_loader.h"
#include "base/strings.h"

namespace demarche {
namespace {

constexpr std::array<std::string_view, 5> kKinds = {"state", "person", "organization", "group",
                                                    "unknown"};
constexpr std::array<std::string_view, 6> kAuthorities = {"",          "official", "former",
                                                          "anonymous", "private",  "media"};

std::string office_key(std::string_view state, std::string_view office) {
  std::string key(state);
  key += ' ';
  key += office;
  return key;
}

bool holds_on(const Tenure& tenure, Day day) {
  const auto& last = tenure.to ? tenure.to : tenure.open_until;
  return (!tenure.from || *tenure.from <= day) && (!last || day <= *last);
}

/// Folded; empty where the name has one word.
std::string first_name_of(const KnownActor& actor) {
  const size_t space = actor.name.find(' ');
  if (actor.kind != ActorKind::kPerson || space == std::string::npos) return {};
  return fold_case(actor.name.substr(0, space));
}

}  // namespace

std::string_view name_of(ActorKind kind) { return kKinds[static_cast<size_t>(kind)]; }
std::string_view name_of(Authority authority) {
  return kAuthorities[static_cast<size_t>(authority)];
}

void ActorTable::index() {
  by_id_.clear();
  by_office_.clear();
  by_person_.assign(actors.size(), {});
  for (uint32_t i = 0; i < actors.size(); ++i) by_id_.try_emplace(actors[i].id, i);
  for (uint32_t i = 0; i < tenures.size(); ++i) {
    by_office_[office_key(tenures[i].state, tenures[i].office)].push_back(i);
    if (tenures[i].person < actors.size()) by_person_[tenures[i].person].push_back(i);
  }
  first_names_.clear();
  for (const KnownActor& actor : actors) {
    const std::string first = first_name_of(actor);
    if (first.empty()) continue;
    const auto [at, fresh] = first_names_.try_emplace(first, actor.gender);
    if (!fresh && at->second != actor.gender) at->second = '?';
  }
  indexed_actors_ = actors.size();
  indexed_tenures_ = tenures.size();
}

bool ActorTable::is_indexed() const {
  return indexed_actors_ > 0 && indexed_actors_ == actors.size() &&
         indexed_tenures_ == tenures.size();
}

std::optional<uint32_t> ActorTable::find(std::string_view id) const {
  if (is_indexed()) {
    const auto at = by_id_.find(std::string(id));
    return at == by_id_.end() ? std::nullopt : std::optional<uint32_t>(at->second);
  }
  const auto at = std::ranges::find(actors, id, &KnownActor::id);
  if (at == actors.end()) return std::nullopt;
  return static_cast<uint32_t>(at - actors.begin());
}

std::vector<uint32_t> ActorTable::holders(std::string_view state, std::string_view office,
                                          Day day) const {
  std::vector<uint32_t> found;
  if (is_indexed()) {
    const auto at = by_office_.find(office_key(state, office));
    if (at == by_office_.end()) return found;
    for (const uint32_t i : at->second) {
      if (holds_on(tenures[i], day)) found.push_back(i);
    }
    return found;
  }
  for (uint32_t i = 0; i < tenures.size(); ++i) {
    if (tenures[i].state == state && tenures[i].office == office && holds_on(tenures[i], day)) {
      found.push_back(i);
    }
  }
  return found;
}

std::vector<uint32_t> ActorTable::tenures_of(uint32_t person) const {
  if (is_indexed())
    return person < by_person_.size() ? by_person_[person] : std::vector<uint32_t>();
  std::vector<uint32_t> found;
  for (uint32_t i = 0; i < tenures.size(); ++i) {
    if (tenures[i].person == person) found.push_back(i);
  }
  return found;
}

std::vector<uint32_t> ActorTable::offices_of(uint32_t person, Day day) const {
  std::vector<uint32_t> found = tenures_of(person);
  std::erase_if(found, [&](uint32_t i) { return !holds_on(tenures[i], day); });
  return found;
}

std::vector<uint32_t> ActorTable::same_office(uint32_t tenure) const {
  const Tenure& held = tenures[tenure];
  if (is_indexed()) {
    const auto at = by_office_.find(office_key(held.state, held.office));
    return at == by_office_.end() ? std::vector<uint32_t>() : at->second;
  }
  std::vector<uint32_t> found;
  for (uint32_t i = 0; i < tenures.size(); ++i) {
    if (tenures[i].state == held.state && tenures[i].office == held.office) found.push_back(i);
  }
  return found;
}

std::optional<uint32_t> ActorTable::before(uint32_t tenure) const {
  const Tenure& held = tenures[tenure];
  std::optional<uint32_t> found;
  for (const uint32_t i : same_office(tenure)) {
    const Tenure& other = tenures[i];
    if (other.person == held.person || !other.from || !held.from || *other.from >= *held.from)
      continue;
    if (!found || *other.from > *tenures[*found].from) found = i;
  }
  return found;
}

std::optional<uint32_t> ActorTable::after(uint32_t tenure) const {
  const Tenure& held = tenures[tenure];
  std::optional<uint32_t> found;
  for (const uint32_t i : same_office(tenure)) {
    const Tenure& other = tenures[i];
    if (other.person == held.person || !other.from || !held.from || *other.from <= *held.from)
      continue;
    if (!found || *other.from < *tenures[*found].from) found = i;
  }
  return found;
}

std::optional<uint32_t> ActorTable::organ_noun(std::string_view noun) const {
  const auto at = std::ranges::lower_bound(organ_nouns, noun, {}, &OrganNoun::noun);
  if (at == organ_nouns.end() || at->noun != noun) return std::nullopt;
  return static_cast<uint32_t>(at - organ_nouns.begin());
}

std::vector<uint32_t> ActorTable::members_of(uint32_t organisation, Day day) const {
  std::vector<uint32_t> found;
  for (const Membership& one : memberships) {
    const bool in = (!one.from || *one.from <= day) && (!one.to || day <= *one.to);
    if (one.organisation == organisation && in) found.push_back(one.member);
  }
  return found;
}

char ActorTable::gender_of_first_name(const std::string& folded) const {
  if (is_indexed()) {
    const auto at = first_names_.find(folded);
    return at == first_names_.end() ? '\0' : at->second;
  }
  char gender = '\0';
  for (const KnownActor& actor : actors) {
    if (first_name_of(actor) != folded) continue;
    gender = gender == '\0' || gender == actor.gender ? actor.gender : '?';
  }
  return gender;
}

Result<ActorTable> load_actor_table(const std::string& data_dir,
                                    const std::vector<std::string>& overlays) {
  ActorLoader loader;
  if (auto done = loader.run(data_dir, overlays); !done) return fail(done.error());
  return std::move(loader.table);
}

std::vector<std::string> lint_actor_table(const std::string& data_dir,
                                          const std::vector<std::string>& overlays) {
  ActorLoader loader;
  if (auto done = loader.run(data_dir, overlays); !done) {
    loader.findings.push_back(done.error().message);
  }
  lint_together(loader, loader.findings);
  return std::move(loader.findings);
}

}  // namespace demarche
