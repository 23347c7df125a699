// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "format/board.h"

#include <fmt/format.h>

#include <unordered_map>

#include "format/days.h"
#include "format/layout.h"
#include "format/view.h"

namespace demarche {
namespace {

std::string_view in_words(const BoardItem& item) {
  const std::string& kind = item.signal.kind;
  if (kind == "cross-voice") return "officials of one side gave different positions";
  if (kind == "self-shift") {
    if (!item.b || item.a.day.empty() || item.b->day.empty()) {
      return "one speaker gave different positions in two statements";
    }
    if (item.a.day == item.b->day) return "one speaker gave different positions on the same day";
    return "one speaker gave different positions at different times";
  }
  if (kind == "words-deeds") return "words and deeds of one side differ";
  if (kind == "two-handed") return "one side held out two different courses at once";
  return "a position that leaves more than one reading open";
}

std::string joined(const std::vector<std::string>& parts) {
  std::string result;
  for (const auto& part : parts) {
    if (part.empty()) continue;
    if (!result.empty()) result += ", ";
    result += part;
  }
  return result;
}

std::vector<std::string> paragraphs_of(const BoardSide& side) {
  std::vector<std::string> result;
  const std::string who = joined({side.speaker, side.office});
  result.push_back(who.empty() ? "(not named)" : who);
  result.push_back(side.text.empty() ? "(its words were not kept)" : side.text);
  const std::string told = side.told.empty() ? "no day known" : side.told;
  result.push_back(joined({side.day.empty() ? told : side.day, side.outlet}));
  return result;
}

BoardSide side_of(const RecordView& view, const RefRow& ref) {
  BoardSide side;
  const RecordRow& record = view.record();
  side.text = view.words({ref.span});
  side.row = ref.document + "#" + ref.row;
  MaybeText who;
  if (const auto* statement = view.statement(ref.row)) {
    who = statement->speaker;
    side.day = days_in_words(statement->said.from.value_or(""), statement->said.to.value_or(""));
    side.commitment = statement->commitment;
    if (statement->pole) {
      side.plus = statement->pole->plus;
      side.minus = statement->pole->minus;
    }
    if (!statement->content.empty()) side.text = view.words(statement->content);
  } else if (const auto* event = view.event(ref.row)) {
    if (!event->actors.empty()) who = event->actors.front();
    side.day = days_in_words(event->time.from.value_or(""), event->time.to.value_or(""));
    if (!event->evidence.empty()) side.text = view.words(event->evidence);
  }
  side.speaker = view.name_of_actor(who);
  if (const auto* actor = view.actor(who.value_or(""))) side.office = actor->role.value_or("");
  if (side.office == side.speaker) side.office.clear();
  side.outlet = record.site.value_or("");
  side.url = record.url.value_or("");
  return side;
}

}  // namespace

void append_signal(std::string& out, const BoardItem& item, const ReportOptions& options) {
  const SignalRow& signal = item.signal;
  const std::string side = signal.side + ": ";
  const std::string& label = item.issue_label;
  const std::string head = label.starts_with(side) || label.empty() ? label : side + label;
  append_wrapped(out, head.empty() ? signal.side : head, 2, Paint::kBold, options);
  append_wrapped(out, in_words(item), 2, Paint::kBold, options);
  std::string facts = signal.status + ", " + signal.kind;
  if (signal.score) facts += fmt::format(", score {:.2f}", *signal.score);
  if (signal.asserted_by == "outlet") facts += ", said so by the outlet";
  append_wrapped(out, facts, 2, Paint::kQuiet, options);
  const auto left = paragraphs_of(item.a);
  const auto right = item.b ? paragraphs_of(*item.b) : std::vector<std::string>();
  if (options.width >= 80 && item.b) {
    append_columns(out, left, right, options);
  } else {
    for (const auto& line : left) append_wrapped(out, line, 4, Paint::kPlain, options);
    if (item.b) out += '\n';
    for (const auto& line : right) append_wrapped(out, line, 4, Paint::kPlain, options);
  }
  if (!signal.why.empty()) append_wrapped(out, "Why: " + signal.why, 2, Paint::kQuiet, options);
}

std::string make_board(const std::vector<BoardItem>& items, const ReportOptions& options,
                       std::string_view store) {
  if (items.empty()) return "no mixed signals\n";
  std::string out;
  for (const auto& item : items) {
    append_signal(out, item, options);
    append_wrapped(out, item.a.url, 2, Paint::kQuiet, options);
    if (item.b && item.b->url != item.a.url) {
      append_wrapped(out, item.b->url, 2, Paint::kQuiet, options);
    }
    append_wrapped(out, fmt::format("demarche explain {} {}", store, item.signal.id), 2,
                   Paint::kQuiet, options);
    out += '\n';
  }
  return out;
}

std::vector<BoardItem> board_items(const RecordRow& record) {
  const RecordView view(record);
  std::unordered_map<std::string_view, std::string_view> labels;
  for (const auto& issue : record.issues) labels.emplace(issue.id, issue.label);
  std::vector<BoardItem> result;
  for (const auto& signal : record.signals) {
    BoardItem item;
    item.signal = signal;
    const auto label = labels.find(signal.issue.value_or(""));
    if (label != labels.end()) item.issue_label = label->second;
    item.a = side_of(view, signal.a);
    if (signal.b) item.b = side_of(view, *signal.b);
    // Both poles of one row: the record keeps the first alone.
    if (item.b && item.b->row == item.a.row) item.b->plus = item.b->minus = std::nullopt;
    result.push_back(std::move(item));
  }
  return result;
}

}  // namespace demarche
