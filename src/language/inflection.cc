// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "language/inflection.h"

namespace demarche {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool ends_in_consonant_y(std::string_view word) {
  return word.size() >= 2 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

std::string with(std::string_view base, std::string_view end) {
  std::string out(base);
  out += end;
  return out;
}

std::string stem(std::string_view base, bool doubled) {
  std::string out(base);
  if (doubled && !out.empty()) out += out.back();
  return out;
}

}  // namespace

bool is_doubling(std::string_view base) {
  if (base.size() < 3) return false;
  const char last = base.back();
  if (is_vowel(last) || last == 'w' || last == 'x' || last == 'y') return false;
  if (!is_vowel(base[base.size() - 2])) return false;
  if (is_vowel(base[base.size() - 3])) {
    // "quit": the u belongs to the q.
    return base.size() >= 4 && base[base.size() - 3] == 'u' && base[base.size() - 4] == 'q';
  }
  for (size_t i = 0; i + 2 < base.size(); ++i) {
    if (is_vowel(base[i]) || (base[i] == 'y' && i > 0)) return false;
  }
  return true;
}

std::string s_form(std::string_view base) {
  if (ends_in_consonant_y(base)) return with(base.substr(0, base.size() - 1), "ies");
  const bool hisses = base.ends_with('s') || base.ends_with('x') || base.ends_with('z') ||
                      base.ends_with("ch") || base.ends_with("sh");
  if (hisses) return with(base, "es");
  if (base.size() >= 2 && base.back() == 'o' && !is_vowel(base[base.size() - 2]) &&
      base.size() <= 5) {
    return with(base, "es");
  }
  return with(base, "s");
}

std::string ed_form(std::string_view base, bool doubled) {
  if (base.ends_with('e')) return with(base, "d");
  if (ends_in_consonant_y(base)) return with(base.substr(0, base.size() - 1), "ied");
  if (base.ends_with("ic")) return with(base, "ked");
  return stem(base, doubled) + "ed";
}

std::string ing_form(std::string_view base, bool doubled) {
  if (base.ends_with("ie")) return with(base.substr(0, base.size() - 2), "ying");
  if (base.ends_with('e') && !base.ends_with("ee") && !base.ends_with("oe") &&
      !base.ends_with("ye") && base != "be" && base != "singe") {
    return with(base.substr(0, base.size() - 1), "ing");
  }
  if (base.ends_with("ic")) return with(base, "king");
  return stem(base, doubled) + "ing";
}

std::string comparative(std::string_view base) {
  if (base.ends_with('e')) return with(base, "r");
  if (ends_in_consonant_y(base)) return with(base.substr(0, base.size() - 1), "ier");
  return stem(base, is_doubling(base)) + "er";
}

std::string superlative(std::string_view base) {
  std::string out = comparative(base);
  out.pop_back();
  return out + "st";
}

}  // namespace demarche
