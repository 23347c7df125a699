// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "inputs.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/errors.h"
#include "base/strings.h"
#include "page/json_page.h"

namespace demarche::cli {
namespace {

namespace fs = std::filesystem;

// What stands in a folder, files and folders, in the order in which the paths of all files under it
// ascend by bytes; links are left out.
Result<std::vector<std::string>> names_in(const std::string& folder) {
  std::error_code error;
  std::vector<std::string> names;
  fs::directory_iterator at(folder, error);
  for (; !error && at != fs::directory_iterator(); at.increment(error)) {
    const auto kind = at->symlink_status(error).type();
    if (error) break;
    if (kind == fs::file_type::regular) names.push_back(at->path().string());
    // With its slash a folder stands where its files stand.
    if (kind == fs::file_type::directory) names.push_back(at->path().string() + '/');
  }
  if (error) return fail(errors::cannot_read(folder, error.message()));
  std::sort(names.begin(), names.end());
  return names;
}

// The store that is written to, and the files that SQLite keeps beside it.
bool is_of_store(std::string_view file, const std::string& store) {
  if (store.empty()) return false;
  for (const std::string_view end : {"-journal", "-wal", "-shm"}) {
    if (file.ends_with(end)) file.remove_suffix(end.size());
  }
  std::error_code ignored;
  return fs::path(file).filename() == fs::path(store).filename() &&
         fs::equivalent(file, store, ignored);
}

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool has_line_ending_name(std::string_view name) {
  return name.ends_with(".jsonl") || name.ends_with(".ndjson");
}

}  // namespace

void InputReader::Close::operator()(std::FILE* file) const {
  if (file != stdin) std::fclose(file);
}

InputReader::InputReader(std::vector<std::string> names, InputKind kind, const Limits& limits,
                         std::string store)
    : names_(names.begin(), names.end()), kind_(kind), limits_(limits), store_(std::move(store)) {}

std::optional<Result<Input>> InputReader::next() {
  while (true) {
    if (file_ && lines_) {
      if (auto line = next_line()) return line;
      file_.reset();
    }
    if (names_.empty()) return std::nullopt;
    const std::string name = names_.front();
    names_.pop_front();
    auto opened = open_name(name);
    if (!opened) return Result<Input>(fail(opened.error()));
    if (*opened && !lines_) return read_whole();
  }
}

std::string InputReader::where() const {
  return lines_ ? fmt::format("{}:{}", name_, record_) : name_;
}

// False where the name was a folder: what is in it stands in its place now.
Result<bool> InputReader::open_name(const std::string& name) {
  held_.clear();
  at_end_ = false;
  record_ = 0;
  name_ = name;
  if (name == "-") {
    file_.reset(stdin);
  } else {
    struct stat status {};
    if (stat(name.c_str(), &status) != 0) {
      return fail(errors::cannot_read(name, std::strerror(errno)));
    }
    if (S_ISDIR(status.st_mode)) {
      auto files = names_in(name);
      if (!files) return fail(files.error());
      std::erase_if(*files, [&](const std::string& file) { return is_of_store(file, store_); });
      names_.insert(names_.begin(), files->begin(), files->end());
      return false;
    }
    file_.reset(std::fopen(name.c_str(), "rb"));
    if (!file_) return fail(errors::cannot_read(name, std::strerror(errno)));
  }
  lines_ = kind_ == InputKind::kJsonl;
  if (kind_ == InputKind::kGuess) {
    lines_ = has_line_ending_name(name);
    if (!lines_ && fill()) {
      const size_t mark = held_.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
      const auto start = held_.find_first_not_of(" \t\r\n", mark);
      lines_ = start != std::string::npos && held_[start] == '{' && !holds_json_page(start);
    }
  }
  return true;
}

// Whether the object that begins there is a page that was saved as JSON. JSON Lines are told by the
// fields of the first line, or by an object at the beginning of the next one.
bool InputReader::holds_json_page(size_t start) {
  size_t searched = start;
  size_t end = std::string::npos;
  while ((end = held_.find('\n', searched)) == std::string::npos &&
         held_.size() <= limits_.file_bytes) {
    searched = held_.size();
    if (!fill()) break;
  }
  end = std::min(end, held_.size());
  if (read_json_line(std::string_view(held_).substr(start, end - start), name_, 0)) return false;
  if (end + 1 >= held_.size()) fill();
  const size_t next = held_.find_first_not_of("\r\n", end);
  if (next != std::string::npos && held_[next] == '{') return false;
  while (held_.size() <= limits_.file_bytes && fill()) {
  }
  return is_json_page(held_);
}

// Reads a piece more; false at the end or on an error.
bool InputReader::fill() {
  if (at_end_) return false;
  std::array<char, 1U << 16U> piece{};
  const size_t got = std::fread(piece.data(), 1, piece.size(), file_.get());
  held_.append(piece.data(), got);
  at_end_ = got < piece.size();
  return got > 0;
}

Result<Input> InputReader::read_whole() {
  while (held_.size() <= limits_.file_bytes && fill()) {
  }
  const bool broken = std::ferror(file_.get()) != 0;
  const int why = errno;
  file_.reset();
  if (broken) return fail(errors::cannot_read(name_, std::strerror(why)));
  if (held_.size() > limits_.file_bytes) return fail(errors::too_large(name_, limits_.file_bytes));
  if (held_.empty()) return fail(errors::cannot_read(name_, "is empty"));
  Input input;
  input.path = name_;
  input.bytes = std::move(held_);
  switch (kind_) {
    case InputKind::kHtml:
      input.kind = PageKind::kHtml;
      break;
    case InputKind::kPage:
      input.kind = PageKind::kText;
      break;
    case InputKind::kProse:
      input.kind = PageKind::kProse;
      break;
    default:
      input.kind = guess_page_kind(input.bytes);
  }
  return input;
}

std::optional<Result<Input>> InputReader::next_line() {
  while (true) {
    size_t searched = 0;
    size_t end = held_.find('\n');
    bool too_long = false;
    while (end == std::string::npos) {
      searched = held_.size();
      if (searched > limits_.file_bytes) {  // pass over the rest of the line
        too_long = true;
        held_.clear();
        searched = 0;
      }
      if (!fill()) break;
      end = held_.find('\n', searched);
    }
    if (end == std::string::npos && held_.empty() && !too_long) {
      if (file_ && std::ferror(file_.get()) != 0) {
        file_.reset();
        return Result<Input>(fail(errors::cannot_read(name_, "reading failed")));
      }
      return std::nullopt;
    }
    std::string line = held_.substr(0, end);
    held_.erase(0, end == std::string::npos ? held_.size() : end + 1);
    const uint32_t record = record_++;
    if (too_long || line.size() > limits_.file_bytes) {
      return Result<Input>(fail(errors::too_large(where(), limits_.file_bytes)));
    }
    if (record == 0 && line.starts_with(kByteOrderMark)) line.erase(0, kByteOrderMark.size());
    if (trim(line).empty()) continue;
    auto input = read_json_line(line, name_, record);
    if (input) return input;
    return Result<Input>(
        fail(Error{input.error().code,
                   fmt::format("{}: cannot be read: {}", where(), input.error().message)}));
  }
}

}  // namespace demarche::cli
