// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "actor/disputed.h"
#include "actor/gazetteer.h"
#include "base/day.h"
#include "base/evidence.h"
#include "base/result.h"
#include "token/phrases.h"

namespace demarche {

enum class ActorKind : uint8_t { kState, kPerson, kOrganization, kGroup, kUnknown };
enum class Authority : uint8_t { kNone, kOfficial, kFormer, kAnonymous, kPrivate, kMedia };
std::string_view name_of(ActorKind);  ///< "state" ...
std::string_view name_of(Authority);  ///< "official" ...; kNone: ""

/// An actor of data/actors: a state, an organisation, an organ of a state (ministry, palace,
/// service), an armed group, a bloc, a media outlet, or a person who holds or held an office.
struct KnownActor {
  std::string id;  ///< "RUS", "NATO", "RUS.MOD", "RUS.FM.2004" ...
  std::string name;
  ActorKind kind = ActorKind::kState;
  std::string country;  ///< alpha-3 or empty
  std::string side;     ///< or empty: media, blocs, opposition
  std::string sector;
  std::string source;    ///< what was consulted, or "recall"
  std::string from, to;  ///< first and last day or year; empty: not known or open
  char gender = '?';
  std::vector<std::string> other_names;  ///< of a person: other spellings, other full names
  std::string surname;                   ///< of a person: "Brok" of Ana Brok, "Sun" of Sun Wei-lin
  std::string leader;  ///< state that leads it in descriptions: "a Norvenia-led alliance"
  std::vector<std::string> nouns;  ///< what such a description calls it: "security alliance"
  double lat = 0, lon = 0;         ///< states and cities; 0, 0: not known
  bool has_spot = false;
  bool given = false;  ///< of a state: its name is also a first name
  /// Of a state: "state", "dependency", "de_facto" or "former".
  std::string standing;
  std::string sovereign;  ///< of a dependency or de-facto state: to whom it belongs, in law
  std::optional<uint32_t> dispute;  ///< of a state: number in ActorTable::disputed
};

/// What an alias says besides whose it is.
enum class AliasKind : uint8_t {
  kName,       ///< the name itself, an acronym, a short form
  kAdjective,  ///< "Norvenian"
  kPeople,     ///< "Norvenians"
  kCapital,    ///< the seat of government: place, or metonym for the state
  kMetonym,    ///< palace, square, building: "the Kremlin"
  kSurname,    ///< of a person
  kPhrase,     ///< a description: "the world body"; it needs no capital
};

struct Alias {
  uint32_t actor = 0;  ///< number in `actors`
  AliasKind kind = AliasKind::kName;
};

/// An office held by a person during some time.
struct Tenure {
  uint32_t person = 0;  ///< number in `actors`
  std::string state;    ///< id of the state or organisation
  std::string office;   ///< "head_of_state", "head_of_government", "foreign_minister",
                        ///< "defence_minister", "deputy_foreign_minister", "spokesperson", "head"
  std::string title;    ///< "foreign minister", "chancellor"
  std::optional<Day> from, to;  ///< empty: not known, or still in office
  bool disputed = false;        ///< another claims the office at the time
  /// Of an open row: the last day for which its table vouches; empty: for ever.
  std::optional<Day> open_until;
};

/// A state that is or was in an organisation or format.
struct Membership {
  uint32_t organisation = 0, member = 0;  ///< numbers in `actors`
  std::optional<Day> from, to;            ///< empty: not known, or still in
};

/// A role noun of data/en/roles.tsv: "foreign minister", "diplomat", "troops", "residents".
struct Role {
  std::string phrase;  ///< singular
  std::string plural;
  std::string office;  ///< key of Tenure::office where holders are looked up, or empty
  std::string sector;
  std::string kind;  ///< "person", "organ" (ministry), "force" (troops), "people" (residents)
  Authority authority = Authority::kNone;
  bool speaks = false;  ///< may speak for its state: has a side
  int rank = 0;
};

/// A relational noun of data/en/relations.tsv: whose referent depends on another actor.
struct Relation {
  std::string phrase;  ///< "boss", "predecessor", "counterpart"
  std::string kind;    ///< "superior", "predecessor", "relative" ...: see actor_lint.cc
  char gender = '?';   ///< of the one meant: 'f' of "wife"
};

/// A noun of data/en/organs.tsv, by which texts call an organisation after its name: "alliance".
struct OrganNoun {
  std::string noun;
  std::vector<std::string> sectors;  ///< of any such organisation; empty: of those named so alone
  std::vector<std::string> words;    ///< of names, that do as well as the noun
};

/// The knowledge of actors and places, loaded once from data/ (and overlays of the user, which add
/// rows or replace those with the same id), then read by any number of threads.
struct ActorTable {
  std::vector<KnownActor> actors;
  std::vector<Alias> aliases;
  std::vector<Tenure> tenures;
  std::vector<Membership> memberships;
  std::vector<Role> roles;
  std::vector<Relation> relations;
  std::vector<OrganNoun> organ_nouns;  ///< by the noun
  PhraseTable names;                   ///< values: numbers in `aliases`
  PhraseTable role_phrases;            ///< values: numbers in `roles`, singular and plural
  PhraseTable relation_phrases;        ///< values: numbers in `relations`
  Gazetteer gazetteer;                 ///< places that are no states
  std::vector<DisputedPlace> disputed;
  std::string hash;  ///< sha256 over the files read, in order

