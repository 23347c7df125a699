// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "token/token.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/strings.h"
#include "base/utf8.h"
#include "token/phrases.h"

namespace demarche {
namespace {

const Language& english() {
  static const auto language = load_language(DEMARCHE_SOURCE_DIR "/data", "en");
  EXPECT_TRUE(language.has_value());
  return *language;
}

Article article_of(std::string text) {
  Article article;
  article.blocks.push_back({{0, static_cast<uint32_t>(text.size())}, BlockKind::kBody, {}, ""});
  article.text = Text(std::move(text));
  return article;
}

struct Row {
  const char* text;
  const char* cut;  // tokens parted by a space, sentences by " | "
};

std::string cut(const std::string& text) {
  const Article article = article_of(text);
  const Tokens tokens = find_tokens(article, english(), {});
  std::string out;
  for (const auto& sentence : tokens.sentences) {
    if (!out.empty()) out += " | ";
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (i > sentence.first) out += ' ';
      out += article.text.of(tokens.tokens[i].span);
    }
  }
  return out;
}

constexpr Row kTokenRows[] = {
    {"", ""},
    {"   \n\t ", ""},
    {"Norvenia", "Norvenia"},
    {"He didn't go", "He did n't go"},
    {"He didn’t go", "He did n’t go"},
    {"It can't be", "It ca n't be"},
    {"They won't say", "They wo n't say"},
    {"We cannot agree", "We can not agree"},
    {"CANNOT", "CAN NOT"},
    {"They're gonna talk", "They 're gon na talk"},
    {"I wanna know", "I wan na know"},
    {"dont", "do nt"},
    {"Norvenia's army", "Norvenia 's army"},
    {"Norvenia’s army", "Norvenia ’s army"},
    {"NORVENIA'S ARMY", "NORVENIA 'S ARMY"},
    {"we'll I'm they've you're he'd", "we 'll I 'm they 've you 're he 'd"},
    {"couldn't've", "could n't 've"},
    {"the voters' choice", "the voters ' choice"},
    {"the voters’ choice", "the voters ’ choice"},
    {"Ana O'Brok", "Ana O'Brok"},
    {"five o'clock", "five o'clock"},
    {"coup d'état", "coup d'état"},
    {"the 1990s", "the 1990s"},
    {"the 1990's", "the 1990's"},
    {"the '90s", "the '90s"},
    {"stop 'em", "stop 'em"},
    {"state-run media", "state - run media"},
    {"a Norvenia-led bloc", "a Norvenia - led bloc"},
    {"a U.S.-led bloc", "a U.S. - led bloc"},
    {"non-aligned states", "non-aligned states"},
    {"anti-war pro-Velmark ex-minister", "anti-war pro-Velmark ex-minister"},
    {"an e-mail", "an e-mail"},
    {"long-term", "long - term"},
    {"1,000.5 men", "1,000.5 men"},
    {"$5", "$ 5"},
    {"US$5", "US$ 5"},
    {"€5.2m", "€ 5.2 m"},
    {"$200mn", "$ 200 mn"},
    {"10%", "10 %"},
    {"3pm", "3 pm"},
    {"10:30am", "10:30 am"},
    {"at 5 p.m. today", "at 5 p.m. today"},
    {"20th", "20th"},
    {"G7", "G7"},
    {"11/28/2000", "11/28/2000"},
    {"2021-03-04", "2021-03-04"},
    {"2004-05", "2004 - 05"},
    {"555-0199", "555-0199"},
    {"and/or", "and / or"},
    {"http://norvenia.example/a?b=c, then", "http://norvenia.example/a?b=c , then"},
    {"(see www.norvenia.org).", "( see www.norvenia.org ) ."},
    {"desk@norvenia.org.", "desk@norvenia.org ."},
    {"norvenia.org", "norvenia.org"},
    {"Wait... what", "Wait ... what"},
    {"Wait… what", "Wait … what"},
    {"one -- two", "one -- two"},
    {"one – two—three", "one – two — three"},
    {"\"Go\"", "\" Go \""},
    {"“Go”", "“ Go ”"},
    {"‘Go’", "‘ Go ’"},
    {"'Go'", "' Go '"},
    {"(Nato)", "( Nato )"},
    {"[sic]", "[ sic ]"},
    {"Gen. Brok", "Gen. Brok"},
    {"Mr. J. Brok", "Mr. J. Brok"},
    {"the U.S. army", "the U.S. army"},
    {"Velmark Inc. said", "Velmark Inc. said"},
    {"e.g. tanks", "e.g. tanks"},
    {"a Ph.D. thesis", "a Ph.D. thesis"},
    {"No. 5", "No. 5"},
    {"Jan. 5", "Jan. 5"},
    {"AT&T", "AT&T"},
    {"R&D", "R&D"},
    {"black & white", "black & white"},
    {"What?!", "What ?!"},
    {"Go!!!", "Go !!!"},
    {"@velmark #peace", "@velmark #peace"},
    {"a_b", "a_b"},
    {"good :-)", "good :-)"},
    {"=====", "====="},
    {"a<<b >> c", "a << b >> c"},
    {"mama`s", "mama `s"},
    {"I'ma go", "I 'm a go"},
    {"They wont", "They wo nt"},
    {"Im met im", "Im met i m"},
    {"thats what youre told", "that s what you re told"},
    {"its not, its army", "it s not , its army"},
    {"He read its", "He read its"},
    {"What is it?.", "What is it ? ."},
    {"Is it so.? Yes", "Is it so .? | Yes"},
    {"in Velmark, Nor., and", "in Velmark , Nor. , and"},
    {"Brok, A.; Hale, B.", "Brok , A. ; Hale , B ."},
    {"in the U.S..", "in the U.S. ."},
    {"an M.Sc. thesis", "an M.Sc. thesis"},
    {"PM2.5", "PM2.5"},
    {"comp.sources.misc", "comp.sources.misc"},
    {"w/o I/O and tea/milk", "w/o I/O and tea / milk"},
    {"p&l", "p&l"},
    {"f**k b**** 5*3", "f**k b**** 5 * 3"},
    {"by .265 and $.04", "by .265 and $ .04"},
    {"+44 and 2+2", "+44 and 2 + 2"},
    {"97301-0042", "97301-0042"},
    {"503/555-0142", "503/555-0142"},
    {"20mins 20th", "20 mins 20th"},
    {"in '98 and ’07", "in '98 and ’07"},
    {"2003's war", "2003 's war"},
    {"\xE2\x80\x98\xE2\x80\x98Go’’", "\xE2\x80\x98\xE2\x80\x98 Go ’’"},
    {"th- the men", "th- the men"},
    {"well (: ^_^ <3", "well (: ^_^ <3"},
    {"|----+---> text", "|----+---> text"},
    {"A+++", "A +++"},
    {"the .org endings", "the .org endings"},
    {"a;b", "a ; b"},
    {"Ostrava,Velmark", "Ostrava , Velmark"},
    {"naïve café", "naïve café"},
    {"e\xCC\x81t\xC3\xA9", "e\xCC\x81t\xC3\xA9"},
    {"\xF0\x9F\x98\x80\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80 \xF0\x9F\x98\x80"},
    {"\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA", "\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA"},
    {"\xE4\xBD\xA0\xE5\xA5\xBD\xE3\x80\x82\xE4\xBD\xA0",
     "\xE4\xBD\xA0\xE5\xA5\xBD \xE3\x80\x82 | \xE4\xBD\xA0"},
    {"a\xC2\xA0"
     "b",
     "a b"},
};

TEST(Tokens, FollowTheTreebanks) {
  for (const auto& [text, wanted] : kTokenRows) EXPECT_EQ(cut(text), wanted) << text;
}

constexpr Row kSentenceRows[] = {
    {"One went. Two came.", "One went . | Two came ."},
    {"He left. they stayed.", "He left . | they stayed ."},
    {"Did he? No.", "Did he ? | No ."},
    {"Stop! Now.", "Stop ! | Now ."},
    {"Talks fail", "Talks fail"},
    {"Gen. Brok spoke. He left.", "Gen. Brok spoke . | He left ."},
    {"Mr. Brok met Dr. Hale.", "Mr. Brok met Dr. Hale ."},
    {"J. Brok spoke.", "J. Brok spoke ."},
    {"Ana M. Brok spoke.", "Ana M. Brok spoke ."},
    {"He is in the U.S. The army left.", "He is in the U.S. | The army left ."},
    {"The U.S. Senate met.", "The U.S. Senate met ."},
    {"It met at 5 p.m. It failed.", "It met at 5 p.m. | It failed ."},
    {"It met at 5 p.m. Monday.", "It met at 5 p.m. Monday ."},
    {"See No. 5 there.", "See No. 5 there ."},
    {"He said no. Five left.", "He said no . | Five left ."},
    {"Velmark Inc. said so.", "Velmark Inc. said so ."},
    {"\"Go!\" she said.", "\" Go ! \" she said ."},
    {"“Go!” she said.", "“ Go ! ” she said ."},
    {"“Why now?” Brok asked.", "“ Why now ? ” Brok asked ."},
    {"“Go.” The men left.", "“ Go . ” | The men left ."},
    {"\"Go.\" The men left.", "\" Go . \" | The men left ."},
    {"He said: \"Go.\" \"No.\"", "He said : \" Go . \" | \" No . \""},
    {"(He left.) They stayed.", "( He left . ) | They stayed ."},
    {"He left (see below). They stayed.", "He left ( see below ) . | They stayed ."},
    {"He left.[6] They stayed.", "He left . [ 6 ] | They stayed ."},
    {"He waited... Then he left.", "He waited ... | Then he left ."},
    {"He waited... then left.", "He waited ... then left ."},
    {"VELMARK (Wire) - Talks began.", "VELMARK ( Wire ) - Talks began ."},
    {"VELMARK, Jan. 5 - Talks began.", "VELMARK , Jan. 5 - Talks began ."},
    {"1. Sign the form.", "1 . Sign the form ."},
    {"It rose 3.5 per cent. Then it fell.", "It rose 3.5 per cent . | Then it fell ."},
    {"He left.They stayed.", "He left . | They stayed ."},
    {"He left?! They stayed.", "He left ?! | They stayed ."},
    {"Arms, etc. They left.", "Arms , etc . | They left ."},
    {"Arms, etc. were left.", "Arms , etc. were left ."},
    {"Visit norvenia.org. Then go.", "Visit norvenia.org . | Then go ."},
    {"First; second: third.", "First ; second : third ."},
    {"It was 5. Ten left.", "It was 5 . | Ten left ."},
    {"Plan B. failed", "Plan B. failed"},
    {"On Jan. 5 it met.", "On Jan. 5 it met ."},
    {"Brok v. Hale began.", "Brok v. Hale began ."},
    {"He met Lt. Col. Hale. Good.", "He met Lt. Col. Hale . | Good ."},
    {"He is in the U.S.\" (", "He is in the U.S. \" ("},
    {"border near Karsonia….reports Wire", "border near Karsonia …. reports Wire"},
};

TEST(Sentences, EndWhereTheyShould) {
  for (const auto& [text, wanted] : kSentenceRows) EXPECT_EQ(cut(text), wanted) << text;
}

TEST(Sentences, NeverCrossBlocks) {
  Article article = article_of("Talks fail\n\nthe envoy left.");
  article.blocks = {{{0, 10}, BlockKind::kTitle, {}, ""}, {{12, 27}, BlockKind::kBody, {}, ""}};
  const Tokens tokens = find_tokens(article, english(), {});
  ASSERT_EQ(tokens.sentences.size(), 2U);
  EXPECT_EQ(tokens.sentences[0].block, 0U);
  EXPECT_EQ(tokens.sentences[1].block, 1U);
}

TEST(Sentences, AreCutAtTheLimit) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "word ";
  const Article article = article_of(text);
  Limits limits;
  limits.sentence_tokens = 100;
  const Tokens tokens = find_tokens(article, english(), limits);
  for (const auto& sentence : tokens.sentences) EXPECT_LE(sentence.last - sentence.first, 100U);
  ASSERT_EQ(tokens.notes.size(), 1U);
  EXPECT_EQ(tokens.notes[0].code, "limit_sentence_tokens");
}

