// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/draft.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <unordered_map>
#include <vector>

#include "article/credit.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace demarche {
namespace {

constexpr size_t kLeastRepeated = 5;  // words
constexpr size_t kMostRepeated = 400;
constexpr size_t kRun = 4;  // words in a row that lead to what is nearly the same
constexpr size_t kLeastNear = 8;
constexpr size_t kInserted = 4;  // words that may stand between
constexpr size_t kMostNear = 120;
constexpr size_t kMostTried = 64;

struct Word {
  size_t hash;
  uint32_t begin, end;
  bool digits;  // holds some
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
    const std::string_view word = text.substr(at, end - at);
    words.push_back({std::hash<std::string>{}(fold_case(word)), static_cast<uint32_t>(at),
                     static_cast<uint32_t>(end), std::ranges::any_of(word, is_ascii_digit)});
    at = end;
  }
  return words;
}

void find_repeats(Article& article) {
  const std::string_view text = article.text.view();
  for (Block& block : article.blocks) {
    if (block.kind != BlockKind::kStandfirst) continue;
    block.repeats = find_similar_words(text, block.span.end, article.text.of(block.span));
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

bool same(const Word& a, const Word& b) { return a.hash == b.hash; }

std::optional<Span> find_exact(const std::vector<Word>& have, const std::vector<Word>& wanted) {
  const auto found =
      std::search(have.begin(), have.end(),
                  std::boyer_moore_horspool_searcher(
                      wanted.begin(), wanted.end(), [](const Word& w) { return w.hash; }, same));
  if (found == have.end()) return std::nullopt;
  return Span{found->begin, (found + static_cast<std::ptrdiff_t>(wanted.size()) - 1)->end};
}

size_t hash_run(const std::vector<Word>& words, size_t at) {
  size_t hash = 0;
  for (size_t i = at; i < at + kRun; ++i) hash = hash * 1099511628211U + words[i].hash;
  return hash;
}

// Two texts that differ in such a word say the opposite of each other.
bool is_weighty(const Word& word) {
  static constexpr std::array<std::string_view, 26> kWords = {
      "not",  "no", "never",  "without", "t",     "nicht", "kein",  "keine", "nie",
      "pas",  "ne", "jamais", "sin",     "nunca", "non",   "mai",   "não",   "niet",
      "geen", "не", "нет",    "ні",      "ikke",  "inte",  "aldri", "değil"};
  if (word.digits) return true;
  return std::ranges::any_of(kWords, [&](std::string_view known) {
    return std::hash<std::string_view>{}(known) == word.hash;
  });
}

// Which words of `have` are in the longest common subsequence with `wanted`, and how many of
// `wanted` are not; nothing where a word that weighs is in one of them alone.
struct Common {
  std::vector<size_t> words;  // of `have`, ascending
  bool weighty = false;
};
Common find_common(std::span<const Word> have, const std::vector<Word>& wanted) {
  const size_t width = wanted.size() + 1;
  std::vector<uint16_t> best((have.size() + 1) * width, 0);
  for (size_t i = 1; i <= have.size(); ++i) {
    for (size_t k = 1; k < width; ++k) {
      best[i * width + k] = same(have[i - 1], wanted[k - 1])
                                ? static_cast<uint16_t>(best[(i - 1) * width + k - 1] + 1)
                                : std::max(best[(i - 1) * width + k], best[i * width + k - 1]);
    }
  }
  Common common;
  for (size_t i = have.size(), k = wanted.size(); k > 0;) {
    if (i > 0 && same(have[i - 1], wanted[k - 1])) {
      common.words.push_back(--i);
      --k;
    } else if (i > 0 && best[(i - 1) * width + k] >= best[i * width + k - 1]) {
      --i;
    } else {
      --k;
      common.weighty = common.weighty || is_weighty(wanted[k]);
    }
  }
  std::ranges::reverse(common.words);
  // A word far from the others is there by chance.
  const auto apart = [&](size_t a, size_t b) {
    return common.words[b] - common.words[a] > kInserted;
  };
  while (common.words.size() > 1 && apart(0, 1)) common.words.erase(common.words.begin());
  while (common.words.size() > 1 && apart(common.words.size() - 2, common.words.size() - 1))
    common.words.pop_back();
  for (size_t n = 0; n + 1 < common.words.size(); ++n) {
    for (size_t i = common.words[n] + 1; i < common.words[n + 1]; ++i)
      common.weighty = common.weighty || is_weighty(have[i]);
  }
  return common;
}

// Words that are the same but for one in eight: where a run of them stands, and what is around it.
std::optional<Span> find_near(const std::vector<Word>& have, const std::vector<Word>& wanted) {
  if (wanted.size() < kLeastNear || wanted.size() > kMostNear || have.size() < kRun)
    return std::nullopt;
  const size_t slack = std::max<size_t>(1, wanted.size() / 8);
  std::unordered_map<size_t, size_t> runs;  // to where in `wanted`, the first of equals
  for (size_t k = 0; k + kRun <= wanted.size(); ++k) runs.emplace(hash_run(wanted, k), k);
  size_t tried = 0;
  size_t passed = 0;
  for (size_t i = 0; i + kRun <= have.size() && tried < kMostTried; ++i) {
    if (i < passed) continue;
    const auto found = runs.find(hash_run(have, i));
    if (found == runs.end()) continue;
    ++tried;
    const size_t before = found->second + slack + kInserted;
    const size_t begin = i > before ? i - before : 0;
    const size_t end = std::min(have.size(), i + wanted.size() - found->second + slack + kInserted);
    const Common common = find_common(std::span(have).subspan(begin, end - begin), wanted);
    if (!common.weighty && common.words.size() + slack >= wanted.size()) {
      return Span{have[begin + common.words.front()].begin, have[begin + common.words.back()].end};
    }
    passed = i + kRun;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Span> find_same_words(std::string_view text, uint32_t from, std::string_view words) {
  const std::vector<Word> wanted = cut_words(words, 0);
  if (wanted.size() < kLeastRepeated || wanted.size() > kMostRepeated) return std::nullopt;
  return find_exact(cut_words(text, from), wanted);
}

std::optional<Span> find_similar_words(std::string_view text, uint32_t from,
                                       std::string_view words) {
  std::vector<Word> wanted = cut_words(words, 0);
  words = trim(words);
  const bool cut = words.ends_with("...") || words.ends_with("…");
  // What was cut may be cut within a word.
  if (cut && wanted.size() > kLeastRepeated) wanted.pop_back();
  if (wanted.size() < kLeastRepeated || wanted.size() > kMostRepeated) return std::nullopt;
  const std::vector<Word> have = cut_words(text, from);
  const auto exact = find_exact(have, wanted);
  return exact ? exact : find_near(have, wanted);
}

void assemble(const Draft& draft, const Limits& limits, Article& article) {
  std::string text;
  size_t dropped = 0;
  const auto add = [&](BlockKind kind, std::string_view piece, const std::string& time) {
    if (piece.empty()) return;
    if (text.size() + piece.size() + 2 > limits.text_bytes) {
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
