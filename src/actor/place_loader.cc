// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>

#include "actor/actor_loader.h"
#include "base/errors.h"
#include "base/strings.h"

// The places among the tables: data/places, and the capitals of states.
namespace demarche {
namespace {

/// A number of degrees, or none where the field is empty. Refused: words, and what lies off the
/// earth.
Result<std::optional<double>> read_degrees(const ActorLoader::Reader& reader, const Tsv::Row& row,
                                           std::string_view column, int most) {
  const std::string written = reader.get(row, column);
  if (written.empty()) return std::optional<double>();
  const auto degrees = parse_double(written);
  // "nan" is no number here either.
  if (degrees && *degrees >= -most && *degrees <= most) return std::optional(*degrees);
  return fail(reader.bad(
      row, fmt::format("{} '{}' is no number from -{} to {}", column, written, most, most)));
}

/// Both degrees, or neither.
Status read_point(const ActorLoader::Reader& reader, const Tsv::Row& row, std::string_view lat,
                  std::string_view lon, KnownPlace& place) {
  const auto north = read_degrees(reader, row, lat, 90);
  if (!north) return fail(north.error());
  const auto east = read_degrees(reader, row, lon, 180);
  if (!east) return fail(east.error());
  if (north->has_value() != east->has_value())
    return fail(reader.bad(row, fmt::format("of {} and {} one alone is no point", lat, lon)));
  place.has_spot = north->has_value();
  place.lat = north->value_or(0);
  place.lon = east->value_or(0);
  return {};
}

/// What every row must say.
Status check_place(const ActorLoader::Reader& reader, const Tsv::Row& row) {
  for (const std::string_view column : {"id", "name", "kind"})
    if (reader.get(row, column).empty()) return fail(reader.bad(row, fmt::format("no {}", column)));
  const std::string geonames = reader.get(row, "geonames");
  const auto number = parse_int(geonames);
  if (!geonames.empty() && !(number && *number > 0))
    return fail(reader.bad(row, fmt::format("geonames '{}' is no number above 0", geonames)));
  return {};
}

}  // namespace

void ActorLoader::add_place(const Reader& reader, const Tsv::Row& row, PlaceRow place) {
  place.spot = reader.spot(row);
  place.folder = folder_;
  const std::string id = place.place.id;
  std::erase(place.names, "");
  if (!places.put(id, std::move(place))) {
    findings.push_back(reader.bad(row, "id '" + id + "' is taken by another place").message);
  }
}

/// The seat of government is a name of the state and a place in it.
Status ActorLoader::take_capital(const Reader& reader, const Tsv::Row& row, ActorRow& state) {
  PlaceRow capital;
  capital.names = split_list(reader.get(row, "capital_aliases"));
  capital.names.insert(capital.names.begin(), reader.get(row, "capital"));
  KnownPlace& place = capital.place;
  place.id = "capital:" + state.actor.id;
  place.name = capital.names.front();
  place.kind = "capital";
  place.country = state.actor.id;
  if (auto good = read_point(reader, row, "capital_lat", "capital_lon", place); !good) return good;
  for (const auto& name : capital.names) state.names.emplace_back(name, AliasKind::kCapital);
  add_place(reader, row, std::move(capital));
  return {};
}

Status ActorLoader::take_places(const Reader& reader) {
  for (const std::string_view column : {"id", "name", "kind", "country", "lat", "lon"})
    if (!reader.has(column)) return fail(errors::missing_column(reader.path(), column));
  for (const auto& row : reader.rows()) {
    if (auto good = check_place(reader, row); !good) return good;
    PlaceRow found;
    KnownPlace& place = found.place;
    place.id = reader.get(row, "id");
    place.name = reader.get(row, "name");
    place.kind = reader.get(row, "kind");
    place.country = reader.get(row, "country");
    place.geonames = reader.get(row, "geonames");
    if (auto good = read_point(reader, row, "lat", "lon", place); !good) return good;
    found.names = split_list(reader.get(row, "aliases"));
    found.names.insert(found.names.begin(), place.name);
    add_place(reader, row, std::move(found));
  }
  return {};
}

/// Other spellings; with `use` "name" the one that news write now.
Status ActorLoader::take_place_names(const Reader& reader) {
  for (const auto& row : reader.rows()) {
    PlaceNameRow name{reader.get(row, "name"), reader.get(row, "place"),
                      reader.get(row, "country")};
    name.shown = reader.get(row, "use") == "name";
    put_place_name(reader, row, std::move(name));
  }
  return {};
}

/// Names of former times: "Leningrad" is Saint Petersburg on a page of any year.
Status ActorLoader::take_former_names(const Reader& reader) {
  for (const auto& row : reader.rows()) {
    PlaceNameRow name{reader.get(row, "name"), reader.get(row, "today"),
                      reader.get(row, "country")};
    name.either = true;
    put_place_name(reader, row, std::move(name));
  }
  return {};
}

void ActorLoader::put_place_name(const Reader& reader, const Tsv::Row& row, PlaceNameRow name) {
  name.spot = reader.spot(row);
  name.folder = folder_;
  const std::string key = name.name + "\t" + name.place + "\t" + name.country;
  if (!place_names_.put(key, std::move(name)))
    findings.push_back(reader.bad(row, "is there twice").message);
}

Status ActorLoader::take_abbreviations(const Reader& reader) {
  for (const auto& row : reader.rows()) {
    BriefRow brief{reader.get(row, "abbreviation"), reader.get(row, "place")};
    // "NSW", "N.Y."; "Mass." and "Man." are words too.
    constexpr size_t kLong = 3;
    brief.alone =
        reader.get(row, "kind") == "news" && brief.brief.size() >= kLong &&
        std::ranges::all_of(brief.brief, [](char c) { return is_ascii_upper(c) || c == '.'; });
    brief.spot = reader.spot(row);
    brief.folder = folder_;
    const std::string key = brief.brief + "\t" + brief.place + "\t" + reader.get(row, "kind");
    if (!briefs_.put(key, std::move(brief)))
      findings.push_back(reader.bad(row, "is there twice").message);
  }
  return {};
}

/// The table that ships; a folder of few rows may be without it.
Status ActorLoader::load_places(const std::string& data_dir) {
  const std::string path = data_dir + "/places/gazetteer.bin";
  struct stat info {};
  if (stat(path.c_str(), &info) != 0) return {};
  auto gazetteer = load_gazetteer(path);
  if (!gazetteer) return fail(gazetteer.error());
  hashes_ += gazetteer->sum();
  table.gazetteer = std::move(*gazetteer);
  return {};
}

Status ActorLoader::build_places() {
  Gazetteer& gazetteer = table.gazetteer;
  std::unordered_map<std::string, uint32_t> numbers;  // id -> number of the place
  for (PlaceRow row : places.rows) {
    if (row.names.empty()) continue;  // a state without a capital
    row.place.overlay = row.folder > 0;
    const std::string id = row.place.id;
    numbers[id] = gazetteer.add(std::move(row.place), row.names);
  }
  const auto unknown = [](const RowSpot& spot, const std::string& place) {
    return fail(errors::bad_row(spot.path, spot.line, "no place '" + place + "'"));
  };
  for (const BriefRow& row : briefs_.rows) {
    const auto place = numbers.find(row.place);
    const std::vector<uint32_t> named = gazetteer.named(row.place);
    if (place == numbers.end() && named.empty()) return unknown(row.spot, row.place);
    gazetteer.add_abbreviation(place == numbers.end() ? named.front() : place->second, row.brief,
                               row.alone);
  }
  if (!gazetteer.has_table()) return {};  // a folder of few rows
  for (const PlaceNameRow& row : place_names_.rows) {
    if (gazetteer.add_name(row.place, row.country, row.name, row.shown)) continue;
    // A small town may be missing under either name.
    if (row.either) {
      gazetteer.add_name(row.name, row.country, row.place, true);
      continue;
    }
    findings.push_back(
        errors::bad_row(row.spot.path, row.spot.line,
                        "no place '" + row.place + "' in " + row.country + " has that name")
            .message);
  }
  return {};
}

}  // namespace demarche
