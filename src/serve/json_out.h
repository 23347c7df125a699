// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>

#include "record/json.h"
#include "serve/message.h"

// Internal to the folder.
namespace demarche::serve {

/// Writes an object of JSON, key by key, without holding it apart.
class JsonObject {
 public:
  explicit JsonObject(std::string& out) : out_(out) { out_ += '{'; }
  ~JsonObject() { out_ += '}'; }
  JsonObject(const JsonObject&) = delete;
  JsonObject& operator=(const JsonObject&) = delete;

  JsonObject& text(std::string_view key, std::string_view value) {
    append_json_string(open(key), value);
    return *this;
  }
  /// null where the text is empty.
  JsonObject& maybe(std::string_view key, std::string_view value) {
    return value.empty() ? json(key, "null") : text(key, value);
  }
  JsonObject& number(std::string_view key, int64_t value) {
    fmt::format_to(std::back_inserter(open(key)), "{}", value);
    return *this;
  }
  JsonObject& real(std::string_view key, std::optional<double> value) {
    return value ? json(key, fmt::format("{:.3f}", *value)) : json(key, "null");
  }
  JsonObject& flag(std::string_view key, bool value) { return json(key, value ? "true" : "false"); }
  /// A value that is JSON already.
  JsonObject& json(std::string_view key, std::string_view value) {
    open(key) += value;
    return *this;
  }
  /// Where the value of a key is to be written next.
  std::string& open(std::string_view key) {
    if (out_.back() != '{') out_ += ',';
    append_json_string(out_, key);
    return out_ += ':';
  }

 private:
  std::string& out_;
};

/// Calls `write(item)` for each, with commas between and brackets around.
template <class Items, class Write>
void append_list(std::string& out, const Items& items, Write write) {
  out += '[';
  bool first = true;
  for (const auto& item : items) {
    if (!first) out += ',';
    first = false;
    write(item);
  }
  out += ']';
}

/// An answer whose body is one object: `write(object, body)`.
template <class Write>
Response json_answer(Write write) {
  Response response;
  {
    JsonObject all(response.body);
    write(all, response.body);
  }
  return response;
}

}  // namespace demarche::serve
