// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the page stage; the door is page.h.

#include <string>
#include <string_view>

namespace demarche {

/// The label after "charset=" in a Content-Type; empty if none.
std::string find_header_label(std::string_view content_type);

/// The label that the first bytes of an HTML page declare: its XML declaration, `meta charset`, or
/// `meta http-equiv=content-type`, read as the HTML standard says (comments and other tags are
/// passed over). A label that no table knows does not end the search. Empty if none.
std::string find_declared_label(std::string_view head);

}  // namespace demarche
