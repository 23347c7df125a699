// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/lines.h"

#include <algorithm>
#include <array>
#include <string>

#include "article/dates.h"
#include "article/page_words.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace demarche {
namespace {

using std::string_view_literals::operator""sv;

enum class Match : uint8_t { kWhole, kStart };
struct Phrase {
  std::string_view words;  // folded
  Match match;
  FurnitureKind kind;
  bool ends = false;  // other stories follow
};

using enum FurnitureKind;
constexpr Match kW = Match::kWhole;
constexpr Match kS = Match::kStart;
constexpr std::array kPhrases = {
    Phrase{"also read", kS, kRelated},
    Phrase{"read also", kS, kRelated},
    Phrase{"also see", kS, kRelated},
    Phrase{"read more", kS, kRelated},
    Phrase{"read next", kS, kRelated, true},
    Phrase{"see also:", kS, kRelated},
    Phrase{"more on this", kS, kRelated, true},
    Phrase{"more from", kS, kRelated, true},
    Phrase{"more stories", kS, kRelated, true},
    Phrase{"related links", kS, kRelated},
    Phrase{"related story", kS, kRelated},
    Phrase{"related video", kS, kRelated},
    Phrase{"related coverage", kS, kRelated},
    Phrase{"more on ", kS, kRelated},
    Phrase{"more:", kS, kRelated},
    Phrase{"story continues", kS, kOther},
    Phrase{"readmore", kW, kOther},
    Phrase{"image:", kW, kOther},
    Phrase{"about the author", kS, kByline, true},
    Phrase{"more from the author", kS, kRelated, true},
    Phrase{"please be respectful of copyright", kS, kLegal},
    Phrase{"this article is more than", kS, kDate},
    Phrase{"this article was originally published", kS, kLegal},
    Phrase{"watch this:", kS, kRelated},
    Phrase{"related:", kS, kRelated},
    Phrase{"related articles", kS, kRelated, true},
    Phrase{"related stories", kS, kRelated, true},
    Phrase{"related news", kS, kRelated, true},
    Phrase{"related posts", kS, kRelated, true},
    Phrase{"related topics", kS, kNavigation, true},
    Phrase{"related content", kS, kRelated, true},
    Phrase{"related", kW, kRelated, true},
    Phrase{"recommended", kS, kRelated, true},
    Phrase{"you may also like", kS, kRelated, true},
    Phrase{"you might also like", kS, kRelated, true},
    Phrase{"you might like", kS, kRelated, true},
    Phrase{"you may like", kS, kRelated, true},
    Phrase{"latest from", kS, kRelated, true},
    Phrase{"latest news", kW, kRelated, true},
    Phrase{"latest stories", kW, kRelated, true},
    Phrase{"don't miss", kW, kRelated, true},
    Phrase{"trending", kW, kRelated, true},
    Phrase{"trending now", kS, kRelated, true},
    Phrase{"most read", kW, kRelated, true},
    Phrase{"most popular", kW, kRelated, true},
    Phrase{"popular posts", kW, kRelated, true},
    Phrase{"editor's picks", kS, kRelated, true},
    Phrase{"editors' picks", kS, kRelated, true},
    Phrase{"top stories", kW, kRelated, true},
    Phrase{"around the web", kS, kRelated, true},
    Phrase{"from our partners", kS, kRelated, true},
    Phrase{"watch:", kS, kRelated},
    Phrase{"watch now", kW, kRelated},
    Phrase{"listen:", kS, kRelated},
    Phrase{"mehr zum thema", kS, kRelated, true},
    Phrase{"lesen sie auch", kS, kRelated},
    Phrase{"lesen sie mehr", kS, kRelated},
    Phrase{"auch interessant", kS, kRelated},
    Phrase{"das könnte sie auch interessieren", kS, kRelated, true},
    Phrase{"lire aussi", kS, kRelated},
    Phrase{"à lire aussi", kS, kRelated},
    Phrase{"lea también", kS, kRelated},
    Phrase{"leggi anche", kS, kRelated},
    Phrase{"previous story", kS, kNavigation, true},
    Phrase{"next story", kS, kNavigation, true},
    Phrase{"previous article", kS, kNavigation, true},
    Phrase{"next article", kS, kNavigation, true},
    Phrase{"previous post", kS, kNavigation, true},
    Phrase{"next post", kS, kNavigation, true},
    Phrase{"up next", kW, kNavigation},
    Phrase{"next up", kW, kNavigation},
    Phrase{"skip to", kS, kNavigation},
    Phrase{"go to top", kW, kNavigation},
    Phrase{"go totop", kW, kNavigation},
    Phrase{"back to top", kW, kNavigation},
    Phrase{"menu", kW, kNavigation},
    Phrase{"home", kW, kNavigation},
    Phrase{"search", kW, kNavigation},
    Phrase{"search for:", kW, kNavigation},
    Phrase{"tags:", kS, kNavigation},
    Phrase{"tagged:", kS, kNavigation},
    Phrase{"tags", kW, kNavigation},
    Phrase{"topics:", kS, kNavigation},
    Phrase{"topics", kW, kNavigation},
    Phrase{"filed under", kS, kNavigation},
    Phrase{"posted in", kS, kNavigation},
    Phrase{"categories", kW, kNavigation},
    Phrase{"log in", kW, kNavigation},
    Phrase{"login", kW, kNavigation},
    Phrase{"sign in", kW, kNavigation},
    Phrase{"subscribe", kW, kNavigation},
    Phrase{"register", kW, kNavigation},
    Phrase{"close", kW, kNavigation},
    Phrase{"advertisement", kS, kOther},
    Phrase{"story continues below", kS, kOther},
    Phrase{"article continues", kS, kOther},
    Phrase{"continue reading below", kS, kOther},
    Phrase{"sponsored", kW, kOther},
    Phrase{"anzeige", kW, kOther},
    Phrase{"werbung", kW, kOther},
    Phrase{"publicité", kW, kOther},
    Phrase{"loading", kW, kOther},
    Phrase{"loading...", kW, kOther},
    Phrase{"read full article", kS, kNavigation},
    Phrase{"sign up for", kS, kOther},
    Phrase{"sign up to", kS, kOther},
    Phrase{"subscribe to", kS, kOther},
    Phrase{"get our", kS, kOther},
    Phrase{"join our", kS, kOther},
    Phrase{"download our", kS, kOther},
    Phrase{"download the", kS, kOther},
    Phrase{"click here", kS, kOther},
    Phrase{"newsletter", kW, kOther},
    Phrase{"follow us", kS, kShare},
    Phrase{"follow on", kS, kShare},
    Phrase{"share", kW, kShare},
    Phrase{"share this", kS, kShare},
    Phrase{"share on", kS, kShare},
    Phrase{"share via", kS, kShare},
    Phrase{"share:", kS, kShare},
    Phrase{"tweet", kW, kShare},
    Phrase{"facebook", kW, kShare},
    Phrase{"twitter", kW, kShare},
    Phrase{"whatsapp", kW, kShare},
    Phrase{"linkedin", kW, kShare},
    Phrase{"email", kW, kShare},
    Phrase{"telegram", kW, kShare},
    Phrase{"reddit", kW, kShare},
    Phrase{"pinterest", kW, kShare},
    Phrase{"instagram", kW, kShare},
    Phrase{"copy link", kW, kShare},
    Phrase{"print", kW, kShare},
    Phrase{"link copied", kW, kShare},
    Phrase{"teilen", kW, kShare},
    Phrase{"partager", kW, kShare},
    Phrase{"compartir", kW, kShare},
    Phrase{"follow", kW, kShare},
    Phrase{"save", kW, kShare},
    Phrase{"©", kS, kLegal},
    Phrase{"copyright", kS, kLegal},
    Phrase{"(c)", kS, kLegal},
    Phrase{"all rights reserved", kS, kLegal},
    Phrase{"terms of", kS, kLegal},
    Phrase{"privacy policy", kS, kLegal},
    Phrase{"cookie", kS, kLegal},
    Phrase{"we use cookies", kS, kLegal},
    Phrase{"by clicking", kS, kLegal},
    Phrase{"this material may not be published", kS, kLegal},
    Phrase{"disclaimer", kS, kLegal},
    Phrase{"comments", kW, kComment, true},
    Phrase{"comment", kW, kComment},
    Phrase{"leave a comment", kS, kComment, true},
    Phrase{"leave a reply", kS, kComment, true},
    Phrase{"post a comment", kS, kComment, true},
    Phrase{"join the conversation", kS, kComment, true},
    Phrase{"view comments", kS, kComment},
    Phrase{"show comments", kS, kComment},
    Phrase{"kommentare", kW, kComment, true},
};

// What no sentence of a story says; found anywhere in a line.
struct Part {
  std::string_view words;  // folded
  FurnitureKind kind;
};
constexpr std::array kParts = {
    Part{"affiliate link", kLegal},
    Part{"earn a commission", kLegal},
    Part{"earn commission", kLegal},
    Part{"independently selected", kLegal},
    Part{"independently chosen", kLegal},
    Part{"independently reviewed", kLegal},
    Part{"receive compensation", kLegal},
    Part{"all rights reserved", kLegal},
    Part{"alle rechte vorbehalten", kLegal},
    Part{"uses cookies", kLegal},
    Part{"use cookies", kLegal},
    Part{"store cookies", kLegal},
    Part{"opt-out of", kLegal},
    Part{"cookie consent", kLegal},
    Part{"strictly necessary", kLegal},
    Part{"terms of use", kLegal},
    Part{"terms of service", kLegal},
    Part{"terms and conditions", kLegal},
    Part{"privacy notice", kLegal},
    Part{"do not sell my", kLegal},
    Part{"our newsletter", kOther},
    Part{"newsletters", kOther},
    Part{"unsubscribe", kOther},
    Part{"help keep news free", kOther},
    Part{"support our newsroom", kOther},
    Part{"support our journalism", kOther},
    Part{"your contribution", kOther},
    Part{"already have an account", kOther},
    Part{"already a subscriber", kOther},
    Part{"reserved for subscribers", kOther},
    Part{"your inbox", kOther},
    Part{"enable javascript", kOther},
    Part{"your browser", kOther},
    Part{"this content can also be viewed", kOther},
    Part{"third-party content", kOther},
    Part{"externen inhalt", kOther},
    Part{"externer inhalt", kOther},
    Part{"this advertisement has not loaded", kOther},
    Part{"can be reached at", kByline},
    Part{"log in to comment", kComment},
};
constexpr std::array kPictures = {
    "getty images"sv,    "image credit"sv,   "photo credit"sv, "(photo by"sv, "photo by "sv,
    "(image:"sv,         "photograph by "sv, "photograph: "sv, "picture: "sv, "via getty"sv,
    "(ap photo"sv,       "shutterstock"sv,   "istock"sv,       "/reuters"sv,  "photo courtesy"sv,
    "foto: "sv,          "bild: "sv,         "© picture"sv,    "(photo:"sv,   "/imago"sv,
    "picture alliance"sv};
constexpr std::array kShareWords = {
    "facebook"sv,  "twitter"sv,   "linkedin"sv, "whatsapp"sv,  "email"sv,
    "e-mail"sv,    "telegram"sv,  "reddit"sv,   "pinterest"sv, "print"sv,
    "copy"sv,      "link"sv,      "share"sv,    "x"sv,         "instagram"sv,
    "messenger"sv, "flipboard"sv, "tumblr"sv,   "youtube"sv,   "tiktok"sv,
    "on"sv,        "via"sv,       "threads"sv,  "bluesky"sv,   "save"sv};

bool is_share_line(std::string_view folded) {
  if (folded.size() > 120) return false;
  size_t words = 0;
  for (const std::string_view word : split(folded, ' ')) {
    if (word.empty()) continue;
    if (std::ranges::find(kShareWords, word) == kShareWords.end()) return false;
    ++words;
  }
  return words >= 2;
}

bool is_reading_time(std::string_view lower) {
  if (lower.size() > 48 || lower.find_first_of("0123456789") == std::string_view::npos)
    return false;
  const bool minutes = lower.find("min") != std::string_view::npos;
  return minutes && (lower.find("read") != std::string_view::npos ||
                     lower.find("lesezeit") != std::string_view::npos ||
                     lower.find("lettura") != std::string_view::npos ||
                     lower.find("lecture") != std::string_view::npos ||
                     lower.find("lectura") != std::string_view::npos);
}

bool is_comment_count(std::string_view lower) {
  const size_t end = lower.find_first_not_of("0123456789");
  return end != 0 && end != std::string_view::npos && lower.size() < 32 &&
         (lower.substr(end).starts_with(" comment") || lower.substr(end).starts_with(" kommentar"));
}

// The first of kParts that a text holds: one walk over the text for all of them.
const Part* find_part(std::string_view folded) {
  constexpr size_t kLetters = 256;
  // The parts by their first letter, each list in their own order: next[i] follows part i.
  static constexpr auto kIndex = [] {
    struct {
      std::array<uint8_t, kLetters> first{};
      std::array<uint8_t, kParts.size()> next{};
    } index;
    index.first.fill(kParts.size());
    for (size_t i = kParts.size(); i-- > 0;) {
      uint8_t& first = index.first[static_cast<unsigned char>(kParts[i].words.front())];
      index.next[i] = first;
      first = static_cast<uint8_t>(i);
    }
    return index;
  }();
  static_assert(kParts.size() < kLetters);
  size_t best = kParts.size();
  for (size_t at = 0; at + 1 < folded.size(); ++at) {
    for (size_t i = kIndex.first[static_cast<unsigned char>(folded[at])]; i < best;
         i = kIndex.next[i]) {
      const std::string_view words = kParts[i].words;
      if (folded[at + 1] == words[1] && folded.substr(at).starts_with(words)) best = i;
    }
  }
  return best < kParts.size() ? &kParts[best] : nullptr;
}

const Phrase* find_phrase(std::string_view folded) {
  if (folded.empty()) return nullptr;
  for (const Phrase& phrase : kPhrases) {
    // The first letter alone turns nearly all of them away.
    if (folded.front() != phrase.words.front() || !folded.starts_with(phrase.words)) continue;
    const std::string_view rest = folded.substr(phrase.words.size());
    if (rest.empty()) return &phrase;
    if (phrase.match == Match::kWhole) {
      if (rest == ":" || rest == "..." || rest == "!") return &phrase;
      continue;
    }
    const char last = phrase.words.back();
    const bool word_end =
        phrase.words.size() >= 12 || !is_ascii_alpha(last) || !is_ascii_alpha(rest.front());
    if (word_end) return &phrase;
  }
  return nullptr;
}

std::string fold_line(std::string_view line) {
  size_t cut = std::min<size_t>(line.size(), 160);
  while (cut > 0 && cut < line.size() && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80)
    --cut;
  std::string folded = fold_case(line.substr(0, cut));
  const size_t begin = folded.find_first_not_of(" *>-|#[(");
  return begin == std::string::npos || folded.starts_with("(c)") ? folded : folded.substr(begin);
}

}  // namespace

