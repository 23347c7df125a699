// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "format/fold.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "format/layout.h"

namespace demarche {
namespace {

constexpr size_t kShownEnds = 3;    // blocks of a run that are shown at either end
constexpr float kSure = 0.9F;       // below, a person may want to look
constexpr uint32_t kLabel = 30;     // columns of a line of a menu; a headline has more
constexpr uint32_t kSentence = 16;  // columns of one, with its full stop

// "h2", "figcaption": what stands in them is a headline or a caption by its tag.
bool is_title_tag(std::string_view tag) {
  return tag == "figcaption" || tag == "caption" ||
         (tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6');
}

bool ends_as_sentence(std::string_view text) {
  for (const std::string_view quote : {"\"", "”", "’", "»", "'", ")", "」"}) {
    if (text.ends_with(quote)) text.remove_suffix(quote.size());
  }
  return std::ranges::any_of(std::array{".", "!", "?", "…", "。", "！", "？", "।", "؟", "۔"},
                             [&](std::string_view mark) { return text.ends_with(mark); });
}

// What a menu is made of, and nothing that a person may miss.
bool is_label(const BlockTrace& block) {
  const bool titled =
      block.kept && block.block != BlockKind::kBody && block.block != BlockKind::kList;
  const uint32_t columns = columns_of(block.text);
  if (titled || columns >= kLabel) return false;
  return columns < kSentence || !(is_title_tag(tag_of(block)) || ends_as_sentence(block.text));
}

// Which blocks may be hidden among their likes.
std::vector<bool> find_plain(const std::vector<BlockTrace>& blocks) {
  std::unordered_set<std::string_view> seen;
  std::vector<bool> plain;
  for (const BlockTrace& block : blocks) {
    const bool again = !seen.insert(block.text).second && !block.kept;
    plain.push_back(block.label.confidence >= kSure && (again || is_label(block)));
  }
  return plain;
}

}  // namespace

bool has_note(const Article& article, std::string_view code) {
  return std::ranges::any_of(article.notes, [&](const Note& note) { return note.code == code; });
}

// The article's blocks come in the order of the page, one a block that was kept, and one more for
// the credit at its end; from the text limit on there are none.
std::vector<Fate> find_fates(const std::vector<BlockTrace>& blocks, const Article& article) {
  const bool replaced = has_note(article, "linked_body");
  const bool limited = has_note(article, "limit_text_bytes");
  const auto& made = article.blocks;
  std::vector<Fate> fates;
  size_t at = 0;
  for (const BlockTrace& block : blocks) {
    Fate fate = block.kept ? Fate::kKept : Fate::kCut;
    if (block.kept && replaced && block.block != BlockKind::kTitle) fate = Fate::kReplaced;
    if (fate == Fate::kKept && limited) {
      if (at == made.size()) fate = Fate::kOverLimit;
      if (at < made.size() && made[at].kind != BlockKind::kCredit) ++at;
      if (at < made.size() && made[at].kind == BlockKind::kCredit) ++at;
    }
    fates.push_back(fate);
  }
  return fates;
}

std::string_view tag_of(const BlockTrace& block) {
  const std::string_view path = block.path;
  return path.substr(path.rfind(' ') + 1);
}

std::vector<Fold> find_folds(const std::vector<BlockTrace>& blocks,
                             const std::vector<Fate>& fates) {
  const std::vector<bool> plain = find_plain(blocks);
  const auto alike = [&](size_t a, size_t b) {
    if (fates[a] != fates[b] || blocks[a].label.part != blocks[b].label.part) return false;
    return fates[a] != Fate::kKept || blocks[a].block == blocks[b].block;
  };
  std::vector<Fold> folds;
  for (size_t begin = 0; begin < blocks.size();) {
    size_t end = begin + 1;
    while (plain[begin] && end < blocks.size() && plain[end] && alike(begin, end)) ++end;
    const size_t shown = 2 * kShownEnds;
    if (end - begin > shown + 1) folds.push_back({begin + kShownEnds, end - begin - shown});
    begin = end;
  }
  return folds;
}

}  // namespace demarche
