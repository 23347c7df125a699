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

constexpr int kFarDays = 400;  // see TimeContext::told

bool may_begin(const Piece& piece) {
  return piece.word != TimeWord::kNone || piece.kind == PieceKind::kNumber || piece.mark == '\'';
}

/// Does the outlook of the clause change the reading?
bool needs_outlook(const TimeForm& form) {
  if (form.shape == TimeShape::kDate) return form.year == 0;
  return form.shape == TimeShape::kOffset && form.unit == TimeUnit::kWeekend;
}

/// A year that stands inside a name: "the 1962 Harbour Crisis".
bool is_year_in_name(const TimeForm& form, const Scan& scan, uint32_t at) {
  return form.rule == "time.year" && form.last == at + 1 && scan.at(form.last).capital &&
         scan.at(form.last).kind == PieceKind::kWord && at > 0 &&
         (scan.is(at - 1, TimeWord::kThe) || scan.at(at - 1).capital);
}

class TimeFinder {
 public:
  TimeFinder(const Article& article, const Tokens& tokens, const Parse& parse,
             std::optional<Day> today, size_t limit)
      : article_(article), tokens_(tokens), parse_(parse), limit_(limit) {
    context_.today = today;
  }

  std::vector<TimeMention> find() {
    for (uint32_t s = 0; s < tokens_.sentences.size() && out_.size() < limit_; ++s) {
      context_.sentence = s;
      const Sentence& sentence = tokens_.sentences[s];
      if (sentence.first >= sentence.last) continue;
      scan_pieces(article_.text.view(), sentence.span, scan_);
      find_in_sentence(sentence);
    }
    return std::move(out_);
  }

 private:
  void find_in_sentence(const Sentence& sentence) {
    uint32_t token = sentence.first;
    for (uint32_t at = 0; at < scan_.size() && out_.size() < limit_;) {
      const auto form = may_begin(scan_.at(at)) ? match_time(scan_, at) : std::nullopt;
      if (!form) {
        ++at;
        continue;
      }
      add(*form, at, sentence, token);
      at = form->last;
    }
  }

  void add(const TimeForm& form, uint32_t at, const Sentence& sentence, uint32_t& token) {
    TimeMention mention;
    mention.span = {scan_.at(at).span.begin, scan_.at(form.last - 1).span.end};
    while (token < sentence.last && tokens_.tokens[token].span.end <= mention.span.begin) ++token;
    mention.first = token;
    mention.last = token;
    while (mention.last < sentence.last &&
           tokens_.tokens[mention.last].span.begin < mention.span.end) {
      ++mention.last;
    }
    if (mention.first == mention.last) return;  // bytes outside of all tokens
    context_.outlook = needs_outlook(form)
                           ? outlook_at(tokens_, parse_, mention.first, mention.last)
                           : TimeOutlook::kUnknown;
    context_.before = at > 0 ? scan_.at(at - 1).word : TimeWord::kNone;
    ResolvedTime time = resolve_time(form, context_);
    mention.kind = form.kind;
    mention.value = std::move(time.value);
    mention.days = time.days;
    mention.evidence.rule =
        is_year_in_name(form, scan_, at) ? "time.year_in_name" : std::string(form.rule);
    mention.evidence.span = mention.span;
    mention.evidence.rejected = std::move(time.rejected);
    remember(time, form, mention.evidence.rule == "time.year_in_name");
    out_.push_back(std::move(mention));
  }

  void remember(const ResolvedTime& time, const TimeForm& form, bool in_name) {
    if (!time.days.from || time.unit == TimeUnit::kNone || in_name) return;
    ToldTime told{time.days, time.unit, context_.sentence, time.far};
    if (time.unit == TimeUnit::kQuarter) {
      if (form.season == 0) {
        context_.quarter = told;
        return;
      }
    }
    if (time.unit >= TimeUnit::kDecade) return;
    // A year that is said and lies far from the page begins a story of its own.
    if (form.year > 0 && !form.before_era) {
      told.far = !context_.today || (*context_.today - *time.days.to).count() > kFarDays;
    }
    context_.told = told;
  }

  const Article& article_;
  const Tokens& tokens_;
  const Parse& parse_;
  size_t limit_;
  TimeContext context_;
  Scan scan_;
  std::vector<TimeMention> out_;
};

}  // namespace

std::vector<TimeMention> find_times(const Article& article, const Tokens& tokens,
                                    const Parse& parse, std::optional<Day> today,
                                    const Limits& limits) {
  return TimeFinder(article, tokens, parse, today, limits.rows).find();
}

}  // namespace demarche
