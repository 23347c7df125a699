// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the page stage; the door is page.h.

#include <cstddef>
#include <string>

namespace demarche {

/// Blanks what follows the first `most` attributes of each tag, and says of how many tags. The
/// parser compares each attribute with all before it, so that one tag of a megabyte would take
/// minutes. Text after the tag stays as it is.
size_t blank_surplus_attributes(std::string& html, size_t most);

}  // namespace demarche
