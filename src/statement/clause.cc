// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "statement/clause.h"

#include <algorithm>

namespace demarche {
namespace {

constexpr uint32_t kNone = Parse::kNone;

bool is_comma(const Tokens& tokens, uint32_t at) {
  return tokens.lower[at] == "," || tokens.lower[at] == "-" || tokens.lower[at] == "--" ||
         tokens.lower[at] == "(" || tokens.lower[at] == ")";
}

bool is_joint(const std::string& word) { return word == "and" || word == "or"; }

bool is_relative(const std::string& word) {
  return word == "who" || word == "which" || word == "whom" || word == "that";
}

/// The looking about of one verb group.
class SubjectSearch {
 public:
  SubjectSearch(const Tokens& tokens, const Parse& parse, uint32_t verb,
                const std::vector<TimeMention>* times)
      : tokens_(tokens),
        parse_(parse),
        times_(times),
        verb_(parse.verbs[verb]),
        sentence_(tokens.sentences[tokens.sentence_of[verb_.head]]),
        number_(verb) {}

  Subject run() {
    // "..., its chief, Jonas Reik, said" may be read as a participle behind its comma.
    const bool past = parse_.words[verb_.head].form != VerbForm::kGerund;
    if (verb_.participle && past && verb_.first > sentence_.first &&
        is_comma(tokens_, verb_.first - 1)) {
      Subject apposed = before(verb_.first);
      if (!apposed.empty()) return apposed;
    }
    if (verb_.infinitive || verb_.participle) return inherit();
    Subject direct = before(verb_.first);
    if (!direct.empty()) return direct;
    return inherit();
  }

 private:
  [[nodiscard]] Upos tag(uint32_t at) const { return parse_.words[at].upos; }

  /// The subject that ends before token `at`.
  Subject before(uint32_t at) {
    uint32_t i = at;
    bool stepped = false;  // over something between commas
    while (i > sentence_.first) {
      --i;
      const uint32_t phrase = parse_.phrase_of[i];
      if (tokens_.lower[i] == "\"" || tokens_.lower[i] == "''") return {};
      if (is_relative(tokens_.lower[i]) && (phrase == kNone || phrase_is_word(phrase, i))) {
        return antecedent(i);
      }
      if (phrase != kNone) {
        const uint32_t first = parse_.phrases[phrase].first;
        if (is_time(phrase) || is_age(phrase)) {
          i = first;
          continue;
        }
        if (is_under_preposition(tokens_, parse_, phrase)) {
          // "the comments by the minister", "observers in Norvenia and around it": go on with what
          // the preposition hangs on.
          i = first - 1;
          const bool more = i > sentence_.first + 1 && is_joint(tokens_.lower[i - 1]);
          if (more) --i;
          continue;
        }
        return with_coordination(phrase);
      }
      if (parse_.verb_of[i] != kNone) {
        // Another verb in between: only a relative clause between commas may be stepped over.
        return {};
      }
      if (is_comma(tokens_, i)) {
        const uint32_t open = tokens_.lower[i] == ")" ? opening_bracket(i) : opening_comma(i);
        if (open != kNone) {
          i = open;
          stepped = true;
          continue;
        }
        // "Ana Brok, of Tarn, Norvenia, said": the comma that opens it all.
        if (!stepped || parse_.phrase_of[i - 1] == kNone) return {};
        continue;
      }
      if (tag(i) == Upos::kAdv || tag(i) == Upos::kPart || tag(i) == Upos::kAdp) continue;
      if (tokens_.lower[i] == "then" || tokens_.lower[i] == "also") continue;
      return {};
    }
    return {};
  }

  /// "who last week said", "Norvenia on Monday said": part of a time.
  [[nodiscard]] bool is_time(uint32_t phrase) const {
    if (times_ == nullptr) return false;
    const NounPhrase& np = parse_.phrases[phrase];
    const auto after = std::ranges::upper_bound(*times_, np.first, {}, &TimeMention::first);
    return after != times_->begin() && std::prev(after)->last >= np.last;
  }

  /// "Ana Brok, 54, said".
  [[nodiscard]] bool is_age(uint32_t phrase) const {
    const NounPhrase& np = parse_.phrases[phrase];
    return np.last == np.first + 1 && tag(np.first) == Upos::kNum && np.first > sentence_.first &&
           tokens_.lower[np.first - 1] == ",";
  }

