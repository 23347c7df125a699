// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/belonging.h"

#include <map>
#include <set>

namespace demarche::mention {
namespace {

class Belonging {
 public:
  Belonging(const Scene& scene, Candidates& candidates, Draft& draft)
      : scene_(scene), all_(candidates.all), draft_(draft), country_at_(scene.size()) {
    for (const Candidate& found : all_) {
      if (!found.actor || found.shape == Shape::kPronoun) continue;
      const Actor& actor = draft_.actor(found.actor);
      if (actor.country.empty() || actor.authority == Authority::kMedia) continue;
      country_at_[found.head] = actor.country;
      page_.insert(actor.country);
    }
    for (uint32_t t = 0; t < scene.size(); ++t)
      if (!country_at_[t].empty() && !opens_dateline(t))
        by_sentence_[scene.tokens.sentence_of[t]].push_back(t);
  }

  void read() {
    for (Candidate& found : all_) {
      if (!found.actor || found.shape == Shape::kPronoun) continue;
      Actor& actor = draft_.actor(found.actor);
      if (actor.known || !actor.country.empty() || !actor.side.empty()) continue;
      const auto [country, rule] = country_of(found);
      if (country.empty()) continue;
      actor.country = country;
      // What was turned down is that it belongs nowhere; `explain` shows the guess with it.
      found.rejected.push_back(
          {rule, "of no country", "taken as of " + country + ", by its surroundings"});
    }
  }

 private:
  const Scene& scene_;
  std::vector<Candidate>& all_;
  Draft& draft_;
  std::vector<std::string> country_at_;  // token -> country that its mention belongs to
  std::set<std::string> page_;           // all of them
  std::map<uint32_t, std::vector<uint32_t>> by_sentence_;

  /// "NORVIK -- ": whence the page was written, not whereof the sentence tells.
  [[nodiscard]] bool opens_dateline(uint32_t t) const {
    const uint32_t after = scene_.after(t);
    constexpr uint32_t kFar = 3;
    return after != kNone && t < scene_.sentence(t).first + kFar &&
           (scene_.is(after, "--") || scene_.is(after, "-") || scene_.is(after, "–") ||
            scene_.is(after, "—"));
  }

  [[nodiscard]] std::pair<std::string, const char*> country_of(const Candidate& found) const {
    const uint32_t sentence = scene_.tokens.sentence_of[found.head];
    const auto at = by_sentence_.find(sentence);
    if (at == by_sentence_.end()) {
      if (page_.size() == 1) return {*page_.begin(), "country.page"};
      return {};
    }
    std::set<std::string> here, places;
    for (const uint32_t t : at->second) {
      // "police in Norvik", "the streets of Norvik", "Norvenian clerks".
      const bool inside = t >= found.first && t < found.last;
      if (inside || hangs_on(t, found.head)) return {country_at_[t], "country.phrase"};
      here.insert(country_at_[t]);
      if (stands_as_place(t)) places.insert(country_at_[t]);
    }
    if (places.size() == 1) return {*places.begin(), "country.place"};
    if (here.size() == 1) return {*here.begin(), "country.sentence"};
    return {};  // of several countries any would be a guess
  }

  /// "protesters in the east of the Norvenian town": the word is part of what says which
  /// protesters.
  [[nodiscard]] bool hangs_on(uint32_t t, uint32_t head) const {
    const auto& tree = scene_.parse.tree;
    constexpr int kFar = 5;
    for (int steps = 0; steps < kFar && t < tree.size(); ++steps) {
      const std::string_view relation = scene_.parse.relation_of(t);
      const bool part = relation.starts_with("nmod") || relation == "amod" ||
                        relation == "compound" || relation == "flat" || relation == "appos";
      if (!part || relation == "nmod:unmarked") return false;
      if (tree[t].head == head) return true;
      t = tree[t].head;
    }
    return false;
  }

  /// "in Norvenia", "at Norvik": a preposition of place before its phrase.
  [[nodiscard]] bool stands_as_place(uint32_t t) const {
    const uint32_t begin = scene_.sentence(t).first;
    const auto& tree = scene_.parse.tree;
    for (uint32_t i = t; i > begin && i + 4 > t;) {
      --i;
      if (scene_.in(i, WordList::kPlacePrep)) return true;
      if (i >= tree.size() || tree[i].head != t) return false;
    }
    return false;
  }
};

}  // namespace

void find_countries(const Scene& scene, Candidates& candidates, Draft& draft) {
  Belonging(scene, candidates, draft).read();
}

}  // namespace demarche::mention
