// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analyze.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/errors.h"
#include "base/sha256.h"
#include "base/strings.h"
#include "base/tsv.h"
#include "infer/model_file.h"
#include "parse/word_model.h"

namespace demarche {
namespace {

/// Languages whose lexicons are read; a page in any other gets its article only.
constexpr std::array<std::string_view, 1> kLanguages = {"en"};

/// Of every file of the language: what any of them says may change a record.
std::string hash_files(const std::string& folder, const std::string& start) {
  constexpr size_t kLargest = 64U << 20U;
  namespace fs = std::filesystem;
  std::error_code error;
  std::vector<std::string> names;
  fs::recursive_directory_iterator at(folder, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (at->is_regular_file(error)) names.push_back(at->path().lexically_relative(folder).string());
  }
  std::ranges::sort(names);
  std::string all = start;
  for (const auto& name : names) {
    const auto bytes = read_file(folder + "/" + name, kLargest);
    if (bytes) all += name + sha256_hex(*bytes);
  }
  return sha256_hex(all);
}

void take_notes(const std::vector<Note>& from, Document& document) {
  document.notes.insert(document.notes.end(), from.begin(), from.end());
}

void note_full_stages(const Limits& limits, Document& document) {
  const auto note = [&](const char* stage, const char* rows, size_t count) {
    if (count < limits.rows) return;
    document.notes.push_back(
        {stage, "limit_rows", fmt::format("no {} after the first {}", rows, limits.rows)});
  };
  note("mention", "times", document.times.size());
  note("mention", "mentions", document.mentions.mentions.size());
  note("statement", "statements", document.statements.size());
  note("event", "events", document.events.size());
}

void note_days_that_are_none(Document& document) {
  for (const TimeMention& time : document.times) {
    if (!time.no_such_day) continue;
    document.notes.push_back({"mention", "no_such_day",
                              fmt::format("'{}': no such day: only its month is kept",
                                          document.article.text.of(time.span))});
  }
}

/// The first part of a language tag: "en" of "en-GB"; of anything else "und".
std::string language_of_tag(std::string_view tag) {
  const size_t length = std::min(tag.find_first_of("-_"), tag.size());
  const bool letters = std::ranges::all_of(tag.substr(0, length), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  return letters && (length == 2 || length == 3) ? fold_case(tag.substr(0, length)) : "und";
}

/// Which language the article is in: the text itself, else what the page says of itself.
std::string language_of(const Article& article) {
  const std::string declared = language_of_tag(article.language);
  const DetectedLanguage found = identify_language(article.text.view());
  if (found.code != "und" && (found.reliable || declared == "und")) return found.code;
  return declared;
}

/// A short text is not told by its letters alone; a page that says nothing is read as English when
/// the detector has no opinion, since no other language is at hand.
bool is_readable(const std::string& code, const Article& article) {
  constexpr uint32_t kShort = 400;
  return code == "en" || (code == "und" && article.text.size() < kShort);
}

ArticleHints make_hints(const Input& input, const AnalyzeOptions& options) {
  return {.url = input.url,
          .title = input.title,
          .date = input.date,
          .option_date = options.date,
          .limits = options.limits};
}

}  // namespace

std::string find_models(const std::string& data_dir) {
  const std::filesystem::path data(data_dir);
  std::error_code error;
  for (const auto& folder : {data / "models", (data / ".." / "models").lexically_normal()}) {
    if (std::filesystem::is_directory(folder, error)) return folder.string();
  }
  return {};
}

Result<Knowledge> load_knowledge(const std::string& data_dir,
                                 const std::vector<std::string>& overlays,
                                 const std::string& models_dir, const std::string& language_model) {
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
  const std::string models = models_dir.empty() ? find_models(data_dir) : models_dir;
  const std::string folder = models.empty() ? data_dir + "/models" : models;
  auto article = load_article_models(folder + "/article");
  if (!article) return fail(article.error());
  knowledge.article = std::move(*article);
  const std::string language_folder = folder + "/" + std::string(kLanguages.front());
  auto boundaries = load_boundary_model(language_folder + "/boundaries.model");
  if (!boundaries) return fail(boundaries.error());
  knowledge.boundaries = std::move(*boundaries);
  if (!language_model.empty()) {
    auto model = load_word_model(language_folder, language_model);
    if (!model) return fail(model.error());
    knowledge.words = std::move(*model);
    const std::string path = language_folder + "/antecedents-" + language_model + ".model";
    // Who has trained a model of his own may have none; who has lost ours is told.
    if (std::filesystem::exists(path) || is_listed_model(path)) {
      auto antecedents = load_antecedent_model(path);
      if (!antecedents) return fail(antecedents.error());
      if (antecedents->vector_width() != knowledge.words->vector_width())
        return fail(errors::bad_model(
            path, fmt::format("reads vectors of {} numbers, those of '{}' have {}: train it anew, "
                              "or take it away",
                              antecedents->vector_width(), language_model,
                              knowledge.words->vector_width())));
      knowledge.antecedents = std::move(*antecedents);
    }
  }
  knowledge.models_hash = sha256_hex(knowledge.article.hash + knowledge.boundaries.hash());
  if (knowledge.words)
    knowledge.models_hash = sha256_hex(knowledge.models_hash + knowledge.words->hash());
  if (knowledge.antecedents)
    knowledge.models_hash = sha256_hex(knowledge.models_hash + knowledge.antecedents->hash());
  knowledge.data_hash =
      hash_files(data_dir + "/" + std::string(kLanguages.front()), knowledge.actors.hash);
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

  document.article = make_article(*page, make_hints(input, options), &knowledge.article);
  const Article& article = document.article;
  take_notes(article.notes, document);  // the page's are among them
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
  document.tokens = find_tokens(article, language, options.limits, &knowledge.boundaries);
  take_notes(document.tokens.notes, document);
  document.parse =
      find_parse(article, document.tokens, language, knowledge.words, knowledge.vectors());
  document.times = find_times(article, document.tokens, document.parse, today, options.limits);
  document.mentions = find_mentions(article, document.tokens, document.parse, document.times,
                                    knowledge.actors, today, options.limits,
                                    knowledge.antecedents ? &*knowledge.antecedents : nullptr);
  document.statements = find_statements(article, document.tokens, document.parse, document.mentions,
                                        document.times, knowledge.cues, today, options.limits);
  document.events =
      find_events(article, document.tokens, document.parse, document.mentions, document.times,
                  document.statements, knowledge.patterns, today, options.limits);
  note_days_that_are_none(document);
  note_full_stages(options.limits, document);
  return document;
}

Result<PageTrace> trace_page(const Input& input, const Knowledge& knowledge,
                             const AnalyzeOptions& options) {
  const auto page =
      read_page(input.bytes,
                {.kind = input.kind, .content_type = input.content_type, .limits = options.limits});
  if (!page) return fail(page.error());
  const ArticleHints hints = make_hints(input, options);
  return PageTrace{trace_article(*page, hints, knowledge.article),
                   make_article(*page, hints, &knowledge.article)};
}

}  // namespace demarche
