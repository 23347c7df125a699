// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/state.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "article/dates.h"
#include "article/fragment.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace demarche {
namespace {

namespace dom = simdjson::dom;

constexpr size_t kEnough = 1200;     // bytes of paragraphs on the page itself
constexpr size_t kLeast = 400;       // bytes of an article
constexpr size_t kMost = 1U << 20U;  // bytes of one value read
constexpr size_t kNodes = 200000;
constexpr size_t kHits = 200;

size_t count_sentences(std::string_view text) {
  size_t count = 0;
  for (const std::string_view mark :
       {". ", ".\n", "? ", "! ", ".\xE2\x80\x9D", "\xE3\x80\x82", "\xE0\xA5\xA4", "\xDB\x94"}) {
    for (size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1))
      ++count;
  }
  return count;
}

// Much of it in short lines: the page's menus are in it.
bool is_menu(std::string_view text) {
  size_t lines = 0;
  size_t small = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++lines;
    small += line.size() < 40 ? 1 : 0;
  }
  return small * 2 > lines;
}

bool is_text_key(std::string_view key) {
  constexpr std::array<std::string_view, 16> kKeys = {
      "articlebody", "body",       "bodytext",    "bodyhtml",   "content",   "contenthtml",
      "html",        "text",       "articletext", "story",      "plaintext", "storybody",
      "maincontent", "paragraphs", "value",       "contentbody"};
  std::string letters;
  for (const char c : key.substr(0, 40)) {
    if (is_ascii_alpha(c)) letters += c;
  }
  return std::ranges::find(kKeys, to_lower_ascii(letters)) != kKeys.end();
}

// Looks through values for the longest text.
class Search {
 public:
  void offer(std::string_view value) {
    if (value.size() < std::max(kLeast, best_.size())) return;
    std::string text = text_of_fragment(value.substr(0, kMost));
    if (text.size() > std::max(kLeast, best_.size()) && count_sentences(text) >= 3 &&
        !is_menu(text))
      best_ = std::move(text);
  }

  void walk(const dom::element& root) {
    std::vector<dom::element> open = {root};
    while (!open.empty() && nodes_ < kNodes) {
      const dom::element value = open.back();
      open.pop_back();
      ++nodes_;
      dom::array list;
      dom::object object;
      if (value.get(list) == simdjson::SUCCESS) {
        offer_list(list);
        for (const dom::element item : list) {
          if (!item.is_string()) open.push_back(item);
        }
      } else if (value.get(object) == simdjson::SUCCESS) {
        for (const auto field : object) {
          std::string_view text;
          if (field.value.get(text) == simdjson::SUCCESS) {
            if (text.size() >= kLeast && is_text_key(field.key)) offer(text);
          } else if (field.value.is_object() || field.value.is_array()) {
            open.push_back(field.value);
          }
        }
      }
    }
  }
  std::string take() { return std::move(best_); }

 private:
  // Paragraphs as strings, or as objects with a text.
  void offer_list(const dom::array& list) {
    std::string all;
    size_t items = 0;
    for (const dom::element item : list) {
      std::string_view text;
      dom::object object;
      if (item.get(text) != simdjson::SUCCESS && item.get(object) == simdjson::SUCCESS) {
        for (const std::string_view key : {"text", "content", "html", "value", "body"}) {
          if (object[key].get(text) == simdjson::SUCCESS) break;
        }
      }
      if (text.size() < 20 || all.size() + text.size() > kMost) continue;
      if (!all.empty()) all += "<p>";
      all += text;
      ++items;
    }
    if (items >= 3) offer(all);
  }

  std::string best_;
  size_t nodes_ = 0;
};

// The rows "id:Tsize,text" in the pieces that a streamed application pushes.
void search_rows(std::string_view rows, Search& search) {
  for (size_t at = rows.find(":T"); at != std::string_view::npos; at = rows.find(":T", at + 2)) {
    const size_t comma = rows.substr(0, std::min(rows.size(), at + 12)).find(',', at);
    if (comma == std::string_view::npos) continue;
    size_t size = 0;
    const auto [stop, error] = std::from_chars(rows.data() + at + 2, rows.data() + comma, size, 16);
    if (error != std::errc{} || stop != rows.data() + comma || size < kLeast) continue;
    search.offer(rows.substr(comma + 1, size));
  }
}

