// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the doors are report.h, board.h and explain.h.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "format/report.h"

namespace demarche {

/// Columns that a text takes on a terminal: wide characters two, marks and joiners none.
uint32_t columns_of(std::string_view text);

/// White space folded, control characters taken out.
std::string clean(std::string_view text);

/// The lines of a text of at most `width` columns; a word is never cut, so a longer one sticks out.
std::vector<std::string> wrap(std::string_view text, uint32_t width);

/// What white space parts.
size_t words_in(std::string_view text);

/// One line of at most `width` columns: "The mast broke ... +37" has 37 words more.
std::string shorten(std::string_view text, uint32_t width);

/// An address of at most `width` columns: its beginning and its end around "...", since both say
/// what it is. Nothing is cut where it fits.
std::string shorten_address(std::string_view address, uint32_t width);

enum class Paint : uint8_t { kPlain, kBold, kQuiet, kHead };
std::string painted(std::string_view text, Paint paint, const ReportOptions& options);

/// Appends the wrapped text, each line `indent` columns in.
void append_wrapped(std::string& out, std::string_view text, uint32_t indent, Paint paint,
                    const ReportOptions& options);

/// Appends two texts side by side, each a list of paragraphs.
void append_columns(std::string& out, const std::vector<std::string>& left,
                    const std::vector<std::string>& right, const ReportOptions& options);

}  // namespace demarche
