// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "infer/array_reader.h"
#include "infer/kernels.h"

namespace demarche {

/// Where rows of numbers are kept while a model runs: one for each thread, grown once.
struct Scratch {
  std::vector<float> a, b, c, room;
  std::vector<int8_t> bytes;
  std::vector<int32_t> sums;
  std::vector<size_t> counts;
};

/// A linear layer with weights of bytes and one static scale of its input (Jacob et al. 2018).
/// Arrays NAME.weight (outputs x inputs, bytes), NAME.steps, NAME.bias (outputs), NAME.input (1).
struct Linear {
  PackedMatrix matrix;
  float input_step = 1;

  /// `outputs` 0 takes what the file has.
  static Linear read(ArrayReader& reader, const std::string& name, uint32_t inputs,
                     uint32_t outputs = 0);
  /// in: rows x inputs, a whole group of sixteen; out: rows x matrix.width(), resized.
  void apply(const Kernels& kernels, const float* in, size_t rows, Scratch& scratch,
             std::vector<float>& out) const;
};

}  // namespace demarche
