// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/credit.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/strings.h"
#include "base/utf8.h"

namespace demarche {
namespace {

using std::string_view_literals::operator""sv;

constexpr size_t kLongest = 120;  // bytes of a credit

constexpr std::array kAgencies = {"aap"sv,
                                  "afp"sv,
                                  "agence france-presse"sv,
                                  "agencies"sv,
                                  "ani"sv,
                                  "ansa"sv,
                                  "ap"sv,
                                  "apa"sv,
                                  "associated press"sv,
                                  "bernama"sv,
                                  "canadian press"sv,
                                  "cp"sv,
                                  "dpa"sv,
                                  "dw"sv,
                                  "efe"sv,
                                  "epd"sv,
                                  "ians"sv,
                                  "interfax"sv,
                                  "kna"sv,
                                  "kyodo"sv,
                                  "kyodo news"sv,
                                  "lusa"sv,
                                  "pa"sv,
                                  "pa media"sv,
                                  "press association"sv,
                                  "press trust of india"sv,
                                  "pti"sv,
                                  "reuters"sv,
                                  "sda"sv,
                                  "sid"sv,
                                  "tass"sv,
                                  "the associated press"sv,
                                  "the canadian press"sv,
                                  "thomson reuters"sv,
                                  "uni"sv,
                                  "upi"sv,
                                  "xinhua"sv,
                                  "yonhap"sv};
static_assert(std::ranges::is_sorted(kAgencies));

constexpr std::array kReports = {"reports "sv, "report by "sv, "reported by "sv,     "writes "sv,
                                 "source: "sv, "courtesy: "sv, "with inputs from "sv};
constexpr std::array kDesk = {"reporting by "sv,       "additional reporting by "sv,
                              "editing by "sv,         "compiled by "sv,
                              "writing by "sv,         "with inputs from "sv,
                              "(reporting by "sv,      "(additional reporting "sv,
                              "(editing by "sv,        "(with inputs from "sv,
                              "(with agency inputs"sv, "(with reporting by "sv};

size_t cut_space(std::string_view text, size_t end) {
  while (end > 0 && is_ascii_space(text[end - 1])) --end;
  return end;
}

// A name: few words, each with a capital (or a short joining word), no sentence end inside.
bool is_name(std::string_view text) {
  text = trim(text);
  while (!text.empty() && (text.back() == '.' || text.back() == ')')) text.remove_suffix(1);
  if (text.empty() || text.size() > 60) return false;
  size_t capitals = 0;
  size_t words = 0;
  for (const std::string_view word : split(text, ' ')) {
    if (word.empty()) continue;
    ++words;
    if (is_upper(decode_utf8(word, 0).value)) {
      ++capitals;
    } else if (word != "of" && word != "the" && word != "and" && word != "&" && word != "for") {
      return false;
    }
  }
  return capitals > 0 && words <= 7;
}

// "…", "...", "…." before `at`: where it begins, or npos.
size_t ellipsis_before(std::string_view text, size_t at) {
  at = cut_space(text, at);
  size_t dots = 0;
  bool sign = false;
  while (at > 0) {
    if (text[at - 1] == '.') {
      ++dots;
      --at;
    } else if (at >= 3 && text.substr(at - 3, 3) == "\xE2\x80\xA6") {
      sign = true;
      at -= 3;
    } else {
      break;
    }
  }
  return sign || dots >= 2 ? at : std::string_view::npos;
}

// "...reports NAME" after an ellipsis.
size_t find_report_tail(std::string_view text, size_t floor) {
  const std::string lower = to_lower_ascii(text.substr(floor));
  size_t best = std::string_view::npos;
  for (const std::string_view cue : kReports) {
    const size_t at = lower.rfind(cue);
    if (at == std::string::npos || (floor + at == 0)) continue;
    if (ellipsis_before(text, floor + at) == std::string_view::npos) continue;
    if (is_name(text.substr(floor + at + cue.size()))) best = floor + at;
  }
  return best;
}

// "(Reuters)", "- AP", "— AFP/dpa" after the end of a sentence.
size_t find_agency_tail(std::string_view text, size_t floor) {
  if (text.empty()) return std::string_view::npos;
  if (text.back() == ')') {
    const size_t open = text.rfind('(');
    if (open == std::string_view::npos || open < floor || open == 0) return std::string_view::npos;
    return is_agency(text.substr(open + 1, text.size() - open - 2)) ? open : std::string_view::npos;
  }
  for (const std::string_view dash : {"\xE2\x80\x94"sv, "\xE2\x80\x93"sv, "--"sv, "-"sv}) {
    const size_t at = text.rfind(dash);
    if (at == std::string_view::npos || at < floor || at == 0) continue;
    const char before = text[cut_space(text, at) > 0 ? cut_space(text, at) - 1 : 0];
    const bool ended = before == '.' || before == '"' || before == '!' || before == '?' ||
                       static_cast<unsigned char>(before) >= 128;
    if (ended && is_agency(text.substr(at + dash.size()))) return at;
  }
  return std::string_view::npos;
}

size_t find_desk_tail(std::string_view text, size_t floor) {
  const std::string lower = to_lower_ascii(text.substr(floor));
  size_t best = std::string_view::npos;
  for (const std::string_view cue : kDesk) {
    const size_t at = lower.find(cue);
    if (at == std::string::npos) continue;
    const size_t begin = floor + at;
    const size_t before = cut_space(text, begin);
    const bool starts = before == 0 || text[before - 1] == '.' || text[before - 1] == ';' ||
                        text[before - 1] == ')' ||
                        static_cast<unsigned char>(text[before - 1]) >= 128 || text[begin] == '(';
    if (starts) best = std::min(best, begin);
  }
  return best;
}

}  // namespace

bool is_agency(std::string_view name) {
  name = trim(name);
  const std::string lower = to_lower_ascii(name);
  if (std::ranges::binary_search(kAgencies, std::string_view(lower))) return true;
  const size_t slash = lower.find_first_of("/,");
  if (slash == std::string::npos || lower.size() > 40) return false;
  for (const std::string_view part : split(lower, lower[slash])) {
    if (!std::ranges::binary_search(kAgencies, trim(part))) return false;
  }
  return true;
}

CreditSplit split_credit(std::string_view text) {
  const size_t floor_at = text.size() > kLongest ? text.size() - kLongest : 0;
  size_t floor = floor_at;
  while (floor < text.size() && (static_cast<unsigned char>(text[floor]) & 0xC0U) == 0x80) ++floor;
  size_t at = find_report_tail(text, floor);
  if (at == std::string_view::npos) at = find_agency_tail(text, floor);
  if (at == std::string_view::npos) at = find_desk_tail(text, text.size() > 400 ? floor : 0);
  if (at == std::string_view::npos) return {text, {}};
  return {text.substr(0, cut_space(text, at)), text.substr(at)};
}

}  // namespace demarche
