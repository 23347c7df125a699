// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "inputs.h"

namespace demarche::cli {

/// What decides how a page is read, and with it which rows it gives: the same flags for `read` and
/// `explain`.
struct ReadingOptions {
  std::string as, date;
  std::vector<std::string> overlays;
  std::string model = "full";
  Limits limits;
};

/// --actors and --model: what is loaded before a page is read.
void add_knowledge_options(CLI::App& verb, ReadingOptions& options);
void add_reading_options(CLI::App& verb, ReadingOptions& options);
/// Says what is wrong and gives the status of wrong usage.
std::optional<int> check_reading_options(const ReadingOptions& options);
/// That --as names; of checked options.
InputKind kind_of(const ReadingOptions& options);

/// The flags that a command line needs to read in the same way, each after a space; empty where
/// none was given.
std::string flags_of(const ReadingOptions& options);
/// A word of a command line, quoted where a shell would take it for something else.
std::string shell_word(std::string_view word);

}  // namespace demarche::cli
