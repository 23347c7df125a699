// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "page/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/errors.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "page/attributes.h"
#include "page/encoding.h"
#include "page/html.h"
#include "page/json_page.h"

namespace demarche {
namespace {

constexpr size_t kAttributes = 256;  // of one tag

// Tags that begin a page or a fragment of one.
constexpr std::array kOpeners = {
    "!doctype html", "html",  "head", "body", "meta",    "title",   "link", "script",
    "style",         "div",   "p",    "span", "article", "section", "main", "header",
    "nav",           "table", "h1",   "h2",   "a",       "br",      "img",  "ul"};

bool begins_tag(std::string_view lower) {
  if (lower.empty() || lower.front() != '<') return false;
  lower.remove_prefix(1);
  return std::ranges::any_of(kOpeners, [&](std::string_view name) {
    if (!lower.starts_with(name) || lower.size() <= name.size()) return false;
    const char after = lower[name.size()];
    return after == '>' || after == '/' || is_ascii_space(after);
  });
}

bool is_blank(std::string_view utf8) {
  for (size_t at = 0; at < utf8.size();) {
    const CodePoint c = decode_utf8(utf8, at);
    if (!is_space(c.value) && c.value != 0xFEFF) return false;
    at += c.length;
  }
  return true;
}

std::string_view cut_ends(std::string_view line) {
  size_t begin = 0;
  while (begin < line.size()) {
    const CodePoint c = decode_utf8(line, begin);
    if (!is_space(c.value) && c.value != 0xFEFF) break;
    begin += c.length;
  }
  size_t end = line.size();
  while (end > begin) {
    size_t last = end - 1;
    while (last > begin && (static_cast<unsigned char>(line[last]) & 0xC0U) == 0x80) --last;
    if (!is_space(decode_utf8(line, last).value)) break;
    end = last;
  }
  return line.substr(begin, end - begin);
}

// The lines of a text page; CR, LF, CR LF, form feed and the Unicode separators end a line.
void read_lines(std::string_view text, const Limits& limits, Page& page) {
  uint32_t line = 1;
  bool gap = false;
  size_t dropped = 0;
  for (size_t at = 0; at <= text.size();) {
    size_t end = text.find_first_of("\r\n\f", at);
    if (end == std::string_view::npos) end = text.size();
    const std::string_view content = cut_ends(text.substr(at, end - at));
    if (content.empty()) {
      gap = true;
    } else if (page.blocks.size() < limits.blocks) {
      PageBlock block;
      block.text = content;
      block.line = line;
      block.after_gap = gap;
      page.blocks.push_back(std::move(block));
      gap = false;
    } else {
      ++dropped;
    }
    ++line;
    at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  if (dropped > 0) {
    page.notes.push_back({"page", "limit_blocks", fmt::format("{} blocks dropped", dropped)});
  }
}

}  // namespace

PageKind guess_page_kind(std::string_view bytes) {
  std::string head;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
                    guess_utf16(bytes.substr(0, 4096)).likely;
  for (const char c : bytes.substr(0, wide ? 4096 : 2048)) {
    if (!wide || (c != 0 && static_cast<unsigned char>(c) < 0xFE)) head += c;
  }
  head = to_lower_ascii(head);
  std::string_view text = trim(head);
  for (int i = 0; i < 16 && (text.starts_with("<!--") || text.starts_with("<?xml")); ++i) {
    const std::string_view close = text.starts_with("<?") ? "?>" : "-->";
    const size_t end = text.find(close);
    if (end == std::string_view::npos) return PageKind::kHtml;
    text = trim(text.substr(end + close.size()));
  }
  if (begins_tag(text)) return PageKind::kHtml;
  for (const std::string_view sign : {"<!doctype html", "<html", "<head>", "<body"}) {
    if (text.find(sign) != std::string_view::npos) return PageKind::kHtml;
  }
  if (is_json_page(bytes)) return PageKind::kHtml;
  return PageKind::kText;
}

Result<Page> read_page(std::string_view bytes, const PageOptions& options) {
  if (bytes.size() > options.limits.file_bytes) {
    return fail(errors::too_large("page", options.limits.file_bytes));
  }
  Result<Decoded> decoded = decode_page(bytes, options.kind, options.content_type);
  if (!decoded) return fail(decoded.error());
  Page page;
  page.kind = options.kind;
  page.notes = std::move(decoded->notes);
  switch (options.kind) {
    case PageKind::kHtml:
      if (is_json_page(decoded->text)) {
        read_json_page(std::move(decoded->text), page);
        return page;
      }
      std::ranges::replace(decoded->text, '\0', ' ');
      if (const size_t tags = blank_surplus_attributes(decoded->text, kAttributes); tags > 0) {
        page.notes.push_back(
            {"page", "limit_attributes",
             fmt::format("{} tags of more than {} attributes cut", tags, kAttributes)});
      }
      read_html(decoded->text, options.limits, page);
      break;
    case PageKind::kText:
      read_lines(decoded->text, options.limits, page);
      break;
    case PageKind::kProse:
      page.text = std::move(decoded->text);
      break;
  }
  if (page.kind == PageKind::kProse ? is_blank(page.text) : page.blocks.empty()) {
    page.notes.push_back({"page", "empty", "no text in it"});
  }
  return page;
}

}  // namespace demarche
