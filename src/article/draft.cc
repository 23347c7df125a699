// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/draft.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "article/credit.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace demarche {
namespace {

constexpr size_t kLeastRepeated = 5;  // words
constexpr size_t kMostRepeated = 400;

struct Word {
  size_t hash;
  uint32_t begin, end;
};

std::vector<Word> cut_words(std::string_view text, uint32_t from) {
  std::vector<Word> words;
  for (size_t at = from; at < text.size();) {
    size_t end = at;
    while (end < text.size()) {
      const CodePoint c = decode_utf8(text, end);
      const bool part = c.value < 128 ? is_ascii_alpha(static_cast<char>(c.value)) ||
                                            is_ascii_digit(static_cast<char>(c.value))
                                      : is_letter(c.value);
      if (!part) break;
      end += c.length;
    }
    if (end == at) {
      at += decode_utf8(text, at).length;
      continue;
    }
    words.push_back({std::hash<std::string>{}(fold_case(text.substr(at, end - at))),
                     static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
    at = end;
  }
  return words;
}

void find_repeats(Article& article) {
  const std::string_view text = article.text.view();
  for (Block& block : article.blocks) {
    if (block.kind != BlockKind::kStandfirst) continue;
    block.repeats = find_same_words(text, block.span.end, article.text.of(block.span));
    if (block.repeats) {
      // Within one block: words across a border are a chance.
      const bool whole = std::ranges::any_of(
          article.blocks, [&](const Block& other) { return other.span.contains(*block.repeats); });
      if (!whole) block.repeats.reset();
    }
  }
}

std::string clean(std::string_view text) {
  std::string out = fold_space(repair_utf8(text).text);
  for (char& c : out) {
    if ((static_cast<unsigned char>(c) < 32) || c == 0x7F) c = ' ';
  }
  return fold_space(out);
}

}  // namespace

std::optional<Span> find_same_words(std::string_view text, uint32_t from, std::string_view words) {
  const std::vector<Word> wanted = cut_words(words, 0);
  if (wanted.size() < kLeastRepeated || wanted.size() > kMostRepeated) return std::nullopt;
  const std::vector<Word> have = cut_words(text, from);
  const auto same = [](const Word& a, const Word& b) { return a.hash == b.hash; };
  const auto found =
      std::search(have.begin(), have.end(),
                  std::boyer_moore_horspool_searcher(
                      wanted.begin(), wanted.end(), [](const Word& w) { return w.hash; }, same));
  if (found == have.end()) return std::nullopt;
  return Span{found->begin, (found + static_cast<std::ptrdiff_t>(wanted.size()) - 1)->end};
}

void assemble(const Draft& draft, const Limits& limits, Article& article) {
  std::string text;
  size_t dropped = 0;
  const auto add = [&](BlockKind kind, std::string_view piece, const std::string& time) {
    if (piece.empty()) return;
    if (dropped > 0 || text.size() + piece.size() + 2 > limits.text_bytes) {
      ++dropped;
      return;
    }
    if (!text.empty()) text += "\n\n";
    const auto begin = static_cast<uint32_t>(text.size());
    text += piece;
    article.blocks.push_back(
        {.span = {begin, static_cast<uint32_t>(text.size())}, .kind = kind, .time = time});
  };
  for (const DraftItem& item : draft) {
    const std::string piece = clean(item.text);
    if (piece.empty()) continue;
    if (!item.kept) {
      article.furniture.push_back({static_cast<uint32_t>(text.size()), item.furniture, piece});
      continue;
    }
    const bool prose = item.block == BlockKind::kBody || item.block == BlockKind::kStandfirst;
    const CreditSplit split = prose ? split_credit(piece) : CreditSplit{piece, {}};
    add(item.block, split.body, item.time);
    add(BlockKind::kCredit, split.credit, item.time);
  }
  if (dropped > 0) {
    article.notes.push_back(
        {"article", "limit_text_bytes", fmt::format("{} blocks dropped", dropped)});
  }
  article.text = Text(std::move(text));
  find_repeats(article);
}

}  // namespace demarche
