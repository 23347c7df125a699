// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "statement/sentence_view.h"

#include <algorithm>

namespace demarche {

bool is_quote_mark(const std::string& word) { return word == "\"" || word == "``" || word == "''"; }
bool is_break(const std::string& word) {
  return word == "," || word == ";" || word == ":" || word == "-" || word == "(" || word == ")";
}
bool is_end(const std::string& word) {
  return word == "." || word == "!" || word == "?" || word == "..." || word == "\u2026";
}

bool SentenceView::opens_quote(uint32_t at) const {
  if (!inside(at) || !is_quote_mark(word(at))) return false;
  const Span mark = c_->tokens.tokens[at].span;
  return std::ranges::none_of(c_->quotes.overlapping(mark), [&](const Quote& quote) {
    return quote.span.end == mark.end && quote.span.begin < mark.begin;
  });
}

bool SentenceView::in_quotation(uint32_t first, uint32_t last) const {
  bool open = false;
  for (uint32_t i = first; i < last; ++i) open = is_quote_mark(word(i)) ? !open : open;
  return open;
}

bool SentenceView::is_gerund(uint32_t at) const {
  const uint32_t verb = c_->parse.verb_of[at];
  return verb != kNone && c_->parse.verbs[verb].first == at &&
         c_->parse.words[at].form == VerbForm::kGerund;
}

bool SentenceView::has_finite_verb(Range range) const {
  for (uint32_t i = range.first; i < range.last; ++i) {
    const uint32_t verb = c_->parse.verb_of[i];
    if (verb == kNone) continue;
    if (!c_->parse.verbs[verb].infinitive && !c_->parse.verbs[verb].participle) return true;
  }
  return false;
}

uint32_t SentenceView::after_dateline() const {
  constexpr uint32_t kLongest = 14;
  const std::string_view first = c_->article.text.of(c_->tokens.tokens[first_].span);
  const bool capitals = first.size() > 1 && std::ranges::none_of(first, [](char c) {
                          return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
                        });
  if (!capitals) return first_;
  for (uint32_t i = first_ + 1; i + 1 < last_ && i < first_ + kLongest; ++i) {
    if (c_->parse.verb_of[i] != kNone) break;
    if (word(i) == "-" && c_->tokens.tokens[i].space_after &&
        c_->tokens.tokens[i - 1].space_after) {
      return i + 1;
    }
  }
  return first_;
}

void SentenceView::trim(Range& range) const {
  while (range.last > range.first && is_break(word(range.last - 1))) --range.last;
  while (range.first < range.last && is_break(word(range.first))) ++range.first;
}

uint32_t SentenceView::time_end(uint32_t at) const {
  auto time = std::ranges::lower_bound(c_->times, at, {}, &TimeMention::first);
  if (time == c_->times.end() || time->first != at) return 0;
  const uint32_t last = std::min(time->last, last_);
  if (!inside(last)) return last;
  if (word(last) == "'s" || word(last) == "'") return 0;
  const uint32_t phrase = c_->parse.phrase_of[last];
  if (phrase != kNone && phrase == c_->parse.phrase_of[last - 1]) return 0;
  const uint32_t verb = c_->parse.verb_of[last];
  const bool subject =
      verb != kNone && !c_->parse.verbs[verb].infinitive && !c_->parse.verbs[verb].participle;
  return subject ? 0 : last;
}

bool SentenceView::begins_clause(uint32_t at) const {
  constexpr uint32_t kReach = 25;
  if (!inside(at)) return false;
  if (is_quote_mark(word(at))) return opens_quote(at);
  const Upos start = tag(at);
  const bool clause_word = start == Upos::kDet || start == Upos::kAdv || start == Upos::kAdj ||
                           start == Upos::kSconj || start == Upos::kNum;
  if (c_->parse.phrase_of[at] == kNone && word(at) != "there" && !clause_word) return false;
  for (uint32_t i = at; inside(i) && i < at + kReach; ++i) {
    if (word(i) == ";" || (is_quote_mark(word(i)) && i + 1 < last_ && word(i - 1) == ",")) {
      return false;
    }
    const uint32_t verb = c_->parse.verb_of[i];
    if (verb == kNone) continue;
    const VerbGroup& group = c_->parse.verbs[verb];
    if (!group.infinitive && !group.participle) return true;
    i = group.last - 1;
  }
  return false;
}

bool SentenceView::has_infinitive(uint32_t at) const {
  constexpr uint32_t kReach = 12;
  for (uint32_t i = at; inside(i) && i < at + kReach; ++i) {
    const uint32_t verb = c_->parse.verb_of[i];
    if (verb != kNone) return c_->parse.verbs[verb].infinitive;
  }
  return false;
}

std::vector<uint32_t> SentenceView::semicolons() const {
  std::vector<uint32_t> found;
  bool in_quote = false;
  for (uint32_t at = first_; at + 1 < last_; ++at) {
    if (is_quote_mark(word(at))) in_quote = !in_quote;
    if (!in_quote && word(at) == ";" && at > first_) found.push_back(at);
  }
  return found;
}

bool SentenceView::is_supposed(uint32_t source) const {
  uint32_t at = source;  // before this clause where its subject stands in the one before it
  while (at > first_ && tag(at - 1) == Upos::kAdv) --at;
  if (at <= first_) return false;
  const std::string& before = word(at - 1);
  return before == "if" || before == "unless" || before == "whether" || before == "should";
}

bool SentenceView::has_plain_past(Range content, uint32_t last) const {
  for (uint32_t i = content.first; i < last; ++i) {
    const uint32_t verb = c_->parse.verb_of[i];
    if (verb == kNone) continue;
    const VerbGroup& group = c_->parse.verbs[verb];
    const std::string& lemma = c_->parse.words[group.head].lemma;
    const bool plain = group.tense == Tense::kPast && group.modal.empty() && !group.perfect &&
                       !group.passive && !group.participle && !group.infinitive;
    if (plain && lemma != "be" && lemma != "have") return true;
  }
  return false;
}

bool SentenceView::is_relative(uint32_t at) const {
  constexpr uint32_t kReach = 6;
  for (uint32_t back = 1; back <= kReach && at >= first_ + back; ++back) {
    const uint32_t i = at - back;
    if (word(i) == "who" || word(i) == "which") return i > first_ && word(i - 1) == ",";
    if (word(i) == "," || c_->parse.verb_of[i] != kNone) return false;
  }
  return false;
}

bool SentenceView::is_answer(uint32_t at) const {
  if (!inside(at) || (word(at) != "no" && word(at) != "yes")) return false;
  return !inside(at + 1) || is_end(word(at + 1));
}

}  // namespace demarche
