// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "parse/parse.h"
#include "token/token.h"

namespace demarche {

// Internal to find_times: see mention.h for the door.

/// The days that the text told and the sentences that told them: "three days after the vote" counts
/// from the day of a sentence before that has the vote.
class ToldEvents {
 public:
  ToldEvents(const Tokens& tokens, const Parse& parse) : tokens_(tokens), parse_(parse) {}

  /// A day that the tokens from `token` on told.
  void add(uint32_t token, Day day) { told_.push_back({token, day}); }

  /// The day of what the words from `token` on name: "the fall of Velmark"; none where no sentence
  /// before tells it.
  [[nodiscard]] std::optional<Day> day_of(uint32_t token) const;

 private:
  struct Told {
    uint32_t token;
    Day day;
  };
  struct Word {
    std::string_view lemma;
    bool name;
  };
  [[nodiscard]] std::vector<Word> words_of_phrase(uint32_t token) const;
  /// The token that tells the word in the sentence of `told`; Parse::kNone where none does.
  [[nodiscard]] uint32_t find_word(const Told& told, const Word& word) const;
  [[nodiscard]] Day nearest_day(size_t told, uint32_t token) const;
  [[nodiscard]] bool carries(uint32_t token, uint32_t time) const;

  const Tokens& tokens_;
  const Parse& parse_;
  std::vector<Told> told_;
};

}  // namespace demarche
