// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/message.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>

#include "base/sha256.h"
#include "record/json.h"

namespace demarche::serve {
namespace {

constexpr size_t kWorthPacking = 1024;

/// Is `tag` in a list of entity tags, weak or not (RFC 9110, 13.1.2)?
bool knows(std::string_view list, std::string_view tag) {
  return list == "*" || list.find(tag) != std::string_view::npos;
}

}  // namespace

std::string_view reason_of(unsigned status) {
  using Row = std::pair<unsigned, std::string_view>;
  static constexpr std::array<Row, 18> kReasons = {{{200, "OK"},
                                                    {204, "No Content"},
                                                    {303, "See Other"},
                                                    {304, "Not Modified"},
                                                    {400, "Bad Request"},
                                                    {401, "Unauthorized"},
                                                    {403, "Forbidden"},
                                                    {404, "Not Found"},
                                                    {405, "Method Not Allowed"},
                                                    {408, "Request Timeout"},
                                                    {409, "Conflict"},
                                                    {413, "Content Too Large"},
                                                    {415, "Unsupported Media Type"},
                                                    {422, "Unprocessable Content"},
                                                    {431, "Request Header Fields Too Large"},
                                                    {500, "Internal Server Error"},
                                                    {503, "Service Unavailable"},
                                                    {505, "HTTP Version Not Supported"}}};
  const auto* const at = std::ranges::find(kReasons, status, &Row::first);
  return at == kReasons.end() ? "Error" : at->second;
}

Response problem(unsigned status, std::string_view detail, std::string_view field,
                 const std::vector<std::string>& allowed) {
  Response response{
      .status = status, .type = "application/problem+json", .body = {}, .headers = {}};
  std::string& out = response.body;
  out = fmt::format("{{\"type\":\"about:blank\",\"title\":\"{}\",\"status\":{},\"detail\":",
                    reason_of(status), status);
  append_json_string(out, detail);
  if (!field.empty()) {
    out += ",\"field\":";
    append_json_string(out, field);
  }
  if (!allowed.empty()) {
    out += ",\"allowed\":[";
    for (const auto& value : allowed) {
      if (out.back() != '[') out += ',';
      append_json_string(out, value);
    }
    out += ']';
  }
  out += '}';
  return response;
}

void harden(Response& response) {
  // The pages are one script, one sheet of styles and what the API says: nothing from elsewhere.
  response.headers.emplace_back(
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
      "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("Referrer-Policy", "no-referrer");
  response.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  response.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
}

std::string entity_tag(std::string_view body) { return '"' + sha256_hex(body).substr(0, 20) + '"'; }

std::string gzip(std::string_view body) {
  z_stream stream{};
  constexpr int kGzip = 15 + 16, kLevel = 5, kMemory = 8;
  if (deflateInit2(&stream, kLevel, Z_DEFLATED, kGzip, kMemory, Z_DEFAULT_STRATEGY) != Z_OK)
    return {};
  std::string out(deflateBound(&stream, body.size()), '\0');
  // zlib takes no constant input, and changes none.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(whole && stream.total_out < body.size() ? stream.total_out : 0);
  deflateEnd(&stream);
  return out;
}

void pack(const Request& request, Response& response, std::string_view packed,
          std::string_view tag) {
  if (response.status != 200) return;
  const std::string own = tag.empty() ? entity_tag(response.body) : std::string(tag);
  response.headers.emplace_back("ETag", own);
  response.headers.emplace_back("Vary", "Accept-Encoding, Authorization");
  if (!request.known.empty() && knows(request.known, own)) {
    response.status = 304;
    response.body.clear();
    return;
  }
  if (!request.gzip || response.body.size() < kWorthPacking) return;
  std::string small = packed.empty() ? gzip(response.body) : std::string(packed);
  if (small.empty()) return;
  response.body = std::move(small);
  response.headers.emplace_back("Content-Encoding", "gzip");
}

}  // namespace demarche::serve
