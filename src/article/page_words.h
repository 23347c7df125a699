// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <cstddef>
#include <string_view>
#include <vector>

#include "article/page_kind.h"

namespace demarche {

/// What a title or first heading says that a page is, where it is no article: "Page not found".
struct TitledKind {
  PageVerdict kind = PageVerdict::kArticle;
  bool whole = false;  ///< says nothing else; otherwise it may be a headline with such words
};
TitledKind find_titled_kind(std::string_view title);

/// How much of a paragraph is a notice of the site to its reader, in letters as a reader counts
/// them, and what kind of page such notices make: kConsent, kScripts, kLogin, kError, or kLittle
/// for rights and newsletters.
struct NoticeShare {
  size_t notice = 0, whole = 0;
  PageVerdict kind = PageVerdict::kArticle;  ///< where there is no notice
};
NoticeShare weigh_notices(std::string_view paragraph);

/// Letters as a reader counts them: a sign of a script without spaces is two.
size_t size_of_letters(std::string_view text);

/// The phrases looked for in titles and in sentences; for tests.
std::vector<std::string_view> page_phrases();
std::vector<std::string_view> notice_phrases();

}  // namespace demarche
