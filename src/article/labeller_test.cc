// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/labeller.h"

#include <gtest/gtest.h>

#include "article/article.h"
#include "article/features.h"

namespace demarche {
namespace {

const std::string kModels = std::string(DEMARCHE_SOURCE_DIR) + "/models/article";

const ArticleModels& models() {
  static const ArticleModels all = *load_article_models(kModels);
  return all;
}

uint32_t next(uint32_t& state) {
  state = state * 1664525U + 1013904223U;
  return state >> 8U;
}

TEST(Labeller, PathsKeepTheLawsOfAPageOnAnyFeatures) {
  uint32_t state = 7;
  for (const Labeller* labeller : {&models().html, &models().text}) {
    for (size_t size = 1; size < 120; size += 7) {
      std::vector<Features> blocks(size);
      for (Features& rows : blocks) {
        for (uint32_t i = next(state) % 60; i > 0; --i)
          rows.push_back(static_cast<uint16_t>(next(state) % 9000));
      }
      const auto labels = labeller->label(blocks, true);
      ASSERT_EQ(labels.size(), size);
      size_t body = 0;
      size_t run = 0;
      for (size_t i = 0; i < size; ++i) {
        const PagePart part = labels[i].part;
        EXPECT_GE(labels[i].confidence, 0.0F);
        EXPECT_LE(labels[i].confidence, 1.0F);
        run = part == PagePart::kStandfirst ? run + 1 : 0;
        EXPECT_LE(run, 3U);
        body += part == PagePart::kBody ? 1 : 0;
        if (i == 0) continue;
        const PagePart above = labels[i - 1].part;
        if (above == PagePart::kAfter) {
          EXPECT_EQ(part, PagePart::kAfter);
        }
        if (part == PagePart::kBefore) {
          EXPECT_TRUE(above == PagePart::kBefore || above == PagePart::kStandfirst);
        }
      }
      EXPECT_GT(body, 0U);
      EXPECT_NE(labels.back().part, PagePart::kInner);
    }
  }
}

TEST(Labeller, SaysTheSameWithAndWithoutConfidence) {
  const std::vector<Features> blocks = {{1, 5000, 7000}, {6300, 7001}, {2, 3}, {}};
  const auto once = models().html.label(blocks, true);
  const auto twice = models().html.label(blocks);
  for (size_t i = 0; i < once.size(); ++i) {
    EXPECT_EQ(once[i].part, twice[i].part);
    EXPECT_EQ(twice[i].confidence, 0.0F);
  }
  EXPECT_TRUE(models().html.label({}).empty());
}

// Each block by itself: its part has the posterior that is told, and no other part can have more
// than what is left; what is kept has more than half with the other kept part.
TEST(Labeller, LabelsEachBlockByItsPosterior) {
  uint32_t state = 11;
  size_t differ = 0;
  for (size_t size = 1; size < 120; size += 7) {
    std::vector<Features> blocks(size);
    for (Features& rows : blocks) {
      for (uint32_t i = next(state) % 60; i > 0; --i)
        rows.push_back(static_cast<uint16_t>(next(state) % Labeller::kRows));
    }
    const auto each = models().text.label_each(blocks);
    const auto path = models().text.label(blocks, true);
    ASSERT_EQ(each.size(), size);
    for (size_t i = 0; i < size; ++i) {
      if (each[i].part == path[i].part) {
        EXPECT_EQ(each[i].confidence, path[i].confidence);
      } else {
        ++differ;
        EXPECT_LE(each[i].confidence + path[i].confidence, 1.001F);
        const bool kept = path[i].part == PagePart::kBody || path[i].part == PagePart::kStandfirst;
        if (!kept) {
          EXPECT_LE(path[i].confidence, 0.5F);
        }
      }
    }
  }
  EXPECT_GT(differ, 0U);
  EXPECT_TRUE(models().text.label_each({}).empty());
  EXPECT_TRUE(Labeller().label_each(std::vector<Features>(3)).empty());
}

TEST(Labeller, LabelsNothingBeforeItIsMade) {
  const std::vector<Features> blocks = {{1}, {2}};
  EXPECT_TRUE(Labeller().label(blocks).empty());
}

// Why a file makes no labeller; empty where it makes one.
std::string refusal(const ModelFile& file) {
  const auto labeller = Labeller::make(file, "x.model");
  return labeller ? "" : labeller.error().message;
}

TEST(Labeller, RefusesAModelOfAnotherShape) {
  ModelFile file;
  file.tensors.push_back({.name = "steps", .shape = {2, 2}, .floats = {0, 0, 0, 0}});
  EXPECT_EQ(refusal(file), "x.model: not usable: array 'steps' has another shape");
}

// Half a model would label, and nobody would know.
TEST(Labeller, RefusesAModelThatIsNotWhole) {
  const auto read = load_model_file(kModels + "/html.model");
  ASSERT_TRUE(read);
  const ModelFile& whole = *read;
  ASSERT_EQ(refusal(whole), "");
  for (size_t i = 0; i < whole.tensors.size(); ++i) {
    const std::string name = "'" + whole.tensors[i].name + "'";
    ModelFile file = whole;
    file.tensors[i].name = "other";
    EXPECT_EQ(refusal(file),
              "x.model: not usable: array " + name + " is missing; array 'other' is unknown");
    file = whole;
    file.tensors[i].shape.push_back(1);
    EXPECT_EQ(refusal(file), "x.model: not usable: array " + name + " has another shape");
    file = whole;
    std::swap(file.tensors[i].bytes, file.tensors[0].bytes);
    std::swap(file.tensors[i].floats, file.tensors[0].floats);
    if (!whole.tensors[i].bytes.empty()) {
      EXPECT_EQ(refusal(file), "x.model: not usable: array 'steps' is not of floats");
    }
    file = whole;
    file.tensors.erase(file.tensors.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_EQ(refusal(file), "x.model: not usable: array " + name + " is missing");
  }
  for (const char* more : {"more", "3.bias", "0.layer3_bias", ""}) {
    ModelFile file = whole;
    file.tensors.push_back({.name = more, .shape = {1}, .floats = {1}});
    EXPECT_NE(refusal(file), "") << more;
  }
  ModelFile file = whole;
  file.tensors.push_back({.name = "more", .shape = {1}, .floats = {1}});
  EXPECT_EQ(refusal(file), "x.model: not usable: array 'more' is unknown");
}

TEST(Labeller, CutsThePageOfAnInventedPaper) {
  const std::string html =
      R"(<html><head><title>Ferry to Skarv runs again | The Kestrel Courier</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li><li><a href="/s">Sport</a></li></ul></nav>
<article><h1>Ferry to Skarv runs again</h1><div class="byline">By Runa Selbek</div>
<p>The ferry between Dalby and Skarv left the quay on Monday morning for the first time in five weeks, the harbour office said.</p>
<p>“The engine is new and the crew is rested,” said Ane Torvik, who runs the line with her brother and two other families.</p>
<p>The boat carries sixty passengers and eight cars. It had been out of use since a storm broke its mast in early spring.</p>
<p>Tickets cost what they cost before, and the last boat still leaves the island at six in the evening, except on Sundays.</p></article>
<aside class="related"><h3>Read also</h3><ul><li><a href="/a">Storm breaks mast of Skarv ferry</a></li><li><a href="/b">Five weeks without a boat</a></li></ul></aside>
<footer><p>© The Kestrel Courier. All rights reserved.</p></footer></body></html>)";
  const auto page = read_page(html, {.kind = PageKind::kHtml});
  ASSERT_TRUE(page);
  const Article article = make_article(*page, {}, &models());
  std::vector<std::string> body;
  for (const Block& block : article.blocks)
    if (block.kind == BlockKind::kBody)
      body.emplace_back(article.text.of(block.span).substr(0, 16));
  EXPECT_EQ(body, (std::vector<std::string>{"The ferry betwee", "“The engine is",
                                            "The boat carries", "Tickets cost wha"}));
  const auto trace = trace_article(*page, {}, models());
  ASSERT_EQ(trace.size(), page->blocks.size());
  for (const BlockTrace& block : trace)
    EXPECT_EQ(block.kept && block.block == BlockKind::kBody, block.label.part == PagePart::kBody)
        << block.text;
}

TEST(Features, AscendAndStayInTheTable) {
  FeatureSet set;
  for (int i = 0; i < 300; ++i) {
    set.add("number", i);
    set.add(FeatureSet::Region::kMarks, "mark", i);
    set.add(FeatureSet::Region::kWords, "word", -i);
    set.add(FeatureSet::Region::kRules, "rule", i);
  }
  const Features rows = set.take();
  for (size_t i = 0; i < rows.size(); ++i) {
    EXPECT_LT(rows[i], Labeller::kRows);
    if (i > 0) {
      EXPECT_LT(rows[i - 1], rows[i]);
    }
  }
  EXPECT_TRUE(set.take().empty());
}

TEST(Features, BucketsAscend) {
  for (size_t i = 1; i < 5000; ++i) EXPECT_LE(bucket_of(i - 1), bucket_of(i));
  EXPECT_EQ(bucket_of_part(0, 0), -1);
  EXPECT_EQ(bucket_of_part(0, 9), 0);
  EXPECT_EQ(bucket_of_part(9, 9), 11);
}

TEST(Vocabulary, CountsOnlyWhatOthersSayToo) {
  Vocabulary words;
  words.add("The ferry carries sixty passengers");
  words.add("Passengers wait");
  EXPECT_DOUBLE_EQ(words.share("The ferry carries sixty passengers", true), 0.25);
  EXPECT_DOUBLE_EQ(words.share("ferry carries harbour passengers", false), 0.75);
  EXPECT_DOUBLE_EQ(words.share("ferry", false), -1);
}

}  // namespace
}  // namespace demarche
