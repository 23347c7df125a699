// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/assets.h"

#include <algorithm>
#include <array>
#include <utility>

namespace demarche::serve {

std::string_view type_of_asset(std::string_view name) {
  using Row = std::pair<std::string_view, std::string_view>;
  static constexpr std::array<Row, 6> kTypes = {{{".html", "text/html; charset=utf-8"},
                                                 {".js", "text/javascript; charset=utf-8"},
                                                 {".css", "text/css; charset=utf-8"},
                                                 {".json", "application/json"},
                                                 {".svg", "image/svg+xml"},
                                                 {".txt", "text/plain; charset=utf-8"}}};
  const auto* const at =
      std::ranges::find_if(kTypes, [&](const Row& row) { return name.ends_with(row.first); });
  return at == kTypes.end() ? "application/octet-stream" : at->second;
}

}  // namespace demarche::serve
