// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "actor/actor_loader.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>

#include "actor/actor_lint.h"
#include "actor/surname.h"
#include "base/errors.h"
#include "base/sha256.h"
#include "base/strings.h"

namespace demarche {
namespace {

constexpr size_t kLargestFile = 64U << 20U;

template <typename Enum, Enum kLast>
std::optional<Enum> enum_of(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(kLast); ++i) {
    if (name_of(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

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

/// The day of a line "# as of: 2026-01-31" before the rows: when the table was written.
std::optional<Day> as_of(std::string_view text) {
  constexpr std::string_view kMark = "# as of:";
  for (const std::string_view line : split(text, '\n')) {
    if (!line.starts_with('#')) break;
    if (line.starts_with(kMark)) return parse_day(trim(line.substr(kMark.size())));
  }
  return std::nullopt;
}

/// All capitals, or capitals and full stops: matches only as written ("US", not "us").
bool is_acronym(std::string_view text) {
  return std::ranges::all_of(text,
                             [](char c) { return is_ascii_upper(c) || c == '.' || c == '&'; });
}

}  // namespace

Status ActorLoader::run(const std::string& data_dir, const std::vector<std::string>& overlays) {
  if (auto done = read_folder(data_dir, true); !done) return done;
  if (auto done = load_places(data_dir); !done) return done;
  for (const auto& overlay : overlays) {
    ++folder_;
    if (auto done = read_folder(overlay, false); !done) return done;
  }
  return build();
}

Status ActorLoader::read_folder(const std::string& folder, bool needed) {
  struct File {
    const char* name;
    Take take;
    bool optional = false;
  };
  const File files[] = {{"actors/states.tsv", &ActorLoader::take_states},
                        {"actors/organisations.tsv", &ActorLoader::take_organisations},
                        {"actors/institutions.tsv", &ActorLoader::take_organisations},
                        {"actors/people.tsv", &ActorLoader::take_people},
                        {"actors/tenures.tsv", &ActorLoader::take_tenures},
                        {"actors/names.tsv", &ActorLoader::take_names, true},
                        {"actors/phrases.tsv", &ActorLoader::take_phrases, true},
                        {"actors/members.tsv", &ActorLoader::take_members, true},
                        {"actors/descriptions.tsv", &ActorLoader::take_descriptions},
                        {"actors/ambiguous.tsv", &ActorLoader::take_ambiguous, true},
                        {"places/cities.tsv", &ActorLoader::take_places},
                        {"places/regions.tsv", &ActorLoader::take_places},
                        {"places/place_names.tsv", &ActorLoader::take_place_names, true},
                        {"places/former.tsv", &ActorLoader::take_former_names, true},
                        {"places/abbreviations.tsv", &ActorLoader::take_abbreviations, true},
                        {"places/disputed.tsv", &ActorLoader::take_disputed, true},
                        {"en/roles.tsv", &ActorLoader::take_roles},
                        {"en/relations.tsv", &ActorLoader::take_relations},
                        {"en/organs.tsv", &ActorLoader::take_organ_nouns, true}};
  bool any = false;
  for (const File& file : files) {
    std::string path = folder + "/" + file.name;
    struct stat info {};
    if (stat(path.c_str(), &info) != 0 && (!needed || file.optional)) {
      // An overlay may hold the files flat, beside the pages that they are for.
      path = folder + "/" + std::string(file.name).substr(std::string(file.name).find('/') + 1);
      if (stat(path.c_str(), &info) != 0) continue;
    }
    any = true;
    if (auto done = read_table(path, file.take); !done) return done;
  }
  if (!any) return fail(errors::cannot_read(folder, "holds no table of actors"));
  return {};
}

Status ActorLoader::read_table(const std::string& path, Take take) {
  auto bytes = read_file(path, kLargestFile);
  if (!bytes) return fail(bytes.error());
  hashes_ += sha256_hex(*bytes);
  auto tsv = parse_tsv(path, *bytes, {});
  if (!tsv) return fail(tsv.error());
  lint_rows(*tsv, findings);
  as_of_ = as_of(*bytes);
  if (!as_of_ && bytes->find("\n# as of:") != std::string::npos) {
    findings.push_back(errors::bad_row(path, 1, "'as of' is no day YYYY-MM-DD").message);
  }
  return (this->*take)(Reader(std::move(*tsv)));
}

namespace {

/// News often leave the marks of letters out: "Łukasz Żal" is also "Lukasz Zal".
void add_plain_spellings(std::vector<std::pair<std::string, AliasKind>>& names) {
  const size_t count = names.size();
  for (size_t i = 0; i < count; ++i) {
    std::string plain = without_accents(names[i].first);
    if (plain == names[i].first) continue;
    const bool there =
        std::ranges::any_of(names, [&](const auto& name) { return name.first == plain; });
    if (!there) names.emplace_back(std::move(plain), names[i].second);
  }
}

}  // namespace

void ActorLoader::add_actor(const Reader& reader, const Tsv::Row& row, ActorRow actor) {
  actor.spot = reader.spot(row);
  actor.folder = folder_;
  const std::string id = actor.actor.id;
  std::erase_if(actor.names, [](const auto& name) { return name.first.empty(); });
  add_plain_spellings(actor.names);
  if (!actors.put(id, std::move(actor))) {
    const RowSpot& first = actors.rows[actors.at.at(id)].spot;
    findings.push_back(reader
                           .bad(row, "id '" + id + "' is taken by " + first.path + ":" +
                                         std::to_string(first.line))
                           .message);
  }
}

Status ActorLoader::take_states(const Reader& reader) {
  for (const auto& row : reader.rows()) {
    ActorRow state;
    KnownActor& actor = state.actor;
    actor.id = actor.country = actor.side = reader.get(row, "id");
    actor.name = reader.get(row, "name");
    actor.sector = "GOV";
    actor.source = reader.get(row, "source");
    actor.from = reader.get(row, "from");
    actor.to = reader.get(row, "to");
    actor.has_spot = reader.read_spot(row, "lat", "lon", actor.lat, actor.lon);
    actor.given = reader.get(row, "given") == "yes";
    actor.standing = reader.get(row, "kind");
    if (actor.standing.empty()) actor.standing = "state";
    actor.sovereign = reader.get(row, "sovereign");
    state.names.emplace_back(actor.name, AliasKind::kName);
    const std::pair<const char*, AliasKind> lists[] = {{"official", AliasKind::kName},
                                                       {"aliases", AliasKind::kName},
                                                       {"adjectives", AliasKind::kAdjective},
                                                       {"people", AliasKind::kPeople}};
    for (const auto& [column, kind] : lists) {
      for (auto& name : split_list(reader.get(row, column))) {
        state.names.emplace_back(std::move(name), kind);
      }
    }
    if (auto good = take_capital(reader, row, state); !good) return good;
    add_actor(reader, row, std::move(state));
  }
  return {};
}

Status ActorLoader::take_organisations(const Reader& reader) {
  for (const auto& row : reader.rows()) {
    ActorRow organ;
    KnownActor& actor = organ.actor;
    actor.id = reader.get(row, "id");
    actor.name = reader.get(row, "name");
    std::string kind = reader.get(row, "kind");
    if (kind.empty()) kind = "organization";
    const auto known = enum_of<ActorKind, ActorKind::kUnknown>(kind);
    if (!known) return fail(reader.bad(row, "unknown kind '" + kind + "'"));
    actor.kind = *known;
    const std::string state = reader.get(row, "state");
    actor.country = reader.get(row, "country");
    if (actor.country.empty()) actor.country = state;
    actor.side = reader.get(row, "side");
    if (actor.side.empty()) actor.side = state;
    actor.sector = reader.get(row, "sector");
    actor.source = reader.get(row, "source");
    organ.names.emplace_back(actor.name, AliasKind::kName);
    organ.names.emplace_back(reader.get(row, "acronym"), AliasKind::kName);
    const AliasKind other = state.empty() ? AliasKind::kName : AliasKind::kMetonym;
    for (auto& name : split_list(reader.get(row, "aliases")))
      organ.names.emplace_back(std::move(name), other);
    for (auto& word : split_list(reader.get(row, "adjectives")))
      organ.names.emplace_back(std::move(word), AliasKind::kAdjective);
    add_actor(reader, row, std::move(organ));
  }
  return {};
}

Status ActorLoader::take_people(const Reader& reader) {
  for (const auto& row : reader.rows()) {
    ActorRow person;
    KnownActor& actor = person.actor;
    actor.id = reader.get(row, "id");
    actor.name = reader.get(row, "name");
    actor.kind = ActorKind::kPerson;
    actor.source = reader.get(row, "source");
    const std::string gender = reader.get(row, "gender");
    actor.gender = gender.empty() ? '?' : gender[0];
    person.names.emplace_back(actor.name, AliasKind::kName);
    std::vector<std::string> surnames = split_list(reader.get(row, "surname"));
    const bool derived = surnames.empty();
    if (derived) surnames.push_back(surname_of(actor.name));
    for (const auto& name : split_list(reader.get(row, "aliases"))) {
      const bool single = name.find(' ') == std::string::npos;
      person.names.emplace_back(name, single ? AliasKind::kSurname : AliasKind::kName);
      if (!single) actor.other_names.push_back(name);
      if (derived) surnames.push_back(surname_of(name));
    }
    actor.surname = surnames.front();
    if (reader.get(row, "alone") != "no") {
      for (const auto& surname : surnames) {
        person.names.emplace_back(surname, AliasKind::kSurname);
        person.names.emplace_back(without_article(surname), AliasKind::kSurname);
      }
    }
    add_actor(reader, row, std::move(person));
  }
  return {};
}

Status ActorLoader::take_tenures(const Reader& reader) {
  for (const auto& row : reader.rows()) {
    TenureRow held;
    held.person = reader.get(row, "person");
    held.spot = reader.spot(row);
    held.folder = folder_;
    Tenure& tenure = held.tenure;
    tenure.state = reader.get(row, "state");
    tenure.office = reader.get(row, "office");
    tenure.title = reader.get(row, "title");
    tenure.disputed = reader.get(row, "claim") == "disputed";
    const std::string from = reader.get(row, "from");
    const std::string to = reader.get(row, "to");
    tenure.from = edge_of(from, false);
    tenure.to = edge_of(to, true);
    constexpr std::chrono::days kVouched{365};
    if (to.empty() && as_of_) tenure.open_until = *as_of_ + kVouched;
    held.from_latest = edge_of(from, true);
    held.to_earliest = edge_of(to, false);
    if ((!from.empty() && !tenure.from) || (!to.empty() && !tenure.to)) {
      return fail(reader.bad(row, "a date is YYYY, YYYY-MM or YYYY-MM-DD"));
    }
    if (tenure.from && tenure.to && *tenure.from > *tenure.to) {
      findings.push_back(reader.bad(row, "ends before it begins").message);
    }
    const std::string key = held.person + "\t" + tenure.state + "\t" + tenure.office + "\t" + from;
    if (!tenures.put(key, std::move(held))) {
      findings.push_back(reader.bad(row, "is there twice").message);
    }
  }
  return {};
}

/// Names of a state in former times; who is meant is the same.
Status ActorLoader::take_names(const Reader& reader) {
  for (const auto& row : reader.rows()) {
    NameRow name{reader.get(row, "actor"), reader.get(row, "name"), AliasKind::kName,
                 reader.spot(row), folder_};
    const std::string kind = reader.get(row, "kind");
    if (kind == "adjective") name.kind = AliasKind::kAdjective;
    if (kind == "people") name.kind = AliasKind::kPeople;
    const std::string from = reader.get(row, "from"), to = reader.get(row, "to");
    if ((!from.empty() && !edge_of(from, false)) || (!to.empty() && !edge_of(to, true)))
      return fail(reader.bad(row, "a date is YYYY, YYYY-MM or YYYY-MM-DD"));
    const std::string key = name.actor + "\t" + name.name + "\t" + from;
    if (!names.put(key, std::move(name)))
      findings.push_back(reader.bad(row, "is there twice").message);
  }
  return {};
}

/// "the world body": how texts call an actor whom they do not name.
Status ActorLoader::take_phrases(const Reader& reader) {
  for (const auto& row : reader.rows()) {
    NameRow name{reader.get(row, "actor"), reader.get(row, "phrase"), AliasKind::kPhrase,
                 reader.spot(row), folder_};
    const std::string key = "phrase\t" + name.name;
    if (!names.put(key, std::move(name)))
      findings.push_back(reader.bad(row, "is there twice").message);
  }
  return {};
}

Status ActorLoader::take_members(const Reader& reader) {
  for (const auto& row : reader.rows()) {
    MemberRow member;
    member.organisation = reader.get(row, "org");
    member.member = reader.get(row, "member");
    member.spot = reader.spot(row);
    member.folder = folder_;
    const std::string from = reader.get(row, "from"), to = reader.get(row, "to");
    member.membership.from = edge_of(from, false);
    member.membership.to = edge_of(to, true);
    if ((!from.empty() && !member.membership.from) || (!to.empty() && !member.membership.to))
      return fail(reader.bad(row, "a date is YYYY, YYYY-MM or YYYY-MM-DD"));
    const std::string key = member.organisation + "\t" + member.member + "\t" + from;
    if (!members.put(key, std::move(member)))
      findings.push_back(reader.bad(row, "is there twice").message);
  }
  return {};
}

Status ActorLoader::take_descriptions(const Reader& reader) {
  for (const auto& row : reader.rows()) {
    const auto at = actors.at.find(reader.get(row, "actor"));
    if (at == actors.at.end()) {
      return fail(reader.bad(row, "no actor '" + reader.get(row, "actor") + "'"));
    }
    KnownActor& actor = actors.rows[at->second].actor;
    actor.leader = reader.get(row, "leader");
    actor.nouns = split_list(reader.get(row, "nouns"));
    if (!actors.at.contains(actor.leader)) {
      findings.push_back(reader.bad(row, "no actor '" + actor.leader + "'").message);
    }
  }
  return {};
}

Status ActorLoader::take_ambiguous(const Reader& reader) {
  for (const auto& row : reader.rows()) ambiguous.insert(fold_case(reader.get(row, "name")));
  return {};
}

Status ActorLoader::take_roles(const Reader& reader) {
  for (const auto& row : reader.rows()) {
    Role role;
    role.phrase = reader.get(row, "phrase");
    role.plural = reader.get(row, "plural");
    role.office = reader.get(row, "office");
    role.sector = reader.get(row, "sector");
    role.kind = reader.get(row, "kind");
    const auto authority = enum_of<Authority, Authority::kMedia>(reader.get(row, "authority"));
    if (!authority) return fail(reader.bad(row, "unknown authority"));
    role.authority = *authority;
    role.speaks = reader.get(row, "speaks") == "yes";
    role.rank = parse_int(reader.get(row, "rank")).value_or(0);
    const std::string phrase = role.phrase;
    if (!roles_.put(phrase, {std::move(role), folder_})) {
      findings.push_back(reader.bad(row, "'" + phrase + "' is there twice").message);
    }
  }
  return {};
}

Status ActorLoader::take_relations(const Reader& reader) {
  for (const auto& row : reader.rows()) {
    RelationRow relation;
    relation.relation = {reader.get(row, "phrase"), reader.get(row, "kind")};
    const std::string gender = reader.get(row, "gender");
    if (!gender.empty()) relation.relation.gender = gender.front();
    relation.plurals = split_list(reader.get(row, "plural"));
    relation.folder = folder_;
    const std::string phrase = relation.relation.phrase;
    if (!relations_.put(phrase, std::move(relation))) {
      findings.push_back(reader.bad(row, "'" + phrase + "' is there twice").message);
    }
  }
  return {};
}

Status ActorLoader::take_organ_nouns(const Reader& reader) {
  if (!reader.has("noun")) return fail(errors::missing_column(reader.path(), "noun"));
  for (const auto& row : reader.rows()) {
    OrganNounRow found;
    found.noun.noun = reader.get(row, "noun");
    if (found.noun.noun.empty()) return fail(reader.bad(row, "no noun"));
    found.noun.sectors = split_list(reader.get(row, "sectors"));
    found.noun.words = split_list(reader.get(row, "words"));
    found.folder = folder_;
    const std::string noun = found.noun.noun;
    if (!organ_nouns_.put(noun, std::move(found)))
      findings.push_back(reader.bad(row, "'" + noun + "' is there twice").message);
  }
  return {};
}

/// A further name that the actor has already is no second one.
Status ActorLoader::build_names() {
  std::unordered_map<size_t, std::unordered_set<std::string>> folded;  // actor -> his names
  for (const NameRow& row : names.rows) {
    const auto at = actors.at.find(row.actor);
    if (at == actors.at.end())
      return fail(errors::bad_row(row.spot.path, row.spot.line, "no actor '" + row.actor + "'"));
    // An overlay replaces an actor with all his names.
    if (actors.rows[at->second].folder > row.folder) continue;
    auto& of_actor = actors.rows[at->second].names;
    auto& known = folded[at->second];
    if (known.empty())
      for (const auto& name : of_actor) known.insert(fold_case(name.first));
    for (const std::string& name : {row.name, without_accents(row.name)})
      if (known.insert(fold_case(name)).second) of_actor.emplace_back(name, row.kind);
  }
  return {};
}

Status ActorLoader::build_members() {
  for (const MemberRow& row : members.rows) {
    const auto organisation = actors.at.find(row.organisation);
    const auto member = actors.at.find(row.member);
    for (const auto& [at, id] :
         {std::pair(organisation, row.organisation), std::pair(member, row.member)}) {
      if (at == actors.at.end())
        return fail(errors::bad_row(row.spot.path, row.spot.line, "no actor '" + id + "'"));
    }
    table.memberships.push_back(row.membership);
    table.memberships.back().organisation = static_cast<uint32_t>(organisation->second);
    table.memberships.back().member = static_cast<uint32_t>(member->second);
  }
  return {};
}

Status ActorLoader::build() {
  if (auto done = build_names(); !done) return done;
  if (auto done = build_members(); !done) return done;
  if (auto done = build_places(); !done) return done;
  build_disputed();
  for (const ActorRow& row : actors.rows) {
    const auto number = static_cast<uint32_t>(table.actors.size());
    for (const auto& [name, kind] : row.names) {
      table.names.add(name, static_cast<uint32_t>(table.aliases.size()), is_acronym(name));
      table.aliases.push_back({number, kind});
    }
    table.actors.push_back(row.actor);
  }
  // Who holds no office on a day belongs where his id says: "P.NOV.BROK".
  for (KnownActor& actor : table.actors) {
    if (actor.kind != ActorKind::kPerson || !actor.country.empty()) continue;
    const size_t first = actor.id.find('.'), last = actor.id.rfind('.');
    if (first == std::string::npos || last <= first) continue;
    const auto state = actors.at.find(actor.id.substr(first + 1, last - first - 1));
    if (state == actors.at.end()) continue;
    const KnownActor& home = actors.rows[state->second].actor;
    if (home.kind == ActorKind::kState) actor.country = home.country;
  }
  for (const TenureRow& row : tenures.rows) {
    const auto person = actors.at.find(row.person);
    if (person == actors.at.end()) {
      return fail(errors::bad_row(row.spot.path, row.spot.line, "no person '" + row.person + "'"));
    }
    if (!actors.at.contains(row.tenure.state)) {
      return fail(
          errors::bad_row(row.spot.path, row.spot.line, "no state '" + row.tenure.state + "'"));
    }
    table.tenures.push_back(row.tenure);
    table.tenures.back().person = static_cast<uint32_t>(person->second);
  }
  for (const auto& [role, folder] : roles_.rows) {
    const auto number = static_cast<uint32_t>(table.roles.size());
    std::vector<std::string> phrases = {role.phrase};
    if (!role.plural.empty() && role.plural != role.phrase) phrases.push_back(role.plural);
    for (const std::string& phrase : phrases) {
      table.role_phrases.add(phrase, number);
      table.role_phrases.add("ex-" + phrase, number);  // one word for the tokenizer
    }
    table.roles.push_back(role);
  }
  for (const RelationRow& row : relations_.rows) {
    const auto number = static_cast<uint32_t>(table.relations.size());
    table.relation_phrases.add(row.relation.phrase, number);
    for (const auto& plural : row.plurals) table.relation_phrases.add(plural, number);
    table.relations.push_back(row.relation);
  }
  for (const auto& [noun, folder] : organ_nouns_.rows) table.organ_nouns.push_back(noun);
  std::ranges::sort(table.organ_nouns, {}, &OrganNoun::noun);
  table.hash = sha256_hex(hashes_);
  table.index();
  return {};
}

}  // namespace demarche
