// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "mention/mention.h"
#include "mention/time_days.h"
#include "mention/time_event.h"
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
  bool linked = false;  ///< the time before leads to it: "March and April 1918"
  bool ranged = false;  ///< the same, to its end: "Monday-Friday"
  bool aside = false;   ///< named out of the order that the story is told in
  TimeWord before = TimeWord::kNone;
  bool possessive = false;  ///< "Friday's talks"
  bool in_name = false;     ///< "the 1962 Harbour Crisis"
  bool dateline = false;    ///< "OSTREL, June 3 (Agency) -"
  bool soon = false;        ///< "soon": a time only where it lies ahead
};

bool may_begin(const TimePiece& piece) {
  return piece.word != TimeWord::kNone || piece.kind == PieceKind::kNumber || piece.mark == '\'';
}

/// Does the outlook of the clause change the reading?
bool needs_outlook(const TimeForm& form) {
  if (form.shape == TimeShape::kVague) return true;
  if (form.shape == TimeShape::kDate) return form.year == 0;
  return form.shape == TimeShape::kOffset && form.unit == TimeUnit::kWeekend;
}

bool is_year_in_name(const TimeForm& form, const Scan& scan, uint32_t at) {
  return form.rule == "time.year" && form.last == at + 1 && scan.at(form.last).capital &&
         scan.at(form.last).kind == PieceKind::kWord && at > 0 &&
         (scan.is(at - 1, TimeWord::kThe) ||
          (scan.at(at - 1).capital && scan.at(at - 1).word == TimeWord::kNone));
}

/// "OSTREL, June 3 (Agency) -", "New Ostrel, Norvenia, June 3:": where and when a story was filed.
bool is_dateline(const Scan& scan, uint32_t at, uint32_t last) {
  constexpr uint32_t kLongest = 8;
  if (at < 2 || at > kLongest || !scan.is_mark(at - 1, ',')) return false;
  for (uint32_t i = 0; i + 1 < at; ++i) {
    const TimePiece& piece = scan.at(i);
    const bool name = piece.kind == PieceKind::kWord && piece.capital;
    if (!name && !(i > 0 && piece.mark == ',')) return false;
    // "Friday, June 3 - the day"; "New" and "St" are words of places as well.
    const bool of_place = piece.word == TimeWord::kNone || piece.word == TimeWord::kYearWord ||
                          piece.word == TimeWord::kOrdinalEnd;
    if (!of_place) return false;
  }
  return scan.is_mark(last, '(') || scan.is_mark(last, '-') || scan.is_mark(last, ':');
}

/// The expressions of one sentence, in their order.
class SentenceReader {
 public:
  SentenceReader(const Scan& scan, const Tokens& tokens, uint32_t number,
                 std::vector<FoundTime>& out)
      : scan_(scan),
        tokens_(tokens),
        number_(number),
        token_(tokens.sentences[number].first),
        out_(out) {}

  void read(size_t limit) {
    for (uint32_t at = 0; at < scan_.size() && out_.size() < limit;) {
      auto form = may_begin(scan_.at(at)) ? match_time(scan_, at) : std::nullopt;
      if (!form) {
        ++at;
        continue;
      }
      add(*form, at);
      at = form->last;
      for (auto more = match_more(*form); more && out_.size() < limit; more = match_more(*form)) {
        const uint32_t begin = first_number(at);
        add(*more, begin);
        form = more;
        at = form->last;
      }
    }
  }

 private:
  [[nodiscard]] std::optional<TimeForm> match_more(const TimeForm& form) const {
    if (auto days = match_more_days(scan_, form)) return days;
    return match_more_years(scan_, form);
  }
  [[nodiscard]] uint32_t first_number(uint32_t at) const {
    while (!scan_.is_number(at)) ++at;
    return at;
  }

