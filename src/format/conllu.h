// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analyze/document.h"

namespace demarche {

/// Appends the sentences of a document in CoNLL-U: forms, lemmas and universal tags, and what else
/// the parser gives; `_` for what is not known. A written word of several tokens ("didn't",
/// "Russia's") has a line for its range, as in the treebanks of English. The last column holds
/// `SpaceAfter=No` and named entities (`NE=B-PER`, PER ORG LOC NAT, the outermost one).
void append_conllu(std::string& out, const Document& document);

}  // namespace demarche
