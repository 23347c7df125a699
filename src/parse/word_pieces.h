// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is parse.h.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace demarche {

/// What an uncased vocabulary does not see of a word. The order is that of the model's table.
enum class WordShape : uint8_t {
  kNone,  ///< the marks around a sentence
  kLower,
  kCapital,  ///< "Norvenia"
  kUpper,    ///< "UN"
  kLetter,   ///< one capital letter
  kMixed,    ///< "McBrok", "eBook"
  kNumber,   ///< "1,200", "-3"
  kDigits,   ///< letters and digits: "T72", "3rd"
  kMark,
};
constexpr size_t kWordShapes = 9;
WordShape shape_of(std::string_view word);

/// Words as numbers of a vocabulary of pieces: greedy longest match (Wu et al. 2016) after BERT's
/// uncased rules (Devlin et al. 2019): lower case, no accents, punctuation and Chinese signs apart.
/// Read-only once made, so that all threads share it.
class WordPieces {
 public:
  static constexpr size_t kMostPieces = 12;  ///< of one word; what comes after says little more

  /// `vocabulary`: a piece a line, its number that of the line from 0; "##" begins a piece that
  /// goes on with a word. Fails without "[UNK]"; `path` is for the message.
  static Result<WordPieces> make(std::string_view vocabulary, std::string_view path);

  /// Appends the pieces of a word: at least one, the unknown one where nothing fits.
  void cut(std::string_view word, std::vector<uint32_t>& pieces) const;
  /// The number of a piece that begins a word, or of a mark: "[CLS]".
  [[nodiscard]] std::optional<uint32_t> find(std::string_view piece) const;
  [[nodiscard]] size_t size() const { return size_; }

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Table = std::unordered_map<std::string, uint32_t, Hash, std::equal_to<>>;

  void match(std::string_view part, std::vector<uint32_t>& pieces) const;

  Table first_, next_;  // pieces that begin a word, and that go on with one
  uint32_t unknown_ = 0;
  size_t size_ = 0;
};

}  // namespace demarche
