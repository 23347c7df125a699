// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/html_body.h"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_set>

#include "article/dates.h"
#include "article/lines.h"
#include "article/marks.h"
#include "article/text_index.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace demarche {
namespace {

constexpr uint32_t kNone = PageElement::kNone;
constexpr float kLinked = 0.5F;  // a block with more of its letters in links is navigation
constexpr float kWholeShare = 0.75F;
constexpr float kPlainShare = 0.95F;
constexpr float kLittle = 0.1F;  // of the page's text
constexpr float kLeastGrowth = 0.05F;
constexpr int kMostSteps = 5;
constexpr float kEnough = 0.25F;       // of the best score
constexpr float kMarkedShare = 0.35F;  // an element with more of the page's text is no furniture
constexpr size_t kFullWeight = 800;    // bytes of one block that count
// How much a paragraph counts for the element that is n steps above its own.
constexpr std::array kDecay = {0.6F, 1.0F, 0.9F, 0.75F, 0.6F, 0.45F, 0.35F, 0.25F};

// Two to four words with capitals and no digits, as the name of a person has.
bool is_name(std::string_view text) {
  size_t words = 0;
  for (const std::string_view word : split(text, ' ')) {
    if (word.empty()) continue;
    ++words;
    if (!is_upper(decode_utf8(word, 0).value) && word.size() > 3) return false;
  }
  return words >= 2 && words <= 4 && text.find_first_of("0123456789:|@") == std::string_view::npos;
}

struct ElementFacts {
  float raw = 0;  // weight of all blocks in it
  float score = 0;
  std::optional<FurnitureKind> kind;  // furniture by its marks or those above it
  bool inside = false;                // of the container
};

class Finder {
 public:
  Finder(const Page& page, const LinkedData& data, std::string_view title,
         std::string_view description)
      : page_(page),
        title_(title),
        description_(description),
        blocks_(page.blocks.size()),
        elements_(page.elements.size()) {
    weigh(data.body);
    sum_raw();
    // Class words are taken at their word first; if that leaves little, an element with much of
    // the page's text is its article, whatever it is called; if all is furniture, none is.
    mark(kWholeShare);
    const float strict = choose();
    mark(kMarkedShare);
    if (strict > kEnough * choose()) {
      mark(kWholeShare);
      choose();
    }
    if (weigh_inside() < kLittle * total_) {
      mark(0);
      choose();
    }
    climb();
  }
  HtmlBody read();

 private:
  void weigh(const std::string& told);
  void sum_raw();
  void mark(float most_share);
  float choose();
  void set_container(uint32_t container);
  void climb();
  [[nodiscard]] float weigh_inside() const;
  [[nodiscard]] std::optional<FurnitureKind> marked(size_t i) const {
    const uint32_t e = page_.blocks[i].element;
    return e == kNone ? std::nullopt : elements_[e].kind;
  }
  [[nodiscard]] bool inside(size_t i) const {
    const uint32_t e = page_.blocks[i].element;
    return container_ == kNone || (e != kNone && elements_[e].inside);
  }
  [[nodiscard]] bool is_good(size_t i) const {
    return inside(i) && !marked(i) && !blocks_[i].kind && blocks_[i].weight > 0;
  }
  void find_range();
  void cut_at_headlines();
  [[nodiscard]] FurnitureKind outside_kind(size_t i) const;
  DraftItem item_of(size_t i);
  DraftItem inner_item(size_t i) const;
  [[nodiscard]] size_t find_title_block() const;
  [[nodiscard]] bool is_standfirst(size_t i) const;

