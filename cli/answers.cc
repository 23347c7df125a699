// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "base/strings.h"
#include "format/csv.h"
#include "format/days.h"
#include "format/listing.h"
#include "format/wording.h"
#include "output.h"
#include "program.h"

namespace demarche::cli {
namespace {

std::string json_of(const StoredRow& row) {
  std::string out = "{\"document\":";
  append_json_string(out, row.document);
  return out + ",\"" + row.table + "\":" + (row.json.empty() ? "null" : row.json) + '}';
}

std::string json_of(const StoredDocument& row) {
  std::string out = "{";
  auto add = [&](const char* key, const std::string& value) {
    out += fmt::format("{}\"{}\":", out.size() > 1 ? "," : "", key);
    append_json_string(out, value);
  };
  add("id", row.id);
  add("day", row.day);
  add("title", row.title);
  add("url", row.url);
  add("outlet", row.outlet);
  add("path", row.path);
  add("text_hash", row.text_hash);
  return out + '}';
}

std::string joined(const std::vector<std::string>& parts) {
  std::vector<std::string> known;
  for (const auto& part : parts) {
    if (!part.empty()) known.push_back(part);
  }
  return join(known, ", ");
}

/// Writes rows in the format asked for. False where nobody takes more.
class Lines {
 public:
  Lines(const std::string& format, const std::vector<std::string>& columns) : format_(format) {
    if (format_ == "csv") csv(columns);
  }
  bool csv(const std::vector<std::string>& fields) {
    std::string out;
    append_csv_line(out, fields);
    return write(out);
  }
  bool json(const std::string& row) { return write(row + '\n'); }
  bool listing(const Listed& row) {
    std::string out;
    append_listing(out, row, layout_);
    return write(out);
  }
  /// The one of the three that is wanted, each made only then.
  template <class Fields, class Json, class Row>
  bool add(const Fields& fields, const Json& json_row, const Row& row) {
    ++answer_.rows;
    if (format_ == "csv") return csv(fields());
    return format_ == "jsonl" ? json(json_row()) : listing(row());
  }
  [[nodiscard]] const Answer& answer() const { return answer_; }

 private:
  bool write(const std::string& out) {
    answer_.written = answer_.written && put(out);
    return answer_.written;
  }

  const std::string& format_;
  Answer answer_;
  ReportOptions layout_ = report_options();
};

/// The actors of the document whose rows come now.
class Actors {
 public:
  explicit Actors(const Store& store) : store_(store) {}
  const ActorRow* find(const std::string& document, std::string_view id) {
    if (document != document_ || !loaded_) load(document);
    const auto found = rows_.find(std::string(id));
    return found == rows_.end() ? nullptr : &found->second;
  }
  [[nodiscard]] FindActor finder(const std::string& document) {
    return [this, document](std::string_view id) { return find(document, id); };
  }
  std::string names(const std::string& document, const std::vector<std::string>& ids) {
    std::vector<std::string> names;
    for (const auto& id : ids) {
      const ActorRow* actor = find(document, id);
      names.push_back(actor == nullptr ? id : actor->name);
    }
    return join(names, "|");
  }

 private:
  void load(const std::string& document) {
    document_ = document;
    loaded_ = true;
    rows_.clear();
    auto rows = store_.actors_of(document);
    if (!rows) return;  // ids stand for names then
    for (const auto& row : *rows) {
      if (auto actor = read_actor(row.json)) rows_.emplace(row.row, std::move(*actor));
    }
  }

  const Store& store_;
  std::string document_;
  bool loaded_ = false;
  std::unordered_map<std::string, ActorRow> rows_;
};

std::string name_of(const StoredRow& row) { return short_id(row.document) + '#' + row.row; }

std::vector<std::string> columns_of(const std::string& table) {
  if (table == "events") {
    return {"row",        "side",        "type",       "status",
            "actors",     "actor_names", "recipients", "recipient_names",
            "claimed_by", "from",        "to",         "text"};
  }
  if (table == "statements") {
    return {"row",       "side",     "type",      "form", "actors", "actor_names",
            "addressee", "polarity", "utterance", "from", "to",     "text"};
  }
  return {"row", "side", "type", "actors", "actor_names", "role"};
}

/// One row in each of the three forms.
class RowWriter {
 public:
  RowWriter(const StoredRow& row, Actors& actors) : row_(row), actors_(actors) {
    if (row.table == "event") read(read_event(row.json), event_);
    if (row.table == "statement") read(read_statement(row.json), statement_);
    if (row.table == "actor") read(read_actor(row.json), actor_);
  }
  std::vector<std::string> fields();
  Listed listed(size_t told);
  /// What two rows have in common that tell the same thing.
  std::string sameness();

 private:
  template <class Row>
  static void read(Result<Row> found, std::optional<Row>& row) {
    if (found) row = std::move(*found);
  }
  std::string names(const std::vector<std::string>& ids) {
    return actors_.names(row_.document, ids);
  }

