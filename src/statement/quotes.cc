// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "statement/quotes.h"

#include <algorithm>
#include <string_view>

#include "base/strings.h"
#include "base/utf8.h"

namespace demarche {
namespace {

enum class Mark : uint8_t { kNone, kOpen, kClose, kOpenSingle, kCloseSingle };

struct Open {
  uint32_t at;
  bool single;
  uint32_t closed_by;  // code point that may close it besides U+201D; 0: any double mark
};

/// What stands around a mark.
struct Around {
  uint32_t before = ' ';
  uint32_t after = ' ';
};

bool is_word(uint32_t c) { return is_letter(c) || (c >= '0' && c <= '9'); }

/// The pairing of one block. A mark's side is read from its shape, and where the shape does not
/// tell (straight marks, the apostrophe) from its neighbours.
class BlockScan {
 public:
  BlockScan(std::string_view text, Span block) : text_(text), block_(block) {}

  void run() {
    uint32_t before = ' ';
    for (uint32_t at = block_.begin; at < block_.end;) {
      const CodePoint c = decode_utf8(text_, at);
      uint32_t next = at + c.length;
      // Two single marks typed for a double one.
      const bool twice = c.value == '\'' && next < block_.end && text_[next] == '\'';
      if (twice) ++next;
      const uint32_t after = next < block_.end ? decode_utf8(text_, next).value : ' ';
      take(twice ? straight({before, after}) : mark_of(c.value, {before, after}), c.value,
           {at, next});
      before = c.value;
      at = next;
    }
  }

  std::vector<Quote> quotes;
  std::vector<Open> open;
  uint32_t stray = 0;

 private:
  [[nodiscard]] bool has_open(bool single) const {
    return std::ranges::any_of(open, [&](const Open& o) { return o.single == single; });
  }

  [[nodiscard]] Mark mark_of(uint32_t c, Around around) const {
    switch (c) {
      case 0x201C:  // opens in English, closes a low mark in German
        return !open.empty() && open.back().closed_by == 0x201C ? Mark::kClose : Mark::kOpen;
      case 0x201E:
      case 0x201F:
      case 0x00AB:
        return Mark::kOpen;
      case 0x201D:
      case 0x00BB:
        return Mark::kClose;
      case '"':
        return straight(around);
      case 0x2018:
      case 0x201A:
        return is_word(around.before) || is_space(around.after) ? Mark::kNone : Mark::kOpenSingle;
      case 0x2019:
      case '\'':
        return apostrophe(c, around);
      default:
        return Mark::kNone;
    }
  }

  [[nodiscard]] Mark straight(Around around) const {
    if (has_open(false)) {
      // A mark glued to the next word after a space opens anew: the close is missing.
      const bool opens = is_space(around.before) && is_word(around.after);
      return opens ? Mark::kOpen : Mark::kClose;
    }
    return is_space(around.after) || is_word(around.before) ? Mark::kNone : Mark::kOpen;
  }

  [[nodiscard]] Mark apostrophe(uint32_t c, Around around) const {
    if (is_word(around.before) && is_word(around.after)) return Mark::kNone;
    if (has_open(true) && !is_space(around.before) && !is_word(around.after)) {
      return Mark::kCloseSingle;
    }
    const bool opens = c == '\'' && !is_word(around.before) && is_word(around.after) &&
                       !(around.after >= '0' && around.after <= '9');
    return opens ? Mark::kOpenSingle : Mark::kNone;
  }

  void take(Mark mark, uint32_t c, Span at) {
    switch (mark) {
      case Mark::kNone:
        return;
      case Mark::kOpen:
        take_open(c, at, false);
        return;
      case Mark::kOpenSingle:
        take_open(c, at, true);
        return;
      case Mark::kClose:
        close(at, false);
        return;
      case Mark::kCloseSingle:
        close(at, true);
        return;
    }
  }

  void take_open(uint32_t c, Span at, bool single) {
    constexpr size_t kDeepest = 8;
    if (!single && has_open(false) && c != 0x00AB && c != 0x201E) {
      // Double marks do not nest in English: the one before was never closed.
      while (!open.empty()) {
        stray += open.back().single ? 0 : 1;
        open.pop_back();
      }
    }
    if (open.size() >= kDeepest) return;
    open.push_back({at.begin, single, c == 0x201E ? 0x201CU : 0U});
  }

  void close(Span at, bool single) {
    const auto found =
        std::find_if(open.rbegin(), open.rend(), [&](const Open& o) { return o.single == single; });
    if (found == open.rend()) {
      stray += single ? 0 : 1;
      return;
    }
    quotes.push_back({{found->at, at.end}, single, false});
    open.erase(std::next(found).base(), open.end());
  }

  std::string_view text_;
  Span block_;
};

bool begins_with_open_mark(std::string_view text, Span block) {
  if (block.empty()) return false;
  const uint32_t c = decode_utf8(text, block.begin).value;
  return c == '"' || c == 0x201C || c == 0x00AB || c == 0x201E;
}

/// Names to each quotation the one around it.
void nest(std::vector<Quote>& quotes) {
  Id<Quote> around;
  for (uint32_t i = 0; i < quotes.size(); ++i) {
    while (around && quotes[around.value].span.end <= quotes[i].span.begin) {
      around = quotes[around.value].outer;
    }
    quotes[i].outer = around;
    around = {i};
  }
}

}  // namespace

std::vector<Quote> Quotes::overlapping(Span span) const {
  const auto begin_of = [](const Quote& quote) { return quote.span.begin; };
  const auto first = std::ranges::lower_bound(quotes, span.begin, {}, begin_of);
  std::vector<Quote> found;
  // Those that begin before the span: the one right before it and what lies around that one.
  Id<Quote> before;
  if (first != quotes.begin()) before.value = static_cast<uint32_t>(first - quotes.begin()) - 1;
  for (; before; before = quotes[before.value].outer) {
    if (quotes[before.value].span.overlaps(span)) found.push_back(quotes[before.value]);
  }
  std::ranges::reverse(found);
  for (auto at = first; at != quotes.end() && at->span.begin < span.end; ++at) {
    found.push_back(*at);
  }
  return found;
}

Quotes find_quotes(const Article& article) {
  Quotes out;
  const std::string_view text = article.text.view();
  bool runs_on = false;
  for (size_t i = 0; i < article.blocks.size(); ++i) {
    const Span block = article.blocks[i].span;
    BlockScan scan(text, block);
    scan.run();
    // A double mark that stays open goes on in the next paragraph, if that one opens anew.
    const auto left = std::ranges::find_if(scan.open, [](const Open& o) { return !o.single; });
    bool goes_on = false;
    if (left != scan.open.end()) {
      goes_on =
          i + 1 < article.blocks.size() && begins_with_open_mark(text, article.blocks[i + 1].span);
      if (goes_on) {
        scan.quotes.push_back({{left->at, block.end}, false, false});
      } else {
        ++out.unpaired;
      }
    }
    out.unpaired += scan.stray;
    std::ranges::sort(scan.quotes, [](const Quote& a, const Quote& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    if (runs_on && !scan.quotes.empty() && scan.quotes.front().span.begin == block.begin) {
      scan.quotes.front().continues = true;
    }
    out.quotes.insert(out.quotes.end(), scan.quotes.begin(), scan.quotes.end());
    runs_on = goes_on;
  }
  nest(out.quotes);
  return out;
}

}  // namespace demarche
