// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Speed of the language stages, text to tokens, sentences, tags, lemmas, trees and names, and of
// the stage of mentions behind them:
//   language_bench [--data FOLDER] [--words N] [--runs N] TEXTS...
// TEXTS: files of plain text, folders of them. They are read again until there are N words (200,000
// unless said), or fewer where five seconds do not suffice. One thread; times are those that the
// processor spent on it. Each trained model runs on each instruction set of the machine, the rules
// once.

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "analyze/analyze.h"
#include "base/strings.h"
#include "base/tsv.h"
#include "parse/word_model.h"

using namespace demarche;

namespace {

struct Options {
  int runs = 5;
  int words = 200000;
  std::string data = "data";
  std::vector<std::string> paths;
};

double now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

bool add_text(const std::string& path, std::vector<Article>& articles) {
  auto bytes = read_file(path, size_t{1} << 30U);
  if (!bytes) {
    fmt::print(stderr, "language_bench: {}\n", bytes.error().message);
    return false;
  }
  const auto page = read_page(*bytes, {.kind = PageKind::kProse});
  if (page) articles.push_back(make_article(*page, {}, nullptr));
  return true;
}

bool add_path(const std::string& path, std::vector<Article>& articles) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::is_directory(path, error)) return add_text(path, articles);
  std::vector<std::string> names;
  fs::recursive_directory_iterator at(path, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (at->is_regular_file(error) && at->path().extension() == ".txt")
      names.push_back(at->path().string());
  }
  std::ranges::sort(names);
  return std::ranges::all_of(names, [&](const auto& name) { return add_text(name, articles); });
}

struct Run {
  size_t words = 0;
  double tokens = 0, all = 0;  // seconds
};

Run run_once(const std::vector<Article>& articles, const Knowledge& knowledge,
             const std::shared_ptr<const WordModel>& model, size_t words) {
  Run run;
  const Language& language = knowledge.languages.front();
  const Limits limits;
  while (run.words < words) {
    for (const Article& article : articles) {
      const double begin = now();
      const Tokens tokens = find_tokens(article, language, limits, &knowledge.boundaries);
      run.tokens += now() - begin;
      const Parse parse = find_parse(article, tokens, language, model, Vectors::kWords);
      run.all += now() - begin;
      run.words += parse.words.size();
      if (run.words >= words) break;
    }
  }
  return run;
}

void measure(const Options& options, const std::vector<Article>& articles,
             const Knowledge& knowledge, const std::shared_ptr<const WordModel>& model,
             std::string_view name) {
  std::vector<Run> runs;
  // A slow set of instructions reads fewer words: its speed is known after some seconds.
  constexpr double kSeconds = 5;
  const auto all = static_cast<size_t>(options.words);
  const Run trial = run_once(articles, knowledge, model, all / 100);
  const auto words =
      std::min(all, static_cast<size_t>(kSeconds * static_cast<double>(trial.words) / trial.all));
  for (int i = 0; i < options.runs; ++i)
    runs.push_back(run_once(articles, knowledge, model, words));
  std::ranges::sort(runs, {}, &Run::all);
  const Run& middle = runs[runs.size() / 2];
  const auto count = static_cast<double>(middle.words);
  fmt::print(
      "{:22} {:8.0f} words/s ({:.0f} - {:.0f}), of {:.2f} microseconds a word {:.2f} tokens\n",
      name, count / middle.all, count / runs.back().all, count / runs.front().all,
      middle.all / count * 1e6, middle.tokens / count * 1e6);
  std::fflush(stdout);
}

/// Times and mentions of texts that are parsed already, megabytes of text a second.
void measure_mentions(const Options& options, const std::vector<Article>& articles,
                      const Knowledge& knowledge, std::string_view name) {
  struct Read {
    const Article* article;
    Tokens tokens;
    Parse parse;
  };
  const Limits limits;
  std::vector<Read> texts;
  size_t words = 0, bytes = 0;
  for (const Article& article : articles) {
    if (words >= static_cast<size_t>(options.words) / 2) break;
    Tokens tokens =
        find_tokens(article, knowledge.languages.front(), limits, &knowledge.boundaries);
    Parse parse = find_parse(article, tokens, knowledge.languages.front(), knowledge.words,
                             knowledge.vectors());
    words += tokens.size();
    bytes += article.text.size();
    texts.push_back({&article, std::move(tokens), std::move(parse)});
  }
  const AntecedentModel* antecedents = knowledge.antecedents ? &*knowledge.antecedents : nullptr;
  std::vector<double> times_runs, mention_runs;
  for (int i = 0; i < options.runs; ++i) {
    double in_times = 0, in_mentions = 0;
    for (const Read& text : texts) {
      const double begin = now();
      const auto times = find_times(*text.article, text.tokens, text.parse, {}, limits);
      const double middle = now();
      const auto mentions = find_mentions(*text.article, text.tokens, text.parse, times,
                                          knowledge.actors, {}, limits, antecedents);
      in_times += middle - begin;
      in_mentions += now() - middle;
    }
    times_runs.push_back(in_times);
    mention_runs.push_back(in_mentions);
  }
  std::ranges::sort(times_runs);
  std::ranges::sort(mention_runs);
  const auto rate = [&](const std::vector<double>& runs) {
    return static_cast<double>(bytes) / runs[runs.size() / 2] / 1e6;
  };
  fmt::print("{:22} {:8.2f} MB/s of text to mentions of actors and places, {:.2f} MB/s to times\n",
             fmt::format("{}, mentions", name), rate(mention_runs), rate(times_runs));
  std::fflush(stdout);
}

int run(const Options& options) {
  std::vector<Article> articles;
  for (const auto& path : options.paths) {
    if (!add_path(path, articles)) return 1;
  }
  if (std::ranges::all_of(articles, [](const Article& one) { return one.text.size() == 0; })) {
    fmt::print(stderr, "language_bench: no text\n");
    return 1;
  }
  for (const std::string name : {"rules", "lite", "full"}) {
    const auto knowledge =
        load_knowledge(options.data, {}, {}, name == "rules" ? std::string() : name);
    if (!knowledge) {
      fmt::print(stderr, "language_bench: {}\n", knowledge.error().message);
      return 1;
    }
    if (!knowledge->words) {
      measure(options, articles, *knowledge, nullptr, name);
      measure_mentions(options, articles, *knowledge, name);
      continue;
    }
    for (const InstructionSet set : instruction_sets()) {
      auto model = std::make_shared<WordModel>(*knowledge->words);
      model->use(set);
      measure(options, articles, *knowledge, model, fmt::format("{}, {}", name, name_of(set)));
    }
    measure_mentions(options, articles, *knowledge, name);
  }
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  Options options;
  const std::vector<std::string> words(arguments + 1, arguments + count);
  for (size_t i = 0; i < words.size(); ++i) {
    const bool more = i + 1 < words.size();
    if (words[i] == "--data" && more) {
      options.data = words[++i];
    } else if (words[i] == "--words" && more) {
      options.words = parse_int(words[++i]).value_or(0);
    } else if (words[i] == "--runs" && more) {
      options.runs = parse_int(words[++i]).value_or(0);
    } else if (words[i].starts_with("--")) {
      options.runs = 0;
    } else {
      options.paths.push_back(words[i]);
    }
  }
  if (options.paths.empty() || options.runs < 1 || options.words < 1) {
    fmt::print(stderr, "usage: language_bench [--data FOLDER] [--words N] [--runs N] TEXTS...\n");
    return 2;
  }
  return run(options);
}
