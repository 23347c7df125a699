// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/place_ranking.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "actor/actor_table.h"

namespace demarche::mention {
namespace {

// The weights, in powers of ten of inhabitants: a place that bears a name with a hundred times
// fewer people needs context of 2 to win. Set by hand on whole development sets
// (docs/experiments.md).
constexpr double kOverlay = 100;  // the user's own rows
constexpr double kLarge = 6;    // seas, continents, regions of our own tables: nobody counts there
constexpr double kState = 8.5;  // the state of this name, against places that bear it
constexpr double kPeople = 1.3;
constexpr double kCapital = 1, kSeat = .4, kQuarter = -1;
constexpr double kCountyBase = 3.5, kRegionBase = 3.5, kRegionSlope = .5;
constexpr double kBorrowed = 1.5;     // less for a unit that has its name of a town in it
constexpr double kCountry = 1;        // its country is named on the page
constexpr double kSource = 1;         // its country is that of the outlet
constexpr double kUnit = 2.4;         // its unit is named on the page
constexpr double kWritten = 6;        // its unit or country is written behind it
constexpr double kKind = 3;           // "X County", "the city of X", "X state"
constexpr double kSameCountry = 2.2;  // of the page's other places, the share in its country
constexpr double kSameUnit = 2.5;     // ... in its unit
constexpr double kNear = 6, kNearStep = 3, kNearKm = 90;  // at most; of one beside it
constexpr double kTowns = 1.2, kTownsMost = 4;  // of a unit, a town that may lie in it; at most
constexpr double kSoft = .8;                    // how fast what is less likely loses its voice
constexpr double kDateline = 2;                 // a place there counts so often
constexpr double kSeatOfPower = .3;             // so does the capital of a state
constexpr size_t kMostReadings = 40, kMostWitnesses = 40, kRounds = 2;
constexpr size_t kShown = 4;  // readings that are kept for a person who asks

struct Option {
  uint32_t number = 0;
  Place place;
  double prior = 0;    // by itself
  double written = 0;  // by what is written beside it
  double fixed = 0;    // with both, and by the countries of the page
  double score = 0;
  double x = 0, y = 0, z = 0;  // on the unit sphere
  uint32_t country = 0;        // three letters in one number, 0: none
  const char* area = nullptr;  // the code of its unit: one text for all of a unit
};

/// A name with all that may be meant by it.
struct Name {
  std::string key;
  std::vector<Option> options;
  size_t best = 0;
  double sure = 0;      // 0: two are alike, 1: one is far ahead
  double weight = 1;    // as a witness for others
  double state = -1;    // score of the state of this name, -1: there is none
  std::string country;  // of that state
};

double prior_of(const Place& place) {
  const double people = kPeople * std::log10(place.population + 20.0);
  if (place.overlay) return kOverlay;
  switch (place.rank) {
    case PlaceKind::kRegion:
      return kRegionBase + kRegionSlope * people;
    case PlaceKind::kCounty:
      return kCountyBase;
    case PlaceKind::kCapital:
      return people + kCapital;
    case PlaceKind::kSeat:
      return people + kSeat;
    case PlaceKind::kQuarter:
      return people + kQuarter;
    case PlaceKind::kCity:
      return place.population == 0 && place.geonames == 0 ? kLarge - 1 : people;
    case PlaceKind::kOther:
      return kLarge;
  }
  return 0;
}

bool is_town(const Place& place) {
  return place.rank == PlaceKind::kCapital || place.rank == PlaceKind::kSeat ||
         place.rank == PlaceKind::kCity || place.rank == PlaceKind::kQuarter;
}

bool is_unit(const Place& place) {
  return place.rank == PlaceKind::kRegion ||
         (place.rank == PlaceKind::kOther && place.kind == "region");
}

Option make_option(const Gazetteer& gazetteer, uint32_t number) {
  Option option;
  option.number = number;
  option.place = gazetteer.at(number);
  option.prior = option.fixed = prior_of(option.place);
  constexpr double kDegree = std::numbers::pi / 180;
  const double lat = option.place.lat * kDegree, lon = option.place.lon * kDegree;
  option.x = std::cos(lat) * std::cos(lon);
  option.y = std::cos(lat) * std::sin(lon);
  option.z = std::sin(lat);
  for (const char c : option.place.country)
    option.country = option.country << 8U | static_cast<unsigned char>(c);
  if (!option.place.area.empty()) option.area = option.place.area.data();
  return option;
}

/// Kilometres through the earth: near enough for places beside each other.
double chord(const Option& a, const Option& b) {
  const double dx = a.x - b.x, dy = a.y - b.y, dz = a.z - b.z;
  return 6371 * std::sqrt(dx * dx + dy * dy + dz * dz);
}

/// Where the names of a page may lie, by squares of a degree: so that names that all have a bearer
/// in one county find each other, whatever larger towns are called so.
class Cells {
 public:
  void clear() {
    cells_.clear();
    towns_.clear();
  }

