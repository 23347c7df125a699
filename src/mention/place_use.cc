// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/place_use.h"

#include <algorithm>
#include <array>

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

bool PlaceUses::is_dateline(uint32_t first, uint32_t last) const {
  const Sentence& sentence = scene_.sentence(first);
  if (first != sentence.first || last >= sentence.last) return false;
  const bool opens =
      scene_.tokens.sentence_of[first] == 0 ||
      scene_.tokens.sentences[scene_.tokens.sentence_of[first] - 1].block != sentence.block;
  if (!opens) return false;
  uint32_t t = last;
  if (scene_.is(t, ",")) t += 2;  // ", Norvenia"
  return t < sentence.last && (scene_.is(t, "(") || scene_.is(t, "—") || scene_.is(t, "–") ||
                               scene_.is(t, "-") || scene_.is(t, "--"));
}

PlaceUse PlaceUses::use_of(uint32_t first, uint32_t last, bool town) const {
  PlaceUse use;
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

PlaceUse PlaceUses::use_after(uint32_t before, PlaceUse use, bool town) const {
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
  if (word == "of" && earlier != kNone && is_in(WordList::kPlacePart, scene_.lower(earlier))) {
    const bool compass = is_in(WordList::kCompass, scene_.lower(earlier));
    use.compass = compass ? earlier : kNone;
    use.first = compass ? earlier : use.first;
    return as(compass ? PlaceRelation::kPart : PlaceRelation::kIn, "place.of");
  }
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
