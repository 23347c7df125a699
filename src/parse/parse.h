// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/language.h"
#include "token/token.h"

namespace demarche {

/// Universal part-of-speech tags (Universal Dependencies v2).
enum class Upos : uint8_t {
  kX,
  kAdj,
  kAdp,
  kAdv,
  kAux,
  kCconj,
  kDet,
  kIntj,
  kNoun,
  kNum,
  kPart,
  kPron,
  kPropn,
  kPunct,
  kSconj,
  kSym,
  kVerb
};
std::string_view name_of(Upos);  ///< "NOUN"

enum class VerbForm : uint8_t { kNone, kBase, kPresent, kPast, kParticiple, kGerund };

struct Word {
  Upos upos = Upos::kX;
  VerbForm form = VerbForm::kNone;
  std::string lemma;  ///< folded
};

/// A base noun phrase, tokens [first, last): determiners, possessives, adjectives, numbers, names
/// and the head noun, without what follows the head. "Norvenia's deputy foreign minister Ana Brok"
/// is one; "the minister of defence" is two. Pronouns are phrases of one token.
struct NounPhrase {
  uint32_t first = 0, last = 0;
  uint32_t head = 0;
};

enum class Tense : uint8_t { kPresent, kPast, kFuture, kNone };

/// A verb with its auxiliaries, tokens [first, last): "would not have been sent".
struct VerbGroup {
  uint32_t first = 0, last = 0;
  uint32_t head = 0;  ///< the main verb
  Tense tense = Tense::kNone;
  bool negated = false;      ///< "did not", "never", "n't"
  bool passive = false;      ///< be + past participle
  bool infinitive = false;   ///< "to" + base form
  bool participle = false;   ///< "-ing" or past participle without an auxiliary
  bool progressive = false;  ///< be + "-ing"
  bool perfect = false;      ///< have + past participle
  std::string modal;         ///< lemma of the modal: "would", "could"; "will" for "'ll"; or empty
};

/// What the shallow parser says of each token, and the phrases it found. One entry a token in
/// `words`, `phrase_of` and `verb_of`; phrases and verb groups ascend and do not overlap.
/// A trained tagger and a tree replace this reader later; what lies above needs only these.
struct Parse {
  static constexpr uint32_t kNone = 0xFFFFFFFF;
  std::vector<Word> words;
  std::vector<NounPhrase> phrases;
  std::vector<VerbGroup> verbs;
  std::vector<uint32_t> phrase_of;  ///< token -> number in `phrases`, or kNone
  std::vector<uint32_t> verb_of;    ///< token -> number in `verbs`, or kNone
};

/// Tags words and finds noun phrases and verb groups by word lists, endings and neighbours.
/// Pure and thread-safe.
Parse find_parse(const Article& article, const Tokens& tokens, const Language& language);

}  // namespace demarche
