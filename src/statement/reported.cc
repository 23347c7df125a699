// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "statement/reported.h"

#include <algorithm>

#include "statement/content_range.h"
#include "statement/cue_match.h"
#include "statement/position.h"
#include "statement/sentence_view.h"

namespace demarche {
namespace {

constexpr uint32_t kNone = Parse::kNone;
using Range = Reported::Range;

/// Opens a clause that is a question or an exclamation: "asked whether", "told them how".
bool is_question_word(const std::string& word) {
  return word == "whether" || word == "how" || word == "why" || word == "what" || word == "who" ||
         word == "where" || word == "if";
}
/// The reading of one sentence.
class SentenceReader {
 public:
  SentenceReader(const StatementContext& context, uint32_t number)
      : c_(context),
        s_(context, context.tokens.sentences[number].first, context.tokens.sentences[number].last) {
  }

  /// A semicolon parts two clauses that each name their speaker: "Norvenia said the road was open;
  /// Ostravia denied it". Each word is read at most three times.
  std::vector<Reported> run() {
    const SentenceView whole = s_;
    std::vector<uint32_t> ends = s_.semicolons();
    if (ends.empty()) return read(whole.first(), whole.last());
    ends.push_back(whole.last());
    std::vector<Reported> all;
    uint32_t first = whole.first();
    bool spoken = false;
    for (size_t i = 0; i < ends.size(); ++i) {
      spoken = spoken || names_speaker(i == 0 ? whole.first() : ends[i - 1] + 1, ends[i]);
      const bool last = i + 1 == ends.size();
      if (!last && !(spoken && names_speaker(ends[i] + 1, ends[i + 1]))) continue;
      for (Reported& row : read(first, ends[i])) all.push_back(std::move(row));
      first = ends[i] + 1;
      spoken = false;
    }
    return all;
  }

 private:
  /// The cues of tokens [first, last), as if they were a sentence.
  std::vector<Reported> read(uint32_t first, uint32_t last) {
    s_ = SentenceView(c_, first, last);
    found_.clear();
    for (uint32_t at = s_.first(); at < s_.last(); ++at) {
      if (const CueMatch found = find_cue(s_, at); found.cue != nullptr) take(found, at);
    }
    take_according_to();
    take_colon();
    clip();
    return std::move(found_);
  }

  [[nodiscard]] bool names_speaker(uint32_t first, uint32_t last) {
    const SentenceView saved = s_;
    const auto rows = read(first, last);
    s_ = saved;
    return std::ranges::any_of(rows, [](const Reported& row) { return !row.inherited; });
  }

  /// What is said inside "CONTENT, X said" ends before X.
  void clip() {
    for (Reported& inner : found_) {
      for (const Reported& outer : found_) {
        const bool holds = outer.content.last <= outer.cue_words.first &&
                           outer.content.first <= inner.cue_words.first &&
                           inner.cue_words.last <= outer.content.last;
        if (&inner == &outer || !holds) continue;
        // A participle inside is part of what X tells, not an act of its own.
        inner.content.last = inner.inherited ? inner.content.first
                                             : std::min(inner.content.last, outer.content.last);
      }
    }
    std::erase_if(found_, [](const Reported& row) { return row.content.empty(); });
  }

