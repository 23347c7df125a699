// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "reading.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/strings.h"
#include "program.h"
#include "verbs.h"

namespace demarche::cli {
namespace {

const std::vector<std::string>& kinds() {
  static const std::vector<std::string> names = {"html", "page", "prose", "jsonl"};
  return names;
}

const std::vector<std::string>& models() {
  static const std::vector<std::string> names = {"full", "lite", "rules"};
  return names;
}

// Calls with the name, the value and the meaning of each limit.
template <class LimitsType, class Call>
void for_each_limit(LimitsType& limits, const Call& call) {
  call("--max-file-bytes", limits.file_bytes, "Bytes of a file or JSON line; a larger one fails");
  call("--max-depth", limits.depth, "Open HTML elements; deeper ones lie flat");
  call("--max-blocks", limits.blocks, "Paragraphs, headings, items; the rest is dropped");
  call("--max-text-bytes", limits.text_bytes, "Bytes of the article; the rest is dropped");
  call("--max-sentence-tokens", limits.sentence_tokens, "Words of a sentence; longer ones are cut");
  call("--max-rows", limits.rows, "Rows of a kind: mentions, statements, events");
}

std::vector<uint64_t> values_of(const Limits& limits) {
  std::vector<uint64_t> values;
  for_each_limit(limits, [&](const char*, auto value, const char*) { values.push_back(value); });
  return values;
}

}  // namespace

void add_knowledge_options(CLI::App& verb, ReadingOptions& options) {
  verb.add_option("--actors", options.overlays, "A folder of your own actors; may be repeated")
      ->type_name("FOLDER")
      ->allow_extra_args(false);
  verb.add_option("--model", options.model,
                  fmt::format("What parses English: full (trained, the most exact), lite (trained, "
                              "for archives) or rules (no tree); default {}",
                              ReadingOptions().model))
      ->type_name("MODEL");
}

void add_reading_options(CLI::App& verb, ReadingOptions& options) {
  verb.add_option("--as", options.as, "html, page, prose or jsonl; else told by the content")
      ->type_name("KIND");
  verb.add_option("--date", options.date,
                  "Publication date where neither the page nor its JSON line has one: YYYY-MM-DD")
      ->type_name("DAY");
  add_knowledge_options(verb, options);
  for_each_limit(options.limits, [&](const char* name, auto& value, const char* what) {
    verb.add_option(name, value, fmt::format("{} (default {})", what, value))
        ->type_name("N")
        ->check(whole_number())
        ->group("Limits of one page; what was cut is told in its notes");
  });
}

std::optional<int> check_reading_options(const ReadingOptions& options) {
  const std::string& as = options.as;
  if (as == "warc" || as == "feed") return comes_later("the kind '" + as + "'");
  if (!as.empty() && std::ranges::find(kinds(), as) == kinds().end())
    return unknown_name("kind", as, kinds());
  if (std::ranges::find(models(), options.model) == models().end())
    return unknown_name("model", options.model, models());
  return check_day("--date", options.date);
}

InputKind kind_of(const ReadingOptions& options) {
  const auto found = std::ranges::find(kinds(), options.as);
  if (found == kinds().end()) return InputKind::kGuess;
  return static_cast<InputKind>(found - kinds().begin() + 1);
}

std::string flags_of(const ReadingOptions& options) {
  std::string flags;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) flags += fmt::format(" {} {}", name, shell_word(value));
  };
  add("--as", options.as);
  add("--date", options.date);
  for (const auto& overlay : options.overlays) add("--actors", overlay);
  if (options.model != ReadingOptions().model) add("--model", options.model);
  const auto usual = values_of({});
  size_t i = 0;
  for_each_limit(options.limits, [&](const char* name, auto value, const char*) {
    if (value != usual[i++]) add(name, std::to_string(value));
  });
  return flags;
}

std::string shell_word(std::string_view word) {
  const bool plain = !word.empty() && std::ranges::all_of(word, [](char c) {
    return is_ascii_alpha(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80 ||
           std::string_view("_./:@%+=,-").find(c) != std::string_view::npos;
  });
  if (plain) return std::string(word);
  return "'" + replace_all(std::string(word), "'", "'\\''") + "'";
}

}  // namespace demarche::cli
