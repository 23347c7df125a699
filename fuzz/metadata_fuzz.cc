// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "article/comments.h"
#include "article/dates.h"
#include "article/html_body.h"
#include "article/json_ld.h"
#include "article/lead_image.h"
#include "article/live.h"
#include "article/metadata.h"
#include "article/state.h"
#include "article/text_index.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "page/encoding.h"
#include "page/prescan.h"

// Any bytes are the data of a page: JSON-LD, broken as it may be, dates, names, the state of an
// application, declared encodings. What comes out is valid UTF-8, and dates lie within the text. As
// a page of their own they have a picture with an address, entries with the times that the page
// gives them, and comments that are no part of what is kept.

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_valid(std::string_view text) { return demarche::repair_utf8(text).replaced == 0; }

void check(const demarche::LinkedData& data) {
  for (const std::string* text : {&data.headline, &data.published, &data.modified, &data.site,
                                  &data.description, &data.section, &data.language, &data.body})
    require(is_valid(*text));
  for (const demarche::Author& author : data.authors) require(!author.name.empty());
}

void check_dates(std::string_view text) {
  for (const bool month_first : {false, true}) {
    const auto found = demarche::find_date(text, month_first);
    if (!found) continue;
    require(found->begin < found->end && found->end <= text.size());
    require(found->value.starts_with(demarche::format_day(found->day)));
    // What was written is read back as the same instant.
    const auto again = demarche::find_date(found->value);
    require(again && again->value == found->value && again->day == found->day);
  }
  demarche::is_date_line(text);
  demarche::find_url_day(text);
}

// An address leads somewhere, and has no sign that none has.
void check_image(const demarche::Page& page, const demarche::LinkedData& data) {
  for (const std::string_view url : {"", "https://kestrel.example/2031/ferry?a=1#b", "https://"}) {
    const std::string image = demarche::find_lead_image(page, data, url);
    require(is_valid(image));
    require(std::ranges::none_of(image, [](char c) {
      return (static_cast<unsigned char>(c) <= 0x20) || c == 0x7F || c == '"' || c == '<';
    }));
    const size_t scheme = image.find("://");
    const bool absolute = demarche::has_prefix_nocase(image, "http://") ||
                          demarche::has_prefix_nocase(image, "https://");
    require(image.empty() || absolute || url.size() < 10);
    require(!absolute || image.find_first_of("/?#:@", scheme + 3) != scheme + 3);
    require(!absolute || image.size() > scheme + 3);
  }
}

bool is_kept_text(const demarche::DraftItem& item) {
  return item.kept && item.block != demarche::BlockKind::kTitle;
}

// Only what is kept has a time, which is one that the page gives; where entries of the page's data
// are told by their words, it is their own.
void check_live(const demarche::Page& page, const demarche::LinkedData& data,
                demarche::HtmlBody body) {
  const demarche::Draft before = body.draft;
  demarche::find_live_times(page, data, body);
  require(body.draft.size() == before.size());
  std::multiset<std::string> given;
  for (const demarche::MetaItem& item : page.meta) {
    if (item.name == "<time datetime>" || item.name == "<itemprop datepublished>")
      given.insert(demarche::instant_of(item.content));
  }
  demarche::TextIndex index;
  std::vector<std::string> times;
  for (const demarche::LiveEntry& entry : data.live) {
    index.add(demarche::squeeze_text(entry.body), static_cast<uint32_t>(times.size()));
    times.push_back(demarche::instant_of(entry.published));
    given.insert(times.back());
  }
  uint32_t last = demarche::TextIndex::kNone;
  size_t told = 0;  // entries one after the other
  std::vector<uint32_t> entry_of;
  for (const demarche::DraftItem& item : before) {
    entry_of.push_back(is_kept_text(item) ? index.find(demarche::squeeze_text(item.text))
                                          : demarche::TextIndex::kNone);
    if (entry_of.back() == demarche::TextIndex::kNone) continue;
    told += entry_of.back() != last ? 1 : 0;
    last = entry_of.back();
  }
  for (size_t i = 0; i < body.draft.size(); ++i) {
    const demarche::DraftItem& item = body.draft[i];
    require(item.text == before[i].text);
    if (!item.time.empty()) {
      require(item.kept && given.size() >= 2 && given.contains(item.time));
      require(demarche::instant_of(item.time) == item.time);
    }
    if (told < 2 || data.live.size() < 2 || entry_of[i] == demarche::TextIndex::kNone) continue;
    require(times[entry_of[i]].empty() || item.time == times[entry_of[i]]);
  }
}

