// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "event/match.h"

#include <algorithm>

#include "event/doer.h"
#include "event/party.h"
#include "event/steps.h"

namespace demarche {
namespace {

using Kind = PatternElement::Kind;
constexpr uint32_t kNone = Parse::kNone;
constexpr uint32_t kReach = 25;  // tokens from the anchor to the last element

void add(std::vector<Id<Actor>>& actors, Id<Actor> actor) {
  if (actor && std::ranges::find(actors, actor) == actors.end()) actors.push_back(actor);
}

class Matcher {
 public:
  Matcher(const EventContext& context, uint32_t anchor)
      : context_(context), parse_(context.parse), anchor_(anchor) {
    const auto& sentence = context.tokens.sentences[context.tokens.sentence_of[anchor]];
    begin_ = sentence.first;
    end_ = std::min(sentence.last, anchor + kReach);
    verb_ = parse_.verb_of[anchor];
    if (verb_ != kNone && parse_.verbs[verb_].head != anchor) verb_ = kNone;
    if (verb_ != kNone) {
      passive_ = is_passive(context, verb_);
      subject_ = subject_phrases(context, verb_);
    }
  }

  std::optional<EventMatch> match(uint32_t number) {
    const auto& pattern = context_.patterns.patterns[number];
    EventMatch found{};
    found.pattern = number;
    found.anchor = anchor_;
    found.first = anchor_;
    found.last = anchor_ + 1;
    owners_.clear();
    met_ = pattern.after.size();
    at_ = anchor_ + 1;
    if (pattern.nominal ? !begin_nominal(pattern, found) : !begin_verbal(pattern, found)) {
      return std::nullopt;
    }
    for (size_t i = 0; i < pattern.after.size(); ++i) {
      if (i == met_) continue;
      // "gave Ostravia access": two objects, which the parse may have joined to one phrase.
      owned_ = false;
      splits_ = i + 1 < pattern.after.size() && (pattern.after[i + 1].kind == Kind::kThing ||
                                                 pattern.after[i + 1].kind == Kind::kWord);
      if (step(pattern.after[i], found)) {
        count(pattern.after[i], found);
        found.last = std::max(found.last, at_);
      } else if (!pattern.after[i].optional) {
        return std::nullopt;
      }
    }
    finish(pattern, found);
    if (!pattern.may_lack_actor && pattern.takes_actor && found.actors.empty() &&
        found.source_phrases.empty()) {
      return std::nullopt;
    }
    return found;
  }

 private:
  // A slot for anything at all says less than one for something.
  void count(const PatternElement& element, EventMatch& found) const {
    if (element.kind == Kind::kNot) return;
    ++found.elements;
    const bool anything =
        (element.kind == Kind::kThing && (element.except || element.words.empty())) ||
        (element.kind == Kind::kPrep && !element.actor && element.things.empty());
    found.weight += anything ? 2 : owned_ ? 1 : 3;
  }

  // The phrase that acts, and the actor in it or, for "thousands of people in Norvenia" and "the
  // missiles fired by Norvenia", in what hangs on it.
  bool take_source(uint32_t phrase, EventMatch& found) const {
    auto next = phrase;
    for (int hop = 0; hop < 3 && next != kNone; ++hop) {
      if (is_party(context_, next)) {
        found.source_phrases.push_back(phrase);
        if (next != phrase) found.source_phrases.push_back(next);
        const auto actor = actor_of_phrase(context_, next);
        add(found.actors, actor ? actor : home_of(next));
        return true;
      }
      next = next_attached(context_, next, end_);
    }
    return false;
  }

  // Of a party that the page does not make known, whose it is: "a court of Norvenia", "the police
  // in Norvenia"; those "in" a country are its organs only by their names.
  [[nodiscard]] Id<Actor> home_of(uint32_t phrase) const {
    const auto next = next_attached(context_, phrase, end_);
    if (next == kNone) return {};
    const auto& link = parse_.words[parse_.phrases[phrase].last].lemma;
    const auto& head = parse_.words[parse_.phrases[phrase].head].lemma;
    if (link != "of" && (link != "in" || !context_.patterns.organs.contains(head))) return {};
    return actor_of_phrase(context_, next);
  }

