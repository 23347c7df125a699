// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "format/view.h"

#include <algorithm>

#include "base/strings.h"

namespace demarche {
namespace {

template <class Row>
const Row* find(const std::unordered_map<std::string_view, const Row*>& rows, std::string_view id) {
  const auto found = rows.find(id);
  return found == rows.end() ? nullptr : found->second;
}

}  // namespace

RecordView::RecordView(const RecordRow& record) : record_(record), offsets_(record.text) {
  for (const auto& row : record.actors) actors_.emplace(row.id, &row);
  for (const auto& row : record.places) places_.emplace(row.id, &row);
  for (const auto& row : record.statements) statements_.emplace(row.id, &row);
  for (const auto& row : record.events) events_.emplace(row.id, &row);
}

const ActorRow* RecordView::actor(std::string_view id) const { return find(actors_, id); }
const StatementRow* RecordView::statement(std::string_view id) const {
  return find(statements_, id);
}
const EventRow* RecordView::event(std::string_view id) const { return find(events_, id); }

std::string RecordView::name_of_actor(const MaybeText& id) const {
  if (!id) return "";
  const ActorRow* row = actor(*id);
  return row == nullptr || row->name.empty() ? *id : row->name;
}

std::string RecordView::name_of_place(const MaybeText& id) const {
  if (!id) return "";
  const PlaceRow* row = find(places_, *id);
  return row == nullptr ? *id : row->name;
}

// Clamped, so that a record with wrong offsets gives less and not a crash.
std::string RecordView::words(const Spans& spans) const {
  std::string result;
  const std::string_view text = record_.text;
  for (const SpanRow span : spans) {
    const uint32_t from = offsets_.byte(std::min(span.start, offsets_.size()));
    const uint32_t to = offsets_.byte(std::min(span.end, offsets_.size()));
    if (to <= from) continue;
    if (!result.empty()) result += " ... ";
    result += fold_space(text.substr(from, to - from));
  }
  return result;
}

}  // namespace demarche
