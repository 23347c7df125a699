// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string_view>

#include "mention/time_tense.h"

// The side of a time by the tree: the verb that it hangs on, its auxiliaries, and what plans it.

namespace demarche {
namespace {

using std::string_view_literals::operator""sv;

template <size_t N>
bool contains(const std::array<std::string_view, N>& sorted, std::string_view word) {
  return std::ranges::binary_search(sorted, word);
}

// Each list is sorted. Lemmas whose infinitive, or whose "for Monday", lies ahead of them.
constexpr auto kPlanners = std::to_array<std::string_view>(
    {"agree",   "agreement", "aim",     "ask",      "bid",        "call",     "deadline",
     "due",     "expect",    "go",      "hope",     "instruct",   "intend",   "invite",
     "likely",  "order",     "plan",    "planned",  "pledge",     "poised",   "prepare",
     "promise", "proposal",  "propose", "ready",    "reschedule", "schedule", "scheduled",
     "set",     "slate",     "slated",  "threaten", "urge",       "vow",      "want"});
// What was planned "on Monday" takes place on it, whatever stands between.
constexpr auto kTimetables =
    std::to_array<std::string_view>({"plan", "reschedule", "schedule", "slate"});
constexpr auto kStarters = std::to_array<std::string_view>(
    {"begin",  "close",  "convene", "depart", "end",    "expire", "fly",
     "gather", "go",     "hold",    "leave",  "meet",   "open",   "reopen",
     "resume", "return", "start",   "take",   "travel", "visit",  "vote"});

// What stands before a time that is to come.
constexpr auto kPromises = std::to_array<std::string_view>(
    {"coming", "due", "effective", "maturing", "matures", "payable", "upcoming"});
// What a time that is to come may be of: "the June summit".
constexpr auto kGatherings = std::to_array<std::string_view>(
    {"ballot", "conference", "deadline", "election", "hearing", "meeting", "poll", "referendum",
     "session", "summit", "talk", "talks", "vote"});

// What is moved "to Monday" is to come.
constexpr auto kMovers = std::to_array<std::string_view>(
    {"adjourn", "change", "delay", "extend", "move", "postpone", "push", "shift"});

constexpr uint32_t kLongestClimb = 8;
constexpr uint32_t kAuxiliaryReach = 10;  // tokens before a verb

// What a verb's own words say of its place in time.
struct Clause {
  std::string_view modal;
  bool infinitive = false, past = false, present = false, perfect = false, negated = false;
  bool gerund = false, participle = false, copula = false;
};

class Reader {
 public:
  Reader(const Tokens& tokens, const Parse& parse, Sentence sentence)
      : tokens_(tokens), parse_(parse), sentence_(sentence) {}

  TimeOutlook of(uint32_t first, uint32_t last) const {
    uint32_t at = first;
    while (at + 1 < last && head(at) >= first && head(at) < last) ++at;
    const std::string_view preposition = case_of(at);
    if (promises(first)) return TimeOutlook::kAhead;
    if (parse_.relation_of(at) == "compound" && inside(head(at)) &&
        !contains(kGatherings, parse_.lemma_of(head(at)))) {
      return TimeOutlook::kBehind;  // "a June agreement"
    }
    const bool gathering = of_gathering(first);
    if (const uint32_t beside = verb_before(first, last); beside != Parse::kNone) {
      return of_clause(beside, preposition, kLongestClimb);
    }
    for (uint32_t step = 0; step < kLongestClimb; ++step) {
      at = head(at);
      if (!inside(at)) return TimeOutlook::kUnknown;
      if (!carries_clause(at)) continue;
      if (is_across_quote(at, first)) {  // of a quotation that the time is not in
        const uint32_t own = verb_outside(first);
        return own == Parse::kNone ? TimeOutlook::kUnknown
                                   : of_clause(own, preposition, kLongestClimb);
      }
      const bool fronted = first < at && step == 0 && is_verb(at);
      // "On Friday they planned to pay": the plan is of that day
      if (fronted && read(at).past && contains(kTimetables, parse_.lemma_of(at))) {
        return TimeOutlook::kBehind;
      }
      if (gathering && contains(kPlanners, parse_.lemma_of(at))) return planned(read(at));
      return of_clause(at, preposition, kLongestClimb);
    }
    return TimeOutlook::kUnknown;
  }

