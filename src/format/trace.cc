// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "format/trace.h"

#include <fmt/format.h>

#include "base/utf8.h"
#include "format/layout.h"

namespace demarche {
namespace {

constexpr size_t kShownEnds = 6;  // blocks of a folded run that are shown at either end
constexpr uint32_t kHead = 36;    // columns before the text

bool is_far(const BlockTrace& block) {
  return !block.kept &&
         (block.label.part == PagePart::kBefore || block.label.part == PagePart::kAfter);
}

// One line: the text is cut at the width, within a word where that is too long.
std::string shorten(const std::string& text, uint32_t width) {
  const uint32_t room = width > 4 ? width - 4 : 1;
  const auto lines = wrap(clean(text), room);
  if (lines.empty()) return {};
  const std::string_view line = lines.front();
  size_t end = 0;
  for (uint32_t columns = 0; end < line.size();) {
    const std::string_view sign = line.substr(end, decode_utf8(line, end).length);
    columns += columns_of(sign);
    if (columns > room) break;
    end += sign.size();
  }
  const bool whole = lines.size() == 1 && end == line.size();
  return std::string(line.substr(0, end)) + (whole ? "" : " ...");
}

void append_block(std::string& out, const BlockTrace& block, const ReportOptions& options) {
  const std::string what = block.kept ? std::string(name_of(block.block))
                                      : fmt::format("- {}", name_of(block.furniture));
  const std::string_view tag = std::string_view(block.path).substr(block.path.rfind(' ') + 1);
  const std::string line = fmt::format(
      "{:<14} {:<10} {:.2f} {:<4} {}", what, name_of(block.label.part), block.label.confidence,
      tag.substr(0, 4), shorten(block.text, options.width > kHead ? options.width - kHead : 20));
  out += painted(line, block.kept ? Paint::kPlain : Paint::kQuiet, options);
  out += '\n';
}

}  // namespace

void append_trace(std::string& out, const std::vector<BlockTrace>& trace,
                  const ReportOptions& options) {
  if (trace.empty()) {
    out += "no blocks: clean text is kept as it is, and an empty page has none\n";
    return;
  }
  out += painted(
      fmt::format("{:<14} {:<10} {:<4} {:<4} {}", "kept as", "part", "sure", "tag", "begins"),
      Paint::kHead, options);
  out += '\n';
  for (size_t i = 0; i < trace.size();) {
    size_t end = i;
    while (end < trace.size() && is_far(trace[end])) ++end;
    const bool fold = end - i > 2 * kShownEnds + 1;
    for (size_t k = i; k < end; ++k) {
      if (fold && k == i + kShownEnds) {
        const size_t hidden = end - i - 2 * kShownEnds;
        out += painted(fmt::format("... {} more", hidden), Paint::kQuiet, options) + '\n';
        k += hidden;
      }
      append_block(out, trace[k], options);
    }
    i = end;
    if (i < trace.size()) append_block(out, trace[i++], options);
  }
}

}  // namespace demarche
