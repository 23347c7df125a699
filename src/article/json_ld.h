// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <optional>
#include <string>
#include <vector>

#include "article/article.h"

namespace demarche {

/// An entry of a live page.
struct LiveEntry {
  std::string headline, body, published;
};

/// What the schema.org data of a page say of its article. Empty strings are unknown values.
struct LinkedData {
  std::string headline, published, modified, site, description, section, language, url, body, image;
  std::vector<std::string> tags;
  std::vector<Author> authors;
  std::optional<bool> paywalled;
  std::vector<std::string> comments;  ///< what readers say, as it is given
  std::vector<LiveEntry> live;        ///< in the order of the data
  bool is_article = false;            ///< the page itself is said to be one, not something on it
  bool is_index = false;  ///< the page itself is said to be a list, a search, a person's page
};

/// Reads the JSON-LD scripts of a page: arrays, @graph, references by @id. A script that is no
/// JSON, even after small repairs, gives a note.
LinkedData read_json_ld(const std::vector<std::string>& scripts, std::vector<Note>& notes);

}  // namespace demarche