size_t count_words(std::string_view text) {
  size_t words = 0;
  size_t signs = 0;  // of scripts that are written without spaces
  bool inside = false;
  for (size_t at = 0; at < text.size();) {
    const auto u = static_cast<unsigned char>(text[at]);
    const bool space = is_ascii_space(text[at]);
    words += !space && !inside ? 1 : 0;
    inside = !space;
    if (u < 0xE0) {
      ++at;
      continue;
    }
    const CodePoint c = decode_utf8(text, at);
    signs += (c.value >= 0x0E00 && c.value < 0x10A0) || (c.value >= 0x1780 && c.value < 0x1800) ||
                     (c.value >= 0x3040 && c.value < 0xA000) ||
                     (c.value >= 0x20000 && c.value < 0x32000)
                 ? 1
                 : 0;
    at += c.length;
  }
  return words + signs / 2;
}

namespace {

// Thai and Lao set no full stop: a long line is text, and may end in a number or a foreign name.
bool is_long_thai(std::string_view text) {
  constexpr size_t kLongThai = 180;  // bytes, three a letter
  if (text.size() < kLongThai) return false;
  text.remove_prefix(text.size() - kLongThai);
  size_t letters = 0;
  for (size_t at = 0; at + 1 < text.size(); ++at) {
    const auto second = static_cast<unsigned char>(text[at + 1]);
    letters += text[at] == '\xE0' && second >= 0xB8 && second < 0xBC ? 1 : 0;
  }
  return letters * 3 * 2 >= kLongThai;
}

// News of cookies, or a paragraph that ends with whose it is: no notice, for all its words.
bool is_told(std::string_view line, std::string_view words) {
  constexpr size_t kParagraph = 300;  // bytes; shorter ones are captions and footers
  const bool rights = words == "all rights reserved" || words == "alle rechte vorbehalten";
  if (rights ? line.size() < kParagraph : !words.ends_with(" cookies")) return false;
  const NoticeShare share = weigh_notices(line);
  return share.notice * 2 < share.whole;
}

}  // namespace

