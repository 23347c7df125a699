// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "infer/model_file.h"

namespace demarche {

/// Takes the arrays of a model file by name and shape. The first that is wrong is kept as the
/// error, so that a reader asks for all that it needs and looks once. A model is whole where each
/// was there and none is left over: an array with another name is no part of what reads it,
/// whatever it was made for.
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
  /// What a byte of an array stands for, 1 where there is none; no error.
  [[nodiscard]] float scale_of(std::string_view name) const;
  /// Whether the name of an array begins so.
  [[nodiscard]] bool has(std::string_view beginning) const;
  [[nodiscard]] const ModelFile& file() const { return file_; }

  void complain(std::string_view what);
  [[nodiscard]] bool good() const { return problem_.empty(); }
  /// The first error, and the first array that was not asked for.
  [[nodiscard]] Result<void> finish() const;

 private:
  [[nodiscard]] const Tensor* find(std::string_view name) const;
  const Tensor* take(const std::string& name, const std::vector<uint32_t>& shape);

  const ModelFile& file_;
  std::string path_, problem_;
  std::set<std::string, std::less<>> taken_;
};

}  // namespace demarche
