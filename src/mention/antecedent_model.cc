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

float AntecedentModel::score(const Sum& anaphor, const Sum& before, const Sum& pair) const {
  Sum hidden;
  for (uint32_t i = 0; i < kWidth; ++i) hidden[i] = anaphor[i] + before[i] + pair[i] + bias_[i];
  return weigh(hidden, weights_, offset_);
}

float AntecedentModel::score_new(const Sum& anaphor) const {
  Sum hidden;
  for (uint32_t i = 0; i < kWidth; ++i) hidden[i] = anaphor[i] + new_bias_[i];
  return weigh(hidden, new_weights_, new_offset_);
}

Result<AntecedentModel> load_antecedent_model(const std::string& path) {
  const auto file = load_model_file(path);
  if (!file) return fail(file.error());
  return AntecedentModel::make(*file, path);
}

}  // namespace demarche
