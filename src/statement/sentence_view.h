// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the statement stage; the door is statement.h.

#include <string>
#include <vector>

#include "statement/reported.h"

namespace demarche {

/// The tokens [first, last) of a sentence, or of a clause that is read like one, and the questions
/// that the rules of reported speech ask of them.
class SentenceView {
 public:
  static constexpr uint32_t kNone = Parse::kNone;
  using Range = Reported::Range;

  SentenceView(const StatementContext& context, uint32_t first, uint32_t last)
      : c_(&context), first_(first), last_(last) {}

  [[nodiscard]] const StatementContext& context() const { return *c_; }
  [[nodiscard]] uint32_t first() const { return first_; }
  [[nodiscard]] uint32_t last() const { return last_; }
  [[nodiscard]] const std::string& word(uint32_t at) const { return c_->tokens.lower[at]; }
  [[nodiscard]] Upos tag(uint32_t at) const { return c_->parse.words[at].upos; }
  [[nodiscard]] bool inside(uint32_t at) const { return at < last_; }
  /// A quote mark that does not close the quotation before it.
  [[nodiscard]] bool opens_quote(uint32_t at) const;
  /// Stands a quotation open between the two tokens?
  [[nodiscard]] bool in_quotation(uint32_t first, uint32_t last) const;
  /// "denied bombing the bridge".
  [[nodiscard]] bool is_gerund(uint32_t at) const;
  [[nodiscard]] bool has_finite_verb(Range range) const;
  /// The first token behind a dateline: "HARROW, June 3 (Agency) - ". It begins with a word in
  /// capitals and ends at a dash among the first tokens.
  [[nodiscard]] uint32_t after_dateline() const;
  void trim(Range& range) const;
  /// The end of the time that begins at this token and says when it was said, or 0: not that of
  /// "said Monday's talks failed" or "said this week was a good one".
  [[nodiscard]] uint32_t time_end(uint32_t at) const;
  /// A noun phrase with a finite verb of its own soon after it.
  [[nodiscard]] bool begins_clause(uint32_t at) const;
  [[nodiscard]] bool has_infinitive(uint32_t at) const;
  /// The semicolons outside quotations, with words on both sides.
  [[nodiscard]] std::vector<uint32_t> semicolons() const;
  /// "If Norvenia says the road is open": nothing is said yet.
  [[nodiscard]] bool is_supposed(uint32_t source) const;
  /// A plain past tense in the content before token `last`, "was" and "had" left out.
  [[nodiscard]] bool has_plain_past(Range content, uint32_t last) const;
  /// Is the cue at this verb group one of a relative clause between commas: "X, who said"?
  [[nodiscard]] bool is_relative(uint32_t at) const;
  /// "The minister said no."
  [[nodiscard]] bool is_answer(uint32_t at) const;

 private:
  const StatementContext* c_;
  uint32_t first_, last_;
};

bool is_quote_mark(const std::string& word);
bool is_break(const std::string& word);
bool is_end(const std::string& word);

}  // namespace demarche
