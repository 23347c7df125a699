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
#include "base/errors.h"
#include "base/result.h"
#include "base/strings.h"
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
  /// A further name of a place.
  struct PlaceNameRow {
    std::string name, place, country;
    bool shown = false;   ///< the name by which news call it now
    bool either = false;  ///< the table may have the place under the new name or the old one alone
    RowSpot spot;
    uint32_t folder = 0;
  };
  /// An abbreviation of a place, by its id.
  struct BriefRow {
    std::string brief, place;
    bool alone = false;  ///< needs no town and comma before it
    RowSpot spot;
    uint32_t folder = 0;
  };
  struct DisputedRow {
    DisputedPlace place;
    RowSpot spot;
    uint32_t folder = 0;
  };
  struct RoleRow {
    Role role;
    uint32_t folder = 0;
  };
  struct OrganNounRow {
    OrganNoun noun;
    uint32_t folder = 0;
  };
  struct RelationRow {
    Relation relation;
    std::vector<std::string> plurals;
    uint32_t folder = 0;
  };

  /// One table with its columns by name.
  class Reader;

  Status run(const std::string& data_dir, const std::vector<std::string>& overlays);
  /// The policy for disputed places alone.
  Status run_disputed(const std::string& data_dir, const std::vector<std::string>& overlays);

  ActorTable table;
  std::vector<std::string> findings;  ///< what the rows alone show to be wrong
  RowsByKey<ActorRow> actors;
  RowsByKey<TenureRow> tenures;
  RowsByKey<PlaceRow> places;
  RowsByKey<NameRow> names;  ///< further names of actors: of former times, and descriptions
  RowsByKey<MemberRow> members;
  RowsByKey<DisputedRow> disputed;
  std::unordered_set<std::string> ambiguous;  ///< folded names that two actors may share

 private:
  using Take = Status (ActorLoader::*)(const Reader&);

  RowsByKey<PlaceNameRow> place_names_;
  RowsByKey<BriefRow> briefs_;
  RowsByKey<RoleRow> roles_;
  RowsByKey<RelationRow> relations_;
  RowsByKey<OrganNounRow> organ_nouns_;
  std::string hashes_;
  uint32_t folder_ = 0;
  std::optional<Day> as_of_;  // of the table that is being read

  Status read_folder(const std::string& folder, bool needed);
  Status read_table(const std::string& path, Take take);
  void add_actor(const Reader& reader, const Tsv::Row& row, ActorRow actor);
  void add_place(const Reader& reader, const Tsv::Row& row, PlaceRow place);

  void put_place_name(const Reader& reader, const Tsv::Row& row, PlaceNameRow name);

  Status take_states(const Reader& reader);
  Status take_capital(const Reader& reader, const Tsv::Row& row, ActorRow& state);
  Status take_organisations(const Reader& reader);
  Status take_people(const Reader& reader);
  Status take_tenures(const Reader& reader);
  Status take_names(const Reader& reader);
  Status take_phrases(const Reader& reader);
  Status take_members(const Reader& reader);
  Status take_descriptions(const Reader& reader);
  Status take_ambiguous(const Reader& reader);
  Status take_places(const Reader& reader);
  Status take_place_names(const Reader& reader);
  Status take_former_names(const Reader& reader);
  Status take_abbreviations(const Reader& reader);
  Status take_disputed(const Reader& reader);
  Status take_roles(const Reader& reader);
  Status take_relations(const Reader& reader);
  Status take_organ_nouns(const Reader& reader);

  Status build();
  Status build_names();
  Status build_members();
  Status load_places(const std::string& data_dir);
  Status build_places();
  void build_disputed();
  bool name_state(const DisputedPlace& place, uint32_t dispute);
  [[nodiscard]] std::vector<uint32_t> places_of(const DisputedPlace& place,
                                                const std::string& name) const;
  void lay_policy(const DisputedPlace& place, uint32_t dispute, bool state);
};

/// One table with its columns by name.
class ActorLoader::Reader {
 public:
  explicit Reader(Tsv tsv) : tsv_(std::move(tsv)) {}

  [[nodiscard]] const std::vector<Tsv::Row>& rows() const { return tsv_.rows; }
  /// The field of a column that may be missing.
  [[nodiscard]] std::string get(const Tsv::Row& row, std::string_view column) const {
    const int at = tsv_.column(column);
    return at < 0 ? std::string() : row.fields[static_cast<size_t>(at)];
  }
  [[nodiscard]] bool has(std::string_view column) const { return tsv_.column(column) >= 0; }
  [[nodiscard]] const std::string& path() const { return tsv_.path; }
  [[nodiscard]] RowSpot spot(const Tsv::Row& row) const { return {tsv_.path, row.line}; }
  [[nodiscard]] Error bad(const Tsv::Row& row, const std::string& what) const {
    return errors::bad_row(tsv_.path, row.line, what);
  }
  /// A point of two columns; false where one is missing or no number.
  bool read_spot(const Tsv::Row& row, std::string_view lat, std::string_view lon, double& to_lat,
                 double& to_lon) const {
    const auto y = parse_double(get(row, lat));
    const auto x = parse_double(get(row, lon));
    to_lat = y.value_or(0);
    to_lon = x.value_or(0);
    return y && x;
  }

 private:
  Tsv tsv_;
};

}  // namespace demarche
