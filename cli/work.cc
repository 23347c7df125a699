// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <simdjson.h>

#include <cstdio>
#include <memory>

#include "program.h"
#include "verbs.h"

namespace demarche::cli {
namespace {

// The id of a line as JSON, where the line is broken otherwise.
std::string id_of(const std::string& line) {
  simdjson::dom::parser parser;
  simdjson::dom::element id;
  if (parser.parse(line).at_key("id").get(id) != simdjson::SUCCESS) return "null";
  return simdjson::minify(id);
}

std::string answer(const std::string& line, uint32_t record, const Program& program) {
  std::string out;
  auto failed = [&](const Error& error) {
    out = "{\"id\":" + id_of(line) + ",\"error\":";
    append_json_string(out, error.message);
    return out + '}';
  };
  if (line.size() > program.options.limits.file_bytes) {
    return "{\"id\":null,\"error\":\"too large: over the limit of one line\"}";
  }
  auto input = read_json_line(line, "-", record);
  if (!input) return failed(input.error());
  auto reading = read_one(*input, program);
  if (!reading) return failed(reading.error());
  append_json(out, reading->record);
  return out;
}

// A line; what goes over the limit by more than a byte is passed over.
bool next_line(std::string& line, uint64_t limit) {
  line.clear();
  int c = std::getc(stdin);
  if (c == EOF) return false;
  for (; c != EOF && c != '\n'; c = std::getc(stdin)) {
    if (line.size() <= limit) line += static_cast<char>(c);
  }
  return true;
}

int run_work(const ReadingOptions& options) {
  if (auto status = check_reading_options(options)) return *status;
  auto program = load_program(options);
  if (!program) {
    say(program.error().message);
    return kSomeFailed;
  }
  std::string line;
  for (uint32_t record = 0; next_line(line, program->options.limits.file_bytes); ++record) {
    if (!put(answer(line, record, *program) + '\n') || !finish_output()) return kSomeFailed;
  }
  return kAllGood;
}

}  // namespace

Verb make_work(CLI::App& app) {
  auto options = std::make_shared<ReadingOptions>();
  CLI::App* verb = app.add_subcommand(
      "work", "A worker: a JSON object a line in, a record or {id, error} a line out");
  add_knowledge_options(*verb, *options);
  verb->footer("\nExample:\n  echo '{\"id\": \"1\", \"prose\": \"...\"}' | demarche work");
  return {verb, [options] { return run_work(*options); }};
}

}  // namespace demarche::cli