  void take(const CueMatch& match, uint32_t at) {
    const Cue& cue = *match.cue;
    if (cue.takes(Frame::kNoun)) return take_noun(cue, at);
    const uint32_t verb = c_.parse.verb_of[at];
    const VerbGroup& group = c_.parse.verbs[verb];
    if (group.head != at || group.passive) return;
    // "to say", "could say" are no reports; "refused to" and "held out" may be infinitive objects
    // of a longer cue, which was matched from its first verb.
    if (group.infinitive || (!group.modal.empty() && group.tense != Tense::kFuture)) return;
    if (!found_.empty() && found_.back().cue_words.last > at) return;

    Reported row;
    row.cue = &cue;
    row.cue_words = {group.first, match.end};
    row.perfect = group.perfect;
    // "did not say" tells nothing; "did not rule out" leaves open, "has not accepted" rejects.
    row.negated = group.negated;
    if (group.negated && cue.act != Act::kReject && cue.act != Act::kAccept) return;
    if (take_second(row, verb)) return;
    Subject subject = find_subject(c_.tokens, c_.parse, verb, &c_.times);
    Range inverted = inverted_source(match.end);
    const bool direct_subject = !subject.empty() && !subject.inherited;
    // A participle has no subject of its own to stand behind it: "..., telling reporters it
    // failed".
    if (!direct_subject && !group.participle && !inverted.empty() &&
        follows_content(s_, group.first)) {
      row.sources = {inverted};
      row.cue_words = {group.first, match.end};
      row.content = content_before(s_, group.first);
      row.adjuncts = {inverted.last, skip_adjuncts(s_, inverted.last)};
      row.rest = content_after(s_, row.adjuncts.last, group.first);
      row.rule = "reported.inverted";
      row.frame = Frame::kClause;
      if (!row.content.empty() && may_quote(cue, group.first)) keep(std::move(row));
      return;
    }
    // "Said Ana Brok: “We will talk.”"
    const bool heads = group.first == s_.first() && !inverted.empty() && s_.inside(inverted.last) &&
                       s_.word(inverted.last) == ":" && s_.opens_quote(inverted.last + 1);
    if (heads && (cue.takes(Frame::kClause) || cue.takes(Frame::kQuote))) {
      row.sources = {inverted};
      row.content = {inverted.last + 1, content_end(s_, inverted.last + 1, row)};
      row.rule = "reported.inverted";
      keep(std::move(row));
      return;
    }
    if (subject.empty()) return;
    for (const uint32_t phrase : subject.phrases) {
      row.sources.push_back({c_.parse.phrases[phrase].first, c_.parse.phrases[phrase].last});
    }
    row.inherited = subject.inherited;
    if (s_.is_supposed(row.sources.front().first)) return;
    fill_content(row, subject.inherited);
  }

  /// A clause, or for a cue of quotations alone, a quotation before the token `at`.
  [[nodiscard]] bool may_quote(const Cue& cue, uint32_t at) const {
    if (cue.takes(Frame::kClause)) return true;
    return cue.takes(Frame::kQuote) && at > s_.first() && is_quote_mark(s_.word(at - 1));
  }

  /// The second verb of a speaker: "Norvenia welcomed the plan and said that ...", "Ana Brok, who
  /// had said that ..., announced that ...". What the first one told ends before it.
  bool take_second(Reported& row, uint32_t verb) {
    const VerbGroup& group = c_.parse.verbs[verb];
    if (found_.empty() || group.first == s_.first()) return false;
    Reported& before = found_.back();
    uint32_t joint = group.first;
    while (joint > s_.first() && s_.tag(joint - 1) == Upos::kAdv) --joint;
    if (joint == s_.first()) return false;
    --joint;
    const std::string& with = s_.word(joint);
    const bool conjunction = with == "and" || with == "but";
    if (conjunction && joint > s_.first() && s_.word(joint - 1) == ",") --joint;
    const bool comma = s_.word(joint) == ",";
    const bool within = before.content.first < joint && joint <= before.content.last;
    if (!within || !(conjunction || comma)) return false;
    if (!follows(before, verb, conjunction, comma)) return false;
    row.sources = before.sources;
    row.inherited = before.inherited;
    before.content.last = joint;
    fill_content(row, true);
    return true;
  }

  /// Does a verb behind a joint go on with the speaker of `before`, not with what he said?
  [[nodiscard]] bool follows(const Reported& before, uint32_t verb, bool conjunction,
                             bool comma) const {
    const VerbGroup& group = c_.parse.verbs[verb];
    const bool finite = !group.infinitive && group.modal.empty() && !group.perfect &&
                        (!group.participle || c_.parse.words[group.head].form == VerbForm::kPast ||
                         c_.parse.words[group.head].form == VerbForm::kParticiple);
    if (!finite || s_.in_quotation(before.content.first, group.first)) return false;
    if (before.relative && !conjunction) return comma;
    const bool narrated = before.frame != Frame::kClause;
    if (!conjunction) return comma && narrated && before.frame != Frame::kNoun;
    if (narrated) return before.frame != Frame::kNoun;
    // "said [the talks had failed] and vowed to leave": what is reported stands a tense further
    // back, so that a plain past tense is the speaker's own; "said the envoy came and told ..." is
    // not clear.
    return group.tense == Tense::kPast &&
           (comma || !s_.has_plain_past(before.content, group.first));
  }

