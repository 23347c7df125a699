// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/mention.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "mention/belonging.h"
#include "mention/places.h"
#include "mention/resolver.h"
#include "mention/sources.h"

namespace demarche {
namespace {

using mention::Candidate;
using mention::Candidates;
using mention::Draft;
using mention::kNone;
using mention::Scene;
using mention::Shape;

constexpr uint32_t kLongestMention = 64;  // tokens; a longer one is none

MentionKind kind_of_name(const Scene& scene, const Candidate& found, const PlaceMention* place) {
  const Alias& alias = scene.table.aliases[found.value];
  switch (alias.kind) {
    case AliasKind::kAdjective:
    case AliasKind::kPeople:
      return MentionKind::kNationality;
    case AliasKind::kCapital:
      return place != nullptr && !place->acts ? MentionKind::kPlace : MentionKind::kCountry;
    case AliasKind::kMetonym:
      return MentionKind::kOrganization;
    case AliasKind::kSurname:
      return MentionKind::kPerson;
    case AliasKind::kName:
    case AliasKind::kPhrase:
      break;
  }
  switch (scene.table.actors[alias.actor].kind) {
    case ActorKind::kState:
      return MentionKind::kCountry;
    case ActorKind::kPerson:
      return MentionKind::kPerson;
    default:
      return MentionKind::kOrganization;
  }
}

MentionKind kind_of(const Scene& scene, const Candidate& found, const PlaceMention* place) {
  switch (found.shape) {
    case Shape::kName:
      return kind_of_name(scene, found, place);
    case Shape::kPerson:
      return MentionKind::kPerson;
    case Shape::kOrganization:
    case Shape::kMedia:
    case Shape::kOrgan:
      return MentionKind::kOrganization;
    case Shape::kRole:
      return found.name != kNone ? MentionKind::kPerson : MentionKind::kRole;
    case Shape::kPronoun:
      return MentionKind::kPronoun;
    case Shape::kSpot:
      return MentionKind::kPlace;
    default:
      return MentionKind::kNominal;
  }
}

/// A name inside the mention that it gives its name to is said once.
std::vector<bool> find_swallowed(const Candidates& candidates) {
  std::vector<bool> out(candidates.all.size(), false);
  for (const Candidate& candidate : candidates.all) {
    if (!candidate.actor || candidate.name == kNone) continue;
    const Candidate& name = candidates.all[candidate.name];
    if (name.first >= candidate.first && name.last <= candidate.last) out[candidate.name] = true;
  }
  return out;
}

class Writer {
 public:
  Writer(const Scene& scene, const Candidates& candidates, Draft& draft)
      : scene_(scene),
        candidates_(candidates),
        draft_(draft),
        swallowed_(find_swallowed(candidates)),
        spots_(scene.size() + 1, kNone) {
    count_mentions();
  }

  Mentions write(std::vector<mention::PlaceFound> places) {
    std::vector<uint32_t> place_of(candidates_.all.size(), kNone);
    const size_t most = scene_.limits.rows;
    for (mention::PlaceFound& found : places) {
      if (out_.places.size() >= most) break;
      const auto number = static_cast<uint32_t>(out_.places.size());
      const uint32_t candidate =
          found.candidate != kNone ? found.candidate : spots_[found.place.last];
      if (candidate != kNone) place_of[candidate] = number;
      if (candidate == kNone || !is_told(candidate)) add_place(found.place, number);
      out_.places.push_back(std::move(found.place));
    }
    add_candidates(place_of);
    std::ranges::stable_sort(out_.mentions, [](const Mention& a, const Mention& b) {
      if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
      return a.span.end > b.span.end;
    });
    if (out_.mentions.size() > most) out_.mentions.resize(most);
    number_actors();
    return std::move(out_);
  }

 private:
  const Scene& scene_;
  const Candidates& candidates_;
  Draft& draft_;
  std::vector<bool> swallowed_;
  std::vector<uint32_t> spots_;   // token -> candidate of a place that ends before it, or kNone
  std::vector<uint32_t> spoken_;  // actor -> how many mentions it has
  Mentions out_;

  void count_mentions() {
    spoken_.assign(draft_.actors().size(), 0);
    for (uint32_t i = 0; i < candidates_.all.size(); ++i) {
      const Candidate& found = candidates_.all[i];
      if (!found.actor) continue;
      if (!swallowed_[i]) ++spoken_[draft_.root(found.actor).value];
      if (found.shape == Shape::kSpot) spots_[found.last] = i;
    }
  }

  /// What only a language model sees is told where the page comes back to it, or where it is known
  /// to belong.
  [[nodiscard]] bool is_told(uint32_t i) const {
    const Candidate& found = candidates_.all[i];
    if (!found.actor || swallowed_[i] || found.last - found.first > kLongestMention) return false;
    const bool seen = found.shape == Shape::kPhrase || found.shape == Shape::kSpot ||
                      found.shape == Shape::kPronoun;
    const Actor& actor = draft_.actor(found.actor);
    if (!seen || actor.known || spoken_[draft_.root(found.actor).value] > 1) return true;
    return found.shape != Shape::kPronoun && !actor.country.empty();
  }

