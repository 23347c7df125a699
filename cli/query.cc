// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <tuple>

#include "answers.h"
#include "base/strings.h"
#include "filters.h"
#include "output.h"
#include "program.h"
#include "verbs.h"

namespace demarche::cli {
namespace {

struct QueryOptions {
  std::string store;
  Question question{.table = "", .format = "report", .filter = {}};
  AskedFilters filters;
};

// A filter that a table does not know must not pass for one that everything fits.
std::string idle_filter(const QueryOptions& options) {
  const RowFilter& filter = options.question.filter;
  const std::string& table = options.question.table;
  const bool issues = table == "issues";
  const bool documents = table == "documents";
  const bool actors = table == "actors";
  if (documents && !options.filters.side.empty()) return "--side";
  if ((documents || issues) && !options.filters.actor.empty()) return "--actor";
  if ((documents || actors) && !options.filters.issue.empty()) return "--issue";
  if ((documents || issues) && !options.filters.type.empty()) return "--type";
  if ((actors || issues) && !filter.from.empty()) return "--from";
  if ((actors || issues) && !filter.to.empty()) return "--to";
  return issues && !filter.words.empty() ? "--words" : "";
}

int wrong(const std::string& why) {
  say("demarche: " + why);
  return kWrongUsage;
}

std::optional<int> check_options(const QueryOptions& options) {
  const std::vector<std::string> tables = {"statements", "events", "actors", "issues", "documents"};
  const std::vector<std::string> formats = {"report", "jsonl", "csv"};
  auto is_in = [](const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  const Question& question = options.question;
  if (question.table.empty()) return wrong("query wants STORE and one of " + join(tables, ", "));
  if (!is_in(tables, question.table)) return unknown_name("table", question.table, tables);
  if (!is_in(formats, question.format)) return unknown_name("format", question.format, formats);
  const auto& [from, to] = std::tie(question.filter.from, question.filter.to);
  if (auto status = check_day("--from", from)) return status;
  if (auto status = check_day("--to", to)) return status;
  if (!from.empty() && !to.empty() && to < from) {
    return wrong("--from " + from + " is later than --to " + to + ": no day lies between them");
  }
  if (const std::string idle = idle_filter(options); !idle.empty()) {
    return wrong(idle + " does not filter " + question.table);
  }
  return std::nullopt;
}

// Why nothing was found, as far as it can be told.
void say_nothing_found(const Store& store, const QueryOptions& options) {
  const Question& question = options.question;
  say(fmt::format("demarche: no such {} in {}", question.table, options.store));
  if (question.filter.words.empty()) return;
  const auto without = store.documents_without_text();
  if (!without || *without == 0) return;
  say(fmt::format("({} kept without the text: --words does not find what stands there)",
                  counted(static_cast<size_t>(*without), "document")));
}

int run_query(QueryOptions& options) {
  if (auto status = check_options(options)) return *status;
  auto failed = [](const Error& error) {
    say(error.message);
    return kSomeFailed;
  };
  auto store = open_store(options.store);
  if (!store) return failed(store.error());
  Question& question = options.question;
  auto found = find_filters(*store, options.store, options.filters, question.table);
  if (!found) return failed(found.error());
  if (found->status) return *found->status;
  RowFilter& filter = question.filter;
  filter.table = question.table.substr(0, question.table.size() - 1);
  filter.side = found->side;
  filter.type = found->type;
  filter.actors = found->actors;
  filter.issues = found->issues;
  auto given = answer(*store, question);
  if (!given) return failed(given.error());
  if (given->rows == 0 && filter.limit != 0) say_nothing_found(*store, options);
  return given->written ? kAllGood : kSomeFailed;
}

}  // namespace

Verb make_query(CLI::App& app) {
  auto options = std::make_shared<QueryOptions>();
  CLI::App* verb = app.add_subcommand("query", "Rows of a store, filtered");
  Question& question = options->question;
  verb->add_option("STORE", options->store, "A store made by read --into")->required();
  verb->add_option("TABLE", question.table, "statements, events, actors, issues or documents");
  AskedFilters& asked = options->filters;
  RowFilter& filter = question.filter;
  verb->add_option("--side", asked.side, "Of this side: code or name (not documents)")
      ->type_name("SIDE");
  verb->add_option("--actor", asked.actor,
                   "With this actor: id or name (statements, events, actors)")
      ->type_name("ACTOR");
  verb->add_option("--issue", asked.issue,
                   "Of this issue: label or id (statements, events, issues)")
      ->type_name("ISSUE");
  verb->add_option("--type", asked.type,
                   "Act of statements (deny, threaten ...), PLOVER type of events (ASSAULT ...), "
                   "kind of actors (state, person ...)")
      ->type_name("TYPE");
  verb->add_option("--from", filter.from, "On or after this day: YYYY-MM-DD")->type_name("DAY");
  verb->add_option("--to", filter.to, "On or before this day: YYYY-MM-DD")->type_name("DAY");
  verb->add_option("--words", filter.words, "With all these words (not issues)")
      ->type_name("WORDS");
  verb->add_option("--limit", filter.limit, "At most so many rows")
      ->type_name("N")
      ->check(whole_number());
  verb->add_option("--format", question.format, "report (for a person), jsonl or csv")
      ->type_name("FORMAT");
  verb->footer("\nExample:\n  demarche query news.store statements --side NOV --words \"harbour\"");
  return {verb, [options] { return run_query(*options); }};
}

}  // namespace demarche::cli