  /// Takes what stands after the cue, or before it where nothing does.
  void fill_content(Reported& row, bool inherited) {
    uint32_t at = row.cue_words.last;
    row.relative = s_.is_relative(row.cue_words.first);
    if (row.cue->takes(Frame::kNone)) {
      row.content = row.cue_words;
      row.frame = Frame::kNone;
      row.rule = "reported.act";
      keep(std::move(row));
      return;
    }
    if (row.cue->takes(Frame::kTell)) at = take_addressee(row, at);
    const uint32_t adjuncts = at;
    const bool against = s_.inside(at) && s_.word(at) == "against" && row.cue->act == Act::kWarn;
    if (!against && !is_complement(*row.cue, at)) at = skip_adjuncts(s_, at);
    row.adjuncts = {adjuncts, at};
    const bool that = s_.inside(at) && s_.word(at) == "that";
    const bool colon =
        s_.inside(at) && (s_.word(at) == ":" || s_.word(at) == ",") && s_.opens_quote(at + 1);
    if (!inherited) widen(row.sources.front());
    const uint32_t source_first = inherited ? row.cue_words.first : row.sources.front().first;
    const bool told = may_quote(*row.cue, source_first) && follows_content(s_, source_first);
    // "“It is over,” she said as she left": a quotation before, a circumstance or its second half
    // after.
    const bool circumstance = told && is_quote_mark(s_.word(source_first - 1)) && s_.inside(at) &&
                              (colon || (s_.tag(at) == Upos::kSconj && is_circumstance(s_, at)));
    const bool opened = s_.inside(at) && (that || is_question_word(s_.word(at)));
    const bool clause =
        (row.cue->takes(Frame::kClause) &&
         (that || colon || s_.begins_clause(at) || s_.is_answer(at))) ||
        (row.cue->takes(Frame::kThat) && opened && s_.has_finite_verb({at, s_.last()}));
    const bool quotation = row.cue->takes(Frame::kQuote) && (colon || s_.opens_quote(at));
    if (!circumstance && (clause || quotation)) {
      row.frame = Frame::kClause;
      row.content = {colon ? at + 1 : at, content_end(s_, colon ? at + 1 : at, row)};
      row.rule = that ? "reported.that" : colon ? "reported.colon" : "reported.clause";
      if (!row.content.empty()) keep(std::move(row));
      return;
    }
    if (told && (circumstance || ends_here(s_, at))) {
      row.frame = Frame::kClause;
      row.content = content_before(s_, source_first);
      row.rest = content_after(s_, at, source_first);
      row.rule = "reported.before";
      if (!row.content.empty()) keep(std::move(row));
      return;
    }
    fill_complement(row, at);
  }

  /// "“...,” NPACT chief economist Ana Brok said": a name that stands between a quotation and its
  /// speaker is part of who speaks.
  void widen(Range& source) const {
    if (source.first <= s_.first() + 1) return;
    const uint32_t phrase = c_.parse.phrase_of[source.first - 1];
    if (phrase == kNone || s_.tag(source.first - 1) != Upos::kPropn) return;
    const uint32_t first = c_.parse.phrases[phrase].first;
    if (first > s_.first() && is_quote_mark(s_.word(first - 1))) source.first = first;
  }

  /// "agreed to talks", not "promised to reporters that".
  [[nodiscard]] bool is_complement(const Cue& cue, uint32_t at) const {
    if (!cue.takes(Frame::kTo) || !s_.inside(at + 1) || s_.word(at) != "to") return false;
    const uint32_t phrase = c_.parse.phrase_of[at + 1];
    if (phrase == kNone) return true;
    const uint32_t last = c_.parse.phrases[phrase].last;
    return !s_.inside(last) || s_.word(last) != "that";
  }

