// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "serve/message.h"

// Internal to the folder; the door is site.h.
namespace demarche::serve {

enum class Takes : uint8_t { kText, kDay, kNumber, kShare };

/// A field of a query: what it may hold, and what it means, for people and for the OpenAPI text.
struct Parameter {
  std::string_view name;
  Takes takes = Takes::kText;
  std::string_view doc;
  std::vector<std::string> allowed;  ///< the only values; empty: any
};

/// The fields of a query after they have been checked against the parameters of a route.
class Asked {
 public:
  /// Or why a field is wrong: one that is not known, comes twice, or has a value that it may not.
  static tl::expected<Asked, Response> read(const Target& target,
                                            const std::vector<Parameter>& parameters);
  [[nodiscard]] std::string text(std::string_view name) const;  ///< or empty
  [[nodiscard]] int64_t number(std::string_view name, int64_t otherwise) const;
  [[nodiscard]] double share(std::string_view name, double otherwise) const;
  [[nodiscard]] bool has(std::string_view name) const { return values_.contains(name); }

 private:
  std::map<std::string, std::string, std::less<>> values_;
};

}  // namespace demarche::serve
