// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "event/frame.h"

#include <algorithm>
#include <array>

#include "statement/clause.h"

namespace demarche {
namespace {

constexpr uint32_t kNone = Parse::kNone;

template <size_t kSize>
bool is_one_of(const std::array<std::string_view, kSize>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool is_quote_mark(std::string_view lower) {
  return lower == "\"" || lower == "“" || lower == "”" || lower == "‘" || lower == "``" ||
         lower == "''";
}

/// The clause that tells a deed, and what it hangs on.
class ClauseFrame {
 public:
  ClauseFrame(const EventContext& context, uint32_t anchor)
      : context_(context),
        parse_(context.parse),
        patterns_(context.patterns),
        sentence_(context.tokens.sentences[context.tokens.sentence_of[anchor]]),
        anchor_(anchor),
        verb_(parse_.verb_of[anchor]) {
    if (verb_ == kNone) find_light_verb();
    first_ = verb_ != kNone ? parse_.verbs[verb_].first : anchor;
  }

  EventStatus status(EventStatus own, uint32_t last) const {
    if (own == EventStatus::kDenied) return own;
    if (is_corrected() || is_missed()) return EventStatus::kDenied;
    if (is_counterfactual() || is_asked() || is_suspected()) return EventStatus::kHypothetical;
    const auto that = that_before();
    return that == kNone ? own : status_under(that, own, last);
  }

  /// "in the film, X attacks Y", "a novel about how X attacked Y"
  bool is_fiction() const {
    uint32_t finite = 0;
    for (uint32_t i = first_, steps = 0; i-- > sentence_.first && steps < 25; ++steps) {
      if (is_mark(i, ";")) return false;
      const auto phrase = parse_.phrase_of[i];
      const bool head = phrase != kNone && parse_.phrases[phrase].head == i;
      if (head && patterns_.fictions.contains(lemma(i))) {
        const auto begin = parse_.phrases[phrase].first;
        const bool in = begin > sentence_.first && lower(begin - 1) == "in" &&
                        (begin - 1 == sentence_.first || is_quote_mark(lower(begin - 2)));
        return in || (finite == 0 && tells(i + 1));
      }
      const auto verb = parse_.verb_of[i];
      if (verb == kNone || verb == verb_ || parse_.verbs[verb].head != i) continue;
      if (is_finite(verb) && !is_one_of(kTellers, lemma(i))) ++finite;
    }
    return false;
  }

 private:
  static constexpr std::array<std::string_view, 8> kTellers = {
      "depict", "show", "tell", "portray", "imagine", "follow", "recount", "narrate"};

  [[nodiscard]] const std::string& lower(uint32_t at) const { return context_.tokens.lower[at]; }
  [[nodiscard]] const std::string& lemma(uint32_t at) const { return parse_.words[at].lemma; }
  [[nodiscard]] bool is_mark(uint32_t at, std::string_view mark) const { return lower(at) == mark; }
  [[nodiscard]] bool is_finite(uint32_t verb) const {
    return !parse_.verbs[verb].infinitive && !parse_.verbs[verb].participle;
  }

  // "ordered an attack": the verb before the phrase of a noun.
  void find_light_verb() {
    const auto phrase = parse_.phrase_of[anchor_];
    const auto begin = phrase == kNone ? anchor_ : parse_.phrases[phrase].first;
    if (begin > sentence_.first) verb_ = parse_.verb_of[begin - 1];
  }

  /// Behind the noun for a work of fiction: "about", "in which", "that shows".
  [[nodiscard]] bool tells(uint32_t at) const {
    for (uint32_t i = at; i < first_ && i < at + 5; ++i) {
      if (lower(i) == "about" || lower(i) == "where" || is_one_of(kTellers, lemma(i))) return true;
      if (lower(i) == "in" && i + 1 < first_ && lower(i + 1) == "which") return true;
      if (is_mark(i, ",")) return false;
    }
    return false;
  }

  /// "An earlier version of this story said that ...": it is taken back.
  [[nodiscard]] bool is_corrected() const {
    constexpr std::array<std::string_view, 4> kOld = {"earlier", "previous", "original", "prior"};
    for (uint32_t i = sentence_.first; i + 3 < first_ && i < sentence_.first + 12; ++i) {
      if (lemma(i) != "version" || i == sentence_.first || lower(i + 1) != "of") continue;
      if (!is_one_of(kOld, lower(i - 1))) continue;
      const auto& of = lower(i + 2);
      if (of == "this" || of == "the" || of == "our") return true;
    }
    return false;
  }

  /// "almost attacked", "came close to attacking": it did not happen.
  [[nodiscard]] bool is_missed() const {
    if (verb_ == kNone) return false;
    const auto& group = parse_.verbs[verb_];
    const auto is_almost = [&](uint32_t i) { return lower(i) == "almost" || lower(i) == "nearly"; };
    for (uint32_t i = group.first; i < group.head; ++i) {
      if (is_almost(i)) return true;
    }
    if (group.first <= sentence_.first) return false;
    if (is_almost(group.first - 1)) return true;
    if (!group.participle || group.first < sentence_.first + 2) return false;
    const auto& noun = lower(group.first - 2);
    const auto& link = lower(group.first - 1);
    return (link == "to" && noun == "close") ||
           (link == "of" && (noun == "short" || noun == "brink" || noun == "verge")) ||
           (link == "of" && noun == "instead");
  }

  /// "the man accused of attacking": nobody says that he did.
  [[nodiscard]] bool is_suspected() const {
    if (verb_ == kNone || !parse_.verbs[verb_].participle || first_ < sentence_.first + 2) {
      return false;
    }
    // With no object between it is passive: "accused of".
    const auto& word = lemma(first_ - 2);
    return (lower(first_ - 1) == "of" && (word == "accuse" || word == "suspect")) ||
           (lower(first_ - 1) == "with" && word == "charge");
  }

  /// "Had Norvenia attacked, ...", "Should Norvenia attack, ..."
  [[nodiscard]] bool is_counterfactual() const {
    if (verb_ == kNone) return false;
    constexpr std::array<std::string_view, 3> kInverted = {"had", "should", "were"};
    for (uint32_t i = first_, steps = 0; i-- > sentence_.first && steps < 12; ++steps) {
      if (is_mark(i, ",") || is_mark(i, ";")) return false;
      if (parse_.verb_of[i] != kNone && is_finite(parse_.verb_of[i]) &&
          !is_one_of(kInverted, lower(i))) {
        return false;
      }
      if (!is_one_of(kInverted, lower(i)) || parse_.phrase_of[i + 1] == kNone) continue;
      if (i == sentence_.first) return true;
      const auto& before = lower(i - 1);
      return before == "," || before == "that" || before == ":" || is_quote_mark(before);
    }
    return false;
  }

  /// In a question that may be answered by no: "Will Norvenia attack?", not "Why did it attack?"
  [[nodiscard]] bool is_asked() const {
    constexpr uint32_t kFar = 60;
    uint32_t mark = anchor_;
    const auto end = std::min(sentence_.last, anchor_ + kFar);
    while (mark < end && !is_mark(mark, "?")) ++mark;
    if (mark == end) return false;
    uint32_t begin = first_;
    while (begin > sentence_.first && begin + kFar > first_ && !is_quote_mark(lower(begin - 1)) &&
           !is_mark(begin - 1, ":")) {
      --begin;
    }
    while (begin < first_ && (parse_.words[begin].upos == Upos::kCconj || is_mark(begin, ",") ||
                              lower(begin) == "so")) {
      ++begin;
    }
    constexpr std::array<std::string_view, 8> kOpen = {"why",  "when",  "who",  "how",
                                                       "what", "where", "whom", "which"};
    if (is_one_of(kOpen, lower(begin))) return false;
    // What stands under these is taken for granted: "will they talk after Norvenia attacked?"
    constexpr std::array<std::string_view, 9> kGiven = {
        "after", "since", "because", "when", "while", "who", "which", "whose", "where"};
    for (uint32_t i = begin; i < first_; ++i) {
      if (is_one_of(kGiven, lower(i))) return false;
    }
    return true;
  }

  /// The "that" of the clause, if no other finite verb stands between.
  [[nodiscard]] uint32_t that_before() const {
    for (uint32_t i = first_, steps = 0; i-- > sentence_.first && steps < 16; ++steps) {
      if (is_mark(i, ";")) return kNone;
      if (lower(i) == "that" && parse_.words[i].upos != Upos::kDet) {
        // "the army that attacked": its subject.
        return i + 1 == first_ || i == sentence_.first ? kNone : i;
      }
      const auto verb = parse_.verb_of[i];
      if (verb != kNone && verb != verb_ && is_finite(verb)) return kNone;
    }
    return kNone;
  }

  [[nodiscard]] bool is_no(uint32_t at) const {
    const auto& word = lower(at);
    return word == "no" || word == "not" || word == "n't" || word == "never" || word == "hardly" ||
           word == "without" || word == "little" || word == "nobody" || word == "nothing";
  }
  [[nodiscard]] bool is_negated_before(uint32_t at, uint32_t reach) const {
    for (uint32_t i = at, steps = 0; i-- > sentence_.first && steps < reach; ++steps) {
      if (is_mark(i, ",") || is_mark(i, ";")) return false;
      if (is_no(i)) return true;
    }
    return false;
  }

  [[nodiscard]] EventStatus status_under(uint32_t that, EventStatus own, uint32_t last) const {
    uint32_t at = that - 1;
    while (at > sentence_.first &&
           (parse_.words[at].upos == Upos::kAdv && !patterns_.mistaken.contains(lower(at)))) {
      --at;
    }
    if (patterns_.mistaken.contains(lower(at))) return EventStatus::kDenied;
    const auto verb = parse_.verb_of[at];
    const auto& word = lemma(at);
    if (verb != kNone) return status_under_verb(verb, own);
    const bool no = is_negated_before(at, 4);
    if (patterns_.untrue.contains(word)) return no ? own : EventStatus::kDenied;
    constexpr std::array<std::string_view, 4> kTrue = {"true", "correct", "accurate", "case"};
    if (no && is_one_of(kTrue, word)) return EventStatus::kDenied;
    if (patterns_.unproven.contains(word)) return no ? own : EventStatus::kHypothetical;
    if (parse_.words[at].upos == Upos::kAdj) return no ? EventStatus::kHypothetical : own;
    const bool hearsay = patterns_.hearsay.contains(word);
    if (!hearsay && !patterns_.claims.contains(word)) return own;
    if (no) return is_baseless(at) ? EventStatus::kDenied : EventStatus::kHypothetical;
    const auto said = status_of_predicate(last);
    if (said != EventStatus::kActual) return said;
    return hearsay ? EventStatus::kHypothetical : own;
  }

  /// "no truth in reports that", "no basis for claims that"
  [[nodiscard]] bool is_baseless(uint32_t at) const {
    constexpr std::array<std::string_view, 4> kBasis = {"truth", "basis", "substance",
                                                        "foundation"};
    for (uint32_t i = at, steps = 0; i-- > sentence_.first && steps < 4; ++steps) {
      if (is_one_of(kBasis, lemma(i))) return true;
    }
    return false;
  }

  [[nodiscard]] EventStatus status_under_verb(uint32_t verb, EventStatus own) const {
    const auto& group = parse_.verbs[verb];
    for (uint32_t i = group.first; i < group.last; ++i) {
      if (patterns_.mistaken.contains(lower(i))) return EventStatus::kDenied;
    }
    if (group.first > sentence_.first && patterns_.mistaken.contains(lower(group.first - 1))) {
      return EventStatus::kDenied;
    }
    const auto& word = lemma(group.head);
    if (patterns_.pretended.contains(word)) return EventStatus::kHypothetical;
    if (!patterns_.assertive.contains(word)) return own;
    const bool none = group.first > sentence_.first &&
                      (lower(group.first - 1) == "nobody" || lower(group.first - 1) == "none" ||
                       (lower(group.first - 1) == "one" && group.first > sentence_.first + 1 &&
                        lower(group.first - 2) == "no"));
    return group.negated || none ? EventStatus::kHypothetical : own;
  }

  /// What the sentence says of the rumour itself: "... are false", "... could not be confirmed".
  [[nodiscard]] EventStatus status_of_predicate(uint32_t last) const {
    uint32_t verb = kNone;
    uint32_t at = last;
    for (uint32_t steps = 0; at < sentence_.last && steps < 20; ++at, ++steps) {
      verb = parse_.verb_of[at];
      // The predicate's "are" may be a group or, alone, an auxiliary.
      const bool found =
          verb != kNone ? verb != verb_ && is_finite(verb) : parse_.words[at].upos == Upos::kAux;
      if (found) break;
    }
    if (at >= sentence_.last) return EventStatus::kActual;
    const auto end = std::min(sentence_.last, at + 8);
    bool negated = verb != kNone && parse_.verbs[verb].negated;
    for (uint32_t i = at; i < end; ++i) {
      if (is_mark(i, ",") || is_mark(i, ";")) break;
      if (is_no(i)) negated = true;
      if (patterns_.untrue.contains(lemma(i)) || patterns_.deniers.contains(lemma(i)) ||
          lemma(i) == "debunk" || lemma(i) == "disprove") {
        return negated ? EventStatus::kActual : EventStatus::kDenied;
      }
      if (lemma(i) == "true" && negated) return EventStatus::kDenied;
      if (patterns_.unproven.contains(lemma(i))) return EventStatus::kHypothetical;
      if (negated && (lemma(i) == "confirm" || lemma(i) == "verify")) {
        return EventStatus::kHypothetical;
      }
    }
    return EventStatus::kActual;
  }

  const EventContext& context_;
  const Parse& parse_;
  const EventPatterns& patterns_;
  const Sentence& sentence_;
  uint32_t anchor_, verb_ = kNone, first_ = 0;
};

}  // namespace

EventStatus status_in_frame(const EventContext& context, const EventMatch& match,
                            EventStatus status) {
  return ClauseFrame(context, match.anchor).status(status, match.last);
}

bool is_habit(const EventContext& context, uint32_t anchor, const TimeMention& time) {
  if (time.kind != TimeKind::kSet) return false;
  const auto verb = context.parse.verb_of[anchor];
  // "holds a drill": the verb of a noun stands before its phrase.
  const auto phrase = context.parse.phrase_of[anchor];
  const auto begin = phrase == kNone ? anchor : context.parse.phrases[phrase].first;
  const auto light = verb == kNone && begin > 0 ? context.parse.verb_of[begin - 1] : verb;
  if (light == kNone) return false;
  const auto& group = context.parse.verbs[light];
  return group.tense == Tense::kPresent && !group.progressive && !group.perfect &&
         !group.infinitive && !group.participle && group.modal.empty();
}

bool is_fiction(const EventContext& context, uint32_t anchor) {
  return ClauseFrame(context, anchor).is_fiction();
}

}  // namespace demarche