  void add_place(const PlaceMention& place, uint32_t number) {
    Mention mention;
    mention.span = place.span;
    mention.first = place.first;
    mention.last = place.last;
    mention.head = place.last - 1;
    mention.kind = MentionKind::kPlace;
    mention.place = {number};
    mention.evidence = {place.evidence.rule, place.span, {}};
    out_.mentions.push_back(std::move(mention));
  }

  void add_candidates(const std::vector<uint32_t>& place_of) {
    for (uint32_t i = 0; i < candidates_.all.size(); ++i) {
      if (!is_told(i)) continue;
      const Candidate& found = candidates_.all[i];
      Mention mention;
      mention.first = found.first;
      mention.last = found.last;
      mention.head = found.head;
      mention.span = scene_.tokens.span_of(found.first, found.last);
      mention.actor = draft_.root(found.actor);
      if (place_of[i] != kNone) mention.place = {place_of[i]};
      mention.kind =
          kind_of(scene_, found, place_of[i] == kNone ? nullptr : &out_.places[place_of[i]]);
      mention.evidence = {found.rule, mention.span, found.rejected};
      out_.mentions.push_back(std::move(mention));
    }
  }

  /// Actors in order of first mention; those that only this page knows are "?1", "?2" ...
  void number_actors() {
    std::vector<uint32_t> numbers(draft_.actors().size(), kNone);
    uint32_t unknown = 0;
    for (Mention& mention : out_.mentions) {
      if (!mention.actor) continue;
      uint32_t& number = numbers[mention.actor.value];
      if (number == kNone) {
        number = static_cast<uint32_t>(out_.actors.size());
        out_.actors.push_back(draft_.actor(mention.actor));
        Actor& actor = out_.actors.back();
        if (!actor.known) actor.id = fmt::format("?{}", ++unknown);
      }
      mention.actor = {number};
    }
  }
};

}  // namespace

std::string_view name_of(MentionKind kind) {
  switch (kind) {
    case MentionKind::kPerson:
      return "person";
    case MentionKind::kOrganization:
      return "organization";
    case MentionKind::kCountry:
      return "country";
    case MentionKind::kNationality:
      return "nationality";
    case MentionKind::kPlace:
      return "place";
    case MentionKind::kRole:
      return "role";
    case MentionKind::kNominal:
      return "nominal";
    case MentionKind::kPronoun:
      return "pronoun";
  }
  return "";
}

std::string_view name_of(PlaceRelation relation) {
  switch (relation) {
    case PlaceRelation::kIn:
      return "in";
    case PlaceRelation::kNear:
      return "near";
    case PlaceRelation::kBorder:
      return "border";
    case PlaceRelation::kPart:
      return "part";
    case PlaceRelation::kFrom:
      return "from";
    case PlaceRelation::kNone:
      return "";
  }
  return "";
}

namespace {

/// The mentions that may cover a token begin at most kLongestMention tokens before it.
template <class Better>
const Mention* best_around(const std::vector<Mention>& mentions, uint32_t token, Better better) {
  auto at = std::ranges::upper_bound(mentions, token, {}, &Mention::first);
  const Mention* best = nullptr;
  while (at != mentions.begin()) {
    --at;
    if (at->first + kLongestMention < token) break;
    if (at->actor && token < at->last && better(*at, best)) best = &*at;
  }
  return best;
}

uint32_t length(const Mention& mention) { return mention.last - mention.first; }

}  // namespace

const Mention* Mentions::headed_at(uint32_t token) const {
  return best_around(mentions, token, [&](const Mention& one, const Mention* best) {
    return one.head == token && (best == nullptr || length(one) > length(*best));
  });
}

const Mention* Mentions::covering(uint32_t token) const {
  return best_around(mentions, token, [](const Mention& one, const Mention* best) {
    return best == nullptr || length(one) < length(*best);
  });
}

Mentions find_mentions(const Article& article, const Tokens& tokens, const Parse& parse,
                       const std::vector<TimeMention>& times, const ActorTable& actors,
                       std::optional<Day> today, const Limits& limits,
                       const AntecedentModel* antecedents) {
  if (tokens.size() == 0 || parse.words.size() < tokens.size()) return {};
  const Scene scene = mention::make_scene(article, tokens, parse, times, actors, today, limits);
  Candidates candidates = mention::find_candidates(scene);
  Draft draft(scene);
  mention::Resolver resolver(scene, candidates, draft, antecedents);
  resolver.run();
  mention::name_sources(scene, candidates, draft, resolver);
  resolver.share_sides();
  resolver.run_first_person();
  mention::find_countries(scene, candidates, draft);
  std::vector<mention::PlaceFound> places = mention::find_places(scene, candidates, draft);
  return Writer(scene, candidates, draft).write(std::move(places));
}

}  // namespace demarche
