// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/text_body.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "article/credit.h"
#include "article/dates.h"
#include "article/lines.h"
#include "article/metadata.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace demarche {
namespace {

constexpr size_t kTitleReach = 24;  // lines above the text in which its title may stand

using Line = LineFacts;

bool is_wrapped(const std::vector<PageBlock>& blocks, size_t begin, size_t end) {
  if (end - begin < 3) return false;
  size_t least = SIZE_MAX;
  size_t most = 0;
  size_t open = 0;
  for (size_t i = begin; i + 1 < end; ++i) {
    least = std::min(least, blocks[i].text.size());
    most = std::max(most, blocks[i].text.size());
    open += ends_sentence(blocks[i].text) ? 0 : 1;
  }
  return least >= 45 && most <= 100 && most - least <= 30 && open * 10 >= (end - begin - 1) * 6 &&
         blocks[end - 1].text.size() <= most;
}

// Lines of the page; hard-wrapped ones joined to their paragraph.
std::vector<Line> join_lines(const std::vector<PageBlock>& blocks) {
  std::vector<Line> lines;
  for (size_t begin = 0; begin < blocks.size();) {
    size_t end = begin + 1;
    while (end < blocks.size() && !blocks[end].after_gap) ++end;
    if (is_wrapped(blocks, begin, end)) {
      Line line{.text = blocks[begin].text, .gap = blocks[begin].after_gap};
      for (size_t i = begin + 1; i < end; ++i) line.text += ' ' + blocks[i].text;
      lines.push_back(std::move(line));
    } else {
      for (size_t i = begin; i < end; ++i)
        lines.push_back({.text = blocks[i].text, .gap = blocks[i].after_gap});
    }
    begin = end;
  }
  return lines;
}

// Words of four letters and more, for what a title and its text share.
void add_words(std::string_view text, std::unordered_set<std::string>& words) {
  const std::string folded = fold_case(text);
  std::string word;
  for (size_t at = 0; at <= folded.size();) {
    const CodePoint c =
        at < folded.size() ? decode_utf8(folded, at) : CodePoint{.value = ' ', .length = 1};
    if (is_letter(c.value)) {
      word += folded.substr(at, c.length);
    } else {
      if (word.size() >= 4) words.insert(word);
      word.clear();
    }
    at += c.length;
  }
}

float share_told(std::string_view title, const std::unordered_set<std::string>& told) {
  std::unordered_set<std::string> words;
  add_words(title, words);
  if (words.empty()) return 0;
  const auto known =
      std::ranges::count_if(words, [&](const std::string& word) { return told.contains(word); });
  return static_cast<float>(known) / static_cast<float>(words.size());
}

class Reader {
 public:
  Reader(const Page& page, std::string_view known_title)
      : lines_(join_lines(page.blocks)), title_(known_title) {
    judge();
    find_run();
  }
  TextBody read();

 private:
  void judge();
  void find_run();
  void find_title();
  [[nodiscard]] bool is_paragraph(size_t i) const { return lines_[i].value >= 1; }
  [[nodiscard]] bool is_title_like(size_t i) const;
  [[nodiscard]] bool follows_sign(size_t i) const;
  [[nodiscard]] size_t cost_of_date(size_t i) const;
  [[nodiscard]] bool is_standfirst(size_t i) const;
  [[nodiscard]] FurnitureKind outside_kind(size_t i, bool after_end, size_t since_end) const;
  DraftItem item_of(size_t i);

