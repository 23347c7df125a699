// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"

namespace demarche {

/// How a full stop after an abbreviation is read.
enum class AbbreviationKind : uint8_t {
  kOther,   ///< "etc.", "approx.": may end a sentence
  kTitle,   ///< "Gen.", "Mr.": a name follows, never the end
  kNumber,  ///< "No.", "pp.": an abbreviation only before a number
  kMonth,   ///< "Jan.", "Mon.": an abbreviation only with a capital
};

/// What is known of one language at the level of words: loaded once from data/<code>/, then read
/// by any number of threads. Tables of later stages (cues, patterns, roles) load their own files.
struct Language {
  std::string code;                               ///< "en"
  std::unordered_set<std::string> abbreviations;  ///< folded, with the full stop: "gen."
  std::unordered_map<std::string, AbbreviationKind> abbreviation_kinds;  ///< the same keys
  /// Folded word form to its readings, most frequent first: closed classes, irregular forms, and
  /// all inflected forms of the verbs, nouns and adjectives below.
  struct Reading {
    std::string upos;  ///< UD name: "VERB"
    std::string lemma;
    std::string feats;  ///< verbs: "Base", "Present", "Past", "Part", "Ing"; nouns: "Plur"; ""
  };
  std::unordered_map<std::string, std::vector<Reading>> words;
  std::unordered_set<std::string> verbs;  ///< lemmas of verbs, irregular ones included
  std::unordered_set<std::string> nouns;  ///< lemmas that are nouns although a verb looks alike
  std::unordered_set<std::string> adjectives;
  std::unordered_set<std::string> proper_adjectives;  ///< written with a capital: "russian"
};

/// Reads data_dir/<code>/{abbreviations,words,verbs,nouns,adjectives}.tsv.
Result<Language> load_language(const std::string& data_dir, std::string_view code);

/// ISO 639-1 code of the text's language by libcld2, "und" where it cannot tell. Pure.
struct DetectedLanguage {
  std::string code;
  bool reliable = false;
};
DetectedLanguage identify_language(std::string_view utf8);

}  // namespace demarche
