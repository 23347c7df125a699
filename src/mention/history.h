// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "mention/draft.h"

// Internal to src/mention; the door is mention.h.
namespace demarche::mention {

/// A mention that has its actor, as later words look back on it.
struct Trace {
  uint32_t candidate = 0;
  Id<Actor> actor;
  uint32_t token = 0;  ///< its head
  uint32_t sentence = 0;
  uint32_t verb = kNone;  ///< verb group whose subject it is
  bool says = false;      ///< that verb is one of saying
  bool located = false;   ///< stands as a place: "in Norvenia"
  bool adjective = false;
};

/// The mentions read so far, newest last, and the searches that look back over a bounded stretch.
class History {
 public:
  History(const Scene& scene, Draft& draft) : scene_(scene), draft_(draft) {}

  void push(const Trace& trace) { traces_.push_back(trace); }

  using Test = std::function<bool(const Trace&, const Actor&)>;
  /// The newest trace that passes, not more than `sentences` before that of `token`.
  [[nodiscard]] const Trace* newest(uint32_t token, uint32_t sentences, const Test& test) const;

  /// Antecedents of pronouns and of "the country"; null where there is none.
  /// `self` is the speaker of the quotation around the pronoun: he calls himself "I".
  [[nodiscard]] const Trace* person(const Candidate& pronoun, Id<Actor> self) const;
  [[nodiscard]] const Trace* entity(const Candidate& pronoun) const;
  [[nodiscard]] const Trace* plural(const Candidate& pronoun) const;
  [[nodiscard]] const Trace* state(uint32_t token, uint32_t sentences) const;
  /// The one who acts, but does not merely speak, in the sentence of this token.
  [[nodiscard]] const Trace* doer(uint32_t token) const;

 private:
  [[nodiscard]] bool is_object(const Candidate& pronoun) const;
  /// ", its minister said"
  [[nodiscard]] bool is_attribution(const Candidate& pronoun) const;

  const Scene& scene_;
  Draft& draft_;
  std::vector<Trace> traces_;
};

}  // namespace demarche::mention
