// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "format/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "format/days.h"
#include "format/layout.h"
#include "format/view.h"
#include "format/wording.h"
#include "signal/score.h"

namespace demarche {
namespace {

constexpr uint32_t kMostContext = 2000;  // code points of the sentences that are shown

/// Writes "name   value" lines, the value wrapped under itself.
class Lines {
 public:
  Lines(std::string& out, const ReportOptions& options) : out_(out), options_(options) {}
  void head(std::string_view text) {
    out_ += '\n';
    append_wrapped(out_, text, 2, Paint::kHead, options_);
  }
  void add(std::string_view name, std::string_view value) { add(name, "", value, kName); }
  void add(std::string_view name, double number, std::string_view value) {
    add(name, fmt::format("{:.3f}", number), value, kName + kNumber);
  }

 private:
  static constexpr uint32_t kIndent = 4, kName = 12, kNumber = 8;

  void add(std::string_view name, std::string_view number, std::string_view value, uint32_t at) {
    std::string start = fmt::format("{:<{}}{}", name, kName, number);
    for (const auto& line : wrap(value, std::max(options_.width, 50U) - kIndent - at)) {
      out_.append(kIndent, ' ');
      out_ += fmt::format("{:<{}}{}\n", start, at, line);
      start.clear();
    }
  }

