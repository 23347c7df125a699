// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "parse/repair.h"

#include <algorithm>
#include <array>

namespace demarche {
namespace {

// Nouns that a clause with "that" explains, so that it is no relative pronoun. Sorted.
constexpr auto kClauseNouns = std::to_array<std::string_view>(
    {"accusation",  "admission",   "agreement",   "allegation",  "announcement", "argument",
     "assertion",   "assumption",  "assurance",   "belief",      "chance",       "charge",
     "claim",       "concern",     "conclusion",  "condition",   "confidence",   "confirmation",
     "conviction",  "danger",      "decision",    "declaration", "demand",       "denial",
     "doubt",       "evidence",    "expectation", "fact",        "fear",         "feeling",
     "guarantee",   "hint",        "hope",        "idea",        "impression",   "indication",
     "information", "insistence",  "message",     "news",        "notion",       "opinion",
     "possibility", "prediction",  "pretext",     "promise",     "proof",        "proposal",
     "report",      "requirement", "risk",        "rumor",       "rumour",       "sense",
     "sign",        "signal",      "speculation", "statement",   "suggestion",   "suspicion",
     "theory",      "threat",      "truth",       "view",        "warning",      "word"});

class Repair {
 public:
  Repair(const Tokens& tokens, uint32_t first, uint32_t last, std::vector<Word>& words)
      : tokens_(tokens), first_(first), last_(last), words_(words) {}

  void run() {
    for (uint32_t i = first_; i < last_; ++i) {
      const std::string& lower = tokens_.lower[i];
      switch (words_[i].upos) {
        case Upos::kAux:
          repair_auxiliary(i);
          break;
        case Upos::kVerb:
          repair_verb(i);
          break;
        case Upos::kPart:
          if (lower == "'s") repair_s(i);
          break;
        case Upos::kSconj:
        case Upos::kPron:
        case Upos::kDet:
        case Upos::kAdp:
        case Upos::kAdv:
        case Upos::kAdj:
          repair_small(i, lower);
          break;
        default:
          break;
      }
    }
  }

 private:
  [[nodiscard]] Upos upos(uint32_t at) const { return at < last_ ? words_[at].upos : Upos::kPunct; }
  [[nodiscard]] std::string_view lower(uint32_t at) const {
    return at >= first_ && at < last_ ? std::string_view(tokens_.lower[at]) : std::string_view();
  }
  void set(uint32_t at, Upos upos, std::string_view lemma = {}) {
    words_[at].upos = upos;
    words_[at].form = VerbForm::kNone;
    words_[at].lemma = lemma.empty() ? std::string_view(tokens_.lower[at]) : lemma;
  }

  [[nodiscard]] static bool is_noun(Upos u) { return u == Upos::kNoun || u == Upos::kPropn; }
  [[nodiscard]] static bool is_verbal(Upos u) { return u == Upos::kVerb || u == Upos::kAux; }

  /// The next word behind adverbs and "not".
  [[nodiscard]] uint32_t after_adverbs(uint32_t at) const {
    uint32_t i = at + 1;
    while (i < last_ && (upos(i) == Upos::kAdv || lower(i) == "not" || lower(i) == "n't")) ++i;
    return i;
  }

  /// Whether a finite verb comes soon, before the clause could end.
  [[nodiscard]] bool has_clause_after(uint32_t at) const {
    constexpr uint32_t kFar = 9;
    for (uint32_t i = at + 1; i < last_ && i < at + kFar; ++i) {
      const Word& w = words_[i];
      if (w.upos == Upos::kPunct && lower(i) != "-" && lower(i) != "\"") return false;
      if (w.upos == Upos::kSconj || lower(i) == "to" || lower(i) == "who") return false;
      if (w.upos == Upos::kAux) return i > at + 1;
      if (w.upos == Upos::kVerb && (w.form == VerbForm::kPast || w.form == VerbForm::kPresent)) {
        return i > at + 1;
      }
    }
    return false;
  }

  [[nodiscard]] uint32_t before_adverbs(uint32_t at) const {
    uint32_t i = at - 1;
    while (i > first_ && (upos(i) == Upos::kAdv || lower(i) == "not")) --i;
    return i;
  }

