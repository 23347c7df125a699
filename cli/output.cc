// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "output.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "base/strings.h"

namespace demarche::cli {
// Nothing of a page may steer a terminal: control characters become spaces.
std::string printable(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool c1 =
        byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c1) ++i;
    out += byte < 0x20 || byte == 0x7F || c1 ? ' ' : text[i];
  }
  return fold_space(out);
}

ReportOptions report_options() {
  constexpr uint32_t kWidest = 100;  // longer lines are hard to read
  ReportOptions options;
  if (isatty(STDOUT_FILENO) == 0) return options;
  const char* no = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool dumb = terminal != nullptr && std::string_view(terminal) == "dumb";
  options.colour = (no == nullptr || *no == '\0') && !dumb;
  winsize window{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 0) {
    options.width = std::clamp<uint32_t>(window.ws_col, 40, kWidest);
  }
  return options;
}

std::string counted(size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  return '"' + replace_all(text, "\"", "\"\"") + '"';
}

}  // namespace demarche::cli