  std::string& out_;
  const ReportOptions& options_;
};

// The row's own words: of a statement what was said, of an event what shows it.
Spans spans_of(const RecordRow& record, const ExplainRow& row) {
  for (const auto& one : record.statements) {
    if (one.id == row.row && !one.content.empty()) return one.content;
  }
  for (const auto& one : record.events) {
    if (one.id == row.row) return one.evidence.empty() ? Spans{one.trigger} : one.evidence;
  }
  return {row.span};
}

// The sentences that hold the spans, each span in brackets.
std::string in_sentences(const RecordRow& record, Spans spans) {
  const OffsetMap map(record.text);
  std::ranges::sort(spans, {}, &SpanRow::start);
  std::string result;
  uint32_t at = 0;
  bool gap = false;
  const auto add = [&](uint32_t from, uint32_t to) {
    const uint32_t begin = map.byte(from);
    result.append(record.text, begin, map.byte(to) - begin);
  };
  for (const SpanRow& sentence : record.sentences) {
    const auto inside = [&](const SpanRow& span) {
      return span.start < sentence.end && sentence.start < span.end;
    };
    if (sentence.start < at || sentence.end < sentence.start || sentence.end > map.size()) continue;
    if (std::ranges::none_of(spans, inside)) {
      gap = !result.empty();
      continue;
    }
    if (result.size() > kMostContext) return result + " ...";
    if (!result.empty()) result += gap ? " ... " : " ";
    gap = false;
    at = sentence.start;
    for (const SpanRow& span : spans) {
      if (!inside(span) || span.end <= at) continue;
      const uint32_t from = std::max(at, span.start);
      const uint32_t to = std::min(sentence.end, span.end);
      add(at, from);
      result += '[';
      add(from, to);
      result += ']';
      at = to;
    }
    add(at, sentence.end);
    at = sentence.end;
  }
  return result;
}

void add_rejected(Lines& lines, std::string& out, const ExplainRow& row,
                  const ReportOptions& options) {
  lines.head("Readings turned down");
  if (row.rejected.empty()) {
    append_wrapped(out, "none: no other reading was weighed", 4, Paint::kQuiet, options);
  }
  for (const auto& one : row.rejected) {
    append_wrapped(out, one.reading + " (rule " + one.rule + "): " + one.why, 4, Paint::kPlain,
                   options);
  }
}

std::string named(const RecordView& view, const Strings& ids) {
  std::string result;
  for (const auto& id : ids) {
    const ActorRow* actor = view.actor(id);
    if (!result.empty()) result += "; ";
    result += actor == nullptr ? id : actor_in_words(actor);
  }
  return result;
}

std::string days(const MaybeText& from, const MaybeText& to) {
  const std::string words = days_in_words(from.value_or(""), to.value_or(""));
  return words.empty() ? "not known" : words;
}

void add_statement(Lines& lines, const RecordView& view, const StatementRow& row) {
  lines.add("statement", row.act + ", " + row.form + ", voice of the " + row.voice);
  const std::string speakers = named(view, row.speakers);
  lines.add("speaker", (speakers.empty() ? "nobody is known" : speakers) +
                           (row.inferred ? "; the sentence itself does not name him" : ""));
  lines.add("source", view.words(row.source));
  lines.add("cue", view.words(row.cue));
  if (row.addressee) lines.add("addressee", named(view, {*row.addressee}));
  if (row.medium) lines.add("medium", named(view, {*row.medium}));
  lines.add("said", days(row.said.from, row.said.to));
  if (row.axis) {
    std::string position = *row.axis;
    if (row.pole) {
      position += fmt::format(": plus {:.2f}, minus {:.2f}", row.pole->plus, row.pole->minus);
    }
    position += row.polarity ? fmt::format("; polarity {}", *row.polarity) : "; no reading";
    lines.add("position", position);
  }
  if (row.commitment) lines.add("commitment", fmt::format("{} of 3", *row.commitment));
  lines.add("conditions", view.words(row.conditions));
  if (row.nested_in) lines.add("nested in", *row.nested_in);
  if (row.duplicate_of) lines.add("repeats", *row.duplicate_of);
  lines.add("confidence", fmt::format("{:.2f}", row.confidence));
}

void add_event(Lines& lines, const RecordView& view, const EventRow& row) {
  lines.add("event", row.type + ", " + row.status);
  lines.add("who", row.actors.empty() ? "nobody is known" : named(view, row.actors));
  lines.add("to whom", row.recipients.empty() ? "nobody is known" : named(view, row.recipients));
  lines.add("trigger", view.words({row.trigger}));
  if (row.claimed_by) lines.add("told by", named(view, {*row.claimed_by}));
  if (row.said_in) lines.add("said in", *row.said_in);
  lines.add("when", days(row.time.from, row.time.to));
  lines.add("where", view.name_of_place(row.place));
  if (row.duplicate_of) lines.add("repeats", *row.duplicate_of);
  lines.add("confidence", fmt::format("{:.2f}", row.confidence));
}

// P(+) of a row that takes a pole, as the score uses it.
std::optional<double> pole_of(const std::optional<BoardSide>& side) {
  if (!side || !side->plus || !side->minus) return std::nullopt;
  Point point;
  point.plus = *side->plus;
  point.minus = *side->minus;
  return pole_probability(point);
}

// DOCUMENT#ROW with a short document.
std::string short_name(const std::string& row) {
  const size_t hash = row.rfind('#');
  if (hash == std::string::npos) return short_id(row);
  return short_id(std::string_view(row).substr(0, hash)) + row.substr(hash);
}

// The rows of the two positions beside the two shown.
std::string other_members(const BoardItem& item) {
  std::string result;
  for (const auto& member : item.signal.members) {
    if (member == item.a.row || (item.b && member == item.b->row)) continue;
    const bool near = member.starts_with(item.signal.a.document + "#");
    if (!result.empty()) result += ", ";
    result += near ? member.substr(item.signal.a.document.size() + 1) : short_name(member);
  }
  return result;
}

std::string_view cue_in_words(double cue) {
  if (cue >= kCueDiffer) return "the outlet says in words that the positions differ";
  if (cue >= kCueContrast) return "a contrast joins the two rows";
  return "no words of the outlet set the two against each other";
}

// The time between the two, which nobody knows where one of them has no day.
std::string gap_of(const BoardItem& item) {
  const double hours = item.signal.terms.window;
  if (item.a.day.empty() || !item.b || item.b->day.empty()) {
    return fmt::format("the time between the two is not known, taken as the longest: {:.0f} hours",
                       hours);
  }
  if (hours == 0) return "no day lies between the two";
  return fmt::format("{:.0f} hours between the two", hours);
}

std::string difference(const BoardItem& item) {
  const auto a = pole_of(item.a);
  const auto b = pole_of(item.b);
  const std::string what = "that the two really differ";
  if (!a || !b) return what;
  return what + fmt::format(": {0:.2f} * {1:.2f} + {2:.2f} * {3:.2f}", *a, 1 - *b, 1 - *a, *b);
}

}  // namespace

void append_explanation(std::string& out, std::string_view document, const ExplainRow& row,
                        const ReportOptions& options) {
  append_wrapped(out, short_id(document) + "#" + row.row, 0, Paint::kBold, options);
  Lines lines(out, options);
  lines.add("words", row.words.empty() ? "(not kept)" : row.words);
  lines.add("at", fmt::format("{} to {}", row.span.start, row.span.end));
  lines.add("rule", row.rule);
  add_rejected(lines, out, row, options);
}

void append_explanation(std::string& out, const RecordRow& record, const ExplainRow& row,
                        const ReportOptions& options) {
  const RecordView view(record);
  append_wrapped(out, short_id(record.id) + "#" + row.row, 0, Paint::kBold, options);
  std::string where = record.title.value_or("");
  if (record.published)
    where += (where.empty() ? "" : ", ") + date_in_words(record.published->value);
  append_wrapped(out, where, 0, Paint::kQuiet, options);
  append_wrapped(out, record.url.value_or(record.input.path) + ", read as " + record.input.kind, 0,
                 Paint::kQuiet, options);
  Lines lines(out, options);
  lines.head("Its words");
  const Spans spans = spans_of(record, row);
  std::string words = in_sentences(record, spans);
  if (words.empty()) words = view.words(spans);
  if (words.empty()) words = row.words.empty() ? "(not kept)" : row.words;
  append_wrapped(out, words, 4, Paint::kPlain, options);
  lines.head("How they were read");
  if (const auto* statement = view.statement(row.row)) add_statement(lines, view, *statement);
  if (const auto* event = view.event(row.row)) add_event(lines, view, *event);
  if (const auto* actor = view.actor(row.row)) {
    lines.add("actor", named(view, {actor->id}));
    lines.add("known", actor->known ? "by the actor table" : "by this document alone");
  }
  for (const auto& mention : record.mentions) {
    if (mention.id != row.row) continue;
    lines.add("mention", mention.kind);
    if (mention.actor) lines.add("actor", *mention.actor + ": " + named(view, {*mention.actor}));
    lines.add("place", view.name_of_place(mention.place));
  }
  for (const auto& time : record.times) {
    if (time.id != row.row) continue;
    lines.add("time", time.kind + ", " + time.value);
    lines.add("days", days(time.from, time.to));
  }
  for (const auto& place : record.places) {
    if (place.id != row.row) continue;
    lines.add("place", place.name + (place.country ? ", " + *place.country : ""));
    lines.add("relation", place.relation.value_or(""));
    lines.add("stands for", place.acts ? "its government or people" : "");
  }
  lines.add("rule", row.rule);
  add_rejected(lines, out, row, options);
}

void append_explanation(std::string& out, const BoardItem& item, const ReportOptions& options) {
  const SignalRow& signal = item.signal;
  append_wrapped(out, "signal " + signal.id, 0, Paint::kBold, options);
  append_signal(out, item, options);
  Lines lines(out, options);
  lines.head("Its rows");
  lines.add("a", short_name(item.a.row));
  if (item.b) lines.add("b", short_name(item.b->row));
  lines.add("also", other_members(item));
  lines.head("Its score");
  if (!signal.score) {
    append_wrapped(out, "none: a position left open is listed and not weighed", 4, Paint::kPlain,
                   options);
    return;
  }
  const TermsRow& terms = signal.terms;
  const double from_prior = terms.prior / (1 - terms.prior);
  const double from_reading = terms.reading / (1 - terms.reading);
  const double odds = from_prior * from_reading * terms.cue;
  lines.add("prior", terms.prior, "that two rows of one issue differ; the same for every side");
  lines.add("reading", terms.reading, difference(item));
  lines.add("cue", terms.cue, cue_in_words(terms.cue));
  lines.add("odds", odds,
            fmt::format("{:.3f} * {:.3f} * {:.1f}: of prior, reading and cue", from_prior,
                        from_reading, terms.cue));
  lines.add("score", *signal.score, "odds / (1 + odds); no probability yet");
  lines.add("strength", terms.strength, "firmness, confidence and nearness; " + gap_of(item));
  lines.add("status", fmt::format("{}; flag: score from {:.1f} and strength from {:.1f}; watch: "
                                  "score from {:.1f}",
                                  signal.status, kFlagScore, kFlagStrength, kWatchScore));
}

}  // namespace demarche
