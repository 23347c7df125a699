// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "format/trace.h"

#include <gtest/gtest.h>

#include "base/strings.h"
#include "format/layout.h"

namespace demarche {
namespace {

std::vector<std::string> show(const std::vector<BlockTrace>& trace) {
  std::string out;
  append_trace(out, trace, {.width = 80});
  std::vector<std::string> lines;
  for (const std::string_view line : split(trim(out), '\n')) lines.emplace_back(line);
  return lines;
}

BlockTrace make_block(PagePart part, std::string text) {
  return {.text = std::move(text),
          .path = "body p",
          .label = {part, 1},
          .kept = part == PagePart::kBody};
}

TEST(Trace, FoldsALongRunOfFurniture) {
  for (const size_t links : {0, 1, 12, 13, 14, 40}) {
    std::vector<BlockTrace> trace;
    for (size_t i = 0; i < links; ++i) trace.push_back(make_block(PagePart::kBefore, "a link"));
    trace.push_back(make_block(PagePart::kBody, "The ferry sails again."));
    const auto lines = show(trace);
    const bool fold = links > 13;
    EXPECT_EQ(lines.size(), 2 + (fold ? 13 : links)) << links;
    EXPECT_TRUE(lines.back().starts_with("body ")) << links;
    if (fold) {
      EXPECT_EQ(lines[7], "... " + std::to_string(links - 12) + " more");
    }
  }
}

TEST(Trace, KeepsWithinTheWidth) {
  const std::string wide = "\xE8\x88\xB9";  // takes two columns
  std::string ferry;
  for (int i = 0; i < 90; ++i) ferry += wide;
  for (const std::string& text : {std::string(300, 'x'), ferry, std::string("A\x1b[31m red line."),
                                  std::string(), std::string("one two ") + std::string(90, 'y')}) {
    for (const std::string& line : show({make_block(PagePart::kBody, text)})) {
      EXPECT_LE(columns_of(line), 80U) << line;
      EXPECT_EQ(line.find('\x1b'), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace demarche
