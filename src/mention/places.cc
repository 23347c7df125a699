// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/places.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "base/strings.h"

namespace demarche::mention {
namespace {

constexpr double kNearKm = 50, kBorderKm = 200, kPartKm = 300;

/// How a name is used as a place.
struct Use {
  bool place = false;
  PlaceRelation relation = PlaceRelation::kNone;
  uint32_t first = 0;        ///< with the compass word before it
  uint32_t compass = kNone;  ///< token of "western"
  const char* rule = "place.acts";
};

class PlaceReader {
 public:
  PlaceReader(const Scene& scene, const Candidates& candidates, Draft& draft)
      : scene_(scene),
        candidates_(candidates),
        draft_(draft),
        ends_(scene.size() + 1, PlaceRelation::kNone),
        ended_(scene.size() + 1, false) {}

  std::vector<PlaceFound> read() {
    count_countries();
    std::vector<uint32_t> at(scene_.size(), kNone);
    for (uint32_t i = 0; i < candidates_.all.size(); ++i) {
      const Candidate& candidate = candidates_.all[i];
      if (candidate.shape == Shape::kName || candidate.shape == Shape::kNominal)
        if (candidate.actor && at[candidate.first] == kNone) at[candidate.first] = i;
      if (candidate.shape == Shape::kPronoun || candidate.shape == Shape::kNominal) continue;
      const bool whole = candidate.shape == Shape::kPerson || candidate.shape == Shape::kMedia ||
                         candidate.shape == Shape::kOrganization || candidate.shape == Shape::kName;
      for (uint32_t t = candidate.first; whole && t < candidate.last; ++t) covered_.insert(t);
    }
    for (int pass = 0; pass < 2; ++pass) {
      if (pass == 1 && unsure_.empty()) break;
      if (pass == 0) {
        for (uint32_t t = 0; t < scene_.size(); ++t) {
          if (at[t] != kNone) read_candidate(at[t]);
          const Hit* hit = scene_.places.begins(t);
          if (hit != nullptr) read_town(*hit);
        }
      } else {
        // A town that stood after a preposition elsewhere is a town here too.
        for (const Hit* hit : unsure_)
          if (sure_.contains(name_of_hit(*hit)))
            add_town(*hit, Use{true, PlaceRelation::kNone, hit->first, kNone, "place.again"});
      }
    }
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
  std::vector<PlaceFound> out_;
  std::vector<PlaceRelation> ends_;  // token after a place -> its relation
  std::vector<bool> ended_;
  std::unordered_set<uint32_t> covered_;
  std::unordered_set<std::string> sure_;
  std::vector<const Hit*> unsure_;
  std::unordered_map<std::string, int> countries_;

  void count_countries() {
    for (const Hit& hit : scene_.names.hits)
      if (!scene_.known(hit).country.empty()) ++countries_[scene_.known(hit).country];
  }

  // ------------------------------------------------------------ how a name is used
  /// Does a word of motion govern the preposition at `t`?
  [[nodiscard]] bool has_motion(uint32_t t) const {
    constexpr uint32_t kFar = 9;
    const uint32_t begin = scene_.sentence(t).first;
    for (uint32_t i = t, steps = 0; i > begin && steps < kFar; ++steps) {
      --i;
      if (is_in(WordList::kMotion, scene_.lemma(i)) || is_in(WordList::kMotion, scene_.lower(i)))
        return true;
      if (is_in(WordList::kMessage, scene_.lemma(i))) return false;
      // Another finite verb in between governs what follows it.
      const uint32_t verb = scene_.parse.verb_of[i];
      if (verb != kNone && !scene_.parse.verbs[verb].participle &&
          !scene_.parse.verbs[verb].infinitive && scene_.parse.verbs[verb].head == i)
        return false;
    }
    return false;
  }

  [[nodiscard]] bool is_border(uint32_t t) const {
    return scene_.is(t, "border") || scene_.is(t, "borders") || scene_.is(t, "frontier");
  }

  [[nodiscard]] bool is_dateline(uint32_t first, uint32_t last) const {
    const Sentence& sentence = scene_.sentence(first);
    if (first != sentence.first || last >= sentence.last) return false;
    const bool opens =
        tokens_before(first) == 0 ||
        scene_.tokens.sentences[scene_.tokens.sentence_of[first] - 1].block != sentence.block;
    if (!opens) return false;
    uint32_t t = last;
    if (scene_.is(t, ",")) t += 2;  // ", Norvenia"
    return t < sentence.last && (scene_.is(t, "(") || scene_.is(t, "—") || scene_.is(t, "–") ||
                                 scene_.is(t, "-") || scene_.is(t, "--"));
  }

  [[nodiscard]] uint32_t tokens_before(uint32_t first) const {
    return scene_.tokens.sentence_of[first];
  }

  [[nodiscard]] static bool takes_place(std::string_view lemma) {
    static constexpr std::array<std::string_view, 12> kVerbs = {
        "cross", "enter", "flee",  "invade", "leave", "quit",
        "reach", "tour",  "visit", "occupy", "annex", "depart"};
    return std::ranges::find(kVerbs, lemma) != kVerbs.end();
  }

  [[nodiscard]] Use use_of(uint32_t first, uint32_t last, bool town) const {
    Use use;
    use.first = first;
    const Sentence& sentence = scene_.sentence(first);
    const bool possessive = last < sentence.last && scene_.is_possessive(last);
    if (is_dateline(first, last)) {
      use.place = true, use.relation = PlaceRelation::kIn, use.rule = "place.dateline";
      return use;
    }
    uint32_t before = scene_.before(first);
    if (before != kNone && scene_.in(before, WordList::kCompass) && !possessive) {
      use.compass = use.first = before;
      const uint32_t hyphen = scene_.before(before);  // "north-eastern" may be three tokens
      const uint32_t half = hyphen == kNone ? kNone : scene_.before(hyphen);
      if (half != kNone && scene_.is(hyphen, "-") && scene_.in(half, WordList::kCompass))
        use.compass = use.first = half;
      use.place = true, use.relation = PlaceRelation::kPart, use.rule = "place.part";
      return use;
    }
    if (before == kNone || (possessive && !town)) return use;
    return use_after(before, use, town);
  }

  [[nodiscard]] Use use_after(uint32_t before, Use use, bool town) const {
    const auto as = [&](PlaceRelation relation, const char* rule) {
      use.place = true, use.relation = relation, use.rule = rule;
      return use;
    };
    const std::string& word = scene_.lower(before);
    const uint32_t earlier = scene_.before(before);
    if (earlier != kNone && is_border(earlier) && (word == "with" || word == "of"))
      return as(PlaceRelation::kNear, "place.border");
    if (is_in(WordList::kNearPrep, word)) return as(PlaceRelation::kNear, "place.near");
    if (is_in(WordList::kPlacePrep, word)) return as(PlaceRelation::kIn, "place.in");
    if (word == "to" || word == "through" || word == "via" || word == "onto" || word == "for" ||
        word == "towards" || word == "toward") {
      const bool sure = town && word != "for";
      if (sure || has_motion(before)) return as(PlaceRelation::kIn, "place.motion");
      return use;
    }
    if (word == "from" || (word == "of" && earlier != kNone && scene_.is(earlier, "out"))) {
      if (town || has_motion(before)) return as(PlaceRelation::kFrom, "place.from");
      return use;
    }
    if (word == "of" && earlier != kNone && is_in(WordList::kPlacePart, scene_.lower(earlier))) {
      const bool compass = is_in(WordList::kCompass, scene_.lower(earlier));
      use.compass = compass ? earlier : kNone;
      use.first = compass ? earlier : use.first;
      return as(compass ? PlaceRelation::kPart : PlaceRelation::kIn, "place.of");
    }
    if (town && (word == "of" || word == "between" || word == "on"))
      return as(PlaceRelation::kIn, "place.in");
    if ((word == "and" || word == "or" || word == ",") && ended_[before])
      return as(ends_[before], word == "," ? "place.list" : "place.joined");
    if (word == "the" && earlier != kNone) return use_after(earlier, use, town);
    if (scene_.parse.verb_of[before] != kNone && takes_place(scene_.lemma(before)))
      return as(PlaceRelation::kIn, "place.object");
    return use;
  }

  void end_place(uint32_t last, const Use& use) {
    if (!use.place) return;
    ended_[last] = true;
    ends_[last] = use.relation == PlaceRelation::kPart ? PlaceRelation::kIn : use.relation;
  }

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
      if (kind == AliasKind::kMetonym || kind == AliasKind::kPeople) return;
      capital = kind == AliasKind::kCapital;
    }
    Use use = candidate.adjective ? use_of_adjective(candidate, capital)
                                  : use_of(candidate.first, candidate.last, false);
    if (candidate.shape == Shape::kNominal && !use.place) return;
    if (!candidate.adjective || use.place) read_border(candidate, row);
    PlaceFound found;
    found.candidate = number;
    PlaceMention& place = found.place;
    fill_country(place, scene_.table.actors[row]);
    if (capital) fill_capital(place, candidate);
    set(place, use, candidate.last);
    end_place(candidate.last, use);
    out_.push_back(std::move(found));
  }

