// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/site.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace demarche::serve {
namespace {

/// "127.0.0.1:8080" -> "127.0.0.1"; "[::1]:8080" -> "[::1]".
std::string host_of(std::string_view host) {
  const size_t bracket = host.rfind(']');
  const size_t colon = host.rfind(':');
  const bool port =
      colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket);
  return to_lower_ascii(host.substr(0, port ? colon : host.size()));
}

/// A page of another site can make a browser ask this machine under another name (DNS rebinding).
bool is_this_machine(std::string_view host) {
  const std::string name = host_of(host);
  return name == "localhost" || name == "127.0.0.1" || name == "[::1]";
}

bool is_data(const Request& request) {
  return !request.target.path.empty() && request.target.path[0] == "api";
}

/// The addresses that people see (contract.md).
bool is_page(std::string_view first) {
  static constexpr std::array<std::string_view, 8> kPages = {
      "signals", "documents", "actors", "map", "search", "try", "status", "issues"};
  return std::ranges::find(kPages, first) != kPages.end();
}

Response unauthorized(std::string_view detail) {
  Response response = problem(401, detail);
  response.headers.emplace_back("WWW-Authenticate", "Bearer");
  return response;
}

}  // namespace

Site::Site(SiteOptions options) : options_(std::move(options)), api_(options_.api) {
  for (const Asset& asset : assets())
    files_.push_back({asset, gzip(asset.bytes), entity_tag(asset.bytes)});
}

const Site::File* Site::find_file(std::string_view name) const {
  const auto at =
      std::ranges::find_if(files_, [&](const File& file) { return file.asset.name == name; });
  return at == files_.end() ? nullptr : &*at;
}

/// A file under /assets, or the one page that shows all addresses.
Response Site::page(const Request& request) const {
  const auto& path = request.target.path;
  const bool asset = path.size() == 2 && path[0] == "assets";
  const bool shown = path.empty() || is_page(path[0]);
  const File* file = asset ? find_file(path[1]) : shown ? find_file("index.html") : nullptr;
  if (file == nullptr && path.empty())
    return problem(404, "this program was built without its pages; the data are under /api");
  if (file == nullptr) return problem(404, "there is nothing at this address");
  Response response{.status = 200,
                    .type = std::string(type_of_asset(file->asset.name)),
                    .body = std::string(file->asset.bytes),
                    .headers = {{"Cache-Control", "no-cache"}}};
  pack(request, response, file->packed, file->tag);
  return response;
}

std::optional<Response> Site::refuse_stranger(const Request& request) const {
  if (options_.loopback && !is_this_machine(request.host))
    return problem(403, "this server answers to localhost alone", "Host", {"localhost"});
  if (options_.loopback || options_.public_read || !is_data(request)) return std::nullopt;
  if (request.bearer.empty()) return unauthorized("a token is wanted: Authorization: Bearer TOKEN");
  if (options_.tokens && options_.tokens->scopes_of(request.bearer).read) return std::nullopt;
  return unauthorized("this token may not read here");
}

std::optional<Response> Site::refuse_writer(const Request& request) const {
  const bool own = request.fetch_site.empty() || request.fetch_site == "same-origin";
  const bool origin = request.origin.empty() || request.origin.ends_with("//" + request.host);
  if (request.same_origin.empty() || !own || !origin)
    return problem(403, "what changes something must come from these pages: X-Demarche: 1",
                   "X-Demarche");
  if (options_.loopback && !options_.tokens) return std::nullopt;
  if (options_.tokens && options_.tokens->scopes_of(request.bearer).write) return std::nullopt;
  return unauthorized("a token that may write is wanted: Authorization: Bearer TOKEN");
}

tl::expected<uint64_t, Response> Site::admit(const Request& request) const {
  if (auto refused = refuse_stranger(request)) return tl::make_unexpected(std::move(*refused));
  if (!is_data(request)) return 0;
  std::vector<std::string> ids, allowed;
  const Api::Route* route = api_.find(request, ids, allowed);
  if (route == nullptr) return 0;  // told by the answer
  if (route->write)
    if (auto refused = refuse_writer(request)) return tl::make_unexpected(std::move(*refused));
  return route->body;
}

Response Site::answer(const Request& request) const {
  Response response;
  if (is_data(request)) {
    const std::string author = options_.tokens ? options_.tokens->name_of(request.bearer) : "";
    response = api_.answer(request, author);
  } else if (request.method != "GET" && request.method != "HEAD") {
    response = problem(405, "this address takes other methods", "method", {"GET"});
    response.headers.emplace_back("Allow", "GET, HEAD");
  } else if (request.target.path == std::vector<std::string>{"health"}) {
    return api_.health();
  } else {
    return page(request);
  }
  if (is_data(request)) response.headers.emplace_back("Cache-Control", "private, no-cache");
  pack(request, response);
  return response;
}

}  // namespace demarche::serve
