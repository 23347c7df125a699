// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/store.h"

namespace demarche::cli {

/// What a person wrote behind --side, --actor, --issue and --type.
struct AskedFilters {
  std::string side, actor, issue, type;
};

/// The filters as a store knows them: a side by code or by name, an actor by id or by name, an
/// issue by id, the beginning of one, or label, a type of the table; case is forgiven. A value that
/// nothing can have is told with the nearest that something has, and gives the status of wrong
/// usage in `status`; one that the program knows and the store does not leaves a line of words.
struct FoundFilters {
  std::optional<int> status;
  std::string side, type;
  std::vector<ActorKey> actors;
  std::vector<std::string> issues;
};

/// `table`: "statements", "events" or "actors"; empty: --type is none of the filters.
Result<FoundFilters> find_filters(const Store& store, const std::string& path,
                                  const AskedFilters& asked, const std::string& table);

/// The one document that a name means, or why there is none: "STORE: NAME: why".
Result<std::string> find_document(const Store& store, const std::string& path,
                                  const std::string& name);

}  // namespace demarche::cli
