// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "infer/model_file.h"
#include "language/language.h"
#include "token/scan.h"

namespace demarche {

/// Which gaps between words end a sentence: the sum of the weights of the features of a gap
/// (gaps.h), among them what the rules say. The features are text, so that a person can read in the
/// file what counts how much. Plain sums in one fixed order: the same ends on every machine.
/// Read-only once made, so that all threads share it.
class BoundaryModel {
 public:
  /// `path` is for the message when the file holds something else. Arrays: `features`, text, one a
  /// line; `weights`, a float for each, and last the one that every gap has.
  static Result<BoundaryModel> make(const ModelFile& file, std::string_view path);

  /// As find_sentence_ends: the number of the piece behind the last of each sentence.
  [[nodiscard]] std::vector<uint32_t> find_ends(std::string_view text,
                                                std::span<const Piece> pieces,
                                                std::span<const std::string> lower,
                                                const Language& language) const;
  [[nodiscard]] const std::string& hash() const { return hash_; }

 private:
  struct Weight {
    uint32_t key = 0;  ///< of the feature's text; 0 is none
    float value = 0;
  };
  [[nodiscard]] double score(std::string_view features) const;
  [[nodiscard]] size_t slot_of(uint64_t hash) const;

  std::vector<Weight> weights_;  // a power of two of slots, at most half of them full
  float bias_ = 0;
  std::string hash_;
};

/// Reads a model of boundaries.
Result<BoundaryModel> load_boundary_model(const std::string& path);

}  // namespace demarche
