// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// For the fuzzers of models: the changes are a list of three bytes: where, low and high, and what
// stands there instead.
inline std::string spoil(std::string model, std::string_view changes) {
  for (; changes.size() >= 3; changes.remove_prefix(3)) {
    const auto low = static_cast<unsigned char>(changes[0]);
    const auto high = static_cast<unsigned char>(changes[1]);
    model[(low + 256U * high) % model.size()] = changes[2];
  }
  return model;
}
