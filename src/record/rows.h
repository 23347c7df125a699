// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace demarche {

/// One key of a row: its name, where it lies, what it means, and (separated by `|`) the only words
/// it may hold. JSON, JSON Schema, CSV and SQL are all made from these, so a key is written once.
template <class Row, class Value>
struct Field {
  std::string_view name;
  Value Row::*member;
  std::string_view doc;
  std::string_view words;
};
template <class Row, class Value>
constexpr Field<Row, Value> field(std::string_view name, Value Row::*member, std::string_view doc,
                                  std::string_view words = {}) {
  return {name, member, doc, words};
}

/// A struct that lists its keys by a static `fields()`.
template <class T>
concept HasFields = requires { T::fields(); };

using MaybeText = std::optional<std::string>;  ///< a string or null

/// Code points of the text, half open; written as [start, end].
struct SpanRow {
  uint32_t start = 0, end = 0;
  bool operator==(const SpanRow&) const = default;
};
using Spans = std::vector<SpanRow>;
using Strings = std::vector<std::string>;

/// What made the record: enough to make it again.
struct CoderRow {
  static constexpr std::string_view kDoc = "What made the record: enough to make it again.";
  std::string version;
  MaybeText model;
  std::string data;
  std::string config;

  static constexpr auto fields() {
    return std::make_tuple(
        field("version", &CoderRow::version, "Version of the program"),
        field("model", &CoderRow::model, "Hash of the model; null while rules alone read"),
        field("data", &CoderRow::data, "Hash of the data files"),
        field("config", &CoderRow::config, "Hash of the options that change the record"));
  }
  bool operator==(const CoderRow&) const = default;
};

/// Where the page came from.
struct InputRow {
  static constexpr std::string_view kDoc = "Where the page came from.";
  std::string path;
  int record = 0;
  std::string kind;

  static constexpr auto fields() {
    return std::make_tuple(
        field("path", &InputRow::path, "Name as given"),
        field("record", &InputRow::record, "Number in a file of several, from 0"),
        field("kind", &InputRow::kind, "What the bytes were", "html|page|prose"));
  }
  bool operator==(const InputRow&) const = default;
};

/// A date that the page gives, and where it was found.
struct DateRow {
  static constexpr std::string_view kDoc = "A date that the page gives, and where it was found.";
  std::string value;
  std::string from;

  static constexpr auto fields() {
    return std::make_tuple(
        field("value", &DateRow::value, "Day, or instant with the UTC offset of the page"),
        field("from", &DateRow::from, "Where it was found",
              "json-ld|microdata|meta|url|text|json|option"));
  }
  bool operator==(const DateRow&) const = default;
};

/// An author of the page.
struct AuthorRow {
  static constexpr std::string_view kDoc = "An author of the page.";
  std::string name;
  std::string kind;

  static constexpr auto fields() {
    return std::make_tuple(
        field("name", &AuthorRow::name, "Name as printed"),
        field("kind", &AuthorRow::kind, "What kind of author", "person|agency|desk|outlet"));
  }
  bool operator==(const AuthorRow&) const = default;
};

/// A piece of the text with one role.
struct BlockRow {
  static constexpr std::string_view kDoc = "A piece of the text with one role.";
  int start = 0;
  int end = 0;
  std::string kind;
  std::optional<SpanRow> repeats;
  MaybeText time;

  static constexpr auto fields() {
    return std::make_tuple(
        field("start", &BlockRow::start, "First code point"),
        field("end", &BlockRow::end, "After the last code point"),
        field("kind", &BlockRow::kind, "Role on the page",
              "title|standfirst|body|heading|list|caption|quote|credit"),
        field("repeats", &BlockRow::repeats, "The later words that this one says again"),
        field("time", &BlockRow::time, "Instant of a live entry"));
  }
  bool operator==(const BlockRow&) const = default;
};

/// A line of the page that is not the article.
struct FurnitureRow {
  static constexpr std::string_view kDoc = "A line of the page that is not the article.";
  int at = 0;
  std::string kind;
  std::string text;

