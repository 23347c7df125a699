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
bool is_end(const std::string& word) {
  return word == "." || word == "!" || word == "?" || word == "..." || word == "\u2026";
}

/// The reading of one sentence.
class SentenceReader {
 public:
  SentenceReader(const StatementContext& context, uint32_t number)
      : c_(context), sentence_(context.tokens.sentences[number]) {}

  std::vector<Reported> run() {
    for (uint32_t at = sentence_.first; at < sentence_.last; ++at) {
      if (const Cue* cue = cue_at(at)) take(*cue, at);
    }
    take_according_to();
    clip();
    return std::move(found_);
  }

 private:
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
    Subject subject = find_subject(c_.tokens, c_.parse, verb);
    Range inverted = inverted_source(cue_end_);
    const bool direct_subject = !subject.empty() && !subject.inherited;
    // A participle has no subject of its own to stand behind it: "..., telling reporters it
    // failed".
    if (!direct_subject && !group.participle && !inverted.empty() && follows_content(group.first)) {
      row.sources = {inverted};
      row.cue_words = {group.first, cue_end_};
      row.content = content_before(group.first);
      row.rest = content_after(inverted.last, group.first);
      row.rule = "reported.inverted";
      row.frame = Frame::kClause;
      if (!row.content.empty() && cue.takes(Frame::kClause)) keep(std::move(row));
      return;
    }
    if (subject.empty()) return;
    for (const uint32_t phrase : subject.phrases) {
      row.sources.push_back({c_.parse.phrases[phrase].first, c_.parse.phrases[phrase].last});
    }
    row.inherited = subject.inherited;
    fill_content(row, subject);
  }

  /// Takes what stands after the cue, or before it where nothing does.
  void fill_content(Reported& row, const Subject& subject) {
    uint32_t at = row.cue_words.last;
    if (row.cue->takes(Frame::kNone)) {
      row.content = row.cue_words;
      row.frame = Frame::kNone;
      row.rule = "reported.act";
      keep(std::move(row));
      return;
    }
    if (row.cue->takes(Frame::kTell)) at = take_addressee(row, at);
    at = skip_adjuncts(at);
    const bool that = inside(at) && word(at) == "that";
    const bool colon = inside(at) && (word(at) == ":" || word(at) == ",") &&
                       at + 1 < sentence_.last && is_quote_mark(word(at + 1));
    if (row.cue->takes(Frame::kClause) && (that || colon || begins_clause(at))) {
      row.frame = Frame::kClause;
      row.content = {colon ? at + 1 : at, content_end(colon ? at + 1 : at)};
      row.rule = that ? "reported.that" : colon ? "reported.colon" : "reported.clause";
      if (!row.content.empty()) keep(std::move(row));
      return;
    }
    const uint32_t source_first =
        subject.inherited ? row.cue_words.first : row.sources.front().first;
    if (row.cue->takes(Frame::kClause) && follows_content(source_first) && ends_here(at)) {
      row.frame = Frame::kClause;
      row.content = content_before(source_first);
      row.rest = content_after(at, source_first);
      row.rule = "reported.before";
      if (!row.content.empty()) keep(std::move(row));
      return;
    }
    fill_complement(row, at);
  }

  void fill_complement(Reported& row, uint32_t at) {
    if (!inside(at)) return;
    const bool to = word(at) == "to";
    const bool phrase = c_.parse.phrase_of[at] != kNone || is_quote_mark(word(at));
    if (row.cue->takes(Frame::kTo) && to) {
      row.frame = Frame::kTo;
      row.rule = "reported.to";
    } else if (row.cue->takes(Frame::kObjTo) && phrase && has_infinitive(at)) {
      row.frame = Frame::kObjTo;
      row.rule = "reported.object_to";
    } else if (row.cue->takes(Frame::kObject) && phrase) {
      row.frame = Frame::kObject;
      row.rule = "reported.object";
    } else {
      return;
    }
    row.content = {at, content_end(at)};
    if (!row.content.empty()) keep(std::move(row));
  }

  /// "X's warning that ...", "X's threat to ...".
  void take_noun(const Cue& cue, uint32_t at) {
    const uint32_t phrase = c_.parse.phrase_of[at];
    if (phrase == kNone || c_.parse.phrases[phrase].head != at) return;
    const NounPhrase& np = c_.parse.phrases[phrase];
    const uint32_t after = at + 1;
    if (!inside(after) || (word(after) != "that" && word(after) != "to")) return;
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
    row.content = {after, content_end(after)};
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
        row.content = {from + 1, content_end(from + 1)};
      } else {
        row.content = {sentence_.first, at};
        trim(row.content);
      }
      if (row.content.first < row.content.last && inside(row.content.first)) keep(std::move(row));
    }
  }

  static const Cue& according_to() {
    static const Cue cue{{"according", "to"}, frame_bit(Frame::kClause), Act::kAssert, 3, "", 0};
    return cue;
  }

  /// The noun phrase right after the cue: "..., said the minister".
  [[nodiscard]] Range inverted_source(uint32_t at) const {
    if (!inside(at) || c_.parse.phrase_of[at] == kNone) return {};
    const NounPhrase& np = c_.parse.phrases[c_.parse.phrase_of[at]];
    return np.first == at ? Range{np.first, np.last} : Range{};
  }

  /// Does content, closed by a comma or a quote mark, stand before token `at`?
  [[nodiscard]] bool follows_content(uint32_t at) const {
    if (at <= sentence_.first + 1) return false;
    const std::string& before = word(at - 1);
    return before == "," || is_quote_mark(before) || before == "?" || before == "!";
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
    if (verb != kNone && (c_.parse.verbs[verb].participle || c_.parse.verbs[verb].infinitive))
      return {};
    // "The road was open, she said, six days after ...": a whole clause needs no rest.
    if (word(next) != "and" && !is_quote_mark(word(next)) &&
        has_finite_verb(content_before(before))) {
      return {};
    }
    return {next, content_end(next)};
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
    const uint32_t after = np.last;
    // "told her boss would ..." has one phrase too many; "warned Norvenia would" is a clause.
    if (inside(after) && c_.parse.verb_of[after] != kNone &&
        !c_.parse.verbs[c_.parse.verb_of[after]].infinitive) {
      return at;
    }
    row.addressee = {np.first, np.last};
    return after;
  }

  /// Steps over "in televised remarks", "on Monday", "to reporters": phrases under a preposition
  /// right after the cue, at most three, and over adverbs.
  [[nodiscard]] uint32_t skip_adjuncts(uint32_t at) const {
    constexpr int kMost = 3;
    for (int i = 0; i < kMost && inside(at); ++i) {
      while (inside(at) && tag(at) == Upos::kAdv) ++at;
      if (!inside(at + 1) || tag(at) != Upos::kAdp || c_.parse.phrase_of[at + 1] == kNone) break;
      const uint32_t last = c_.parse.phrases[c_.parse.phrase_of[at + 1]].last;
      // "said in Norvenia the talks": only as long as something is left to be said.
      if (last >= sentence_.last) return at;
      at = last;
    }
    return at;
  }

  /// A noun phrase with a finite verb of its own soon after it.
  [[nodiscard]] bool begins_clause(uint32_t at) const {
    constexpr uint32_t kReach = 25;
    if (!inside(at)) return false;
    if (is_quote_mark(word(at))) return true;
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
  [[nodiscard]] uint32_t content_end(uint32_t at) const {
    bool in_quote = false;
    for (uint32_t i = at; i < sentence_.last; ++i) {
      if (is_quote_mark(word(i))) {
        in_quote = !in_quote;
        continue;
      }
      if (in_quote || i == at) continue;
      const bool after_comma =
          word(i - 1) == "," || (is_quote_mark(word(i - 1)) && i >= 2 && word(i - 2) == ",");
      if (!after_comma) continue;
      const uint32_t verb = c_.parse.verb_of[i];
      const bool participle =
          verb != kNone && c_.parse.verbs[verb].first == i && c_.parse.verbs[verb].participle;
      const std::string& here = word(i);
      if (participle || here == "but" || here == "while" || here == "although" || here == "even" ||
          here == "who" || here == "according") {
        return is_quote_mark(word(i - 1)) ? i : i - 1;
      }
    }
    uint32_t end = sentence_.last;
    while (end > at && is_end(word(end - 1))) --end;
    return end;
  }

  void keep(Reported row) {
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
