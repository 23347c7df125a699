// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "statement/interview.h"

#include <algorithm>

namespace demarche {
namespace {

constexpr uint32_t kLongestLabel = 6;  // tokens

/// The colon that ends the label of a paragraph that begins at token `first`, or `first`.
uint32_t label_end(const Tokens& tokens, uint32_t first, uint32_t last) {
  for (uint32_t at = first + 1; at + 1 < last && at <= first + kLongestLabel; ++at) {
    if (tokens.lower[at] == ":") return at;
  }
  return first;
}

/// The person that a label names, or none: nothing else may stand in it.
const Mention* person_of(const Mentions& mentions, uint32_t first, uint32_t colon) {
  const Mention* mention = mentions.covering(colon - 1);
  const bool whole = mention != nullptr && mention->first == first && mention->last == colon &&
                     mention->kind == MentionKind::kPerson;
  return whole ? mention : nullptr;
}

/// Who is interviewed: the first person that the page names.
Id<Actor> first_person(const Mentions& mentions) {
  const auto at = std::ranges::find(mentions.mentions, MentionKind::kPerson, &Mention::kind);
  return at == mentions.mentions.end() ? Id<Actor>{} : at->actor;
}

}  // namespace

std::vector<InterviewLine> find_interview(const Article& article, const Tokens& tokens,
                                          const Mentions& mentions) {
  std::vector<InterviewLine> lines;
  int labels = 0;
  for (uint32_t s = 0; s < tokens.sentences.size();) {
    const Sentence& sentence = tokens.sentences[s];
    const uint32_t begin = s;
    uint32_t end = sentence.last;
    for (; s < tokens.sentences.size() && tokens.sentences[s].block == sentence.block; ++s) {
      end = tokens.sentences[s].last;
    }
    if (article.blocks[sentence.block].kind != BlockKind::kBody) continue;
    const uint32_t colon = label_end(tokens, sentence.first, end);
    if (colon == sentence.first) continue;
    const std::string& label = tokens.lower[sentence.first];
    const bool letter = colon == sentence.first + 1;
    const bool answers = letter && (label == "a" || label == "answer");
    const bool asks = letter && (label == "q" || label == "question");
    const Mention* person = person_of(mentions, sentence.first, colon);
    labels += answers || asks || person != nullptr ? 1 : 0;
    if (asks || tokens.lower[end - 1] == "?" || !(answers || person != nullptr)) continue;
    lines.push_back({.sentence = begin,
                     .first = sentence.first,
                     .colon = colon,
                     .end = end,
                     .speaker = person != nullptr ? person->actor : first_person(mentions),
                     .named = person != nullptr});
  }
  if (labels < 2) lines.clear();
  return lines;
}

}  // namespace demarche
