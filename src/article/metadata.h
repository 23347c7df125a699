// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <string>
#include <vector>

#include "article/article.h"
#include "article/json_ld.h"

namespace demarche {

/// Fills title, dates, authors, site and the like from the head of a page. `date_lines` and
/// `bylines` are lines near the article, the best first; `headings` the page's h1.
struct NearArticle {
  std::vector<std::string> headings, date_lines, bylines;
};
void read_metadata(const Page& page, const ArticleHints& hints, const LinkedData& data,
                   const NearArticle& near_article, Article& article);

/// "By Ada Venn and Bo Lind, Velmark Daily" to authors with their kinds.
std::vector<Author> split_authors(std::string_view names, std::string_view site);

/// The first value of a name in the page's metadata, or empty.
std::string_view meta_of(const Page& page, std::string_view name);

/// The title that the head gives: headline, og:title, <title> without the site's name.
std::string find_title(const Page& page, const ArticleHints& hints, const LinkedData& data,
                       const std::vector<std::string>& headings, std::string_view site);

/// What the head of an HTML page says, which its blocks are read with.
struct HtmlHead {
  LinkedData data;
  std::vector<std::string> headings;
  std::string title, description;
};
HtmlHead read_html_head(const Page& page, const ArticleHints& hints, std::vector<Note>& notes);

/// Case, quote marks, dashes and white space do not count.
bool same_words(std::string_view a, std::string_view b);

}  // namespace demarche
