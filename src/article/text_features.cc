// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "article/features.h"
#include "article/lines.h"
#include "article/metadata.h"

namespace demarche {
namespace {

using enum FeatureSet::Region;

class TextFeatures {
 public:
  explicit TextFeatures(const TextBody& body) : body_(body) { count(); }
  std::vector<Features> find();

 private:
  void count();
  void add_line(size_t i);
  void add_position(size_t i);

  const TextBody& body_;
  FeatureSet set_;
  std::unordered_map<std::string_view, size_t> seen_;
  Vocabulary told_, head_;
  size_t words_ = 0, words_before_ = 0;      // of sentences
  size_t kept_words_ = 0, kept_before_ = 0;  // of what the rules keep
  std::vector<size_t> group_;                // number of the lines without a gap in which it stands
  std::vector<size_t> group_size_, group_words_;
};

void TextFeatures::count() {
  head_.add(body_.title);
  for (size_t i = 0; i < body_.lines.size(); ++i) {
    const LineFacts& line = body_.lines[i];
    ++seen_[line.text];
    if (line.gap || i == 0) {
      group_size_.push_back(0);
      group_words_.push_back(0);
    }
    group_.push_back(group_size_.size() - 1);
    ++group_size_.back();
    group_words_.back() += line.words;
    words_ += line.sentence ? line.words : 0;
    if (!body_.draft[i].kept) continue;
    kept_words_ += line.words;
    told_.add(line.text);
  }
}

void TextFeatures::add_line(size_t i) {
  const LineFacts& line = body_.lines[i];
  const DraftItem& item = body_.draft[i];
  const bool gap_after = i + 1 >= body_.lines.size() || body_.lines[i + 1].gap;
  const int gaps = (line.gap ? 2 : 0) + (gap_after ? 1 : 0);
  const int words = bucket_of(line.words);
  const int sentence = (line.sentence ? 2 : 0) + (has_sentence_mark(line.text) ? 1 : 0);
  set_.add("gaps", gaps);
  set_.add("words", words);
  set_.add("words+gaps", words * 10 + gaps);
  set_.add("sentence", sentence);
  set_.add("sentence+words", sentence * 100 + words);
  add_shape(line.text, set_);
  add_words(line.text, set_);
  if (line.kind) set_.add("kind", static_cast<int>(*line.kind));
  if (line.ends) set_.add("end sign", 1);
  if (line.caption) set_.add("picture", 1);
  if (line.repeated) set_.add("repeated", 1);
  if (!body_.title.empty() && same_words(line.text, body_.title)) set_.add("title", 1);
  const int rule = item.kept ? static_cast<int>(item.block) : 10 + static_cast<int>(item.furniture);
  set_.add(kRules, "rule", rule);
  set_.add(kRules, "kept", item.kept ? 1 : 0);
  set_.add(kRules, "rule+words", (item.kept ? rule : 10) * 100 + words / 2);
  const double told = told_.share(line.text, item.kept);
  set_.add("of the text", told < 0 ? -1 : bucket_of_share(told));
  const double head = head_.share(line.text, false);
  set_.add("of the head", head < 0 ? -1 : bucket_of_share(head));
  set_.add("seen", static_cast<int>(std::min<size_t>(seen_[line.text], 3)));
}

void TextFeatures::add_position(size_t i) {
  const LineFacts& line = body_.lines[i];
  int place = 99;
  if (body_.title_line != SIZE_MAX) {
    place =
        i < body_.title_line ? -bucket_of(body_.title_line - i) : bucket_of(i - body_.title_line);
  }
  set_.add("after title", place);
  set_.add("from the end", bucket_of(body_.lines.size() - i));
  set_.add("words before", bucket_of_part(words_before_, words_));
  set_.add("kept before", bucket_of_part(kept_before_, kept_words_));
  words_before_ += line.sentence ? line.words : 0;
  kept_before_ += body_.draft[i].kept ? line.words : 0;
  const size_t group = group_[i];
  set_.add("group size", bucket_of(group_size_[group]));
  set_.add("group words", bucket_of(group_words_[group]));
  set_.add("group mean", bucket_of(group_words_[group] / group_size_[group]));
  if (group > 0) set_.add("group above", bucket_of(group_words_[group - 1]));
  if (group + 1 < group_size_.size()) set_.add("group below", bucket_of(group_words_[group + 1]));
}

std::vector<Features> TextFeatures::find() {
  std::vector<Features> all;
  all.reserve(body_.lines.size());
  for (size_t i = 0; i < body_.lines.size(); ++i) {
    add_line(i);
    add_position(i);
    all.push_back(set_.take());
  }
  return all;
}

}  // namespace

std::vector<Features> find_text_features(const TextBody& body) { return TextFeatures(body).find(); }

}  // namespace demarche
