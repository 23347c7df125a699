// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "infer/kernels.h"

#include <algorithm>
#include <array>

namespace demarche {

namespace kernels_scalar {
extern const Kernels kKernels;
}
#if defined(__x86_64__)
namespace kernels_avx2 {
extern const Kernels kKernels;
}
namespace kernels_avx512 {
extern const Kernels kKernels;
}
#endif

std::string_view name_of(InstructionSet set) {
  constexpr std::array<std::string_view, 3> kNames = {"scalar", "AVX2", "AVX-512 VNNI"};
  return kNames.at(static_cast<size_t>(set));
}

std::span<const InstructionSet> instruction_sets() {
  using enum InstructionSet;
  static constexpr std::array kAll = {kScalar, kAvx2, kAvx512};
  size_t count = 1;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    count = 2;
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni"))
      count = 3;
  }
#endif
  return std::span(kAll).first(count);
}

const Kernels& kernels_for(InstructionSet set) {
#if defined(__x86_64__)
  if (set == InstructionSet::kAvx2) return kernels_avx2::kKernels;
  if (set == InstructionSet::kAvx512) return kernels_avx512::kKernels;
#endif
  return kernels_scalar::kKernels;
}

PackedMatrix pack_matrix(std::span<const int8_t> weights, std::span<const float> steps,
                         std::span<const float> bias, size_t inputs, float input_step) {
  PackedMatrix packed;
  packed.inputs = inputs;
  packed.outputs = steps.size();
  const size_t depth = packed.depth();
  packed.weights.assign(packed.width() * depth, 64);
  packed.scales.assign(packed.width(), 0);
  packed.bias.assign(packed.width(), 0);
  for (size_t output = 0; output < packed.outputs; ++output) {
    packed.scales[output] = steps[output] * input_step;
    packed.bias[output] = bias[output];
    const size_t group = output / kLanes * kLanes * depth + output % kLanes * kDepthStep;
    for (size_t i = 0; i < inputs; ++i) {
      const int weight = std::clamp<int>(weights[output * inputs + i], -kWeightSteps, kWeightSteps);
      packed.weights[group + i / kDepthStep * kDepthStep * kLanes + i % kDepthStep] =
          static_cast<uint8_t>(weight + 64);
    }
  }
  return packed;
}

}  // namespace demarche
