// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/live.h"

#include <algorithm>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "article/dates.h"
#include "article/element_tree.h"
#include "article/lines.h"
#include "article/marks.h"
#include "article/text_index.h"
#include "base/strings.h"

namespace demarche {
namespace {

constexpr uint32_t kNone = PageElement::kNone;
constexpr size_t kLeastEntries = 2;
constexpr size_t kLeastWords = 4;  // of text: "14:30" is none
constexpr size_t kMostShapes = 8;  // of times that are looked at
constexpr size_t kLeastFlat = 3;   // of entries that stand in no element of their own

// Where an entry is known to be: the block of its time, or the first with its words.
struct Anchor {
  size_t block = 0;
  std::string time;
  size_t end = 0;                             // its last block with its words
  uint32_t above = kNone, container = kNone;  // the list of entries, and its own element there
  bool valid = false;
};

class Finder {
 public:
  Finder(const Page& page, HtmlBody& body) : page_(page), body_(body), tree_(page) {}

  bool find_told(const LinkedData& data);
  bool find_timed();

 private:
  [[nodiscard]] uint32_t element(size_t i) const { return page_.blocks[i].element; }
  [[nodiscard]] bool is_kept(size_t i) const {
    return body_.draft[i].kept && body_.draft[i].block != BlockKind::kTitle;
  }
  [[nodiscard]] bool is_text(size_t i) const {
    return is_kept(i) && body_.facts[i].words >= kLeastWords &&
           body_.draft[i].block != BlockKind::kCaption &&
           body_.draft[i].block != BlockKind::kHeading;
  }
  // What reads as text, kept or not.
  [[nodiscard]] bool may_be_text(size_t i) const {
    constexpr float kMostLinked = 0.3F;
    const BlockFacts& facts = body_.facts[i];
    return facts.words >= kLeastWords && ends_sentence(page_.blocks[i].text) && !facts.kind &&
           !facts.marked && page_.blocks[i].link_share <= kMostLinked &&
           !is_heading(page_.blocks[i].tag);
  }
  [[nodiscard]] bool holds_title(uint32_t e) const {
    return body_.title_block < page_.blocks.size() && tree_.holds(e, element(body_.title_block));
  }
  // The first block from `from` on that is text, before `to`; `to` where there is none.
  [[nodiscard]] size_t next_text(size_t from, size_t to) const {
    while (from < to && !is_text(from)) ++from;
    return from;
  }
  void find_containers(std::vector<Anchor>& anchors) const;
  [[nodiscard]] std::vector<Anchor> timed_anchors(const std::vector<size_t>& items) const;
  [[nodiscard]] size_t judge(std::vector<Anchor>& anchors) const;
  [[nodiscard]] size_t end_of(const std::vector<Anchor>& anchors, size_t k) const;
  [[nodiscard]] std::string shape_of(const MetaItem& item) const;
  [[nodiscard]] size_t block_of(const MetaItem& item) const;
  void spread(const std::vector<Anchor>& anchors);
  [[nodiscard]] std::string box_of(const Anchor& anchor) const;
  bool take_in(const Anchor& anchor);
  void take_in_entries(std::vector<Anchor>& anchors);