  static constexpr auto fields() {
    return std::make_tuple(
        field("at", &FurnitureRow::at, "Offset in the text where it stood"),
        field("kind", &FurnitureRow::kind, "What it was",
              "teaser|navigation|related|reading_time|share|date|byline|legal|comment|other"),
        field("text", &FurnitureRow::text, "Its words"));
  }
  bool operator==(const FurnitureRow&) const = default;
};

/// An actor of the document.
struct ActorRow {
  static constexpr std::string_view kDoc = "An actor of the document.";
  std::string id;
  std::string name;
  std::string kind;
  MaybeText country;
  MaybeText side;
  MaybeText authority;
  MaybeText sector;
  MaybeText role;
  std::optional<int> rank;
  bool known = false;

  static constexpr auto fields() {
    return std::make_tuple(
        field("id", &ActorRow::id, "Id of the actor table, or ?1, ?2 ..."),
        field("name", &ActorRow::name, "Name"),
        field("kind", &ActorRow::kind, "What it is", "state|person|organization|group|unknown"),
        field("country", &ActorRow::country, "Where it belongs, ISO 3166 alpha-3"),
        field("side", &ActorRow::side, "Party for which it may speak"),
        field("authority", &ActorRow::authority, "With what authority",
              "official|former|anonymous|private|media"),
        field("sector", &ActorRow::sector, "Sector of society: GOV, MIL ..."),
        field("role", &ActorRow::role, "Office or role"),
        field("rank", &ActorRow::rank,
              "1 head of state or government, 2 minister, 3 deputy, 4 spokesperson, 5 other "
              "official"),
        field("known", &ActorRow::known, "Whether the actor table has it"));
  }
  bool operator==(const ActorRow&) const = default;
};

/// Words that name an actor or a place.
struct MentionRow {
  static constexpr std::string_view kDoc = "Words that name an actor or a place.";
  std::string id;
  int start = 0;
  int end = 0;
  std::string kind;
  MaybeText actor;
  MaybeText place;
  std::string rule;

  static constexpr auto fields() {
    return std::make_tuple(
        field("id", &MentionRow::id, "Id of the row"),
        field("start", &MentionRow::start, "First code point"),
        field("end", &MentionRow::end, "After the last code point"),
        field("kind", &MentionRow::kind, "What kind of words",
              "person|organization|country|nationality|place|role|nominal|pronoun"),
        field("actor", &MentionRow::actor, "Id of the actor"),
        field("place", &MentionRow::place, "Id of the place"),
        field("rule", &MentionRow::rule, "Rule that made the row"));
  }
  bool operator==(const MentionRow&) const = default;
};

/// Words that tell a time.
struct TimeRow {
  static constexpr std::string_view kDoc = "Words that tell a time.";
  std::string id;
  int start = 0;
  int end = 0;
  std::string kind;
  std::string value;
  MaybeText from;
  MaybeText to;
  std::string rule;

  static constexpr auto fields() {
    return std::make_tuple(
        field("id", &TimeRow::id, "Id of the row"),
        field("start", &TimeRow::start, "First code point"),
        field("end", &TimeRow::end, "After the last code point"),
        field("kind", &TimeRow::kind, "What kind of time", "date|time|duration|set"),
        field("value", &TimeRow::value, "TIMEX3 value"),
        field("from", &TimeRow::from, "First day, null = open"),
        field("to", &TimeRow::to, "Last day, null = open"),
        field("rule", &TimeRow::rule, "Rule that made the row"));
  }
  bool operator==(const TimeRow&) const = default;
};

/// Words that name a place.
struct PlaceRow {
  static constexpr std::string_view kDoc = "Words that name a place.";
  std::string id;
  int start = 0;
  int end = 0;
  std::string name;
  MaybeText kind;
  MaybeText country;
  MaybeText admin1;
  std::optional<double> lat;
  std::optional<double> lon;
  MaybeText geonames;
  MaybeText relation;
  std::optional<double> radius_km;
  bool acts = false;
  std::string rule;

