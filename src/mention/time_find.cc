// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/mention.h"
#include "mention/time_form.h"
#include "mention/time_resolve.h"
#include "mention/time_scan.h"
#include "mention/time_tense.h"

namespace demarche {

std::string_view name_of(TimeKind kind) {
  switch (kind) {
    case TimeKind::kDate:
      return "date";
    case TimeKind::kTime:
      return "time";
    case TimeKind::kDuration:
      return "duration";
    case TimeKind::kSet:
      return "set";
  }
  return "date";
}

namespace {

/// One expression as read, before it is known what its document is about.
struct FoundTime {
  TimeForm form;
  TimeMention mention;  ///< span, tokens and kind
  uint32_t sentence = 0;
  TimeWord before = TimeWord::kNone;
  bool possessive = false;  ///< "Friday's talks"
  bool in_name = false;     ///< "the 1962 Harbour Crisis"
};

bool may_begin(const TimePiece& piece) {
  return piece.word != TimeWord::kNone || piece.kind == PieceKind::kNumber || piece.mark == '\'';
}

/// Does the outlook of the clause change the reading?
bool needs_outlook(const TimeForm& form) {
  if (form.shape == TimeShape::kDate) return form.year == 0;
  return form.shape == TimeShape::kOffset && form.unit == TimeUnit::kWeekend;
}

bool is_year_in_name(const TimeForm& form, const Scan& scan, uint32_t at) {
  return form.rule == "time.year" && form.last == at + 1 && scan.at(form.last).capital &&
         scan.at(form.last).kind == PieceKind::kWord && at > 0 &&
         (scan.is(at - 1, TimeWord::kThe) || scan.at(at - 1).capital);
}

void find_in_sentence(const Scan& scan, const Tokens& tokens, uint32_t number, size_t limit,
                      std::vector<FoundTime>& out) {
  const Sentence& sentence = tokens.sentences[number];
  uint32_t token = sentence.first;
  for (uint32_t at = 0; at < scan.size() && out.size() < limit;) {
    const auto form = may_begin(scan.at(at)) ? match_time(scan, at) : std::nullopt;
    if (!form) {
      ++at;
      continue;
    }
    FoundTime found{.form = *form, .mention = {}, .sentence = number};
    TimeMention& mention = found.mention;
    mention.span = {scan.at(at).span.begin, scan.at(form->last - 1).span.end};
    while (token < sentence.last && tokens.tokens[token].span.end <= mention.span.begin) ++token;
    mention.first = mention.last = token;
    while (mention.last < sentence.last &&
           tokens.tokens[mention.last].span.begin < mention.span.end) {
      ++mention.last;
    }
    mention.kind = form->kind;
    found.before = at > 0 ? scan.at(at - 1).word : TimeWord::kNone;
    found.possessive = scan.is_mark(form->last, '\'') && scan.is(form->last + 1, TimeWord::kS);
    found.in_name = is_year_in_name(*form, scan, at);
    if (mention.first < mention.last) out.push_back(std::move(found));
    at = form->last;
  }
}

/// A history names many years long past and hardly a weekday; its bare months follow its own order
/// of time. News may look back, but its bare dates belong to the days around the page.
bool is_history(const std::vector<FoundTime>& found, std::optional<Day> today) {
  constexpr int kFewYears = 4;
  int far = 0;
  int near = 0;
  for (const FoundTime& time : found) {
    const TimeForm& form = time.form;
    if (form.year > 0) {
      if (!today || form.before_era || form.year + 1 < year_of(*today)) ++far;
    } else if (form.weekday > 0 ||
               (form.shape == TimeShape::kOffset && form.anchor == TimeAnchor::kToday)) {
      ++near;
    }
  }
  return far >= kFewYears && far > 3 * near;
}

TimeOutlook outlook_of(const FoundTime& time, const Tokens& tokens, const Parse& parse) {
  if (!needs_outlook(time.form)) return TimeOutlook::kUnknown;
  if (time.possessive && time.form.weekday > 0) return TimeOutlook::kBehind;
  if (time.before == TimeWord::kUntil || time.before == TimeWord::kBy ||
      time.before == TimeWord::kAs) {
    return TimeOutlook::kAhead;  // "until Monday", "by March", "as early as Monday"
  }
  const TimeOutlook outlook = outlook_at(tokens, parse, time.mention.first, time.mention.last);
  // "not before Friday"; "from the first of July" may begin on either side.
  if (time.before == TimeWord::kBefore && outlook == TimeOutlook::kUnknown) {
    return TimeOutlook::kAhead;
  }
  if (time.before == TimeWord::kFrom && outlook == TimeOutlook::kBehind) {
    return TimeOutlook::kUnknown;
  }
  return outlook;
}

/// Keeps what was told, for the expressions that count from it.
void remember(const ResolvedTime& time, const FoundTime& found, TimeContext& context) {
  if (!time.days.from || time.unit == TimeUnit::kNone || found.in_name) return;
  const ToldTime told{time.days, time.unit, context.sentence};
  const TimeForm& form = found.form;
  if (time.unit == TimeUnit::kQuarter && form.season == 0) {
    // Quarters a year back are told to compare, not to go on from.
    const bool own = form.shape == TimeShape::kDate && form.year_shift == TimeForm::kNoShift;
    if (own) context.quarter = told;
    return;
  }
  if (time.unit < TimeUnit::kDecade) context.told = told;
}

/// The days that sentences count from, asked for in their order: a live entry has a day of its own.
class Todays {
 public:
  Todays(const Article& article, const Tokens& tokens, std::optional<Day> page)
      : article_(article), tokens_(tokens), page_(page) {}
  std::optional<Day> of(uint32_t sentence) {
    const uint32_t at = tokens_.sentences[sentence].span.begin;
    const std::vector<Block>& blocks = article_.blocks;
    while (block_ < blocks.size() && blocks[block_].span.end <= at) ++block_;
    const auto own = block_ < blocks.size() ? day_of(blocks[block_]) : std::nullopt;
    return own ? own : page_;
  }

