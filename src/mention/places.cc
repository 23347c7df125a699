// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/places.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/strings.h"
#include "mention/place_acts.h"
#include "mention/place_street.h"
#include "mention/place_spread.h"
#include "mention/place_use.h"

namespace demarche::mention {
namespace {

// Kilometres around a place that no table knows, and around a border.
constexpr double kNearKm = 50, kBorderKm = 200, kPartKm = 300;

class PlaceReader {
 public:
  PlaceReader(const Scene& scene, const Candidates& candidates, Draft& draft)
      : scene_(scene),
        candidates_(candidates),
        draft_(draft),
        uses_(scene),
        named_(scene.size(), kNone),
        taken_(scene.size(), Shape::kPhrase),
        holder_(scene.size(), kNone) {}

  std::vector<PlaceFound> read() {
    std::vector<uint32_t> at(scene_.size(), kNone);
    for (uint32_t i = 0; i < candidates_.all.size(); ++i) {
      const Candidate& candidate = candidates_.all[i];
      if (candidate.shape == Shape::kName || candidate.shape == Shape::kNominal)
        if (candidate.actor && at[candidate.first] == kNone) at[candidate.first] = i;
      const bool whole = candidate.shape == Shape::kPerson || candidate.shape == Shape::kMedia ||
                         candidate.shape == Shape::kOrganization || candidate.shape == Shape::kName;
      for (uint32_t t = candidate.first; whole && t < candidate.last; ++t)
        taken_[t] = candidate.shape, holder_[t] = i;
    }
    for (uint32_t i = 0; i < scene_.parse.names.size(); ++i)
      for (uint32_t t = scene_.parse.names[i].first; t < scene_.parse.names[i].last; ++t)
        named_[t] = i;
    for (const PlaceHit& hit : scene_.places.hits)
      if (!is_lost(hit) && !is_inside(hit)) alone_.insert(hit.sense);
    for (uint32_t t = 0; t < scene_.size(); ++t) {
      if (at[t] != kNone) read_candidate(at[t]);
      const PlaceHit* hit = scene_.places.begins(t);
      if (hit != nullptr) read_town(*hit);
    }
    for (const NamedSpan& name : scene_.parse.names)
      if (name.kind == "LOC") read_unknown(name);
    std::ranges::stable_sort(out_, [](const PlaceFound& a, const PlaceFound& b) {
      if (a.place.first != b.place.first) return a.place.first < b.place.first;
      return a.place.last > b.place.last;
    });
    return std::move(out_);
  }

 private:
  const Scene& scene_;
  const Candidates& candidates_;
  Draft& draft_;
  PlaceUses uses_;
  std::vector<PlaceFound> out_;
  std::vector<uint32_t> named_;   // token -> name of the language model, or kNone
  std::vector<Shape> taken_;      // token -> in the name of what; kPhrase: of nothing
  std::vector<uint32_t> holder_;  // token -> the candidate that says so
  std::unordered_set<const PlaceSense*> alone_;  // of names that stand in no longer one somewhere

  // ------------------------------------------------------------ states and capitals
  void read_candidate(uint32_t number) {
    const Candidate& candidate = candidates_.all[number];
    const Actor& actor = draft_.actor(candidate.actor);
    if (actor.kind != ActorKind::kState) return;
    const uint32_t row = draft_.number_of(candidate.actor);
    if (row == kNone) return;
    bool capital = false;
    if (candidate.shape == Shape::kName) {
      const AliasKind kind = scene_.table.aliases[candidate.value].kind;
      if (kind == AliasKind::kMetonym) return;
      capital = kind == AliasKind::kCapital;
    }
    PlaceUse use = candidate.adjective ? use_of_adjective(candidate, capital)
                                       : uses_.use_of(candidate.first, candidate.last, false);
    if (capital && !use.place && is_site_of(candidate)) {
      use.place = true, use.relation = PlaceRelation::kIn, use.rule = "place.site";
    }
    if (capital && !use.place && is_before_state(candidate)) {
      use.place = true, use.relation = PlaceRelation::kIn, use.rule = "place.unit";
    }
    if (candidate.shape == Shape::kNominal && !use.place) return;
    if (!candidate.adjective || use.place) read_border(candidate, row);
    PlaceFound found;
    found.candidate = number;
    PlaceMention& place = found.place;
    fill_country(place, scene_.table.actors[row]);
    if (capital) fill_capital(place, candidate);
    set(place, use, candidate.last);
    const auto sense = scene_.senses.find(
        Gazetteer::key_of(scene_.text(candidate.core_first, candidate.core_last)));
    if (candidate.shape == Shape::kName && sense != scene_.senses.end())
      weigh(place, sense->second, kNone);
    if (!capital) tell_dispute(place, scene_.table.actors[row].dispute);
    uses_.end_place(candidate.last, use);
    out_.push_back(std::move(found));
  }

