// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/target.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/errors.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace demarche::serve {
namespace {

constexpr size_t kLongest = 8192;

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

tl::unexpected<Error> bad(std::string_view what) {
  return fail(errors::bad_input("target", fmt::format("the address {}", what)));
}

/// `plus`: "+" is a space, as forms write it.
Result<std::string> decode(std::string_view text, bool plus) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      const int high = i + 2 < text.size() ? digit_of(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? digit_of(text[i + 2]) : -1;
      if (high < 0 || low < 0) return bad("has a broken percent code");
      c = static_cast<char>(high * 16 + low);
      i += 2;
    } else if (plus && c == '+') {
      c = ' ';
    }
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return bad("has a control character");
    out += c;
  }
  if (repair_utf8(out).replaced > 0) return bad("is not UTF-8");
  return out;
}

}  // namespace

std::optional<std::string_view> Target::field(std::string_view name) const {
  const auto at = std::ranges::find(query, name, &std::pair<std::string, std::string>::first);
  if (at == query.end()) return std::nullopt;
  return at->second;
}

Result<Target> read_target(std::string_view target) {
  if (target.size() > kLongest) return bad(fmt::format("is longer than {} bytes", kLongest));
  if (!target.starts_with('/')) return bad("does not begin with /");
  target = target.substr(0, target.find('#'));
  const size_t mark = target.find('?');
  Target read;
  for (const std::string_view segment : split(target.substr(1, mark - 1), '/')) {
    auto decoded = decode(segment, false);
    if (!decoded) return fail(decoded.error());
    if (*decoded == "." || *decoded == "..") return bad("has a segment of dots");
    if (!decoded->empty()) read.path.push_back(std::move(*decoded));
  }
  if (mark == std::string_view::npos) return read;
  for (const std::string_view pair : split(target.substr(mark + 1), '&')) {
    if (pair.empty()) continue;
    const size_t equals = std::min(pair.find('='), pair.size());
    auto name = decode(pair.substr(0, equals), true);
    if (!name) return fail(name.error());
    auto value = decode(pair.substr(std::min(equals + 1, pair.size())), true);
    if (!value) return fail(value.error());
    read.query.emplace_back(std::move(*name), std::move(*value));
  }
  return read;
}

std::string encode_segment(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

}  // namespace demarche::serve