  /// What the towns of a unit that the page may mean add to the score of the unit.
  [[nodiscard]] double towns_in(const Option& unit, uint32_t name) const {
    return unit.place.rank == PlaceKind::kRegion ? sum_of(towns_, unit, name) : 0;
  }

  /// `share`: 1 for the place that a name means by now, less for others.
  void add(uint32_t name, const Option& option, double share) {
    if (!option.place.area.empty() && is_town(option.place)) {
      towns_[option.place.area].push_back({name, &option, share});
    }
    if (!option.place.has_spot || option.place.rank == PlaceKind::kRegion) return;
    cells_[key(row(option), column(option))].push_back({name, &option, share});
  }

  /// What the names near a place add to its score.
  [[nodiscard]] double near(const Option& here, uint32_t name) const {
    if (!here.place.has_spot || here.place.rank == PlaceKind::kRegion) return 0;
    std::vector<std::pair<uint32_t, double>> voices;  // of each name the loudest counts
    for (int dy = -1; dy <= 1; ++dy)
      for (int dx = -1; dx <= 1; ++dx) {
        const auto at = cells_.find(key(row(here) + dy, column(here) + dx));
        if (at == cells_.end()) continue;
        for (const Entry& entry : at->second) {
          if (entry.name == name || entry.option->number == here.number) continue;
          const double voice = entry.share * std::exp(-chord(here, *entry.option) / kNearKm);
          const auto same =
              std::ranges::find(voices, entry.name, &std::pair<uint32_t, double>::first);
          if (same == voices.end()) {
            voices.emplace_back(entry.name, voice);
          } else {
            same->second = std::max(same->second, voice);
          }
        }
      }
    double sum = 0;
    for (const auto& [other, voice] : voices) sum += kNearStep * voice;
    return std::min(kNear, sum);
  }

  struct Entry {
    uint32_t name;
    const Option* option;
    double share;
  };

 private:
  using Units = std::unordered_map<std::string_view, std::vector<Entry>>;
  std::unordered_map<int, std::vector<Entry>> cells_;
  Units towns_;  // by unit

  /// Of each name the likeliest of its places there counts; one name alone proves nothing.
  static double sum_of(const Units& units, const Option& here, uint32_t name) {
    const auto at = units.find(here.place.area);
    if (at == units.end()) return 0;
    double sum = 0, most = 0;
    uint32_t last = kNone;
    for (const Entry& entry : at->second) {  // of one name together, as they were added
      if (entry.name == name) continue;
      if (entry.name != last) sum += most, most = 0;
      last = entry.name;
      most = std::max(most, entry.share);
    }
    return std::min(kTownsMost, kTowns * std::max(.0, sum + most - .5));
  }

  static int row(const Option& option) { return static_cast<int>(std::floor(option.place.lat)); }
  static int column(const Option& option) { return static_cast<int>(std::floor(option.place.lon)); }
  static int key(int row, int column) { return (row + 91) * 400 + column + 181; }
};

class Ranking {
 public:
  explicit Ranking(Scene& scene) : scene_(scene) {}