  void fill_complement(Reported& row, uint32_t at) {
    if (!s_.inside(at)) return;
    const bool to = s_.word(at) == "to";
    const bool against = s_.word(at) == "against" && row.cue->act == Act::kWarn;
    const bool phrase = c_.parse.phrase_of[at] != kNone || s_.opens_quote(at) || s_.is_gerund(at);
    if (row.cue->takes(Frame::kTo) && to) {
      row.frame = Frame::kTo;
      row.rule = "reported.to";
    } else if (row.cue->takes(Frame::kObjTo) && phrase && s_.has_infinitive(at)) {
      row.frame = Frame::kObjTo;
      row.rule = "reported.object_to";
    } else if (against) {
      row.frame = Frame::kObject;
      row.rule = "reported.against";
    } else if (row.cue->takes(Frame::kCall) && phrase) {
      row.frame = Frame::kObject;
      row.rule = "reported.call";
    } else if (row.cue->takes(Frame::kObject) && phrase) {
      row.frame = Frame::kObject;
      row.rule = "reported.object";
    } else {
      return;
    }
    row.content = {at, content_end(s_, at, row)};
    if (row.content.empty()) return;
    take_out_time(row);
    const Span content = c_.tokens.span_of(row.content.first, row.content.last);
    if (row.rule == "reported.call" && c_.quotes.overlapping(content).empty()) return;
    keep(std::move(row));
  }

  /// "accused Norvenia on Saturday of a breach": the time parts the content.
  void take_out_time(Reported& row) const {
    const uint32_t phrase = c_.parse.phrase_of[row.content.first];
    if (phrase == kNone || c_.parse.phrases[phrase].first != row.content.first) return;
    const uint32_t at = c_.parse.phrases[phrase].last;
    const uint32_t time = s_.inside(at) && s_.word(at) == "on" ? at + 1 : at;
    const uint32_t end = s_.inside(time) ? s_.time_end(time) : 0;
    if (end == 0 || end >= row.content.last) return;
    const std::string& next = s_.word(end);
    if (s_.tag(end) != Upos::kAdp && next != "of" && next != "to" && next != "that") return;
    row.adjuncts = {at, end};
    row.rest = {end, row.content.last};
    row.content.last = at;
  }

  /// "X's warning that ...", "X's threat to ...".
  void take_noun(const Cue& cue, uint32_t at) {
    const uint32_t phrase = c_.parse.phrase_of[at];
    if (phrase == kNone || c_.parse.phrases[phrase].head != at) return;
    const NounPhrase& np = c_.parse.phrases[phrase];
    const uint32_t after = at + 1;
    if (!s_.inside(after) || (s_.word(after) != "that" && s_.word(after) != "to")) return;
    // "its promise to Ostravia" does not say what was promised.
    const uint32_t verb = s_.word(after) == "to" ? c_.parse.verb_of[after] : kNone;
    if (s_.word(after) == "to" && (verb == kNone || !c_.parse.verbs[verb].infinitive)) return;
    uint32_t owner_end = np.first;
    for (uint32_t i = np.first; i < at; ++i) {
      if (s_.word(i) == "'s" || s_.word(i) == "'") owner_end = i;
    }
    if (owner_end == np.first) {
      const Mention* owner = c_.mentions.headed_at(np.first);
      if (owner == nullptr || owner->kind != MentionKind::kPronoun) return;
      owner_end = np.first + 1;
    }
    Reported row;
    row.cue = &cue;
    row.frame = Frame::kNoun;
    row.cue_words = {at, at + 1};
    row.sources = {{np.first, owner_end}};
    row.content = {after, content_end(s_, after, row)};
    row.rule = "reported.noun";
    if (!row.content.empty()) keep(std::move(row));
  }

  /// "According to X, CONTENT" and "CONTENT, according to X".
  void take_according_to() {
    for (uint32_t at = s_.first(); at + 2 < s_.last(); ++at) {
      if (s_.word(at) != "according" || s_.word(at + 1) != "to") continue;
      const uint32_t phrase = c_.parse.phrase_of[at + 2];
      if (phrase == kNone) continue;
      const NounPhrase& np = c_.parse.phrases[phrase];
      Reported row;
      row.cue = &according_to();
      row.cue_words = {at, at + 2};
      row.sources = {{np.first, np.last}};
      row.rule = "reported.according_to";
      if (at == s_.first()) {
        uint32_t from = np.last;
        while (s_.inside(from) && s_.word(from) != ",") ++from;
        row.content = {from + 1, content_end(s_, from + 1, row)};
      } else {
        row.content = {s_.first(), at};
        s_.trim(row.content);
      }
      if (row.content.first < row.content.last && s_.inside(row.content.first))
        keep(std::move(row));
    }
  }

