// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>

#include "article/comments.h"
#include "article/features.h"
#include "article/lines.h"
#include "article/metadata.h"
#include "base/strings.h"

namespace demarche {
namespace {

constexpr uint32_t kNone = PageElement::kNone;
using enum FeatureSet::Region;

std::string_view last_tags(std::string_view path, int count) {
  size_t at = path.size();
  for (int i = 0; i < count && at != std::string_view::npos; ++i) {
    at = at == 0 ? std::string_view::npos : path.rfind(' ', at - 1);
  }
  return at == std::string_view::npos ? path : path.substr(at + 1);
}

// Class words without their digits: "col-md-8 article__body" gives col, article, body.
void add_marks(std::string_view name, std::string_view marks, FeatureSet& set) {
  size_t count = 0;
  size_t at = 0;
  while (at < marks.size() && count < 10) {
    while (at < marks.size() && !is_ascii_alpha(marks[at])) ++at;
    size_t end = at;
    while (end < marks.size() && is_ascii_alpha(marks[end])) ++end;
    if (end - at >= 3 && end - at <= 20) {
      set.add(kMarks, name, marks.substr(at, end - at));
      ++count;
    }
    at = end;
  }
}

// Blocks of one make: the same tags from the root and the same class words of their own.
struct Make {
  size_t blocks = 0, words = 0;
  float weight = 0;
};

class HtmlFeatures {
 public:
  HtmlFeatures(const Page& page, const HtmlBody& body, std::string_view title,
               std::string_view description)
      : page_(page), body_(body), title_(title), description_(description) {
    count();
  }
  std::vector<Features> find();

 private:
  void count();
  void add_block(size_t i);
  void add_reading(size_t i);
  void add_position(size_t i);
  void add_elements(size_t i);

