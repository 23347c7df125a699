// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "actor/actor_table.h"
#include "mention/mention.h"
#include "mention/words.h"

// Internal to src/mention; the door is mention.h.
namespace demarche::mention {

inline constexpr uint32_t kNone = 0xFFFFFFFF;

/// A phrase of one of the tables, tokens [first, last).
struct Hit {
  uint32_t first = 0, last = 0;
  uint32_t value =
      0;  ///< number in aliases, roles, relations or the gazetteer, chosen among several
  const std::vector<uint32_t>* values = nullptr;
};

/// One of the places that a name may mean on this page, and how well it fits (place_ranking.h).
struct PlaceReading {
  uint32_t place = 0;  ///< number in the gazetteer
  double score = 0;
  std::string why;  ///< what the score is made of
};

/// What the name of a place means on this page: the same place wherever it stands alone.
struct PlaceSense {
  std::vector<PlaceReading> readings;  ///< the best first
  bool state = false;                  ///< the name means the state that bears it
  double state_score = -1;             ///< how well that state fits; -1: none bears it
};

/// A name of the gazetteer. `value` is the place meant.
struct PlaceHit : Hit {
  const PlaceSense* sense = nullptr;
  uint32_t unit = kNone;   ///< place of the unit that follows: "Birmingham, ALABAMA"
  uint32_t state = kNone;  ///< actor of the state that follows: "Graz, AUSTRIA"
  bool inside = false;     ///< no place of the name is known there: `value` is the unit, if any
  bool brief = false;      ///< an abbreviation: "Ala."
};

/// The hits of one table: in order, apart, with the way back from a token.
template <class Hit>
struct HitsOf {
  std::vector<Hit> hits;
  std::vector<uint32_t> at;  ///< token -> number in `hits`, or kNone

  [[nodiscard]] const Hit* covering(uint32_t token) const {
    return at[token] == kNone ? nullptr : &hits[at[token]];
  }
  /// The hit that begins here, or that ends before this token.
  [[nodiscard]] const Hit* begins(uint32_t token) const {
    const Hit* hit = token < at.size() ? covering(token) : nullptr;
    return hit != nullptr && hit->first == token ? hit : nullptr;
  }
  [[nodiscard]] const Hit* ends(uint32_t token) const {
    const Hit* hit = token > 0 ? covering(token - 1) : nullptr;
    return hit != nullptr && hit->last == token ? hit : nullptr;
  }
};
using Hits = HitsOf<Hit>;
using PlaceHits = HitsOf<PlaceHit>;

/// What a page is read with: its text, the tables, and what each token is by them. Built once by
/// make_scene, then only read.
struct Scene {
  const Article& article;
  const Tokens& tokens;
  const Parse& parse;
  const ActorTable& table;
  std::optional<Day> today;
  Limits limits;

  Hits names, roles, relations;
  PlaceHits places;
  std::unordered_map<std::string, PlaceSense> senses;  ///< by the key of a place's name
  std::vector<bool> quoted;                            ///< token -> between double quote marks
  std::vector<bool> timed;                             ///< token -> part of an expression of time
  std::vector<bool> shouted;  ///< sentence -> most words have a capital: capitals prove nothing
  std::unordered_map<uint32_t, std::string> adjectives;  ///< actor of the table -> as written here

