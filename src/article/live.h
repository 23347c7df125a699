// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <string>
#include <string_view>

#include "article/html_body.h"
#include "article/json_ld.h"
#include "page/page.h"

namespace demarche {

/// Gives each kept block of a live page's entry the entry's own time. Entries are those of the
/// page's JSON-LD (LiveBlogPosting), found in the blocks by their words; else elements of one make
/// under one parent, each with a <time> or datePublished of its own and with text. A page with
/// fewer than two entries gets no times, nor does a block outside of all entries.
void find_live_times(const Page& page, const LinkedData& data, HtmlBody& body);

/// An instant as the page gives it; empty for a day alone.
std::string instant_of(std::string_view text);

}  // namespace demarche
