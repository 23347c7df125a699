// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace demarche::cli {

/// "1,240 of 4,000 pages (2 failed), 560 a second, 5 s left": one line, at most `width` columns.
/// `left`: pages not begun yet, as far as is known.
std::string progress_line(size_t done, size_t failed, size_t left, double seconds, size_t width);

/// A line on standard error that is written over again while many pages are read. It shows nothing
/// unless standard error is a terminal; of one page, or within the first half second, nothing.
class Progress {
 public:
  explicit Progress(bool wanted);
  ~Progress() { hide(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void show(size_t done, size_t failed, size_t left);
  /// Takes the line away, before other words are written.
  void hide();

 private:
  using Clock = std::chrono::steady_clock;
  bool wanted_, shown_ = false;
  Clock::time_point start_ = Clock::now(), last_ = start_;
};

}  // namespace demarche::cli
