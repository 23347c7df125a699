// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "record/json.h"

namespace demarche {

/// Appends one row as one line of JSON.
template <class Row>
void append_jsonl(std::string& out, const Row& row) {
  append_json(out, row);
  out += '\n';
}

}  // namespace demarche