TEST(Tokens, EndAtTheLimitOfTheText) {
  const Article article = article_of("One wént away. Two came.");
  for (uint32_t limit = 0; limit < article.text.size(); ++limit) {
    const Tokens tokens = find_tokens(article, english(), {.text_bytes = limit});
    EXPECT_TRUE(tokens.tokens.empty() || tokens.tokens.back().span.end <= limit);
    ASSERT_EQ(tokens.notes.size(), 1U) << limit;
    EXPECT_EQ(tokens.notes[0].code, "limit_text_bytes");
  }
  const Tokens tokens = find_tokens(article, english(), {.text_bytes = 6});  // inside of the é
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_EQ(article.text.of(tokens.tokens[1].span), "w");
  EXPECT_TRUE(find_tokens(article, english(), {.text_bytes = 25}).notes.empty());
}

TEST(Tokens, MarkTheRestOfAContraction) {
  const Article article =
      article_of("Norvenia's envoys cannot say the voters' choice isn't 'clear' .");
  const Tokens tokens = find_tokens(article, english(), {});
  std::string clitics;
  for (const auto& token : tokens.tokens) {
    if (token.clitic) clitics += std::string(article.text.of(token.span)) + "/";
  }
  EXPECT_EQ(clitics, "'s/not/'/n't/");
}

