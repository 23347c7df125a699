// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the page stage; the door is page.h.

#include <string>

#include "base/limits.h"
#include "page/page.h"

namespace demarche {

/// Cuts an HTML page into blocks and collects its metadata. Reads events, builds no tree of the
/// markup: time and memory grow with the bytes, not with the depth.
void read_html(const std::string& utf8, const Limits& limits, Page& page);

}  // namespace demarche
