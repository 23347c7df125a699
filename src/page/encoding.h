// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the page stage; the door is page.h.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/evidence.h"
#include "base/result.h"
#include "page/page.h"

namespace demarche {

/// Bytes as text: valid UTF-8, and what was odd about them.
struct Decoded {
  std::string text;
  std::vector<Note> notes;
};

/// Why some bytes are no text ("PDF file"), or nothing. A few stray NUL bytes of an HTML page are
/// let pass: browsers do so too.
std::string_view why_binary(std::string_view bytes, PageKind kind);

/// Decodes a page. Order of trust: byte order mark, UTF-16 seen by its NUL bytes, bytes that are
/// valid UTF-8 beyond chance, the HTTP header, the `meta` of an HTML page, uchardet, windows-1252.
/// Prose is UTF-8 (or UTF-16 with its mark) and nothing of it is lost, the mark included.
Result<Decoded> decode_page(std::string_view bytes, PageKind kind, std::string_view content_type);

/// The name that ICU knows for a label of the HTML standard ("gb2312" is "gb18030"); empty for an
/// unknown one.
std::string_view find_encoding(std::string_view label);

/// True where UTF-16 without a byte order mark is likely; `big` says which half is zero.
struct Utf16Guess {
  bool likely = false;
  bool big = false;
};
Utf16Guess guess_utf16(std::string_view bytes);

}  // namespace demarche
