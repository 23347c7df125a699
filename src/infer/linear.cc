// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "infer/linear.h"

#include <algorithm>
#include <cmath>

#include "base/errors.h"

namespace demarche {

void ArrayReader::complain(std::string_view what) {
  if (problem_.empty()) problem_ = what;
}

const Tensor* ArrayReader::take(const std::string& name, const std::vector<uint32_t>& shape) {
  const Tensor* tensor = file_.find(name, shape);
  if (tensor == nullptr) complain("no array '" + name + "' of the right shape");
  taken_.insert(name);
  return tensor;
}

std::vector<float> ArrayReader::floats(const std::string& name,
                                       const std::vector<uint32_t>& shape) {
  const Tensor* tensor = take(name, shape);
  if (tensor == nullptr) return {};
  if (tensor->floats.size() != tensor->size()) {
    complain("array '" + name + "' is not of floats");
    return {};
  }
  return tensor->floats;
}

const std::vector<int8_t>& ArrayReader::bytes(const std::string& name,
                                              const std::vector<uint32_t>& shape) {
  static const std::vector<int8_t> kNone;
  const Tensor* tensor = take(name, shape);
  if (tensor == nullptr) return kNone;
  if (tensor->bytes.size() != tensor->size()) {
    complain("array '" + name + "' is not of bytes");
    return kNone;
  }
  return tensor->bytes;
}

std::string ArrayReader::text(const std::string& name) {
  const auto shape = shape_of(name);
  if (shape.size() != 1) {
    complain("no text '" + name + "'");
    return {};
  }
  const auto& all = bytes(name, shape);
  return {all.begin(), all.end()};
}

std::vector<std::string> ArrayReader::lines(const std::string& name) {
  std::vector<std::string> all;
  const std::string whole = text(name);
  for (size_t at = 0; at < whole.size();) {
    const size_t end = std::min(whole.find('\n', at), whole.size());
    all.push_back(whole.substr(at, end - at));
    at = end + 1;
  }
  return all;
}

std::vector<uint32_t> ArrayReader::shape_of(std::string_view name) const {
  for (const Tensor& tensor : file_.tensors) {
    if (tensor.name == name) return tensor.shape;
  }
  return {};
}

Result<void> ArrayReader::finish() {
  for (const Tensor& tensor : file_.tensors) {
    if (!taken_.contains(tensor.name))
      complain("an array that nothing reads: '" + tensor.name + "'");
  }
  if (!problem_.empty()) return fail(errors::bad_model(path_, problem_));
  return {};
}

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
