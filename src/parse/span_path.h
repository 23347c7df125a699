// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is parse.h.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

/// Reads spans off scores of labels of the BIOES scheme: begin, inside, outside, end, single
/// (Ratinov, Roth 2009), by the best path of labels that fit together (Viterbi 1967).
class SpanPath {
 public:
  SpanPath() = default;
  /// Labels are "O" or a letter of the scheme, "-" and a kind. Fails (false) on others.
  bool make(const std::vector<std::string>& labels);

  /// scores: rows of `stride` floats; writes the number of a label for each row.
  void find(const float* scores, size_t rows, size_t stride, std::vector<uint16_t>& path) const;

 private:
  struct Label {
    bool goes_on_before = false, goes_on_after = false;
    uint16_t kind = 0;
  };
  [[nodiscard]] bool fits(const Label& left, const Label& right) const {
    return left.goes_on_after == right.goes_on_before &&
           (!left.goes_on_after || left.kind == right.kind);
  }
  std::vector<Label> labels_;
};

}  // namespace demarche
