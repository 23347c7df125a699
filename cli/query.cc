// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/strings.h"
#include "format/listing.h"
#include "output.h"
#include "program.h"
#include "verbs.h"

namespace demarche::cli {
namespace {

struct QueryOptions {
  std::string store, what, format = "report";
  RowFilter filter;
};

std::string csv_line(const std::vector<std::string>& fields) {
  std::vector<std::string> quoted;
  quoted.reserve(fields.size());
  for (const auto& field : fields) quoted.push_back(csv_field(field));
  return join(quoted, ",") + "\r\n";
}

// Several facts as a person reads them: "assert, 2031-04-02".
std::string facts(const std::vector<std::string>& parts) {
  std::vector<std::string> known;
  for (const auto& part : parts) {
    if (!part.empty()) known.push_back(part);
  }
  return join(known, ", ");
}

std::string days(const std::string& from, const std::string& to) {
  if (from == to || to.empty()) return from;
  return from.empty() ? "up to " + to : from + " to " + to;
}

std::string json_of(const StoredRow& row) {
  std::string out = "{\"document\":";
  append_json_string(out, row.document);
  return out + ",\"" + row.table + "\":" + (row.json.empty() ? "null" : row.json) + '}';
}

std::string json_of(const StoredDocument& row) {
  std::string out = "{";
  auto add = [&](const char* key, const std::string& value) {
    out += fmt::format("{}\"{}\":", out.size() > 1 ? "," : "", key);
    append_json_string(out, value);
  };
  add("id", row.id);
  add("day", row.day);
  add("title", row.title);
  add("url", row.url);
  add("outlet", row.outlet);
  add("path", row.path);
  add("text_hash", row.text_hash);
  return out + '}';
}

/// Writes the rows of an answer in the format asked for, each as it comes.
class Lines {
 public:
  Lines(const std::string& format, const std::vector<std::string>& columns) : format_(format) {
    if (format_ == "csv") good_ = put(csv_line(columns));
  }
  /// A row: its fields, its JSON, and for a person a head, its words and its name. False where
  /// nobody takes more.
  bool add(const std::vector<std::string>& fields, const std::string& json, const std::string& head,
           const std::string& words, const std::string& name) {
    std::string out;
    if (format_ == "csv") out = csv_line(fields);
    if (format_ == "jsonl") out = json + '\n';
    if (format_ == "report") append_listing(out, head, words, name, layout_);
    good_ = good_ && put(out);
    return good_;
  }
  [[nodiscard]] bool good() const { return good_; }

