// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "actor/actor_table.h"
#include "base/result.h"
#include "base/tsv.h"

// Internal to src/actor; the door is actor_table.h.
namespace demarche {

/// Where a row stands, for messages.
struct RowSpot {
  std::string path;
  uint32_t line = 0;
};

/// Rows by key, in the order they came; a later folder's row replaces an earlier one's.
template <typename Row>
struct RowsByKey {
  std::vector<Row> rows;
  std::unordered_map<std::string, size_t> at;

  /// False where this folder has brought the key before: the first row stays.
  bool put(const std::string& key, Row row) {
    const auto [place, fresh] = at.try_emplace(key, rows.size());
    if (fresh) {
      rows.push_back(std::move(row));
      return true;
    }
    Row& old = rows[place->second];
    if (old.folder == row.folder) return false;
    old = std::move(row);
    return true;
  }
};

/// Reads the folders into rows, then builds the table from what remains of them.
class ActorLoader {
 public:
  struct ActorRow {
    KnownActor actor;
    std::vector<std::pair<std::string, AliasKind>> names;
    RowSpot spot;
    uint32_t folder = 0;
  };
  struct TenureRow {
    std::string person;
    Tenure tenure;
    std::optional<Day> from_latest, to_earliest;  ///< where only the month or year is known
    RowSpot spot;
    uint32_t folder = 0;
  };
  struct NameRow {
    std::string actor, name;
    AliasKind kind = AliasKind::kName;
    RowSpot spot;
    uint32_t folder = 0;
  };
  struct MemberRow {
    std::string organisation, member;
    Membership membership;
    RowSpot spot;
    uint32_t folder = 0;
  };
  struct PlaceRow {
    KnownPlace place;
    std::vector<std::string> names;
    RowSpot spot;
    uint32_t folder = 0;
  };
  struct RoleRow {
    Role role;
    uint32_t folder = 0;
  };
  struct RelationRow {
    Relation relation;
    std::vector<std::string> plurals;
    uint32_t folder = 0;
  };

  Status run(const std::string& data_dir, const std::vector<std::string>& overlays);

  ActorTable table;
  std::vector<std::string> findings;  ///< what the rows alone show to be wrong
  RowsByKey<ActorRow> actors;
  RowsByKey<TenureRow> tenures;
  RowsByKey<PlaceRow> places;
  RowsByKey<NameRow> names;  ///< further names of actors: of former times, and descriptions
  RowsByKey<MemberRow> members;
  std::unordered_set<std::string> ambiguous;  ///< folded names that two actors may share

 private:
  class Reader;
  using Take = Status (ActorLoader::*)(const Reader&);

  RowsByKey<RoleRow> roles_;
  RowsByKey<RelationRow> relations_;
  std::string hashes_;
  uint32_t folder_ = 0;
  std::optional<Day> as_of_;  // of the table that is being read

  Status read_folder(const std::string& folder, bool needed);
  Status read_table(const std::string& path, Take take);
  void add_actor(const Reader& reader, const Tsv::Row& row, ActorRow actor);
  void add_place(const Reader& reader, const Tsv::Row& row, PlaceRow place);

  Status take_states(const Reader& reader);
  void take_capital(const Reader& reader, const Tsv::Row& row, ActorRow& state);
  Status take_organisations(const Reader& reader);
  Status take_people(const Reader& reader);
  Status take_tenures(const Reader& reader);
  Status take_names(const Reader& reader);
  Status take_phrases(const Reader& reader);
  Status take_members(const Reader& reader);
  Status take_descriptions(const Reader& reader);
  Status take_ambiguous(const Reader& reader);
  Status take_places(const Reader& reader);
  Status take_roles(const Reader& reader);
  Status take_relations(const Reader& reader);

  Status build();
  Status build_names();
  Status build_members();
};

}  // namespace demarche
