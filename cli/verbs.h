// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace demarche::cli {

/// A verb puts its options into the program's and says what to run; `run` gives the exit status.
struct Verb {
  CLI::App* app = nullptr;
  std::function<int()> run;
};

Verb make_read(CLI::App& app);
Verb make_signals(CLI::App& app);
Verb make_query(CLI::App& app);
Verb make_explain(CLI::App& app);
Verb make_check(CLI::App& app);
Verb make_work(CLI::App& app);
Verb make_serve(CLI::App& app);

/// Says that the value of an option is no day YYYY-MM-DD and gives the status of wrong usage;
/// nothing where it is one, or empty.
std::optional<int> check_day(std::string_view option, const std::string& value);

/// Checks that a value is a whole number of 0 or more.
CLI::Validator whole_number();

/// "unknown WHAT 'WORD'", the nearest name if one is near, and the status of wrong usage.
int unknown_name(std::string_view what, const std::string& word,
                 const std::vector<std::string>& names);

}  // namespace demarche::cli
