// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "store/wordless.h"

#include "base/sha256.h"
#include "record/json.h"
#include "signal/reprints.h"

namespace demarche {
namespace {

std::string without_words(const std::string& json) {
  auto record = read_record(json);
  if (!record) return {};
  record->text.clear();
  record->title = record->description = record->section = std::nullopt;
  record->tags.clear();
  record->furniture.clear();
  std::string out;
  append_json(out, *record);
  return out;
}

}  // namespace

StoredDocument without_words(StoredDocument document) {
  document.title.clear();
  document.text.clear();
  document.json = without_words(document.json);
  for (StoredRow& row : document.rows) {
    if (row.table != "actor") row.text.clear();
  }
  for (StoredReading& lost : document.readings) lost.reading = lost.why = "";
  for (Point& point : document.points) {
    point.wording = wording_of(point);
    point.text.clear();
  }
  return document;
}

std::vector<std::string> hashed(const std::vector<std::string>& words) {
  constexpr size_t kEnough = 10;
  std::vector<std::string> result;
  result.reserve(words.size());
  for (const auto& word : words) result.push_back(sha256_hex(word).substr(0, kEnough));
  return result;
}

}  // namespace demarche
