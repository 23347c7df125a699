// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

// Internal to src/mention; the door is mention.h. Closed lists of English words by their part in
// a noun phrase. What may grow (roles, names, relations) lies in data/ instead.
namespace demarche::mention {

enum class WordList : uint8_t {
  kDeterminer,  ///< the, a, this, other, some
  kPossessive,  ///< his, her, its, their, our, my, your
  kRankPrefix,  ///< senior, acting, deputy: before a role noun
  kFormer,      ///< former, ex-, then, late
  kNotYet,      ///< would-be, next, incoming: does not hold the office
  kDeputy,      ///< deputy, vice, assistant
  kOfficeWord,  ///< secretary, chief, leader: ends an office that no table has
  kTitle,       ///< mr, dr, gen: before a name
  kMaleTitle,
  kFemaleTitle,
  kParticle,      ///< van, bin, al: inside a name
  kOrganHead,     ///< organization, council: last word of an organisation's name
  kSideHead,      ///< of those, what may be a party of its own: alliance, front, army
  kThingHead,     ///< crisis, war, cup: last word of the name of an event or product
  kMediaHead,     ///< television, tv, newspaper
  kCompass,       ///< north, western, south-east
  kGeography,     ///< region, border, coast: "western coast" is no bloc
  kMotion,        ///< lemmas that lead to a place: send, deployment, travel
  kMessage,       ///< lemmas that go to a party, not to a place: warning, letter
  kPlacePrep,     ///< in, at, near: what follows is a place
  kNearPrep,      ///< near, outside
  kSay,           ///< lemmas: say, tell, warn
  kCalendar,      ///< months, days: capitals that name nobody
  kQuantity,      ///< tens, hundreds, group: before "of troops"
  kCountryNoun,   ///< country, nation, state
  kPlacePart,     ///< parts, city, town, east: before "of X"
  kCapitalNoise,  ///< capitalised words that are no names: I, god, covid
};

/// Is this folded word in the list?
bool is_in(WordList list, std::string_view word);

}  // namespace demarche::mention
