// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "format/trace.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "base/utf8.h"
#include "format/layout.h"

namespace demarche {
namespace {

constexpr size_t kShownEnds = 6;       // blocks of a folded run that are shown at either end
constexpr float kSure = 0.9F;          // below, a person may want to look
constexpr size_t kLongWords = 40;      // a paragraph, as one that is missed may be
constexpr uint32_t kLongestTag = 10;   // "figcaption", "blockquote"
constexpr uint32_t kLongestKind = 14;  // "- reading_time"

// What became of a block.
enum class Fate : uint8_t { kCut, kKept, kReplaced, kOverLimit };

bool has_note(const Article& article, std::string_view code) {
  return std::ranges::any_of(article.notes, [&](const Note& note) { return note.code == code; });
}

// The article's blocks come in the order of the page, one a block that was kept, and one more for
// the credit at its end; from the text limit on there are none.
std::vector<Fate> find_fates(const std::vector<BlockTrace>& blocks, const Article& article) {
  const bool replaced = has_note(article, "linked_body");
  const bool limited = has_note(article, "limit_text_bytes");
  const auto& made = article.blocks;
  std::vector<Fate> fates;
  size_t at = 0;
  for (const BlockTrace& block : blocks) {
    Fate fate = block.kept ? Fate::kKept : Fate::kCut;
    if (block.kept && replaced && block.block != BlockKind::kTitle) fate = Fate::kReplaced;
    if (fate == Fate::kKept && limited) {
      if (at == made.size()) fate = Fate::kOverLimit;
      if (at < made.size() && made[at].kind != BlockKind::kCredit) ++at;
      if (at < made.size() && made[at].kind == BlockKind::kCredit) ++at;
    }
    fates.push_back(fate);
  }
  return fates;
}

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

// One line: the text is cut at the width, within a word where that is too long.
std::string shorten(std::string_view text, uint32_t width) {
  const uint32_t room = width > 4 ? width - 4 : 1;
  const auto lines = wrap(text, room);
  if (lines.empty()) return {};
  const std::string_view line = lines.front();
  size_t end = 0;
  for (uint32_t columns = 0; end < line.size();) {
    const std::string_view sign = line.substr(end, decode_utf8(line, end).length);
    columns += columns_of(sign);
    if (columns > room) break;
    end += sign.size();
  }
  const bool whole = lines.size() == 1 && end == line.size();
  return std::string(line.substr(0, end)) + (whole ? "" : " ...");
}

std::string_view tag_of(const BlockTrace& block) {
  const std::string_view path = block.path;
  return path.substr(path.rfind(' ') + 1).substr(0, kLongestTag);
}

// Writes the table. A narrow terminal gets fewer columns, so that some of the text is seen.
class Table {
 public:
  Table(std::string& out, const std::vector<BlockTrace>& blocks, const ReportOptions& options)
      : out_(out), options_(options), width_(std::max(options.width, 30U)) {
    if (width_ >= 60) {
      for (const BlockTrace& block : blocks)
        tag_ = std::max(tag_, static_cast<uint32_t>(tag_of(block).size()));
      if (tag_ > 0) tag_ = std::max(tag_, 3U);  // its own name
    }
    with_part_ = width_ >= 45;
  }

  void head() { add("kept as", "part", "sure", "tag", "begins", Paint::kHead); }
  void add(const BlockTrace& block, Fate fate) {
    add(kind_of(block, fate), name_of(block.label.part),
        fmt::format("{:.2f}", block.label.confidence), tag_of(block), block.text,
        fate == Fate::kKept ? Paint::kPlain : Paint::kQuiet);
  }
  void add_folded(size_t count, Fate fate, const BlockTrace& first) {
    const std::string what = fate == Fate::kKept  ? fmt::format("kept as {}", name_of(first.block))
                             : fate == Fate::kCut ? "cut"
                                                  : kind_of(first, fate).substr(2);
    out_ +=
        painted(fmt::format("... {} more, all {}", count, what), Paint::kQuiet, options_) + '\n';
  }
  // Of the article that was made: a block that stands in no block of the page.
  void add(BlockKind kind, std::string_view text) {
    out_ += fmt::format("{:<{}} {}\n", name_of(kind), kLongestKind,
                        shorten(text, width_ - kLongestKind - 1));
  }

 private:
  void add(std::string_view kind, std::string_view part, std::string_view sure,
           std::string_view tag, std::string_view text, Paint paint) {
    std::string line = fmt::format("{:<{}} ", kind, kLongestKind);
    if (with_part_) line += fmt::format("{:<10} ", part);
    line += fmt::format("{:<4} ", sure);
    if (tag_ > 0) line += fmt::format("{:<{}} ", tag, tag_);
    const std::string begin = shorten(text, width_ - static_cast<uint32_t>(line.size()));
    out_ += painted(std::string(trim_end(line + begin)), paint, options_) + '\n';
  }
  static std::string_view trim_end(std::string_view line) {
    return line.substr(0, line.find_last_not_of(' ') + 1);
  }

