// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <string_view>

#include "article/page_kind.h"

namespace demarche {

/// What a title or first heading says that a page is, where it is no article: "Page not found".
PageVerdict find_titled_kind(std::string_view title);

/// What a paragraph says that is a notice of the site and no sentence of an article: kConsent,
/// kScripts, kLogin, kError, or kLittle for rights and newsletters; else kArticle.
PageVerdict find_notice_kind(std::string_view paragraph);

}  // namespace demarche
