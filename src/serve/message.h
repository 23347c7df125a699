// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "serve/target.h"

namespace demarche::serve {

/// What the pages ask, apart from how it came over the line.
struct Request {
  std::string method;  ///< "GET", "HEAD", "POST" ...
  Target target;
  std::string body;
  std::string type;         ///< of the body: "application/json", without parameters, lower case
  std::string bearer;       ///< the token of "Authorization: Bearer TOKEN", or empty
  std::string known;        ///< If-None-Match
  std::string fetch_site;   ///< Sec-Fetch-Site: "same-origin", "cross-site" ..., or empty
  std::string origin;       ///< Origin, or empty
  std::string host;         ///< Host
  std::string same_origin;  ///< X-Demarche: a page of another origin cannot send it unasked
  bool gzip = false;        ///< the client takes bodies in gzip
};

struct Response {
  unsigned status = 200;
  std::string type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

using Handler = std::function<Response(const Request&)>;

/// An error as RFC 7807 has it. `field`: the name of what is wrong, or empty; `allowed`: the values
/// that it may have, where they can be told.
Response problem(unsigned status, std::string_view detail, std::string_view field = {},
                 const std::vector<std::string>& allowed = {});

/// "Not Found"; of a number that the program does not use "Error".
std::string_view reason_of(unsigned status);

/// Adds what every answer carries: what the page may load, and that nobody guesses its type.
void harden(Response& response);

/// An entity tag of these bytes, with its quotes.
std::string entity_tag(std::string_view body);
/// The bytes in gzip (RFC 1952); empty where they do not become shorter.
std::string gzip(std::string_view body);

/// Adds an entity tag of the body, answers "not modified" where the client has it, and packs a
/// longer body where the client takes gzip. For answers of status 200. `packed` and `tag`: of a
/// body that never changes, made before; else empty.
void pack(const Request& request, Response& response, std::string_view packed = {},
          std::string_view tag = {});

}  // namespace demarche::serve
