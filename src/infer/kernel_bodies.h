// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Internal to the folder: the bodies of the kernels, compiled once for each instruction set into a
// namespace of its own (DEMARCHE_KERNELS). Nothing of the standard library is called here: an
// inline function of it, compiled for a new processor, might be the copy that the linker keeps for
// all. The compiler maps vectors of sixteen to what the set has; the operations and their order are
// the same everywhere, and -ffp-contract=off keeps products and sums apart.

#include <cstddef>
#include <cstdint>

#include "infer/kernels.h"

#if defined(__AVX2__)
#include <immintrin.h>
#endif

namespace demarche::DEMARCHE_KERNELS {
namespace {

using Floats = float __attribute__((vector_size(64), aligned(4), may_alias));
using Ints = int32_t __attribute__((vector_size(64), aligned(4), may_alias));

inline Floats load(const float* at) { return *reinterpret_cast<const Floats*>(at); }
inline void store(float* at, Floats v) { *reinterpret_cast<Floats*>(at) = v; }
inline Floats all(float v) { return Floats{} + v; }
inline Floats least(Floats a, Floats b) { return a < b ? a : b; }
inline Floats most(Floats a, Floats b) { return a > b ? a : b; }

// Added to a float of less than 2^22 in size, this leaves the nearest whole number in its last
// bits, half to even.
constexpr float kRounder = 12582912.0F;

inline float sum_lanes(Floats v) {
  float part[16];
  store(part, v);
  for (int step = 8; step > 0; step /= 2)
    for (int i = 0; i < step; ++i) part[i] = part[i] + part[i + step];
  return part[0];
}

inline float most_lane(Floats v) {
  float part[16];
  store(part, v);
  float top = part[0];
  for (int i = 1; i < 16; ++i) top = part[i] > top ? part[i] : top;
  return top;
}

// e^x by 2^n * e^r with |r| <= ln 2 / 2 and a polynomial of Taylor's to the sixth power; relative
// error below 3e-7. x within -87..87, else the value of the border.
inline Floats exp_of(Floats x) {
  x = least(most(x, all(-87.0F)), all(87.0F));
  const Floats shifted = x * 1.44269504F + kRounder;
  const Floats n = shifted - kRounder;
  Floats r = x - n * 0.693359375F;
  r = r - n * -2.12194440e-4F;
  Floats p = r * 1.38888889e-3F + 8.33333333e-3F;
  p = p * r + 4.16666667e-2F;
  p = p * r + 1.66666667e-1F;
  p = p * r + 0.5F;
  p = p * r + 1.0F;
  p = p * r + 1.0F;
  const Ints bits = reinterpret_cast<const Ints&>(shifted) - 0x4B400000;
  const Ints power = (bits + 127) << 23;
  return p * reinterpret_cast<const Floats&>(power);
}

void quantise(const float* in, size_t rows, size_t width, float step, size_t depth, int8_t* out,
              int32_t* sums) {
  const float inverse = 1.0F / step;
  const Floats top = all(kInputSteps);
  for (size_t row = 0; row < rows; ++row) {
    const float* from = in + row * width;
    int8_t* to = out + row * depth;
    Ints sum{};
    for (size_t i = 0; i < width; i += kLanes) {
      const Floats scaled = least(most(load(from + i) * inverse, -top), top) + kRounder;
      const Ints whole = reinterpret_cast<const Ints&>(scaled) - 0x4B400000;
      sum += whole;
      int32_t parts[16];
      *reinterpret_cast<Ints*>(parts) = whole;
      const size_t left = depth - i < kLanes ? depth - i : kLanes;
      for (size_t k = 0; k < left; ++k) to[i + k] = static_cast<int8_t>(parts[k]);
    }
    for (size_t i = width; i < depth; ++i) to[i] = 0;
    int32_t total = 0;
    for (int k = 0; k < 16; ++k) total += sum[k];
    sums[row] = total;
  }
}

// One group of sixteen outputs of kRows rows.
template <int kRows>
inline void multiply_rows(const int8_t* in, const int32_t* sums, size_t depth,
                          const uint8_t* weights, const float* scales, const float* bias,
                          float* out, size_t width) {
  Ints total[kRows];
#if defined(__AVX512VNNI__)
  __m512i sum[kRows];
  for (int r = 0; r < kRows; ++r) sum[r] = _mm512_setzero_si512();
  for (size_t i = 0; i < depth; i += kDepthStep) {
    const __m512i w = _mm512_loadu_si512(weights + i * kLanes);
    for (int r = 0; r < kRows; ++r) {
      // Inline, since the compiler's own function for it spills its sums to memory.
      __asm__("vpdpbusd %2%{1to16%}, %1, %0"
              : "+v"(sum[r])
              : "v"(w), "m"(*reinterpret_cast<const int32_t*>(in + r * depth + i)));
    }
  }
  for (int r = 0; r < kRows; ++r) total[r] = reinterpret_cast<const Ints&>(sum[r]);
#elif defined(__AVX2__)
  __m256i low[kRows];
  __m256i high[kRows];
  for (int r = 0; r < kRows; ++r) low[r] = high[r] = _mm256_setzero_si256();
  const __m256i ones = _mm256_set1_epi16(1);
  for (size_t i = 0; i < depth; i += kDepthStep) {
    const auto* w = reinterpret_cast<const __m256i*>(weights + i * kLanes);
    const __m256i first = _mm256_loadu_si256(w);
    const __m256i second = _mm256_loadu_si256(w + 1);
    for (int r = 0; r < kRows; ++r) {
      int32_t four;
      __builtin_memcpy(&four, in + r * depth + i, sizeof four);
      const __m256i x = _mm256_set1_epi32(four);
      low[r] = _mm256_add_epi32(low[r], _mm256_madd_epi16(_mm256_maddubs_epi16(first, x), ones));
      high[r] = _mm256_add_epi32(high[r], _mm256_madd_epi16(_mm256_maddubs_epi16(second, x), ones));
    }
  }
  for (int r = 0; r < kRows; ++r) {
    __builtin_memcpy(&total[r], &low[r], sizeof low[r]);
    __builtin_memcpy(reinterpret_cast<char*>(&total[r]) + sizeof low[r], &high[r], sizeof high[r]);
  }
#else
  for (int r = 0; r < kRows; ++r) total[r] = Ints{};
  for (size_t i = 0; i < depth; i += kDepthStep) {
    const uint8_t* w = weights + i * kLanes;
    for (int r = 0; r < kRows; ++r) {
      const int8_t* x = in + r * depth + i;
      for (size_t k = 0; k < kLanes; ++k) {
        int32_t part = 0;
        for (size_t d = 0; d < kDepthStep; ++d) part += w[k * kDepthStep + d] * x[d];
        total[r][k] += part;
      }
    }
  }
#endif
  for (int r = 0; r < kRows; ++r) {
    const Ints plain = total[r] - 64 * sums[r];
    store(out + r * width, __builtin_convertvector(plain, Floats) * load(scales) + load(bias));
  }
}

void multiply(const int8_t* in, const int32_t* sums, size_t rows, const PackedMatrix& matrix,
              float* out) {
  constexpr int kRows = 8;
  const size_t depth = matrix.depth();
  const size_t width = matrix.width();
  // Weights of a group stay in the nearest cache while all rows pass.
  for (size_t group = 0; group < width; group += kLanes) {
    const uint8_t* weights = matrix.weights.data() + group * depth;
    const float* scales = matrix.scales.data() + group;
    const float* bias = matrix.bias.data() + group;
    size_t row = 0;
    for (; row + kRows <= rows; row += kRows)
      multiply_rows<kRows>(in + row * depth, sums + row, depth, weights, scales, bias,
                           out + row * width + group, width);
    for (; row < rows; ++row)
      multiply_rows<1>(in + row * depth, sums + row, depth, weights, scales, bias,
                       out + row * width + group, width);
  }
}

void add_normalise(float* x, const float* added, const float* gain, const float* bias, size_t rows,
                   size_t width) {
  const float part = 1.0F / static_cast<float>(width);
  for (size_t row = 0; row < rows; ++row) {
    float* at = x + row * width;
    const float* more = added == nullptr ? nullptr : added + row * width;
    Floats sum{};
    for (size_t i = 0; i < width; i += kLanes) {
      Floats v = load(at + i);
      if (more != nullptr) v = v + load(more + i);
      store(at + i, v);
      sum = sum + v;
    }
    const float mean = sum_lanes(sum) * part;
    Floats squares{};
    for (size_t i = 0; i < width; i += kLanes) {
      const Floats v = load(at + i) - mean;
      squares = squares + v * v;
    }
    const float scale = 1.0F / __builtin_sqrtf(sum_lanes(squares) * part + 1e-12F);
    for (size_t i = 0; i < width; i += kLanes)
      store(at + i, (load(at + i) - mean) * scale * load(gain + i) + load(bias + i));
  }
}

void gelu(float* x, size_t n) {
  for (size_t i = 0; i < n; i += kLanes) {
    const Floats v = load(x + i);
    // x * sigmoid(2u) = x / 2 * (1 + tanh u)
    const Floats u = (v * v * 0.044715F + 1.0F) * v * -1.5957691216F;
    store(x + i, v / (exp_of(u) + 1.0F));
  }
}

void relu(float* x, size_t n) {
  for (size_t i = 0; i < n; i += kLanes) store(x + i, most(load(x + i), Floats{}));
}

void attend(const float* qkv, size_t rows, size_t heads, size_t size, float* room, float* out) {
  const size_t width = heads * size;
  const size_t padded = (rows + kLanes - 1) / kLanes * kLanes;
  float* keys = room;                     // size x padded
  float* weights = room + size * padded;  // padded
  const float scale = 1.0F / __builtin_sqrtf(static_cast<float>(size));
  for (size_t head = 0; head < heads; ++head) {
    const float* q = qkv + head * size;
    const float* k = q + width;
    const float* v = k + width;
    for (size_t d = 0; d < size; ++d)
      for (size_t j = 0; j < padded; ++j)
        keys[d * padded + j] = j < rows ? k[j * 3 * width + d] : 0;
    for (size_t i = 0; i < rows; ++i) {
      Floats top = all(-1e30F);
      for (size_t j = 0; j < padded; j += kLanes) {
        Floats score{};
        for (size_t d = 0; d < size; ++d)
          score = score + load(keys + d * padded + j) * q[i * 3 * width + d];
        score = score * scale;
        if (j + kLanes > rows) {
          float lanes[16];
          store(lanes, score);
          for (size_t lane = rows - j; lane < kLanes; ++lane) lanes[lane] = -1e30F;
          score = load(lanes);
        }
        store(weights + j, score);
        top = most(top, score);
      }
      const float highest = most_lane(top);
      Floats sum{};
      for (size_t j = 0; j < padded; j += kLanes) {
        Floats weight = exp_of(load(weights + j) - highest);
        if (j + kLanes > rows) {
          float lanes[16];
          store(lanes, weight);
          for (size_t lane = rows - j; lane < kLanes; ++lane) lanes[lane] = 0;
          weight = load(lanes);
        }
        store(weights + j, weight);
        sum = sum + weight;
      }
      const float whole = 1.0F / sum_lanes(sum);
      for (size_t d = 0; d < size; d += kLanes) {
        Floats seen{};
        for (size_t j = 0; j < rows; ++j) seen = seen + load(v + j * 3 * width + d) * weights[j];
        store(out + i * width + head * size + d, seen * whole);
      }
    }
  }
}

}  // namespace

extern const Kernels kKernels;
const Kernels kKernels = {quantise, multiply, add_normalise, gelu, relu, attend};

}  // namespace demarche::DEMARCHE_KERNELS