  void run() {
    collect();
    if (names_.empty()) return;
    weigh_countries();
    for (PlaceHit& hit : scene_.places.hits) read_frame(hit);
    for (Name& name : names_) choose(name);
    for (size_t round = 0; round < kRounds; ++round) {
      fill_cells();
      for (Name& name : names_) weigh_witnesses(name);
    }
    for (size_t i = 0; i < names_.size(); ++i) settle(names_[i]);
    for (PlaceHit& hit : scene_.places.hits) settle_hit(hit);
  }

 private:
  Scene& scene_;
  std::vector<Name> names_;
  Cells cells_;
  std::unordered_map<const PlaceSense*, size_t> name_of_;   // sense -> number in names_
  std::map<std::string, std::map<std::string, int>> told_;  // country -> key -> how often named

  Name& name(const PlaceHit& hit) { return names_[name_of_.at(hit.sense)]; }

  void collect() {
    const Gazetteer& gazetteer = scene_.table.gazetteer;
    for (const PlaceHit& hit : scene_.places.hits) {
      const auto [at, fresh] = name_of_.try_emplace(hit.sense, names_.size());
      if (fresh) {
        Name made;
        for (const PlaceReading& reading : hit.sense->readings) {
          if (made.options.size() >= kMostReadings) break;
          made.options.push_back(make_option(gazetteer, reading.place));
        }
        lower_borrowed(made, hit);
        names_.push_back(std::move(made));
      }
      Name& of_hit = names_[at->second];
      const Hit* state = scene_.names.begins(hit.first);
      const bool named = state != nullptr && state->last == hit.last;
      for (const uint32_t value : named ? *state->values : std::vector<uint32_t>()) {
        const Alias& alias = scene_.table.aliases[value];
        const KnownActor& actor = scene_.table.actors[alias.actor];
        if (actor.kind != ActorKind::kState) continue;
        // "Washington said": its government more often than the town.
        if (alias.kind == AliasKind::kCapital && fresh) of_hit.weight = kSeatOfPower;
        if (alias.kind != AliasKind::kName) continue;
        of_hit.state = kState;
        of_hit.country = actor.country;
      }
      if (is_dateline(hit)) of_hit.weight = kDateline;
    }
    for (const auto& [key, sense] : scene_.senses)
      if (const auto at = name_of_.find(&sense); at != name_of_.end()) names_[at->second].key = key;
  }

  /// A province that has the bare name of its town yields to the town.
  void lower_borrowed(Name& name, const PlaceHit& hit) const {
    const std::string key = Gazetteer::key_of(scene_.text(hit.first, hit.last));
    for (Option& option : name.options) {
      if (option.place.rank != PlaceKind::kRegion || names_unit(name, option)) continue;
      if (Gazetteer::key_of(option.place.name) == key) continue;
      option.prior -= kBorrowed;
      option.fixed -= kBorrowed;
    }
  }

  [[nodiscard]] bool is_dateline(const PlaceHit& hit) const {
    const Sentence& sentence = scene_.sentence(hit.first);
    if (hit.first != sentence.first) return false;
    constexpr uint32_t kFar = 6;
    for (uint32_t t = hit.last; t < sentence.last && t < hit.last + kFar; ++t)
      if (scene_.is(t, "(") || scene_.is(t, "—") || scene_.is(t, "–") || scene_.is(t, "--"))
        return true;
    return false;
  }

