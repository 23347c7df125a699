// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "actor/office_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/errors.h"
#include "base/strings.h"
#include "base/tsv.h"

namespace demarche {
namespace {

constexpr size_t kLargest = 16U << 20U;

/// Letters and digits alone, folded: "Recep Tayyip Erdoğan" and "recep-tayyip erdogan" are one.
std::string squeeze(std::string_view name) {
  std::string out;
  for (const char c : fold_case(without_accents(name))) {
    const bool kept =
        static_cast<unsigned char>(c) >= 0x80 || is_ascii_alpha(c) || is_ascii_digit(c);
    if (kept) out += c;
  }
  return out;
}

/// The names of a person in the table.
std::vector<std::string> names_of(const ActorTable& table, uint32_t person) {
  std::vector<std::string> names = {squeeze(table.actors[person].name)};
  for (const std::string& other : table.actors[person].other_names) names.push_back(squeeze(other));
  return names;
}

bool is_shared(std::string_view office) {
  return office == "spokesperson" || office == "ambassador" || office.starts_with("deputy_");
}

}  // namespace

Result<OfficeAnswers> ask_offices(const std::string& path, const ActorTable& table) {
  const auto bytes = read_file(path, kLargest);
  if (!bytes) return fail(bytes.error());
  const auto tsv = parse_tsv(path, *bytes, {"of", "office", "day", "answers"});
  if (!tsv) return fail(tsv.error());
  const auto get = [&](const Tsv::Row& row, std::string_view column) {
    return row.fields[static_cast<size_t>(tsv->column(column))];
  };
  OfficeAnswers result;
  for (const auto& row : tsv->rows) {
    const auto day = parse_day(get(row, "day"));
    if (!day) return fail(errors::bad_row(path, row.line, "a day is YYYY-MM-DD"));
    ++result.asked;
    std::vector<std::string> answers;
    for (const std::string& answer : split_list(get(row, "answers")))
      answers.push_back(squeeze(answer));
    const std::string office = get(row, "office");
    const auto holders = table.holders(get(row, "of"), office, *day);
    const std::string asked =
        fmt::format("{} of {} on {}", office, get(row, "of"), get(row, "day"));
    if (holders.empty()) {
      result.open.push_back(fmt::format("{}:{}: {}", path, row.line, asked));
      continue;
    }
    ++result.answered;
    size_t good = 0;
    std::string said;
    for (const uint32_t holder : holders) {
      const uint32_t person = table.tenures[holder].person;
      const auto names = names_of(table, person);
      good += std::ranges::any_of(names, [&](const std::string& name) {
        return std::ranges::find(answers, name) != answers.end();
      });
      said += (said.empty() ? "" : ", ") + table.actors[person].name;
    }
    const bool right = is_shared(office) ? good > 0 : good == holders.size();
    result.right += right ? 1 : 0;
    if (!right)
      result.wrong.push_back(fmt::format("{}:{}: {}: the tables say {}, the question {}", path,
                                         row.line, asked, said, get(row, "answers")));
  }
  return result;
}

}  // namespace demarche