  /// "The minister struck a softer tone: “We will talk.”": a quotation behind a colon is that of
  /// the subject before it, whatever the verb.
  void take_colon() {
    uint32_t colon = s_.first() + 1;
    while (colon < s_.last() && !(s_.word(colon) == ":" && s_.opens_quote(colon + 1))) ++colon;
    if (colon >= s_.last()) return;
    const bool told = std::ranges::any_of(found_, [&](const Reported& row) {
      return row.content.last > colon || row.rest.last > colon;
    });
    if (told) return;
    for (uint32_t at = s_.first(); at < colon; ++at) {
      const uint32_t verb = c_.parse.verb_of[at];
      if (verb == kNone) continue;
      const VerbGroup& group = c_.parse.verbs[verb];
      at = group.last - 1;
      if (group.infinitive || group.participle || group.negated) continue;
      const Subject subject = find_subject(c_.tokens, c_.parse, verb, &c_.times);
      if (subject.empty() || subject.inherited) continue;
      Reported row;
      row.cue = &telling();
      row.cue_words = {group.first, group.last};
      for (const uint32_t phrase : subject.phrases) {
        row.sources.push_back({c_.parse.phrases[phrase].first, c_.parse.phrases[phrase].last});
      }
      row.content = {colon + 1, content_end(s_, colon + 1, row)};
      row.rule = "reported.quotation";
      if (!row.content.empty()) keep(std::move(row));
      return;
    }
  }

  static const Cue& telling() {
    static const Cue cue{{":"}, frame_bit(Frame::kQuote), Act::kAssert, 3, "", 0};
    return cue;
  }

  static const Cue& according_to() {
    static const Cue cue{{"according", "to"}, frame_bit(Frame::kClause), Act::kAssert, 3, "", 0};
    return cue;
  }

  /// The noun phrase right after the cue: "..., said the minister".
  [[nodiscard]] Range inverted_source(uint32_t at) const {
    if (!s_.inside(at) || c_.parse.phrase_of[at] == kNone) return {};
    const NounPhrase& np = c_.parse.phrases[c_.parse.phrase_of[at]];
    if (np.first != at) return {};
    // "said it was absurd" begins a clause.
    const uint32_t verb = s_.inside(np.last) ? c_.parse.verb_of[np.last] : kNone;
    const bool clause =
        verb != kNone && !c_.parse.verbs[verb].participle && !c_.parse.verbs[verb].infinitive;
    return clause ? Range{} : Range{np.first, np.last};
  }

  uint32_t take_addressee(Reported& row, uint32_t at) const {
    if (!s_.inside(at) || c_.parse.phrase_of[at] == kNone) return at;
    const NounPhrase& np = c_.parse.phrases[c_.parse.phrase_of[at]];
    if (np.first != at) return at;
    uint32_t after = np.last;
    // "told Norvenia's “Morning Show” that"
    constexpr uint32_t kTitle = 8;
    if (s_.opens_quote(after)) {
      uint32_t close = after + 1;
      while (s_.inside(close) && close < after + kTitle && !is_quote_mark(s_.word(close))) ++close;
      const bool title =
          s_.inside(close + 1) && is_quote_mark(s_.word(close)) && s_.word(close + 1) == "that";
      if (title) after = close + 1;
    }
    // "told her boss would ..." has one phrase too many; "warned Norvenia would" is a clause.
    if (s_.inside(after) && c_.parse.verb_of[after] != kNone &&
        !c_.parse.verbs[c_.parse.verb_of[after]].infinitive) {
      return at;
    }
    row.addressee = {np.first, np.last};
    return after;
  }

  void keep(Reported row) {
    // "Nobody said", "no official said".
    const std::string& who = s_.word(row.sources.front().first);
    if (who == "nobody" || who == "no" || who == "none" || who == "neither" || who == "nothing") {
      return;
    }
    if (row.content.last > s_.last()) row.content.last = s_.last();
    if (row.content.empty() && row.frame != Frame::kNone) return;
    found_.push_back(std::move(row));
  }

  const StatementContext& c_;
  SentenceView s_;
  std::vector<Reported> found_;
};

}  // namespace

std::vector<Reported> find_reported(const StatementContext& context, uint32_t sentence) {
  return SentenceReader(context, sentence).run();
}

}  // namespace demarche
