// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is parse.h.

#include <array>
#include <cstdint>
#include <string_view>

#include "parse/parse.h"

namespace demarche {

/// Finer tags than Upos: what the neighbours of a word can tell apart.
enum class Tag : uint8_t {
  kStart,  ///< before the first word
  kNoun,
  kNouns,  ///< plural
  kName,
  kSubject,     ///< he, they, who
  kObject,      ///< him, something, it
  kPossessive,  ///< his
  kDeterminer,
  kAdjective,
  kNumber,
  kAdverb,
  kAdposition,
  kTo,  ///< the particle
  kNot,
  kGenitive,  ///< 's
  kAnd,
  kThat,  ///< subordinators
  kModal,
  kBe,  ///< finite forms of the auxiliaries
  kHave,
  kDo,
  kBeBase,  ///< be
  kHaveBase,
  kBeen,
  kBeing,   ///< being, having
  kBase,    ///< infinitive
  kPlural,  ///< present tense, not third person singular: the form of the infinitive
  kThird,   ///< goes
  kPast,
  kParticiple,
  kGerund,
  kMark,    ///< comma, dash, colon
  kHyphen,  ///< inside a compound
  kSymbol,
  kOther,
};
constexpr size_t kTagCount = static_cast<size_t>(Tag::kOther) + 1;

/// How well `right` follows `left`; 0 is indifferent.
int weight_of(Tag left, Tag right);

Upos upos_of(Tag);
VerbForm form_of(Tag);

}  // namespace demarche