 private:
  const std::string& format_;
  bool good_ = true;
  ReportOptions layout_ = report_options();
};

// Each gives whether all that was found could be written.
Result<bool> ask_issues(const Store& store, const QueryOptions& options) {
  auto issues = store.issues(options.filter.side, options.filter.limit);
  if (!issues) return fail(issues.error());
  Lines lines(options.format, {"id", "side", "topic", "label"});
  for (const auto& issue : *issues) {
    std::string json;
    append_json(json, make_issue(issue));
    lines.add({issue.id, issue.side, issue.topic, issue.label}, json,
              issue.label + fmt::format(": {} rows", issue.rows.size()), "", issue.id);
  }
  return lines.good();
}

Result<bool> ask_documents(const Store& store, const QueryOptions& options) {
  Lines lines(options.format, {"id", "day", "title", "url", "path"});
  const auto asked = store.each_document(options.filter, [&](const StoredDocument& row) {
    return lines.add({row.id, row.day, row.title, row.url, row.path}, json_of(row),
                     row.title.empty() ? row.path : row.title,
                     facts({row.day, row.outlet, row.url}), row.id);
  });
  if (!asked) return fail(asked.error());
  return lines.good();
}

Result<bool> ask_rows(const Store& store, const QueryOptions& options) {
  RowFilter filter = options.filter;
  filter.table = options.what.substr(0, options.what.size() - 1);
  Lines lines(options.format, {"row", "side", "type", "actors", "from", "to", "text"});
  const auto asked = store.each_row(filter, [&](const StoredRow& row) {
    const std::string name = row.document + '#' + row.row;
    const std::string side = row.side.empty() ? "" : "for " + row.side;
    const std::string head = facts(
        {join(row.actors, ", "), side, replace_all(row.type, "_", " "), days(row.from, row.to)});
    return lines.add({name, row.side, row.type, join(row.actors, "|"), row.from, row.to, row.text},
                     json_of(row), head, row.text, name);
  });
  if (!asked) return fail(asked.error());
  return lines.good();
}

Result<bool> ask(const Store& store, const QueryOptions& options) {
  if (options.what == "issues") return ask_issues(store, options);
  if (options.what == "documents") return ask_documents(store, options);
  return ask_rows(store, options);
}

// A filter that a table does not know must not pass for one that everything fits.
std::string idle_filter(const QueryOptions& options) {
  const RowFilter& filter = options.filter;
  const bool issues = options.what == "issues";
  const bool documents = options.what == "documents";
  if (documents && !filter.side.empty()) return "--side";
  if (issues && !filter.from.empty()) return "--from";
  if (issues && !filter.to.empty()) return "--to";
  if (!issues && !documents) return {};
  if (!filter.actor.empty()) return "--actor";
  if (!filter.issue.empty()) return "--issue";
  if (!filter.type.empty()) return "--type";
  return filter.words.empty() ? "" : "--words";
}

int run_query(const QueryOptions& options) {
  const std::vector<std::string> tables = {"statements", "events", "actors", "issues", "documents"};
  const std::vector<std::string> formats = {"report", "jsonl", "csv"};
  auto is_in = [](const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  if (!is_in(tables, options.what)) return unknown_name("table", options.what, tables);
  if (!is_in(formats, options.format)) return unknown_name("format", options.format, formats);
  for (const auto& day : {options.filter.from, options.filter.to}) {
    if (day.empty() || (day.size() == 10 && parse_day(day))) continue;
    say("demarche: --from and --to want a day as YYYY-MM-DD, not '" + day + "'");
    return kWrongUsage;
  }
  if (const std::string idle = idle_filter(options); !idle.empty()) {
    say("demarche: " + idle + " does not filter " + options.what);
    return kWrongUsage;
  }
  auto store = Store::open(options.store, false);
  if (!store) {
    say(store.error().message);
    return kSomeFailed;
  }
  auto good = ask(*store, options);
  if (!good) {
    say(good.error().message);
    return kSomeFailed;
  }
  return *good ? kAllGood : kSomeFailed;
}

}  // namespace

Verb make_query(CLI::App& app) {
  auto options = std::make_shared<QueryOptions>();
  CLI::App* verb = app.add_subcommand("query", "Rows of a store, filtered");
  verb->add_option("STORE", options->store, "A store made by read --into")->required();
  verb->add_option("TABLE", options->what, "statements, events, actors, issues or documents")
      ->required();
  RowFilter& filter = options->filter;
  verb->add_option("--side", filter.side, "Of this side");
  verb->add_option("--actor", filter.actor, "With this actor, by id");
  verb->add_option("--issue", filter.issue, "Of this issue");
  verb->add_option("--type", filter.type, "Of this act or type");
  verb->add_option("--from", filter.from, "On or after this day");
  verb->add_option("--to", filter.to, "On or before this day");
  verb->add_option("--words", filter.words, "With all these words");
  verb->add_option("--limit", filter.limit, "At most so many")->check(CLI::NonNegativeNumber);
  verb->add_option("--format", options->format, "report, jsonl or csv");
  verb->footer("\nExample:\n  demarche query news.store statements --side NOV --words \"harbour\"");
  return {verb, [options] { return run_query(*options); }};
}

}  // namespace demarche::cli
