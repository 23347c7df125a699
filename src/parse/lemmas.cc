// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "parse/lemmas.h"

#include <algorithm>

#include "base/strings.h"

namespace demarche {
namespace {

// The length of a text of which `count` characters at the end are cut, but for the first one.
size_t cut_end(std::string_view text, uint32_t count) {
  size_t size = text.size();
  for (; count > 0 && size > 0; --count) {
    do --size;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80);
  }
  if (size > 0 || text.empty()) return size;
  size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80) ++size;
  return size;
}

}  // namespace

bool LemmaScript::parse(std::string_view line, LemmaScript& script) {
  script = {};
  if (line.starts_with('=')) {
    script.whole = true;
    script.added = line.substr(1);
    return !script.added.empty();
  }
  const auto parts = split(line, '|');
  if (parts.size() < 3 || (parts[0] != "l" && parts[0] != "k")) return false;
  const auto cut = parse_int(parts[1]);
  if (!cut || *cut < 0 || *cut > 100) return false;
  script.lower = parts[0] == "l";
  script.cut = static_cast<uint32_t>(*cut);
  script.added = line.substr(parts[0].size() + parts[1].size() + 2);
  return true;
}

bool LemmaScript::fits(std::string_view form) const {
  const auto characters = std::ranges::count_if(
      form, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; });
  return whole || cut == 0 || static_cast<size_t>(characters) > cut;
}

std::string LemmaScript::apply(std::string_view form) const {
  if (whole) return added;
  std::string lemma = lower ? fold_case(form) : std::string(form);
  if (cut > 0) lemma.resize(cut_end(lemma, cut));
  return lemma + added;
}

bool LemmaTable::make(const std::vector<std::string>& lines) {
  lemmas_.clear();
  for (const std::string& line : lines) {
    const size_t end = line.rfind('\t');
    if (end == std::string::npos || line.find('\t') == end || end + 1 == line.size()) return false;
    lemmas_.emplace(line.substr(0, end), line.substr(end + 1));
  }
  return true;
}

std::string_view LemmaTable::find(std::string_view lower_form, std::string_view tag) const {
  std::string key(lower_form);
  key += '\t';
  key += tag;
  const auto found = lemmas_.find(key);
  return found == lemmas_.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace demarche
