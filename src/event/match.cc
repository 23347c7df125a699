// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "event/match.h"

#include <algorithm>

#include "statement/clause.h"

namespace demarche {
namespace {

using Kind = PatternElement::Kind;
constexpr uint32_t kNone = Parse::kNone;
constexpr uint32_t kReach = 25;  // tokens from the anchor to the last element

bool has(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

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
  }

  std::optional<EventMatch> match(uint32_t number) {
    const auto& pattern = context_.patterns.patterns[number];
    EventMatch found{};
    found.pattern = number;
    found.anchor = anchor_;
    found.first = anchor_;
    found.last = anchor_ + 1;
    if (pattern.nominal ? !begin_nominal(pattern, found) : !begin_verbal(pattern, found)) {
      return std::nullopt;
    }
    at_ = anchor_ + 1;
    for (size_t i = passive_ ? skip_ : 0; i < pattern.after.size(); ++i) {
      if (step(pattern.after[i], found)) {
        ++found.elements;
        found.last = std::max(found.last, at_);
      } else if (!pattern.after[i].optional) {
        return std::nullopt;
      }
    }
    finish(pattern, found);
    if (pattern.takes_actor && !pattern.may_lack_actor && found.actors.empty()) return std::nullopt;
    if (found.actors.empty() && found.recipients.empty()) {
      if (pattern.takes_actor && !pattern.may_lack_actor) return std::nullopt;
    }
    return found;
  }

 private:
  bool begin_nominal(const Pattern& pattern, EventMatch& found) const {
    const auto upos = parse_.words[anchor_].upos;
    if (verb_ != kNone || (upos != Upos::kNoun && upos != Upos::kPropn)) return false;
    const auto phrase = parse_.phrase_of[anchor_];
    if (phrase == kNone || parse_.phrases[phrase].head != anchor_) return false;
    // A capital inside a sentence makes it part of a name: "the Missile Crisis".
    if (upos == Upos::kPropn && anchor_ > begin_) return false;
    if (pattern.takes_actor) {
      for (uint32_t i = parse_.phrases[phrase].first; i < anchor_; ++i) {
        add(found.actors, context_.actor_at[i]);
      }
      if (found.actors.empty() && !pattern.may_lack_actor) return false;
      found.first = found.actors.empty() ? anchor_ : parse_.phrases[phrase].first;
    }
    return true;
  }

  bool begin_verbal(const Pattern& pattern, EventMatch& found) {
    if (verb_ == kNone) return false;
    const auto& group = parse_.verbs[verb_];
    if (pattern.negated && !group.negated) return false;
    const auto subject = find_subject(context_.tokens, parse_, verb_);
    passive_ =
        group.passive || (group.participle && parse_.words[anchor_].form == VerbForm::kParticiple);
    std::vector<Id<Actor>> actors;
    for (const auto phrase : subject.phrases) add(actors, actor_of(phrase));
    found.first = group.first;
    if (!passive_) {
      skip_ = 0;
      found.actors = std::move(actors);
      return true;
    }
    // The subject is the object: it fits the first slot; the source stands after "by".
    if (pattern.after.empty()) return false;
    const auto& object = pattern.after.front();
    if (object.kind == Kind::kActor) {
      if (actors.empty() && !object.optional) return false;
      found.recipients = actors;
    } else if (object.kind == Kind::kThing) {
      const bool fits = std::ranges::any_of(
          subject.phrases, [&](uint32_t phrase) { return is_thing(phrase, object.words); });
      if (!fits) return false;
      owners_ = actors;
    } else {
      return false;
    }
    skip_ = 1;
    for (uint32_t i = anchor_ + 1; i + 1 < end_ && !is_border(i); ++i) {
      if (parse_.words[i].lemma != "by") continue;
      take_actors(i + 1, found.actors);
      break;
    }
    if (found.actors.empty()) found.actors = owners_;
    return true;
  }

