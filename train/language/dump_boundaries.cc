// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Writes for the trainer of sentence boundaries each gap at which a sentence may end:
//   dump_boundaries DATA FILE.jsonl
//   doc ID
//   gap BYTE            where the piece before the gap ends in the text of the document
//   name=value          its features, one a line
//   end BYTE            of the last piece of a block
// The lines of FILE hold documents as prose. A gap that the model is never asked about is not
// written.

#include <fmt/format.h>

#include <cstdio>
#include <fstream>

#include "article/article.h"
#include "page/input.h"
#include "token/fold.h"
#include "token/gaps.h"
#include "token/sentences.h"

using namespace demarche;

namespace {

std::string describe(const Article& article, const Block& block, const Language& language) {
  const std::string_view text = article.text.view();
  std::vector<Piece> pieces;
  scan_pieces(text, block.span, &language, pieces);
  std::vector<std::string> lower;
  for (const Piece& piece : pieces) lower.push_back(fold_token(article.text.of(piece.span)));
  const auto ends = find_sentence_ends(text, pieces, lower);
  const Gaps gaps(text, pieces, lower, ends, language);
  std::string out;
  for (uint32_t i = 1; i < pieces.size(); ++i) {
    if (!gaps.may_end(i)) continue;
    out += fmt::format("gap {}\n", pieces[i - 1].span.end);
    gaps.write_features(i, out);
  }
  if (!pieces.empty()) out += fmt::format("end {}\n", pieces.back().span.end);
  return out;
}

int end_with(std::string_view what) {
  fmt::print(stderr, "dump_boundaries: {}\n", what);
  return 1;
}

/// The status to end with; 0 to go on.
int write_document(const std::string& line, const std::string& path, const Language& language) {
  const auto input = read_json_line(line, path, 0);
  if (!input) return end_with(input.error().message);
  const auto page = read_page(input->bytes, {.kind = input->kind});
  if (!page) return end_with(page.error().message);
  const Article article = make_article(*page, {});
  std::string out = "doc " + input->id + "\n";
  for (const Block& block : article.blocks) out += describe(article, block, language);
  if (std::fwrite(out.data(), 1, out.size(), stdout) == out.size()) return 0;
  return end_with("not all gaps are written");
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    fmt::print(stderr, "usage: dump_boundaries DATA FILE.jsonl\n");
    return 2;
  }
  const auto language = load_language(words[1], "en");
  if (!language) return end_with(language.error().message);
  std::ifstream lines(words[2]);
  if (!lines) return end_with(std::string(words[2]) + ": cannot be read");
  for (std::string line; std::getline(lines, line);) {
    if (const int status = write_document(line, words[2], *language)) return status;
  }
  return std::fflush(stdout) == 0 ? 0 : end_with("not all gaps are written");
}
