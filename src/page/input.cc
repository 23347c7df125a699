// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "page/input.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <array>

#include "base/errors.h"
#include "base/strings.h"

namespace demarche {
namespace {

namespace dom = simdjson::dom;

Error bad_line(std::string_view what) { return errors::bad_input("bad_json", what); }

int base64_value(char c) {
  if (is_ascii_upper(c)) return c - 'A';
  if (is_ascii_alpha(c)) return c - 'a' + 26;
  if (is_ascii_digit(c)) return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  return c == '/' || c == '_' ? 63 : -1;
}

Result<std::string> decode_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  uint32_t bits = 0;
  int held = 0;
  size_t padding = 0;
  for (const char c : text) {
    if (is_ascii_space(c)) continue;
    if (c == '=') {
      ++padding;
      continue;
    }
    const int value = base64_value(c);
    if (value < 0 || padding > 0) return fail(bad_line("html_base64: not base64"));
    bits = (bits << 6U | static_cast<uint32_t>(value)) & 0xFFFFFFU;
    held += 6;
    if (held >= 8) {
      held -= 8;
      out += static_cast<char>(bits >> static_cast<uint32_t>(held) & 0xFFU);
    }
  }
  if (held == 6 || padding > 2) return fail(bad_line("html_base64: not base64: cut short"));
  return out;
}

// A text field: absent and null are empty.
Status read_text(const dom::element& value, std::string_view name, std::string& to, bool& given) {
  if (value.is_null()) return {};
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) {
    return fail(bad_line(fmt::format("{}: not a string", name)));
  }
  to = text;
  given = true;
  return {};
}

bool read_span(const dom::element& pair, std::string_view name, uint32_t& start, uint32_t& end) {
  dom::array ends;
  if (pair[name].get(ends) != simdjson::SUCCESS || ends.size() != 2) return false;
  uint64_t from = 0;
  uint64_t to = 0;
  if (ends.at(0).get(from) != simdjson::SUCCESS || ends.at(1).get(to) != simdjson::SUCCESS)
    return false;
  if (from > to || to > UINT32_MAX) return false;
  start = static_cast<uint32_t>(from);
  end = static_cast<uint32_t>(to);
  return true;
}

Status read_pairs(const dom::element& value, Input& input) {
  if (value.is_null()) return {};
  dom::array pairs;
  if (value.get(pairs) != simdjson::SUCCESS) return fail(bad_line("pairs: not a list"));
  input.asks_pairs = true;
  for (const dom::element pair : pairs) {
    AskedPair asked;
    if (!pair.is_object() || !read_span(pair, "source", asked.source_start, asked.source_end) ||
        !read_span(pair, "target", asked.target_start, asked.target_end)) {
      return fail(bad_line(fmt::format(
          "pairs: item {}: not of the form {{\"source\": [start, end], \"target\": [start, end]}}",
          input.pairs.size())));
    }
    input.pairs.push_back(asked);
  }
  return {};
}

struct Body {
  std::string_view name;
  PageKind kind;
};
constexpr std::array kBodies = {Body{"html", PageKind::kHtml}, Body{"html_base64", PageKind::kHtml},
                                Body{"page", PageKind::kText}, Body{"prose", PageKind::kProse}};

Status read_fields(const dom::object& object, Input& input, std::string& body_name) {
  for (const auto field : object) {
    std::string* to = nullptr;
    bool given = false;
    const Body* body = nullptr;
    if (field.key == "id") to = &input.id;
    if (field.key == "url") to = &input.url;
    if (field.key == "date") to = &input.date;
    if (field.key == "title") to = &input.title;
    if (field.key == "content_type") to = &input.content_type;
    for (const Body& known : kBodies) {
      if (field.key == known.name) body = &known;
    }
    if (field.key == "pairs") {
      if (Status done = read_pairs(field.value, input); !done) return done;
    }
    std::string text;
    if (to == nullptr && body == nullptr) continue;
    if (Status done = read_text(field.value, field.key, text, given); !done) return done;
    if (!given) continue;
    if (body == nullptr) {
      *to = std::move(text);
      continue;
    }
    if (!body_name.empty()) {
      return fail(bad_line(fmt::format("line has both {} and {}", body_name, body->name)));
    }
    body_name = body->name;
    input.kind = body->kind;
    input.bytes = std::move(text);
  }
  return {};
}

}  // namespace

Result<Input> read_json_line(std::string_view line, std::string path, uint32_t record) {
  Input input;
  input.path = std::move(path);
  input.record = record;
  dom::parser parser;
  dom::element root;
  const simdjson::padded_string padded(line);
  if (const auto error = parser.parse(padded).get(root); error != simdjson::SUCCESS) {
    return fail(
        bad_line(fmt::format("broken JSON: {}", to_lower_ascii(simdjson::error_message(error)))));
  }
  dom::object object;
  if (root.get(object) != simdjson::SUCCESS) return fail(bad_line("line is not a JSON object"));
  std::string body;
  if (Status done = read_fields(object, input, body); !done) return fail(done.error());
  if (body.empty()) return fail(bad_line("line has no html, html_base64, page or prose"));
  if (body == "html_base64") {
    Result<std::string> bytes = decode_base64(input.bytes);
    if (!bytes) return fail(bytes.error());
    input.bytes = std::move(*bytes);
  } else {
    // A JSON string is Unicode already, whatever the page in it says of its bytes.
    input.content_type = "text/html; charset=utf-8";
  }
  return input;
}

}  // namespace demarche
