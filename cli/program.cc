// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "base/sha256.h"
#include "format/conllu.h"
#include "reading.h"
#include "record/words.h"
#include "signal/reprints.h"

namespace demarche::cli {
namespace {

namespace fs = std::filesystem;

std::string side_of(const RecordRow& record, const MaybeText& actor) {
  if (!actor) return {};
  for (const auto& row : record.actors) {
    if (row.id == *actor) return row.side.value_or("");
  }
  return {};
}

// The data that came with the program: installed beside it, or those of its sources.
std::string find_program_data() {
  std::error_code error;
  const fs::path self = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    const fs::path beside = self.parent_path().parent_path() / "share" / "demarche";
    if (fs::is_directory(beside, error)) return beside.string();
  }
  return DEMARCHE_BUILD_DATA;
}

// A folder, or a file that is no database.
bool may_be_pages(const std::string& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) return true;
  if (!fs::is_regular_file(path, error)) return false;
  constexpr std::string_view kMark = "SQLite format 3";
  std::ifstream file(path, std::ios::binary);
  std::string start(kMark.size(), '\0');
  file.read(start.data(), static_cast<std::streamsize>(start.size()));
  return file.gcount() > 0 && start != kMark;
}

}  // namespace

std::string find_data_folder() {
  if (const char* named = std::getenv("DEMARCHE_DATA"); named != nullptr && *named != '\0') {
    return named;
  }
  return find_program_data();
}

Result<Knowledge> load_tables(const std::string& folder, const std::vector<std::string>& overlays,
                              const std::string& model) {
  // A copy of the tables that somebody works on is read with the program's own models.
  std::string models = find_models(folder);
  if (models.empty()) models = find_models(find_program_data());
  return load_knowledge(folder, overlays, models, model == "rules" ? "" : model);
}

Result<Program> load_program(const ReadingOptions& options) {
  const std::string folder = find_data_folder();
  auto knowledge = load_tables(folder, options.overlays, options.model);
  if (!knowledge) return fail(knowledge.error());
  auto topics = load_topics(folder, "en");
  if (!topics) return fail(topics.error());
  Program program{std::move(*knowledge), std::move(*topics), {}, {options.date, options.limits}};
  const Limits& limits = options.limits;
  const std::string config =
      fmt::format("{}|{}|{}|{}|{}|{}|{}", options.date, limits.file_bytes, limits.depth,
                  limits.blocks, limits.text_bytes, limits.sentence_tokens, limits.rows);
  program.coder = {DEMARCHE_VERSION, program.knowledge.models_hash, program.knowledge.data_hash,
                   sha256_hex(config)};
  return program;
}

Result<Reading> read_one(const Input& input, const Program& program, bool conllu) {
  auto document = analyze(input, program.knowledge, program.options);
  if (!document) return fail(document.error());
  Reading reading;
  reading.points = fold_reprints(make_points(*document, program.topics));
  reading.record = make_record(*document, find_signals(reading.points), program.coder);
  reading.explained = explain_rows(*document);
  reading.bytes_hash = sha256_hex(input.bytes);
  if (conllu) append_conllu(reading.conllu, *document);
  return reading;
}

StoredDocument make_stored(const Reading& reading) {
  const RecordRow& record = reading.record;
  const OffsetMap map(record.text);
  StoredDocument stored;
  stored.id = record.id;
  stored.bytes_hash = reading.bytes_hash;
  stored.coder = record.coder.version + '|' + record.coder.model.value_or("") + '|' +
                 record.coder.data + '|' + record.coder.config;
  stored.path = record.input.path;
  stored.url = record.url.value_or("");
  stored.title = record.title.value_or("");
  stored.outlet = record.site.value_or("");
  stored.day = record.published ? record.published->value.substr(0, 10) : "";
  stored.language = record.language.value_or("");
  stored.text = record.text;
  stored.text_hash = record.text_hash;
  append_json(stored.json, record);
  for (const auto& actor : record.actors) {
    StoredRow row{.table = "actor",
                  .row = actor.id,
                  .side = actor.side.value_or(""),
                  .type = actor.kind,
                  .actors = {actor.id},
                  .text = actor.name};
    append_json(row.json, actor);
    stored.rows.push_back(std::move(row));
  }
  for (const auto& statement : record.statements) {
    StoredRow row{.table = "statement",
                  .row = statement.id,
                  .side = side_of(record, statement.speaker),
                  .type = statement.act,
                  .issue = statement.issue.value_or(""),
                  .rule = statement.rule,
                  .actors = statement.speakers,
                  .from = statement.said.from.value_or(""),
                  .to = statement.said.to.value_or(""),
                  .text = words_at(record.text, map, statement.content)};
    append_json(row.json, statement);
    stored.rows.push_back(std::move(row));
  }
  for (const auto& event : record.events) {
    StoredRow row{.table = "event",
                  .row = event.id,
                  .type = event.type,
                  .rule = event.rule,
                  .actors = event.actors,
                  .from = event.time.from.value_or(""),
                  .to = event.time.to.value_or(""),
                  .text = words_at(record.text, map, event.evidence)};
    if (!event.actors.empty()) row.side = side_of(record, event.actors.front());
    const auto place = std::ranges::find_if(
        record.places, [&](const PlaceRow& one) { return event.place && one.id == *event.place; });
    if (place != record.places.end()) {
      row.place = place->name;
      if (place->lat && place->lon) row.lat = place->lat, row.lon = place->lon;
    }
    row.actors.insert(row.actors.end(), event.recipients.begin(), event.recipients.end());
    append_json(row.json, event);
    stored.rows.push_back(std::move(row));
  }
  for (const auto& explained : reading.explained) {
    for (const auto& lost : explained.rejected) {
      stored.readings.push_back({explained.row, lost.rule, lost.reading, lost.why});
    }
  }
  stored.points = reading.points;
  return stored;
}

Result<Store> open_store(const std::string& path) {
  auto store = Store::open(path, false);
  if (store || !may_be_pages(path)) return store;
  Error error = store.error();
  error.message += fmt::format(
      "; pages are read into a store first: demarche read --into news.store {}", shell_word(path));
  return fail(std::move(error));
}

void say(std::string_view words) {
  std::string line(words);
  for (char& c : line) {  // a file's name may hold what steers a terminal
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) c = '?';
  }
  line += '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

namespace {
// A reader that wants no more ("| head") is no failure to talk about.
void say_unwritten(int why) {
  say(fmt::format("standard output: cannot be written: {}", std::strerror(why)));
}
}  // namespace

bool put(std::string_view data) {
  static bool said = false;  // the program's one standard output
  errno = 0;
  if (std::fwrite(data.data(), 1, data.size(), stdout) == data.size()) return !said;
  if (!said && errno != EPIPE) say_unwritten(errno);
  said = true;
  return false;
}

bool finish_output() {
  if (std::ferror(stdout) != 0) return false;
  errno = 0;
  if (std::fflush(stdout) == 0) return true;
  if (errno != EPIPE) say_unwritten(errno);
  return false;
}

int comes_later(std::string_view what) {
  say(fmt::format("demarche: {} comes later; this version does not have it", what));
  return kWrongUsage;
}

}  // namespace demarche::cli
