// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "statement/statement.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "statement/contrast.h"
#include "statement/interview.h"
#include "statement/position.h"
#include "statement/reported.h"

namespace demarche {
namespace {

using Range = Reported::Range;

constexpr double kFirm = .93;   // P of a pole worded absolutely
constexpr double kMild = .85;   // of one worded plainly
constexpr double kOther = .04;  // of the other pole
constexpr std::string_view kInterview = "interview.line";
constexpr int kHeadlineDays = 1;  // news of the day is said on it or on the day before

class StatementFinder {
 public:
  StatementFinder(const StatementContext& context, std::optional<Day> today, const Limits& limits)
      : c_(context), times_(context.times), page_day_(today), limits_(limits) {
    named_.resize(c_.mentions.actors.size());
    for (const Mention& mention : c_.mentions.mentions) {
      if (mention.actor && mention.kind == MentionKind::kPerson) named_[mention.actor.value] = true;
    }
  }

  std::vector<Statement> run() {
    const auto interview = find_interview(c_.article, c_.tokens, c_.mentions);
    auto line = interview.begin();
    for (uint32_t s = 0; s < c_.tokens.sentences.size(); ++s) {
      if (out_.size() >= limits_.rows) break;
      const Sentence& sentence = c_.tokens.sentences[s];
      const BlockKind kind = c_.article.blocks[sentence.block].kind;
      // The headline is the editor's; a credit names who wrote.
      if (kind == BlockKind::kTitle || kind == BlockKind::kCredit) continue;
      const auto own_day = day_of(c_.article.blocks[sentence.block]);
      today_ = own_day ? own_day : page_day_;
      if (line != interview.end() && line->sentence == s) {
        answered_ = line->end;
        add_answer(*line++);
      }
      const size_t before = out_.size();
      for (const Reported& reported : find_reported(c_, s)) {
        if (out_.size() < limits_.rows) add(reported, s);
      }
      if (out_.size() == before && sentence.first >= answered_) add_bare_quotation(s);
    }
    link();
    return std::move(out_);
  }

 private:
  [[nodiscard]] Span span_of(Range range) const {
    return c_.tokens.span_of(range.first, range.last);
  }

  void add(const Reported& reported, uint32_t sentence) {
    Statement row;
    for (const Range& source : reported.sources) {
      const Mention* mention = speaker_in(source);
      if (mention == nullptr) continue;
      row.source.push_back(mention->span);
      if (actor(mention->actor).authority == Authority::kMedia) {  // a channel speaks for nobody
        row.medium = mention->actor;
        continue;
      }
      row.speakers.push_back(mention->actor);
      row.inferred = row.inferred || (row.speakers.size() == 1 && is_inferred(sentence, *mention));
    }
    if (row.medium && told_through(reported, row.medium, sentence)) return;
    // Somebody must speak: "the messages" suggest nothing for anyone.
    if (row.speakers.empty() && !row.medium && !may_speak(reported)) {
      if (reported.frame != Frame::kClause || reported.rule == "reported.quotation") return;
      // "The messages suggested ..." is what the narrator makes of them.
      if (reported.cue->commitment < 2) row.voice = Voice::kAuthor;
    }
    if (row.source.empty()) row.source.push_back(span_of(reported.sources.front()));
    if (is_nested_in_same_speaker(reported, row) || is_own_answer(reported)) return;
    row.cue = {span_of(reported.cue_words)};
    row.content = {with_quotation(span_of(reported.content), row.cue.front())};
    if (!reported.rest.empty()) row.content.push_back(span_of(reported.rest));
    row.first = std::min(
        {reported.cue_words.first, reported.content.first, reported.sources.front().first});
    row.last = std::max({reported.cue_words.last, reported.content.last, reported.rest.last});
    row.sentence = sentence;
    if (!reported.addressee.empty()) address(reported.addressee, row);
    row.act = reported.cue->act;
    row.commitment = reported.cue->commitment;
    if (reported.negated) {
      row.act = row.act == Act::kReject ? Act::kNoncommittal : Act::kReject;
      row.commitment = row.act == Act::kNoncommittal ? 0 : row.commitment;
    }
    row.form = form_of(reported, row);
    row.confidence = reported.inherited ? .7 : .85;
    row.evidence = {reported.rule, row.cue.front(), {}};
    // What somebody is accused of is no position of the accuser.
    const bool accused = row.act == Act::kAccuse && reported.frame != Frame::kClause;
    if (!accused) find_position(reported.content, reported.cue_words, row);
    if (!row.axis && !reported.rest.empty()) {
      find_position(reported.rest, {reported.rest.first, reported.rest.first}, row);
    }
    find_conditions(reported.content, row);
    row.said = said_of(reported, row);
    row.about = about_of(row);
    out_.push_back(std::move(row));
  }

