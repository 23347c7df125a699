// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "statement/check.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/strings.h"
#include "statement/contrast.h"
#include "statement/position.h"
#include "statement/reported.h"

namespace demarche {
namespace {

/// One example sentence, read as far as the parse.
struct Example {
  Article article;
  Tokens tokens;
  Parse parse;
  Mentions mentions;
  Quotes quotes;
  std::vector<TimeMention> times;
};

Example read_example(const std::string& sentence, const Language& language) {
  Example example;
  example.article.text = Text(sentence);
  example.article.blocks.push_back(
      {{0, static_cast<uint32_t>(sentence.size())}, BlockKind::kBody, {}, ""});
  example.tokens = find_tokens(example.article, language, Limits{});
  example.parse = find_parse(example.article, example.tokens, language);
  example.quotes = find_quotes(example.article);
  example.times =
      find_times(example.article, example.tokens, example.parse, std::nullopt, Limits{});
  return example;
}

bool has_cue(const Example& example, const Cue& cue, const CueTable& cues) {
  const StatementContext context{example.article,  example.tokens, example.parse,
                                 example.mentions, cues,           example.quotes,
                                 example.times};
  for (uint32_t s = 0; s < example.tokens.sentences.size(); ++s) {
    for (const Reported& found : find_reported(context, s)) {
      if (found.cue->words == cue.words) return true;
    }
  }
  return false;
}

bool has_position(const Example& example, const Position& position, const CueTable& cues) {
  const auto last = static_cast<uint32_t>(example.tokens.size());
  const auto found = find_positions(example.tokens, example.parse, cues, 0, last);
  return std::ranges::any_of(found, [&](const FoundPosition& f) {
    return f.position->axis == position.axis && f.position->polarity == position.polarity;
  });
}

bool has_contrast(const Example& example, const Contrast& contrast, const CueTable& cues) {
  const auto last = static_cast<uint32_t>(example.tokens.size());
  for (uint32_t at = 0; at < last; ++at) {
    const Contrast* found = find_contrast_at(example.tokens, cues, at, last, contrast.differ);
    if (found != nullptr && found->words == contrast.words) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> check_cues(const CueTable& cues, const Language& language) {
  std::vector<std::string> wrong;
  for (const Cue& cue : cues.cues) {
    if (cue.example.empty()) {
      wrong.push_back(
          fmt::format("cues.tsv:{}: '{}' has no example", cue.line, fmt::join(cue.words, " ")));
    } else if (!has_cue(read_example(cue.example, language), cue, cues)) {
      wrong.push_back(fmt::format("cues.tsv:{}: '{}' is not found in its example: {}", cue.line,
                                  fmt::join(cue.words, " "), cue.example));
    }
  }
  for (const Position& position : cues.positions) {
    if (!has_position(read_example(position.example, language), position, cues)) {
      wrong.push_back(fmt::format("positions.tsv:{}: '{}' does not match its example: {}",
                                  position.line, position.words, position.example));
    }
  }
  for (const Contrast& contrast : cues.contrasts) {
    if (!has_contrast(read_example(contrast.example, language), contrast, cues)) {
      wrong.push_back(fmt::format("contrasts.tsv:{}: '{}' is not found in its example: {}",
                                  contrast.line, fmt::join(contrast.words, " "), contrast.example));
    }
  }
  return wrong;
}

}  // namespace demarche