  bool begin_nominal(const Pattern& pattern, EventMatch& found) const {
    const auto upos = parse_.words[anchor_].upos;
    if (verb_ != kNone || (upos != Upos::kNoun && upos != Upos::kPropn)) return false;
    const auto phrase = parse_.phrase_of[anchor_];
    if (phrase == kNone || parse_.phrases[phrase].head != anchor_) return false;
    // A capital inside a sentence makes it part of a name: "the Missile Crisis".
    if (upos == Upos::kPropn && anchor_ > begin_) return false;
    if (!pattern.takes_actor) return true;
    for (uint32_t i = parse_.phrases[phrase].first; i < anchor_; ++i) {
      add(found.actors, context_.actor_at[i]);
    }
    if (!found.actors.empty()) {
      found.source_phrases.push_back(phrase);
      found.first = parse_.phrases[phrase].first;
      return true;
    }
    for (const auto doer : light_subject(context_, phrase)) take_source(doer, found);
    if (found.source_phrases.empty()) take_agent(anchor_ + 1, found);
    return pattern.may_lack_actor || !found.source_phrases.empty();
  }

  // "by Norvenia", before the clause ends.
  void take_agent(uint32_t from, EventMatch& found) const {
    for (uint32_t i = from; i + 1 < end_ && !is_border(i); ++i) {
      if (parse_.words[i].lemma != "by") continue;
      const auto phrase = phrase_from(context_, i + 1, end_);
      if (phrase != kNone && !is_time_phrase(context_, phrase)) take_source(phrase, found);
      return;
    }
  }

  bool begin_verbal(const Pattern& pattern, EventMatch& found) {
    if (verb_ == kNone) return false;
    const auto& group = parse_.verbs[verb_];
    if (pattern.negated && !group.negated) return false;
    if (pattern.negated) found.weight += 5;  // what the denied deed says by itself is less
    found.first = group.first;
    if (!passive_) {
      for (const auto phrase : subject_) take_source(phrase, found);
      return true;
    }
    return meet_object(pattern, found);
  }

  // The subject of a passive is the object: it fits the first slot; the source stands after "by".
  bool meet_object(const Pattern& pattern, EventMatch& found) {
    const auto slot = std::ranges::find_if(pattern.after, [](const PatternElement& element) {
      return element.kind == Kind::kThing || (element.kind == Kind::kActor && !element.source);
    });
    size_t number = static_cast<size_t>(slot - pattern.after.begin());
    // "Talks were held": the object is a word of the pattern.
    const bool word = !pattern.after.empty() && pattern.after.front().kind == Kind::kWord &&
                      std::ranges::any_of(subject_, [&](uint32_t phrase) {
                        return has_word(pattern.after.front().words,
                                        parse_.words[parse_.phrases[phrase].head].lemma);
                      });
    if (word) {
      number = 0;
    } else if (slot == pattern.after.end()) {
      return false;
    }
    const auto& object = pattern.after[number];
    std::vector<Id<Actor>> owners;
    const bool harms = pattern.type == EventType::kAssault || pattern.type == EventType::kCoerce;
    bool fits = word;
    for (const auto phrase : subject_) {
      const auto actor = actor_of_phrase(context_, phrase);
      if (object.kind == Kind::kActor) {
        if (!is_party(context_, phrase)) continue;
        add(found.recipients, actor);
      } else if (object.kind == Kind::kThing) {
        if (!is_thing(phrase, object)) continue;
        // "Two Norvenian soldiers were killed" are whom it was done to.
        const Mention* victim = context_.mentions.headed_at(parse_.phrases[phrase].head);
        const bool hit = harms && victim != nullptr && victim->kind != MentionKind::kCountry;
        add(hit ? found.recipients : owners, actor);
      } else {
        add(owners, actor);
      }
      found.target_phrases.push_back(phrase);
      fits = true;
    }
    if (!fits && !object.optional) return false;
    met_ = number;
    count(object, found);
    take_agent(anchor_ + 1, found);
    if (found.source_phrases.empty()) {
      // "Norvenian troops were deployed": forces are their own source; "the man was accused" is
      // not.
      std::erase_if(owners, [&](Id<Actor> id) {
        const Actor& owner = context_.mentions.actors[id.value];
        return !owner.known && owner.side.empty();
      });
      found.actors = owners;
      if (!owners.empty()) found.source_phrases = found.target_phrases;
    } else {
      owners_ = owners;
    }
    return true;
  }

