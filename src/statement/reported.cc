// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "statement/reported.h"

#include <algorithm>

#include "statement/position.h"

namespace demarche {
namespace {

constexpr uint32_t kNone = Parse::kNone;
using Range = Reported::Range;

bool is_quote_mark(const std::string& word) { return word == "\"" || word == "``" || word == "''"; }
bool is_break(const std::string& word) {
  return word == "," || word == ";" || word == ":" || word == "-" || word == "(" || word == ")";
}
/// Opens a clause that is a question or an exclamation: "asked whether", "told them how".
bool is_question_word(const std::string& word) {
  return word == "whether" || word == "how" || word == "why" || word == "what" || word == "who" ||
         word == "where" || word == "if";
}
bool is_end(const std::string& word) {
  return word == "." || word == "!" || word == "?" || word == "..." || word == "\u2026";
}

/// The reading of one sentence.
class SentenceReader {
 public:
  SentenceReader(const StatementContext& context, uint32_t number)
      : c_(context), sentence_(context.tokens.sentences[number]) {}

  /// A semicolon parts two clauses that each name their speaker: "Norvenia said the road was open;
  /// Ostravia denied it". Each word is read at most three times.
  std::vector<Reported> run() {
    const Sentence whole = sentence_;
    std::vector<uint32_t> ends = semicolons();
    if (ends.empty()) return read(whole.first, whole.last);
    ends.push_back(whole.last);
    std::vector<Reported> all;
    uint32_t first = whole.first;
    bool spoken = false;
    for (size_t i = 0; i < ends.size(); ++i) {
      spoken = spoken || names_speaker(i == 0 ? whole.first : ends[i - 1] + 1, ends[i]);
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
    sentence_.first = first;
    sentence_.last = last;
    found_.clear();
    for (uint32_t at = sentence_.first; at < sentence_.last; ++at) {
      if (const Cue* cue = cue_at(at)) take(*cue, at);
    }
    take_according_to();
    take_colon();
    clip();
    return std::move(found_);
  }

  /// The semicolons outside quotations, with words on both sides.
  [[nodiscard]] std::vector<uint32_t> semicolons() const {
    std::vector<uint32_t> found;
    bool in_quote = false;
    for (uint32_t at = sentence_.first; at + 1 < sentence_.last; ++at) {
      if (is_quote_mark(word(at))) in_quote = !in_quote;
      if (!in_quote && word(at) == ";" && at > sentence_.first) found.push_back(at);
    }
    return found;
  }

  [[nodiscard]] bool names_speaker(uint32_t first, uint32_t last) {
    const Sentence saved = sentence_;
    const auto rows = read(first, last);
    sentence_ = saved;
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

  [[nodiscard]] const std::string& word(uint32_t at) const { return c_.tokens.lower[at]; }
  [[nodiscard]] Upos tag(uint32_t at) const { return c_.parse.words[at].upos; }
  [[nodiscard]] bool inside(uint32_t at) const { return at < sentence_.last; }
  /// A quote mark that does not close the quotation before it.
  [[nodiscard]] bool opens_quote(uint32_t at) const {
    if (!inside(at) || !is_quote_mark(word(at))) return false;
    const Span mark = c_.tokens.tokens[at].span;
    return std::ranges::none_of(c_.quotes.overlapping(mark), [&](const Quote& quote) {
      return quote.span.end == mark.end && quote.span.begin < mark.begin;
    });
  }

  /// The longest cue whose first word is the verb or noun at this token.
  const Cue* cue_at(uint32_t at) {
    const auto rows = c_.cues.by_first.find(c_.parse.words[at].lemma);
    if (rows == c_.cues.by_first.end()) return nullptr;
    const Cue* best = nullptr;
    uint32_t best_end = 0;
    for (const uint32_t row : rows->second) {
      const Cue& cue = c_.cues.cues[row];
      const bool noun = cue.frames == frame_bit(Frame::kNoun);
      if (noun != (tag(at) == Upos::kNoun)) continue;
      if (!noun && (c_.parse.verb_of[at] == kNone)) continue;
      const uint32_t end = cue_end(cue, at);
      if (end > best_end) {
        best = &cue;
        best_end = end;
      }
    }
    cue_end_ = best_end;
    return best;
  }

  /// The token after the last word of the cue, or 0; adverbs and "to" may stand between.
  [[nodiscard]] uint32_t cue_end(const Cue& cue, uint32_t at) const {
    uint32_t i = at;
    for (size_t w = 0; w < cue.words.size(); ++w) {
      if (w > 0) {
        while (inside(i) && word(i) != cue.words[w] && c_.parse.words[i].lemma != cue.words[w] &&
               tag(i) == Upos::kAdv && i < at + 8) {
          ++i;
        }
      }
      if (!inside(i) || (word(i) != cue.words[w] && c_.parse.words[i].lemma != cue.words[w])) {
        return 0;
      }
      ++i;
    }
    return i;
  }

  void take(const Cue& cue, uint32_t at) {
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
    row.cue_words = {group.first, cue_end_};
    row.perfect = group.perfect;
    // "did not say" tells nothing; "did not rule out" leaves open, "has not accepted" rejects.
    row.negated = group.negated;
    if (group.negated && cue.act != Act::kReject && cue.act != Act::kAccept) return;
    if (take_second(row, verb)) return;
    Subject subject = find_subject(c_.tokens, c_.parse, verb, &c_.times);
    Range inverted = inverted_source(cue_end_);
    const bool direct_subject = !subject.empty() && !subject.inherited;
    // A participle has no subject of its own to stand behind it: "..., telling reporters it
    // failed".
    if (!direct_subject && !group.participle && !inverted.empty() && follows_content(group.first)) {
      row.sources = {inverted};
      row.cue_words = {group.first, cue_end_};
      row.content = content_before(group.first);
      row.adjuncts = {inverted.last, skip_adjuncts(inverted.last)};
      row.rest = content_after(row.adjuncts.last, group.first);
      row.rule = "reported.inverted";
      row.frame = Frame::kClause;
      if (!row.content.empty() && may_quote(cue, group.first)) keep(std::move(row));
      return;
    }
    // "Said Ana Brok: “We will talk.”"
    const bool heads = group.first == sentence_.first && !inverted.empty() &&
                       inside(inverted.last) && word(inverted.last) == ":" &&
                       opens_quote(inverted.last + 1);
    if (heads && (cue.takes(Frame::kClause) || cue.takes(Frame::kQuote))) {
      row.sources = {inverted};
      row.content = {inverted.last + 1, content_end(inverted.last + 1, row)};
      row.rule = "reported.inverted";
      keep(std::move(row));
      return;
    }
    if (subject.empty()) return;
    for (const uint32_t phrase : subject.phrases) {
      row.sources.push_back({c_.parse.phrases[phrase].first, c_.parse.phrases[phrase].last});
    }
    row.inherited = subject.inherited;
    if (is_supposed(row.sources.front().first)) return;
    fill_content(row, subject.inherited);
  }

  /// "If Norvenia says the road is open": nothing is said yet.
  [[nodiscard]] bool is_supposed(uint32_t source) const {
    uint32_t at = source;
    while (at > sentence_.first && tag(at - 1) == Upos::kAdv) --at;
    if (at == sentence_.first) return false;
    const std::string& before = word(at - 1);
    return before == "if" || before == "unless" || before == "whether" || before == "should";
  }

  /// A clause, or for a cue of quotations alone, a quotation before the token `at`.
  [[nodiscard]] bool may_quote(const Cue& cue, uint32_t at) const {
    if (cue.takes(Frame::kClause)) return true;
    return cue.takes(Frame::kQuote) && at > sentence_.first && is_quote_mark(word(at - 1));
  }

  /// The second verb of a speaker: "Norvenia welcomed the plan and said that ...", "Ana Brok, who
  /// had said that ..., announced that ...". What the first one told ends before it.
  bool take_second(Reported& row, uint32_t verb) {
    const VerbGroup& group = c_.parse.verbs[verb];
    if (found_.empty() || group.first == sentence_.first) return false;
    Reported& before = found_.back();
    uint32_t joint = group.first;
    while (joint > sentence_.first && tag(joint - 1) == Upos::kAdv) --joint;
    if (joint == sentence_.first) return false;
    --joint;
    const std::string& with = word(joint);
    const bool conjunction = with == "and" || with == "but";
    if (conjunction && joint > sentence_.first && word(joint - 1) == ",") --joint;
    const bool comma = word(joint) == ",";
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
    if (!finite || in_quotation(before.content.first, group.first)) return false;
    if (before.relative && !conjunction) return comma;
    const bool narrated = before.frame != Frame::kClause;
    if (!conjunction) return comma && narrated && before.frame != Frame::kNoun;
    if (narrated) return before.frame != Frame::kNoun;
    // "said [the talks had failed] and vowed to leave": what is reported stands a tense further
    // back, so that a plain past tense is the speaker's own; "said the envoy came and told ..." is
    // not clear.
    return group.tense == Tense::kPast && (comma || !has_plain_past(before.content, group.first));
  }

  /// A plain past tense in the content before token `last`, "was" and "had" left out.
  [[nodiscard]] bool has_plain_past(Range content, uint32_t last) const {
    for (uint32_t i = content.first; i < last; ++i) {
      const uint32_t verb = c_.parse.verb_of[i];
      if (verb == kNone) continue;
      const VerbGroup& group = c_.parse.verbs[verb];
      const std::string& lemma = c_.parse.words[group.head].lemma;
      const bool plain = group.tense == Tense::kPast && group.modal.empty() && !group.perfect &&
                         !group.passive && !group.participle && !group.infinitive;
      if (plain && lemma != "be" && lemma != "have") return true;
    }
    return false;
  }

  /// Stands a quotation open between the two tokens?
  [[nodiscard]] bool in_quotation(uint32_t first, uint32_t last) const {
    bool open = false;
    for (uint32_t i = first; i < last; ++i) open = is_quote_mark(word(i)) ? !open : open;
    return open;
  }

  /// Is the cue at this verb group one of a relative clause between commas: "X, who said"?
  [[nodiscard]] bool is_relative(uint32_t at) const {
    constexpr uint32_t kReach = 6;
    for (uint32_t back = 1; back <= kReach && at >= sentence_.first + back; ++back) {
      const uint32_t i = at - back;
      if (word(i) == "who" || word(i) == "which") return i > sentence_.first && word(i - 1) == ",";
      if (word(i) == "," || c_.parse.verb_of[i] != kNone) return false;
    }
    return false;
  }

  /// Takes what stands after the cue, or before it where nothing does.
  void fill_content(Reported& row, bool inherited) {
    uint32_t at = row.cue_words.last;
    row.relative = is_relative(row.cue_words.first);
    if (row.cue->takes(Frame::kNone)) {
      row.content = row.cue_words;
      row.frame = Frame::kNone;
      row.rule = "reported.act";
      keep(std::move(row));
      return;
    }
    if (row.cue->takes(Frame::kTell)) at = take_addressee(row, at);
    const uint32_t adjuncts = at;
    const bool against = inside(at) && word(at) == "against" && row.cue->act == Act::kWarn;
    if (!against && !is_complement(*row.cue, at)) at = skip_adjuncts(at);
    row.adjuncts = {adjuncts, at};
    const bool that = inside(at) && word(at) == "that";
    const bool colon = inside(at) && (word(at) == ":" || word(at) == ",") && opens_quote(at + 1);
    if (!inherited) widen(row.sources.front());
    const uint32_t source_first = inherited ? row.cue_words.first : row.sources.front().first;
    const bool told = may_quote(*row.cue, source_first) && follows_content(source_first);
    // "“It is over,” she said as she left": a quotation before, a circumstance or its second half
    // after.
    const bool circumstance = told && is_quote_mark(word(source_first - 1)) && inside(at) &&
                              (colon || (tag(at) == Upos::kSconj && is_circumstance(at)));
    const bool opened = inside(at) && (that || is_question_word(word(at)));
    const bool clause =
        (row.cue->takes(Frame::kClause) && (that || colon || begins_clause(at) || is_answer(at))) ||
        (row.cue->takes(Frame::kThat) && opened && has_finite_verb({at, sentence_.last}));
    const bool quotation = row.cue->takes(Frame::kQuote) && (colon || opens_quote(at));
    if (!circumstance && (clause || quotation)) {
      row.frame = Frame::kClause;
      row.content = {colon ? at + 1 : at, content_end(colon ? at + 1 : at, row)};
      row.rule = that ? "reported.that" : colon ? "reported.colon" : "reported.clause";
      if (!row.content.empty()) keep(std::move(row));
      return;
    }
    if (told && (circumstance || ends_here(at))) {
      row.frame = Frame::kClause;
      row.content = content_before(source_first);
      row.rest = content_after(at, source_first);
      row.rule = "reported.before";
      if (!row.content.empty()) keep(std::move(row));
      return;
    }
    fill_complement(row, at);
  }

  /// "“...,” NPACT chief economist Ana Brok said": a name that stands between a quotation and its
  /// speaker is part of who speaks.
  void widen(Range& source) const {
    if (source.first <= sentence_.first + 1) return;
    const uint32_t phrase = c_.parse.phrase_of[source.first - 1];
    if (phrase == kNone || tag(source.first - 1) != Upos::kPropn) return;
    const uint32_t first = c_.parse.phrases[phrase].first;
    if (first > sentence_.first && is_quote_mark(word(first - 1))) source.first = first;
  }

  /// "The minister said no."
  [[nodiscard]] bool is_answer(uint32_t at) const {
    if (!inside(at) || (word(at) != "no" && word(at) != "yes")) return false;
    return !inside(at + 1) || is_end(word(at + 1));
  }

  /// "agreed to talks", not "promised to reporters that".
  [[nodiscard]] bool is_complement(const Cue& cue, uint32_t at) const {
    if (!cue.takes(Frame::kTo) || !inside(at + 1) || word(at) != "to") return false;
    const uint32_t phrase = c_.parse.phrase_of[at + 1];
    if (phrase == kNone) return true;
    const uint32_t last = c_.parse.phrases[phrase].last;
    return !inside(last) || word(last) != "that";
  }

  void fill_complement(Reported& row, uint32_t at) {
    if (!inside(at)) return;
    const bool to = word(at) == "to";
    const bool against = word(at) == "against" && row.cue->act == Act::kWarn;
    const bool phrase = c_.parse.phrase_of[at] != kNone || opens_quote(at) || is_gerund(at);
    if (row.cue->takes(Frame::kTo) && to) {
      row.frame = Frame::kTo;
      row.rule = "reported.to";
    } else if (row.cue->takes(Frame::kObjTo) && phrase && has_infinitive(at)) {
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
    row.content = {at, content_end(at, row)};
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
    const uint32_t time = inside(at) && word(at) == "on" ? at + 1 : at;
    const uint32_t end = inside(time) ? time_end(time) : 0;
    if (end == 0 || end >= row.content.last) return;
    const std::string& next = word(end);
    if (tag(end) != Upos::kAdp && next != "of" && next != "to" && next != "that") return;
    row.adjuncts = {at, end};
    row.rest = {end, row.content.last};
    row.content.last = at;
  }

  /// "denied bombing the bridge".
  [[nodiscard]] bool is_gerund(uint32_t at) const {
    const uint32_t verb = c_.parse.verb_of[at];
    return verb != kNone && c_.parse.verbs[verb].first == at &&
           c_.parse.words[at].form == VerbForm::kGerund;
  }

  /// "X's warning that ...", "X's threat to ...".
  void take_noun(const Cue& cue, uint32_t at) {
    const uint32_t phrase = c_.parse.phrase_of[at];
    if (phrase == kNone || c_.parse.phrases[phrase].head != at) return;
    const NounPhrase& np = c_.parse.phrases[phrase];
    const uint32_t after = at + 1;
    if (!inside(after) || (word(after) != "that" && word(after) != "to")) return;
    // "its promise to Ostravia" does not say what was promised.
    const uint32_t verb = word(after) == "to" ? c_.parse.verb_of[after] : kNone;
    if (word(after) == "to" && (verb == kNone || !c_.parse.verbs[verb].infinitive)) return;
    uint32_t owner_end = np.first;
    for (uint32_t i = np.first; i < at; ++i) {
      if (word(i) == "'s" || word(i) == "'") owner_end = i;
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
    row.content = {after, content_end(after, row)};
    row.rule = "reported.noun";
    if (!row.content.empty()) keep(std::move(row));
  }

  /// "According to X, CONTENT" and "CONTENT, according to X".
  void take_according_to() {
    for (uint32_t at = sentence_.first; at + 2 < sentence_.last; ++at) {
      if (word(at) != "according" || word(at + 1) != "to") continue;
      const uint32_t phrase = c_.parse.phrase_of[at + 2];
      if (phrase == kNone) continue;
      const NounPhrase& np = c_.parse.phrases[phrase];
      Reported row;
      row.cue = &according_to();
      row.cue_words = {at, at + 2};
      row.sources = {{np.first, np.last}};
      row.rule = "reported.according_to";
      if (at == sentence_.first) {
        uint32_t from = np.last;
        while (inside(from) && word(from) != ",") ++from;
        row.content = {from + 1, content_end(from + 1, row)};
      } else {
        row.content = {sentence_.first, at};
        trim(row.content);
      }
      if (row.content.first < row.content.last && inside(row.content.first)) keep(std::move(row));
    }
  }

  /// "The minister struck a softer tone: “We will talk.”": a quotation behind a colon is that of
  /// the subject before it, whatever the verb.
  void take_colon() {
    uint32_t colon = sentence_.first + 1;
    while (colon < sentence_.last && !(word(colon) == ":" && opens_quote(colon + 1))) ++colon;
    if (colon >= sentence_.last) return;
    const bool told = std::ranges::any_of(found_, [&](const Reported& row) {
      return row.content.last > colon || row.rest.last > colon;
    });
    if (told) return;
    for (uint32_t at = sentence_.first; at < colon; ++at) {
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
      row.content = {colon + 1, content_end(colon + 1, row)};
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
    if (!inside(at) || c_.parse.phrase_of[at] == kNone) return {};
    const NounPhrase& np = c_.parse.phrases[c_.parse.phrase_of[at]];
    if (np.first != at) return {};
    // "said it was absurd" begins a clause.
    const uint32_t verb = inside(np.last) ? c_.parse.verb_of[np.last] : kNone;
    const bool clause =
        verb != kNone && !c_.parse.verbs[verb].participle && !c_.parse.verbs[verb].infinitive;
    return clause ? Range{} : Range{np.first, np.last};
  }

  /// Does content, closed by a comma or a quote mark, stand before token `at`?
  [[nodiscard]] bool follows_content(uint32_t at) const {
    if (at <= sentence_.first + 1) return false;
    const std::string& before = word(at - 1);
    if (is_quote_mark(before)) return !opens_quote(at - 1);
    return before == "," || before == "?" || before == "!";
  }

  /// The tokens before the source, from the sentence's start, without a connective at its head.
  [[nodiscard]] Range content_before(uint32_t at) const {
    Range range{std::min(after_dateline(), at), at};
    static const std::vector<std::string> kHeads = {
        "meanwhile", "however", "but", "and", "also", "still", "moreover", "separately", "earlier"};
    while (range.first < range.last &&
           (std::ranges::count(kHeads, word(range.first)) > 0 || word(range.first) == ",")) {
      ++range.first;
    }
    // A comma inside the quotation belongs to it; one outside does not.
    if (!is_quote_mark(word(range.last - 1))) trim(range);
    return range;
  }

  /// The rest of "The bridge, she said, is safe": after the comma that closes the cue, unless
  /// what follows is the narrator's again: a participle, a contrast, a relative clause.
  [[nodiscard]] Range content_after(uint32_t at, uint32_t before) const {
    if (!inside(at + 1) || word(at) != ",") return {};
    const uint32_t next = at + 1;
    static const std::vector<std::string> kNarrator = {
        "but",   "while", "although", "even",    "who",  "which",  "as",    "after",    "before",
        "where", "when",  "though",   "despite", "with", "citing", "whose", "according"};
    if (std::ranges::count(kNarrator, word(next)) > 0) return {};
    const uint32_t verb = c_.parse.verb_of[next];
    if (verb != kNone && (c_.parse.verbs[verb].participle || c_.parse.verbs[verb].infinitive)) {
      return quotation_after(next);
    }
    // "The road was open, she said, six days after ...": a whole clause needs no rest.
    if (word(next) != "and" && !is_quote_mark(word(next)) &&
        has_finite_verb(content_before(before))) {
      return {};
    }
    return {next, content_end(next, {})};
  }

  /// "“The road,” she said, pointing at it, “is closed”": the quotation goes on after a participle
  /// that is no cue itself.
  [[nodiscard]] Range quotation_after(uint32_t participle) const {
    constexpr uint32_t kReach = 20;
    if (c_.cues.by_first.contains(c_.parse.words[participle].lemma)) return {};
    for (uint32_t at = participle + 1; inside(at) && at < participle + kReach; ++at) {
      if (opens_quote(at)) return word(at - 1) == "," ? Range{at, content_end(at, {})} : Range{};
    }
    return {};
  }

  [[nodiscard]] bool has_finite_verb(Range range) const {
    for (uint32_t i = range.first; i < range.last; ++i) {
      const uint32_t verb = c_.parse.verb_of[i];
      if (verb == kNone) continue;
      if (!c_.parse.verbs[verb].infinitive && !c_.parse.verbs[verb].participle) return true;
    }
    return false;
  }

  /// The first token behind a dateline: "HARROW, June 3 (Agency) - ". It begins with a word in
  /// capitals and ends at a dash among the first tokens.
  [[nodiscard]] uint32_t after_dateline() const {
    constexpr uint32_t kLongest = 14;
    const std::string_view first = c_.article.text.of(c_.tokens.tokens[sentence_.first].span);
    const bool capitals = first.size() > 1 && std::ranges::none_of(first, [](char c) {
                            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
                          });
    if (!capitals) return sentence_.first;
    for (uint32_t i = sentence_.first + 1; i + 1 < sentence_.last && i < sentence_.first + kLongest;
         ++i) {
      if (c_.parse.verb_of[i] != kNone) break;
      if (word(i) == "-" && c_.tokens.tokens[i].space_after &&
          c_.tokens.tokens[i - 1].space_after) {
        return i + 1;
      }
    }
    return sentence_.first;
  }

  void trim(Range& range) const {
    while (range.last > range.first && is_break(word(range.last - 1))) --range.last;
    while (range.first < range.last && is_break(word(range.first))) ++range.first;
  }

  uint32_t take_addressee(Reported& row, uint32_t at) const {
    if (!inside(at) || c_.parse.phrase_of[at] == kNone) return at;
    const NounPhrase& np = c_.parse.phrases[c_.parse.phrase_of[at]];
    if (np.first != at) return at;
    uint32_t after = np.last;
    // "told Norvenia's “Morning Show” that"
    constexpr uint32_t kTitle = 8;
    if (opens_quote(after)) {
      uint32_t close = after + 1;
      while (inside(close) && close < after + kTitle && !is_quote_mark(word(close))) ++close;
      const bool title =
          inside(close + 1) && is_quote_mark(word(close)) && word(close + 1) == "that";
      if (title) after = close + 1;
    }
    // "told her boss would ..." has one phrase too many; "warned Norvenia would" is a clause.
    if (inside(after) && c_.parse.verb_of[after] != kNone &&
        !c_.parse.verbs[c_.parse.verb_of[after]].infinitive) {
      return at;
    }
    row.addressee = {np.first, np.last};
    return after;
  }

  /// The end of the time that begins at this token and says when it was said, or 0: not that of
  /// "said Monday's talks failed" or "said this week was a good one".
  [[nodiscard]] uint32_t time_end(uint32_t at) const {
    auto time = std::ranges::lower_bound(c_.times, at, {}, &TimeMention::first);
    if (time == c_.times.end() || time->first != at) return 0;
    const uint32_t last = std::min(time->last, sentence_.last);
    if (!inside(last)) return last;
    if (word(last) == "'s" || word(last) == "'") return 0;
    const uint32_t phrase = c_.parse.phrase_of[last];
    if (phrase != kNone && phrase == c_.parse.phrase_of[last - 1]) return 0;
    const uint32_t verb = c_.parse.verb_of[last];
    const bool subject =
        verb != kNone && !c_.parse.verbs[verb].infinitive && !c_.parse.verbs[verb].participle;
    return subject ? 0 : last;
  }

  /// An adverb of how or when somebody spoke, not one that begins what he said: "said there was",
  /// "said too much was spent".
  [[nodiscard]] bool is_manner(uint32_t at) const {
    if (tag(at) != Upos::kAdv) return false;
    static const std::vector<std::string> kWords = {
        "again", "also",  "later", "earlier", "afterwards", "afterward", "then", "today",
        "here",  "twice", "once",  "instead", "still",      "often",     "too",  "however"};
    const std::string& here = word(at);
    const bool too = here == "too" || here == "still";
    if (too) return inside(at + 1) && word(at + 1) == "that";
    return here.ends_with("ly") || std::ranges::count(kWords, here) > 0;
  }

  /// "said earlier on Monday", "said late Monday", "said earlier.": no adjective.
  [[nodiscard]] bool is_sooner(uint32_t at) const {
    const std::string& here = word(at);
    if (here != "earlier" && here != "later" && here != "late" && here != "early") return false;
    if (!inside(at + 1) || time_end(at + 1) != 0) return true;
    const std::string& next = word(at + 1);
    return tag(at + 1) == Upos::kAdp || next == "that" || is_end(next) || is_break(next);
  }

  /// Steps over what says when, where and how somebody spoke: "in televised remarks", "late on
  /// Monday", "that evening", "to reporters": times, phrases under a preposition and adverbs right
  /// after the cue, a few at most.
  [[nodiscard]] uint32_t skip_adjuncts(uint32_t at) const {
    constexpr int kMost = 8;
    for (int i = 0; i < kMost && inside(at); ++i) {
      if (const uint32_t end = time_end(at)) {
        at = end;
        continue;
      }
      if (is_manner(at) || is_sooner(at)) {
        ++at;
        continue;
      }
      if (!inside(at + 1) || tag(at) != Upos::kAdp) break;
      const uint32_t time = time_end(at + 1);
      const uint32_t phrase = c_.parse.phrase_of[at + 1];
      if (time == 0 && phrase == kNone) break;
      uint32_t last = time != 0 ? time : c_.parse.phrases[phrase].last;
      // "in Tarn, Norvenia, that"
      if (inside(last + 2) && word(last) == "," && c_.parse.phrase_of[last + 1] != kNone) {
        const uint32_t close = c_.parse.phrases[c_.parse.phrase_of[last + 1]].last;
        if (inside(close + 1) && word(close) == "," && word(close + 1) == "that") last = close + 1;
      }
      // "said in Norvenia the talks": only as long as something is left to be said.
      if (last >= sentence_.last) return at;
      at = last;
    }
    return skip_circumstance(at);
  }

  /// Steps over "as he left the building" where "that" or a quotation follows.
  [[nodiscard]] uint32_t skip_circumstance(uint32_t at) const {
    constexpr uint32_t kLongest = 20;
    const bool comma = inside(at + 1) && word(at) == ",";
    const uint32_t from = comma ? at + 1 : at;
    if (!inside(from) || !is_circumstance(from)) return at;
    for (uint32_t i = from + 1; inside(i) && i < from + kLongest; ++i) {
      if (is_quote_mark(word(i))) return at;
      const bool that = word(i) == "that" && inside(i + 1) && word(i - 1) != "," &&
                        (c_.parse.phrase_of[i + 1] != kNone || word(i + 1) == "there");
      const bool closed = comma && word(i) == "," && inside(i + 1) && word(i + 1) == "that";
      if (closed) return i + 1;
      if (that && !comma && tag(from) == Upos::kSconj) return i;
    }
    return at;
  }

  /// "said as he left", "said, after a long night, that", "said when asked".
  [[nodiscard]] bool is_circumstance(uint32_t at) const {
    static const std::vector<std::string> kWords = {
        "as", "after", "before", "when", "during", "while", "in", "on", "at", "for", "without"};
    return std::ranges::count(kWords, word(at)) > 0;
  }

  /// A noun phrase with a finite verb of its own soon after it.
  [[nodiscard]] bool begins_clause(uint32_t at) const {
    constexpr uint32_t kReach = 25;
    if (!inside(at)) return false;
    if (is_quote_mark(word(at))) return opens_quote(at);
    const Upos start = tag(at);
    const bool clause_word = start == Upos::kDet || start == Upos::kAdv || start == Upos::kAdj ||
                             start == Upos::kSconj || start == Upos::kNum;
    if (c_.parse.phrase_of[at] == kNone && word(at) != "there" && !clause_word) return false;
    for (uint32_t i = at; inside(i) && i < at + kReach; ++i) {
      if (word(i) == ";" ||
          (is_quote_mark(word(i)) && i + 1 < sentence_.last && word(i - 1) == ",")) {
        return false;
      }
      const uint32_t verb = c_.parse.verb_of[i];
      if (verb == kNone) continue;
      const VerbGroup& group = c_.parse.verbs[verb];
      if (!group.infinitive && !group.participle) return true;
      i = group.last - 1;
    }
    return false;
  }

  [[nodiscard]] bool has_infinitive(uint32_t at) const {
    constexpr uint32_t kReach = 12;
    for (uint32_t i = at; inside(i) && i < at + kReach; ++i) {
      const uint32_t verb = c_.parse.verb_of[i];
      if (verb != kNone) return c_.parse.verbs[verb].infinitive;
    }
    return false;
  }

  /// Is the complement missing here: sentence end, a comma, a conjunction, a participle?
  [[nodiscard]] bool ends_here(uint32_t at) const {
    if (!inside(at) || is_end(word(at)) || is_break(word(at)) || is_quote_mark(word(at)))
      return true;
    const Upos here = tag(at);
    return here == Upos::kAdp || here == Upos::kSconj || here == Upos::kCconj ||
           here == Upos::kAdv || here == Upos::kNum || here == Upos::kPropn || here == Upos::kVerb;
  }

  /// The end of content that begins at `at`: the sentence's end, or a comma (or a closed
  /// quotation) after which something else begins: a participle, a new cue, a contrast.
  [[nodiscard]] uint32_t content_end(uint32_t at, const Reported& row) const {
    bool in_quote = false;
    for (uint32_t i = at; i < sentence_.last; ++i) {
      if (is_quote_mark(word(i))) {
        in_quote = !in_quote;
        continue;
      }
      if (in_quote || i == at) continue;
      if (row.frame == Frame::kObject && is_second_verb(i) && !has_finite_verb({at, i})) return i;
      const bool after_comma =
          word(i - 1) == "," || (is_quote_mark(word(i - 1)) && i >= 2 && word(i - 2) == ",");
      if (!after_comma) continue;
      const uint32_t verb = c_.parse.verb_of[i];
      const bool begins = verb != kNone && c_.parse.verbs[verb].first == i;
      const bool participle = begins && c_.parse.verbs[verb].participle;
      // "X, who said the road was open, left": back to the sentence around the clause.
      const bool back = begins && row.relative && !c_.parse.verbs[verb].infinitive;
      const std::string& here = word(i);
      if (participle || back || here == "but" || here == "while" || here == "although" ||
          here == "even" || here == "who" || here == "according") {
        return is_quote_mark(word(i - 1)) ? i : i - 1;
      }
    }
    uint32_t end = sentence_.last;
    while (end > at && is_end(word(end - 1))) --end;
    return without_adjuncts(at, end, row.frame);
  }

  /// The end of content [at, end) without what says when it was said: "said “we agree” on Monday",
  /// "rejected the plan on Monday". Of a clause it may be the clause's own time and stays.
  [[nodiscard]] uint32_t without_adjuncts(uint32_t at, uint32_t end, Frame frame) const {
    if (opens_quote(at)) {
      uint32_t close = at + 1;
      while (close < end && !is_quote_mark(word(close))) ++close;
      if (close + 1 < end && skip_adjuncts(close + 1) >= end) return close + 1;
    }
    if (frame != Frame::kObject) return end;
    constexpr uint32_t kLongest = 4;
    for (uint32_t i = end - std::min(end - at, kLongest); i < end; ++i) {
      if (i <= at || time_end(i) != end) continue;
      return word(i - 1) == "on" ? i - 1 : i;
    }
    return end;
  }

  /// "rejected the plan and left": a conjunction with a finite verb right behind it.
  [[nodiscard]] bool is_second_verb(uint32_t at) const {
    if (word(at) != "and" && word(at) != "but") return false;
    uint32_t next = at + 1;
    while (inside(next) && tag(next) == Upos::kAdv) ++next;
    const uint32_t verb = inside(next) ? c_.parse.verb_of[next] : kNone;
    if (verb == kNone || c_.parse.verbs[verb].first != next) return false;
    const VerbGroup& group = c_.parse.verbs[verb];
    return !group.participle && !group.infinitive && group.tense == Tense::kPast;
  }

  void keep(Reported row) {
    // "Nobody said", "no official said".
    const std::string& who = word(row.sources.front().first);
    if (who == "nobody" || who == "no" || who == "none" || who == "neither" || who == "nothing") {
      return;
    }
    if (row.content.last > sentence_.last) row.content.last = sentence_.last;
    if (row.content.empty() && row.frame != Frame::kNone) return;
    found_.push_back(std::move(row));
  }

  const StatementContext& c_;
  Sentence sentence_;
  std::vector<Reported> found_;
  uint32_t cue_end_ = 0;
};

}  // namespace

std::vector<Reported> find_reported(const StatementContext& context, uint32_t sentence) {
  return SentenceReader(context, sentence).run();
}

}  // namespace demarche
