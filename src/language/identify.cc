// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <cstdio>  // the next header needs FILE

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "base/utf8.h"
#include "language/language.h"

namespace demarche {
namespace {

// More text does not make the answer better, but it costs time.
constexpr size_t kEnough = 64U << 10U;
constexpr size_t kTooShort = 20;

std::string_view head_of(std::string_view utf8) {
  if (utf8.size() <= kEnough) return utf8;
  size_t end = kEnough;
  while (end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xC0U) == 0x80U) --end;
  return utf8.substr(0, end);
}

std::string iso_code(std::string_view cld2) {
  if (cld2 == "iw") return "he";
  if (cld2 == "un") return "und";
  return std::string(cld2.substr(0, cld2.find('-')));  // "zh-Hant"
}

}  // namespace

DetectedLanguage identify_language(std::string_view utf8) {
  if (utf8.size() < kTooShort) return {"und", false};
  // libcld2 reads beyond broken sequences: it gets repaired text only.
  const std::string text = repair_utf8(head_of(utf8)).text;
  CLD2::Language best[3];
  int percent[3];
  double score[3];
  int bytes = 0;
  int valid = 0;
  bool reliable = false;
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  const CLD2::Language found = CLD2::ExtDetectLanguageSummaryCheckUTF8(
      text.data(), static_cast<int>(text.size()), true, &hints, 0, best, percent, score, nullptr,
      &bytes, &reliable, &valid);
  if (found == CLD2::UNKNOWN_LANGUAGE) return {"und", false};
  return {iso_code(CLD2::LanguageCode(found)), reliable};
}

}  // namespace demarche
