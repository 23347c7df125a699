// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/labeller.h"
#include "base/day.h"
#include "base/evidence.h"
#include "base/text.h"
#include "page/page.h"

namespace demarche {

enum class BlockKind : uint8_t {
  kTitle,
  kStandfirst,
  kBody,
  kHeading,
  kList,
  kCaption,
  kQuote,
  kCredit
};
enum class FurnitureKind : uint8_t {
  kTeaser,
  kNavigation,
  kRelated,
  kReadingTime,
  kShare,
  kDate,
  kByline,
  kLegal,
  kComment,
  kOther
};
enum class AuthorKind : uint8_t { kPerson, kAgency, kDesk, kOutlet };
/// Where a date was found. The order is the order of trust (contract.md: what the page says wins
/// over the JSON Lines `date`, that over --date).
enum class DateSource : uint8_t { kJsonLd, kMicrodata, kMeta, kUrl, kText, kJson, kOption };

/// A piece of the article's text with one role. Blocks ascend, are apart and cover the text but
/// for the blank lines between them.
struct Block {
  Span span;
  BlockKind kind = BlockKind::kBody;
  std::optional<Span> repeats;  ///< the later words that this standfirst says again
  std::string time;             ///< of a live entry: ISO instant; else empty
};

/// The day of a live entry; none for other blocks.
std::optional<Day> day_of(const Block& block);

/// A line of the page that is not the article.
struct Furniture {
  uint32_t at = 0;  ///< byte offset in the text where it stood
  FurnitureKind kind = FurnitureKind::kOther;
  std::string text;
};

struct Author {
  std::string name;
  AuthorKind kind = AuthorKind::kPerson;
};

/// A day, or an instant with the page's own UTC offset ("2022-01-14T09:30:00+01:00").
struct PageDate {
  std::string value;
  Day day;
  DateSource from = DateSource::kText;
};

/// The article of a page: one immutable text, typed blocks, what was cut away, and metadata.
/// Empty strings are unknown values.
struct Article {
  Text text;
  std::vector<Block> blocks;
  std::vector<Furniture> furniture;
  std::string title, site, description, section, language, url, canonical_url;
  std::string lead_image;  ///< address of its picture, absolute where the page's own is known
  std::vector<std::string> tags;
  std::vector<Author> authors;
  std::optional<PageDate> published, modified;
  std::optional<bool> paywalled;
  std::vector<Note> notes;
};

struct ArticleHints {
  std::string url, title, date;  ///< from the JSON Lines input
  std::string option_date;       ///< --date
  Limits limits;
};

/// Finds the article of a page. A page without one gives an empty text and a note `no_article`.
/// Without models the rules decide alone, as for prose. Pure and thread-safe.
Article make_article(const Page& page, const ArticleHints& hints,
                     const ArticleModels* models = nullptr);

/// One block of a page with what became of it, for a person who asks why a paragraph is missing.
struct BlockTrace {
  std::string text, path;  ///< path: tags from the root, empty on text pages
  uint32_t line = 0;       ///< of the source where it begins, from 1; 0 on joined lines
  BlockLabel label;        ///< part of the page, and how sure the labeller is
  bool kept = false;
  BlockKind block = BlockKind::kBody;  ///< where kept
  FurnitureKind furniture = FurnitureKind::kOther;
};

/// All blocks of a page in page order, as make_article saw them. None for prose. Text that is read
/// from the page's own data, since its blocks hold too little, is no block.
std::vector<BlockTrace> trace_article(const Page& page, const ArticleHints& hints,
                                      const ArticleModels& models);

/// The words of the contract for each kind: "reading_time", "json-ld" ...
std::string_view name_of(BlockKind);
std::string_view name_of(FurnitureKind);
std::string_view name_of(AuthorKind);
std::string_view name_of(DateSource);

}  // namespace demarche
