// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "infer/model_file.h"
#include "mention/mention.h"
#include "parse/word_model.h"
#include "spoil.h"
#include "tiny_antecedents.h"
#include "tiny_model.h"

// Any bytes are a model of antecedents or are refused with a reason. With a whole one, spoilt here
// and there, any text that a language model has read as it likes gives mentions that lie in it, in
// order, each with an actor or a place that there is; the same ones each time.

namespace {

using demarche::AntecedentModel;
using demarche::Article;
using demarche::Mentions;
using demarche::Span;
using demarche::WordModel;

constexpr size_t kLongest = 600;  // bytes of a text

void require(bool holds) {
  if (!holds) std::abort();
}

template <typename T>
T taken(demarche::Result<T> result) {
  require(result.has_value());
  return std::move(*result);
}

const demarche::Language& english() {
  static const auto language = taken(demarche::load_language(DEMARCHE_SOURCE_DIR "/data", "en"));
  return language;
}

const demarche::ActorTable& actors() {
  static const auto table = taken(demarche::load_actor_table(
      DEMARCHE_SOURCE_DIR "/data", {DEMARCHE_SOURCE_DIR "/examples/overlay"}));
  return table;
}

// It has learned nothing: trees, names and mentions stand where they should not.
const std::shared_ptr<const WordModel>& words() {
  static const std::shared_ptr<const WordModel> model = [] {
    WordModel made = taken(WordModel::make(demarche::TinyModel::recurrent(), "tiny"));
    const auto head = demarche::TinyModel::heads(made.hash(), "mentions", "O\nPER\nORG\nLOC");
    require(made.add_heads(head, "tiny").has_value());
    return std::make_shared<const WordModel>(std::move(made));
  }();
  return model;
}

// All but the table of features stands first, so that changes find it.
const std::string& whole_model() {
  static const std::string bytes = [] {
    demarche::ModelFile file = demarche::tiny_antecedents();
    auto& rows = file.tensors.back().bytes;
    for (size_t i = 0; i < rows.size(); ++i)
      rows[i] = static_cast<int8_t>(i * 37 + i / AntecedentModel::kWidth * 11);
    return demarche::TinyModel::bytes_of(file);
  }();
  return bytes;
}

/// A block a line.
Article article_of(std::string text) {
  Article article;
  for (uint32_t at = 0; at < text.size();) {
    const auto end = static_cast<uint32_t>(std::min(text.find('\n', at), text.size()));
    if (end > at) article.blocks.push_back({{at, end}, demarche::BlockKind::kBody, {}, ""});
    at = end + 1;
  }
  article.text = demarche::Text(std::move(text));
  return article;
}

void check_mentions(const Mentions& found, uint32_t tokens, uint32_t bytes) {
  Span last{0, bytes};
  for (const auto& mention : found.mentions) {
    require(mention.first < mention.last && mention.last <= tokens);
    require(mention.first <= mention.head && mention.head < mention.last);
    require(mention.span.begin < mention.span.end && mention.span.end <= bytes);
    require(last.begin <= mention.span.begin);
    require(last.begin < mention.span.begin || last.end >= mention.span.end);
    require(mention.actor || mention.place);
    require(!mention.actor || mention.actor.value < found.actors.size());
    require(!mention.place || mention.place.value < found.places.size());
    last = mention.span;
  }
  std::set<std::string> ids;
  for (const auto& actor : found.actors) require(ids.insert(actor.id).second);
  for (const auto& place : found.places) require(place.first < place.last && place.last <= tokens);
}

void read(std::string_view raw, const AntecedentModel* model) {
  const Article article = article_of(demarche::repair_utf8(raw.substr(0, kLongest)).text);
  const demarche::Limits limits;
  const auto tokens = demarche::find_tokens(article, english(), limits);
  const auto today = demarche::parse_day("2031-05-14");
  for (const auto& reader : {std::shared_ptr<const WordModel>(), words()}) {
    const auto parse = demarche::find_parse(article, tokens, english(), reader);
    const auto times = demarche::find_times(article, tokens, parse, today, limits);
    const auto find = [&] {
      return demarche::find_mentions(article, tokens, parse, times, actors(), today, limits, model);
    };
    const Mentions found = find();
    check_mentions(found, static_cast<uint32_t>(tokens.size()),
                   static_cast<uint32_t>(article.text.view().size()));
    const Mentions again = find();
    require(again.mentions.size() == found.mentions.size());
    for (size_t i = 0; i < found.mentions.size(); ++i) {
      require(again.mentions[i].span == found.mentions[i].span);
      require(again.mentions[i].actor.value == found.mentions[i].actor.value);
    }
  }
}

void check_bytes(std::string_view bytes, std::string_view text) {
  const auto file = demarche::read_model_file(bytes, "fuzz");
  if (!file) {
    require(!file.error().message.empty());
    return;
  }
  const auto model = AntecedentModel::make(*file, "fuzz");
  if (!model) {
    require(!model.error().code.empty() && !model.error().message.empty());
    return;
  }
  read(text, &*model);
}

}  // namespace

// The first line is what becomes of the model, the others are a text.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const size_t line = std::min(bytes.find('\n'), bytes.size());
  check_bytes(bytes, "");
  check_bytes(std::string("DMCHMODL\1\0\0\0", 12).append(bytes), "");
  check_bytes(spoil(whole_model(), bytes.substr(0, line)), bytes.substr(line));
  read(bytes.substr(line), nullptr);
  return 0;
}