bool ends_sentence(std::string_view text) {
  while (!text.empty()) {
    size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;
    const uint32_t c = decode_utf8(text, at).value;
    switch (c) {
      case '.':
      case '!':
      case '?':
      case 0x2026:
      case 0x3002:
      case 0xFF01:
      case 0xFF1F:
      case 0x0964:
      case 0x06D4:
      case 0x061F:
      case 0x0589:
      case 0x0F0D:
      case 0x104B:
      case 0x1362:
      case 0x17D4:
        return true;
      case '"':
      case '\'':
      case ')':
      case ']':
      case 0x201D:
      case 0x2019:
      case 0x201C:
      case 0xBB:
      case 0xAB:
      case 0x203A:
      case 0x2018:
      case 0x300D:
      case ' ':
        text = text.substr(0, at);
        continue;
      default:
        return is_long_thai(text);
    }
  }
  return false;
}

bool has_sentence_mark(std::string_view text) {
  return text.find(". ") != std::string_view::npos || text.find(", ") != std::string_view::npos ||
         text.find("\xE3\x80\x81") != std::string_view::npos ||  // ideographic comma
         text.find("\xE3\x80\x82") != std::string_view::npos || ends_sentence(text);
}

std::string_view names_of_byline(std::string_view line) {
  for (const std::string_view word :
       {"By: ", "by: ", "By ", "BY ", "by ", "Written by ", "Von ", "von ", "Par ", "Por ", "Di ",
        "Door ", "Author: ", "Story by ", "Words by "}) {
    if (!line.starts_with(word)) continue;
    const std::string_view names = trim(line.substr(word.size()));
    if (names.empty() || names.size() > 100 || ends_sentence(names) || count_words(names) > 12)
      return {};
    return is_upper(decode_utf8(names, 0).value) ? names : std::string_view();
  }
  return {};
}

