// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace demarche {

/// Lower-case hexadecimal SHA-256 (FIPS 180-4) of the bytes.
std::string sha256_hex(std::string_view bytes);

}  // namespace demarche
