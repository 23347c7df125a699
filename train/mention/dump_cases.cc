// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Writes the mentions of texts with the features by which antecedents are looked for, for the
// trainer:
//   dump_cases DATA MODELS full|lite FILE.jsonl
// One JSON object a text: {"id", "cases": [[start, end, looks, [row ...] as anaphor,
// [row ...] as antecedent, [[before, [row ...]] ...], [number ...]] ...]}; start and end are code
// points of the word that carries the mention, the numbers at the end its vector, 64 times. Input:
// JSON Lines as for `demarche read --as jsonl`.

#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <fstream>

#include "analyze/analyze.h"
#include "mention/resolver.h"
#include "record/json.h"

using namespace demarche;

namespace {

/// A mention with the features by which antecedents are looked for.
struct Case {
  struct Pair {
    uint32_t before = 0;         ///< number of the earlier case
    std::vector<uint16_t> rows;  ///< of AntecedentModel
  };
  Span head;           ///< the word that carries the mention
  bool looks = false;  ///< a pronoun or a phrase: it has pairs, none where nothing stands before
  std::vector<uint16_t> as_anaphor, as_antecedent;
  std::vector<Pair> pairs;
  std::span<const float> vector;  ///< of the word, in the parse of the document
};

/// The mentions of a text in the order in which they are resolved; as find_mentions without a
/// model of antecedents.
std::vector<Case> find_cases(const Document& document, const ActorTable& actors) {
  using namespace mention;
  std::vector<Case> cases;
  if (document.tokens.size() == 0 || document.parse.words.size() < document.tokens.size())
    return cases;
  std::optional<Day> today;
  if (document.article.published) today = document.article.published->day;
  const Scene scene = make_scene(document.article, document.tokens, document.parse, document.times,
                                 actors, today, Limits{});
  Candidates candidates = find_candidates(scene);
  Draft draft(scene);
  Resolver resolver(scene, candidates, draft, nullptr);
  resolver.run();
  const Antecedents& antecedents = resolver.antecedents();
  const auto& points = antecedents.points();
  std::vector<uint32_t> window;
  for (uint32_t i = 0; i < points.size(); ++i) {
    const mention::Point& point = points[i];
    Case& found = cases.emplace_back();
    found.vector = document.parse.vector_of(point.head);
    found.head = document.tokens.tokens[point.head].span;
    const Candidate& candidate = candidates.all[point.candidate];
    found.looks = resolver.looks_back(candidate);
    Antecedents::add_alone(point, true, found.as_anaphor);
    Antecedents::add_alone(point, false, found.as_antecedent);
    if (!found.looks) continue;
    const Id<Actor> ruled =
        candidate.shape == mention::Shape::kPhrase ? Id<Actor>{} : candidate.actor;
    antecedents.add_ruled(point, ruled, found.as_anaphor);
    antecedents.find_window(point, i, window);
    for (const uint32_t before : window) {
      found.pairs.push_back({before, {}});
      antecedents.add_pair(point, points[before], i - before, ruled, found.pairs.back().rows);
    }
  }
  return cases;
}

/// Code points before a byte of a text, for bytes that ascend or not.
uint32_t points_before(std::string_view text, uint32_t byte) {
  uint32_t points = 0;
  for (const char c : text.substr(0, byte))
    points += (static_cast<unsigned char>(c) & 0xC0U) == 0x80 ? 0 : 1;
  return points;
}

std::string write(const Document& document, const std::vector<Case>& cases) {
  const std::string_view text = document.article.text.view();
  std::string out = "{\"id\":";
  append_json_string(out, document.id);
  out += ",\"cases\":[";
  for (size_t i = 0; i < cases.size(); ++i) {
    const Case& found = cases[i];
    out += fmt::format("{}[{},{},{},[{}],[{}],[", i > 0 ? "," : "",
                       points_before(text, found.head.begin), points_before(text, found.head.end),
                       found.looks ? 1 : 0, fmt::join(found.as_anaphor, ","),
                       fmt::join(found.as_antecedent, ","));
    for (size_t k = 0; k < found.pairs.size(); ++k)
      out += fmt::format("{}[{},[{}]]", k > 0 ? "," : "", found.pairs[k].before,
                         fmt::join(found.pairs[k].rows, ","));
    out += "],[";
    for (size_t k = 0; k < found.vector.size(); ++k)
      out += fmt::format("{}{}", k > 0 ? "," : "", std::lround(found.vector[k] * 64));
    out += "]]";
  }
  return out + "]}\n";
}

int complain(std::string_view what) {
  fmt::print(stderr, "dump_cases: {}\n", what);
  return 1;
}

}  // namespace

int main(int count, char** words) {
  if (count != 5) {
    fmt::print(stderr, "usage: dump_cases DATA MODELS full|lite FILE.jsonl\n");
    return 2;
  }
  const auto knowledge = load_knowledge(words[1], {}, words[2], words[3]);
  if (!knowledge) return complain(knowledge.error().message);
  std::ifstream in(words[4]);
  if (!in) return complain(fmt::format("{} cannot be opened", words[4]));
  std::string line;
  for (uint32_t record = 0; std::getline(in, line); ++record) {
    const auto input = read_json_line(line, words[4], record);
    if (!input) return complain(input.error().message);
    auto document = analyze(*input, *knowledge, {});
    if (!document) return complain(document.error().message);
    document->parse = find_parse(document->article, document->tokens, knowledge->languages.front(),
                                 knowledge->words, Vectors::kWords);
    const auto cases = find_cases(*document, knowledge->actors);
    const std::string out = write(*document, cases);
    if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size())
      return complain("output cannot be written");
  }
  return std::fflush(stdout) == 0 ? 0 : complain("output cannot be written");
}