  void add(const TimeForm& form, uint32_t at) {
    FoundTime found{.form = form, .mention = {}, .sentence = number_};
    TimeMention& mention = found.mention;
    const Sentence& sentence = tokens_.sentences[number_];
    const auto& tokens = tokens_.tokens;
    mention.span = {scan_.at(at).span.begin, scan_.at(form.last - 1).span.end};
    while (token_ < sentence.last && tokens[token_].span.end <= mention.span.begin) ++token_;
    mention.first = mention.last = token_;
    while (mention.last < sentence.last && tokens[mention.last].span.begin < mention.span.end) {
      ++mention.last;
    }
    mention.kind = form.kind;
    found.before = at > 0 ? scan_.at(at - 1).word : TimeWord::kNone;
    found.possessive = scan_.is_mark(form.last, '\'') && scan_.is(form.last + 1, TimeWord::kS);
    found.in_name = is_year_in_name(form, scan_, at);
    found.dateline = is_dateline(scan_, at, form.last) && form.day > 0 && form.month > 0;
    found.soon = scan_.is(at, TimeWord::kSoon);
    found.linked = links(end_, at);
    found.ranged = found.linked && ranges(end_);
    end_ = form.last;
    if (mention.first < mention.last) out_.push_back(std::move(found));
  }

  // "31 May - 1 June 1916", "from August to September 1914", "the spring and summer of 1943".
  [[nodiscard]] bool links(uint32_t from, uint32_t to) const {
    if (from == 0 || to <= from || to - from > 3) return false;
    const TimeWord word = scan_.at(from).word;
    const bool link = scan_.is_mark(from, '-') || word == TimeWord::kTo || word == TimeWord::kAnd ||
                      word == TimeWord::kOr || word == TimeWord::kUntil;
    for (uint32_t i = from + 1; i < to; ++i) {
      if (scan_.at(i).word == TimeWord::kNone) return false;
    }
    return link;
  }

  // "from Monday to Friday", "between Monday and Friday", "Monday-Friday"
  [[nodiscard]] bool ranges(uint32_t from) const {
    if (scan_.is(from, TimeWord::kAnd)) {
      return !out_.empty() && out_.back().before == TimeWord::kBetween;
    }
    return !scan_.is(from, TimeWord::kOr);
  }

  const Scan& scan_;
  const Tokens& tokens_;
  uint32_t end_ = 0;  ///< of the time before
  uint32_t number_;
  uint32_t token_;
  std::vector<FoundTime>& out_;
};

/// "Friday", "last week", "last April": a page speaks of its own days.
bool counts_from_page(const TimeForm& form) {
  if (form.anchor != TimeAnchor::kToday) return false;
  const bool offset = form.shape == TimeShape::kOffset;
  return form.weekday > 0 || offset || form.select != TimeForm::kNoShift;
}

/// A history names many years long past and hardly a weekday; its bare months follow its own order
/// of time. News may look back, but its bare dates belong to the days around the page.
bool is_history(const std::vector<FoundTime>& found, std::optional<Day> today) {
  constexpr int kManyYears = 6;
  constexpr int kFewYears = 4;  // enough where all of them are
  constexpr int kAncient = 10;  // years before the page
  int far = 0;
  int near = 0;
  int last = -10'000;
  for (const FoundTime& time : found) {
    const TimeForm& form = time.form;
    if (form.year > 0) {
      const int year = form.before_era ? 1 - form.year : form.year;
      if (!today || year + 1 < year_of(*today)) ++far;
      last = std::max(last, year);
    } else if (counts_from_page(form)) {
      ++near;
    }
  }
  const bool ancient = today && last + kAncient < year_of(*today);
  return (far >= kManyYears && far > 4 * near) || (ancient && far >= kFewYears && near == 0);
}

/// "March and April 1918": the year stands behind the second.
void share_years(std::vector<FoundTime>& found) {
  for (size_t i = found.size(); i-- > 1;) {
    if (!found[i].linked || found[i].sentence != found[i - 1].sentence) continue;
    const TimeForm& second = found[i].form;
    TimeForm& first = found[i - 1].form;
    const int months = second.month > 0 ? second.month : second.season * 3;
    const int from = first.month > 0 ? first.month : first.season * 3;
    const bool open = first.shape == TimeShape::kDate && first.year == 0 && from > 0 &&
                      first.year_shift == TimeForm::kNoShift && first.select == TimeForm::kNoShift;
    if (!open || second.shape != TimeShape::kDate || second.year == 0 || months == 0) continue;
    first.before_era = second.before_era;
    first.year = from <= months || second.before_era ? second.year : second.year - 1;
  }
}

