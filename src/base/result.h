// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace demarche {

/// Why something cannot go on. `code` is for programs ("too_large"), `message` for people: what:
/// which: why, lower case, no full stop. All messages are made in base/errors.h.
struct Error {
  std::string code;
  std::string message;
};

template <class T>
using Result = tl::expected<T, Error>;

/// The Result of work that gives nothing back.
using Status = Result<void>;

inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

}  // namespace demarche
