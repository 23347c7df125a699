// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "format/layout.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"

namespace demarche {
namespace {

constexpr uint32_t kIndent = 2, kGap = 3;

uint32_t usable(const ReportOptions& options) { return std::max(options.width, 30U); }

uint32_t columns_of_sign(uint32_t value) {
  const auto c = static_cast<UChar32>(value);
  const auto type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int wide = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

uint32_t columns_of(std::string_view text) {
  uint32_t result = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    result += point.value < 0x80 ? 1 : columns_of_sign(point.value);
    at += point.length;
  }
  return result;
}

// Also the marks that turn the direction of writing: they would reorder our own words.
std::string clean(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    const uint32_t c = point.value;
    const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    if (c < 0x20 || (c >= 0x7F && c < 0xA0) || turns) {
      result += ' ';
    } else {
      append_utf8(result, c);
    }
    at += point.length;
  }
  return fold_space(result);
}

size_t words_in(std::string_view text) {
  size_t words = 0;
  bool space = true;
  for (const char c : text) {
    words += space && !is_ascii_space(c) ? 1 : 0;
    space = is_ascii_space(c);
  }
  return words;
}

std::vector<std::string> wrap(std::string_view text, uint32_t width) {
  std::vector<std::string> lines;
  uint32_t used = 0;
  const std::string folded = clean(text);
  for (const std::string_view word : split(folded, ' ')) {
    if (word.empty()) continue;
    const uint32_t columns = columns_of(word);
    if (lines.empty() || used + 1 + columns > width) {
      lines.emplace_back(word);
      used = columns;
    } else {
      lines.back() += ' ';
      lines.back() += word;
      used += 1 + columns;
    }
  }
  return lines;
}

namespace {

// The beginning of a folded text that takes `room` columns at most: whole words, and part of one
// where that alone takes more.
std::string_view begin_of(std::string_view text, uint32_t room) {
  size_t end = 0;
  size_t word_end = 0;
  for (uint32_t columns = 0; end < text.size();) {
    const std::string_view sign = text.substr(end, decode_utf8(text, end).length);
    columns += columns_of(sign);
    if (columns > room) break;
    if (sign == " ") word_end = end;
    end += sign.size();
  }
  const bool inside = end < text.size() && text[end] != ' ';
  return text.substr(0, inside && word_end > 0 ? word_end : end);
}

}  // namespace

std::string shorten(std::string_view text, uint32_t width) {
  const std::string whole = clean(text);
  if (columns_of(whole) <= width) return whole;
  constexpr std::string_view kMore = " ... ";
  const size_t words = words_in(whole);
  const size_t end = kMore.size() + fmt::format("+{}", words).size();
  const std::string_view begin =
      begin_of(whole, width > end ? width - static_cast<uint32_t>(end) : 1);
  const size_t left = words_in(std::string_view(whole).substr(begin.size()));
  // Where writing has no spaces, a count of words says nothing.
  if (left == 0 || words == 1 || whole[begin.size()] != ' ')
    return std::string(begin).append(kMore.substr(0, 4));
  return fmt::format("{}{}+{}", begin, kMore, left);
}

std::string shorten_address(std::string_view address, uint32_t width) {
  const std::string whole = clean(address);
  if (columns_of(whole) <= width) return whole;
  constexpr std::string_view kCut = "...";
  const uint32_t room = std::max<uint32_t>(width, kCut.size() + 2) - kCut.size();
  const std::string_view begin = begin_of(whole, room - room / 2);
  size_t end = whole.size();
  for (uint32_t columns = 0; end > 0;) {
    size_t before = end - 1;
    while (before > 0 && (static_cast<unsigned char>(whole[before]) & 0xC0U) == 0x80) --before;
    columns += columns_of(std::string_view(whole).substr(before, end - before));
    if (columns > room / 2) break;
    end = before;
  }
  return std::string(begin).append(kCut).append(whole, end);
}

std::string painted(std::string_view text, Paint paint, const ReportOptions& options) {
  if (!options.colour || paint == Paint::kPlain || text.empty()) return std::string(text);
  const std::string_view code = paint == Paint::kBold    ? "\x1b[1m"
                                : paint == Paint::kQuiet ? "\x1b[2m"
                                                         : "\x1b[1;36m";
  return std::string(code) + std::string(text) + "\x1b[0m";
}

void append_wrapped(std::string& out, std::string_view text, uint32_t indent, Paint paint,
                    const ReportOptions& options) {
  for (const auto& line : wrap(text, usable(options) - indent)) {
    out.append(indent, ' ');
    out += painted(line, paint, options);
    out += '\n';
  }
}

void append_columns(std::string& out, const std::vector<std::string>& left,
                    const std::vector<std::string>& right, const ReportOptions& options) {
  const uint32_t width = (usable(options) - kIndent - kGap) / 2;
  const size_t paragraphs = std::max(left.size(), right.size());
  for (size_t i = 0; i < paragraphs; ++i) {
    const auto a = i < left.size() ? wrap(left[i], width) : std::vector<std::string>();
    const auto b = i < right.size() ? wrap(right[i], width) : std::vector<std::string>();
    for (size_t line = 0; line < std::max(a.size(), b.size()); ++line) {
      const std::string one = line < a.size() ? a[line] : "";
      out.append(kIndent, ' ');
      out += one;
      if (line < b.size()) {
        const uint32_t used = columns_of(one);
        out.append(used < width ? width - used + kGap : kGap, ' ');
        out += b[line];
      }
      out += '\n';
    }
  }
}

}  // namespace demarche
