// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace demarche {

/// What kind of act a statement is (contract.md).
enum class Act : uint8_t {
  kAssert,
  kExpect,
  kAccept,
  kReject,
  kDemand,
  kOffer,
  kRequest,
  kPromise,
  kThreaten,
  kWarn,
  kAccuse,
  kDeny,
  kDenyIntent,
  kDecline,
  kNoComment,
  kAppeal,
  kNoncommittal,
  kConditional,
  kPraise,
  kApologise,
  kCompare,
  kOther
};
/// On which axis a position lies (design.md section 6).
enum class Axis : uint8_t { kOutlook, kForce, kDemand, kCommitment, kFact, kDeed };
std::string_view name_of(Act);  ///< "deny_intent"
std::string_view name_of(Axis);
std::optional<Act> act_of(std::string_view name);
std::optional<Axis> axis_of(std::string_view name);

/// Which complements a cue takes; a cue may take several.
enum class Frame : uint8_t {
  kClause,  ///< "said (that) the talks failed"; "the talks failed, she said"
  kObject,  ///< "rejected the plan"
  kTo,      ///< "threatened to leave"
  kObjTo,   ///< "urged Norvenia to leave"
  kNoun,    ///< a noun: "her warning that ...", "calls for ...", "a threat to ..."
  kTell,    ///< the first object is the addressee: "told reporters that ..."
  kNone,    ///< no complement: "declined to comment"
  kQuote,   ///< a quotation only: "“so be it,” she joked"
  kThat,    ///< a clause with its conjunction: "found that the road was open", "asked whether ..."
  kCall,    ///< an object and, in quote marks, its name: "called the plan “absurd”"
};
constexpr uint16_t frame_bit(Frame frame) {
  return static_cast<uint16_t>(1U << static_cast<uint8_t>(frame));
}

/// A word, or several, that introduces what somebody said (data/en/cues.tsv). Several words match
/// as lemmas in this order with adverbs between them: "refuse to rule out".
struct Cue {
  std::vector<std::string> words;
  uint16_t frames = 0;
  Act act = Act::kAssert;
  int commitment = 3;
  std::string example;
  uint32_t line = 0;

  [[nodiscard]] bool takes(Frame frame) const { return (frames & frame_bit(frame)) != 0; }
};

/// Words that show a position on an axis (data/en/positions.tsv): lemmas or word forms,
/// alternatives by `|`, `...` for up to nine words between, `@not` for a negation.
struct Position {
  struct Element {
    std::vector<std::string> words;
    bool gap = false;
  };
  std::vector<Element> elements;
  Axis axis = Axis::kOutlook;
  int polarity = 0;  ///< -2..2
  std::optional<Act> act;
  std::string words, example;
  uint32_t line = 0;
};

/// Words by which the outlet sets two rows against each other (data/en/contrasts.tsv).
struct Contrast {
  std::vector<std::string> words;
  bool differ = false;   ///< says that one side's positions differ; else a contrast connective
  bool against = false;  ///< differ, and the next that is named must be of the same side
  std::string example;
  uint32_t line = 0;
};

/// Built once, then read by any number of threads. The maps go from a first word to its rows.
struct CueTable {
  std::vector<Cue> cues;
  std::vector<Position> positions;
  std::vector<Contrast> contrasts;
  std::unordered_map<std::string, std::vector<uint32_t>> by_first, positions_by_first,
      contrasts_by_first;
};
Result<CueTable> load_cues(const std::string& data_dir, std::string_view language);

}  // namespace demarche
