// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/sources.h"

#include <algorithm>
#include <array>

namespace demarche::mention {
namespace {

using Phrase = std::vector<std::string_view>;

constexpr uint32_t kParagraphs = 3;
constexpr size_t kMostSentences = 40;  // that one source looks through
constexpr size_t kMostSources = 50;    // of one page

bool is_word(const Scene& scene, uint32_t t) { return scene.upos(t) != Upos::kPunct; }

/// The quoted stretches of a sentence, without marks.
std::vector<Phrase> quotes_of(const Scene& scene, const Sentence& sentence) {
  std::vector<Phrase> out;
  Phrase open;
  for (uint32_t t = sentence.first; t <= sentence.last; ++t) {
    const bool inside = t < sentence.last && scene.quoted[t];
    if (inside && is_word(scene, t)) open.push_back(scene.lower(t));
    if (!inside && !open.empty()) out.push_back(std::move(open)), open.clear();
  }
  return out;
}

/// Without a leading article; empty where too little is left to know a speaker by.
Phrase core_of(Phrase phrase) {
  if (!phrase.empty() && (phrase[0] == "a" || phrase[0] == "an" || phrase[0] == "the"))
    phrase.erase(phrase.begin());
  constexpr size_t kFew = 2;
  if (phrase.size() < kFew) phrase.clear();
  return phrase;
}

bool has_phrase(const Phrase& words, const Phrase& wanted) {
  return !std::ranges::search(words, wanted).empty();
}

bool has_word(std::string_view phrase, std::string_view word) {
  return phrase.find(word) != std::string_view::npos;
}

/// May somebody who holds this office be called so? A deputy foreign minister is a diplomat.
bool fits_role(const Actor& unnamed, const Actor& named) {
  const std::string_view word = unnamed.role, office = named.role;
  if (office.empty()) return false;
  if (office == word) return true;
  if (office.ends_with(word) && office[office.size() - word.size() - 1] == ' ') return true;
  if (word.ends_with("official")) return named.rank > 0;
  static constexpr std::array<std::string_view, 4> kEnvoys = {"diplomat", "envoy", "negotiator",
                                                              "representative"};
  for (const std::string_view envoy : kEnvoys)
    if (word.ends_with(envoy))
      return has_word(office, "foreign") || has_word(office, "ambassador") ||
             has_word(office, "envoy") || has_word(office, "negotiator") ||
             has_word(office, "diplomat") || has_word(office, "secretary of state");
  return false;
}

class SourceReader {
 public:
  SourceReader(const Scene& scene, Draft& draft, const Resolver& resolver)
      : scene_(scene), draft_(draft), resolver_(resolver) {}

  void read(Candidate& source) {
    const Actor unnamed = draft_.actor(source.actor);
    if (unnamed.authority != Authority::kAnonymous || unnamed.kind != ActorKind::kPerson) return;
    if (unnamed.side.empty() || !source.indefinite) return;
    const uint32_t here = scene_.tokens.sentence_of[source.first];
    if (draft_.root(resolver_.speaker_of(here).actor) != draft_.root(source.actor)) return;
    std::vector<Phrase> wanted;
    for (Phrase& quote : quotes_of(scene_, scene_.tokens.sentences[here]))
      if (Phrase core = core_of(std::move(quote)); !core.empty()) wanted.push_back(std::move(core));
    if (wanted.empty()) return;
    const Id<Actor> named = find_named(source, unnamed, here, wanted);
    if (!named) return;
    source.rejected.push_back(
        {"role.unnamed", unnamed.name + ", unnamed", "the page gives the same words with a name"});
    source.rule = "source.same_words";
    draft_.merge(source.actor, named);
    Actor& actor = draft_.actor(named);
    if (actor.side.empty()) actor.side = unnamed.side;
    if (actor.country.empty()) actor.country = unnamed.country;
  }

 private:
  const Scene& scene_;
  Draft& draft_;
  const Resolver& resolver_;

  Id<Actor> find_named(Candidate& source, const Actor& unnamed, uint32_t here,
                       const std::vector<Phrase>& wanted) {
    const auto& sentences = scene_.tokens.sentences;
    Id<Actor> named;
    for (uint32_t s = here + 1; s < sentences.size() && s < here + kMostSentences; ++s) {
      if (sentences[s].block > sentences[here].block + kParagraphs) break;
      if (!repeats(s, wanted)) continue;
      const Id<Actor> speaker = draft_.root(resolver_.speaker_near(s));
      if (!speaker || speaker == draft_.root(source.actor)) continue;
      const Actor& actor = draft_.actor(speaker);
      if (const char* why = unfit(unnamed, actor); why != nullptr) {
        source.rejected.push_back({"source.same_words", actor.name, why});
        continue;
      }
      if (named && named != speaker) {
        source.rejected.push_back({"source.same_words", actor.name, "two names for these words"});
        return {};
      }
      named = speaker;
    }
    return named;
  }

  [[nodiscard]] bool repeats(uint32_t sentence, const std::vector<Phrase>& wanted) const {
    for (const Phrase& quote : quotes_of(scene_, scene_.tokens.sentences[sentence]))
      for (const Phrase& phrase : wanted)
        if (has_phrase(quote, phrase)) return true;
    return false;
  }

  [[nodiscard]] static const char* unfit(const Actor& unnamed, const Actor& actor) {
    if (actor.kind != ActorKind::kPerson || actor.plural) return "no person";
    if (actor.authority != Authority::kOfficial) return "no named official";
    // A side that the page leaves open is the source's own; a known one must agree.
    const bool open = actor.side.empty() && actor.country.empty();
    if (!open && actor.side != unnamed.side) return "of another side";
    if (!fits_role(unnamed, actor)) return "of another role";
    const bool known = unnamed.gender != '?' && unnamed.gender != '\0' && actor.gender != '?' &&
                       actor.gender != '\0';
    if (known && unnamed.gender != actor.gender) return "of another gender";
    return nullptr;
  }
};

}  // namespace

void name_sources(const Scene& scene, Candidates& candidates, Draft& draft,
                  const Resolver& resolver) {
  SourceReader reader(scene, draft, resolver);
  size_t sources = 0;
  for (Candidate& candidate : candidates.all) {
    if (candidate.shape != Shape::kRole || !candidate.actor || candidate.name != kNone) continue;
    if (!candidate.indefinite || ++sources > kMostSources) continue;
    reader.read(candidate);
  }
}

}  // namespace demarche::mention
