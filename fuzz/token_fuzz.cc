// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "token/boundaries.h"
#include "token/token.h"

// Any text gives tokens that ascend, do not overlap, lie on code point borders and cover all that
// is no white space, and sentences that cover all tokens in order within the limit. By the rules
// alone, and with the model that ships.

namespace {

using demarche::Article;
using demarche::Span;
using demarche::Tokens;

constexpr uint32_t kLongest = 40;  // tokens of a sentence

void require(bool holds) {
  if (!holds) std::abort();
}

const demarche::Language& english() {
  static const auto language = demarche::load_language(DEMARCHE_SOURCE_DIR "/data", "en");
  require(language.has_value());
  return *language;
}

const demarche::BoundaryModel& boundaries() {
  static const auto model =
      demarche::load_boundary_model(DEMARCHE_SOURCE_DIR "/models/en/boundaries.model");
  require(model.has_value());
  return *model;
}

bool is_border(std::string_view text, uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
}

bool is_blank(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const auto c = demarche::decode_utf8(text, at);
    if (!demarche::is_space(c.value)) return false;
    at += c.length;
  }
  return true;
}

/// Two blocks where the text has two lines, so that no token may cross their border.
Article article_of(std::string text) {
  Article article;
  const auto size = static_cast<uint32_t>(text.size());
  const auto line = static_cast<uint32_t>(std::min(text.find('\n'), text.size()));
  for (const Span span : {Span{0, line}, Span{line, size}}) {
    if (!span.empty()) article.blocks.push_back({span, demarche::BlockKind::kBody, {}, ""});
  }
  article.text = demarche::Text(std::move(text));
  return article;
}

void check_tokens(const Article& article, const Tokens& tokens) {
  const std::string_view text = article.text.view();
  uint32_t last = 0;
  for (const auto& token : tokens.tokens) {
    require(last <= token.span.begin && token.span.begin < token.span.end);
    require(token.span.end <= text.size());
    require(is_border(text, token.span.begin) && is_border(text, token.span.end));
    require(is_blank(text.substr(last, token.span.begin - last)));
    last = token.span.end;
  }
  require(is_blank(text.substr(last)));
  require(tokens.lower.size() == tokens.size() && tokens.sentence_of.size() == tokens.size());
}

void check_sentences(const Article& article, const Tokens& tokens) {
  uint32_t next = 0;
  for (uint32_t s = 0; s < tokens.sentences.size(); ++s) {
    const auto& sentence = tokens.sentences[s];
    require(sentence.first == next && sentence.first < sentence.last);
    require(sentence.last - sentence.first <= kLongest && sentence.last <= tokens.size());
    require(sentence.span == tokens.span_of(sentence.first, sentence.last));
    const Span block = article.blocks[sentence.block].span;
    require(block.begin <= sentence.span.begin && sentence.span.end <= block.end);
    for (uint32_t i = sentence.first; i < sentence.last; ++i) require(tokens.sentence_of[i] == s);
    next = sentence.last;
  }
  require(next == tokens.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Article article = article_of(demarche::repair_utf8(bytes).text);
  for (const demarche::BoundaryModel* model : {&boundaries(), decltype(&boundaries()){}}) {
    const Tokens tokens =
        demarche::find_tokens(article, english(), {.sentence_tokens = kLongest}, model);
    check_tokens(article, tokens);
    check_sentences(article, tokens);
  }
  return 0;
}