  // The clause ends at a verb group with a subject of its own, and at strong marks.
  [[nodiscard]] bool is_border(uint32_t token) const {
    const auto& word = parse_.words[token];
    if (word.upos == Upos::kPunct) {
      const auto& lower = context_.tokens.lower[token];
      return lower == ";" || lower == ":";
    }
    const auto verb = parse_.verb_of[token];
    if (verb == kNone || verb == verb_) return false;
    // "agreed to lend grain to Ostravia": the verb that the pattern has begun to read.
    if (at_ > anchor_ + 1 && parse_.verb_of[at_ - 1] == verb) return false;
    // The verb of which a noun is the subject: "The protests started in Norvenia".
    if (verb_ == kNone &&
        parse_.verbs[verb].first == parse_.phrases[parse_.phrase_of[anchor_]].last) {
      return false;
    }
    return true;
  }

  [[nodiscard]] bool is_thing(uint32_t phrase, const PatternElement& element) const {
    const auto& heads = element.kind == Kind::kPrep ? element.things : element.words;
    if (heads.empty()) return !is_time_phrase(context_, phrase);
    const auto head = parse_.phrases[phrase].head;
    const bool known =
        has_word(heads, parse_.words[head].lemma) || has_word(heads, context_.tokens.lower[head]);
    if (element.except) return !known && !is_time_phrase(context_, phrase);
    if (known) return true;
    // "they were deployed": the pronoun stands for forces.
    const auto actor = context_.actor_at[head];
    if (actor && parse_.words[head].upos == Upos::kPron &&
        context_.mentions.actors[actor.value].sector == "MIL" && has_word(heads, "troop")) {
      return true;
    }
    // "killed 48", "arrested at least 12"; "beat Norvenia 2-1" is a match.
    if (parse_.words[head].upos != Upos::kNum || !has_word(heads, "people")) return false;
    const auto first = parse_.phrases[phrase].first;
    for (uint32_t i = std::max(first, anchor_ + 2) - 1; i < head; ++i) {
      if (parse_.words[i].upos == Upos::kPropn || context_.tokens.lower[i] == "-") return false;
    }
    return true;
  }

