// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is parse.h.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace demarche {

/// How a form becomes its lemma: letters to lower case or kept, some cut at the end, some added; or
/// the lemma itself (after Straka, Straková, Hajič 2019, without prefixes).
struct LemmaScript {
  bool whole = false;  ///< `added` is the lemma
  bool lower = false;
  uint32_t cut = 0;  ///< characters
  std::string added;

  /// "l|1|y", "k|0|", "=be". False where it is neither.
  static bool parse(std::string_view line, LemmaScript& script);
  /// Whether the form is longer than what is cut.
  [[nodiscard]] bool fits(std::string_view form) const;
  [[nodiscard]] std::string apply(std::string_view form) const;
};

/// Lemmas of forms with their tag, where what was seen in training is surer than a script.
class LemmaTable {
 public:
  /// Lines "FORM\tTAG\tLEMMA", FORM in lower case. False on another line.
  bool make(const std::vector<std::string>& lines);
  /// The lemma, or an empty view.
  [[nodiscard]] std::string_view find(std::string_view lower_form, std::string_view tag) const;

 private:
  std::unordered_map<std::string, std::string> lemmas_;  // "FORM\tTAG"
};

}  // namespace demarche
