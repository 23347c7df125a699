// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "signal/signal.h"
#include "store/store.h"

namespace demarche::cli {

/// The decoy rate of a store at several thresholds, as report, jsonl or csv; gives the exit status.
int print_decoys(const Store& store, const std::string& name, const std::string& format);
/// For each signal its null distribution, likewise.
int print_nulls(const Store& store, const std::vector<Signal>& signals, const std::string& format);

}  // namespace demarche::cli
