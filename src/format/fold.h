// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is trace.h.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "article/article.h"

namespace demarche {

/// What became of a block of a page.
enum class Fate : uint8_t { kCut, kKept, kReplaced, kOverLimit };

/// One a block. The trace itself knows nothing of text that was taken from elsewhere, nor of the
/// limit of a text: the article's notes do.
std::vector<Fate> find_fates(const std::vector<BlockTrace>& blocks, const Article& article);

bool has_note(const Article& article, std::string_view code);

/// The name of the element that holds a block; empty on text pages.
std::string_view tag_of(const BlockTrace& block);

/// Neighbours of one fate and one part of the page that need not be shown one by one.
struct Fold {
  size_t begin = 0, size = 0;
};

/// The middles of long runs of labels ("Home", "Sport") and of lines that the page has had before.
/// What reads like a sentence, a headline or a caption is in none, nor is a block that is unsure:
/// a person who misses a paragraph has to find it. Ascending and apart; none ends a page.
std::vector<Fold> find_folds(const std::vector<BlockTrace>& blocks, const std::vector<Fate>& fates);

}  // namespace demarche
