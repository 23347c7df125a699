// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "infer/model_file.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string_view>
#include <unordered_set>

#include "base/errors.h"
#include "base/sha256.h"
#include "base/strings.h"
#include "base/tsv.h"

namespace demarche {
namespace {

constexpr std::string_view kMagic = "DMCHMODL";
constexpr uint32_t kFormat = 1;
constexpr size_t kMostBytes = 64U << 20U;
constexpr uint32_t kMostTensors = 4096;

// Takes numbers from the front of some bytes; once they run out, all that follows is zero.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] bool done() const { return bytes_.empty(); }

  std::string_view take(size_t count) {
    if (count > bytes_.size()) {
      good_ = false;
      bytes_ = {};
      return {};
    }
    const std::string_view part = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return part;
  }
  uint32_t number(size_t bytes) {
    uint32_t value = 0;
    const std::string_view part = take(bytes);
    for (size_t i = part.size(); i > 0; --i)
      value = (value << 8U) | static_cast<unsigned char>(part[i - 1]);
    return value;
  }
  float real() { return std::bit_cast<float>(number(4)); }
  std::string text() { return std::string(take(number(2))); }

 private:
  std::string_view bytes_;
  bool good_ = true;
};

bool read_tensor(Cursor& cursor, Tensor& tensor) {
  tensor.name = cursor.text();
  const uint32_t type = cursor.number(1);
  const uint32_t dimensions = cursor.number(1);
  if (type > 1 || dimensions > 4) return false;
  size_t count = 1;
  for (uint32_t i = 0; i < dimensions; ++i) {
    tensor.shape.push_back(cursor.number(4));
    if (tensor.shape.back() > kMostBytes) return false;
    count *= tensor.shape.back();
    if (count > kMostBytes) return false;
  }
  tensor.scale = cursor.real();
  if (!std::isfinite(tensor.scale)) return false;
  const std::string_view numbers = cursor.take(count * (type == 0 ? 4 : 1));
  if (!cursor.good()) return false;
  if (type == 1) {
    tensor.bytes.resize(count);
    if (count > 0) std::memcpy(tensor.bytes.data(), numbers.data(), count);
    return true;
  }
  Cursor reals(numbers);
  tensor.floats.reserve(count);
  for (size_t i = 0; i < count; ++i) {
    tensor.floats.push_back(reals.real());
    if (!std::isfinite(tensor.floats.back())) return false;
  }
  return true;
}

// The hash of a file in the list beside it, as sha256sum writes one ("HASH  NAME", "HASH *NAME"):
// nothing where there is no list, empty where the list does not have it.
std::optional<std::string> find_listed_hash(const std::string& path) {
  constexpr uint64_t kMostListed = 1U << 20U;
  const std::filesystem::path file(path);
  const auto list = read_file((file.parent_path() / "SHA256SUMS").string(), kMostListed);
  if (!list) return std::nullopt;
  constexpr size_t kHash = 64;
  const std::string name = file.filename().string();
  for (std::string_view line : split(*list, '\n')) {
    line = trim(line);
    if (line.size() == kHash + 2 + name.size() && line.ends_with(name))
      return std::string(line.substr(0, kHash));
  }
  return std::string();
}

}  // namespace

const Tensor* ModelFile::find(std::string_view name, const std::vector<uint32_t>& shape) const {
  for (const Tensor& tensor : tensors) {
    if (tensor.name == name && tensor.shape == shape) return &tensor;
  }
  return nullptr;
}

Result<ModelFile> read_model_file(std::string_view bytes, std::string_view path) {
  const auto bad = [&](std::string_view why) { return fail(errors::bad_model(path, why)); };
  if (bytes.size() > kMostBytes) return bad("more than 64 MiB");
  Cursor cursor(bytes);
  if (cursor.take(kMagic.size()) != kMagic) return bad("no model file");
  if (cursor.number(4) != kFormat) return bad("another format than 1");
  ModelFile file;
  file.kind = cursor.text();
  const uint32_t count = cursor.number(4);
  if (count > kMostTensors) return bad("too many arrays");
  for (uint32_t i = 0; i < count && cursor.good(); ++i) {
    if (!read_tensor(cursor, file.tensors.emplace_back()))
      return bad("array " + std::to_string(i) + " is cut off or broken");
  }
  if (!cursor.good()) return bad("cut off");
  if (!cursor.done()) return bad("more bytes than its arrays have");
  std::unordered_set<std::string_view> names;
  for (const Tensor& tensor : file.tensors) {
    if (!names.insert(tensor.name).second) return bad("two arrays '" + tensor.name + "'");
  }
  file.hash = sha256_hex(bytes);
  return file;
}

bool is_listed_model(const std::string& path) {
  const auto hash = find_listed_hash(path);
  return hash && !hash->empty();
}

Result<ModelFile> load_model_file(const std::string& path) {
  const auto bytes = read_file(path, kMostBytes);
  if (!bytes) return fail(bytes.error());
  auto file = read_model_file(*bytes, path);
  if (!file) return file;
  const auto wanted = find_listed_hash(path);
  if (wanted && wanted->empty())
    return fail(errors::bad_model(path, "SHA256SUMS beside it does not have it"));
  if (wanted && *wanted != file->hash)
    return fail(
        errors::bad_model(path, "damaged or replaced: SHA256SUMS beside it has another hash"));
  return file;
}

}  // namespace demarche
