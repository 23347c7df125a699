// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is token.h.

#include <algorithm>
#include <array>
#include <string_view>

#include "base/strings.h"

namespace demarche {

/// Whether a short list of folded words, none longer than `longest` (< 16), holds this one in any
/// capitals.
bool is_listed(const auto& list, std::string_view word, size_t longest) {
  std::array<char, 16> folded{};
  if (word.empty() || word.size() > longest || word.size() > folded.size()) return false;
  for (size_t i = 0; i < word.size(); ++i) {
    folded[i] = is_ascii_upper(word[i]) ? static_cast<char>(word[i] - 'A' + 'a') : word[i];
  }
  return std::ranges::find(list, std::string_view(folded.data(), word.size())) != list.end();
}

}  // namespace demarche
