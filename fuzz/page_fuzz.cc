// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "page/input.h"
#include "page/page.h"

// Any bytes are a page, or are refused with a reason; blocks are valid UTF-8 and point to elements
// that come before them.

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const demarche::Page& page, const demarche::Limits& limits) {
  require(demarche::repair_utf8(page.text).replaced == 0);
  require(page.blocks.size() <= limits.blocks);
  for (const demarche::PageBlock& block : page.blocks) {
    require(!block.text.empty() && demarche::repair_utf8(block.text).replaced == 0);
    require(demarche::repair_utf8(block.marks).replaced == 0);
    require(block.link_share >= 0 && block.link_share <= 1 && block.line > 0);
    require(block.element == demarche::PageElement::kNone || block.element < page.elements.size());
  }
  for (size_t i = 0; i < page.elements.size(); ++i) {
    require(page.elements[i].parent == demarche::PageElement::kNone || page.elements[i].parent < i);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  demarche::guess_page_kind(bytes);
  for (const auto kind :
       {demarche::PageKind::kHtml, demarche::PageKind::kText, demarche::PageKind::kProse}) {
    const demarche::PageOptions options{.kind = kind, .limits = {.depth = 32, .blocks = 200}};
    const auto page = demarche::read_page(bytes, options);
    if (page) {
      check(*page, options.limits);
    } else {
      require(!page.error().code.empty() && !page.error().message.empty());
    }
  }
  const auto input = demarche::read_json_line(bytes, "fuzz", 0);
  require(input || !input.error().message.empty());
  return 0;
}
