// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "article/article.h"
#include "base/strings.h"
#include "base/utf8.h"

// Any page gives an article whose blocks ascend, are apart, lie on code point borders within the
// text, and cover it but for blank lines; what repeats lies within it too. With the models that
// ship, and by the rules alone. Its trace has an entry a block, and what it calls kept is the text.

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

const demarche::ArticleModels& models() {
  static const demarche::ArticleModels all = [] {
    auto read = demarche::load_article_models(DEMARCHE_SOURCE_DIR "/models/article");
    require(read.has_value());
    return std::move(*read);
  }();
  return all;
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

// What cleaning and the splitting of credits leave alone.
std::string letters_of(std::string_view text) {
  std::string letters;
  for (size_t at = 0; at < text.size();) {
    const demarche::CodePoint c = demarche::decode_utf8(text, at);
    if (demarche::is_letter(c.value) || (c.value >= '0' && c.value <= '9'))
      letters += text.substr(at, c.length);
    at += c.length;
  }
  return letters;
}

bool has_note(const demarche::Article& article, std::string_view code) {
  return std::ranges::any_of(article.notes, [&](const auto& note) { return note.code == code; });
}

void check_trace(const demarche::Page& page, const demarche::Article& article) {
  const auto trace = demarche::trace_article(page, {}, models());
  if (page.kind == demarche::PageKind::kHtml) require(trace.size() == page.blocks.size());
  require(trace.size() <= page.blocks.size());
  std::string kept;
  for (const demarche::BlockTrace& block : trace) {
    require(!block.text.empty() && demarche::repair_utf8(block.text).replaced == 0);
    require(block.label.confidence >= 0 && block.label.confidence <= 1);
    if (block.kept) kept += letters_of(block.text);
  }
  // Both say that the text is not, or not all, that of the blocks.
  if (has_note(article, "linked_body") || has_note(article, "limit_text_bytes")) return;
  require(kept == letters_of(article.text.view()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const auto kind :
       {demarche::PageKind::kHtml, demarche::PageKind::kText, demarche::PageKind::kProse}) {
    const auto page = demarche::read_page(bytes, {.kind = kind});
    if (!page) continue;
    const bool prose = kind == demarche::PageKind::kProse;
    const demarche::Article article = demarche::make_article(*page, {}, &models());
    check(article, prose);
    if (prose) continue;
    check_trace(*page, article);
    check(demarche::make_article(*page, {}), false);
  }
  return 0;
}
