// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "format/report.h"
#include "record/rows.h"

namespace demarche {

/// One of the two rows of a signal, with what a person needs to judge it. Empty: not known.
struct BoardSide {
  std::string text, speaker, office, day, outlet, url;
};
struct BoardItem {
  SignalRow signal;
  std::string issue_label;
  BoardSide a;
  std::optional<BoardSide> b;
};

/// Appends one signal: its kind in words, then both rows face to face (one below the other where
/// the width is under 80). Says that positions differ, never why.
void append_signal(std::string& out, const BoardItem& item, const ReportOptions& options);

/// The board of mixed signals of a store, in the order given.
std::string make_board(const std::vector<BoardItem>& items, const ReportOptions& options);

/// The signals of one record as items of a board.
std::vector<BoardItem> board_items(const RecordRow& record);

}  // namespace demarche
