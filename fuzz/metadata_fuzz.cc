// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "article/dates.h"
#include "article/json_ld.h"
#include "article/metadata.h"
#include "article/state.h"
#include "base/utf8.h"
#include "page/encoding.h"
#include "page/prescan.h"

// Any bytes are the data of a page: JSON-LD, broken as it may be, dates, names, the state of an
// application, declared encodings. What comes out is valid UTF-8, and dates lie within the text.

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_valid(std::string_view text) { return demarche::repair_utf8(text).replaced == 0; }

void check(const demarche::LinkedData& data) {
  for (const std::string* text : {&data.headline, &data.published, &data.modified, &data.site,
                                  &data.description, &data.section, &data.language, &data.body})
    require(is_valid(*text));
  for (const demarche::Author& author : data.authors) require(!author.name.empty());
}

void check_dates(std::string_view text) {
  for (const bool month_first : {false, true}) {
    const auto found = demarche::find_date(text, month_first);
    if (!found) continue;
    require(found->begin < found->end && found->end <= text.size());
    require(found->value.starts_with(demarche::format_day(found->day)));
    // What was written is read back as the same instant.
    const auto again = demarche::find_date(found->value);
    require(again && again->value == found->value && again->day == found->day);
  }
  demarche::is_date_line(text);
  demarche::find_url_day(text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string text = demarche::repair_utf8(bytes).text;
  std::vector<demarche::Note> notes;
  check(demarche::read_json_ld({text}, notes));
  check_dates(text);
  for (const demarche::Author& author : demarche::split_authors(text, "Velmark Daily"))
    require(!author.name.empty() && is_valid(author.name));

  demarche::Page page{.kind = demarche::PageKind::kHtml};
  page.states = {text};
  require(is_valid(demarche::find_state_body(page)));
  demarche::find_state_date(page.states);

  const std::string label = demarche::find_declared_label(bytes);
  require(label.empty() || !demarche::find_encoding(label).empty());
  const auto decoded = demarche::decode_page(bytes, demarche::PageKind::kHtml, text.substr(0, 64));
  require(!decoded || is_valid(decoded->text));
  return 0;
}
