// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "event/event.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "base/strings.h"
#include "event/check.h"

namespace demarche {
namespace {

using Lines = std::vector<std::string>;

// A document built by hand from "form/UPOS/lemma" words: every noun run is a phrase, every verb
// (with the AUX and PART words before it) a group; names of the cast are actors.
struct Scene {
  Article article;
  Tokens tokens;
  Parse parse;
  Mentions mentions;
};

Upos upos_of(std::string_view tag) {
  static const std::map<std::string, Upos, std::less<>> tags = {
      {"N", Upos::kNoun},  {"P", Upos::kPropn}, {"V", Upos::kVerb}, {"A", Upos::kAdj},
      {"I", Upos::kAdp},   {"D", Upos::kDet},   {"X", Upos::kAux},  {"T", Upos::kPart},
      {"C", Upos::kCconj}, {"S", Upos::kSconj}, {".", Upos::kPunct}};
  return tags.at(std::string(tag));
}

bool is_nominal(Upos upos) {
  return upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kAdj || upos == Upos::kDet;
}

void add_groups(Scene& scene) {
  auto& parse = scene.parse;
  const auto size = static_cast<uint32_t>(parse.words.size());
  parse.phrase_of.assign(size, Parse::kNone);
  parse.verb_of.assign(size, Parse::kNone);
  for (uint32_t i = 0; i < size;) {
    const auto first = i;
    if (is_nominal(parse.words[i].upos)) {
      while (i < size && is_nominal(parse.words[i].upos)) {
        parse.phrase_of[i++] = static_cast<uint32_t>(parse.phrases.size());
      }
      parse.phrases.push_back({first, i, i - 1});
      continue;
    }
    VerbGroup group;
    group.tense = Tense::kPast;
    while (i < size && (parse.words[i].upos == Upos::kAux || parse.words[i].upos == Upos::kPart)) {
      const auto& lemma = parse.words[i++].lemma;
      if (lemma == "not") group.negated = true;
      if (lemma == "be") group.passive = true;
      if (lemma == "to") group.infinitive = true;
      if (lemma == "will" || lemma == "could") group.modal = lemma;
    }
    if (i < size && parse.words[i].upos == Upos::kVerb) {
      group.first = first;
      group.head = i;
      group.last = ++i;
      for (auto k = first; k < i; ++k) parse.verb_of[k] = static_cast<uint32_t>(parse.verbs.size());
      parse.verbs.push_back(group);
    } else {
      i = std::max(i, first + 1);
    }
  }
}

Scene scene_of(std::string_view spec, BlockKind kind = BlockKind::kBody) {
  Scene scene;
  const std::map<std::string, uint32_t, std::less<>> cast = {
      {"norvenia", 0}, {"norvenian", 0}, {"ostravia", 1}, {"velmark", 2}};
  for (const auto* id : {"NOV", "OSV", "VLM"}) {
    Actor actor;
    actor.id = id;
    scene.mentions.actors.push_back(actor);
  }
  std::string text;
  for (const auto part : split(spec, ' ')) {
    const auto fields = split(part, '/');
    const auto begin = static_cast<uint32_t>(text.size());
    const auto at = static_cast<uint32_t>(scene.tokens.tokens.size());
    text += fields[0];
    const Span span{begin, static_cast<uint32_t>(text.size())};
    scene.tokens.tokens.push_back({span, true});
    text += ' ';
    scene.tokens.lower.push_back(fold_case(fields[0]));
    scene.tokens.sentence_of.push_back(0);
    Word word;
    word.upos = upos_of(fields[1]);
    word.lemma = fields.size() > 2 ? std::string(fields[2]) : fold_case(fields[0]);
    if (const auto who = cast.find(word.lemma); who != cast.end()) {
      Mention mention;
      mention.span = span;
      mention.first = mention.head = at;
      mention.last = at + 1;
      mention.actor.value = who->second;
      scene.mentions.mentions.push_back(mention);
    }
    scene.parse.words.push_back(word);
  }
  const auto size = static_cast<uint32_t>(scene.tokens.tokens.size());
  const Span all{0, static_cast<uint32_t>(text.size())};
  scene.tokens.sentences.push_back({all, 0, size, 0});
  scene.article.blocks.push_back({all, kind, {}, {}});
  scene.article.text = Text(text);
  add_groups(scene);
  return scene;
}

const EventPatterns& patterns() {
  static const auto loaded = load_patterns(DEMARCHE_SOURCE_DIR "/data", "en");
  static const EventPatterns none;
  return loaded ? *loaded : none;
}

// "ASSAULT NOV>OSV actual"
std::vector<std::string> told(std::string_view spec, BlockKind kind = BlockKind::kBody) {
  const auto scene = scene_of(spec, kind);
  std::vector<std::string> lines;
  for (const auto& event : find_events(scene.article, scene.tokens, scene.parse, scene.mentions, {},
                                       {}, patterns(), std::nullopt, Limits{})) {
    std::string line(name_of(event.type));
    line += ' ';
    for (const auto actor : event.actors) line += scene.mentions.actors[actor.value].id;
    line += '>';
    for (const auto actor : event.recipients) line += scene.mentions.actors[actor.value].id;
    lines.push_back(line + " " + std::string(name_of(event.status)));
  }
  return lines;
}
TEST(Patterns, LoadAndProveThemselves) {
  const auto loaded = load_patterns(DEMARCHE_SOURCE_DIR "/data", "en");
  ASSERT_TRUE(loaded) << loaded.error().message;
  EXPECT_GE(loaded->patterns.size(), 300U);
  EXPECT_EQ(lint_patterns(*loaded), Lines{});
}

TEST(Patterns, SayWhereAFileIsWrong) {
  for (const std::string text :
       {"type NOPE\n", "  [actor] go\n", "type AID\n  [nothing] go\n",
        "type AID\n  [actor] go [nothing]\n", "type AID\n  [actor]\n", "+ A sentence.\n",
        "status odd\n", "type AID\n  [actor] go @nothing\n", "type AID\n  [actor] go [other:]\n"}) {
    EventPatterns read;
    const auto status = parse_patterns("a.pat", text, {}, read);
    ASSERT_FALSE(status) << text;
    EXPECT_TRUE(status.error().message.starts_with("a.pat:")) << status.error().message;
  }
}

TEST(Patterns, ReadClassesAndExceptions) {
  EventPatterns read;
  const std::string text = "type AID\n  [actor] give !up @cash|grain [other:@cash] [foreign]\n";
  ASSERT_TRUE(parse_patterns("a.pat", text, {{"cash", {"money", "coin"}}}, read));
  const auto& after = read.patterns.at(0).after;
  ASSERT_EQ(after.size(), 4U);
  EXPECT_EQ(after[0].kind, PatternElement::Kind::kNot);
  EXPECT_EQ(after[0].words, Lines{"up"});
  EXPECT_EQ(after[1].words, (Lines{"money", "coin", "grain"}));
  EXPECT_TRUE(after[2].except);
  EXPECT_EQ(after[2].words, (Lines{"money", "coin"}));
  EXPECT_TRUE(after[3].foreign);
}

TEST(Types, HaveNamesBothWays) {
  for (int i = 0; i < 16; ++i) {
    const auto type = static_cast<EventType>(i);
    EXPECT_EQ(event_type_of(name_of(type)), type);
    EXPECT_GE(quad_of(type), 1);
    EXPECT_LE(quad_of(type), 4);
    EXPECT_EQ(score_of(type) < 0, quad_of(type) > 2);
  }
}

TEST(Events, FindSourceAndRecipient) {
  EXPECT_EQ(told("Norvenia/P attacked/V/attack Ostravia/P ././."),
            (Lines{"ASSAULT NOV>OSV actual"}));
  EXPECT_EQ(told("Norvenia/P imposed/V/impose new/A sanctions/N/sanction on/I Ostravia/P"),
            (Lines{"COERCE NOV>OSV actual"}));
}

TEST(Events, TurnThePassiveRound) {
  EXPECT_EQ(told("Ostravia/P was/X/be attacked/V/attack by/I Norvenia/P"),
            (Lines{"ASSAULT NOV>OSV actual"}));
}

TEST(Events, ReadPassivesWhoseObjectIsNoSlot) {
  EXPECT_EQ(told("talks/N/talk were/X/be held/V/hold by/I Norvenia/P"),
            (Lines{"CONSULT NOV> actual"}));
}

TEST(Events, TakeTheSubjectOfALightVerbForTheDoerOfANoun) {
  EXPECT_EQ(told("Norvenia/P continued/V/continue a/D attack/N on/I Ostravia/P"),
            (Lines{"ASSAULT NOV>OSV actual"}));
  EXPECT_EQ(told("Norvenia/P will/X announce/V a/D attack/N on/I Ostravia/P"),
            (Lines{"ASSAULT NOV>OSV planned"}));
  EXPECT_EQ(told("Norvenia/P remembered/V/remember a/D attack/N on/I Ostravia/P"), Lines{});
}

TEST(Events, LetPartiesActThatNobodyKnows) {
  const auto scene = scene_of("the/D court/N released/V/release the/D sailors/N/sailor");
  const auto events = find_events(scene.article, scene.tokens, scene.parse, scene.mentions, {}, {},
                                  patterns(), std::nullopt, Limits{});
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].type, EventType::kConcede);
  EXPECT_TRUE(events[0].actors.empty());
  ASSERT_EQ(events[0].source_words.size(), 1U);
  EXPECT_EQ(scene.article.text.of(events[0].source_words[0]), "the court");
  ASSERT_EQ(events[0].target_words.size(), 1U);
  EXPECT_EQ(scene.article.text.of(events[0].target_words[0]), "the sailors");
  EXPECT_EQ(told("the/D lamp/N released/V/release the/D sailors/N/sailor"), Lines{});
}

