// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace demarche::cli {

/// The help of the program or of a verb, wrapped at the width of the terminal.
std::string help_of(const CLI::App& app);

}  // namespace demarche::cli
