// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "token/sentences.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "token/characters.h"

namespace demarche {
namespace {

// A capital at one of these after "U.S." or "p.m." can only be the start of a sentence. Sorted.
constexpr auto kStarters = std::to_array<std::string_view>(
    {"a",         "according", "after",   "all",     "although", "among",     "an",       "and",
     "another",   "as",        "at",      "because", "before",   "both",      "but",      "by",
     "despite",   "during",    "each",    "even",    "every",    "everybody", "everyone", "few",
     "following", "for",       "from",    "he",      "her",      "here",      "his",      "how",
     "however",   "i",         "if",      "in",      "it",       "its",       "last",     "many",
     "meanwhile", "more",      "most",    "my",      "neither",  "no",        "nobody",   "none",
     "nor",       "not",       "nothing", "on",      "one",      "only",      "other",    "our",
     "several",   "she",       "since",   "so",      "some",     "somebody",  "someone",  "still",
     "such",      "that",      "the",     "their",   "then",     "there",     "these",    "they",
     "this",      "those",     "though",  "under",   "until",    "we",        "what",     "when",
     "whether",   "while",     "who",     "why",     "with",     "yet",       "you"});

// After a quotation these say that the sentence goes on: "Why now?" Brok asked. Sorted.
constexpr auto kSpeech =
    std::to_array<std::string_view>({"added", "asked", "asks", "cried", "exclaimed", "said", "says",
                                     "shouted", "told", "wondered", "wrote", "yelled"});

class Ends {
 public:
  Ends(std::string_view text, std::span<const Piece> pieces, std::span<const std::string> lower)
      : text_(text), pieces_(pieces), lower_(lower) {}

  std::vector<uint32_t> find() {
    uint32_t first = 0;
    for (uint32_t i = 0; i < size(); ++i) {
      if (!may_end(pieces_[i].shape)) continue;
      const uint32_t after = after_closers(i + 1, first);
      if (after >= size()) break;
      if (!is_end(i, after, first)) continue;
      ends_.push_back(after);
      first = after;
      i = after - 1;
    }
    if (size() > 0) ends_.push_back(size());
    return std::move(ends_);
  }

 private:
  [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(pieces_.size()); }
  [[nodiscard]] bool has_space_before(uint32_t i) const {
    return i > 0 && pieces_[i].span.begin > pieces_[i - 1].span.end;
  }
  static bool may_end(Shape shape) {
    return shape == Shape::kStop || shape == Shape::kAsk || shape == Shape::kEllipsis ||
           shape == Shape::kAbbreviation || shape == Shape::kInitial;
  }
  [[nodiscard]] Character head(uint32_t i) const {
    return character_at(text_, pieces_[i].span.begin);
  }
  [[nodiscard]] bool is_capital(uint32_t i) const { return is_upper(head(i).value); }
  [[nodiscard]] bool is_lower(uint32_t i) const {
    const Character c = head(i);
    return c.value < 128 ? c.value >= 'a' && c.value <= 'z'
                         : c.kind == Kind::kLetter && !is_upper(c.value) && c.value < 0x2000;
  }

  /// Closing quotes and brackets right behind the stop belong to the sentence. A straight quote
  /// closes where it touches what is before it.
  [[nodiscard]] uint32_t after_closers(uint32_t i, uint32_t first) const {
    while (i < size() && !has_space_before(i)) {
      const Shape shape = pieces_[i].shape;
      if (shape != Shape::kClose && shape != Shape::kQuote) break;
      ++i;
    }
    // "[6]": the number of a note.
    constexpr uint32_t kNote = 3;
    if (i + kNote < size() && text_[pieces_[i].span.begin] == '[' &&
        pieces_[i + 1].shape == Shape::kNumber && pieces_[i + 2].shape == Shape::kClose) {
      i += kNote;
    }
    if (i < size() && lower_[i] == ")") ++i;
    // `He left. "` with a space inside the quote: it closes if one is open.
    if (i < size() && pieces_[i].shape == Shape::kQuote && i + 1 < size() &&
        has_space_before(i + 1) && open_quotes(first, i)) {
      ++i;
    }
    return i;
  }

