// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "actor/small_tables.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/strings.h"

namespace demarche {

Folder::Folder(const std::string& name)
    : path_(std::filesystem::path(::testing::TempDir()) / (name + std::to_string(getpid()))) {
  std::filesystem::create_directories(path_);
}

Folder::~Folder() { std::filesystem::remove_all(path_); }

Folder& Folder::put(const std::string& file, std::string text) {
  std::ranges::replace(text, ';', '\t');
  const std::filesystem::path path = std::filesystem::path(path_) / file;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
  return *this;
}

void put_world(Folder& folder) {
  folder
      .put("actors/states.tsv",
           "id;name;adjectives;people;capital;capital_lat;capital_lon;lat;lon;source\n"
           "NOV;Norvenia;Norvenian;Norvenians;Norvik;55;20;54;21;invented\n"
           "OSV;Ostravia;Ostravian;Ostravians;;;;;;invented\n")
      .put("actors/organisations.tsv",
           "id;acronym;name;aliases;adjectives;kind;sector;side;country;source\n"
           "LOV;LOV;League of Velmark;;;organization;IGO;LOV;;invented\n")
      .put("actors/institutions.tsv",
           "id;name;state;sector;aliases;source\n"
           "NOV.HILL;Harbour Hill;NOV;GOV;the Hill House;invented\n")
      .put("actors/people.tsv",
           "id;name;aliases;surname;alone;gender;source\n"
           "P.NOV.BROK;Ana van der Brok;;;;f;invented\n"
           "P.NOV.HOLT;Ivo Holt;;;no;m;invented\n"
           "P.OSV.SUN;Sun Wei-lin;;Sun;;f;invented\n")
      .put("actors/tenures.tsv",
           "person;state;office;title;from;to;source\n"
           "P.NOV.BROK;NOV;foreign_minister;foreign minister;2020-03-01;2024-05;invented\n"
           "P.NOV.HOLT;NOV;foreign_minister;foreign minister;2024-05-14;;invented\n"
           "P.OSV.SUN;OSV;head_of_state;president;2019;;invented\n")
      .put("actors/descriptions.tsv",
           "actor;leader;nouns;source\nLOV;NOV;alliance|security bloc;invented\n")
      .put("places/cities.tsv",
           "id;name;aliases;kind;country;geonames;lat;lon;source\n"
           "Ostrel;Ostrel;Ostrell;city;OSV;;50;30;invented\n")
      .put("places/regions.tsv", "id;name;aliases;kind;country;geonames;lat;lon;source\n")
      .put("en/roles.tsv",
           "phrase;plural;office;sector;kind;authority;speaks;rank;source\n"
           "envoy;envoys;;GOV;person;official;yes;5;invented\n")
      .put("en/relations.tsv", "phrase;plural;kind;source\nboss;bosses;superior;invented\n");
}

namespace {

/// The aliases that these words are, as numbers.
std::vector<uint32_t> aliases_of(const ActorTable& table, std::string_view name) {
  Article article;
  article.text = Text(std::string(name));
  Tokens tokens;
  uint32_t at = 0;
  for (const std::string& word : words_of(name)) {
    const auto begin = static_cast<uint32_t>(name.find(word, at));
    at = begin + static_cast<uint32_t>(word.size());
    tokens.tokens.push_back({{begin, at}, true});
    tokens.lower.push_back(fold_case(word));
    tokens.sentence_of.push_back(0);
  }
  const auto count = static_cast<uint32_t>(tokens.size());
  tokens.sentences.push_back({{0, at}, 0, count, 0});
  const auto match = table.names.longest_at(article, tokens, 0);
  if (match.last != count || match.values == nullptr) return {};
  return *match.values;
}

}  // namespace

Ids owners(const ActorTable& table, std::string_view name) {
  Ids found;
  for (const uint32_t value : aliases_of(table, name))
    found.push_back(table.actors[table.aliases[value].actor].id);
  return found;
}

AliasKind kind_of_name(const ActorTable& table, std::string_view name) {
  const auto found = aliases_of(table, name);
  return found.empty() ? AliasKind::kMetonym : table.aliases[found.front()].kind;
}

Ids people_of(const ActorTable& table, const std::vector<uint32_t>& tenures) {
  Ids found;
  for (const uint32_t number : tenures)
    found.push_back(table.actors[table.tenures[number].person].id);
  return found;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const auto& line : lines) all += line + "\n";
  return all;
}

Day day(std::string_view text) { return *parse_day(text); }

}  // namespace demarche
