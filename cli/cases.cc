// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cases.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "base/errors.h"
#include "base/strings.h"
#include "base/text.h"
#include "base/tsv.h"

namespace demarche::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMiddle = "---", kBetween = "===";

struct Case {
  std::string head;   // comments, as they stand
  std::string input;  // with its date line
  std::string wanted;
  size_t line = 1;  // of what is wanted
};

std::vector<Case> split_cases(std::string_view text) {
  std::vector<Case> cases(1);
  size_t number = 0;
  bool wants = false;
  for (auto line : split(text, '\n')) {
    ++number;
    Case& last = cases.back();
    if (line == kBetween) {
      cases.emplace_back();
      wants = false;
    } else if (line == kMiddle && !wants) {
      wants = true;
      last.line = number + 1;
    } else if (!wants && last.input.empty() && line.starts_with('#')) {
      last.head += std::string(line) + '\n';
    } else {
      (wants ? last.wanted : last.input) += std::string(line) + '\n';
    }
  }
  // The text behind the last line break is no line.
  std::string& end = wants ? cases.back().wanted : cases.back().input;
  if (end.ends_with("\n\n") || end == "\n") end.pop_back();
  return cases;
}

/// The rows of a record that a stage makes, a line each.
class Lines {
 public:
  explicit Lines(const RecordRow& record) : record_(record), map_(record.text) {}

  std::string of(const std::string& stage) {
    if (stage == "article") article();
    if (stage == "sentence") sentences();
    if (stage == "mention") mentions();
    if (stage == "time") times();
    if (stage == "place") places();
    if (stage == "statement") statements();
    if (stage == "event") events();
    if (stage == "signal") signals();
    return out_;
  }

 private:
  void add(const std::string& line) { out_ += line + '\n'; }
  [[nodiscard]] std::string words(uint32_t start, uint32_t end) const {
    const uint32_t begin = map_.byte(std::min(start, map_.size()));
    const uint32_t past = map_.byte(std::min(end, map_.size()));
    return past > begin ? fold_space(record_.text.substr(begin, past - begin)) : "";
  }
  template <class Row>
  [[nodiscard]] std::string own_words(const Row& row) const {
    return words(static_cast<uint32_t>(row.start), static_cast<uint32_t>(row.end));
  }
  [[nodiscard]] std::string all_words(const Spans& spans) const {
    std::vector<std::string> parts;
    for (const auto& span : spans) parts.push_back(words(span.start, span.end));
    return join(parts, " ... ");
  }

  void article() {
    add("title: " + record_.title.value_or("-"));
    add("published: " + (record_.published ? record_.published->value : "-"));
    for (const auto& author : record_.authors) add("author: " + author.name);
    for (const auto& row : record_.blocks) add(row.kind + ": " + own_words(row));
    for (const auto& row : record_.furniture) add("furniture " + row.kind + ": " + row.text);
  }
  void sentences() {
    for (const auto& row : record_.sentences) add(words(row.start, row.end));
  }
  void mentions() {
    for (const auto& row : record_.mentions) {
      add(fmt::format("{} = {} {}", own_words(row), row.kind, row.actor.value_or("-")));
    }
  }
  void times() {
    for (const auto& row : record_.times) {
      const bool day = row.from == row.value && row.to == row.value;
      const bool open = !row.from && !row.to;
      const std::string days =
          day || open ? ""
                      : fmt::format(", {} to {}", row.from.value_or("-"), row.to.value_or("-"));
      add(fmt::format("{} = {}{}", own_words(row), row.value, days));
    }
  }
  void places() {
    for (const auto& row : record_.places) {
      const bool unit = row.admin1 && *row.admin1 != row.name;
      add(fmt::format("{} = {}{}, {}{}{}", own_words(row), row.name, unit ? ", " + *row.admin1 : "",
                      row.country.value_or("-"),
                      row.relation && *row.relation != "in" ? ", " + *row.relation : "",
                      row.acts ? ", acts" : ""));
    }
  }
  void statements() {
    for (const auto& row : record_.statements) {
      add(fmt::format("{} | {} | {} | {} {} | {}",
                      row.speakers.empty() ? "-" : join(row.speakers, ", "), row.form, row.act,
                      row.axis.value_or("-"), row.polarity ? fmt::format("{}", *row.polarity) : "-",
                      all_words(row.content)));
    }
  }
  void events() {
    for (const auto& row : record_.events) {
      add(fmt::format("{} {}: {} > {} | {}", row.type, row.status, join(row.actors, ", "),
                      join(row.recipients, ", "), all_words(row.evidence)));
    }
  }
  void signals() {
    for (const auto& row : record_.signals) {
      add(fmt::format("{} {} {}: {} | {}", row.status, row.kind, row.side,
                      words(row.a.span.start, row.a.span.end),
                      row.b ? words(row.b->span.start, row.b->span.end) : "-"));
    }
  }

