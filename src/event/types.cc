// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "event/event.h"
#include "event/patterns.h"

namespace demarche {
namespace {

struct TypeRow {
  std::string_view name;
  int quad;
  double score;
  std::string_view cameo;
};
// In the order of EventType. Scores are rounded means of the CAMEO roots on Goldstein's scale.
constexpr std::array<TypeRow, 16> kTypes = {{{"AGREE", 1, 4.0, "03"},
                                             {"CONSULT", 1, 1.0, "04"},
                                             {"SUPPORT", 1, 3.5, "05"},
                                             {"CONCEDE", 1, 5.0, "08"},
                                             {"COOPERATE", 2, 6.0, "06"},
                                             {"AID", 2, 7.0, "07"},
                                             {"RETREAT", 2, 7.0, "08"},
                                             {"REQUEST", 3, -0.5, "10"},
                                             {"ACCUSE", 3, -2.0, "11"},
                                             {"REJECT", 3, -4.0, "12"},
                                             {"THREATEN", 3, -6.0, "13"},
                                             {"PROTEST", 4, -6.5, "14"},
                                             {"SANCTION", 4, -5.0, "16"},
                                             {"MOBILIZE", 4, -7.0, "15"},
                                             {"COERCE", 4, -7.0, "17"},
                                             {"ASSAULT", 4, -9.5, "19"}}};
constexpr std::array<std::string_view, 8> kStatuses = {"actual",       "ongoing",   "planned",
                                                       "threatened",   "demanded",  "denied",
                                                       "hypothetical", "historical"};

const TypeRow& row_of(EventType type) { return kTypes.at(static_cast<size_t>(type)); }

}  // namespace

std::string_view name_of(EventType type) { return row_of(type).name; }
int quad_of(EventType type) { return row_of(type).quad; }
double score_of(EventType type) { return row_of(type).score; }
std::string_view cameo_of(EventType type) { return row_of(type).cameo; }

std::optional<EventType> event_type_of(std::string_view name) {
  for (size_t i = 0; i < kTypes.size(); ++i) {
    if (kTypes[i].name == name) return static_cast<EventType>(i);
  }
  return std::nullopt;
}

std::string_view name_of(EventStatus status) { return kStatuses.at(static_cast<size_t>(status)); }

std::optional<EventStatus> event_status_of(std::string_view name) {
  for (size_t i = 0; i < kStatuses.size(); ++i) {
    if (kStatuses[i] == name) return static_cast<EventStatus>(i);
  }
  return std::nullopt;
}

}  // namespace demarche
