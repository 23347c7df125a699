// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/place_frames.h"

#include <algorithm>

namespace demarche::mention {
namespace {

constexpr double kWritten = 6;  // its unit or country is written behind it
constexpr double kKind = 3;     // "X County", "the city of X", "X state"

class FrameReader {
 public:
  FrameReader(Scene& scene, std::vector<Name>& names, const NameOf& name_of)
      : scene_(scene), names_(names), name_of_(name_of) {}

  /// What stands beside a name: its unit or country, "County", "the city of".
  void read(PlaceHit& hit) {
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

 private:
  Scene& scene_;
  std::vector<Name>& names_;
  const NameOf& name_of_;

  Name& name(const PlaceHit& hit) { return names_[name_of_.at(hit.sense)]; }

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
};

}  // namespace

bool names_unit(const Name& name, const Option& unit) {
  return unit.place.rank == PlaceKind::kRegion &&
         std::ranges::none_of(name.options, [&](const Option& option) {
           return is_town(option.place) && option.place.area == unit.place.area;
         });
}

void read_frames(Scene& scene, std::vector<Name>& names, const NameOf& name_of) {
  FrameReader reader(scene, names, name_of);
  for (PlaceHit& hit : scene.places.hits) reader.read(hit);
}

}  // namespace demarche::mention
