// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <unordered_set>

#include "mention/place_ranking.h"
#include "mention/scene.h"

// Where the names of places stand. A town has the name of a person, a firm or a plain word as often
// as not, so that only what is known, seen by the language model or framed as a place is kept.
namespace demarche::mention {
namespace {

constexpr uint32_t kKnownTown = 100000;  // inhabitants of a town that needs no further sign

/// The hyphen of "R-Elbow Lake", "D-Calif.": behind a party stands whence somebody was sent.
bool stands_for_party(const Scene& scene, uint32_t hyphen) {
  if (!scene.is(hyphen, "-") || hyphen == 0) return false;
  const std::string_view party = scene.text(hyphen - 1);
  return party == "R" || party == "D" || party == "I" || party == "DFL";
}

class PlaceFinder {
 public:
  explicit PlaceFinder(Scene& scene) : scene_(scene), gazetteer_(scene.table.gazetteer) {}

  void find() {
    scene_.places.at.assign(scene_.size(), kNone);
    if (gazetteer_.empty()) return;
    for (uint32_t t = 0; t < scene_.size(); ++t)
      if (scene_.is(t, "counties") || scene_.is(t, "parishes")) read_counties(t);
    for (uint32_t t = 0; t < scene_.size();) {
      const uint32_t last = read_at(t);
      t = std::max(last, t + 1);
    }
  }

 private:
  Scene& scene_;
  const Gazetteer& gazetteer_;
  std::unordered_map<uint32_t, std::pair<uint32_t, std::string>> counties_;  // first -> last, name

  /// "Becker, Otter Tail and Wilkin counties": each is a county.
  void read_counties(uint32_t noun) {
    const std::string kind = scene_.is(noun, "counties") ? " County" : " Parish";
    const uint32_t begin = scene_.sentence(noun).first;
    for (uint32_t last = noun; last > begin;) {
      uint32_t first = last;
      while (first > begin && last - first < 3 && scene_.is_capital(first - 1)) --first;
      std::string name;
      while (first < last) {
        name = std::string(scene_.text(first, last)) + kind;
        if (!gazetteer_.named(name).empty()) break;
        ++first;
      }
      if (first >= last) return;
      counties_[first] = {last, name};
      last = first;
      while (last > begin && (scene_.is(last - 1, ",") || scene_.is(last - 1, "and") ||
                              scene_.is(last - 1, "or") || scene_.is(last - 1, "&")))
        --last;
      if (last == first) return;
    }
  }

  uint32_t read_at(uint32_t t) {
    if (const auto county = counties_.find(t); county != counties_.end()) {
      const auto& [end, name] = county->second;
      add(t, end, Gazetteer::key_of(name), gazetteer_.named(name), false);
      return end;
    }
    if (scene_.timed[t] || !(scene_.is_capital(t) || begins_small(t))) return t;
    if (const std::vector<uint32_t> units = abbreviated_at(t); !units.empty()) {
      add(t, t + 1, "=" + std::string(scene_.text(t)), units, true);
      return t + 1;
    }
    const uint32_t last = gazetteer_.longest_at(scene_.tokens, t);
    // Of "ash-Shaddadi" the article alone is no Ash.
    if (last <= t || (last <= t + 2 && !scene_.is_capital(t))) return t;
    const std::string_view written = scene_.text(t, last);
    std::string key = Gazetteer::key_of(written);
    const std::vector<uint32_t> places = gazetteer_.named(written);
    const bool overlay = gazetteer_.at(places.front()).overlay;
    if (is_institution(last, key)) return last;
    constexpr size_t kShortest = 3;
    if (key.size() < kShortest && !overlay) return t;
    add(t, last, std::move(key), places, false);
    return last;
  }

  /// "al-Arish", "ash-Shaddadi": an article of another language.
  [[nodiscard]] bool begins_small(uint32_t t) const {
    static constexpr std::array<std::string_view, 11> kArticles = {
        "ad", "al", "an", "ar", "as", "ash", "at", "az", "el", "es", "et"};
    return std::ranges::find(kArticles, scene_.lower(t)) != kArticles.end() &&
           scene_.is(t + 1, "-") && scene_.is_capital(t + 2) &&
           !scene_.tokens.tokens[t].space_after;
  }

  /// "St. Vera's Hospital" is no parish.
  [[nodiscard]] bool is_institution(uint32_t last, std::string_view key) const {
    const uint32_t next = scene_.after(last - 1);
    return key.starts_with("st ") && next != kNone && scene_.is_possessive(next) &&
           scene_.after(next) != kNone && scene_.is_capital(next + 1);
  }

  /// "Ala." behind a comma that follows a place; "N.Y." anywhere.
  [[nodiscard]] std::vector<uint32_t> abbreviated_at(uint32_t t) const {
    std::vector<uint32_t> units = gazetteer_.abbreviated(scene_.text(t));
    // At the end of a sentence the stop is a token.
    if (units.empty() && scene_.is(t + 1, "."))
      units = gazetteer_.abbreviated(std::string(scene_.text(t)) + ".");
    if (units.empty()) return {};
    const uint32_t comma = scene_.before(t);
    const bool behind = comma != kNone && comma > 0 &&
                        (scene_.is(comma, ",") ? scene_.is_capital(comma - 1) : is_party(comma));
    const std::string_view written = scene_.text(t);
    const bool dotted = std::ranges::count(written, '.') > 1 || gazetteer_.stands_alone(written);
    const bool dated = comma != kNone && scene_.upos(comma) == Upos::kNum;  // "500 B.C."
    if (!behind && !(dotted && !dated)) units.clear();
    return units;
  }

