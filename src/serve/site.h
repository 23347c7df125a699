// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "serve/api.h"
#include "serve/assets.h"
#include "serve/server.h"
#include "serve/tokens.h"

namespace demarche::serve {

struct SiteOptions {
  ApiOptions api;
  std::optional<Tokens> tokens;
  bool loopback = true;      ///< only this machine can reach it
  bool public_read = false;  ///< whoever reaches it may read
};

/// Who may ask what, and who answers: the pages, the API, /health. On the loopback address
/// everybody may read, and write with the same-origin header; elsewhere reading wants a token
/// unless it is public, and writing always does.
class Site {
 public:
  explicit Site(SiteOptions options);

  /// Before a body is read: the greatest that it may have, or why the request is refused.
  [[nodiscard]] tl::expected<uint64_t, Response> admit(const Request& request) const;
  [[nodiscard]] Response answer(const Request& request) const;
  [[nodiscard]] const Api& api() const { return api_; }

 private:
  [[nodiscard]] std::optional<Response> refuse_stranger(const Request& request) const;
  [[nodiscard]] std::optional<Response> refuse_writer(const Request& request) const;

  [[nodiscard]] Response page(const Request& request) const;

  /// A file of the pages, as it goes over the line.
  struct File {
    Asset asset;
    std::string packed, tag;
  };
  [[nodiscard]] const File* find_file(std::string_view name) const;

  SiteOptions options_;
  Api api_;
  std::vector<File> files_;
};

}  // namespace demarche::serve