  /// "did the ministry say": the verb comes behind its subject.
  [[nodiscard]] bool is_question(uint32_t at) const {
    const bool opens = at == first_ || upos(at - 1) == Upos::kPunct ||
                       upos(at - 1) == Upos::kCconj || upos(at - 1) == Upos::kAdv ||
                       upos(at - 1) == Upos::kNoun || upos(at - 1) == Upos::kPron;
    constexpr uint32_t kFar = 7;
    if (!opens) return false;
    for (uint32_t i = at + 1; i < last_ && i < at + kFar; ++i) {
      const Upos u = upos(i);
      if (u == Upos::kVerb || u == Upos::kAux) {
        return i > at + 1 &&
               (words_[i].form == VerbForm::kBase || words_[i].form == VerbForm::kPresent) &&
               lower(i - 1) != "to";
      }
      if (u == Upos::kPunct || u == Upos::kSconj || u == Upos::kAdp) return false;
    }
    return false;
  }

  /// have and do are auxiliaries before a verb only.
  void repair_auxiliary(uint32_t i) {
    const std::string& lemma = words_[i].lemma;
    if (lemma == "be") {
      const uint32_t after = after_adverbs(i);
      const bool participle = upos(after) == Upos::kVerb;
      const bool inverted =
          lower(i + 1) == "there" && upos(i + 2) != Upos::kPunct && upos(i + 2) != Upos::kVerb;
      if (inverted || (i > first_ && words_[before_adverbs(i)].upos == Upos::kPron &&
                       lower(before_adverbs(i)) == "there" && !participle)) {
        words_[i].upos = Upos::kVerb;
      }
      return;
    }
    if (lemma != "have" && lemma != "do") return;
    if (lemma == "do" && is_question(i)) return;
    uint32_t next = after_adverbs(i);
    // "did he go", "has the ministry said"
    const bool question = i == first_ || lower(i - 1) == "how" || lower(i - 1) == "what" ||
                          lower(i - 1) == "why" || lower(i - 1) == "when" ||
                          lower(i - 1) == "where";
    if (question && next < last_ &&
        (upos(next) == Upos::kPron || upos(next) == Upos::kDet || upos(next) == Upos::kPropn)) {
      return;
    }
    if (next < last_ && upos(next) == Upos::kPron) ++next;
    const Word* w = next < last_ ? &words_[next] : nullptr;
    const bool with_not = next > i + 1 && (lower(i + 1) == "not" || lower(i + 1) == "n't");
    bool auxiliary = w != nullptr && is_verbal(w->upos);
    if (auxiliary && lemma == "have") {
      if (w->form == VerbForm::kPast) words_[next].form = VerbForm::kParticiple;
      auxiliary = w->form == VerbForm::kParticiple;
    } else if (auxiliary) {
      auxiliary = w->form == VerbForm::kBase || w->form == VerbForm::kPresent;
      if (auxiliary && w->form == VerbForm::kPresent) words_[next].form = VerbForm::kBase;
    }
    if (lemma == "do" && with_not) auxiliary = true;
    if (!auxiliary) words_[i].upos = Upos::kVerb;
  }

