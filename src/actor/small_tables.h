// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "actor/actor_table.h"

// Internal to the tests of src/actor: a data folder of few rows about invented states.
namespace demarche {

/// A folder of small tables, removed at the end.
class Folder {
 public:
  explicit Folder(const std::string& name);
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  /// Writes a table; fields are parted by ";", lists inside them by "|".
  Folder& put(const std::string& file, std::string text);
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// All files of a data folder: two states, a league, a house, three people and their offices.
void put_world(Folder& folder);

using Ids = std::vector<std::string>;

/// Whose this name is, in the order of the table; empty where nobody's.
Ids owners(const ActorTable& table, std::string_view name);
/// As what it is the first owner's.
AliasKind kind_of_name(const ActorTable& table, std::string_view name);
/// Who holds these offices: ids of people for numbers in `tenures`.
Ids people_of(const ActorTable& table, const std::vector<uint32_t>& tenures);

std::string joined(const std::vector<std::string>& lines);
Day day(std::string_view text);

}  // namespace demarche
