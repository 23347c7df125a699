// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

/// Every message of the library that says why something cannot go on, in one place, so that they
/// can be listed, tested and improved. Form: what: which: why; lower case, no full stop, no blame.
namespace demarche::errors {

Error cannot_read(std::string_view path, std::string_view why);
Error too_large(std::string_view path, size_t limit);
Error wrong_field_count(std::string_view path, uint32_t line, size_t wanted, size_t got);
Error missing_column(std::string_view path, std::string_view column);
/// PATH:LINE: what is wrong with a row of a table.
Error bad_row(std::string_view path, uint32_t line, std::string_view what);
Error bad_input(std::string_view code, std::string_view what);
Error bad_model(std::string_view path, std::string_view why);
/// Code "too_long".
Error store_slow(std::string_view path);
Error store_failed(std::string_view path, std::string_view what, std::string_view why);

}  // namespace demarche::errors