  void repair_verb(uint32_t i) {
    Word& word = words_[i];
    if (lower(i) == "last" && upos(i + 1) == Upos::kNoun) return set(i, Upos::kAdj);
    // "was praised" and "has praised" far apart: the participle after be or have.
    if (word.form == VerbForm::kPast && i > first_) {
      uint32_t before = i - 1;
      while (before > first_ &&
             (upos(before) == Upos::kAdv || lower(before) == "not" || lower(before) == "n't")) {
        --before;
      }
      const Word& left = words_[before];
      if (left.upos == Upos::kAux && (left.lemma == "be" || left.lemma == "have")) {
        word.form = VerbForm::kParticiple;
      }
    }
    // "the deal that he signed surprised us": two verbs in a row, the second with an object.
    const Upos object = upos(i + 1);
    if (word.form == VerbForm::kParticiple && i > first_ && upos(i - 1) == Upos::kVerb &&
        words_[i - 1].form == VerbForm::kPast && lower(i).ends_with("ed") &&
        (object == Upos::kPron || object == Upos::kDet)) {
      word.form = VerbForm::kPast;
    }
    // "Norvenia's minister, Ana Brok, said that": behind an apposition stands the main verb.
    if (word.form == VerbForm::kParticiple && i > first_ && lower(i - 1) == "," &&
        (lower(i).ends_with("d") || lower(i).ends_with("t")) && lower(i + 1) != "by" &&
        closes_apposition(i - 1)) {
      word.form = VerbForm::kPast;
    }
    // "residents outraged by", but "rose by 5 percent", "replied by sending"
    const bool by = lower(i + 1) == "by" && upos(i + 2) != Upos::kNum && upos(i + 2) != Upos::kVerb;
    if (word.form == VerbForm::kPast && by && lower(i).ends_with("ed")) {
      word.form = VerbForm::kParticiple;
    }
    if (word.lemma == "have" && upos(after_adverbs(i)) == Upos::kVerb &&
        words_[after_adverbs(i)].form == VerbForm::kParticiple) {
      word.upos = Upos::kAux;
    }
  }

  /// Does the comma close what another comma opened behind the noun phrase that begins the
  /// sentence, with no finite verb before it?
  [[nodiscard]] bool closes_apposition(uint32_t comma) const {
    if (upos(first_) == Upos::kSconj || upos(first_) == Upos::kAdp || is_verbal(upos(first_))) {
      return false;
    }
    bool opened = false;
    for (uint32_t i = first_; i < comma; ++i) {
      const Word& w = words_[i];
      const bool verb =
          w.upos == Upos::kAux ||
          (w.upos == Upos::kVerb && (w.form == VerbForm::kPast || w.form == VerbForm::kPresent));
      if (verb && !opened) return false;
      opened = opened || (lower(i) == "," && i > first_ && is_noun(upos(i - 1)));
    }
    return opened;
  }

  /// "'s" after a noun: genitive before a noun, else the verb.
  void repair_s(uint32_t i) {
    const Upos before = i > first_ ? upos(i - 1) : Upos::kPunct;
    if (lower(i - 1) == "let") {
      words_[i - 1] = {Upos::kVerb, VerbForm::kBase, "let"};
      if (upos(i + 1) == Upos::kNoun) {
        words_[i + 1] = {Upos::kVerb, VerbForm::kBase, tokens_.lower[i + 1]};
      }
      return set(i, Upos::kPron, "we");
    }
    const bool pronoun = before == Upos::kPron || before == Upos::kAdv ||
                         (before == Upos::kDet && lower(i - 1) != "another");
    const bool indefinite = lower(i - 1).ends_with("one") || lower(i - 1).ends_with("body");
    const uint32_t next = after_adverbs(i);
    const Upos after = upos(next);
    bool verb = pronoun && !indefinite;
    if (!verb) {
      verb =
          after == Upos::kDet || after == Upos::kPron || after == Upos::kAdp ||
          (after == Upos::kPart && lower(next) != "'s") ||
          (next > i + 1 && lower(i + 1) == "not") ||
          (after == Upos::kVerb &&
           (words_[next].form == VerbForm::kGerund || words_[next].form == VerbForm::kParticiple) &&
           !is_noun(upos(next + 1)) && upos(next + 1) != Upos::kAdj);
      // "the plan's good": nothing follows the adjective that could own it.
      verb = verb || (after == Upos::kAdj &&
                      (upos(next + 1) == Upos::kPunct || upos(next + 1) == Upos::kSconj));
    }
    if (!verb) return;
    const bool perfect = after == Upos::kVerb && words_[next].form == VerbForm::kParticiple &&
                         (words_[next].lemma == "be" || pronoun) && lower(next) == "been";
    words_[i] = {Upos::kAux, VerbForm::kPresent,
                 perfect || lower(next) == "been" || lower(next) == "got" ? "have" : "be"};
  }

