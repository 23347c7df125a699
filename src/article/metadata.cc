// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "article/authors.h"
#include "article/dates.h"
#include "article/lines.h"
#include "article/references.h"
#include "article/state.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace demarche {
namespace {

constexpr size_t kNear = 12;  // blocks from the headline to its date

struct Source {
  std::string_view name;
  DateSource from;
};
// The best names first; others are told by their words.
constexpr std::array kPublished = {
    Source{"<itemprop datepublished>", DateSource::kMicrodata},
    Source{"article:published_time", DateSource::kMeta},
    Source{"datepublished", DateSource::kMeta},
};
constexpr std::array kCreated = {
    Source{"dcterms.created", DateSource::kMeta},
    Source{"dc.date", DateSource::kMeta},
    Source{"dcterms.date", DateSource::kMeta},
    Source{"date.created", DateSource::kMeta},
    Source{"last-modified", DateSource::kMeta},
    Source{"date", DateSource::kMeta},
    Source{"dc.date.created", DateSource::kMeta},
    Source{"<itemprop datecreated>", DateSource::kMicrodata},
};
constexpr std::array kModified = {
    Source{"<itemprop datemodified>", DateSource::kMicrodata},
    Source{"article:modified_time", DateSource::kMeta},
    Source{"og:updated_time", DateSource::kMeta},
    Source{"datemodified", DateSource::kMeta},
    Source{"last-modified", DateSource::kMeta},
    Source{"dcterms.modified", DateSource::kMeta},
};

// Seconds or milliseconds since 1970 as an instant.
std::optional<PageDate> from_count(std::string_view text, DateSource from) {
  if (text.size() != 10 && text.size() != 13) return std::nullopt;
  int64_t seconds = 0;
  for (const char c : text.substr(0, 10)) {
    if (!is_ascii_digit(c)) return std::nullopt;
    seconds = seconds * 10 + (c - '0');
  }
  const Day day{std::chrono::days(seconds / 86400)};
  if (year_of(day) < 1990) return std::nullopt;
  const auto rest = static_cast<int>(seconds % 86400);
  return PageDate{
      fmt::format("{}T{:02}:{:02}:{:02}Z", format_day(day), rest / 3600, rest / 60 % 60, rest % 60),
      day, from};
}

std::optional<PageDate> dated(std::string_view text, DateSource from, bool month_first = false) {
  if (auto counted = from_count(trim(text), from)) return counted;
  const std::optional<FoundDate> found = find_date(text, month_first);
  if (!found) return std::nullopt;
  return PageDate{found->value, found->day, from};
}

// A date that somebody gave with the text, which may be older than the web.
std::optional<PageDate> handed(std::string_view text, DateSource from) {
  if (auto found = dated(text, from)) return found;
  constexpr size_t kDay = 10;
  const auto day = parse_day(trim(text).substr(0, kDay));
  if (!day) return std::nullopt;
  return PageDate{format_day(*day), *day, from};
}

template <size_t n>
std::optional<PageDate> date_of(const Page& page, const std::array<Source, n>& sources) {
  for (const Source& source : sources) {
    for (const MetaItem& item : page.meta) {
      if (item.name != source.name) continue;
      if (auto date = dated(item.content, source.from)) return date;
    }
  }
  return std::nullopt;
}

std::optional<PageDate> meta_date(const Page& page) {
  if (auto date = date_of(page, kPublished)) return date;
  for (const MetaItem& item : page.meta) {
    if (item.name.starts_with('<') || !is_published_key(item.name)) continue;
    if (auto date = dated(item.content, DateSource::kMeta)) return date;
  }
  return date_of(page, kCreated);
}

bool is_american(const Article& article) {
  return article.language.empty() || fold_case(article.language).starts_with("en-us") ||
         article.language == "en";
}

// The <time> that is nearest after the headline; those of teasers come later.
std::optional<PageDate> time_near(const Page& page, size_t title_at) {
  std::optional<PageDate> first;
  for (const MetaItem& item : page.meta) {
    if (item.name != "<time datetime>") continue;
    const auto date = dated(item.content, DateSource::kMicrodata);
    if (!date) continue;
    if (title_at >= page.blocks.size() || item.block + kNear >= title_at) return date;
    if (!first) first = date;
  }
  return first;
}

// A line that says when, near the headline, else one with a label anywhere: "Datum 28.04.2031".
std::optional<PageDate> line_near(const Page& page, size_t title_at, bool month_first) {
  const size_t count = page.blocks.size();
  const size_t from = title_at < count ? title_at : 0;
  const size_t to = title_at < count ? std::min(count, title_at + kNear) : 0;
  for (size_t i = from; i < to; ++i) {
    if (is_date_line(page.blocks[i].text))
      return dated(page.blocks[i].text, DateSource::kText, month_first);
  }
  for (size_t i = from; i > 0 && i + 4 > from; --i) {
    if (is_date_line(page.blocks[i - 1].text))
      return dated(page.blocks[i - 1].text, DateSource::kText, month_first);
  }
  for (const PageBlock& block : page.blocks) {
    if (block.text.size() > 80) continue;
    for (const std::string_view label :
         {"datum", "date:", "published", "publié", "publicado", "pubblicato", "veröffentlicht",
          "erstellt", "опубликовано", "yayınlanma", "tanggal", "发布时间", "发布", "公開", "入力",
          "입력", "تاريخ", "نشر"}) {
      if (has_prefix_nocase(block.text, label) && is_date_line(block.text))
        return dated(block.text, DateSource::kText, month_first);
    }
  }
  return std::nullopt;
}

// "The talks | World | 28.04.2031": the last part of the title is nothing but a date.
std::optional<PageDate> title_date(const Page& page, bool month_first) {
  for (const std::string_view name : {"<title>", "og:title"}) {
    const std::string_view title = meta_of(page, name);
    const size_t bar = title.rfind('|');
    if (bar == std::string_view::npos || !is_date_line(title.substr(bar + 1))) continue;
    if (const auto date = dated(title.substr(bar + 1), DateSource::kText, month_first)) return date;
  }
  return std::nullopt;
}

// The block of the headline, or the number of blocks.
size_t find_title_at(const Page& page, std::string_view title) {
  const std::vector<PageBlock>& blocks = page.blocks;
  size_t first = blocks.size();
  for (size_t i = 0; i < blocks.size(); ++i) {
    const std::string_view tag = blocks[i].tag;
    if (tag.size() != 2 || tag[0] != 'h' || tag[1] < '1' || tag[1] > '6') continue;
    if (same_words(blocks[i].text, title)) return i;
    if (tag == "h1" && first == blocks.size()) first = i;
  }
  return first;
}

void read_dates(const Page& page, const ArticleHints& hints, const LinkedData& data,
                const NearArticle& near_article, size_t title_at, Article& article) {
  article.published = dated(data.published, DateSource::kJsonLd);
  if (!article.published) article.published = meta_date(page);
  article.modified = dated(data.modified, DateSource::kJsonLd);
  if (!article.modified) article.modified = date_of(page, kModified);
  for (const std::string_view url :
       {std::string_view(article.url), std::string_view(article.canonical_url)}) {
    if (article.published) break;
    if (const auto day = find_url_day(url))
      article.published = PageDate{format_day(*day), *day, DateSource::kUrl};
  }
  for (const std::string& line : near_article.date_lines) {
    if (article.published) break;
    article.published = dated(line, DateSource::kText, is_american(article));
  }
  if (!article.published) article.published = time_near(page, title_at);
  if (!article.published) article.published = line_near(page, title_at, is_american(article));
  if (!article.published)
    article.published = dated(find_state_date(page.states), DateSource::kMeta);
  if (!article.published) article.published = title_date(page, is_american(article));
  if (!article.published) article.published = handed(hints.date, DateSource::kJson);
  if (!article.published) article.published = handed(hints.option_date, DateSource::kOption);
  if (!article.published)
    article.notes.push_back({"article", "no_date", "no date of publication found"});
}

// "Velmark Daily | The talks" and "The talks_Velmark Daily": the site's own name before or after,
// with marks that stand in titles too.
std::string_view without_named_site(std::string_view title, std::string_view site) {
  if (site.empty()) return title;
  for (const std::string_view sign : {" | ", " - ", " – ", " — ", ": ", "｜", "_", "|", " － "}) {
    const size_t first = title.find(sign);
    if (first != std::string_view::npos && first > 0 && same_words(title.substr(0, first), site) &&
        count_words(title.substr(first + sign.size())) > 0)
      return trim(title.substr(first + sign.size()));
    const size_t last = title.rfind(sign);
    if (sign != ": " && last != std::string_view::npos && last > 0 &&
        same_words(title.substr(last + sign.size()), site))
      title = trim(title.substr(0, last));
  }
  return title;
}

std::string without_site(std::string_view title, std::string_view site) {
  title = without_named_site(title, site);
  // Cuts " - Site", " | Site": the last part, where it is the site's name or far shorter than the
  // rest.
  for (int n = 0; n < 3; ++n) {
    size_t cut = std::string_view::npos;
    size_t size = 0;
    for (const std::string_view sign : {" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "}) {
      const size_t at = title.rfind(sign);
      if (at != std::string_view::npos && (cut == std::string_view::npos || at > cut)) {
        cut = at;
        size = sign.size();
      }
    }
    if (cut == std::string_view::npos) break;
    const std::string_view tail = trim(title.substr(cut + size));
    const bool named =
        !site.empty() &&
        (same_words(tail, site) || fold_case(tail).find(fold_case(site)) != std::string::npos ||
         fold_case(site).find(fold_case(tail)) != std::string::npos);
    const bool piped = title.substr(cut, size).find('|') != std::string_view::npos;
    if (!named && !(count_words(tail) <= 4 && cut >= 20 && (piped || n == 0))) break;
    title = trim(title.substr(0, cut));
  }
  return std::string(title);
}

// Whether the page says itself that its text is behind a wall: in its head, or in a short line that
// asks to pay for reading on. Silence says nothing.
std::optional<bool> find_wall(const Page& page) {
  const std::string tier = fold_case(meta_of(page, "article:content_tier"));
  if (tier == "free") return false;
  if (tier == "locked" || tier == "metered") return true;
  for (const PageBlock& block : page.blocks) {
    if (block.text.size() < 16 || block.text.size() > 240) continue;
    const std::string lower = fold_case(block.text);
    for (const std::string_view sign : {"to continue reading this",
                                        "subscribe to continue reading",
                                        "subscribe to read",
                                        "to read the full article",
                                        "to read the full story",
                                        "this article is for subscribers",
                                        "this article is available to subscribers",
                                        "already a subscriber? log in to read",
                                        "sie möchten weiterlesen",
                                        "um weiterzulesen",
                                        "diesen artikel weiterlesen",
                                        "jetzt weiterlesen mit",
                                        "la suite est réservée",
                                        "il vous reste",
                                        "cet article est réservé",
                                        "para seguir leyendo",
                                        "para continuar leyendo",
                                        "per continuare a leggere",
                                        "para continuar lendo",
                                        "aby czytać dalej",
                                        "logg inn for å lese",
                                        "bli abonnent for å lese",
                                        "för att läsa vidare",
                                        "この記事は有料",
                                        "続きを読むには"}) {
      if (lower.find(sign) == std::string::npos) continue;
      // "Il vous reste 80 % de cet article à lire."
      if (sign == "il vous reste" && lower.find("article") == std::string::npos) continue;
      return true;
    }
  }
  return std::nullopt;
}

std::string key_of(std::string_view text) {
  std::string key;
  const std::string folded = fold_case(text);
  for (size_t at = 0; at < folded.size();) {
    const CodePoint c = decode_utf8(folded, at);
    if (is_letter(c.value) || (c.value < 128 && is_ascii_digit(static_cast<char>(c.value))))
      key += folded.substr(at, c.length);
    at += c.length;
  }
  return key;
}

}  // namespace

