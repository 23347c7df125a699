// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "format/trace.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <span>
#include <utility>

#include "base/strings.h"
#include "format/fold.h"
#include "format/layout.h"

namespace demarche {
namespace {

constexpr uint32_t kLongestTag = 10;  // "figcaption", "blockquote"
constexpr uint32_t kNames = 11;       // columns of the names below the table

std::string kind_of(const BlockTrace& block, Fate fate) {
  switch (fate) {
    case Fate::kKept:
      return std::string(name_of(block.block));
    case Fate::kCut:
      return fmt::format("- {}", name_of(block.furniture));
    case Fate::kReplaced:
      return "- replaced";
    case Fate::kOverLimit:
      return "- over limit";
  }
  return {};
}

// Of a run: "kept as list", "cut as teaser", "cut: 12 navigation, 3 share".
std::string fate_of(std::span<const BlockTrace> blocks, Fate fate) {
  if (fate == Fate::kKept) return fmt::format("kept as {}", name_of(blocks.front().block));
  if (fate != Fate::kCut) return kind_of(blocks.front(), fate).substr(2);
  std::vector<std::pair<FurnitureKind, size_t>> counts;
  for (const BlockTrace& block : blocks) {
    const auto at =
        std::ranges::find(counts, block.furniture, [](const auto& c) { return c.first; });
    if (at == counts.end()) {
      counts.emplace_back(block.furniture, 1);
    } else {
      ++at->second;
    }
  }
  std::ranges::stable_sort(counts, std::greater(), [](const auto& c) { return c.second; });
  if (counts.size() == 1) return fmt::format("cut as {}", name_of(counts.front().first));
  std::string result;
  for (const auto& [kind, count] : counts)
    result += fmt::format("{} {} {}", result.empty() ? "cut:" : ",", count, name_of(kind));
  return result;
}

// Writes the table. A narrow terminal gets fewer columns, so that some of the text is seen.
class Table {
 public:
  Table(std::string& out, const std::vector<BlockTrace>& blocks, const std::vector<Fate>& fates,
        const ReportOptions& options)
      : out_(out), options_(options), width_(std::max(options.width, 30U)) {
    for (size_t i = 0; i < blocks.size(); ++i) {
      widen(kind_, kind_of(blocks[i], fates[i]));
      if (width_ >= 45) widen(part_, name_of(blocks[i].label.part));
      if (width_ >= 60) widen(tag_, shown_tag(blocks[i]));
    }
    if (part_ > 0) widen(part_, "part");
    if (tag_ > 0) widen(tag_, "tag");  // a text page has none
  }

  void head() { add("kept as", "part", "sure", "tag", "begins", Paint::kHead); }
  void add(const BlockTrace& block, Fate fate) {
    add(kind_of(block, fate), name_of(block.label.part),
        fmt::format("{:.2f}", block.label.confidence), shown_tag(block), block.text,
        fate == Fate::kKept ? Paint::kPlain : Paint::kQuiet);
  }
  void add_folded(std::span<const BlockTrace> blocks, Fate fate) {
    append_wrapped(out_, fmt::format("... {} more lines {}", blocks.size(), fate_of(blocks, fate)),
                   0, Paint::kQuiet, options_);
  }
  // Of the article that was made: a block that stands in no block of the page.
  void add(BlockKind kind, std::string_view text) {
    out_ += fmt::format("{:<{}} {}\n", name_of(kind), kind_, shorten(text, width_ - kind_ - 1));
  }

 private:
  void add(std::string_view kind, std::string_view part, std::string_view sure,
           std::string_view tag, std::string_view text, Paint paint) {
    std::string line = fmt::format("{:<{}} ", kind, kind_);
    if (part_ > 0) line += fmt::format("{:<{}} ", part, part_);
    line += fmt::format("{:<4} ", sure);
    if (tag_ > 0) line += fmt::format("{:<{}} ", tag, tag_);
    const std::string begin = shorten(text, width_ - static_cast<uint32_t>(line.size()));
    out_ += painted(std::string(trim_end(line + begin)), paint, options_) + '\n';
  }
  static void widen(uint32_t& column, std::string_view name) {
    column = std::max(column, static_cast<uint32_t>(name.size()));
  }
  static std::string_view shown_tag(const BlockTrace& block) {
    return tag_of(block).substr(0, kLongestTag);
  }
  static std::string_view trim_end(std::string_view line) {
    return line.substr(0, line.find_last_not_of(' ') + 1);
  }

