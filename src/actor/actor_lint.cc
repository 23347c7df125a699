// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "actor/actor_lint.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/day.h"
#include "base/errors.h"
#include "base/strings.h"

namespace demarche {
namespace {

/// A column that holds one of few values, in tables whose path ends so; empty: allowed everywhere.
struct Choice {
  std::string_view file, column, values;
};
constexpr std::array<Choice, 15> kChoices = {{
    {"states.tsv", "given", "yes|no"},
    {"states.tsv", "kind", "state|dependency|de_facto|former"},
    {"names.tsv", "kind", "name|adjective|people"},
    {"tenures.tsv", "claim", "disputed"},
    {"organisations.tsv", "kind", "organization|group"},
    {"organisations.tsv", "sector", "GOV|MIL|LEG|REB|PTY|MED|IGO|NGO|BUS"},
    {"institutions.tsv", "sector", "GOV|MIL|LEG|COP|JUD"},
    {"people.tsv", "gender", "m|f|x"},
    {"people.tsv", "alone", "yes|no"},
    {"roles.tsv", "sector", "GOV|MIL|LEG|JUD|COP|CIV|OPP|REB|MED|IGO|BUS"},
    {"roles.tsv", "kind", "person|organ|force|people"},
    {"roles.tsv", "speaks", "yes|no"},
    {"relations.tsv", "kind",
     "aide|ally|colleague|compatriot|counterpart|deputy|follower|lawyer|neighbour|patron|"
     "predecessor|relative|rival|successor|superior"},
    {"relations.tsv", "gender", "m|f"},
    {"cities.tsv", "kind", "city|capital"},
}};

/// Offices that one person holds at a time.
constexpr std::array<std::string_view, 10> kSingle = {"head",
                                                      "head_of_state",
                                                      "head_of_government",
                                                      "head_of_monarchy",
                                                      "head_supreme",
                                                      "foreign_minister",
                                                      "defence_minister",
                                                      "deputy_head_of_state",
                                                      "finance_minister",
                                                      "interior_minister"};

void find(const std::string& path, uint32_t line, const std::string& what,
          std::vector<std::string>& findings) {
  findings.push_back(errors::bad_row(path, line, what).message);
}

std::string field(const Tsv& tsv, const Tsv::Row& row, std::string_view column) {
  const int at = tsv.column(column);
  return at < 0 ? std::string() : row.fields[static_cast<size_t>(at)];
}

/// What a table is sorted by.
std::string sort_key(const Tsv& tsv, const Tsv::Row& row) {
  if (tsv.column("person") != 0) return row.fields.front();
  std::string key;
  for (const std::string_view column : {"person", "state", "office", "from"}) {
    key += field(tsv, row, column);
    key += '\t';
  }
  return key;
}

void lint_choices(const Tsv& tsv, std::vector<std::string>& findings) {
  for (const Choice& choice : kChoices) {
    const int at = tsv.column(choice.column);
    if (at < 0 || !tsv.path.ends_with(choice.file)) continue;
    const std::vector<std::string> values = split_list(choice.values);
    for (const auto& row : tsv.rows) {
      const std::string& value = row.fields[static_cast<size_t>(at)];
      if (value.empty() || std::ranges::find(values, value) != values.end()) continue;
      find(tsv.path, row.line,
           "unknown " + std::string(choice.column) + " '" + value + "'; one of " +
               std::string(choice.values),
           findings);
    }
  }
}

void lint_spot(const Tsv& tsv, std::string_view lat, std::string_view lon,
               std::vector<std::string>& findings) {
  if (tsv.column(lat) < 0 || tsv.column(lon) < 0) return;
  for (const auto& row : tsv.rows) {
    const std::string y = field(tsv, row, lat), x = field(tsv, row, lon);
    if (y.empty() && x.empty()) continue;
    const auto south = parse_double(y), east = parse_double(x);
    const bool good =
        south && east && *south >= -90 && *south <= 90 && *east >= -180 && *east <= 180;
    if (!good) find(tsv.path, row.line, fmt::format("'{}, {}' is no point", y, x), findings);
  }
}

/// "1992", "1992-05" or "1992-05-01".
bool is_date(std::string_view text) {
  constexpr std::string_view kFirst = "0000-01-01";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  return parse_day(std::string(text) + std::string(kFirst.substr(text.size()))).has_value();
}

void lint_dates(const Tsv& tsv, std::vector<std::string>& findings) {
  if (tsv.column("from") < 0 || tsv.column("to") < 0) return;
  for (const auto& row : tsv.rows) {
    const std::string from = field(tsv, row, "from"), to = field(tsv, row, "to");
    for (const std::string& date : {from, to})
      if (!date.empty() && !is_date(date))
        find(tsv.path, row.line, "'" + date + "' is no date: YYYY, YYYY-MM or YYYY-MM-DD",
             findings);
    const size_t both = std::min(from.size(), to.size());
    if (both > 0 && to.substr(0, both) < from.substr(0, both))
      find(tsv.path, row.line, "ends before it begins: " + from + " to " + to, findings);
  }
}

/// A name that is missing, and a description of one word, which any text may hold.
void lint_words(const Tsv& tsv, std::vector<std::string>& findings) {
  for (const auto& row : tsv.rows) {
    if (tsv.column("name") >= 0 && trim(field(tsv, row, "name")).empty())
      find(tsv.path, row.line, "has no name", findings);
    const std::string phrase(trim(field(tsv, row, "phrase")));
    if (tsv.path.ends_with("phrases.tsv") && phrase.find(' ') == std::string::npos)
      find(tsv.path, row.line, "'" + phrase + "' is one word: a description has several", findings);
  }
}

void lint_countries(const ActorLoader& loader, std::vector<std::string>& findings) {
  const auto is_state = [&](const std::string& id) {
    const auto at = loader.actors.at.find(id);
    return at != loader.actors.at.end() &&
           loader.actors.rows[at->second].actor.kind == ActorKind::kState;
  };
  for (const auto& row : loader.actors.rows) {
    const KnownActor& actor = row.actor;
    if (!actor.country.empty() && !is_state(actor.country)) {
      find(row.spot.path, row.spot.line, "country '" + actor.country + "' is no state", findings);
    }
    if (!actor.side.empty() && !loader.actors.at.contains(actor.side)) {
      find(row.spot.path, row.spot.line, "side '" + actor.side + "' is no actor", findings);
    }
  }
  for (const auto& row : loader.places.rows) {
    if (row.place.country.empty() || is_state(row.place.country)) continue;
    find(row.spot.path, row.spot.line, "country '" + row.place.country + "' is no state", findings);
  }
}

void lint_disputed(const ActorLoader& loader, std::vector<std::string>& findings) {
  for (const auto& row : loader.disputed.rows) {
    const DisputedPlace& place = row.place;
    for (const std::string& party : place.parties())
      if (!loader.actors.at.contains(party))
        find(row.spot.path, row.spot.line, "'" + party + "' is no actor", findings);
    if (!place.country.empty() && !loader.actors.at.contains(place.country))
      find(row.spot.path, row.spot.line, "country '" + place.country + "' is no state", findings);
    if (place.words.empty())
      find(row.spot.path, row.spot.line, "has no words: say in one neutral line what is so",
           findings);
  }
}

void lint_names(const ActorLoader& loader, std::vector<std::string>& findings) {
  std::unordered_map<std::string, size_t> owner;
  for (size_t i = 0; i < loader.actors.rows.size(); ++i) {
    const auto& row = loader.actors.rows[i];
    for (const auto& [name, kind] : row.names) {
      const std::string folded = fold_case(name);
      const auto [at, fresh] = owner.try_emplace(folded, i);
      if (fresh || at->second == i || loader.ambiguous.contains(folded)) continue;
      find(row.spot.path, row.spot.line,
           "name '" + name + "' of " + row.actor.id + " is also of " +
               loader.actors.rows[at->second].actor.id + "; drop one or add it to ambiguous.tsv",
           findings);
    }
  }
}

/// Days that are only known to the month or year count for nobody: what overlaps here does so
/// whichever day it was. One day may be shared: of the change.
void lint_tenures(const ActorLoader& loader, std::vector<std::string>& findings) {
  struct Held {
    Day from;
    std::optional<Day> to;
    const ActorLoader::TenureRow* row;
  };
  std::map<std::string, std::vector<Held>> by_office;
  for (const auto& row : loader.tenures.rows) {
    if (!row.from_latest || std::ranges::find(kSingle, row.tenure.office) == kSingle.end())
      continue;
    by_office[row.tenure.state + " " + row.tenure.office].push_back(
        {*row.from_latest, row.to_earliest, &row});
  }
  for (auto& [office, held] : by_office) {
    std::ranges::stable_sort(held, {}, &Held::from);
    const Held* longest = nullptr;
    for (const Held& one : held) {
      const bool both =
          longest != nullptr && one.row->tenure.disputed && longest->row->tenure.disputed;
      if (longest != nullptr && !both && (!longest->to || one.from < longest->to)) {
        find(one.row->spot.path, one.row->spot.line,
             "office '" + office + "' of " + one.row->person + " overlaps row " +
                 std::to_string(longest->row->spot.line) + " of " + longest->row->person,
             findings);
      }
      if (longest == nullptr || (longest->to && (!one.to || one.to > longest->to))) longest = &one;
    }
  }
}

}  // namespace

void lint_rows(const Tsv& tsv, std::vector<std::string>& findings) {
  const int source = tsv.column("source");
  std::string before;
  for (const auto& row : tsv.rows) {
    if (source >= 0 && row.fields[static_cast<size_t>(source)].empty()) {
      find(tsv.path, row.line, "has no source", findings);
    }
    if (row.fields.front().empty()) find(tsv.path, row.line, "has no id", findings);
    std::string key = sort_key(tsv, row);
    if (key < before) find(tsv.path, row.line, "is out of order", findings);
    before = std::move(key);
  }
  lint_choices(tsv, findings);
  lint_dates(tsv, findings);
  lint_words(tsv, findings);
  lint_spot(tsv, "lat", "lon", findings);
  lint_spot(tsv, "capital_lat", "capital_lon", findings);
}

void lint_together(const ActorLoader& loader, std::vector<std::string>& findings) {
  lint_countries(loader, findings);
  lint_disputed(loader, findings);
  lint_names(loader, findings);
  lint_tenures(loader, findings);
}

}  // namespace demarche
