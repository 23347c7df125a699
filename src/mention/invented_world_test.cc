// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/invented_world.h"

#include <gtest/gtest.h>

#include "language/language.h"

namespace demarche::mention {

uint32_t WorldBuilder::actor(KnownActor row) {
  row.source = "invented";
  table.actors.push_back(std::move(row));
  return static_cast<uint32_t>(table.actors.size() - 1);
}

void WorldBuilder::alias(std::string_view phrase, uint32_t actor, AliasKind kind, bool cased) {
  table.names.add(phrase, static_cast<uint32_t>(table.aliases.size()), cased);
  table.aliases.push_back({actor, kind});
}

void WorldBuilder::state(std::string_view id, std::string_view name, std::string_view adjective,
                         std::string_view people, std::string_view capital, double lat,
                         double lon) {
  KnownActor row;
  row.id = row.country = row.side = id;
  row.name = name;
  row.kind = ActorKind::kState;
  row.sector = "GOV";
  row.lat = lat;
  row.lon = lon;
  row.has_spot = true;
  const uint32_t number = actor(row);
  alias(name, number, AliasKind::kName);
  alias(adjective, number, AliasKind::kAdjective);
  alias(people, number, AliasKind::kPeople);
  alias(capital, number, AliasKind::kCapital);
}

void WorldBuilder::person(std::string_view id, std::string_view name, std::string_view state,
                          std::string_view office, std::string_view title, char gender,
                          std::string_view from, std::string_view to) {
  KnownActor row;
  row.id = id;
  row.name = name;
  row.kind = ActorKind::kPerson;
  row.country = row.side = state;
  row.sector = "GOV";
  row.gender = gender;
  const uint32_t number = actor(row);
  alias(name, number, AliasKind::kName);
  alias(name.substr(name.rfind(' ') + 1), number, AliasKind::kSurname, true);
  Tenure tenure;
  tenure.person = number;
  tenure.state = state;
  tenure.office = office;
  tenure.title = title;
  tenure.from = parse_day(from);
  tenure.to = parse_day(to);
  table.tenures.push_back(tenure);
}

void WorldBuilder::role(std::string_view phrase, std::string_view plural, std::string_view office,
                        std::string_view sector, std::string_view kind, Authority authority,
                        bool speaks, int rank) {
  const auto number = static_cast<uint32_t>(table.roles.size());
  table.role_phrases.add(phrase, number);
  if (!plural.empty() && plural != phrase) table.role_phrases.add(plural, number);
  table.roles.push_back({std::string(phrase), std::string(plural), std::string(office),
                         std::string(sector), std::string(kind), authority, speaks, rank});
}

void WorldBuilder::relation(std::string_view phrase, std::string_view plural,
                            std::string_view kind) {
  const auto number = static_cast<uint32_t>(table.relations.size());
  table.relation_phrases.add(phrase, number);
  table.relation_phrases.add(plural, number);
  table.relations.push_back({std::string(phrase), std::string(kind)});
}

void WorldBuilder::town(std::string_view name, std::string_view country, double lat, double lon) {
  KnownPlace place;
  place.id = name;
  place.name = name;
  place.kind = "city";
  place.country = country;
  place.lat = lat;
  place.lon = lon;
  place.has_spot = true;
  table.gazetteer.add(place, {place.name});
}

namespace {

void add_roles(WorldBuilder& world) {
  constexpr auto kOfficial = Authority::kOfficial;
  constexpr auto kPrivate = Authority::kPrivate;
  world.role("president", "presidents", "head_of_state", "GOV", "person", kOfficial, true, 1);
  world.role("prime minister", "prime ministers", "head_of_government", "GOV", "person", kOfficial,
             true, 1);
  world.role("foreign minister", "foreign ministers", "foreign_minister", "GOV", "person",
             kOfficial, true, 2);
  world.role("deputy foreign minister", "deputy foreign ministers", "deputy_foreign_minister",
             "GOV", "person", kOfficial, true, 3);
  world.role("defence minister", "defence ministers", "defence_minister", "GOV", "person",
             kOfficial, true, 2);
  world.role("minister", "ministers", "", "GOV", "person", kOfficial, true, 2);
  world.role("diplomat", "diplomats", "", "GOV", "person", kOfficial, true, 5);
  world.role("official", "officials", "", "GOV", "person", kOfficial, true, 5);
  world.role("spokeswoman", "spokeswomen", "spokesperson", "GOV", "person", kOfficial, true, 4);
  world.role("secretary general", "secretaries general", "head", "IGO", "person", kOfficial, true,
             1);
  world.role("opposition leader", "opposition leaders", "", "OPP", "person", kPrivate, false, 0);
  world.role("analyst", "analysts", "", "CVL", "person", kPrivate, false, 0);
  world.role("defence ministry", "defence ministries", "", "MIL", "organ", kOfficial, true, 0);
  world.role("foreign ministry", "foreign ministries", "", "GOV", "organ", kOfficial, true, 0);
  world.role("government", "governments", "", "GOV", "organ", kOfficial, true, 0);
  world.role("troops", "troops", "", "MIL", "force", kOfficial, true, 0);
  world.role("forces", "forces", "", "MIL", "force", kOfficial, true, 0);
  world.role("army", "armies", "", "MIL", "force", kOfficial, true, 0);
  world.role("protester", "protesters", "", "CVL", "people", kPrivate, false, 0);
  world.role("resident", "residents", "", "CVL", "people", kPrivate, false, 0);
  world.relation("boss", "bosses", "superior");
  world.relation("counterpart", "counterparts", "counterpart");
  world.relation("ally", "allies", "ally");
  world.relation("predecessor", "predecessors", "predecessor");
  world.relation("aide", "aides", "aide");
  world.relation("colleague", "colleagues", "colleague");
  world.relation("compatriot", "compatriots", "compatriot");
  world.relation("deputy", "deputies", "deputy");
  world.relation("lawyer", "lawyers", "lawyer");
  world.relation("rival", "rivals", "rival");
  world.relation("successor", "successors", "successor");
  world.relation("supporter", "supporters", "follower");
  world.relation("wife", "wives", "relative");
}

}  // namespace

ActorTable make_invented_world() {
  WorldBuilder world;
  world.state("NOV", "Norvenia", "Norvenian", "Norvenians", "Norvik", 55, 20);
  world.state("OSV", "Ostravia", "Ostravian", "Ostravians", "Ostrel", 50, 30);
  world.state("KAR", "Karsonia", "Karsonian", "Karsonians", "Karsa", 45, 40);
  KnownActor league;
  league.id = league.side = "LOV";
  league.name = "League of Velmark";
  league.kind = ActorKind::kOrganization;
  league.sector = "IGO";
  const uint32_t lov = world.actor(league);
  world.alias("League of Velmark", lov, AliasKind::kName);
  world.alias("LOV", lov, AliasKind::kName, true);
  for (const uint32_t member : {0U, 1U})  // Norvenia and Ostravia
    world.table.memberships.push_back({lov, member, {}, {}});
  world.table.organ_nouns = {{"alliance", {}, {"pact"}}, {"bloc", {"IGO"}, {}}, {"league", {}, {}}};
  KnownActor pact;
  pact.id = pact.side = "EPO";
  pact.name = "Eastern Pact Organisation";
  pact.kind = ActorKind::kOrganization;
  pact.leader = "OSV";
  pact.nouns = {"alliance", "security alliance"};
  pact.sector = "IGO";
  world.alias("Eastern Pact Organisation", world.actor(pact), AliasKind::kName);
  KnownActor bloc;
  bloc.id = "RIM";
  bloc.name = "the West";
  bloc.kind = ActorKind::kGroup;
  const uint32_t west = world.actor(bloc);
  world.alias("the West", west, AliasKind::kName, true);
  world.alias("western", west, AliasKind::kAdjective);
  KnownActor palace;
  palace.id = "OSV.PALACE";
  palace.name = "Amber Palace";
  palace.kind = ActorKind::kOrganization;
  palace.country = palace.side = "OSV";
  palace.sector = "GOV";
  world.alias("Amber Palace", world.actor(palace), AliasKind::kMetonym);
  world.person("NOV.1", "Ana Brok", "NOV", "head_of_state", "president", 'f', "2029-01-01");
  world.person("OSV.1", "Ivo Stanev", "OSV", "head_of_state", "president", 'm', "2028-01-01");
  world.person("OSV.2", "Pavel Dresh", "OSV", "foreign_minister", "foreign minister", 'm',
               "2027-01-01");
  world.person("OSV.3", "Pavel Rusk", "OSV", "deputy_foreign_minister", "deputy foreign minister",
               'm', "2027-01-01");
  world.person("KAR.1", "Tomas Ilar", "KAR", "head_of_state", "president", 'm', "2030-02-01");
  world.person("KAR.2", "Juno Maas", "KAR", "head_of_state", "president", 'f', "2020-01-01",
               "2030-01-31");
  Tenure again = world.table.tenures.back();  // Juno Maas will be minister
  again.office = "foreign_minister";
  again.title = "foreign minister";
  again.from = parse_day("2033-01-01");
  again.to.reset();
  world.table.tenures.push_back(again);
  world.person("NOV.2", "Lena Holt", "NOV", "foreign_minister", "foreign minister", 'f',
               "2029-01-01");
  add_roles(world);
  KnownActor sun;
  sun.id = "OSV.4";
  sun.name = "Sun Wei-lin";
  sun.surname = "Sun";
  sun.kind = ActorKind::kPerson;
  sun.country = sun.side = "OSV";
  world.alias(sun.name, world.actor(sun), AliasKind::kName);
  world.town("Strait of Norvenia", "", 56, 19);
  world.town("Geldrun", "NOV", 54, 18);
  world.town("Geldrun", "KAR", 44, 41);
  world.town("Westhaven", "KAR", 44, 35);
  world.town("Midtor", "KAR", 45, 38);
  world.town("Osk", "KAR", 46, 43);
  world.town("Farlo", "KAR", 45.5, 47);
  world.town("Halm", "KAR", 46, 36);
  return std::move(world.table);
}

ReadPage read_page_of(const std::vector<std::string>& paragraphs) {
  static const ActorTable* const kWorld = new ActorTable(make_invented_world());
  return read_page_of(paragraphs, *kWorld, "2031-05-14");
}

ReadPage read_page_of(const std::vector<std::string>& paragraphs, const ActorTable& table,
                      std::string_view day) {
  static const Language* const kEnglish = [] {
    auto language = load_language(std::string(DEMARCHE_SOURCE_DIR) + "/data", "en");
    return language ? new Language(std::move(*language)) : new Language();
  }();
  ReadPage page;
  std::string text;
  for (const std::string& paragraph : paragraphs) {
    if (!text.empty()) text += "\n\n";
    const auto begin = static_cast<uint32_t>(text.size());
    text += paragraph;
    page.article.blocks.push_back({{begin, static_cast<uint32_t>(text.size())}});
  }
  page.article.text = Text(std::move(text));
  const Limits limits;
  page.tokens = find_tokens(page.article, *kEnglish, limits);
  page.parse = find_parse(page.article, page.tokens, *kEnglish);
  page.mentions =
      find_mentions(page.article, page.tokens, page.parse, {}, table, parse_day(day), limits);
  return page;
}

const Mention* ReadPage::mention(std::string_view words, int nth) const {
  for (const Mention& one : mentions.mentions)
    if (one.actor && article.text.of(one.span) == words && --nth == 0) return &one;
  return nullptr;
}

const Actor* ReadPage::actor(std::string_view words, int nth) const {
  const Mention* one = mention(words, nth);
  return one == nullptr ? nullptr : &mentions.actors[one->actor.value];
}

const PlaceMention* ReadPage::place(std::string_view words, int nth) const {
  for (const PlaceMention& one : mentions.places)
    if (article.text.of(one.span) == words && --nth == 0) return &one;
  return nullptr;
}

}  // namespace demarche::mention
