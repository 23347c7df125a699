// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "mention/antecedent_model.h"

namespace demarche {

/// A whole model of antecedents whose sums a person can follow, for tests and fuzzers: row 1 is
/// full of 1, row 2 of 2, row 3 counts up from -16, the last one is full of -128, the others are 0;
/// a step is a quarter. Of a vector number i goes to the outputs i, i + `inputs` ...: as it is of
/// an anaphor, twice of an antecedent; a step of it is a half.
inline ModelFile tiny_antecedents(uint32_t inputs = 32) {
  constexpr uint32_t kRows = AntecedentModel::kRows, kWidth = AntecedentModel::kWidth;
  ModelFile file;
  file.kind = "antecedents";
  const auto floats = [&](const char* name, std::vector<float> values) {
    file.tensors.push_back({.name = name,
                            .shape = {static_cast<uint32_t>(values.size())},
                            .floats = std::move(values)});
  };
  std::vector<float> weights, fresh(kWidth, 0);
  for (uint32_t i = 0; i < kWidth; ++i) weights.push_back(i % 2 == 0 ? 1.0F : -1.0F);
  fresh[0] = 2;
  floats("scale", {0.25F});
  floats("bias", std::vector<float>(kWidth, 0.5F));
  floats("weights", weights);
  floats("new.bias", std::vector<float>(kWidth, -1.0F));
  floats("new.weights", fresh);
  floats("offsets", {3, 4});
  const auto bytes = [&](const char* name, std::vector<uint32_t> shape,
                         std::vector<int8_t> values) {
    file.tensors.push_back({.name = name, .shape = std::move(shape), .bytes = std::move(values)});
  };
  bytes("version", {1}, {'2'});
  for (const int8_t times : {1, 2}) {
    const std::string name = times == 1 ? "anaphor" : "antecedent";
    std::vector<int8_t> project(size_t{2 * kWidth} * inputs, 0);
    for (uint32_t i = 0; i < 2 * kWidth; ++i) project[size_t{i} * inputs + i % inputs] = times;
    bytes((name + ".weight").c_str(), {2 * kWidth, inputs}, std::move(project));
    floats((name + ".steps").c_str(), std::vector<float>(size_t{2 * kWidth}, 1));
    floats((name + ".bias").c_str(), std::vector<float>(size_t{2 * kWidth}, 0));
    floats((name + ".input").c_str(), {0.5F});
  }
  Tensor rows{.name = "rows", .shape = {kRows, kWidth}};
  rows.bytes.assign(size_t{kRows} * kWidth, 0);
  for (uint32_t i = 0; i < kWidth; ++i) {
    rows.bytes[1 * kWidth + i] = 1;
    rows.bytes[2 * kWidth + i] = 2;
    rows.bytes[3 * kWidth + i] = static_cast<int8_t>(static_cast<int>(i) - 16);
    rows.bytes[size_t{kRows - 1} * kWidth + i] = -128;
  }
  file.tensors.push_back(std::move(rows));
  return file;
}

}  // namespace demarche
