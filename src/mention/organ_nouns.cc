// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>

#include "base/strings.h"
#include "mention/resolver.h"
#include "mention/time_words.h"

// "Nato met. The alliance ...", "the six-nation bloc": an organisation by what it is, after its
// name.
namespace demarche::mention {
namespace {

constexpr uint32_t kMostWords = 4;      // before the noun
constexpr uint32_t kMostSentences = 6;  // back to the name

/// Words that say that another one is meant.
bool is_other_one(std::string_view word) {
  static constexpr std::array<std::string_view, 10> kWords = {
      "different", "first", "former", "latter", "new", "other", "own", "rival", "same", "second"};
  return std::ranges::find(kWords, word) != kWords.end();
}

bool is_counted(std::string_view word) {
  return word == "nation" || word == "member" || word == "country" || word == "state" ||
         word == "strong";
}

/// "6" or "six".
std::optional<int64_t> count_in(const std::string& word) {
  if (const auto number = parse_int(word)) return number;
  const TimeReading reading = read_time_word(word);
  if (reading.word != TimeWord::kCardinal) return std::nullopt;
  return reading.value;
}

/// Is it a word of the name?
bool has_word(const std::string& name, std::string_view word) {
  const std::vector<std::string> words = words_of(fold_case(name));
  return std::ranges::find(words, word) != words.end();
}

/// May the text call an actor so, by his name, his description or his kind?
class OrganTest {
 public:
  OrganTest(const Scene& scene, const Candidate& phrase)
      : scene_(scene),
        phrase_(phrase),
        noun_(scene.table.organ_nouns[phrase.value]),
        members_(count_of(scene, phrase)) {}

  /// Its name or a description has the noun.
  [[nodiscard]] bool is_named_so(const Actor& actor, uint32_t number) const {
    if (!is_organ(actor) || !suits(actor, number)) return false;
    const auto in_name = [&](const std::string& word) { return has_word(actor.name, word); };
    if (in_name(noun_.noun) || std::ranges::any_of(noun_.words, in_name)) return true;
    if (number == kNone) return false;
    const std::vector<std::string>& nouns = scene_.table.actors[number].nouns;
    return std::ranges::find(nouns, noun_.noun) != nouns.end();
  }

  [[nodiscard]] bool is_of_kind(const Actor& actor, uint32_t number) const {
    return is_organ(actor) && suits(actor, number) &&
           std::ranges::find(noun_.sectors, actor.sector) != noun_.sectors.end();
  }

 private:
  const Scene& scene_;
  const Candidate& phrase_;
  const OrganNoun& noun_;
  std::optional<size_t> members_;

  /// "six-nation", "55-member".
  static std::optional<size_t> count_of(const Scene& scene, const Candidate& phrase) {
    for (uint32_t t = phrase.core_first; t + 2 < phrase.core_last; ++t)
      if (scene.is(t + 1, "-") && is_counted(scene.lower(t + 2)))
        if (const auto count = count_in(scene.lower(t))) return static_cast<size_t>(*count);
    return std::nullopt;
  }

  static bool is_organ(const Actor& actor) {
    return (actor.kind == ActorKind::kOrganization || actor.kind == ActorKind::kGroup) &&
           !actor.plural && actor.authority != Authority::kMedia;
  }

  [[nodiscard]] bool suits(const Actor& actor, uint32_t number) const {
    // "the Gulf bloc": a name in the phrase must be in that of the actor.
    for (uint32_t t = phrase_.core_first; t + 1 < phrase_.core_last; ++t)
      if (scene_.is_capital(t) && !has_word(actor.name, scene_.lower(t))) return false;
    if (!members_) return true;
    // Tables may lack a member.
    if (number == kNone || !scene_.today) return false;
    const size_t known = scene_.table.members_of(number, *scene_.today).size();
    return known > 0 && known <= *members_ + 1 && *members_ <= known + 1;
  }
};

}  // namespace

void find_organ_nouns(const Scene& scene, Candidates& out) {
  for (uint32_t t = 1; t < scene.size(); ++t) {
    if (scene.is_capital(t) || scene.roles.at[t] != kNone || scene.names.at[t] != kNone) continue;
    const auto noun = scene.table.organ_noun(scene.lower(t));
    if (!noun) continue;
    const Sentence& sentence = scene.sentence(t);
    uint32_t first = t;
    while (first > sentence.first && t - first < kMostWords && !scene.is(first - 1, "the") &&
           !scene.is(first - 1, "this") && !is_other_one(scene.lower(first - 1)) &&
           (scene.is(first - 1, "-") || scene.upos(first - 1) == Upos::kAdj ||
            scene.upos(first - 1) == Upos::kNoun || scene.upos(first - 1) == Upos::kNum ||
            scene.upos(first - 1) == Upos::kPropn))
      --first;
    if (first == sentence.first) continue;
    const uint32_t the = first - 1;
    if (!scene.is(the, "the") && !scene.is(the, "this")) continue;
    const uint32_t next = scene.after(t);
    // "the council of elders", "the bloc leaders", "the alliance that they want".
    if (next != kNone && (scene.is(next, "of") || scene.is(next, "that") || scene.is(next, "-") ||
                          scene.upos(next) == Upos::kNoun || scene.is_capital(next)))
      continue;
    Candidate phrase;
    phrase.shape = Shape::kOrganNoun;
    phrase.value = *noun;
    phrase.first = the;
    phrase.core_first = first;
    phrase.last = phrase.core_last = t + 1;
    phrase.head = t;
    phrase.definite = true;
    phrase.possessor = next != kNone && scene.is_possessive(next);
    out.add(phrase);
  }
}

void Resolver::resolve_organ_noun(Candidate& found) {
  const OrganTest test(scene_, found);
  const auto number = [&](const Trace& trace) { return draft_.number_of(trace.actor); };
  const Trace* back =
      history_.newest(found.first, kMostSentences, [&](const Trace& trace, const Actor& actor) {
        return test.is_named_so(actor, number(trace));
      });
  if (back != nullptr) return settle(found, back->actor, "organ_noun.name");
  back = history_.newest(found.first, kMostSentences, [&](const Trace& trace, const Actor& actor) {
    return actor.known && test.is_of_kind(actor, number(trace));
  });
  if (back != nullptr) return settle(found, back->actor, "organ_noun.kind");
  const std::string_view seen = scene_.parse.mention_of(found.head);
  if (seen.empty() || seen == "O") return;
  found.shape = Shape::kPhrase;  // as any other that the language model sees
  resolve_phrase(found);
}

}  // namespace demarche::mention