  const RecordRow& record_;
  OffsetMap map_;
  std::string out_;
};

Result<std::string> rows_of(const Case& one, const std::string& stage, const Program& program) {
  Input input;
  std::string_view bytes = one.input;
  constexpr std::string_view kDate = "date ";
  if (bytes.starts_with(kDate)) {
    const size_t end = std::min(bytes.find('\n'), bytes.size() - 1);
    input.date = std::string(bytes.substr(kDate.size(), end - kDate.size()));
    bytes.remove_prefix(end + 1);
  }
  while (bytes.ends_with('\n')) bytes.remove_suffix(1);
  input.bytes = std::string(bytes);
  input.kind = stage == "article" ? guess_page_kind(input.bytes) : PageKind::kProse;
  auto reading = read_one(input, program);
  if (!reading) return fail(reading.error());
  return Lines(reading->record).of(stage);
}

// Where two texts part: the line and both lines.
std::string first_difference(const Case& one, const std::string& got, const std::string& path) {
  const auto wanted = split(one.wanted, '\n');
  const auto found = split(got, '\n');
  size_t at = 0;
  while (at < wanted.size() && at < found.size() && wanted[at] == found[at]) ++at;
  const auto line = [&](const auto& lines) {
    return at < lines.size() && !lines[at].empty() ? std::string(lines[at]) : "nothing";
  };
  return fmt::format("{}:{}: wanted {}: got {}", path, one.line + at, line(wanted), line(found));
}

Result<std::vector<std::string>> case_files(const std::string& folder) {
  std::error_code error;
  std::vector<std::string> paths;
  fs::recursive_directory_iterator at(folder, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (at->path().extension() == ".case") paths.push_back(at->path().string());
  }
  if (error) return fail(errors::cannot_read(folder, error.message()));
  std::ranges::sort(paths);
  return paths;
}

Status run_file(const std::string& path, const Program& program, bool update, CaseResult& result) {
  constexpr size_t kLargest = 4U << 20U;
  auto text = read_file(path, kLargest);
  if (!text) return fail(text.error());
  const std::string stage = fs::path(path).parent_path().filename().string();
  std::string written;
  for (const Case& one : split_cases(*text)) {
    ++result.cases;
    auto got = rows_of(one, stage, program);
    const std::string rows = got ? *got : "error: " + got.error().message + '\n';
    if (rows != one.wanted) result.findings.push_back(first_difference(one, rows, path));
    written += (written.empty() ? "" : std::string(kBetween) + '\n') + one.head + one.input +
               std::string(kMiddle) + '\n' + rows;
  }
  if (!update || written == *text) return {};
  std::ofstream file(path, std::ios::binary);
  file << written;
  file.close();
  if (!file) return fail(errors::store_failed(path, "cannot be written", std::strerror(errno)));
  return {};
}

}  // namespace

Result<CaseResult> run_cases(const std::string& folder, const Program& program, bool update) {
  auto paths = case_files(folder);
  if (!paths) return fail(paths.error());
  CaseResult result;
  for (const auto& path : *paths) {
    if (auto done = run_file(path, program, update, result); !done) return fail(done.error());
  }
  if (result.cases == 0) return fail(errors::cannot_read(folder, "holds no *.case files"));
  return result;
}

}  // namespace demarche::cli