/// A story goes on; a year beyond those told around it is an aside: "as papers of 2005 revealed".
void mark_asides(std::vector<FoundTime>& found) {
  constexpr size_t kAround = 2;
  std::vector<size_t> dated;
  std::vector<int> years;
  for (size_t i = 0; i < found.size(); ++i) {
    const TimeForm& form = found[i].form;
    if (form.year == 0 || found[i].in_name || form.decade > 0) continue;
    dated.push_back(i);
    years.push_back(form.before_era ? 1 - form.year : form.year);
  }
  for (size_t i = kAround; i + kAround < years.size(); ++i) {
    std::array<int, 2 * kAround + 1> near;
    std::copy_n(years.begin() + static_cast<std::ptrdiff_t>(i - kAround), near.size(),
                near.begin());
    std::ranges::sort(near);
    found[dated[i]].aside =
        years[i] != near[kAround] && (years[i] == near.front() || years[i] == near.back());
  }
}

TimeOutlook outlook_of(const FoundTime& time, const Tokens& tokens, const Parse& parse) {
  if (!needs_outlook(time.form)) return TimeOutlook::kUnknown;
  if (time.possessive && time.form.weekday > 0) return TimeOutlook::kBehind;
  const TimeOutlook clause = outlook_by_tree(tokens, parse, time.mention.first, time.mention.last);
  switch (time.before) {
    case TimeWord::kAs:
      return TimeOutlook::kAhead;  // "as early as Monday"
    case TimeWord::kUntil:
    case TimeWord::kBy:
    case TimeWord::kThrough:
      // "until Monday", "by March": ahead, but where all had been done by then.
      return is_past_perfect_at(tokens, parse, time.mention.first) ? TimeOutlook::kBehind
                                                                   : TimeOutlook::kAhead;
    default:
      break;
  }
  const TimeOutlook outlook = clause == TimeOutlook::kUnknown
                                  ? outlook_at(tokens, parse, time.mention.first, time.mention.last)
                                  : clause;
  // "not before Friday"; "from the first of July" may begin on either side.
  if (time.before == TimeWord::kBefore && outlook == TimeOutlook::kUnknown) {
    return TimeOutlook::kAhead;
  }
  if (time.before == TimeWord::kFrom && outlook == TimeOutlook::kBehind) {
    return TimeOutlook::kUnknown;
  }
  return outlook;
}

/// "three days after the vote" where the text told the day of the vote; whether it is a row at all.
bool count_from_event(const FoundTime& time, const ToldEvents& events, ResolvedTime& resolved) {
  const TimeForm& form = time.form;
  if (form.side != TimeSide::kAfterEvent && form.side != TimeSide::kBeforeEvent) return true;
  const bool beside = form.rule == "time.beside_event";
  if (resolved.days.from && !beside) return true;  // "only two days after": the event just told
  const auto event = form.vague_count ? std::nullopt : events.day_of(time.mention.last + 1);
  if (!event) return !beside;
  const int sign = form.side == TimeSide::kAfterEvent ? 1 : -1;
  const auto day = add_units(*event, form.unit, sign * form.count);
  if (!day) return !beside;
  resolved.days = {day, day};
  resolved.base = TimeBase::kEvent;
  resolved.rejected.clear();
  if (beside) {
    resolved.value = format_date(*day);
    resolved.unit = TimeUnit::kDay;
  }
  return true;
}

bool is_bare_weekday(const TimeForm& form) {
  return form.shape == TimeShape::kDate && form.weekday > 0 && form.day == 0 &&
         form.unit == TimeUnit::kNone && form.select == TimeForm::kNoShift;
}

/// The first day of a range of weekdays was read in its own clause; the last follows it, and what
/// is over began before it ended.
void order_weekdays(const TimeForm& first_form, const TimeForm& form, TimeContext context,
                    TimeMention& first, ResolvedTime& last) {
  if (!first.days.from || !last.days.from || context.history) return;
  const bool over = context.outlook == TimeOutlook::kBehind;
  if (over && *last.days.from >= *first.days.from) return;
  context.outlook = over ? TimeOutlook::kBehind : TimeOutlook::kAhead;
  context.today = over ? last.days.from : first.days.from;
  const ResolvedTime moved = resolve_time(over ? first_form : form, context);
  if (over) {
    first.value = moved.value;
    first.days = moved.days;
  } else {
    last.value = moved.value;
    last.days = moved.days;
  }
}

