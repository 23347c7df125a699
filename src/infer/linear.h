// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "infer/kernels.h"
#include "infer/model_file.h"

namespace demarche {

/// Takes the arrays of a model file by name and shape. The first that is missing is kept as the
/// error, so that a reader asks for all that it needs and looks once.
class ArrayReader {
 public:
  ArrayReader(const ModelFile& file, std::string_view path) : file_(file), path_(path) {}

  /// The numbers of an array of floats; of the right count, or empty after an error.
  std::vector<float> floats(const std::string& name, const std::vector<uint32_t>& shape);
  const std::vector<int8_t>& bytes(const std::string& name, const std::vector<uint32_t>& shape);
  /// An array of bytes of any length, as text.
  std::string text(const std::string& name);
  /// The lines of a text.
  std::vector<std::string> lines(const std::string& name);
  /// The shape of an array, empty where there is none; no error.
  [[nodiscard]] std::vector<uint32_t> shape_of(std::string_view name) const;
  [[nodiscard]] const ModelFile& file() const { return file_; }

  void complain(std::string_view what);
  [[nodiscard]] bool good() const { return problem_.empty(); }
  /// The first error; else, that an array was not asked for.
  [[nodiscard]] Result<void> finish();

 private:
  const Tensor* take(const std::string& name, const std::vector<uint32_t>& shape);

  const ModelFile& file_;
  std::string path_, problem_;
  std::set<std::string, std::less<>> taken_;
};

/// Where rows of numbers are kept while a model runs: one for each thread, grown once.
struct Scratch {
  std::vector<float> a, b, c, room;
  std::vector<int8_t> bytes;
  std::vector<int32_t> sums;
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
