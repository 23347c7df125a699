// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "event/patterns.h"

#include <algorithm>

#include "base/errors.h"
#include "base/strings.h"
#include "base/tsv.h"
#include "event/event.h"

namespace demarche {
namespace {

constexpr size_t kFileBytes = 4U << 20U;
using Classes = std::unordered_map<std::string, std::vector<std::string>>;

std::vector<std::string> alternatives(std::string_view text) {
  std::vector<std::string> words;
  for (const auto part : split(text, '|')) {
    if (!trim(part).empty()) words.push_back(fold_case(trim(part)));
  }
  return words;
}

// The same, where "@talk" stands for the words of the class. Empty: an unknown class.
std::vector<std::string> words_of(std::string_view text, const Classes& classes) {
  std::vector<std::string> words;
  for (const auto& word : alternatives(text)) {
    if (!word.starts_with('@')) {
      words.push_back(word);
      continue;
    }
    const auto known = classes.find(word.substr(1));
    if (known == classes.end()) return {};
    words.insert(words.end(), known->second.begin(), known->second.end());
  }
  return words;
}

// "force" is a class, "thing:grain|medicine" a list. False for an unknown class.
bool read_things(std::string_view text, const Classes& classes, std::vector<std::string>& things) {
  if (text == "thing") return true;
  if (text.starts_with("thing:")) {
    things = words_of(text.substr(6), classes);
    return !things.empty();
  }
  const auto known = classes.find(std::string(text));
  if (known == classes.end()) return false;
  things = known->second;
  return true;
}

// The inside of "[...]". Empty reason: read.
std::string read_slot(std::string_view inside, const Classes& classes, PatternElement& element) {
  const auto colon = inside.find(':');
  if (inside == "actor" || inside == "self" || inside == "foreign") {
    element.foreign = inside == "foreign";
    element.kind = PatternElement::Kind::kActor;
    element.source = inside == "self";
  } else if (inside.starts_with("other:")) {
    element.kind = PatternElement::Kind::kThing;
    element.except = true;
    element.words = words_of(inside.substr(6), classes);
    if (element.words.empty()) return "a slot without words";
  } else if (colon == std::string_view::npos || inside.starts_with("thing:")) {
    element.kind = PatternElement::Kind::kThing;
    if (!read_things(inside, classes, element.words)) {
      return "unknown class '" + std::string(inside) + "'";
    }
  } else {
    element.kind = PatternElement::Kind::kPrep;
    element.words = alternatives(inside.substr(0, colon));
    const auto what = inside.substr(colon + 1);
    element.source = what == "source";
    element.actor = what == "actor" || element.source;
    if (element.words.empty()) return "a slot without a preposition";
    if (!element.actor && !read_things(what, classes, element.things)) {
      return "unknown class '" + std::string(what) + "'";
    }
  }
  return {};
}

std::string read_elements(std::string_view text, const Classes& classes, Pattern& pattern) {
  for (auto part : split(text, ' ')) {
    if (part.empty()) continue;
    const bool optional = part.size() > 1 && part.ends_with('?');
    if (optional) part.remove_suffix(1);
    if (pattern.anchor.empty()) {
      if (part == "[actor]") {
        if (pattern.takes_actor) return "two actors before the anchor";
        pattern.takes_actor = true;
        pattern.may_lack_actor = optional;
        continue;
      }
      if (part == "not") {
        pattern.negated = true;
        continue;
      }
      if (part.starts_with('[')) return "only [actor] may stand before the anchor";
      pattern.nominal = part.starts_with('(') && part.ends_with(')') && part.size() > 2;
      pattern.anchor = words_of(pattern.nominal ? part.substr(1, part.size() - 2) : part, classes);
      continue;
    }
    PatternElement element;
    element.optional = optional;
    if (part.starts_with('[') && part.ends_with(']')) {
      if (auto why = read_slot(part.substr(1, part.size() - 2), classes, element); !why.empty()) {
        return why;
      }
    } else {
      if (part.starts_with('!')) {
        element.kind = PatternElement::Kind::kNot;
        part.remove_prefix(1);
      }
      element.words = words_of(part, classes);
      if (element.words.empty()) return "an empty word";
    }
    pattern.after.push_back(std::move(element));
  }
  return pattern.anchor.empty() ? "a pattern without a word to anchor it" : "";
}

// "+ Sentence.   => NOV|VLM, OSV": the actors, then the recipients; `-` stands for none.
PatternExample read_example(std::string_view line, uint32_t number) {
  PatternExample example;
  example.matches = line.front() == '+';
  example.line = number;
  const auto arrow = line.find("=>");
  example.sentence = trim(line.substr(1, arrow == std::string_view::npos ? arrow : arrow - 1));
  if (arrow == std::string_view::npos) return example;
  const auto sides = split(line.substr(arrow + 2), ',');
  for (size_t i = 0; i < sides.size() && i < 2; ++i) {
    auto& ids = i == 0 ? example.actors : example.recipients;
    for (const auto id : split(trim(sides[i]), '|')) {
      if (!id.empty() && id != "-") ids.emplace_back(id);
    }
  }
  return example;
}

}  // namespace

Status parse_patterns(const std::string& path, std::string_view text, const Classes& classes,
                      EventPatterns& patterns) {
  std::optional<EventType> type;
  std::string mode;
  std::string status;
  bool any = false;
  uint32_t number = 0;
  for (const auto raw : split(text, '\n')) {
    ++number;
    const auto line = trim(raw);
    if (line.empty() || line.front() == '#') continue;
    const auto bad = [&](std::string_view what) {
      return fail(errors::bad_row(path, number, what));
    };
    if (line.front() == '+' || line.front() == '-') {
      if (!any) return bad("an example before the first pattern");
      auto example = read_example(line, number);
      if (example.sentence.empty()) return bad("an example without a sentence");
      patterns.patterns.back().examples.push_back(std::move(example));
    } else if (raw.front() != ' ') {
      const auto space = line.find(' ');
      const auto key = line.substr(0, space);
      const auto value = space == std::string_view::npos ? "" : trim(line.substr(space));
      if (key == "type") {
        type = event_type_of(value);
        if (!type) return bad("unknown type '" + std::string(value) + "'");
        mode.clear();
        status.clear();
      } else if (key == "mode") {
        mode = value;
      } else if (key == "status") {
        if (!value.empty() && !event_status_of(value)) {
          return bad("unknown status '" + std::string(value) + "'");
        }
        status = value;
      } else {
        return bad("unknown word '" + std::string(key) + "'; patterns are indented");
      }
    } else {
      if (!type) return bad("a pattern before 'type'");
      Pattern pattern;
      pattern.id = std::string(name_of(*type)) + ":" + std::to_string(number);
      pattern.type = *type;
      pattern.mode = mode;
      pattern.status = status;
      pattern.path = path;
      pattern.line = number;
      if (auto why = read_elements(line, classes, pattern); !why.empty()) return bad(why);
      const auto at = static_cast<uint32_t>(patterns.patterns.size());
      for (const auto& word : pattern.anchor) patterns.by_anchor[word].push_back(at);
      patterns.patterns.push_back(std::move(pattern));
      any = true;
    }
  }
  return {};
}

Result<EventPatterns> load_patterns(const std::string& data_dir, std::string_view language) {
  const std::string folder = data_dir + "/" + std::string(language) + "/patterns/";
  auto table = load_tsv(folder + "classes.tsv", {"class", "words"});
  if (!table) return fail(table.error());
  Classes classes;
  for (const auto& row : table->rows) classes[row.fields[0]] = alternatives(row.fields[1]);
  EventPatterns patterns;
  const auto take = [&](const char* name) {
    const auto& words = classes[name];
    return EventPatterns::Words(words.begin(), words.end());
  };
  patterns.parties = take("party");
  patterns.organs = take("organ");
  patterns.times = take("time");
  patterns.light = take("light");
  patterns.charges = take("charge");
  patterns.deniers = take("denier");
  patterns.planned = take("planned");
  patterns.threatened = take("threatened");
  patterns.demanded = take("demanded");
  patterns.denied = take("denied");
  patterns.doubted = take("doubted");
  patterns.excluded = take("excluded");
  patterns.mutual = take("mutual");
  patterns.untrue = take("untrue");
  patterns.unproven = take("unproven");
  patterns.hearsay = take("hearsay");
  patterns.claims = take("claim");
  patterns.assertive = take("assertive");
  patterns.pretended = take("pretended");
  patterns.mistaken = take("mistaken");
  patterns.fictions = take("fiction");
  for (size_t i = 0; i < 16; ++i) {
    const auto name = to_lower_ascii(name_of(static_cast<EventType>(i)));
    const auto path = folder + name + ".pat";
    auto text = read_file(path, kFileBytes);
    if (!text) return fail(text.error());
    if (auto read = parse_patterns(path, *text, classes, patterns); !read) {
      return fail(read.error());
    }
  }
  return patterns;
}

}  // namespace demarche
