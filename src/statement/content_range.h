// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the statement stage; the door is statement.h. Where what is said begins and ends.

#include "statement/sentence_view.h"

namespace demarche {

/// Does content, closed by a comma or a quote mark, stand before token `at`?
bool follows_content(const SentenceView& s, uint32_t at);

/// The tokens before the source, from the sentence's start, without a connective at its head.
Reported::Range content_before(const SentenceView& s, uint32_t at);

/// The rest of "The bridge, she said, is safe": after the comma that closes the cue, unless
/// what follows is the narrator's again: a participle, a contrast, a relative clause.
Reported::Range content_after(const SentenceView& s, uint32_t at, uint32_t before);

/// The end of content that begins at `at`: the sentence's end, or a comma (or a closed
/// quotation) after which something else begins: a participle, a new cue, a contrast.
uint32_t content_end(const SentenceView& s, uint32_t at, const Reported& row);

/// Steps over what says when, where and how somebody spoke: "in televised remarks", "late on
/// Monday", "that evening", "to reporters": times, phrases under a preposition and adverbs right
/// after the cue, a few at most.
uint32_t skip_adjuncts(const SentenceView& s, uint32_t at);

/// "said as he left", "said, after a long night, that", "said when asked".
bool is_circumstance(const SentenceView& s, uint32_t at);

/// Is the complement missing here: sentence end, a comma, a conjunction, a participle?
bool ends_here(const SentenceView& s, uint32_t at);
}  // namespace demarche
