// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "actor/actor_table.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/errors.h"
#include "base/sha256.h"
#include "base/strings.h"
#include "base/tsv.h"

namespace demarche {
namespace {

constexpr size_t kLargestFile = 64U << 20U;
constexpr std::array<std::string_view, 5> kKinds = {"state", "person", "organization", "group",
                                                    "unknown"};
constexpr std::array<std::string_view, 6> kAuthorities = {"",          "official", "former",
                                                          "anonymous", "private",  "media"};

/// "2019", "2019-05" or "2019-05-03" to its first or its last day.
std::optional<Day> edge_of(std::string_view text, bool last) {
  if (const auto day = parse_day(text)) return day;
  const auto year = parse_int(text.substr(0, 4));
  if (!year) return std::nullopt;
  if (text.size() == 4) return last ? make_day(*year, 12, 31) : make_day(*year, 1, 1);
  const auto month = text.size() == 7 ? parse_int(text.substr(5, 2)) : std::nullopt;
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  const auto number = static_cast<unsigned>(*month);
  return last ? std::optional<Day>(last_of_month(*year, number)) : make_day(*year, number, 1);
}

/// All capitals, or capitals and full stops: matches only as written ("US", not "us").
bool is_acronym(std::string_view text) {
  return std::ranges::all_of(text,
                             [](char c) { return is_ascii_upper(c) || c == '.' || c == '&'; });
}

std::string surname_of(std::string_view name) {
  const size_t at = name.rfind(' ');
  return at == std::string_view::npos ? std::string() : std::string(name.substr(at + 1));
}

/// One table with its columns by name.
class Reader {
 public:
  explicit Reader(Tsv tsv) : tsv_(std::move(tsv)) {}
  [[nodiscard]] const Tsv& tsv() const { return tsv_; }
  /// The field of a column that may be missing.
  [[nodiscard]] std::string get(const Tsv::Row& row, std::string_view column) const {
    const int at = tsv_.column(column);
    return at < 0 ? std::string() : row.fields[static_cast<size_t>(at)];
  }

 private:
  Tsv tsv_;
};

class Loader {
 public:
  Status run(const std::string& data_dir, const std::vector<std::string>& overlays) {
    if (auto done = read_folder(data_dir, true); !done) return done;
    for (const auto& overlay : overlays) {
      if (auto done = read_folder(overlay, false); !done) return done;
    }
    for (const auto& [person, row] : waiting_) {
      const auto at = table.find(person);
      if (!at) return fail(errors::bad_row(row.first, row.second, "no person '" + person + "'"));
    }
    for (Tenure& tenure : table.tenures)
      tenure.person = *table.find(people_[&tenure - table.tenures.data()]);
    table.hash = sha256_hex(hashes_);
    return {};
  }

  ActorTable table;
  std::vector<std::string> findings;

 private:
  using Take = Status (Loader::*)(const Reader&);

  Status read_folder(const std::string& folder, bool needed) {
    const std::pair<const char*, Take> files[] = {
        {"actors/states.tsv", &Loader::take_states},
        {"actors/organisations.tsv", &Loader::take_organisations},
        {"actors/institutions.tsv", &Loader::take_organisations},
        {"actors/people.tsv", &Loader::take_people},
        {"actors/tenures.tsv", &Loader::take_tenures},
        {"actors/descriptions.tsv", &Loader::take_descriptions},
        {"places/cities.tsv", &Loader::take_places},
        {"places/regions.tsv", &Loader::take_places},
        {"en/roles.tsv", &Loader::take_roles},
        {"en/relations.tsv", &Loader::take_relations}};
    bool any = false;
    for (const auto& [name, take] : files) {
      // An overlay may hold the files flat, beside the pages that they are for.
      std::string path = folder + "/" + name;
      struct stat info {};
      if (stat(path.c_str(), &info) != 0 && !needed) {
        path = folder + "/" + std::string(name).substr(std::string(name).find('/') + 1);
        if (stat(path.c_str(), &info) != 0) continue;
      }
      any = true;
      auto bytes = read_file(path, kLargestFile);
      if (!bytes) return fail(bytes.error());
      hashes_ += sha256_hex(*bytes);
      auto tsv = parse_tsv(path, *bytes, {});
      if (!tsv) return fail(tsv.error());
      lint_rows(*tsv);
      if (auto done = (this->*take)(Reader(std::move(*tsv))); !done) return done;
    }
    if (!any) return fail(errors::cannot_read(folder, "holds no table of actors"));
    return {};
  }

