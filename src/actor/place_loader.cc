// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include <algorithm>

#include "actor/actor_loader.h"
#include "base/errors.h"
#include "base/strings.h"

// The places among the tables: data/places, and the capitals of states.
namespace demarche {

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
void ActorLoader::take_capital(const Reader& reader, const Tsv::Row& row, ActorRow& state) {
  PlaceRow capital;
  capital.names = split_list(reader.get(row, "capital_aliases"));
  capital.names.insert(capital.names.begin(), reader.get(row, "capital"));
  KnownPlace& place = capital.place;
  place.id = "capital:" + state.actor.id;
  place.name = capital.names.front();
  place.kind = "capital";
  place.country = state.actor.id;
  place.has_spot = reader.read_spot(row, "capital_lat", "capital_lon", place.lat, place.lon);
  for (const auto& name : capital.names) state.names.emplace_back(name, AliasKind::kCapital);
  add_place(reader, row, std::move(capital));
}

Status ActorLoader::take_places(const Reader& reader) {
  for (const auto& row : reader.rows()) {
    PlaceRow found;
    KnownPlace& place = found.place;
    place.id = reader.get(row, "id");
    place.name = reader.get(row, "name");
    place.kind = reader.get(row, "kind");
    place.country = reader.get(row, "country");
    place.geonames = reader.get(row, "geonames");
    place.has_spot = reader.read_spot(row, "lat", "lon", place.lat, place.lon);
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
