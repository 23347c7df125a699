// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <memory>

#include "event/check.h"
#include "program.h"
#include "statement/check.h"
#include "verbs.h"

namespace demarche::cli {
namespace {

struct CheckOptions {
  std::string folder;
  std::vector<std::string> overlays;
};

int run_check(const CheckOptions& options) {
  const std::string folder = options.folder.empty() ? find_data_folder() : options.folder;
  size_t wrong = 0;
  auto tell = [&](std::string_view words) {
    say(words);
    ++wrong;
  };
  for (const auto& finding : lint_actor_table(folder, options.overlays)) tell(finding);
  auto knowledge = load_knowledge(folder, options.overlays);
  if (!knowledge) tell(knowledge.error().message);
  auto topics = load_topics(folder, "en");
  if (!topics) tell(topics.error().message);
  if (knowledge) {
    const Language& language = knowledge->languages.front();
    for (const auto& finding : check_cues(knowledge->cues, language)) tell(finding);
    for (const auto& finding : check_patterns(knowledge->patterns, knowledge->actors, language)) {
      tell(finding);
    }
    for (const auto& finding : lint_patterns(knowledge->patterns)) tell(finding);
  }
  if (wrong > 0) {
    say(fmt::format("{}: {} findings", folder, wrong));
    return kSomeFailed;
  }
  const ActorTable& actors = knowledge->actors;
  put(
      fmt::format("{}: good: {} actors, {} names, {} offices held, {} roles, {} places, {} cues, "
                  "{} positions, {} topics\n",
                  folder, actors.actors.size(), actors.aliases.size(), actors.tenures.size(),
                  actors.roles.size(), actors.places.size(), knowledge->cues.cues.size(),
                  knowledge->cues.positions.size(), topics->topics.size()));
  return kAllGood;
}

}  // namespace

Verb make_check(CLI::App& app) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* verb = app.add_subcommand("check", "Checks the tables of data: lexicons and actors");
  verb->add_option("DIR", options->folder, "A data folder; else the program's own");
  verb->add_option("--actors", options->overlays, "A folder of your own actors; may be repeated")
      ->allow_extra_args(false);
  verb->footer("\nExample:\n  demarche check --actors my-actors/");
  return {verb, [options] { return run_check(*options); }};
}

}  // namespace demarche::cli
