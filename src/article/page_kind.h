// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "article/html_body.h"
#include "article/metadata.h"
#include "article/text_body.h"
#include "page/page.h"

namespace demarche {

/// Why a page holds no article; kArticle where it holds one.
enum class PageVerdict : uint8_t {
  kArticle,
  kError,
  kConsent,
  kScripts,
  kLogin,
  kSearch,
  kTag,
  kAuthor,
  kVideo,
  kSite,
  kIndex,
  kLittle
};
/// For the note: "an error page".
std::string_view name_of(PageVerdict);

/// What the decision is made from. Sizes count letters as a reader does: a sign of a script without
/// spaces is two.
struct PageSigns {
  bool text_page = false;      ///< without tags: its title is a guess
  bool titled = false;         ///< has a title or a description to compare with
  bool asks_password = false;  ///< has a field for one
  size_t prose = 0;   ///< of kept paragraphs: sentences outside of links, no notices of the site
  size_t under = 0;   ///< of it: what stands right under the title, no teasers
  size_t notice = 0;  ///< of kept paragraphs: what the site tells its reader of itself
  size_t other = 0;   ///< of kept headings, lists and cells, at a quarter
  size_t paragraphs = 0;  ///< of prose
  size_t teasers = 0;     ///< paragraphs that stand under a link of their own, or break off
  size_t links = 0;       ///< blocks that are nothing but links; short lines of a text page
  float own = 0;          ///< share of the title's or description's words that they have, 0..1
  int index = 0;          ///< head and address: above 0 for an index page, below for an article
  PageVerdict named = PageVerdict::kArticle;  ///< what title, head and address call the page
  bool titled_so = false;  ///< the title has the words for it, which may be those of a headline
  bool sure = false;       ///< the title is nothing but those words
};
PageSigns weigh_page(const Page& page, std::string_view url, const HtmlHead& head,
                     const HtmlBody& body);
PageSigns weigh_page(const TextBody& body);

/// Whether a page holds an article, and if not, why. An article is told by its text: enough of it,
/// right under the title or about what it says. The less the head and the title speak for an
/// article, the more text it takes. A notice of the site is no text: a headline with the words of
/// an error page is one where the text below tells of something else.
PageVerdict judge(const PageSigns& signs);

}  // namespace demarche
