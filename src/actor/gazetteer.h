// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/result.h"
#include "token/token.h"

namespace demarche {

/// What a place is. kOther: neither a town nor a land of the first order; its row says what.
enum class PlaceKind : uint8_t { kRegion, kCounty, kCapital, kSeat, kCity, kQuarter, kOther };

/// A row of data/places/*.tsv, of a state's capital, or of the user: "Geneva" in CHE.
struct KnownPlace {
  std::string id, name, kind, country, geonames;
  double lat = 0, lon = 0;
  bool has_spot = false;
  bool overlay = false;  ///< of the user: it goes before all others of its name
};

/// A place as the gazetteer tells it. The texts live as long as the gazetteer.
struct Place {
  std::string_view name, kind, country;  ///< kind: "city", "capital", "region" ...
  std::string_view area;                 ///< unit of the first order, "US.AL", or empty
  std::string_view area_name;            ///< "Alabama", or empty
  PlaceKind rank = PlaceKind::kOther;
  uint32_t population = 0;  ///< 0: not known
  uint32_t geonames = 0;    ///< number at GeoNames, 0: none
  double lat = 0, lon = 0;
  bool has_spot = false, overlay = false;
  std::optional<uint32_t> dispute;  ///< number in ActorTable::disputed
};

/// What the policy for disputed places says of one, instead of the table.
struct PlacePolicy {
  uint32_t dispute = 0;  ///< number in ActorTable::disputed
  std::string country;   ///< empty: left open
  std::string name;      ///< empty: as the table has it
};

/// How far the towns of a country reach, in degrees.
struct Reach {
  double south = 0, north = 0, west = 0, east = 0;
};

/// The places of the earth by name: a table that ships, made by tools/gazetteer, and rows that are
/// laid over it. Names are compared without case, marks, apostrophes and hyphens, never by
/// likeness. Loaded once, then read by any number of threads. The file, little-endian:
///   "DMPLACE1", u32 countries, areas, places, buckets, cells, bytes of text, u64 checksum of the
///   rest (FNV-1a over words of 8 bytes); then
///   countries: id in 4 bytes, i32 south, north, west, east end of its towns (1e-5 degrees);
///   areas: u32 text of the code, u32 its own place;
///   places: u32 GeoNames id, i32 lat, i32 lon (1e-5 degrees), u32 population, u32 text of the
///   name,
///           u16 area or 0xFFFF, u8 country, u8 kind, the largest first;
///   buckets + 1: u32 first cell; cells: u32 text of a key, u32 place, those of one key together;
///   texts, each with a zero behind it. A key lies in the bucket of its FNV-1a hash.
class Gazetteer {
 public:
  Gazetteer() = default;
  /// Takes the bytes of the table. Fails on another format, a cut or a changed file.
  static Result<Gazetteer> read(std::string bytes, std::string_view path);

  /// Lays a row over the table, unless it is of the base tables and tells of a place that the table
  /// has: then that one gets its names, and a region its spot. Gives the number of the place.
  uint32_t add(KnownPlace place, const std::vector<std::string>& names);
  /// A further name of a place: of the largest one of that name in that country. False: none is.
  /// `shown`: it is called so from now on.
  bool add_name(std::string_view name, std::string_view country, std::string_view other,
                bool shown = false);
  /// A further name of this place.
  void add_name(uint32_t number, std::string_view name) { put_name(std::string(name), number); }
  void set_policy(uint32_t number, PlacePolicy policy) { policies_[number] = std::move(policy); }
  /// An abbreviation of a place, as it is written: "Ala.", "AL". One may have two.
  /// `alone`: it needs no town and comma before it.
  void add_abbreviation(uint32_t number, std::string_view brief, bool alone = false);

  /// What a name is compared by: "Port-au-Prince" to "port au prince".
  [[nodiscard]] static std::string key_of(std::string_view name);
  [[nodiscard]] bool has_table() const { return table_size_ > 0; }
  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] uint32_t size() const { return table_size_ + static_cast<uint32_t>(rows_.size()); }
  /// The checksum of the table, as text; empty without one.
  [[nodiscard]] std::string sum() const;
  [[nodiscard]] Place at(uint32_t number) const;
  /// The places of this name: those of the user, of other rows, of the table, each the largest
  /// first.
  [[nodiscard]] std::vector<uint32_t> named(std::string_view name) const;
  /// The end of the longest name that begins at a token and stays in its sentence; `at`: none does.
  [[nodiscard]] uint32_t longest_at(const Tokens& tokens, uint32_t at) const;
  /// The places of this abbreviation.
  [[nodiscard]] std::vector<uint32_t> abbreviated(std::string_view written) const;
  /// Is this an abbreviation that texts write without a town before it: "NSW"?
  [[nodiscard]] bool stands_alone(std::string_view written) const;
  /// The unit of the first order with this code ("US.AL"), or none.
  [[nodiscard]] std::optional<uint32_t> area(std::string_view code) const;
  /// How far the towns of a country reach, far islands left out; none where few are known.
  [[nodiscard]] std::optional<Reach> reach_of(std::string_view country) const;

 private:
  struct Spot {
    double lat = 0, lon = 0;
  };

  std::string bytes_;
  uint32_t countries_ = 0, areas_ = 0, table_size_ = 0, buckets_ = 0, cells_ = 0;
  size_t areas_at_ = 0, places_at_ = 0, buckets_at_ = 0, cells_at_ = 0, texts_at_ = 0;
  std::vector<bool>
      openings_;  // hash of the first words of a name -> some name goes on behind them
  std::vector<KnownPlace> rows_;
  std::unordered_map<std::string, std::vector<uint32_t>> names_;  // of rows, and further ones
  std::unordered_map<std::string, std::vector<uint32_t>> briefs_;
  std::unordered_set<std::string> alone_;            // abbreviations that need no town before them
  std::unordered_map<uint32_t, std::string> shown_;  // places of the table that have another name
  std::unordered_map<uint32_t, PlacePolicy> policies_;
  std::unordered_map<uint32_t, Spot> moved_;  // units of the table whose spot a row says

  [[nodiscard]] uint32_t number_at(size_t at) const;
  [[nodiscard]] std::string_view text_at(uint32_t text) const;
  [[nodiscard]] Status check(std::string_view path) const;
  [[nodiscard]] bool is_on_earth(uint32_t number) const;
  [[nodiscard]] Place of_table(uint32_t number) const;
  [[nodiscard]] Place of_row(const KnownPlace& row) const;
  void note_openings(std::string_view key);
  [[nodiscard]] bool is_opening(std::string_view key) const;
  [[nodiscard]] bool has_key(std::string_view key) const;
  void find_cells(std::string_view key, std::vector<uint32_t>& out) const;
  /// The place of the table that a row tells of too, or none.
  [[nodiscard]] std::optional<uint32_t> same_place(const KnownPlace& row,
                                                   const std::vector<std::string>& names) const;
  void put_name(const std::string& name, uint32_t number);
};

/// Kilometres between two points of the earth.
double kilometres(double lat1, double lon1, double lat2, double lon2);

/// Reads the table from a file.
Result<Gazetteer> load_gazetteer(const std::string& path);

}  // namespace demarche
