// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder and to the lists of the program.

#include <string>
#include <string_view>

namespace demarche {

/// First and last day as a person reads them: "13 Oct 2025", "13-14 Oct 2025", "Oct 2025", "2025",
/// "30 Sep - 2 Oct 2025", "up to 3 Jan 2026", "from 3 Jan 2026". Empty where neither is known; what
/// is no day is passed over.
std::string days_in_words(std::string_view from, std::string_view to);

/// A day, or an instant with the page's own offset: "13 Mar 2031, 17:42 +01:00". What is neither
/// comes back as it is.
std::string date_in_words(std::string_view value);

}  // namespace demarche