  /// "I think ..." in an answer is part of it.
  [[nodiscard]] bool is_own_answer(const Reported& reported) const {
    const uint32_t first = reported.sources.front().first;
    return first < answered_ && (c_.tokens.lower[first] == "i" || c_.tokens.lower[first] == "we");
  }

  /// A line of an interview: the label is the source, its colon the cue.
  void add_answer(const InterviewLine& line) {
    Statement row;
    if (line.speaker) row.speakers.push_back(line.speaker);
    row.inferred = !line.named && line.speaker;
    row.source = {span_of({line.first, line.colon})};
    row.cue = {span_of({line.colon, line.colon + 1})};
    row.content = {span_of({line.colon + 1, line.end})};
    row.quoted = row.content;
    row.form = Form::kDirect;
    row.commitment = 3;
    row.first = line.first;
    row.last = line.end;
    row.sentence = line.sentence;
    row.confidence = line.named ? .85 : .7;
    row.evidence = {std::string(kInterview), row.source.front(), {}};
    const Range content{line.colon + 1, line.end};
    find_position(content, {content.first, content.first}, row);
    find_conditions(content, row);
    if (today_) row.said.days = {*today_ - std::chrono::days{kHeadlineDays}, today_};
    row.about = about_of(row);
    out_.push_back(std::move(row));
  }

  /// "The road is open, Ana Brok said, according to the Courier": her words, through a channel.
  bool told_through(const Reported& reported, Id<Actor> medium, uint32_t sentence) {
    const Span content = span_of(reported.content);
    bool told = false;
    for (auto row = out_.rbegin(); row != out_.rend() && row->sentence == sentence; ++row) {
      if (!content.overlaps(row->content.front())) continue;
      row->medium = medium;
      told = true;
    }
    return told;
  }

  /// A source of whom nothing is known but his words: a name, a person's pronoun, whatever
  /// something is "according to". Things and papers say nothing here.
  [[nodiscard]] bool may_speak(const Reported& reported) const {
    if (reported.rule == "reported.according_to") return true;
    const uint32_t head = reported.sources.front().last - 1;
    if (reported.rule == "reported.quotation" && c_.parse.words[head].upos != Upos::kPropn) {
      return c_.tokens.lower[head] == "he" || c_.tokens.lower[head] == "she";
    }
    if (c_.parse.words[head].upos == Upos::kPropn) return true;
    const std::string& word = c_.tokens.lower[head];
    return word == "he" || word == "she" || word == "they" || word == "who" || word == "i" ||
           word == "we";
  }

  /// A quotation that begins in a sentence before, or ends in one after, belongs whole to the one
  /// who is named in its middle.
  [[nodiscard]] Span with_quotation(Span content, Span cue) const {
    for (const Quote& quote : c_.quotes.overlapping(content)) {
      if (quote.single || quote.span.overlaps(cue)) continue;
      // Only where the content runs to that end of the quotation.
      if (quote.span.begin < content.begin) content.begin = quote.span.begin;
      if (quote.span.end > content.end) content.end = quote.span.end;
    }
    return content;
  }

