// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is token.h.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "token/scan.h"

namespace demarche {

/// The ends of the sentences of one block, each the number of the piece behind the last; the last
/// one is pieces.size(). `lower` holds the folded words of the pieces.
std::vector<uint32_t> find_sentence_ends(std::string_view text, std::span<const Piece> pieces,
                                         std::span<const std::string> lower);

}  // namespace demarche