  const Page& page_;
  std::string_view title_, description_;
  std::vector<BlockFacts> blocks_;
  std::vector<ElementFacts> elements_;
  uint32_t container_ = kNone;
  float total_ = 0;    // weight of all blocks
  bool told_ = false;  // the page's own data hold the text, so what is not in it is doubtful
  size_t first_ = 0, last_ = 0;  // good blocks of the article
  bool found_ = false;
  size_t title_block_ = SIZE_MAX;
};

void Finder::weigh(const std::string& told) {
  const std::string body = told.size() > 300 ? squeeze_text(told) : std::string();
  const Shingles shingles(body);
  size_t matched = 0;
  for (size_t i = 0; i < blocks_.size(); ++i) {
    const PageBlock& block = page_.blocks[i];
    BlockFacts& facts = blocks_[i];
    facts.words = count_words(block.text);
    facts.kind = find_furniture_kind(block.text);
    const bool caption = has_tag(block.path, "figcaption") || block.tag == "caption";
    const bool sentence =
        (facts.words >= 8 || block.text.size() >= 90) && has_sentence_mark(block.text);
    if (sentence && block.link_share < kLinked && !caption && !is_heading(block.tag)) {
      facts.weight =
          static_cast<float>(std::min(block.text.size(), kFullWeight)) * (1 - block.link_share);
      if (!ends_sentence(block.text)) facts.weight *= 0.4F;
      if (block.tag == "li") facts.weight *= 0.4F;
    }
    if (!body.empty() && facts.words >= 5 && block.text.size() >= 30 && !is_heading(block.tag)) {
      const std::string key = squeeze_text(block.text);
      facts.told = shingles.holds(key);
      if (facts.told) matched += key.size();
    }
  }
  told_ = !body.empty() && matched * 10 >= body.size() * 6 && matched <= body.size() * 2;
}

void Finder::sum_raw() {
  for (size_t i = 0; i < blocks_.size(); ++i) {
    if (page_.blocks[i].element != kNone)
      elements_[page_.blocks[i].element].raw += blocks_[i].weight;
  }
  for (size_t e = elements_.size(); e > 0; --e) {
    const uint32_t parent = page_.elements[e - 1].parent;
    if (parent != kNone) {
      elements_[parent].raw += elements_[e - 1].raw;
    } else {
      total_ += elements_[e - 1].raw;
    }
  }
}

void Finder::mark(float most_share) {
  for (size_t e = 0; e < elements_.size(); ++e) {
    const PageElement& element = page_.elements[e];
    elements_[e].kind = element.parent == kNone ? std::nullopt : elements_[element.parent].kind;
    if (elements_[e].kind || element.tag == "html" || element.tag == "body" ||
        element.tag == "main" || element.tag == "article")
      continue;
    if (elements_[e].raw >
        total_ *
            (is_plain_box(element.marks) && most_share >= kWholeShare ? kPlainShare : most_share))
      continue;
    elements_[e].kind = find_marked_kind(element.marks, element.tag);
  }
}

float Finder::choose() {
  container_ = kNone;
  for (ElementFacts& element : elements_) element.score = 0;
  for (size_t i = 0; i < blocks_.size(); ++i) {
    uint32_t e = page_.blocks[i].element;
    if (e == kNone || blocks_[i].weight <= 0 || elements_[e].kind || blocks_[i].kind) continue;
    const float weight = blocks_[i].weight * (told_ ? (blocks_[i].told ? 2.0F : 0.6F) : 1.0F);
    for (const float decay : kDecay) {
      elements_[e].score += weight * decay;
      e = page_.elements[e].parent;
      if (e == kNone) break;
    }
  }
  float best = 0;
  for (size_t e = 0; e < elements_.size(); ++e) {
    if (elements_[e].score > best) {
      best = elements_[e].score;
      container_ = static_cast<uint32_t>(e);
    }
  }
  set_container(container_);
  return best;
}

void Finder::set_container(uint32_t container) {
  container_ = container;
  for (ElementFacts& element : elements_) element.inside = false;
  if (container_ == kNone) return;
  for (size_t e = container_; e < elements_.size(); ++e) {
    const uint32_t parent = page_.elements[e].parent;
    elements_[e].inside = e == container_ || (parent != kNone && elements_[parent].inside);
  }
}

float Finder::weigh_inside() const {
  float sum = 0;
  for (size_t i = 0; i < blocks_.size(); ++i)
    sum += container_ != kNone && is_good(i) ? blocks_[i].weight : 0;
  return sum;
}

// An article that is cut into boxes: the container grows as long as most of what it takes in is
// text of the same make (tags from the root, own class words) as what it holds.
void Finder::climb() {
  const auto make_of = [&](size_t i) {
    const uint32_t e = page_.blocks[i].element;
    return page_.blocks[i].path + '|' +
           (e == kNone ? std::string() : page_.elements[e].marks.substr(0, 24));
  };
  for (int step = 0; step < kMostSteps && container_ != kNone; ++step) {
    const uint32_t now = container_;
    const uint32_t parent = page_.elements[now].parent;
    if (parent == kNone) return;
    std::unordered_set<std::string> makes;
    std::vector<size_t> held;
    float mass = 0;
    for (size_t i = 0; i < blocks_.size(); ++i) {
      if (!is_good(i)) continue;
      held.push_back(i);
      makes.insert(make_of(i));
      mass += blocks_[i].weight;
    }
    set_container(parent);
    float same = 0;
    float other = 0;
    size_t next = 0;
    for (size_t i = 0; i < blocks_.size(); ++i) {
      if (!is_good(i)) continue;
      if (next < held.size() && held[next] == i) {
        ++next;
      } else {
        (makes.contains(make_of(i)) ? same : other) += blocks_[i].weight;
      }
    }
    const bool more = same + other > 0;
    if (more && (same < other * 2 || same < mass * kLeastGrowth)) {
      set_container(now);
      return;
    }
  }
}

size_t Finder::find_title_block() const {
  size_t best = SIZE_MAX;
  for (size_t i = 0; i < blocks_.size() && (!found_ || i <= last_); ++i) {
    const std::string_view tag = page_.blocks[i].tag;
    if (title_.empty()) break;
    const bool heading = is_heading(tag);
    // The heading may carry a kicker that the title is without.
    const std::string_view text = page_.blocks[i].text;
    const bool same = same_words(text, title_) ||
                      (heading && text.size() < title_.size() + 80 && text.ends_with(title_));
    if (!same) continue;
    if (best == SIZE_MAX || (heading && (tag == "h1" || page_.blocks[best].tag != "h1"))) {
      if (i <= first_ || best == SIZE_MAX) best = i;
    }
  }
  return best;
}

// Pages that go on for ever put one story after the other: ours ends at the next h1.
void Finder::cut_at_headlines() {
  size_t title = SIZE_MAX;
  for (size_t i = 0; i <= last_ && title == SIZE_MAX; ++i) {
    const std::string_view text = page_.blocks[i].text;
    if (page_.blocks[i].tag == "h1" && (same_words(text, title_) || text.ends_with(title_)))
      title = i;
  }
  if (title == SIZE_MAX) return;
  size_t good = SIZE_MAX;
  size_t count = 0;
  for (size_t i = title + 1; i <= last_; ++i) {
    if (page_.blocks[i].tag == "h1" && count >= 3 && inside(i)) {
      last_ = good;
      return;
    }
    if (!is_good(i)) continue;
    good = i;
    ++count;
  }
}

void Finder::find_range() {
  first_ = SIZE_MAX;
  float total = 0;
  for (size_t i = 0; i < blocks_.size(); ++i) {
    if (!is_good(i)) continue;
    if (first_ == SIZE_MAX) first_ = i;
    last_ = i;
    total += blocks_[i].weight;
  }
  found_ = first_ != SIZE_MAX;
  if (!found_) return;
  cut_at_headlines();
  // Other stories begin where the page says so, if most of the text is behind us.
  float seen = 0;
  size_t good = first_;
  for (size_t i = first_; i <= last_; ++i) {
    if (inside(i) && seen > total * 0.65F && is_end_sign(page_.blocks[i].text)) {
      last_ = good;
      break;
    }
    if (!is_good(i)) continue;
    seen += blocks_[i].weight;
    good = i;
  }
}

bool Finder::is_standfirst(size_t i) const {
  const PageBlock& block = page_.blocks[i];
  if (blocks_[i].words < 4 || block.link_share > kLinked || blocks_[i].kind) return false;
  if (same_words(block.text, title_)) return false;
  const uint32_t e = block.element;
  const std::string_view own =
      e == kNone ? std::string_view() : std::string_view(page_.elements[e].marks);
  std::string_view above;
  if (e != kNone && page_.elements[e].parent != kNone)
    above = page_.elements[page_.elements[e].parent].marks;
  if (is_standfirst_mark(own) || (is_standfirst_mark(above) && block.text.size() < 600))
    return true;
  if (description_.size() >= 40 && same_words(block.text, description_)) return true;
  return title_block_ != SIZE_MAX && i == title_block_ + 1 && block.tag == "h2" &&
         blocks_[i].words >= 6;
}

FurnitureKind Finder::outside_kind(size_t i) const {
  if (blocks_[i].kind) return *blocks_[i].kind;
  if (const auto kind = marked(i)) return *kind;
  const PageBlock& block = page_.blocks[i];
  if (block.link_share > kLinked)
    return blocks_[i].words <= 4 ? FurnitureKind::kNavigation : FurnitureKind::kTeaser;
  if (has_tag(block.path, "header") || has_tag(block.path, "nav"))
    return FurnitureKind::kNavigation;
  return blocks_[i].words >= 6 ? FurnitureKind::kTeaser : FurnitureKind::kOther;
}

// A block between the first and the last good one.
DraftItem Finder::inner_item(size_t i) const {
  const PageBlock& block = page_.blocks[i];
  DraftItem item{.text = block.text};
  const auto drop = [&](FurnitureKind kind) {
    item.furniture = kind;
    return item;
  };
  const auto keep = [&](BlockKind kind) {
    item.kept = true;
    item.block = kind;
    return item;
  };
  if (has_tag(block.path, "figcaption") || block.tag == "caption" || has_tag(block.path, "figure"))
    return keep(BlockKind::kCaption);
  // A long sentence is no button, wherever it stands.
  const bool told = blocks_[i].words >= 20 && blocks_[i].weight > 0;
  if (const auto kind = marked(i);
      kind && !(told && (kind == FurnitureKind::kShare || kind == FurnitureKind::kDate)))
    return drop(*kind);
  if (blocks_[i].kind) return drop(*blocks_[i].kind);
  if (same_words(block.text, title_)) return drop(FurnitureKind::kOther);
  if (is_heading(block.tag))
    return block.link_share > kLinked ? drop(FurnitureKind::kRelated) : keep(BlockKind::kHeading);
  if (block.link_share > 0.8F && !(ends_sentence(block.text) && blocks_[i].words < 12))
    return drop(FurnitureKind::kRelated);
  if (has_tag(block.path, "li"))
    return block.link_share > kLinked ? drop(FurnitureKind::kRelated) : keep(BlockKind::kList);
  if (blocks_[i].words < 60 && is_caption_line(block.text)) return keep(BlockKind::kCaption);
  if (has_tag(block.path, "blockquote")) return keep(BlockKind::kQuote);
  if (block.tag != "p" && blocks_[i].words < 5 && !ends_sentence(block.text))
    return drop(FurnitureKind::kOther);
  return keep(BlockKind::kBody);
}

DraftItem Finder::item_of(size_t i) {
  const PageBlock& block = page_.blocks[i];
  DraftItem item{.text = block.text};
  if (i == title_block_) {
    item.kept = true;
    item.block = BlockKind::kTitle;
    return item;
  }
  const bool before = i < first_ && (title_block_ == SIZE_MAX || i > title_block_);
  const bool near_title = title_block_ != SIZE_MAX && i > title_block_ && i <= title_block_ + 8;
  if (before && near_title && is_standfirst(i) &&
      (!marked(i) || marked(i) == FurnitureKind::kTeaser)) {
    item.kept = true;
    item.block = BlockKind::kStandfirst;
    return item;
  }
  if (i >= first_ && i <= last_ && inside(i)) {
    item = inner_item(i);
    if (i == first_ && item.kept && item.block == BlockKind::kBody && is_standfirst(i))
      item.block = BlockKind::kStandfirst;
    return item;
  }
  item.furniture = outside_kind(i);
  return item;
}

HtmlBody Finder::read() {
  HtmlBody body;
  find_range();
  if (found_) title_block_ = find_title_block();
  if (found_ && title_block_ != SIZE_MAX && title_block_ > first_ && title_block_ <= last_) {
    // Text above the title belongs to something else, unless most of the article is above it.
    size_t next = title_block_;
    float above = 0;
    float below = 0;
    for (size_t i = first_; i <= last_; ++i)
      (i < title_block_ ? above : below) += is_good(i) ? blocks_[i].weight : 0;
    while (next <= last_ && !is_good(next)) ++next;
    if (next <= last_ && below > above) first_ = next;
    if (below <= above) title_block_ = SIZE_MAX;
  }
  std::unordered_set<std::string_view> seen;
  for (size_t i = 0; i < blocks_.size(); ++i) {
    const PageBlock& block = page_.blocks[i];
    DraftItem item =
        found_ ? item_of(i) : DraftItem{.furniture = outside_kind(i), .text = block.text};
    if (item.kept && block.text.size() > 60 && !seen.insert(block.text).second) {
      item.kept = false;  // the same words for another size of screen
      item.furniture = FurnitureKind::kOther;
    }
    const bool near_body = found_ && i + 40 > std::min(first_, title_block_) && i <= last_ + 6;
    if (!item.kept && near_body) {
      if (item.furniture == FurnitureKind::kDate ||
          (item.furniture == FurnitureKind::kByline && find_date(block.text)))
        body.date_lines.push_back(block.text);
      if (const auto names = names_of_byline(block.text); !names.empty()) {
        body.bylines.emplace_back(names);
      } else if (i < first_ && marked(i) == FurnitureKind::kByline && is_name(block.text)) {
        body.bylines.push_back(block.text);
      }
    }
    body.draft.push_back(std::move(item));
  }
  for (size_t i = 0; i < blocks_.size(); ++i) {
    blocks_[i].inside = inside(i);
    blocks_[i].marked = marked(i);
  }
  for (const ElementFacts& element : elements_)
    body.element_share.push_back(total_ > 0 ? element.raw / total_ : 0);
  body.title_block = title_block_;
  body.facts = std::move(blocks_);
  return body;
}

}  // namespace

HtmlBody find_html_body(const Page& page, const LinkedData& data, std::string_view title,
                        std::string_view description) {
  return Finder(page, data, title, description).read();
}

}  // namespace demarche
