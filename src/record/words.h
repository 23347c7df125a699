// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/text.h"
#include "record/rows.h"

namespace demarche {

/// The words of spans of a text, white space folded. Between two of them stands " ... ", or what
/// stands there in the text where that has no letter and no digit: nothing is left out then.
/// `offsets` is of `text`; spans outside it give less and no harm.
std::string words_at(std::string_view text, const OffsetMap& offsets, const Spans& spans);

}  // namespace demarche
