// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace demarche {

/// Letters and digits alone, so that marks, spaces and tags between words play no part.
std::string squeeze_text(std::string_view text);

/// Which of many texts holds a stretch of words, by the hashes of all stretches of one length:
/// linear in the texts and in what is asked for. Texts are squeezed.
class TextIndex {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;

  void add(std::string_view text, uint32_t number);
  /// The text that has nearly all of `part`, from its first byte to its last; kNone where there is
  /// none, or where two texts have it: then nothing is decided.
  [[nodiscard]] uint32_t find(std::string_view part) const;

 private:
  static constexpr size_t kSize = 24;  // bytes
  static constexpr uint32_t kSeveral = UINT32_MAX - 1;
  std::unordered_map<uint64_t, uint32_t> numbers_;
};

/// Whether a stretch stands in one long text, by the hashes of its first and last bytes: linear in
/// both, which a search for each stretch would not be. Texts are squeezed.
class Shingles {
 public:
  explicit Shingles(std::string_view text);
  [[nodiscard]] bool holds(std::string_view part) const;

 private:
  static constexpr size_t kSize = 24;  // bytes
  static constexpr size_t kMostBytes = 1U << 20U;
  std::unordered_set<uint64_t> hashes_;
};

}  // namespace demarche
