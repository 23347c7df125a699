// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/bodies.h"

#include <fmt/format.h>
#include <simdjson.h>

#include "base/errors.h"

namespace demarche::serve {
namespace {

constexpr size_t kLongest = 4000;  // bytes of one value

}  // namespace

Result<Override> read_override(std::string_view json) {
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  if (parser.parse(simdjson::padded_string(json)).get(object) != simdjson::SUCCESS)
    return fail(errors::bad_input("body", "the body is no JSON object"));
  Override made;
  for (const auto& [key, value] : object) {
    std::string_view text;
    const std::string name(key);
    std::string* to = name == "target"  ? &made.target
                      : name == "field" ? &made.field
                      : name == "value" ? &made.value
                      : name == "why"   ? &made.why
                                        : nullptr;
    if (to == nullptr)
      return fail(errors::bad_input(name, fmt::format("there is no field '{}' here", name)));
    if (value.get(text) != simdjson::SUCCESS || text.size() > kLongest)
      return fail(errors::bad_input(
          name, fmt::format("'{}' wants a text of at most {} bytes", name, kLongest)));
    *to = text;
  }
  if (made.target.empty()) return fail(errors::bad_input("target", "'target' is missing"));
  if (made.field.empty()) return fail(errors::bad_input("field", "'field' is missing"));
  if (made.field == "verdict" && made.value != "accepted" && made.value != "rejected" &&
      made.value != "open")
    return fail(errors::bad_input("value", "a verdict is accepted, rejected or open"));
  return made;
}

}  // namespace demarche::serve
