// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "parse/noun_phrases.h"

#include <algorithm>
#include <array>

namespace demarche {
namespace {

// Before "of" these say how many, so that what follows is the head. Sorted.
constexpr auto kQuantities = std::to_array<std::string_view>(
    {"billions", "couple", "dozen", "dozens", "handful", "hundreds", "lot", "lots", "majority",
     "millions", "number", "plenty", "scores", "tens", "thousands", "trillions"});
constexpr auto kDays = std::to_array<std::string_view>(
    {"april",    "august", "december", "february", "friday",  "january",   "july",      "june",
     "march",    "may",    "monday",   "november", "october", "saturday",  "september", "sunday",
     "thursday", "today",  "tomorrow", "tonight",  "tuesday", "wednesday", "yesterday"});
constexpr auto kDegrees = std::to_array<std::string_view>(
    {"about", "almost", "around", "at", "even", "least", "less", "more", "most", "nearly", "over",
     "quite", "roughly", "some", "too", "up", "very"});

bool is_listed(const auto& list, std::string_view word) {
  return std::ranges::binary_search(list, word);
}

class Phrases {
 public:
  Phrases(const Tokens& tokens, uint32_t first, uint32_t last, Parse& parse)
      : tokens_(tokens), first_(first), last_(last), parse_(parse) {}

  void find() {
    uint32_t i = first_;
    while (i < last_) {
      const NounPhrase phrase = phrase_at(i);
      if (phrase.last == phrase.first) {
        ++i;
        continue;
      }
      add(phrase);
      i = phrase.last;
    }
  }

 private:
  [[nodiscard]] Upos upos(uint32_t at) const {
    return at >= first_ && at < last_ ? parse_.words[at].upos : Upos::kPunct;
  }
  [[nodiscard]] VerbForm form(uint32_t at) const {
    return at < last_ ? parse_.words[at].form : VerbForm::kNone;
  }
  [[nodiscard]] std::string_view lower(uint32_t at) const {
    return at >= first_ && at < last_ ? std::string_view(tokens_.lower[at]) : std::string_view();
  }
  [[nodiscard]] bool is_noun(uint32_t at) const {
    return upos(at) == Upos::kNoun || upos(at) == Upos::kPropn;
  }
  [[nodiscard]] bool is_possessive(uint32_t at) const {
    constexpr auto kWords = std::to_array<std::string_view>(
        {"her", "his", "its", "my", "our", "their", "whose", "your"});
    return upos(at) == Upos::kPron && is_listed(kWords, lower(at));
  }
  [[nodiscard]] bool is_genitive(uint32_t at) const {
    return upos(at) == Upos::kPart && (lower(at) == "'s" || lower(at) == "'");
  }
  [[nodiscard]] bool is_hyphen(uint32_t at) const {
    return at > first_ && at + 1 < last_ && lower(at) == "-" &&
           !tokens_.tokens[at - 1].space_after && !tokens_.tokens[at].space_after;
  }
  /// "her" before a verb or the end is the object, not the owner.
  [[nodiscard]] bool owns(uint32_t at) const {
    return is_possessive(at) && (lower(at) != "her" || is_modifier(at + 1) || is_noun(at + 1));
  }
  [[nodiscard]] bool is_participle(uint32_t at) const {
    return upos(at) == Upos::kVerb &&
           (form(at) == VerbForm::kParticiple || form(at) == VerbForm::kGerund ||
            form(at) == VerbForm::kPast);
  }
  [[nodiscard]] bool is_modifier(uint32_t at) const {
    return upos(at) == Upos::kAdj || upos(at) == Upos::kNum || is_participle(at) ||
           (upos(at) == Upos::kSym && lower(at) != "%" && lower(at) != "/");
  }

  [[nodiscard]] bool is_quote(uint32_t at) const {
    return upos(at) == Upos::kPunct && (lower(at) == "\"" || lower(at) == "'");
  }
  [[nodiscard]] bool is_determined(uint32_t at) const { return upos(at) == Upos::kDet || owns(at); }

  /// Whether the phrase from `at` to `i` has begun with a determiner or has an owner.
  [[nodiscard]] bool has_owner(uint32_t at, uint32_t i) const {
    for (uint32_t k = at + 1; k < i; ++k) {
      if (is_genitive(k)) return true;
    }
    return is_determined(at);
  }

