// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/history.h"

namespace demarche::mention {
namespace {

constexpr size_t kMostSteps = 80;  // traces that one search looks at

bool is_person(const Actor& actor) { return actor.kind == ActorKind::kPerson && !actor.plural; }

bool is_entity(const Actor& actor) {
  return (actor.kind == ActorKind::kState || actor.kind == ActorKind::kOrganization) &&
         !actor.plural && actor.authority != Authority::kMedia;
}

bool fits(const Actor& actor, PronounKind pronoun) {
  if (actor.gender == '?' || actor.gender == '\0') return true;
  return actor.gender == (pronoun == PronounKind::kShe ? 'f' : 'm');
}

}  // namespace

const Trace* History::newest(uint32_t token, uint32_t sentences, const Test& test) const {
  const uint32_t here = scene_.tokens.sentence_of[token];
  size_t steps = 0;
  for (size_t i = traces_.size(); i-- > 0 && steps < kMostSteps; ++steps) {
    const Trace& trace = traces_[i];
    if (trace.sentence + sentences < here) break;
    if (test(trace, draft_.actor(trace.actor))) return &trace;
  }
  return nullptr;
}

const Trace* History::person(const Candidate& pronoun, Id<Actor> self) const {
  const uint32_t here = scene_.tokens.sentence_of[pronoun.first];
  const bool quoted = scene_.quoted[pronoun.first];
  const auto good = [&](const Trace& trace, const Actor& actor) {
    if (!is_person(actor) || !fits(actor, pronoun.pronoun)) return false;
    if (self && draft_.root(trace.actor) == draft_.root(self)) return false;
    // Inside a quotation its own speaker is "I".
    return !quoted || trace.sentence != here || !trace.says || scene_.quoted[trace.token];
  };
  for (uint32_t back = 0; back <= 4; ++back) {
    const auto in_sentence = [&](const Trace& trace) { return trace.sentence + back == here; };
    // A subject before others; he who stands nearest before those farther away.
    const Trace* found = newest(pronoun.first, back, [&](const Trace& trace, const Actor& actor) {
      // Whom a quotation speaks of is less in view outside it than he who speaks.
      return in_sentence(trace) && trace.verb != kNone && good(trace, actor) &&
             (quoted || !scene_.quoted[trace.token]);
    });
    if (found == nullptr)
      found = newest(pronoun.first, back, [&](const Trace& trace, const Actor& actor) {
        return in_sentence(trace) && good(trace, actor);
      });
    if (found != nullptr) return found;
  }
  return nullptr;
}

bool History::is_object(const Candidate& pronoun) const {
  const uint32_t before = scene_.before(pronoun.first);
  if (before == kNone) return false;
  const uint32_t after = scene_.after(pronoun.first);
  if (after != kNone) {
    const uint32_t verb = scene_.parse.verb_of[after];
    if (verb != kNone && !scene_.parse.verbs[verb].infinitive &&
        !scene_.parse.verbs[verb].participle)
      return false;
  }
  return scene_.upos(before) == Upos::kAdp || scene_.upos(before) == Upos::kVerb ||
         scene_.parse.verb_of[before] != kNone;
}

bool History::is_attribution(const Candidate& pronoun) const {
  const uint32_t before = scene_.before(pronoun.first);
  if (before == kNone || !scene_.is(before, ",") || scene_.quoted[pronoun.first]) return false;
  const uint32_t phrase = scene_.parse.phrase_of[pronoun.first];
  if (phrase == Parse::kNone) return false;
  const NounPhrase& np = scene_.parse.phrases[phrase];
  const uint32_t verb = verb_of_subject(scene_, np.first, np.last);
  return verb != kNone && is_say(scene_, verb);
}

const Trace* History::entity(const Candidate& pronoun) const {
  const uint32_t here = scene_.tokens.sentence_of[pronoun.first];
  const auto good = [&](const Trace& trace, const Actor& actor) {
    return is_entity(actor) && !trace.adjective;
  };
  const auto same = [&](const Trace& trace) { return trace.sentence == here; };
  if (!pronoun.possessor && !is_object(pronoun)) {
    const Trace* found = newest(pronoun.first, 0, [&](const Trace& trace, const Actor& actor) {
      return same(trace) && trace.verb != kNone && good(trace, actor);
    });
    if (found != nullptr) return found;
  }
  // "Norvenia will not attack Ostravia, its minister said": of the one whose deed he tells.
  if (pronoun.possessor && is_attribution(pronoun)) {
    const Trace* found = newest(pronoun.first, 0, [&](const Trace& trace, const Actor& actor) {
      return same(trace) && trace.verb != kNone && good(trace, actor);
    });
    if (found != nullptr) return found;
  }
  // The subject of the pronoun's own clause is "itself".
  const Trace* own = nullptr;
  if (!pronoun.possessor && is_object(pronoun)) {
    own = newest(pronoun.first, 0, [&](const Trace& trace, const Actor&) {
      return same(trace) && trace.verb != kNone;
    });
  }
  const Trace* found = newest(pronoun.first, 0, [&](const Trace& trace, const Actor& actor) {
    return same(trace) && good(trace, actor) && (own == nullptr || trace.actor != own->actor);
  });
  if (found != nullptr) return found;
  for (uint32_t back = 1; back <= 2; ++back) {
    found = newest(pronoun.first, back, [&](const Trace& trace, const Actor& actor) {
      return trace.sentence + back == here && trace.verb != kNone && good(trace, actor);
    });
    if (found != nullptr) return found;
  }
  // "Troops left for Karsonia. They came because its president had asked."
  if (!pronoun.possessor) return nullptr;
  if (const Trace* place = state(pronoun.first, 1); place != nullptr) return place;
  return newest(pronoun.first, 0, [&](const Trace& trace, const Actor& actor) {
    return same(trace) && is_entity(actor);
  });
}

const Trace* History::plural(const Candidate& pronoun) const {
  const uint32_t here = scene_.tokens.sentence_of[pronoun.first];
  const auto good = [&](const Trace& trace, const Actor& actor) {
    return actor.plural && actor.authority != Authority::kMedia && !trace.adjective;
  };
  for (uint32_t back = 0; back <= 2; ++back) {
    const auto in_sentence = [&](const Trace& trace) { return trace.sentence + back == here; };
    const Trace* found = newest(pronoun.first, back, [&](const Trace& trace, const Actor& actor) {
      return in_sentence(trace) && trace.verb != kNone && good(trace, actor);
    });
    if (found == nullptr)
      found = newest(pronoun.first, back, [&](const Trace& trace, const Actor& actor) {
        return in_sentence(trace) && good(trace, actor);
      });
    if (found != nullptr) return found;
  }
  return nullptr;
}

const Trace* History::state(uint32_t token, uint32_t sentences) const {
  const auto good = [](const Trace& trace, const Actor& actor) {
    return actor.kind == ActorKind::kState && !trace.adjective;
  };
  const Trace* found = newest(token, sentences, [&](const Trace& trace, const Actor& actor) {
    return trace.located && good(trace, actor);
  });
  const Trace* any = newest(token, sentences, good);
  // A place wins over a party that is named nearer, unless it lies a sentence farther back.
  if (found != nullptr && any != nullptr && any->sentence > found->sentence + 1) return any;
  return found != nullptr ? found : any;
}

const Trace* History::doer(uint32_t token) const {
  const uint32_t here = scene_.tokens.sentence_of[token];
  return newest(token, 0, [&](const Trace& trace, const Actor& actor) {
    return trace.sentence == here && trace.verb != kNone && !trace.says && !actor.side.empty();
  });
}

}  // namespace demarche::mention
