// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include "article/html_body.h"
#include "page/page.h"

namespace demarche {

/// Mends what the labeller makes of a short story among many others: their cards have more text
/// than the story has, and are taken for it. Cards are five boxes or more of one make, one beside
/// the other, each with a linked headline and a little text; a story is told by two sentences or
/// more right under the title, in an element that the cards are no part of. Where cards were kept
/// beside such a story, only what stands in its element stays.
void drop_cards(const Page& page, HtmlBody& body);

}  // namespace demarche
