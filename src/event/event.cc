// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "event/event.h"

#include <algorithm>
#include <span>

#include "base/strings.h"
#include "event/match.h"
#include "event/claim.h"
#include "event/frame.h"
#include "event/size.h"
#include "event/status.h"

namespace demarche {
namespace {

constexpr uint32_t kNone = Parse::kNone;
constexpr uint32_t kYear = 366;

// The deed is a word: verbal cooperation and verbal conflict.
bool is_word_type(EventType type) { return quad_of(type) == 1 || quad_of(type) == 3; }

bool is_fact(EventStatus status) {
  return status == EventStatus::kActual || status == EventStatus::kOngoing;
}

// Told as done: by its verb, or as a word that was given ("a promise to leave in May"); a talk may
// be one to come.
bool is_told_as_past(const EventContext& context, EventType type, uint32_t trigger) {
  if (is_word_type(type) && type != EventType::kConsult) return true;
  const auto verb = context.parse.verb_of[trigger];
  if (verb == kNone || !context.parse.verbs[verb].modal.empty()) return false;
  return context.parse.verbs[verb].tense == Tense::kPast || context.parse.verbs[verb].perfect;
}

bool is_to_come(const TimeMention& time, std::optional<Day> today) {
  return today && time.days.from && *time.days.from > *today;
}

// The time of the clause: the nearest one after the trigger, else the nearest before it, in the
// sentence and not behind another finite verb. "Agreed to meet on Friday": a day to come is none of
// what is told as past.
Id<TimeMention> time_of(const EventContext& context, const std::vector<TimeMention>& times,
                        const Event& event, std::optional<Day> today) {
  const uint32_t trigger = event.trigger_token;
  const bool past = is_fact(event.status) && is_told_as_past(context, event.type, trigger);
  const auto& sentence = context.tokens.sentences[context.tokens.sentence_of[trigger]];
  auto at = std::ranges::lower_bound(times, sentence.first, {}, &TimeMention::first);
  Id<TimeMention> best;
  uint32_t best_cost = 1000;
  for (; at != times.end() && at->first < sentence.last; ++at) {
    const auto low = std::min(at->first, trigger);
    const auto high = std::max(at->first, trigger);
    uint32_t cost = high - low + (at->first < trigger ? 6 : 0);
    if (cost > 40) continue;
    if (past && is_to_come(*at, today)) continue;
    uint32_t seen = kNone;
    for (uint32_t i = low; i < high; ++i) {
      const auto verb = context.parse.verb_of[i];
      if (verb == kNone || verb == seen || verb == context.parse.verb_of[trigger]) continue;
      seen = verb;
      cost += 12;
    }
    if (cost >= best_cost || cost > 40) continue;
    best_cost = cost;
    best.value = static_cast<uint32_t>(at - times.begin());
  }
  return best;
}

// A place after the trigger, before the next verb, that does not act.
Id<PlaceMention> place_of(const EventContext& context, uint32_t trigger) {
  const auto& sentence = context.tokens.sentences[context.tokens.sentence_of[trigger]];
  const auto& places = context.mentions.places;
  auto at = std::ranges::lower_bound(places, trigger, {}, &PlaceMention::first);
  while (at != places.end() && at->first < sentence.last && at->acts) ++at;
  if (at == places.end() || at->first >= sentence.last) return {};
  auto own = context.parse.verb_of[trigger];
  for (uint32_t i = trigger + 1; i < at->first; ++i) {
    const auto verb = context.parse.verb_of[i];
    if (verb == kNone || verb == own) continue;
    // The verb of which a noun is the subject: "The protests began in Norvenia".
    if (own != kNone || i != trigger + 1) return {};
    own = verb;
  }
  return {static_cast<uint32_t>(at - places.begin())};
}

bool is_told(const Block& block) {
  return block.kind != BlockKind::kTitle && block.kind != BlockKind::kCredit &&
         block.kind != BlockKind::kCaption;
}

// The mentions that begin in a sentence; mentions ascend by begin.
std::span<const Mention> mentions_in(const EventContext& context, const Sentence& sentence) {
  const auto& all = context.mentions.mentions;
  const auto begin_of = [](const Mention& mention) { return mention.span.begin; };
  const auto first = std::ranges::lower_bound(all, sentence.span.begin, {}, begin_of);
  const auto last = std::ranges::lower_bound(all, sentence.span.end, {}, begin_of);
  return {first, last};
}

// Of another state or party than `own`, and one that words may be meant for.
bool is_other_party(const Actor& own, const Actor& other) {
  const bool bloc = other.side.empty() && other.kind == ActorKind::kGroup &&
                    other.authority != Authority::kPrivate && other.sector != "CIV";
  if (other.side.empty() && !bloc) return false;
  if (!own.country.empty() && other.country == own.country) return false;
  return own.side.empty() || other.side != own.side;
}

bool is_place(const EventContext& context, const Mention& mention) {
  if (mention.place && !context.mentions.places[mention.place.value].acts) return true;
  const auto& sentence = context.tokens.sentences[context.tokens.sentence_of[mention.first]];
  if (mention.first <= sentence.first) return false;
  const auto& before = context.tokens.lower[mention.first - 1];
  return before == "in" || before == "at" || before == "near";
}

// May an event told by this statement be meant for those of the mention? Not for him who speaks,
// and words between quote marks for nobody outside them but the addressee.
bool is_in_hearing(const Statement& statement, const Mention& mention) {
  const auto holds = [&](const std::vector<Span>& spans) {
    return std::ranges::any_of(spans, [&](Span span) { return span.contains(mention.span); });
  };
  if (holds(statement.source)) return false;
  if (statement.form != Form::kDirect || mention.actor == statement.addressee) return true;
  return holds(statement.content);
}

// Words are meant for somebody: of a demand, a threat, a refusal or a talk that names nobody, the
// nearest actor of another side in its sentence, after the trigger first. A place is nobody.
Id<Actor> counterpart_of(const EventContext& context, const std::vector<Statement>& statements,
                         const Event& event) {
  const auto& sentence = context.tokens.sentences[context.tokens.sentence_of[event.trigger_token]];
  const auto& actors = context.mentions.actors;
  const auto& own = actors[event.actors.front().value];
  Id<Actor> before;
  Id<Actor> after;
  for (const auto& mention : mentions_in(context, sentence)) {
    if (!mention.actor || is_place(context, mention)) continue;
    if (std::ranges::find(event.actors, mention.actor) != event.actors.end()) continue;
    if (!is_other_party(own, actors[mention.actor.value])) continue;
    if (event.said_in && !is_in_hearing(statements[event.said_in.value], mention)) continue;
    if (mention.head > event.trigger_token) {
      if (!after) after = mention.actor;
    } else {
      before = mention.actor;
    }
  }
  return after ? after : before;
}

// A slot of the pattern is filled by a party that the page does not make known: "both governments".
bool meets_party(const EventContext& context, const EventMatch& match) {
  return std::ranges::any_of(match.target_phrases, [&](uint32_t phrase) {
    const auto& np = context.parse.phrases[phrase];
    return context.patterns.parties.contains(context.parse.words[np.head].lemma);
  });
}

// "Norvenia and Ostravia agreed": with each other. The first is the source.
void part_mutual(const EventContext& context, Event& event) {
  if (event.actors.size() < 2 || !event.recipients.empty()) return;
  if (!context.patterns.mutual.contains(context.parse.words[event.trigger_token].lemma)) return;
  switch (event.type) {
    case EventType::kAgree:
    case EventType::kConsult:
    case EventType::kCooperate:
    case EventType::kSupport:
      break;
    default:
      return;
  }
  const auto& actors = context.mentions.actors;
  if (!is_other_party(actors[event.actors.front().value], actors[event.actors.back().value]))
    return;
  event.recipients.assign(event.actors.begin() + 1, event.actors.end());
  event.actors.resize(1);
}

// Those in the street: people of the sentence for whom nobody speaks.
Id<Actor> crowd_of(const EventContext& context, const Event& event) {
  const auto& sentence = context.tokens.sentences[context.tokens.sentence_of[event.trigger_token]];
  for (const auto& mention : mentions_in(context, sentence)) {
    if (!mention.actor) continue;
    const auto& who = context.mentions.actors[mention.actor.value];
    if (who.side.empty() && who.plural && !who.country.empty()) return mention.actor;
  }
  return {};
}

bool share(const std::vector<Id<Actor>>& a, const std::vector<Id<Actor>>& b) {
  return std::ranges::any_of(a, [&](Id<Actor> x) { return std::ranges::find(b, x) != b.end(); });
}

// What happened, what did not, and what may happen are not told again by one another.
int reality_of(EventStatus status) {
  switch (status) {
    case EventStatus::kActual:
    case EventStatus::kOngoing:
    case EventStatus::kHistorical:
      return 1;
    case EventStatus::kDenied:
      return 2;
    default:
      return 3;
  }
}

// The earlier event that this one tells again. Looks back over a bounded number of events.
Id<Event> find_first_telling(const EventContext& context, const std::vector<Event>& events,
                             const std::vector<const Block*>& repeating, const Event& event) {
  const size_t from = events.size() > 200 ? events.size() - 200 : 0;
  for (size_t i = from; i < events.size(); ++i) {
    const auto& first = events[i];
    if (first.type != event.type || first.duplicate_of) continue;
    if (reality_of(first.status) != reality_of(event.status)) continue;
    // A telling that leaves out who did it is the same one only close by.
    constexpr uint32_t kClose = 4;
    const auto gap = context.tokens.sentence_of[event.trigger_token] -
                     context.tokens.sentence_of[first.trigger_token];
    const bool left_out = first.actors.empty() || event.actors.empty();
    const bool same_actors = left_out ? gap <= kClose : share(first.actors, event.actors);
    const bool same_recipients = first.recipients.empty() || event.recipients.empty() ||
                                 share(first.recipients, event.recipients);
    if (!same_actors || !same_recipients) continue;
    const bool same_day = !first.time_mention || !event.time_mention || first.days == event.days;
    const bool same_deed = same_day && first.status == event.status && !left_out &&
                           share(first.recipients, event.recipients);
    if (same_deed && !is_word_type(first.type)) return {static_cast<uint32_t>(i)};
    const auto& lemma = context.parse.words[first.trigger_token].lemma;
    if (lemma == context.parse.words[event.trigger_token].lemma ||
        first.evidence.rule == event.evidence.rule) {
      return {static_cast<uint32_t>(i)};
    }
    for (const auto* block : repeating) {
      if (block->span.contains(first.trigger) && block->repeats->contains(event.trigger)) {
        return {static_cast<uint32_t>(i)};
      }
    }
  }
  return {};
}

std::vector<Span> words_of(const EventContext& context, const std::vector<uint32_t>& phrases) {
  std::vector<Span> words;
  for (const auto phrase : phrases) {
    const auto& np = context.parse.phrases[phrase];
    words.push_back(context.tokens.span_of(np.first, np.last));
  }
  return words;
}

Event make_event(const EventContext& context, const EventMatch& match,
                 const std::vector<TimeMention>& times, const std::vector<Statement>& statements,
                 std::optional<Day> today) {
  const auto& pattern = context.patterns.patterns[match.pattern];
  Event event;
  event.type = pattern.type;
  event.mode = pattern.mode;
  event.actors = match.actors;
  event.recipients = match.recipients;
  event.source_words = words_of(context, match.source_phrases);
  event.target_words = words_of(context, match.target_phrases);
  event.trigger = context.tokens.tokens[match.anchor].span;
  event.trigger_token = match.anchor;
  event.evidence_spans.push_back(context.tokens.span_of(match.first, match.last));
  event.status = status_in_frame(context, match, status_of_match(context, pattern, match));
  event.time_mention = time_of(context, times, event, today);
  if (event.time_mention) {
    const auto& time = times[event.time_mention.value];
    event.time_value = time.value;
    event.days = time.days;
    // What did not happen, or may yet, does not come to pass by being read late.
    const bool told = is_fact(event.status);
    if (told && today && time.days.to && *time.days.to + std::chrono::days(kYear) < *today) {
      event.status = EventStatus::kHistorical;
    }
    // "Friday's talks", "meets on Friday": no fact yet.
    if (told && is_to_come(time, today)) event.status = EventStatus::kPlanned;
  } else if (is_fact(event.status)) {
    event.days.to = today;
  }
  event.place = place_of(context, match.anchor);
  event.size = find_sizes(context.tokens, context.parse, match.anchor);
  name_claimant(context, statements, event);
  event.confidence = std::min(0.9, 0.4 + 0.1 * match.elements + (event.actors.empty() ? 0 : 0.15) +
                                       (event.recipients.empty() ? 0 : 0.15));
  event.evidence = {.rule = pattern.id, .span = event.evidence_spans.front(), .rejected = {}};
  if (event.actors.empty() && event.type == EventType::kProtest) {
    if (const auto crowd = crowd_of(context, event)) event.actors.push_back(crowd);
  }
  part_mutual(context, event);
  if (event.recipients.empty() && !event.actors.empty() && is_word_type(event.type) &&
      !meets_party(context, match)) {
    if (const auto other = counterpart_of(context, statements, event)) {
      event.recipients.push_back(other);
    }
  }
  return event;
}

// Daily or weekly, by the TIMEX3 value of the set: "XXXX-XX-XX", "XXXX-WXX-2", "P1D".
bool is_often(std::string_view value) {
  return value.starts_with("XXXX-XX-XX") || value.starts_with("XXXX-W") ||
         value.starts_with("PT") ||
         (value.starts_with("P") && (value.ends_with("D") || value.ends_with("W")));
}

// A deed that is asked for ("urged X to withdraw") is told by its REQUEST.
bool is_only_asked_for(const EventContext& context, const Event& event) {
  if (event.status != EventStatus::kDemanded || event.type == EventType::kRequest) return false;
  const auto verb = context.parse.verb_of[event.trigger_token];
  if (verb == kNone || context.parse.verbs[verb].infinitive) return true;
  // "warned Ostravia against sending ships"
  const auto first = context.parse.verbs[verb].first;
  return context.parse.verbs[verb].participle && first > 0 &&
         context.tokens.lower[first - 1] == "against";
}

// A later telling may say more: what the first one left open is taken from it.
void complete_first_tellings(std::vector<Event>& events) {
  for (const Event& event : events) {
    if (!event.duplicate_of) continue;
    Event& first = events[event.duplicate_of.value];
    if (first.actors.empty()) first.actors = event.actors;
    if (first.recipients.empty()) first.recipients = event.recipients;
    if (!first.time_mention && event.time_mention && event.days.from) {
      first.time_mention = event.time_mention;
      first.time_value = event.time_value;
      first.days = event.days;
    }
    if (!first.place) first.place = event.place;
  }
}

// "speaks to an audience of its own": somebody without a name, of the speaker's own country and for
// no party, is no other side of a talk.
bool is_own_audience(const EventContext& context, const Event& event) {
  if (event.type != EventType::kConsult || event.actors.empty() || event.recipients.empty())
    return false;
  const auto& actors = context.mentions.actors;
  const Actor& own = actors[event.actors.front().value];
  return std::ranges::all_of(event.recipients, [&](Id<Actor> id) {
    const Actor& other = actors[id.value];
    const bool named = other.name.empty() || !is_ascii_lower(other.name.front());
    return !other.known && other.side.empty() && !other.plural && !named &&
           other.country == own.country;
  });
}

}  // namespace

std::vector<Event> find_events(const Article& article, const Tokens& tokens, const Parse& parse,
                               const Mentions& mentions, const std::vector<TimeMention>& times,
                               const std::vector<Statement>& statements,
                               const EventPatterns& patterns, std::optional<Day> today,
                               const Limits& limits) {
  const auto context = make_event_context(article, tokens, parse, mentions, patterns);
  std::vector<const Block*> repeating;  // few: a standfirst or two
  for (const auto& block : article.blocks) {
    if (block.repeats && repeating.size() < 16) repeating.push_back(&block);
  }
  std::vector<Event> events;
  for (const auto& sentence : tokens.sentences) {
    if (sentence.block < article.blocks.size() && !is_told(article.blocks[sentence.block])) {
      continue;
    }
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (events.size() >= limits.rows) break;
      const auto match = match_at(context, i);
      if (!match || is_fiction(context, i)) continue;
      auto event = make_event(context, *match, times, statements, today);
      // One deed, two words of it: "held talks" is not told again by the noun it took.
      if (!events.empty() && events.back().type == event.type &&
          events.back().evidence_spans.front().contains(event.trigger)) {
        continue;
      }
      if (is_only_asked_for(context, event) || is_own_audience(context, event)) continue;
      if (event.time_mention && is_habit(context, i, times[event.time_mention.value])) {
        // "shells the town every night" goes on; a drill "every spring" is no event of this page.
        if (!is_often(event.time_value)) continue;
        event.status = EventStatus::kOngoing;
      }
      event.duplicate_of = find_first_telling(context, events, repeating, event);
      events.push_back(std::move(event));
    }
  }
  complete_first_tellings(events);
  return events;
}

}  // namespace demarche