TEST(Events, GiveTheCourtToItsState) {
  EXPECT_EQ(told("a/D court/N in/I Norvenia/P released/V/release the/D sailors/N/sailor"),
            (Lines{"CONCEDE NOV> actual"}));
  EXPECT_EQ(told("a/D crowd/N in/I Norvenia/P released/V/release the/D sailors/N/sailor"),
            (Lines{"CONCEDE > actual"}));
}

TEST(Events, PartTwoObjectsOfOneVerb) {
  EXPECT_EQ(told("Norvenia/P gave/V/give Ostravia/P access/N"), (Lines{"CONCEDE NOV>OSV actual"}));
}

TEST(Events, StepOverTimesAndTheWordsBeforeAHead) {
  EXPECT_EQ(told("Norvenia/P agreed/V/agree today/N to/T leave/V"), (Lines{"AGREE NOV> actual"}));
  EXPECT_EQ(told("Norvenia/P opened/V/open a/D bank/N inquiry/N"), (Lines{"ACCUSE NOV> actual"}));
}

TEST(Events, FindWhoseThingTheDeedMeets) {
  EXPECT_EQ(told("Norvenia/P rejected/V/reject the/D plan/N of/I Ostravia/P"),
            (Lines{"REJECT NOV>OSV actual"}));
}

