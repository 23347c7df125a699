// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "base/strings.h"
#include "base/text.h"
#include "base/tsv.h"
#include "signal/signal.h"

namespace demarche {
namespace {

bool is_stop(const std::string& word) {
  static const std::set<std::string, std::less<>> kStop = {
      "the",  "that", "this", "with", "from",  "have", "has",  "had",   "would", "will",  "could",
      "said", "says", "were", "been", "their", "they", "them", "there", "which", "about", "after",
      "into", "over", "more", "some", "than",  "then", "when", "what",  "only",  "also",  "does"};
  return word.size() < 4 || kStop.contains(word);
}

/// Builds the points of one document.
class PointMaker {
 public:
  PointMaker(const Document& document, const TopicTable& topics)
      : d_(document), topics_(topics), offsets_(document.article.text.view()) {
    for (const auto& topic : topics.topics) {
      for (const auto& word : topic.words) topic_of_[word].push_back(&topic);
    }
    count_sides();
  }

  std::vector<Point> run() {
    std::vector<Point> points;
    for (size_t i = 0; i < d_.statements.size(); ++i) add_statement(i, points);
    for (size_t i = 0; i < d_.events.size(); ++i) add_event(i, points);
    return points;
  }

 private:
  [[nodiscard]] Ref ref(std::string row, Span span) const {
    return {d_.id, std::move(row), offsets_.code_point(span.begin), offsets_.code_point(span.end)};
  }

  void add_statement(size_t number, std::vector<Point>& points) const {
    const Statement& row = d_.statements[number];
    if (row.voice == Voice::kAuthor || row.speakers.empty() || !row.axis || !row.pole ||
        row.nested_in || row.duplicate_of) {
      return;
    }
    const Actor& speaker = d_.mentions.actors[row.speakers.front().value];
    if (speaker.side.empty()) return;
    Point point = base(speaker, "s" + std::to_string(number + 1), row.content.front());
    point.axis = name_of(*row.axis);
    point.plus = row.pole->plus;
    point.minus = row.pole->minus;
    point.polarity = row.polarity.value_or(0);
    point.commitment = row.commitment.value_or(0);
    point.confidence = row.confidence;
    point.act = name_of(row.act);
    point.from = row.said.days.from;
    point.to = row.said.days.to;
    point.order = static_cast<int>(row.first);
    point.conditional = !row.conditions.empty();
    describe(row.first, row.last, speaker.side, point);
    if (*row.axis == Axis::kFact) point.anchor = claim_of(row);
    constexpr int kNear = 100;  // tokens
    if (point.topic == "general" && !points.empty() && !points.back().deed &&
        points.back().axis == point.axis && points.back().side == point.side &&
        point.order - points.back().order <= kNear) {
      // "I am optimistic": about what the position before it was about.
      point.topic = points.back().topic;
    }
    if (point.counterparts.empty()) add_context(row.sentence, speaker.side, point);
    if (!row.contrast.empty() && !points.empty()) point.contrast_with = points.back().ref.row;
    if (!row.differing.empty()) {
      point.says_differ = true;
      point.differ_ref = ref("", row.differing);
    }
    points.push_back(point);
    if (!row.other_pole) return;
    // Both poles in one statement: a second point of the same utterance.
    point.plus = row.other_pole->plus;
    point.minus = row.other_pole->minus;
    point.polarity = point.plus > point.minus ? 1 : -1;
    if (!row.contrast.empty()) point.contrast_with = point.ref.row;
    points.push_back(std::move(point));
  }

  void add_event(size_t number, std::vector<Point>& points) const {
    const Event& row = d_.events[number];
    const bool told = row.status == EventStatus::kActual || row.status == EventStatus::kOngoing;
    const int quad = quad_of(row.type);
    if (!told || row.claimed_by || row.duplicate_of || row.actors.empty()) return;
    // Words are statements; only what is done is a deed (quads 2 and 4).
    if (quad != 2 && quad != 4) return;
    const Actor& doer = d_.mentions.actors[row.actors.front().value];
    if (doer.side.empty()) return;
    Point point = base(doer, "e" + std::to_string(number + 1), row.trigger);
    point.deed = true;
    point.axis = "deed";
    point.plus = quad == 2 ? row.confidence : 1 - row.confidence;
    point.minus = 1 - point.plus;
    point.polarity = quad == 2 ? 1 : -1;
    point.confidence = row.confidence;
    point.act = name_of(row.type);
    point.from = row.days.from;
    point.to = row.days.to;
    point.standing = row.status == EventStatus::kOngoing;
    point.order = static_cast<int>(row.trigger_token);
    for (const auto& who : row.recipients) add_counterpart(who, doer.side, point);
    const Sentence& sentence = d_.tokens.sentences[d_.tokens.sentence_of[row.trigger_token]];
    describe(sentence.first, sentence.last, doer.side, point);
    points.push_back(std::move(point));
  }

  [[nodiscard]] Point base(const Actor& who, std::string row, Span span) const {
    Point point;
    point.ref = ref(std::move(row), span);
    point.side = who.side;
    point.speaker = who.id;
    point.speaker_name = who.name;
    point.office = who.role;
    point.attributed = who.authority != Authority::kAnonymous && who.kind != ActorKind::kUnknown;
    point.utterance = d_.id + "#" + point.ref.row;
    point.text = d_.article.text.of(span);
    point.outlet = d_.article.site;
    point.url = d_.article.url;
    if (d_.article.published) point.day_text = format_day(d_.article.published->day);
    return point;
  }

