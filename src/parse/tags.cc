// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "parse/tags.h"

#include <initializer_list>

namespace demarche {
namespace {

using enum Tag;

struct Follower {
  Tag tag;
  int weight;
};
using Table = std::array<std::array<int8_t, kTagCount>, kTagCount>;

constexpr std::initializer_list<Tag> kNominal = {kNoun, kNouns, kName};
constexpr std::initializer_list<Tag> kFinite = {kModal, kBe, kHave, kDo, kThird, kPast};

constexpr void put(Table& table, Tag left, std::initializer_list<Follower> followers) {
  for (const auto& [tag, weight] : followers) {
    table[static_cast<size_t>(left)][static_cast<size_t>(tag)] = static_cast<int8_t>(weight);
  }
}

constexpr void put_nominals(Table& t) {
  for (const Tag left : kNominal) {
    for (const Tag right : kFinite) put(t, left, {{right, 2}});
    put(t, left, {{kAdposition, 2}, {kAnd, 1}, {kTo, 1}, {kThat, 1}, {kMark, 1}, {kGenitive, 3}});
    put(t, left,
        {{kBase, -6},
         {kBeBase, -4},
         {kAdjective, -2},
         {kDeterminer, -2},
         {kPossessive, -2},
         {kParticiple, 0},
         {kGerund, 0},
         {kSubject, -1},
         {kObject, -3},
         {kPlural, -3},
         {kAdverb, 0},
         {kBeen, -5}});
  }
  put(t, kNoun, {{kNoun, 1}, {kNouns, 1}, {kName, 0}, {kNumber, -1}, {kPlural, -5}, {kThird, 1}});
  put(t, kNouns,
      {{kNoun, -2}, {kNouns, -3}, {kName, -2}, {kPlural, 2}, {kThird, -4}, {kBe, 3}, {kPast, 2}});
  put(t, kName, {{kName, 3}, {kNoun, 1}, {kNouns, 1}, {kNumber, 1}, {kThird, 2}, {kPlural, -3}});
}

constexpr void put_modifiers(Table& t) {
  for (const Tag left : {kDeterminer, kPossessive, kGenitive}) {
    put(t, left,
        {{kNoun, 3},        {kNouns, 3},  {kName, 2},     {kAdjective, 3}, {kNumber, 2},
         {kParticiple, 1},  {kGerund, 0}, {kBase, -8},    {kPlural, -8},   {kThird, -7},
         {kPast, -6},       {kModal, -6}, {kBe, -2},      {kHave, -4},     {kDo, -5},
         {kAdposition, -3}, {kAdverb, 0}, {kSubject, -5}, {kObject, -5},   {kDeterminer, -4},
         {kPossessive, -4}, {kThat, -4},  {kTo, -4},      {kMark, -2},     {kAnd, -2},
         {kHyphen, -2},     {kBeen, -6},  {kBeing, -4}});
  }
  put(t, kDeterminer, {{kBe, 0}, {kModal, -1}, {kAdposition, 0}});
  put(t, kAdjective,
      {{kNoun, 3},    {kNouns, 3},       {kName, 2},     {kAdjective, 1},   {kAdposition, 1},
       {kTo, 1},      {kThat, 1},        {kMark, 1},     {kAnd, 1},         {kBase, -6},
       {kPlural, -6}, {kThird, -5},      {kPast, -4},    {kParticiple, -2}, {kGerund, -1},
       {kNumber, 0},  {kDeterminer, -3}, {kSubject, -3}, {kObject, -3},     {kModal, -3},
       {kBe, -3},     {kHave, -3},       {kDo, -4}});
  put(t, kNumber,
      {{kNouns, 3},
       {kNoun, 1},
       {kName, 0},
       {kNumber, 2},
       {kAdjective, 1},
       {kAdposition, 1},
       {kMark, 1},
       {kSymbol, 2},
       {kBase, -5},
       {kPlural, -2},
       {kThird, -2},
       {kPast, 0},
       {kDeterminer, -2},
       {kBe, 1}});
  put(t, kSymbol, {{kNumber, 3}, {kNoun, 0}, {kBase, -4}, {kPlural, -4}});
  put(t, kHyphen,
      {{kNoun, 2},
       {kParticiple, 2},
       {kAdjective, 1},
       {kGerund, 1},
       {kNouns, 0},
       {kName, 1},
       {kNumber, 1},
       {kBase, -2},
       {kPlural, -5},
       {kThird, -4},
       {kPast, -4},
       {kTo, -2}});
}

constexpr void put_auxiliaries(Table& t) {
  for (const Tag left : {kModal, kDo, kTo}) {
    put(t, left,
        {{kBase, 5},    {kBeBase, 5},     {kHaveBase, 5},    {kPlural, -8}, {kNoun, -3},
         {kNouns, -3},  {kName, -3},      {kThird, -8},      {kPast, -8},   {kParticiple, -5},
         {kGerund, -5}, {kAdjective, -4}, {kDeterminer, -3}, {kModal, -6},  {kBe, -6},
         {kHave, -6},   {kDo, -6},        {kAdposition, -3}, {kSubject, 0}, {kMark, -2}});
  }
  put(t, kTo,
      {{kSubject, -6},
       {kObject, -6},
       {kPossessive, -6},
       {kNumber, -5},
       {kDeterminer, -6},
       {kName, -5},
       {kNoun, -5},
       {kNouns, -5},
       {kAdjective, -5},
       {kDo, -6}});
  put(t, kDo, {{kName, -1}, {kNoun, -1}, {kDeterminer, 0}});
  for (const Tag left : {kBe, kBeBase, kBeen, kBeing}) {
    put(t, left,
        {{kParticiple, 3}, {kGerund, 3},  {kAdjective, 3}, {kDeterminer, 2}, {kAdposition, 1},
         {kNoun, 0},       {kNouns, 0},   {kName, 0},      {kNumber, 0},     {kPast, -6},
         {kBase, -7},      {kPlural, -7}, {kThird, -7},    {kModal, -7},     {kBe, -5},
         {kHave, -6},      {kDo, -5},     {kBeing, 3},     {kPossessive, 1}, {kSubject, 0},
         {kObject, 0},     {kThat, 1},    {kTo, 1},        {kBeen, -4}});
  }
  for (const Tag left : {kHave, kHaveBase}) {
    put(t, left,
        {{kParticiple, 3}, {kBeen, 5},   {kDeterminer, 2}, {kNoun, 0},        {kNouns, 1},
         {kAdjective, 1},  {kNumber, 1}, {kPossessive, 1}, {kTo, 2},          {kObject, 1},
         {kPast, -7},      {kBase, -7},  {kPlural, -7},    {kThird, -7},      {kGerund, -2},
         {kModal, -6},     {kBe, -5},    {kHave, -4},      {kAdposition, -1}, {kSubject, 0}});
  }
}

constexpr void put_verbs(Table& t) {
  for (const Tag left : {kBase, kPlural, kThird, kPast, kParticiple, kGerund}) {
    put(t, left,
        {{kDeterminer, 2}, {kPossessive, 2}, {kAdposition, 2}, {kTo, 2},    {kThat, 2},
         {kObject, 2},     {kSubject, 1},    {kNoun, 1},       {kNouns, 2}, {kName, 2},
         {kAdjective, 1},  {kNumber, 1},     {kAdverb, 1},     {kMark, 1},  {kGerund, 0},
         {kBase, -3},      {kPlural, -6},    {kThird, -6},     {kPast, -5}, {kParticiple, -1},
         {kModal, -4},     {kBe, -4},        {kHave, -4},      {kDo, -4},   {kBeen, -6},
         {kAnd, 0}});
  }
  put(t, kParticiple, {{kNoun, 1}, {kNouns, 1}, {kAdposition, 3}, {kName, 0}});
  put(t, kGerund, {{kNoun, 1}, {kNouns, 3}});
}

constexpr void put_pronouns(Table& t) {
  put(t, kSubject,
      {{kModal, 3},       {kBe, 3},       {kHave, 3},      {kDo, 3},          {kThird, 3},
       {kPast, 3},        {kPlural, 2},   {kBase, -5},     {kParticiple, -4}, {kGerund, -2},
       {kNoun, -4},       {kNouns, -4},   {kName, -2},     {kAdjective, -3},  {kDeterminer, -3},
       {kAdposition, -1}, {kNumber, -2},  {kGenitive, -2}, {kMark, 0},        {kThat, -1},
       {kBeBase, -3},     {kHaveBase, -3}});
  put(t, kObject,
      {{kAdposition, 2}, {kMark, 1},      {kTo, 2},          {kThat, 1},     {kAnd, 1},
       {kBe, 3},         {kModal, 3},     {kThird, 3},       {kPast, 1},     {kHave, 3},
       {kDo, 2},         {kPlural, -1},   {kBase, 0},        {kNoun, -3},    {kNouns, -3},
       {kName, -2},      {kAdjective, 0}, {kDeterminer, -1}, {kGenitive, 0}, {kGerund, 0},
       {kParticiple, -1}});
}

constexpr void put_links(Table& t) {
  put(t, kAdposition,
      {{kDeterminer, 3}, {kPossessive, 3}, {kNoun, 2},   {kNouns, 2},      {kName, 3},
       {kNumber, 2},     {kAdjective, 2},  {kGerund, 2}, {kObject, 2},     {kSubject, 0},
       {kBase, -7},      {kPlural, -7},    {kThird, -6}, {kPast, -6},      {kParticiple, -2},
       {kModal, -6},     {kBe, -4},        {kHave, -5},  {kDo, -5},        {kTo, -3},
       {kMark, -2},      {kThat, -2},      {kAnd, -2},   {kAdposition, 0}, {kAdverb, 0}});
  put(t, kAnd,
      {{kNoun, 1},       {kNouns, 1},      {kName, 1},   {kAdjective, 1},  {kDeterminer, 1},
       {kPossessive, 1}, {kSubject, 1},    {kPast, 1},   {kThird, 0},      {kBase, 0},
       {kPlural, -1},    {kParticiple, 0}, {kGerund, 1}, {kAdposition, 0}, {kTo, 1},
       {kModal, 0},      {kBe, 0},         {kHave, 0},   {kThat, 0},       {kNumber, 1}});
  put(t, kThat, {{kSubject, 3}, {kDeterminer, 3}, {kPossessive, 2}, {kName, 2},  {kNoun, 1},
                 {kNouns, 2},   {kAdjective, 1},  {kNumber, 1},     {kBase, -5}, {kPlural, -4},
                 {kThird, -3},  {kPast, -2},      {kModal, -3},     {kBe, -3},   {kHave, -3},
                 {kObject, 1},  {kGerund, 0},     {kParticiple, 0}, {kTo, -1},   {kAdposition, 0}});
  put(t, kMark,
      {{kAnd, 1},
       {kSubject, 1},
       {kDeterminer, 1},
       {kName, 1},
       {kGerund, 1},
       {kAdposition, 1},
       {kThat, 1},
       {kPast, 0},
       {kThird, 0},
       {kBase, -2},
       {kPlural, -2},
       {kNoun, 0},
       {kNouns, 0},
       {kAdjective, 0},
       {kParticiple, 0}});
  put(t, kStart, {{kSubject, 2},    {kDeterminer, 2}, {kPossessive, 2}, {kName, 1},   {kNoun, 0},
                  {kNouns, 1},      {kAdjective, 1},  {kAdposition, 2}, {kThat, 1},   {kAnd, 1},
                  {kGerund, 1},     {kBase, 0},       {kPlural, -4},    {kThird, -4}, {kPast, -4},
                  {kParticiple, 0}, {kModal, -1},     {kBe, -1},        {kHave, -1},  {kDo, 0},
                  {kTo, 0},         {kNumber, 1},     {kAdverb, 1}});
  put(t, kAdverb,
      {{kAdjective, 2},
       {kAdverb, 1},
       {kParticiple, 1},
       {kPast, 1},
       {kThird, 1},
       {kMark, 1},
       {kAdposition, 1},
       {kBase, -1},
       {kPlural, -1},
       {kNoun, -2},
       {kNouns, -2},
       {kNumber, 1},
       {kDeterminer, 0},
       {kSubject, 1},
       {kThat, 1}});
}

constexpr Table make_table() {
  Table table{};
  put_nominals(table);
  put_modifiers(table);
  put_auxiliaries(table);
  put_verbs(table);
  put_pronouns(table);
  put_links(table);
  return table;
}
constexpr Table kWeights = make_table();

}  // namespace

int weight_of(Tag left, Tag right) {
  return kWeights[static_cast<size_t>(left)][static_cast<size_t>(right)];
}

Upos upos_of(Tag tag) {
  switch (tag) {
    case kNoun:
    case kNouns:
      return Upos::kNoun;
    case kName:
      return Upos::kPropn;
    case kSubject:
    case kObject:
    case kPossessive:
      return Upos::kPron;
    case kDeterminer:
      return Upos::kDet;
    case kAdjective:
      return Upos::kAdj;
    case kNumber:
      return Upos::kNum;
    case kAdverb:
      return Upos::kAdv;
    case kAdposition:
      return Upos::kAdp;
    case kTo:
    case kNot:
    case kGenitive:
      return Upos::kPart;
    case kAnd:
      return Upos::kCconj;
    case kThat:
      return Upos::kSconj;
    case kModal:
    case kBe:
    case kHave:
    case kDo:
    case kBeBase:
    case kHaveBase:
    case kBeen:
    case kBeing:
      return Upos::kAux;
    case kBase:
    case kPlural:
    case kThird:
    case kPast:
    case kParticiple:
    case kGerund:
      return Upos::kVerb;
    case kMark:
    case kHyphen:
      return Upos::kPunct;
    case kSymbol:
      return Upos::kSym;
    case kStart:
    case kOther:
      return Upos::kX;
  }
  return Upos::kX;
}

VerbForm form_of(Tag tag) {
  switch (tag) {
    case kBeBase:
    case kHaveBase:
    case kBase:
      return VerbForm::kBase;
    case kPlural:
    case kThird:
      return VerbForm::kPresent;
    case kPast:
      return VerbForm::kPast;
    case kBeen:
    case kParticiple:
      return VerbForm::kParticiple;
    case kBeing:
    case kGerund:
      return VerbForm::kGerund;
    default:
      return VerbForm::kNone;
  }
}

}  // namespace demarche