 private:
  // "payable Dec. 15", "effective on June 1"
  [[nodiscard]] bool promises(uint32_t first) const {
    for (uint32_t i = first; i > sentence_.first && first - i < 2; --i) {
      if (contains(kPromises, tokens_.lower[i - 1])) return true;
    }
    return false;
  }
  // "invited them to talks on Sunday"
  [[nodiscard]] bool of_gathering(uint32_t first) const {
    return first >= sentence_.first + 2 && parse_.upos_of(first - 1) == Upos::kAdp &&
           contains(kGatherings, parse_.lemma_of(first - 2));
  }

  // "the ruling announced Friday", "said on Friday that": a participle or a past beside the time
  // has it, whatever the tree says; in "said Friday will be" the time is a subject.
  [[nodiscard]] uint32_t verb_before(uint32_t first, uint32_t last) const {
    if (first <= sentence_.first) return Parse::kNone;
    uint32_t at = first - 1;
    if (parse_.upos_of(at) == Upos::kAdp && at > sentence_.first) --at;
    if (parse_.xpos_of(at) == "VBN") return at;
    const bool subject = last < sentence_.last && is_verb(last);
    return parse_.xpos_of(at) == "VBD" && !subject ? at : Parse::kNone;
  }

  [[nodiscard]] bool is_quote_mark(uint32_t token) const {
    const std::string_view word = tokens_.lower[token];
    return word == "\"" || word == "``" || word == "''" || word == "\u201c" || word == "\u201d";
  }
  // Does a quotation hold one of the two words and not the other?
  [[nodiscard]] bool is_across_quote(uint32_t one, uint32_t other) const {
    bool across = false;
    for (uint32_t i = std::min(one, other); i < std::max(one, other); ++i) {
      if (is_quote_mark(i)) across = !across;
    }
    return across;
  }
  // The verb nearest to the time on its side of the quotation, rather before it: "he said".
  [[nodiscard]] uint32_t verb_outside(uint32_t first) const {
    for (uint32_t i = first; i > sentence_.first && !is_quote_mark(i - 1); --i) {
      if (is_verb(i - 1)) return i - 1;
    }
    for (uint32_t i = first; i < sentence_.last && !is_quote_mark(i); ++i) {
      if (is_verb(i)) return i;
    }
    return Parse::kNone;
  }
  [[nodiscard]] uint32_t head(uint32_t token) const { return parse_.tree[token].head; }
  [[nodiscard]] bool inside(uint32_t token) const {
    return token >= sentence_.first && token < sentence_.last;
  }
  [[nodiscard]] bool is_verb(uint32_t token) const {
    const Upos upos = parse_.upos_of(token);
    return upos == Upos::kVerb || upos == Upos::kAux;
  }

  [[nodiscard]] std::string_view case_of(uint32_t token) const {
    for (uint32_t i = token; i > sentence_.first && token - i < 4; --i) {
      if (head(i - 1) == token && parse_.relation_of(i - 1) == "case") return tokens_.lower[i - 1];
    }
    return {};
  }

  // A verb, or what stands with a copula: "is due", "was the first".
  [[nodiscard]] bool carries_clause(uint32_t token) const {
    if (is_verb(token) || contains(kPlanners, parse_.lemma_of(token))) return true;
    const Clause clause = read(token);
    return clause.copula;
  }

  void read_auxiliary(std::string_view word, Clause& clause) const {
    constexpr auto kModals =
        std::to_array<std::string_view>({"'ll", "ca", "can", "could", "may", "might", "must",
                                         "shall", "should", "will", "wo", "would"});
    if (contains(kModals, word)) clause.modal = word;
    if (word == "had" || word == "'d") clause.past = clause.perfect = true;
    if (word == "has" || word == "have" || word == "'ve" || word == "having") clause.perfect = true;
    if (word == "was" || word == "were" || word == "did") clause.past = true;
    if (word == "is" || word == "are" || word == "am" || word == "'s" || word == "'re" ||
        word == "does" || word == "do") {
      clause.present = true;
    }
  }

  // "neither the envoy nor his aides could be reached"
  [[nodiscard]] bool is_nobody(uint32_t subject) const {
    const auto denies = [&](uint32_t i) {
      const std::string_view word = tokens_.lower[i];
      return word == "neither" || word == "nobody" || word == "none" || word == "no";
    };
    const uint32_t before = subject > sentence_.first ? subject - 1 : subject;
    return denies(subject) || denies(before) || denies(sentence_.first);
  }

