// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "parse/parse.h"

#include <array>

#include "parse/model_parse.h"
#include "parse/noun_phrases.h"
#include "parse/tagger.h"
#include "parse/verb_groups.h"
#include "parse/word_model.h"

namespace demarche {

std::string_view name_of(Upos upos) {
  static constexpr std::array<std::string_view, 17> kNames = {
      "X",   "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN",
      "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"};
  const auto number = static_cast<size_t>(upos);
  return number < kNames.size() ? kNames[number] : kNames[0];
}

namespace {

std::string_view label_of(const WordModel* model, std::string_view head, uint16_t label) {
  const int number = model == nullptr ? -1 : model->find_head(head);
  if (number < 0) return {};
  const auto& labels = model->heads()[static_cast<size_t>(number)].labels;
  return label < labels.size() ? std::string_view(labels[label]) : std::string_view();
}

}  // namespace

Upos Parse::upos_of(uint32_t token) const {
  return token < tree.size() ? tree[token].upos : words[token].upos;
}

const std::string& Parse::lemma_of(uint32_t token) const {
  return token < tree.size() ? tree[token].lemma : words[token].lemma;
}

std::string_view Parse::relation_of(uint32_t token) const {
  if (!model || token >= tree.size()) return {};
  const auto& relations = model->relations();
  const uint16_t number = tree[token].relation;
  return number < relations.size() ? std::string_view(relations[number]) : std::string_view();
}

std::string_view Parse::xpos_of(uint32_t token) const {
  return token < tree.size() ? label_of(model.get(), "xpos", tree[token].xpos) : std::string_view();
}

std::string_view Parse::feats_of(uint32_t token) const {
  return token < tree.size() ? label_of(model.get(), "feats", tree[token].feats)
                             : std::string_view();
}

std::string_view Parse::mention_of(uint32_t token) const {
  return token < tree.size() ? label_of(model.get(), "mentions", tree[token].mention)
                             : std::string_view();
}

std::span<const float> Parse::vector_of(uint32_t token) const {
  if (token >= word_row_of.size() || word_row_of[token] == kNone) return {};
  return std::span(word_rows).subspan(word_row_of[token] * row_width, row_width);
}

Parse find_parse(const Article& article, const Tokens& tokens, const Language& language,
                 const std::shared_ptr<const WordModel>& model, Vectors vectors) {
  Parse parse;
  parse.words.resize(tokens.size());
  parse.phrase_of.assign(tokens.size(), Parse::kNone);
  parse.verb_of.assign(tokens.size(), Parse::kNone);
  if (model) {
    parse_with_model(article, tokens, language, model, vectors, parse);
  } else {
    Tagger tagger(article, tokens, language);
    for (const auto& sentence : tokens.sentences)
      tagger.tag(sentence.first, sentence.last, parse.words);
  }
  for (const auto& sentence : tokens.sentences) {
    find_noun_phrases(tokens, sentence.first, sentence.last, parse);
    find_verb_groups(tokens, sentence.first, sentence.last, parse);
  }
  return parse;
}

}  // namespace demarche
