// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mention/scene.h"

// Internal to src/mention; the door is mention.h.
namespace demarche::mention {

/// What a role says of the actor who has it.
struct Office {
  std::string role;  ///< "deputy foreign minister"
  std::string key;   ///< "deputy_foreign_minister"
  std::string sector;
  std::string country, side;
  Authority authority = Authority::kNone;
  int rank = 0;
  bool speaks = false;
};

/// The actors of a page while it is read. Each is kept under keys, so that a second mention finds
/// the first; a merged actor points to the one that took its place.
class Draft {
 public:
  explicit Draft(const Scene& scene) : scene_(scene) {}

  [[nodiscard]] Actor& actor(Id<Actor> id) { return actors_[root(id).value]; }
  [[nodiscard]] const std::vector<Actor>& actors() const { return actors_; }
  [[nodiscard]] Id<Actor> root(Id<Actor> id) const;

  /// The actor of this number of the table.
  Id<Actor> known(uint32_t number);
  /// The actor of the table with this id ("NOV"), or none.
  Id<Actor> known(std::string_view id);
  /// The actor under this key, or none.
  [[nodiscard]] Id<Actor> find(const std::string& key) const;
  /// A new actor of this page; an empty key keeps it for itself.
  Id<Actor> make(Actor actor, const std::string& key);
  /// Adds a second key to an actor; the last one wins.
  void name(Id<Actor> id, const std::string& key) { by_key_[key] = root(id).value; }
  void forget(const std::string& key) { by_key_.erase(key); }
  /// The gender that this first name has among the people of the table, else '?'.
  [[nodiscard]] char gender_of(const std::string& first_name) const;
  /// From now on `from` means `to`.
  void merge(Id<Actor> from, Id<Actor> to);
  /// Lays what a role says on an actor where he has nothing of his own.
  void appoint(Id<Actor> id, const Office& office, bool former);
  /// Number in the table of an actor, or kNone.
  [[nodiscard]] uint32_t number_of(Id<Actor> id) const { return numbers_[root(id).value]; }
  /// "Norvenian" where the page writes it, else empty.
  [[nodiscard]] std::string adjective_of(Id<Actor> state) const;
  /// "Norvenian forces", or "forces of Norvenia".
  [[nodiscard]] std::string possessed(Id<Actor> owner, std::string_view noun) const;
  /// The state or organisation that a side is, or none.
  Id<Actor> party(const std::string& side) { return side.empty() ? Id<Actor>{} : known(side); }

 private:
  void read_tenure(uint32_t number, Actor& actor) const;
  void serve(const Tenure& tenure, Actor& actor, bool speaks) const;

  const Scene& scene_;
  std::vector<Actor> actors_;
  std::vector<uint32_t> merged_;   // actor -> the one in its place, or itself
  std::vector<uint32_t> numbers_;  // actor -> number in the table, or kNone
  std::unordered_map<std::string, uint32_t> by_key_;
};

/// What a rank means, from the key of an office: 1 head .. 4 spokesperson, 5 other.
int rank_of_office(std::string_view office);

/// Finds the actor of each candidate, in the order of the text.
void resolve_actors(const Scene& scene, Candidates& candidates, Draft& draft);  // resolve.cc

}  // namespace demarche::mention
