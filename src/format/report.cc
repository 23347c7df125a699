// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "format/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/strings.h"
#include "format/board.h"
#include "format/days.h"
#include "format/layout.h"
#include "format/view.h"
#include "format/wording.h"

namespace demarche {
namespace {

void add(std::string& line, std::string_view more, std::string_view by = ", ") {
  if (more.empty()) return;
  if (!line.empty()) line += by;
  line += more;
}

// "[s1: assert, 13 Mar 2031]": the row as `explain` wants it, and what is told of it.
std::string in_brackets(const std::string& row, const std::string& facts) {
  return "[" + row + (facts.empty() ? "" : ": ") + facts + "]";
}

// "s1 and s5": of one document.
std::string rows_of(const BoardItem& item) {
  const auto row = [](const BoardSide& side) { return side.row.substr(side.row.rfind('#') + 1); };
  return row(item.a) + (item.b && item.b->row != item.a.row ? " and " + row(*item.b) : "");
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
  void list(std::string_view name, const Strings& items);
  [[nodiscard]] Strings places() const;
  [[nodiscard]] Strings times() const;

  std::string& out_;
  const RecordRow& record_;
  const ReportOptions& options_;
  RecordView view_;
  FindActor find_ = [this](std::string_view id) { return view_.actor(id); };
};

void Reporter::head() {
  const bool titled = record_.title && !clean(*record_.title).empty();
  const std::string& title = titled ? *record_.title : record_.input.path;
  line(title.empty() ? record_.id : title, 0, Paint::kBold);
  out_ += painted(std::string(options_.width < 30 ? 30 : options_.width, '-'), Paint::kQuiet,
                  options_) +
          '\n';
  std::string facts;
  if (record_.published) add(facts, date_in_words(record_.published->value), " | ");
  add(facts, record_.site.value_or(""), " | ");
  std::string authors;
  for (const auto& author : record_.authors) add(authors, author.name);
  add(facts, authors, " | ");
  if (facts.empty()) facts = "no date, outlet or author found";
  line(facts, 0, Paint::kQuiet);
  const std::string where = record_.url.value_or(record_.input.path);
  if (where != title) line(where, 0, Paint::kQuiet);
}

void Reporter::statements() {
  if (record_.statements.empty()) return;
  section("Who said what");
  const size_t most = std::min<size_t>(record_.statements.size(), options_.most);
  std::string before;
  for (size_t i = 0; i < most; ++i) {
    const StatementRow& row = record_.statements[i];
    const std::string head = headline_of(row, find_);
    if (head != before || !row.speaker) line(head, 2, Paint::kBold);  // once for a run of his
    before = head;
    line(view_.words(row.content), 4);
    line(in_brackets(row.id, facts_of(row, find_)), 6, Paint::kQuiet);
  }
  folded(record_.statements.size());
}

void Reporter::events() {
  if (record_.events.empty()) return;
  section("What happened");
  const size_t most = std::min<size_t>(record_.events.size(), options_.most);
  for (size_t i = 0; i < most; ++i) {
    const EventRow& row = record_.events[i];
    line(headline_of(row, find_), 2, Paint::kBold);
    line(view_.words(row.evidence.empty() ? Spans{row.trigger} : row.evidence), 4);
    line(in_brackets(row.id, facts_of(row, find_, view_.name_of_place(row.place))), 6,
         Paint::kQuiet);
  }
  folded(record_.events.size());
}

// Each place once, whatever its letters: "HARROW" of a dateline is Harrow.
Strings Reporter::places() const {
  std::unordered_map<std::string, size_t> seen;
  Strings result;
  for (const auto& row : record_.places) {
    const bool more = row.country && *row.country != row.name && row.kind != "country";
    std::string text = more ? row.name + " (" + *row.country + ")" : row.name;
    const auto [at, fresh] = seen.emplace(fold_case(text), result.size());
    if (fresh) {
      result.push_back(std::move(text));
    } else if (text > result[at->second]) {  // small letters stand behind capitals
      result[at->second] = std::move(text);
    }
  }
  return result;
}

// Words of time with the days that they mean. A length of time has none, nor has "in the future".
Strings Reporter::times() const {
  std::unordered_set<std::string> seen;
  Strings result;
  for (const auto& row : record_.times) {
    std::string text =
        view_.words({{static_cast<uint32_t>(row.start), static_cast<uint32_t>(row.end)}});
    const std::string days = row.kind == "date" || row.kind == "time"
                                 ? days_in_words(row.from.value_or(""), row.to.value_or(""))
                                 : "";
    if (!days.empty() && days != text) text += " (" + days + ")";
    if (seen.insert(fold_case(text)).second) result.push_back(std::move(text));
  }
  return result;
}

void Reporter::list(std::string_view name, const Strings& items) {
  std::string text;
  for (size_t i = 0; i < std::min<size_t>(items.size(), options_.most); ++i) add(text, items[i]);
  if (text.empty()) return;
  if (items.size() > options_.most) {
    text += fmt::format(" and {} more (--format jsonl shows all)", items.size() - options_.most);
  }
  line(fmt::format("{}: {}", name, text), 2);
}

void Reporter::places_and_times() {
  if (record_.places.empty() && record_.times.empty()) return;
  section("Where and when");
  list("places", places());
  list("times", times());
}

void Reporter::signals() {
  if (record_.signals.empty()) return;
  section("Different positions of one side");
  const auto items = board_items(record_);
  const size_t most = std::min<size_t>(items.size(), options_.most);
  for (size_t i = 0; i < most; ++i) {
    if (i != 0) out_ += '\n';
    append_signal(out_, items[i], options_);
    line(in_brackets(items[i].signal.id, rows_of(items[i])), 2, Paint::kQuiet);
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
