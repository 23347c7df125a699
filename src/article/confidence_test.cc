// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

#include "article/labeller.h"

// The labeller's posteriors against a second way to count them: likelihoods instead of logarithms,
// scaled at every block, in the widest numbers that there are.

namespace demarche {
namespace {

constexpr uint32_t kStates = 7;
constexpr uint32_t kParts = 5;
constexpr uint32_t kLevels = 128;  // scores that a block may have for a part
constexpr float kScale = 0.03F;
using enum PagePart;
constexpr std::array<PagePart, kStates> kPartOf = {kBefore, kStandfirst, kStandfirst, kStandfirst,
                                                   kBody,   kInner,      kAfter};
constexpr std::array<std::string_view, kStates> kMayFollow = {
    "11..1..", "1.1.11.", "1..111.", "1...11.", "....111", "....11.", "......1"};
constexpr std::string_view kMayStart = "11..1..";
constexpr std::string_view kMayEnd = "....1.1";

uint32_t next(uint32_t& state) {
  state = state * 1664525U + 1013904223U;
  return state >> 8U;
}

float next_share(uint32_t& state) { return static_cast<float>(next(state) % 1000) / 1000; }

std::vector<float> make_numbers(size_t count, uint32_t& state) {
  std::vector<float> numbers(count);
  for (float& number : numbers) number = next_share(state) - 0.5F;
  return numbers;
}

// A model that does nothing but hand on: the row `part * kLevels + level` adds level * kScale to
// the score of that part.
ModelFile make_model(uint32_t& state) {
  constexpr uint32_t kWidth = Labeller::kWidth;
  ModelFile file;
  const auto add = [&](const char* name, std::vector<uint32_t> shape, std::vector<float> numbers) {
    file.tensors.push_back({.name = name, .shape = std::move(shape), .floats = std::move(numbers)});
  };
  add("steps", {kStates, kStates}, make_numbers(size_t{kStates} * kStates, state));
  add("start", {kStates}, make_numbers(kStates, state));
  add("end", {kStates}, make_numbers(kStates, state));
  std::vector<int8_t> rows(size_t{Labeller::kRows} * kWidth);
  std::vector<float> out(size_t{kWidth} * kParts);
  for (uint32_t part = 0; part < kParts; ++part) {
    out[part * kParts + part] = 1;
    for (uint32_t level = 0; level < kLevels; ++level)
      rows[size_t{part * kLevels + level} * kWidth + part] = static_cast<int8_t>(level);
  }
  file.tensors.push_back({.name = "0.rows",
                          .shape = {Labeller::kRows, kWidth},
                          .scale = kScale,
                          .bytes = std::move(rows)});
  add("0.bias", {kWidth}, std::vector<float>(kWidth));
  add("0.layer0", {3, kWidth, kWidth}, std::vector<float>(size_t{3} * kWidth * kWidth));
  add("0.layer0_bias", {kWidth}, std::vector<float>(kWidth));
  add("0.out", {kWidth, kParts}, std::move(out));
  add("0.out_bias", {kParts}, std::vector<float>(kParts));
  return file;
}

using Column = std::array<long double, kStates>;

void scale(Column& column) {
  long double sum = 0;
  for (const long double value : column) sum += value;
  for (long double& value : column) value /= sum;
}

long double weight(const std::vector<float>& scores, size_t i, uint32_t state) {
  return std::exp(
      static_cast<long double>(scores[i * kParts + static_cast<size_t>(kPartOf[state])]));
}

// What is likely at each block, given all of them.
std::vector<Column> find_posteriors(const ModelFile& file, const std::vector<float>& scores) {
  const std::vector<float>& steps = file.tensors[0].floats;
  const size_t size = scores.size() / kParts;
  const auto step = [&](uint32_t from, uint32_t to) -> long double {
    return kMayFollow[from][to] == '1'
               ? std::exp(static_cast<long double>(steps[from * kStates + to]))
               : 0;
  };
  std::vector<Column> forward(size);
  Column back{};
  for (uint32_t s = 0; s < kStates; ++s) {
    if (kMayStart[s] == '1')
      forward[0][s] =
          std::exp(static_cast<long double>(file.tensors[1].floats[s])) * weight(scores, 0, s);
    if (kMayEnd[s] == '1') back[s] = std::exp(static_cast<long double>(file.tensors[2].floats[s]));
  }
  scale(forward[0]);
  for (size_t i = 1; i < size; ++i) {
    for (uint32_t to = 0; to < kStates; ++to) {
      for (uint32_t s = 0; s < kStates; ++s) forward[i][to] += forward[i - 1][s] * step(s, to);
      forward[i][to] *= weight(scores, i, to);
    }
    scale(forward[i]);
  }
  for (size_t i = size; i > 0; --i) {
    Column before{};
    for (uint32_t s = 0; s < kStates; ++s) {
      for (uint32_t to = 0; to < kStates; ++to)
        before[s] += step(s, to) * weight(scores, i - 1, to) * back[to];
      forward[i - 1][s] *= back[s];
    }
    scale(forward[i - 1]);
    scale(before);
    back = before;
  }
  return forward;
}

TEST(Confidence, IsThePosteriorOnAPageOfAnyLength) {
  uint32_t state = 11;
  const ModelFile file = make_model(state);
  const auto labeller = Labeller::make(file, "made");
  ASSERT_TRUE(labeller) << labeller.error().message;
  for (const size_t size : {1, 2, 5, 300, 20000}) {
    std::vector<Features> blocks(size);
    std::vector<float> scores;
    for (Features& rows : blocks) {
      for (uint32_t part = 0; part < kParts; ++part) {
        const uint32_t level = next(state) % kLevels;
        rows.push_back(static_cast<uint16_t>(part * kLevels + level));
        scores.push_back(static_cast<float>(level) * kScale);
      }
    }
    const auto labels = labeller->label(blocks, true);
    const auto wanted = find_posteriors(file, scores);
    ASSERT_EQ(labels.size(), size);
    double unsure = 0;
    for (size_t i = 0; i < size; ++i) {
      long double share = 0;
      for (uint32_t s = 0; s < kStates; ++s) {
        if (kPartOf[s] == labels[i].part) share += wanted[i][s];
      }
      ASSERT_NEAR(labels[i].confidence, static_cast<double>(share), 1e-3) << i << " of " << size;
      unsure += share < 0.99L ? 1 : 0;
    }
    // Were all blocks sure, the comparison would say nothing.
    if (size > 100) {
      EXPECT_GT(unsure, static_cast<double>(size) / 10);
    }
  }
}

TEST(Confidence, IsANumberWhateverTheModelHolds) {
  uint32_t state = 3;
  for (const float spoilt : {std::numeric_limits<float>::max(), -3e38F, 1e12F, -1e12F}) {
    for (const size_t tensor : {0, 1, 2, 4, 5, 6, 7, 8}) {
      ModelFile file = make_model(state);
      for (float& number : file.tensors[tensor].floats) number = spoilt;
      file.tensors[3].scale = spoilt;
      const auto labeller = Labeller::make(file, "made");
      ASSERT_TRUE(labeller);
      const std::vector<Features> blocks(5, Features{3, 140, 300, 500, 600});
      for (const BlockLabel& label : labeller->label(blocks, true)) {
        EXPECT_GE(label.confidence, 0.0F) << tensor;
        EXPECT_LE(label.confidence, 1.0F) << tensor;
      }
    }
  }
}

}  // namespace
}  // namespace demarche
