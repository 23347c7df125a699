// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/article.h"

#include <algorithm>

#include "article/cards.h"
#include "article/comments.h"
#include "article/draft.h"
#include "article/features.h"
#include "article/fragment.h"
#include "article/html_body.h"
#include "article/json_ld.h"
#include "article/lead_image.h"
#include "article/live.h"
#include "article/metadata.h"
#include "article/page_kind.h"
#include "article/relabel.h"
#include "article/text_body.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace demarche {
namespace {

// The text of the page's own data, where its blocks hold far less: pages that are put together by
// a script in the browser. True where it was taken.
bool add_linked_body(const LinkedData& data, std::string_view title, const Limits& limits,
                     Draft& draft, Article& article) {
  // An article that is nothing but data has no blocks to be weighed against.
  const size_t least = draft.empty() && data.is_article ? 1 : 400;  // bytes
  size_t kept = 0;
  for (const DraftItem& item : draft) {
    kept += item.kept && item.block != BlockKind::kTitle && item.block != BlockKind::kCaption
                ? item.text.size()
                : 0;
  }
  if (data.body.size() < least || kept * 5 >= data.body.size() * 2) return false;
  for (DraftItem& item : draft) item.kept = item.kept && item.block == BlockKind::kTitle;
  const bool titled = std::ranges::any_of(draft, [](const DraftItem& item) { return item.kept; });
  if (!titled && !title.empty())
    draft.push_back({.kept = true, .block = BlockKind::kTitle, .text = std::string(title)});
  const bool tags = data.body.find("</") != std::string::npos;
  const std::string body = tags ? text_of_fragment(data.body) : data.body;
  for (const std::string_view line : split(body, '\n')) {
    if (trim(line).empty()) continue;
    if (draft.size() >= limits.blocks) {
      article.notes.push_back({"article", "limit_blocks", "the rest of the JSON-LD text dropped"});
      break;
    }
    draft.push_back({.kept = true, .text = std::string(line)});
  }
  article.notes.push_back({"article", "linked_body", "text taken from the page's JSON-LD"});
  return true;
}

// A live page whose entries are put in by a script: its own data have them.
bool add_linked_entries(const LinkedData& data, const Limits& limits, Draft& draft,
                        Article& article) {
  constexpr size_t kLeast = 400;  // bytes
  size_t size = 0;
  for (const LiveEntry& entry : data.live) size += entry.body.size();
  if (size < kLeast) return false;
  for (DraftItem& item : draft) item.kept = item.kept && item.block == BlockKind::kTitle;
  for (const LiveEntry& entry : data.live) {
    const std::string time = instant_of(entry.published);
    if (draft.size() + 2 > limits.blocks) {
      article.notes.push_back({"article", "limit_blocks", "the rest of the JSON-LD text dropped"});
      break;
    }
    draft.push_back(
        {.kept = true, .block = BlockKind::kHeading, .text = entry.headline, .time = time});
    draft.push_back({.kept = true, .text = entry.body, .time = time});
  }
  article.notes.push_back({"article", "linked_body", "text taken from the page's JSON-LD"});
  return true;
}

// A page without an article keeps nothing; what was taken for one is other stories, or none.
void drop_article(const PageVerdict verdict, Draft& draft, std::vector<Note>& notes) {
  if (verdict == PageVerdict::kArticle) return;
  for (DraftItem& item : draft) {
    if (!item.kept) continue;
    item.kept = false;
    item.furniture = item.block == BlockKind::kTitle || item.block == BlockKind::kCaption
                         ? FurnitureKind::kOther
                         : FurnitureKind::kTeaser;
  }
  notes.push_back({"article", "no_article", std::string(name_of(verdict))});
}

// A block a paragraph; the text itself is not touched. Nothing is dropped: over the limit the last
// block holds the rest.
void read_prose(const Page& page, const Limits& limits, Article& article) {
  article.text = Text(page.text);
  const std::string_view text = article.text.view();
  const auto is_white = [&](size_t at, uint32_t& length) {
    const CodePoint c = decode_utf8(text, at);
    length = c.length;
    return is_space(c.value) || c.value == 0xFEFF;
  };
  size_t begin = std::string_view::npos;
  size_t end = 0;
  uint32_t newlines = 0;
  uint32_t length = 1;
  bool full = false;
  for (size_t at = 0; at < text.size(); at += length) {
    if (is_white(at, length)) {
      newlines +=
          text[at] == '\n' || (text[at] == '\r' && !text.substr(at).starts_with("\r\n")) ? 1 : 0;
      continue;
    }
    const bool room = article.blocks.size() + 1 < limits.blocks;
    if (begin != std::string_view::npos && newlines >= 2 && !room) {
      full = true;
    } else if (begin != std::string_view::npos && newlines >= 2) {
      article.blocks.push_back(
          {.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}});
      begin = at;
    }
    if (begin == std::string_view::npos) begin = at;
    newlines = 0;
    end = at + length;
  }
  if (begin != std::string_view::npos) {
    article.blocks.push_back({.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}});
  }
  if (full) {
    article.notes.push_back({"article", "limit_blocks", "the last block holds the rest"});
  }
}

