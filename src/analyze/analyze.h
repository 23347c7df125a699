// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analyze/document.h"
#include "base/result.h"
#include "mention/antecedent_model.h"
#include "token/boundaries.h"

namespace demarche {

/// All that is known before a page is read: loaded once, then shared by all threads.
struct Knowledge {
  std::vector<Language> languages;
  ActorTable actors;
  CueTable cues;
  EventPatterns patterns;
  ArticleModels article;
  BoundaryModel boundaries;                ///< ends of sentences
  std::shared_ptr<const WordModel> words;  ///< the language model, or none: rules
  /// Who takes up whom, for pages that a language model reads; none where the models have none.
  std::optional<AntecedentModel> antecedents;
  /// What `antecedents` wants of the language model.
  [[nodiscard]] Vectors vectors() const { return antecedents ? Vectors::kWords : Vectors::kNone; }
  std::string data_hash;    ///< sha256 of all tables that were read
  std::string models_hash;  ///< of the models
};

/// The models that belong to a data folder: `models` in it (as installed) or beside it (as in the
/// sources); empty where there are none.
std::string find_models(const std::string& data_dir);

/// Reads data/, the user's overlay folders, and the models of a folder (empty: those that belong to
/// the data). `language_model`: "full" or "lite", read from the folder `en` of the models; empty:
/// none, the parser goes by rules. Fails with the file and line that is wrong, or the model that is
/// missing.
Result<Knowledge> load_knowledge(const std::string& data_dir,
                                 const std::vector<std::string>& overlays,
                                 const std::string& models_dir = {},
                                 const std::string& language_model = {});

struct AnalyzeOptions {
  std::string date;  ///< --date, or empty
  Limits limits;
};

/// Reads one input: the one function that calls the stages page .. event. The same input,
/// knowledge and options give the same Document, on any machine, in any number of threads.
/// Fails only where there is nothing to read (binary, too large).
Result<Document> analyze(const Input& input, const Knowledge& knowledge,
                         const AnalyzeOptions& options);

/// The blocks of a page as the article stage sees them, and the article that came of them.
struct PageTrace {
  std::vector<BlockTrace> blocks;  ///< none of prose
  Article article;
};

/// For a person who asks why a paragraph is missing. Fails as analyze does.
Result<PageTrace> trace_page(const Input& input, const Knowledge& knowledge,
                             const AnalyzeOptions& options);

}  // namespace demarche
