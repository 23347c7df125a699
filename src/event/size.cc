// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "event/size.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/strings.h"

namespace demarche {
namespace {

struct Amount {
  int64_t low = 0, high = 0;
  uint32_t last = 0;  // token behind it
};
struct Round {
  std::string_view word;
  int64_t low, high;
};
constexpr std::array<Round, 4> kRounds = {{{"dozens", 24, 99},
                                           {"hundreds", 200, 999},
                                           {"thousands", 2000, 9999},
                                           {"millions", 2000000, 9999999}}};
using Kind = std::pair<std::string_view, std::string_view>;  // lemma, kind
constexpr std::array<Kind, 22> kKinds = {
    {{"people", "people"},       {"person", "people"},    {"protester", "people"},
     {"demonstrator", "people"}, {"civilian", "people"},  {"resident", "people"},
     {"refugee", "people"},      {"worker", "people"},    {"student", "people"},
     {"troop", "troops"},        {"troops", "troops"},    {"soldier", "troops"},
     {"peacekeeper", "troops"},  {"reservist", "troops"}, {"fighter", "troops"},
     {"dead", "dead"},           {"death", "dead"},       {"injured", "injured"},
     {"wounded", "injured"},     {"injury", "injured"},   {"arrest", "arrested"},
     {"detainee", "arrested"}}};
constexpr std::array<Kind, 7> kFates = {{{"kill", "dead"},
                                         {"die", "dead"},
                                         {"injure", "injured"},
                                         {"wound", "injured"},
                                         {"hurt", "injured"},
                                         {"arrest", "arrested"},
                                         {"detain", "arrested"}}};

template <size_t N>
std::string_view kind_of(std::string_view word, const std::array<Kind, N>& kinds) {
  const auto at = std::ranges::find(kinds, word, &Kind::first);
  return at == kinds.end() ? std::string_view{} : at->second;
}

// "1,200" to 1200; 15 digits at most. Years are no amounts.
std::optional<int64_t> read_digits(std::string_view word) {
  int64_t value = 0;
  int digits = 0;
  bool comma = false;
  for (const char c : word) {
    if (c == ',') {
      comma = true;
    } else if (is_ascii_digit(c) && ++digits <= 15) {
      value = value * 10 + (c - '0');
    } else {
      return std::nullopt;
    }
  }
  if (digits == 0 || (!comma && digits == 4 && value >= 1900 && value < 2100)) return std::nullopt;
  return value;
}

std::optional<Amount> amount_at(const Tokens& tokens, uint32_t at, uint32_t end) {
  const auto& lower = tokens.lower[at];
  if (const auto value = read_digits(lower)) {
    const bool more = at >= 2 && tokens.lower[at - 1] == "least" && tokens.lower[at - 2] == "at";
    int64_t factor = 1;
    if (at + 1 < end && tokens.lower[at + 1] == "thousand") factor = 1000;
    if (at + 1 < end && tokens.lower[at + 1] == "million") factor = 1000000;
    if (*value > 1000000000) return std::nullopt;
    const auto exact = *value * factor;
    // "at least" leaves the upper end open: twice as many is the bound that readers take it for.
    return Amount{exact, more ? exact * 2 : exact, at + (factor > 1 ? 2 : 1)};
  }
  if ((lower == "tens" || lower == "hundreds") && at + 2 < end && tokens.lower[at + 1] == "of" &&
      tokens.lower[at + 2] == "thousands") {
    return lower == "tens" ? Amount{20000, 99999, at + 3} : Amount{200000, 999999, at + 3};
  }
  const auto round = std::ranges::find(kRounds, lower, &Round::word);
  if (round == kRounds.end()) return std::nullopt;
  return Amount{round->low, round->high, at + 1};
}

}  // namespace

std::vector<EventSize> find_sizes(const Tokens& tokens, const Parse& parse, uint32_t trigger) {
  const auto& sentence = tokens.sentences[tokens.sentence_of[trigger]];
  const auto begin = trigger > sentence.first + 12 ? trigger - 12 : sentence.first;
  const auto end = std::min(sentence.last, trigger + 20);
  std::vector<EventSize> sizes;
  for (uint32_t i = begin; i < end; ++i) {
    const auto amount = amount_at(tokens, i, end);
    if (!amount) continue;
    // What is counted: one of the next words; its fate is that of the trigger.
    for (uint32_t k = amount->last; k < end && k < amount->last + 4; ++k) {
      std::string_view kind = kind_of(parse.words[k].lemma, kKinds);
      if (kind.empty()) continue;
      const auto fate = kind_of(parse.words[trigger].lemma, kFates);
      if (!fate.empty()) kind = fate;
      sizes.push_back({std::string(kind), amount->low, amount->high, tokens.span_of(i, k + 1)});
      break;
    }
    i = amount->last - 1;
  }
  return sizes;
}

}  // namespace demarche