/// Rows have no days before the year 1 and after 9999.
DayRange days_shown(DayRange days) {
  const auto shown = [](const std::optional<Day>& day) {
    return day && year_of(*day) >= 1 && year_of(*day) <= 9999;
  };
  return shown(days.from) == days.from.has_value() && shown(days.to) == days.to.has_value()
             ? days
             : DayRange{};
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

/// The day of a dateline that lies before the day of publication, or stands for it.
std::optional<Day> find_dateline(const std::vector<FoundTime>& found, const TimeContext& context) {
  constexpr int kLongestDelay = 10;  // days from filing to print
  constexpr uint32_t kFirstSentences = 6;
  for (const FoundTime& time : found) {
    if (time.sentence >= kFirstSentences) break;
    if (!time.dateline) continue;
    const auto day = resolve_time(time.form, context).days.from;
    if (!day || !context.today) return day;
    const int delay = days_between(*context.today, *day);
    return delay > 0 && delay <= kLongestDelay ? day : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::vector<TimeMention> find_times(const Article& article, const Tokens& tokens,
                                    const Parse& parse, std::optional<Day> today,
                                    const Limits& limits) {
  std::vector<FoundTime> found;
  Scan scan;
  for (uint32_t s = 0; s < tokens.sentences.size() && found.size() < limits.rows; ++s) {
    if (tokens.sentences[s].first >= tokens.sentences[s].last) continue;
    scan_pieces(article.text.view(), tokens.sentences[s].span, scan);
    SentenceReader(scan, tokens, s, found).read(limits.rows);
  }
  share_years(found);
  TimeContext context;
  context.today = today;
  context.history = is_history(found, today);
  if (context.history) mark_asides(found);
  ToldEvents events(tokens, parse);
  if (const auto filed = find_dateline(found, context)) {
    today = filed;
    context.today = filed;
    context.today_from = TimeBase::kDateline;
  }
  Todays todays(article, tokens, today);
  std::vector<TimeMention> out;
  out.reserve(found.size());
  const FoundTime* ahead_of = nullptr;  // the time before, which `out` ends with
  for (FoundTime& time : found) {
    context.sentence = time.sentence;
    if (const auto now = todays.of(time.sentence); now != context.today) {
      // Another entry of a live page: what was told in the last one is of its own day.
      context.today = now;
      context.told.reset();
    }
    context.before = time.before;
    context.outlook = outlook_of(time, tokens, parse);
    if (time.soon && context.outlook == TimeOutlook::kBehind) continue;  // "they soon fled"
    ResolvedTime resolved = resolve_time(time.form, context);
    if (!count_from_event(time, events, resolved)) continue;
    if (time.ranged && ahead_of != nullptr && is_bare_weekday(time.form) &&
        is_bare_weekday(ahead_of->form)) {
      order_weekdays(ahead_of->form, time.form, context, out.back(), resolved);
    }
    ahead_of = &time;
    if (resolved.unit == TimeUnit::kDay && resolved.days.from) {
      events.add(time.mention.first, *resolved.days.from);
    }
    if (time.aside) remember_aside(resolved, context);
    if (!time.in_name && !time.aside) remember_time(time.form, resolved, context);
    TimeMention& mention = time.mention;
    mention.value = std::move(resolved.value);
    mention.days = days_shown(resolved.days);
    mention.no_such_day = resolved.no_such_day;
    mention.evidence.rule = time.in_name ? "time.year_in_name" : std::string(time.form.rule);
    if (resolved.base != TimeBase::kNone) {
      mention.evidence.rule += '.';
      mention.evidence.rule += name_of(resolved.base);
    }
    mention.evidence.span = mention.span;
    mention.evidence.rejected = std::move(resolved.rejected);
    out.push_back(std::move(mention));
  }
  return out;
}

}  // namespace demarche