  [[nodiscard]] bool is_party(uint32_t hyphen) const { return stands_for_party(scene_, hyphen); }

  void add(uint32_t first, uint32_t last, std::string key, const std::vector<uint32_t>& places,
           bool brief) {
    const auto [at, fresh] = scene_.senses.try_emplace(std::move(key));
    if (fresh)
      for (const uint32_t place : places) at->second.readings.push_back({place, 0, {}});
    PlaceHit hit;
    hit.first = first;
    hit.last = last;
    hit.value = places.front();
    hit.sense = &at->second;
    hit.brief = brief;
    for (uint32_t t = first; t < last; ++t)
      scene_.places.at[t] = static_cast<uint32_t>(scene_.places.hits.size());
    scene_.places.hits.push_back(hit);
  }
};

/// Says which of the names found name places on this page.
class PlaceSieve {
 public:
  explicit PlaceSieve(Scene& scene) : scene_(scene), labels_(scene.size()) {
    for (const NamedSpan& name : scene.parse.names)
      for (uint32_t t = name.first; t < name.last && t < scene.size(); ++t) labels_[t] = name.kind;
  }

  /// Before the ranking: only names of places are to be witnesses for others.
  void run() {
    std::vector<bool> keep(scene_.places.hits.size(), false);
    std::unordered_set<const PlaceSense*> shown;
    for (size_t i = 0; i < keep.size(); ++i) {
      const PlaceHit& hit = scene_.places.hits[i];
      keep[i] = is_place(hit);
      if (keep[i]) shown.insert(hit.sense);
    }
    for (size_t i = 0; i < keep.size(); ++i) {
      const PlaceHit& hit = scene_.places.hits[i];
      keep[i] = keep[i] || (shown.contains(hit.sense) && !is_other(hit));
    }
    drop(keep);
  }

  /// After it: what the tables know as somebody is no place.
  void free_names() {
    std::vector<bool> keep(scene_.places.hits.size(), false);
    for (size_t i = 0; i < keep.size(); ++i)
      keep[i] = scene_.names.at[scene_.places.hits[i].first] == kNone;
    drop(keep);
  }

 private:
  Scene& scene_;
  std::vector<std::string_view> labels_;  // token -> PER, ORG, LOC or NAT of the language model

  /// Seen as a person, or in the full name of somebody or something whom the tables know.
  [[nodiscard]] bool is_other(const PlaceHit& hit) const {
    if (labels_[hit.first] == "PER" || labels_[hit.last - 1] == "PER") return true;
    const Hit* name = scene_.names.covering(hit.first);
    if (name == nullptr) return false;
    // "Brok City" is more than somebody called Brok.
    if (name->first >= hit.first && name->last < hit.last) return false;
    const Alias& alias = scene_.table.aliases[name->values->front()];
    return scene_.table.actors[alias.actor].kind != ActorKind::kState &&
           alias.kind != AliasKind::kSurname;
  }

  [[nodiscard]] bool is_place(const PlaceHit& hit) const {
    const Place place = scene_.table.gazetteer.at(hit.value);
    if (place.overlay || hit.brief) return true;
    if (is_other(hit)) return false;
    const bool known = place.rank == PlaceKind::kOther || place.rank == PlaceKind::kRegion ||
                       place.rank == PlaceKind::kCapital || place.rank == PlaceKind::kCounty ||
                       place.population >= kKnownTown || place.geonames == 0;
    if (known && is_name(hit)) return true;
    return is_seen(hit) || is_framed(hit);
  }

  /// "St. John's" ends in a clitic.
  [[nodiscard]] uint32_t last_word(const PlaceHit& hit) const {
    const bool clitic = hit.last - hit.first > 1 && scene_.is_possessive(hit.last - 1);
    return hit.last - (clitic ? 2 : 1);
  }

  [[nodiscard]] bool is_name(const PlaceHit& hit) const {
    return scene_.parse.upos_of(last_word(hit)) == Upos::kPropn;
  }

  [[nodiscard]] bool is_seen(const PlaceHit& hit) const {
    return labels_[hit.first] == "LOC" && labels_[last_word(hit)] == "LOC";
  }

  /// "in X", "near X", "to X": a preposition that has a place behind it, mostly.
  [[nodiscard]] bool is_framed(const PlaceHit& hit) const {
    const uint32_t before = scene_.before(hit.first);
    if (before == kNone || !is_name(hit)) return false;
    if (stands_for_party(scene_, before)) return true;
    const uint32_t after = scene_.after(hit.last - 1);
    const bool ends = after == kNone || !scene_.is_capital(after);
    return ends && scene_.in(before, WordList::kPlacePrep);
  }

  void drop(const std::vector<bool>& keep) {
    PlaceHits& places = scene_.places;
    std::vector<PlaceHit> kept;
    std::ranges::fill(places.at, kNone);
    for (size_t i = 0; i < places.hits.size(); ++i) {
      if (!keep[i]) continue;
      for (uint32_t t = places.hits[i].first; t < places.hits[i].last; ++t)
        places.at[t] = static_cast<uint32_t>(kept.size());
      kept.push_back(places.hits[i]);
    }
    places.hits = std::move(kept);
  }
};

}  // namespace

void find_place_hits(Scene& scene) {
  PlaceFinder(scene).find();
  PlaceSieve(scene).run();
  rank_places(scene);
}

void sift_places(Scene& scene) { PlaceSieve(scene).free_names(); }

}  // namespace demarche::mention