  const Page& page_;
  HtmlBody& body_;
  ElementTree tree_;
};

void Finder::find_containers(std::vector<Anchor>& anchors) const {
  for (size_t k = 0; k < anchors.size(); ++k) {
    const uint32_t own = element(anchors[k].block);
    uint32_t above = kNone;
    bool any = false;
    for (const size_t other : {k - 1, k + 1}) {
      if (other >= anchors.size()) continue;
      const uint32_t met = tree_.meet(own, element(anchors[other].block));
      if (!any || tree_.depth(met) > tree_.depth(above)) above = met;
      any = true;
    }
    anchors[k].above = above;
    anchors[k].container = tree_.child(above, own);
  }
}

// The block that a time stands in or before; the one before it, where it ends what holds it.
size_t Finder::block_of(const MetaItem& item) const {
  const size_t i = item.block;
  if (item.element == kNone || i == 0) return i;
  if (i < page_.blocks.size() && tree_.holds(item.element, element(i))) return i;
  return tree_.holds(item.element, element(i - 1)) ? i - 1 : i;
}

// What tells the times of entries from others: their name, and the make of their element.
std::string Finder::shape_of(const MetaItem& item) const {
  const uint32_t e = element(block_of(item));
  return e == kNone ? item.name : item.name + ' ' + make_of(page_.elements[e]);
}

std::vector<Anchor> Finder::timed_anchors(const std::vector<size_t>& items) const {
  std::vector<Anchor> anchors;
  size_t seen = 0;  // what stands before it and after the last anchor is no text
  for (const size_t i : items) {
    const MetaItem& item = page_.meta[i];
    // Two times of one entry, published and updated: the first is its own.
    const size_t block = block_of(item);
    bool again = !anchors.empty();
    for (; seen <= block && again; ++seen) again = !is_text(seen) && !may_be_text(seen);
    if (!again) seen = block;
    if (!again) anchors.push_back({.block = block, .time = instant_of(item.content)});
  }
  return anchors;
}

// Where the blocks of an entry without an element of its own end.
size_t Finder::end_of(const std::vector<Anchor>& anchors, size_t k) const {
  if (k + 1 < anchors.size()) return anchors[k + 1].block;
  size_t end = anchors[k].block;
  while (end < page_.blocks.size() && tree_.holds(anchors[k].above, element(end))) ++end;
  return end;
}

// Marks the anchors that are entries: how many.
size_t Finder::judge(std::vector<Anchor>& anchors) const {
  find_containers(anchors);
  size_t boxed = 0;
  size_t flat = 0;
  std::unordered_map<uint32_t, size_t> lists;
  for (size_t k = 0; k < anchors.size(); ++k) {
    const Anchor& anchor = anchors[k];
    const uint32_t e = anchor.container;
    if (e == kNone || holds_title(e)) continue;
    // The time heads its entry, or ends it.
    bool inside = false;
    for (size_t i = anchor.block; i < page_.blocks.size() && tree_.holds(e, element(i)); ++i)
      inside = inside || is_text(i);
    for (size_t i = anchor.block; i > 0 && tree_.holds(e, element(i - 1)); --i)
      inside = inside || is_text(i - 1);
    anchors[k].valid = inside;
    boxed += inside ? 1 : 0;
  }
  if (boxed >= kLeastEntries) return boxed;
  for (size_t k = 0; k < anchors.size(); ++k) {
    Anchor& anchor = anchors[k];
    const size_t end = end_of(anchors, k);
    anchor.container = kNone;
    anchor.valid = anchor.above != kNone && anchor.above == anchors.front().above &&
                   next_text(anchor.block, end) < end;
    flat += anchor.valid ? 1 : 0;
  }
  return flat >= kLeastFlat ? flat : 0;
}

void Finder::spread(const std::vector<Anchor>& anchors) {
  const size_t n = page_.blocks.size();
  // Blocks inside of an entry's element, then those between its first and its last words.
  std::unordered_map<uint32_t, const Anchor*> boxes;
  for (const Anchor& anchor : anchors) {
    if (anchor.valid && anchor.container != kNone) boxes.emplace(anchor.container, &anchor);
  }
  if (!boxes.empty()) {
    for (size_t i = 0; i < n; ++i) {
      if (!is_kept(i)) continue;
      for (uint32_t e = element(i); e != kNone; e = tree_.parent(e)) {
        const auto found = boxes.find(e);
        if (found == boxes.end()) continue;
        body_.draft[i].time = found->second->time;
        break;
      }
    }
  }
  for (size_t k = 0; k < anchors.size(); ++k) {
    const Anchor& anchor = anchors[k];
    if (!anchor.valid) continue;
    size_t end = anchor.end;
    if (anchor.container == kNone) end = std::max(end, end_of(anchors, k));
    for (size_t i = anchor.block; i < std::min(end, n); ++i) {
      if (is_kept(i)) body_.draft[i].time = anchor.time;
    }
  }
}

// What tells the boxes of one list from others: the list, and their make.
std::string Finder::box_of(const Anchor& anchor) const {
  if (anchor.container == kNone) return {};
  return std::to_string(anchor.above) + ' ' + make_of(page_.elements[anchor.container]);
}

// Keeps the text and the headings of an entry; false where it has no text.
bool Finder::take_in(const Anchor& anchor) {
  size_t begin = anchor.block;
  while (begin > 0 && tree_.holds(anchor.container, element(begin - 1))) --begin;
  bool any = false;
  for (size_t i = begin; i < page_.blocks.size() && tree_.holds(anchor.container, element(i));
       ++i) {
    const bool heading = is_heading(page_.blocks[i].tag) && !body_.facts[i].kind;
    if (!heading && !may_be_text(i)) continue;
    body_.draft[i].kept = true;
    body_.draft[i].block = heading ? BlockKind::kHeading : BlockKind::kBody;
    any = any || !heading;
  }
  return any;
}

// The entries of a live page stand or fall together: where some of a list are kept, all are.
void Finder::take_in_entries(std::vector<Anchor>& anchors) {
  std::unordered_map<std::string, size_t> kept;
  for (const Anchor& anchor : anchors) {
    if (anchor.valid && anchor.container != kNone) ++kept[box_of(anchor)];
  }
  for (Anchor& anchor : anchors) {
    if (anchor.valid || anchor.container == kNone || holds_title(anchor.container)) continue;
    const auto found = kept.find(box_of(anchor));
    if (found != kept.end() && found->second >= kLeastEntries) anchor.valid = take_in(anchor);
  }
}

bool Finder::find_told(const LinkedData& data) {
  if (data.live.size() < kLeastEntries) return false;
  TextIndex index;
  std::unordered_map<std::string, uint32_t> headlines;
  std::vector<std::string> times;
  for (const LiveEntry& entry : data.live) {
    const auto number = static_cast<uint32_t>(times.size());
    times.push_back(instant_of(entry.published));
    index.add(squeeze_text(entry.body), number);
    if (std::string key = squeeze_text(entry.headline); !key.empty())
      headlines.emplace(key, number);
  }
  std::vector<Anchor> anchors;
  uint32_t last = kNone;
  for (size_t i = 0; i < page_.blocks.size(); ++i) {
    if (!is_kept(i)) continue;
    const std::string key = squeeze_text(body_.draft[i].text);
    uint32_t entry = index.find(key);
    if (entry == kNone && is_heading(page_.blocks[i].tag)) {
      const auto found = headlines.find(key);
      if (found != headlines.end()) entry = found->second;
    }
    if (entry == kNone) continue;
    if (entry == last) {
      anchors.back().end = i + 1;
    } else {
      anchors.push_back({.block = i, .time = times[entry], .end = i + 1});
      last = entry;
    }
  }
  if (anchors.size() < kLeastEntries) return false;
  find_containers(anchors);
  for (Anchor& anchor : anchors) {
    anchor.valid = !anchor.time.empty();
    if (anchor.container != kNone && holds_title(anchor.container)) anchor.container = kNone;
  }
  spread(anchors);
  return true;
}

bool Finder::find_timed() {
  std::unordered_map<std::string, std::vector<size_t>> groups;
  std::vector<std::string> order;  // as they come, so that equals are told apart the same way
  for (size_t i = 0; i < page_.meta.size(); ++i) {
    const MetaItem& item = page_.meta[i];
    if (item.name != "<time datetime>" && item.name != "<itemprop datepublished>") continue;
    if (block_of(item) >= page_.blocks.size() || instant_of(item.content).empty()) continue;
    const std::string shape = shape_of(item);
    std::vector<size_t>& group = groups[shape];
    if (group.empty()) order.push_back(shape);
    group.push_back(i);
  }
  std::ranges::stable_sort(order, std::ranges::greater(),
                           [&](const std::string& shape) { return groups[shape].size(); });
  if (order.size() > kMostShapes) order.resize(kMostShapes);
  std::vector<Anchor> best;
  std::string best_shape;
  size_t most = 0;
  for (const std::string& shape : order) {
    std::vector<Anchor> anchors = timed_anchors(groups[shape]);
    if (anchors.size() < kLeastEntries) continue;
    const size_t entries = judge(anchors);
    if (entries <= most) continue;
    most = entries;
    best = std::move(anchors);
    best_shape = shape;
  }
  if (most == 0) return false;
  take_in_entries(best);
  spread(best);
  // What is left of the times themselves is no text.
  for (const size_t i : groups[best_shape]) {
    const size_t block = block_of(page_.meta[i]);
    DraftItem& item = body_.draft[block];
    if (!is_kept(block) || body_.facts[block].words >= kLeastWords) continue;
    item.kept = false;
    item.furniture = FurnitureKind::kDate;
    item.time.clear();
  }
  return true;
}

}  // namespace

std::string instant_of(std::string_view text) {
  const auto found = find_date(text);
  return found && found->value.find('T') != std::string::npos ? found->value : std::string();
}

void find_live_times(const Page& page, const LinkedData& data, HtmlBody& body) {
  if (body.draft.size() < page.blocks.size()) return;
  Finder finder(page, body);
  if (!finder.find_told(data)) finder.find_timed();
}

}  // namespace demarche
