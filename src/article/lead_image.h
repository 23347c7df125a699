// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <string>
#include <string_view>

#include "article/json_ld.h"
#include "page/page.h"

namespace demarche {

/// The address of the picture that a page gives for its article: of its JSON-LD, og:image,
/// twitter:image, microdata, link rel=image_src. Absolute where `url`, the page's address, is
/// known; empty where there is none. Without white space and controls, and with a host where it is
/// absolute.
std::string find_lead_image(const Page& page, const LinkedData& data, std::string_view url);

/// An address as a page at `base` means it: "//host/a", "/a", "../a", "?a". Left as it is where
/// the base is no http address.
std::string resolve_address(std::string_view address, std::string_view base);

}  // namespace demarche
