// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "parse/parse.h"

#include <array>

#include "parse/noun_phrases.h"
#include "parse/tagger.h"
#include "parse/verb_groups.h"

namespace demarche {

std::string_view name_of(Upos upos) {
  static constexpr std::array<std::string_view, 17> kNames = {
      "X",   "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN",
      "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"};
  const auto number = static_cast<size_t>(upos);
  return number < kNames.size() ? kNames[number] : kNames[0];
}

Parse find_parse(const Article& article, const Tokens& tokens, const Language& language) {
  Parse parse;
  parse.words.resize(tokens.size());
  parse.phrase_of.assign(tokens.size(), Parse::kNone);
  parse.verb_of.assign(tokens.size(), Parse::kNone);
  Tagger tagger(article, tokens, language);
  for (const auto& sentence : tokens.sentences) {
    tagger.tag(sentence.first, sentence.last, parse.words);
    find_noun_phrases(tokens, sentence.first, sentence.last, parse);
    find_verb_groups(tokens, sentence.first, sentence.last, parse);
  }
  return parse;
}

}  // namespace demarche
