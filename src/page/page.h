// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/evidence.h"
#include "base/limits.h"
#include "base/result.h"

namespace demarche {

/// What an input is: a page as fetched, the plain text of a crawled page (furniture included), or
/// clean text of which nothing is cut.
enum class PageKind : uint8_t { kHtml, kText, kProse };

/// An element of an HTML page that holds blocks, so that it can be told what stands together. The
/// parents come first.
struct PageElement {
  static constexpr uint32_t kNone = UINT32_MAX;
  uint32_t parent = kNone;  ///< index in Page::elements
  std::string tag;
  std::string marks;  ///< its own class, id, role and itemprop words, lower case
  std::string type;   ///< what its itemtype names, lower case: "comment"
};

/// One block of a page in page order: a paragraph-like run of an HTML page, a line of a text page.
struct PageBlock {
  std::string text;      ///< valid UTF-8; HTML: white space folded; text page: the line, ends cut
  std::string tag;       ///< innermost block element, lower case ("p", "h1", "li"); text page: ""
  std::string path;      ///< tags from the root: "html body article p"; text page: ""
  std::string marks;     ///< class, id, role and itemprop words of it and its ancestors, lower case
  float link_share = 0;  ///< share of its letters that stand in links, 0..1
  uint32_t line = 0;     ///< line of the source where it begins, from 1
  bool after_gap = false;                 ///< text page: an empty line stands before it
  uint32_t element = PageElement::kNone;  ///< html: the innermost block element, Page::elements
};

struct MetaItem {
  std::string
      name;  ///< lower case: "og:title", "article:published_time", "author", "<html lang>",
             ///< "<title>", "<link canonical>", "<time datetime>", "<itemprop datepublished>",
             ///< "<rel author>", "<link author>": a link to an author's page, "<class author>",
             ///< "<input password>": the page has a field for one, "<itemprop image>",
             ///< "<link image_src>"
  std::string content;
  uint32_t block = 0;                     ///< how many blocks stand before it
  uint32_t element = PageElement::kNone;  ///< html: what holds it, if that holds blocks before it
};

/// What the page stage gives: decoded text, cut into blocks, and the head's data. Prose has no
/// blocks: `text` is the input code point by code point.
struct Page {
  PageKind kind = PageKind::kProse;
  std::string text;                   ///< prose only; valid UTF-8
  std::vector<PageBlock> blocks;      ///< html and text pages
  std::vector<PageElement> elements;  ///< html: what holds the blocks
  std::vector<MetaItem> meta;         ///< in page order, repeated names kept
  std::vector<std::string> json_ld;   ///< the raw scripts
  std::vector<std::string> states;    ///< the raw scripts that hold the state of an application
  std::vector<Note> notes;
};

struct PageOptions {
  PageKind kind = PageKind::kText;
  std::string content_type;  ///< the HTTP header, where it is known
  Limits limits;
};

/// Guesses the kind of some bytes: a tag near the start is html, and so is a JSON object that was
/// saved in place of a page; everything else is a text page.
PageKind guess_page_kind(std::string_view bytes);

/// Decodes and cuts one page. Broken markup, wrong bytes and missing ends are notes. Fails only
/// where there is nothing to read: a binary file, more bytes than the limit.
/// Pure and thread-safe.
Result<Page> read_page(std::string_view bytes, const PageOptions& options);

}  // namespace demarche
