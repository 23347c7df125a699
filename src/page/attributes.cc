// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "page/attributes.h"

#include <algorithm>
#include <string_view>

#include "base/strings.h"

namespace demarche {
namespace {

size_t skip_space(std::string_view html, size_t at) {
  while (at < html.size() && is_ascii_space(html[at])) ++at;
  return at;
}

// The end of one attribute as the parser reads it: a name, and a value in quotes or up to a space.
size_t skip_attribute(std::string_view html, size_t at) {
  const size_t begin = at;
  while (at < html.size() && !is_ascii_space(html[at]) && html[at] != '>' && html[at] != '=') ++at;
  const size_t equals = skip_space(html, at);
  if (equals >= html.size() || html[equals] != '=') return std::max(at, begin + 1);
  at = skip_space(html, equals + 1);
  if (at >= html.size()) return html.size();
  if (html[at] == '"' || html[at] == '\'') {
    const size_t close = html.find(html[at], at + 1);
    return close == std::string_view::npos ? html.size() : close + 1;
  }
  while (at < html.size() && !is_ascii_space(html[at]) && html[at] != '>') ++at;
  return at;
}

}  // namespace

size_t blank_surplus_attributes(std::string& html, size_t most) {
  size_t tags = 0;
  // Each "<" with a letter is tried by itself: where the parser sees the tags, in scripts and
  // comments, is not known here, and a mistake may not hide the next tag.
  for (size_t open = html.find('<'); open < html.size(); open = html.find('<', open + 1)) {
    if (open + 1 >= html.size() || !is_ascii_alpha(html[open + 1])) continue;
    size_t at = open + 1;
    while (at < html.size() && !is_ascii_space(html[at]) && html[at] != '>' && html[at] != '/')
      ++at;
    size_t count = 0;
    size_t surplus = std::string::npos;
    while (at < html.size()) {
      at = skip_space(html, at);
      if (at >= html.size() || html[at] == '>') break;
      if (++count == most + 1) surplus = at;
      // More are skipped only to find the end of the tag.
      at = skip_attribute(html, at);
    }
    if (surplus == std::string::npos) continue;
    std::fill(html.begin() + static_cast<std::ptrdiff_t>(surplus),
              html.begin() + static_cast<std::ptrdiff_t>(at), ' ');
    ++tags;
  }
  return tags;
}

}  // namespace demarche
