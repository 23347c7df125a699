// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is parse.h.

#include <cstdint>
#include <string>
#include <string_view>

#include "language/language.h"
#include "parse/tags.h"

namespace demarche {

/// One thing that a word may be in its place.
struct Candidate {
  Tag tag = Tag::kOther;
  int8_t cost = 0;  ///< 0 for the most usual reading
  VerbForm form = VerbForm::kNone;
  const Language::Reading* reading = nullptr;  ///< null: guessed from the ending
};

struct Candidates {
  static constexpr size_t kMost = 8;
  std::array<Candidate, kMost> items;
  uint8_t size = 0;

  void add(Candidate candidate) {
    for (uint8_t i = 0; i < size; ++i) {
      if (items[i].tag == candidate.tag) return;
    }
    if (size < kMost) items[size++] = candidate;
  }
};

/// Where a word stands, as far as its capitals need to know.
struct Place {
  bool first = false;         ///< begins a sentence or a quotation: a capital says nothing
  bool title_case = false;    ///< nearly all words of the sentence have a capital
  bool name_follows = false;  ///< the next word has a capital
};

/// What a word may be by the word lists, else by its ending and its capitals. `word` is as
/// written, `lower` folded.
Candidates candidates_of(std::string_view word, const std::string& lower, Place place,
                         const Language& language);

/// The lemma of a word, folded.
std::string lemma_of(const std::string& lower, const Candidate& candidate,
                     const Language& language);

}  // namespace demarche
