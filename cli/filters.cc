// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "filters.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/strings.h"
#include "format/wording.h"
#include "program.h"
#include "verbs.h"

namespace demarche::cli {
namespace {

constexpr size_t kMostNames = 20;  // of a list in a message

/// What the program itself knows of a word: the actor of its tables that it names alone.
std::optional<ActorRow> known_actor(const std::string& word) {
  auto program = load_program({.model = "rules"});
  if (!program) return std::nullopt;
  std::string upper = word;
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  const ActorTable& table = program->knowledge.actors;
  if (const auto found = table.find(upper)) {
    const KnownActor& actor = table.actors[*found];
    return ActorRow{.id = actor.id, .name = actor.name, .side = actor.side, .known = true};
  }
  std::string capital = word;
  if (!capital.empty()) capital[0] = upper[0];
  for (const auto& written : {word, capital}) {
    Input input;
    input.kind = PageKind::kProse;
    input.bytes = written;
    auto reading = read_one(input, *program);
    if (!reading || reading->record.mentions.empty()) continue;
    const RecordRow& record = reading->record;
    const MentionRow& mention = record.mentions.front();
    const auto size = static_cast<int>(OffsetMap(record.text).size());
    if (mention.start != 0 || mention.end != size) continue;
    for (const auto& actor : record.actors) {
      if (mention.actor == actor.id && actor.known) return actor;
    }
  }
  return std::nullopt;
}

void say_none(const std::string& what, const std::string& name, const std::string& path) {
  say(fmt::format("demarche: no row of the {} {} in {}", what, name, path));
}

/// The filters of one question, found one after the other.
class Finder {
 public:
  Finder(const Store& store, const std::string& path, std::vector<ActorName> names)
      : store_(store), path_(path), names_(std::move(names)) {}

  std::optional<int> side(const std::string& asked);
  std::optional<int> actor(const std::string& asked);
  std::optional<int> type(const std::string& asked, const std::string& table);
  Status issue(const std::string& asked);
  FoundFilters found;

 private:
  std::optional<int> actor_of_document(const std::string& document, const std::string& id);
  std::vector<const ActorName*> named(const std::string& asked) const;