  void add_counterpart(Id<Actor> who, const std::string& own, Point& point) const {
    const std::string& side = d_.mentions.actors[who.value].side;
    if (side.empty() || side == own) return;
    const auto at = std::ranges::lower_bound(point.counterparts, side);
    if (at == point.counterparts.end() || *at != side) point.counterparts.insert(at, side);
  }

  /// A statement that names no other side is meant for the one that was named last, in its own
  /// sentence or in the three before it.
  void add_context(uint32_t sentence, const std::string& own, Point& point) const {
    constexpr uint32_t kBack = 3;
    const uint32_t end = d_.tokens.sentences[sentence].span.end;
    const uint32_t begin = d_.tokens.sentences[sentence < kBack ? 0 : sentence - kBack].span.begin;
    const auto& all = d_.mentions.mentions;
    auto at = std::ranges::lower_bound(all, end, {}, [](const Mention& m) { return m.span.begin; });
    while (at != all.begin()) {
      --at;
      if (at->span.begin < begin) break;
      if (!at->actor || is_spot(*at)) continue;
      add_counterpart(at->actor, own, point);
      if (!point.counterparts.empty()) return;
    }
    // Nobody near: the side that the page names most beside the speaker's.
    const auto most =
        std::ranges::find_if(named_, [&](const auto& named) { return named.first != own; });
    if (most != named_.end()) point.counterparts.push_back(most->first);
  }

  void count_sides() {
    std::map<std::string, int> counts;
    for (const Mention& mention : d_.mentions.mentions) {
      if (!mention.actor || is_spot(mention)) continue;
      const std::string& side = d_.mentions.actors[mention.actor.value].side;
      if (!side.empty()) ++counts[side];
    }
    named_.assign(counts.begin(), counts.end());
    std::ranges::stable_sort(named_, std::ranges::greater{}, &std::pair<std::string, int>::second);
  }

  /// Does the mention only say where?
  [[nodiscard]] bool is_spot(const Mention& mention) const {
    if (mention.place) return !d_.mentions.places[mention.place.value].acts;
    const auto& places = d_.mentions.places;
    const auto at = std::ranges::lower_bound(places, mention.span.begin, {},
                                             [](const PlaceMention& p) { return p.span.begin; });
    return at != places.end() && !at->acts && mention.span.contains(at->span);
  }

  /// The words of what is claimed or denied, by which two claims are told to be one: of the content
  /// alone, as lemmas, sorted.
  [[nodiscard]] std::vector<std::string> claim_of(const Statement& row) const {
    std::set<std::string> words;
    for (uint32_t at = row.first; at < row.last; ++at) {
      const Span span = d_.tokens.tokens[at].span;
      const bool inside =
          std::ranges::any_of(row.content, [&](Span part) { return part.contains(span); });
      const std::string& lemma = d_.parse.words[at].lemma;
      if (inside && !is_stop(lemma)) words.insert(lemma);
    }
    return {words.begin(), words.end()};
  }

  /// Topic, anchor and counterparts from the tokens [first, last).
  void describe(uint32_t first, uint32_t last, const std::string& side, Point& point) const {
    std::map<std::string, int> votes;
    std::set<std::string> anchor;
    for (uint32_t at = first; at < last; ++at) {
      const std::string& word = d_.tokens.lower[at];
      auto topics = topic_of_.find(word);
      if (topics == topic_of_.end()) topics = topic_of_.find(d_.parse.words[at].lemma);
      if (topics != topic_of_.end()) {
        for (const auto* topic : topics->second) ++votes[topic->id];
      }
      if (!is_stop(word)) anchor.insert(word);
    }
    point.anchor.assign(anchor.begin(), anchor.end());
    const auto best = std::ranges::max_element(
        votes, [](const auto& a, const auto& b) { return a.second < b.second; });
    point.topic = best == votes.end() ? "general" : best->first;
    const Span span = d_.tokens.span_of(first, last);
    const auto& all = d_.mentions.mentions;
    auto at = std::ranges::lower_bound(all, span.begin, {},
                                       [](const Mention& m) { return m.span.begin; });
    for (; at != all.end() && at->span.begin < span.end; ++at) {
      if (at->actor && span.contains(at->span)) add_counterpart(at->actor, side, point);
    }
  }

  const Document& d_;
  const TopicTable& topics_;
  OffsetMap offsets_;
  std::map<std::string, std::vector<const TopicTable::Topic*>, std::less<>> topic_of_;
  std::vector<std::pair<std::string, int>> named_;  // sides, the most often named first
};

}  // namespace

Result<TopicTable> load_topics(const std::string& data_dir, std::string_view language) {
  auto tsv =
      load_tsv(data_dir + "/" + std::string(language) + "/topics.tsv", {"id", "label", "words"});
  if (!tsv) return fail(tsv.error());
  TopicTable table;
  for (const auto& row : tsv->rows) {
    table.topics.push_back({row.fields[0], row.fields[1], {}});
    for (const auto& word : split_list(row.fields[2])) {
      table.topics.back().words.push_back(fold_case(word));
    }
  }
  return table;
}

std::vector<Point> make_points(const Document& document, const TopicTable& topics) {
  return PointMaker(document, topics).run();
}

}  // namespace demarche
