// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "format/view.h"

#include "record/words.h"

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

std::string RecordView::words(const Spans& spans) const {
  return words_at(record_.text, offsets_, spans);
}

}  // namespace demarche
