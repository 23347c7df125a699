// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "article/labeller.h"
#include "infer/model_file.h"

// Any bytes are a model file or are refused with a reason; its arrays have as many finite numbers
// as their shapes say. A labeller made of a whole model, spoilt here and there, still labels every
// block with a part and a share.

namespace {

using demarche::Labeller;

constexpr uint32_t kStates = 7;
constexpr uint32_t kParts = 5;

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const demarche::ModelFile& file) {
  for (const demarche::Tensor& tensor : file.tensors) {
    size_t count = 1;
    for (const uint32_t side : tensor.shape) count *= side;
    require(tensor.size() == count && (tensor.bytes.empty() || tensor.floats.empty()));
    require(std::isfinite(tensor.scale));
    require(std::ranges::all_of(tensor.floats, [](float number) { return std::isfinite(number); }));
    require(file.find(tensor.name, tensor.shape) != nullptr);
  }
}

// A whole model of one net: all but its table of features, which is large and has no structure.
class Writer {
 public:
  Writer() {
    out_ = "DMCHMODL";
    number(1, 4);
    text("article-html");
    number(9, 4);
    floats("steps", {kStates, kStates});
    floats("start", {kStates});
    floats("end", {kStates});
    floats("0.bias", {Labeller::kWidth});
    floats("0.layer0", {3, Labeller::kWidth, Labeller::kWidth});
    floats("0.layer0_bias", {Labeller::kWidth});
    floats("0.out", {Labeller::kWidth, kParts});
    floats("0.out_bias", {kParts});
    head("0.rows", 1, {Labeller::kRows, Labeller::kWidth});
  }
  [[nodiscard]] const std::string& done() const { return out_; }

 private:
  void number(uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out_ += static_cast<char>((value >> (8 * i)) & 255U);
  }
  void text(std::string_view words) {
    number(static_cast<uint32_t>(words.size()), 2);
    out_ += words;
  }
  void head(std::string_view name, uint32_t type, const std::vector<uint32_t>& shape) {
    text(name);
    number(type, 1);
    number(static_cast<uint32_t>(shape.size()), 1);
    for (const uint32_t side : shape) number(side, 4);
    number(std::bit_cast<uint32_t>(0.125F), 4);
  }
  void floats(std::string_view name, const std::vector<uint32_t>& shape) {
    head(name, 0, shape);
    size_t count = 1;
    for (const uint32_t side : shape) count *= side;
    for (size_t i = 0; i < count; ++i)
      number(std::bit_cast<uint32_t>(static_cast<float>(i % 7) * 0.25F - 0.5F), 4);
  }
  std::string out_;
};

// The input is a list of three bytes: where, low and high, and what stands there instead.
std::string spoil(std::string_view changes) {
  static const std::string whole = Writer().done();
  std::string model = whole;
  for (; changes.size() >= 3; changes.remove_prefix(3)) {
    const auto low = static_cast<unsigned char>(changes[0]);
    const auto high = static_cast<unsigned char>(changes[1]);
    model[(low + 256U * high) % model.size()] = changes[2];
  }
  constexpr size_t kTable = size_t{Labeller::kRows} * Labeller::kWidth;
  model.reserve(model.size() + kTable);
  for (size_t i = 0; i < kTable; ++i) model += static_cast<char>(i * 37);
  return model;
}

void check_labels(const demarche::ModelFile& file) {
  const auto labeller = Labeller::make(file, "fuzz");
  if (!labeller) {
    require(!labeller.error().message.empty());
    return;
  }
  const std::vector<demarche::Features> blocks = {{1, 70, 4097}, {}, {8191}, {8192, 65535}, {5, 6}};
  for (const bool sure : {false, true}) {
    const auto labels = labeller->label(blocks, sure);
    require(labels.size() == blocks.size());
    for (const demarche::BlockLabel& label : labels) {
      require(!name_of(label.part).empty());
      require(label.confidence >= 0 && label.confidence <= 1);
    }
  }
}

void check_bytes(std::string_view bytes) {
  const auto file = demarche::read_model_file(bytes, "fuzz");
  if (!file) {
    require(!file.error().code.empty() && !file.error().message.empty());
    return;
  }
  check(*file);
  check_labels(*file);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_bytes(bytes);
  check_bytes(std::string("DMCHMODL\1\0\0\0", 12).append(bytes));
  check_bytes(spoil(bytes));
  return 0;
}
