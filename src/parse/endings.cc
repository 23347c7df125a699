// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "parse/endings.h"

#include <algorithm>
#include <array>

namespace demarche {
namespace {

constexpr auto kNounEndings = std::to_array<std::string_view>(
    {"tion", "sion", "ment", "ness",  "ity",   "ism",  "ist",    "ship", "hood", "ance",
     "ence", "ency", "ancy", "dom",   "acy",   "logy", "graphy", "eer",  "or",   "er",
     "cide", "ette", "eur",  "phobe", "cracy", "ty",   "sis",    "gate", "ian"});
constexpr auto kAdjectiveEndings = std::to_array<std::string_view>(
    {"ous",   "ful",  "less", "able",  "ible", "ical", "ish",  "ese",
     "esque", "some", "like", "proof", "wide", "free", "most", "worthy",
     "ic",    "al",   "ive",  "ary",   "ant",  "ent",  "ular", "oid"});
constexpr auto kCommonEndings = std::to_array<std::string_view>(
    {"tion", "sion", "ment", "ness",  "ity",   "ism",   "ship",  "hood",  "ance", "ence",
     "ists", "ers",  "ors",  "tions", "ments", "ities", "ances", "ences", "ous",  "ful",
     "less", "able", "ible", "ly",    "ing",   "ed",    "wise",  "ward",  "wards"});

bool ends_in_any(std::string_view word, const auto& endings) {
  return std::ranges::any_of(endings, [&](std::string_view end) {
    return word.size() > end.size() + 2 && word.ends_with(end);
  });
}

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

bool has_vowel(std::string_view word) { return std::ranges::any_of(word, is_vowel); }

}  // namespace

void add_by_ending(const std::string& lower, Candidates& out) {
  const std::string_view word = lower;
  if (word.size() > 4 && word.ends_with("ing") && has_vowel(word.substr(0, word.size() - 3))) {
    out.add({Tag::kGerund, 0, VerbForm::kGerund, nullptr});
    out.add({Tag::kNoun, 2, VerbForm::kNone, nullptr});
    out.add({Tag::kAdjective, 3, VerbForm::kNone, nullptr});
    return;
  }
  if (word.size() > 3 && word.ends_with("ed") && has_vowel(word.substr(0, word.size() - 2))) {
    out.add({Tag::kPast, 0, VerbForm::kPast, nullptr});
    out.add({Tag::kParticiple, 0, VerbForm::kParticiple, nullptr});
    out.add({Tag::kAdjective, 1, VerbForm::kNone, nullptr});
    return;
  }
  if (word.size() > 4 && word.ends_with("ly")) {
    out.add({Tag::kAdverb, 0, VerbForm::kNone, nullptr});
    return;
  }
  if (word.size() > 4 &&
      (word.ends_with("ise") || word.ends_with("ize") || word.ends_with("ify"))) {
    out.add({Tag::kBase, 0, VerbForm::kBase, nullptr});
    out.add({Tag::kPlural, 1, VerbForm::kPresent, nullptr});
    out.add({Tag::kNoun, 2, VerbForm::kNone, nullptr});
    return;
  }
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") &&
      !word.ends_with("is") && !word.ends_with("ous")) {
    out.add({Tag::kNouns, 0, VerbForm::kNone, nullptr});
    out.add({Tag::kThird, 4, VerbForm::kPresent, nullptr});
    return;
  }
  if (ends_in_any(word, kAdjectiveEndings)) {
    out.add({Tag::kAdjective, 0, VerbForm::kNone, nullptr});
    out.add({Tag::kNoun, 2, VerbForm::kNone, nullptr});
    return;
  }
  out.add({Tag::kNoun, 0, VerbForm::kNone, nullptr});
  if (ends_in_any(word, kNounEndings)) return;
  out.add({Tag::kAdjective, 3, VerbForm::kNone, nullptr});
  const bool like_verb = word.ends_with("ate") || word.ends_with("en");
  out.add({Tag::kBase, static_cast<int8_t>(like_verb ? 2 : 3), VerbForm::kBase, nullptr});
  out.add({Tag::kPlural, static_cast<int8_t>(like_verb ? 3 : 5), VerbForm::kPresent, nullptr});
}

bool has_common_ending(const std::string& lower) { return ends_in_any(lower, kCommonEndings); }

std::string singular_by_rule(const std::string& lower) {
  const std::string_view word = lower;
  const auto cut = [&](size_t n, std::string_view end) {
    std::string out(word.substr(0, word.size() - n));
    out += end;
    return out;
  };
  if (word.size() < 4 || !word.ends_with('s') || word.ends_with("ss")) return lower;
  if (word.ends_with("ies") && word.size() > 4) return cut(3, "y");
  if (word.ends_with("men")) return cut(3, "man");
  if (word.ends_with("ches") || word.ends_with("shes") || word.ends_with("sses") ||
      word.ends_with("xes") || word.ends_with("zes")) {
    return cut(2, "");
  }
  return cut(1, "");
}

std::string verb_base_by_rule(const std::string& lower, const Language& language) {
  const std::string_view word = lower;
  size_t end = 0;
  if (word.ends_with("ing")) {
    end = 3;
  } else if (word.ends_with("ied")) {
    return std::string(word.substr(0, word.size() - 3)) + "y";
  } else if (word.ends_with("ed")) {
    end = 2;
  } else if (word.ends_with("izes") || word.ends_with("ises") || word.ends_with("yzes")) {
    return std::string(word.substr(0, word.size() - 1));
  } else {
    return singular_by_rule(lower);
  }
  std::string stem(word.substr(0, word.size() - end));
  if (language.verbs.contains(stem)) return stem;
  if (language.verbs.contains(stem + "e")) return stem + "e";
  if (stem.size() < 3) return stem;
  const char last = stem.back();
  const char before = stem[stem.size() - 2];
  if (last == before && last != 'l' && last != 's' && last != 'z' && last != 'f') {
    stem.pop_back();
    return stem;
  }
  constexpr auto kSilent = std::to_array<std::string_view>(
      {"at", "iz", "is",  "ut", "uc", "ag", "ang", "enc", "anc", "rg",
       "ur", "v",  "uat", "id", "od", "ak", "uls", "ol",  "bl",  "tl",
       "dl", "gl", "pl",  "u",  "cl", "sl", "kl",  "fl",  "zl"});
  const bool silent = std::ranges::any_of(kSilent, [&](auto e) { return stem.ends_with(e); });
  const bool double_vowel = stem.size() > 2 && is_vowel(before) && is_vowel(stem[stem.size() - 3]);
  return silent && !double_vowel ? stem + "e" : stem;
}

}  // namespace demarche