  void address(Range range, Statement& row) const {
    const Mention* mention = speaker_in(range);
    if (mention == nullptr) return;
    const bool media = actor(mention->actor).authority == Authority::kMedia;
    (media ? row.medium : row.addressee) = mention->actor;
  }

  [[nodiscard]] const Actor& actor(Id<Actor> id) const { return c_.mentions.actors[id.value]; }

  /// The actor that a noun phrase names: the mention on its head, else one that ends in it.
  [[nodiscard]] const Mention* speaker_in(Range range) const {
    for (uint32_t at = range.last; at > range.first; --at) {
      const Mention* mention = c_.mentions.headed_at(at - 1);
      if (mention != nullptr && mention->actor && mention->kind != MentionKind::kNationality) {
        return mention;
      }
    }
    // "Her minister, Ana Brok, who said": the name ends what the minister's mention covers.
    const Mention* around = c_.mentions.covering(range.last - 1);
    const bool ends =
        around != nullptr && around->last == range.last && around->kind == MentionKind::kPerson;
    return ends ? around : nullptr;
  }

  /// Does the sentence leave the speaker's name to the rest of the page? Somebody whom the page
  /// never names is not inferred: his words are all that is known of him.
  [[nodiscard]] bool is_inferred(uint32_t sentence, const Mention& mention) const {
    if (actor(mention.actor).kind != ActorKind::kPerson) return false;
    if (!named_[mention.actor.value]) return false;
    const Span span = c_.tokens.sentences[sentence].span;
    const auto& all = c_.mentions.mentions;
    auto at = std::ranges::lower_bound(all, span.begin, {},
                                       [](const Mention& other) { return other.span.begin; });
    for (; at != all.end() && at->span.begin < span.end; ++at) {
      const bool named_here = at->actor == mention.actor && at->kind == MentionKind::kPerson;
      if (named_here && span.contains(at->span)) return false;
    }
    return true;
  }

  /// "He said he expects ...": the inner cue shapes the outer statement and is no row of its own.
  bool is_nested_in_same_speaker(const Reported& inner, const Statement& row) {
    if (out_.empty()) return false;
    Statement& outer = out_.back();
    if (outer.content.empty() || !outer.content.front().contains(span_of(inner.cue_words))) {
      return false;
    }
    const bool same = !outer.speakers.empty() && !row.speakers.empty() &&
                      outer.speakers.front() == row.speakers.front();
    if (!same) return false;
    if (outer.evidence.rule == kInterview) return true;  // "I think ...": part of the answer
    if (outer.act == Act::kAssert) {
      outer.act = inner.cue->act;
      outer.commitment = std::min(outer.commitment.value_or(3), inner.cue->commitment);
    }
    return true;
  }

  [[nodiscard]] Form form_of(const Reported& reported, Statement& row) const {
    const Span content = row.content.front();
    uint32_t quoted = 0;
    for (const Quote& quote : c_.quotes.overlapping(content)) {
      if (quote.single) continue;
      const Span part{std::max(quote.span.begin, content.begin),
                      std::min(quote.span.end, content.end)};
      row.quoted.push_back(part);
      quoted += part.size();
    }
    constexpr uint32_t kSlack = 3;  // a comma or a full stop outside the marks
    if (quoted > 0) return quoted + kSlack >= content.size() ? Form::kDirect : Form::kMixed;
    return reported.frame == Frame::kClause ? Form::kIndirect : Form::kNarrated;
  }

