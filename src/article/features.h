// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "article/html_body.h"
#include "article/labeller.h"
#include "article/text_body.h"
#include "page/page.h"

namespace demarche {

/// What the labeller sees of a page's blocks, one set of features a block: what is in it, what it
/// stands in, where it stands, and what the rules think of it. Features are language-independent
/// but for the hashes of first words, and none names a site.
std::vector<Features> find_html_features(const Page& page, const HtmlBody& body,
                                         std::string_view title, std::string_view description);
std::vector<Features> find_text_features(const TextBody& body);

/// Hashes features to rows of the labeller's table. The table has regions, so that the trainer can
/// leave out all features of one kind at once.
class FeatureSet {
 public:
  enum class Region : uint8_t { kMarks, kWords, kRules, kRest };

  void add(Region region, std::string_view name, std::string_view value);
  void add(Region region, std::string_view name, int value);
  void add(std::string_view name, std::string_view value) { add(Region::kRest, name, value); }
  void add(std::string_view name, int value) { add(Region::kRest, name, value); }
  /// Ascending, each row once; the set is empty afterwards.
  Features take();

 private:
  Features rows_;
};

/// Steps of about a half octave: 0 1 2 3 4 6 8 12 16 ...
int bucket_of(size_t count);
/// 0, tenths, 11 for the whole.
int bucket_of_share(double share);
/// -1 for a part of nothing; else bucket_of_share.
int bucket_of_part(size_t part, size_t whole);

/// Letters, digits, capitals, first and last sign, first words.
void add_shape(std::string_view text, FeatureSet& set);

/// Every word of a short line: what stands on buttons and above lists of links.
void add_words(std::string_view text, FeatureSet& set);

/// How many of a text's longer words the rest of an article has too: teasers speak of other
/// things. Words are hashes; a text is added before it is asked for.
class Vocabulary {
 public:
  void add(std::string_view text);
  /// Share of the words of `text` that were added more often than `text` itself has them
  /// (`own`: it was added). -1 for fewer than three words.
  [[nodiscard]] double share(std::string_view text, bool own) const;

 private:
  std::unordered_map<uint32_t, uint32_t> counts_;
};

uint32_t hash_feature(std::string_view name, std::string_view value);

}  // namespace demarche
