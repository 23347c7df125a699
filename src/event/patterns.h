// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"

namespace demarche {

/// The 16 event types of PLOVER.
enum class EventType : uint8_t {
  kAgree,
  kConsult,
  kSupport,
  kConcede,
  kCooperate,
  kAid,
  kRetreat,
  kRequest,
  kAccuse,
  kReject,
  kThreaten,
  kProtest,
  kSanction,
  kMobilize,
  kCoerce,
  kAssault
};
std::string_view name_of(EventType);  ///< "AGREE"
std::optional<EventType> event_type_of(std::string_view name);
int quad_of(EventType);                ///< 1 verbal cooperation .. 4 material conflict
double score_of(EventType);            ///< Goldstein-like score of the type, -10..10
std::string_view cameo_of(EventType);  ///< root code of CAMEO: "01" .. "20"

/// One pattern of data/en/patterns/*.pat, and the sentences that prove it. The language of
/// patterns is described in docs/patterns.md.
struct PatternElement {
  enum class Kind : uint8_t {
    kWord,   ///< a word, by lemma
    kActor,  ///< the next noun phrase, which names an actor
    kThing,  ///< the next noun phrase, whose head is one of `words` (none: any)
    kPrep,   ///< one of the prepositions `words` and a noun phrase, anywhere in the clause
    kNot,    ///< the next word is none of `words`; it is not passed
  } kind = Kind::kWord;
  std::vector<std::string> words;   ///< alternatives, folded lemmas
  std::vector<std::string> things;  ///< of kPrep: heads wanted (none and no actor: any)
  bool actor = false;               ///< of kPrep: the phrase must name an actor
  bool source = false;              ///< of kPrep: the actor is the source ("at the request of"); of
                                    ///< kActor: the actor is of the source's own side
  bool foreign = false;             ///< of kActor: of another side than the source's, both known
  bool except = false;              ///< of kThing: the head is none of `words`
  bool optional = false;
};
struct PatternExample {
  bool matches = true;
  std::string sentence;
  std::vector<std::string> actors, recipients;  ///< ids wanted, of a `+` sentence
  uint32_t line = 0;
};
struct Pattern {
  std::string id;  ///< "AID:12": type and line
  EventType type = EventType::kConsult;
  std::string mode;
  std::string status;    ///< status of what it finds where that is fixed ("threatened"), or empty
  bool negated = false;  ///< `not` before the anchor: a negated verb is wanted
  bool nominal = false;  ///< the anchor is a noun
  bool takes_actor = false;           ///< the source is wanted before the anchor
  bool may_lack_actor = false;        ///< `[actor]?`
  std::vector<std::string> anchor;    ///< alternatives, folded lemmas
  std::vector<PatternElement> after;  ///< what follows the anchor
  std::vector<PatternExample> examples;
  std::string path;
  uint32_t line = 0;
};
struct EventPatterns {
  std::vector<Pattern> patterns;
  std::unordered_map<std::string, std::vector<uint32_t>> by_anchor;  ///< lemma to patterns
  // Classes of classes.tsv that the stage itself asks for.
  using Words = std::unordered_set<std::string>;
  Words parties;   ///< nouns that can act: "court", "rebel"
  Words organs;    ///< of a state, by their nouns: "police"
  Words times;     ///< nouns that never do: "today"
  Words light;     ///< verbs whose object is the deed: "launch"
  Words charges;   ///< nouns of what is said against somebody: "allegation"
  Words deniers;   ///< verbs that turn charges down: "rebut"
  Words planned;   ///< words under which a deed is only planned: "vow to", "ready to"
  Words demanded;  ///< ... asked for: "urge"
  Words denied;    ///< ... does not happen: "refuse to"
  Words doubted;   ///< ... may or may not happen: "risk of", "consider"
  Words excluded;  ///< ... does not happen, and may where it is negated: "rule out"
  Words threatened;
  Words mutual;  ///< verbs of two who do it with each other: "agree"
  // Of clauses with "that", and what frames them.
  Words untrue;     ///< "it is false that"
  Words unproven;   ///< "it is unclear that"
  Words hearsay;    ///< nouns under which a clause is open: "rumours that"
  Words claims;     ///< nouns under which it is told, unless the sentence turns it down: "reports"
  Words assertive;  ///< verbs that leave it open where they are negated: "does not believe that"
  Words pretended;  ///< verbs under which it is not in earnest: "joke"
  Words mistaken;   ///< "wrongly said that"
  Words fictions;   ///< "film"
};

/// Reads data_dir/<language>/patterns/{classes.tsv,*.pat}. Fails with PATH:LINE and the reason.
Result<EventPatterns> load_patterns(const std::string& data_dir, std::string_view language);

/// Adds the patterns of one file's text.
Status parse_patterns(const std::string& path, std::string_view text,
                      const std::unordered_map<std::string, std::vector<std::string>>& classes,
                      EventPatterns& patterns);

}  // namespace demarche
