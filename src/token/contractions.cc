// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "token/contractions.h"

#include <array>

namespace demarche {
namespace {

constexpr std::string_view kCurly = "\xE2\x80\x99";

struct Contraction {
  std::string_view word;
  uint32_t at;
};

// Contractions without an apostrophe; those that are words of their own ("its", "were", "lets") or
// names ("Im") are left out.
constexpr auto kWritten = std::to_array<Contraction>({
    {"cannot", 3}, {"gonna", 3},   {"wanna", 3},   {"gotta", 3},    {"gimme", 3},  {"lemme", 3},
    {"dunno", 2},  {"dont", 2},    {"doesnt", 4},  {"didnt", 3},    {"isnt", 2},   {"wasnt", 3},
    {"arent", 3},  {"couldnt", 5}, {"wouldnt", 5}, {"shouldnt", 6}, {"havent", 4}, {"hasnt", 3},
    {"hadnt", 3},  {"cant", 2},    {"ive", 1},     {"werent", 4},   {"wont", 2},   {"aint", 2},
    {"arnt", 2},   {"outta", 3},   {"youre", 3},   {"theyre", 4},   {"youve", 3},  {"theyve", 4},
    {"youll", 3},  {"theyll", 4},  {"itll", 2},    {"thats", 4},    {"theres", 5}, {"whats", 4},
    {"hes", 2},    {"shes", 3},
});

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_same(std::string_view word, std::string_view folded) {
  if (word.size() != folded.size()) return false;
  for (size_t i = 0; i < word.size(); ++i) {
    if (lower(word[i]) != folded[i]) return false;
  }
  return true;
}

/// The bytes of the apostrophe that ends at `end`, 0 if there is none.
size_t apostrophe_before(std::string_view word, size_t end) {
  if (end >= 1 && (word[end - 1] == '\'' || word[end - 1] == '`')) return 1;
  if (end >= 3 && word.substr(end - 3, 3) == kCurly) return 3;
  return 0;
}

bool has_letter(std::string_view word) {
  for (const char c : word) {
    if (static_cast<unsigned char>(c) >= 128 || (lower(c) >= 'a' && lower(c) <= 'z')) return true;
  }
  return false;
}

}  // namespace

uint32_t clitic_at(std::string_view word) {
  const size_t size = word.size();
  if (word == "im") return 1;  // but "Im" is a name
  if (size < 3) return 0;
  const char last = lower(word[size - 1]);
  if (last == 't' || last == 'a' || last == 'e' || last == 'o' || last == 's' || last == 'l') {
    if (size <= 8) {
      for (const auto& [form, at] : kWritten) {
        if (is_same(word, form)) return at;
      }
    }
    // "I'ma go": "I 'm a"
    if (last == 'a' && size > 3 && lower(word[size - 2]) == 'm' &&
        apostrophe_before(word, size - 2) > 0) {
      return static_cast<uint32_t>(size - 1);
    }
    if (last == 't') {
      const size_t mark = apostrophe_before(word, size - 1);
      if (mark == 0 || size < mark + 3) return 0;
      const size_t n = size - mark - 2;
      return lower(word[n]) == 'n' ? static_cast<uint32_t>(n) : 0;
    }
  }
  size_t tail = 0;
  if (last == 's' || last == 'd' || last == 'm') {
    tail = 1;
  } else if ((last == 'e' && (lower(word[size - 2]) == 'v' || lower(word[size - 2]) == 'r')) ||
             (last == 'l' && lower(word[size - 2]) == 'l')) {
    tail = 2;
  }
  if (tail == 0) return 0;
  const size_t mark = apostrophe_before(word, size - tail);
  if (mark == 0 || size <= tail + mark) return 0;
  const size_t at = size - tail - mark;
  // "1990's" is one word; so is the plural of a digit.
  return has_letter(word.substr(0, at)) ? static_cast<uint32_t>(at) : 0;
}

}  // namespace demarche
