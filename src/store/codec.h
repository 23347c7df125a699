// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "signal/signal.h"

namespace demarche {

/// The rows of the signal stage as bytes of a store: whole values, so that `find_signals` can run
/// again over points that were read years ago. Decoding gives nothing on bytes that are cut short,
/// too long, or hold a value out of range.
std::string encode_point(const Point& point);
std::string encode_issue(const Issue& issue);
std::string encode_signal(const Signal& signal);
std::optional<Point> decode_point(std::string_view bytes);
std::optional<Issue> decode_issue(std::string_view bytes);
std::optional<Signal> decode_signal(std::string_view bytes);

}  // namespace demarche