  void lint_rows(const Tsv& tsv) {
    const int source = tsv.column("source");
    for (const auto& row : tsv.rows) {
      if (source >= 0 && row.fields[static_cast<size_t>(source)].empty()) {
        findings.push_back(errors::bad_row(tsv.path, row.line, "has no source").message);
      }
    }
  }

  uint32_t add_actor(KnownActor actor) {
    const auto [at, fresh] =
        by_id_.try_emplace(actor.id, static_cast<uint32_t>(table.actors.size()));
    if (fresh) {
      table.actors.push_back(std::move(actor));
    } else {
      table.actors[at->second] = std::move(actor);
    }
    return at->second;
  }

  void add_alias(std::string_view phrase, uint32_t actor, AliasKind kind) {
    if (phrase.empty()) return;
    table.names.add(phrase, static_cast<uint32_t>(table.aliases.size()), is_acronym(phrase));
    table.aliases.push_back({actor, kind});
  }

  static void set_spot(const Reader& reader, const Tsv::Row& row, std::string_view lat,
                       std::string_view lon, double& to_lat, double& to_lon, bool& has) {
    const auto y = parse_double(reader.get(row, lat));
    const auto x = parse_double(reader.get(row, lon));
    has = y && x;
    to_lat = y.value_or(0);
    to_lon = x.value_or(0);
  }

  Status take_states(const Reader& r) {
    for (const auto& row : r.tsv().rows) {
      KnownActor actor;
      actor.id = actor.country = actor.side = r.get(row, "id");
      actor.name = r.get(row, "name");
      actor.sector = "GOV";
      actor.source = r.get(row, "source");
      actor.from = r.get(row, "from");
      actor.to = r.get(row, "to");
      set_spot(r, row, "lat", "lon", actor.lat, actor.lon, actor.has_spot);
      const uint32_t at = add_actor(actor);
      add_alias(actor.name, at, AliasKind::kName);
      for (const auto& name : split_list(r.get(row, "official")))
        add_alias(name, at, AliasKind::kName);
      for (const auto& name : split_list(r.get(row, "aliases")))
        add_alias(name, at, AliasKind::kName);
      for (const auto& word : split_list(r.get(row, "adjectives")))
        add_alias(word, at, AliasKind::kAdjective);
      for (const auto& word : split_list(r.get(row, "people")))
        add_alias(word, at, AliasKind::kPeople);
      take_capital(r, row, actor, at);
    }
    return {};
  }

  void take_capital(const Reader& r, const Tsv::Row& row, const KnownActor& state, uint32_t at) {
    std::vector<std::string> names = {r.get(row, "capital")};
    for (auto& name : split_list(r.get(row, "capital_aliases"))) names.push_back(std::move(name));
    KnownPlace place;
    place.id = "capital:" + state.id;
    place.name = names.front();
    place.kind = "capital";
    place.country = state.id;
    set_spot(r, row, "capital_lat", "capital_lon", place.lat, place.lon, place.has_spot);
    for (const auto& name : names) {
      if (name.empty()) continue;
      add_alias(name, at, AliasKind::kCapital);
      table.place_names.add(name, static_cast<uint32_t>(table.places.size()));
    }
    table.places.push_back(std::move(place));
  }

