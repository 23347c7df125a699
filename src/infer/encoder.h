// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/result.h"
#include "infer/linear.h"

namespace demarche {

/// The words of some sentences as an encoder reads them.
struct WordBatch {
  std::vector<uint32_t> pieces;     ///< of all words, one behind another
  std::vector<uint32_t> ends;       ///< of each word in `pieces`
  std::vector<uint8_t> shapes;      ///< of each word
  std::vector<uint32_t> sentences;  ///< the end of each sentence in `ends`

  void clear() {
    pieces.clear();
    ends.clear();
    shapes.clear();
    sentences.clear();
  }
};

/// Vectors, rows of `width` floats: for each sentence one that stands for its root, then its words;
/// and the mean over each sentence.
struct WordVectors {
  std::vector<float> nodes;
  std::vector<float> means;
};

/// From words to vectors in their context. Read-only once made: one serves all threads, each with
/// its own scratch.
class Encoder {
 public:
  virtual ~Encoder() = default;
  [[nodiscard]] virtual size_t width() const = 0;
  /// The most pieces of one sentence.
  [[nodiscard]] virtual size_t most_pieces() const = 0;
  /// No sentence may be longer than that; piece and shape numbers must be those of the model.
  virtual void encode(const WordBatch& batch, const Kernels& kernels, Scratch& scratch,
                      WordVectors& out) const = 0;
};

/// Numbers of the marks around a sentence, and the sizes of the tables.
struct PieceMarks {
  uint32_t begin = 0, end = 0;
  uint32_t pieces = 0, shapes = 0;
};

/// The encoder whose arrays are named "encoder....", of the kind that the text "encoder" names:
/// "transformer" or "recurrent". Errors are left in the reader; null where the kind is unknown.
std::unique_ptr<Encoder> read_encoder(ArrayReader& reader, const PieceMarks& marks);

}  // namespace demarche