  std::string& out_;
  const ReportOptions& options_;
  uint32_t width_, tag_ = 0;
  bool with_part_ = true;
};

std::string counted(size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

size_t count_words(std::string_view text) {
  size_t words = 0;
  bool space = true;
  for (const char c : text) {
    words += space && !is_ascii_space(c) ? 1 : 0;
    space = is_ascii_space(c);
  }
  return words;
}

// Whether two neighbours may stand in one folded run; an unsure block stands in none.
class Runs {
 public:
  Runs(const std::vector<BlockTrace>& blocks, const std::vector<Fate>& fates)
      : blocks_(blocks), fates_(fates) {}

  // The end of the run of like blocks that begins at `begin`.
  [[nodiscard]] size_t end_of(size_t begin) const {
    size_t end = begin + 1;
    if (!is_plain(begin)) return end;
    while (end < blocks_.size() && is_plain(end) && is_like(begin, end)) ++end;
    return end;
  }

 private:
  [[nodiscard]] bool is_plain(size_t i) const {
    const BlockTrace& block = blocks_[i];
    if (block.label.confidence < kSure) return false;
    return fates_[i] != Fate::kCut || !is_long(block.text);
  }
  static bool is_long(std::string_view text) { return count_words(text) >= kLongWords; }
  [[nodiscard]] bool is_like(size_t a, size_t b) const {
    if (fates_[a] != fates_[b] || blocks_[a].label.part != blocks_[b].label.part) return false;
    return fates_[a] != Fate::kKept || blocks_[a].block == blocks_[b].block;
  }

  const std::vector<BlockTrace>& blocks_;
  const std::vector<Fate>& fates_;
};

void append_blocks(Table& table, const std::vector<BlockTrace>& blocks,
                   const std::vector<Fate>& fates) {
  const Runs runs(blocks, fates);
  for (size_t begin = 0; begin < blocks.size();) {
    const size_t end = runs.end_of(begin);
    const bool fold = end - begin > 2 * kShownEnds + 1;
    for (size_t i = begin; i < end; ++i) {
      if (fold && i == begin + kShownEnds) {
        const size_t hidden = end - begin - 2 * kShownEnds;
        table.add_folded(hidden, fates[i], blocks[i]);
        i += hidden;
      }
      table.add(blocks[i], fates[i]);
    }
    begin = end;
  }
}

// "59 blocks of the page: 14 kept, 45 cut; the text has 812 words"
std::string sum_up(const std::vector<Fate>& fates, const Article& article) {
  const auto kept = static_cast<size_t>(std::ranges::count(fates, Fate::kKept));
  return fmt::format("{} of the page: {} kept, {} cut; the text has {}",
                     counted(fates.size(), "block"), kept, fates.size() - kept,
                     counted(count_words(article.text.view()), "word"));
}

// What was taken from the page's own data, which no block of the page shows.
void append_linked(std::string& out, Table& table, const Article& article,
                   const ReportOptions& options) {
  append_wrapped(out,
                 "The blocks hold too little of the article. Its text was taken from the page's "
                 "own data instead (JSON-LD, or what a script shows):",
                 0, Paint::kHead, options);
  const auto& blocks = article.blocks;
  const bool fold = blocks.size() > 2 * kShownEnds + 1;
  for (size_t i = 0; i < blocks.size(); ++i) {
    if (fold && i == kShownEnds) {
      const size_t hidden = blocks.size() - 2 * kShownEnds;
      out += painted(fmt::format("... {} more", hidden), Paint::kQuiet, options) + '\n';
      i += hidden;
    }
    table.add(blocks[i].kind, article.text.of(blocks[i].span));
  }
}

void append_notes(std::string& out, const Article& article, const ReportOptions& options) {
  for (const Note& note : article.notes) {
    if (note.code == "linked_body") continue;
    const bool limit = note.code == "limit_text_bytes";
    append_wrapped(out,
                   limit ? "The text is as long as a text may be: the rest of what would have been "
                           "kept is not in it."
                         : fmt::format("Note {}: {}", note.code, note.message),
                   0, Paint::kPlain, options);
  }
}

// What was read of the page beside its text, and where: a wrong day or name begins here.
void append_metadata(std::string& out, const Article& article, const ReportOptions& options) {
  constexpr uint32_t kIndent = 11;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (value.empty()) return;
    const size_t begin = out.size();
    append_wrapped(out, value, kIndent, Paint::kPlain, options);
    out.replace(begin, name.size(), name);
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
  add("image", article.lead_image);
}

}  // namespace

void append_trace(std::string& out, const std::vector<BlockTrace>& blocks, const Article& article,
                  const ReportOptions& options) {
  Table table(out, blocks, options);
  const std::vector<Fate> fates = find_fates(blocks, article);
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
