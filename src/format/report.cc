// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "format/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "format/board.h"
#include "format/layout.h"
#include "format/view.h"

namespace demarche {
namespace {

/// The words of an event type: told as a fact, as a wish or plan, and what joins the recipient.
struct Deed {
  std::string_view type, told, open, joins;
};
const Deed& deed_of(std::string_view type) {
  static constexpr Deed kDeeds[] = {{"AGREE", "agreed", "agree", " with "},
                                    {"CONSULT", "met or talked", "meet or talk", " with "},
                                    {"SUPPORT", "voiced support", "voice support", " for "},
                                    {"CONCEDE", "made a concession", "make a concession", " to "},
                                    {"COOPERATE", "worked together", "work together", " with "},
                                    {"AID", "gave aid", "give aid", " to "},
                                    {"RETREAT", "drew back", "draw back", " from "},
                                    {"REQUEST", "made a demand", "make a demand", " of "},
                                    {"ACCUSE", "laid blame", "lay blame", " on "},
                                    {"REJECT", "said no", "say no", " to "},
                                    {"THREATEN", "made a threat", "make a threat", " against "},
                                    {"PROTEST", "protested", "protest", " against "},
                                    {"SANCTION", "imposed sanctions", "impose sanctions", " on "},
                                    {"MOBILIZE", "moved forces", "move forces", ", facing "},
                                    {"COERCE", "used force", "use force", " against "},
                                    {"ASSAULT", "attacked", "attack", " "}};
  for (const auto& deed : kDeeds) {
    if (deed.type == type) return deed;
  }
  static constexpr Deed kOther = {"", "acted", "act", " towards "};
  return kOther;
}

/// "Norvenia attacked Ostravia", but "Norvenia might attack Ostravia": no plan, threat, wish or
/// denial reads like a fact.
std::string headline_of(const EventRow& row, std::string_view doer, std::string_view other) {
  const Deed& deed = deed_of(row.type);
  const std::string_view who = doer.empty() ? "(not named)" : doer;
  std::string to;
  if (!other.empty()) {
    to = deed.joins;
    to += other;
  }
  if (row.status == "planned") return fmt::format("{} is to {}{}", who, deed.open, to);
  if (row.status == "threatened") return fmt::format("{} may {}{}", who, deed.open, to);
  if (row.status == "demanded") return fmt::format("{} is asked to {}{}", who, deed.open, to);
  if (row.status == "hypothetical") return fmt::format("{} might {}{}", who, deed.open, to);
  if (row.status == "denied") return fmt::format("not so: {} {}{}", who, deed.told, to);
  return fmt::format("{} {}{}", who, deed.told, to);
}

void add(std::string& line, std::string_view more, std::string_view by = ", ") {
  if (more.empty()) return;
  if (!line.empty()) line += by;
  line += more;
}

/// Writes the sections of one report.
class Reporter {
 public:
  Reporter(std::string& out, const RecordRow& record, const ReportOptions& options)
      : out_(out), record_(record), options_(options), view_(record) {}
  void head();
  void statements();
  void events();
  void places_and_times();
  void signals();
  void notes();

 private:
  void section(std::string_view name) {
    out_ += '\n';
    append_wrapped(out_, name, 0, Paint::kHead, options_);
  }
  void folded(size_t rows) {
    if (rows <= options_.most) return;
    append_wrapped(out_,
                   fmt::format("and {} more (--format jsonl shows all)", rows - options_.most), 2,
                   Paint::kQuiet, options_);
  }
  void line(std::string_view text, uint32_t indent, Paint paint = Paint::kPlain) {
    append_wrapped(out_, text, indent, paint, options_);
  }
  [[nodiscard]] std::string who(const MaybeText& id) const;
  [[nodiscard]] std::string names(const Strings& ids) const;
  [[nodiscard]] std::string statement_facts(const StatementRow& row) const;
  [[nodiscard]] std::string event_facts(const EventRow& row) const;