// A title is a line; what is longer is cut, at the border of a code point.
void cut_title(Article& article) {
  constexpr size_t kMostBytes = 2000;
  if (article.title.size() <= kMostBytes) return;
  size_t end = kMostBytes;
  while (end > 0 && (static_cast<unsigned char>(article.title[end]) & 0xC0U) == 0x80) --end;
  article.title.resize(end);
  article.notes.push_back({"article", "limit_title", "the title was cut after 2000 bytes"});
}

struct LabelledHtml {
  HtmlBody body;
  std::vector<BlockLabel> labels;  // none without models
};

LabelledHtml label_html(const Page& page, const HtmlHead& head, const ArticleModels* models,
                        bool with_confidence) {
  LabelledHtml read{.body = find_html_body(page, head.data, head.title, head.description)};
  if (models == nullptr) {
    drop_comments(page, head.data, read.body);
    return read;
  }
  read.labels = models->html.label(
      find_html_features(page, read.body, head.title, head.description), with_confidence);
  relabel(read.labels, page, read.body);
  drop_cards(page, read.body);
  drop_comments(page, head.data, read.body);
  return read;
}

std::string_view address_of(const Page& page, const ArticleHints& hints) {
  if (!hints.url.empty()) return hints.url;
  const std::string_view canonical = meta_of(page, "<link canonical>");
  return canonical.empty() ? meta_of(page, "og:url") : canonical;
}

void read_html_page(const Page& page, const ArticleHints& hints, const ArticleModels* models,
                    Article& article) {
  const HtmlHead head = read_html_head(page, hints, article.notes);
  HtmlBody body = label_html(page, head, models, false).body;
  const NearArticle near_article{.headings = head.headings,
                                 .date_lines = std::move(body.date_lines),
                                 .bylines = std::move(body.bylines)};
  read_metadata(page, hints, head.data, near_article, article);
  article.lead_image = find_lead_image(page, head.data, address_of(page, hints));
  const PageVerdict verdict = judge(weigh_page(page, address_of(page, hints), head, body));
  const bool linked = (verdict == PageVerdict::kArticle || !head.data.is_index) &&
                      add_linked_body(head.data, head.title, hints.limits, body.draft, article);
  const bool entries = !linked && verdict != PageVerdict::kArticle &&
                       add_linked_entries(head.data, hints.limits, body.draft, article);
  if (!linked && !entries) {
    drop_article(verdict, body.draft, article.notes);
    find_live_times(page, head.data, body);
  }
  assemble(body.draft, hints.limits, article);
}

void read_text_page(const Page& page, const ArticleHints& hints, const ArticleModels* models,
                    Article& article) {
  TextBody body = find_text_body(page, hints.title);
  if (models != nullptr) relabel(models->text.label_each(find_text_features(body)), body);
  drop_comments(body);
  NearArticle near_article{
      .headings = {}, .date_lines = std::move(body.date_lines), .bylines = std::move(body.bylines)};
  read_metadata(page, hints, {}, near_article, article);
  if (!body.title.empty()) article.title = body.title;
  drop_article(judge(weigh_page(body)), body.draft, article.notes);
  assemble(body.draft, hints.limits, article);
}

}  // namespace