  [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(tokens.size()); }
  [[nodiscard]] const std::string& lower(uint32_t t) const { return tokens.lower[t]; }
  [[nodiscard]] std::string_view text(uint32_t t) const {
    return article.text.of(tokens.tokens[t].span);
  }
  [[nodiscard]] std::string_view text(uint32_t first, uint32_t last) const {
    return article.text.of(tokens.span_of(first, last));
  }
  [[nodiscard]] const Sentence& sentence(uint32_t t) const {
    return tokens.sentences[tokens.sentence_of[t]];
  }
  [[nodiscard]] bool is(uint32_t t, std::string_view word) const {
    return t < size() && lower(t) == word;
  }
  [[nodiscard]] bool in(uint32_t t, WordList list) const {
    return t < size() && is_in(list, lower(t));
  }
  [[nodiscard]] Upos upos(uint32_t t) const { return parse.words[t].upos; }
  /// The lemma where the parse gives one, else the folded word.
  [[nodiscard]] const std::string& lemma(uint32_t t) const {
    const std::string& lemma = parse.words[t].lemma;
    return lemma.empty() ? lower(t) : lemma;
  }
  [[nodiscard]] bool is_capital(uint32_t t) const;     ///< first letter is upper case
  [[nodiscard]] bool is_possessive(uint32_t t) const;  ///< "'s" or "'"
  /// The token before the token `t` in its sentence, or kNone.
  [[nodiscard]] uint32_t before(uint32_t t) const { return t > sentence(t).first ? t - 1 : kNone; }
  /// The token after in the same sentence, or kNone.
  [[nodiscard]] uint32_t after(uint32_t last_token) const {
    return last_token + 1 < sentence(last_token).last ? last_token + 1 : kNone;
  }
  /// The token of the name [first, last) that carries it: the last one, or the one before "of".
  [[nodiscard]] uint32_t head_of(uint32_t first, uint32_t last) const;
  /// Actor of the table that this hit of `names` names, and how.
  [[nodiscard]] const Alias& alias(const Hit& hit) const { return table.aliases[hit.value]; }
  [[nodiscard]] const KnownActor& known(const Hit& hit) const {
    return table.actors[alias(hit).actor];
  }
};

/// The word of a known person's name by which a page calls him again: the last one, or the family
/// name where that comes first ("Sun" of "Sun Wei-lin").
const std::string& surname_in(const Scene& scene, uint32_t first, uint32_t last,
                              const KnownActor& person);

/// Finds the names of places and says which place each means. scene.names has all its hits still.
void find_place_hits(Scene& scene);  // place_hits.cc
/// Drops those that name no place on this page; scene.names is sifted.
void sift_places(Scene& scene);  // place_hits.cc

Scene make_scene(const Article& article, const Tokens& tokens, const Parse& parse,
                 const std::vector<TimeMention>& times, const ActorTable& actors,
                 std::optional<Day> today, const Limits& limits);

/// Actor of the table by a phrase that stands in no text ("Norvenia" of "Norvenia-led").
std::optional<uint32_t> look_up_alias(const ActorTable& table, std::string_view phrase);
std::optional<uint32_t> look_up(const ActorTable& table, std::string_view phrase);

/// "the Brok administration": may the word be the government of him who is named before it?
bool is_government(std::string_view word);
/// Has this person of the table ever led a state?
bool has_led(const ActorTable& table, uint32_t person);

/// What kind of thing a candidate is; it says how its actor is found.
enum class Shape : uint8_t {
  kName,          ///< of the table; `value` is an alias
  kPerson,        ///< a name that no table has
  kOrganization,  ///< likewise
  kMedia,         ///< a channel
  kRole,          ///< "deputy foreign minister Ana Brok"; `value` is a role
  kOrgan,         ///< "the Norvenian defence ministry"
  kForce,         ///< "troops of the alliance"
  kPeople,        ///< "local residents"
  kLed,           ///< "an Ostravia-led security alliance"
  kRelation,      ///< "his boss"; `value` is a relation
  kAllies,        ///< "Norvenia and its allies"
  kNominal,       ///< "the ex-Karsonian republic", "the country"
  kOrganNoun,     ///< "the alliance"; `value` is a noun for organisations
  kPronoun,
  kPhrase,  ///< "the two sisters": seen by a language model, known to no table
  kSpot,    ///< the name of a place that is no state
};

enum class PronounKind : uint8_t {
  kOther,
  kHe,
  kShe,
  kThey,
  kIt,
  kWe,  ///< we, us, our
  kI,
  kYou,
};
/// kOther for a word that is none of the others.
PronounKind pronoun_kind(std::string_view word);  // pronouns.cc

/// A piece of text that may mention an actor, before anybody knows whom.
struct Candidate {
  uint32_t first = 0, last = 0, head = 0;  ///< tokens
  Shape shape = Shape::kName;
  uint32_t value = kNone;  ///< number in the table of its shape
  uint32_t owner = kNone;  ///< candidate that it belongs to: adjective, possessor, "of ..."
  uint32_t name = kNone;   ///< candidate of its own name: "his boss, ANA BROK"
  uint32_t core_first = 0, core_last = 0;  ///< role phrase, or the words of a name
  PronounKind pronoun = PronounKind::kOther;
  bool former = false, deputy = false, indefinite = false, definite = false, plural = false;
  bool possessor = false;  ///< "'s" follows
  bool adjective = false;  ///< stands before a noun: "Norvenian", "Norvenia" of "Norvenia talks"
  bool bound = false;      ///< "of" somebody follows, found or not
  bool elect = false;      ///< "president-elect"
  bool other = false;      ///< "other officials"
  // Filled by the resolver.
  Id<Actor> actor;
  bool done = false;
  const char* rule = "";
  std::vector<Reading> rejected;
};

/// The candidates of a page; `owner` and `name` are numbers in `all`.
struct Candidates {
  std::vector<Candidate> all;
  std::vector<uint32_t> by_last;   ///< token -> the candidate that ends before it, or kNone
  std::vector<uint32_t> by_first;  ///< token -> the longest candidate that begins here, or kNone
  std::vector<bool> things;        ///< token -> in the name of an event or product

  explicit Candidates(uint32_t tokens)
      : by_last(tokens + 1, kNone), by_first(tokens + 1, kNone), things(tokens, false) {}
  uint32_t add(const Candidate& candidate);
};

// Each reader adds its candidates; they run in this order.
void find_names(const Scene& scene, Candidates& out);        // names.cc
void find_pronouns(const Scene& scene, Candidates& out);     // pronouns.cc
void find_roles(const Scene& scene, Candidates& out);        // roles.cc
void find_relations(const Scene& scene, Candidates& out);    // relations.cc
void find_organ_nouns(const Scene& scene, Candidates& out);  // organ_nouns.cc
void find_phrases(const Scene& scene, Candidates& out);      // phrases.cc

/// All of them.
Candidates find_candidates(const Scene& scene);

/// Widens a candidate to the left over adjectives, ranks, its owner and its determiner.
void walk_left(const Scene& scene, const Candidates& all, Candidate& candidate);

/// Is this candidate the name of a person, of the table or of this page?
bool is_person_name(const Scene& scene, const Candidate& candidate);

/// The number of the finite verb group whose subject these tokens are, or kNone.
uint32_t verb_of_subject(const Scene& scene, uint32_t first, uint32_t last);
/// Is this verb group one of saying?
bool is_say(const Scene& scene, uint32_t verb);

}  // namespace demarche::mention
