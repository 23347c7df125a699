// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "help.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/strings.h"
#include "format/layout.h"
#include "output.h"

namespace demarche::cli {
namespace {

constexpr uint32_t kNames = 26;  // columns of the names on the left

// A name and what it is; the name stands alone on its line where it is too long.
void add_entry(std::string& out, const std::string& name, const std::string& what, uint32_t width) {
  auto lines = wrap(what, width - kNames);
  std::string left = "  " + name;
  if (left.size() + 2 > kNames || lines.empty()) {
    out += left + '\n';
    left.clear();
  }
  for (const auto& line : lines) {
    out += fmt::format("{:<{}}{}\n", left, kNames, line);
    left.clear();
  }
}

std::string usage_of(const CLI::App& app, const std::vector<const CLI::Option*>& positionals) {
  const bool program = app.get_parent() == nullptr;
  if (program) return "demarche VERB [OPTIONS] ...";
  std::string usage = "demarche " + app.get_name() + " [OPTIONS]";
  for (const CLI::Option* option : positionals) {
    const std::string name = option->get_name(true);
    usage += option->get_required() ? ' ' + name : " [" + name + ']';
    if (option->get_expected_max() > 1) usage += "...";
  }
  return usage;
}

std::string name_of(const CLI::Option& option) {
  std::string name = replace_all(option.get_name(false, true), ",", ", ");
  if (option.get_items_expected_max() == 0) return name;
  return name + ' ' + option.get_type_name().substr(0, option.get_type_name().find(':'));
}

// A footer's lines as they are where they fit; those that do not are wrapped.
void add_footer(std::string& out, const std::string& footer, uint32_t width) {
  for (const auto line : split(footer, '\n')) {
    if (columns_of(line) <= width) {
      out.append(line);
      out += '\n';
      continue;
    }
    for (const auto& part : wrap(line, width)) out += part + '\n';
  }
}

}  // namespace

std::string help_of(const CLI::App& app) {
  const uint32_t width = std::max(report_options().width, 50U);
  std::string out;
  const auto add_lines = [&](const std::string& text) {
    for (const auto& line : wrap(text, width)) out += line + '\n';
  };
  add_lines(app.get_description());
  std::vector<const CLI::Option*> positionals;
  std::vector<std::string> groups;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) {
      positionals.push_back(option);
    } else if (std::ranges::find(groups, option->get_group()) == groups.end()) {
      groups.push_back(option->get_group());
    }
  }
  out += '\n';
  add_lines("Usage: " + usage_of(app, positionals));
  if (!positionals.empty()) out += '\n';
  for (const CLI::Option* option : positionals) {
    add_entry(out, option->get_name(true), option->get_description(), width);
  }
  const auto verbs = app.get_subcommands([](const CLI::App*) { return true; });
  if (!verbs.empty()) out += "\nVerbs:\n";
  for (const CLI::App* verb : verbs)
    add_entry(out, verb->get_name(), verb->get_description(), width);
  for (const auto& group : groups) {
    out += '\n' + group + ":\n";
    for (const CLI::Option* option : app.get_options()) {
      if (option->get_positional() || option->get_group() != group) continue;
      add_entry(out, name_of(*option), option->get_description(), width);
    }
  }
  add_footer(out, app.get_footer(), width);
  return out;
}

}  // namespace demarche::cli
