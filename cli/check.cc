// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <set>

#include "actor/office_check.h"
#include "cases.h"
#include "event/check.h"
#include "format/layout.h"
#include "output.h"
#include "program.h"
#include "statement/check.h"
#include "verbs.h"

namespace demarche::cli {
namespace {

struct CheckOptions {
  std::string folder;
  std::vector<std::string> overlays;
  std::string cases;
  std::string offices;
  bool update = false;
};

// Says what is wrong and counts it, one kind of check after the other.
class Findings {
 public:
  void add(const Error& error) { add(std::vector<std::string>{error.message}); }
  void add(const std::vector<std::string>& found) {
    for (const auto& finding : found) {
      if (!said_.insert(finding).second) continue;  // two checks may read one table
      say(finding);
    }
  }
  [[nodiscard]] size_t count() const { return said_.size(); }

 private:
  std::set<std::string> said_;
};

// The example sentences speak of invented states, which their own overlay adds.
std::vector<std::string> with_examples(const std::string& folder,
                                       std::vector<std::string> overlays) {
  const std::string examples = folder + "/en/patterns/actors";
  std::error_code ignored;
  if (std::filesystem::is_directory(examples, ignored)) overlays.insert(overlays.begin(), examples);
  return overlays;
}

size_t sentences_of(const EventPatterns& patterns) {
  size_t count = 0;
  for (const auto& pattern : patterns.patterns) count += pattern.examples.size();
  return count;
}

std::string counts_of(const Knowledge& knowledge, const TopicTable& topics) {
  const ActorTable& actors = knowledge.actors;
  return fmt::format(
      "{} actors, {} names, {} offices held, {} roles, {} places, {} cues, {} positions, {} "
      "topics, {} event patterns with {} sentences",
      actors.actors.size(), actors.aliases.size(), actors.tenures.size(), actors.roles.size(),
      actors.gazetteer.size(), knowledge.cues.cues.size(), knowledge.cues.positions.size(),
      topics.topics.size(), knowledge.patterns.patterns.size(), sentences_of(knowledge.patterns));
}

// The checks of cues name their tables without the folder.
std::vector<std::string> in_folder(const std::string& folder, std::vector<std::string> findings) {
  for (auto& finding : findings) finding.insert(0, folder + "/en/");
  return findings;
}

int check_cases(const CheckOptions& options) {
  auto program = load_program({.overlays = with_examples(find_data_folder(), options.overlays)});
  auto result = program ? run_cases(options.cases, *program, options.update)
                        : Result<CaseResult>(fail(program.error()));
  if (!result) {
    say(result.error().message);
    return kSomeFailed;
  }
  Findings findings;
  findings.add(result->findings);
  say(fmt::format("{}: {}, {}", options.cases, counted(result->cases, "case"),
                  options.update ? fmt::format("{} written anew", findings.count())
                                 : counted(findings.count(), "finding")));
  return findings.count() == 0 || options.update ? kAllGood : kSomeFailed;
}

std::string share(uint32_t part, uint32_t of) {
  return of == 0 ? "none" : fmt::format("{:.3f}", static_cast<double>(part) / of);
}

// Says each wrong answer, and each question that the tables leave open, then the shares.
int check_offices(const CheckOptions& options) {
  const std::string folder = options.folder.empty() ? find_data_folder() : options.folder;
  const auto table = load_actor_table(folder, options.overlays);
  const auto answers =
      table ? ask_offices(options.offices, *table) : Result<OfficeAnswers>(fail(table.error()));
  if (!answers) {
    say(answers.error().message);
    return kSomeFailed;
  }
  for (const auto& line : answers->wrong) say(line);
  for (const auto& line : answers->open) say(line + ": the tables do not know");
  const std::string summary =
      fmt::format("{}: {} asked, {} answered ({}), {} right ({} of those)\n", options.offices,
                  answers->asked, answers->answered, share(answers->answered, answers->asked),
                  answers->right, share(answers->right, answers->answered));
  return put(summary) && answers->wrong.empty() ? kAllGood : kSomeFailed;
}

int run_check(const CheckOptions& options) {
  if (!options.offices.empty()) return check_offices(options);
  if (!options.cases.empty()) return check_cases(options);
  const std::string folder = options.folder.empty() ? find_data_folder() : options.folder;
  Findings findings;
  findings.add(lint_actor_table(folder, options.overlays));
  auto knowledge = load_tables(folder, options.overlays, "rules");
  if (!knowledge) findings.add(knowledge.error());
  auto topics = load_topics(folder, "en");
  if (!topics) findings.add(topics.error());
  if (knowledge) {
    const Language& language = knowledge->languages.front();
    findings.add(in_folder(folder, check_cues(knowledge->cues, language)));
    findings.add(lint_patterns(knowledge->patterns));
    auto actors = load_actor_table(folder, with_examples(folder, options.overlays));
    if (!actors) findings.add(actors.error());
    if (actors) findings.add(check_patterns(knowledge->patterns, *actors, language));
  }
  if (!knowledge || !topics) {
    say(fmt::format("{}: {}; the tables cannot be loaded", folder,
                    counted(findings.count(), "finding")));
    return kSomeFailed;
  }
  if (findings.count() > 0) {
    say(fmt::format("{}: {}", folder, counted(findings.count(), "finding")));
    return kSomeFailed;
  }
  std::string good;
  append_wrapped(good, folder + ": good: " + counts_of(*knowledge, *topics), 0, Paint::kPlain,
                 report_options());
  return put(good) ? kAllGood : kSomeFailed;
}

}  // namespace

Verb make_check(CLI::App& app) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* verb = app.add_subcommand("check", "Checks the tables of data: lexicons and actors");
  verb->add_option("DIR", options->folder, "A data folder, else the program's own");
  verb->add_option("--actors", options->overlays, "A folder of your own actors; may be repeated")
      ->type_name("FOLDER")
      ->allow_extra_args(false);
  verb->add_option("--cases", options->cases, "Run the cases of this folder instead")
      ->type_name("FOLDER");
  verb->add_option("--offices", options->offices,
                   "Ask the tables who held which office on which day, as this table says")
      ->type_name("FILE")
      ->excludes("--cases");
  verb->add_flag("--update", options->update, "Write what came out of them into the cases");
  verb->footer("\nExample:\n  demarche check --actors my-actors/");
  return {verb, [options] { return run_check(*options); }};
}

}  // namespace demarche::cli
