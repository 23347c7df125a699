// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/relabel.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "article/comments.h"
#include "article/marks.h"

namespace demarche {
namespace {

// What a block of the body is by its tags, where the rules have left it out.
BlockKind kind_of(const PageBlock& block) {
  if (is_heading(block.tag)) return BlockKind::kHeading;
  if (has_tag(block.path, "li")) return BlockKind::kList;
  if (has_tag(block.path, "blockquote")) return BlockKind::kQuote;
  return BlockKind::kBody;
}

void apply(const BlockLabel& label, BlockKind kind, DraftItem& item) {
  const bool title = item.kept && item.block == BlockKind::kTitle;
  if (title) return;
  switch (label.part) {
    case PagePart::kStandfirst:
      item.kept = true;
      item.block = BlockKind::kStandfirst;
      return;
    case PagePart::kBody: {
      const bool said =
          item.kept && item.block != BlockKind::kStandfirst && item.block != BlockKind::kCaption;
      if (!said) item.block = kind;
      item.kept = true;
      return;
    }
    case PagePart::kBefore:
    case PagePart::kInner:
      // A picture of the article; the rules keep none outside of it.
      if (item.kept && item.block == BlockKind::kCaption) return;
      [[fallthrough]];
    case PagePart::kAfter:
      if (!item.kept) return;
      item.kept = false;
      item.furniture =
          item.block == BlockKind::kCaption ? FurnitureKind::kOther : FurnitureKind::kTeaser;
      return;
  }
}

// The best path always has a body, so that it cannot tell a page without an article: the rules do.
bool has_article(const Draft& draft) {
  return std::ranges::any_of(draft, [](const DraftItem& item) { return item.kept; });
}

// A paragraph is kept once: some pages hold their text twice, for two sizes of screen. Headings and
// lists may come again: a table of contents has the words of both.
void drop_repeated(Draft& draft) {
  constexpr size_t kParagraph = 60;  // bytes
  std::unordered_set<std::string_view> seen;
  for (DraftItem& item : draft) {
    const bool may_repeat = item.block == BlockKind::kHeading || item.block == BlockKind::kList;
    if (!item.kept || may_repeat || item.text.size() <= kParagraph) continue;
    if (seen.insert(item.text).second) continue;
    item.kept = false;
    item.furniture = FurnitureKind::kOther;
  }
}

}  // namespace

void relabel(const std::vector<BlockLabel>& labels, const Page& page, HtmlBody& body) {
  if (!has_article(body.draft)) return;
  const size_t n = std::min({labels.size(), page.blocks.size(), body.draft.size()});
  for (size_t i = 0; i < n; ++i) apply(labels[i], kind_of(page.blocks[i]), body.draft[i]);
  drop_repeated(body.draft);
}

void relabel(const std::vector<BlockLabel>& labels, TextBody& body) {
  if (!has_article(body.draft)) return;
  const size_t n = std::min(labels.size(), body.draft.size());
  bool begun = false;
  for (size_t i = 0; i < n; ++i) {
    DraftItem& item = body.draft[i];
    // Without tags, a first paragraph whose words come again, or that carries a credit, is known
    // for a standfirst by that alone.
    const bool standfirst = item.kept && item.block == BlockKind::kStandfirst && !begun &&
                            labels[i].part == PagePart::kBody;
    begun = begun || labels[i].part == PagePart::kBody;
    // Comments stand right below the text: what the rules keep above their heading belongs to it.
    const bool last = item.kept && i > 0 && labels[i - 1].part == PagePart::kBody && i + 1 < n &&
                      heads_comments(body.draft[i + 1].text);
    if (!standfirst && !last) apply(labels[i], BlockKind::kBody, item);
  }
  drop_repeated(body.draft);
}

}  // namespace demarche
