// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "progress.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>

namespace demarche::cli {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kFirst{500}, kEvery{100};

std::string grouped(size_t number) {
  std::string digits = fmt::format("{}", number);
  for (size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string duration(double seconds) {
  const auto whole = static_cast<long long>(seconds + .5);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
  return fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

size_t window_width() {
  winsize window{};
  constexpr size_t kUsual = 80;
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 0 ? window.ws_col
                                                                             : kUsual;
}

}  // namespace

std::string progress_line(size_t done, size_t failed, size_t left, double seconds, size_t width) {
  const size_t all = done + left;
  std::string words = left > 0 ? fmt::format("{} of {} pages", grouped(done), grouped(all))
                               : fmt::format("{} pages", grouped(done));
  if (failed > 0) words += fmt::format(" ({} failed)", grouped(failed));
  const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
  if (rate > 0) words += fmt::format(", {:.0f} a second", rate);
  if (rate > 0 && left > 0) {
    words += fmt::format(", {} left", duration(static_cast<double>(left) / rate));
  }
  constexpr size_t kBar = 20;
  if (left > 0 && words.size() + kBar + 3 < width) {
    const size_t full = kBar * done / all;
    words = fmt::format("[{:#<{}}{:.<{}}] {}", "", full, "", kBar - full, words);
  }
  return words.substr(0, width > 1 ? width - 1 : 0);
}

Progress::Progress(bool wanted) : wanted_(wanted && isatty(STDERR_FILENO) != 0) {}

void Progress::show(size_t done, size_t failed, size_t left) {
  if (!wanted_ || done + left < 2) return;
  const auto now = Clock::now();
  if (now - start_ < kFirst || now - last_ < kEvery) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const std::string line = "\r\x1b[K" + progress_line(done, failed, left, seconds, window_width());
  std::fwrite(line.data(), 1, line.size(), stderr);
  std::fflush(stderr);
  shown_ = true;
}

void Progress::hide() {
  if (!shown_) return;
  std::fputs("\r\x1b[K", stderr);
  shown_ = false;
}

}  // namespace demarche::cli
