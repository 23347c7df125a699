// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/antecedent_cases.h"

#include "mention/resolver.h"

namespace demarche {

std::vector<AntecedentCase> find_antecedent_cases(const Article& article, const Tokens& tokens,
                                                  const Parse& parse,
                                                  const std::vector<TimeMention>& times,
                                                  const ActorTable& actors,
                                                  std::optional<Day> today, const Limits& limits) {
  using namespace mention;
  std::vector<AntecedentCase> cases;
  if (tokens.size() == 0 || parse.words.size() < tokens.size()) return cases;
  const Scene scene = make_scene(article, tokens, parse, times, actors, today, limits);
  Candidates candidates = find_candidates(scene);
  Draft draft(scene);
  Resolver resolver(scene, candidates, draft, nullptr);
  resolver.run();
  const Antecedents& antecedents = resolver.antecedents();
  const auto& points = antecedents.points();
  std::vector<uint32_t> window;
  for (uint32_t i = 0; i < points.size(); ++i) {
    const Point& point = points[i];
    AntecedentCase& found = cases.emplace_back();
    found.head = tokens.tokens[point.head].span;
    const Candidate& candidate = candidates.all[point.candidate];
    found.looks = resolver.looks_back(candidate);
    found.actor = candidate.actor ? draft.root(candidate.actor).value : kNone;
    Antecedents::add_alone(point, true, found.as_anaphor);
    Antecedents::add_alone(point, false, found.as_antecedent);
    if (!found.looks) continue;
    const Id<Actor> ruled = candidate.shape == Shape::kPhrase ? Id<Actor>{} : candidate.actor;
    antecedents.add_ruled(point, ruled, found.as_anaphor);
    antecedents.find_window(point, i, window);
    for (const uint32_t before : window) {
      found.pairs.push_back({before, {}});
      antecedents.add_pair(point, points[before], i - before, ruled, found.pairs.back().rows);
    }
  }
  return cases;
}

}  // namespace demarche