  /// "Norvik airport" lies in Norvik; "Norvik talks" and "Norvenian border" say nothing.
  [[nodiscard]] Use use_of_adjective(const Candidate& candidate, bool capital) const {
    Use use;
    use.first = candidate.first;
    const uint32_t next = scene_.after(candidate.last - 1);
    if (!capital || next == kNone || !scene_.in(next, WordList::kGeography)) return use;
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
    place.name = std::string(scene_.text(candidate.core_first, candidate.core_last));
    place.kind = "capital";
    const PhraseTable::Match match =
        scene_.table.place_names.longest_at(scene_.article, scene_.tokens, candidate.core_first);
    if (match.last <= candidate.core_first || match.values == nullptr) return;
    for (const uint32_t value : *match.values) {
      const KnownPlace& town = scene_.table.places[value];
      if (town.country != place.country) continue;
      place.geonames = town.geonames;
      if (town.has_spot) place.lat = town.lat, place.lon = town.lon;
      return;
    }
  }

  void set(PlaceMention& place, const Use& use, uint32_t last) {
    place.first = use.first;
    place.last = last;
    place.span = scene_.tokens.span_of(use.first, last);
    place.relation = use.relation;
    place.acts = !use.place;
    place.evidence = {use.rule, place.span, {}};
    if (use.relation == PlaceRelation::kNear) place.radius_km = kNearKm;
    if (use.relation == PlaceRelation::kPart) {
      place.radius_km = kPartKm;
      if (use.compass != kNone) shift(place, use.compass);
    }
  }

