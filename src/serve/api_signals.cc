// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "base/strings.h"
#include "base/text.h"
#include "format/csv.h"
#include "format/stored_board.h"
#include "record/record.h"
#include "serve/bodies.h"
#include "serve/api.h"
#include "serve/json_out.h"
#include "signal/chance.h"
#include "signal/score.h"

namespace demarche::serve {
namespace {

constexpr size_t kMostPoints = 500;  // of one issue

template <class Enum, size_t kCount>
std::optional<Enum> named(std::string_view name) {
  for (uint8_t i = 0; i < kCount; ++i)
    if (name_of(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  return std::nullopt;
}

std::string cursor_of(const Signal& signal) {
  return fmt::format("{}:{:.17g}:{}", static_cast<int>(signal.status), signal.score.value_or(-1),
                     signal.id);
}

std::optional<SignalPlace> place_of(std::string_view cursor) {
  const auto parts = split(cursor, ':');
  if (parts.size() != 3) return std::nullopt;
  const auto status = parse_int(parts[0]);
  char* end = nullptr;
  const std::string number(parts[1]);
  const double score = std::strtod(number.c_str(), &end);
  if (!status || number.empty() || *end != '\0' || !std::isfinite(score)) return std::nullopt;
  return SignalPlace{.status = *status, .score = score, .id = std::string(parts[2])};
}

void append_side(std::string& out, const BoardSide& side) {
  JsonObject(out)
      .text("row", side.row)
      .text("text", side.text)
      .maybe("speaker", side.speaker)
      .maybe("office", side.office)
      .maybe("day", side.day)
      .maybe("axis", side.axis)
      .maybe("from", side.from)
      .maybe("to", side.to)
      .maybe("told", side.told)
      .maybe("outlet", side.outlet)
      .maybe("url", side.url)
      .real("plus", side.plus)
      .real("minus", side.minus)
      .json("commitment", side.commitment ? std::to_string(*side.commitment) : "null");
}

void append_item(std::string& out, const BoardItem& item, std::string_view verdict) {
  JsonObject one(out);
  append_json(one.open("signal"), item.signal);
  one.maybe("issue_label", item.issue_label).maybe("verdict", verdict);
  append_side(one.open("a"), item.a);
  if (item.b) {
    append_side(one.open("b"), *item.b);
  } else {
    one.json("b", "null");
  }
}

/// The last verdict of a person on a signal: "accepted", "rejected" or empty.
Result<std::string> verdict_of(const Store& store, const std::string& id) {
  const auto made = store.overrides(id);
  if (!made) return fail(made.error());
  std::string verdict;
  for (const Override& one : *made)
    if (one.field == "verdict") verdict = one.value == "open" ? "" : one.value;
  return verdict;
}

bool is_between(const std::vector<Point>& points, const std::string& from, const std::string& to) {
  return std::ranges::any_of(points, [&](const Point& point) {
    const std::string first = point.from ? format_day(*point.from) : "";
    const std::string last = point.to ? format_day(*point.to) : first;
    if (last.empty()) return false;
    return (from.empty() || last >= from) && (to.empty() || first <= to);
  });
}

/// What cannot be asked of the table of signals itself.
Result<bool> passes(const Store& store, const Signal& signal, const Asked& asked,
                    std::string& verdict) {
  auto found = verdict_of(store, signal.id);
  if (!found) return fail(found.error());
  verdict = *found;
  if (asked.has("verdict") && asked.text("verdict") != (verdict.empty() ? "open" : verdict))
    return false;
  if (asked.has("counterpart")) {
    const auto issue = store.issue(signal.issue);
    if (!issue) return fail(issue.error());
    if (!*issue || std::ranges::find((*issue)->counterparts, asked.text("counterpart")) ==
                       (*issue)->counterparts.end())
      return false;
  }
  if (!asked.has("from") && !asked.has("to")) return true;
  for (const auto* ref : {&signal.a, signal.b ? &*signal.b : nullptr}) {
    if (ref == nullptr) continue;
    const auto points = store.points(ref->document, ref->row);
    if (!points) return fail(points.error());
    if (is_between(*points, asked.text("from"), asked.text("to"))) return true;
  }
  return false;
}

struct Judged {
  BoardItem item;
  std::string verdict;
};

/// The signals of one answer, and where the next one begins. The board is read in pieces, since not
/// all that is asked can be asked of the store.
Status find_signals_of(const Store& store, const Asked& asked, SignalFilter filter,
                       std::vector<Judged>& items, std::string& next) {
  const int64_t wanted = limit_of(asked);
  const int64_t piece_size = wanted + 1;
  filter.limit = piece_size;
  std::string last;
  for (bool more = wanted > 0; more;) {
    const auto piece = store.signals(filter);
    if (!piece) return fail(piece.error());
    more = static_cast<int64_t>(piece->size()) == piece_size;
    for (const Signal& signal : *piece) {
      std::string verdict;
      const auto fits = passes(store, signal, asked, verdict);
      if (!fits) return fail(fits.error());
      if (!*fits) continue;
      if (static_cast<int64_t>(items.size()) == wanted) {
        next = last;
        return {};
      }
      auto item = make_board_item(store, signal);
      if (!item) return fail(item.error());
      items.push_back({std::move(*item), std::move(verdict)});
      last = cursor_of(signal);
    }
    if (more) filter.after = place_of(cursor_of(piece->back()));
  }
  return {};
}

/// The same as lines: CSV, or an item of the answer in JSON each.
Response signal_lines(const std::vector<Judged>& items, bool csv, const std::string& next) {
  Response response;
  response.type = csv ? "text/csv; charset=utf-8" : "application/x-ndjson";
  if (!next.empty()) response.headers.emplace_back("X-Next", next);
  if (csv)
    append_csv_line(response.body, {"id", "kind", "side", "issue", "status", "score", "verdict",
                                    "a", "a_text", "b", "b_text", "why"});
  for (const auto& [item, verdict] : items) {
    const SignalRow& signal = item.signal;
    if (csv) {
      append_csv_line(
          response.body,
          {signal.id, signal.kind, signal.side, signal.issue.value_or(""), signal.status,
           signal.score ? fmt::format("{:.3f}", *signal.score) : "", verdict, item.a.row,
           item.a.text, item.b ? item.b->row : "", item.b ? item.b->text : "", signal.why});
    } else {
      append_item(response.body, item, verdict);
      response.body += '\n';
    }
  }
  return response;
}

void append_point(std::string& out, const Point& point) {
  JsonObject(out)
      .text("row", point.ref.document + '#' + point.ref.row)
      .flag("deed", point.deed)
      .maybe("speaker", point.speaker)
      .maybe("name", point.speaker_name)
      .maybe("office", point.office)
      .text("act", point.act)
      .text("axis", point.axis)
      .real("plus", point.plus)
      .real("minus", point.minus)
      .number("polarity", point.polarity)
      .number("commitment", point.commitment)
      .maybe("from", point.from ? format_day(*point.from) : "")
      .maybe("to", point.to ? format_day(*point.to) : "")
      .text("text", point.text)
      .maybe("outlet", point.outlet)
      .maybe("url", point.url)
      .maybe("utterance", point.utterance);
}

void append_issue(std::string& out, const Issue& issue, const std::vector<Point>* points) {
  JsonObject one(out);
  one.text("id", issue.id)
      .text("label", issue.label)
      .text("side", issue.side)
      .text("topic", issue.topic)
      .number("rows", static_cast<int64_t>(issue.rows.size()));
  append_list(one.open("counterparts"), issue.counterparts,
              [&](const std::string& side) { append_json_string(out, side); });
  if (points == nullptr) return;
  append_list(one.open("points"), *points, [&](const Point& point) { append_point(out, point); });
}

/// The sentence of a row and those beside it: {before, words, after}; null where the text is not
/// kept.
Result<std::string> context_of(const Store& store, const Ref& ref) {
  const auto document = store.document(ref.document);
  if (!document) return fail(document.error());
  if (!*document || (*document)->text.empty()) return std::string("null");
  const std::string& text = (*document)->text;
  const auto record = read_record((*document)->json);
  if (!record) return fail(record.error());
  const auto& sentences = record->sentences;
  auto at = std::ranges::upper_bound(sentences, ref.start, {}, &SpanRow::start);
  if (at == sentences.begin() || ref.end < ref.start) return std::string("null");
  --at;
  const uint32_t begin = at == sentences.begin() ? at->start : std::prev(at)->start;
  auto last = at;
  while (last->end < ref.end && std::next(last) != sentences.end()) ++last;
  if (std::next(last) != sentences.end()) ++last;
  const OffsetMap offsets(text);
  const auto words = [&](uint32_t from, uint32_t to) {
    const uint32_t first = offsets.byte(from);
    return std::string_view(text).substr(first, offsets.byte(std::max(from, to)) - first);
  };
  std::string out;
  JsonObject(out)
      .text("before", words(begin, ref.start))
      .text("words", words(ref.start, ref.end))
      .text("after", words(ref.end, last->end));
  return out;
}

/// How many of the signals chance would give; null where that is not counted, or too little is.
void append_chance(JsonObject& all, const DecoyTally& tally, double least, bool flags_only) {
  all.real("decoy_rate", decoy_rate(tally, least, flags_only));
  JsonObject(all.open("decoys"))
      .real("least", least)
      .flag("flags", flags_only)
      .number("real_pairs", tally.real.pairs)
      .number("real_above", tally.real.above(least, flags_only))
      .number("decoy_pairs", tally.decoys().pairs)
      .number("decoys_above", tally.decoys().above(least, flags_only));
}

/// The null distribution of a signal: counts by score in bins of equal width.
void append_null(std::string& out, const NullDistribution& found) {
  JsonObject one(out);
  one.number("readings", found.readings).number("pairs", found.pairs).real("share", found.share);
  append_list(one.open("counts"), found.counts,
              [&](int64_t count) { out += std::to_string(count); });
}

}  // namespace

Response Api::signals(const Call& call) const {
  const auto lent = stores_.lend();
  if (!lent) return failure(lent.error());
  const Store& store = **lent;
  const Asked& asked = call.asked;
  SignalFilter filter;
  filter.side = asked.text("side");
  filter.topic = asked.text("topic");
  if (asked.has("issue")) filter.issues = {asked.text("issue")};
  filter.kind = named<SignalKind, 5>(asked.text("kind"));
  filter.status = named<SignalStatus, 3>(asked.text("status"));
  filter.least = asked.share("least", -1);
  if (asked.has("cursor")) {
    filter.after = place_of(asked.text("cursor"));
    if (!filter.after) return problem(400, "this is no cursor of an answer before", "cursor");
  }
  std::vector<Judged> items;
  std::string next;
  if (const auto found = find_signals_of(store, asked, filter, items, next); !found)
    return failure(found.error());
  const std::string format = asked.text("format");
  if (format == "csv" || format == "jsonl") return signal_lines(items, format == "csv", next);
  const auto tally = store.decoys();
  if (!tally) return failure(tally.error());
  return json_answer([&](JsonObject& all, std::string& body) {
    append_list(all.open("items"), items,
                [&](const Judged& one) { append_item(body, one.item, one.verdict); });
    all.maybe("next", next);
    if (*tally) {
      append_chance(all, **tally, std::max(filter.least, kWatchScore),
                    filter.status == SignalStatus::kFlag);
    } else {
      all.json("decoy_rate", "null").json("decoys", "null");
    }
  });
}

Response Api::signal(const Call& call) const {
  const auto lent = stores_.lend();
  if (!lent) return failure(lent.error());
  const Store& store = **lent;
  const auto signal = store.signal(call.ids[0]);
  if (!signal) return failure(signal.error());
  if (!*signal) return problem(404, "there is no signal of this id");
  const auto item = make_board_item(store, **signal);
  if (!item) return failure(item.error());
  const auto verdict = verdict_of(store, (*signal)->id);
  if (!verdict) return failure(verdict.error());
  const auto a = context_of(store, (*signal)->a);
  if (!a) return failure(a.error());
  const auto b = (*signal)->b ? context_of(store, *(*signal)->b) : std::string("null");
  if (!b) return failure(b.error());
  const auto issue = store.issue((*signal)->issue);
  if (!issue) return failure(issue.error());
  std::vector<Point> points;
  if (*issue) {
    auto found = store.points_of(**issue, kMostPoints);
    if (!found) return failure(found.error());
    points = std::move(*found);
  }
  const auto nulls = find_null(**signal, points);
  return json_answer([&](JsonObject& all, std::string& body) {
    append_item(all.open("item"), *item, *verdict);
    if (nulls) {
      all.open("null");
      append_null(body, *nulls);
    } else {
      all.json("null", "null");
    }
    JsonObject(all.open("contexts")).json("a", *a).json("b", *b);
    if (*issue) {
      append_issue(all.open("issue"), **issue, &points);
    } else {
      all.json("issue", "null");
    }
  });
}

Response Api::issues(const Call& call) const {
  const auto lent = stores_.lend();
  if (!lent) return failure(lent.error());
  const auto issues = (*lent)->issues(call.asked.text("side"), limit_of(call.asked));
  if (!issues) return failure(issues.error());
  return json_answer([&](JsonObject& all, std::string& body) {
    append_list(all.open("items"), *issues,
                [&](const Issue& issue) { append_issue(body, issue, nullptr); });
  });
}

Response Api::issue(const Call& call) const {
  const auto lent = stores_.lend();
  if (!lent) return failure(lent.error());
  const auto issue = (*lent)->issue(call.ids[0]);
  if (!issue) return failure(issue.error());
  if (!*issue) return problem(404, "there is no issue of this id");
  const auto points = (*lent)->points_of(**issue, kMostPoints);
  if (!points) return failure(points.error());
  Response response;
  append_issue(response.body, **issue, &*points);
  return response;
}

Response Api::overrides(const Call& call) const {
  const auto lent = stores_.lend();
  if (!lent) return failure(lent.error());
  const auto made = (*lent)->overrides(call.asked.text("target"));
  if (!made) return failure(made.error());
  return json_answer([&](JsonObject& all, std::string& body) {
    append_list(all.open("items"), *made, [&](const Override& one) {
      JsonObject(body)
          .number("id", one.id)
          .text("target", one.target)
          .text("field", one.field)
          .text("value", one.value)
          .maybe("why", one.why)
          .maybe("author", one.author)
          .text("made", one.made);
    });
  });
}

Response Api::add_override(const Call& call) const {
  if (call.request.type != "application/json")
    return problem(415, "the body must be JSON", "Content-Type", {"application/json"});
  auto made = read_override(call.request.body);
  if (!made) return problem(422, made.error().message, made.error().code);
  const auto lent = stores_.lend();
  if (!lent) return failure(lent.error());
  const Store& store = **lent;
  if (made->field == "verdict") {
    const auto signal = store.signal(made->target);
    if (!signal) return failure(signal.error());
    if (!*signal) return problem(404, "there is no signal of this id", "target");
  }
  made->author = call.author;
  made->made = options_.now ? options_.now() : std::string();
  if (const auto added = (*lent)->add_override(*made); !added) return failure(added.error());
  Response response{.status = 201, .body = {}, .headers = {}};
  JsonObject(response.body).text("target", made->target).text("value", made->value);
  return response;
}

}  // namespace demarche::serve
