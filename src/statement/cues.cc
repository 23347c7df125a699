// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "statement/cues.h"

#include <algorithm>
#include <array>

#include "base/errors.h"
#include "base/strings.h"
#include "base/tsv.h"

namespace demarche {
namespace {

constexpr std::array<std::string_view, 22> kActs = {
    "assert",      "expect",    "accept",     "reject", "demand",       "offer",
    "request",     "promise",   "threaten",   "warn",   "accuse",       "deny",
    "deny_intent", "decline",   "no_comment", "appeal", "noncommittal", "conditional",
    "praise",      "apologise", "compare",    "other"};
constexpr std::array<std::string_view, 6> kAxes = {"outlook",    "force", "demand",
                                                   "commitment", "fact",  "deed"};
constexpr std::array<std::string_view, 10> kFrames = {"clause", "object", "to",    "objto", "noun",
                                                      "tell",   "none",   "quote", "that",  "call"};

template <class Enum, size_t N>
std::optional<Enum> find_name(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto at = std::ranges::find(names, name);
  if (at == names.end()) return std::nullopt;
  return static_cast<Enum>(at - names.begin());
}

std::vector<std::string> words_lower(std::string_view text) {
  std::vector<std::string> words;
  for (const auto part : split(text, ' ')) {
    if (!part.empty()) words.push_back(fold_case(part));
  }
  return words;
}

Status read_cues(const std::string& path, CueTable& table) {
  auto tsv = load_tsv(path, {"words", "frames", "act", "commitment", "example"});
  if (!tsv) return fail(tsv.error());
  for (const auto& row : tsv->rows) {
    Cue cue;
    cue.words = words_lower(row.fields[0]);
    for (const auto& frame : split_list(row.fields[1])) {
      const auto known = find_name<Frame>(kFrames, frame);
      if (!known) return fail(errors::bad_row(path, row.line, "unknown frame '" + frame + "'"));
      cue.frames |= frame_bit(*known);
    }
    const auto act = act_of(row.fields[2]);
    if (!act) return fail(errors::bad_row(path, row.line, "unknown act '" + row.fields[2] + "'"));
    const auto commitment = parse_int(row.fields[3]);
    if (cue.words.empty() || !commitment || *commitment < -3 || *commitment > 3) {
      return fail(errors::bad_row(path, row.line, "a cue needs words and a commitment of -3 to 3"));
    }
    cue.act = *act;
    cue.commitment = *commitment;
    cue.example = row.fields[4];
    cue.line = row.line;
    table.by_first[cue.words.front()].push_back(static_cast<uint32_t>(table.cues.size()));
    table.cues.push_back(std::move(cue));
  }
  return {};
}

Status read_positions(const std::string& path, CueTable& table) {
  auto tsv = load_tsv(path, {"words", "axis", "polarity", "act", "example"});
  if (!tsv) return fail(tsv.error());
  for (const auto& row : tsv->rows) {
    Position position;
    for (const auto& word : words_lower(row.fields[0])) {
      position.elements.push_back({split_list(word), word == "..."});
    }
    const auto axis = axis_of(row.fields[1]);
    const auto polarity = parse_int(row.fields[2]);
    if (!axis) return fail(errors::bad_row(path, row.line, "unknown axis '" + row.fields[1] + "'"));
    if (position.elements.empty() || position.elements.front().gap || !polarity || *polarity < -2 ||
        *polarity > 2) {
      return fail(
          errors::bad_row(path, row.line, "a position needs words and a polarity of -2 to 2"));
    }
    position.axis = *axis;
    position.polarity = *polarity;
    if (!row.fields[3].empty()) {
      position.act = act_of(row.fields[3]);
      if (!position.act) {
        return fail(errors::bad_row(path, row.line, "unknown act '" + row.fields[3] + "'"));
      }
    }
    position.words = row.fields[0];
    position.example = row.fields[4];
    position.line = row.line;
    for (const auto& word : position.elements.front().words) {
      table.positions_by_first[word].push_back(static_cast<uint32_t>(table.positions.size()));
    }
    table.positions.push_back(std::move(position));
  }
  return {};
}

Status read_contrasts(const std::string& path, CueTable& table) {
  auto tsv = load_tsv(path, {"words", "kind", "example"});
  if (!tsv) return fail(tsv.error());
  for (const auto& row : tsv->rows) {
    const std::string& kind = row.fields[1];
    Contrast contrast{.words = words_lower(row.fields[0]),
                      .differ = kind == "differ" || kind == "against",
                      .against = kind == "against",
                      .example = row.fields[2],
                      .line = row.line};
    if (contrast.words.empty() || (!contrast.differ && kind != "contrast")) {
      return fail(errors::bad_row(path, row.line, "kind is 'differ', 'against' or 'contrast'"));
    }
    table.contrasts_by_first[contrast.words.front()].push_back(
        static_cast<uint32_t>(table.contrasts.size()));
    table.contrasts.push_back(std::move(contrast));
  }
  return {};
}

}  // namespace

std::string_view name_of(Act act) { return kActs[static_cast<size_t>(act)]; }
std::string_view name_of(Axis axis) { return kAxes[static_cast<size_t>(axis)]; }
std::optional<Act> act_of(std::string_view name) { return find_name<Act>(kActs, name); }
std::optional<Axis> axis_of(std::string_view name) { return find_name<Axis>(kAxes, name); }

Result<CueTable> load_cues(const std::string& data_dir, std::string_view language) {
  CueTable table;
  const std::string folder = data_dir + "/" + std::string(language) + "/";
  if (auto done = read_cues(folder + "cues.tsv", table); !done) return fail(done.error());
  if (auto done = read_positions(folder + "positions.tsv", table); !done) return fail(done.error());
  if (auto done = read_contrasts(folder + "contrasts.tsv", table); !done) return fail(done.error());
  return table;
}

}  // namespace demarche
