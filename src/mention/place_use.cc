// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/place_use.h"

#include <algorithm>
#include <array>

#include "mention/dateline.h"
#include "mention/place_distance.h"

namespace demarche::mention {
namespace {

bool takes_place(std::string_view lemma) {
  static constexpr std::array<std::string_view, 12> kVerbs = {"cross", "enter",  "flee",  "invade",
                                                              "leave", "quit",   "reach", "tour",
                                                              "visit", "occupy", "annex", "depart"};
  return std::ranges::find(kVerbs, lemma) != kVerbs.end();
}

}  // namespace

/// Does a word of motion govern the preposition at `t`?
bool PlaceUses::has_motion(uint32_t t) const {
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

bool PlaceUses::is_border(uint32_t t) const {
  return scene_.is(t, "border") || scene_.is(t, "borders") || scene_.is(t, "frontier");
}

/// "15 km from Norvik", "12 miles off Norvik", "within 40 miles of Norvik".
bool PlaceUses::read_distance(uint32_t before, PlaceUse& use) const {
  const bool of = scene_.is(before, "of");
  if (!of && !scene_.is(before, "from") && !scene_.is(before, "off") &&
      !scene_.is(before, "outside"))
    return false;
  const auto distance = distance_before(scene_, before);
  if (!distance) return false;
  const uint32_t earlier = scene_.before(distance->first);
  if (of && (earlier == kNone || !scene_.is(earlier, "within"))) return false;
  use.place = true, use.relation = PlaceRelation::kNear, use.rule = "place.distance";
  use.told = of ? earlier : distance->first;
  use.km = distance->km;
  return true;
}

/// "not far from Norvik", "miles from it", "close to it", "on the outskirts of it".
bool PlaceUses::is_beside(uint32_t before) const {
  const uint32_t word = scene_.before(before);
  if (word == kNone) return false;
  if (scene_.is(before, "from"))
    return scene_.is(word, "far") || is_unit_of_way(scene_.lower(word));
  if (scene_.is(before, "to"))
    return scene_.is(word, "close") || scene_.is(word, "next") || scene_.is(word, "adjacent");
  return scene_.is(before, "of") && (scene_.is(word, "outskirts") || scene_.is(word, "vicinity"));
}

/// "200 km south of Norvik", "30 miles to the north-east of it", "south of Norvik": beyond it.
/// "The south of Norvenia" is a part.
bool PlaceUses::read_side(uint32_t of, PlaceUse& use) const {
  const uint32_t last = scene_.before(of);
  const uint32_t first = compass_first(scene_, last);
  if (first == kNone || scene_.lower(last).ends_with("ern") || scene_.is(last, "central"))
    return false;
  const uint32_t article = scene_.before(first);
  const bool the = article != kNone && scene_.in(article, WordList::kDeterminer);
  const uint32_t to = the ? scene_.before(article) : kNone;
  const bool beside = to != kNone && scene_.is(to, "to");
  use.compass = use.first = first;
  use.place = true;
  if (the && !beside) {
    use.relation = PlaceRelation::kPart, use.rule = "place.of";
    return true;
  }
  use.relation = PlaceRelation::kNear, use.rule = "place.side";
  if (const auto distance = distance_before(scene_, beside ? to : first)) {
    use.rule = "place.distance", use.told = distance->first, use.km = distance->km;
  }
  return true;
}

/// "off the southern coast of Norvenia", "12 miles off its shores".
bool PlaceUses::read_coast(uint32_t of, PlaceUse& use) const {
  constexpr int kWords = 4;
  uint32_t t = scene_.before(of);
  if (t == kNone || !(scene_.lower(t).starts_with("coast") || scene_.lower(t).starts_with("shore")))
    return false;
  for (int steps = 0; steps < kWords; ++steps) {
    t = scene_.before(t);
    if (t == kNone) return false;
    if (scene_.is(t, "off")) break;
    if (use.compass == kNone) use.compass = compass_first(scene_, t);
    if (!scene_.in(t, WordList::kDeterminer) && !scene_.in(t, WordList::kCompass) &&
        !scene_.is(t, "-"))
      return false;
  }
  if (!scene_.is(t, "off")) return false;
  use.place = true, use.relation = PlaceRelation::kNear, use.rule = "place.coast", use.told = t;
  if (const auto distance = distance_before(scene_, t))
    use.told = distance->first, use.km = distance->km;
  return true;
}

PlaceUse PlaceUses::use_of(uint32_t first, uint32_t last, bool town) const {
  PlaceUse use;
  use.first = first;
  const Sentence& sentence = scene_.sentence(first);
  const bool possessive = last < sentence.last && scene_.is_possessive(last);
  if (is_in_dateline(scene_, first)) {
    use.place = true, use.relation = PlaceRelation::kIn, use.rule = "place.dateline";
    return use;
  }
  if (scene_.is(last, "-") && scene_.is(last + 1, "based")) {
    use.place = true, use.relation = PlaceRelation::kIn, use.rule = "place.site";
    return use;
  }
  uint32_t before = scene_.before(first);
  if (before != kNone && scene_.in(before, WordList::kCompass) && !possessive) {
    use.compass = use.first = compass_first(scene_, before);
    use.place = true, use.relation = PlaceRelation::kPart, use.rule = "place.part";
    return use;
  }
  if (before == kNone || (possessive && !town)) return use;
  return use_after(before, use, town);
}

PlaceUse PlaceUses::use_after(uint32_t before, PlaceUse use, bool town) const {
  const auto as = [&](PlaceRelation relation, const char* rule) {
    use.place = true, use.relation = relation, use.rule = rule;
    return use;
  };
  const std::string& word = scene_.lower(before);
  const uint32_t earlier = scene_.before(before);
  if (read_distance(before, use)) return use;
  if (is_beside(before)) return as(PlaceRelation::kNear, "place.near");
  if (word == "of" && (read_side(before, use) || read_coast(before, use))) return use;
  if (earlier != kNone && is_border(earlier) && (word == "with" || word == "of"))
    return as(PlaceRelation::kNear, "place.border");
  if (is_in(WordList::kNearPrep, word)) return as(PlaceRelation::kNear, "place.near");
  if (is_in(WordList::kPlacePrep, word)) return as(PlaceRelation::kIn, "place.in");
  if (word == "to" || word == "through" || word == "via" || word == "onto" || word == "for" ||
      word == "towards" || word == "toward") {
    // "from Graz to Norvik"
    const bool route = ended_[before] && ends_[before] == PlaceRelation::kFrom;
    const bool sure = (town && word != "for") || (route && word == "to");
    if (sure || has_motion(before)) return as(PlaceRelation::kIn, "place.motion");
    return use;
  }
  if (word == "from" || (word == "of" && earlier != kNone && scene_.is(earlier, "out"))) {
    if (town || has_motion(before)) return as(PlaceRelation::kFrom, "place.from");
    return use;
  }
  if (word == "of" && earlier != kNone && is_in(WordList::kPlacePart, scene_.lower(earlier)))
    return as(PlaceRelation::kIn, "place.of");
  if (town && (word == "of" || word == "between" || word == "on"))
    return as(PlaceRelation::kIn, "place.in");
  if ((word == "and" || word == "or" || word == "," || word == "(") && ended_[before])
    return as(ends_[before], word == "," ? "place.list" : "place.joined");
  if ((word == "and" || word == "or") && earlier != kNone && scene_.is(earlier, ",") &&
      ended_[earlier])
    return as(ends_[earlier], "place.joined");
  if (word == "the" && earlier != kNone) return use_after(earlier, use, town);
  if (scene_.parse.verb_of[before] != kNone && takes_place(scene_.lemma(before)))
    return as(PlaceRelation::kIn, "place.object");
  return use;
}

void PlaceUses::end_place(uint32_t last, const PlaceUse& use) {
  if (!use.place) return;
  ended_[last] = true;
  ends_[last] = use.relation == PlaceRelation::kPart ? PlaceRelation::kIn : use.relation;
}

}  // namespace demarche::mention
