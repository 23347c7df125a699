// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "analyze/document.h"
#include "base/result.h"

namespace demarche {

/// All that is known before a page is read: loaded once, then shared by all threads.
struct Knowledge {
  std::vector<Language> languages;
  ActorTable actors;
  CueTable cues;
  EventPatterns patterns;
  std::string data_hash;  ///< sha256 of all files that were read
};

/// Reads data/ and the user's overlay folders. Fails with the file and line that is wrong.
Result<Knowledge> load_knowledge(const std::string& data_dir,
                                 const std::vector<std::string>& overlays);

struct AnalyzeOptions {
  std::string date;  ///< --date, or empty
  Limits limits;
};

/// Reads one input: the one function that calls the stages page .. event. The same input,
/// knowledge and options give the same Document, on any machine, in any number of threads.
/// Fails only where there is nothing to read (binary, too large).
Result<Document> analyze(const Input& input, const Knowledge& knowledge,
                         const AnalyzeOptions& options);

}  // namespace demarche
