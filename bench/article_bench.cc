// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Speed of the article stage, bytes to article with all metadata, on pages that lie in memory:
//   article_bench [--runs N] [--models FOLDER] [--name NAME] PAGES...
// PAGES: pages, folders of pages, JSON Lines files. What the page stage refuses is left out before
// the clock starts: its bytes are not read. One thread; times are those that the processor spent on
// it, so that other work on the machine tells little. Parts are timed by themselves, on what they
// are given in the stage; only what is called the rest is what they leave of the whole. The stage
// is held against a bare SAX pass of libxml2 over the same pages, decoded: no way to read HTML with
// it is faster.

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "article/article.h"
#include "article/features.h"
#include "article/html_body.h"
#include "article/metadata.h"
#include "article/text_body.h"
#include "base/strings.h"
#include "base/tsv.h"
#include "page/encoding.h"
#include "page/input.h"

using namespace demarche;

namespace {

struct Options {
  int runs = 5;
  std::string models = "models/article";
  std::string name = "pages";
  std::vector<std::string> paths;
};

// A page in memory. The text is what the parser gets, decoded before the clock starts.
struct Sample {
  Input input;
  std::string text;
};

// Seconds of one page; where there are several runs, their medians.
struct Times {
  double page = 0, article = 0;               // the whole: bytes to blocks, blocks to article
  double rules = 0, features = 0, label = 0;  // parts of `article`
  double sax = 0;

  [[nodiscard]] double all() const { return page + article; }
  [[nodiscard]] double rest() const { return article - rules - features - label; }
};
constexpr std::array kClocks = {&Times::page,     &Times::article, &Times::rules,
                                &Times::features, &Times::label,   &Times::sax};

double now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

template <typename Work>
double time_of(const Work& work) {
  const double start = now();
  work();
  return now() - start;
}

// --- the pages ---

Result<Page> read(const Input& input) {
  return read_page(input.bytes, {.kind = input.kind, .content_type = input.content_type});
}

void leave_out(std::string_view path, const Error& why) {
  fmt::print(stderr, "article_bench: {}: left out: {}\n", path, why.message);
}

void add_page(Input input, std::vector<Sample>& samples) {
  const auto decoded = decode_page(input.bytes, input.kind, input.content_type);
  if (!decoded) return leave_out(input.path, decoded.error());
  if (const auto page = read(input); !page) return leave_out(input.path, page.error());
  Sample sample{std::move(input), decoded->text};
  std::ranges::replace(sample.text, '\0', ' ');
  samples.push_back(std::move(sample));
}

bool add_file(const std::string& path, std::vector<Sample>& samples) {
  auto bytes = read_file(path, size_t{1} << 30U);
  if (!bytes) {
    fmt::print(stderr, "article_bench: {}\n", bytes.error().message);
    return false;
  }
  if (!path.ends_with(".jsonl")) {
    Input input{.path = path, .bytes = std::move(*bytes)};
    input.kind = guess_page_kind(input.bytes);
    add_page(std::move(input), samples);
    return true;
  }
  uint32_t record = 0;
  for (const std::string_view line : split(*bytes, '\n')) {
    if (trim(line).empty()) continue;
    const std::string name = path + ':' + std::to_string(record + 1);
    auto input = read_json_line(line, name, record);
    ++record;
    if (input) {
      add_page(std::move(*input), samples);
    } else {
      leave_out(name, input.error());
    }
  }
  return true;
}

bool add_path(const std::string& path, std::vector<Sample>& samples) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::is_directory(path, error)) return add_file(path, samples);
  std::vector<std::string> names;
  fs::recursive_directory_iterator at(path, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (at->is_regular_file(error)) names.push_back(at->path().string());
  }
  std::ranges::sort(names);
  return std::ranges::all_of(names, [&](const auto& name) { return add_file(name, samples); });
}

// --- the clock ---

void on_start(void* /*self*/, const xmlChar* /*name*/, const xmlChar** /*attributes*/) {}
void on_end(void* /*self*/, const xmlChar* /*name*/) {}
void on_text(void* /*self*/, const xmlChar* /*text*/, int /*size*/) {}
void on_error(void* /*self*/, const char* /*message*/, ...) {}

