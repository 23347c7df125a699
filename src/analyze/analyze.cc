// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analyze.h"

#include <algorithm>
#include <array>

#include "base/errors.h"
#include "base/sha256.h"
#include "base/tsv.h"

namespace demarche {
namespace {

/// Languages whose lexicons are read; a page in any other gets its article only.
constexpr std::array<std::string_view, 1> kLanguages = {"en"};
constexpr std::array<std::string_view, 6> kHashed = {"en/cues.tsv",      "en/positions.tsv",
                                                     "en/contrasts.tsv", "en/topics.tsv",
                                                     "en/words.tsv",     "en/abbreviations.tsv"};

std::string hash_files(const std::string& data_dir, const std::string& start) {
  constexpr size_t kLargest = 64U << 20U;
  std::string all = start;
  for (const auto name : kHashed) {
    const auto bytes = read_file(data_dir + "/" + std::string(name), kLargest);
    if (bytes) all += sha256_hex(*bytes);
  }
  return sha256_hex(all);
}

void take_notes(const std::vector<Note>& from, Document& document) {
  document.notes.insert(document.notes.end(), from.begin(), from.end());
}

/// Which language the article is in: the text itself, else what the page says of itself.
std::string language_of(const Article& article) {
  const DetectedLanguage found = identify_language(article.text.view());
  if (found.code != "und" && (found.reliable || article.language.empty())) return found.code;
  return article.language.empty() ? "und" : article.language.substr(0, 2);
}

/// A short text is not told by its letters alone; a page that says nothing is read as English when
/// the detector has no opinion, since no other language is at hand.
bool is_readable(const std::string& code, const Article& article) {
  constexpr uint32_t kShort = 400;
  return code == "en" || (code == "und" && article.text.size() < kShort);
}

}  // namespace

Result<Knowledge> load_knowledge(const std::string& data_dir,
                                 const std::vector<std::string>& overlays) {
  Knowledge knowledge;
  for (const auto code : kLanguages) {
    auto language = load_language(data_dir, code);
    if (!language) return fail(language.error());
    knowledge.languages.push_back(std::move(*language));
  }
  auto actors = load_actor_table(data_dir, overlays);
  if (!actors) return fail(actors.error());
  knowledge.actors = std::move(*actors);
  auto cues = load_cues(data_dir, kLanguages.front());
  if (!cues) return fail(cues.error());
  knowledge.cues = std::move(*cues);
  auto patterns = load_patterns(data_dir, kLanguages.front());
  if (!patterns) return fail(patterns.error());
  knowledge.patterns = std::move(*patterns);
  knowledge.data_hash = hash_files(data_dir, knowledge.actors.hash);
  return knowledge;
}

Result<Document> analyze(const Input& input, const Knowledge& knowledge,
                         const AnalyzeOptions& options) {
  auto page =
      read_page(input.bytes,
                {.kind = input.kind, .content_type = input.content_type, .limits = options.limits});
  if (!page) return fail(page.error());

  Document document;
  document.id = input.id.empty() ? "sha256:" + sha256_hex(input.bytes) : input.id;
  document.path = input.path;
  document.record = input.record;
  document.kind = input.kind;
  document.pairs = input.pairs;
  document.asks_pairs = input.asks_pairs;
  take_notes(page->notes, document);

  document.article = make_article(*page, {.url = input.url,
                                          .title = input.title,
                                          .date = input.date,
                                          .option_date = options.date,
                                          .limits = options.limits});
  const Article& article = document.article;
  take_notes(article.notes, document);
  document.language = language_of(article);
  if (article.text.size() == 0) return document;
  if (!is_readable(document.language, article)) {
    document.notes.push_back(
        {"language", "no_model",
         "no model for language '" + document.language + "': the article only"});
    return document;
  }

  const Language& language = knowledge.languages.front();
  std::optional<Day> today;
  if (article.published) today = article.published->day;
  document.tokens = find_tokens(article, language, options.limits);
  take_notes(document.tokens.notes, document);
  document.parse = find_parse(article, document.tokens, language);
  document.times = find_times(article, document.tokens, document.parse, today, options.limits);
  document.mentions = find_mentions(article, document.tokens, document.parse, document.times,
                                    knowledge.actors, today, options.limits);
  document.statements = find_statements(article, document.tokens, document.parse, document.mentions,
                                        document.times, knowledge.cues, today, options.limits);
  document.events =
      find_events(article, document.tokens, document.parse, document.mentions, document.times,
                  document.statements, knowledge.patterns, today, options.limits);
  return document;
}

}  // namespace demarche