  /// The countries that a page names, but not by a name that is in question itself.
  void weigh_countries() {
    for (const Hit& hit : scene_.names.hits) {
      const Alias& alias = scene_.table.aliases[hit.values->front()];
      const KnownActor& actor = scene_.table.actors[alias.actor];
      if (actor.kind != ActorKind::kState || alias.kind == AliasKind::kCapital ||
          alias.kind == AliasKind::kMetonym)
        continue;
      const PlaceHit* place = scene_.places.begins(hit.first);
      ++told_[actor.country][place == nullptr ? "" : name(*place).key];
    }
    const std::string source = source_country();
    for (Name& name : names_) {
      if (name.state >= 0) name.state += weight_of(name, name.country);
      for (Option& option : name.options) {
        option.fixed += weight_of(name, std::string(option.place.country));
        if (!source.empty() && option.place.country == source) option.fixed += kSource;
      }
    }
  }

  [[nodiscard]] double weight_of(const Name& name, const std::string& country) const {
    const auto at = told_.find(country);
    if (at == told_.end()) return 0;
    int count = 0;
    for (const auto& [key, times] : at->second) count += key.empty() || key != name.key ? times : 0;
    return kCountry * std::min(1.5, std::log2(1.0 + count) / 1.5);
  }

  /// By the end of the page's address, or by the outlet.
  [[nodiscard]] std::string source_country() const {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kEnds = {
        {{".uk", "GBR"},
         {".ca", "CAN"},
         {".au", "AUS"},
         {".nz", "NZL"},
         {".ie", "IRL"},
         {".za", "ZAF"},
         {".in", "IND"},
         {".pk", "PAK"},
         {".ng", "NGA"},
         {".ke", "KEN"},
         {".ph", "PHL"},
         {".sg", "SGP"},
         {".us", "USA"},
         {".gov", "USA"}}};
    std::string_view host = scene_.article.url;
    if (const size_t at = host.find("://"); at != std::string_view::npos)
      host.remove_prefix(at + 3);
    host = host.substr(0, host.find_first_of("/:?#"));
    for (const auto& [end, country] : kEnds)
      if (host.ends_with(end)) return std::string(country);
    const auto outlet =
        scene_.article.site.empty() ? std::nullopt : look_up(scene_.table, scene_.article.site);
    return outlet ? scene_.table.actors[*outlet].country : std::string();
  }

  /// What stands beside a name: its unit or country, "County", "the city of".
  void read_frame(PlaceHit& hit) {
    Name& here = name(hit);
    const uint32_t after = scene_.after(hit.last - 1), before = scene_.before(hit.first);
    const uint32_t earlier = before == kNone ? kNone : scene_.before(before);
    const bool of = before != kNone && scene_.is(before, "of") && earlier != kNone;
    const auto is_region_noun = [&](uint32_t t) {
      return scene_.is(t, "state") || scene_.is(t, "province") || scene_.is(t, "region") ||
             scene_.is(t, "governorate") || scene_.is(t, "oblast") || scene_.is(t, "prefecture");
    };
    const auto is_town_noun = [&](uint32_t t) {
      return scene_.is(t, "city") || scene_.is(t, "town") || scene_.is(t, "village") ||
             scene_.is(t, "suburb") || scene_.is(t, "port") || scene_.is(t, "mayor");
    };
    const bool region =
        (after != kNone && is_region_noun(after)) || (of && is_region_noun(earlier));
    const bool town = (after != kNone && is_town_noun(after)) || (of && is_town_noun(earlier)) ||
                      (before != kNone && is_town_noun(before));
    for (Option& option : here.options) {
      if (region && is_unit(option.place)) write(option, kKind);
      if (town && is_town(option.place)) write(option, kKind);
    }
    read_unit(hit, here);
  }

