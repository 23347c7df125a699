// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder: what the encoders share.

#include <cstdint>
#include <string>
#include <vector>

#include "infer/array_reader.h"
#include "infer/encoder.h"

namespace demarche {

/// The gain and bias of a normalised row (Ba, Kiros, Hinton 2016).
struct Norm {
  std::vector<float> gain, bias;

  static Norm read(ArrayReader& reader, const std::string& name, uint32_t width) {
    return {reader.floats(name + ".weight", {width}), reader.floats(name + ".bias", {width})};
  }
};

/// Vectors of pieces, places or shapes: rows of bytes, each with the value of its step.
struct Embeddings {
  std::vector<int8_t> bytes;
  std::vector<float> steps;

  static Embeddings read(ArrayReader& reader, const std::string& name, uint32_t rows,
                         uint32_t width) {
    return {reader.bytes(name + ".weight", {rows, width}), reader.floats(name + ".steps", {rows})};
  }
  /// to[0..width) += the row, times `share`.
  void add_row(size_t row, size_t width, float* to, float share = 1) const {
    const float step = steps[row] * share;
    const int8_t* from = bytes.data() + row * width;
    for (size_t i = 0; i < width; ++i) to[i] = to[i] + static_cast<float>(from[i]) * step;
  }
};

// The kinds of encoders.
std::unique_ptr<Encoder> read_transformer(ArrayReader& reader, const PieceMarks& marks);
std::unique_ptr<Encoder> read_recurrent(ArrayReader& reader, const PieceMarks& marks);

}  // namespace demarche
