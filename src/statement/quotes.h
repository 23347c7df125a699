// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "token/token.h"

namespace demarche {

/// A stretch between quote marks, marks included. A quotation that runs over paragraphs (each
/// opened anew, only the last one closed) gives one Quote a paragraph, `continues` set from the
/// second on. A mark without a partner gives no Quote and is counted.
struct Quote {
  Span span;
  bool single = false;     ///< single marks, as inside another quotation
  bool continues = false;  ///< goes on with the Quote before it
  Id<Quote> outer;         ///< the innermost quotation around it
};
/// Two quotations lie apart or one inside the other.
struct Quotes {
  std::vector<Quote> quotes;  ///< ascending by begin; inner ones follow outer ones
  uint32_t unpaired = 0;

  /// Those that share a byte with `span`, ascending. Looks at no others, however many there are.
  [[nodiscard]] std::vector<Quote> overlapping(Span span) const;
};
Quotes find_quotes(const Article& article);

}  // namespace demarche
