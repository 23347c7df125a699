// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <unordered_map>
#include <unordered_set>

#include "base/strings.h"
#include "mention/scene.h"

namespace demarche::mention {
namespace {

/// A run of capitalised words, particles and "of the" inside it included.
struct Run {
  uint32_t first = 0, last = 0;
};

/// What the pages says of names before any of them is read: who has which surname, which acronym
/// stands for what.
class NameReader {
 public:
  NameReader(const Scene& scene, Candidates& out) : scene_(scene), out_(out) {}

  void read() {
    find_first_names();
    for (const Sentence& sentence : scene_.tokens.sentences) read_runs(sentence);
    read_reused();
    for (const Sentence& sentence : scene_.tokens.sentences) read_table(sentence);
    for (const Sentence& sentence : scene_.tokens.sentences) read_short_names(sentence);
    for (const Sentence& sentence : scene_.tokens.sentences) read_common_media(sentence);
  }

 private:
  const Scene& scene_;
  Candidates& out_;
  std::vector<bool> taken_ = std::vector<bool>(scene_.size(), false);
  std::unordered_set<std::string> first_names_;
  std::unordered_set<std::string> surnames_;
  std::unordered_set<std::string> alone_;  // capitalised words that stand alone somewhere
  std::vector<Run> unread_;                // runs that might be a person's full name
  std::unordered_map<std::string, uint32_t> acronyms_;  // as written -> candidate

  void find_first_names() {
    for (const KnownActor& actor : scene_.table.actors) {
      if (actor.kind != ActorKind::kPerson) continue;
      const size_t space = actor.name.find(' ');
      if (space != std::string::npos) first_names_.insert(fold_case(actor.name.substr(0, space)));
    }
  }

  [[nodiscard]] bool is_name_word(uint32_t t, const Sentence& sentence) const {
    if (t >= sentence.last || !scene_.is_capital(t) || scene_.timed[t]) return false;
    if (scene_.in(t, WordList::kCalendar) || scene_.in(t, WordList::kCapitalNoise)) return false;
    if (t != sentence.first) return true;
    const Upos upos = scene_.upos(t);
    return upos == Upos::kPropn || first_names_.contains(scene_.lower(t)) ||
           (upos == Upos::kNoun && scene_.is_capital(t + 1));
  }

  /// The longest run from `t`, in a sentence whose capitals prove something.
  [[nodiscard]] Run run_at(uint32_t t, const Sentence& sentence) const {
    Run run{t, t};
    if (!is_name_word(t, sentence)) return run;
    run.last = t + 1;
    while (run.last < sentence.last) {
      uint32_t next = run.last;
      if (is_name_word(next, sentence)) {
        run.last = next + 1;
        continue;
      }
      if (scene_.in(next, WordList::kParticle) && is_name_word(next + 1, sentence)) {
        run.last = next + 2;
        continue;
      }
      break;
    }
    return run;
  }

  /// "Force of Velmark", "Council for the Ostravian Coast": a run that goes on after "of".
  [[nodiscard]] Run widen(Run run, const Sentence& sentence) const {
    for (int steps = 0; steps < 3 && run.last < sentence.last; ++steps) {
      uint32_t next = run.last;
      const bool joins = scene_.is(next, "of") || scene_.is(next, "for") ||
                         scene_.is(next, "against") || scene_.is(next, "and");
      if (!joins) break;
      ++next;
      if (next < sentence.last && scene_.is(next, "the")) ++next;
      const Run more = next < sentence.last ? run_at(next, sentence) : Run{next, next};
      if (more.first == more.last) break;
      run.last = more.last;
    }
    return run;
  }

  void take(uint32_t first, uint32_t last) {
    for (uint32_t t = first; t < last; ++t) taken_[t] = true;
  }

  uint32_t add(Candidate candidate) {
    if (candidate.core_last == 0) {
      candidate.core_first = candidate.first;
      candidate.core_last = candidate.last;
    }
    candidate.possessor =
        scene_.after(candidate.last - 1) != kNone && scene_.is_possessive(candidate.last);
    take(candidate.first, candidate.last);
    return out_.add(candidate);
  }

