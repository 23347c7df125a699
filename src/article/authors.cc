// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/authors.h"

#include <algorithm>
#include <array>
#include <string>

#include "article/credit.h"
#include "article/dates.h"
#include "article/lines.h"
#include "article/references.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace demarche {
namespace {

constexpr size_t kMostAuthors = 16;
constexpr size_t kBefore = 12;  // blocks before the headline that may hold its byline
constexpr size_t kAfter = 16;

template <size_t n>
bool is_one_of(std::string_view word, const std::array<std::string_view, n>& list) {
  return std::ranges::find(list, word) != list.end();
}

constexpr auto kJobs = std::to_array<std::string_view>(
    {"editor",      "reporter",   "writer",       "correspondent", "journalist",      "columnist",
     "producer",    "author",     "contributor",  "redakteur",     "redakteurin",     "reporterin",
     "autor",       "autorin",    "journalistin", "korrespondent", "korrespondentin", "redaktor",
     "volontär",    "volontärin", "journaliste",  "rédacteur",     "rédactrice",      "redactor",
     "redactora",   "periodista", "giornalista",  "jornalista",    "redator",         "repórter",
     "journalista", "redacteur",  "verslaggever", "muhabir",       "muhabiri",        "wartawan"});
// What stands before a job and is part of it.
constexpr auto kJobParts = std::to_array<std::string_view>(
    {"senior",    "chief",     "staff",   "associate", "contributing", "managing",   "deputy",
     "executive", "freelance", "science", "politics",  "political",    "health",     "business",
     "sports",    "national",  "foreign", "legal",     "environment",  "technology", "tech",
     "news",      "features",  "guest",   "assistant", "night",        "digital",    "breaking"});
constexpr auto kDesks = std::to_array<std::string_view>(
    {"staff",           "desk",      "editor",      "editors",   "editorial",     "newsroom",
     "redaktion",       "redaction", "rédaction",   "redazione", "redacción",     "redação",
     "redakcja",        "redakce",   "редакция",    "team",      "bureau",        "correspondent",
     "correspondents",  "reporter",  "reporters",   "admin",     "administrator", "contributor",
     "contributors",    "writer",    "writers",     "online",    "web",           "guest",
     "onlineredaktion", "newsdesk",  "in-redaktion"});
constexpr auto kOutlets = std::to_array<std::string_view>(
    {"news",       "times",   "daily",      "press",   "media",      "magazine",  "tv",
     "radio",      "herald",  "gazette",    "tribune", "journal",    "zeitung",   "nachrichten",
     "post",       "network", "university", "company", "foundation", "institute", "association",
     "television", "agency",  "agentur",    "agence",  "ajansı",     "brandroom"});
constexpr auto kPictures = std::to_array<std::string_view>(
    {"foto:", "foto/", "foto ", "fotos:", "photo:", "photo by", "photos:", "photograph",
     "image:", "bild:", "bilder:", "picture:", "illustration:", "grafik:", "video:", "quelle:",
     "source:", "fotograf"});

bool has_word(std::string_view lower, std::string_view word) {
  const auto letter = [](char c) {
    return is_ascii_alpha(c) || static_cast<unsigned char>(c) >= 128;
  };
  for (size_t at = lower.find(word); at != std::string_view::npos; at = lower.find(word, at + 1)) {
    const bool starts = at == 0 || !letter(lower[at - 1]);
    const size_t end = at + word.size();
    if (starts && (end == lower.size() || !letter(lower[end]))) return true;
  }
  return false;
}

// The first letters of the words, in capitals or not: "LTO" of "Legal Tribune Online".
bool is_short_for(std::string_view letters, std::string_view name) {
  if (letters.size() < 2 || letters.size() > 6 || count_words(name) != letters.size()) return false;
  size_t at = 0;
  for (const std::string_view word : split(name, ' ')) {
    if (word.empty()) continue;
    if (at >= letters.size() ||
        to_lower_ascii(word.substr(0, 1)) != to_lower_ascii(letters.substr(at, 1)))
      return false;
    ++at;
  }
  return at == letters.size();
}

bool names_site(std::string_view name, std::string_view site) {
  if (site.empty()) return false;
  if (same_words(name, site) || same_words(name, std::string("the ") + std::string(site)))
    return true;
  const std::string lower = fold_case(name);
  const std::string home = fold_case(site);
  if (home.size() >= 5 && has_word(lower, home)) return true;
  const std::string_view label = site.substr(0, site.find('.'));
  return is_short_for(name, site) || is_short_for(label, name);
}

AuthorKind kind_of_author(std::string_view name, std::string_view site) {
  if (is_agency(name)) return AuthorKind::kAgency;
  if (names_site(name, site)) return AuthorKind::kOutlet;
  const std::string lower = fold_case(name);
  for (const std::string_view word : kDesks) {
    if (has_word(lower, word)) return AuthorKind::kDesk;
  }
  for (const std::string_view word : kOutlets) {
    if (has_word(lower, word)) return AuthorKind::kOutlet;
  }
  if (lower.find('.') != std::string::npos && lower.find(' ') == std::string::npos)
    return AuthorKind::kOutlet;
  return AuthorKind::kPerson;
}

std::string_view last_word(std::string_view text) {
  const size_t space = text.rfind(' ');
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

// "Ada Venn Senior Writer" and "Ada VennRedakteurin" without the job.
std::string_view without_job(std::string_view name) {
  std::string_view rest = name;
  const std::string_view word = last_word(rest);
  for (size_t at = 2; at + 4 < word.size(); ++at) {
    const bool glued =
        word[at] >= 'A' && word[at] <= 'Z' && word[at - 1] >= 'a' && word[at - 1] <= 'z';
    if (glued && is_one_of(fold_case(word.substr(at)), kJobs))
      return rest.substr(0, rest.size() - (word.size() - at));
  }
  bool job = false;
  while (count_words(rest) > 2) {
    const std::string last = fold_case(last_word(rest));
    if (!is_one_of(last, kJobs) && !(job && is_one_of(last, kJobParts))) break;
    job = true;
    rest = trim(rest.substr(0, rest.size() - last_word(rest).size()));
  }
  for (const std::string_view suffix : {" 기자", " 특파원", " 記者", " 记者", "記者", "记者"}) {
    if (rest.size() > suffix.size() + 2 && rest.ends_with(suffix))
      rest = trim(rest.substr(0, rest.size() - suffix.size()));
  }
  return rest;
}

bool is_job(std::string_view text) {
  const std::string lower = fold_case(text);
  size_t words = 0;
  for (const std::string_view word : split(lower, ' ')) {
    if (word.empty()) continue;
    ++words;
    if (!is_one_of(word, kJobs) && !is_one_of(word, kJobParts)) return false;
  }
  return words > 0;
}

std::string clean_author(std::string_view name) {
  std::string text = fold_space(decode_references(name));
  for (const std::string_view lead : kPictures) {
    if (has_prefix_nocase(text, lead)) return {};
  }
  for (const std::string_view lead :
       {"by: ",  "by ",      "written by ", "text: ",    "text von ", "von ",      "par ",
        "por ",  "author: ", "autor: ",     "autorin: ", "author ",   "penulis: ", "oleh ",
        "door ", "作者:",    "作者：",      "记者",      "記者",      "文/",       "文／"}) {
    if (has_prefix_nocase(text, lead)) text = trim(std::string_view(text).substr(lead.size()));
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
  if (const std::string_view bare = without_job(clean);
      bare.size() < clean.size() && kind_of_author(bare, site) == AuthorKind::kPerson)
    clean = std::string(bare);
  if (clean.size() < 2 || authors.size() >= kMostAuthors || count_words(clean) > 8) return;
  for (const Author& known : authors) {
    if (same_words(known.name, clean)) return;
  }
  const AuthorKind guess = kind_of_author(clean, site);
  authors.push_back({std::move(clean), guess == AuthorKind::kPerson ? kind : guess});
}

bool is_person(const Author& author) { return author.kind == AuthorKind::kPerson; }
bool has_person(const std::vector<Author>& authors) {
  return std::ranges::any_of(authors, is_person);
}

// Two to four words with capitals, as a name in a line has; or two to four Chinese, Japanese or
// Korean signs.
bool is_full_name(std::string_view name) {
  size_t words = 0;
  for (const std::string_view word : split(name, ' ')) {
    if (word.empty()) continue;
    ++words;
    if (!is_upper(decode_utf8(word, 0).value) && word.size() > 3) return false;
  }
  if (words >= 2 && words <= 4) {
    return is_upper(decode_utf8(name, 0).value) &&
           is_upper(decode_utf8(last_word(name), 0).value) &&
           name.find_first_of("0123456789:|@!?") == std::string_view::npos;
  }
  size_t signs = 0;
  for (size_t at = 0; at < name.size(); ++signs) {
    const CodePoint c = decode_utf8(name, at);
    const bool east = (c.value >= 0x4E00 && c.value < 0xA000) ||
                      (c.value >= 0xAC00 && c.value < 0xD7B0) ||
                      (c.value >= 0x3040 && c.value < 0x3100);
    if (!east) return false;
    at += c.length;
  }
  return words == 1 && signs >= 2 && signs <= 5;
}

// A small letter of a script that has capitals.
bool starts_small(std::string_view name) {
  const uint32_t first = decode_utf8(name, 0).value;
  return first < 0x590 && is_letter(first) && !is_upper(first);
}

bool is_author_key(std::string_view name) {
  constexpr auto kKeys = std::to_array<std::string_view>(
      {"author", "articleauthor", "articleauthorname", "authorname", "authors", "articleauthors",
       "parselyauthor", "sailthruauthor", "byl", "byline", "dccreator", "dctermscreator",
       "dcauthor", "cxenseparseauthor", "creator", "newsauthor", "contentauthor"});
  std::string letters;
  for (const char c : name.substr(0, 40)) {
    if (is_ascii_alpha(c)) letters += c;
  }
  return is_one_of(letters, kKeys);
}

void add_all(std::string_view names, std::string_view site, std::vector<Author>& authors) {
  for (const Author& one : split_authors(names, site))
    add_author(one.name, site, authors, one.kind);
}

std::vector<Author> linked_authors(const LinkedData& data, std::string_view site) {
  std::vector<Author> authors;
  for (const Author& author : data.authors) {
    if (author.kind != AuthorKind::kPerson) {
      add_author(author.name, site, authors, author.kind);
    } else {
      add_all(author.name, site, authors);
    }
  }
  return authors;
}

std::vector<Author> meta_authors(const Page& page, std::string_view site) {
  std::vector<Author> authors;
  std::string_view name;
  for (const MetaItem& item : page.meta) {
    if (item.name.starts_with('<') || !is_author_key(item.name)) continue;
    // One name is enough; several items of it are several authors.
    if (has_person(authors) && item.name != name) continue;
    if (!has_person(authors)) authors.clear();
    name = item.name;
    add_all(item.content, site, authors);
  }
  return authors;
}

// What is marked with `name` near the headline; items that follow each other closely are one
// byline.
std::vector<Author> marked_authors(const Page& page, std::string_view name, std::string_view site,
                                   size_t title_at, bool full) {
  std::vector<Author> authors;
  size_t last = 0;
  for (const MetaItem& item : page.meta) {
    if (item.name != name) continue;
    const bool placed = title_at < page.blocks.size();
    if (placed && full && (item.block + kBefore < title_at || item.block > title_at + kAfter))
      continue;
    if (!authors.empty() && item.block > last + 2) break;
    for (const Author& one : split_authors(item.content, site)) {
      if (full && is_person(one) && !is_full_name(one.name)) continue;
      add_author(one.name, site, authors, one.kind);
    }
    if (!authors.empty()) last = item.block;
  }
  return authors;
}

// "Autorin/Autor Ada Venn", "(责编：...)": a label and names, anywhere on the page.
std::vector<Author> labelled_authors(const Page& page, std::string_view site) {
  constexpr auto kLabels = std::to_array<std::string_view>(
      {"autorin/autor", "autor/in",    "autor:",      "autorin:", "author:",    "authors:",
       "written by",    "auteur :",    "auteur:",     "autore:",  "penulis:",   "reporter:",
       "작성자",        "作者：",      "作者:",       "责编：",   "责任编辑：", "(责编：",
       "（责编：",      "(责任编辑：", "（责任编辑："});
  for (const PageBlock& block : page.blocks) {
    if (block.text.size() > 120) continue;
    for (const std::string_view label : kLabels) {
      if (!has_prefix_nocase(block.text, label)) continue;
      std::string_view names = trim(std::string_view(block.text).substr(label.size()));
      for (const std::string_view close : {")", "）"}) {
        if (names.ends_with(close)) names.remove_suffix(close.size());
      }
      std::vector<Author> authors = split_authors(names, site);
      std::erase_if(authors,
                    [](const Author& a) { return !is_person(a) || !is_full_name(a.name); });
      if (!authors.empty()) return authors;
    }
  }
  return {};
}

// "3 March 2031 by Ada Venn" near the headline, and lines that are nothing but names before the
// first paragraph.
std::vector<Author> plain_authors(const Page& page, std::string_view site, size_t title_at) {
  const size_t from = title_at >= page.blocks.size() ? page.blocks.size() : title_at;
  const size_t to = std::min(page.blocks.size(), from + kAfter);
  for (size_t i = from; i < to; ++i) {
    const std::string_view text = page.blocks[i].text;
    if (text.size() > 160) continue;
    for (const std::string_view by : {" by ", " By ", " von ", " Von ", " par ", " Par "}) {
      const size_t at = text.rfind(by);
      if (at == std::string_view::npos || !find_date(text)) continue;
      std::vector<Author> authors = split_authors(text.substr(at + by.size()), site);
      std::erase_if(authors,
                    [](const Author& a) { return !is_person(a) || !is_full_name(a.name); });
      if (!authors.empty()) return authors;
    }
  }
  for (size_t i = from + 1; i + 1 < to; ++i) {
    const PageBlock& block = page.blocks[i];
    const std::string_view next = page.blocks[i + 1].text;
    if (block.text.size() > 80 || block.link_share > 0 || block.tag != "p" ||
        page.blocks[i + 1].tag != "p" || next.size() < 80)
      continue;
    std::vector<Author> authors = split_authors(block.text, site);
    const bool all = std::ranges::all_of(
        authors, [](const Author& a) { return is_person(a) && is_full_name(a.name); });
    if (!authors.empty() && all && !ends_sentence(block.text)) return authors;
  }
  return {};
}

}  // namespace

std::vector<Author> split_authors(std::string_view names, std::string_view site) {
  std::string text = clean_author(names.substr(0, 400));
  if (text.empty() && names.size() > 80 && names.find("://") == std::string_view::npos)
    text = fold_space(repair_utf8(names.substr(0, 400)).text);
  std::vector<Author> authors;
  if (is_agency(text)) {
    add_author(text, site, authors);
    return authors;
  }
  for (const std::string_view joint :
       {" and ", " And ", " AND ", " & ",    " und ", " y ", " et ", " og ", " och ", " ve ",
        " dan ", " и ",   ";",     " with ", "/",     "、",  "，",   "；",   " · ",   " • "}) {
    text = replace_all(std::move(text), joint, ",");
  }
  for (const std::string_view part : split(text, ',')) {
    const std::string name = clean_author(part);
    const size_t words = count_words(name);
    if (words == 0 || words > 7) continue;
    if (!authors.empty() && is_job(name)) continue;
    if (words > 5 && count_words(without_job(name)) > 5) continue;
    if (starts_small(name) && words > 1 && !authors.empty()) continue;
    if (name.find_first_of("0123456789") != std::string::npos) continue;
    if (is_one_of(to_lower_ascii(name),
                  std::to_array<std::string_view>({"by", "von", "par", "por"})))
      continue;
    add_author(name, site, authors);
  }
  return authors;
}

std::vector<Author> find_authors(const Page& page, const LinkedData& data,
                                 const NearArticle& near_article, std::string_view site,
                                 size_t title_at) {
  std::vector<Author> rest;  // the first that names anybody, though no person
  const auto settle = [&](std::vector<Author> found) {
    if (has_person(found)) {
      // The outlet is nobody's co-author.
      std::erase_if(found, [](const Author& a) { return a.kind == AuthorKind::kOutlet; });
      rest = std::move(found);
      return true;
    }
    if (rest.empty()) rest = std::move(found);
    return false;
  };
  if (settle(linked_authors(data, site)) || settle(meta_authors(page, site)) ||
      settle(marked_authors(page, "<itemprop author>", site, title_at, false)) ||
      settle(marked_authors(page, "<rel author>", site, title_at, false)))
    return rest;
  // An agency is an author; the outlet and a desk are only until somebody is found.
  if (std::ranges::any_of(rest, [](const Author& a) { return a.kind == AuthorKind::kAgency; }))
    return rest;
  if (settle(marked_authors(page, "<link author>", site, title_at, true)) ||
      settle(marked_authors(page, "<class author>", site, title_at, true)))
    return rest;
  for (const std::string& line : near_article.bylines) {
    if (settle(split_authors(line, site))) return rest;
  }
  if (!settle(labelled_authors(page, site))) settle(plain_authors(page, site, title_at));
  return rest;
}

}  // namespace demarche
