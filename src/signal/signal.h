// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/document.h"
#include "base/day.h"

namespace demarche {

/// Where a row lies, across documents.
struct Ref {
  std::string document, row;
  uint32_t start = 0, end = 0;  ///< code points of that document's text
  bool operator==(const Ref&) const = default;
};

/// What the signal stage needs of one statement or deed: a plain value, made from a Document or
/// read back from a store, so that both scales run the same code.
struct Point {
  Ref ref;
  bool deed = false;
  std::string side;                           ///< for whom it was said or done; never empty
  std::string speaker, speaker_name, office;  ///< actor id, name, role
  bool attributed = false;                    ///< to a named official or organ, or the state itself
  std::vector<std::string> counterparts;      ///< sides, sorted
  std::string topic;                          ///< of data/en/topics.tsv, or "general"
  std::vector<std::string> anchor;            ///< folded content words, sorted, unique
  std::string axis;                           ///< "outlook" ...; of a deed "deed"
  double plus = 0, minus = 0;                 ///< probabilities of the poles
  int polarity = 0;                           ///< sign and strength; 0 hedged
  int commitment = 3;
  double confidence = 1;        ///< of speaker and span
  std::string act;              ///< statement's act, or the event's type
  std::optional<Day> from, to;  ///< when said or done
  int order = 0;                ///< position in its document, for the order in time
  std::string utterance;        ///< DOCUMENT#ROW of the first telling
  bool standing = false;        ///< a deed that goes on through its interval
  bool says_differ = false;     ///< the outlet says in words that this side's positions differ
  Ref differ_ref;               ///< those words
  std::string contrast_with;    ///< row that a contrast connective joins to this one, or empty
  bool conditional = false;
  std::vector<std::string> wording;  ///< words by which reprints are told, or empty: reprints.h
  std::string text, outlet, day_text, url;  ///< for the board: the words, who told it, when
};

enum class SignalKind : uint8_t { kCrossVoice, kSelfShift, kWordsDeeds, kAmbiguity, kTwoHanded };
enum class SignalStatus : uint8_t { kFlag, kWatch, kListed };
std::string_view name_of(SignalKind);    ///< "cross-voice"
std::string_view name_of(SignalStatus);  ///< "flag"

struct Issue {
  std::string id, label, side, topic;
  std::vector<std::string> counterparts;
  std::vector<std::string> rows;  ///< DOCUMENT#ROW of its points
};

struct SignalTerms {
  double prior = 0, reading = 0, cue = 0, strength = 0, window = 0;  ///< window: hours between
};

struct Signal {
  std::string id;  ///< hash of kind, side and the documents and spans of its two rows
  SignalKind kind = SignalKind::kCrossVoice;
  SignalStatus status = SignalStatus::kWatch;
  std::string side, issue;
  Ref a;
  std::optional<Ref> b;
  std::vector<std::string> members;  ///< rows of both sides
  std::optional<double> score;       ///< none for ambiguity
  SignalTerms terms;
  bool by_outlet = false;
  std::string why;  ///< one sentence for a person
};

struct SignalReport {
  std::vector<Issue> issues;
  std::vector<Signal> signals;  ///< best first: status, score, id
};

/// The topics by which issues are told apart (data/en/topics.tsv).
struct TopicTable {
  struct Topic {
    std::string id, label;
    std::vector<std::string> words;  ///< folded
  };
  std::vector<Topic> topics;
};
Result<TopicTable> load_topics(const std::string& data_dir, std::string_view language);

/// The points of one document, in order of their rows.
std::vector<Point> make_points(const Document& document, const TopicTable& topics);

/// Groups points into issues and finds where one side's signals are mixed (design.md section 6).
/// Pure: the order of the points does not matter.
SignalReport find_signals(const std::vector<Point>& points);

}  // namespace demarche