  std::string& out_;
  const RecordRow& record_;
  const ReportOptions& options_;
  RecordView view_;
};

void Reporter::head() {
  const bool titled = record_.title && !clean(*record_.title).empty();
  const std::string& title = titled ? *record_.title : record_.input.path;
  line(title.empty() ? record_.id : title, 0, Paint::kBold);
  out_ += painted(std::string(options_.width < 30 ? 30 : options_.width, '-'), Paint::kQuiet,
                  options_) +
          '\n';
  std::string facts;
  if (record_.published) add(facts, record_.published->value, " | ");
  add(facts, record_.site.value_or(""), " | ");
  std::string authors;
  for (const auto& author : record_.authors) add(authors, author.name);
  add(facts, authors, " | ");
  if (facts.empty()) facts = "no date, outlet or author found";
  line(facts, 0, Paint::kQuiet);
  const std::string where = record_.url.value_or(record_.input.path);
  if (where != title) line(where, 0, Paint::kQuiet);
}

std::string Reporter::who(const MaybeText& id) const {
  std::string result = view_.name_of_actor(id);
  if (result.empty()) return "(not named)";
  const ActorRow* actor = view_.actor(*id);
  if (actor == nullptr) return result;
  if (actor->role && *actor->role != actor->name) add(result, *actor->role);
  if (actor->side && actor->side != actor->id) {
    // The side by its name where the page has it, else by its code.
    const std::string side = view_.name_of_actor(actor->side);
    result += " (for " + (side.empty() ? *actor->side : side) + ")";
  }
  return result;
}

// What is said of a statement beside its words: "expect, to Ostravia, 2031-03-12".
std::string Reporter::statement_facts(const StatementRow& row) const {
  std::string facts = row.act == "other" ? "" : row.act;
  std::replace(facts.begin(), facts.end(), '_', ' ');
  if (row.addressee) add(facts, "to " + view_.name_of_actor(row.addressee));
  add(facts, row.said.from.value_or(row.said.to ? "up to " + *row.said.to : ""));
  if (row.inferred) add(facts, "speaker inferred");
  if (row.duplicate_of) add(facts, "said again");
  if (row.voice == "author") add(facts, "the author's own words");
  return facts;
}

void Reporter::statements() {
  if (record_.statements.empty()) return;
  section("Who said what");
  const size_t most = std::min<size_t>(record_.statements.size(), options_.most);
  std::string before;
  for (size_t i = 0; i < most; ++i) {
    const StatementRow& row = record_.statements[i];
    std::string head = who(row.speaker);
    for (size_t n = 1; n < row.speakers.size(); ++n) add(head, who(row.speakers[n]), "; ");
    if (head != before || !row.speaker) line(head, 2, Paint::kBold);  // once for a run of his
    before = head;
    line(view_.words(row.content), 4);
    const std::string facts = statement_facts(row);
    if (!facts.empty()) line("[" + facts + "]", 6, Paint::kQuiet);
  }
  folded(record_.statements.size());
}

std::string Reporter::names(const Strings& ids) const {
  std::string result;
  for (const auto& id : ids) add(result, view_.name_of_actor(id));
  return result;
}

std::string Reporter::event_facts(const EventRow& row) const {
  std::string facts = row.status == "actual" ? "" : row.status;
  if (row.claimed_by) add(facts, "as told by " + view_.name_of_actor(row.claimed_by));
  add(facts, row.time.from.value_or(row.time.value.value_or("")));
  add(facts, view_.name_of_place(row.place));
  if (row.duplicate_of) add(facts, "told again");
  return facts;
}

void Reporter::events() {
  if (record_.events.empty()) return;
  section("What happened");
  const size_t most = std::min<size_t>(record_.events.size(), options_.most);
  for (size_t i = 0; i < most; ++i) {
    const EventRow& row = record_.events[i];
    line(headline_of(row, names(row.actors), names(row.recipients)), 2, Paint::kBold);
    line(view_.words(row.evidence.empty() ? Spans{row.trigger} : row.evidence), 4);
    const std::string facts = event_facts(row);
    if (!facts.empty()) line("[" + facts + "]", 6, Paint::kQuiet);
  }
  folded(record_.events.size());
}

void Reporter::places_and_times() {
  if (record_.places.empty() && record_.times.empty()) return;
  section("Where and when");
  const auto list = [&](std::string_view name, const Strings& items) {
    std::string text;
    for (size_t i = 0; i < std::min<size_t>(items.size(), options_.most); ++i) add(text, items[i]);
    if (text.empty()) return;
    if (items.size() > options_.most) {
      text += fmt::format(" and {} more (--format jsonl shows all)", items.size() - options_.most);
    }
    line(fmt::format("{}: {}", name, text), 2);
  };
  std::unordered_set<std::string> seen;
  Strings places, times;
  for (const auto& row : record_.places) {
    const bool more = row.country && *row.country != row.name && row.kind != "country";
    std::string text = more ? row.name + " (" + *row.country + ")" : row.name;
    if (seen.insert(text).second) places.push_back(std::move(text));
  }
  for (const auto& row : record_.times) {
    const std::string words =
        view_.words({{static_cast<uint32_t>(row.start), static_cast<uint32_t>(row.end)}});
    // A length of time says no more than its words: "P2D" helps no person.
    const bool bare = words == row.value || row.kind == "duration" || row.kind == "set";
    std::string text = bare ? words : words + " (" + row.value + ")";
    if (seen.insert(text).second) times.push_back(std::move(text));
  }
  list("places", places);
  list("times", times);
}

void Reporter::signals() {
  if (record_.signals.empty()) return;
  section("Different positions of one side");
  const auto items = board_items(record_);
  const size_t most = std::min<size_t>(items.size(), options_.most);
  for (size_t i = 0; i < most; ++i) {
    if (i != 0) out_ += '\n';
    append_signal(out_, items[i], options_);
  }
  folded(items.size());
}

void Reporter::notes() {
  if (record_.notes.empty()) return;
  section("Notes");
  const size_t most = std::min<size_t>(record_.notes.size(), options_.most);
  for (size_t i = 0; i < most; ++i) {
    line(record_.notes[i].stage + ": " + record_.notes[i].message, 2, Paint::kQuiet);
  }
  folded(record_.notes.size());
}

}  // namespace

void append_report(std::string& out, const RecordRow& record, const ReportOptions& options) {
  Reporter reporter(out, record, options);
  reporter.head();
  reporter.signals();
  reporter.statements();
  reporter.events();
  reporter.places_and_times();
  reporter.notes();
  out += '\n';
}

}  // namespace demarche
