// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "token/phrases.h"

namespace demarche {

/// What kind of act a statement is (contract.md).
enum class Act : uint8_t {
  kAssert, kExpect, kAccept, kReject, kDemand, kOffer, kRequest, kPromise, kThreaten, kWarn,
  kAccuse, kDeny, kDenyIntent, kDecline, kNoComment, kAppeal, kNoncommittal, kConditional, kPraise,
  kApologise, kCompare, kOther
};
/// On which axis a position lies (design.md section 6).
enum class Axis : uint8_t { kOutlook, kForce, kDemand, kCommitment, kFact, kDeed };
std::string_view name_of(Act);   ///< "deny_intent"
std::string_view name_of(Axis);
std::optional<Act> act_of(std::string_view name);
std::optional<Axis> axis_of(std::string_view name);

/// A word that introduces what somebody said (data/en/cues.tsv).
struct Cue {
  std::string lemma;    ///< one verb lemma, or several words: "hold out", "refuse to rule out"
  std::string frame;    ///< which complements it takes; see the head of cues.tsv
  Act act = Act::kAssert;
  int commitment = 3;
};

/// Words that show a position on an axis (data/en/positions.tsv).
struct Position {
  std::string words;
  Axis axis = Axis::kOutlook;
  int polarity = 0;     ///< -2..2
  std::optional<Act> act;
  std::string needs;    ///< word that must stand in the same clause, or empty
};

struct CueTable {
  std::vector<Cue> cues;
  std::vector<Position> positions;
};
Result<CueTable> load_cues(const std::string& data_dir, std::string_view language);

}  // namespace demarche