  const StoredRow& row_;
  Actors& actors_;
  std::optional<EventRow> event_;
  std::optional<StatementRow> statement_;
  std::optional<ActorRow> actor_;
};

std::vector<std::string> RowWriter::fields() {
  const std::string name = row_.document + '#' + row_.row;
  if (row_.table == "event") {
    const EventRow event = event_.value_or(EventRow{});
    return {name,
            row_.side,
            row_.type,
            event.status,
            join(event.actors, "|"),
            names(event.actors),
            join(event.recipients, "|"),
            names(event.recipients),
            event.claimed_by.value_or(""),
            row_.from,
            row_.to,
            row_.text};
  }
  if (row_.table == "statement") {
    const StatementRow statement = statement_.value_or(StatementRow{});
    return {name,
            row_.side,
            row_.type,
            statement.form,
            join(row_.actors, "|"),
            names(row_.actors),
            statement.addressee.value_or(""),
            statement.polarity ? std::to_string(*statement.polarity) : "",
            statement.utterance.value_or(""),
            row_.from,
            row_.to,
            row_.text};
  }
  const std::string role = actor_ ? actor_->role.value_or("") : "";
  return {name, row_.side, row_.type, row_.row, row_.text, role};
}

Listed RowWriter::listed(size_t told) {
  const FindActor find = actors_.finder(row_.document);
  Listed listed{.head = row_.text, .words = row_.text, .facts = "", .name = name_of(row_)};
  const std::string often = told > 1 ? fmt::format("told {} times", told) : "";
  if (event_) {
    listed.head = headline_of(*event_, find);
    listed.facts = joined({row_.type, facts_of(*event_, find, ""), often});
  } else if (statement_) {
    listed.head = headline_of(*statement_, find);
    listed.facts = joined({facts_of(*statement_, find), often});
  } else if (actor_) {
    listed.head = actor_in_words(&*actor_);
    listed.words.clear();
    listed.facts = joined({row_.type, told > 1 ? counted(told, "document") : ""});
    if (actor_->known) listed.name = row_.row;
  } else {
    listed.head = joined({row_.side, row_.type});
  }
  return listed;
}

std::string RowWriter::sameness() {
  const std::string alone = row_.document + '#' + row_.row;
  if (actor_) return actor_->known ? actor_->id : alone;
  if (statement_ && statement_->utterance) return *statement_->utterance;
  if (row_.text.empty()) return alone;
  std::string same = row_.table + '\n' + row_.type + '\n' + row_.from + '\n' + row_.to + '\n';
  if (event_) same += event_->status + '\n' + names({event_->claimed_by.value_or("")}) + '\n';
  return same + names(row_.actors) + '\n' + fold_case(row_.text);
}

// A report tells once what stands in many documents: what is told how often is counted first.
Result<Answer> list_rows(const Store& store, const Question& question) {
  Actors actors(store);
  RowFilter filter = question.filter;
  filter.limit = -1;
  const auto key_of = [&](const StoredRow& row) {
    return std::hash<std::string>()(RowWriter(row, actors).sameness());
  };
  std::unordered_map<size_t, size_t> told;
  auto asked =
      store.each_row(filter, [&](const StoredRow& row) { return ++told[key_of(row)] > 0; });
  if (!asked) return fail(asked.error());
  Lines lines(question.format, {});
  if (question.filter.limit == 0) return lines.answer();
  asked = store.each_row(filter, [&](const StoredRow& row) {
    const auto found = told.find(key_of(row));
    if (found == told.end()) return true;
    const size_t often = found->second;
    told.erase(found);
    const auto nothing = [] { return std::string(); };
    return lines.add([] { return std::vector<std::string>(); }, nothing,
                     [&] { return RowWriter(row, actors).listed(often); }) &&
           lines.answer().rows != question.filter.limit;
  });
  if (!asked) return fail(asked.error());
  return lines.answer();
}

Result<Answer> ask_rows(const Store& store, const Question& question) {
  if (question.format == "report") return list_rows(store, question);
  Actors actors(store);
  Lines lines(question.format, columns_of(question.table));
  const auto asked = store.each_row(question.filter, [&](const StoredRow& row) {
    return lines.add([&] { return RowWriter(row, actors).fields(); }, [&] { return json_of(row); },
                     [] { return Listed(); });
  });
  if (!asked) return fail(asked.error());
  return lines.answer();
}

Result<Answer> ask_issues(const Store& store, const Question& question) {
  const auto& wanted = question.filter.issues;
  auto issues = store.issues(question.filter.side, wanted.empty() ? question.filter.limit : -1);
  if (!issues) return fail(issues.error());
  Lines lines(question.format, {"id", "side", "topic", "label", "rows"});
  for (const auto& issue : *issues) {
    if (!wanted.empty() && std::ranges::find(wanted, issue.id) == wanted.end()) continue;
    if (question.filter.limit >= 0 && lines.answer().rows >= question.filter.limit) break;
    const auto fields = [&] {
      return std::vector<std::string>{issue.id, issue.side, issue.topic, issue.label,
                                      std::to_string(issue.rows.size())};
    };
    const auto json = [&] {
      std::string out;
      append_json(out, make_issue(issue));
      return out;
    };
    lines.add(fields, json, [&] {
      return Listed{.head = issue.label + ": " + counted(issue.rows.size(), "row"),
                    .words = "",
                    .facts = "",
                    .name = issue.id};
    });
  }
  return lines.answer();
}

Result<Answer> ask_documents(const Store& store, const Question& question) {
  Lines lines(question.format, {"id", "day", "title", "url", "path", "outlet"});
  const auto asked = store.each_document(question.filter, [&](const StoredDocument& row) {
    return lines.add(
        [&] {
          return std::vector<std::string>{row.id,  row.day,  row.title,
                                          row.url, row.path, row.outlet};
        },
        [&] { return json_of(row); },
        [&] {
          const bool named = !row.title.empty();
          const std::string where = row.url.empty() && named ? row.path : row.url;
          return Listed{.head = named ? row.title : row.path,
                        .words = joined({days_in_words(row.day, row.day), row.outlet, where}),
                        .facts = "",
                        .name = short_id(row.id)};
        });
  });
  if (!asked) return fail(asked.error());
  return lines.answer();
}

}  // namespace

Result<Answer> answer(const Store& store, const Question& question) {
  if (question.table == "issues") return ask_issues(store, question);
  if (question.table == "documents") return ask_documents(store, question);
  return ask_rows(store, question);
}

}  // namespace demarche::cli