bool same_words(std::string_view a, std::string_view b) {
  // Marks and spaces are never half of a text that could be the same.
  if (a.size() > 3 * b.size() + 16 || b.size() > 3 * a.size() + 16) return false;
  return key_of(a) == key_of(b);
}

std::string_view meta_of(const Page& page, std::string_view name) {
  for (const MetaItem& item : page.meta) {
    if (item.name == name) return item.content;
  }
  return {};
}

std::string find_title(const Page& page, const ArticleHints& hints, const LinkedData& data,
                       const std::vector<std::string>& headings, std::string_view site) {
  const std::string head = without_site(meta_of(page, "<title>"), site);
  std::string shared = without_site(decode_references(meta_of(page, "og:title")), site);
  const std::string linked = without_site(data.headline, site);
  const std::string item(meta_of(page, "<itemprop headline>"));
  const std::array<std::string_view, 5> candidates = {linked, shared, item, head, hints.title};
  // The headline as the reader sees it, where the head knows it too; without the kicker that some
  // pages put before it.
  for (const std::string& heading : headings) {
    const std::string key = key_of(heading);
    if (key.size() < 4) continue;
    for (const std::string_view candidate : {candidates[1], candidates[0]}) {
      const std::string other = key_of(candidate);
      if (other.size() < key.size() && other.size() * 2 >= key.size() &&
          count_words(candidate) >= 3 && key.ends_with(other)) {
        return std::string(candidate);
      }
    }
    for (const std::string_view candidate : candidates) {
      const std::string other = key_of(candidate);
      if (other.empty()) continue;
      if (key == other || (key.size() >= 16 && other.starts_with(key)) ||
          (other.size() >= 16 && key.starts_with(other)))
        return heading;
    }
  }
  // Two of the page's own data that put a kicker before the heading.
  if (count_words(linked) >= 4 && same_words(linked, shared)) {
    for (const std::string& heading : headings) {
      if (count_words(heading) >= 3 && key_of(shared).ends_with(key_of(heading))) return shared;
    }
  }
  for (const std::string& heading : headings) {
    if (headings.size() == 1 && count_words(heading) >= 4) return heading;
  }
  for (const std::string_view candidate : candidates) {
    if (!candidate.empty()) return std::string(candidate);
  }
  return headings.empty() ? std::string() : headings.front();
}