  /// "Norvik's streets", "Norvik's airport".
  [[nodiscard]] bool is_site_of(const Candidate& candidate) const {
    const uint32_t clitic = scene_.after(candidate.last - 1);
    const uint32_t noun = clitic == kNone ? kNone : scene_.after(clitic);
    return noun != kNone && scene_.is_possessive(clitic) && scene_.in(noun, WordList::kGeography) &&
           !scene_.is(noun, "side");
  }

  /// "Norvik, Norvenia": the town.
  [[nodiscard]] bool is_before_state(const Candidate& candidate) const {
    if (!scene_.is(candidate.last, ",")) return false;
    const Hit* state = scene_.names.begins(candidate.last + 1);
    return state != nullptr && scene_.alias(*state).kind == AliasKind::kName &&
           scene_.alias(*state).actor == scene_.table.aliases[candidate.value].actor;
  }

  /// "Norvik airport" and "Norvik talks" are in Norvik; "Norvenian border" says nothing.
  [[nodiscard]] PlaceUse use_of_adjective(const Candidate& candidate, bool capital) const {
    PlaceUse use;
    use.first = candidate.first;
    const uint32_t next = scene_.after(candidate.last - 1);
    if (!capital || next == kNone) return use;
    const bool based = scene_.is(next, "-") && scene_.is(next + 1, "based");
    if (!based && !scene_.in(next, WordList::kGeography) && !is_happening_noun(scene_, next))
      return use;
    use.place = true;
    use.relation = PlaceRelation::kIn;
    use.rule = "place.site";
    return use;
  }

  static void fill_country(PlaceMention& place, const KnownActor& state) {
    place.name = state.name;
    place.kind = "country";
    place.country = state.country;
    if (state.has_spot) place.lat = state.lat, place.lon = state.lon;
  }

  void fill_capital(PlaceMention& place, const Candidate& candidate) const {
    const std::string_view name = scene_.text(candidate.core_first, candidate.core_last);
    place.name = name;
    place.kind = "capital";
    for (const uint32_t number : scene_.table.gazetteer.named(name)) {
      const Place town = scene_.table.gazetteer.at(number);
      if (town.country != place.country || town.rank == PlaceKind::kRegion) continue;
      place.admin1 = town.area_name;
      if (town.geonames != 0) place.geonames = fmt::format("{}", town.geonames);
      if (town.has_spot) place.lat = town.lat, place.lon = town.lon;
      return;
    }
  }

  void set(PlaceMention& place, const PlaceUse& use, uint32_t last) {
    place.first = use.first;
    place.last = last;
    place.span = scene_.tokens.span_of(use.first, last);
    place.relation = use.relation;
    place.acts = !use.place && use.acts;
    place.evidence = {use.rule, place.span, {}};
    if (use.told != kNone) place.evidence.span = scene_.tokens.span_of(use.told, last);
    spread_place(scene_, use, place);
  }

  /// "the border near Ostravia": a place of its own around the state.
  void read_border(const Candidate& candidate, uint32_t row) {
    const uint32_t before = scene_.before(candidate.first);
    const uint32_t after = scene_.after(candidate.last - 1);
    uint32_t first = kNone, last = candidate.last;
    if (before != kNone && scene_.upos(before) == Upos::kAdp) {
      const uint32_t noun = scene_.before(before);
      if (noun != kNone && uses_.is_border(noun)) first = noun;
    } else if (after != kNone && scene_.is_possessive(after) && uses_.is_border(after + 1)) {
      first = candidate.first, last = after + 2;
    }
    if (first == kNone || last > scene_.sentence(candidate.first).last) return;
    for (int steps = 0; steps < 3 && first != candidate.first; ++steps) {
      const uint32_t word = scene_.before(first);
      if (word == kNone ||
          !(scene_.in(word, WordList::kDeterminer) || scene_.in(word, WordList::kPossessive) ||
            scene_.upos(word) == Upos::kAdj))
        break;
      first = word;
    }
    PlaceFound found;
    fill_country(found.place, scene_.table.actors[row]);
    PlaceUse use;
    use.place = true;
    use.first = first;
    use.relation = PlaceRelation::kBorder;
    use.rule = "place.border";
    found.place.name = "border of " + found.place.name;
    set(found.place, use, last);
    found.place.kind = "region";
    found.place.radius_km = kBorderKm;
    out_.push_back(std::move(found));
  }

