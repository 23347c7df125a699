// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.h"

namespace demarche {

/// The document as a store keeps it that may not keep texts: offsets, hashes, ids, days, numbers
/// and the names of actors and places; none of the other words of the page.
StoredDocument without_words(StoredDocument document);

/// Words as short hashes, in their order: enough to see whether two are the same.
std::vector<std::string> hashed(const std::vector<std::string>& words);

}  // namespace demarche
