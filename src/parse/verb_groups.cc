// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "parse/verb_groups.h"

#include <algorithm>

namespace demarche {
namespace {

bool is_negation(std::string_view lower) {
  return lower == "not" || lower == "n't" || lower == "never" || lower == "neither";
}

class Groups {
 public:
  Groups(const Tokens& tokens, uint32_t first, uint32_t last, Parse& parse)
      : tokens_(tokens), first_(first), last_(last), parse_(parse) {}

  void find() {
    uint32_t i = first_;
    while (i < last_) {
      if (!starts(i)) {
        ++i;
        continue;
      }
      add(group_at(i));
      i = parse_.verbs.back().last;
    }
  }

 private:
  [[nodiscard]] const Word& word(uint32_t at) const { return parse_.words[at]; }
  [[nodiscard]] bool free(uint32_t at) const {
    return at < last_ && parse_.phrase_of[at] == Parse::kNone;
  }
  [[nodiscard]] bool is_verb(uint32_t at) const { return free(at) && word(at).upos == Upos::kVerb; }
  [[nodiscard]] bool is_auxiliary(uint32_t at) const {
    return free(at) && word(at).upos == Upos::kAux;
  }
  [[nodiscard]] std::string_view lower(uint32_t at) const { return tokens_.lower[at]; }

  /// The next token behind adverbs, "not", and quote marks: "would 'neither confirm nor deny'".
  [[nodiscard]] uint32_t skip_adverbs(uint32_t at) const {
    while (at < last_ && free(at) &&
           (word(at).upos == Upos::kAdv || is_negation(lower(at)) || lower(at) == "\"" ||
            lower(at) == "'" || lower(at) == "either")) {
      ++at;
    }
    return at;
  }

  [[nodiscard]] bool is_infinitive_mark(uint32_t at) const {
    if (!free(at) || word(at).upos != Upos::kPart) return false;
    if (lower(at) != "to" && lower(at) != "na") return false;
    const uint32_t next = skip_adverbs(at + 1);
    return (is_verb(next) || is_auxiliary(next)) && word(next).form == VerbForm::kBase;
  }

  [[nodiscard]] bool starts(uint32_t at) const {
    return is_verb(at) || is_auxiliary(at) || is_infinitive_mark(at);
  }

  /// Whether `next` may follow the auxiliary `at` inside its group.
  [[nodiscard]] bool takes(uint32_t at, uint32_t next) const {
    if (!is_verb(next) && !is_auxiliary(next)) return false;
    const std::string& lemma = word(at).lemma;
    const VerbForm form = word(next).form;
    if (lemma == "be") return form == VerbForm::kParticiple || form == VerbForm::kGerund;
    if (lemma == "have") return form == VerbForm::kParticiple;
    return form == VerbForm::kBase;
  }

  /// What was found of a group so far.
  struct Chain {
    uint32_t head = 0;
    uint32_t be = Parse::kNone;  ///< the auxiliary right before the head, of each kind
    uint32_t have = Parse::kNone;
    bool going = false;  ///< "is going to"
    bool being = false;  ///< "is being sent"
  };

  [[nodiscard]] Chain chain_at(uint32_t at) const {
    Chain chain = auxiliaries_at(at);
    // "is going to send"
    const uint32_t to = chain.head + 1;
    if (chain.be != Parse::kNone && lower(chain.head) == "going" && to < last_ &&
        is_infinitive_mark(to)) {
      chain.going = true;
      const Chain rest = auxiliaries_at(skip_adverbs(to + 1));
      chain.head = rest.head;
      chain.be = rest.be;
      chain.have = rest.have;
    } else if (chain.be == Parse::kNone && lower(chain.head) == "gon" && to < last_ &&
               lower(to) == "na" && is_infinitive_mark(to)) {
      chain.going = true;
      chain.head = skip_adverbs(to + 1);
    }
    return chain;
  }

