// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "parse/span_path.h"

#include <algorithm>

namespace demarche {

bool SpanPath::make(const std::vector<std::string>& labels) {
  std::vector<std::string_view> kinds;
  labels_.clear();
  for (const std::string_view label : labels) {
    if (label == "O") {
      labels_.push_back({});
      continue;
    }
    if (label.size() < 3 || label[1] != '-') return false;
    const std::string_view kind = label.substr(2);
    const auto known = std::ranges::find(kinds, kind);
    Label made{.kind = static_cast<uint16_t>(known - kinds.begin())};
    if (known == kinds.end()) kinds.push_back(kind);
    switch (label[0]) {
      case 'B':
        made.goes_on_after = true;
        break;
      case 'I':
        made.goes_on_before = made.goes_on_after = true;
        break;
      case 'E':
        made.goes_on_before = true;
        break;
      case 'S':
        break;
      default:
        return false;
    }
    labels_.push_back(made);
  }
  return std::ranges::any_of(
      labels_, [](const Label& label) { return !label.goes_on_before && !label.goes_on_after; });
}

void SpanPath::find(const float* scores, size_t rows, size_t stride,
                    std::vector<uint16_t>& path) const {
  constexpr float kNever = -1e30F;
  const size_t size = labels_.size();
  path.assign(rows, 0);
  if (rows == 0) return;
  std::vector<float> best(size);
  std::vector<float> next(size);
  std::vector<uint16_t> from(rows * size);
  for (size_t k = 0; k < size; ++k) best[k] = labels_[k].goes_on_before ? kNever : scores[k];
  for (size_t row = 1; row < rows; ++row) {
    for (size_t k = 0; k < size; ++k) {
      size_t top = 0;
      float highest = 2 * kNever;
      for (size_t j = 0; j < size; ++j) {
        if (best[j] > highest && fits(labels_[j], labels_[k])) {
          highest = best[j];
          top = j;
        }
      }
      next[k] = highest + scores[row * stride + k];
      from[row * size + k] = static_cast<uint16_t>(top);
    }
    best.swap(next);
  }
  for (size_t k = 0; k < size; ++k) {
    if (labels_[k].goes_on_after) best[k] = 2 * kNever;
  }
  size_t at = static_cast<size_t>(std::ranges::max_element(best) - best.begin());
  for (size_t row = rows; row-- > 0;) {
    path[row] = static_cast<uint16_t>(at);
    if (row > 0) at = from[row * size + at];
  }
}

}  // namespace demarche