  // The parties of the noun phrase that begins here (adverbs and quote marks before it are stepped
  // over) and of those joined to it. Moves `at_` behind them.
  bool take_parties(uint32_t at, std::vector<Id<Actor>>& actors, std::vector<uint32_t>& phrases) {
    auto next = phrase_from(context_, at, end_);
    // "two members of the council": the amount steps on to the party.
    for (int hop = 0; hop < 2 && next != kNone && !is_party(context_, next); ++hop) {
      const auto last = parse_.phrases[next].last;
      const bool of = last < end_ && parse_.words[last].lemma == "of";
      next = of ? next_attached(context_, next, end_) : kNone;
    }
    // "an audience of his own"
    if (next == kNone || context_.tokens.lower[parse_.phrases[next].head] == "own") return false;
    if (splits_ && take_inner(next, actors, phrases)) return true;
    // "their weapons" stand for their owners where no pattern asks for weapons.
    const auto head = parse_.phrases[next].head;
    owned_ = !context_.actor_at[head] && parse_.words[head].upos == Upos::kNoun &&
             !context_.patterns.parties.contains(parse_.words[head].lemma);
    for (int joined = 0; joined < 6; ++joined) {
      add(actors, actor_of_phrase(context_, next));
      phrases.push_back(next);
      at_ = parse_.phrases[next].last;
      uint32_t i = at_;
      while (i < end_ &&
             (parse_.words[i].upos == Upos::kCconj || context_.tokens.lower[i] == ",")) {
        ++i;
      }
      if (i == at_ || i >= end_ || parse_.phrase_of[i] == kNone) break;
      next = parse_.phrase_of[i];
      const auto after = parse_.phrases[next].last;
      // A phrase that is the subject of what follows is not joined, but "between X and Y" needs it.
      const bool subject = after < end_ && parse_.verb_of[after] != kNone;
      if (!is_party(context_, next) || (subject && !joins_)) break;
    }
    return true;
  }

  // The first of two objects in one phrase: a name or a party before the head.
  bool take_inner(uint32_t phrase, std::vector<Id<Actor>>& actors, std::vector<uint32_t>& phrases) {
    const auto& np = parse_.phrases[phrase];
    const auto& head = parse_.words[np.head];
    if (context_.actor_at[np.head] || head.upos == Upos::kPropn) return false;
    if (context_.patterns.parties.contains(head.lemma)) return false;
    for (uint32_t i = np.head; i-- > np.first;) {
      const auto& word = parse_.words[i];
      const bool noun = word.upos == Upos::kPropn || word.upos == Upos::kNoun;
      if (!noun || (!context_.actor_at[i] && !context_.patterns.parties.contains(word.lemma))) {
        continue;
      }
      add(actors, context_.actor_at[i]);
      phrases.push_back(phrase);
      at_ = i + 1;
      return true;
    }
    return false;
  }

  [[nodiscard]] bool is_own_side(Id<Actor> actor, const std::vector<Id<Actor>>& sources) const {
    const auto& side = context_.mentions.actors[actor.value].side;
    return std::ranges::any_of(sources, [&](Id<Actor> source) {
      return source == actor ||
             (!side.empty() && context_.mentions.actors[source.value].side == side);
    });
  }

  // Of another side than the sources. A bloc is a party of its own.
  [[nodiscard]] bool are_foreign(const std::vector<Id<Actor>>& others,
                                 const std::vector<Id<Actor>>& sources) const {
    const auto party = [&](Id<Actor> id) {
      const auto& actor = context_.mentions.actors[id.value];
      const bool bloc =
          actor.side.empty() && actor.kind == ActorKind::kGroup && actor.sector != "CIV";
      return bloc ? actor.id : actor.side;
    };
    return std::ranges::any_of(others, [&](Id<Actor> other) {
      return !party(other).empty() && std::ranges::any_of(sources, [&](Id<Actor> source) {
        return !party(source).empty() && party(source) != party(other);
      });
    });
  }

  [[nodiscard]] bool is_word(const PatternElement& element, uint32_t token) const {
    return has_word(element.words, parse_.words[token].lemma) ||
           has_word(element.words, context_.tokens.lower[token]);
  }

