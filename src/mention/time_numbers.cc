// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "mention/time_form.h"

namespace demarche {
namespace {

using enum TimeWord;

constexpr int kLargest = 100'000;

// A number below 100 in words: "twenty", "twenty four", "twenty-four".
std::optional<TimeCount> read_below_hundred(const Scan& scan, uint32_t at) {
  if (!scan.is(at, kCardinal)) return std::nullopt;
  TimeCount out{.last = at + 1, .count = scan.at(at).value};
  if (out.count < 20) return out;
  const uint32_t next = scan.joins(at + 1, '-') ? at + 2 : at + 1;
  if (scan.is(next, kCardinal) && scan.at(next).value < 10) {
    out.count += scan.at(next).value;
    out.last = next + 1;
  }
  return out;
}

// "a hundred", "two thousand", "two hundred and ten".
std::optional<TimeCount> read_words(const Scan& scan, uint32_t at) {
  std::optional<TimeCount> out = read_below_hundred(scan, at);
  if (!out && scan.is(at, kArticle) && scan.is(at + 1, kScale)) {
    out = TimeCount{.last = at + 1, .count = 1};
  }
  if (!out) return std::nullopt;
  for (int step = 0; step < 2 && scan.is(out->last, kScale); ++step) {
    out->count = std::min(out->count * scan.at(out->last).value, kLargest);
    ++out->last;
  }
  if (out->count >= 100) {
    const uint32_t next = scan.is(out->last, kAnd) ? out->last + 1 : out->last;
    if (const auto rest = read_below_hundred(scan, next)) {
      out->count = std::min(out->count + rest->count, kLargest);
      out->last = rest->last;
    }
  }
  return out;
}

std::optional<TimeCount> read_figures(const Scan& scan, uint32_t at) {
  const TimePiece& piece = scan.at(at);
  if (!scan.is_number(at) || piece.value > kLargest) return std::nullopt;
  TimeCount out{.last = at + 1, .count = piece.value, .tenths = piece.tenths};
  // "5 1/2"
  if (scan.is_number(at + 1) && scan.joins(at + 2, '/') && scan.is_number(at + 3) &&
      scan.at(at + 3).value > scan.at(at + 1).value) {
    out.tenths = scan.at(at + 1).value * 10 / scan.at(at + 3).value;
    out.last = at + 4;
  }
  return out;
}

}  // namespace

std::optional<TimeCount> read_count(const Scan& scan, uint32_t at) {
  if (auto figures = read_figures(scan, at)) return figures;
  if (auto words = read_words(scan, at)) {
    if (!scan.is(words->last, kDozen)) return words;
    return TimeCount{.last = words->last + 1, .count = std::min(words->count * 12, kLargest)};
  }
  const uint32_t next = scan.is(at, kArticle) ? at + 1 : at;
  if (scan.is(next, kCouple)) {
    return TimeCount{.last = next + (scan.is(next + 1, kOf) ? 2U : 1U), .count = 2};
  }
  if (scan.is(next, kDozen)) return TimeCount{.last = next + 1, .count = 12};
  if (scan.is(next, kVagueCount)) return TimeCount{.last = next + 1, .vague = true};
  if (scan.is(at, kHalf) && scan.is(at + 1, kArticle)) {
    return TimeCount{.last = at + 2, .count = 0, .tenths = 5};
  }
  if (scan.is(at, kArticle)) return TimeCount{.last = at + 1, .count = 1, .article = true};
  return std::nullopt;
}

std::optional<TimeYear> read_year(const Scan& scan, uint32_t at) {
  const TimePiece& piece = scan.at(at);
  if (scan.is_number(at)) {
    if (piece.digits != 4 || piece.grouped || piece.value < 1000 || piece.value > 2100) {
      return std::nullopt;
    }
    return TimeYear{at + 1, piece.value};
  }
  if (piece.mark == '\'' && scan.is_number(at + 1) && scan.is_glued(at + 1) &&
      scan.at(at + 1).digits == 2 && !scan.at(at + 1).grouped) {
    const int two = scan.at(at + 1).value;
    return TimeYear{at + 2, two < 40 ? 2000 + two : 1900 + two};
  }
  if (!scan.is(at, kCardinal)) return std::nullopt;
  // "nineteen ninety-six"; "two thousand" counts as a year only after the word "year" or a month,
  // which is for the caller to know.
  if (piece.value == 19 || (piece.value == 20 && !scan.joins(at + 1, '-'))) {
    const auto rest = read_below_hundred(scan, at + 1);
    if (rest && rest->count >= 10) return TimeYear{rest->last, piece.value * 100 + rest->count};
  }
  if (piece.value == 2 && scan.is(at + 1, kScale) && scan.at(at + 1).value == 1000) {
    const auto all = read_words(scan, at);
    if (all && all->count < 2100) return TimeYear{all->last, all->count};
  }
  return std::nullopt;
}

std::optional<TimeOrdinal> read_ordinal(const Scan& scan, uint32_t at) {
  const TimePiece& piece = scan.at(at);
  if (scan.is_number(at) && !piece.grouped && scan.is(at + 1, kOrdinalEnd) &&
      scan.is_glued(at + 1)) {
    return TimeOrdinal{at + 2, piece.value};
  }
  if (piece.word == kOrdinal) return TimeOrdinal{at + 1, piece.value};
  if (piece.word == kCardinal && piece.value >= 20) {
    const uint32_t next = scan.joins(at + 1, '-') ? at + 2 : at + 1;
    if (scan.is(next, kOrdinal) && scan.at(next).value < 10) {
      return TimeOrdinal{next + 1, piece.value + scan.at(next).value};
    }
  }
  return std::nullopt;
}

}  // namespace demarche
