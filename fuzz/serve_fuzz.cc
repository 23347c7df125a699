// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "serve/bodies.h"
#include "serve/routes.h"
#include "serve/searching.h"
#include "serve/target.h"
#include "serve/tokens.h"

// What a stranger sends: any bytes as an address, a search, a verdict or a file of tokens are read
// or refused with a reason; an address that is read is UTF-8 without dots and control characters,
// and comes back when it is written again.

namespace {

using namespace demarche;
using namespace demarche::serve;

void require(bool holds) {
  if (!holds) std::abort();
}

void require_plain(std::string_view text) {
  require(repair_utf8(text).replaced == 0);
  for (const char c : text) require(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
}

void check_target(std::string_view text) {
  const auto target = read_target(text);
  if (!target) {
    require(target.error().code == "target" && !target.error().message.empty());
    return;
  }
  std::string again;
  for (const std::string& segment : target->path) {
    require_plain(segment);
    require(!segment.empty() && segment != "." && segment != "..");
    again += '/' + encode_segment(segment);
  }
  for (const auto& [name, value] : target->query) {
    require_plain(name);
    require_plain(value);
    again += (again.find('?') == std::string::npos ? '?' : '&') + encode_segment(name) + '=' +
             encode_segment(value);
  }
  if (again.empty() || again.front() != '/') again.insert(0, "/");
  const auto same = read_target(again);
  if (again.size() <= 8192) require(same && same->path == target->path);
  static const std::vector<Parameter> parameters = {
      {.name = "limit", .takes = Takes::kNumber},
      {.name = "from", .takes = Takes::kDay},
      {.name = "least", .takes = Takes::kShare},
      {.name = "kind", .takes = Takes::kText, .doc = {}, .allowed = {"a", "b"}}};
  const auto asked = Asked::read(*target, parameters);
  if (asked) {
    require(asked->number("limit", 0) >= 0);
    const double share = asked->share("least", 0);
    require(share >= 0 && share <= 1);
  } else {
    require(asked.error().status == 400);
    require_plain(asked.error().body);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_target(bytes);
  check_target(std::string("/api/signals?").append(bytes));
  if (const auto search = read_search(repair_utf8(bytes).text)) {
    require(search->filter.from.empty() || search->filter.from.size() == 10);
  } else {
    require(!search.error().message.empty());
  }
  if (const auto made = read_override(bytes)) {
    require(!made->target.empty() && !made->field.empty());
  } else {
    require(!made.error().code.empty());
  }
  if (const auto tokens = serve::Tokens::parse(bytes, "tokens")) require(!tokens->empty());
  return 0;
}
