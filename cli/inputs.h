// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstdio>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/limits.h"
#include "page/input.h"

namespace demarche::cli {

/// How --as names what an input is; none: by its content.
enum class InputKind : uint8_t { kGuess, kHtml, kPage, kProse, kJsonl };

/// The inputs of `read`, one after the other: files, folders in byte order of the path (links
/// inside them are not followed), "-". It holds one file, or one line of a JSON Lines file.
class InputReader {
 public:
  /// `store`: a file that is written meanwhile, passed over where it lies in a folder.
  InputReader(std::vector<std::string> names, InputKind kind, const Limits& limits,
              std::string store = "");
  /// The next input, or why it could not be read ("NAME: what: why"); nothing at the end.
  std::optional<Result<Input>> next();
  /// The name of the last input for a message: NAME, or NAME:LINE of a file of many lines.
  [[nodiscard]] std::string where() const;
  /// Inputs that are not begun yet, as far as folders have been looked into; 0 where nobody can
  /// tell, as in a file of many lines.
  [[nodiscard]] size_t left() const { return lines_ ? 0 : names_.size(); }

 private:
  struct Close {
    void operator()(std::FILE* file) const;
  };
  Result<bool> open_name(const std::string& name);
  Result<Input> read_whole();
  std::optional<Result<Input>> next_line();
  bool fill();
  bool holds_json_page(size_t start);

  std::deque<std::string> names_;
  InputKind kind_;
  Limits limits_;
  std::string store_;
  std::unique_ptr<std::FILE, Close> file_;
  std::string name_, held_;  // what is read and not yet used
  bool lines_ = false, at_end_ = false;
  uint32_t record_ = 0;
};

}  // namespace demarche::cli
