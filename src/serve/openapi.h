// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "serve/api.h"

// Internal to the folder.
namespace demarche::serve {

/// The routes of an API as OpenAPI 3.1 has them.
std::string make_openapi(const Api& api, std::string_view version);

}  // namespace demarche::serve