  std::vector<Line> lines_;
  std::string title_;
  size_t title_line_ = SIZE_MAX;
  size_t first_ = 0, last_ = 0;  // paragraphs of the article
  bool found_ = false;
};

void Reader::judge() {
  std::unordered_map<std::string_view, size_t> seen;
  for (const Line& line : lines_) ++seen[line.text];
  std::unordered_set<std::string_view> had;
  for (Line& line : lines_) {
    line.repeated = line.text.size() > 60 && !had.insert(line.text).second;
    line.words = count_words(line.text);
    line.credit = !split_credit(line.text).credit.empty();
    line.sentence = ends_sentence(line.text) || line.credit;
    line.kind = find_furniture_kind(line.text);
    line.ends = is_end_sign(line.text);
    line.caption = !line.kind && line.words < 60 && is_caption_line(line.text);
    const bool long_line = line.words >= 10 || line.text.size() >= 90;
    if (line.ends) {
      line.value = -6;
    } else if (line.kind) {
      line.value = line.kind == FurnitureKind::kLegal || line.kind == FurnitureKind::kComment
                       ? -3.0F
                       : -1.0F;
    } else if (line.caption) {
      line.value = -0.2F;
    } else if (long_line && line.sentence) {
      line.value = 1 + static_cast<float>(std::min<size_t>(line.words, 80)) / 20;
    } else if (long_line) {
      // A teaser that breaks off, or a headline; a colon opens a list or a quotation.
      line.value = line.text.ends_with(':') ? 0.5F : (line.words >= 18 ? -1.5F : -0.8F);
    } else {
      line.value = line.sentence && line.words >= 3 ? 0.3F : -0.6F;
    }
    if (line.value > 0 && seen[line.text] > 1 && !long_line) line.value = -0.6F;
  }
}

// The run of lines with the greatest sum of values: the article stands together.
void Reader::find_run() {
  float best = 0;
  float sum = 0;
  size_t begin = 0;
  for (size_t i = 0; i < lines_.size(); ++i) {
    if (sum <= 0) {
      sum = 0;
      begin = i;
    }
    sum += lines_[i].value;
    if (sum > best) {
      best = sum;
      first_ = begin;
      last_ = i;
      found_ = true;
    }
  }
  if (!found_) return;
  while (first_ < last_ && !is_paragraph(first_)) ++first_;
  while (last_ > first_ && lines_[last_].value < 0.3F) --last_;
  found_ = is_paragraph(first_);
}

bool Reader::is_title_like(size_t i) const {
  const Line& line = lines_[i];
  return !line.kind && line.words >= 3 && line.words <= 28 && line.text.size() <= 220 &&
         !line.text.ends_with('.') && !line.text.ends_with(':') && !line.credit;
}

// A headline under "Related story" and the like.
bool Reader::follows_sign(size_t i) const {
  const Line& line = lines_[i];
  if (line.sentence || line.words > 24 || i == 0) return false;
  const Line& sign = lines_[i - 1];
  return sign.kind == FurnitureKind::kRelated && sign.words <= 4;
}

void Reader::find_title() {
  if (!title_.empty()) {
    for (size_t i = first_; i > 0 && title_line_ == SIZE_MAX; --i) {
      if (same_words(lines_[i - 1].text, title_)) title_line_ = i - 1;
    }
    return;
  }
  // A title-like line above the text: long, apart, of words that the text has too. A line that
  // stands twice on the page (its path, its head) counts more.
  const size_t begin = first_ > kTitleReach ? first_ - kTitleReach : 0;
  float best = 0;
  std::unordered_set<std::string> told;
  for (size_t i = first_; i <= last_; ++i) add_words(lines_[i].text, told);
  for (size_t i = begin; i < first_; ++i) {
    if (!is_title_like(i) || lines_[i].caption) continue;
    const bool repeated = std::ranges::count_if(lines_, [&](const Line& other) {
                            return other.text == lines_[i].text;
                          }) > 1;
    const float near_text = 1 - static_cast<float>(first_ - i) / (2.0F * kTitleReach);
    const bool apart = lines_[i].gap && (i + 1 >= lines_.size() || lines_[i + 1].gap);
    const float score = (static_cast<float>(std::min<size_t>(lines_[i].words, 10)) / 10 +
                         (repeated ? 0.3F : 0) - (lines_[i].text.ends_with('.') ? 0.7F : 0) +
                         (apart ? 0.6F : 0) + 2 * share_told(lines_[i].text, told)) *
                        near_text;
    if (score > best) {
      best = score;
      title_line_ = i;
    }
  }
  // What was found may be the standfirst: the title stands just above it.
  if (title_line_ != SIZE_MAX && lines_[title_line_].words >= 6) {
    const Line& chosen = lines_[title_line_];
    const float least = std::max(0.3F, share_told(chosen.text, told) - 0.15F);
    for (size_t i = title_line_; i > begin && i + 6 > title_line_; --i) {
      const Line& above = lines_[i - 1];
      if (above.kind || above.words < 4) continue;
      const bool path = above.text.find(" > ") != std::string::npos ||
                        above.text.find(chosen.text) != std::string::npos;
      if (!path && above.words <= 20 && is_title_like(i - 1) &&
          share_told(above.text, told) >= least)
        title_line_ = i - 1;
      break;
    }
  }
  if (title_line_ != SIZE_MAX) title_ = lines_[title_line_].text;
}

// The first paragraph, where it is told apart from the body: its words stand in the body again,
// or it carries a credit, or the line with date or names stands between it and the body.
bool Reader::is_standfirst(size_t i) const {
  if (title_line_ == SIZE_MAX || i <= title_line_ || i > title_line_ + 3) return false;
  const Line& line = lines_[i];
  if (line.kind || line.words < 5 || line.words > 80) return false;
  if (i < first_) return line.sentence || line.words >= 8;
  if (i != first_ || i >= last_) return false;
  const std::string_view core = split_credit(line.text).body;
  std::string rest;
  for (size_t k = i + 1; k <= last_; ++k) rest += lines_[k].text + '\n';
  if (find_same_words(rest, 0, core)) return true;
  if (line.credit && last_ > first_ + 1) return true;
  const auto next = lines_[i + 1].kind;
  return next == FurnitureKind::kDate || next == FurnitureKind::kByline;
}

FurnitureKind Reader::outside_kind(size_t i, bool after_end, size_t since_end) const {
  const Line& line = lines_[i];
  if (line.kind) return *line.kind;
  if (after_end)
    return since_end <= 1 && line.words <= 2 ? FurnitureKind::kNavigation : FurnitureKind::kTeaser;
  if (line.words >= 8 || line.text.size() >= 80) return FurnitureKind::kTeaser;
  return line.words <= 4 ? FurnitureKind::kNavigation : FurnitureKind::kOther;
}

DraftItem Reader::item_of(size_t i) {
  const Line& line = lines_[i];
  DraftItem item{.text = line.text};
  const auto keep = [&](BlockKind kind) {
    item.kept = true;
    item.block = kind;
    return item;
  };
  if (i == title_line_) return keep(BlockKind::kTitle);
  if (is_standfirst(i)) return keep(BlockKind::kStandfirst);
  if (i < first_ || i > last_) {
    item.furniture = FurnitureKind::kOther;
    return item;
  }
  if (line.kind) {
    item.furniture = *line.kind;
    return item;
  }
  if (same_words(line.text, title_)) return item;
  if (line.text.starts_with("\xE2\x80\xA2") || line.text.starts_with("* ") ||
      line.text.starts_with("- "))
    return keep(BlockKind::kList);
  if (line.caption) return keep(BlockKind::kCaption);
  if (line.repeated) return item;
  // A short line apart, with text after it, is a heading.
  const bool heading = !follows_sign(i) && !line.sentence && line.words <= 14 && line.gap &&
                       i < last_ && lines_[i + 1].gap && is_paragraph(i + 1);
  if (heading) return keep(BlockKind::kHeading);
  if (line.value <= -1 || follows_sign(i)) {
    item.furniture = FurnitureKind::kTeaser;
    return item;
  }
  if (line.words < 4 && !line.sentence && !line.text.ends_with(':')) return item;
  return keep(BlockKind::kBody);
}

// How far a line with a date is from where an article's date stands: just below its title, else
// just above. The day that a page's head shows is the day of the visit.
size_t Reader::cost_of_date(size_t i) const {
  const size_t title = title_line_ != SIZE_MAX ? title_line_ : first_;
  const size_t far = i > title ? i - title : 2 * (title - i) + 2;
  return far + (lines_[i].kind == FurnitureKind::kDate ? 0 : 6) + (i > last_ ? 50 : 0);
}

TextBody Reader::read() {
  TextBody body;
  if (found_) find_title();
  bool after_end = false;
  size_t since_end = 0;
  std::vector<std::pair<size_t, std::string>> dated;
  for (size_t i = 0; i < lines_.size(); ++i) {
    DraftItem item = found_ ? item_of(i) : DraftItem{.text = lines_[i].text};
    if (lines_[i].ends) {
      after_end = true;
      since_end = 0;
    }
    if (!item.kept && (!found_ || i < first_ || i > last_)) {
      item.furniture = outside_kind(i, after_end && (!found_ || i > last_), since_end);
    }
    ++since_end;
    const bool near_body = found_ && i + 2 * kTitleReach > first_ && i <= last_ + 4;
    if (!item.kept && near_body) {
      const Line& line = lines_[i];
      if (line.words <= 24 && find_date(line.text)) dated.emplace_back(cost_of_date(i), line.text);
      if (const auto names = names_of_byline(line.text); !names.empty())
        body.bylines.emplace_back(names);
      const bool by = line.words == 1 && same_words(line.text, "By") && i + 1 < lines_.size();
      if (by && lines_[i + 1].words <= 6) body.bylines.push_back(lines_[i + 1].text);
    }
    body.draft.push_back(std::move(item));
  }
  std::ranges::stable_sort(dated, {}, [](const auto& pair) { return pair.first; });
  for (auto& [cost, line] : dated) body.date_lines.push_back(std::move(line));
  body.title = title_;
  body.title_line = title_line_;
  body.lines = std::move(lines_);
  return body;
}

}  // namespace

TextBody find_text_body(const Page& page, std::string_view known_title) {
  return Reader(page, known_title).read();
}

}  // namespace demarche