  // ------------------------------------------------------------ towns
  /// In the name of a person, an event or a product, or of a street.
  [[nodiscard]] bool is_lost(const PlaceHit& hit) const {
    // "Harrow Falls" ends as the names of things do; "Harrow County sheriff" has a role behind it.
    const bool thing = candidates_.things[hit.first] &&
                       (is_thing_word(hit.first, false) || is_thing_word(hit.last, true));
    const Hit* role = scene_.roles.covering(hit.first);
    const bool titled = role != nullptr && (role->first < hit.first || role->last >= hit.last);
    return taken_[hit.first] == Shape::kPerson || taken_[hit.last - 1] == Shape::kPerson || thing ||
           titled || ends_in_street(scene_, hit.last);
  }

  /// Does the name of a thing go on before the token, or at it?
  [[nodiscard]] bool is_thing_word(uint32_t t, bool at) const {
    if (!at && t == 0) return false;
    const uint32_t other = at ? t : t - 1;
    return other < scene_.size() && candidates_.things[other];
  }

  /// In a longer name: "Harrow Police Department".
  [[nodiscard]] bool is_inside(const PlaceHit& hit) const {
    const uint32_t after = scene_.after(hit.last - 1);
    const bool right = after != kNone && scene_.is_capital(after) &&
                       scene_.roles.at[after] == kNone && scene_.upos(after) == Upos::kPropn &&
                       scene_.places.at[after] == kNone;
    return ends_name(hit) || right || taken_[hit.first] != Shape::kPhrase;
  }

  /// The model sees an organisation in the name alone: "Norvik signed".
  [[nodiscard]] bool is_whole(const PlaceHit& hit) const {
    const uint32_t holder = holder_[hit.first];
    return taken_[hit.first] == Shape::kOrganization &&
           candidates_.all[holder].core_first == hit.first &&
           candidates_.all[holder].core_last == hit.last;
  }

  /// A capital before it that is no other name or title: "Dodge Harrow".
  [[nodiscard]] bool ends_name(const PlaceHit& hit) const {
    const uint32_t before = scene_.before(hit.first);
    return before != kNone && before != scene_.sentence(hit.first).first &&
           scene_.is_capital(before) && scene_.names.at[before] == kNone &&
           scene_.roles.at[before] == kNone && scene_.places.at[before] == kNone &&
           !scene_.in(before, WordList::kCompass);
  }

  /// Is the place so well known that its name in a longer one speaks of it? Else the page must name
  /// it by itself.
  [[nodiscard]] bool is_known(const PlaceHit& hit) const {
    constexpr uint32_t kLargeTown = 300000;
    const Place place = scene_.table.gazetteer.at(hit.value);
    return alone_.contains(hit.sense) || place.population >= kLargeTown || hit.unit != kNone ||
           place.rank == PlaceKind::kRegion || place.rank == PlaceKind::kCounty ||
           place.rank == PlaceKind::kCapital || place.rank == PlaceKind::kOther;
  }

  [[nodiscard]] bool may_act(const PlaceHit& hit) const {
    return !is_landscape(scene_.table.gazetteer.at(hit.value).kind) &&
           acts_here(scene_, hit.first, hit.last);
  }

  void read_town(const PlaceHit& hit) {
    if (is_lost(hit)) return;
    PlaceUse use = uses_.use_of(hit.first, hit.last, true);
    if (is_inside(hit)) {
      if (!is_known(hit)) return;
      // "a red Dodge Harrow": the name of a thing, where nothing shows an organisation.
      const bool seen = scene_.parse.tree.empty() || named_[hit.first] != kNone;
      if (ends_name(hit) && !seen && taken_[hit.first] == Shape::kPhrase) return;
      use = PlaceUse{};
      use.first = hit.first;
      use.acts = is_whole(hit);  // "Harrow Police Department": the organisation does
      use.rule = use.acts ? "place.acts" : "place.inside";
    } else if (is_bound(scene_, hit.first)) {
      use = PlaceUse{};
      use.first = hit.first;
    } else if (!use.place && hit.unit != kNone) {
      use.place = true, use.relation = PlaceRelation::kIn, use.rule = "place.unit";
    } else if (!use.place && !may_act(hit)) {
      use.acts = false, use.rule = "place.named";
    }
    add_town(hit, use);
  }

