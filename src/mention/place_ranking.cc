// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/place_ranking.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "actor/actor_table.h"
#include "mention/dateline.h"
#include "mention/place_cells.h"
#include "mention/place_frames.h"
#include "mention/place_street.h"

namespace demarche::mention {
namespace {

// The weights, in powers of ten of inhabitants: a place that bears a name with a hundred times
// fewer people needs context of 2 to win. Set by hand on whole development sets
// (docs/experiments.md).
constexpr double kState = 8.5;        // the state of this name, against places that bear it
constexpr double kBorrowed = 1.5;     // less for a unit that has its name of a town in it
constexpr double kCountry = 1;        // its country is named on the page
constexpr double kSource = 1;         // its country is that of the outlet
constexpr double kUnit = 2.4;         // its unit is named on the page
constexpr double kSameCountry = 2.2;  // of the page's other places, the share in its country
constexpr double kSameUnit = 2.5;     // ... in its unit
constexpr double kSoft = .8;          // how fast what is less likely loses its voice
constexpr double kDateline = 2;       // a place there counts so often
constexpr double kSeatOfPower = .3;   // so does the capital of a state
constexpr size_t kMostReadings = 40, kMostWitnesses = 40, kRounds = 2;
constexpr size_t kShown = 4;  // readings that are kept for a person who asks

class Ranking {
 public:
  explicit Ranking(Scene& scene) : scene_(scene) {}

  void run() {
    collect();
    if (names_.empty()) return;
    weigh_countries();
    read_frames(scene_, names_, name_of_);
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
  NameOf name_of_;
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
      if (is_in_dateline(scene_, hit.first)) of_hit.weight = kDateline;
    }
    mute_streets();
    for (const auto& [key, sense] : scene_.senses)
      if (const auto at = name_of_.find(&sense); at != name_of_.end()) names_[at->second].key = key;
  }

  /// "Pennsylvania Avenue" says nothing of Pennsylvania, where nothing else on the page does. A
  /// street that is called after a town lies near it more often than not.
  void mute_streets() {
    std::vector<bool> free(names_.size(), false);
    for (const PlaceHit& hit : scene_.places.hits) {
      const size_t number = name_of_.at(hit.sense);
      free[number] = free[number] || !ends_in_street(scene_, hit.last);
    }
    for (size_t i = 0; i < names_.size(); ++i)
      if (!free[i] && std::ranges::any_of(names_[i].options, [&](const Option& option) {
            return names_unit(names_[i], option);
          }))
        names_[i].weight = 0;
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
          shares[i].named = std::max(shares[i].named, other.sure * std::min(1.0, other.weight));
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
