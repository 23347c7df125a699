// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/tokens.h"

#include <fmt/format.h>
#include <openssl/crypto.h>

#include <algorithm>

#include "base/errors.h"
#include "base/sha256.h"
#include "base/strings.h"
#include "base/tsv.h"

namespace demarche::serve {
namespace {

bool is_hash(std::string_view text) {
  constexpr size_t kDigits = 64;
  return text.size() == kDigits && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
         });
}

bool read_scopes(std::string_view text, Scopes& scopes) {
  for (const std::string_view scope : split(text, ',')) {
    if (scope == "read") {
      scopes.read = true;
    } else if (scope == "write") {
      scopes.write = true;
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

Result<Tokens> Tokens::parse(std::string_view text, std::string_view path) {
  Tokens tokens;
  uint32_t number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++number;
    line = trim(line);
    if (line.empty() || line.front() == '#') continue;
    const size_t first = std::min(line.find(' '), line.size());
    const std::string_view rest = trim(line.substr(first));
    const size_t second = std::min(rest.find(' '), rest.size());
    Token token{.hash = to_lower_ascii(line.substr(0, first)),
                .scopes = {},
                .name = std::string(trim(rest.substr(second)))};
    if (!is_hash(token.hash))
      return fail(errors::bad_row(path, number, "begins with no SHA-256 of a token"));
    if (!read_scopes(rest.substr(0, second), token.scopes))
      return fail(errors::bad_row(path, number, "has no scopes: read, write or read,write"));
    tokens.tokens_.push_back(std::move(token));
  }
  if (tokens.empty())
    return fail(errors::bad_input("tokens", fmt::format("{}: holds no token", path)));
  return tokens;
}

Result<Tokens> Tokens::load(const std::string& path) {
  constexpr size_t kLargest = 1U << 20U;
  const auto text = read_file(path, kLargest);
  if (!text) return fail(text.error());
  return parse(*text, path);
}

const Tokens::Token* Tokens::find(std::string_view token) const {
  const std::string hash = sha256_hex(token);
  const Token* found = nullptr;
  for (const Token& known : tokens_)
    if (CRYPTO_memcmp(known.hash.data(), hash.data(), hash.size()) == 0) found = &known;
  return token.empty() ? nullptr : found;
}

Scopes Tokens::scopes_of(std::string_view token) const {
  const Token* found = find(token);
  return found == nullptr ? Scopes{} : found->scopes;
}

std::string Tokens::name_of(std::string_view token) const {
  const Token* found = find(token);
  return found == nullptr ? std::string() : found->name;
}

std::string token_line(std::string_view token, std::string_view scopes, std::string_view name) {
  return fmt::format("{} {} {}\n", sha256_hex(token), scopes, name);
}

}  // namespace demarche::serve
