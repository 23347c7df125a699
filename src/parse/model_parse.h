// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is parse.h.

#include <memory>

#include "parse/parse.h"

namespace demarche {

/// Writes the words, the tree, the names and the sentence vectors of a text as a model reads them.
/// parse.words has one entry a token. Memory is bounded by some sentences at once.
void parse_with_model(const Article& article, const Tokens& tokens, const Language& language,
                      const std::shared_ptr<const WordModel>& model, Vectors vectors, Parse& parse);

}  // namespace demarche