// What the page stage asks of the parser, but nothing is done with what it says.
void parse_barely(const std::string& text) {
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
      htmlCreateMemoryParserCtxt(text.data(), static_cast<int>(text.size())), &htmlFreeParserCtxt);
  if (!parser) return;
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC |
                                       HTML_PARSE_NODEFDTD);
  xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  xmlSAXHandler& sax = *parser->sax;
  sax = {};
  sax.startElement = on_start;
  sax.endElement = on_end;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_text;
  sax.warning = on_error;
  sax.error = on_error;
  htmlParseDocument(parser.get());
}

void time_html_parts(const Page& page, const ArticleHints& hints, const ArticleModels& models,
                     Times& times) {
  HtmlHead head;
  HtmlBody body;
  std::vector<Features> features;
  std::vector<Note> notes;
  times.rules = time_of([&] {
    head = read_html_head(page, hints, notes);
    body = find_html_body(page, head.data, head.title, head.description);
  });
  times.features =
      time_of([&] { features = find_html_features(page, body, head.title, head.description); });
  std::vector<BlockLabel> labels;
  times.label = time_of([&] { labels = models.html.label(features); });
}

void time_text_parts(const Page& page, const ArticleHints& hints, const ArticleModels& models,
                     Times& times) {
  TextBody body;
  std::vector<Features> features;
  times.rules = time_of([&] { body = find_text_body(page, hints.title); });
  times.features = time_of([&] { features = find_text_features(body); });
  std::vector<BlockLabel> labels;
  times.label = time_of([&] { labels = models.text.label_each(features); });
}

