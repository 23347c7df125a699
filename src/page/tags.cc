// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "page/tags.h"

#include <algorithm>
#include <array>
#include <utility>

namespace demarche {
namespace {

using enum TagRole;
constexpr std::array<std::pair<std::string_view, TagRole>, 71> kRoles = {{
    {"address", kBlock},    {"article", kBlock},    {"aside", kBlock},   {"audio", kSkip},
    {"blockquote", kBlock}, {"body", kBlock},       {"br", kBreak},      {"button", kSkip},
    {"canvas", kSkip},      {"caption", kBlock},    {"center", kBlock},  {"datalist", kSkip},
    {"dd", kBlock},         {"details", kBlock},    {"dialog", kBlock},  {"dir", kBlock},
    {"div", kBlock},        {"dl", kBlock},         {"dt", kBlock},      {"embed", kSkip},
    {"fieldset", kBlock},   {"figcaption", kBlock}, {"figure", kBlock},  {"footer", kBlock},
    {"form", kBlock},       {"frameset", kBlock},   {"h1", kBlock},      {"h2", kBlock},
    {"h3", kBlock},         {"h4", kBlock},         {"h5", kBlock},      {"h6", kBlock},
    {"header", kBlock},     {"hgroup", kBlock},     {"hr", kRule},       {"html", kBlock},
    {"iframe", kSkip},      {"input", kSkip},       {"legend", kBlock},  {"li", kBlock},
    {"listing", kBlock},    {"main", kBlock},       {"map", kSkip},      {"menu", kBlock},
    {"nav", kBlock},        {"noframes", kSkip},    {"noscript", kSkip}, {"object", kSkip},
    {"ol", kBlock},         {"optgroup", kSkip},    {"option", kSkip},   {"p", kBlock},
    {"pre", kBlock},        {"script", kSkip},      {"section", kBlock}, {"select", kSkip},
    {"style", kSkip},       {"summary", kBlock},    {"svg", kSkip},      {"table", kBlock},
    {"tbody", kBlock},      {"td", kBlock},         {"template", kSkip}, {"textarea", kSkip},
    {"tfoot", kBlock},      {"th", kBlock},         {"thead", kBlock},   {"tr", kBlock},
    {"ul", kBlock},         {"video", kSkip},       {"xmp", kBlock},
}};
static_assert(std::ranges::is_sorted(kRoles, {}, [](const auto& row) { return row.first; }));

}  // namespace

TagRole role_of(std::string_view tag) {
  const auto* row =
      std::ranges::lower_bound(kRoles, tag, {}, [](const auto& pair) { return pair.first; });
  if (row != kRoles.end() && row->first == tag) return row->second;
  return tag.find('-') == std::string_view::npos ? kInline : kBlock;
}

bool ends_foreign(std::string_view tag) {
  using std::string_view_literals::operator""sv;
  static constexpr std::array kTags = {
      "b"sv,     "big"sv,  "blockquote"sv, "body"sv,   "br"sv,    "center"sv, "code"sv,  "dd"sv,
      "div"sv,   "dl"sv,   "dt"sv,         "em"sv,     "embed"sv, "h1"sv,     "h2"sv,    "h3"sv,
      "h4"sv,    "h5"sv,   "h6"sv,         "head"sv,   "hr"sv,    "i"sv,      "img"sv,   "li"sv,
      "menu"sv,  "meta"sv, "nobr"sv,       "ol"sv,     "p"sv,     "pre"sv,    "ruby"sv,  "s"sv,
      "small"sv, "span"sv, "strike"sv,     "strong"sv, "sub"sv,   "sup"sv,    "table"sv, "tt"sv,
      "u"sv,     "ul"sv,   "var"sv};
  static_assert(std::ranges::is_sorted(kTags));
  return std::ranges::binary_search(kTags, tag);
}

bool holds_html(std::string_view tag) {
  return tag == "foreignobject" || tag == "desc" || tag == "title" || tag == "template";
}

}  // namespace demarche