  /// "Birmingham, Ala.", "Birmingham (England)", "Birmingham in Alabama", "Birmingham, UK".
  void read_unit(PlaceHit& hit, Name& here) {
    const uint32_t mark = scene_.after(hit.last - 1);
    const bool comma = mark != kNone && (scene_.is(mark, ",") || scene_.is(mark, "("));
    if (!comma && (mark == kNone || !scene_.is(mark, "in"))) return;
    uint32_t next = mark + 1;
    while (next < scene_.sentence(hit.first).last &&
           (scene_.in(next, WordList::kCompass) || scene_.is(next, "in") || scene_.is(next, "the")))
      ++next;
    if (next >= scene_.size()) return;
    std::vector<bool> inside(here.options.size(), false);
    bool fits = false, unit = false;
    const PlaceHit* behind = scene_.places.begins(next);
    if (behind != nullptr && behind->sense != hit.sense) {
      Name& other = name(*behind);
      for (const Option& around : other.options) {
        if (!is_unit(around.place) && around.place.rank != PlaceKind::kCounty) continue;
        bool holds = false;
        for (size_t i = 0; i < here.options.size(); ++i) {
          if (!lies_in(here.options[i], around)) continue;
          inside[i] = fits = holds = true;
        }
        unit = unit || behind->brief || names_unit(other, around);
        if (holds) hit.unit = around.number;
      }
      if (unit && comma && hit.unit == kNone &&
          other.options.front().place.rank == PlaceKind::kRegion)
        hit.unit = other.options.front().number;
      if (fits || (unit && comma))
        for (Option& option : other.options)
          if (is_unit(option.place)) write(option, kKind);
    }
    if (!fits && hit.unit == kNone) fits = read_state(hit, here, next, inside);
    if (!fits) {
      hit.inside = comma && (hit.unit != kNone || hit.state != kNone);
      return;
    }
    for (size_t i = 0; i < here.options.size(); ++i)
      if (inside[i]) write(here.options[i], kWritten);
  }

  /// "Lisbon, Porto and Faro": a unit that has the name of a town of its own is no unit in a list.
  [[nodiscard]] static bool names_unit(const Name& name, const Option& unit) {
    return unit.place.rank == PlaceKind::kRegion &&
           std::ranges::none_of(name.options, [&](const Option& option) {
             return is_town(option.place) && option.place.area == unit.place.area;
           });
  }

  /// "Graz, Austria": which of the options lie there. The name of a state behind an adverb or in a
  /// list says nothing where none does.
  bool read_state(PlaceHit& hit, const Name& here, uint32_t next, std::vector<bool>& inside) const {
    const Hit* state = scene_.names.begins(next);
    if (state == nullptr) return false;
    const Alias& alias = scene_.table.aliases[state->values->front()];
    const KnownActor& actor = scene_.table.actors[alias.actor];
    if (actor.kind != ActorKind::kState || alias.kind != AliasKind::kName) return false;
    bool fits = false;
    for (size_t i = 0; i < here.options.size(); ++i)
      if (here.options[i].place.country == actor.country) inside[i] = fits = true;
    if (fits) hit.state = alias.actor;
    return fits;
  }

  static void write(Option& option, double weight) {
    option.written += weight;
    option.fixed += weight;
  }

  [[nodiscard]] static bool lies_in(const Option& option, const Option& around) {
    if (around.place.country != option.place.country || option.number == around.number)
      return false;
    if (around.place.rank == PlaceKind::kRegion)
      return is_town(option.place) ? option.place.area == around.place.area
                                   : option.place.rank == PlaceKind::kCounty &&
                                         option.place.area == around.place.area;
    constexpr double kCountyKm = 60, kLandKm = 90;
    if (around.place.rank == PlaceKind::kCounty)
      return is_town(option.place) && option.place.area == around.place.area &&
             chord(option, around) < kCountyKm;
    // Lands of our own tables: nobody says which units they are in.
    return is_unit(around.place) && is_town(option.place) && chord(option, around) < kLandKm;
  }

  void fill_cells() {
    cells_.clear();
    for (uint32_t i = 0; i < names_.size(); ++i) {
      const Name& name = names_[i];
      if (name.state > name.options[name.best].score) continue;
      const double best = name.options[name.best].score;
      for (const Option& option : name.options) {
        const double share = std::exp((option.score - best) * kSoft);
        constexpr double kLeast = .02;
        if (share >= kLeast) cells_.add(i, option, share * name.weight);
      }
    }
  }

