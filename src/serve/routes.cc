// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/routes.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace demarche::serve {
namespace {

std::optional<int64_t> whole_number(std::string_view text) {
  int64_t value = 0;
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || at != end || value < 0) return std::nullopt;
  return value;
}

/// 0..1 with a point.
std::optional<double> share_of(std::string_view text) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value, std::chars_format::fixed);
  if (error != std::errc() || at != end || !(value >= 0 && value <= 1)) return std::nullopt;
  return value;
}

/// What is wrong with a value; empty where nothing is.
std::string fault_of(const Parameter& parameter, const std::string& value) {
  const auto wants = [&](std::string_view what) {
    return fmt::format("'{}' wants {}, not '{}'", parameter.name, what, value);
  };
  const auto& allowed = parameter.allowed;
  if (!allowed.empty() && std::ranges::find(allowed, value) == allowed.end())
    return fmt::format("'{}' has no value '{}'", parameter.name, value);
  switch (parameter.takes) {
    case Takes::kText:
      return {};
    case Takes::kDay:
      return parse_day(value) ? std::string() : wants("a day as YYYY-MM-DD");
    case Takes::kNumber:
      return whole_number(value) ? std::string() : wants("a whole number of 0 or more");
    case Takes::kShare:
      return share_of(value) ? std::string() : wants("a number from 0 to 1");
  }
  return {};
}

}  // namespace

tl::expected<Asked, Response> Asked::read(const Target& target,
                                          const std::vector<Parameter>& parameters) {
  Asked asked;
  for (const auto& [name, value] : target.query) {
    const auto parameter = std::ranges::find(parameters, std::string_view(name), &Parameter::name);
    if (parameter == parameters.end()) {
      std::vector<std::string> known;
      for (const Parameter& one : parameters) known.emplace_back(one.name);
      return tl::make_unexpected(
          problem(400, fmt::format("there is no field '{}' here", name), name, known));
    }
    if (value.empty()) continue;  // a form sends what nobody filled in
    if (const std::string fault = fault_of(*parameter, value); !fault.empty())
      return tl::make_unexpected(problem(400, fault, name, parameter->allowed));
    if (!asked.values_.emplace(name, value).second)
      return tl::make_unexpected(problem(400, fmt::format("'{}' comes twice", name), name));
  }
  return asked;
}

std::string Asked::text(std::string_view name) const {
  const auto at = values_.find(name);
  return at == values_.end() ? std::string() : at->second;
}

int64_t Asked::number(std::string_view name, int64_t otherwise) const {
  const auto at = values_.find(name);
  return at == values_.end() ? otherwise : whole_number(at->second).value_or(otherwise);
}

double Asked::share(std::string_view name, double otherwise) const {
  const auto at = values_.find(name);
  return at == values_.end() ? otherwise : share_of(at->second).value_or(otherwise);
}

}  // namespace demarche::serve
