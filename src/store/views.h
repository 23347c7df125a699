// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace demarche {

/// SQL of the views `statements`, `events` and `actors` of a store: the id of the document, one
/// column for each key of the row in the record (lists as JSON), and its words as `text`. Only the
/// last revision of a document is in them; `issue` and `utterance` are those of the whole store.
std::string make_views();

/// SQL of what the store knows better than one record, for a row of stored_rows; NULL or '' where
/// there is none.
inline constexpr const char* kIssueOfRow =
    "(SELECT issue FROM points WHERE points.document = stored_rows.document "
    "AND points.row = stored_rows.row LIMIT 1)";
inline constexpr const char* kUtteranceOfRow =
    "(SELECT utterance FROM points WHERE points.document = stored_rows.document "
    "AND points.row = stored_rows.row LIMIT 1)";

}  // namespace demarche