std::optional<FurnitureKind> find_furniture_kind(std::string_view line) {
  if (line.size() > 1200) return std::nullopt;
  if (const Part* part = find_part(fold_case(line)); part != nullptr && !is_told(line, part->words))
    return part->kind;
  if (line.size() > 400) return std::nullopt;
  const std::string folded = fold_line(line);
  if (is_reading_time(folded)) return kReadingTime;
  if (is_comment_count(folded)) return kComment;
  if (is_share_line(folded)) return kShare;
  if (const Phrase* phrase = find_phrase(folded); phrase != nullptr) {
    // A sentence that begins so is a sentence: "Related costs rose in May, the ministry said."
    const bool sentence = phrase->match == kS && count_words(line) > 12 && ends_sentence(line) &&
                          phrase->kind != kLegal && phrase->words != "also read" &&
                          phrase->words != "read more";
    if (!sentence) return phrase->kind;
  }
  if (is_date_line(line) && !(ends_sentence(line) && count_words(line) > 6)) return kDate;
  if (!names_of_byline(line).empty()) return kByline;
  return std::nullopt;
}

bool is_caption_line(std::string_view line) {
  if (line.size() > 500) return false;
  const std::string folded = fold_case(line);
  const size_t tail = folded.size() > 80 ? folded.size() - 79 : 0;
  return std::ranges::any_of(kPictures, [&](std::string_view part) {
    return folded.find(part, tail) != std::string::npos || folded.starts_with(part);
  });
}

bool is_end_sign(std::string_view line) {
  if (line.size() > 120 || count_words(line) > 9 || (ends_sentence(line) && count_words(line) > 5))
    return false;
  const Phrase* phrase = find_phrase(fold_line(line));
  return phrase != nullptr && phrase->ends;
}

}  // namespace demarche
