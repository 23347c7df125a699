// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace demarche::serve {

/// What a client may do.
struct Scopes {
  bool read = false, write = false;
};

/// The tokens of a server: of each its SHA-256, never the token itself.
class Tokens {
 public:
  /// A text of lines "HASH SCOPES NAME": 64 hexadecimal digits, "read", "write" or "read,write",
  /// and a name for people; empty lines and lines that begin with "#" are passed over. `path` is
  /// for the message where a line is none.
  static Result<Tokens> parse(std::string_view text, std::string_view path);
  static Result<Tokens> load(const std::string& path);

  /// What the bearer of this token may do: nothing for one that is not known. All hashes are
  /// compared whole, so that the time tells nothing of how near a guess is.
  [[nodiscard]] Scopes scopes_of(std::string_view token) const;
  /// The name of the token, or empty.
  [[nodiscard]] std::string name_of(std::string_view token) const;
  [[nodiscard]] bool empty() const { return tokens_.empty(); }

 private:
  struct Token {
    std::string hash;  // lower case
    Scopes scopes;
    std::string name;
  };
  [[nodiscard]] const Token* find(std::string_view token) const;

  std::vector<Token> tokens_;
};

/// A line of a file of tokens.
std::string token_line(std::string_view token, std::string_view scopes, std::string_view name);

}  // namespace demarche::serve
