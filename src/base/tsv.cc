// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "base/tsv.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include <sys/stat.h>

#include "base/errors.h"
#include "base/strings.h"

namespace demarche {

int Tsv::column(std::string_view name) const {
  const auto at = std::ranges::find(columns, name);
  return at == columns.end() ? -1 : static_cast<int>(at - columns.begin());
}

Result<Tsv> parse_tsv(std::string path, std::string_view text,
                      const std::vector<std::string>& wanted) {
  Tsv table;
  table.path = std::move(path);
  uint32_t number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (trim(line).empty() || line.front() == '#') continue;
    Tsv::Row row{number, {}};
    for (const auto field : split(line, '\t')) row.fields.emplace_back(trim(field));
    if (table.columns.empty()) {
      table.columns = std::move(row.fields);
      continue;
    }
    if (row.fields.size() != table.columns.size()) {
      return fail(
          errors::wrong_field_count(table.path, number, table.columns.size(), row.fields.size()));
    }
    table.rows.push_back(std::move(row));
  }
  for (const auto& name : wanted) {
    if (table.column(name) < 0) return fail(errors::missing_column(table.path, name));
  }
  return table;
}

Result<Tsv> load_tsv(const std::string& path, const std::vector<std::string>& wanted) {
  constexpr size_t kLargest = 64U << 20U;
  auto text = read_file(path, kLargest);
  if (!text) return fail(text.error());
  return parse_tsv(path, *text, wanted);
}

std::vector<std::string> split_list(std::string_view field) {
  std::vector<std::string> parts;
  for (const auto part : split(field, '|')) {
    if (const auto word = trim(part); !word.empty()) parts.emplace_back(word);
  }
  return parts;
}

Result<std::string> read_file(const std::string& path, size_t limit) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0) return fail(errors::cannot_read(path, std::strerror(errno)));
  if (S_ISDIR(info.st_mode)) return fail(errors::cannot_read(path, "is a folder"));
  // A pipe would be waited for, a device may have no end.
  if (!S_ISREG(info.st_mode)) return fail(errors::cannot_read(path, "is no regular file"));
  const std::unique_ptr<FILE, int (*)(FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!file) return fail(errors::cannot_read(path, std::strerror(errno)));
  std::string bytes;
  std::string buffer(1U << 16U, '\0');
  while (const size_t got = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    bytes.append(buffer, 0, got);
    if (bytes.size() > limit) return fail(errors::too_large(path, limit));
  }
  if (std::ferror(file.get()) != 0) return fail(errors::cannot_read(path, std::strerror(errno)));
  return bytes;
}

}  // namespace demarche
