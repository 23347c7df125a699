// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actor/actor_table.h"
#include "base/day.h"
#include "base/evidence.h"
#include "parse/parse.h"

namespace demarche {

enum class MentionKind : uint8_t {
  kPerson,
  kOrganization,
  kCountry,
  kNationality,
  kPlace,
  kRole,
  kNominal,
  kPronoun
};
std::string_view name_of(MentionKind);

class AntecedentModel;

/// An actor of this document: of the table, or known from this page alone ("?1").
struct Actor {
  std::string id;
  std::string name;
  ActorKind kind = ActorKind::kUnknown;
  std::string country;  ///< ISO 3166 alpha-3, or empty
  std::string side;     ///< for whom he may speak, or empty (contract.md, "Actors")
  Authority authority = Authority::kNone;
  std::string
      sector;        ///< "GOV", "MIL", "LEG", "OPP", "CVL", "MED", "BUS", "IGO", "REB" ... or empty
  std::string role;  ///< "foreign minister", or empty
  int rank = 0;      ///< 1 head of state or government, 2 minister, 3 deputy, 4 spokesperson,
                     ///< 5 other official; 0 none
  bool known = false;   ///< of the table
  bool plural = false;  ///< "officials", "troops"
  char gender = '?';    ///< 'm', 'f' or '?', where the page or the table shows it
};

struct PlaceMention;

struct Mention {
  Span span;
  uint32_t first = 0, last = 0;  ///< tokens
  uint32_t head = 0;             ///< the token that carries it
  MentionKind kind = MentionKind::kNominal;
  Id<Actor> actor;
  Id<PlaceMention> place;
  Evidence evidence;
};

enum class TimeKind : uint8_t { kDate, kTime, kDuration, kSet };
std::string_view name_of(TimeKind);

struct TimeMention {
  Span span;
  uint32_t first = 0, last = 0;  ///< tokens
  TimeKind kind = TimeKind::kDate;
  std::string value;  ///< TIMEX3 value: "2022-01-14", "2022-W02", "P1W", "FUTURE_REF"
  DayRange days;
  bool no_such_day = false;  ///< "30 February": value and days are of the month alone
  Evidence evidence;
};

enum class PlaceRelation : uint8_t { kIn, kNear, kBorder, kPart, kFrom, kNone };
std::string_view name_of(PlaceRelation);  ///< "in" ...; kNone: ""

struct PlaceMention {
  Span span;
  uint32_t first = 0, last = 0;  ///< tokens
  std::string name;
  std::string kind;     ///< "country", "capital", "city", "region"
  std::string country;  ///< ISO 3166 alpha-3, or empty
  std::string admin1;
  std::optional<double> lat, lon;  ///< WGS 84 degrees
  std::string geonames;            ///< id, or empty
  PlaceRelation relation = PlaceRelation::kNone;
  std::optional<double> radius_km;
  bool acts = false;  ///< stands for its government or people
  Evidence evidence;
};

/// Everything of the mention stage but times. Mentions ascend by begin, longer ones first, and
/// may nest. `actors` are in order of first mention.
struct Mentions {
  std::vector<Actor> actors;
  std::vector<Mention> mentions;
  std::vector<PlaceMention> places;

  /// The mention with an actor whose head is this token: the longest, or none.
  [[nodiscard]] const Mention* headed_at(uint32_t token) const;
  /// The mention with an actor that covers this token most tightly, or none.
  [[nodiscard]] const Mention* covering(uint32_t token) const;
};

/// Finds who and which places are named, and resolves them. Pure and thread-safe.
/// `today` is the publication day, for offices and their holders; none: offices stay open.
/// Quotes are needed for the first person: inside a quotation "we" is the speaker's side; since
/// speakers are found later, mentions of the first person inside quotes get their actor from the
/// nearest cue by simple rules. Where the parse has a language model that tells mentions, nouns and
/// pronouns for anybody are mentions too; `antecedents` says what they take up, without it rules.
Mentions find_mentions(const Article& article, const Tokens& tokens, const Parse& parse,
                       const std::vector<TimeMention>& times, const ActorTable& actors,
                       std::optional<Day> today, const Limits& limits,
                       const AntecedentModel* antecedents = nullptr);

/// Finds and resolves expressions of time against the publication day.
std::vector<TimeMention> find_times(const Article& article, const Tokens& tokens,
                                    const Parse& parse, std::optional<Day> today,
                                    const Limits& limits);

}  // namespace demarche