  std::string& out_;
  const ReportOptions& options_;
  uint32_t width_, kind_ = 10, part_ = 0, tag_ = 0;  // kind_: "standfirst"
};

std::string counted(size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

void append_blocks(Table& table, const std::vector<BlockTrace>& blocks,
                   const std::vector<Fate>& fates) {
  const std::vector<Fold> folds = find_folds(blocks, fates);
  auto fold = folds.begin();
  for (size_t i = 0; i < blocks.size(); ++i) {
    if (fold != folds.end() && fold->begin == i) {
      table.add_folded(std::span(blocks).subspan(i, fold->size), fates[i]);
      i += fold->size;
      ++fold;
    }
    table.add(blocks[i], fates[i]);
  }
}

// "59 blocks of the page: 14 kept, 45 cut; the text has 812 words"
std::string sum_up(const std::vector<Fate>& fates, const Article& article) {
  const auto kept = static_cast<size_t>(std::ranges::count(fates, Fate::kKept));
  return fmt::format("{} of the page: {} kept, {} cut; the text has {}",
                     counted(fates.size(), "block"), kept, fates.size() - kept,
                     counted(words_in(article.text.view()), "word"));
}

void append_head(std::string& out, std::string_view text, const ReportOptions& options) {
  out += '\n';
  append_wrapped(out, text, 0, Paint::kHead, options);
}

// What was taken from the page's own data, which no block of the page shows.
void append_linked(std::string& out, Table& table, const Article& article,
                   const ReportOptions& options) {
  append_head(
      out,
      fmt::format("{} Its text was taken from the page's own data instead (JSON-LD, or what "
                  "a script shows):",
                  has_note(article, "json") ? "The page is JSON and has no blocks."
                                            : "The blocks hold too little of the article."),
      options);
  for (const Block& block : article.blocks) table.add(block.kind, article.text.of(block.span));
}

// "published  2031-03-14 (meta)", the value wrapped under itself.
void append_named(std::string& out, std::string_view name, std::string_view value,
                  const ReportOptions& options) {
  const size_t begin = out.size();
  append_wrapped(out, value, kNames + 2, Paint::kPlain, options);
  if (out.size() > begin) out.replace(begin + 2, name.size(), name);
}

void append_notes(std::string& out, const Article& article, const ReportOptions& options) {
  bool first = true;
  for (const Note& note : article.notes) {
    if (note.code == "linked_body") continue;
    if (first) append_head(out, "Notes", options);
    first = false;
    const bool limit = note.code == "limit_text_bytes";
    append_wrapped(out,
                   limit ? "The text is as long as a text may be: the rest of what would have been "
                           "kept is not in it."
                         : fmt::format("{}: {}", note.code, note.message),
                   2, Paint::kPlain, options);
  }
}

// "3 entries, 2031-03-14T09:00Z to 2031-03-14T17:30Z": those that the text has.
std::string entries_of(const Article& article) {
  std::vector<std::string_view> times;
  for (const Block& block : article.blocks) {
    if (!block.time.empty() && (times.empty() || times.back() != block.time))
      times.push_back(block.time);
  }
  if (times.empty()) return {};
  return fmt::format("{}, {} to {}",
                     times.size() == 1 ? "1 entry" : fmt::format("{} entries", times.size()),
                     times.front(), times.back());
}

// What was read of the page beside its text, and where: a wrong day or name begins here.
void append_metadata(std::string& out, const Article& article, const ReportOptions& options) {
  bool first = true;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (clean(value).empty()) return;
    if (first) append_head(out, "What else was read of the page", options);
    first = false;
    append_named(out, name, value, options);
  };
  const auto day = [](const std::optional<PageDate>& date) {
    return date ? fmt::format("{} ({})", date->value, name_of(date->from)) : std::string();
  };
  std::string authors;
  for (const Author& author : article.authors)
    authors +=
        fmt::format("{}{} ({})", authors.empty() ? "" : ", ", author.name, name_of(author.kind));
  add("title", article.title);
  add("published", day(article.published));
  add("modified", day(article.modified));
  add("authors", authors);
  add("site", article.site);
  add("language", article.language);
  add("live", entries_of(article));
  // An address is one word, which no line breaks.
  const uint32_t room = std::max(options.width, 30U) - kNames - 2;
  add("image", shorten_address(article.lead_image, room));
}

}  // namespace

void append_trace_legend(std::string& out, const ReportOptions& options) {
  append_head(out, "A line is a block of the page, from top to bottom", options);
  const auto add = [&](std::string_view name, std::string_view value) {
    append_named(out, name, value, options);
  };
  add("kept as", "what it is in the text; with \"-\" it was cut, and as what");
  add("part",
      "where the labeller sees it: before the article, its standfirst, its body, inside "
      "(among the body, but no part of it), after; titles and captions are kept wherever "
      "they stand");
  add("sure", "how sure it is of the part, from 0 to 1");
  add("tag", "the element of an HTML page that holds it");
  add("begins", "its first words; \"... +14\": 14 more are not shown here");
  out += '\n';
}

void append_trace(std::string& out, const std::vector<BlockTrace>& blocks, const Article& article,
                  const ReportOptions& options) {
  const std::vector<Fate> fates = find_fates(blocks, article);
  Table table(out, blocks, fates, options);
  if (!blocks.empty()) {
    table.head();
    append_blocks(table, blocks, fates);
    out += '\n';
    append_wrapped(out, sum_up(fates, article), 0, Paint::kPlain, options);
  } else if (article.blocks.empty()) {
    append_wrapped(out, "The page has no text.", 0, Paint::kPlain, options);
  }
  if (has_note(article, "linked_body")) {
    append_linked(out, table, article, options);
  } else if (blocks.empty() && !article.blocks.empty()) {
    append_wrapped(out,
                   fmt::format("Clean text is kept as it is: {}, nothing is cut.",
                               counted(article.blocks.size(), "paragraph")),
                   0, Paint::kPlain, options);
  }
  append_metadata(out, article, options);
  append_notes(out, article, options);
}

}  // namespace demarche
