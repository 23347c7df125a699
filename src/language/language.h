// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"

namespace demarche {

/// What is known of one language at the level of words: loaded once from data/<code>/, then read
/// by any number of threads. Tables of later stages (cues, patterns, roles) load their own files.
struct Language {
  std::string code;  ///< "en"
  std::unordered_set<std::string> abbreviations;  ///< folded, with the full stop: "gen."
  /// Folded word form to its readings, most frequent first: closed classes and irregular forms.
  struct Reading {
    std::string upos;   ///< UD name: "VERB"
    std::string lemma;
    std::string feats;  ///< "Past", "Part", "Ing", "Fin", "" ...
  };
  std::unordered_map<std::string, std::vector<Reading>> words;
  std::unordered_set<std::string> verbs;  ///< lemmas of verbs, irregular ones included
  std::unordered_set<std::string> nouns;  ///< lemmas that are nouns although a verb looks alike
  std::unordered_set<std::string> adjectives;
};

Result<Language> load_language(const std::string& data_dir, std::string_view code);

/// ISO 639-1 code of the text's language by libcld2, "und" where it cannot tell. Pure.
struct DetectedLanguage {
  std::string code;
  bool reliable = false;
};
DetectedLanguage identify_language(std::string_view utf8);

}  // namespace demarche
