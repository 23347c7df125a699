// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "page/page.h"

namespace demarche {

/// One relation that the input asks for: two spans in code points of the text.
struct AskedPair {
  uint32_t source_start = 0, source_end = 0, target_start = 0, target_end = 0;
};

/// One document to read, before it is read: a file, or a line of a JSON Lines file.
struct Input {
  std::string path;     ///< as given on the command line; "-" is standard input
  uint32_t record = 0;  ///< number of the line in a JSON Lines file, from 0
  std::string bytes;    ///< the page
  PageKind kind = PageKind::kText;
  std::string id;                ///< as given, unchanged; empty: made from the hash of the bytes
  std::string url, date, title;  ///< as given, or empty
  std::string content_type;
  std::vector<AskedPair> pairs;
  bool asks_pairs = false;
};

/// Reads one line of a JSON Lines input (contract.md, "Inputs of `read`"). Fails with the reason
/// on broken JSON, on no or several of html, html_base64, page, prose, and on wrong types.
Result<Input> read_json_line(std::string_view line, std::string path, uint32_t record);

}  // namespace demarche
