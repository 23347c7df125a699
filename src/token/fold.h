// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder and to its trainer; the door is token.h.

#include <string>
#include <string_view>

namespace demarche {

/// fold_case without ICU where all that is not ASCII are quotes and dashes.
std::string fold_token(std::string_view word);

}  // namespace demarche
