// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <memory>
#include <optional>

#include "format/stored_board.h"
#include "chance.h"
#include "filters.h"
#include "format/jsonl.h"
#include "output.h"
#include "program.h"
#include "verbs.h"

namespace demarche::cli {
namespace {

struct SignalOptions {
  std::string store, format = "report", side, issue, kind, status;
  int64_t limit = 50;
  bool null_check = false, decoys = false;
};

const std::vector<std::string>& kinds() {
  static const std::vector<std::string> names = {
      std::string(name_of(SignalKind::kCrossVoice)), std::string(name_of(SignalKind::kSelfShift)),
      std::string(name_of(SignalKind::kWordsDeeds)), std::string(name_of(SignalKind::kAmbiguity)),
      std::string(name_of(SignalKind::kTwoHanded))};
  return names;
}

const std::vector<std::string>& statuses() {
  static const std::vector<std::string> names = {std::string(name_of(SignalStatus::kFlag)),
                                                 std::string(name_of(SignalStatus::kWatch)),
                                                 std::string(name_of(SignalStatus::kListed))};
  return names;
}

template <class Enum>
std::optional<Enum> chosen(const std::vector<std::string>& names, const std::string& name) {
  for (size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

std::string csv_of(const Signal& signal) {
  auto place = [](const Ref& ref) { return csv_field(ref.document + '#' + ref.row); };
  return fmt::format("{},{},{},{},{},{},{},{},{}\r\n", signal.id, name_of(signal.status),
                     name_of(signal.kind), csv_field(signal.side), csv_field(signal.issue),
                     signal.score ? fmt::format("{:.3f}", *signal.score) : "", place(signal.a),
                     signal.b ? place(*signal.b) : "", csv_field(signal.why));
}

int print_board(const Store& store, const std::vector<Signal>& signals, const std::string& name) {
  std::vector<BoardItem> items;
  for (const auto& signal : signals) {
    auto item = make_board_item(store, signal);
    if (!item) {
      say(item.error().message);
      return kSomeFailed;
    }
    items.push_back(std::move(*item));
  }
  return put(make_board(items, report_options(), name)) ? kAllGood : kSomeFailed;
}

int run_signals(const SignalOptions& options) {
  const std::vector<std::string> formats = {"report", "jsonl", "csv"};
  if (!chosen<int>(formats, options.format)) {
    return unknown_name("format", options.format, formats);
  }
  SignalFilter filter{.limit = options.limit};
  filter.kind = chosen<SignalKind>(kinds(), options.kind);
  filter.status = chosen<SignalStatus>(statuses(), options.status);
  if (!options.kind.empty() && !filter.kind) return unknown_name("kind", options.kind, kinds());
  if (!options.status.empty() && !filter.status) {
    return unknown_name("status", options.status, statuses());
  }
  auto store = open_store(options.store);
  if (!store) {
    say(store.error().message);
    return kSomeFailed;
  }
  if (options.decoys) return print_decoys(*store, options.store, options.format);
  const AskedFilters asked{.side = options.side, .issue = options.issue};
  auto found = find_filters(*store, options.store, asked, "");
  if (!found) {
    say(found.error().message);
    return kSomeFailed;
  }
  if (found->status) return *found->status;
  filter.side = found->side;
  filter.issues = found->issues;
  auto signals = store->signals(filter);
  if (!signals) {
    say(signals.error().message);
    return kSomeFailed;
  }
  if (options.null_check) return print_nulls(*store, *signals, options.format);
  if (options.format == "report") return print_board(*store, *signals, options.store);
  if (options.format == "csv") put("id,status,kind,side,issue,score,a,b,why\r\n");
  for (const auto& signal : *signals) {
    std::string out;
    if (options.format == "csv") {
      out = csv_of(signal);
    } else {
      append_jsonl(out, make_signal(signal));
    }
    if (!put(out)) return kSomeFailed;
  }
  return kAllGood;
}

}  // namespace

Verb make_signals(CLI::App& app) {
  auto options = std::make_shared<SignalOptions>();
  CLI::App* verb =
      app.add_subcommand("signals", "The board of mixed signals of a store, best first");
  verb->add_option("STORE", options->store, "A store made by read --into")->required();
  verb->add_option("--format", options->format, "report, jsonl or csv")->type_name("FORMAT");
  verb->add_option("--limit", options->limit, "At most so many")
      ->type_name("N")
      ->check(whole_number());
  verb->add_option("--side", options->side, "Of this side: code or name")->type_name("SIDE");
  verb->add_option("--issue", options->issue, "Of this issue: label or id")->type_name("ISSUE");
  verb->add_option("--kind", options->kind,
                   "cross-voice, self-shift, words-deeds, ambiguity, two-handed")
      ->type_name("KIND");
  verb->add_option("--status", options->status, "flag, watch or listed")->type_name("STATUS");
  auto* nulls = verb->add_flag("--null", options->null_check,
                               "Is a split new or habit? For each signal, how often two positions "
                               "of the side's own history on the issue differ as much");
  auto* decoys =
      verb->add_flag("--decoys", options->decoys,
                     "How many signals would chance give? The share of flags among pairs "
                     "that cannot be signals, divided by the share among real pairs");
  decoys->excludes(nulls);
  // The rate is one for all sides: one side's would judge sides apart.
  for (const char* filter : {"--side", "--issue", "--kind", "--status", "--limit"}) {
    decoys->excludes(filter);
  }
  verb->footer(
      "\nExamples:\n"
      "  demarche signals news.store --side NOV --status flag\n"
      "  demarche signals news.store --null --limit 5      # is each split new, or habit?\n"
      "  demarche signals news.store --decoys              # how many would chance give?\n");
  return {verb, [options] { return run_signals(*options); }};
}

}  // namespace demarche::cli
