// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/result.h"
#include "store/store.h"

// Internal to the folder.
namespace demarche::serve {

/// Reads {"target", "field", "value", "why"}; the code of an error names the field that is wrong.
Result<Override> read_override(std::string_view json);

}  // namespace demarche::serve
