// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/antecedent_model.h"

#include <algorithm>

#include "base/errors.h"
#include "infer/array_reader.h"

namespace demarche {
namespace {

float weigh(const AntecedentModel::Sum& hidden, const AntecedentModel::Sum& weights, float offset) {
  float score = offset;
  for (uint32_t i = 0; i < AntecedentModel::kWidth; ++i)
    score += std::max(0.0F, hidden[i]) * weights[i];
  return score;
}

}  // namespace

Result<AntecedentModel> AntecedentModel::make(const ModelFile& file, std::string_view path) {
  if (file.kind != "antecedents") {
    return fail(errors::bad_model(path, "is of kind '" + file.kind + "', not 'antecedents'"));
  }
  ArrayReader reader(file, path);
  AntecedentModel model;
  if (const std::string version = reader.text("version"); reader.good() && version != kVersion)
    reader.complain("is of version '" + version + "', this program reads '" +
                    std::string(kVersion) + "'");
  const auto take = [&](const std::string& name, Sum& to) {
    const std::vector<float> values = reader.floats(name, {kWidth});
    if (values.size() == kWidth) std::ranges::copy(values, to.begin());
  };
  model.rows_ = reader.bytes("rows", {kRows, kWidth});
  const std::vector<float> scale = reader.floats("scale", {1});
  take("bias", model.bias_);
  take("weights", model.weights_);
  take("new.bias", model.new_bias_);
  take("new.weights", model.new_weights_);
  const std::vector<float> offsets = reader.floats("offsets", {2});
  const auto shape = reader.shape_of("anaphor.weight");
  const uint32_t inputs = shape.size() == 2 ? shape[1] : 0;
  model.anaphors_ = Linear::read(reader, "anaphor", inputs, 2 * kWidth);
  model.antecedents_ = Linear::read(reader, "antecedent", inputs, 2 * kWidth);
  if (auto done = reader.finish(); !done) return fail(done.error());
  model.scale_ = scale[0];
  model.offset_ = offsets[0];
  model.new_offset_ = offsets[1];
  model.hash_ = file.hash;
  return model;
}

AntecedentModel::Sum AntecedentModel::sum_of(std::span<const uint16_t> rows) const {
  std::array<int32_t, kWidth> steps{};
  for (const uint16_t row : rows) {
    if (row >= kRows) continue;
    const int8_t* values = rows_.data() + static_cast<size_t>(row) * kWidth;
    for (uint32_t i = 0; i < kWidth; ++i) steps[i] += values[i];
  }
  Sum sum;
  for (uint32_t i = 0; i < kWidth; ++i) sum[i] = static_cast<float>(steps[i]) * scale_;
  return sum;
}

AntecedentModel::Side AntecedentModel::anaphor(std::span<const uint16_t> rows,
                                               std::span<const float> vector,
                                               Scratch& scratch) const {
  return side_of(anaphors_, rows, vector, scratch);
}

AntecedentModel::Side AntecedentModel::antecedent(std::span<const uint16_t> rows,
                                                  std::span<const float> vector,
                                                  Scratch& scratch) const {
  return side_of(antecedents_, rows, vector, scratch);
}

AntecedentModel::Side AntecedentModel::side_of(const Linear& project,
                                               std::span<const uint16_t> rows,
                                               std::span<const float> vector,
                                               Scratch& scratch) const {
  Side side{.sum = sum_of(rows)};
  if (vector.size() != vector_width()) return side;
  static const Kernels& kernels = kernels_for(instruction_sets().back());
  project.apply(kernels, vector.data(), 1, scratch, scratch.a);
  for (uint32_t i = 0; i < kWidth; ++i) side.sum[i] += scratch.a[i];
  std::copy_n(scratch.a.begin() + kWidth, kWidth, side.factor.begin());
  return side;
}

float AntecedentModel::score(const Side& anaphor, const Side& before, const Sum& pair) const {
  Sum hidden;
  for (uint32_t i = 0; i < kWidth; ++i)
    hidden[i] =
        anaphor.sum[i] + before.sum[i] + pair[i] + anaphor.factor[i] * before.factor[i] + bias_[i];
  return weigh(hidden, weights_, offset_);
}

float AntecedentModel::score_new(const Side& anaphor) const {
  Sum hidden;
  for (uint32_t i = 0; i < kWidth; ++i) hidden[i] = anaphor.sum[i] + new_bias_[i];
  return weigh(hidden, new_weights_, new_offset_);
}

Result<AntecedentModel> load_antecedent_model(const std::string& path) {
  const auto file = load_model_file(path);
  if (!file) return fail(file.error());
  return AntecedentModel::make(*file, path);
}

}  // namespace demarche
