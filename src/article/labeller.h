// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "infer/model_file.h"

namespace demarche {

/// The part of a page that a block belongs to, seen from the article.
enum class PagePart : uint8_t { kBefore, kStandfirst, kBody, kInner, kAfter };
std::string_view name_of(PagePart);

/// The features of one block: rows of the labeller's table, ascending.
using Features = std::vector<uint16_t>;

struct BlockLabel {
  PagePart part = PagePart::kBefore;
  float confidence = 0;  ///< posterior of the part, 0..1; 0 where it was not asked for
};

/// A linear chain over the blocks of a page: each block's features are summed to a vector, three
/// dilated convolutions let it see seven neighbours on either side, and the best path through the
/// parts of a page is chosen (Viterbi), in which the body stands in one stretch, with furniture
/// inside it, and a standfirst has three blocks in a row at most. A page has a body: whether it
/// holds an article at all is decided elsewhere.
///
/// Plain float sums in one fixed order: the same labels on every machine. Read-only once made, so
/// that all threads share it.
class Labeller {
 public:
  static constexpr uint32_t kRows = 8192;  ///< of the table of features
  static constexpr uint32_t kWidth = 32;

  /// `path` is for the message when the file holds something else.
  static Result<Labeller> make(const ModelFile& file, std::string_view path);

  /// One label a block; none for no blocks. Rows over kRows are left out.
  /// Posteriors cost more than the labels and are for people: only where asked for.
  [[nodiscard]] std::vector<BlockLabel> label(std::span<const Features> blocks,
                                              bool with_confidence = false) const;
  /// The likeliest part of each block by itself, with its posterior; standfirst and body, both
  /// kept, count as one against the others. Where many ends of the body are likely and none is
  /// sure, as on short pages without tags, the best path ends at the first: this keeps what most of
  /// them keep. Posteriors are sums of exponentials in double, so that machines could differ at a
  /// tie alone.
  [[nodiscard]] std::vector<BlockLabel> label_each(std::span<const Features> blocks) const;

 private:
  struct Layer {
    std::vector<float> weights;  // 3 x kWidth x kWidth: offset, from, to
    std::vector<float> bias;     // kWidth
  };
  struct Net {
    std::vector<int8_t> rows;  // kRows x kWidth
    float scale = 1;
    std::vector<float> bias;
    std::vector<Layer> layers;
    std::vector<float> out, out_bias;
  };
  [[nodiscard]] std::vector<float> scores_of(std::span<const Features> blocks) const;
  void add_scores(const Net& net, std::span<const Features> blocks,
                  std::vector<float>& scores) const;

  std::vector<Net> nets_;  // their scores are averaged
  std::vector<float> steps_, start_, end_;
};

/// The two labellers of the article stage and the hash of what they were read from.
struct ArticleModels {
  Labeller html, text;
  std::string hash;
};

/// Reads html.model and text.model from a folder.
Result<ArticleModels> load_article_models(const std::string& folder);

}  // namespace demarche
