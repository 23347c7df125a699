// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace demarche {

enum class Format : uint8_t { kReport, kJsonl, kConllu, kCsv, kPlover, kGdelt, kParquet };

/// A name that `--format` takes, and whether this version can write it.
struct FormatName {
  std::string_view name;
  Format format;
  bool available;
  std::string_view what;
};
inline constexpr std::array<FormatName, 7> kFormats{{
    {"report", Format::kReport, true, "for a person"},
    {"jsonl", Format::kJsonl, true, "one record a line"},
    {"conllu", Format::kConllu, true, "words and sentences"},
    {"csv", Format::kCsv, true, "statements and events as a table"},
    {"plover", Format::kPlover, false, "comes later"},
    {"gdelt", Format::kGdelt, false, "comes later"},
    {"parquet", Format::kParquet, false, "comes later"},
}};

constexpr std::optional<FormatName> find_format(std::string_view name) {
  for (const auto& format : kFormats) {
    if (format.name == name) return format;
  }
  return std::nullopt;
}

}  // namespace demarche
