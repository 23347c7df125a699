// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "record/words.h"

#include <algorithm>

#include "base/strings.h"

namespace demarche {
namespace {

// Quote marks, dashes and spaces; a byte above ASCII counts as a letter but for those marks.
bool has_words(std::string_view gap) {
  const std::string folded = fold_case(gap);  // curly quotes and dashes to ASCII
  return std::any_of(folded.begin(), folded.end(), [](char c) {
    return is_ascii_alpha(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
  });
}

}  // namespace

std::string words_at(std::string_view text, const OffsetMap& offsets, const Spans& spans) {
  constexpr uint32_t kNear = 16;  // bytes: no longer gap is without words
  std::string result;
  uint32_t end = 0;
  for (const SpanRow span : spans) {
    const uint32_t from = offsets.byte(std::min(span.start, offsets.size()));
    const uint32_t to = offsets.byte(std::min(span.end, offsets.size()));
    if (to <= from) continue;
    if (!result.empty()) {
      const bool near = from >= end && from - end <= kNear;
      const std::string_view gap = near ? text.substr(end, from - end) : std::string_view();
      result += near && !has_words(gap) ? gap : std::string_view(" ... ");
    }
    result += text.substr(from, to - from);
    end = to;
  }
  return fold_space(result);
}

}  // namespace demarche