TEST(Events, LeaveCommentsAndDeniedChargesAlone) {
  EXPECT_EQ(told("Norvenia/P declined/V/decline to/T comment/V"), Lines{});
  EXPECT_EQ(told("Norvenia/P rejected/V/reject accusations/N/accusation of/I fraud/N"), Lines{});
  EXPECT_EQ(told("Norvenia/P denied/V/deny charges/N/charge that/S Norvenia/P attacked/V/attack "
                 "Ostravia/P"),
            (Lines{"ASSAULT NOV>OSV denied"}));
  EXPECT_EQ(told("Norvenia/P offered/V/offer no/D grain/N to/I Ostravia/P"),
            (Lines{"AGREE NOV>OSV denied"}));
}

TEST(Events, TellDeedsFromPlansDenialsAndDoubts) {
  EXPECT_EQ(told("Norvenia/P did/X/do not/T attack/V Ostravia/P"),
            (Lines{"ASSAULT NOV>OSV denied"}));
  EXPECT_EQ(told("Norvenia/P will/X attack/V Ostravia/P"), (Lines{"ASSAULT NOV>OSV planned"}));
  EXPECT_EQ(told("Norvenia/P could/X attack/V Ostravia/P"),
            (Lines{"ASSAULT NOV>OSV hypothetical"}));
  EXPECT_EQ(told("Norvenia/P has/V/have no/D plans/N/plan to/T attack/V Ostravia/P"),
            (Lines{"ASSAULT NOV>OSV denied"}));
}