  /// A place that the language model sees and no table knows: it lies round the town or in the unit
  /// that its sentence names next to it. "Holyfield, Kan.", "Graz's Harrow Park".
  void read_unknown(const NamedSpan& name) {
    for (uint32_t t = name.first; t < name.last; ++t)
      if (taken_[t] != Shape::kPhrase || candidates_.things[t] || scene_.names.at[t] != kNone ||
          scene_.places.at[t] != kNone || scene_.timed[t] || scene_.roles.at[t] != kNone)
        return;
    constexpr size_t kShortest = 3;
    if (!scene_.is_capital(name.first) || is_street_word(scene_.lower(name.last - 1)) ||
        scene_.text(name.first, name.last).size() < kShortest)
      return;
    const PlaceHit* near = neighbour(name);
    if (near == nullptr) return;
    const Place around = scene_.table.gazetteer.at(near->value);
    PlaceUse use = uses_.use_of(name.first, name.last, true);
    use.acts = acts_here(scene_, name.first, name.last);
    PlaceFound found;
    PlaceMention& place = found.place;
    place.name = scene_.text(name.first, name.last);
    place.kind = "place";
    place.country = around.country;
    place.admin1 = around.area_name;
    if (around.has_spot) place.lat = around.lat, place.lon = around.lon;
    set(place, use, name.last);
    place.evidence.rule = "place.unknown";
    if (!place.radius_km) place.radius_km = around.rank == PlaceKind::kRegion ? kPartKm : kNearKm;
    out_.push_back(std::move(found));
  }

  /// The known place that stands next to a name in its sentence: right behind it, or the last one
  /// before it.
  [[nodiscard]] const PlaceHit* neighbour(const NamedSpan& name) const {
    constexpr uint32_t kFar = 12;
    const Sentence& sentence = scene_.sentence(name.first);
    const uint32_t comma = name.last;
    if (comma + 1 < sentence.last && (scene_.is(comma, ",") || scene_.is(comma, "in")))
      if (const PlaceHit* hit = scene_.places.begins(comma + 1)) return hit;
    for (uint32_t t = name.first; t > sentence.first && t + kFar > name.first; --t)
      if (const PlaceHit* hit = scene_.places.covering(t - 1)) return hit;
    for (uint32_t t = name.last; t < sentence.last && t < name.last + kFar; ++t)
      if (const PlaceHit* hit = scene_.places.begins(t)) return hit;
    return nullptr;
  }

  /// The other places of the name with their scores, for a person who asks. `chosen`: kNone where
  /// the name means a state.
  void weigh(PlaceMention& place, const PlaceSense& sense, uint32_t chosen) const {
    std::string best = fmt::format("the state has {:.1f}", sense.state_score);
    for (const PlaceReading& reading : sense.readings)
      if (reading.place == chosen) best = "the place chosen has " + reading.why;
    for (const PlaceReading& reading : sense.readings) {
      if (reading.place == chosen) continue;
      const Place other = scene_.table.gazetteer.at(reading.place);
      // A state's own capital is no other reading of it.
      if (chosen == kNone && other.country == place.country) continue;
      place.evidence.rejected.push_back(
          {"place.ranked", describe(other), reading.why + "; " + best});
    }
    if (chosen != kNone && sense.state_score >= 0)
      place.evidence.rejected.push_back({"place.ranked", "the state of this name",
                                         fmt::format("score {:.1f}; {}", sense.state_score, best)});
  }

  /// The country by the policy for disputed places, and what it says besides.
  void tell_dispute(PlaceMention& place, std::optional<uint32_t> dispute) const {
    if (!dispute) return;
    const DisputedPlace& policy = scene_.table.disputed[*dispute];
    place.evidence.rejected.push_back({"place.disputed", policy.claims_in_words(),
                                       fmt::format("policy {} ({}, {}): {}", policy.id, policy.kind,
                                                   policy.status, policy.words)});
    place.country = policy.country;
  }

  /// "Birmingham, Alabama, USA".
  [[nodiscard]] static std::string describe(const Place& place) {
    std::string out(place.name);
    if (!place.area_name.empty() && place.area_name != place.name)
      out += fmt::format(", {}", place.area_name);
    if (!place.country.empty()) out += fmt::format(", {}", place.country);
    return out;
  }

  void add_town(const PlaceHit& hit, const PlaceUse& use) {
    const Place town = scene_.table.gazetteer.at(hit.value);
    PlaceFound found;
    PlaceMention& place = found.place;
    place.name = hit.inside ? scene_.text(hit.first, hit.last) : town.name;
    place.kind = hit.inside ? "city" : town.kind;
    place.country = town.country;
    place.admin1 = town.area_name;
    if (town.geonames != 0 && !hit.inside) place.geonames = fmt::format("{}", town.geonames);
    if (town.has_spot) place.lat = town.lat, place.lon = town.lon;
    set(place, use, hit.last);
    weigh(place, *hit.sense, hit.value);
    tell_dispute(place, town.dispute);
    if (hit.inside) place.radius_km = kPartKm;
    uses_.end_place(hit.last, use);
    out_.push_back(std::move(found));
  }
};

}  // namespace

std::vector<PlaceFound> find_places(const Scene& scene, const Candidates& candidates,
                                    Draft& draft) {
  return PlaceReader(scene, candidates, draft).read();
}

}  // namespace demarche::mention
