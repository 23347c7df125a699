// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/dateline.h"

#include <algorithm>
#include <array>

namespace demarche::mention {
namespace {

constexpr uint32_t kLongest = 16;  // tokens

bool is_dash(const Scene& scene, uint32_t t) {
  static constexpr std::array<std::string_view, 4> kDashes = {"-", "--", "–", "—"};
  if (t >= scene.size()) return false;
  if (std::ranges::find(kDashes, scene.text(t)) == kDashes.end()) return false;
  // "Rome-Milan": a hyphen joins, a dash needs no room.
  const auto& tokens = scene.tokens.tokens;
  return scene.text(t) != "-" || t == 0 || tokens[t - 1].space_after;
}

bool is_shouted(std::string_view word) {
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  return word.size() > 2 && std::ranges::none_of(word, small);
}

/// What has been read of a dateline up to a token.
class DatelineReader {
 public:
  DatelineReader(const Scene& scene, const Sentence& sentence)
      : scene_(scene),
        first_(sentence.first),
        end_(std::min(sentence.last, sentence.first + kLongest)),
        last_(sentence.last) {}

  uint32_t read() {
    if (!scene_.is_capital(first_) || scene_.timed[first_]) return first_;
    loud_ = is_shouted(scene_.text(first_));
    uint32_t t = first_;
    while (t < end_ && step(t)) {
    }
    if (is_dash(scene_, t)) return ends_by_dash(t) ? t + 1 : first_;
    if (scene_.is(t, ":")) return dated_ ? t + 1 : first_;
    // A line of its own, or "NORVIK (Agency)" before its story.
    if (t >= last_) return dated_ && places_ > 0 ? t : first_;
    return loud_ && agency_ ? t : first_;
  }

 private:
  const Scene& scene_;
  const uint32_t first_, end_, last_;
  bool loud_ = false, dated_ = false, agency_ = false;
  uint32_t places_ = 0;

  /// Moves past a word that a dateline may have. False: here it ends.
  bool step(uint32_t& t) {
    if (scene_.is(t, "(")) return skip_bracket(t);
    if (scene_.timed[t]) {
      dated_ = true;
    } else if (scene_.is_capital(t)) {
      // What is said in small letters behind loud ones is no name of a place.
      if (dated_ || agency_) return false;
      if (scene_.names.at[t] != kNone || scene_.places.at[t] != kNone) ++places_;
    } else if (!scene_.is(t, ",") && !scene_.is(t, ".") && !scene_.is(t, "/") &&
               !(scene_.is(t, "and") && loud_)) {
      return false;
    }
    ++t;
    return true;
  }

  bool skip_bracket(uint32_t& t) {
    for (uint32_t i = t + 1; i < end_; ++i) {
      if (scene_.is(i, "(")) return false;
      if (!scene_.is(i, ")")) continue;
      if (t == first_ || !scene_.is_capital(t + 1)) return false;
      agency_ = true;
      t = i + 1;
      return true;
    }
    return false;
  }

  /// A loud or a dated one is one, and else what has its story behind it and no second dash.
  [[nodiscard]] bool ends_by_dash(uint32_t t) const {
    if (dated_ || agency_) return true;
    if (t + 1 >= last_ || !scene_.is_capital(t + 1)) return loud_ && t + 1 >= last_;
    for (uint32_t i = t + 1; i < last_; ++i)
      if (is_dash(scene_, i)) return loud_;
    return true;
  }
};

bool opens_block(const Scene& scene, uint32_t sentence) {
  const auto& sentences = scene.tokens.sentences;
  return sentence == 0 || sentences[sentence - 1].block != sentences[sentence].block;
}

}  // namespace

uint32_t dateline_end(const Scene& scene, uint32_t sentence) {
  const Sentence& here = scene.tokens.sentences[sentence];
  if (here.first >= here.last || !opens_block(scene, sentence)) return here.first;
  const auto& blocks = scene.article.blocks;
  if (here.block < blocks.size() && blocks[here.block].kind == BlockKind::kTitle) return here.first;
  return DatelineReader(scene, here).read();
}

bool is_in_dateline(const Scene& scene, uint32_t t) {
  constexpr uint32_t kFar = 12;
  if (t >= scene.sentence(t).first + kFar) return false;
  return t < dateline_end(scene, scene.tokens.sentence_of[t]);
}

}  // namespace demarche::mention