  void find_position(Range content, Range cue, Statement& row) const {
    // The cue's own words may show the position: "refused to rule out", "rejected calls".
    const Range whole{std::min(cue.first, content.first), std::max(cue.last, content.last)};
    const bool together = cue.last == content.first || content.last == cue.first;
    const Range where = together ? whole : content;
    const auto all = find_positions(c_.tokens, c_.parse, c_.cues, where.first, where.last);
    const FoundPosition* best = nullptr;
    // What is claimed or denied as a fact counts where the words show no other position.
    const auto weight = [](const FoundPosition& found) {
      return 2 * static_cast<int>(found.position->axis != Axis::kFact) +
             static_cast<int>(found.polarity() != 0);
    };
    for (const FoundPosition& found : all) {
      if (best == nullptr || weight(found) > weight(*best)) best = &found;
    }
    if (best == nullptr) {
      if (row.act == Act::kNoncommittal) set_position(Axis::kForce, 0, row);
      return;
    }
    const Position& position = *best->position;
    const bool shows_act = position.act && !best->negated;  // "will not retaliate" threatens nobody
    if (shows_act && (row.act == Act::kAssert || *position.act == Act::kNoncommittal))
      row.act = *position.act;
    // "Denied that the talks had failed": the other pole, mildly.
    const bool denied = row.act == Act::kDeny && position.axis != Axis::kFact;
    const auto polarity_of = [&](const FoundPosition& found) {
      const int polarity = found.polarity();
      return denied ? (polarity < 0 ? 1 : polarity > 0 ? -1 : 0) : polarity;
    };
    set_position(position.axis, row.act == Act::kNoncommittal ? 0 : polarity_of(*best), row);
    for (const FoundPosition& found : all) {
      const bool opposite = found.position->axis == position.axis &&
                            polarity_of(found) * row.polarity.value_or(0) < 0;
      if (opposite) row.other_pole = pole_of(polarity_of(found));
    }
  }

  static Pole pole_of(int polarity) {
    const double strong = polarity == 2 || polarity == -2 ? kFirm : kMild;
    return polarity > 0 ? Pole{strong, kOther} : Pole{kOther, strong};
  }

  static void set_position(Axis axis, int polarity, Statement& row) {
    row.axis = axis;
    row.polarity = polarity;
    if (polarity == 0) {
      row.pole = Pole{.25, .25};
      row.commitment = 0;
      return;
    }
    row.pole = pole_of(polarity);
  }

  void find_conditions(Range content, Statement& row) const {
    for (uint32_t at = content.first; at < content.last; ++at) {
      const std::string& word = c_.tokens.lower[at];
      if (word != "if" && word != "unless") continue;
      row.conditions.push_back(span_of({at, content.last}));
      return;
    }
  }

  [[nodiscard]] Said said_of(const Reported& reported, const Statement& row) const {
    Said said;
    const Sentence& sentence = c_.tokens.sentences[row.sentence];
    // What stands right at the cue says it best: "said on Monday that ...".
    const Range at_cue = reported.adjuncts;
    if (const auto days = days_in(at_cue.first, at_cue.last, reported, row)) {
      said.days = *days;
    } else if (const auto near = days_in(sentence.first, sentence.last, reported, row)) {
      said.days = *near;
    } else if (today_) {
      said.days.to = today_;
      if (!reported.perfect) said.days.from = *today_ - std::chrono::days{kHeadlineDays};
    }
    return said;
  }

  /// The first past days among the times in tokens [first, last), outside the content and near the
  /// cue.
  [[nodiscard]] std::optional<DayRange> days_in(uint32_t first, uint32_t last,
                                                const Reported& reported,
                                                const Statement& row) const {
    auto at = std::ranges::lower_bound(times_, first, {}, &TimeMention::first);
    for (; at != times_.end() && at->last <= last; ++at) {
      const TimeMention& time = *at;
      const bool inside = std::ranges::any_of(
          row.content, [&](Span content) { return content.contains(time.span); });
      if (inside || time.kind == TimeKind::kDuration || time.kind == TimeKind::kSet) continue;
      const bool past = time.days.from && time.days.to && today_ && *time.days.from <= *today_;
      if (past && near(time, reported)) {
        return DayRange{time.days.from, std::min(*time.days.to, *today_)};
      }
    }
    return std::nullopt;
  }

  /// The days of the first time inside the content.
  [[nodiscard]] DayRange about_of(const Statement& row) const {
    const Span content = row.content.front();
    auto at = std::ranges::lower_bound(times_, content.begin, {},
                                       [](const TimeMention& time) { return time.span.begin; });
    for (; at != times_.end() && at->span.begin < content.end; ++at) {
      const bool dated = at->kind == TimeKind::kDate || at->kind == TimeKind::kTime;
      if (dated && (at->days.from || at->days.to)) return at->days;
    }
    return {};
  }

