// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "page/element.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/strings.h"
#include "base/utf8.h"

namespace demarche {
namespace {

constexpr size_t kMarks = 200;  // bytes of class words kept of one element

bool has_attribute(const XmlChar** attributes, std::string_view name) {
  for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
    if (view(attributes[0]) == name) return true;
  }
  return false;
}

bool has_any(std::string_view text, std::span<const std::string_view> parts) {
  return std::ranges::any_of(
      parts, [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

}  // namespace

std::string_view attribute(const XmlChar** attributes, std::string_view name) {
  for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
    if (view(attributes[0]) == name) return view(attributes[1]);
  }
  return {};
}

std::string make_marks(const XmlChar** attributes) {
  std::string marks;
  bool ascii = true;
  for (const std::string_view name : {"class", "id", "role", "itemprop"}) {
    std::string_view words = trim(attribute(attributes, name));
    if (words.empty() || marks.size() >= kMarks) continue;
    if (!marks.empty()) marks += ' ';
    words = words.substr(0, kMarks - std::min(kMarks, marks.size()));
    while (!words.empty() && static_cast<unsigned char>(words.back()) >= 128)
      words.remove_suffix(1);
    for (const char c : words) {
      ascii = ascii && static_cast<unsigned char>(c) < 128;
      const bool white = c == ' ' || (c >= '\t' && c <= '\r');
      marks += white ? ' ' : (c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    }
  }
  return ascii ? marks : repair_utf8(marks).text;
}

std::string make_type(std::string_view itemtype) {
  constexpr size_t kMostBytes = 64;
  itemtype = trim(itemtype.substr(0, 4 * kMostBytes));
  itemtype = itemtype.substr(itemtype.find_last_of("/# ") + 1);
  const bool ascii = std::ranges::all_of(itemtype, is_ascii_alpha);
  return ascii && itemtype.size() <= kMostBytes ? to_lower_ascii(itemtype) : std::string();
}

bool is_hidden(const XmlChar** attributes, std::string_view marks) {
  if (attributes == nullptr) return false;
  if (has_attribute(attributes, "hidden")) {
    // A page that is streamed puts its late parts into hidden boxes S:0, S:1 ... and shows them.
    return attribute(attributes, "hidden") != "until-found" &&
           !attribute(attributes, "id").starts_with("S:");
  }
  const std::string_view style = attribute(attributes, "style");
  if (!style.empty()) {
    std::string packed;
    for (const char c : style.substr(0, 1024)) {
      if (!is_ascii_space(c)) packed += c;
    }
    packed = to_lower_ascii(packed);
    if (packed.find("display:none") != std::string::npos ||
        packed.find("visibility:hidden") != std::string::npos) {
      return true;
    }
  }
  if (attribute(attributes, "aria-hidden") == "true") {
    for (const std::string_view word :
         {"modal", "overlay", "popup", "drawer", "offcanvas", "menu"}) {
      if (marks.find(word) != std::string_view::npos) return true;
    }
  }
  return false;
}

bool is_author_mark(std::string_view marks) {
  using std::string_view_literals::operator""sv;
  constexpr std::array kYes = {"author"sv, "byline"sv, "autor"sv, "auteur"sv};
  constexpr std::array kNo = {"authors-list"sv, "author-box"sv, "author-bio"sv, "image"sv,
                              "img"sv,          "avatar"sv,     "photo"sv,      "social"sv,
                              "follow"sv,       "comment"sv,    "related"sv,    "authorbox"sv,
                              "desc"sv,         "job"sv,        "title"sv,      "date"sv,
                              "autoriz"sv,      "authorit"sv,   "authoriz"sv,   "twitter"sv};
  if (marks.find("aut") == std::string_view::npos && marks.find("byline") == std::string_view::npos)
    return false;
  return has_any(marks, kYes) && !has_any(marks, kNo);
}

bool is_author_link(std::string_view href) {
  using std::string_view_literals::operator""sv;
  constexpr std::array kNames = {"author/"sv, "authors/"sv, "autor/"sv,    "autoren/"sv,
                                 "auteur/"sv, "auteurs/"sv, "autores/"sv,  "autore/"sv,
                                 "byline/"sv, "profile/"sv, "reporter/"sv, "journalist/"sv};
  href = href.substr(0, 256);
  for (size_t at = href.find('/'); at != std::string_view::npos; at = href.find('/', at + 1)) {
    const char first = at + 1 < href.size() ? href[at + 1] : '\0';
    if (first != 'a' && first != 'b' && first != 'p' && first != 'r' && first != 'j') continue;
    for (const std::string_view name : kNames) {
      if (href.substr(at + 1).starts_with(name)) return true;
    }
  }
  return false;
}

}  // namespace demarche