  /// "told reporters in the capital that": a verb whose object is not what "that" hangs on.
  [[nodiscard]] bool is_told(uint32_t noun) const {
    constexpr auto kVerbs = std::to_array<std::string_view>(
        {"advise", "assure", "convince", "inform", "notify", "persuade", "promise", "remind",
         "show", "teach", "tell", "warn"});
    // "announced on Friday that"
    constexpr auto kSaid = std::to_array<std::string_view>(
        {"add", "admit", "announce", "argue", "claim", "complain", "confirm", "declare", "decide",
         "hint", "indicate", "insist", "note", "report", "say", "signal", "state", "suggest",
         "write"});
    constexpr uint32_t kFar = 8;
    for (uint32_t i = noun; i > first_ && noun - i < kFar; --i) {
      const Word& w = words_[i - 1];
      if (w.upos == Upos::kPunct && lower(i - 1) != "-") return false;
      const bool modifier = w.form == VerbForm::kParticiple && is_noun(upos(i));
      if (w.upos == Upos::kVerb && !modifier) {
        return std::ranges::binary_search(kVerbs, std::string_view(w.lemma)) ||
               ((upos(i) == Upos::kAdp || upos(i) == Upos::kAdv || upos(i) == Upos::kAdj) &&
                std::ranges::binary_search(kSaid, std::string_view(w.lemma)));
      }
    }
    return false;
  }

  void repair_that(uint32_t i) {
    uint32_t after = after_adverbs(i);
    while (after < last_ && (lower(after) == "\"" || lower(after) == "'")) ++after;
    const Upos next = upos(after);
    const uint32_t before = i > first_ ? i - 1 : i;
    const bool after_noun = i > first_ && is_noun(upos(before));
    const bool gerund = next == Upos::kVerb && words_[after].form == VerbForm::kGerund;
    if ((is_verbal(next) && !gerund) || lower(i + 1) == "'s") return set(i, Upos::kPron);
    const bool said = i > first_ && upos(before) == Upos::kVerb;
    if (said && (next == Upos::kAdp || gerund || lower(after) == ",")) {
      return set(i, Upos::kSconj);
    }
    if (after_noun && next != Upos::kPunct && is_told(before)) return set(i, Upos::kSconj);
    if (next == Upos::kPunct || next == Upos::kAdp || next == Upos::kCconj) {
      return set(i, Upos::kPron);
    }
    if (i == first_ || upos(before) == Upos::kAdp || upos(before) == Upos::kCconj ||
        lower(before) == "all") {
      const bool determiner = is_noun(next) || next == Upos::kAdj;
      return set(i, determiner ? Upos::kDet : Upos::kPron);
    }
    if (after_noun) {
      const bool clause =
          std::ranges::binary_search(kClauseNouns, std::string_view(words_[before].lemma));
      return set(i, clause ? Upos::kSconj : Upos::kPron);
    }
    // "said that man was", but "wants that land"
    if (upos(before) == Upos::kVerb && is_noun(next) && !has_clause_after(i)) {
      return set(i, Upos::kDet);
    }
    set(i, Upos::kSconj);
  }