  bool step(const PatternElement& element, EventMatch& found) {
    switch (element.kind) {
      case Kind::kWord: {
        for (uint32_t i = at_; i < end_ && i < at_ + 6; ++i) {
          if (is_word(element, i)) {
            at_ = i + 1;
            return true;
          }
          // "carried out air strikes": the head of the phrase.
          const auto phrase = parse_.phrase_of[i];
          if (phrase != kNone && is_word(element, parse_.phrases[phrase].head)) {
            at_ = parse_.phrases[phrase].head + 1;
            return true;
          }
          if (!is_stepped_over(context_, i)) return false;
        }
        return false;
      }
      case Kind::kNot: {
        for (uint32_t i = at_; i < end_ && i < at_ + 4; ++i) {
          if (is_word(element, i)) return false;
          if (!is_stepped_over(context_, i)) break;
        }
        return true;
      }
      case Kind::kActor:
        return step_actor(element, found);
      case Kind::kThing: {
        // "gave the premier, Ana Brok, a mandate"
        const bool comma = at_ > anchor_ + 1 && at_ < end_ && context_.tokens.lower[at_] == ",";
        const auto phrase = thing_from(comma ? at_ + 1 : at_, element);
        if (phrase == kNone) return false;
        // "will not sign them": the things, whosever they are.
        const bool pronoun = parse_.words[parse_.phrases[phrase].head].upos == Upos::kPron;
        if (!pronoun) add(owners_, actor_of_phrase(context_, phrase));
        found.target_phrases.push_back(phrase);
        at_ = parse_.phrases[phrase].last;
        return true;
      }
      case Kind::kPrep:
        return step_prep(element, found);
    }
    return false;
  }

  // "the party said it would": a pronoun nobody knows, for a source nobody knows.
  [[nodiscard]] bool is_back_reference(uint32_t phrase, const EventMatch& found) const {
    const auto& lemma = parse_.words[parse_.phrases[phrase].head].lemma;
    return found.actors.empty() && (lemma == "it" || lemma == "they");
  }

  bool step_actor(const PatternElement& element, EventMatch& found) {
    const auto keep = at_;
    if (element.source) {
      std::vector<Id<Actor>> own;
      std::vector<uint32_t> phrases;
      if (take_parties(at_, own, phrases)) {
        if (own.empty() ? is_back_reference(phrases.front(), found)
                        : is_own_side(own.front(), found.actors)) {
          return true;
        }
      }
    } else if (take_parties(at_, found.recipients, found.target_phrases) &&
               (!element.foreign || are_foreign(found.recipients, found.actors))) {
      return true;
    }
    at_ = keep;
    return false;
  }

  // "dozens of battalions": amounts step on to what they count.
  [[nodiscard]] uint32_t thing_from(uint32_t at, const PatternElement& element) const {
    auto phrase = phrase_from(context_, at, end_);
    for (int i = 0; i < 4 && phrase != kNone && !is_thing(phrase, element); ++i) {
      phrase = element.except ? kNone : phrase_after(context_, phrase, end_);
    }
    return phrase;
  }

  bool step_prep(const PatternElement& element, EventMatch& found) {
    for (uint32_t i = at_; i + 1 < end_ && !is_border(i); ++i) {
      if (parse_.words[i].upos == Upos::kNoun || !has_word(element.words, parse_.words[i].lemma)) {
        continue;
      }
      const auto keep = at_;
      if (element.actor ? take_prep_parties(i, element, found) : take_prep_thing(i, element, found))
        return true;
      at_ = keep;
    }
    return false;
  }

  bool take_prep_parties(uint32_t preposition, const PatternElement& element, EventMatch& found) {
    joins_ = parse_.words[preposition].lemma == "between";
    std::vector<Id<Actor>> taken;
    std::vector<uint32_t> phrases;
    const bool any = take_parties(preposition + 1, taken, phrases);
    joins_ = false;
    if (!any) return false;
    // "shipped grain to its own warehouses": the source itself receives nothing.
    const auto size = taken.size();
    std::erase_if(taken, [&](Id<Actor> actor) {
      return !element.source && std::ranges::find(found.actors, actor) != found.actors.end();
    });
    if (taken.empty() && size > 0) return false;
    for (const auto actor : taken) add(element.source ? found.actors : found.recipients, actor);
    auto& slot = element.source ? found.source_phrases : found.target_phrases;
    slot.insert(slot.end(), phrases.begin(), phrases.end());
    return true;
  }

