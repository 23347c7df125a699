// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "record/record.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/sha256.h"
#include "base/strings.h"

namespace demarche {
namespace {

MaybeText maybe(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return std::string(text);
}
MaybeText maybe(std::optional<Day> day) {
  if (!day) return std::nullopt;
  return format_day(*day);
}
template <class Row>
MaybeText maybe_id(char kind, Id<Row> id) {
  if (!id) return std::nullopt;
  return row_id(kind, id.value);
}

std::string_view name_of_kind(PageKind kind) {
  switch (kind) {
    case PageKind::kHtml:
      return "html";
    case PageKind::kProse:
      return "prose";
    default:
      return "page";
  }
}

/// Turns bytes into code points and numbers into ids, for one document.
class Maker {
 public:
  explicit Maker(const Document& document)
      : document_(document), offsets_(document.article.text.view()) {}

  [[nodiscard]] SpanRow span(Span bytes) const {
    return {offsets_.code_point(bytes.begin), offsets_.code_point(bytes.end)};
  }
  [[nodiscard]] Spans spans(const std::vector<Span>& bytes) const {
    Spans result;
    for (const Span one : bytes) result.push_back(span(one));
    return result;
  }
  [[nodiscard]] MaybeText actor(Id<Actor> id) const {
    if (id.value >= document_.mentions.actors.size()) return std::nullopt;
    return document_.mentions.actors[id.value].id;
  }
  [[nodiscard]] Strings actors(const std::vector<Id<Actor>>& ids) const {
    Strings result;
    for (const auto id : ids) {
      if (auto name = actor(id)) result.push_back(std::move(*name));
    }
    return result;
  }

  void article(RecordRow& row) const;
  void who_and_where(RecordRow& row) const;
  [[nodiscard]] StatementRow statement(uint32_t number) const;
  [[nodiscard]] EventRow event(uint32_t number) const;
  [[nodiscard]] RelationRow relation(const AskedPair& pair) const;
  /// Lies a pair in the text?
  [[nodiscard]] bool holds(const AskedPair& pair) const {
    const uint32_t size = offsets_.code_point(document_.article.text.size());
    return pair.source_end <= size && pair.target_end <= size;
  }

 private:
  template <class Row>
  void bounds(Row& row, Span bytes) const {
    const SpanRow both = span(bytes);
    row.start = static_cast<int>(both.start);
    row.end = static_cast<int>(both.end);
  }
  [[nodiscard]] bool in_sentence_of(const Event& event, Span words) const;
  [[nodiscard]] std::vector<uint32_t> actors_within(uint32_t start, uint32_t end) const;

