// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is token.h.

#include <cstdint>
#include <string_view>

namespace demarche {

/// The end of a web or mail address that begins at byte `at`, without the marks that close the
/// sentence around it; `at` where there is none.
uint32_t address_end(std::string_view text, uint32_t at);

/// Whether a dot between these two parts is inside a name of the net or of a file: "site" "org".
bool is_domain_dot(std::string_view before, std::string_view after);

}  // namespace demarche
