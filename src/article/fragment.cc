// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/fragment.h"

#include <algorithm>
#include <array>

#include "article/references.h"
#include "base/strings.h"

namespace demarche {
namespace {

bool is_block_tag(std::string_view tag) {
  constexpr std::array<std::string_view, 12> kBlocks = {
      "p", "div", "br", "h1", "h2", "h3", "h4", "li", "blockquote", "ul", "section", "figure"};
  return std::ranges::find(kBlocks, tag) != kBlocks.end();
}

// "a < b" has none.
bool begins_tag(std::string_view html) {
  if (html.size() < 2) return false;
  const char next = html[1];
  return is_ascii_alpha(next) || next == '/' || next == '!' || next == '?';
}

}  // namespace

std::string text_of_fragment(std::string_view html) {
  std::string out;
  std::string_view skipped;  // the element whose end is waited for
  for (size_t at = 0; at < html.size();) {
    const size_t open = std::min(html.find('<', at), html.size());
    if (skipped.empty()) out += html.substr(at, open - at);
    if (open >= html.size()) break;
    if (!begins_tag(html.substr(open))) {
      if (skipped.empty()) out += '<';
      at = open + 1;
      continue;
    }
    const size_t end = html.find('>', open);
    if (end == std::string_view::npos || open + 1 >= html.size()) break;
    const bool closes = html[open + 1] == '/';
    const size_t begin = open + (closes ? 2 : 1);
    size_t stop = begin;
    while (stop < end && !is_ascii_space(html[stop]) && html[stop] != '/') ++stop;
    const std::string tag = to_lower_ascii(html.substr(begin, std::min<size_t>(stop - begin, 16)));
    at = end + 1;
    if (!skipped.empty()) {
      if (closes && tag == skipped) skipped = {};
      continue;
    }
    for (const std::string_view name : {"script", "style", "figcaption", "template"}) {
      if (!closes && tag == name) skipped = name;
    }
    if (is_block_tag(tag)) out += '\n';
  }
  std::string lines;
  const std::string decoded = decode_references(out);
  for (const std::string_view line : split(decoded, '\n')) {
    const std::string folded = fold_space(line);
    if (folded.empty()) continue;
    if (!lines.empty()) lines += '\n';
    lines += folded;
  }
  return lines;
}

std::string without_tags(std::string_view html) {
  std::string out;
  for (size_t at = 0; at < html.size();) {
    const size_t end = html[at] == '<' ? html.find('>', at) : std::string_view::npos;
    if (end == std::string_view::npos) {
      out += html[at++];
    } else {
      out += ' ';
      at = end + 1;
    }
  }
  return out;
}

}  // namespace demarche
