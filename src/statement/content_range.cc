// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "statement/content_range.h"

#include <algorithm>

namespace demarche {
namespace {

constexpr uint32_t kNone = Parse::kNone;
using Range = Reported::Range;

// "“The road,” she said, pointing at it, “is closed”": the quotation goes on after a participle
// that is no cue itself.
Range quotation_after(const SentenceView& s, uint32_t participle) {
  constexpr uint32_t kReach = 20;
  if (s.context().cues.by_first.contains(s.context().parse.words[participle].lemma)) return {};
  for (uint32_t at = participle + 1; s.inside(at) && at < participle + kReach; ++at) {
    if (s.opens_quote(at))
      return s.word(at - 1) == "," ? Range{at, content_end(s, at, {})} : Range{};
  }
  return {};
}

// An adverb of how or when somebody spoke, not one that begins what he said: "said there was",
// "said too much was spent".
bool is_manner(const SentenceView& s, uint32_t at) {
  if (s.tag(at) != Upos::kAdv) return false;
  static const std::vector<std::string> kWords = {
      "again", "also",  "later", "earlier", "afterwards", "afterward", "then", "today",
      "here",  "twice", "once",  "instead", "still",      "often",     "too",  "however"};
  const std::string& here = s.word(at);
  const bool too = here == "too" || here == "still";
  if (too) return s.inside(at + 1) && s.word(at + 1) == "that";
  return here.ends_with("ly") || std::ranges::count(kWords, here) > 0;
}

// "said earlier on Monday", "said late Monday", "said earlier.": no adjective.
bool is_sooner(const SentenceView& s, uint32_t at) {
  const std::string& here = s.word(at);
  if (here != "earlier" && here != "later" && here != "late" && here != "early") return false;
  if (!s.inside(at + 1) || s.time_end(at + 1) != 0) return true;
  const std::string& next = s.word(at + 1);
  return s.tag(at + 1) == Upos::kAdp || next == "that" || is_end(next) || is_break(next);
}

// Steps over "as he left the building" where "that" or a quotation follows.
uint32_t skip_circumstance(const SentenceView& s, uint32_t at) {
  constexpr uint32_t kLongest = 20;
  const bool comma = s.inside(at + 1) && s.word(at) == ",";
  const uint32_t from = comma ? at + 1 : at;
  if (!s.inside(from) || !is_circumstance(s, from)) return at;
  for (uint32_t i = from + 1; s.inside(i) && i < from + kLongest; ++i) {
    if (is_quote_mark(s.word(i))) return at;
    const bool that = s.word(i) == "that" && s.inside(i + 1) && s.word(i - 1) != "," &&
                      (s.context().parse.phrase_of[i + 1] != kNone || s.word(i + 1) == "there");
    const bool closed = comma && s.word(i) == "," && s.inside(i + 1) && s.word(i + 1) == "that";
    if (closed) return i + 1;
    if (that && !comma && s.tag(from) == Upos::kSconj) return i;
  }
  return at;
}

// The end of content [at, end) without what says when it was said: "said “we agree” on Monday",
// "rejected the plan on Monday". Of a clause it may be the clause's own time and stays.
uint32_t without_adjuncts(const SentenceView& s, uint32_t at, uint32_t end, Frame frame) {
  if (s.opens_quote(at)) {
    uint32_t close = at + 1;
    while (close < end && !is_quote_mark(s.word(close))) ++close;
    if (close + 1 < end && skip_adjuncts(s, close + 1) >= end) return close + 1;
  }
  if (frame != Frame::kObject) return end;
  constexpr uint32_t kLongest = 4;
  for (uint32_t i = end - std::min(end - at, kLongest); i < end; ++i) {
    if (i <= at || s.time_end(i) != end) continue;
    return s.word(i - 1) == "on" ? i - 1 : i;
  }
  return end;
}

// "rejected the plan and left": a conjunction with a finite verb right behind it.
bool is_second_verb(const SentenceView& s, uint32_t at) {
  if (s.word(at) != "and" && s.word(at) != "but") return false;
  uint32_t next = at + 1;
  while (s.inside(next) && s.tag(next) == Upos::kAdv) ++next;
  const uint32_t verb = s.inside(next) ? s.context().parse.verb_of[next] : kNone;
  if (verb == kNone || s.context().parse.verbs[verb].first != next) return false;
  const VerbGroup& group = s.context().parse.verbs[verb];
  return !group.participle && !group.infinitive && group.tense == Tense::kPast;
}

}  // namespace

bool follows_content(const SentenceView& s, uint32_t at) {
  if (at <= s.first() + 1) return false;
  const std::string& before = s.word(at - 1);
  if (is_quote_mark(before)) return !s.opens_quote(at - 1);
  return before == "," || before == "?" || before == "!";
}

Range content_before(const SentenceView& s, uint32_t at) {
  Range range{std::min(s.after_dateline(), at), at};
  static const std::vector<std::string> kHeads = {
      "meanwhile", "however", "but", "and", "also", "still", "moreover", "separately", "earlier"};
  while (range.first < range.last &&
         (std::ranges::count(kHeads, s.word(range.first)) > 0 || s.word(range.first) == ",")) {
    ++range.first;
  }
  // A comma inside the quotation belongs to it; one outside does not.
  if (!is_quote_mark(s.word(range.last - 1))) s.trim(range);
  return range;
}

Range content_after(const SentenceView& s, uint32_t at, uint32_t before) {
  if (!s.inside(at + 1) || s.word(at) != ",") return {};
  const uint32_t next = at + 1;
  static const std::vector<std::string> kNarrator = {
      "but",   "while", "although", "even",    "who",  "which",  "as",    "after",    "before",
      "where", "when",  "though",   "despite", "with", "citing", "whose", "according"};
  if (std::ranges::count(kNarrator, s.word(next)) > 0) return {};
  const uint32_t verb = s.context().parse.verb_of[next];
  if (verb != kNone &&
      (s.context().parse.verbs[verb].participle || s.context().parse.verbs[verb].infinitive)) {
    return quotation_after(s, next);
  }
  // "The road was open, she said, six days after ...": a whole clause needs no rest.
  if (s.word(next) != "and" && !is_quote_mark(s.word(next)) &&
      s.has_finite_verb(content_before(s, before))) {
    return {};
  }
  return {next, content_end(s, next, {})};
}

uint32_t content_end(const SentenceView& s, uint32_t at, const Reported& row) {
  bool in_quote = false;
  for (uint32_t i = at; i < s.last(); ++i) {
    if (is_quote_mark(s.word(i))) {
      in_quote = !in_quote;
      continue;
    }
    if (in_quote || i == at) continue;
    if (row.frame == Frame::kObject && is_second_verb(s, i) && !s.has_finite_verb({at, i}))
      return i;
    const bool after_comma =
        s.word(i - 1) == "," || (is_quote_mark(s.word(i - 1)) && i >= 2 && s.word(i - 2) == ",");
    if (!after_comma) continue;
    const uint32_t verb = s.context().parse.verb_of[i];
    const bool begins = verb != kNone && s.context().parse.verbs[verb].first == i;
    const bool participle = begins && s.context().parse.verbs[verb].participle;
    // "X, who said the road was open, left": back to the sentence around the clause.
    const bool back = begins && row.relative && !s.context().parse.verbs[verb].infinitive;
    const std::string& here = s.word(i);
    if (participle || back || here == "but" || here == "while" || here == "although" ||
        here == "even" || here == "who" || here == "according") {
      return is_quote_mark(s.word(i - 1)) ? i : i - 1;
    }
  }
  uint32_t end = s.last();
  while (end > at && is_end(s.word(end - 1))) --end;
  return without_adjuncts(s, at, end, row.frame);
}

uint32_t skip_adjuncts(const SentenceView& s, uint32_t at) {
  constexpr int kMost = 8;
  for (int i = 0; i < kMost && s.inside(at); ++i) {
    if (const uint32_t end = s.time_end(at)) {
      at = end;
      continue;
    }
    if (is_manner(s, at) || is_sooner(s, at)) {
      ++at;
      continue;
    }
    if (!s.inside(at + 1) || s.tag(at) != Upos::kAdp) break;
    const uint32_t time = s.time_end(at + 1);
    const uint32_t phrase = s.context().parse.phrase_of[at + 1];
    if (time == 0 && phrase == kNone) break;
    uint32_t last = time != 0 ? time : s.context().parse.phrases[phrase].last;
    // "in Tarn, Norvenia, that"
    if (s.inside(last + 2) && s.word(last) == "," &&
        s.context().parse.phrase_of[last + 1] != kNone) {
      const uint32_t close = s.context().parse.phrases[s.context().parse.phrase_of[last + 1]].last;
      if (s.inside(close + 1) && s.word(close) == "," && s.word(close + 1) == "that")
        last = close + 1;
    }
    // "said in Norvenia the talks": only as long as something is left to be said.
    if (last >= s.last()) return at;
    at = last;
  }
  return skip_circumstance(s, at);
}

bool is_circumstance(const SentenceView& s, uint32_t at) {
  static const std::vector<std::string> kWords = {
      "as", "after", "before", "when", "during", "while", "in", "on", "at", "for", "without"};
  return std::ranges::count(kWords, s.word(at)) > 0;
}

bool ends_here(const SentenceView& s, uint32_t at) {
  if (!s.inside(at) || is_end(s.word(at)) || is_break(s.word(at)) || is_quote_mark(s.word(at)))
    return true;
  const Upos here = s.tag(at);
  return here == Upos::kAdp || here == Upos::kSconj || here == Upos::kCconj || here == Upos::kAdv ||
         here == Upos::kNum || here == Upos::kPropn || here == Upos::kVerb;
}

}  // namespace demarche
