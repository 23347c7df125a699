// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mention/mention.h"

// Internal to the tests of src/mention: a small actor table of invented states and people.
namespace demarche::mention {

/// Builds an ActorTable row by row, for tests.
class WorldBuilder {
 public:
  uint32_t actor(KnownActor row);
  void alias(std::string_view phrase, uint32_t actor, AliasKind kind, bool cased = false);
  void state(std::string_view id, std::string_view name, std::string_view adjective,
             std::string_view people, std::string_view capital, double lat, double lon);
  void person(std::string_view id, std::string_view name, std::string_view state,
              std::string_view office, std::string_view title, char gender, std::string_view from,
              std::string_view to = "");
  void role(std::string_view phrase, std::string_view plural, std::string_view office,
            std::string_view sector, std::string_view kind, Authority authority, bool speaks,
            int rank);
  void relation(std::string_view phrase, std::string_view plural, std::string_view kind);
  void town(std::string_view name, std::string_view country, double lat, double lon);

  ActorTable table;
};

/// Norvenia, Ostravia, Karsonia, the League of Velmark and those who speak for them in 2031.
ActorTable make_invented_world();

/// A page of these paragraphs, read up to the mentions, dated 2031-05-14.
struct ReadPage {
  Article article;
  Tokens tokens;
  Parse parse;
  Mentions mentions;

  /// The actor of the mention with exactly these words (the nth of them), or null.
  [[nodiscard]] const Actor* actor(std::string_view words, int nth = 1) const;
  [[nodiscard]] const Mention* mention(std::string_view words, int nth = 1) const;
  [[nodiscard]] const PlaceMention* place(std::string_view words, int nth = 1) const;
};
ReadPage read_page_of(const std::vector<std::string>& paragraphs);
/// The same with another table, on another day ("": the page has none).
ReadPage read_page_of(const std::vector<std::string>& paragraphs, const ActorTable& table,
                      std::string_view day);

}  // namespace demarche::mention
