// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

// Internal to the folder.
namespace demarche::serve {

/// What a person typed into the search: words, and fields "speaker:", "side:", "issue:", "type:",
/// "before:", "after:" with a value each, in quotes where it has spaces.
struct Search {
  RowFilter filter;
  std::string speaker;  ///< as typed; see find_speakers
  bool nobody = false;  ///< no actor of the store is called so
};

/// The names of the fields.
std::vector<std::string> search_fields();

/// Fails (code "search") on a field that is not known, on a day that is none, and on an open quote.
Result<Search> read_search(std::string_view text);

/// Fills the filter's actors: all of the actor table whose id or name is the one typed, case
/// forgiven; a surname too.
Status find_speakers(const Store& store, Search& search);

}  // namespace demarche::serve
