// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "infer/embeddings.h"
#include "infer/linear.h"

namespace demarche {

/// Simple recurrent units in both directions (Lei et al. 2018): one linear layer gives what is new,
/// what is kept and what passes by; half of the width reads forwards, half backwards. Arrays
/// NAME.gates (a linear layer of width x 3 width) and NAME.norm.
struct RecurrentLayer {
  Linear gates;
  Norm norm;

  static RecurrentLayer read(ArrayReader& reader, const std::string& name, uint32_t width) {
    return {Linear::read(reader, name + ".gates", width, 3 * width),
            Norm::read(reader, name + ".norm", width)};
  }
  /// x: rows of the width, changed in place; `counts`: the rows of each sentence. `room` holds the
  /// gates.
  void apply(const Kernels& kernels, std::span<const size_t> counts, Scratch& scratch,
             std::vector<float>& room, float* x) const;
};

/// Whether a layer of that width can run.
inline bool may_recur(size_t width) {
  return width > 0 && width <= 4096 && width % (2 * kLanes) == 0;
}

}  // namespace demarche