  [[nodiscard]] Clause read(uint32_t verb) const {
    Clause clause;
    const uint32_t from =
        verb > sentence_.first + kAuxiliaryReach ? verb - kAuxiliaryReach : sentence_.first;
    for (uint32_t i = from; i < verb; ++i) {
      if (head(i) != verb) continue;
      const std::string_view relation = parse_.relation_of(i);
      const std::string_view word = tokens_.lower[i];
      if (relation == "cop") clause.copula = true;
      if (relation == "cop" || relation.starts_with("aux")) read_auxiliary(word, clause);
      if (word == "to" && (relation == "mark" || relation == "aux")) clause.infinitive = true;
      if (word == "not" || word == "n't" || word == "never") clause.negated = true;
      if (relation.starts_with("nsubj") && is_nobody(i)) clause.negated = true;
    }
    const std::string_view xpos = parse_.xpos_of(verb);
    const bool alone = !clause.past && !clause.present && !clause.perfect && clause.modal.empty();
    if (xpos == "VBD" && alone) clause.past = true;
    if (xpos == "VBG") clause.gerund = true;
    if (xpos == "VBN" && alone) clause.participle = true;
    if ((xpos == "VBZ" || xpos == "VBP") && alone) clause.present = true;
    return clause;
  }

  // What is due, planned or called for lies ahead, but where it "had been" due.
  [[nodiscard]] static TimeOutlook planned(const Clause& plan) {
    return plan.past && plan.perfect ? TimeOutlook::kBehind : TimeOutlook::kAhead;
  }

  [[nodiscard]] TimeOutlook of_infinitive(uint32_t verb, const Clause& clause,
                                          uint32_t steps) const {
    if (clause.present || clause.past) return planned(clause);  // "is to meet", "was to meet"
    const uint32_t governor = head(verb);
    if (!inside(governor) || steps == 0) return TimeOutlook::kUnknown;
    if (contains(kPlanners, parse_.lemma_of(governor))) return planned(read(governor));
    if (carries_clause(governor)) return of_clause(governor, {}, steps - 1);
    return TimeOutlook::kUnknown;
  }

  [[nodiscard]] TimeOutlook of_clause(uint32_t verb, std::string_view preposition,
                                      uint32_t steps) const {
    const Clause clause = read(verb);
    const std::string_view lemma = parse_.lemma_of(verb);
    if (!clause.modal.empty()) {
      if (clause.perfect) return TimeOutlook::kBehind;  // "could have met"
      const bool could_not = clause.negated && clause.modal == "could";
      return could_not ? TimeOutlook::kBehind : TimeOutlook::kAhead;
    }
    if (clause.infinitive) return of_infinitive(verb, clause, steps);
    if (contains(kPlanners, lemma)) {
      const bool plans = preposition == "for" || (clause.participle && lemma != "set") ||
                         !is_verb(verb) || contains(kTimetables, lemma);
      if (plans) return planned(clause);
    }
    if (preposition == "to" && contains(kMovers, lemma)) return planned(clause);
    if (clause.past || clause.perfect) return TimeOutlook::kBehind;
    if (clause.present && clause.gerund) return TimeOutlook::kAhead;  // "is leaving on Monday"
    if (clause.participle) return TimeOutlook::kBehind;               // "announced Friday"
    if (clause.gerund) {
      if (lemma == "begin" || lemma == "start") return TimeOutlook::kAhead;
      const uint32_t governor = head(verb);
      if (!inside(governor) || steps == 0 || !carries_clause(governor)) {
        return TimeOutlook::kUnknown;
      }
      return of_clause(governor, {}, steps - 1);
    }
    if (clause.present) {
      return contains(kStarters, lemma) ? TimeOutlook::kAhead : TimeOutlook::kUnknown;
    }
    return TimeOutlook::kUnknown;
  }

  const Tokens& tokens_;
  const Parse& parse_;
  Sentence sentence_;
};

}  // namespace

TimeOutlook outlook_by_tree(const Tokens& tokens, const Parse& parse, uint32_t first,
                            uint32_t last) {
  if (parse.tree.size() != tokens.size() || first >= tokens.size()) return TimeOutlook::kUnknown;
  return Reader(tokens, parse, tokens.sentences[tokens.sentence_of[first]]).of(first, last);
}

}  // namespace demarche