  void repair_small(uint32_t i, const std::string& word) {
    const uint32_t next = i + 1;
    if (word == "that") return repair_that(i);
    if (word == "this" || word == "these" || word == "those") {
      const uint32_t after = after_adverbs(i);
      const Upos u = upos(after);
      const bool determiner = is_noun(u) || u == Upos::kAdj || u == Upos::kNum ||
                              (u == Upos::kVerb && words_[after].form == VerbForm::kParticiple &&
                               is_noun(upos(after + 1)));
      return set(i, determiner ? Upos::kDet : Upos::kPron, word == "those" ? "that" : "this");
    }
    if (word == "which" || word == "what") {
      const bool asks = i == first_ || upos(i - 1) == Upos::kAdp || upos(i - 1) == Upos::kVerb;
      const bool determiner =
          asks && is_noun(upos(next)) && (word == "what" || has_clause_after(i));
      return set(i, determiner ? Upos::kDet : Upos::kPron);
    }
    if (word == "as") return repair_as(i);
    if (word == "after" || word == "before" || word == "since" || word == "until" ||
        word == "till") {
      const bool clause = has_clause_after(i) ||
                          (upos(next) == Upos::kVerb && words_[next].form == VerbForm::kGerund);
      const bool alone = upos(next) == Upos::kPunct;
      return set(i, alone ? Upos::kAdv : clause ? Upos::kSconj : Upos::kAdp);
    }
    if (word == "because") return set(i, lower(next) == "of" ? Upos::kAdp : Upos::kSconj);
    if (word == "there") {
      const uint32_t after = after_adverbs(i);
      const bool exists = upos(after) == Upos::kAux || lower(i + 1) == "'s" ||
                          words_[std::min(after, last_ - 1)].lemma == "exist";
      const bool asked = i > first_ && words_[i - 1].lemma == "be" && upos(next) != Upos::kPunct &&
                         upos(next) != Upos::kAdp;
      return set(i, exists || asked ? Upos::kPron : Upos::kAdv);
    }
    if (word == "more" || word == "most" || word == "less" || word == "much") {
      const bool adverb = upos(next) == Upos::kAdj || upos(next) == Upos::kAdv ||
                          upos(next) == Upos::kVerb || lower(next) == "than";
      const bool adjective = is_noun(upos(next)) || lower(next) == "of";
      if (adjective)
        set(i, Upos::kAdj,
            word == "less"                     ? "little"
            : word == "much"                   ? "much"
            : word == "most" || word == "more" ? "more"
                                               : word);
      if (!adjective && adverb) set(i, Upos::kAdv);
      return;
    }
    if (word == "both" || word == "either" || word == "neither") {
      constexpr uint32_t kFar = 6;
      const std::string_view partner = word == "both" ? "and" : word == "either" ? "or" : "nor";
      const bool owner = is_noun(upos(next)) && word != "both";
      for (uint32_t k = next; k < last_ && k < i + kFar && !owner; ++k) {
        if (lower(k) == partner) return set(i, Upos::kCconj);
      }
      return set(i, Upos::kDet);
    }
    if (word == "no" && (upos(next) == Upos::kPunct || upos(next) == Upos::kPron)) {
      return set(i, Upos::kIntj);
    }
    if ((word == "about" || word == "over" || word == "around") && upos(next) == Upos::kNum) {
      return set(i, Upos::kAdv);
    }
    if (word == "only") {
      const bool adjective = i > first_ &&
                             (upos(i - 1) == Upos::kDet || upos(i - 1) == Upos::kPron) &&
                             (is_noun(upos(next)) || upos(next) == Upos::kAdj);
      return set(i, adjective ? Upos::kAdj : Upos::kAdv);
    }
    // "by sending": what would be a preposition before a noun.
    if (words_[i].upos == Upos::kAdp && upos(next) == Upos::kVerb &&
        words_[next].form == VerbForm::kGerund) {
      words_[i].upos = Upos::kSconj;
    }
  }

  void repair_as(uint32_t i) {
    const uint32_t next = i + 1;
    if (lower(next) == "well") return set(i, Upos::kAdv);
    if (i > first_ && lower(i - 1) == "well" && i >= first_ + 2 && lower(i - 2) == "as") {
      return set(i, Upos::kAdp);
    }
    // "as soon as"
    constexpr uint32_t kFar = 4;
    if (upos(next) == Upos::kAdj || upos(next) == Upos::kAdv) {
      for (uint32_t k = next + 1; k < last_ && k < i + kFar; ++k) {
        if (lower(k) == "as") return set(i, Upos::kAdv);
      }
    }
    if (lower(next) == "if" || lower(next) == "though") return set(i, Upos::kSconj);
    const bool passive = upos(next) == Upos::kVerb && words_[next].form == VerbForm::kParticiple;
    set(i, passive || has_clause_after(i) ? Upos::kSconj : Upos::kAdp);
  }

  const Tokens& tokens_;
  uint32_t first_, last_;
  std::vector<Word>& words_;
};

}  // namespace

void repair_tags(const Tokens& tokens, uint32_t first, uint32_t last, std::vector<Word>& words) {
  if (first < last) Repair(tokens, first, last, words).run();
}

}  // namespace demarche
