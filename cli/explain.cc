// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <memory>
#include <optional>

#include "format/stored_board.h"
#include "filters.h"
#include "analyze/analyze.h"
#include "format/explain.h"
#include "format/layout.h"
#include "format/trace.h"
#include "format/wording.h"
#include "inputs.h"
#include "output.h"
#include "program.h"
#include "reading.h"
#include "verbs.h"

namespace demarche::cli {
namespace {

struct ExplainOptions {
  std::string store, row;  // with --of the row alone, in `store`
  std::string of, page;
  ReadingOptions reading;
};

struct RowName {
  std::string document, row;  // document: empty where it is not said
};

RowName row_name(const std::string& name) {
  const size_t hash = name.rfind('#');
  if (hash == std::string::npos) return {"", name};
  return {name.substr(0, hash), name.substr(hash + 1)};
}

int fail_with(const std::string& message) {
  say(message);
  return kSomeFailed;
}

int print(const std::string& text) { return put(text) ? kAllGood : kSomeFailed; }

// What a record itself says of why a row exists; nothing where it has no such row.
std::optional<ExplainRow> find_row(const RecordRow& record, const std::string& id) {
  auto find = [&](const auto& rows, auto span_of) -> std::optional<ExplainRow> {
    for (const auto& row : rows) {
      if (row.id == id) return ExplainRow{id, row.rule, span_of(row), "", {}};
    }
    return std::nullopt;
  };
  auto own_span = [](const auto& row) {
    return SpanRow{static_cast<uint32_t>(row.start), static_cast<uint32_t>(row.end)};
  };
  if (auto found = find(record.statements, [](const StatementRow& row) {
        return row.content.empty() ? SpanRow{} : row.content.front();
      })) {
    return found;
  }
  if (auto found = find(record.events, [](const EventRow& row) { return row.trigger; })) {
    return found;
  }
  if (auto found = find(record.mentions, own_span)) return found;
  if (auto found = find(record.times, own_span)) return found;
  if (auto found = find(record.places, own_span)) return found;
  for (const auto& mention : record.mentions) {  // an actor is explained by its first mention
    if (mention.actor == id) return ExplainRow{id, mention.rule, own_span(mention), "", {}};
  }
  return std::nullopt;
}

// A row without its document, where one alone has it.
Result<RowName> find_row_alone(const Store& store, const std::string& path,
                               const std::string& name) {
  auto rows = store.row("", name);
  if (!rows) return fail(rows.error());
  if (rows->size() == 1) return RowName{rows->front().document, name};
  if (!rows->empty()) {
    const std::string one = short_id(rows->front().document);
    return fail(
        Error{"no_row", fmt::format("{0}: {1}: several documents have it; say DOCUMENT#{1}, "
                                    "as {2}#{1}",
                                    path, name, one)});
  }
  auto named = store.documents_named(name);
  if (named && !named->empty()) {
    auto document = find_document(store, path, name);
    if (!document) return fail(document.error());
    return fail(Error{"no_row", fmt::format("{}: {}: is a document; say one of its rows, as {}#s1",
                                            path, name, short_id(*document))});
  }
  return fail(Error{"no_row", fmt::format("{}: {}: no such row or signal", path, name)});
}

int explain_stored_row(const Store& store, const std::string& path, const std::string& name) {
  RowName wanted = row_name(name);
  if (wanted.document.empty()) {
    auto found = find_row_alone(store, path, name);
    if (!found) return fail_with(found.error().message);
    wanted = *found;
  } else {
    auto found = find_document(store, path, wanted.document);
    if (!found) return fail_with(found.error().message);
    wanted.document = *found;
  }
  auto document = store.document(wanted.document);
  if (!document) return fail_with(document.error().message);
  if (!*document) return fail_with(fmt::format("{}: {}: no such row or signal", path, name));
  auto record = read_record((*document)->json);
  if (!record) return fail_with(fmt::format("{}: {}", path, record.error().message));
  auto row = find_row(*record, wanted.row);
  auto lost = store.readings(wanted.document, wanted.row);
  if (!lost) return fail_with(lost.error().message);
  if (!row) return fail_with(fmt::format("{}: {}: no such row or signal", path, name));
  for (const auto& one : *lost) {
    const bool kept = !one.reading.empty();
    row->rejected.push_back({one.rule, kept ? one.reading : "(its words were not kept)", one.why});
  }
  std::string out;
  append_explanation(out, *record, *row, report_options());
  return print(out);
}

int explain_stored(const std::string& path, const std::string& name) {
  auto store = open_store(path);
  if (!store) return fail_with(store.error().message);
  auto signal = store->signal(name);
  if (!signal) return fail_with(signal.error().message);
  if (!*signal) return explain_stored_row(*store, path, name);
  auto item = make_board_item(*store, **signal);
  if (!item) return fail_with(item.error().message);
  std::string out;
  append_explanation(out, *item, report_options());
  return print(out);
}

// The explanation of a row or a signal of one page; empty where it has none of this name.
std::string explain_reading(const Reading& reading, const std::string& row) {
  std::string out;
  for (const auto& found : reading.explained) {
    if (found.row != row) continue;
    append_explanation(out, reading.record, found, report_options());
    return out;
  }
  for (const auto& item : board_items(reading.record)) {
    if (item.signal.id != row) continue;
    append_explanation(out, item, report_options());
    return out;
  }
  return out;
}

// By its id, or the beginning of it; by nothing at all.
bool is_named(const RecordRow& record, const std::string& document) {
  const std::string_view id = record.id;
  return id.starts_with(document) || id.starts_with("sha256:" + document);
}

int explain_file(const ExplainOptions& options, const std::string& name) {
  auto program = load_program(options.reading);
  if (!program) return fail_with(program.error().message);
  const RowName wanted = row_name(name);
  InputReader inputs({options.of}, kind_of(options.reading), options.reading.limits);
  int status = kAllGood;
  while (auto input = inputs.next()) {
    auto reading = *input ? read_one(**input, *program) : Result<Reading>(fail(input->error()));
    if (!reading) {
      const std::string where = *input ? inputs.where() + ": cannot be read: " : "";
      status = fail_with(where + reading.error().message);
      continue;
    }
    if (!is_named(reading->record, wanted.document)) continue;
    const std::string out = explain_reading(*reading, wanted.row);
    if (!out.empty()) return print(out);
  }
  if (status != kAllGood) return status;
  return fail_with(fmt::format("{}: {}: no such row or signal", options.of, name));
}

std::string_view kind_in_words(PageKind kind) {
  switch (kind) {
    case PageKind::kHtml:
      return "html";
    case PageKind::kText:
      return "page (plain text)";
    case PageKind::kProse:
      return "prose";
  }
  return {};
}

// The blocks of a page, and why each was kept or cut.
int explain_page(const ExplainOptions& options) {
  auto program = load_program(options.reading);
  if (!program) return fail_with(program.error().message);
  InputReader inputs({options.page}, kind_of(options.reading), options.reading.limits);
  const ReportOptions layout = report_options();
  int status = kAllGood;
  size_t shown = 0;        // a folder and JSON Lines hold many pages
  bool explained = false;  // what the columns say
  while (auto input = inputs.next()) {
    if (!*input) {
      status = fail_with(input->error().message);
      continue;
    }
    const auto trace = trace_page(**input, program->knowledge, program->options);
    if (!trace) {
      status = fail_with(inputs.where() + ": cannot be read: " + trace.error().message);
      continue;
    }
    std::string out = shown > 0 ? "\n" : "";
    append_wrapped(out,
                   fmt::format("{}, read as {}", inputs.where(), kind_in_words((*input)->kind)), 0,
                   Paint::kBold, layout);
    if (!explained && !trace->blocks.empty()) append_trace_legend(out, layout);
    explained = explained || !trace->blocks.empty();
    append_trace(out, trace->blocks, trace->article, layout);
    ++shown;
    if (!put(out)) return kSomeFailed;
  }
  if (shown == 0 && status == kAllGood) say("demarche: nothing to read in " + options.page);
  return status;
}

int run_explain(const ExplainOptions& options) {
  if (auto status = check_reading_options(options.reading)) return *status;
  if (!options.page.empty()) {
    if (options.store.empty() && options.of.empty() && options.reading.overlays.empty())
      return explain_page(options);
    say("demarche: explain --page FILE wants no row, no store and no actors");
    return kWrongUsage;
  }
  const bool of_store = options.of.empty();
  if (options.store.empty() || options.row.empty() == of_store) {
    say("demarche: explain wants STORE ROW, --of FILE ROW, or --page FILE");
    return kWrongUsage;
  }
  if (const std::string flags = flags_of(options.reading); of_store && !flags.empty()) {
    say("demarche:" + flags + " is for --of FILE: a store has its rows already");
    return kWrongUsage;
  }
  return of_store ? explain_stored(options.store, options.row)
                  : explain_file(options, options.store);
}

}  // namespace

Verb make_explain(CLI::App& app) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* verb = app.add_subcommand("explain", "Why a row or a signal exists");
  verb->add_option("STORE", options->store, "A store made by read --into");
  verb->add_option("ROW", options->row,
                   "A signal's id, or DOCUMENT#ROW; a document by its id, the beginning of it, its "
                   "path or the last part of that. With --of FILE the row alone: s1");
  verb->add_option("--of", options->of, "A page instead of a store")->type_name("FILE");
  verb->add_option("--page", options->page,
                   "Show the blocks of a page instead: what was kept, what was cut, how sure")
      ->type_name("FILE");
  add_reading_options(*verb, options->reading);
  verb->footer(
      "\nA page is read again with --of and --page: give the flags that read was given, they "
      "decide "
      "which rows there are.\n\nExamples:\n  demarche explain news.store 6a8f1648#s1\n"
      "  demarche explain --of page.html --date 2031-04-02 s1\n"
      "  demarche explain --page page.html    # why is a paragraph missing?");
  return {verb, [options] { return run_explain(*options); }};
}

}  // namespace demarche::cli