// The whole comes first, on a page that the caches have forgotten.
Times time_page(const Sample& sample, const ArticleModels& models, size_t& letters) {
  const Input& input = sample.input;
  const ArticleHints hints{.url = input.url, .title = input.title, .date = input.date};
  Times times;
  std::optional<Result<Page>> page;
  times.page = time_of([&] { page = read(input); });
  if (!*page) return times;  // none: all were read before
  times.article = time_of([&] { letters += make_article(**page, hints, &models).text.size(); });
  if (input.kind == PageKind::kHtml) {
    time_html_parts(**page, hints, models, times);
    times.sax = time_of([&] { parse_barely(sample.text); });
  } else if (input.kind == PageKind::kText) {
    time_text_parts(**page, hints, models, times);
  }
  return times;
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

std::vector<Times> time_pages(const std::vector<Sample>& samples, const ArticleModels& models,
                              int runs) {
  std::vector<std::vector<Times>> all(samples.size());
  size_t letters = 0;
  for (int run = 0; run < runs; ++run) {
    for (size_t i = 0; i < samples.size(); ++i)
      all[i].push_back(time_page(samples[i], models, letters));
  }
  if (letters == 0) fmt::print(stderr, "article_bench: no page has an article\n");
  std::vector<Times> medians;
  for (const auto& page : all) {
    Times& middle = medians.emplace_back();
    for (const auto clock : kClocks) {
      std::vector<double> values;
      for (const Times& times : page) values.push_back(times.*clock);
      middle.*clock = median(std::move(values));
    }
  }
  return medians;
}

// --- the report ---

// Pages, their bytes and the time that they took together.
struct Sum {
  size_t pages = 0;
  double bytes = 0;
  Times times;

  void add(const Sample& sample, const Times& page) {
    ++pages;
    bytes += static_cast<double>(sample.input.bytes.size());
    for (const auto clock : kClocks) times.*clock += page.*clock;
  }
  [[nodiscard]] double kilobytes_a_page() const { return bytes / 1e3 / static_cast<double>(pages); }
  [[nodiscard]] double milliseconds_a_page(double seconds) const {
    return seconds * 1e3 / static_cast<double>(pages);
  }
};

void print_speed(const char* what, const Sum& sum, double seconds, const std::string& more) {
  fmt::print("  {:<32}{:8.2f} ms a page{:8.1f} MB/s   {}\n", what, sum.milliseconds_a_page(seconds),
             sum.bytes / 1e6 / seconds, more);
}

void print_part(const char* what, const Sum& sum, double seconds) {
  fmt::print("    {:<30}{:8.2f}   {:3.0f} %\n", what, sum.milliseconds_a_page(seconds),
             seconds * 100 / sum.times.all());
}

// The page that took longest, and how the others lie below it.
void print_spread(const std::vector<Sample>& samples, const std::vector<Times>& times) {
  std::vector<double> each;
  for (const Times& page : times) each.push_back(page.all() * 1e3);
  const Input& worst =
      samples[static_cast<size_t>(std::ranges::max_element(each) - each.begin())].input;
  std::ranges::sort(each);
  const auto at = [&](double share) {
    return each[static_cast<size_t>(share * static_cast<double>(each.size() - 1) + 0.5)];
  };
  fmt::print("  a page: p50 {:.2f} ms, p99 {:.2f} ms, slowest {:.2f} ms ({:.0f} KB, {})\n", at(0.5),
             at(0.99), each.back(), static_cast<double>(worst.bytes.size()) / 1e3,
             std::filesystem::path(worst.path).lexically_proximate(".").string());
}

void print_report(const Options& options, const std::vector<Sample>& samples,
                  const std::vector<Times>& times) {
  Sum all;
  Sum html;
  for (size_t i = 0; i < samples.size(); ++i) {
    all.add(samples[i], times[i]);
    if (samples[i].input.kind == PageKind::kHtml) html.add(samples[i], times[i]);
  }
  fmt::print("{}: {} pages, {:.1f} MB ({:.0f} KB a page), one core, {}\n", options.name, all.pages,
             all.bytes / 1e6, all.kilobytes_a_page(),
             options.runs == 1 ? "one run" : fmt::format("medians of {} runs", options.runs));
  const double seconds = all.times.all();
  print_speed("bytes to article", all, seconds,
              fmt::format("{:.0f} pages/s", static_cast<double>(all.pages) / seconds));
  print_part("page: bytes to blocks", all, all.times.page);
  print_part("head and rules", all, all.times.rules);
  print_part("labeller: features", all, all.times.features);
  print_part("labeller: net and best path", all, all.times.label);
  print_part("the rest: metadata, text", all, all.times.rest());
  if (html.pages > 0) {
    print_speed("a bare SAX pass", html, html.times.sax,
                fmt::format("the article stage runs at {:.2f} of its speed",
                            html.times.sax / html.times.all()));
  }
  print_spread(samples, times);
}

int refuse_usage() {
  fmt::print(stderr,
             "usage: article_bench [--runs N] [--models FOLDER] [--name NAME] PAGES...\n"
             "PAGES: pages, folders of pages, JSON Lines files\n");
  return 2;
}

bool read_options(int count, char** words, Options& options) {
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (!word.starts_with("--")) {
      options.paths.emplace_back(word);
      continue;
    }
    if (++i == count) return false;
    const std::string_view value = words[i];
    if (word == "--runs") {
      const auto read = std::from_chars(value.begin(), value.end(), options.runs);
      if (read.ec != std::errc() || read.ptr != value.end() || options.runs < 1) return false;
    } else if (word == "--models") {
      options.models = value;
    } else if (word == "--name") {
      options.name = value;
    } else {
      return false;
    }
  }
  return !options.paths.empty();
}

}  // namespace

int main(int count, char** words) {
  Options options;
  if (!read_options(count, words, options)) return refuse_usage();
  const auto models = load_article_models(options.models);
  if (!models) {
    fmt::print(stderr, "article_bench: {}\n", models.error().message);
    return 1;
  }
  std::vector<Sample> samples;
  for (const std::string& path : options.paths) {
    if (!add_path(path, samples)) return 1;
  }
  if (samples.empty()) {
    fmt::print(stderr, "article_bench: no pages\n");
    return 1;
  }
  print_report(options, samples, time_pages(samples, *models, options.runs));
  return 0;
}
