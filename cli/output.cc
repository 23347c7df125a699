// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "output.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>

#include "base/strings.h"
#include "base/text.h"

namespace demarche::cli {
namespace {

std::string name_of_actor(const RecordRow& record, const MaybeText& id) {
  if (!id) return "somebody";
  for (const auto& actor : record.actors) {
    if (actor.id == *id) return actor.name;
  }
  return *id;
}

}  // namespace

// Nothing of a page may steer a terminal: control characters become spaces.
std::string printable(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool c1 =
        byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c1) ++i;
    out += byte < 0x20 || byte == 0x7F || c1 ? ' ' : text[i];
  }
  return fold_space(out);
}

bool wants_colour() {
  const char* no = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) != 0 && (no == nullptr || *no == '\0');
}

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  return '"' + replace_all(text, "\"", "\"\"") + '"';
}

std::string write_report(const RecordRow& record, bool colour) {
  const std::string_view bold = colour ? "\x1b[1m" : "", plain = colour ? "\x1b[0m" : "";
  std::string out =
      fmt::format("{}{}{}\n  {}\n", bold, printable(record.title.value_or(record.input.path)),
                  plain, printable(record.id));
  if (record.published) out += "  published " + printable(record.published->value) + "\n";
  const OffsetMap map(record.text);
  auto words = [&](const SpanRow& span) {
    if (span.end < span.start || span.end > map.size()) return std::string();
    const uint32_t begin = map.byte(span.start);
    return printable(std::string_view(record.text).substr(begin, map.byte(span.end) - begin));
  };
  for (const auto& row : record.statements) {
    out +=
        fmt::format("  {} {}: {}", row.id, printable(name_of_actor(record, row.speaker)), row.act);
    for (const auto& span : row.content) out += " | " + words(span);
    out += '\n';
  }
  for (const auto& row : record.events) {
    out += fmt::format("  {} {} ({}): {}\n", row.id, row.type, row.status, words(row.trigger));
  }
  for (const auto& row : record.signals) {
    out += fmt::format("  {}{}{} {} {}: {}\n", bold, row.status, plain, row.kind, row.side,
                       printable(row.why));
  }
  for (const auto& note : record.notes) out += "  note: " + printable(note.message) + "\n";
  return out + '\n';
}

}  // namespace demarche::cli