TEST(Tokens, AreFoundByByte) {
  const Article article = article_of("One two");
  const Tokens tokens = find_tokens(article, english(), {});
  EXPECT_EQ(tokens.at_byte(0), 0U);
  EXPECT_EQ(tokens.at_byte(3), 1U);
  EXPECT_EQ(tokens.at_byte(6), 1U);
  EXPECT_EQ(tokens.at_byte(7), 2U);
}

/// A small generator: the same rows on every machine.
class Random {
 public:
  uint32_t below(uint32_t n) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<uint32_t>(state_ >> 33U) % n;
  }

 private:
  uint64_t state_ = 7;
};

void expect_laws(const std::string& text) {
  const Article article = article_of(text);
  const Tokens tokens = find_tokens(article, english(), {.sentence_tokens = 20});
  std::vector<int> covered(text.size(), 0);
  uint32_t end = 0;
  for (const auto& [span, space_after, clitic] : tokens.tokens) {
    ASSERT_LE(end, span.begin) << text;
    ASSERT_LT(span.begin, span.end) << text;
    ASSERT_LE(span.end, text.size()) << text;
    for (const uint32_t edge : {span.begin, span.end}) {
      ASSERT_TRUE(edge == text.size() || (static_cast<unsigned char>(text[edge]) & 0xC0U) != 0x80U)
          << text;
    }
    for (uint32_t i = span.begin; i < span.end; ++i) ++covered[i];
    end = span.end;
  }
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    ASSERT_EQ(covered[at], is_space(c.value) ? 0 : 1) << text << " at " << at;
    at += c.length;
  }
  uint32_t next = 0;
  for (const auto& sentence : tokens.sentences) {
    ASSERT_EQ(sentence.first, next);
    ASSERT_LT(sentence.first, sentence.last);
    ASSERT_LE(sentence.last - sentence.first, 20U);
    next = sentence.last;
  }
  ASSERT_EQ(next, tokens.size());
  ASSERT_EQ(tokens.lower.size(), tokens.size());
  ASSERT_EQ(tokens.sentence_of.size(), tokens.size());
}

