// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "infer/encoder.h"

#include "infer/embeddings.h"

namespace demarche {

std::unique_ptr<Encoder> read_encoder(ArrayReader& reader, const PieceMarks& marks) {
  const std::string kind = reader.text("encoder");
  if (kind == "transformer") return read_transformer(reader, marks);
  if (kind == "recurrent") return read_recurrent(reader, marks);
  reader.complain("an encoder of a kind that the program does not have");
  return nullptr;
}

}  // namespace demarche
