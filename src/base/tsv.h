// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace demarche {

/// A table of data/: UTF-8, tab separated, a header line of column names, `#` lines are comments,
/// empty lines are skipped. Every row has as many fields as the header.
struct Tsv {
  struct Row {
    uint32_t line = 0;  ///< 1-based, for messages
    std::vector<std::string> fields;
  };
  std::string path;
  std::vector<std::string> columns;
  std::vector<Row> rows;

  /// The number of a column, or -1.
  [[nodiscard]] int column(std::string_view name) const;
};

/// Reads a table; fails where the file cannot be read, a wanted column is missing, or a row has
/// the wrong number of fields (PATH:LINE: what).
Result<Tsv> load_tsv(const std::string& path, const std::vector<std::string>& wanted);
Result<Tsv> parse_tsv(std::string path, std::string_view text,
                      const std::vector<std::string>& wanted);

/// "a|b|c" to its parts; an empty field has none.
std::vector<std::string> split_list(std::string_view field);

/// A whole file as bytes; fails with the reason of the operating system, or where it is larger
/// than `limit`.
Result<std::string> read_file(const std::string& path, size_t limit);

}  // namespace demarche