  // ------------------------------------------------------------ runs
  void read_runs(const Sentence& sentence) {
    const bool shouted = scene_.shouted[scene_.tokens.sentence_of[sentence.first]];
    for (uint32_t t = sentence.first; t < sentence.last;) {
      const Run run = run_at(t, sentence);
      if (run.first == run.last) {
        ++t;
        continue;
      }
      uint32_t end = run.last;
      if (!shouted) end = std::max(end, read_run(run, sentence));
      t = end;
    }
  }

  /// Reads one run; gives the token after what it took.
  uint32_t read_run(Run run, const Sentence& sentence) {
    const Run wide = widen(run, sentence);
    if (const uint32_t end = read_media(run); end != 0) return end;
    if (is_whole_hit(wide)) return wide.last;
    if (const uint32_t end = read_organization(run, wide); end != 0) return end;
    if (is_thing(run)) {
      take(run.first, run.last);
      for (uint32_t t = run.first; t < run.last; ++t) out_.things[t] = true;
      return run.last;
    }
    read_person(run, sentence);
    return run.last;
  }

  [[nodiscard]] bool is_whole_hit(Run run) const {
    const Hit* hit = scene_.names.begins(run.first);
    return hit != nullptr && hit->last >= run.last;
  }

  [[nodiscard]] bool ends_role(Run run) const { return scene_.roles.ends(run.last) != nullptr; }

  /// The name of an event or a product: nothing in it names an actor or a place.
  [[nodiscard]] bool is_thing(Run run) const {
    return run.last - run.first >= 2 && scene_.in(run.last - 1, WordList::kThingHead) &&
           !is_whole_hit(run) && !ends_role(run);
  }

  [[nodiscard]] bool matches_acronym(Run run, std::string_view acronym) const {
    std::string initials, all;
    for (uint32_t t = run.first; t < run.last; ++t) {
      const char c = scene_.lower(t).empty() ? ' ' : scene_.lower(t).front();
      if (scene_.is_capital(t)) initials += c;
      all += c;
    }
    const std::string wanted = to_lower_ascii(acronym);
    return wanted.size() >= 2 && (initials == wanted || all == wanted);
  }

  /// Where "(CFV)" follows, the token of the acronym, or kNone.
  [[nodiscard]] uint32_t bracketed(uint32_t t) const {
    if (t + 2 >= scene_.size() || !scene_.is(t, "(") || !scene_.is(t + 2, ")")) return kNone;
    return scene_.is_capital(t + 1) && scene_.text(t + 1).size() >= 2 ? t + 1 : kNone;
  }

  /// The last word, or the one before "of", says that it is an organisation.
  [[nodiscard]] uint32_t organ_head(Run run, Run wide) const {
    if (scene_.in(run.last - 1, WordList::kOrganHead)) return run.last - 1;
    if (wide.last > run.last && scene_.in(wide.last - 1, WordList::kOrganHead))
      return wide.last - 1;
    return kNone;
  }

  uint32_t read_organization(Run run, Run wide) {
    const uint32_t acronym = bracketed(wide.last);
    const bool taught = acronym != kNone && matches_acronym(wide, scene_.text(acronym));
    uint32_t head = organ_head(run, wide);
    const bool of_many = wide.last > run.last;
    if (!taught && (head == kNone || (run.last - run.first < 2 && !of_many))) return 0;
    if (!taught && (ends_role(run) || (of_many && scene_.is(run.last, "and")))) return 0;
    // "North Atlantic Treaty Organization (Nato)": the table may know it by either name.
    if (scene_.names.ends(wide.last) != nullptr && scene_.names.ends(wide.last)->first == run.first)
      return 0;
    if (head == kNone) head = run.last - 1;
    Candidate organ;
    organ.shape = Shape::kOrganization;
    organ.first = run.first;
    organ.last = taught ? acronym + 2 : wide.last;
    organ.head = head;
    organ.core_first = run.first;
    organ.core_last = wide.last;
    organ.owner = read_owner(run);
    const uint32_t number = add(organ);
    if (taught) acronyms_.emplace(scene_.text(acronym), number);
    return organ.last;
  }

  /// The state whose adjective begins the name, as its owner.
  uint32_t read_owner(Run run) {
    const Hit* hit = scene_.names.begins(run.first);
    if (hit == nullptr || hit->last >= run.last) return kNone;
    const Alias& alias = scene_.alias(*hit);
    if (alias.kind != AliasKind::kAdjective && alias.kind != AliasKind::kName) return kNone;
    if (scene_.known(*hit).kind != ActorKind::kState) return kNone;
    return add_hit(*hit);
  }

