// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "analyze/analyze.h"
#include "reading.h"
#include "record/json.h"
#include "record/record.h"
#include "signal/signal.h"
#include "store/store.h"

namespace demarche::cli {

enum ExitStatus : int { kAllGood = 0, kSomeFailed = 1, kWrongUsage = 2 };

/// What every verb that reads pages needs, loaded once and only read afterwards.
struct Program {
  Knowledge knowledge;
  TopicTable topics;
  Coder coder;
  AnalyzeOptions options;
};

/// One page, read: the record, and what a store keeps beside it.
struct Reading {
  RecordRow record;
  std::vector<Point> points;
  std::vector<ExplainRow> explained;
  std::string bytes_hash;
  std::string conllu;  ///< where it was asked for
};

/// $DEMARCHE_DATA, share/demarche beside the program, or the data of the build.
std::string find_data_folder();

/// The knowledge of a data folder, with its own models or else the program's. `model` as --model.
Result<Knowledge> load_tables(const std::string& folder, const std::vector<std::string>& overlays,
                              const std::string& model);
/// All that reading needs, of checked options.
Result<Program> load_program(const ReadingOptions& options);
Result<Reading> read_one(const Input& input, const Program& program, bool conllu = false);
StoredDocument make_stored(const Reading& reading);

/// A store that `read --into` made. Where pages are given instead, the message says how to make
/// one.
Result<Store> open_store(const std::string& path);

/// Words to standard error, one line; control characters in it become question marks.
void say(std::string_view words);
/// Data to standard output; false where it cannot be written (said once, and not where its reader
/// went away).
bool put(std::string_view data);
/// Flushes standard output; false where that fails.
bool finish_output();
/// Says that something comes later and gives the status of wrong usage.
int comes_later(std::string_view what);

}  // namespace demarche::cli
