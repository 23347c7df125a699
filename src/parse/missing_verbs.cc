// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "parse/missing_verbs.h"

namespace demarche {
namespace {

class Clauses {
 public:
  Clauses(const Tokens& tokens, const Language& language, uint32_t first, uint32_t last,
          std::vector<Word>& words)
      : tokens_(tokens), language_(language), first_(first), last_(last), words_(words) {}

  void read() {
    // A heading has no full stop, and often no verb.
    if (last_ - first_ < 3 || !is_stop(last_ - 1)) return;
    uint32_t begin = first_;
    for (uint32_t i = first_; i < last_; ++i) {
      const bool link = words_[i].upos == Upos::kSconj || is_that(i);
      const bool mark = words_[i].upos == Upos::kPunct && tokens_.lower[i] != "-";
      if (!link && !mark) continue;
      if (is_open(begin) && (link || is_stop(i))) read_clause(begin, i);
      begin = i + 1;
    }
  }

 private:
  [[nodiscard]] bool is_stop(uint32_t at) const {
    const std::string& lower = tokens_.lower[at];
    return lower == "." || lower == "?" || lower == "!" || lower == ";" || lower == "\"";
  }
  [[nodiscard]] bool is_that(uint32_t at) const { return tokens_.lower[at] == "that"; }
  [[nodiscard]] static bool is_noun(const Word& word) {
    return word.upos == Upos::kNoun || word.upos == Upos::kPropn;
  }

  /// Whether a clause may begin here: at the start, or behind a subordinator.
  [[nodiscard]] bool is_open(uint32_t at) const {
    if (at == first_) return true;
    return words_[at - 1].upos == Upos::kSconj || is_that(at - 1) || tokens_.lower[at - 1] == "\"";
  }

  /// The reading of a word as a verb of the present tense, if it has one.
  [[nodiscard]] const Language::Reading* verb_reading(uint32_t at) const {
    const auto found = language_.words.find(tokens_.lower[at]);
    if (found == language_.words.end()) return nullptr;
    for (const auto& reading : found->second) {
      if (reading.upos == "VERB" && (reading.feats == "Base" || reading.feats == "Present")) {
        return &reading;
      }
    }
    return nullptr;
  }

  void read_clause(uint32_t begin, uint32_t end) {
    if (end <= begin + 1) return;
    uint32_t subject = Parse::kNone;
    uint32_t found = Parse::kNone;
    const bool asked = words_[begin].lemma == "do" || words_[begin].upos == Upos::kAux;
    for (uint32_t i = begin; i < end; ++i) {
      const Word& word = words_[i];
      const bool infinitive = i > begin && tokens_.lower[i - 1] == "to";
      const bool finite =
          word.upos == Upos::kAux || (word.upos == Upos::kVerb && word.form != VerbForm::kGerund &&
                                      word.form != VerbForm::kParticiple && !infinitive);
      if (finite && !(asked && i == begin)) return;
      if (tokens_.lower[i] == "who" || tokens_.lower[i] == "which") return;
      const bool after_preposition = word.upos == Upos::kAdp && subject == Parse::kNone;
      if (after_preposition) return;
      if (subject == Parse::kNone && (is_noun(word) || word.upos == Upos::kPron) &&
          (i + 1 >= end || !is_noun(words_[i + 1]) || may_be_verb(i + 1, end))) {
        subject = i;
        continue;
      }
      if (subject != Parse::kNone && found == Parse::kNone && may_be_verb(i, end) &&
          agrees(subject, i, asked)) {
        found = i;
      }
    }
    if (found == Parse::kNone) return;
    const auto* reading = verb_reading(found);
    words_[found].upos = Upos::kVerb;
    words_[found].form = asked ? VerbForm::kBase : VerbForm::kPresent;
    words_[found].lemma = reading->lemma;
  }

  [[nodiscard]] bool may_be_verb(uint32_t at, uint32_t end) const {
    if (words_[at].upos != Upos::kNoun || verb_reading(at) == nullptr || at == 0) return false;
    const Upos before = words_[at - 1].upos;
    if (before != Upos::kNoun && before != Upos::kPropn && before != Upos::kAdv &&
        before != Upos::kPron) {
      return false;
    }
    if (at + 1 >= end) return true;
    const Upos after = words_[at + 1].upos;
    return after == Upos::kDet || after == Upos::kPron || after == Upos::kAdv ||
           after == Upos::kPropn || (after == Upos::kPart && tokens_.lower[at + 1] == "to");
  }

  /// "the ministry claims", "the strikes continue", but not "the peace talks".
  [[nodiscard]] bool agrees(uint32_t subject, uint32_t verb, bool asked) const {
    const auto* reading = verb_reading(verb);
    const bool base = reading->feats == "Base";
    if (asked) return base;
    const bool plural =
        words_[subject].upos == Upos::kNoun && words_[subject].lemma != tokens_.lower[subject];
    return plural == base;
  }

  const Tokens& tokens_;
  const Language& language_;
  uint32_t first_, last_;
  std::vector<Word>& words_;
};

}  // namespace

void find_missing_verbs(const Tokens& tokens, const Language& language, uint32_t first,
                        uint32_t last, std::vector<Word>& words) {
  if (first < last) Clauses(tokens, language, first, last, words).read();
}

}  // namespace demarche