  const Store& store_;
  const std::string& path_;
  std::vector<ActorName> names_;
};

std::optional<int> Finder::side(const std::string& asked) {
  const std::string wanted = fold_case(asked);
  std::set<std::string> codes;
  std::vector<std::string> known;
  for (const auto& name : names_) {
    if (name.side.empty()) continue;
    if (fold_case(name.side) == wanted) found.side = name.side;
    codes.insert(name.side);
  }
  for (const auto& name : names_) {
    if (name.side.empty() || name.side != name.key.id) continue;
    if (found.side.empty() && fold_case(name.name) == wanted) found.side = name.side;
    known.push_back(name.name);
  }
  if (!found.side.empty()) return std::nullopt;
  if (auto actor = known_actor(asked); actor && actor->side && !actor->side->empty()) {
    found.side = *actor->side;
    if (!codes.contains(found.side)) say_none("side", found.side, path_);
    return std::nullopt;
  }
  known.insert(known.begin(), codes.begin(), codes.end());
  if (nearest_name(asked, known).empty() && known.size() > kMostNames) known.resize(kMostNames);
  return unknown_name("side", asked, known);
}

// Those of this id or name, else those with these words in their names.
std::vector<const ActorName*> Finder::named(const std::string& asked) const {
  const std::string wanted = fold_case(fold_space(asked));
  std::vector<const ActorName*> whole, part;
  bool known = false;
  for (const auto& name : names_) {
    const std::string folded = fold_case(fold_space(name.name));
    if (fold_case(name.key.id) == wanted) return {&name};
    if (folded == wanted) {
      whole.push_back(&name);
      known = known || name.key.document.empty();
    } else if ((' ' + folded + ' ').find(' ' + wanted + ' ') != std::string::npos) {
      part.push_back(&name);
    }
  }
  if (known) return whole;  // a name alone may be that of another person in each document
  whole.insert(whole.end(), part.begin(), part.end());
  return whole;
}

std::optional<int> Finder::actor_of_document(const std::string& document, const std::string& id) {
  auto named = find_document(store_, path_, document);
  if (!named) {
    say(named.error().message);
    return kWrongUsage;
  }
  const bool own = id.starts_with('?');
  found.actors = {{own ? *named : "", id}};
  const bool there = std::ranges::any_of(
      names_, [&](const ActorName& name) { return name.key == found.actors.front(); });
  if (there) return std::nullopt;
  say(fmt::format("demarche: the document {} has no actor {}", *named, id));
  return kWrongUsage;
}

std::optional<int> Finder::actor(const std::string& asked) {
  if (const size_t hash = asked.rfind('#'); hash != std::string::npos) {
    return actor_of_document(asked.substr(0, hash), asked.substr(hash + 1));
  }
  if (asked.starts_with('?')) {
    say(fmt::format("demarche: '{0}' is somebody else in each document: say DOCUMENT#{0}", asked));
    return kWrongUsage;
  }
  std::set<ActorKey> keys;
  std::set<std::string> names;
  for (const ActorName* name : named(asked)) {
    keys.insert(name->key);
    names.insert(name->name);
  }
  found.actors.assign(keys.begin(), keys.end());
  if (names.size() > 1) {
    const size_t all = names.size();
    std::vector<std::string> shown(names.begin(), names.end());
    if (all > kMostNames) shown.resize(kMostNames);
    say(fmt::format("demarche: '{}' takes in {}{}", asked, join(shown, "; "),
                    all > kMostNames ? fmt::format(" and {} more", all - kMostNames) : ""));
  }
  if (!found.actors.empty()) return std::nullopt;
  if (auto actor = known_actor(asked)) {
    found.actors = {{"", actor->id}};
    const bool there = std::ranges::any_of(
        names_, [&](const ActorName& name) { return name.key == found.actors.front(); });
    if (!there) say_none("actor", actor->id + " (" + actor->name + ")", path_);
    return std::nullopt;
  }
  std::vector<std::string> all;
  for (const auto& name : names_) {
    all.push_back(name.name);
    for (const auto word : split(name.name, ' ')) all.emplace_back(word);
    if (name.key.document.empty()) all.push_back(name.key.id);
  }
  const std::string near = nearest_name(asked, all);
  say(fmt::format("demarche: unknown actor '{}': {}", asked,
                  near.empty() ? "demarche query " + path_ + " actors lists them"
                               : "did you mean '" + near + "'?"));
  return kWrongUsage;
}

std::vector<std::string> types_of(const std::string& table) {
  std::vector<std::string> types;
  const auto add = [&](auto last) {
    for (int i = 0; i <= static_cast<int>(last); ++i) {
      types.emplace_back(name_of(static_cast<decltype(last)>(i)));
    }
  };
  if (table == "statements") add(Act::kOther);
  if (table == "events") add(EventType::kAssault);
  if (table == "actors") add(ActorKind::kUnknown);
  return types;
}

std::optional<int> Finder::type(const std::string& asked, const std::string& table) {
  const auto plain = [](std::string name) {
    std::ranges::replace(name, '_', ' ');
    std::ranges::replace(name, '-', ' ');
    return fold_case(name);
  };
  const auto types = types_of(table);
  std::vector<std::string> near;
  for (const auto& type : types) {
    if (plain(type) == plain(asked)) found.type = type;
    near.push_back(plain(type));
  }
  if (!found.type.empty()) return std::nullopt;
  const std::string best = nearest_name(plain(asked), near);
  const auto at = std::ranges::find(near, best) - near.begin();
  say(fmt::format(
      "demarche: unknown type '{}' of {}: {}", asked, table,
      best.empty() ? "one of " + join(types, ", ") : "did you mean '" + types[at] + "'?"));
  return kWrongUsage;
}

Status Finder::issue(const std::string& asked) {
  auto issues = store_.issues("", -1);
  if (!issues) return fail(issues.error());
  const std::string wanted = fold_case(fold_space(asked));
  std::vector<std::string> begun, labels;
  for (const auto& issue : *issues) {
    if (issue.id == asked || fold_case(issue.label) == wanted) found.issues.push_back(issue.id);
    if (issue.id.starts_with(asked)) begun.push_back(issue.id);
    labels.push_back(issue.label);
  }
  if (found.issues.empty() && begun.size() == 1) found.issues = begun;
  if (!found.issues.empty()) return {};
  const std::string near = nearest_name(asked, labels);
  say(fmt::format("demarche: unknown issue '{}': {}", asked,
                  near.empty() ? "demarche query " + path_ + " issues lists them"
                               : "did you mean '" + near + "'?"));
  if (near.empty()) {
    say("(an id is made from the first row of an issue, so that it may change when more is read; "
        "its label, as 'NOV: talks with OSV', stays)");
  }
  found.status = kWrongUsage;
  return {};
}

}  // namespace

Result<FoundFilters> find_filters(const Store& store, const std::string& path,
                                  const AskedFilters& asked, const std::string& table) {
  const bool names_people = !asked.side.empty() || !asked.actor.empty();
  auto names = names_people ? store.actor_names() : Result<std::vector<ActorName>>({});
  if (!names) return fail(names.error());
  Finder finder(store, path, std::move(*names));
  auto& status = finder.found.status;
  if (!asked.type.empty()) status = finder.type(asked.type, table);
  if (!status && !asked.side.empty()) status = finder.side(asked.side);
  if (!status && !asked.actor.empty()) status = finder.actor(asked.actor);
  if (!status && !asked.issue.empty()) {
    if (auto done = finder.issue(asked.issue); !done) return fail(done.error());
  }
  return std::move(finder.found);
}

Result<std::string> find_document(const Store& store, const std::string& path,
                                  const std::string& name) {
  auto ids = store.documents_named(name);
  if (!ids) return fail(ids.error());
  if (ids->size() == 1) return ids->front();
  if (ids->empty()) {
    return fail(Error{"no_document", fmt::format("{}: {}: no such document", path, name)});
  }
  std::vector<std::string> shown;
  for (const auto& id : *ids) shown.push_back(short_id(id));
  return fail(Error{"no_document", fmt::format("{}: {}: may be one of several documents: {}", path,
                                               name, join(shown, ", "))});
}

}  // namespace demarche::cli
