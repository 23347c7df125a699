// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
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

class WordModel;

/// Which vectors of a language model are wanted beside what it says: they cost time and room.
/// kWords: of sentences and of words; a Parse keeps those of words that name or mean an actor or a
/// place.
enum class Vectors : uint8_t { kNone, kSentences, kWords };

/// What a language model says of a word. Numbers are those of the model's labels, 0xFFFF where it
/// has no such head.
struct TreeWord {
  uint32_t head = 0xFFFFFFFF;  ///< the token above; of the root of a sentence Parse::kNone
  Upos upos = Upos::kX;        ///< as in the treebanks; Word::upos may differ, see find_parse
  uint16_t relation = 0xFFFF;
  uint16_t xpos = 0xFFFF;     ///< tag of the Penn Treebank
  uint16_t feats = 0xFFFF;    ///< features of Universal Dependencies
  uint16_t mention = 0xFFFF;  ///< the kind of actor or place whose phrase it carries
  std::string lemma;          ///< with its capitals: "Norvenia"
};

/// A name that a language model found, tokens [first, last).
struct NamedSpan {
  uint32_t first = 0, last = 0;
  std::string_view kind;  ///< PER, ORG, LOC, NAT; points into the model
};

/// What the parser says of each token, and the phrases it found. One entry a token in `words`,
/// `phrase_of` and `verb_of`; phrases and verb groups ascend and do not overlap.
struct Parse {
  static constexpr uint32_t kNone = 0xFFFFFFFF;
  std::vector<Word> words;
  std::vector<NounPhrase> phrases;
  std::vector<VerbGroup> verbs;
  std::vector<uint32_t> phrase_of;  ///< token -> number in `phrases`, or kNone
  std::vector<uint32_t> verb_of;    ///< token -> number in `verbs`, or kNone

  // Of a language model; empty without one.
  std::shared_ptr<const WordModel> model;
  std::vector<TreeWord> tree;                        ///< one entry a token
  std::vector<NamedSpan> names;                      ///< ascend, do not overlap
  std::vector<float> sentence_rows;                  ///< where wanted: one of length 1 a sentence
  std::vector<float> word_rows;                      ///< where wanted, see vector_of
  std::vector<uint32_t> word_row_of;                 ///< token -> number in word_rows, or kNone
  size_t row_width = 0;                              ///< floats a row
  [[nodiscard]] Upos upos_of(uint32_t token) const;  ///< the model's, or else the rules'
  [[nodiscard]] const std::string& lemma_of(uint32_t token) const;   ///< the same
  [[nodiscard]] std::string_view relation_of(uint32_t token) const;  ///< "nsubj", or empty
  [[nodiscard]] std::string_view xpos_of(uint32_t token) const;
  [[nodiscard]] std::string_view feats_of(uint32_t token) const;
  /// PER, ORG or LOC where the token is the head of a phrase, or the pronoun, for a person, an
  /// organization or a place; "O" for other tokens; empty without a model that tells.
  [[nodiscard]] std::string_view mention_of(uint32_t token) const;
  /// The token in its sentence as the model sees it, row_width numbers: of pronouns, names and
  /// those that mention_of tells of, where such vectors are wanted; else empty.
  [[nodiscard]] std::span<const float> vector_of(uint32_t token) const;
};

/// Tags words by the model, with their tree and names, or without one by word lists, endings and
/// neighbours; finds noun phrases and verb groups. Word::upos differs from the
/// treebanks where the rules of later stages want it: a nationality is an adjective. Pure and
/// thread-safe.
Parse find_parse(const Article& article, const Tokens& tokens, const Language& language,
                 const std::shared_ptr<const WordModel>& model = nullptr,
                 Vectors vectors = Vectors::kNone);

}  // namespace demarche
