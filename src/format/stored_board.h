// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "format/board.h"
#include "signal/signal.h"
#include "store/store.h"

namespace demarche {

/// What a person needs to judge a signal, from the points of its two rows (one, or one for each
/// pole of the row).
BoardItem make_board_item(const Signal& signal, const std::vector<Point>& a,
                          const std::vector<Point>& b);
/// The same from the rows of a store.
Result<BoardItem> make_board_item(const Store& store, const Signal& signal);

}  // namespace demarche
