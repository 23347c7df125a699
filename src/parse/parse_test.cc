// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "parse/parse.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace demarche {
namespace {

const Language& english() {
  static const auto language = load_language(DEMARCHE_SOURCE_DIR "/data", "en");
  EXPECT_TRUE(language.has_value());
  return *language;
}

/// A text with its tokens and parse.
struct Read {
  explicit Read(std::string text) {
    article.blocks.push_back({{0, static_cast<uint32_t>(text.size())}, BlockKind::kBody, {}, ""});
    article.text = Text(std::move(text));
    tokens = find_tokens(article, english(), {});
    parse = find_parse(article, tokens, english());
  }
  [[nodiscard]] std::string words(uint32_t first, uint32_t last, uint32_t head) const {
    std::string out;
    for (uint32_t i = first; i < last; ++i) {
      if (i > first) out += ' ';
      out += article.text.of(tokens.tokens[i].span);
      if (i == head) out += '*';
    }
    return out;
  }
  Article article;
  Tokens tokens;
  Parse parse;
};

std::string flags_of(const VerbGroup& group) {
  std::string out = "|";
  switch (group.tense) {
    case Tense::kPresent:
      out += "pres";
      break;
    case Tense::kPast:
      out += "past";
      break;
    case Tense::kFuture:
      out += "fut";
      break;
    case Tense::kNone:
      out += "none";
      break;
  }
  if (group.negated) out += " neg";
  if (group.passive) out += " pass";
  if (group.infinitive) out += " inf";
  if (group.participle) out += " part";
  if (group.progressive) out += " prog";
  if (group.perfect) out += " perf";
  if (!group.modal.empty()) out += " " + group.modal;
  return out;
}

/// Noun phrases in brackets, verb groups in braces; the head has a star where there is a choice.
std::string show(const Read& read) {
  std::string out;
  const Parse& parse = read.parse;
  for (uint32_t i = 0; i < read.tokens.size();) {
    if (!out.empty()) out += ' ';
    if (parse.phrase_of[i] != Parse::kNone) {
      const auto& [first, last, head] = parse.phrases[parse.phrase_of[i]];
      out += "[" + read.words(first, last, last - first > 1 ? head : Parse::kNone) + "]";
      i = last;
    } else if (parse.verb_of[i] != Parse::kNone) {
      const VerbGroup& group = parse.verbs[parse.verb_of[i]];
      out += "{" + read.words(group.first, group.last, group.head) + flags_of(group) + "}";
      i = group.last;
    } else {
      out += read.words(i, i + 1, Parse::kNone);
      ++i;
    }
  }
  return out;
}

struct Row {
  const char* text;
  const char* wanted;
};

constexpr Row kRows[] = {
    {"Norvenia's deputy foreign minister Ana Brok resigned.",
     "[Norvenia 's deputy foreign minister Ana Brok*] {resigned*|past} ."},
    {"The minister of defence spoke.", "[The minister*] of [defence] {spoke*|past} ."},
    {"Tens of thousands of soldiers left Velmark.",
     "[Tens of thousands of soldiers*] {left*|past} [Velmark] ."},
    {"A number of envoys stayed.", "[A number of envoys*] {stayed*|past} ."},
    {"Velmark said it would not have been sent.",
     "[Velmark] {said*|past} [it] {would not have been sent*|none neg pass perf would} ."},
    {"They are going to meet.", "[They] {are going to meet*|fut} ."},
    {"She'll attend.", "[She] {'ll attend*|fut will} ."},
    {"We shall not yield.", "[We] {shall not yield*|fut neg shall} ."},
    {"The army has been withdrawn.", "[The army*] {has been withdrawn*|pres pass perf} ."},
    {"The talks are being delayed.", "[The talks*] {are being delayed*|pres pass prog} ."},
    {"He refused to negotiate.", "[He] {refused*|past} {to negotiate*|none inf} ."},
    {"He promised not to attack.", "[He] {promised*|past} {not to attack*|none neg inf} ."},
    {"Ostravia never agreed.", "[Ostravia] {never agreed*|past neg} ."},
    {"Speaking in Velmark, Brok smiled.",
     "{Speaking*|none part} in [Velmark] , [Brok] {smiled*|past} ."},
    {"The plan drawn up by Ostravia failed.",
     "[The plan*] {drawn*|none part} up by [Ostravia] {failed*|past} ."},
    {"Economic and military pressure grew.", "[Economic and military pressure*] {grew*|past} ."},
    {"The U.S.-led alliance met on Monday.",
     "[The U.S. - led alliance*] {met*|past} on [Monday] ."},
    {"The state-run agency reported the strike.",
     "[The state - run agency*] {reported*|past} [the strike*] ."},
    {"Extremely violent protests began.", "[Extremely violent protests*] {began*|past} ."},
    {"Ostravia rejected calls to withdraw.",
     "[Ostravia] {rejected*|past} [calls] {to withdraw*|none inf} ."},
    {"He calls every day.", "[He] {calls*|pres} [every day*] ."},
    {"The talks failed.", "[The talks*] {failed*|past} ."},
    {"Norvenia plans to strike.", "[Norvenia] {plans*|pres} {to strike*|none inf} ."},
    {"The plans were approved.", "[The plans*] {were approved*|past pass} ."},
    {"The strikes on Karsonia continue.", "[The strikes*] on [Karsonia] {continue*|pres} ."},
    {"The ministry claims that the attack was planned.",
     "[The ministry*] {claims*|pres} that [the attack*] {was planned*|past pass} ."},
    {"Karsonia demands an apology.", "[Karsonia] {demands*|pres} [an apology*] ."},
    {"The demands were ignored.", "[The demands*] {were ignored*|past pass} ."},
    {"Its attacks hurt civilians.", "[Its attacks*] {hurt*|pres} [civilians] ."},
    {"Norvenia attacks its neighbour.", "[Norvenia] {attacks*|pres} [its neighbour*] ."},
    {"The West moves closer.", "[The West*] {moves*|pres} closer ."},
    {"Recent moves alarmed Velmark.", "[Recent moves*] {alarmed*|past} [Velmark] ."},
    {"Threats will not help.", "[Threats] {will not help*|fut neg will} ."},
    {"He threatens force.", "[He] {threatens*|pres} [force] ."},
    {"He said that the deal was dead.", "[He] {said*|past} that [the deal*] {was*|past} dead ."},
    {"That deal is dead.", "[That deal*] {is*|pres} dead ."},
    {"That is the deal.", "[That] {is*|pres} [the deal*] ."},
    {"The deal that he signed is dead.",
     "[The deal*] [that] [he] {signed*|past} {is*|pres} dead ."},
    {"The fact that he signed surprised us.",
     "[The fact*] that [he] {signed*|past} {surprised*|past} [us] ."},
    {"He told reporters that talks had failed.",
     "[He] {told*|past} [reporters] that [talks] {had failed*|past perf} ."},
    {"Brok's gone.", "[Brok] {'s gone*|pres pass} ."},
    {"It's a lie.", "[It] {'s*|pres} [a lie*] ."},
    {"There is no deal.", "[There] {is*|pres} [no deal*] ."},
    {"Did the envoy leave?", "{Did*|past} [the envoy*] {leave*|none} ?"},
    {"Who has sent them?", "[Who] {has sent*|pres perf} [them] ?"},
    {"He has no plans.", "[He] {has*|pres} [no plans*] ."},
    {"He did not have to go.", "[He] {did not have*|past neg} {to go*|none inf} ."},
    {"They might have been killed.", "[They] {might have been killed*|none pass perf might} ."},
    {"Gen. Paul Hale warned Velmark Monday.",
     "[Gen. Paul Hale*] {warned*|past} [Velmark] [Monday] ."},
    {"President Brok met Jon Hale, the envoy.",
     "[President Brok*] {met*|past} [Jon Hale*] , [the envoy*] ."},
    {"He called it a \"special operation\".",
     "[He] {called*|past} [it] [a \" special operation*] \" ."},
    {"Sanctions imposed by Norvenia hurt Ostravia's economy.",
     "[Sanctions] {imposed*|none part} by [Norvenia] {hurt*|past} [Ostravia 's economy*] ."},
    {"It could neither confirm nor deny the report.",
     "[It] {could neither confirm*|none neg could} nor {deny*|none} [the report*] ."},
    {"The pro-Velmark camp won 12 seats.", "[The pro-Velmark camp*] {won*|past} [12 seats*] ."},
    {"About 5,000 men crossed the border last week.",
     "[About 5,000 men*] {crossed*|past} [the border*] [last week*] ."},
    {"He was accused of attacking ships.",
     "[He] {was accused*|past pass} of {attacking*|none part} [ships] ."},
    {"Norvenia’s “special” envoy told Ostravian television he expects talks next week.",
     "[Norvenia ’s “ special ” envoy*] {told*|past} [Ostravian television*] [he] {expects*|pres} "
     "[talks] [next week*] ."},
    {"Neither side would say more.", "[Neither side*] {would say*|none would} more ."},
    {"Let's talk.", "{Let*|none} ['s] {talk*|none} ."},
    {"Ostravian and Karsonian officials have met since Monday.",
     "[Ostravian] and [Karsonian officials*] {have met*|pres perf} since [Monday] ."},
    {"Residents angered by the new tax marched.",
     "[Residents] {angered*|none part} by [the new tax*] {marched*|past} ."},
    {"He noted that \"it all hangs on Velmark\".",
     "[He] {noted*|past} that \" [it] [all] {hangs*|pres} on [Velmark] \" ."},
    {"The minister hinted in printed remarks that Norvenia might attack.",
     "[The minister*] {hinted*|past} in [printed remarks*] that [Norvenia] {might attack*|none "
     "might} ."},
    {"Which ministers left?", "[Which ministers*] {left*|past} ?"},
    {"Officials, who asked not to be named, confirmed it.",
     "[Officials] , [who] {asked*|past} {not to be named*|none neg pass inf} , {confirmed*|past} "
     "[it] ."},
    {"The army is to be withdrawn.", "[The army*] {is*|pres} {to be withdrawn*|none pass inf} ."},
    {"The recently formed Velmark Congress is ending a five-day international trip.",
     "[The recently formed Velmark Congress*] {is ending*|pres prog} [a five - day international "
     "trip*] ."},
    {"He resigned after having crossed the border.",
     "[He] {resigned*|past} after {having crossed*|none part perf} [the border*] ."},
    {"He was held for allegedly taking bribes.",
     "[He] {was held*|past pass} for allegedly {taking*|none part} [bribes] ."},
    {"The UN special envoy met him.", "[The UN special envoy*] {met*|past} [him] ."},
};

TEST(Parses, ShowPhrasesAndVerbGroups) {
  for (const auto& [text, wanted] : kRows) EXPECT_EQ(show(Read(text)), wanted) << text;
}

TEST(Parses, TagWordsByTheirPlace) {
  constexpr Row rows[] = {
      {"Talks failed.", "NOUN VERB PUNCT"},
      {"He talks.", "PRON VERB PUNCT"},
      {"the plan to strike", "DET NOUN PART VERB"},
      {"a strike plan", "DET NOUN NOUN"},
      {"He said that it ended.", "PRON VERB SCONJ PRON VERB PUNCT"},
      {"the deal that ended", "DET NOUN PRON VERB"},
      {"Ana Brok's deal", "PROPN PROPN PART NOUN"},
      {"It's here.", "PRON AUX ADV PUNCT"},
      {"He has left.", "PRON AUX VERB PUNCT"},
      {"He has it.", "PRON VERB PRON PUNCT"},
      {"after the talks", "ADP DET NOUN"},
      {"after he left", "SCONJ PRON VERB"},
      {"as soon as Monday", "ADV ADV ADP PROPN"},
      {"in the US", "ADP DET PROPN"},
      {"with us", "ADP PRON"},
      {"pay $5 or 10%", "VERB SYM NUM CCONJ NUM SYM"},
      {"the 20th Norvenian envoy", "DET ADJ ADJ NOUN"},
      {"by attacking ships", "SCONJ VERB NOUN"},
  };
  for (const auto& [text, wanted] : rows) {
    const Read read(text);
    std::string tags;
    for (const auto& word : read.parse.words) {
      if (!tags.empty()) tags += ' ';
      tags += name_of(word.upos);
    }
    EXPECT_EQ(tags, wanted) << text;
  }
}

TEST(Parses, GiveLemmas) {
  const Read read(
      "The envoys denied stopping ships; the crises worsened. He withdrew and was tried.");
  std::string lemmas;
  for (const auto& word : read.parse.words) lemmas += word.lemma + " ";
  EXPECT_EQ(lemmas, "the envoy deny stop ship ; the crisis worsen . he withdraw and be try . ");
}

TEST(Parses, TakeEmptyText) {
  EXPECT_TRUE(Read("").parse.words.empty());
  EXPECT_EQ(show(Read(".")), ".");
}

TEST(Parses, KeepTheLawsOnAnyText) {
  constexpr std::string_view bits[] = {
      "the", "a",       "his",   "of",    "to",   "not",   "will", "is",  "been", "have",
      "do",  "Brok",    "US",    "talk",  "sent", "led",   "'s",   "n't", "-",    "\"",
      ",",   ".",       "that",  "tens",  "5",    "$",     "%",    "and", "all",  "like",
      "'",   "(",       "said",  "as",    "so",   "both",  "her",  "gon", "na",   "é",
      "你",  "quickly", "going", "there", "&",    "which", "let",  "last"};
  uint64_t state = 11;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 14; ++i) {
      state = state * 6364136223846793005ULL + 1442695040888963407ULL;
      text += bits[(state >> 33U) % std::size(bits)];
      if ((state >> 20U & 3U) != 0) text += ' ';
    }
    const Read read(text);
    const Parse& parse = read.parse;
    ASSERT_EQ(parse.words.size(), read.tokens.size());
    std::vector<int> owners(parse.words.size(), 0);
    uint32_t end = 0;
    for (uint32_t n = 0; n < parse.phrases.size(); ++n) {
      const auto& [first, last, head] = parse.phrases[n];
      ASSERT_TRUE(end <= first && first <= head && head < last && last <= owners.size()) << text;
      for (uint32_t i = first; i < last; ++i) {
        ++owners[i];
        ASSERT_EQ(parse.phrase_of[i], n) << text;
      }
      end = last;
    }
    end = 0;
    for (uint32_t n = 0; n < parse.verbs.size(); ++n) {
      const VerbGroup& group = parse.verbs[n];
      ASSERT_TRUE(end <= group.first && group.first <= group.head && group.head < group.last &&
                  group.last <= owners.size())
          << text;
      ASSERT_EQ(read.tokens.sentence_of[group.first], read.tokens.sentence_of[group.last - 1]);
      for (uint32_t i = group.first; i < group.last; ++i) {
        ++owners[i];
        ASSERT_EQ(parse.verb_of[i], n) << text;
      }
      end = group.last;
    }
    ASSERT_TRUE(std::ranges::all_of(owners, [](int n) { return n <= 1; })) << text;
  }
}

}  // namespace
}  // namespace demarche
