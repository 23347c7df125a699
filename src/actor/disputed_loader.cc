// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "actor/actor_loader.h"
#include "base/errors.h"
#include "base/strings.h"

// The policy for disputed places, laid over states and places: it decides which name and country a
// record gives, whatever the tables below it or GeoNames say.
namespace demarche {
namespace {

constexpr std::array<std::string_view, 6> kKinds = {"claim", "de_facto", "line",
                                                    "name",  "movement", "demand"};
constexpr std::array<std::string_view, 3> kStatus = {"open", "dormant", "settled"};

template <size_t N>
bool is_one_of(const std::array<std::string_view, N>& values, std::string_view value) {
  return std::ranges::find(values, value) != values.end();
}

void add_once(std::vector<std::string>& list, const std::string& text) {
  if (!text.empty() && std::ranges::find(list, text) == list.end()) list.push_back(text);
}

/// A place of which no table knows the spot.
KnownPlace bare_place(const DisputedPlace& place) {
  KnownPlace bare;
  bare.id = "disputed:" + place.id;
  bare.name = place.name;
  bare.kind = "region";
  bare.country = place.country;
  return bare;
}

}  // namespace

std::vector<std::string> DisputedPlace::all_names() const {
  std::vector<std::string> out;
  add_once(out, name);
  for (const std::string& alias : aliases) add_once(out, alias);
  for (const NameOfSide& side : by_side) add_once(out, side.name);
  return out;
}

std::vector<std::string> DisputedPlace::parties() const {
  std::vector<std::string> out;
  for (const std::string& actor : claimants) add_once(out, actor);
  for (const std::string& actor : administered_by) add_once(out, actor);
  for (const NameOfSide& side : by_side) add_once(out, side.actor);
  return out;
}

std::string DisputedPlace::claims_in_words() const {
  std::vector<std::string> parts;
  if (!claimants.empty()) parts.push_back(fmt::format("claimed by {}", fmt::join(claimants, ", ")));
  if (!administered_by.empty())
    parts.push_back(fmt::format("held by {}", fmt::join(administered_by, ", ")));
  for (const NameOfSide& side : by_side)
    parts.push_back(fmt::format("called {} by {}", side.name, side.actor));
  return fmt::format("{}", fmt::join(parts, "; "));
}

Status ActorLoader::take_disputed(const Reader& reader) {
  for (const std::string_view column : {"id", "name", "kind", "status", "country"})
    if (!reader.has(column)) return fail(errors::missing_column(reader.path(), column));
  for (const auto& row : reader.rows()) {
    DisputedRow found;
    DisputedPlace& place = found.place;
    place.id = reader.get(row, "id");
    place.name = reader.get(row, "name");
    place.aliases = split_list(reader.get(row, "aliases"));
    for (const std::string& side : split_list(reader.get(row, "by_side"))) {
      const size_t equals = side.find('=');
      if (equals == std::string::npos || equals == 0 || equals + 1 == side.size())
        return fail(reader.bad(row, "by_side is ACTOR=name, not '" + side + "'"));
      place.by_side.push_back({side.substr(0, equals), side.substr(equals + 1)});
    }
    place.country = reader.get(row, "country");
    place.kind = reader.get(row, "kind");
    place.status = reader.get(row, "status");
    place.claimants = split_list(reader.get(row, "claimants"));
    place.administered_by = split_list(reader.get(row, "administered_by"));
    const std::string border = reader.get(row, "border");
    place.dashed = border == "dashed";
    place.words = reader.get(row, "words");
    if (place.id.empty()) return fail(reader.bad(row, "has no id"));
    if (place.name.empty()) return fail(reader.bad(row, "has no name"));
    if (!is_one_of(kKinds, place.kind))
      return fail(reader.bad(row, "unknown kind '" + place.kind +
                                      "'; one of claim, de_facto, line, name, movement, demand"));
    if (!is_one_of(kStatus, place.status))
      return fail(
          reader.bad(row, "unknown status '" + place.status + "'; one of open, dormant, settled"));
    if (!border.empty() && !place.dashed)
      return fail(reader.bad(row, "border is 'dashed' or empty, not '" + border + "'"));
    found.spot = reader.spot(row);
    found.folder = folder_;
    const std::string id = place.id;
    if (!disputed.put(id, std::move(found)))
      findings.push_back(reader.bad(row, "id '" + id + "' is there twice").message);
  }
  return {};
}

/// A state whose name it is: it gets the name that the policy shows, and those of the sides that
/// mean nothing else. False: no state has the name.
bool ActorLoader::name_state(const DisputedPlace& place, uint32_t dispute) {
  const auto is_it = [&](const ActorRow& row) {
    return row.actor.kind == ActorKind::kState &&
           (row.actor.id == place.id || row.actor.name == place.name);
  };
  const auto state = std::ranges::find_if(actors.rows, is_it);
  if (state == actors.rows.end()) return false;
  state->actor.name = place.name;
  state->actor.dispute = dispute;
  for (const std::string& name : place.all_names()) {
    const bool taken = std::ranges::any_of(actors.rows, [&](const ActorRow& row) {
      return std::ranges::any_of(row.names, [&](const auto& one) { return one.first == name; });
    });
    const bool elsewhere = !table.gazetteer.named(name).empty();
    if (!taken && (!elsewhere || name == place.name))
      state->names.emplace_back(name, AliasKind::kName);
  }
  return true;
}

/// The places of a name in the country of the policy or of one of the parties, as far as they are
/// one: two tables may have the same town.
std::vector<uint32_t> ActorLoader::places_of(const DisputedPlace& place,
                                             const std::string& name) const {
  constexpr double kSameKm = 60;
  const std::vector<std::string> parties = place.parties();
  std::vector<uint32_t> out;
  for (const uint32_t number : table.gazetteer.named(name)) {
    const Place found = table.gazetteer.at(number);
    if (!found.country.empty() && found.country != place.country &&
        std::ranges::find(parties, found.country) == parties.end())
      continue;
    if (!out.empty()) {
      const Place first = table.gazetteer.at(out.front());
      if (!first.has_spot || !found.has_spot ||
          kilometres(first.lat, first.lon, found.lat, found.lon) > kSameKm)
        continue;
    }
    out.push_back(number);
  }
  return out;
}

/// A part of it keeps its name: "Velmark Bay" of the "Velmark coast".
void ActorLoader::lay_policy(const DisputedPlace& place, uint32_t dispute, bool state) {
  Gazetteer& gazetteer = table.gazetteer;
  std::vector<uint32_t> whole = places_of(place, place.name);
  std::vector<std::vector<uint32_t>> parts;
  for (const std::string& alias : place.aliases) {
    std::vector<uint32_t> part = places_of(place, alias);
    if (!part.empty() && std::ranges::find(whole, part.front()) == whole.end() &&
        std::ranges::find(parts, part) == parts.end())
      parts.push_back(std::move(part));
  }
  if (whole.empty() && parts.size() == 1) {
    whole = std::move(parts.front());
    parts.clear();
  }
  for (const auto& part : parts)
    for (const uint32_t number : part) gazetteer.set_policy(number, {dispute, place.country, ""});
  if (whole.empty() && (state || !parts.empty())) return;
  if (whole.empty()) whole.push_back(gazetteer.add(bare_place(place), {place.name}));
  for (const uint32_t number : whole)
    gazetteer.set_policy(number, {dispute, place.country, place.name});
  if (state) return;  // the names of its sides are names of an actor
  for (const std::string& name : place.all_names())
    if (gazetteer.named(name).empty()) gazetteer.add_name(whole.front(), name);
}

/// After the places, before the names of actors are put into the table.
void ActorLoader::build_disputed() {
  for (const DisputedRow& row : disputed.rows) {
    const auto number = static_cast<uint32_t>(table.disputed.size());
    lay_policy(row.place, number, name_state(row.place, number));
    table.disputed.push_back(row.place);
  }
}

Status ActorLoader::run_disputed(const std::string& data_dir,
                                 const std::vector<std::string>& overlays) {
  std::vector<std::string> folders = {data_dir};
  folders.insert(folders.end(), overlays.begin(), overlays.end());
  for (const std::string& folder : folders) {
    for (const char* name : {"/places/disputed.tsv", "/disputed.tsv"}) {
      struct stat info {};
      if (stat((folder + name).c_str(), &info) != 0) continue;
      if (auto done = read_table(folder + name, &ActorLoader::take_disputed); !done) return done;
      break;
    }
    ++folder_;
  }
  return {};
}

Result<std::vector<DisputedPlace>> load_disputed(const std::string& data_dir,
                                                 const std::vector<std::string>& overlays) {
  ActorLoader loader;
  if (auto done = loader.run_disputed(data_dir, overlays); !done) return fail(done.error());
  std::vector<DisputedPlace> places;
  for (ActorLoader::DisputedRow& row : loader.disputed.rows) places.push_back(std::move(row.place));
  return places;
}

}  // namespace demarche