bool has_text_enough(const Page& page) {
  size_t sum = 0;
  for (const PageBlock& block : page.blocks) {
    if (block.text.size() >= 80 && block.link_share < 0.5F) sum += block.text.size();
    if (sum >= kEnough) return true;
  }
  return false;
}

// The string in "self.name.push([1, "..."])", added to `rows`.
void add_push(std::string_view script, dom::parser& parser, std::string& rows) {
  const size_t open = script.find("push(");
  const size_t close = script.rfind(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open + 5) return;
  dom::element root;
  dom::array list;
  const simdjson::padded_string json(script.substr(open + 5, close - open - 5));
  if (parser.parse(json).get(root) != simdjson::SUCCESS || root.get(list) != simdjson::SUCCESS)
    return;
  for (const dom::element item : list) {
    std::string_view text;
    if (item.get(text) == simdjson::SUCCESS) rows += text;
  }
}

}  // namespace

std::string find_state_body(const Page& page) {
  if (page.states.empty() || has_text_enough(page)) return {};
  Search search;
  dom::parser parser;
  std::string rows;
  for (const std::string& script : page.states) {
    const std::string_view view = trim(script);
    const std::string_view head = view.substr(0, 60);
    if (head.find(".push(") != std::string_view::npos) {
      add_push(view, parser, rows);
      continue;
    }
    // "window.STATE = {...};" as well as bare JSON.
    const size_t begin = view.find_first_of("{[");
    const size_t end = view.find_last_of("}]");
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) continue;
    dom::element root;
    const simdjson::padded_string json(view.substr(begin, end - begin + 1));
    if (parser.parse(json).get(root) == simdjson::SUCCESS) search.walk(root);
  }
  search_rows(rows, search);
  return repair_utf8(search.take()).text;
}

bool is_published_key(std::string_view name) {
  constexpr auto kKeys = std::to_array<std::string_view>({"articledateoriginal",
                                                          "articlepublished",
                                                          "articlepublishedat",
                                                          "articlepublisheddate",
                                                          "articlepublishedtime",
                                                          "btpubdate",
                                                          "citationpublicationdate",
                                                          "cxenseparsepublishtime",
                                                          "cxenseparserecspublishtime",
                                                          "datepublished",
                                                          "dcdateissued",
                                                          "dctermsissued",
                                                          "firstpublished",
                                                          "firstpublishedat",
                                                          "firstpublisheddate",
                                                          "ogpublishedtime",
                                                          "originalpublicationdate",
                                                          "parselypubdate",
                                                          "pubdate",
                                                          "publicationdate",
                                                          "publicationtime",
                                                          "publicationdatetime",
                                                          "publishat",
                                                          "publishdate",
                                                          "publishdatetime",
                                                          "published",
                                                          "publishedat",
                                                          "publisheddate",
                                                          "publisheddatetime",
                                                          "publishedtime",
                                                          "publishedon",
                                                          "publishingdate",
                                                          "publishtime",
                                                          "releasedate",
                                                          "rnewsdatepublished",
                                                          "sailthrudate"});
  std::string letters;
  for (const char c : name.substr(0, 48)) {
    if (is_ascii_alpha(c)) letters += c;
  }
  return std::ranges::find(kKeys, to_lower_ascii(letters)) != kKeys.end();
}

std::string find_state_date(const std::vector<std::string>& states) {
  const auto in_name = [](char c) { return is_ascii_alpha(c) || c == '_' || c == '-'; };
  size_t hits = 0;
  for (const std::string& script : states) {
    const std::string_view text = script;
    for (size_t at = text.find("ubli"); at != std::string_view::npos && hits < kHits;
         at = text.find("ubli", at + 4)) {
      ++hits;
      size_t begin = at;
      while (begin > 0 && at - begin < 32 && in_name(text[begin - 1])) --begin;
      size_t end = at;
      while (end < text.size() && end - at < 32 && in_name(text[end])) ++end;
      if (!is_published_key(text.substr(begin, end - begin))) continue;
      const size_t value = text.find_first_not_of("\\\": ", end);
      if (value == std::string_view::npos || value == end || value - end > 8) continue;
      const std::string_view written = text.substr(value, 40);
      const std::optional<FoundDate> found = find_date(written);
      if (found && found->begin == 0) return std::string(written.substr(0, found->end));
    }
  }
  return {};
}

}  // namespace demarche