  bool take_prep_thing(uint32_t preposition, const PatternElement& element, EventMatch& found) {
    const auto phrase = thing_from(preposition + 1, element);
    if (phrase == kNone) return false;
    add(owners_, actor_of_phrase(context_, phrase));
    found.target_phrases.push_back(phrase);
    at_ = parse_.phrases[phrase].last;
    return true;
  }

  // Whom a deed on a thing meets: "rejected the plan of Ostravia", "an Ostravian plan".
  void take_owners(EventMatch& found) const {
    auto owners = owners_;
    if (owners.empty() && !found.target_phrases.empty()) {
      // "invited both governments to a meeting in Harrow": a party is where it is, not whose.
      const auto& np = parse_.phrases[found.target_phrases.back()];
      if (context_.patterns.parties.contains(parse_.words[np.head].lemma) && np.last < end_ &&
          parse_.words[np.last].lemma == "to") {
        return;
      }
      auto next = found.target_phrases.back();
      for (int hop = 0; hop < 3 && owners.empty(); ++hop) {
        next = next_attached(context_, next, end_);
        if (next == kNone) break;
        add(owners, actor_of_phrase(context_, next));
      }
    }
    for (const auto owner : owners) {
      if (!is_own_side(owner, found.actors)) add(found.recipients, owner);
    }
  }

  void finish(const Pattern& pattern, EventMatch& found) const {
    if (pattern.nominal && found.actors.empty()) {
      found.actors = owners_;
      if (!owners_.empty() && found.source_phrases.empty()) {
        found.source_phrases = found.target_phrases;
      }
    }
    // "talks between X and Y": the first is the source.
    if (pattern.nominal && found.actors.empty() && found.recipients.size() > 1) {
      found.actors.push_back(found.recipients.front());
      found.recipients.erase(found.recipients.begin());
    }
    if (!pattern.nominal && found.recipients.empty() && !found.actors.empty()) take_owners(found);
    std::erase_if(found.recipients, [&](Id<Actor> actor) {
      return std::ranges::find(found.actors, actor) != found.actors.end();
    });
  }

  const EventContext& context_;
  const Parse& parse_;
  uint32_t anchor_, begin_ = 0, end_ = 0, verb_ = kNone, at_ = 0;
  std::vector<uint32_t> subject_;
  size_t met_ = 0;  // the element that the subject of a passive has met, or behind the last
  bool passive_ = false;
  bool owned_ = false;             // the slot took a thing for its owner
  bool splits_ = false;            // another object follows
  bool joins_ = false;             // inside "between X and Y"
  std::vector<Id<Actor>> owners_;  // of things: "Russian troops"
};

}  // namespace

EventContext make_event_context(const Article& article, const Tokens& tokens, const Parse& parse,
                                const Mentions& mentions, const EventPatterns& patterns) {
  EventContext context{article,
                       tokens,
                       parse,
                       mentions,
                       patterns,
                       find_quotes(article),
                       std::vector<Id<Actor>>(tokens.size())};
  for (const auto& mention : mentions.mentions) {
    if (mention.head >= tokens.size() || !mention.actor) continue;
    if (mention.actor.value >= mentions.actors.size()) continue;
    auto& slot = context.actor_at[mention.head];
    if (!slot) slot = mention.actor;  // longer ones come first
  }
  return context;
}

std::optional<EventMatch> match_at(const EventContext& context, uint32_t token) {
  const auto known = context.patterns.by_anchor.find(context.parse.words[token].lemma);
  if (known == context.patterns.by_anchor.end()) return std::nullopt;
  std::optional<EventMatch> best;
  Matcher matcher(context, token);
  for (const auto number : known->second) {
    auto match = matcher.match(number);
    if (!match) continue;
    const auto weight = [](const EventMatch& m) {
      return m.weight + (m.actors.empty() ? 0 : 1) + (m.recipients.empty() ? 0 : 1);
    };
    if (!best || weight(*match) > weight(*best)) best = std::move(match);
  }
  return best;
}

}  // namespace demarche
