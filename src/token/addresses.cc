// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "token/addresses.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace demarche {
namespace {

constexpr auto kEndings = std::to_array<std::string_view>(
    {"com",  "org", "net", "gov", "edu", "mil", "int", "info", "biz",  "io",
     "co",   "uk",  "ru",  "de",  "fr",  "eu",  "cn",  "jp",   "au",   "ca",
     "tv",   "us",  "ua",  "pl",  "ch",  "nl",  "doc", "xls",  "pdf",  "txt",
     "html", "htm", "php", "jpg", "png", "exe", "zip", "url",  "docx", "xlsx"});
constexpr auto kSchemes =
    std::to_array<std::string_view>({"http://", "https://", "ftp://", "www.", "mailto:"});
// No host or mailbox is longer; keeps a run of a million letters from being read twice.
constexpr uint32_t kLongestName = 256;

bool is_listed(const auto& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

bool is_name_char(char c) {
  return is_ascii_alpha(c) || is_ascii_digit(c) || c == '.' || c == '_' || c == '-' || c == '+' ||
         c == '%';
}

/// "name@host.org" from `at`; `at` if it is not one.
uint32_t mail_end(std::string_view text, uint32_t at) {
  const auto run = [&](uint32_t from) {
    uint32_t last = from;
    while (last < text.size() && last - from < kLongestName && is_name_char(text[last])) ++last;
    return last;
  };
  const uint32_t name = run(at);
  if (name == at || name + 1 >= text.size() || text[name] != '@') return at;
  uint32_t last = run(name + 1);
  while (last > name + 1 && !is_ascii_alpha(text[last - 1]) && !is_ascii_digit(text[last - 1])) {
    --last;
  }
  return last > name + 1 ? last : at;
}

uint32_t web_end(std::string_view text, uint32_t at) {
  uint32_t last = at;
  while (last < text.size()) {
    const char c = text[last];
    if (c <= ' ' || c == '<' || c == '>' || c == '"' || static_cast<unsigned char>(c) >= 128) break;
    ++last;
  }
  const auto is_closing = [](char c) {
    return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == '\'' ||
           c == ']' || c == '}' || c == '|';
  };
  bool open = false;
  for (uint32_t i = at; i < last && !open; ++i) open = text[i] == '(';
  while (last > at && (is_closing(text[last - 1]) || (text[last - 1] == ')' && !open))) --last;
  return last;
}

}  // namespace

uint32_t address_end(std::string_view text, uint32_t at) {
  const char first = text[at];
  if (first == 'h' || first == 'w' || first == 'f' || first == 'm' || first == 'H' ||
      first == 'W') {
    for (const auto scheme : kSchemes) {
      const auto after = at + static_cast<uint32_t>(scheme.size());
      if (after < text.size() && is_ascii_alpha(text[after]) &&
          has_prefix_nocase(text.substr(at, scheme.size()), scheme)) {
        return web_end(text, at);
      }
    }
  }
  return mail_end(text, at);
}

bool is_domain_dot(std::string_view before, std::string_view after) {
  for (const char c : before) {
    if (static_cast<unsigned char>(c) >= 128) return false;
  }
  constexpr size_t kLongestEnding = 4;
  return after.size() <= kLongestEnding && is_listed(kEndings, to_lower_ascii(after)) &&
         (before.find('.') != std::string_view::npos || to_lower_ascii(after) == after ||
          !is_ascii_upper(after.front()) || after.size() == 3);
}

}  // namespace demarche