  /// Whether a noun comes at or soon after `at`, past modifiers only (and quote marks).
  [[nodiscard]] bool leads_to_noun(uint32_t at, bool quoted = false) const {
    constexpr uint32_t kFar = 12;
    for (uint32_t i = at; i < last_ && i < at + kFar; ++i) {
      if (is_noun(i)) return true;
      const bool joined = is_hyphen(i) || (quoted && is_quote(i)) || upos(i) == Upos::kAdv ||
                          ((lower(i) == "," || upos(i) == Upos::kCconj) && is_modifier(i + 1));
      if (!is_modifier(i) && !joined) return false;
    }
    return false;
  }

  [[nodiscard]] NounPhrase phrase_at(uint32_t at) const {
    if (upos(at) == Upos::kPron && !owns(at)) return {at, at + 1, at};
    NounPhrase phrase = simple_at(at);
    // "dozens of soldiers", "a number of states"
    for (int i = 0; i < 3 && phrase.last > phrase.first; ++i) {
      const bool quantity = is_listed(kQuantities, lower(phrase.head)) &&
                            phrase.head + 1 == phrase.last && lower(phrase.last) == "of" &&
                            lower(phrase.first) != "the";
      if (!quantity) break;
      const NounPhrase next = simple_at(phrase.last + 1);
      if (next.last == next.first) break;
      phrase.last = next.last;
      phrase.head = next.head;
    }
    return phrase;
  }

  [[nodiscard]] bool starts(uint32_t at, bool& determined) const {
    determined = is_determined(at);
    if (determined || is_noun(at)) return true;
    if (upos(at) == Upos::kAdj || upos(at) == Upos::kNum || upos(at) == Upos::kSym) {
      return leads_to_noun(at) || upos(at) == Upos::kNum || upos(at + 1) == Upos::kNum;
    }
    if (upos(at) == Upos::kAdv && (is_listed(kDegrees, lower(at)) || lower(at).ends_with("ly"))) {
      const bool before_verb = at > first_ && upos(at - 1) == Upos::kAux;
      return !before_verb && (upos(at + 1) == Upos::kAdj || upos(at + 1) == Upos::kNum) &&
             leads_to_noun(at + 1);
    }
    if (lower(at) == "at" && upos(at + 2) == Upos::kNum) {
      return lower(at + 1) == "least" || lower(at + 1) == "most";
    }
    // "armed men said", but "Armed with guns" has no noun next to it.
    if (is_participle(at) && form(at) != VerbForm::kPast) {
      const bool after_link = at == first_ || upos(at - 1) == Upos::kAdp ||
                              upos(at - 1) == Upos::kCconj || upos(at - 1) == Upos::kPunct ||
                              (upos(at - 1) == Upos::kVerb && form(at) == VerbForm::kParticiple);
      return after_link && form(at) == VerbForm::kParticiple && is_noun(at + 1);
    }
    return false;
  }

  [[nodiscard]] NounPhrase simple_at(uint32_t at) const {
    bool determined = false;
    if (at >= last_ || !starts(at, determined)) return {at, at, at};
    uint32_t i = at;
    uint32_t head = Parse::kNone;
    bool open = determined;  // a noun must still come
    while (i < last_) {
      if (i > at && !continues(at, i, open)) break;
      if (is_noun(i) || upos(i) == Upos::kNum) head = i;
      if (is_genitive(i)) head = Parse::kNone;
      open = !is_noun(i) && upos(i) != Upos::kNum;
      ++i;
    }
    // What hangs loose at the end is not of the phrase: "the state -", "Velmark 's".
    while (i > at + 1 && !is_noun(i - 1) && upos(i - 1) != Upos::kNum &&
           upos(i - 1) != Upos::kAdj && lower(i - 1) != "%" && upos(i - 1) != Upos::kDet &&
           !(is_participle(i - 1) && upos(i - 2) == Upos::kDet)) {
      --i;
    }
    if (head == Parse::kNone || head >= i) {
      // "the poor", "this", "the accused"
      if (!determined && upos(at) != Upos::kNum) return {at, at, at};
      head = i - 1;
    } else if (lower(head + 1) == "%" && head + 1 < i) {
      head = head + 1;
    } else {
      i = head + 1;
    }
    return {at, i, head};
  }