  /// "would have been being": as far as auxiliaries follow each other.
  [[nodiscard]] Chain auxiliaries_at(uint32_t at) const {
    Chain chain;
    chain.head = at;
    while (is_auxiliary(chain.head)) {
      const uint32_t next = skip_adverbs(chain.head + 1);
      if (!takes(chain.head, next)) break;
      if (word(chain.head).lemma == "have") chain.have = chain.head;
      if (word(chain.head).lemma == "be") {
        chain.being = chain.be != Parse::kNone && lower(chain.head) == "being";
        chain.be = chain.head;
      }
      chain.head = next;
    }
    return chain;
  }

  [[nodiscard]] VerbGroup group_at(uint32_t at) const {
    VerbGroup group;
    group.infinitive = is_infinitive_mark(at);
    const uint32_t start = group.infinitive ? skip_adverbs(at + 1) : at;
    const Chain chain = chain_at(start);
    group.first = at;
    group.head = chain.head;
    group.last = chain.head + 1;
    // "never agreed", "not to go"; and "is not" with nothing but the copula
    if (at > first_ && free(at - 1) && is_negation(lower(at - 1)) && !is_taken(at - 1)) {
      group.first = at - 1;
    }
    if (is_auxiliary(group.head)) {
      uint32_t next = group.last;
      while (next < last_ && free(next) && is_negation(lower(next))) ++next;
      group.last = next;
    }
    for (uint32_t i = group.first; i < group.last; ++i) {
      group.negated = group.negated || is_negation(lower(i));
    }
    const VerbForm form = word(group.head).form;
    const bool after_be = chain.be != Parse::kNone;
    group.passive = after_be && form == VerbForm::kParticiple;
    group.progressive = chain.being || (after_be && form == VerbForm::kGerund && !chain.going);
    group.perfect = chain.have != Parse::kNone;
    const bool bare = start == group.head && !group.infinitive;
    group.participle = bare && (form == VerbForm::kParticiple || form == VerbForm::kGerund);
    const bool having = word(start).form == VerbForm::kGerund && start != group.head;
    group.participle = group.participle || having;
    if (is_modal(start)) group.modal = word(start).lemma;
    group.tense = tense_of(group, start, chain);
    return group;
  }

  [[nodiscard]] bool is_taken(uint32_t at) const {
    return !parse_.verbs.empty() && at < parse_.verbs.back().last;
  }

  [[nodiscard]] bool is_modal(uint32_t at) const {
    const std::string& lemma = word(at).lemma;
    return word(at).upos == Upos::kAux && lemma != "be" && lemma != "have" && lemma != "do";
  }

  [[nodiscard]] Tense tense_of(const VerbGroup& group, uint32_t start, const Chain& chain) const {
    if (group.infinitive || group.participle) return Tense::kNone;
    if (group.modal == "will" || group.modal == "shall" || chain.going) return Tense::kFuture;
    if (!group.modal.empty()) return Tense::kNone;
    switch (word(start).form) {
      case VerbForm::kPast:
        return Tense::kPast;
      case VerbForm::kPresent:
        return Tense::kPresent;
      // "they have left": the form is that of the infinitive.
      case VerbForm::kBase:
        return start != group.head ? Tense::kPresent : Tense::kNone;
      default:
        return Tense::kNone;
    }
  }

  void add(VerbGroup group) {
    const auto number = static_cast<uint32_t>(parse_.verbs.size());
    std::fill(parse_.verb_of.begin() + group.first, parse_.verb_of.begin() + group.last, number);
    parse_.verbs.push_back(std::move(group));
  }

  const Tokens& tokens_;
  uint32_t first_, last_;
  Parse& parse_;
};

}  // namespace

void find_verb_groups(const Tokens& tokens, uint32_t first, uint32_t last, Parse& parse) {
  Groups(tokens, first, last, parse).find();
}

}  // namespace demarche
