// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <type_traits>

#include "base/strings.h"
#include "record/json.h"

namespace demarche {
namespace {

// The JSON Schema and the SQL type of each type of key.
template <class T>
struct Shape {
  static constexpr std::string_view kSql = "TEXT";
};
template <>
struct Shape<bool> {
  static constexpr std::string_view kJson = "boolean", kSql = "INTEGER";
};
template <>
struct Shape<int> {
  static constexpr std::string_view kJson = "integer", kSql = "INTEGER";
};
template <>
struct Shape<int64_t> {
  static constexpr std::string_view kJson = "integer", kSql = "INTEGER";
};
template <>
struct Shape<double> {
  static constexpr std::string_view kJson = "number", kSql = "REAL";
};
template <>
struct Shape<std::string> {
  static constexpr std::string_view kJson = "string", kSql = "TEXT";
};

template <class T>
struct Inner {
  using Type = T;
  static constexpr bool kNull = false, kList = false;
};
template <class T>
struct Inner<std::optional<T>> {
  using Type = T;
  static constexpr bool kNull = true, kList = false;
};
template <class T>
struct Inner<std::vector<T>> {
  using Type = T;
  static constexpr bool kNull = false, kList = true;
};

void break_line(std::string& out, size_t depth) {
  out += '\n';
  out.append(depth * 2, ' ');
}

template <class T>
void object_schema(std::string& out, size_t depth);

template <class T>
void type_schema(std::string& out, std::string_view words, size_t depth) {
  if constexpr (Inner<T>::kNull) {
    using Type = typename Inner<T>::Type;
    if constexpr (HasFields<Type> || std::is_same_v<Type, SpanRow>) {
      out += "\"anyOf\": [{\"type\": \"null\"}, {";
      type_schema<Type>(out, words, depth);
      out += "}]";
    } else if (words.empty()) {
      out += "\"type\": [\"" + std::string(Shape<Type>::kJson) + "\", \"null\"]";
    } else {
      out += "\"enum\": [\"" + replace_all(std::string(words), "|", "\", \"") + "\", null]";
    }
  } else if constexpr (Inner<T>::kList) {
    out += "\"type\": \"array\", \"items\": {";
    type_schema<typename Inner<T>::Type>(out, words, depth);
    out += '}';
  } else if constexpr (std::is_same_v<T, SpanRow>) {
    out += "\"$ref\": \"#/$defs/span\"";
  } else if constexpr (HasFields<T>) {
    object_schema<T>(out, depth);
  } else if (words.empty()) {
    out += "\"type\": \"" + std::string(Shape<T>::kJson) + "\"";
  } else {
    out += "\"enum\": [\"" + replace_all(std::string(words), "|", "\", \"") + "\"]";
  }
}

template <class T>
void object_schema(std::string& out, size_t depth) {
  std::string names;
  out += "\"type\": \"object\", \"additionalProperties\": false, \"properties\": {";
  const auto one = [&]<class Row, class Value>(const Field<Row, Value>& f) {
    if (!names.empty()) {
      out += ',';
      names += ", ";
    }
    names += "\"" + std::string(f.name) + "\"";
    break_line(out, depth + 1);
    out += "\"" + std::string(f.name) + "\": {\"description\": ";
    append_json_string(out, f.doc);
    out += ", ";
    type_schema<Value>(out, f.words, depth + 1);
    out += '}';
  };
  std::apply([&](const auto&... f) { (one(f), ...); }, T::fields());
  out += "}, ";
  break_line(out, depth);
  out += "\"required\": [" + names + "]";
}

template <class T>
std::vector<Column> columns() {
  std::vector<Column> result;
  const auto one = [&]<class Row, class Value>(const Field<Row, Value>& f) {
    std::string_view sql = "TEXT";
    if constexpr (!Inner<Value>::kList) sql = Shape<typename Inner<Value>::Type>::kSql;
    result.push_back({std::string(f.name), std::string(sql), Inner<Value>::kNull});
  };
  std::apply([&](const auto&... f) { (one(f), ...); }, T::fields());
  return result;
}

}  // namespace

std::vector<Column> statement_columns() { return columns<StatementRow>(); }
std::vector<Column> event_columns() { return columns<EventRow>(); }
std::vector<Column> actor_columns() { return columns<ActorRow>(); }

std::string record_schema() {
  std::string out =
      "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"title\": \"demarche "
      "record\",\n\"$defs\": {\"span\": {\"type\": \"array\", \"items\": {\"type\": \"integer\", "
      "\"minimum\": 0}, \"minItems\": 2, \"maxItems\": 2}},\n";
  object_schema<RecordRow>(out, 0);
  out += "}\n";
  return replace_all(out, ", \n", ",\n");
}

}  // namespace demarche