  static constexpr auto fields() {
    return std::make_tuple(
        field("id", &PlaceRow::id, "Id of the row"),
        field("start", &PlaceRow::start, "First code point"),
        field("end", &PlaceRow::end, "After the last code point"),
        field("name", &PlaceRow::name, "Name of the place"),
        field("kind", &PlaceRow::kind, "Country, capital, city, region ..."),
        field("country", &PlaceRow::country, "ISO 3166 alpha-3"),
        field("admin1", &PlaceRow::admin1, "First division of the country"),
        field("lat", &PlaceRow::lat, "Degrees north, WGS 84"),
        field("lon", &PlaceRow::lon, "Degrees east, WGS 84"),
        field("geonames", &PlaceRow::geonames, "Id in GeoNames"),
        field("relation", &PlaceRow::relation, "How the text lies to it",
              "in|near|border|part|from"),
        field("radius_km", &PlaceRow::radius_km, "How far around"),
        field("acts", &PlaceRow::acts, "Whether the name stands for its government or people"),
        field("rule", &PlaceRow::rule, "Rule that made the row"));
  }
  bool operator==(const PlaceRow&) const = default;
};

/// How likely each pole of the axis is.
struct PoleRow {
  static constexpr std::string_view kDoc = "How likely each pole of the axis is.";
  double plus = 0;
  double minus = 0;

  static constexpr auto fields() {
    return std::make_tuple(field("plus", &PoleRow::plus, "Probability of the plus pole"),
                           field("minus", &PoleRow::minus, "Probability of the minus pole"));
  }
  bool operator==(const PoleRow&) const = default;
};

/// When it was said.
struct SaidRow {
  static constexpr std::string_view kDoc = "When it was said.";
  MaybeText from;
  MaybeText to;
  MaybeText after;

  static constexpr auto fields() {
    return std::make_tuple(
        field("from", &SaidRow::from, "First day, null = open"),
        field("to", &SaidRow::to, "Last day, null = open"),
        field("after", &SaidRow::after, "Statement that the text says came first"));
  }
  bool operator==(const SaidRow&) const = default;
};

/// Days.
struct DaysRow {
  static constexpr std::string_view kDoc = "Days.";
  MaybeText from;
  MaybeText to;

  static constexpr auto fields() {
    return std::make_tuple(field("from", &DaysRow::from, "First day, null = open"),
                           field("to", &DaysRow::to, "Last day, null = open"));
  }
  bool operator==(const DaysRow&) const = default;
};

/// Who said what, by which words, how firmly.
struct StatementRow {
  static constexpr std::string_view kDoc = "Who said what, by which words, how firmly.";
  std::string id;
  MaybeText speaker;
  Strings speakers;
  bool inferred = false;
  Spans source;
  Spans cue;
  Spans content;
  Spans quoted;
  std::string form;
  std::string voice;
  MaybeText addressee;
  MaybeText medium;
  MaybeText nested_in;
  MaybeText utterance;
  MaybeText issue;
  MaybeText axis;
  std::string act;
  std::optional<PoleRow> pole;
  std::optional<int> polarity;
  std::optional<int> commitment;
  Spans conditions;
  SaidRow said;
  DaysRow about;
  MaybeText duplicate_of;
  double confidence = 0;
  std::string rule;

