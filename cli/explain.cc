// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <memory>

#include "inputs.h"
#include "output.h"
#include "program.h"
#include "verbs.h"

namespace demarche::cli {
namespace {

struct ExplainOptions {
  std::vector<std::string> names;  // STORE ROW, or ROW
  std::string of;
  std::vector<std::string> overlays;
};

std::string explain_row(const std::string& where, const std::string& rule, const std::string& words,
                        const std::vector<StoredReading>& rejected) {
  std::string out = fmt::format("{}\n  words: {}\n  rule: {}\n", printable(where),
                                words.empty() ? "not kept" : printable(words),
                                rule.empty() ? "none" : printable(rule));
  for (const auto& lost : rejected) {
    out += fmt::format("  rejected: {} (rule {}): {}\n", printable(lost.reading),
                       printable(lost.rule), printable(lost.why));
  }
  if (rejected.empty()) out += "  no other reading was offered\n";
  return out;
}

// The score line by line, as design says it is made.
std::string explain_signal(const Store& store, const Signal& signal) {
  std::string out =
      fmt::format("{}\n  {} {} {}\n  {}\n", signal.id, name_of(signal.status), name_of(signal.kind),
                  printable(signal.side), printable(signal.why));
  std::vector<Ref> refs = {signal.a};
  if (signal.b) refs.push_back(*signal.b);
  for (const auto& ref : refs) {
    auto point = store.point(ref.document, ref.row);
    const bool has = point && *point;
    out += fmt::format("  {}#{}: {}\n", printable(ref.document), ref.row,
                       has ? printable((*point)->text) : "not in the store");
    if (has) {
      out += fmt::format("    poles: plus {:.3f}, minus {:.3f}; commitment {}\n", (*point)->plus,
                         (*point)->minus, (*point)->commitment);
    }
  }
  const SignalTerms& terms = signal.terms;
  if (!signal.score) return out + "  no score: it is only listed\n";
  out += fmt::format("  prior     {:.3f}   the same for every side\n", terms.prior);
  out += fmt::format("  reading   {:.3f}   that the two really differ\n", terms.reading);
  out += fmt::format("  cue       {:.3f}   asserted by the {}\n", terms.cue,
                     signal.by_outlet ? "outlet" : "program");
  out += fmt::format("  score     {:.3f}\n", *signal.score);
  out += fmt::format("  strength  {:.3f}   {:.1f} hours between the two\n", terms.strength,
                     terms.window);
  return out;
}

int explain_stored(const std::string& path, const std::string& name) {
  auto store = Store::open(path, false);
  if (!store) {
    say(store.error().message);
    return kSomeFailed;
  }
  auto signal = store->signal(name);
  if (signal && *signal) return put(explain_signal(*store, **signal)) ? kAllGood : kSomeFailed;
  const size_t hash = name.rfind('#');
  const std::string document = hash == std::string::npos ? "" : name.substr(0, hash);
  const std::string row = hash == std::string::npos ? name : name.substr(hash + 1);
  auto rows = store->row(document, row);
  if (!signal || !rows) {
    say(!signal ? signal.error().message : rows.error().message);
    return kSomeFailed;
  }
  if (rows->empty()) {
    say(fmt::format("{}: {}: no such row or signal", path, name));
    return kSomeFailed;
  }
  if (rows->size() > 1) {
    say(fmt::format("{}: {}: several documents have it; say DOCUMENT#{}, as {}#{}", path, name, row,
                    rows->front().document, row));
    return kSomeFailed;
  }
  const StoredRow& found = rows->front();
  return put(explain_row(found.document + '#' + found.row, found.rule, found.text, found.rejected))
             ? kAllGood
             : kSomeFailed;
}

int explain_file(const ExplainOptions& options, const std::string& name) {
  auto program = load_program(options.overlays, {});
  if (!program) {
    say(program.error().message);
    return kSomeFailed;
  }
  const size_t hash = name.rfind('#');
  const std::string document = hash == std::string::npos ? "" : name.substr(0, hash);
  const std::string row = hash == std::string::npos ? name : name.substr(hash + 1);
  InputReader inputs({options.of}, InputKind::kGuess, {});
  while (auto input = inputs.next()) {
    auto reading = *input ? read_one(**input, *program) : Result<Reading>(fail(input->error()));
    if (!reading) {
      say(reading.error().message);
      return kSomeFailed;
    }
    if (!document.empty() && reading->record.id != document) continue;
    for (const auto& found : reading->explained) {
      if (found.row != row) continue;
      std::vector<StoredReading> rejected;
      for (const auto& lost : found.rejected) {
        rejected.push_back({lost.rule, lost.reading, lost.why});
      }
      return put(explain_row(reading->record.id + '#' + row, found.rule, found.words, rejected))
                 ? kAllGood
                 : kSomeFailed;
    }
  }
  say(fmt::format("{}: {}: no such row", options.of, name));
  return kSomeFailed;
}

int run_explain(const ExplainOptions& options) {
  const size_t wanted = options.of.empty() ? 2 : 1;
  if (options.names.size() != wanted) {
    say("demarche: explain wants STORE ROW, or --of FILE ROW");
    return kWrongUsage;
  }
  return wanted == 2 ? explain_stored(options.names[0], options.names[1])
                     : explain_file(options, options.names[0]);
}

}  // namespace

Verb make_explain(CLI::App& app) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* verb = app.add_subcommand("explain", "Why a row or a signal exists");
  verb->add_option("NAMES", options->names, "STORE ROW; with --of: ROW (DOCUMENT#ROW, or a signal)")
      ->required();
  verb->add_option("--of", options->of, "A page instead of a store");
  verb->add_option("--actors", options->overlays, "A folder of your own actors; may be repeated")
      ->allow_extra_args(false);
  verb->footer(
      "\nExamples:\n  demarche explain news.store 'sha256:...#s1'\n"
      "  demarche explain --of page.html s1");
  return {verb, [options] { return run_explain(*options); }};
}

}  // namespace demarche::cli
