// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "infer/kernels.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <random>

namespace demarche {
namespace {

std::vector<float> numbers(size_t n, uint32_t seed, float size = 2) {
  std::mt19937 random(seed);
  std::vector<float> all(n);
  for (float& x : all)
    x = size * (static_cast<float>(random() % 20001) / 10000 - 1) *
        (static_cast<float>(random() % 100) / 100);
  return all;
}

struct Product {
  std::vector<int8_t> weights;
  PackedMatrix matrix;
};
Product make_product(size_t inputs, size_t outputs) {
  std::mt19937 random(static_cast<uint32_t>(inputs * 31 + outputs));
  Product made;
  made.weights.resize(inputs * outputs);
  for (int8_t& w : made.weights) w = static_cast<int8_t>(static_cast<int>(random() % 127) - 63);
  std::vector<float> steps(outputs);
  for (size_t i = 0; i < outputs; ++i) steps[i] = 0.01F + 0.001F * static_cast<float>(i % 7);
  made.matrix = pack_matrix(made.weights, steps, numbers(outputs, 5), inputs, 0.02F);
  return made;
}

struct Quantised {
  std::vector<int8_t> bytes;
  std::vector<int32_t> sums;
};
Quantised quantise(const Kernels& kernels, const std::vector<float>& in, size_t rows, size_t depth,
                   float step = 0.02F) {
  Quantised out{.bytes = std::vector<int8_t>(rows * depth), .sums = std::vector<int32_t>(rows)};
  kernels.quantise(in.data(), rows, in.size() / rows, step, depth, out.bytes.data(),
                   out.sums.data());
  return out;
}

bool same_bits(const std::vector<float>& a, const std::vector<float>& b) {
  return std::ranges::equal(a, b, [](float x, float y) {
    return std::bit_cast<uint32_t>(x) == std::bit_cast<uint32_t>(y);
  });
}

TEST(Kernels, QuantisesToTheNearestStep) {
  std::vector<float> in = numbers(3 * 32, 1, 4);
  in[0] = 0.05F;  // 2.5 steps: half to even
  in[1] = 99;
  in[2] = -99;
  const Quantised got = quantise(kernels_for(InstructionSet::kScalar), in, 3, 36);
  for (size_t row = 0; row < 3; ++row) {
    int32_t sum = 0;
    for (size_t i = 0; i < 32; ++i) {
      const float wanted =
          std::clamp(std::nearbyint(in[row * 32 + i] * (1.0F / 0.02F)), -127.F, 127.F);
      EXPECT_EQ(got.bytes[row * 36 + i], static_cast<int>(wanted)) << in[row * 32 + i];
      sum += got.bytes[row * 36 + i];
    }
    for (size_t i = 32; i < 36; ++i) EXPECT_EQ(got.bytes[row * 36 + i], 0);
    EXPECT_EQ(got.sums[row], sum);
  }
}

TEST(Kernels, MultiplyAsPlainSums) {
  for (const auto& [inputs, outputs, rows] :
       {std::tuple{32UL, 16UL, 1UL}, {384UL, 51UL, 9UL}, {48UL, 17UL, 23UL}, {16UL, 1UL, 8UL}}) {
    const Product product = make_product(inputs, outputs);
    const PackedMatrix& matrix = product.matrix;
    const Kernels& kernels = kernels_for(InstructionSet::kScalar);
    const Quantised in = quantise(kernels, numbers(rows * inputs, 3), rows, matrix.depth());
    std::vector<float> out(rows * matrix.width());
    kernels.multiply(in.bytes.data(), in.sums.data(), rows, matrix, out.data());
    for (size_t row = 0; row < rows; ++row) {
      for (size_t o = 0; o < outputs; ++o) {
        int32_t sum = 0;
        for (size_t i = 0; i < inputs; ++i)
          sum += product.weights[o * inputs + i] * in.bytes[row * matrix.depth() + i];
        ASSERT_FLOAT_EQ(out[row * matrix.width() + o],
                        static_cast<float>(sum) * matrix.scales[o] + matrix.bias[o]);
      }
    }
  }
}

TEST(Kernels, GeluAndNormaliseAsDefined) {
  const Kernels& kernels = kernels_for(InstructionSet::kScalar);
  const std::vector<float> in = numbers(64, 9, 6);
  std::vector<float> out = in;
  kernels.gelu(out.data(), out.size());
  for (size_t i = 0; i < in.size(); ++i) {
    const double x = in[i];
    EXPECT_NEAR(out[i], x / 2 * (1 + std::tanh(0.7978845608 * (x + 0.044715 * x * x * x))), 2e-6);
  }
  out = in;
  const std::vector<float> gain(32, 2);
  const std::vector<float> bias(32, 1);
  kernels.add_normalise(out.data(), nullptr, gain.data(), bias.data(), 2, 32);
  double sum = 0;
  double squares = 0;
  for (size_t i = 0; i < 32; ++i) {
    const double x = (out[i] - 1) / 2;
    sum += x;
    squares += x * x;
  }
  EXPECT_NEAR(sum, 0, 1e-4);
  EXPECT_NEAR(squares / 32, 1, 1e-4);
}

TEST(Kernels, AttentionIsAWeightedMean) {
  constexpr size_t kRows = 21;
  constexpr size_t kHeads = 2;
  constexpr size_t kSize = 16;
  const std::vector<float> qkv = numbers(kRows * 3 * kHeads * kSize, 4);
  std::vector<float> room(attention_room(kSize));
  std::vector<float> out(kRows * kHeads * kSize);
  kernels_for(InstructionSet::kScalar)
      .attend(qkv.data(), kRows, kHeads, kSize, room.data(), out.data());
  const auto at = [&](size_t row, size_t part, size_t head, size_t d) {
    return static_cast<double>(qkv[((row * 3 + part) * kHeads + head) * kSize + d]);
  };
  for (size_t row = 0; row < kRows; ++row) {
    for (size_t head = 0; head < kHeads; ++head) {
      std::vector<double> weights(kRows);
      double whole = 0;
      for (size_t j = 0; j < kRows; ++j) {
        double score = 0;
        for (size_t d = 0; d < kSize; ++d) score += at(row, 0, head, d) * at(j, 1, head, d);
        whole += weights[j] = std::exp(score / 4);
      }
      for (size_t d = 0; d < kSize; ++d) {
        double mean = 0;
        for (size_t j = 0; j < kRows; ++j) mean += weights[j] / whole * at(j, 2, head, d);
        ASSERT_NEAR(out[(row * kHeads + head) * kSize + d], mean, 1e-5);
      }
    }
  }
}

TEST(Kernels, RecursInBothDirections) {
  constexpr size_t kRows = 9;
  constexpr size_t kWidth = 32;
  const std::vector<float> gates = numbers(kRows * 3 * kWidth, 21);
  const std::vector<float> before = numbers(kRows * kWidth, 22);
  std::vector<float> after = before;
  kernels_for(InstructionSet::kScalar).recur(gates.data(), kRows, kWidth, after.data());
  const auto sigmoid = [](double x) { return 1 / (1 + std::exp(-x)); };
  for (size_t i = 0; i < kWidth; ++i) {
    double state = 0;
    for (size_t step = 0; step < kRows; ++step) {
      const size_t row = i < kWidth / 2 ? step : kRows - 1 - step;
      const float* gate = gates.data() + row * 3 * kWidth + i;
      const double keep = sigmoid(gate[kWidth]);
      state = keep * state + (1 - keep) * gate[0];
      const double x = before[row * kWidth + i];
      ASSERT_NEAR(after[row * kWidth + i], x + sigmoid(gate[2 * kWidth]) * (state - x), 1e-5);
    }
  }
}

TEST(Kernels, ScoresEachPair) {
  const std::vector<float> a = numbers(3 * 32, 31);
  const std::vector<float> b = numbers(18 * 32, 32);
  std::vector<float> room(32 * 32);
  std::vector<float> out(3 * 32);
  kernels_for(InstructionSet::kScalar)
      .score_pairs(a.data(), 3, b.data(), 18, 32, room.data(), out.data());
  for (size_t i = 0; i < 3; ++i) {
    for (size_t j = 0; j < 18; ++j) {
      double sum = 0;
      for (size_t d = 0; d < 32; ++d) sum += static_cast<double>(a[i * 32 + d]) * b[j * 32 + d];
      ASSERT_NEAR(out[i * 32 + j], sum / std::sqrt(32.0), 1e-5);
    }
  }
}

// The law of the engine: no instruction set changes a bit.
TEST(Kernels, AllSetsOfThisMachineGiveTheSameBits) {
  if (instruction_sets().size() == 1) GTEST_SKIP() << "this machine has the scalar set alone";
  std::vector<std::vector<float>> first;
  for (const InstructionSet set : instruction_sets()) {
    SCOPED_TRACE(name_of(set));
    const Kernels& kernels = kernels_for(set);
    std::vector<std::vector<float>> all;
    for (const size_t rows : {1UL, 7UL, 8UL, 37UL, 512UL}) {
      const Product product = make_product(96, 51);
      const Quantised in = quantise(kernels, numbers(rows * 96, 7, 5), rows, 96);
      all.emplace_back(in.bytes.begin(), in.bytes.end());
      all.emplace_back(rows * product.matrix.width());
      kernels.multiply(in.bytes.data(), in.sums.data(), rows, product.matrix, all.back().data());
      std::vector<float> x = numbers(rows * 64, 8, 30);
      const std::vector<float> added = numbers(rows * 64, 11);
      const std::vector<float> gain = numbers(64, 12);
      kernels.add_normalise(x.data(), added.data(), gain.data(), gain.data(), rows, 64);
      all.push_back(x);
      kernels.gelu(x.data(), x.size());
      all.push_back(x);
      kernels.relu(x.data(), x.size());
      all.push_back(x);
      kernels.recur(numbers(rows * 192, 14, 9).data(), rows, 64, x.data());
      all.push_back(x);
      std::vector<float> room(attention_room(32));
      all.emplace_back(rows * 64);
      kernels.attend(numbers(rows * 192, 13, 9).data(), rows, 2, 32, room.data(),
                     all.back().data());
      const std::vector<float> a = numbers(rows * 64, 15);
      std::vector<float> pairs(64 * ((rows + 15) / 16 * 16));
      all.emplace_back(3 * ((rows + 15) / 16 * 16));
      kernels.score_pairs(a.data(), std::min<size_t>(rows, 3), a.data(), rows, 64, pairs.data(),
                          all.back().data());
    }
    if (first.empty()) first = all;
    ASSERT_EQ(first.size(), all.size());
    for (size_t i = 0; i < all.size(); ++i) EXPECT_TRUE(same_bits(first[i], all[i])) << i;
  }
}

}  // namespace
}  // namespace demarche
