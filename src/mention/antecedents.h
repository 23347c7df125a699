// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "mention/antecedent_model.h"
#include "mention/draft.h"

// Internal to src/mention; the door is mention.h.
namespace demarche::mention {

/// Rows of the table of features, see AntecedentModel.
using FeatureRows = std::vector<uint16_t>;

/// Of an interview: whose turn a block is. Where "I" stands in an answer, "you" asks him.
enum class Turn : uint8_t { kOther, kQuestion, kAnswer };

/// A mention as the search for antecedents sees it: what can be told of it by itself.
struct Point {
  uint32_t candidate = 0;
  uint32_t head = 0;  ///< token
  uint32_t first = 0, last = 0;
  uint32_t sentence = 0, block = 0;
  uint32_t lemma = 0;   ///< hash of the head's lemma
  uint32_t words = 0;   ///< hash of its words, lower case, without article
  uint32_t top = 0;     ///< of its tokens the one that the others hang on
  uint32_t parent = 0;  ///< token above that in the tree, or kNone
  uint8_t type = 0;     ///< kind of pronoun, name, role, or by its determiner
  uint8_t kind = 0;     ///< person, organization, place, state, group
  uint8_t role = 0;     ///< subject, object ...
  Turn turn = Turn::kOther;
  char gender = '?';
  bool plural = false, quoted = false, pronoun = false, subject = false;
  Id<Actor> actor;
};

/// Looks back from a pronoun or a noun phrase to what it takes up: the mentions before it are
/// scored against each other and against "something new" by a small trained net (a mention ranker
/// after Denis and Baldridge 2008, features after Clark and Manning 2016). Bounded: at most kWindow
/// mentions are looked at.
class Antecedents {
 public:
  static constexpr uint32_t kWindow = 50;

  Antecedents(const Scene& scene, const std::vector<Candidate>& all, Draft& draft,
              const AntecedentModel* model);

  [[nodiscard]] bool is_usable() const { return model_ != nullptr; }

  /// From now on this candidate may be an antecedent, where it has an actor.
  void push(uint32_t number);
  /// The actor that this candidate takes up, or none where it speaks of somebody new. `ruled`: whom
  /// the rules take it for, or none; the net weighs that.
  [[nodiscard]] Id<Actor> choose(uint32_t number, Id<Actor> ruled);
  /// Of the last choice: who else had a share worth telling, the greatest first.
  struct Share {
    Id<Actor> actor;
    double part = 0;  ///< of all, "somebody new" included
  };
  [[nodiscard]] const std::vector<Share>& shares() const { return shares_; }

  /// What the net is not asked: a person is no place and no organization; a noun never takes up
  /// somebody of the table or of a side, "a woman" no person at all, unless it stands beside the
  /// name. Whom the page leaves unnamed stays so.
  [[nodiscard]] bool is_barred(const Point& anaphor, const Point& before) const;

  // For training: the same features, see train/mention.
  [[nodiscard]] Point describe(uint32_t number) const;
  [[nodiscard]] const std::vector<Point>& points() const { return points_; }
  static void add_alone(const Point& point, bool anaphor, FeatureRows& rows);
  void add_ruled(const Point& anaphor, Id<Actor> ruled, FeatureRows& rows) const;
  void add_pair(const Point& anaphor, const Point& before, uint32_t steps, Id<Actor> ruled,
                FeatureRows& rows) const;
  /// Numbers among the first `count` of points() that `anaphor` is compared with, nearest first.
  void find_window(const Point& anaphor, uint32_t count, std::vector<uint32_t>& window) const;

 private:
  [[nodiscard]] bool adds_words(const Point& one, const Point& other) const;

  const Scene& scene_;
  const std::vector<Candidate>& all_;
  Draft& draft_;
  const AntecedentModel* model_;
  std::vector<Turn> turns_;  // of each block
  std::vector<Point> points_;
  std::vector<AntecedentModel::Side> sides_;  // of points_, as antecedents
  std::vector<Share> shares_;
  Scratch scratch_;
};

}  // namespace demarche::mention
