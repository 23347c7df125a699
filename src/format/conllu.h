// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analyze/document.h"

namespace demarche {

/// Appends the sentences of a document in CoNLL-U: FORM, LEMMA, UPOS; `SpaceAfter=No` and named
/// entities (`NE=B-PER`, PER ORG LOC NAT, the outermost one) in the last column; `_` for what is
/// not known yet. Heads and relations are not known yet.
void append_conllu(std::string& out, const Document& document);

}  // namespace demarche