  /// Stands the time within reach of the cue: no other verb in between, or right before it.
  [[nodiscard]] bool near(const TimeMention& time, const Reported& reported) const {
    constexpr uint32_t kReach = 8;
    const uint32_t gap =
        time.first >= reported.cue_words.last
            ? time.first - reported.cue_words.last
            : reported.cue_words.first - std::min(time.last, reported.cue_words.first);
    return gap <= kReach;
  }

  /// A sentence that is one quotation belongs to the speaker of the statement before it in the
  /// same paragraph, or to the last speaker where the quotation runs on.
  void add_bare_quotation(uint32_t number) {
    const Sentence& sentence = c_.tokens.sentences[number];
    if (out_.empty()) return;
    const Statement& before = out_.back();
    const Sentence& last = c_.tokens.sentences[before.sentence];
    for (const Quote& quote : c_.quotes.overlapping(sentence.span)) {
      constexpr uint32_t kSlack = 3;
      if (quote.single) continue;
      const Span part{std::max(quote.span.begin, sentence.span.begin),
                      std::min(quote.span.end, sentence.span.end)};
      if (part.size() + kSlack < sentence.span.size()) continue;
      if (sentence.block != last.block && !quote.continues) return;
      if (number > std::max(before.sentence, last_quoted_) + 1) return;
      Statement& told = out_.back();
      if (told.content.back().contains(part)) return;
      // "One," she said. "Two." is one act of speaking.
      told.content.push_back(part);
      told.quoted.push_back(part);
      told.last = sentence.last;
      told.form = told.form == Form::kDirect ? Form::kDirect : Form::kMixed;
      if (!told.axis)
        find_position({sentence.first, sentence.last}, {sentence.first, sentence.first}, told);
      told.evidence.rejected.push_back({"quotation.continued", "a statement of its own",
                                        "goes on with the quotation before it"});
      last_quoted_ = number;
      return;
    }
  }

  /// Nesting, repeats, and the words that set rows against each other.
  void link() {
    for (Statement& row : out_) find_contrast(row);
    mark_differing();
    // Until here in order of their cues; from here in order of what is said, outer ones first.
    std::ranges::stable_sort(out_, [](const Statement& a, const Statement& b) {
      const Span one = a.content.front();
      const Span two = b.content.front();
      return one.begin != two.begin ? one.begin < two.begin : one.end > two.end;
    });
    find_nested();
    find_repeats();
  }

  void find_nested() {
    constexpr uint32_t kBack = 64;  // rows
    for (uint32_t i = 1; i < out_.size(); ++i) {
      for (uint32_t j = i; j-- > i - std::min(i, kBack);) {
        const bool answer = out_[j].evidence.rule == kInterview;
        if (out_[j].sentence != out_[i].sentence && !answer) continue;
        if (out_[j].content.front() != out_[i].content.front() &&
            out_[j].content.front().contains(out_[i].content.front())) {
          out_[i].nested_in = {j};
          if (answer) out_[i].voice = Voice::kActor;  // his words, whoever they are about
          break;
        }
      }
    }
  }

  /// A statement of a standfirst that the body says again is told twice: the later names the first.
  void find_repeats() {
    if (std::ranges::none_of(c_.article.blocks,
                             [](const Block& b) { return b.repeats.has_value(); }))
      return;
    std::unordered_map<std::string_view, std::vector<uint32_t>> told;  // content -> ascending rows
    for (uint32_t i = 0; i < out_.size(); ++i) told[words_of(out_[i])].push_back(i);
    for (uint32_t i = 0; i < out_.size(); ++i) {
      const Block& block = c_.article.blocks[c_.tokens.sentences[out_[i].sentence].block];
      if (!block.repeats) continue;
      const auto& same = told[words_of(out_[i])];
      const auto begin_of = [&](uint32_t row) { return out_[row].content.front().begin; };
      const auto again = std::ranges::lower_bound(same, block.repeats->begin, {}, begin_of);
      if (again == same.end() || *again <= i) continue;
      if (!block.repeats->contains(out_[*again].content.front())) continue;
      out_[*again].duplicate_of = out_[i].duplicate_of ? out_[i].duplicate_of : Id<Statement>{i};
    }
  }

