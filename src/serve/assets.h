// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace demarche::serve {

/// A file of web/dist, which the program carries with it.
struct Asset {
  std::string_view name;  ///< "index.html"
  std::string_view bytes;
};

/// All of them, by name; none where the pages were not built. Made by cmake/embed.cmake.
std::span<const Asset> assets();

/// "text/css; charset=utf-8" of "app.css".
std::string_view type_of_asset(std::string_view name);

}  // namespace demarche::serve