  Status take_organisations(const Reader& r) {
    for (const auto& row : r.tsv().rows) {
      KnownActor actor;
      actor.id = r.get(row, "id");
      actor.name = r.get(row, "name");
      const std::string kind = r.get(row, "kind");
      const auto known = std::ranges::find(kKinds, kind.empty() ? "organization" : kind);
      if (known == kKinds.end()) {
        return fail(errors::bad_row(r.tsv().path, row.line, "unknown kind '" + kind + "'"));
      }
      actor.kind = static_cast<ActorKind>(known - kKinds.begin());
      actor.country = r.get(row, "country");
      if (actor.country.empty()) actor.country = r.get(row, "state");
      actor.side = r.get(row, "side");
      if (actor.side.empty()) actor.side = r.get(row, "state");
      actor.sector = r.get(row, "sector");
      actor.source = r.get(row, "source");
      const uint32_t at = add_actor(actor);
      const bool organ = !r.get(row, "state").empty();
      add_alias(actor.name, at, AliasKind::kName);
      add_alias(r.get(row, "acronym"), at, AliasKind::kName);
      for (const auto& name : split_list(r.get(row, "aliases"))) {
        add_alias(name, at, organ ? AliasKind::kMetonym : AliasKind::kName);
      }
      for (const auto& word : split_list(r.get(row, "adjectives")))
        add_alias(word, at, AliasKind::kAdjective);
    }
    return {};
  }

  Status take_people(const Reader& r) {
    for (const auto& row : r.tsv().rows) {
      KnownActor actor;
      actor.id = r.get(row, "id");
      actor.name = r.get(row, "name");
      actor.kind = ActorKind::kPerson;
      actor.source = r.get(row, "source");
      const std::string gender = r.get(row, "gender");
      actor.gender = gender.empty() ? '?' : gender[0];
      const uint32_t at = add_actor(actor);
      add_alias(actor.name, at, AliasKind::kName);
      add_alias(surname_of(actor.name), at, AliasKind::kSurname);
      for (const auto& name : split_list(r.get(row, "aliases"))) {
        const bool single = name.find(' ') == std::string::npos;
        add_alias(name, at, single ? AliasKind::kSurname : AliasKind::kName);
        add_alias(surname_of(name), at, AliasKind::kSurname);
      }
    }
    return {};
  }

  Status take_tenures(const Reader& r) {
    for (const auto& row : r.tsv().rows) {
      Tenure tenure;
      tenure.state = r.get(row, "state");
      tenure.office = r.get(row, "office");
      tenure.title = r.get(row, "title");
      const std::string from = r.get(row, "from");
      const std::string to = r.get(row, "to");
      tenure.from = edge_of(from, false);
      tenure.to = edge_of(to, true);
      if ((!from.empty() && !tenure.from) || (!to.empty() && !tenure.to)) {
        return fail(
            errors::bad_row(r.tsv().path, row.line, "a date is YYYY, YYYY-MM or YYYY-MM-DD"));
      }
      if (tenure.from && tenure.to && *tenure.from > *tenure.to) {
        findings.push_back(
            errors::bad_row(r.tsv().path, row.line, "ends before it begins").message);
      }
      if (!table.find(tenure.state)) {
        return fail(errors::bad_row(r.tsv().path, row.line, "no state '" + tenure.state + "'"));
      }
      const std::string person = r.get(row, "person");
      waiting_.emplace(person, std::pair{r.tsv().path, row.line});
      people_.push_back(person);
      table.tenures.push_back(std::move(tenure));
    }
    return {};
  }

  /// How texts call an organisation that they do not name.
  Status take_descriptions(const Reader& r) {
    for (const auto& row : r.tsv().rows) {
      const auto at = table.find(r.get(row, "actor"));
      if (!at) {
        return fail(errors::bad_row(r.tsv().path, row.line, "no actor '" + r.get(row, "actor") + "'"));
      }
      table.actors[*at].leader = r.get(row, "leader");
      table.actors[*at].nouns = split_list(r.get(row, "nouns"));
    }
    return {};
  }

