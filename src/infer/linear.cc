// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "infer/linear.h"

#include <algorithm>

namespace demarche {

Linear Linear::read(ArrayReader& reader, const std::string& name, uint32_t inputs,
                    uint32_t outputs) {
  Linear layer;
  if (outputs == 0) {
    const auto shape = reader.shape_of(name + ".weight");
    outputs = shape.size() == 2 ? shape[0] : 0;
  }
  const auto& weights = reader.bytes(name + ".weight", {outputs, inputs});
  const auto steps = reader.floats(name + ".steps", {outputs});
  const auto bias = reader.floats(name + ".bias", {outputs});
  const auto input = reader.floats(name + ".input", {1});
  if (outputs == 0 || inputs % kLanes != 0) reader.complain("layer '" + name + "' of a wrong size");
  // The sets of instructions differ where a product does not fit in 16 bits.
  if (std::ranges::any_of(weights, [](int8_t w) { return w > kWeightSteps || w < -kWeightSteps; }))
    reader.complain("layer '" + name + "' has weights of more steps than the program multiplies");
  if (!reader.good()) return layer;
  layer.input_step = input[0];
  if (!(layer.input_step > 0)) {
    reader.complain("layer '" + name + "' has no step of its input");
    return layer;
  }
  layer.matrix = pack_matrix(weights, steps, bias, inputs, layer.input_step);
  return layer;
}

void Linear::apply(const Kernels& kernels, const float* in, size_t rows, Scratch& scratch,
                   std::vector<float>& out) const {
  const size_t depth = matrix.depth();
  if (scratch.bytes.size() < rows * depth) scratch.bytes.resize(rows * depth);
  if (scratch.sums.size() < rows) scratch.sums.resize(rows);
  if (out.size() < rows * matrix.width()) out.resize(rows * matrix.width());
  kernels.quantise(in, rows, matrix.inputs, input_step, depth, scratch.bytes.data(),
                   scratch.sums.data());
  kernels.multiply(scratch.bytes.data(), scratch.sums.data(), rows, matrix, out.data());
}

}  // namespace demarche