  [[nodiscard]] bool phrase_is_word(uint32_t phrase, uint32_t at) const {
    return parse_.phrases[phrase].first == at && parse_.phrases[phrase].last == at + 1;
  }

  /// The comma that opens what the comma at `close` closes: at most 30 tokens before.
  [[nodiscard]] uint32_t opening_comma(uint32_t close) const {
    constexpr uint32_t kLongest = 30;
    uint32_t steps = 0;
    for (uint32_t i = close; i > sentence_.first && steps < kLongest; ++steps) {
      --i;
      if (is_comma(tokens_, i) && i > sentence_.first && parse_.phrase_of[i - 1] != kNone) return i;
    }
    return kNone;
  }

  [[nodiscard]] bool is_under_of(uint32_t phrase) const {
    const uint32_t first = parse_.phrases[phrase].first;
    return first > sentence_.first + 1 && tokens_.lower[first - 1] == "of" &&
           parse_.phrase_of[first - 2] != kNone;
  }

  [[nodiscard]] uint32_t opening_bracket(uint32_t close) const {
    constexpr uint32_t kLongest = 30;
    for (uint32_t i = close; i > sentence_.first && close - i < kLongest; --i) {
      if (tokens_.lower[i] == "(") return i;
    }
    return kNone;
  }

  Subject antecedent(uint32_t relative) {
    uint32_t i = relative;
    while (i > sentence_.first) {
      --i;
      const uint32_t phrase = parse_.phrase_of[i];
      // "Ana Brok of Norvenia, who": a name under "of" says whence she is.
      const bool whence = phrase != kNone && tokens_.lower[relative] == "who" &&
                          is_under_of(phrase) && tag(parse_.phrases[phrase].head) == Upos::kPropn;
      if (whence) {
        i = parse_.phrases[phrase].first - 1;
        continue;
      }
      if (phrase != kNone) return {{phrase}, false, false};
      if (!is_comma(tokens_, i) && tag(i) != Upos::kAdp) return {};
    }
    return {};
  }

  Subject with_coordination(uint32_t phrase) {
    Subject subject{{phrase}, false, false};
    constexpr size_t kMost = 6;
    while (subject.phrases.size() < kMost) {
      const uint32_t first = parse_.phrases[subject.phrases.front()].first;
      if (first <= sentence_.first + 1) break;
      const std::string& word = tokens_.lower[first - 1];
      if (word != "and" && word != "or") break;
      const uint32_t other = parse_.phrase_of[first - 2];
      if (other == kNone || is_under_preposition(tokens_, parse_, other)) break;
      subject.phrases.insert(subject.phrases.begin(), other);
    }
    return subject;
  }

  /// The subject of the nearest finite verb before in the sentence that has one of its own.
  Subject inherit() {
    for (uint32_t v = number_; v > 0; --v) {
      const VerbGroup& other = parse_.verbs[v - 1];
      if (other.first < sentence_.first) break;
      if (other.infinitive || other.participle) continue;
      const VerbGroup saved = verb_;
      verb_ = other;
      Subject found = before(other.first);
      verb_ = saved;
      if (!found.empty()) {
        found.inherited = true;
        return found;
      }
    }
    return before_participle();
  }

  /// "The man accused of attacking": whom the participle before hangs on.
  [[nodiscard]] Subject before_participle() const {
    if (number_ == 0) return {};
    const VerbGroup& other = parse_.verbs[number_ - 1];
    if (other.first <= sentence_.first || !other.participle || other.first != other.head) return {};
    if (parse_.words[other.head].form != VerbForm::kParticiple) return {};
    const uint32_t phrase = parse_.phrase_of[other.first - 1];
    if (phrase == kNone) return {};
    Subject subject{{phrase}, false, false};
    subject.inherited = true;
    return subject;
  }

  const Tokens& tokens_;
  const Parse& parse_;
  const std::vector<TimeMention>* times_;
  VerbGroup verb_;
  Sentence sentence_;
  uint32_t number_;
};

}  // namespace

bool is_under_preposition(const Tokens& tokens, const Parse& parse, uint32_t phrase) {
  const uint32_t first = parse.phrases[phrase].first;
  if (first == 0 || tokens.sentence_of[first] != tokens.sentence_of[first - 1]) return false;
  return parse.words[first - 1].upos == Upos::kAdp;
}

Subject find_subject(const Tokens& tokens, const Parse& parse, uint32_t verb,
                     const std::vector<TimeMention>* times) {
  return SubjectSearch(tokens, parse, verb, times).run();
}

}  // namespace demarche
