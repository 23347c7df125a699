// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <vector>

#include "article/html_body.h"
#include "article/labeller.h"
#include "article/text_body.h"
#include "page/page.h"

namespace demarche {

/// Lets the labels decide what is kept of a draft; what a kept block is (heading, list, quote,
/// caption) and what a dropped one is stays with the rules. One label a block. A draft that keeps
/// nothing stays so: the page holds no article. A paragraph that comes again is kept once.
void relabel(const std::vector<BlockLabel>& labels, const Page& page, HtmlBody& body);
void relabel(const std::vector<BlockLabel>& labels, TextBody& body);

}  // namespace demarche