  void choose(Name& name) {
    for (Option& option : name.options)
      if (option.score == 0) option.score = option.fixed;
    name.best = 0;
    double second = -1;
    for (size_t i = 0; i < name.options.size(); ++i)
      if (name.options[i].score > name.options[name.best].score) name.best = i;
    constexpr double kSamePlace = 40;
    for (size_t i = 0; i < name.options.size(); ++i)
      if (i != name.best && chord(name.options[i], name.options[name.best]) > kSamePlace)
        second = std::max(second, name.options[i].score);
    second = std::max(second, name.state);
    name.sure = second < 0 ? 1 : std::clamp((name.options[name.best].score - second) / 2, .0, 1.0);
  }

  /// What the other names of the page say of this one: where they lie for sure, and where they may
  /// lie close together.
  void weigh_witnesses(Name& name) {
    struct Share {
      double country = 0, unit = 0, named = 0;
    };
    std::vector<Share> shares(name.options.size());
    double all = 0;
    size_t asked = 0;
    for (const Name& other : names_) {
      if (&other == &name || other.sure <= 0) continue;
      if (++asked > kMostWitnesses) break;
      const Option& there = other.options[other.best];
      const double voice = other.sure * other.weight;
      all += voice;
      for (size_t i = 0; i < name.options.size(); ++i) {
        const Option& here = name.options[i];
        if (here.country != there.country || here.country == 0) continue;
        shares[i].country += voice;
        if (here.area == nullptr || here.area != there.area) continue;
        shares[i].unit += voice;
        if (there.place.rank == PlaceKind::kRegion)
          shares[i].named = std::max(shares[i].named, other.sure);
      }
    }
    const auto number = static_cast<uint32_t>(&name - names_.data());
    for (size_t i = 0; i < name.options.size(); ++i) {
      Option& option = name.options[i];
      option.score = option.fixed + cells_.near(option, number) + cells_.towns_in(option, number) +
                     kUnit * shares[i].named;
      if (all <= 0) continue;
      // One witness alone says less than many.
      const double share = all / (all + 1);
      option.score += share * (kSameCountry * shares[i].country + kSameUnit * shares[i].unit) / all;
    }
    choose(name);
  }

  void settle(Name& name) {
    PlaceSense& sense = scene_.senses.at(name.key);
    std::vector<size_t> order(name.options.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(
        order, [&](size_t a, size_t b) { return name.options[a].score > name.options[b].score; });
    std::vector<PlaceReading> readings;
    for (const size_t i : order) {
      if (readings.size() >= kShown) break;
      const Option& option = name.options[i];
      readings.push_back({option.number, option.score, tell(option)});
    }
    sense.readings = std::move(readings);
    sense.state_score = name.state;
    sense.state = name.state > name.options[name.best].score &&
                  name.options[name.best].place.country != name.country;
  }

  static std::string tell(const Option& option) {
    return fmt::format(
        "score {:.1f}: {:.1f} by itself, {:+.1f} by words beside it, {:+.1f} by the page",
        option.score, option.prior, option.written, option.score - option.prior - option.written);
  }

  void settle_hit(PlaceHit& hit) {
    const Name& here = name(hit);
    hit.value = here.options[here.best].number;
    if (hit.inside && hit.unit != kNone) hit.value = hit.unit;
    if (hit.inside || (hit.unit == kNone && hit.state == kNone)) return;
    const Place unit = hit.unit == kNone ? Place() : scene_.table.gazetteer.at(hit.unit);
    const std::string_view country =
        hit.unit == kNone ? scene_.table.actors[hit.state].country : unit.country;
    double most = -1;
    for (const Option& option : here.options) {
      if (option.score <= most || option.place.country != country) continue;
      if (unit.rank == PlaceKind::kRegion && option.place.area != unit.area) continue;
      most = option.score;
      hit.value = option.number;
    }
  }
};

}  // namespace

void rank_places(Scene& scene) { Ranking(scene).run(); }

}  // namespace demarche::mention
