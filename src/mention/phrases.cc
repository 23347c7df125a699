// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "mention/scene.h"

// Mentions that a language model sees: pronouns and noun phrases for persons, organizations and
// places that no table knows.
namespace demarche::mention {
namespace {

/// Words left and right of a head that belong to its phrase.
bool is_part(std::string_view relation) {
  const std::string_view base = relation.substr(0, relation.find(':'));
  return base == "det" || base == "amod" || base == "nummod" || base == "compound" ||
         base == "flat" || base == "nmod" || base == "advmod" || base == "case";
}

/// Words that stand for nobody, or ask for somebody.
bool is_nobody(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kWords = {
      "nobody", "none", "nothing", "what", "which", "who", "whoever", "whom", "whose"};
  return std::ranges::find(kWords, word) != kWords.end();
}

class PhraseReader {
 public:
  PhraseReader(const Scene& scene, Candidates& out)
      : scene_(scene), out_(out), headed_(scene.size(), kNone), named_(scene.size(), false) {
    for (uint32_t i = 0; i < out.all.size(); ++i) {
      const Candidate& candidate = out.all[i];
      headed_[candidate.head] = i;
      const bool name = candidate.shape == Shape::kPerson || candidate.shape == Shape::kMedia ||
                        candidate.shape == Shape::kOrganization || candidate.shape == Shape::kName;
      // The head of "Force of Velmark" may be another word for the model.
      if (name)
        for (uint32_t t = candidate.core_first; t < candidate.core_last; ++t) named_[t] = true;
      // "Mr" and "Chancellor" before a name, "(NPACT)" behind it, are no mentions of their own.
      const bool titled = candidate.shape == Shape::kPerson ||
                          candidate.shape == Shape::kOrganization ||
                          (candidate.shape == Shape::kRole && candidate.name != kNone);
      for (uint32_t t = candidate.first; titled && t < candidate.last; ++t)
        if (scene.is_capital(t)) named_[t] = true;
      // Nor is "Supreme" of the court.
      const bool organ = candidate.shape == Shape::kOrgan;
      for (uint32_t t = candidate.core_first; organ && t < candidate.core_last; ++t)
        if (scene.is_capital(t)) named_[t] = true;
    }
  }

  void read() {
    read_spots();
    for (uint32_t t = 0; t < scene_.size(); ++t) {
      const std::string_view kind = scene_.parse.mention_of(t);
      if (kind.empty() || kind == "O" || is_nobody(scene_.lower(t))) continue;
      if (headed_[t] != kNone || named_[t] || scene_.timed[t]) continue;
      if (scene_.in(t, WordList::kTitle) || out_.things[t]) continue;
      if (scene_.parse.upos_of(t) == Upos::kPron || scene_.parse.upos_of(t) == Upos::kDet) {
        read_pronoun(t);
      } else {
        read_phrase(t);
      }
    }
  }

 private:
  const Scene& scene_;
  Candidates& out_;
  std::vector<uint32_t> headed_;  // token -> candidate whose head it is, or kNone
  std::vector<bool> named_;       // token -> in a name

  /// Places of the tables, and names of places that the model sees.
  void read_spots() {
    for (const Hit& hit : scene_.places.hits) add_spot(hit.first, hit.last, hit.value);
    for (const NamedSpan& name : scene_.parse.names)
      if (name.kind == "LOC") add_spot(name.first, name.last, kNone);
  }

  void add_spot(uint32_t first, uint32_t last, uint32_t place) {
    for (uint32_t t = first; t < last; ++t)
      if (named_[t] || headed_[t] != kNone) return;
    Candidate spot;
    spot.shape = Shape::kSpot;
    spot.value = place;
    spot.first = spot.core_first = first;
    spot.last = spot.core_last = last;
    spot.head = scene_.head_of(first, last);
    const uint32_t next = scene_.after(last - 1);
    spot.possessor = next != kNone && scene_.is_possessive(next);
    const uint32_t above = scene_.parse.tree[last - 1].head;
    spot.adjective = above != Parse::kNone && above >= last &&
                     scene_.parse.relation_of(last - 1).starts_with("compound");
    for (uint32_t t = first; t < last; ++t) named_[t] = true;
    out_.add(spot);
  }

  void read_pronoun(uint32_t t) {
    Candidate pronoun;
    pronoun.shape = Shape::kPronoun;
    pronoun.pronoun = pronoun_kind(scene_.lower(t));
    pronoun.first = pronoun.head = pronoun.core_first = t;
    pronoun.last = pronoun.core_last = t + 1;
    pronoun.possessor = scene_.in(t, WordList::kPossessive);
    pronoun.plural = pronoun.pronoun == PronounKind::kWe || pronoun.pronoun == PronounKind::kThey;
    out_.add(pronoun);
  }

  void read_phrase(uint32_t t) {
    Candidate phrase;
    phrase.shape = Shape::kPhrase;
    phrase.head = t;
    phrase.first = first_of(t);
    phrase.last = last_of(t);
    if (scene_.is_capital(t)) widen_name(phrase);
    phrase.core_first = t;
    phrase.core_last = t + 1;
    phrase.definite = scene_.is(phrase.first, "the");
    const uint32_t next = scene_.after(phrase.last - 1);
    phrase.possessor = next != kNone && scene_.is_possessive(next);
    const uint32_t above = scene_.parse.tree[t].head;
    const std::string_view relation = scene_.parse.relation_of(t);
    phrase.adjective = above != Parse::kNone && above > t &&
                       (relation.starts_with("compound") || relation == "amod");
    out_.add(phrase);
  }

  /// "Velmark Rovers", of which the model may see a part.
  void widen_name(Candidate& phrase) const {
    const auto joins = [&](uint32_t t) {
      return scene_.is_capital(t) && !named_[t] && scene_.parse.upos_of(t) == Upos::kPropn;
    };
    const Sentence& sentence = scene_.sentence(phrase.head);
    while (phrase.last < sentence.last && joins(phrase.last)) ++phrase.last;
    while (phrase.first > sentence.first && joins(phrase.first - 1)) --phrase.first;
  }

  /// The base noun phrase where it has this head, else the run of words that belong to it.
  [[nodiscard]] uint32_t first_of(uint32_t t) const {
    const uint32_t phrase = scene_.parse.phrase_of[t];
    if (phrase != Parse::kNone && scene_.parse.phrases[phrase].head == t)
      return scene_.parse.phrases[phrase].first;
    uint32_t first = t;
    while (first > scene_.sentence(t).first && scene_.parse.tree[first - 1].head == t &&
           is_part(scene_.parse.relation_of(first - 1)))
      --first;
    return first;
  }
  [[nodiscard]] uint32_t last_of(uint32_t t) const {
    uint32_t last = t + 1;
    const uint32_t end = scene_.sentence(t).last;
    while (last < end && scene_.parse.tree[last].head == t &&
           scene_.parse.relation_of(last).starts_with("flat"))
      ++last;
    return last;
  }
};

}  // namespace

void find_phrases(const Scene& scene, Candidates& out) {
  if (!scene.parse.tree.empty()) PhraseReader(scene, out).read();
}

}  // namespace demarche::mention
