// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include "article/html_body.h"
#include "article/json_ld.h"
#include "article/text_body.h"
#include "page/page.h"

namespace demarche {

/// Takes what readers say out of what is kept: blocks whose words stand in the JSON-LD's comments,
/// in elements that say that they are comments (schema.org/Comment, class words), or below a line
/// that heads comments ("12 Comments", "Leserbriefe"). Never so much that less than a paragraph is
/// left: then the page is about them.
void drop_comments(const Page& page, const LinkedData& data, HtmlBody& body);
void drop_comments(TextBody& body);

/// True for a line that heads the comments of a page, and is nothing else.
bool heads_comments(std::string_view line);

}  // namespace demarche