  static constexpr auto fields() {
    return std::make_tuple(
        field("id", &StatementRow::id, "Id of the row"),
        field("speaker", &StatementRow::speaker, "Actor who speaks: the first of speakers"),
        field("speakers", &StatementRow::speakers, "All actors who speak"),
        field("inferred", &StatementRow::inferred,
              "Whether the sentence itself does not name the speaker"),
        field("source", &StatementRow::source, "Words that name the speaker"),
        field("cue", &StatementRow::cue, "Words that show that somebody speaks"),
        field("content", &StatementRow::content, "What was said"),
        field("quoted", &StatementRow::quoted, "The part in quote marks"),
        field("form", &StatementRow::form, "How it is told", "direct|mixed|indirect|narrated"),
        field("voice", &StatementRow::voice, "Whose words they are", "actor|author"),
        field("addressee", &StatementRow::addressee, "Actor to whom it was said"),
        field("medium", &StatementRow::medium, "Media actor that carried it"),
        field("nested_in", &StatementRow::nested_in, "Statement that holds this one"),
        field("utterance", &StatementRow::utterance, "First telling of the same words"),
        field("issue", &StatementRow::issue, "Id of the issue"),
        field("axis", &StatementRow::axis, "Axis of the position",
              "outlook|force|demand|commitment|fact|deed"),
        field("act", &StatementRow::act, "Act of speech",
              "assert|expect|accept|reject|demand|offer|request|promise|threaten|warn|accuse|deny|"
              "deny_intent|decline|no_comment|appeal|noncommittal|conditional|praise|apologise|"
              "compare|other"),
        field("pole", &StatementRow::pole, "Probabilities of the poles"),
        field("polarity", &StatementRow::polarity, "Pole and strength, -2..2; 0 hedged"),
        field("commitment", &StatementRow::commitment,
              "How firmly the speaker stands behind it, -3..3"),
        field("conditions", &StatementRow::conditions, "Words of its conditions"),
        field("said", &StatementRow::said, "When it was said"),
        field("about", &StatementRow::about, "The time it speaks of"),
        field("duplicate_of", &StatementRow::duplicate_of, "Statement that this one repeats"),
        field("confidence", &StatementRow::confidence, "0..1"),
        field("rule", &StatementRow::rule, "Rule that made the row"));
  }
  bool operator==(const StatementRow&) const = default;
};

/// A number of people of an event.
struct SizeRow {
  static constexpr std::string_view kDoc = "A number of people of an event.";
  std::string kind;
  int64_t low = 0;
  int64_t high = 0;
  SpanRow span;

  static constexpr auto fields() {
    return std::make_tuple(
        field("kind", &SizeRow::kind, "Whom it counts", "people|troops|dead|injured|arrested"),
        field("low", &SizeRow::low, "At least"), field("high", &SizeRow::high, "At most"),
        field("span", &SizeRow::span, "Words of the number"));
  }
  bool operator==(const SizeRow&) const = default;
};

/// When it happened.
struct EventTimeRow {
  static constexpr std::string_view kDoc = "When it happened.";
  MaybeText value;
  MaybeText from;
  MaybeText to;

  static constexpr auto fields() {
    return std::make_tuple(field("value", &EventTimeRow::value, "TIMEX3 value"),
                           field("from", &EventTimeRow::from, "First day, null = open"),
                           field("to", &EventTimeRow::to, "Last day, null = open"));
  }
  bool operator==(const EventTimeRow&) const = default;
};

/// Who did what to whom.
struct EventRow {
  static constexpr std::string_view kDoc = "Who did what to whom.";
  std::string id;
  std::string type;
  MaybeText mode;
  int quad = 0;
  Strings contexts;
  Strings actors;
  Strings recipients;
  SpanRow trigger;
  Spans evidence;
  std::string status;
  MaybeText claimed_by;
  MaybeText said_in;
  EventTimeRow time;
  MaybeText place;
  std::vector<SizeRow> size;
  double score = 0;
  MaybeText cameo;
  MaybeText duplicate_of;
  double confidence = 0;
  std::string rule;

  static constexpr auto fields() {
    return std::make_tuple(
        field("id", &EventRow::id, "Id of the row"),
        field("type", &EventRow::type, "PLOVER type",
              "AGREE|CONSULT|SUPPORT|CONCEDE|COOPERATE|AID|RETREAT|REQUEST|ACCUSE|REJECT|THREATEN|"
              "PROTEST|SANCTION|MOBILIZE|COERCE|ASSAULT"),
        field("mode", &EventRow::mode, "PLOVER mode"),
        field(
            "quad", &EventRow::quad,
            "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"),
        field("contexts", &EventRow::contexts, "PLOVER contexts"),
        field("actors", &EventRow::actors, "Actors who did it"),
        field("recipients", &EventRow::recipients, "Actors to whom it was done"),
        field("trigger", &EventRow::trigger, "Words that tell the deed"),
        field("evidence", &EventRow::evidence, "All words that show it"),
        field("status", &EventRow::status, "Whether it happened",
              "actual|ongoing|planned|threatened|demanded|denied|hypothetical|historical"),
        field("claimed_by", &EventRow::claimed_by, "Actor from whose mouth alone it is known"),
        field("said_in", &EventRow::said_in, "Statement that tells it"),
        field("time", &EventRow::time, "When it happened"),
        field("place", &EventRow::place, "Id of the place"),
        field("size", &EventRow::size, "Numbers of people"),
        field("score", &EventRow::score, "-10 conflict .. 10 cooperation"),
        field("cameo", &EventRow::cameo, "Root code of CAMEO"),
        field("duplicate_of", &EventRow::duplicate_of, "Event that this one repeats"),
        field("confidence", &EventRow::confidence, "0..1"),
        field("rule", &EventRow::rule, "Rule that made the row"));
  }
  bool operator==(const EventRow&) const = default;
};

