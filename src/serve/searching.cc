// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/searching.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/day.h"
#include "base/errors.h"
#include "base/strings.h"

namespace demarche::serve {
namespace {

tl::unexpected<Error> wrong(const std::string& why) {
  return fail(errors::bad_input("search", why));
}

/// The next word of a search, quotes taken off: `side:"New Karsonia"` is one.
Result<std::string> next_word(std::string_view& text) {
  std::string word;
  bool open = false;
  while (!text.empty() && (open || text.front() != ' ')) {
    if (text.front() == '"') {
      open = !open;
    } else {
      word += text.front();
    }
    text.remove_prefix(1);
  }
  if (open) return wrong("a quotation mark has no partner");
  return word;
}

Status set_field(const std::string& name, const std::string& value, Search& search) {
  RowFilter& filter = search.filter;
  if (name == "speaker") {
    search.speaker = value;
  } else if (name == "side") {
    filter.side = value;
  } else if (name == "issue") {
    filter.issues = {value};
  } else if (name == "type") {
    filter.type = value;
  } else if (!parse_day(value)) {
    return wrong(fmt::format("'{}:' wants a day as YYYY-MM-DD, not '{}'", name, value));
  } else {
    (name == "before" ? filter.to : filter.from) = value;
  }
  return {};
}

}  // namespace

std::vector<std::string> search_fields() {
  return {"speaker", "side", "issue", "type", "before", "after"};
}

Result<Search> read_search(std::string_view text) {
  Search search;
  const auto fields = search_fields();
  const std::string folded = fold_space(text);
  std::string_view left = folded;
  while (true) {
    while (left.starts_with(' ')) left.remove_prefix(1);
    if (left.empty()) return search;
    const auto word = next_word(left);
    if (!word) return fail(word.error());
    const size_t colon = word->find(':');
    const std::string name = colon == std::string::npos ? "" : word->substr(0, colon);
    const std::string value = colon == std::string::npos ? "" : word->substr(colon + 1);
    if (std::ranges::find(fields, name) == fields.end()) {
      search.filter.words += (search.filter.words.empty() ? "" : " ") + *word;
    } else if (value.empty()) {
      return wrong(fmt::format("'{}:' has no value", name));
    } else if (auto set = set_field(name, value, search); !set) {
      return fail(set.error());
    }
  }
}

Status find_speakers(const Store& store, Search& search) {
  if (search.speaker.empty()) return {};
  const auto names = store.known_actors("", "", -1);
  if (!names) return fail(names.error());
  const std::string wanted = fold_case(search.speaker);
  for (const ActorName& actor : *names) {
    const std::string name = fold_case(actor.name);
    const bool surname = name.size() > wanted.size() && name.ends_with(' ' + wanted);
    if (name == wanted || surname || fold_case(actor.key.id) == wanted)
      search.filter.actors.push_back(actor.key);
  }
  search.nobody = search.filter.actors.empty();
  return {};
}

}  // namespace demarche::serve
