// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/antecedents.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "base/hash.h"

namespace demarche::mention {
namespace {

// What each feature is of: a number in its hash, never used again for another one, or the model
// that ships reads the wrong rows.
enum class Feature : uint32_t {
  kType,
  kTypeKind,
  kTypeRole,
  kLemma,
  kQuoted,
  kBlock,
  kNumber,
  kLength,
  kTurn,
  kBegin = 16,  ///< further for each feature of an antecedent
  kSentences = 32,
  kSteps,
  kKinds,
  kGenders,
  kNumbers,
  kSameLemma,
  kSameWords,
  kPronouns,
  kRoles,
  kSubject,
  kSiblings,
  kInside,
  kApposition,
  kQuotes,
  kLemmas,
  kBlocks,
  kGrandparent,
  kRuled,
  kTurns,
  kModifiers,
};

uint32_t mix(uint32_t hash, uint32_t value) {
  hash ^= value + 0x9E3779B9U + (hash << 6U) + (hash >> 2U);
  hash *= 2246822519U;
  return hash ^ (hash >> 15U);
}

template <typename... Values>
uint16_t row_of(Feature feature, Values... values) {
  uint32_t hash = mix(0x811C9DC5U, static_cast<uint32_t>(feature));
  ((hash = mix(hash, static_cast<uint32_t>(values))), ...);
  return static_cast<uint16_t>(hash % AntecedentModel::kRows);
}

/// 0, 1, 2, 3 stay; then by doubling.
uint32_t bucket(uint32_t n) {
  if (n < 4) return n;
  uint32_t b = 4;
  for (uint32_t top = 6; n > top && b < 9; top *= 2) ++b;
  return b;
}

// Kinds of mentions; pronouns by their own kind first.
constexpr uint8_t kFirstPronoun = 1;  // PronounKind follows
constexpr uint8_t kNamed = 20, kTitled = 21, kPossessed = 22, kDefinite = 23, kPointed = 24,
                  kIndefinite = 25, kBare = 26, kAdjective = 27;

uint8_t type_of(const Scene& scene, const Candidate& found) {
  if (found.shape == Shape::kPronoun)
    return static_cast<uint8_t>(kFirstPronoun + static_cast<uint8_t>(found.pronoun));
  if (found.adjective) return kAdjective;
  switch (found.shape) {
    case Shape::kName:
    case Shape::kPerson:
    case Shape::kOrganization:
    case Shape::kMedia:
    case Shape::kSpot:
      return kNamed;
    default:
      break;
  }
  if (found.name != kNone) return kTitled;
  const uint32_t first = found.first;
  if (found.owner != kNone || scene.in(first, WordList::kPossessive)) return kPossessed;
  if (scene.is(first, "the")) return kDefinite;
  if (scene.is(first, "this") || scene.is(first, "that") || scene.is(first, "these") ||
      scene.is(first, "those"))
    return kPointed;
  return scene.in(first, WordList::kDeterminer) ? kIndefinite : kBare;
}

uint8_t role_of(std::string_view relation) {
  const std::string_view base = relation.substr(0, relation.find(':'));
  static constexpr std::array<std::string_view, 12> kRoles = {
      "nsubj", "obj",  "iobj", "obl", "nmod",     "appos",
      "conj",  "root", "flat", "dep", "compound", "vocative"};
  const auto* const at = std::ranges::find(kRoles, base);
  if (relation == "nmod:poss") return 30;
  if (relation == "nsubj:pass") return 31;
  return static_cast<uint8_t>(at - kRoles.begin());
}

bool is_plural(std::string_view feats) {
  return feats.find("Number=Plur") != std::string_view::npos;
}

char gender_of(const Candidate& found, const Actor* actor) {
  if (found.pronoun == PronounKind::kHe) return 'm';
  if (found.pronoun == PronounKind::kShe) return 'f';
  if (found.pronoun == PronounKind::kIt) return 'n';
  if (actor == nullptr) return '?';
  return actor->gender == '\0' ? '?' : actor->gender;
}

// By the model, else by what the actor is.
uint8_t kind_of(const Scene& scene, uint32_t head, const Actor* actor) {
  if (actor != nullptr && actor->kind == ActorKind::kState) return 'S';
  const std::string_view told = scene.parse.mention_of(head);
  if (!told.empty() && told != "O") return static_cast<uint8_t>(told[0]);
  if (actor == nullptr) return '?';
  switch (actor->kind) {
    case ActorKind::kPerson:
      return 'P';
    case ActorKind::kOrganization:
      return 'O';
    case ActorKind::kGroup:
      return 'G';
    default:
      return '?';
  }
}

/// "I met Ana Brok": who speaks is not of whom he speaks, in one sentence.
bool differ_in_person(const Point& a, const Point& b) {
  if (a.sentence != b.sentence || a.quoted != b.quoted) return false;
  const auto speaks = [](const Point& point) {
    return point.type == kFirstPronoun + static_cast<uint8_t>(PronounKind::kI) ||
           point.type == kFirstPronoun + static_cast<uint8_t>(PronounKind::kWe);
  };
  return (speaks(a) && !b.pronoun) || (speaks(b) && !a.pronoun);
}

bool is_role_of_subject(uint8_t role) { return role == 0 || role == 31; }

}  // namespace

Antecedents::Antecedents(const Scene& scene, const std::vector<Candidate>& all, Draft& draft,
                         const AntecedentModel* model)
    : scene_(scene), all_(all), draft_(draft), model_(model) {
  constexpr size_t kInterview = 3;  // questions
  const auto& blocks = scene.article.blocks;
  std::vector<bool> asks;
  for (const Block& block : blocks)
    asks.push_back(scene.article.text.of(block.span).ends_with('?'));
  turns_.assign(blocks.size(), Turn::kOther);
  if (std::ranges::count(asks, true) < static_cast<std::ptrdiff_t>(kInterview)) return;
  const auto first = static_cast<size_t>(std::ranges::find(asks, true) - asks.begin());
  for (size_t i = first; i < asks.size(); ++i)
    turns_[i] = asks[i] ? Turn::kQuestion : Turn::kAnswer;
}

Point Antecedents::describe(uint32_t number) const {
  const Candidate& found = all_[number];
  // What is found by looking back says nothing of the mention itself.
  const bool itself = found.shape != Shape::kPronoun && found.shape != Shape::kPhrase;
  const Actor* actor = found.actor && itself ? &draft_.actor(found.actor) : nullptr;
  Point point;
  point.candidate = number;
  point.head = found.head;
  point.first = found.first;
  point.last = found.last;
  point.sentence = scene_.tokens.sentence_of[found.head];
  point.block = scene_.sentence(found.head).block;
  point.turn = turns_[point.block];
  point.lemma = hash_text(scene_.lemma(found.head));
  uint32_t words = kHashStart;
  for (uint32_t t = found.first; t < found.last; ++t)
    if (t > found.first || !scene_.in(t, WordList::kDeterminer))
      words = mix(words, hash_text(scene_.lower(t)));
  point.words = words;
  const auto& tree = scene_.parse.tree;
  // Of "Ana Brok" the tree may hang all on either word.
  uint32_t top = found.head;
  const auto inside = [&](uint32_t t) { return t != kNone && t >= found.first && t < found.last; };
  while (top < tree.size() && inside(tree[top].head) && tree[top].head != top) top = tree[top].head;
  point.top = top;
  point.parent = top < tree.size() ? tree[top].head : kNone;
  point.type = type_of(scene_, found);
  point.kind = kind_of(scene_, found.head, actor);
  point.role = role_of(scene_.parse.relation_of(top));
  point.gender = gender_of(found, actor);
  point.plural = found.plural || is_plural(scene_.parse.feats_of(found.head)) ||
                 (actor != nullptr && actor->plural);
  point.quoted = scene_.quoted[found.head];
  point.pronoun = found.shape == Shape::kPronoun;
  point.subject = is_role_of_subject(point.role);
  point.actor = found.actor;
  return point;
}

void Antecedents::add_alone(const Point& point, bool anaphor, FeatureRows& rows) {
  const uint32_t side = anaphor ? 0 : static_cast<uint32_t>(Feature::kBegin);
  const auto add = [&](Feature feature, auto... values) {
    rows.push_back(row_of(static_cast<Feature>(static_cast<uint32_t>(feature) + side), values...));
  };
  const uint32_t type = point.type;
  add(Feature::kType, type);
  add(Feature::kTypeKind, type, point.kind);
  add(Feature::kTypeRole, type, point.role);
  add(Feature::kQuoted, type, point.quoted);
  add(Feature::kNumber, type, point.plural, point.gender);
  if (point.type >= kTitled && point.type != kAdjective) add(Feature::kLemma, point.lemma);
  add(Feature::kLength, type, std::min(point.last - point.first, 6U));
  add(Feature::kBlock, type, point.block == 0);
  if (point.turn != Turn::kOther) add(Feature::kTurn, type, point.turn);
}

void Antecedents::add_ruled(const Point& anaphor, Id<Actor> ruled, FeatureRows& rows) const {
  rows.push_back(row_of(Feature::kRuled, anaphor.type, ruled ? 1 : 0));
}

/// Does one say more of its head than the other, "the White House" after "the House"?
bool Antecedents::adds_words(const Point& one, const Point& other) const {
  for (uint32_t t = one.first; t < one.head; ++t) {
    if (scene_.in(t, WordList::kDeterminer) || scene_.in(t, WordList::kPossessive)) continue;
    bool told = false;
    for (uint32_t u = other.first; u < other.last && !told; ++u)
      told = scene_.tokens.lower[u] == scene_.tokens.lower[t];
    if (!told) return true;
  }
  return false;
}

void Antecedents::add_pair(const Point& anaphor, const Point& before, uint32_t steps,
                           Id<Actor> ruled, FeatureRows& rows) const {
  const uint32_t a = anaphor.type, b = before.type;
  const uint32_t sentences = bucket(anaphor.sentence - before.sentence);
  const auto add = [&](Feature feature, auto... values) {
    rows.push_back(row_of(feature, values...));
  };
  add(Feature::kSentences, a, b, sentences);
  add(Feature::kSteps, a, bucket(steps));
  add(Feature::kKinds, a, anaphor.kind, before.kind);
  add(Feature::kGenders, a, anaphor.gender, before.gender);
  add(Feature::kNumbers, a, anaphor.plural, before.plural, before.kind);
  add(Feature::kBlocks, a, std::min(anaphor.block - before.block, 3U));
  if (anaphor.lemma == before.lemma) add(Feature::kSameLemma, a, b, sentences);
  if (anaphor.words == before.words) add(Feature::kSameWords, a, b);
  if (anaphor.lemma == before.lemma && !anaphor.pronoun)
    add(Feature::kModifiers, a, b, adds_words(anaphor, before), adds_words(before, anaphor),
        anaphor.plural == before.plural);
  if (anaphor.turn != Turn::kOther)
    add(Feature::kTurns, a, b, anaphor.turn, before.turn, before.kind);
  if (anaphor.pronoun && before.pronoun)
    add(Feature::kPronouns, a, b, anaphor.quoted == before.quoted, sentences);
  add(Feature::kRoles, a, anaphor.role, before.role, std::min(sentences, 2U));
  if (before.subject) add(Feature::kSubject, a, sentences, anaphor.subject);
  add(Feature::kQuotes, a, anaphor.quoted, before.quoted, sentences == 0);
  if (ruled && before.actor && draft_.root(ruled) == draft_.root(before.actor)) {
    add(Feature::kRuled, a, 2);
    add(Feature::kRuled, a, 3, sentences);
  }
  if (!anaphor.pronoun && !before.pronoun) add(Feature::kLemmas, anaphor.lemma, before.lemma);
  if (anaphor.sentence != before.sentence || anaphor.parent == kNone) return;
  if (anaphor.parent == before.parent) add(Feature::kSiblings, a, anaphor.role, before.role);
  const bool inside = anaphor.first >= before.first && anaphor.last <= before.last;
  const bool around = before.first >= anaphor.first && before.last <= anaphor.last;
  if (inside || around) add(Feature::kInside, a, b, inside);
  if (anaphor.parent == before.top) add(Feature::kApposition, 0, anaphor.role, a);
  if (before.parent == anaphor.top) add(Feature::kApposition, 1, before.role, a);
  const auto& tree = scene_.parse.tree;
  const uint32_t above = tree[anaphor.parent].head;
  if (above != kNone && above == before.parent)
    add(Feature::kGrandparent, a, anaphor.role, before.role);
}

void Antecedents::find_window(const Point& anaphor, uint32_t count,
                              std::vector<uint32_t>& window) const {
  window.clear();
  constexpr uint32_t kFar = 400;  // as far as the same head is looked for
  for (uint32_t back = 0; back < count && back < kFar; ++back) {
    const uint32_t i = count - 1 - back;
    const Point& before = points_[i];
    if (before.head == anaphor.head || differ_in_person(anaphor, before)) continue;
    const bool near = window.size() < kWindow;
    const bool same = before.lemma == anaphor.lemma;
    if (near || same) window.push_back(i);
    if (!near && same) break;
  }
}

bool Antecedents::is_barred(const Point& anaphor, const Point& before) const {
  const bool he = anaphor.gender == 'm' || anaphor.gender == 'f';
  const auto is_thing = [](uint8_t kind) { return kind == 'L' || kind == 'O' || kind == 'S'; };
  const Candidate& noun = all_[anaphor.candidate];
  const bool person = anaphor.kind == 'P' || he || noun.shape == Shape::kRole;
  if (person && is_thing(before.kind)) return true;
  if (anaphor.pronoun) return false;
  if (before.kind == 'P' && is_thing(anaphor.kind)) return true;
  const bool beside = anaphor.sentence == before.sentence &&
                      (anaphor.parent == before.top || before.parent == anaphor.top);
  if (beside) return false;  // "Ana Brok, a teacher", "Ana Brok is a teacher"
  const Actor& actor = draft_.actor(before.actor);
  if (actor.known || !actor.side.empty()) return true;
  // "The minister" is nobody of whom the page tells no office.
  const bool official = noun.shape == Shape::kRole &&
                        scene_.table.roles[noun.value].authority == Authority::kOfficial;
  if (official && actor.kind == ActorKind::kPerson && actor.role.empty()) return true;
  return anaphor.type == kIndefinite && actor.kind == ActorKind::kPerson;
}

void Antecedents::push(uint32_t number) {
  points_.push_back(describe(number));
  if (model_ == nullptr) return;
  FeatureRows rows;
  add_alone(points_.back(), false, rows);
  const std::span<const float> vector = scene_.parse.vector_of(points_.back().head);
  sides_.push_back(model_->antecedent(rows, vector, scratch_));
}

Id<Actor> Antecedents::choose(uint32_t number, Id<Actor> ruled) {
  const Point anaphor = describe(number);
  std::vector<uint32_t> window;
  find_window(anaphor, static_cast<uint32_t>(points_.size()), window);
  FeatureRows rows;
  add_alone(anaphor, true, rows);
  add_ruled(anaphor, ruled, rows);
  const AntecedentModel::Side own =
      model_->anaphor(rows, scene_.parse.vector_of(anaphor.head), scratch_);
  // The net gives each earlier mention a share; an actor's is the sum of his mentions'. Shares are
  // exponentials in double: machines could differ at a tie alone.
  const float alone = model_->score_new(own);
  shares_.clear();
  double sum = 1;  // "something new"
  for (const uint32_t i : window) {
    if (!points_[i].actor || is_barred(anaphor, points_[i])) continue;
    const Id<Actor> actor = draft_.root(points_[i].actor);
    rows.clear();
    add_pair(anaphor, points_[i], static_cast<uint32_t>(points_.size()) - i, ruled, rows);
    const float score = model_->score(own, sides_[i], model_->sum_of(rows));
    const double share = std::exp(static_cast<double>(std::clamp(score - alone, -30.0F, 30.0F)));
    const auto at = std::ranges::find(shares_, actor, &Share::actor);
    if (at == shares_.end()) {
      shares_.push_back({actor, share});
    } else {
      at->part += share;
    }
    sum += share;
  }
  Id<Actor> chosen;
  double best = 1;
  for (const auto& [actor, share] : shares_)
    if (share > best) best = share, chosen = actor;
  constexpr double kTold = .1;
  for (Share& share : shares_) share.part /= sum;
  std::erase_if(shares_, [](const Share& share) { return share.part < kTold; });
  std::ranges::stable_sort(shares_, std::greater(), &Share::part);
  return chosen;
}

}  // namespace demarche::mention