TEST(Events, TakeBackWhatTheSentenceTakesBack) {
  EXPECT_EQ(told("Norvenia/P nearly/A attacked/V/attack Ostravia/P"),
            (Lines{"ASSAULT NOV>OSV denied"}));
  EXPECT_EQ(
      told("rumours/N/rumour that/S Norvenia/P attacked/V/attack Ostravia/P are/X/be false/A"),
      (Lines{"ASSAULT NOV>OSV denied"}));
  EXPECT_EQ(told("rumours/N/rumour that/S Norvenia/P attacked/V/attack Ostravia/P"),
            (Lines{"ASSAULT NOV>OSV hypothetical"}));
  EXPECT_EQ(told("reports/N/report that/S Norvenia/P attacked/V/attack Ostravia/P"),
            (Lines{"ASSAULT NOV>OSV actual"}));
  EXPECT_EQ(told("a/D film/N about/I how/S Norvenia/P attacked/V/attack Ostravia/P"), Lines{});
  EXPECT_EQ(told("Norvenia/P attacked/V/attack Ostravia/P ?/."),
            (Lines{"ASSAULT NOV>OSV hypothetical"}));
}

TEST(Events, GiveAQuotationToWhomTheSentenceGivesIt) {
  const auto scene =
      scene_of("“/. Norvenia/P attacked/V/attack Ostravia/P ”/. Velmark/P joked/V/joke");
  const auto events = find_events(scene.article, scene.tokens, scene.parse, scene.mentions, {}, {},
                                  patterns(), std::nullopt, Limits{});
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].status, EventStatus::kHypothetical);
  EXPECT_EQ(events[0].claimed_by.value, 2U);
}

TEST(Events, NeverTellADenialAgainAsADeed) {
  const auto scene = scene_of(
      "Norvenia/P attacked/V/attack Ostravia/P and/C Norvenia/P did/X/do not/T attack/V "
      "Ostravia/P");
  const auto events = find_events(scene.article, scene.tokens, scene.parse, scene.mentions, {}, {},
                                  patterns(), std::nullopt, Limits{});
  ASSERT_EQ(events.size(), 2U);
  EXPECT_FALSE(events[1].duplicate_of);
}

TEST(Events, ReadNounsAsDeeds) {
  EXPECT_EQ(told("talks/N/talk between/I Norvenia/P and/C Ostravia/P"),
            (Lines{"CONSULT NOV>OSV actual"}));
  EXPECT_EQ(told("a/D Norvenian/A attack/N on/I Ostravia/P"), (Lines{"ASSAULT NOV>OSV actual"}));
}

TEST(Events, ReadARefusalOffANegatedVerb) {
  EXPECT_EQ(told("Norvenia/P did/X/do not/T see/V reason/N to/T resume/V talks/N/talk"),
            (Lines{"REJECT NOV> actual", "CONSULT NOV> denied"}));
}

TEST(Events, TakeAWarningOfOnesOwnDeedsForAThreat) {
  EXPECT_EQ(told("Norvenia/P warned/V/warn that/S Norvenia/P could/X strike/V"),
            (Lines{"THREATEN NOV> threatened"}));
  EXPECT_EQ(told("Norvenia/P warned/V/warn that/S Ostravia/P could/X strike/V"), Lines{});
}

TEST(Events, CountWhatTheTextCounts) {
  const auto scene = scene_of(
      "Norvenia/P massed/V/mass tens/N/ten of/I thousands/N/thousand of/I "
      "troops/N/troop near/I Ostravia/P");
  const auto events = find_events(scene.article, scene.tokens, scene.parse, scene.mentions, {}, {},
                                  patterns(), std::nullopt, Limits{});
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].type, EventType::kMobilize);
  ASSERT_EQ(events[0].size.size(), 1U);
  EXPECT_EQ(events[0].size[0].kind, "troops");
  EXPECT_EQ(events[0].size[0].low, 20000);
  EXPECT_EQ(events[0].size[0].high, 99999);
}

TEST(Events, LeaveTitlesAndFiguresAlone) {
  EXPECT_EQ(told("Norvenia/P attacked/V/attack Ostravia/P", BlockKind::kTitle), Lines{});
  EXPECT_EQ(told("Norvenia/P fought/V/fight inflation/N"), Lines{});
  EXPECT_EQ(told("Norvenia/P launched/V/launch a/D satellite/N"), Lines{});
  EXPECT_EQ(find_events({}, {}, {}, {}, {}, {}, patterns(), std::nullopt, Limits{}).size(), 0U);
}

}  // namespace
}  // namespace demarche
