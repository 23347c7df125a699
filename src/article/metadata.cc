// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/metadata.h"

#include <algorithm>
#include <array>

#include "article/credit.h"
#include "article/dates.h"
#include "article/lines.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace demarche {
namespace {

constexpr size_t kMostAuthors = 16;

struct Source {
  std::string_view name;
  DateSource from;
};
constexpr std::array kPublished = {
    Source{"<itemprop datepublished>", DateSource::kMicrodata},
    Source{"article:published_time", DateSource::kMeta},
    Source{"og:published_time", DateSource::kMeta},
    Source{"datepublished", DateSource::kMeta},
    Source{"date_published", DateSource::kMeta},
    Source{"parsely-pub-date", DateSource::kMeta},
    Source{"cxenseparse:publishtime", DateSource::kMeta},
    Source{"cxenseparse:recs:publishtime", DateSource::kMeta},
    Source{"sailthru.date", DateSource::kMeta},
    Source{"publish-date", DateSource::kMeta},
    Source{"publish_date", DateSource::kMeta},
    Source{"publication_date", DateSource::kMeta},
    Source{"pubdate", DateSource::kMeta},
    Source{"published_at", DateSource::kMeta},
    Source{"dc.date.issued", DateSource::kMeta},
    Source{"dcterms.created", DateSource::kMeta},
    Source{"dc.date", DateSource::kMeta},
    Source{"dcterms.date", DateSource::kMeta},
    Source{"date.created", DateSource::kMeta},
    Source{"article.published", DateSource::kMeta},
    Source{"article:published", DateSource::kMeta},
    Source{"rnews:datepublished", DateSource::kMeta},
    Source{"bt:pubdate", DateSource::kMeta},
    Source{"citation_publication_date", DateSource::kMeta},
    Source{"originalpublicationdate", DateSource::kMeta},
    Source{"article_date_original", DateSource::kMeta},
    Source{"last-modified", DateSource::kMeta},
    Source{"date", DateSource::kMeta},
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

std::optional<PageDate> dated(std::string_view text, DateSource from, bool month_first = false) {
  const std::optional<FoundDate> found = find_date(text, month_first);
  if (!found) return std::nullopt;
  return PageDate{found->value, found->day, from};
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

bool is_american(const Article& article) {
  return article.language.empty() || fold_case(article.language).starts_with("en-us") ||
         article.language == "en";
}

void read_dates(const Page& page, const ArticleHints& hints, const LinkedData& data,
                const NearArticle& near_article, Article& article) {
  article.published = dated(data.published, DateSource::kJsonLd);
  if (!article.published) article.published = date_of(page, kPublished);
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
  if (!article.published) {
    // <time> elements of teasers come later than the article's own.
    for (const MetaItem& item : page.meta) {
      if (item.name != "<time datetime>") continue;
      article.published = dated(item.content, DateSource::kMicrodata);
      if (article.published) break;
    }
  }
  if (!article.published) article.published = dated(hints.date, DateSource::kJson);
  if (!article.published) article.published = dated(hints.option_date, DateSource::kOption);
  if (!article.published)
    article.notes.push_back({"article", "no_date", "no date of publication found"});
}

bool has_word(std::string_view lower, std::string_view word) {
  for (size_t at = lower.find(word); at != std::string_view::npos; at = lower.find(word, at + 1)) {
    const bool starts = at == 0 || !is_ascii_alpha(lower[at - 1]);
    const size_t end = at + word.size();
    if (starts && (end == lower.size() || !is_ascii_alpha(lower[end]))) return true;
  }
  return false;
}

AuthorKind kind_of_author(std::string_view name, std::string_view site) {
  if (is_agency(name)) return AuthorKind::kAgency;
  const std::string lower = fold_case(name);
  if (!site.empty() &&
      (same_words(name, site) || same_words(name, std::string("the ") + std::string(site))))
    return AuthorKind::kOutlet;
  for (const std::string_view word :
       {"staff",         "desk",          "editor",          "editors",   "editorial", "newsroom",
        "redaktion",     "redaction",     "rédaction",       "redazione", "redacción", "team",
        "bureau",        "correspondent", "correspondents",  "reporter",  "reporters", "admin",
        "administrator", "contributor",   "contributors",    "writer",    "writers",   "online",
        "web",           "guest",         "onlineredaktion", "newsdesk"}) {
    if (has_word(lower, word)) return AuthorKind::kDesk;
  }
  for (const std::string_view word :
       {"news",  "times",   "daily",      "press",   "media",      "magazine",  "tv",
        "radio", "herald",  "gazette",    "tribune", "journal",    "zeitung",   "nachrichten",
        "post",  "network", "university", "company", "foundation", "institute", "association"}) {
    if (has_word(lower, word)) return AuthorKind::kOutlet;
  }
  if (lower.find('.') != std::string::npos && lower.find(' ') == std::string::npos)
    return AuthorKind::kOutlet;
  return AuthorKind::kPerson;
}

std::string clean_author(std::string_view name) {
  std::string text = fold_space(decode_references(name));
  for (const std::string_view lead : {"by ", "written by ", "von ", "par ", "por ", "author: "}) {
    if (has_prefix_nocase(text, lead)) text = text.substr(lead.size());
  }
  if (const size_t at = text.find_first_of("|<"); at != std::string::npos && at > 0)
    text = text.substr(0, at);
  if (const size_t at = text.find('('); at != std::string::npos) text = text.substr(0, at);
  std::string_view view = trim(text);
  while (!view.empty() && (view.back() == ',' || view.back() == ';' || view.back() == '-'))
    view = trim(view.substr(0, view.size() - 1));
  if (view.find("://") != std::string_view::npos || view.starts_with("www.") ||
      view.starts_with("/") || view.find('@') != std::string_view::npos || view.size() > 80)
    return {};
  return std::string(view);
}

void add_author(std::string_view name, std::string_view site, std::vector<Author>& authors,
                AuthorKind kind = AuthorKind::kPerson) {
  std::string clean = clean_author(name);
  if (clean.size() < 2 || authors.size() >= kMostAuthors || count_words(clean) > 8) return;
  for (const Author& known : authors) {
    if (same_words(known.name, clean)) return;
  }
  const AuthorKind guess = kind_of_author(clean, site);
  authors.push_back({std::move(clean), guess == AuthorKind::kPerson ? kind : guess});
}

void read_authors(const Page& page, const LinkedData& data, const NearArticle& near_article,
                  Article& article) {
  for (const Author& author : data.authors) {
    if (author.kind != AuthorKind::kPerson) {
      add_author(author.name, article.site, article.authors, author.kind);
      continue;
    }
    for (const Author& one : split_authors(author.name, article.site))
      add_author(one.name, article.site, article.authors);
  }
  constexpr std::array<std::string_view, 12> kNames = {"<itemprop author>",
                                                       "author",
                                                       "article:author",
                                                       "article:author_name",
                                                       "parsely-author",
                                                       "sailthru.author",
                                                       "byl",
                                                       "dc.creator",
                                                       "dcterms.creator",
                                                       "cxenseparse:author",
                                                       "article_author",
                                                       "<rel author>"};
  for (const std::string_view name : kNames) {
    if (!article.authors.empty()) break;
    for (const MetaItem& item : page.meta) {
      if (item.name != name) continue;
      // Links to other stories' authors follow the one of this story.
      if (name == "<rel author>" && !article.authors.empty()) break;
      for (const Author& one : split_authors(item.content, article.site))
        add_author(one.name, article.site, article.authors);
    }
  }
  // A person named beside the title is worth more than the outlet in the page's data.
  const auto is_person = [](const Author& author) { return author.kind == AuthorKind::kPerson; };
  if (std::ranges::any_of(article.authors, is_person)) return;
  for (const std::string& line : near_article.bylines) {
    std::vector<Author> found = split_authors(line, article.site);
    if (!article.authors.empty() && std::ranges::none_of(found, is_person)) continue;
    if (!found.empty()) {
      article.authors = std::move(found);
      return;
    }
  }
}

std::string without_site(std::string_view title, std::string_view site) {
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

std::vector<Author> split_authors(std::string_view names, std::string_view site) {
  std::string text = clean_author(names.substr(0, 400));
  if (text.empty() && names.size() > 80 && names.find("://") == std::string_view::npos)
    text = fold_space(names.substr(0, 400));
  for (const std::string_view joint :
       {" and ", " And ", " AND ", " & ", " und ", " y ", " et ", ";", " with "}) {
    text = replace_all(text, joint, ",");
  }
  std::vector<Author> authors;
  for (const std::string_view part : split(text, ',')) {
    const std::string name = clean_author(part);
    const size_t words = count_words(name);
    if (words == 0 || words > 5) continue;
    if (!is_upper(decode_utf8(name, 0).value) && words > 1 && authors.empty() == false) continue;
    if (name.find_first_of("0123456789") != std::string::npos) continue;
    add_author(name, site, authors);
  }
  return authors;
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
  article.title = find_title(page, hints, data, near_article.headings, article.site);
  read_dates(page, hints, data, near_article, article);
  read_authors(page, data, near_article, article);
}

}  // namespace demarche
