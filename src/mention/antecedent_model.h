// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "infer/model_file.h"

namespace demarche {

/// Scores whether a mention takes up an earlier one: the rows of all features of the two and of the
/// pair are summed, cut at 0, and weighed. The sums of the two stand ready before they meet. Plain
/// float sums in one order: the same scores on every machine. Read-only once made.
class AntecedentModel {
 public:
  static constexpr uint32_t kRows = 16384;  ///< of the table of features
  static constexpr uint32_t kWidth = 32;
  using Sum = std::array<float, kWidth>;

  /// `path` is for the message when the file holds something else.
  static Result<AntecedentModel> make(const ModelFile& file, std::string_view path);

  /// The sum of some rows; those over kRows are left out.
  [[nodiscard]] Sum sum_of(std::span<const uint16_t> rows) const;
  /// The score of a pair; against others it is a log-odds.
  [[nodiscard]] float score(const Sum& anaphor, const Sum& before, const Sum& pair) const;
  /// The score of "takes up nothing".
  [[nodiscard]] float score_new(const Sum& anaphor) const;
  [[nodiscard]] const std::string& hash() const { return hash_; }

 private:
  std::vector<int8_t> rows_;  // kRows x kWidth
  float scale_ = 1;
  Sum bias_{}, weights_{}, new_bias_{}, new_weights_{};
  float offset_ = 0, new_offset_ = 0;
  std::string hash_;
};

/// Reads a model file of kind "antecedents".
Result<AntecedentModel> load_antecedent_model(const std::string& path);

}  // namespace demarche