TEST(Tokens, KeepTheLawsOnAnyText) {
  const std::vector<std::string> bits = {"a",
                                         "B",
                                         "don't",
                                         "U.S.",
                                         ".",
                                         "...",
                                         "'",
                                         "’",
                                         "\"",
                                         "“",
                                         "”",
                                         "-",
                                         "--",
                                         " ",
                                         "  ",
                                         "\n",
                                         "1",
                                         "2.5",
                                         ",",
                                         "$",
                                         "%",
                                         "@",
                                         "#",
                                         "/",
                                         ":",
                                         ")",
                                         "(",
                                         "http://a",
                                         "[",
                                         "]",
                                         "é",
                                         "e\xCC\x81",
                                         "\xCC\x81",
                                         "你",
                                         "。",
                                         "😀",
                                         "\xE2\x80\x8D",
                                         "\xEF\xB8\x8F",
                                         "\xC2\xA0",
                                         "\xE2\x80\x8B",
                                         "ß",
                                         "İ",
                                         "\x01",
                                         "&",
                                         "_",
                                         "www.",
                                         "Gen.",
                                         "s'",
                                         "\xC2\xAD"};
  Random random;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const uint32_t size = random.below(24);
    for (uint32_t i = 0; i < size; ++i)
      text += bits[random.below(static_cast<uint32_t>(bits.size()))];
    expect_laws(text);
    if (HasFatalFailure()) return;
  }
}