  [[nodiscard]] std::string_view words_of(const Statement& row) const {
    return c_.article.text.of(row.content.front());
  }

  /// A contrast stands before the statement in its own sentence; the last one counts.
  void find_contrast(Statement& row) const {
    const Sentence& sentence = c_.tokens.sentences[row.sentence];
    for (uint32_t at = sentence.first; at < row.last; ++at) {
      const Contrast* contrast = find_contrast_at(c_.tokens, c_.cues, at, row.last, false);
      if (contrast == nullptr) continue;
      const auto end = at + static_cast<uint32_t>(contrast->words.size());
      const Span words = c_.tokens.span_of(at, end);
      if (!row.content.front().contains(words)) row.contrast = words;
    }
  }

  /// Are they somebody's own words: "Norvenia said that Ostravia sent mixed signals"?
  [[nodiscard]] bool is_said(const Differing& words) const {
    const auto rows = std::ranges::equal_range(out_, words.sentence, {}, &Statement::sentence);
    return std::ranges::any_of(rows, [&](const Statement& row) {
      return row.voice == Voice::kActor && row.content.front().contains(words.words);
    });
  }

  /// Says the outlet, in the title or near the statement, that positions of its side differ?
  void mark_differing() {
    constexpr uint32_t kNear = 6;  // sentences
    auto all = find_differing(c_.article, c_.tokens, c_.mentions, c_.cues);
    std::erase_if(all, [&](const Differing& words) { return is_said(words); });
    if (all.empty()) return;
    for (Statement& row : out_) {
      if (row.speakers.empty()) continue;
      const std::string& side = actor(row.speakers.front()).side;
      if (side.empty()) continue;
      const auto says = [&](const Differing& words) { return words.side == side; };
      const uint32_t first = row.sentence - std::min(row.sentence, kNear);
      auto near = std::ranges::lower_bound(all, first, {}, &Differing::sentence);
      for (; near != all.end() && near->sentence <= row.sentence + kNear; ++near) {
        if (says(*near)) row.differing = near->words;
      }
      if (!row.differing.empty()) continue;
      const auto titles = std::ranges::find_if(
          all, [&](const Differing& words) { return !words.title || says(words); });
      if (titles != all.end() && titles->title) row.differing = titles->words;
    }
  }

  const StatementContext& c_;
  const std::vector<TimeMention>& times_;
  std::optional<Day> page_day_;
  std::optional<Day> today_;  // of the sentence that is read: a live entry has its own
  const Limits& limits_;
  std::vector<Statement> out_;
  std::vector<bool> named_;   // actor -> does the page name this person
  uint32_t answered_ = 0;     // the first token behind the last answer of an interview
  uint32_t last_quoted_ = 0;  // sentence of the last quotation that went on
};

}  // namespace

std::vector<Statement> find_statements(const Article& article, const Tokens& tokens,
                                       const Parse& parse, const Mentions& mentions,
                                       const std::vector<TimeMention>& times, const CueTable& cues,
                                       std::optional<Day> today, const Limits& limits) {
  const Quotes quotes = find_quotes(article);
  const StatementContext context{article, tokens, parse, mentions, cues, quotes, times};
  return StatementFinder(context, today, limits).run();
}

std::string_view name_of(Form form) {
  constexpr std::array<std::string_view, 4> kNames = {"direct", "mixed", "indirect", "narrated"};
  return kNames[static_cast<size_t>(form)];
}

std::string_view name_of(Voice voice) { return voice == Voice::kActor ? "actor" : "author"; }

}  // namespace demarche
