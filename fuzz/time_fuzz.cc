// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "mention/mention.h"
#include "parse/word_model.h"
#include "tiny_model.h"

// Any text, glued from the words of times and anything else, read by any tree, gives times that lie
// in it, in order, each with a value, a rule and days that the calendar has; the same ones each
// time.

namespace {

using demarche::Article;
using demarche::TimeMention;
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

// It has learned nothing: its trees are any trees.
const std::shared_ptr<const WordModel>& words() {
  static const auto model = std::make_shared<const WordModel>(
      taken(WordModel::make(demarche::TinyModel::recurrent(), "tiny")));
  return model;
}

/// A byte above 127 stands for a word of times, so that few bytes say much.
std::string text_of(std::string_view bytes) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"the",     "last",    "next",     "Monday",    "of",         "May",       "31",
       "-",       "2032",    "BC",       "AD",        "two",        "hundred",   "years",
       "ago",     "later",   "until",    "quarter",   "century",    "1990s",     "10:35",
       "p.m.",    "24:00",   "midnight", "yesterday", "the day",    "after",     "before",
       "vote",    "week",    "end of",   "early",     "every",      "half",      "and",
       "or so",   "Easter",  "night",    "February",  "29",         "summer",    "0001",
       "9999",    "10000",   "fiscal",   "Q4",        "nineties",   "in",        "on",
       "from",    "to",      "this",     "that same", "year",       "month's",   "99999999",
       "several", "decades", "ago.",     "OSTREL,",   "(Agency) -", "will meet", "had met",
       "c. 347",  "'98",     "1915-17",  "per day",   "now"});
  std::string text;
  for (const char c : bytes.substr(0, kLongest)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 128) {
      text += c;
    } else {
      text += ' ';
      text += kWords[(byte - 128) % kWords.size()];
    }
  }
  return text;
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

bool is_shown(const std::optional<demarche::Day>& day) {
  return !day || (demarche::year_of(*day) >= 1 && demarche::year_of(*day) <= 9999);
}

void check_times(const std::vector<TimeMention>& times, uint32_t tokens, uint32_t bytes) {
  uint32_t end = 0;
  for (const TimeMention& time : times) {
    require(end <= time.span.begin && time.span.begin < time.span.end && time.span.end <= bytes);
    require(time.first < time.last && time.last <= tokens);
    require(!time.value.empty() && time.evidence.rule.starts_with("time."));
    require(is_shown(time.days.from) && is_shown(time.days.to));
    require(!time.days.from || !time.days.to || *time.days.from <= *time.days.to);
    end = time.span.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Article article = article_of(demarche::repair_utf8(text_of(bytes)).text);
  const demarche::Limits limits;
  const auto tokens = demarche::find_tokens(article, english(), limits);
  for (const auto& reader : {std::shared_ptr<const WordModel>(), words()}) {
    const auto parse = demarche::find_parse(article, tokens, english(), reader);
    for (const std::string_view today : {"", "0001-01-01", "2032-02-29", "9999-12-31"}) {
      const auto find = [&] {
        return demarche::find_times(article, tokens, parse, demarche::parse_day(today), limits);
      };
      const auto times = find();
      check_times(times, static_cast<uint32_t>(tokens.size()),
                  static_cast<uint32_t>(article.text.view().size()));
      const auto again = find();
      require(again.size() == times.size());
      for (size_t i = 0; i < times.size(); ++i) require(again[i].value == times[i].value);
    }
  }
  return 0;
}