TEST(Tokens, TakeHugeRunsInLinearTime) {
  for (const std::string bit : {"a", "com.", "a.", "1-", "'", "\"", "non-", "a@", ".", "www.a"}) {
    std::string text;
    while (text.size() < 300000) text += bit;
    const Article article = article_of(text);
    EXPECT_GT(find_tokens(article, english(), {}).size(), 0U) << bit;
  }
}

TEST(Phrases, TakeTheLongest) {
  PhraseTable table;
  table.add("Norvenia", 1);
  table.add("Norvenia's army", 2);
  table.add("US", 3, true);
  table.add("St. Velmark", 4);
  table.add("norvenia", 5);
  const Article article =
      article_of("Norvenia’s army met us in the US at St. Velmark; NORVENIA won.");
  const Tokens tokens = find_tokens(article, english(), {});
  std::string found;
  for (uint32_t i = 0; i < tokens.size();) {
    const auto match = table.longest_at(article, tokens, i);
    if (match.last == match.first) {
      ++i;
      continue;
    }
    found += std::string(article.text.of(tokens.span_of(match.first, match.last))) + "=" +
             std::to_string(match.values->front()) + "/";
    i = match.last;
  }
  EXPECT_EQ(found, "Norvenia’s army=2/US=3/St. Velmark=4/NORVENIA=1/");
  const auto both = table.longest_at(article, tokens, static_cast<uint32_t>(tokens.size()) - 3);
  ASSERT_NE(both.values, nullptr);
  EXPECT_EQ(*both.values, (std::vector<uint32_t>{1, 5}));
}

TEST(Phrases, StayInTheirSentence) {
  PhraseTable table;
  table.add("army left", 1);
  const Article article = article_of("He saw the army! Left, he ran.");
  const Tokens tokens = find_tokens(article, english(), {});
  EXPECT_EQ(table.longest_at(article, tokens, 3).last, 3U);
  EXPECT_TRUE(PhraseTable{}.empty());
}

TEST(Phrases, AreCutByTheSameRules) {
  EXPECT_EQ(join(words_of("the U.S.-led bloc's Gen."), " "), "the U.S. - led bloc 's Gen.");
}

}  // namespace
}  // namespace demarche
