// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "record/json.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <cmath>
#include <iterator>
#include <type_traits>
#include <utility>

#include "base/errors.h"

namespace demarche {
namespace {

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
struct is_vector : std::false_type {};
template <class T>
struct is_vector<std::vector<T>> : std::true_type {};

// At most three decimals, no trailing zeros, so that the same value is always the same bytes.
void append_number(std::string& out, double number) {
  if (!std::isfinite(number)) number = 0;
  const size_t before = out.size();
  fmt::format_to(std::back_inserter(out), "{:.3f}", number);
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  if (std::string_view(out).substr(before) == "-0") out.replace(before, 2, "0");
}

template <class T>
void write(std::string& out, const T& value) {
  if constexpr (is_optional<T>::value) {
    if (value) {
      write(out, *value);
    } else {
      out += "null";
    }
  } else if constexpr (is_vector<T>::value) {
    out += '[';
    for (size_t i = 0; i < value.size(); ++i) {
      if (i != 0) out += ',';
      write(out, value[i]);
    }
    out += ']';
  } else if constexpr (std::is_same_v<T, std::string>) {
    append_json_string(out, value);
  } else if constexpr (std::is_same_v<T, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::is_same_v<T, double>) {
    append_number(out, value);
  } else if constexpr (std::is_same_v<T, SpanRow>) {
    fmt::format_to(std::back_inserter(out), "[{},{}]", value.start, value.end);
  } else if constexpr (HasFields<T>) {
    out += '{';
    bool first = true;
    const auto one = [&](const auto& f) {
      if (!first) out += ',';
      first = false;
      out += '"';
      out += f.name;
      out += "\":";
      write(out, value.*f.member);
    };
    std::apply([&](const auto&... f) { (one(f), ...); }, T::fields());
    out += '}';
  } else {
    fmt::format_to(std::back_inserter(out), "{}", value);
  }
}

using Element = simdjson::dom::element;

// Reads a value in place; false where it has another type. `where` then names the key.
template <class T>
bool read(const Element& json, T& value, std::string& where) {
  if constexpr (is_optional<T>::value) {
    if (json.is_null()) {
      value.reset();
      return true;
    }
    return read(json, value.emplace(), where);
  } else if constexpr (is_vector<T>::value) {
    simdjson::dom::array items;
    if (json.get(items) != simdjson::SUCCESS) return false;
    for (const Element item : items) {
      if (!read(item, value.emplace_back(), where)) return false;
    }
    return true;
  } else if constexpr (std::is_same_v<T, std::string>) {
    std::string_view text;
    if (json.get(text) != simdjson::SUCCESS) return false;
    value = text;
    return true;
  } else if constexpr (std::is_same_v<T, bool> || std::is_same_v<T, double> ||
                       std::is_same_v<T, int64_t>) {
    return json.get(value) == simdjson::SUCCESS;
  } else if constexpr (std::is_same_v<T, SpanRow>) {
    std::vector<uint32_t> ends;
    if (!read(json, ends, where) || ends.size() != 2 || ends[1] < ends[0]) return false;
    value = {ends[0], ends[1]};
    return true;
  } else if constexpr (HasFields<T>) {
    simdjson::dom::object object;
    if (json.get(object) != simdjson::SUCCESS) return false;
    const auto one = [&](const auto& f) {
      Element found;
      if (object.at_key(f.name).get(found) == simdjson::SUCCESS &&
          read(found, value.*f.member, where)) {
        return true;
      }
      if (where.empty()) where = f.name;
      return false;
    };
    return std::apply([&](const auto&... f) { return (one(f) && ...); }, T::fields());
  } else {
    int64_t number = 0;
    if (json.get(number) != simdjson::SUCCESS || !std::in_range<T>(number)) return false;
    value = static_cast<T>(number);
    return true;
  }
}

template <class T>
Result<T> read_row(std::string_view json) {
  simdjson::dom::parser parser;
  Element root;
  if (parser.parse(simdjson::padded_string(json)).get(root) != simdjson::SUCCESS) {
    return fail(errors::bad_input("bad_record", "not JSON"));
  }
  T row;
  std::string where;
  if (!read(root, row, where)) {
    return fail(errors::bad_input("bad_record", where.empty() ? "not an object" : "key " + where));
  }
  return row;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  size_t from = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7F) continue;
    out += text.substr(from, i - from);
    from = i + 1;
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += "\\u00";
        out += kHex[c >> 4U];
        out += kHex[c & 15U];
    }
  }
  out += text.substr(from);
  out += '"';
}

void append_json(std::string& out, const RecordRow& row) { write(out, row); }
void append_json(std::string& out, const StatementRow& row) { write(out, row); }
void append_json(std::string& out, const EventRow& row) { write(out, row); }
void append_json(std::string& out, const ActorRow& row) { write(out, row); }
void append_json(std::string& out, const IssueRow& row) { write(out, row); }
void append_json(std::string& out, const SignalRow& row) { write(out, row); }
void append_json(std::string& out, const ExplainRow& row) { write(out, row); }

Result<RecordRow> read_record(std::string_view json) { return read_row<RecordRow>(json); }
Result<StatementRow> read_statement(std::string_view json) { return read_row<StatementRow>(json); }
Result<EventRow> read_event(std::string_view json) { return read_row<EventRow>(json); }
Result<ActorRow> read_actor(std::string_view json) { return read_row<ActorRow>(json); }
Result<SignalRow> read_signal(std::string_view json) { return read_row<SignalRow>(json); }
Result<IssueRow> read_issue(std::string_view json) { return read_row<IssueRow>(json); }
Result<ExplainRow> read_explain(std::string_view json) { return read_row<ExplainRow>(json); }

}  // namespace demarche