bool is_paragraph(const demarche::DraftItem& item) {
  return is_kept_text(item) && item.block != demarche::BlockKind::kCaption &&
         item.block != demarche::BlockKind::kHeading;
}

// Whether what holds a block is a comment by its type.
bool is_in_comment(const demarche::Page& page, uint32_t element) {
  while (element != demarche::PageElement::kNone) {
    const demarche::PageElement& here = page.elements[element];
    const bool whole = here.tag == "html" || here.tag == "body" || here.tag == "main";
    if (!whole && here.type == "comment") return true;
    element = here.parent;
  }
  return false;
}

// Comments are dropped, or nothing is: where some are, more than a paragraph is left, and none of
// the page's comments is in it.
void check_comments(const demarche::Page& page, const demarche::LinkedData& data,
                    demarche::HtmlBody body) {
  const demarche::Draft before = body.draft;
  demarche::drop_comments(page, data, body);
  require(body.draft.size() == before.size());
  size_t dropped = 0;
  size_t left = 0;
  for (size_t i = 0; i < before.size(); ++i) {
    const demarche::DraftItem& item = body.draft[i];
    require(item.text == before[i].text && (before[i].kept || !item.kept));
    if (before[i].kept != item.kept) {
      ++dropped;
      require(item.furniture == demarche::FurnitureKind::kComment);
    }
    if (is_paragraph(item)) left += item.text.size();
  }
  if (dropped == 0) return;
  require(left >= 200);
  demarche::TextIndex index;
  std::set<std::string> comments;
  for (const std::string& comment : data.comments) {
    const std::string key = demarche::squeeze_text(comment);
    if (comments.insert(key).second) index.add(key, static_cast<uint32_t>(comments.size()));
  }
  for (size_t i = 0; i < before.size(); ++i) {
    if (!is_paragraph(body.draft[i]) || body.facts[i].told) continue;
    const std::string key = demarche::squeeze_text(body.draft[i].text);
    // What two comments have decides nothing.
    require(!comments.contains(key) || index.find(key) == demarche::TextIndex::kNone);
    require(!is_in_comment(page, page.blocks[i].element));
  }
}

void check_page(std::string_view bytes) {
  const auto page = demarche::read_page(bytes, {.kind = demarche::PageKind::kHtml});
  if (!page) return;
  std::vector<demarche::Note> notes;
  const demarche::HtmlHead head = demarche::read_html_head(*page, {}, notes);
  check_image(*page, head.data);
  const demarche::HtmlBody body =
      demarche::find_html_body(*page, head.data, head.title, head.description);
  require(body.draft.size() == page->blocks.size());
  check_live(*page, head.data, body);
  check_comments(*page, head.data, body);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string text = demarche::repair_utf8(bytes).text;
  std::vector<demarche::Note> notes;
  check(demarche::read_json_ld({text}, notes));
  check_dates(text);
  for (const demarche::Author& author : demarche::split_authors(text, "Velmark Daily"))
    require(!author.name.empty() && is_valid(author.name));

  demarche::Page page{.kind = demarche::PageKind::kHtml};
  page.states = {text};
  require(is_valid(demarche::find_state_body(page)));
  demarche::find_state_date(page.states);

  check_page(bytes);

  const std::string label = demarche::find_declared_label(bytes);
  require(label.empty() || !demarche::find_encoding(label).empty());
  const auto decoded = demarche::decode_page(bytes, demarche::PageKind::kHtml, text.substr(0, 64));
  require(!decoded || is_valid(decoded->text));
  return 0;
}