 private:
  const Article& article_;
  const Tokens& tokens_;
  std::optional<Day> page_;
  size_t block_ = 0;
};

}  // namespace

std::vector<TimeMention> find_times(const Article& article, const Tokens& tokens,
                                    const Parse& parse, std::optional<Day> today,
                                    const Limits& limits) {
  std::vector<FoundTime> found;
  Scan scan;
  for (uint32_t s = 0; s < tokens.sentences.size() && found.size() < limits.rows; ++s) {
    if (tokens.sentences[s].first >= tokens.sentences[s].last) continue;
    scan_pieces(article.text.view(), tokens.sentences[s].span, scan);
    find_in_sentence(scan, tokens, s, limits.rows, found);
  }
  TimeContext context;
  context.today = today;
  context.history = is_history(found, today);
  Todays todays(article, tokens, today);
  std::vector<TimeMention> out;
  out.reserve(found.size());
  for (FoundTime& time : found) {
    context.sentence = time.sentence;
    if (const auto now = todays.of(time.sentence); now != context.today) {
      // Another entry of a live page: what was told in the last one is of its own day.
      context.today = now;
      context.told.reset();
    }
    context.before = time.before;
    context.outlook = outlook_of(time, tokens, parse);
    ResolvedTime resolved = resolve_time(time.form, context);
    remember(resolved, time, context);
    TimeMention& mention = time.mention;
    mention.value = std::move(resolved.value);
    mention.days = resolved.days;
    mention.evidence.rule = time.in_name ? "time.year_in_name" : std::string(time.form.rule);
    mention.evidence.span = mention.span;
    mention.evidence.rejected = std::move(resolved.rejected);
    out.push_back(std::move(mention));
  }
  return out;
}

}  // namespace demarche