  /// "the border near Ostravia": a place of its own around the state.
  void read_border(const Candidate& candidate, uint32_t row) {
    const uint32_t before = scene_.before(candidate.first);
    const uint32_t after = scene_.after(candidate.last - 1);
    uint32_t first = kNone, last = candidate.last;
    if (before != kNone && scene_.upos(before) == Upos::kAdp) {
      const uint32_t noun = scene_.before(before);
      if (noun != kNone && is_border(noun)) first = noun;
    } else if (after != kNone && scene_.is_possessive(after) && is_border(after + 1)) {
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
    Use use;
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

  /// A quarter of the country's extent, as its towns show it, towards the side that is named.
  void shift(PlaceMention& place, uint32_t word) const {
    std::string compass = scene_.lower(word);
    if (scene_.is(word + 1, "-")) compass += scene_.lower(word + 2);
    std::vector<double> lats, lons;
    for (const KnownPlace& town : scene_.table.places) {
      if (town.country != place.country || !town.has_spot) continue;
      lats.push_back(town.lat);
      lons.push_back(town.lon);
    }
    constexpr size_t kEnough = 4;
    if (lats.size() < kEnough || !place.lat || place.kind != "country") return;
    std::ranges::sort(lats);
    std::ranges::sort(lons);
    const size_t cut = lats.size() / 50;  // far islands
    const double south = lats[cut], north = lats[lats.size() - 1 - cut];
    const double west = lons[cut], east = lons[lons.size() - 1 - cut];
    if (east - west > 180) return;  // over the date line: its middle would lie on the far side
    const bool to_north = compass.starts_with("north"), to_south = compass.starts_with("south");
    const bool to_west = compass.find("west") != std::string_view::npos;
    const bool to_east = compass.find("east") != std::string_view::npos;
    if (to_north) place.lat = north - (north - south) / 4;
    if (to_south) place.lat = south + (north - south) / 4;
    if (to_west) place.lon = west + (east - west) / 4;
    if (to_east) place.lon = east - (east - west) / 4;
  }

  // ------------------------------------------------------------ towns
  [[nodiscard]] std::string name_of_hit(const Hit& hit) const {
    return fold_case(scene_.text(hit.first, hit.last));
  }

  void read_town(const Hit& hit) {
    for (uint32_t t = hit.first; t < hit.last; ++t)
      if (covered_.contains(t) || candidates_.things[t] || scene_.roles.at[t] != kNone) return;
    const Sentence& sentence = scene_.sentence(hit.first);
    const uint32_t before = scene_.before(hit.first), after = scene_.after(hit.last - 1);
    const bool inside_left = before != kNone && before != sentence.first &&
                             scene_.is_capital(before) && scene_.names.at[before] == kNone &&
                             scene_.roles.at[before] == kNone &&
                             !scene_.in(before, WordList::kCompass);
    const bool inside_right = after != kNone && scene_.is_capital(after) &&
                              scene_.roles.at[after] == kNone && scene_.upos(after) == Upos::kPropn;
    if (scene_.shouted[scene_.tokens.sentence_of[hit.first]]) {
      unsure_.push_back(&hit);
      return;
    }
    if (inside_left || inside_right) return;
    Use use = use_of(hit.first, hit.last, true);
    if (!use.place && has_country_after(hit)) {
      use.place = true, use.relation = PlaceRelation::kIn, use.rule = "place.country";
    }
    if (!use.place) {
      unsure_.push_back(&hit);
      return;
    }
    add_town(hit, use);
    sure_.insert(name_of_hit(hit));
  }

  [[nodiscard]] const Hit* country_after(const Hit& hit) const {
    const uint32_t comma = scene_.after(hit.last - 1);
    if (comma == kNone ||
        !(scene_.is(comma, ",") || scene_.is(comma, "(") || scene_.is(comma, "in")))
      return nullptr;
    for (uint32_t t = comma + 1; t < comma + 3 && t < scene_.sentence(hit.first).last; ++t) {
      const Hit* state = scene_.names.begins(t);
      if (state != nullptr && scene_.known(*state).kind == ActorKind::kState &&
          scene_.alias(*state).kind == AliasKind::kName)
        return state;
      if (!scene_.in(t, WordList::kCompass)) break;
    }
    return nullptr;
  }

  [[nodiscard]] bool has_country_after(const Hit& hit) const {
    const Hit* state = country_after(hit);
    if (state == nullptr || scene_.is(hit.last, "in")) return false;
    for (const uint32_t value : *hit.values)
      if (scene_.table.places[value].country == scene_.known(*state).country) return true;
    return false;
  }

  /// Of towns of one name: the country that follows, then the one the page speaks of most, then
  /// the first of the table.
  [[nodiscard]] const KnownPlace& choose_town(const Hit& hit) const {
    const Hit* state = country_after(hit);
    const KnownPlace* best = &scene_.table.places[hit.values->front()];
    int best_count = 0;
    for (const uint32_t value : *hit.values) {
      const KnownPlace& town = scene_.table.places[value];
      if (state != nullptr && town.country == scene_.known(*state).country) return town;
      const auto count = countries_.find(town.country);
      if (count == countries_.end() || count->second <= best_count) continue;
      best_count = count->second;
      best = &town;
    }
    // A country that is named once in passing does not move the best known town of that name.
    constexpr int kOften = 3;
    return best_count >= kOften ? *best : scene_.table.places[hit.values->front()];
  }

  void add_town(const Hit& hit, const Use& use) {
    const KnownPlace& town = choose_town(hit);
    PlaceFound found;
    PlaceMention& place = found.place;
    place.name = town.name;
    place.kind = town.kind;
    place.country = town.country;
    place.geonames = town.geonames;
    if (town.has_spot) place.lat = town.lat, place.lon = town.lon;
    set(place, use, hit.last);
    place.acts = false;
    end_place(hit.last, use);
    out_.push_back(std::move(found));
  }
};

}  // namespace

std::vector<PlaceFound> find_places(const Scene& scene, const Candidates& candidates,
                                    Draft& draft) {
  return PlaceReader(scene, candidates, draft).read();
}

}  // namespace demarche::mention