  Status take_places(const Reader& r) {
    for (const auto& row : r.tsv().rows) {
      KnownPlace place;
      place.id = r.get(row, "id");
      place.name = r.get(row, "name");
      place.kind = r.get(row, "kind");
      place.country = r.get(row, "country");
      place.geonames = r.get(row, "geonames");
      set_spot(r, row, "lat", "lon", place.lat, place.lon, place.has_spot);
      const auto number = static_cast<uint32_t>(table.places.size());
      table.place_names.add(place.name, number);
      for (const auto& name : split_list(r.get(row, "aliases")))
        table.place_names.add(name, number);
      table.places.push_back(std::move(place));
    }
    return {};
  }

  Status take_roles(const Reader& r) {
    for (const auto& row : r.tsv().rows) {
      Role role;
      role.phrase = r.get(row, "phrase");
      role.plural = r.get(row, "plural");
      role.office = r.get(row, "office");
      role.sector = r.get(row, "sector");
      role.kind = r.get(row, "kind");
      const auto known = std::ranges::find(kAuthorities, r.get(row, "authority"));
      if (known == kAuthorities.end()) {
        return fail(errors::bad_row(r.tsv().path, row.line, "unknown authority"));
      }
      role.authority = static_cast<Authority>(known - kAuthorities.begin());
      role.speaks = r.get(row, "speaks") == "yes";
      role.rank = parse_int(r.get(row, "rank")).value_or(0);
      const auto number = static_cast<uint32_t>(table.roles.size());
      table.role_phrases.add(role.phrase, number);
      if (!role.plural.empty() && role.plural != role.phrase)
        table.role_phrases.add(role.plural, number);
      table.roles.push_back(std::move(role));
    }
    return {};
  }

  Status take_relations(const Reader& r) {
    for (const auto& row : r.tsv().rows) {
      const auto number = static_cast<uint32_t>(table.relations.size());
      table.relations.push_back({r.get(row, "phrase"), r.get(row, "kind")});
      table.relation_phrases.add(table.relations.back().phrase, number);
      for (const auto& plural : split_list(r.get(row, "plural")))
        table.relation_phrases.add(plural, number);
    }
    return {};
  }

  std::string hashes_;
  std::unordered_map<std::string, uint32_t> by_id_;
  std::unordered_map<std::string, std::pair<std::string, uint32_t>> waiting_;
  std::vector<std::string> people_;  // of each tenure, by id
};

bool holds_on(const Tenure& tenure, Day day) {
  return (!tenure.from || *tenure.from <= day) && (!tenure.to || day <= *tenure.to);
}

}  // namespace

std::string_view name_of(ActorKind kind) { return kKinds[static_cast<size_t>(kind)]; }
std::string_view name_of(Authority authority) {
  return kAuthorities[static_cast<size_t>(authority)];
}

std::optional<uint32_t> ActorTable::find(std::string_view id) const {
  const auto at = std::ranges::find(actors, id, &KnownActor::id);
  if (at == actors.end()) return std::nullopt;
  return static_cast<uint32_t>(at - actors.begin());
}

std::vector<uint32_t> ActorTable::holders(std::string_view state, std::string_view office,
                                          Day day) const {
  std::vector<uint32_t> found;
  for (uint32_t i = 0; i < tenures.size(); ++i) {
    if (tenures[i].state == state && tenures[i].office == office && holds_on(tenures[i], day)) {
      found.push_back(i);
    }
  }
  return found;
}

std::vector<uint32_t> ActorTable::offices_of(uint32_t person, Day day) const {
  std::vector<uint32_t> found;
  for (uint32_t i = 0; i < tenures.size(); ++i) {
    if (tenures[i].person == person && holds_on(tenures[i], day)) found.push_back(i);
  }
  return found;
}

Result<ActorTable> load_actor_table(const std::string& data_dir,
                                    const std::vector<std::string>& overlays) {
  Loader loader;
  if (auto done = loader.run(data_dir, overlays); !done) return fail(done.error());
  return std::move(loader.table);
}

std::vector<std::string> lint_actor_table(const std::string& data_dir,
                                          const std::vector<std::string>& overlays) {
  Loader loader;
  if (auto done = loader.run(data_dir, overlays); !done) {
    loader.findings.push_back(done.error().message);
  }
  return std::move(loader.findings);
}

}  // namespace demarche