  // ------------------------------------------------------------ channels
  /// "X television", "X news agency": the head may be small while the name is not.
  uint32_t read_media(Run run) {
    uint32_t last = run.last;
    uint32_t core = run.last;
    while (core > run.first + 1 && scene_.in(core - 1, WordList::kMediaHead)) --core;
    const Sentence& sentence = scene_.sentence(run.first);
    uint32_t small = last;
    while (small < sentence.last && small < last + 2 &&
           (scene_.in(small, WordList::kMediaHead) || scene_.is(small, "news")))
      ++small;
    const bool small_head = small > last && !scene_.is(small - 1, "media") &&
                            !scene_.is(small - 1, "news") && !scene_.is(small - 1, "post");
    if (small_head) {
      last = small;
    } else if (core == run.last) {
      return 0;
    }
    if (is_whole_hit({run.first, last})) return 0;
    uint32_t core_first = run.first;
    uint32_t owner = kNone;
    const Hit* hit = scene_.names.begins(run.first);
    const bool agency = scene_.is(last - 1, "agency") && !small_is_news(last);
    if (agency) return 0;
    if (hit != nullptr && hit->last < core && scene_.known(*hit).kind == ActorKind::kState) {
      owner = add_hit(*hit);
      core_first = hit->last;
    } else if (hit != nullptr && hit->last == core &&
               scene_.known(*hit).kind == ActorKind::kState) {
      owner = add_hit(*hit);  // "Norvenian television" has no name of its own
      core_first = core = last;
    }
    Candidate media;
    media.shape = Shape::kMedia;
    media.first = run.first;
    media.last = last;
    media.head = last - 1;
    media.core_first = core_first;
    media.core_last = scene_.is(last - 1, "news") || scene_.is(last - 1, "times") ||
                              scene_.is(last - 1, "post") || scene_.is(last - 1, "herald")
                          ? last
                          : core;
    media.owner = owner;
    add(media);
    return last;
  }

  [[nodiscard]] bool small_is_news(uint32_t last) const {
    return last >= 2 && scene_.is(last - 2, "news");
  }

  /// "state television", "local media": a channel without a name.
  void read_common_media(const Sentence& sentence) {
    for (uint32_t t = sentence.first; t + 1 < sentence.last; ++t) {
      if (taken_[t] || !(scene_.is(t, "state") || scene_.is(t, "state-run") ||
                         scene_.is(t, "state-owned") || scene_.is(t, "local")))
        continue;
      uint32_t last = t + 1;
      while (last < sentence.last && last < t + 3 && scene_.in(last, WordList::kMediaHead)) ++last;
      if (last == t + 1 || scene_.is(last - 1, "post") ||
          scene_.is(last - 1, "agency") != scene_.is(last - 2, "news"))
        continue;
      Candidate media;
      media.shape = Shape::kMedia;
      media.first = t;
      media.last = last;
      media.head = last - 1;
      media.core_first = media.core_last = last;  // no name
      if (const uint32_t owner = out_.by_last[t]; owner != kNone && t > sentence.first) {
        const Candidate& before = out_.all[owner];
        if (before.shape == Shape::kName) media.owner = owner, media.first = before.first;
      }
      media.possessor = last < sentence.last && scene_.is_possessive(last);
      take(t, last);
      out_.add(media);
      t = last - 1;
    }
  }

  // ------------------------------------------------------------ persons
  /// "CEO", "GOP": two to five capitals.
  [[nodiscard]] bool is_acronym(uint32_t t) const {
    const std::string_view word = scene_.text(t);
    if (word.size() < 2 || word.size() > 5) return false;
    for (const char c : word)
      if (!is_ascii_upper(c)) return false;
    return true;
  }

  [[nodiscard]] bool has_title_before(uint32_t t) const {
    const uint32_t before = scene_.before(t);
    return before != kNone && scene_.in(before, WordList::kTitle);
  }

  [[nodiscard]] bool has_role_before(uint32_t t) const {
    const Hit* hit = scene_.roles.ends(t);
    return hit != nullptr && t > scene_.sentence(t).first &&
           scene_.table.roles[hit->value].kind == "person";
  }

