// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <exception>

#include "base/day.h"
#include "base/strings.h"
#include "help.h"
#include "program.h"
#include "verbs.h"

namespace demarche::cli {
namespace {

constexpr const char* kExamples = R"(
Examples:
  demarche read page.html                 read one page, for a person
  demarche read --into news.store pages/  read a folder into a store
  demarche signals news.store             where one side holds two positions

Data goes to standard output, words to standard error. Exit status: 0 all read, 1 some inputs failed (each is named), 2 wrong usage. `demarche VERB --help` tells more.)";

const std::vector<std::string>& reserved_verbs() {
  static const std::vector<std::string> verbs = {
      "recode", "correct",  "redact",    "diff", "verify", "export", "import",
      "sample", "annotate", "aggregate", "cite", "watch",  "eval"};
  return verbs;
}

}  // namespace

int unknown_name(std::string_view what, const std::string& word,
                 const std::vector<std::string>& names) {
  const std::string near = nearest_name(word, names);
  const std::string help =
      near.empty() ? "one of " + join(names, ", ") : "did you mean '" + near + "'?";
  say(fmt::format("demarche: unknown {} '{}': {}", what, word, help));
  return kWrongUsage;
}

std::optional<int> check_day(std::string_view option, const std::string& value) {
  if (value.empty() || parse_day(value)) return std::nullopt;
  say(fmt::format("demarche: {} wants a day as YYYY-MM-DD, not '{}'", option, value));
  return kWrongUsage;
}

CLI::Validator whole_number() {
  const auto check = [](std::string& text) {
    const bool digits = !text.empty() && text.size() <= 18 &&
                        text.find_first_not_of("0123456789") == std::string::npos;
    return digits ? std::string() : "wants a whole number of 0 or more, not '" + text + "'";
  };
  return {check, "", ""};
}

namespace {

// Says which option is unknown, and the nearest that there is; false where all are known.
bool say_unknown_option(const CLI::App& app) {
  for (const std::string& left : app.remaining(true)) {
    if (left.size() < 2 || left[0] != '-') continue;
    const std::string name = left.substr(0, left.find('='));
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
      for (const auto& known : option->get_lnames()) names.push_back("--" + known);
    }
    const std::string near = nearest_name(name, names);
    const std::string verb = app.get_parent() == nullptr ? "" : ' ' + app.get_name();
    say(fmt::format("demarche: unknown option '{}': {}", name,
                    near.empty() ? fmt::format("demarche{} --help lists them", verb)
                                 : "did you mean '" + near + "'?"));
    return true;
  }
  return false;
}

int run_program(int argc, char** argv) {
  CLI::App app(
      "Reads news pages and keeps a record that can be checked: who said what, who did "
      "what, and where one side holds two positions.",
      "demarche");
  app.formatter_fn([](const CLI::App* shown, const std::string&, CLI::AppFormatMode) {
    return help_of(*shown);
  });
  app.set_help_flag("-h,--help", "Says this");
  app.footer(kExamples);
  app.set_version_flag("--version", std::string("demarche ") + DEMARCHE_VERSION,
                       "Says which version this is");
  app.require_subcommand(0, 1);
  const std::vector<Verb> verbs = {make_read(app),    make_signals(app), make_query(app),
                                   make_explain(app), make_check(app),   make_work(app),
                                   make_serve(app)};
  std::string first = argc > 1 ? argv[1] : "";
  std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  if (first == "version") words = {"--version"};
  if (first == "help") {
    words.erase(words.begin());
    words.emplace_back("--help");
  }
  if (first == "help" || first == "version") first = words.front();
  if (!first.empty() && first[0] != '-') {
    std::vector<std::string> names;
    for (const auto& verb : verbs) names.push_back(verb.app->get_name());
    const auto& later = reserved_verbs();
    if (std::find(later.begin(), later.end(), first) != later.end()) {
      return comes_later("the verb '" + first + "'");
    }
    if (std::find(names.begin(), names.end(), first) == names.end()) {
      return unknown_name("verb", first, names);
    }
  }
  try {
    std::ranges::reverse(words);  // as CLI11 wants them
    app.parse(words);
  } catch (const CLI::Success& done) {  // --help, --version
    app.exit(done);
    return finish_output() ? kAllGood : kSomeFailed;
  } catch (const CLI::ParseError& wrong) {
    const auto verb =
        std::ranges::find(verbs, first, [](const Verb& one) { return one.app->get_name(); });
    if (say_unknown_option(verb == verbs.end() ? app : *verb->app)) return kWrongUsage;
    say(fmt::format("demarche: {}", wrong.what()));
    say(fmt::format("See demarche{} --help", first.empty() || first[0] == '-' ? "" : " " + first));
    return kWrongUsage;
  }
  for (const auto& verb : verbs) {
    if (!verb.app->parsed()) continue;
    const int status = verb.run();
    return finish_output() ? status : std::max(status, static_cast<int>(kSomeFailed));
  }
  const std::string help = app.help();
  for (const auto line : split(trim(help), '\n')) say(line);
  return kWrongUsage;
}

}  // namespace
}  // namespace demarche::cli

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a write that fails is told as such
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return demarche::cli::run_program(argc, argv);
  } catch (const std::exception& error) {
    demarche::cli::say(fmt::format("demarche: {}", error.what()));
    return demarche::cli::kSomeFailed;
  }
}