Article make_article(const Page& page, const ArticleHints& hints, const ArticleModels* models) {
  Article article;
  article.notes = page.notes;
  switch (page.kind) {
    case PageKind::kHtml:
      read_html_page(page, hints, models, article);
      break;
    case PageKind::kText:
      read_text_page(page, hints, models, article);
      break;
    case PageKind::kProse:
      read_prose(page, hints.limits, article);
      read_metadata(page, hints, {}, {}, article);
      break;
  }
  cut_title(article);
  const bool told = std::ranges::any_of(article.notes,
                                        [](const Note& note) { return note.code == "no_article"; });
  if (article.blocks.empty() && !told)
    article.notes.push_back({"article", "no_article", "no article found on the page"});
  return article;
}

std::vector<BlockTrace> trace_article(const Page& page, const ArticleHints& hints,
                                      const ArticleModels& models) {
  std::vector<BlockTrace> trace;
  Draft draft;
  std::vector<BlockLabel> labels;
  std::vector<Note> notes;
  if (page.kind == PageKind::kHtml) {
    const HtmlHead head = read_html_head(page, hints, notes);
    LabelledHtml read = label_html(page, head, &models, true);
    drop_article(judge(weigh_page(page, address_of(page, hints), head, read.body)), read.body.draft,
                 notes);
    find_live_times(page, head.data, read.body);
    draft = std::move(read.body.draft);
    labels = std::move(read.labels);
  } else if (page.kind == PageKind::kText) {
    TextBody body = find_text_body(page, hints.title);
    labels = models.text.label_each(find_text_features(body));
    relabel(labels, body);
    drop_comments(body);
    drop_article(judge(weigh_page(body)), body.draft, notes);
    draft = std::move(body.draft);
  }
  for (size_t i = 0; i < draft.size() && i < labels.size(); ++i) {
    BlockTrace block{.text = draft[i].text,
                     .label = labels[i],
                     .kept = draft[i].kept,
                     .block = draft[i].block,
                     .furniture = draft[i].furniture};
    if (page.kind == PageKind::kHtml) {
      block.path = page.blocks[i].path;
      block.line = page.blocks[i].line;
    }
    trace.push_back(std::move(block));
  }
  return trace;
}

std::optional<Day> day_of(const Block& block) {
  constexpr size_t kDayLength = 10;  // "2031-03-14"
  return parse_day(std::string_view(block.time).substr(0, kDayLength));
}

std::string_view name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::kTitle:
      return "title";
    case BlockKind::kStandfirst:
      return "standfirst";
    case BlockKind::kBody:
      return "body";
    case BlockKind::kHeading:
      return "heading";
    case BlockKind::kList:
      return "list";
    case BlockKind::kCaption:
      return "caption";
    case BlockKind::kQuote:
      return "quote";
    case BlockKind::kCredit:
      return "credit";
  }
  return {};
}

std::string_view name_of(FurnitureKind kind) {
  switch (kind) {
    case FurnitureKind::kTeaser:
      return "teaser";
    case FurnitureKind::kNavigation:
      return "navigation";
    case FurnitureKind::kRelated:
      return "related";
    case FurnitureKind::kReadingTime:
      return "reading_time";
    case FurnitureKind::kShare:
      return "share";
    case FurnitureKind::kDate:
      return "date";
    case FurnitureKind::kByline:
      return "byline";
    case FurnitureKind::kLegal:
      return "legal";
    case FurnitureKind::kComment:
      return "comment";
    case FurnitureKind::kOther:
      return "other";
  }
  return {};
}

std::string_view name_of(AuthorKind kind) {
  switch (kind) {
    case AuthorKind::kPerson:
      return "person";
    case AuthorKind::kAgency:
      return "agency";
    case AuthorKind::kDesk:
      return "desk";
    case AuthorKind::kOutlet:
      return "outlet";
  }
  return {};
}

std::string_view name_of(DateSource from) {
  switch (from) {
    case DateSource::kJsonLd:
      return "json-ld";
    case DateSource::kMicrodata:
      return "microdata";
    case DateSource::kMeta:
      return "meta";
    case DateSource::kUrl:
      return "url";
    case DateSource::kText:
      return "text";
    case DateSource::kJson:
      return "json";
    case DateSource::kOption:
      return "option";
  }
  return {};
}

}  // namespace demarche