/// What one side speaks about.
struct IssueRow {
  static constexpr std::string_view kDoc = "What one side speaks about.";
  std::string id;
  std::string label;
  MaybeText side;
  Strings counterparts;
  MaybeText topic;

  static constexpr auto fields() {
    return std::make_tuple(field("id", &IssueRow::id, "Id of the issue"),
                           field("label", &IssueRow::label, "In words"),
                           field("side", &IssueRow::side, "The party"),
                           field("counterparts", &IssueRow::counterparts, "Other sides"),
                           field("topic", &IssueRow::topic, "Topic of the topic table"));
  }
  bool operator==(const IssueRow&) const = default;
};

/// A row, across documents.
struct RefRow {
  static constexpr std::string_view kDoc = "A row, across documents.";
  std::string document;
  std::string row;
  SpanRow span;

  static constexpr auto fields() {
    return std::make_tuple(field("document", &RefRow::document, "Id of the document"),
                           field("row", &RefRow::row, "Id of the row"),
                           field("span", &RefRow::span, "Its words"));
  }
  bool operator==(const RefRow&) const = default;
};

/// What the score is made of.
struct TermsRow {
  static constexpr std::string_view kDoc = "What the score is made of.";
  double prior = 0;
  double reading = 0;
  double cue = 0;
  double strength = 0;
  double window = 0;

  static constexpr auto fields() {
    return std::make_tuple(field("prior", &TermsRow::prior, "Weight of the kind of signal"),
                           field("reading", &TermsRow::reading, "How sure both readings are"),
                           field("cue", &TermsRow::cue, "Words of the outlet that say so"),
                           field("strength", &TermsRow::strength, "Strength of the two positions"),
                           field("window", &TermsRow::window, "Hours between the two"));
  }
  bool operator==(const TermsRow&) const = default;
};

/// Two different positions of one side.
struct SignalRow {
  static constexpr std::string_view kDoc = "Two different positions of one side.";
  std::string id;
  std::string kind;
  std::string side;
  MaybeText issue;
  std::string status;
  RefRow a;
  std::optional<RefRow> b;
  Strings members;
  std::optional<double> score;
  TermsRow terms;
  std::string asserted_by;
  std::string why;

  static constexpr auto fields() {
    return std::make_tuple(
        field("id", &SignalRow::id, "Hash of kind, side and the two rows"),
        field("kind", &SignalRow::kind, "What kind of signal",
              "cross-voice|self-shift|words-deeds|ambiguity|two-handed"),
        field("side", &SignalRow::side, "The party"),
        field("issue", &SignalRow::issue, "Id of the issue"),
        field("status", &SignalRow::status, "How firm it is", "flag|watch|listed"),
        field("a", &SignalRow::a, "First row"), field("b", &SignalRow::b, "Second row"),
        field("members", &SignalRow::members, "All rows of both positions"),
        field("score", &SignalRow::score, "0..1"),
        field("terms", &SignalRow::terms, "What the score is made of"),
        field("asserted_by", &SignalRow::asserted_by, "Who says that the positions differ",
              "outlet|program"),
        field("why", &SignalRow::why, "One sentence for a person"));
  }
  bool operator==(const SignalRow&) const = default;
};

/// Answer to a pair that the input asked for.
struct RelationRow {
  static constexpr std::string_view kDoc = "Answer to a pair that the input asked for.";
  SpanRow source;
  SpanRow target;
  MaybeText type;
  std::optional<int> quad;
  std::optional<double> confidence;

