// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

// ASCII helpers; bytes above 127 pass through untouched.
inline bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
inline bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_ascii_alpha(char c) { return (c >= 'a' && c <= 'z') || is_ascii_upper(c); }
std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char by);
std::string join(const std::vector<std::string>& parts, std::string_view by);
std::string to_lower_ascii(std::string_view text);
std::optional<int> parse_int(std::string_view text);
std::optional<double> parse_double(std::string_view text);
bool has_prefix_nocase(std::string_view text, std::string_view prefix);
std::string replace_all(std::string text, std::string_view what, std::string_view with);

/// White space runs (ASCII, and U+00A0, U+2000..U+200B, U+202F, U+3000) to one space, ends cut.
std::string fold_space(std::string_view text);

/// Latin letters without their marks: "Erdoğan" to "Erdogan", "Łódź" to "Lodz". Other letters stay.
std::string without_accents(std::string_view text);

/// For comparing words: Unicode case folding, accents kept, curly quotes and dashes to ASCII.
/// Valid UTF-8 in, valid UTF-8 out. ASCII takes a fast path; the rest goes through ICU.
std::string fold_case(std::string_view text);

/// The nearest of `names` by edit distance (two edits at most), for "did you mean"; empty if none.
std::string nearest_name(std::string_view word, const std::vector<std::string>& names);

}  // namespace demarche
