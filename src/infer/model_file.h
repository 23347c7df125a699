// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace demarche {

/// A named array of numbers. Kept as it lies in the file: 4-byte floats, or bytes that stand for
/// value * scale.
struct Tensor {
  std::string name;
  std::vector<uint32_t> shape;
  float scale = 1;
  std::vector<int8_t> bytes;  ///< of an array of bytes, else empty
  std::vector<float> floats;  ///< of an array of floats, else empty

  [[nodiscard]] size_t size() const { return bytes.size() + floats.size(); }
};

/// A model as it is shipped: `kind` says what reads it ("article-html"), then its arrays. All
/// trained stages share this format. Little-endian:
///   "DMCHMODL", u32 format (1), text kind, u32 arrays, then for each: text name, u8 type
///   (0 float, 1 byte), u8 dimensions, u32 for each, f32 scale, the numbers; a text is u16 length
///   and its bytes. Nothing follows the last array.
struct ModelFile {
  std::string kind;
  std::vector<Tensor> tensors;
  std::string hash;  ///< sha256 of the file

  /// The array of that name and shape, or null.
  [[nodiscard]] const Tensor* find(std::string_view name, const std::vector<uint32_t>& shape) const;
};

/// Reads the bytes of a model file. Fails on another format, a cut file, two arrays of one name, or
/// more than 64 MiB.
Result<ModelFile> read_model_file(std::string_view bytes, std::string_view path);
/// Reads a regular file of at most 64 MiB, and waits for nothing else: a pipe, a device or a folder
/// is refused. Fails with the reason of the operating system, and where there is a list SHA256SUMS
/// beside it that has another hash for it, or none.
Result<ModelFile> load_model_file(const std::string& path);

/// Does the list SHA256SUMS beside a path name it? Then the file belongs to what was installed.
bool is_listed_model(const std::string& path);

}  // namespace demarche