  /// "the defence minister, Ana Brok, ...".
  [[nodiscard]] bool is_set_off(uint32_t first, uint32_t last, const Sentence& sentence) const {
    if (first < sentence.first + 2 || !scene_.is(first - 1, ",")) return false;
    const Hit* role = scene_.roles.ends(first - 1);
    return role != nullptr && scene_.table.roles[role->value].kind == "person" &&
           (last >= sentence.last || scene_.upos(last) == Upos::kPunct);
  }

  /// ", 45,", ", the minister", ", who": asides that only a person has.
  [[nodiscard]] bool has_aside(uint32_t last, const Sentence& sentence) const {
    if (last + 1 >= sentence.last || !scene_.is(last, ",")) return false;
    if (scene_.is(last + 1, "who")) return true;
    if (scene_.upos(last + 1) == Upos::kNum && scene_.is(last + 2, ",")) return true;
    for (uint32_t t = last + 1; t < sentence.last && t < last + 8 && !scene_.is(t, ","); ++t) {
      const Hit* role = scene_.roles.begins(t);
      if (role != nullptr) return scene_.table.roles[role->value].kind == "person";
      if (scene_.relations.begins(t) != nullptr) return true;
    }
    return false;
  }

  [[nodiscard]] bool speaks(uint32_t first, uint32_t last, const Sentence& sentence) const {
    const uint32_t verb = verb_of_subject(scene_, first, last);
    if (verb != kNone && is_say(scene_, verb)) return true;
    const uint32_t before = scene_.before(first);
    return before != kNone && before > sentence.first && scene_.parse.verb_of[before] != kNone &&
           (scene_.is(before, "said") || scene_.is(before, "says") || scene_.is(before, "added"));
  }

  /// "Coast Greens say": the verb shows more than one.
  [[nodiscard]] bool is_many(uint32_t first, uint32_t last) const {
    if (!scene_.lower(last - 1).ends_with("s")) return false;
    const uint32_t verb = verb_of_subject(scene_, first, last);
    if (verb == kNone) return false;
    const std::string& word = scene_.lower(scene_.parse.verbs[verb].first);
    return word == "have" || word == "are" || word == "were" || word == "do" ||
           word == scene_.lemma(scene_.parse.verbs[verb].head);
  }

  void read_person(Run run, const Sentence& sentence) {
    // Titles, roles, acronyms and adjectives before the name are not part of it: what follows the
    // last of them is.
    uint32_t first = run.first;
    bool titled = has_title_before(first) || has_role_before(first);
    for (uint32_t t = run.first; t < run.last;) {
      const Hit* name = scene_.names.begins(t);
      const Hit* role = scene_.roles.begins(t);
      uint32_t next = t + 1;
      if (scene_.in(t, WordList::kTitle) || scene_.in(t, WordList::kOfficeWord)) {
        titled = true;
      } else if (role != nullptr && role->last <= run.last) {
        next = role->last;
        titled = scene_.table.roles[role->value].kind == "person";
      } else if (name != nullptr && name->last < run.last && first == t && !titled &&
                 scene_.known(*name).kind != ActorKind::kPerson) {
        next = name->last;
      } else if (!(is_acronym(t) && t + 1 < run.last) &&
                 !(first == t && scene_.in(t, WordList::kRankPrefix))) {
        ++t;
        continue;
      }
      if (next < run.last) first = next;
      t = next;
    }
    const uint32_t last = run.last;
    const bool office = scene_.in(first, WordList::kTitle) ||
                        scene_.in(last - 1, WordList::kOfficeWord) ||
                        scene_.roles.begins(first) != nullptr;
    if (office) return;
    if (first >= last || last - first > 5) return;
    const Hit* hit = scene_.names.begins(first);
    if (hit != nullptr && hit->last >= last) return;  // the table's
    const uint32_t words = last - first;
    const bool given =
        first_names_.contains(scene_.lower(first)) && scene_.places.at[last - 1] == kNone;
    const bool set_off =
        words >= 2 && (given || is_set_off(first, last, sentence) || has_aside(last, sentence));
    const bool spoken = words >= 2 && speaks(first, last, sentence) && !is_many(first, last);
    const Hit* tail = scene_.names.covering(last - 1);
    const bool state_last = tail != nullptr && scene_.known(*tail).kind == ActorKind::kState;
    if (!titled && spoken && state_last) return read_agency(first, last);
    if (!titled && !set_off && !spoken) {
      if (words == 1) alone_.insert(scene_.lower(first));
      if (words == 2 || words == 3) unread_.push_back({first, last});
      return;
    }
    if (words == 1 && scene_.names.at[first] != kNone &&
        scene_.known(*scene_.names.covering(first)).kind != ActorKind::kPerson)
      return;
    add_person(first, last);
  }

