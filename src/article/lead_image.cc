// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/lead_image.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "article/metadata.h"
#include "article/references.h"
#include "base/strings.h"

namespace demarche {
namespace {

constexpr size_t kMostBytes = 4096;  // of an address

// Where the scheme of an address ends ("https:"), or 0.
size_t scheme_end(std::string_view address) {
  const size_t colon = address.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_ascii_alpha(address.front())) return 0;
  const bool letters = std::ranges::all_of(address.substr(0, colon), [](char c) {
    return is_ascii_alpha(c) || is_ascii_digit(c) || c == '+' || c == '-' || c == '.';
  });
  return letters ? colon + 1 : 0;
}

bool is_web(std::string_view address) {
  return has_prefix_nocase(address, "http://") || has_prefix_nocase(address, "https://");
}

// "https://" and "https:///a.jpg" lead nowhere.
bool lacks_host(std::string_view address) {
  const size_t end = scheme_end(address);
  if (end == 0 && !address.starts_with("//")) return false;
  const std::string_view host = address.substr(std::min(end + 2, address.size()));
  return host.empty() || std::string_view("/?#:@").find(host.front()) != std::string_view::npos;
}

// What may stand in no address, as browsers write it.
std::string escape(std::string_view address) {
  std::string out;
  for (const char c : address) {
    const auto u = static_cast<unsigned char>(c);
    if (u <= 0x20 || u == 0x7F || std::string_view("\"<>`").find(c) != std::string_view::npos) {
      out += fmt::format("%{:02X}", u);
    } else {
      out += c;
    }
  }
  return out;
}

// "a/./b/../c" to "a/c"; never above the root.
std::string without_dots(std::string_view path) {
  std::vector<std::string_view> parts;
  const std::vector<std::string_view> all = split(path, '/');
  for (size_t i = 0; i < all.size(); ++i) {
    const bool last = i + 1 == all.size();
    if (all[i] == "..") {
      if (parts.size() > 1) parts.pop_back();
      if (last) parts.emplace_back();
    } else if (all[i] == ".") {
      if (last) parts.emplace_back();
    } else {
      parts.push_back(all[i]);
    }
  }
  std::string out;
  for (size_t i = 0; i < parts.size(); ++i) out.append(i == 0 ? "" : "/").append(parts[i]);
  return out;
}

// A picture that a page can be shown with; no data in the address itself, no script.
bool is_picture(std::string_view address) {
  if (address.empty() || address.size() > kMostBytes || address.front() == '#') return false;
  return scheme_end(address) == 0 || is_web(address);
}

}  // namespace

std::string resolve_address(std::string_view address, std::string_view base) {
  address = trim(address);
  std::string kept(address);
  if (scheme_end(address) != 0 || !is_web(base)) return kept;
  const size_t scheme = base.find("://");
  const size_t host_end = std::min(base.find_first_of("/?#", scheme + 3), base.size());
  if (address.starts_with("//")) return std::string(base.substr(0, scheme + 1)) + kept;
  const std::string root(base.substr(0, host_end));
  const size_t path_end = std::min(base.find_first_of("?#", host_end), base.size());
  const std::string_view folder = base.substr(host_end, path_end - host_end);
  if (address.empty()) return std::string(base);
  if (address.front() == '?') return root + (folder.empty() ? "/" : std::string(folder)) + kept;
  const size_t query = std::min(address.find_first_of("?#"), address.size());
  std::string path(address.substr(0, query));
  if (address.front() != '/') {
    const size_t slash = folder.rfind('/');
    path =
        (slash == std::string_view::npos ? "/" : std::string(folder.substr(0, slash + 1))) + path;
  }
  return root + without_dots(path) + std::string(address.substr(query));
}

std::string find_lead_image(const Page& page, const LinkedData& data, std::string_view url) {
  std::vector<std::string> found = {data.image};
  for (const std::string_view name :
       {"og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src",
        "<itemprop image>", "<link image_src>"})
    found.push_back(decode_references(meta_of(page, name)));
  for (const std::string& address : found) {
    const std::string_view trimmed = trim(address);
    if (!is_picture(trimmed)) continue;
    const std::string resolved = resolve_address(trimmed, url);
    if (!lacks_host(resolved)) return escape(resolved);
  }
  return {};
}

}  // namespace demarche