  // The clause ends at a verb group with a subject of its own, and at strong marks.
  [[nodiscard]] bool is_border(uint32_t token) const {
    const auto& word = parse_.words[token];
    if (word.upos == Upos::kPunct) {
      const auto& lower = context_.tokens.lower[token];
      return lower == ";" || lower == ":" || lower == "(";
    }
    const auto verb = parse_.verb_of[token];
    if (verb == kNone || verb == verb_) return false;
    // The verb of which a noun is the subject: "The protests started in Norvenia".
    if (verb_ == kNone &&
        parse_.verbs[verb].first == parse_.phrases[parse_.phrase_of[anchor_]].last) {
      return false;
    }
    return true;
  }

  [[nodiscard]] Id<Actor> actor_of(uint32_t phrase) const {
    const auto& np = parse_.phrases[phrase];
    if (context_.actor_at[np.head]) return context_.actor_at[np.head];
    for (uint32_t i = np.head; i-- > np.first;) {
      if (context_.actor_at[i]) return context_.actor_at[i];
    }
    return {};
  }

  [[nodiscard]] bool is_thing(uint32_t phrase, const std::vector<std::string>& heads) const {
    if (heads.empty()) return true;
    const auto head = parse_.phrases[phrase].head;
    if (has(heads, parse_.words[head].lemma)) return true;
    // "they were deployed": the pronoun stands for forces.
    const auto actor = context_.actor_at[head];
    return actor && parse_.words[head].upos == Upos::kPron &&
           context_.mentions.actors[actor.value].sector == "MIL" && has(heads, "troop");
  }

  [[nodiscard]] bool is_light(uint32_t token) const {
    switch (parse_.words[token].upos) {
      case Upos::kDet:
      case Upos::kAdj:
      case Upos::kAdv:
      case Upos::kNum:
      case Upos::kPropn:
        return true;
      case Upos::kPron: {
        const auto& lower = context_.tokens.lower[token];
        return lower == "its" || lower == "their" || lower == "his" || lower == "her";
      }
      case Upos::kPunct: {
        const auto& lower = context_.tokens.lower[token];
        return lower == "\"" || lower == "'" || lower == "``" || lower == "-";
      }
      default:
        return false;
    }
  }

  // The actors of the noun phrase that begins here (adverbs and quote marks before it are stepped
  // over) and of those joined to it. Moves `at_` behind them.
  bool take_actors(uint32_t at, std::vector<Id<Actor>>& actors) {
    const auto phrase = phrase_from(at);
    if (phrase == kNone) return false;
    const auto before = actors.size();
    uint32_t next = phrase;
    for (int joined = 0; joined < 6; ++joined) {
      add(actors, actor_of(next));
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
      if (!actor_of(next) || (subject && !joins_)) break;
    }
    return actors.size() > before;
  }

  [[nodiscard]] uint32_t phrase_from(uint32_t at) const {
    for (uint32_t i = at; i < end_ && i < at + 3; ++i) {
      if (parse_.phrase_of[i] != kNone) return parse_.phrase_of[i];
      if (!is_light(i)) return kNone;
    }
    return kNone;
  }

  [[nodiscard]] bool is_own_side(Id<Actor> actor, const std::vector<Id<Actor>>& sources) const {
    const auto& side = context_.mentions.actors[actor.value].side;
    return std::ranges::any_of(sources, [&](Id<Actor> source) {
      return source == actor ||
             (!side.empty() && context_.mentions.actors[source.value].side == side);
    });
  }

