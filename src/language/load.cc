// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "base/errors.h"
#include "base/strings.h"
#include "base/tsv.h"
#include "language/inflection.h"
#include "language/language.h"

namespace demarche {
namespace {

using Reading = Language::Reading;

constexpr std::array<std::string_view, 16> kUposNames = {
    "ADJ", "ADP",  "ADV",  "AUX",   "CCONJ", "DET",   "INTJ", "NOUN",
    "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",  "VERB"};

constexpr std::string_view kRegular = "-";

void add_reading(Language& language, std::string_view form, Reading reading) {
  auto& readings = language.words[std::string(form)];
  for (const auto& known : readings) {
    if (known.upos == reading.upos && known.feats == reading.feats) return;
  }
  readings.push_back(std::move(reading));
}

/// A field with forms of its own, "learned|learnt", or the regular form.
std::vector<std::string> forms_of(std::string_view field, std::string regular) {
  if (field.empty() || field == kRegular) return {std::move(regular)};
  return split_list(field);
}

Status load_abbreviations(Language& language, const std::string& path) {
  const auto table = load_tsv(path, {"abbreviation", "kind"});
  if (!table) return fail(table.error());
  const auto name = static_cast<size_t>(table->column("abbreviation"));
  const auto kind = static_cast<size_t>(table->column("kind"));
  for (const auto& row : table->rows) {
    const std::string key = fold_case(row.fields[name]);
    if (key.size() < 2 || key.back() != '.') {
      return fail(errors::bad_row(path, row.line, "an abbreviation ends in a full stop"));
    }
    AbbreviationKind value = AbbreviationKind::kOther;
    if (row.fields[kind] == "title") {
      value = AbbreviationKind::kTitle;
    } else if (row.fields[kind] == "number") {
      value = AbbreviationKind::kNumber;
    } else if (row.fields[kind] == "month") {
      value = AbbreviationKind::kMonth;
    } else if (row.fields[kind] != "other") {
      return fail(errors::bad_row(path, row.line, "kind is title, number, month or other"));
    }
    language.abbreviations.insert(key);
    language.abbreviation_kinds[key] = value;
  }
  return {};
}

Status load_words(Language& language, const std::string& path) {
  const auto table = load_tsv(path, {"form", "upos", "lemma", "feats"});
  if (!table) return fail(table.error());
  const auto form = static_cast<size_t>(table->column("form"));
  const auto upos = static_cast<size_t>(table->column("upos"));
  const auto lemma = static_cast<size_t>(table->column("lemma"));
  const auto feats = static_cast<size_t>(table->column("feats"));
  for (const auto& row : table->rows) {
    const auto& f = row.fields;
    if (std::ranges::find(kUposNames, f[upos]) == kUposNames.end()) {
      return fail(errors::bad_row(path, row.line, "unknown part of speech"));
    }
    add_reading(language, fold_case(f[form]),
                {f[upos], f[lemma] == kRegular ? fold_case(f[form]) : f[lemma],
                 f[feats] == kRegular ? "" : f[feats]});
  }
  return {};
}

void add_noun(Language& language, const std::string& noun, std::string_view plural) {
  add_reading(language, noun, {"NOUN", noun, ""});
  if (plural == "none") return;
  for (const auto& form : forms_of(plural, s_form(noun))) {
    add_reading(language, form, {"NOUN", noun, form == noun ? "" : "Plur"});
  }
}

struct Noun {
  std::string noun, plural;
  bool verb_first = false;
};

Result<std::vector<Noun>> load_nouns(Language& language, const std::string& path) {
  const auto table = load_tsv(path, {"noun", "plural", "first"});
  if (!table) return fail(table.error());
  const auto noun = static_cast<size_t>(table->column("noun"));
  const auto plural = static_cast<size_t>(table->column("plural"));
  const auto first = static_cast<size_t>(table->column("first"));
  std::vector<Noun> nouns;
  for (const auto& row : table->rows) {
    const auto& f = row.fields;
    if (f[first] != kRegular && f[first] != "verb") {
      return fail(errors::bad_row(path, row.line, "first is 'verb' or '-'"));
    }
    nouns.push_back({fold_case(f[noun]), f[plural], f[first] == "verb"});
    language.nouns.insert(nouns.back().noun);
  }
  return nouns;
}

Status load_adjectives(Language& language, const std::string& path) {
  const auto table = load_tsv(path, {"adjective", "compares"});
  if (!table) return fail(table.error());
  const auto word = static_cast<size_t>(table->column("adjective"));
  const auto compares = static_cast<size_t>(table->column("compares"));
  for (const auto& row : table->rows) {
    const std::string base = fold_case(row.fields[word]);
    language.adjectives.insert(base);
    if (base != row.fields[word]) language.proper_adjectives.insert(base);
    add_reading(language, base, {"ADJ", base, ""});
    if (row.fields[compares] != "yes") continue;
    add_reading(language, comparative(base), {"ADJ", base, ""});
    add_reading(language, superlative(base), {"ADJ", base, ""});
  }
  return {};
}

void add_verb_forms(Language& language, const std::string& base, std::string_view past,
                    std::string_view participle, bool doubled) {
  for (const auto& form : forms_of(past, ed_form(base, doubled))) {
    add_reading(language, form, {"VERB", base, "Past"});
  }
  for (const auto& form : forms_of(participle, ed_form(base, doubled))) {
    add_reading(language, form, {"VERB", base, "Part"});
  }
  add_reading(language, ing_form(base, doubled), {"VERB", base, "Ing"});
}

Status load_verbs(Language& language, const std::string& path) {
  const auto table = load_tsv(path, {"verb", "past", "participle", "doubles"});
  if (!table) return fail(table.error());
  const auto verb = static_cast<size_t>(table->column("verb"));
  const auto past = static_cast<size_t>(table->column("past"));
  const auto participle = static_cast<size_t>(table->column("participle"));
  const auto doubles = static_cast<size_t>(table->column("doubles"));
  for (const auto& row : table->rows) {
    const auto& f = row.fields;
    const std::string base = fold_case(f[verb]);
    language.verbs.insert(base);
    add_reading(language, base, {"VERB", base, "Base"});
    add_reading(language, s_form(base), {"VERB", base, "Present"});
    const bool both = f[doubles] == "both";
    add_verb_forms(language, base, f[past], f[participle],
                   f[doubles] == "yes" || (f[doubles] == "-" && is_doubling(base)));
    if (both) add_verb_forms(language, base, f[past], f[participle], true);
  }
  return {};
}

}  // namespace

Result<Language> load_language(const std::string& data_dir, std::string_view code) {
  Language language;
  language.code = code;
  const std::string folder = data_dir + "/" + language.code + "/";
  if (auto done = load_abbreviations(language, folder + "abbreviations.tsv"); !done) {
    return fail(done.error());
  }
  if (auto done = load_words(language, folder + "words.tsv"); !done) return fail(done.error());
  const auto nouns = load_nouns(language, folder + "nouns.tsv");
  if (!nouns) return fail(nouns.error());
  // The order of the readings of one form is the order in which they are added here.
  for (const auto& noun : *nouns) {
    if (!noun.verb_first) add_noun(language, noun.noun, noun.plural);
  }
  if (auto done = load_adjectives(language, folder + "adjectives.tsv"); !done) {
    return fail(done.error());
  }
  if (auto done = load_verbs(language, folder + "verbs.tsv"); !done) return fail(done.error());
  for (const auto& noun : *nouns) {
    if (noun.verb_first) add_noun(language, noun.noun, noun.plural);
  }
  return language;
}

}  // namespace demarche