  [[nodiscard]] bool open_quotes(uint32_t first, uint32_t last) const {
    // A bounded look back: a quotation of more words than this has lost its mark.
    constexpr uint32_t kFar = 200;
    bool open = false;
    for (uint32_t i = std::max(first, last > kFar ? last - kFar : 0); i < last; ++i) {
      if (pieces_[i].shape == Shape::kQuote && lower_[i] == "\"") open = !open;
    }
    return open;
  }

  /// The first word of what follows, behind opening quotes and brackets.
  [[nodiscard]] uint32_t word_at(uint32_t i) const {
    while (i < size() && (pieces_[i].shape == Shape::kOpen || pieces_[i].shape == Shape::kQuote)) {
      ++i;
    }
    return i;
  }

  [[nodiscard]] bool is_speech_after(uint32_t i) const {
    constexpr uint32_t kFar = 4;
    for (uint32_t k = i; k < size() && k < i + kFar; ++k) {
      if (pieces_[k].shape != Shape::kWord && pieces_[k].shape != Shape::kTitle) return false;
      if (std::ranges::binary_search(kSpeech, std::string_view(lower_[k]))) return true;
    }
    return false;
  }

  /// Whether the sentence that begins at `first` ends before `after`; the mark is piece `i`.
  [[nodiscard]] bool is_end(uint32_t i, uint32_t after, uint32_t first) const {
    const bool closed = after > i + 1;
    const uint32_t word = word_at(after);
    const bool lower = word < size() && is_lower(word);
    const bool starter = word < size() && is_capital(word) &&
                         std::ranges::binary_search(kStarters, std::string_view(lower_[word]));
    if (!has_space_before(after)) return is_end_without_space(i, after);
    switch (pieces_[i].shape) {
      case Shape::kStop:
        // "1. Sign the form": the number of a list.
        if (i == first + 1 && pieces_[first].shape == Shape::kNumber) return false;
        return !(closed && lower);
      case Shape::kAsk:
        if (closed && lower) return false;
        if (closed && pieces_[first].shape != Shape::kWord && is_speech_after(word)) return false;
        return true;
      case Shape::kEllipsis:
        return word < size() && !lower && (closed || starts(word));
      case Shape::kAbbreviation:
      case Shape::kInitial:
        if (word < size() && closed && !lower && starts(word)) return true;
        return starter && !(pieces_[i].shape == Shape::kInitial && is_after_name(i, first));
      default:
        return false;
    }
  }

  /// "end.The next", and the stops of scripts that use no spaces.
  [[nodiscard]] bool is_end_without_space(uint32_t i, uint32_t after) const {
    const Character mark = head(i);
    if (mark.value >= 0x2E80) return true;
    const Shape shape = pieces_[i].shape;
    if (shape != Shape::kStop && shape != Shape::kAsk) return false;
    if (pieces_[after].shape == Shape::kOpen || pieces_[after].shape == Shape::kQuote) return false;
    return i > 0 && is_lower(i - 1) && is_capital(after) && pieces_[after].shape == Shape::kWord;
  }

  [[nodiscard]] bool starts(uint32_t word) const {
    return is_capital(word) || head(word).kind == Kind::kDigit ||
           pieces_[word].shape == Shape::kMark;
  }

  /// "Ana M. The": an initial between the names of a person.
  [[nodiscard]] bool is_after_name(uint32_t i, uint32_t first) const {
    return i > first && is_capital(i - 1) && pieces_[i - 1].shape != Shape::kMark;
  }

  std::string_view text_;
  std::span<const Piece> pieces_;
  std::span<const std::string> lower_;
  std::vector<uint32_t> ends_;
};

}  // namespace

std::vector<uint32_t> find_sentence_ends(std::string_view text, std::span<const Piece> pieces,
                                         std::span<const std::string> lower) {
  return Ends(text, pieces, lower).find();
}

}  // namespace demarche
