// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Writes the blocks of pages with their features, one JSON object a page, for the trainer:
//   dump_blocks html|page FILE...      {"id", "blocks": [[text, rule, [row, ...]], ...]}
// A page that is no text is left out with a word; a file that cannot be read, or output that cannot
// be written, ends with status 1.
// rule: the kind of block (0 title, 1 standfirst, 2 body ...) that the rules see, 10 for furniture.

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "article/features.h"
#include "article/metadata.h"
#include "base/tsv.h"
#include "record/json.h"

using namespace demarche;

namespace {

bool write_page(const std::string& path, PageKind kind) {
  const auto bytes = read_file(path, Limits{}.file_bytes);
  if (!bytes) {
    fmt::print(stderr, "dump_blocks: {}\n", bytes.error().message);
    return false;
  }
  const auto page = read_page(*bytes, {.kind = kind});
  if (!page) {
    fmt::print(stderr, "dump_blocks: {}: left out: {}\n", path, page.error().message);
    return true;
  }
  std::vector<Features> features;
  Draft draft;
  if (kind == PageKind::kHtml) {
    std::vector<Note> notes;
    const HtmlHead head = read_html_head(*page, {}, notes);
    const HtmlBody body = find_html_body(*page, head.data, head.title, head.description);
    features = find_html_features(*page, body, head.title, head.description);
    draft = body.draft;
  } else {
    const TextBody body = find_text_body(*page, {});
    features = find_text_features(body);
    draft = body.draft;
  }
  if (features.size() != draft.size()) {
    fmt::print(stderr, "dump_blocks: {}: {} blocks, features of {}\n", path, draft.size(),
               features.size());
    return false;
  }
  std::string out = "{\"id\":";
  append_json_string(out, std::filesystem::path(path).stem().string());
  out += ",\"blocks\":[";
  for (size_t i = 0; i < draft.size(); ++i) {
    out += i > 0 ? ",[" : "[";
    append_json_string(out, draft[i].text);
    out += fmt::format(",{},[{}]]", draft[i].kept ? static_cast<int>(draft[i].block) : 10,
                       fmt::join(features[i], ","));
  }
  out += "]}\n";
  return std::fwrite(out.data(), 1, out.size(), stdout) == out.size();
}

}  // namespace

int main(int count, char** words) {
  const std::string_view kind = count > 2 ? words[1] : "";
  if (kind != "html" && kind != "page") {
    fmt::print(stderr, "usage: dump_blocks html|page FILE...\n");
    return 2;
  }
  bool good = true;
  for (int i = 2; i < count && good; ++i)
    good = write_page(words[i], kind == "html" ? PageKind::kHtml : PageKind::kText);
  if (good && std::fflush(stdout) == 0) return 0;
  fmt::print(stderr, "dump_blocks: not all pages are written\n");
  return 1;
}