  const Page& page_;
  const HtmlBody& body_;
  std::string_view title_, description_;
  FeatureSet set_;
  std::unordered_map<uint32_t, Make> makes_;
  std::vector<uint32_t> make_of_;
  std::unordered_map<std::string_view, size_t> seen_;
  std::vector<size_t> children_;
  Vocabulary told_, head_;
  float total_ = 0, before_ = 0;
  size_t kept_words_ = 0, kept_before_ = 0;
};

void HtmlFeatures::count() {
  const size_t n = page_.blocks.size();
  make_of_.resize(n);
  children_.resize(page_.elements.size());
  head_.add(title_);
  head_.add(description_);
  for (size_t i = 0; i < n; ++i) {
    const PageBlock& block = page_.blocks[i];
    const BlockFacts& facts = body_.facts[i];
    make_of_[i] = hash_feature(
        block.path, block.element == kNone ? std::string_view()
                                           : std::string_view(page_.elements[block.element].marks));
    Make& make = makes_[make_of_[i]];
    ++make.blocks;
    make.words += facts.words;
    make.weight += facts.weight;
    total_ += facts.weight;
    ++seen_[block.text];
    if (block.element != kNone) ++children_[block.element];
    if (!body_.draft[i].kept) continue;
    kept_words_ += facts.words;
    told_.add(block.text);
  }
}

void HtmlFeatures::add_block(size_t i) {
  const PageBlock& block = page_.blocks[i];
  const size_t words = body_.facts[i].words;
  set_.add("tag", block.tag);
  set_.add("path2", last_tags(block.path, 2));
  set_.add("path3", last_tags(block.path, 3));
  set_.add("words", bucket_of(words));
  const int links = bucket_of_share(block.link_share);
  set_.add("links", links);
  set_.add("links+words", links * 100 + std::min(bucket_of(words), 12));
  set_.add("sentence",
           (ends_sentence(block.text) ? 2 : 0) + (has_sentence_mark(block.text) ? 1 : 0));
  add_shape(block.text, set_);
  add_words(block.text, set_);
  if (is_end_sign(block.text)) set_.add("end sign", 1);
  if (heads_comments(block.text)) set_.add("heads comments", 1);
  if (words < 60 && is_caption_line(block.text)) set_.add("picture", 1);
  if (!title_.empty() && same_words(block.text, title_)) set_.add("title", 1);
  if (description_.size() >= 20 && same_words(block.text, description_)) {
    set_.add("description", 2);
  } else if (description_.size() >= 40 && block.text.starts_with(description_.substr(0, 40))) {
    set_.add("description", 1);
  }
  set_.add("seen", static_cast<int>(std::min<size_t>(seen_[block.text], 3)));
}

// What the rules and the page's own data say of it.
void HtmlFeatures::add_reading(size_t i) {
  const BlockFacts& facts = body_.facts[i];
  const DraftItem& item = body_.draft[i];
  if (facts.kind) set_.add("kind", static_cast<int>(*facts.kind));
  if (facts.marked) set_.add("marked", static_cast<int>(*facts.marked));
  set_.add("inside", facts.inside ? 1 : 0);
  set_.add(kRules, "told", facts.told ? 1 : 0);
  const int rule = item.kept ? static_cast<int>(item.block) : 10 + static_cast<int>(item.furniture);
  set_.add(kRules, "rule", rule);
  set_.add(kRules, "kept", item.kept ? 1 : 0);
  set_.add(kRules, "rule+words", (item.kept ? rule : 10) * 100 + bucket_of(facts.words) / 2);
  const std::string_view text = page_.blocks[i].text;
  const double told = told_.share(text, item.kept);
  set_.add("of the text", told < 0 ? -1 : bucket_of_share(told));
  const double head = head_.share(text, false);
  set_.add("of the head", head < 0 ? -1 : bucket_of_share(head));
}

void HtmlFeatures::add_position(size_t i) {
  int place = 99;
  if (body_.title_block != SIZE_MAX) {
    place = i < body_.title_block ? -bucket_of(body_.title_block - i)
                                  : bucket_of(i - body_.title_block);
  }
  set_.add("after title", place);
  set_.add("weight before", total_ > 0 ? bucket_of_share(before_ / total_) : -1);
  set_.add("kept before", bucket_of_part(kept_before_, kept_words_));
  before_ += body_.facts[i].weight;
  kept_before_ += body_.draft[i].kept ? body_.facts[i].words : 0;
  const Make& make = makes_[make_of_[i]];
  set_.add("make blocks", bucket_of(make.blocks));
  set_.add("make words", bucket_of(make.words / make.blocks));
  set_.add("make share", total_ > 0 ? bucket_of_share(make.weight / total_) : -1);
}

void HtmlFeatures::add_elements(size_t i) {
  static constexpr std::array<std::string_view, 6> kShares = {"share0", "share1", "share2",
                                                              "share3", "share4", "share5"};
  static constexpr std::array<std::string_view, 6> kTags = {"tag0", "tag1", "tag2",
                                                            "tag3", "tag3", "tag3"};
  static constexpr std::array<std::string_view, 6> kNames = {"marks0", "marks1", "marks2",
                                                             "marks3", "marks3", "marks3"};
  uint32_t e = page_.blocks[i].element;
  for (size_t level = 0; level < kShares.size() && e != kNone; ++level) {
    const PageElement& element = page_.elements[e];
    set_.add(kShares[level], bucket_of_share(body_.element_share[e]));
    if (level > 0) set_.add(kTags[level], element.tag);
    if (level == 1) set_.add("siblings", bucket_of(children_[e]));
    add_marks(kNames[level], element.marks, set_);
    e = element.parent;
  }
}

std::vector<Features> HtmlFeatures::find() {
  std::vector<Features> all;
  all.reserve(page_.blocks.size());
  for (size_t i = 0; i < page_.blocks.size(); ++i) {
    add_block(i);
    add_reading(i);
    add_position(i);
    add_elements(i);
    all.push_back(set_.take());
  }
  return all;
}

}  // namespace

std::vector<Features> find_html_features(const Page& page, const HtmlBody& body,
                                         std::string_view title, std::string_view description) {
  return HtmlFeatures(page, body, title, description).find();
}

}  // namespace demarche
