// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "format/stored_board.h"

#include "format/days.h"
#include "record/record.h"

namespace demarche {
namespace {

BoardSide side_of(const Ref& ref, const Point* point) {
  BoardSide side;
  side.row = ref.document + '#' + ref.row;
  if (point == nullptr) return side;
  side.text = point->text;
  side.speaker = point->speaker_name.empty() ? point->side : point->speaker_name;
  if (point->office != side.speaker) side.office = point->office;
  side.axis = point->axis;
  if (point->from) side.from = format_day(*point->from);
  if (point->to) side.to = format_day(*point->to);
  side.day = days_in_words(side.from, side.to);
  if (!point->day_text.empty()) side.told = "told on " + date_in_words(point->day_text);
  side.outlet = point->outlet;
  side.url = point->url;
  side.plus = point->plus;
  side.minus = point->minus;
  if (!point->deed) side.commitment = point->commitment;
  return side;
}

const Point* at(const std::vector<Point>& points, size_t number) {
  return number < points.size() ? &points[number] : nullptr;
}

}  // namespace

BoardItem make_board_item(const Signal& signal, const std::vector<Point>& a,
                          const std::vector<Point>& b) {
  BoardItem item;
  item.signal = make_signal(signal);
  item.a = side_of(signal.a, at(a, 0));
  if (!signal.b) return item;
  // Where both poles stand in one row, its second point is the other side.
  const bool same = signal.a.document == signal.b->document && signal.a.row == signal.b->row;
  item.b = side_of(*signal.b, at(b, same && b.size() > 1 ? 1 : 0));
  return item;
}

Result<BoardItem> make_board_item(const Store& store, const Signal& signal) {
  auto a = store.points(signal.a.document, signal.a.row);
  if (!a) return fail(a.error());
  std::vector<Point> b;
  if (signal.b) {
    auto found = store.points(signal.b->document, signal.b->row);
    if (!found) return fail(found.error());
    b = std::move(*found);
  }
  BoardItem item = make_board_item(signal, *a, b);
  // Of a deed the point holds its trigger alone; its row has all the words that show it.
  auto widen = [&](const std::vector<Point>& points, BoardSide& side) {
    if (points.empty()) return;
    auto rows = store.row(points.front().ref.document, points.front().ref.row);
    if (rows && !rows->empty() && !rows->front().text.empty()) side.text = rows->front().text;
  };
  widen(*a, item.a);
  if (item.b) widen(b, *item.b);
  auto label = store.label_of_issue(signal.issue);
  if (!label) return fail(label.error());
  item.issue_label = std::move(*label);
  return item;
}

}  // namespace demarche
