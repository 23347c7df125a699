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
#include "infer/linear.h"
#include "infer/model_file.h"

namespace demarche {

/// Scores whether a mention takes up an earlier one. Of each of the two the rows of its features
/// and a projection of its word's vector are summed; those sums, the rows of the pair and the
/// product of two further projections meet, are cut at 0, and weighed. What is of one alone stands
/// ready before they meet. Sums in one order, vectors in bytes: the same scores on every machine.
/// Read-only once made.
class AntecedentModel {
 public:
  /// Features and arrays of a file; one of another version is refused, for its rows mean others.
  static constexpr std::string_view kVersion = "2";
  static constexpr uint32_t kRows = 16384;  ///< of the table of features
  static constexpr uint32_t kWidth = 64;
  using Sum = std::array<float, kWidth>;
  /// One of the two: what is summed, and what is multiplied with that of the other.
  struct Side {
    Sum sum{}, factor{};
  };

  /// `path` is for the message when the file holds something else.
  static Result<AntecedentModel> make(const ModelFile& file, std::string_view path);

  /// The sum of some rows; those over kRows are left out.
  [[nodiscard]] Sum sum_of(std::span<const uint16_t> rows) const;
  /// `vector`: of the word that carries the mention, vector_width() numbers of the language model;
  /// of any other size it tells nothing.
  [[nodiscard]] Side anaphor(std::span<const uint16_t> rows, std::span<const float> vector,
                             Scratch& scratch) const;
  [[nodiscard]] Side antecedent(std::span<const uint16_t> rows, std::span<const float> vector,
                                Scratch& scratch) const;
  /// The score of a pair; against others it is a log-odds.
  [[nodiscard]] float score(const Side& anaphor, const Side& before, const Sum& pair) const;
  /// The score of "takes up nothing".
  [[nodiscard]] float score_new(const Side& anaphor) const;
  [[nodiscard]] size_t vector_width() const { return anaphors_.matrix.inputs; }
  [[nodiscard]] const std::string& hash() const { return hash_; }

 private:
  [[nodiscard]] Side side_of(const Linear& project, std::span<const uint16_t> rows,
                             std::span<const float> vector, Scratch& scratch) const;

  std::vector<int8_t> rows_;  // kRows x kWidth
  float scale_ = 1;
  Linear anaphors_, antecedents_;  // 2 x kWidth: for the sum, for the factor
  Sum bias_{}, weights_{}, new_bias_{}, new_weights_{};
  float offset_ = 0, new_offset_ = 0;
  std::string hash_;
};

/// Reads a model file of kind "antecedents".
Result<AntecedentModel> load_antecedent_model(const std::string& path);

}  // namespace demarche
