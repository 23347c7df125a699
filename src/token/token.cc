// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "token/token.h"

#include <algorithm>
#include <span>

#include "token/boundaries.h"
#include "token/fold.h"
#include "token/scan.h"
#include "token/sentences.h"

namespace demarche {
namespace {

class Cutter {
 public:
  Cutter(const Article& article, const Language& language, const Limits& limits,
         const BoundaryModel* boundaries)
      : article_(article),
        language_(language),
        boundaries_(boundaries),
        longest_(std::max<uint32_t>(limits.sentence_tokens, 1)),
        end_(border_before(limits.text_bytes)) {}

  Tokens cut() {
    const size_t guess = end_ / 5 + 1;
    tokens_.tokens.reserve(guess);
    tokens_.lower.reserve(guess);
    tokens_.sentence_of.reserve(guess);
    for (uint32_t i = 0; i < article_.blocks.size(); ++i) cut_block(i);
    if (end_ < article_.text.size()) {
      tokens_.notes.push_back({"token", "limit_text_bytes",
                               "only the first " + std::to_string(end_) + " bytes were read"});
    }
    if (cut_short_ > 0) {
      tokens_.notes.push_back({"token", "limit_sentence_tokens",
                               std::to_string(cut_short_) + " sentences were cut at " +
                                   std::to_string(longest_) + " tokens"});
    }
    return std::move(tokens_);
  }

 private:
  /// The text of prose is whole, however long it is; no more of it than this is read.
  [[nodiscard]] uint32_t border_before(uint32_t most) const {
    const std::string_view text = article_.text.view();
    if (text.size() <= most) return static_cast<uint32_t>(text.size());
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
    return most;
  }

  void cut_block(uint32_t block) {
    pieces_.clear();
    const std::string_view text = article_.text.view();
    Span span = article_.blocks[block].span;
    span.end = std::min(span.end, end_);
    if (span.empty()) return;
    scan_pieces(text, span, &language_, pieces_);
    lower_.clear();
    for (const Piece& piece : pieces_) lower_.push_back(fold_token(article_.text.of(piece.span)));
    uint32_t begin = 0;
    for (const uint32_t end : find_ends(text, article_.blocks[block].kind)) {
      const auto first = static_cast<uint32_t>(tokens_.size());
      for (uint32_t i = begin; i < end; ++i) add_token(i);
      part_last_stop();
      add_sentences(first, static_cast<uint32_t>(tokens_.size()), block);
      begin = end;
    }
  }

  /// A block that is no running text by its kind holds no sentences without marks between them: the
  /// model, which has learned from texts whose lines were joined, is asked of running text alone.
  [[nodiscard]] std::vector<uint32_t> find_ends(std::string_view text, BlockKind kind) const {
    const bool running = kind == BlockKind::kBody || kind == BlockKind::kQuote;
    if (boundaries_ == nullptr || !running) return find_sentence_ends(text, pieces_, lower_);
    return boundaries_->find_ends(text, pieces_, lower_, language_);
  }

  void add_token(uint32_t i) {
    const Piece& piece = pieces_[i];
    const bool spaced = i + 1 == pieces_.size() || pieces_[i + 1].span.begin > piece.span.end;
    tokens_.tokens.push_back({piece.span, spaced, piece.clitic});
    tokens_.lower.push_back(std::move(lower_[i]));
  }

  /// "Tanks, guns, etc." at the end of a sentence: the stop ends it, as in the treebanks.
  void part_last_stop() {
    if (tokens_.lower.back() != "etc.") return;
    const Token whole = tokens_.tokens.back();
    const uint32_t stop = whole.span.end - 1;
    tokens_.tokens.back() = {{whole.span.begin, stop}, false, whole.clitic};
    tokens_.lower.back() = "etc";
    tokens_.tokens.push_back({{stop, whole.span.end}, whole.space_after, false});
    tokens_.lower.emplace_back(".");
  }

  /// One sentence, or several where it is longer than the limit: then it ends behind a mark if
  /// there is one in the last quarter.
  void add_sentences(uint32_t first, uint32_t last, uint32_t block) {
    while (last - first > longest_) {
      uint32_t cut = first + longest_;
      for (uint32_t i = cut; i > cut - longest_ / 4; --i) {
        const std::string& word = tokens_.lower[i - 1];
        if (word == ";" || word == "," || word == ":") {
          cut = i;
          break;
        }
      }
      add_sentence(first, cut, block);
      first = cut;
      ++cut_short_;
    }
    add_sentence(first, last, block);
  }

  void add_sentence(uint32_t first, uint32_t last, uint32_t block) {
    const auto number = static_cast<uint32_t>(tokens_.sentences.size());
    tokens_.sentences.push_back({tokens_.span_of(first, last), first, last, block});
    tokens_.sentence_of.resize(last, number);
  }

  const Article& article_;
  const Language& language_;
  const BoundaryModel* boundaries_;
  uint32_t longest_, end_;
  size_t cut_short_ = 0;
  std::vector<Piece> pieces_;       // of the block at hand
  std::vector<std::string> lower_;  // their words, folded
  Tokens tokens_;
};

}  // namespace

uint32_t Tokens::at_byte(uint32_t at) const {
  const auto found =
      std::ranges::upper_bound(tokens, at, {}, [](const Token& t) { return t.span.end; });
  return static_cast<uint32_t>(found - tokens.begin());
}

Tokens find_tokens(const Article& article, const Language& language, const Limits& limits,
                   const BoundaryModel* boundaries) {
  return Cutter(article, language, limits, boundaries).cut();
}

}  // namespace demarche
