// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace demarche {

/// The immutable text of a document: valid UTF-8, at most 4 GiB. Spans point into it.
class Text {
 public:
  Text() = default;
  explicit Text(std::string utf8) : bytes_(std::move(utf8)) {}

  [[nodiscard]] std::string_view view() const { return bytes_; }
  [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(bytes_.size()); }
  [[nodiscard]] std::string_view of(Span span) const {
    return view().substr(span.begin, span.size());
  }

 private:
  std::string bytes_;
};

/// Byte offsets to code points and back: bytes inside, code points at the border (JSON, SQL,
/// Python). Built once per text in one pass; each question costs a look-up in a table of every
/// 64th byte and at most 63 steps. An offset inside a code point counts as its start.
class OffsetMap {
 public:
  explicit OffsetMap(std::string_view utf8);

  [[nodiscard]] uint32_t code_point(uint32_t byte) const;
  [[nodiscard]] uint32_t byte(uint32_t code_point) const;
  [[nodiscard]] uint32_t size() const { return total_; }  ///< code points of the whole text

 private:
  std::string_view utf8_;
  std::vector<uint32_t> every_;  // code points before byte 64 * i
  uint32_t total_ = 0;
};

}  // namespace demarche