void read_metadata(const Page& page, const ArticleHints& hints, const LinkedData& data,
                   const NearArticle& near_article, Article& article) {
  article.language = meta_of(page, "<html lang>");
  if (article.language.empty()) article.language = data.language;
  article.site = meta_of(page, "og:site_name");
  if (article.site.empty()) article.site = data.site;
  if (article.site.empty()) article.site = meta_of(page, "application-name");
  article.canonical_url = meta_of(page, "<link canonical>");
  if (article.canonical_url.empty()) article.canonical_url = meta_of(page, "og:url");
  article.url = hints.url;
  article.description = decode_references(meta_of(page, "og:description"));
  if (article.description.empty())
    article.description = decode_references(meta_of(page, "description"));
  if (article.description.empty()) article.description = data.description;
  article.section = meta_of(page, "article:section");
  if (article.section.empty()) article.section = data.section;
  for (const MetaItem& item : page.meta) {
    if (item.name == "article:tag" && article.tags.size() < 64)
      article.tags.push_back(item.content);
  }
  if (article.tags.empty()) article.tags = data.tags;
  if (article.tags.empty()) {
    for (const std::string_view part : split(meta_of(page, "keywords"), ',')) {
      std::string tag = fold_space(part);
      if (!tag.empty() && article.tags.size() < 64) article.tags.push_back(std::move(tag));
    }
  }
  article.paywalled = data.paywalled;
  if (!article.paywalled) article.paywalled = find_wall(page);
  article.title = find_title(page, hints, data, near_article.headings, article.site);
  const size_t title_at = find_title_at(page, article.title);
  read_dates(page, hints, data, near_article, title_at, article);
  article.authors = find_authors(page, data, near_article, article.site, title_at);
}

HtmlHead read_html_head(const Page& page, const ArticleHints& hints, std::vector<Note>& notes) {
  HtmlHead head{.data = read_json_ld(page.json_ld, notes)};
  if (head.data.body.empty()) head.data.body = find_state_body(page);
  for (const PageBlock& block : page.blocks) {
    if (block.tag == "h1" && head.headings.size() < 8) head.headings.push_back(block.text);
  }
  std::string_view site = meta_of(page, "og:site_name");
  if (site.empty()) site = head.data.site;
  head.title = find_title(page, hints, head.data, head.headings, site);
  head.description = decode_references(meta_of(page, "og:description"));
  if (head.description.empty()) head.description = decode_references(meta_of(page, "description"));
  return head;
}

}  // namespace demarche