  const Document& document_;
  OffsetMap offsets_;
};

std::optional<DateRow> make_date(const std::optional<PageDate>& date) {
  if (!date) return std::nullopt;
  return DateRow{.value = date->value, .from = std::string(name_of(date->from))};
}

void Maker::article(RecordRow& row) const {
  const Article& article = document_.article;
  row.url = maybe(article.url);
  row.canonical_url = maybe(article.canonical_url);
  row.site = maybe(article.site);
  row.title = maybe(article.title);
  row.description = maybe(article.description);
  row.section = maybe(article.section);
  row.tags = article.tags;
  row.language = maybe(document_.language);
  row.published = make_date(article.published);
  row.modified = make_date(article.modified);
  for (const auto& author : article.authors) {
    row.authors.push_back({author.name, std::string(name_of(author.kind))});
  }
  row.paywalled = article.paywalled;
  row.text = article.text.view();
  row.text_hash = sha256_hex(article.text.view());
  for (const auto& block : article.blocks) {
    auto& made = row.blocks.emplace_back();
    bounds(made, block.span);
    made.kind = name_of(block.kind);
    if (block.repeats) made.repeats = span(*block.repeats);
    made.time = maybe(block.time);
  }
  for (const auto& piece : article.furniture) {
    row.furniture.push_back({static_cast<int>(offsets_.code_point(piece.at)),
                             std::string(name_of(piece.kind)), piece.text});
  }
  for (const auto& sentence : document_.tokens.sentences) {
    row.sentences.push_back(span(sentence.span));
  }
}

ActorRow make_actor(const Actor& actor) {
  return {.id = actor.id,
          .name = actor.name,
          .kind = std::string(name_of(actor.kind)),
          .country = maybe(actor.country),
          .side = maybe(actor.side),
          .authority = maybe(name_of(actor.authority)),
          .sector = maybe(actor.sector),
          .role = maybe(actor.role),
          .rank = actor.rank > 0 ? std::optional(actor.rank) : std::nullopt,
          .known = actor.known};
}

void Maker::who_and_where(RecordRow& row) const {
  for (const auto& actor : document_.mentions.actors) row.actors.push_back(make_actor(actor));
  for (const auto& mention : document_.mentions.mentions) {
    auto& made = row.mentions.emplace_back();
    made.id = row_id('m', static_cast<uint32_t>(row.mentions.size() - 1));
    bounds(made, mention.span);
    made.kind = name_of(mention.kind);
    made.actor = actor(mention.actor);
    made.place = maybe_id('p', mention.place);
    made.rule = mention.evidence.rule;
  }
  for (const auto& time : document_.times) {
    auto& made = row.times.emplace_back();
    made.id = row_id('t', static_cast<uint32_t>(row.times.size() - 1));
    bounds(made, time.span);
    made.kind = name_of(time.kind);
    made.value = time.value;
    made.from = maybe(time.days.from);
    made.to = maybe(time.days.to);
    made.rule = time.evidence.rule;
  }
  for (const auto& place : document_.mentions.places) {
    auto& made = row.places.emplace_back();
    made.id = row_id('p', static_cast<uint32_t>(row.places.size() - 1));
    bounds(made, place.span);
    made.name = place.name;
    made.kind = maybe(place.kind);
    made.country = maybe(place.country);
    made.admin1 = maybe(place.admin1);
    made.lat = place.lat;
    made.lon = place.lon;
    made.geonames = maybe(place.geonames);
    made.relation = maybe(name_of(place.relation));
    made.radius_km = place.radius_km;
    made.acts = place.acts;
    made.rule = place.evidence.rule;
  }
}

StatementRow Maker::statement(uint32_t number) const {
  const Statement& from = document_.statements[number];
  StatementRow row;
  row.id = row_id('s', number);
  row.speakers = actors(from.speakers);
  if (!row.speakers.empty()) row.speaker = row.speakers.front();
  row.inferred = from.inferred;
  row.source = spans(from.source);
  row.cue = spans(from.cue);
  row.content = spans(from.content);
  row.quoted = spans(from.quoted);
  row.form = name_of(from.form);
  row.voice = name_of(from.voice);
  row.addressee = actor(from.addressee);
  row.medium = actor(from.medium);
  row.nested_in = maybe_id('s', from.nested_in);
  row.utterance = maybe_id('s', from.utterance);
  if (from.axis) row.axis = name_of(*from.axis);
  row.act = name_of(from.act);
  if (from.pole) row.pole = PoleRow{from.pole->plus, from.pole->minus};
  row.polarity = from.polarity;
  row.commitment = from.commitment;
  row.conditions = spans(from.conditions);
  row.said = {maybe(from.said.days.from), maybe(from.said.days.to), maybe_id('s', from.said.after)};
  row.about = {maybe(from.about.from), maybe(from.about.to)};
  row.duplicate_of = maybe_id('s', from.duplicate_of);
  row.confidence = from.confidence;
  row.rule = from.evidence.rule;
  return row;
}

EventRow Maker::event(uint32_t number) const {
  const Event& from = document_.events[number];
  EventRow row;
  row.id = row_id('e', number);
  row.type = name_of(from.type);
  row.mode = maybe(from.mode);
  row.quad = quad_of(from.type);
  row.contexts = from.contexts;
  row.actors = actors(from.actors);
  row.recipients = actors(from.recipients);
  row.trigger = span(from.trigger);
  row.evidence = spans(from.evidence_spans);
  row.status = name_of(from.status);
  row.claimed_by = actor(from.claimed_by);
  row.said_in = maybe_id('s', from.said_in);
  row.time = {maybe(from.time_value), maybe(from.days.from), maybe(from.days.to)};
  row.place = maybe_id('p', from.place);
  for (const auto& size : from.size) {
    row.size.push_back({size.kind, size.low, size.high, span(size.span)});
  }
  row.score = score_of(from.type);
  row.cameo = maybe(cameo_of(from.type));
  row.duplicate_of = maybe_id('e', from.duplicate_of);
  row.confidence = from.confidence;
  row.rule = from.evidence.rule;
  return row;
}

// The actors whose mentions overlap these code points, sorted.
std::vector<uint32_t> Maker::actors_within(uint32_t start, uint32_t end) const {
  const Span asked{offsets_.byte(start), offsets_.byte(end)};
  std::vector<uint32_t> result;
  for (const auto& mention : document_.mentions.mentions) {
    if (mention.actor && mention.span.overlaps(asked)) result.push_back(mention.actor.value);
  }
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

bool has_any(const std::vector<Id<Actor>>& ids, const std::vector<uint32_t>& wanted) {
  return std::any_of(ids.begin(), ids.end(), [&](Id<Actor> id) {
    return std::binary_search(wanted.begin(), wanted.end(), id.value);
  });
}

bool has_any(const std::vector<Span>& words, Span asked) {
  return std::any_of(words.begin(), words.end(), [&](Span one) { return one.overlaps(asked); });
}

/// How well an event answers for a pair: who fills its slots counts most, then where its trigger
/// stands: between the two, else the nearer the better. Below zero: not in their sentence.
double fit_of(const Event& event, Span source, Span target, bool acts, bool suffers) {
  constexpr double kFar = 400;
  const Span ordered{std::min(source.begin, target.begin), std::max(source.end, target.end)};
  double fit = event.confidence;
  if (acts) fit += 3;
  if (suffers) fit += 3;
  if (event.trigger.begin >= ordered.begin && event.trigger.end <= ordered.end) {
    // The words of the actor himself are no deed of his: "the striking workers".
    const bool inside = source.contains(event.trigger) || target.contains(event.trigger);
    return fit + (inside ? 0 : 1);
  }
  const uint32_t gap = event.trigger.begin >= ordered.end ? event.trigger.begin - ordered.end
                                                          : ordered.begin - event.trigger.end;
  return fit - std::min(1.0, gap / kFar);
}

/// The type of a relation has no status beside it, so that it says by itself what is only promised,
/// possible, threatened or refused (PLOVER codebook: AGREE, THREATEN, REJECT).
EventType type_of_relation(const Event& event) {
  const int quad = quad_of(event.type);
  const bool to_come =
      event.status == EventStatus::kPlanned || event.status == EventStatus::kHypothetical;
  if (quad == 4 && (to_come || event.status == EventStatus::kThreatened)) {
    return EventType::kThreaten;
  }
  const bool kind = quad == 2 || event.type == EventType::kConsult ||
                    event.type == EventType::kConcede || event.type == EventType::kSupport;
  if (kind && to_come) return EventType::kAgree;
  if (kind && event.status == EventStatus::kDenied) return EventType::kReject;
  return event.type;
}

bool Maker::in_sentence_of(const Event& event, Span words) const {
  const auto& tokens = document_.tokens;
  if (event.trigger_token >= tokens.sentence_of.size()) return false;
  return tokens.sentences[tokens.sentence_of[event.trigger_token]].span.overlaps(words);
}

RelationRow unanswered(const AskedPair& pair) {
  RelationRow row;
  row.source = {pair.source_start, pair.source_end};
  row.target = {pair.target_start, pair.target_end};
  return row;
}

/// Each pair is held against all mentions and events; pages that ask for pairs are short. How many
/// pairs may be asked of this one.
size_t answerable_pairs(const Document& document) {
  constexpr size_t kMostSteps = size_t{1} << 25U;
  return kMostSteps / (document.mentions.mentions.size() + document.events.size() + 1);
}

RelationRow Maker::relation(const AskedPair& pair) const {
  RelationRow row = unanswered(pair);
  const Span source{offsets_.byte(pair.source_start), offsets_.byte(pair.source_end)};
  const Span target{offsets_.byte(pair.target_start), offsets_.byte(pair.target_end)};
  const auto sources = actors_within(pair.source_start, pair.source_end);
  const auto targets = actors_within(pair.target_start, pair.target_end);
  const Event* best = nullptr;
  double best_fit = 0;
  for (const auto& event : document_.events) {
    const bool acts = has_any(event.actors, sources) || has_any(event.source_words, source);
    const bool suffers = has_any(event.recipients, targets) || has_any(event.target_words, target);
    const bool near = in_sentence_of(event, source) || in_sentence_of(event, target);
    if (!near && !(acts && suffers)) continue;
    // The deed of the other to this one.
    const bool turned = has_any(event.actors, targets) && has_any(event.recipients, sources);
    if (turned && !(acts && suffers)) continue;
    const double fit = fit_of(event, source, target, acts, suffers);
    if (best != nullptr && fit <= best_fit) continue;
    best = &event;
    best_fit = fit;
  }
  if (best != nullptr) {
    const EventType type = type_of_relation(*best);
    row.type = name_of(type);
    row.quad = quad_of(type);
    row.confidence = best->confidence;
  }
  return row;
}

RefRow make_ref(const Ref& ref) { return {ref.document, ref.row, {ref.start, ref.end}}; }

// Names the issue of each statement. Rows of issues are written DOCUMENT#ROW.
void name_issues(RecordRow& row, const SignalReport& report) {
  const std::string prefix = row.id + "#s";
  for (const auto& issue : report.issues) {
    for (const auto& member : issue.rows) {
      if (!member.starts_with(prefix)) continue;
      const auto number = parse_int(std::string_view(member).substr(prefix.size()));
      if (!number || *number < 1) continue;
      const auto index = static_cast<size_t>(*number) - 1;
      if (index < row.statements.size()) row.statements[index].issue = issue.id;
    }
  }
}

}  // namespace

std::string row_id(char kind, uint32_t index) {
  return kind + std::to_string(static_cast<uint64_t>(index) + 1);
}

IssueRow make_issue(const Issue& issue) {
  return {issue.id, issue.label, issue.side, issue.counterparts, maybe(issue.topic)};
}

SignalRow make_signal(const Signal& signal) {
  SignalRow row;
  row.id = signal.id;
  row.kind = name_of(signal.kind);
  row.side = signal.side;
  row.issue = maybe(signal.issue);
  row.status = name_of(signal.status);
  row.a = make_ref(signal.a);
  if (signal.b) row.b = make_ref(*signal.b);
  row.members = signal.members;
  row.score = signal.score;
  row.terms = {signal.terms.prior, signal.terms.reading, signal.terms.cue, signal.terms.strength,
               signal.terms.window};
  row.asserted_by = signal.by_outlet ? "outlet" : "program";
  row.why = signal.why;
  return row;
}

RecordRow make_record(const Document& document, const SignalReport& report, const Coder& coder) {
  const Maker maker(document);
  RecordRow row;
  row.id = document.id;
  row.coder = {coder.version, maybe(coder.model), coder.data, coder.config};
  row.input = {document.path, static_cast<int>(document.record),
               std::string(name_of_kind(document.kind))};
  maker.article(row);
  maker.who_and_where(row);
  for (uint32_t i = 0; i < document.statements.size(); ++i) {
    row.statements.push_back(maker.statement(i));
  }
  for (uint32_t i = 0; i < document.events.size(); ++i) row.events.push_back(maker.event(i));
  for (const auto& issue : report.issues) row.issues.push_back(make_issue(issue));
  for (const auto& signal : report.signals) row.signals.push_back(make_signal(signal));
  name_issues(row, report);
  for (const auto& note : document.notes) {
    row.notes.push_back({note.stage, note.code, note.message});
  }
  size_t beyond = 0;
  const size_t answered = std::min(document.pairs.size(), answerable_pairs(document));
  for (size_t i = 0; i < document.pairs.size(); ++i) {
    const AskedPair& pair = document.pairs[i];
    const bool outside = !maker.holds(pair);
    beyond += outside ? 1 : 0;
    row.relations.push_back(i < answered && !outside ? maker.relation(pair) : unanswered(pair));
  }
  if (beyond > 0) {
    row.notes.push_back(
        {"record", "pair_outside_text", fmt::format("{} pairs end behind the text", beyond)});
  }
  if (answered < document.pairs.size()) {
    row.notes.push_back(
        {"record", "limit_pairs", fmt::format("only the first {} pairs are answered", answered)});
  }
  return row;
}

std::vector<ExplainRow> explain_rows(const Document& document) {
  const Maker maker(document);
  std::vector<ExplainRow> result;
  const auto add = [&](std::string id, const Evidence& evidence) {
    ExplainRow row{.row = std::move(id),
                   .rule = evidence.rule,
                   .span = maker.span(evidence.span),
                   .words = std::string(document.article.text.of(evidence.span)),
                   .rejected = {}};
    for (const auto& one : evidence.rejected) {
      row.rejected.push_back({one.rule, one.reading, one.why});
    }
    result.push_back(std::move(row));
  };
  const auto add_all = [&](char kind, const auto& rows) {
    for (uint32_t i = 0; i < rows.size(); ++i) add(row_id(kind, i), rows[i].evidence);
  };
  std::vector<bool> seen(document.mentions.actors.size());
  for (const auto& mention : document.mentions.mentions) {
    if (mention.actor.value >= seen.size() || seen[mention.actor.value]) continue;
    seen[mention.actor.value] = true;
    add(document.mentions.actors[mention.actor.value].id, mention.evidence);
  }
  add_all('m', document.mentions.mentions);
  add_all('t', document.times);
  add_all('p', document.mentions.places);
  add_all('s', document.statements);
  add_all('e', document.events);
  return result;
}

}  // namespace demarche