  /// "Weather Norvenia said": an agency that bears the state's name.
  void read_agency(uint32_t first, uint32_t last) {
    Candidate organ;
    organ.shape = Shape::kOrganization;
    organ.first = organ.core_first = first;
    organ.last = organ.core_last = last;
    organ.head = last - 1;
    add(organ);
  }

  /// A name of two or three words whose last one stands alone elsewhere is a person's.
  void read_reused() {
    for (const Run& run : unread_) {
      const std::string& surname = scene_.lower(run.last - 1);
      if (!surnames_.contains(surname) && !alone_.contains(surname)) continue;
      bool plain = true;
      for (uint32_t t = run.first; t < run.last; ++t)
        plain = plain && !taken_[t] && scene_.names.at[t] == kNone &&
                (scene_.places.at[t] == kNone || surnames_.contains(surname)) &&
                scene_.relations.at[t] == kNone && scene_.upos(t) == Upos::kPropn;
      if (plain) add_person(run.first, run.last);
    }
  }

  void add_person(uint32_t first, uint32_t last) {
    if (scene_.text(last - 1).size() <= 3 && is_acronym(last - 1)) return;  // "Norvik MP"
    for (uint32_t t = first; t < last; ++t) {
      const Upos upos = scene_.upos(t);
      const bool small = upos == Upos::kPron || upos == Upos::kDet || upos == Upos::kAux ||
                         upos == Upos::kCconj || upos == Upos::kSconj;
      if (small) return;  // "THINKS HE"
    }
    Candidate person;
    person.shape = Shape::kPerson;
    person.first = person.core_first = first;
    person.last = person.core_last = last;
    person.head = last - 1;
    if (has_title_before(first)) person.first = first - 1;
    add(person);
    surnames_.insert(scene_.lower(last - 1));
  }

  // ------------------------------------------------------------ the table
  [[nodiscard]] bool is_adjective_use(const Hit& hit) const {
    const uint32_t next = scene_.after(hit.last - 1);
    if (next == kNone || scene_.is_possessive(next)) return false;
    const bool tight =
        scene_.tokens.tokens[next].span.begin == scene_.tokens.tokens[next - 1].span.end;
    if (scene_.is(next, "-") && tight && scene_.after(next) != kNone)
      return true;  // "Norvenia-led"
    const Upos upos = scene_.upos(next);
    if (upos != Upos::kNoun && upos != Upos::kAdj && upos != Upos::kPropn) return false;
    const uint32_t phrase = scene_.parse.phrase_of[hit.first];
    return phrase != Parse::kNone && scene_.parse.phrases[phrase].head >= hit.last;
  }

  uint32_t add_hit(const Hit& hit) {
    Candidate name;
    name.shape = Shape::kName;
    name.value = hit.value;
    name.first = hit.first;
    name.last = hit.last;
    name.head = hit.last - 1;
    name.core_first = hit.first;
    name.core_last = hit.last;
    const AliasKind kind = scene_.alias(hit).kind;
    const bool person = scene_.known(hit).kind == ActorKind::kPerson;
    name.adjective = kind == AliasKind::kAdjective ||
                     (!person && kind != AliasKind::kPeople && is_adjective_use(hit));
    if (!person && !name.adjective) {
      const uint32_t the = scene_.before(hit.first);
      if (the != kNone && scene_.is(the, "the")) name.first = the;
    }
    if (person && has_title_before(hit.first)) name.first = hit.first - 1;
    if (person) surnames_.insert(scene_.lower(hit.last - 1));
    const uint32_t acronym = bracketed(hit.last);
    if (acronym != kNone && scene_.known(hit).kind != ActorKind::kState && is_same(hit, acronym))
      name.last = acronym + 2;
    return add(name);
  }

