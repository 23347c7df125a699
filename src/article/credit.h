// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <string_view>

namespace demarche {

/// A block and the credit at its end: "... near the river….reports Velmark Daily" has the credit
/// "reports Velmark Daily". Views into the given text; one of the two may be empty.
struct CreditSplit {
  std::string_view body;
  std::string_view credit;
};

/// Splits off "...reports AGENCY NAME" after an ellipsis, "(Reuters)", "- AP" and "Reporting by X;
/// Editing by Y" at the end. A text that is nothing but a credit has an empty body.
CreditSplit split_credit(std::string_view text);

/// True for the name of a news agency: "Reuters", "AP", "Agence France-Presse".
bool is_agency(std::string_view name);

}  // namespace demarche
