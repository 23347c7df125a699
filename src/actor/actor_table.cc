// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "actor/actor_table.h"

#include <algorithm>
#include <array>

#include "actor/actor_lint.h"
#include "actor/actor_loader.h"

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

std::vector<uint32_t> ActorTable::offices_of(uint32_t person, Day day) const {
  std::vector<uint32_t> found;
  if (is_indexed()) {
    if (person >= by_person_.size()) return found;
    for (const uint32_t i : by_person_[person]) {
      if (holds_on(tenures[i], day)) found.push_back(i);
    }
    return found;
  }
  for (uint32_t i = 0; i < tenures.size(); ++i) {
    if (tenures[i].person == person && holds_on(tenures[i], day)) found.push_back(i);
  }
  return found;
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
