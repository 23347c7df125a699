// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "format/wording.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/strings.h"
#include "format/days.h"

namespace demarche {
namespace {

/// The words of an event type: told as a fact, as a wish or plan, and what joins the recipient.
struct Deed {
  std::string_view type, told, open, joins;
};
const Deed& deed_of(std::string_view type) {
  static constexpr Deed kDeeds[] = {{"AGREE", "agreed", "agree", " with "},
                                    {"CONSULT", "met or talked", "meet or talk", " with "},
                                    {"SUPPORT", "voiced support", "voice support", " for "},
                                    {"CONCEDE", "made a concession", "make a concession", " to "},
                                    {"COOPERATE", "worked together", "work together", " with "},
                                    {"AID", "gave aid", "give aid", " to "},
                                    {"RETREAT", "drew back", "draw back", " from "},
                                    {"REQUEST", "made a demand", "make a demand", " of "},
                                    {"ACCUSE", "laid blame", "lay blame", " on "},
                                    {"REJECT", "said no", "say no", " to "},
                                    {"THREATEN", "made a threat", "make a threat", " against "},
                                    {"PROTEST", "protested", "protest", " against "},
                                    {"SANCTION", "imposed sanctions", "impose sanctions", " on "},
                                    {"MOBILIZE", "moved forces", "move forces", ", facing "},
                                    {"COERCE", "took measures", "take measures", " against "},
                                    {"ASSAULT", "attacked", "attack", " "}};
  for (const auto& deed : kDeeds) {
    if (deed.type == type) return deed;
  }
  static constexpr Deed kOther = {"", "acted", "act", " towards "};
  return kOther;
}

void add(std::string& line, std::string_view more, std::string_view by = ", ") {
  if (more.empty()) return;
  if (!line.empty()) line += by;
  line += more;
}

std::string name_of(std::string_view id, const FindActor& find) {
  const ActorRow* actor = find(id);
  return actor == nullptr || actor->name.empty() ? std::string(id) : actor->name;
}

std::string names_of(const Strings& ids, const FindActor& find) {
  std::string result;
  for (const auto& id : ids) add(result, name_of(id, find));
  return result;
}

}  // namespace

std::string short_id(std::string_view document) {
  constexpr std::string_view kHash = "sha256:";
  constexpr size_t kWhole = 64, kEnough = 12;
  const bool cut = document.starts_with(kHash) && document.size() == kHash.size() + kWhole;
  return std::string(cut ? document.substr(0, kHash.size() + kEnough) : document);
}

std::string actor_in_words(const ActorRow* actor) {
  if (actor == nullptr) return "(not named)";
  std::string result = actor->name.empty() ? actor->id : actor->name;
  // "Karsonian defence minister" has said it already.
  const std::string role = actor->role.value_or("");
  if (fold_case(result).find(fold_case(role)) == std::string::npos) add(result, role);
  if (actor->side && *actor->side != actor->id) result += " (for " + *actor->side + ")";
  return result;
}

std::string headline_of(const EventRow& row, const FindActor& find) {
  const Deed& deed = deed_of(row.type);
  const std::string doers = names_of(row.actors, find);
  const std::string_view who = doers.empty() ? std::string_view("(not named)") : doers;
  const std::string others = names_of(row.recipients, find);
  std::string to;
  if (!others.empty()) to = std::string(deed.joins) + others;
  if (row.status == "planned") return fmt::format("{} is to {}{}", who, deed.open, to);
  // The threat itself was made; what it names was not done.
  if (row.status == "threatened" && row.type != "THREATEN")
    return fmt::format("{} threatened to {}{}", who, deed.open, to);
  if (row.status == "demanded") return fmt::format("{} is asked to {}{}", who, deed.open, to);
  if (row.status == "hypothetical") return fmt::format("{} might {}{}", who, deed.open, to);
  if (row.status == "denied") return fmt::format("not so: {} {}{}", who, deed.told, to);
  return fmt::format("{} {}{}", who, deed.told, to);
}

std::string headline_of(const StatementRow& row, const FindActor& find) {
  std::string result;
  for (const auto& id : row.speakers) {
    const ActorRow* actor = find(id);
    add(result, actor == nullptr ? id : actor_in_words(actor), "; ");
  }
  return result.empty() ? actor_in_words(nullptr) : result;
}

std::string facts_of(const StatementRow& row, const FindActor& find) {
  std::string facts = row.act == "other" ? "" : row.act;
  std::replace(facts.begin(), facts.end(), '_', ' ');
  if (row.addressee) add(facts, "to " + name_of(*row.addressee, find));
  add(facts, days_in_words(row.said.from.value_or(""), row.said.to.value_or("")));
  if (row.inferred) add(facts, "speaker inferred");
  if (row.duplicate_of) add(facts, "said again");
  if (row.voice == "author") add(facts, "the author's own words");
  return facts;
}

std::string facts_of(const EventRow& row, const FindActor& find, std::string_view place) {
  std::string facts = row.status == "actual" ? "" : row.status;
  if (row.claimed_by) add(facts, "as told by " + name_of(*row.claimed_by, find));
  // What has no first day lies before the page, as nearly all does.
  if (row.time.from) add(facts, days_in_words(*row.time.from, row.time.to.value_or("")));
  add(facts, place);
  if (row.duplicate_of) add(facts, "told again");
  return facts;
}

}  // namespace demarche