  /// Makes the lookups below fast; load_actor_table has called it. They scan the rows where it was
  /// not called, or not since rows were added.
  void index();

  [[nodiscard]] std::optional<uint32_t> find(std::string_view id) const;  ///< number in `actors`
  [[nodiscard]] std::optional<uint32_t> organ_noun(std::string_view noun) const;
  /// Who held this office of this state on that day, as far as the tables know: numbers in
  /// `tenures`, none, one or several.
  [[nodiscard]] std::vector<uint32_t> holders(std::string_view state, std::string_view office,
                                              Day day) const;
  /// The members of an organisation on that day: numbers in `actors`.
  [[nodiscard]] std::vector<uint32_t> members_of(uint32_t organisation, Day day) const;
  /// Who held the office before this tenure began, where the tables know: a number in `tenures`.
  [[nodiscard]] std::optional<uint32_t> before(uint32_t tenure) const;
  [[nodiscard]] std::optional<uint32_t> after(uint32_t tenure) const;  ///< who followed
  /// Of somebody in the tables with this first name (folded): 'm' or 'f', '?' where they differ or
  /// none is known; '\0' where nobody has it.
  [[nodiscard]] char gender_of_first_name(const std::string& folded) const;
  /// All offices of this person: numbers in `tenures`.
  [[nodiscard]] std::vector<uint32_t> tenures_of(uint32_t person) const;
  /// The offices of this person on that day: numbers in `tenures`.
  [[nodiscard]] std::vector<uint32_t> offices_of(uint32_t person, Day day) const;

 private:
  [[nodiscard]] bool is_indexed() const;
  /// All tenures of the office of one: numbers in `tenures`.
  [[nodiscard]] std::vector<uint32_t> same_office(uint32_t tenure) const;

  size_t indexed_actors_ = 0, indexed_tenures_ = 0;
  std::unordered_map<std::string, uint32_t> by_id_;
  std::unordered_map<std::string, std::vector<uint32_t>> by_office_;  // "STATE office" -> tenures
  std::vector<std::vector<uint32_t>> by_person_;                      // person -> tenures
  std::unordered_map<std::string, char> first_names_;                 // folded -> gender
};

/// Reads data_dir/actors/*.tsv, data_dir/places/*.tsv, data_dir/en/{roles,relations}.tsv, then each
/// overlay folder (the same file names below it or flat in it, all optional). A row of an overlay
/// replaces the row with the same id (tenures: the same person, state, office and first day) and
/// all its names. Offices without an end hold for a year after the day of a line "# as of: DAY" of
/// their table.
Result<ActorTable> load_actor_table(const std::string& data_dir,
                                    const std::vector<std::string>& overlays);

/// What is wrong with the tables, as messages PATH:LINE: what (for `demarche check`): rows without
/// a source, out of order or twice, unknown values, offices held by two at once, names of two
/// actors that data/actors/ambiguous.tsv does not allow.
std::vector<std::string> lint_actor_table(const std::string& data_dir,
                                          const std::vector<std::string>& overlays);

}  // namespace demarche
