// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "infer/array_reader.h"

#include <algorithm>

#include "base/errors.h"

namespace demarche {

void ArrayReader::complain(std::string_view what) {
  if (problem_.empty()) problem_ = what;
}

const Tensor* ArrayReader::find(std::string_view name) const {
  const auto at = std::ranges::find(file_.tensors, name, &Tensor::name);
  return at == file_.tensors.end() ? nullptr : &*at;
}

const Tensor* ArrayReader::take(const std::string& name, const std::vector<uint32_t>& shape) {
  taken_.insert(name);
  const Tensor* tensor = find(name);
  if (tensor == nullptr) {
    complain("array '" + name + "' is missing");
    return nullptr;
  }
  if (tensor->shape == shape) return tensor;
  complain("array '" + name + "' has another shape");
  return nullptr;
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
  const Tensor* tensor = find(name);
  return tensor == nullptr ? std::vector<uint32_t>() : tensor->shape;
}

float ArrayReader::scale_of(std::string_view name) const {
  const Tensor* tensor = find(name);
  return tensor == nullptr ? 1 : tensor->scale;
}

bool ArrayReader::has(std::string_view beginning) const {
  return std::ranges::any_of(
      file_.tensors, [&](const Tensor& tensor) { return tensor.name.starts_with(beginning); });
}

Result<void> ArrayReader::finish() const {
  std::string all = problem_;
  const auto left = std::ranges::find_if(
      file_.tensors, [&](const Tensor& tensor) { return !taken_.contains(tensor.name); });
  if (left != file_.tensors.end()) {
    if (!all.empty()) all += "; ";
    all += "array '" + left->name + "' is unknown";
  }
  if (!all.empty()) return fail(errors::bad_model(path_, all));
  return {};
}

}  // namespace demarche
