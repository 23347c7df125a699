// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "article/article.h"
#include "base/utf8.h"

// Any page gives an article whose blocks ascend, are apart, lie on code point borders within the
// text, and cover it but for blank lines; what repeats lies within it too.

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_border(std::string_view text, uint32_t at) {
  return at == text.size() ||
         (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80);
}

void check(const demarche::Article& article, bool prose) {
  const std::string_view text = article.text.view();
  require(demarche::repair_utf8(text).replaced == 0);
  uint32_t last = 0;
  for (const demarche::Block& block : article.blocks) {
    require(last <= block.span.begin && block.span.begin < block.span.end);
    require(is_border(text, block.span.begin) && is_border(text, block.span.end));
    require(prose || text.substr(last, block.span.begin - last) == (last == 0 ? "" : "\n\n"));
    if (block.repeats) {
      require(block.repeats->begin < block.repeats->end && block.repeats->begin >= block.span.end);
      require(is_border(text, block.repeats->begin) && is_border(text, block.repeats->end));
    }
    last = block.span.end;
  }
  require(prose || last == text.size());
  uint32_t at = 0;
  for (const demarche::Furniture& item : article.furniture) {
    require(at <= item.at && item.at <= text.size() && !item.text.empty());
    at = item.at;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const auto kind :
       {demarche::PageKind::kHtml, demarche::PageKind::kText, demarche::PageKind::kProse}) {
    const auto page = demarche::read_page(bytes, {.kind = kind});
    if (page) check(demarche::make_article(*page, {}), kind == demarche::PageKind::kProse);
  }
  return 0;
}
