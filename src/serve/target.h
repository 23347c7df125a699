// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace demarche::serve {

/// A request target in its parts, decoded: "/documents/a%20b?limit=3".
struct Target {
  std::vector<std::string> path;  ///< {"documents", "a b"}; of "/" none
  std::vector<std::pair<std::string, std::string>> query;

  /// The value of a query field, or none; of several the first.
  [[nodiscard]] std::optional<std::string_view> field(std::string_view name) const;
};

/// Reads the target of an HTTP request in origin form (RFC 9112), percent-encoded (RFC 3986), query
/// in the form of HTML. Fails (code "target") where it is longer than 8192 bytes, does not begin
/// with "/", has a broken percent code, broken UTF-8, NUL or another control character, or a
/// segment "." or "..".
Result<Target> read_target(std::string_view target);

/// Percent-encodes all but letters, digits and "-._~".
std::string encode_segment(std::string_view text);

}  // namespace demarche::serve
