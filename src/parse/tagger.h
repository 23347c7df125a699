// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is parse.h.

#include <vector>

#include "parse/readings.h"

namespace demarche {

/// The tags of a text's words. One object serves one text, sentence by sentence.
class Tagger {
 public:
  Tagger(const Article& article, const Tokens& tokens, const Language& language)
      : article_(article), tokens_(tokens), language_(language) {}

  /// Writes the words of the tokens [first, last), which are one sentence.
  void tag(uint32_t first, uint32_t last, std::vector<Word>& words);

 private:
  struct Step {
    Candidates candidates;
    uint32_t token = 0;
    std::array<int32_t, Candidates::kMost> score{};
    std::array<uint8_t, Candidates::kMost> from{};
  };

  void collect(uint32_t first, uint32_t last, std::vector<Word>& words);
  void search();
  void write(std::vector<Word>& words);
  [[nodiscard]] bool is_floating(std::string_view lower) const;
  [[nodiscard]] bool is_title_case(uint32_t first, uint32_t last) const;
  [[nodiscard]] bool is_inner_hyphen(uint32_t at, uint32_t first, uint32_t last) const;
  [[nodiscard]] Candidates mark_candidates(uint32_t at, uint32_t first, uint32_t last) const;
  [[nodiscard]] std::string_view word(uint32_t at) const {
    return article_.text.of(tokens_.tokens[at].span);
  }

  const Article& article_;
  const Tokens& tokens_;
  const Language& language_;
  std::vector<Step> steps_;  // kept between sentences for its memory
};

}  // namespace demarche
