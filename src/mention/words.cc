// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/words.h"

#include <algorithm>
#include <span>

namespace demarche::mention {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::string_view kDeterminers[] = {
    "a",     "all",  "an",   "another", "any",   "both",    "each",
    "every", "many", "most", "no",      "other", "several", "some",
    "such",  "that", "the",  "these",   "this",  "those",   "various"};
constexpr std::string_view kPossessives[] = {"her", "his", "its", "my", "our", "their", "your"};
constexpr std::string_view kRankPrefixes[] = {
    "acting",  "anonymous",  "assistant",    "associate",    "caretaker", "chief",     "current",
    "deputy",  "designate",  "elected",      "ex",           "first",     "former",    "government",
    "high",    "high-level", "high-ranking", "incoming",     "interim",   "junior",    "key",
    "late",    "lead",       "leading",      "local",        "longtime",  "main",      "national",
    "new",     "newly",      "old",          "outgoing",     "permanent", "principal", "prominent",
    "ranking", "regional",   "retired",      "second",       "senior",    "sitting",   "special",
    "state",   "then",       "top",          "unidentified", "unnamed",   "veteran",   "vice",
    "would-be"};
constexpr std::string_view kFormers[] = {"deposed",  "erstwhile", "ex",      "ex-",
                                         "former",   "late",      "onetime", "ousted",
                                         "previous", "retired",   "then"};
constexpr std::string_view kNotYets[] = {"aspiring", "designate", "future",      "incoming",
                                         "next",     "potential", "prospective", "would-be"};
constexpr std::string_view kDeputies[] = {"assistant", "deputy", "vice"};
constexpr std::string_view kOfficeWords[] = {
    "adviser",     "advisor",       "ambassador",  "analyst",        "attorney",
    "candidate",   "captain",       "chair",       "chairman",       "chairwoman",
    "chancellor",  "chief",         "colonel",     "commander",      "commissioner",
    "coordinator", "correspondent", "delegate",    "director",       "editor",
    "envoy",       "executive",     "general",     "governor",       "inspector",
    "judge",       "justice",       "lawmaker",    "leader",         "lieutenant",
    "major",       "manager",       "marshal",     "mayor",          "minister",
    "nominee",     "officer",       "premier",     "president",      "professor",
    "prosecutor",  "rapper",        "rapporteur",  "representative", "reporter",
    "secretary",   "senator",       "sergeant",    "sheriff",        "speaker",
    "spokesman",   "spokesperson",  "spokeswoman", "superintendent"};
constexpr std::string_view kTitles[] = {
    "adm",  "adm.", "capt", "capt.", "col",   "col.", "dame",   "dr",  "dr.",   "gen",
    "gen.", "gov",  "gov.", "lady",  "lieut", "lord", "lt",     "lt.", "madam", "maj",
    "maj.", "miss", "mr",   "mr.",   "mrs",   "mrs.", "ms",     "ms.", "prof",  "prof.",
    "rep",  "rep.", "sen",  "sen.",  "sgt",   "sgt.", "sheikh", "sir"};
constexpr std::string_view kMaleTitles[] = {"lord", "mr", "mr.", "sir"};
constexpr std::string_view kFemaleTitles[] = {"dame", "lady", "madam", "miss",
                                              "mrs",  "mrs.", "ms",    "ms."};
constexpr std::string_view kParticles[] = {"al", "al-", "ap",  "ben", "bin", "da",  "dal",
                                           "de", "del", "den", "der", "di",  "dos", "du",
                                           "el", "ibn", "la",  "le",  "ter", "van", "von"};
constexpr std::string_view kOrganHeads[] = {
    "academy",      "administration", "agency",      "alliance",    "army",        "assembly",
    "association",  "authority",      "bank",        "board",       "brigade",     "bureau",
    "cabinet",      "center",         "centre",      "chamber",     "church",      "club",
    "coalition",    "college",        "command",     "commission",  "committee",   "community",
    "company",      "confederation",  "congress",    "corporation", "corps",       "council",
    "court",        "department",     "federation",  "force",       "forces",      "forum",
    "foundation",   "front",          "fund",        "group",       "guard",       "house",
    "initiative",   "institute",      "institution", "league",      "legislature", "ministry",
    "mission",      "movement",       "network",     "observatory", "office",      "organisation",
    "organization", "parliament",     "partnership", "party",       "police",      "programme",
    "secretariat",  "senate",         "service",     "society",     "tribunal",    "union",
    "university",   "watch"};
constexpr std::string_view kSideHeads[] = {"alliance",     "army",         "coalition", "force",
                                           "forces",       "front",        "league",    "movement",
                                           "organisation", "organization", "union"};
constexpr std::string_view kThingHeads[] = {
    "accord",       "accords",    "act",          "agreement",     "airport",    "avenue",
    "award",        "awards",     "beach",        "bill",          "boulevard",  "bridge",
    "canal",        "cathedral",  "championship", "championships", "charter",    "conference",
    "constitution", "convention", "crisis",       "cup",           "day",        "deal",
    "declaration",  "elections",  "fair",         "falls",         "festival",   "gallery",
    "games",        "hospital",   "hotel",        "index",         "initiative", "island",
    "lake",         "law",        "marathon",     "memorial",      "mosque",     "mountain",
    "museum",       "olympics",   "open",         "operation",     "park",       "plan",
    "prize",        "process",    "project",      "protocol",      "report",     "resolution",
    "revolution",   "river",      "road",         "spring",        "square",     "stadium",
    "street",       "summit",     "talks",        "theater",       "theatre",    "treaty",
    "trophy",       "valley",     "war",          "wars",          "week"};
constexpr std::string_view kMediaHeads[] = {
    "agency",    "broadcaster", "channel",   "daily",   "gazette", "herald", "journal", "magazine",
    "media",     "news",        "newspaper", "outlet",  "paper",   "post",   "radio",   "station",
    "telegraph", "television",  "times",     "tribune", "tv",      "weekly"};
constexpr std::string_view kCompasses[] = {
    "central",       "east",       "eastern",       "north",     "north-east",
    "north-eastern", "north-west", "north-western", "northeast", "northeastern",
    "northern",      "northwest",  "northwestern",  "south",     "south-east",
    "south-eastern", "south-west", "south-western", "southeast", "southeastern",
    "southern",      "southwest",  "southwestern",  "west",      "western"};
constexpr std::string_view kGeographies[] = {
    "airport",  "airports",  "area",     "bank",      "beach",    "border",    "borders",
    "cities",   "city",      "coast",    "coasts",    "district", "districts", "edge",
    "flank",    "frontier",  "half",     "outskirts", "part",     "parts",     "port",
    "province", "provinces", "region",   "regions",   "sea",      "shore",     "side",
    "street",   "streets",   "hospital", "hotel",     "metro",    "subway",    "state",
    "states",   "suburb",    "suburbs",  "tip",       "town",     "towns",     "village",
    "villages", "wall"};
constexpr std::string_view kMotions[] = {
    "advance",  "airlift",       "arrive",     "arrival",   "border",   "bring",    "come",
    "convoy",   "cross",         "delegation", "deliver",   "delivery", "depart",   "departure",
    "deploy",   "deployment",    "dispatch",   "drive",     "enter",    "entry",    "escape",
    "evacuate", "evacuation",    "exit",       "export",    "flee",     "flight",   "fly",
    "go",       "head",          "incursion",  "invade",    "invasion", "journey",  "leave",
    "march",    "migrate",       "mission",    "move",      "pull",     "pullback", "pullout",
    "reach",    "reinforcement", "relocate",   "retreat",   "return",   "route",    "rush",
    "sail",     "sell",          "send",       "ship",      "shipment", "spread",   "stop",
    "supply",   "tour",          "transfer",   "travel",    "trip",     "visit",    "voyage",
    "walk",     "way",           "withdraw",   "withdrawal"};
constexpr std::string_view kMessages[] = {
    "aid",        "answer",   "apology",  "appeal",  "call",    "challenge",  "condolence",
    "demand",     "letter",   "loan",     "message", "note",    "objection",  "offer",
    "opposition", "proposal", "question", "reply",   "request", "resistance", "response",
    "signal",     "support",  "threat",   "warning", "weapon"};
constexpr std::string_view kPlacePreps[] = {"across", "around",     "at",    "in",
                                            "inside", "into",       "near",  "outside",
                                            "over",   "throughout", "within"};
constexpr std::string_view kNearPreps[] = {"around", "near", "off", "outside"};
constexpr std::string_view kSays[] = {
    "accuse",    "acknowledge", "add",       "admit",   "allege",   "announce", "argue",
    "ask",       "assert",      "believe",   "blame",   "call",     "caution",  "claim",
    "comment",   "compare",     "complain",  "concede", "conclude", "condemn",  "confirm",
    "continue",  "declare",     "demand",    "deny",    "describe", "dismiss",  "emphasise",
    "emphasize", "estimate",    "explain",   "express", "hint",     "indicate", "inform",
    "insist",    "maintain",    "mention",   "note",    "observe",  "pledge",   "point",
    "predict",   "promise",     "quote",     "react",   "recall",   "refuse",   "reiterate",
    "reject",    "remark",      "repeat",    "reply",   "report",   "respond",  "reveal",
    "say",       "speak",       "state",     "stress",  "suggest",  "tell",     "think",
    "threaten",  "tweet",       "underline", "urge",    "vow",      "warn",     "welcome",
    "write"};
constexpr std::string_view kCalendars[] = {
    "april",   "august",   "december",  "easter", "february", "friday",   "january",
    "july",    "june",     "march",     "may",    "monday",   "november", "october",
    "ramadan", "saturday", "september", "sunday", "thursday", "tuesday",  "wednesday"};
constexpr std::string_view kQuantities[] = {"couple",    "dozens", "group",  "groups",   "handful",
                                            "hundreds",  "lot",    "lots",   "majority", "millions",
                                            "most",      "number", "scores", "some",     "tens",
                                            "thousands", "wave"};
constexpr std::string_view kCountryNouns[] = {"country", "kingdom",  "monarchy",
                                              "nation",  "republic", "state"};
constexpr std::string_view kPlaceParts[] = {"areas", "capital", "centre",   "city",    "coast",
                                            "east",  "eastern", "island",   "north",   "part",
                                            "parts", "port",    "province", "region",  "regions",
                                            "shore", "south",   "town",     "village", "west"};
constexpr std::string_view kCapitalNoises[] = {"christmas", "covid", "covid-19", "god",
                                               "i",         "ii",    "internet", "iii"};

Words words_of(WordList list) {
  switch (list) {
    case WordList::kDeterminer:
      return kDeterminers;
    case WordList::kPossessive:
      return kPossessives;
    case WordList::kRankPrefix:
      return kRankPrefixes;
    case WordList::kFormer:
      return kFormers;
    case WordList::kNotYet:
      return kNotYets;
    case WordList::kDeputy:
      return kDeputies;
    case WordList::kOfficeWord:
      return kOfficeWords;
    case WordList::kTitle:
      return kTitles;
    case WordList::kMaleTitle:
      return kMaleTitles;
    case WordList::kFemaleTitle:
      return kFemaleTitles;
    case WordList::kParticle:
      return kParticles;
    case WordList::kOrganHead:
      return kOrganHeads;
    case WordList::kSideHead:
      return kSideHeads;
    case WordList::kThingHead:
      return kThingHeads;
    case WordList::kMediaHead:
      return kMediaHeads;
    case WordList::kCompass:
      return kCompasses;
    case WordList::kGeography:
      return kGeographies;
    case WordList::kMotion:
      return kMotions;
    case WordList::kMessage:
      return kMessages;
    case WordList::kPlacePrep:
      return kPlacePreps;
    case WordList::kNearPrep:
      return kNearPreps;
    case WordList::kSay:
      return kSays;
    case WordList::kCalendar:
      return kCalendars;
    case WordList::kQuantity:
      return kQuantities;
    case WordList::kCountryNoun:
      return kCountryNouns;
    case WordList::kPlacePart:
      return kPlaceParts;
    case WordList::kCapitalNoise:
      return kCapitalNoises;
  }
  return {};
}

}  // namespace

bool is_in(WordList list, std::string_view word) {
  const Words words = words_of(list);
  return std::ranges::find(words, word) != words.end();
}

}  // namespace demarche::mention
