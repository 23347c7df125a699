// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is token.h.

#include <string_view>

#include "token/scan.h"

namespace demarche {

/// What a piece looks like, for features that are to hold for many words: "Aa" of "Norvenia", "AA"
/// of "NATO", "9:9" of "10:30", "u.s." of any abbreviation with dots, "." of a stop. `word` is the
/// piece as written, `lower` folded. Points into `lower` or to a constant.
std::string_view look_of(std::string_view word, const Piece& piece, std::string_view lower);

}  // namespace demarche