  bool step(const PatternElement& element, EventMatch& found) {
    switch (element.kind) {
      case Kind::kWord: {
        for (uint32_t i = at_; i < end_ && i < at_ + 6; ++i) {
          if (has(element.words, parse_.words[i].lemma) ||
              has(element.words, context_.tokens.lower[i])) {
            at_ = i + 1;
            return true;
          }
          if (!is_light(i)) return false;
        }
        return false;
      }
      case Kind::kActor: {
        const auto keep = at_;
        if (element.source) {
          std::vector<Id<Actor>> own;
          if (take_actors(at_, own) && is_own_side(own.front(), found.actors)) return true;
        } else if (take_actors(at_, found.recipients)) {
          return true;
        }
        at_ = keep;
        return false;
      }
      case Kind::kThing: {
        // "dozens of battalions": amounts step on to what they count.
        auto phrase = phrase_from(at_);
        for (int i = 0; i < 4 && phrase != kNone && !is_thing(phrase, element.words); ++i) {
          const auto last = parse_.phrases[phrase].last;
          phrase =
              last + 1 < end_ && parse_.words[last].lemma == "of" ? phrase_from(last + 1) : kNone;
        }
        if (phrase == kNone) return false;
        add(owners_, actor_of(phrase));
        at_ = parse_.phrases[phrase].last;
        return true;
      }
      case Kind::kPrep:
        return step_prep(element, found);
    }
    return false;
  }

  bool step_prep(const PatternElement& element, EventMatch& found) {
    for (uint32_t i = at_; i + 1 < end_ && !is_border(i); ++i) {
      if (parse_.words[i].upos == Upos::kNoun || !has(element.words, parse_.words[i].lemma)) {
        continue;
      }
      const auto keep = at_;
      if (element.actor) {
        joins_ = parse_.words[i].lemma == "between";
        std::vector<Id<Actor>> taken;
        const bool any = take_actors(i + 1, taken);
        joins_ = false;
        // "shipped grain to its own warehouses": the source itself receives nothing.
        std::erase_if(taken, [&](Id<Actor> actor) {
          return !element.source && std::ranges::find(found.actors, actor) != found.actors.end();
        });
        if (any && !taken.empty()) {
          auto& slot = element.source ? found.actors : found.recipients;
          for (const auto actor : taken) add(slot, actor);
          return true;
        }
      } else {
        auto phrase = phrase_from(i + 1);
        for (int k = 0; k < 4 && phrase != kNone && !is_thing(phrase, element.things); ++k) {
          const auto last = parse_.phrases[phrase].last;
          phrase =
              last + 1 < end_ && parse_.words[last].lemma == "of" ? phrase_from(last + 1) : kNone;
        }
        if (phrase != kNone) {
          add(owners_, actor_of(phrase));
          at_ = parse_.phrases[phrase].last;
          return true;
        }
      }
      at_ = keep;
    }
    return false;
  }

  void finish(const Pattern& pattern, EventMatch& found) {
    if (pattern.nominal && found.actors.empty()) found.actors = owners_;
    // "talks between X and Y": the first is the source.
    if (pattern.nominal && found.actors.empty() && found.recipients.size() > 1) {
      found.actors.push_back(found.recipients.front());
      found.recipients.erase(found.recipients.begin());
    }
    std::erase_if(found.recipients, [&](Id<Actor> actor) {
      return std::ranges::find(found.actors, actor) != found.actors.end();
    });
  }

  const EventContext& context_;
  const Parse& parse_;
  uint32_t anchor_, begin_ = 0, end_ = 0, verb_ = kNone, at_ = 0;
  size_t skip_ = 0;
  bool passive_ = false;
  bool joins_ = false;             // inside "between X and Y"
  std::vector<Id<Actor>> owners_;  // of things: "Russian troops"
};

}  // namespace

EventContext make_event_context(const Article& article, const Tokens& tokens, const Parse& parse,
                                const Mentions& mentions, const EventPatterns& patterns) {
  EventContext context{article,  tokens,   parse,
                       mentions, patterns, std::vector<Id<Actor>>(tokens.size())};
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
  for (const auto number : known->second) {
    auto match = Matcher(context, token).match(number);
    if (!match) continue;
    const auto weight = [](const EventMatch& m) {
      return m.elements * 2 + (m.actors.empty() ? 0 : 1) + (m.recipients.empty() ? 0 : 1);
    };
    if (!best || weight(*match) > weight(*best)) best = std::move(match);
  }
  return best;
}

}  // namespace demarche
