// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "event/steps.h"

#include <algorithm>
#include <array>

#include "event/party.h"

namespace demarche {
namespace {

constexpr uint32_t kNone = Parse::kNone;
constexpr uint32_t kMostSteps = 6;

bool is_amount_word(std::string_view lower) {
  constexpr std::array<std::string_view, 10> kWords = {
      "more", "than", "over", "around", "about", "nearly", "almost", "least", "some", "$"};
  return std::ranges::find(kWords, lower) != kWords.end();
}

// "more than 1,500", "around $400": an amount follows.
bool is_before_amount(const EventContext& context, uint32_t token) {
  const auto& tokens = context.tokens;
  for (uint32_t i = token; i < tokens.size() && i < token + 4; ++i) {
    if (context.parse.words[i].upos == Upos::kNum) return true;
    if (!is_amount_word(tokens.lower[i])) return false;
  }
  return false;
}

}  // namespace

bool is_stepped_over(const EventContext& context, uint32_t token) {
  const auto& word = context.parse.words[token];
  const auto& lower = context.tokens.lower[token];
  switch (word.upos) {
    case Upos::kDet:
    case Upos::kAdj:
    case Upos::kAdv:
    case Upos::kNum:
    case Upos::kPropn:
      return true;
    case Upos::kPron:
      return lower == "its" || lower == "their" || lower == "his" || lower == "her";
    case Upos::kPunct:
      return lower == "\"" || lower == "'" || lower == "``" || lower == "-";
    case Upos::kNoun: {
      const auto phrase = context.parse.phrase_of[token];
      return phrase != kNone && context.parse.phrases[phrase].first == token &&
             context.parse.phrases[phrase].last == token + 1 && is_time_phrase(context, phrase);
    }
    default:
      return is_amount_word(lower) && is_before_amount(context, token);
  }
}

uint32_t phrase_from(const EventContext& context, uint32_t at, uint32_t end) {
  for (uint32_t i = at; i < end && i < at + kMostSteps; ++i) {
    const auto phrase = context.parse.phrase_of[i];
    const bool stepped = is_stepped_over(context, i);
    if (phrase != kNone && !(stepped && context.parse.words[i].upos == Upos::kNoun)) return phrase;
    if (!stepped) return kNone;
  }
  return kNone;
}

uint32_t phrase_after(const EventContext& context, uint32_t phrase, uint32_t end) {
  const auto last = context.parse.phrases[phrase].last;
  if (last >= end) return kNone;
  if (context.parse.phrase_of[last] != kNone) return context.parse.phrase_of[last];
  if (context.tokens.lower[last] == "-" && last + 1 < end) {
    return context.parse.phrase_of[last + 1];  // "a two-volume book"
  }
  const bool of = last + 1 < end && context.parse.words[last].lemma == "of";
  return of ? phrase_from(context, last + 1, end) : kNone;
}

}  // namespace demarche
