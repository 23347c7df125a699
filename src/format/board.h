// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "format/report.h"
#include "record/rows.h"

namespace demarche {

/// One of the two rows of a signal, with what a person needs to judge it. Empty: not known.
struct BoardSide {
  std::string text, speaker, office, day, outlet, url;
  std::string told;                   ///< "told on 3 May 2031", for where the day is not known
  std::string row;                    ///< DOCUMENT#ROW
  std::string axis, from, to;         ///< of the position; days as YYYY-MM-DD
  std::optional<double> plus, minus;  ///< probabilities of the poles
  std::optional<int> commitment;      ///< -3..3
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

/// The board of mixed signals of a store, in the order given. `store` is its name, for the command
/// that explains each.
std::string make_board(const std::vector<BoardItem>& items, const ReportOptions& options,
                       std::string_view store = "STORE");

/// The signals of one record as items of a board.
std::vector<BoardItem> board_items(const RecordRow& record);

}  // namespace demarche
