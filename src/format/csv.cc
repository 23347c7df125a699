// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "format/csv.h"

#include <fmt/format.h>

#include "base/strings.h"
#include "format/view.h"

namespace demarche {

void append_csv_line(std::string& out, const std::vector<std::string>& fields) {
  for (size_t i = 0; i < fields.size(); ++i) {
    if (i != 0) out += ',';
    if (fields[i].find_first_of(",\"\r\n") == std::string::npos) {
      out += fields[i];
    } else {
      out += '"';
      out += replace_all(fields[i], "\"", "\"\"");
      out += '"';
    }
  }
  out += "\r\n";
}

std::string csv_header() {
  std::string out;
  append_csv_line(
      out, {"document", "row", "kind", "type", "side", "actor", "other", "from", "to", "status",
            "polarity", "confidence", "text", "place", "url", "published", "title", "claimed_by"});
  return out;
}

void append_csv(std::string& out, const RecordRow& record) {
  const RecordView view(record);
  const auto side_of = [&](const MaybeText& id) {
    const ActorRow* actor = view.actor(id.value_or(""));
    return actor == nullptr ? std::string() : actor->side.value_or("");
  };
  const std::string url = record.url.value_or("");
  const std::string published = record.published ? record.published->value : "";
  const std::string title = record.title.value_or("");
  for (const auto& row : record.statements) {
    append_csv_line(out, {record.id, row.id, "statement", row.act, side_of(row.speaker),
                          view.name_of_actor(row.speaker), view.name_of_actor(row.addressee),
                          row.said.from.value_or(""), row.said.to.value_or(""), row.form,
                          row.polarity ? std::to_string(*row.polarity) : "",
                          fmt::format("{:.3f}", row.confidence), view.words(row.content), "", url,
                          published, title, ""});
  }
  for (const auto& row : record.events) {
    const MaybeText actor = row.actors.empty() ? MaybeText() : row.actors.front();
    const MaybeText other = row.recipients.empty() ? MaybeText() : row.recipients.front();
    append_csv_line(
        out,
        {record.id, row.id, "event", row.type, side_of(actor), view.name_of_actor(actor),
         view.name_of_actor(other), row.time.from.value_or(""), row.time.to.value_or(""),
         row.status, "", fmt::format("{:.3f}", row.confidence),
         view.words(row.evidence.empty() ? Spans{row.trigger} : row.evidence),
         view.name_of_place(row.place), url, published, title, view.name_of_actor(row.claimed_by)});
  }
}

}  // namespace demarche
