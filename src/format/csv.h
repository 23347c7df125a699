// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/rows.h"

namespace demarche {

/// Appends one line after RFC 4180: fields with a comma, a quote or a line break are quoted, lines
/// end in CR LF.
void append_csv_line(std::string& out, const std::vector<std::string>& fields);

/// `read --format csv`: one table of statements and events together, one row each, in the order of
/// the record. Columns: document, row, kind (statement or event), type (act, or PLOVER type), side
/// and actor (name) of the first speaker or doer, other (name of the addressee or recipient), from,
/// to (when said or done), status (form, or status), polarity, confidence, text (content, or
/// evidence), place, url, published, title, claimed_by (name). Several spans of text are joined by
/// " ... ".
std::string csv_header();
void append_csv(std::string& out, const RecordRow& record);

}  // namespace demarche
