// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "statement/contrast.h"

#include <algorithm>

namespace demarche {
namespace {

std::string first_side(const Mentions& mentions, Span sentence) {
  auto at = std::ranges::lower_bound(mentions.mentions, sentence.begin, {},
                                     [](const Mention& mention) { return mention.span.begin; });
  for (; at != mentions.mentions.end() && at->span.begin < sentence.end; ++at) {
    if (!at->actor || !sentence.contains(at->span)) continue;
    const std::string& side = mentions.actors[at->actor.value].side;
    if (!side.empty()) return side;
  }
  return {};
}

/// The side of the first actor named in `after`, or empty: nobody's or of somebody without one.
std::string next_side(const Mentions& mentions, Span after) {
  auto at = std::ranges::lower_bound(mentions.mentions, after.begin, {},
                                     [](const Mention& mention) { return mention.span.begin; });
  for (; at != mentions.mentions.end() && at->span.begin < after.end; ++at) {
    if (at->actor) return mentions.actors[at->actor.value].side;
  }
  return {};
}

}  // namespace

const Contrast* find_contrast_at(const Tokens& tokens, const CueTable& cues, uint32_t at,
                                 uint32_t last, bool differ) {
  const auto rows = cues.contrasts_by_first.find(tokens.lower[at]);
  if (rows == cues.contrasts_by_first.end()) return nullptr;
  const Contrast* best = nullptr;
  for (const uint32_t row : rows->second) {
    const Contrast& contrast = cues.contrasts[row];
    const size_t length = contrast.words.size();
    if (contrast.differ != differ || at + length > last) continue;
    if (best != nullptr && best->words.size() >= length) continue;
    if (std::equal(contrast.words.begin(), contrast.words.end(), tokens.lower.begin() + at)) {
      best = &contrast;
    }
  }
  return best;
}

std::vector<Differing> find_differing(const Article& article, const Tokens& tokens,
                                      const Mentions& mentions, const CueTable& cues) {
  std::vector<Differing> found;
  for (uint32_t s = 0; s < tokens.sentences.size(); ++s) {
    const Sentence& sentence = tokens.sentences[s];
    for (uint32_t at = sentence.first; at < sentence.last; ++at) {
      const Contrast* contrast = find_contrast_at(tokens, cues, at, sentence.last, true);
      if (contrast == nullptr) continue;
      const auto end = at + static_cast<uint32_t>(contrast->words.size());
      std::string side = first_side(mentions, sentence.span);
      if (side.empty()) break;
      // "contradicting X": only where X is of the same side.
      const Span rest = tokens.span_of(end, std::max(end + 1, sentence.last));
      const std::string other = end < sentence.last ? next_side(mentions, rest) : "";
      if (contrast->against && !other.empty() && other != side) break;
      const bool title = article.blocks[sentence.block].kind == BlockKind::kTitle;
      found.push_back({s, title, tokens.span_of(at, end), std::move(side)});
      at = end - 1;
    }
  }
  return found;
}

}  // namespace demarche
