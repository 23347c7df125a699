// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace demarche {

/// The bounds that keep one page from using time or memory without end. They count bytes, nodes,
/// tokens and rows, never seconds, so that the same page always gives the same record. Each has a
/// flag `--max-NAME` of `demarche read`; a bound that was hit leaves a note `limit_NAME`.
struct Limits {
  uint64_t file_bytes = 32ULL << 20U;  ///< of one input file or JSON Lines line; over: refused
  uint32_t depth = 512;                ///< of open elements; deeper ones lie flat
  uint32_t blocks = 20000;             ///< of one page; the rest is dropped
  uint32_t text_bytes = 2U << 20U;     ///< of one text; the rest is dropped, of prose not read
  uint32_t sentence_tokens = 400;      ///< a longer sentence is cut
  uint32_t rows = 20000;               ///< of one stage (mentions, statements, events ...)
};

}  // namespace demarche
