// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace demarche {

/// What a processor can do. Every set gives the same bits: products of bytes are summed as
/// integers, and floats are added in one order, sixteen lanes at a time, without fused products.
enum class InstructionSet : uint8_t { kScalar, kAvx2, kAvx512 };
std::string_view name_of(InstructionSet);

/// The sets of this machine, the best one last.
std::span<const InstructionSet> instruction_sets();

/// Numbers of weights in a row of a matrix are padded to whole groups of four, its rows to whole
/// groups of sixteen: what one instruction multiplies.
constexpr size_t kDepthStep = 4;
constexpr size_t kLanes = 16;
/// |weight| in steps: with 64 added, two products with a byte of -127..127 fit in 16 bits (AVX2).
constexpr int kWeightSteps = 63;
constexpr int kInputSteps = 127;
constexpr size_t kLongestSentence = 512;  ///< rows of one sentence in `attend`

/// The weights of a linear layer as the kernels read them: for each group of sixteen outputs and
/// each group of four inputs, sixteen times four bytes of weight + 64.
struct PackedMatrix {
  size_t inputs = 0, outputs = 0;  ///< as they are asked for
  std::vector<uint8_t> weights;    ///< padded
  std::vector<float> scales;       ///< of the padded outputs: value of one step of the product
  std::vector<float> bias;         ///< of the padded outputs
  [[nodiscard]] size_t depth() const { return (inputs + kDepthStep - 1) / kDepthStep * kDepthStep; }
  [[nodiscard]] size_t width() const { return (outputs + kLanes - 1) / kLanes * kLanes; }
};

/// `weights`: outputs x inputs, |w| <= kWeightSteps; `steps`: the value of one step of each
/// output's weights; `input_step`: of the inputs. Sizes must agree.
PackedMatrix pack_matrix(std::span<const int8_t> weights, std::span<const float> steps,
                         std::span<const float> bias, size_t inputs, float input_step);

/// The loops that take the time. Rows lie one behind another; widths of floats are whole groups of
/// sixteen. No kernel allocates, throws or keeps anything.
struct Kernels {
  /// out = round(in / step), within -127..127, half to even; the rest of a row of `depth` is 0.
  /// sums: of each row of out.
  void (*quantise)(const float* in, size_t rows, size_t width, float step, size_t depth,
                   int8_t* out, int32_t* sums);
  /// out[rows x width of the matrix] = in * weights * scales + bias.
  void (*multiply)(const int8_t* in, const int32_t* sums, size_t rows, const PackedMatrix& matrix,
                   float* out);
  /// x = (x + added - mean) / deviation * gain + bias, row by row (Ba, Kiros, Hinton 2016).
  /// `added` may be null.
  void (*add_normalise)(float* x, const float* added, const float* gain, const float* bias,
                        size_t rows, size_t width);
  /// GELU in its form with tanh (Hendrycks, Gimpel 2016).
  void (*gelu)(float* x, size_t n);
  void (*relu)(float* x, size_t n);
  /// Self-attention of one sentence of at most kLongestSentence rows: qkv is rows x 3 x heads x
  /// size of a head (a whole group of sixteen), out is rows x heads x size. `room`: floats of
  /// attention_room(size).
  void (*attend)(const float* qkv, size_t rows, size_t heads, size_t size, float* room, float* out);
  /// A recurrent layer over one sentence: gates is rows x 3 x width (what is new, the signs of what
  /// is kept and of what passes by), x rows x width, changed in place; the first half of the width
  /// reads forwards, the second backwards. c[t] = k * c[t - 1] + (1 - k) * new; x += p * (c - x),
  /// with k and p the sigmoids of their signs. width: whole groups of thirty-two.
  void (*recur)(const float* gates, size_t rows, size_t width, float* x);
  /// out[i][j] = a[i] * b[j] / sqrt(width); rows of out are `columns` padded to whole groups of
  /// sixteen. `room`: floats of width * the padded columns.
  void (*score_pairs)(const float* a, size_t rows, const float* b, size_t columns, size_t width,
                      float* room, float* out);
};
constexpr size_t attention_room(size_t size) { return (size + 1) * kLongestSentence; }

const Kernels& kernels_for(InstructionSet);

}  // namespace demarche