  /// Whether the phrase that begins at `at` goes on with token `i`.
  [[nodiscard]] bool continues(uint32_t at, uint32_t i, bool open) const {
    if (is_hyphen(i)) return true;
    if (is_hyphen(i - 1)) {
      return is_noun(i) || is_modifier(i) || upos(i) == Upos::kAdv || upos(i) == Upos::kAdp ||
             upos(i) == Upos::kVerb;
    }
    const Upos before = upos(i - 1);
    switch (upos(i)) {
      case Upos::kNoun:
        return before != Upos::kNoun || !is_day(i);
      case Upos::kPropn:
        return name_continues(i);
      case Upos::kNum:
        return open || before == Upos::kPropn || before == Upos::kSym || (before == Upos::kNum) ||
               is_day(i - 1);
      case Upos::kAdj:
        return open || is_genitive(i - 1) || before == Upos::kNum || adjective_continues(at, i);
      case Upos::kSym:
        return lower(i) == "%" ? before == Upos::kNum : open || lower(i) == "$";
      case Upos::kVerb:
        return (open || is_genitive(i - 1)) && is_participle(i) &&
               (form(i) != VerbForm::kPast || before == Upos::kDet) &&
               (leads_to_noun(i + 1) || is_hyphen(i + 1) || before == Upos::kDet);
      case Upos::kAdv:
        return open && (upos(i + 1) == Upos::kAdj || upos(i + 1) == Upos::kNum ||
                        (is_participle(i + 1) && leads_to_noun(i + 2)));
      case Upos::kPart:
        return is_genitive(i) && is_noun(i - 1) &&
               (leads_to_noun(i + 1, true) || upos(i + 1) == Upos::kAdv);
      case Upos::kDet:
        // "all the", "both the", "half the", "such a"
        return i == at + 1 && (before == Upos::kDet || lower(i - 1) == "such") && open;
      case Upos::kPron:
        return i == at + 1 && before == Upos::kDet && owns(i);
      case Upos::kCconj:
        return conjunction_continues(i, open);
      case Upos::kPunct:
        if (is_quote(i)) return open && has_owner(at, i) && leads_to_noun(i + 1, true);
        return lower(i) == "," && open && before == Upos::kAdj && upos(i + 1) == Upos::kAdj &&
               leads_to_noun(i + 1);
      default:
        return false;
    }
  }

  [[nodiscard]] bool is_day(uint32_t at) const { return is_listed(kDays, lower(at)); }

  /// "the UN special envoy", "a five-day international trip", but "the UN last week".
  [[nodiscard]] bool adjective_continues(uint32_t at, uint32_t i) const {
    if (!is_noun(i + 1) || lower(i) == "last" || lower(i) == "next") return false;
    if (i >= at + 3 && is_hyphen(i - 2)) return true;
    return upos(i - 1) == Upos::kPropn && i == at + 2 && is_determined(at);
  }

  /// A name after a name or its title, not a day after what happened on it, and not the subject
  /// after an object in the plural: "told reporters Velmark would".
  [[nodiscard]] bool name_continues(uint32_t i) const {
    if (upos(i - 1) == Upos::kPropn) return !is_day(i) || is_day(i - 1);
    if (upos(i - 1) != Upos::kNoun) return true;
    const bool plural = parse_.words[i - 1].lemma != tokens_.lower[i - 1];
    return !is_day(i) && !plural;
  }

  /// "economic and military pressure", "AT & T": and between two adjectives or in a name.
  [[nodiscard]] bool conjunction_continues(uint32_t i, bool open) const {
    if (lower(i) == "&") return upos(i - 1) == Upos::kPropn && upos(i + 1) == Upos::kPropn;
    if (!open) return false;
    const bool left = upos(i - 1) == Upos::kAdj || upos(i - 1) == Upos::kNum;
    return left && upos(i + 1) == upos(i - 1) && leads_to_noun(i + 1);
  }

  void add(const NounPhrase& phrase) {
    const auto number = static_cast<uint32_t>(parse_.phrases.size());
    parse_.phrases.push_back(phrase);
    std::fill(parse_.phrase_of.begin() + phrase.first, parse_.phrase_of.begin() + phrase.last,
              number);
  }

  const Tokens& tokens_;
  uint32_t first_, last_;
  Parse& parse_;
};

}  // namespace

void find_noun_phrases(const Tokens& tokens, uint32_t first, uint32_t last, Parse& parse) {
  Phrases(tokens, first, last, parse).find();
}

}  // namespace demarche
