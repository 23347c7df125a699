// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/cards.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "article/element_tree.h"
#include "article/lines.h"
#include "article/marks.h"

namespace demarche {
namespace {

constexpr uint32_t kNone = PageElement::kNone;
constexpr size_t kLeastCards = 5;
constexpr size_t kLeastStory = 100;  // bytes of its paragraphs

class Finder {
 public:
  Finder(const Page& page, HtmlBody& body)
      : page_(page),
        body_(body),
        tree_(page),
        texts_(page.elements.size()),
        timed_(page.elements.size()) {}

  void run() {
    sum_up();
    find_cards();
    if (cards_.empty() || !find_story()) return;
    bool kept = false;
    for (size_t i = 0; i < page_.blocks.size(); ++i) {
      if (card_of(i) == kNone) continue;
      if (body_.facts[i].told) return;  // the page's own data count it as text
      kept = kept || body_.draft[i].kept;
    }
    if (kept) keep_story();
  }

 private:
  [[nodiscard]] uint32_t element(size_t i) const { return page_.blocks[i].element; }
  [[nodiscard]] bool is_headline(size_t i) const {
    constexpr float kLinked = 0.8F;
    constexpr size_t kLeastWords = 3;
    return page_.blocks[i].link_share > kLinked && body_.facts[i].words >= kLeastWords;
  }
  [[nodiscard]] bool is_text(size_t i) const {
    constexpr float kMostLinked = 0.3F;
    constexpr size_t kLeastWords = 6;
    const PageBlock& block = page_.blocks[i];
    return block.link_share <= kMostLinked && body_.facts[i].words >= kLeastWords &&
           !is_heading(block.tag) && ends_sentence(block.text);
  }
  void sum_up();
  void find_cards();
  [[nodiscard]] bool is_card(uint32_t e) const {
    constexpr size_t kMostText = 400;  // bytes: a teaser, and no entry of a list of its own
    return texts_[e] > 0 && texts_[e] <= kMostText && !timed_[e];
  }
  [[nodiscard]] uint32_t card_of(size_t i) const {
    uint32_t e = element(i);
    while (e != kNone && !cards_.contains(e)) e = tree_.parent(e);
    return e;
  }
  bool find_story();
  void keep_story();

  const Page& page_;
  HtmlBody& body_;
  ElementTree tree_;
  std::vector<size_t> texts_;  // bytes of paragraphs in each element
  std::vector<bool> timed_;    // holds a <time>: may be an entry of a live page
  std::set<uint32_t> cards_, lists_;
  std::vector<size_t> story_;
  uint32_t around_ = kNone;  // the element of title and story
};

void Finder::sum_up() {
  for (size_t i = 0; i < page_.blocks.size(); ++i) {
    if (element(i) != kNone && is_text(i)) texts_[element(i)] += page_.blocks[i].text.size();
  }
  for (const MetaItem& item : page_.meta) {
    if (item.name != "<time datetime>" && item.name != "<itemprop datepublished>") continue;
    if (item.block < page_.blocks.size() && element(item.block) != kNone)
      timed_[element(item.block)] = true;
  }
  for (size_t e = page_.elements.size(); e > 0; --e) {
    const uint32_t parent = tree_.parent(static_cast<uint32_t>(e - 1));
    if (parent == kNone) continue;
    texts_[parent] += texts_[e - 1];
    timed_[parent] = timed_[parent] || timed_[e - 1];
  }
}

void Finder::find_cards() {
  constexpr int kMostSteps = 5;  // from a headline to its box
  std::map<std::pair<uint32_t, std::string>, std::set<uint32_t>> groups;
  for (size_t i = 0; i < page_.blocks.size(); ++i) {
    if (!is_headline(i)) continue;
    uint32_t e = element(i);
    for (int step = 0; step < kMostSteps && e != kNone; ++step, e = tree_.parent(e)) {
      if (is_card(e)) groups[{tree_.parent(e), make_of(page_.elements[e])}].insert(e);
    }
  }
  for (const auto& [name, boxes] : groups) {
    if (boxes.size() < kLeastCards) continue;
    lists_.insert(name.first);
    cards_.insert(boxes.begin(), boxes.end());
  }
}

// The paragraphs right under the title, up to the first card.
bool Finder::find_story() {
  size_t size = 0;
  around_ = element(body_.title_block);
  for (size_t i = body_.title_block + 1; i < page_.blocks.size() && card_of(i) == kNone; ++i) {
    if (!is_text(i) || body_.facts[i].kind || body_.facts[i].marked) continue;
    story_.push_back(i);
    size += page_.blocks[i].text.size();
    around_ = tree_.meet(around_, element(i));
  }
  // A list in the element of the story may be what the story is about.
  return size >= kLeastStory && around_ != kNone &&
         std::ranges::none_of(lists_, [&](uint32_t list) { return tree_.holds(around_, list); });
}

void Finder::keep_story() {
  for (size_t i = 0; i < page_.blocks.size(); ++i) {
    DraftItem& item = body_.draft[i];
    if (!item.kept || tree_.holds(around_, element(i))) continue;
    item.kept = false;
    item.furniture = card_of(i) == kNone ? FurnitureKind::kOther : FurnitureKind::kTeaser;
  }
  for (const size_t i : story_) {
    DraftItem& item = body_.draft[i];
    if (!item.kept) item.block = BlockKind::kBody;
    item.kept = true;
  }
}

}  // namespace

void drop_cards(const Page& page, HtmlBody& body) {
  const size_t n = page.blocks.size();
  if (body.title_block >= n || body.draft.size() < n || body.facts.size() < n) return;
  if (page.blocks[body.title_block].element == kNone) return;
  Finder(page, body).run();
}

}  // namespace demarche