  /// "(Nato)" after its full name: the same actor by the table, or taught here by its letters.
  bool is_same(const Hit& hit, uint32_t acronym) {
    const Hit* other = scene_.names.begins(acronym);
    if (other != nullptr) return scene_.alias(*other).actor == scene_.alias(hit).actor;
    return matches_acronym({hit.first, hit.last}, scene_.text(acronym));
  }

  void read_table(const Sentence& sentence) {
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      const Hit* hit = scene_.names.begins(t);
      if (hit == nullptr) {
        if (!taken_[t]) read_bloc(t, sentence);
        continue;
      }
      bool free = true;
      for (uint32_t i = hit->first; i < hit->last; ++i) free = free && !taken_[i];
      if (free && !is_inside_name(*hit, sentence) && !is_name_part(*hit)) add_hit(*hit);
      t = hit->last - 1;
    }
  }

  /// "western calls": of the bloc that the table knows as "the West". "western towns" lie there.
  void read_bloc(uint32_t t, const Sentence& sentence) {
    const std::string& word = scene_.lower(t);
    if (!word.ends_with("ern") || !scene_.in(t, WordList::kCompass)) return;
    const uint32_t next = t + 1;
    if (next >= sentence.last || scene_.in(next, WordList::kGeography)) return;
    const Upos upos = scene_.upos(next);
    if (upos != Upos::kNoun && upos != Upos::kAdj) return;
    if (scene_.names.at[next] != kNone || scene_.places.at[next] != kNone) return;
    std::string bloc = word.substr(0, word.size() - 3);
    bloc[0] = static_cast<char>(bloc[0] - 'a' + 'A');
    const std::optional<uint32_t> alias = look_up_alias(scene_.table, "the " + bloc);
    if (!alias) return;
    Candidate name;
    name.shape = Shape::kName;
    name.value = *alias;
    name.first = name.core_first = name.head = t;
    name.last = name.core_last = t + 1;
    name.adjective = true;
    add(name);
  }

  /// "Norvik Monument": the seat of a government in the name of something else.
  [[nodiscard]] bool is_name_part(const Hit& hit) const {
    if (scene_.alias(hit).kind != AliasKind::kCapital) return false;
    if (scene_.shouted[scene_.tokens.sentence_of[hit.first]]) return false;
    const uint32_t next = scene_.after(hit.last - 1);
    return next != kNone && scene_.is_capital(next) && scene_.upos(next) == Upos::kPropn &&
           scene_.names.at[next] == kNone && scene_.roles.at[next] == kNone && !taken_[next];
  }

  /// A surname of the table after an unknown first name is somebody else.
  [[nodiscard]] bool is_inside_name(const Hit& hit, const Sentence& sentence) const {
    if (scene_.alias(hit).kind != AliasKind::kSurname || hit.first == sentence.first) return false;
    if (scene_.shouted[scene_.tokens.sentence_of[hit.first]]) return false;
    const uint32_t before = hit.first - 1;
    return scene_.is_capital(before) && !taken_[before] && before != sentence.first &&
           scene_.upos(before) == Upos::kPropn && scene_.names.at[before] == kNone &&
           scene_.roles.at[before] == kNone && !scene_.in(before, WordList::kTitle);
  }

  // ------------------------------------------------------------ later short forms
  void read_short_names(const Sentence& sentence) {
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (taken_[t] || !scene_.is_capital(t)) continue;
      const auto acronym = acronyms_.find(std::string(scene_.text(t)));
      if (acronym != acronyms_.end()) {
        Candidate again = out_.all[acronym->second];
        again.first = again.core_first = t;
        again.last = again.core_last = t + 1;
        again.head = t;
        again.owner = kNone;
        again.name = acronym->second;
        if (scene_.before(t) != kNone && scene_.is(t - 1, "the")) again.first = t - 1;
        add(again);
      } else if (surnames_.contains(scene_.lower(t)) && scene_.names.at[t] == kNone) {
        Candidate person;
        person.shape = Shape::kPerson;
        person.first = person.core_first = t;
        person.last = person.core_last = t + 1;
        person.head = t;
        if (has_title_before(t)) person.first = t - 1;
        add(person);
      }
    }
  }
};

}  // namespace

void find_names(const Scene& scene, Candidates& out) { NameReader(scene, out).read(); }

}  // namespace demarche::mention
