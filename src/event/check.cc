// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "event/check.h"

#include <algorithm>

#include "base/strings.h"
#include "event/event.h"

namespace demarche {
namespace {

struct Reading {
  Mentions mentions;
  std::vector<Event> events;
};

// Statements are left out: they say who claims an event, not whether a pattern finds it.
Reading read_sentence(const std::string& sentence, const EventPatterns& patterns,
                      const ActorTable& actors, const Language& language) {
  const Limits limits;
  Page page;
  page.kind = PageKind::kProse;
  page.text = sentence;
  const auto article = make_article(page, {});
  const auto tokens = find_tokens(article, language, limits);
  const auto parse = find_parse(article, tokens, language);
  const auto times = find_times(article, tokens, parse, std::nullopt, limits);
  Reading reading;
  reading.mentions = find_mentions(article, tokens, parse, times, actors, std::nullopt, limits);
  reading.events = find_events(article, tokens, parse, reading.mentions, times, {}, patterns,
                               std::nullopt, limits);
  return reading;
}

// Each wanted id is met by an actor with this id, side or country.
bool has_all(const std::vector<std::string>& wanted, const std::vector<Id<Actor>>& got,
             const Mentions& mentions) {
  return std::ranges::all_of(wanted, [&](const std::string& id) {
    return std::ranges::any_of(got, [&](Id<Actor> actor) {
      const auto& row = mentions.actors[actor.value];
      return row.id == id || row.side == id || row.country == id;
    });
  });
}

}  // namespace

std::vector<std::string> check_patterns(const EventPatterns& patterns, const ActorTable& actors,
                                        const Language& language) {
  std::vector<std::string> failures;
  for (const auto& pattern : patterns.patterns) {
    for (const auto& example : pattern.examples) {
      const auto reading = read_sentence(example.sentence, patterns, actors, language);
      const bool found = std::ranges::any_of(reading.events, [&](const Event& event) {
        if (!example.matches) {
          return event.evidence.rule == pattern.id && event.status != EventStatus::kDenied;
        }
        return event.type == pattern.type &&
               has_all(example.actors, event.actors, reading.mentions) &&
               has_all(example.recipients, event.recipients, reading.mentions);
      });
      if (found == example.matches) continue;
      failures.push_back(pattern.path + ":" + std::to_string(example.line) + ": " +
                         (example.matches ? "is not found: " : "is found but should not be: ") +
                         example.sentence);
    }
  }
  return failures;
}

}  // namespace demarche
