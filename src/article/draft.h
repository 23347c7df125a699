// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <string>
#include <vector>

#include "article/article.h"

namespace demarche {

/// A piece of the page in page order, with its role, before the text is put together.
struct DraftItem {
  bool kept = false;  ///< a block of the article, else furniture
  BlockKind block = BlockKind::kBody;
  FurnitureKind furniture = FurnitureKind::kOther;
  std::string text;
  std::string time;  ///< of the live entry that it stands in; else empty
};
using Draft = std::vector<DraftItem>;

/// Puts text, blocks and furniture together; splits credits from the ends of blocks, and finds
/// what a standfirst repeats. Hits Limits::text_bytes with a note.
void assemble(const Draft& draft, const Limits& limits, Article& article);

/// The span in `text`, not before `from`, that has the same words as `words` in the same order;
/// case, quote marks and punctuation do not count.
std::optional<Span> find_same_words(std::string_view text, uint32_t from, std::string_view words);

/// The same, or what differs from it in one word of eight and no more; words that are cut with
/// "..." are looked for as far as they go.
std::optional<Span> find_similar_words(std::string_view text, uint32_t from,
                                       std::string_view words);

}  // namespace demarche