  static constexpr auto fields() {
    return std::make_tuple(field("source", &RelationRow::source, "The first actor"),
                           field("target", &RelationRow::target, "The second actor"),
                           field("type", &RelationRow::type, "PLOVER type"),
                           field("quad", &RelationRow::quad, "1..4"),
                           field("confidence", &RelationRow::confidence, "0..1"));
  }
  bool operator==(const RelationRow&) const = default;
};

/// What was odd about the input and what was done about it.
struct NoteRow {
  static constexpr std::string_view kDoc =
      "What was odd about the input and what was done about it.";
  std::string stage;
  std::string code;
  std::string message;

  static constexpr auto fields() {
    return std::make_tuple(field("stage", &NoteRow::stage, "Stage that noticed"),
                           field("code", &NoteRow::code, "Word for programs"),
                           field("message", &NoteRow::message, "Sentence for people"));
  }
  bool operator==(const NoteRow&) const = default;
};

/// One document, read.
struct RecordRow {
  static constexpr std::string_view kDoc = "One document, read.";
  std::string demarche = "1";
  std::string id;
  CoderRow coder;
  InputRow input;
  MaybeText url;
  MaybeText canonical_url;
  MaybeText site;
  MaybeText title;
  MaybeText description;
  MaybeText section;
  Strings tags;
  MaybeText language;
  std::optional<DateRow> published;
  std::optional<DateRow> modified;
  std::vector<AuthorRow> authors;
  std::optional<bool> paywalled;
  std::string text;
  std::string text_hash;
  std::vector<BlockRow> blocks;
  std::vector<FurnitureRow> furniture;
  Spans sentences;
  std::vector<ActorRow> actors;
  std::vector<MentionRow> mentions;
  std::vector<TimeRow> times;
  std::vector<PlaceRow> places;
  std::vector<StatementRow> statements;
  std::vector<EventRow> events;
  std::vector<IssueRow> issues;
  std::vector<SignalRow> signals;
  std::vector<RelationRow> relations;
  std::vector<NoteRow> notes;

  static constexpr auto fields() {
    return std::make_tuple(
        field("demarche", &RecordRow::demarche, "Version of the record", "1"),
        field("id", &RecordRow::id, "Given id, or sha256: and the hash of the bytes"),
        field("coder", &RecordRow::coder, "What made the record"),
        field("input", &RecordRow::input, "Where the page came from"),
        field("url", &RecordRow::url, "Address of the page"),
        field("canonical_url", &RecordRow::canonical_url, "Address that the page gives itself"),
        field("site", &RecordRow::site, "Outlet"), field("title", &RecordRow::title, "Title"),
        field("description", &RecordRow::description, "Description"),
        field("section", &RecordRow::section, "Section of the outlet"),
        field("tags", &RecordRow::tags, "Tags of the page"),
        field("language", &RecordRow::language, "ISO 639-1"),
        field("published", &RecordRow::published, "When it was published"),
        field("modified", &RecordRow::modified, "When it was changed"),
        field("authors", &RecordRow::authors, "Authors"),
        field("paywalled", &RecordRow::paywalled,
              "Whether the page says that it is behind a paywall"),
        field("text", &RecordRow::text, "All blocks in page order, joined by one blank line"),
        field("text_hash", &RecordRow::text_hash, "sha256 of the text in UTF-8"),
        field("blocks", &RecordRow::blocks, "Pieces of the text"),
        field("furniture", &RecordRow::furniture, "Lines that are not the article"),
        field("sentences", &RecordRow::sentences, "Sentences"),
        field("actors", &RecordRow::actors, "Actors"),
        field("mentions", &RecordRow::mentions, "Mentions"),
        field("times", &RecordRow::times, "Times"), field("places", &RecordRow::places, "Places"),
        field("statements", &RecordRow::statements, "Statements"),
        field("events", &RecordRow::events, "Events"),
        field("issues", &RecordRow::issues, "Issues"),
        field("signals", &RecordRow::signals, "Signals"),
        field("relations", &RecordRow::relations, "Answers to the pairs of the input"),
        field("notes", &RecordRow::notes, "Notes"));
  }
  bool operator==(const RecordRow&) const = default;
};

}  // namespace demarche
